"""The panes around the text: they show what the session tells, and lead to it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtWidgets import QApplication, QDockWidget, QStatusBar, QWidget

from desktop.figure_rows import FIGURES, figure_row, row_of_another
from desktop.figures import Figures
from desktop.itemmodels.hits import FigureRow, HitRow
from desktop.itemmodels.outline import section_words
from desktop.messages import describe
from desktop.navigator import Navigator
from desktop.panels.outline import OutlinePanel
from desktop.panels.search_words import why
from desktop.panels.side import SidePanel
from desktop.progress import TranslationProgress
from desktop.reader.bilingual import Bilingual
from desktop.reader.report_view import ReportView
from desktop.session import Progress, Session
from desktop.theme import Theme
from index.errors import ReaderError
from index.report import Language

if TYPE_CHECKING:
    from desktop.answers import Answer
    from desktop.searches import Searches
    from index.indicators import Indicator
    from index.search import FigureHit, Passage
    from models.translation import Translation


_HEADINGS: Final = 40
"""Headings that are translated before the rest of the text, for the outline."""


class Panes(QObject):
    """Builds outline, side panel and progress bar, and joins them to the session and to the text."""

    place_changed = Signal(str)
    hit_menu_asked = Signal(object, object)
    failed = Signal(object)

    def __init__(
        self,
        session: Session,
        view: ReportView,
        navigator: Navigator,
        docks: tuple[QDockWidget, QDockWidget],
        status: QStatusBar,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session, self._view, self._navigator, self._status = session, view, navigator, status
        self._docks = docks
        self._wanted: list[str] = []
        self.outline = OutlinePanel()
        self.side = SidePanel(view.selection)
        self.progress = TranslationProgress()
        self.side.text_of = lambda: view.text
        self.figures = Figures(view, self.side.indicators, self.side)
        for dock, panel in zip(docks, (self.outline, self.side), strict=True):
            width = dock.width()
            dock.widget().deleteLater()
            panel.setMinimumWidth(min(width, panel.minimumWidth()))
            dock.setWidget(panel)
        status.addPermanentWidget(self.progress)
        self._connect_session()
        self._connect_panels()

    def _connect_session(self) -> None:
        session = self._session
        session.indicators_found.connect(self._show_indicators)
        session.hits_found.connect(self._show_answer)
        session.library_progressed.connect(self._show_library_progress)
        session.translated.connect(self._show_translations)
        session.progressed.connect(self._show_progress)
        session.translation_stopped.connect(self._show_stopped)
        session.translation_unavailable.connect(self._show_no_translation)
        session.search_unavailable.connect(self._show_no_search)
        self.progress.stop_wanted.connect(session.stop_translating)
        self.progress.resume_wanted.connect(session.translate)
        self.side.search.query_changed.connect(session.search)

    def _connect_panels(self) -> None:
        side, navigator = self.side, self._navigator
        self._view.viewport_changed.connect(self.follow)
        self._view.alignment_wanted.connect(self._session.align)
        self._session.aligned.connect(self._view.pointer.look_again)
        self._view.selection.indicator_chosen.connect(self._follow_indicator)
        self.outline.section_chosen.connect(navigator.to_section)
        side.search.hit_activated.connect(navigator.to_hit)
        side.search.figure_activated.connect(navigator.to_figure)
        side.search.values = self._filter_values
        side.search.menu_wanted.connect(self._show_hit_menu)
        side.search.escaped.connect(self._view.setFocus)
        side.indicators.indicator_activated.connect(navigator.to_indicator)
        self.figures.indicator_activated.connect(navigator.to_indicator)
        self.figures.failed.connect(self.failed)
        self.figures.told.connect(self._tell)
        side.indicators.escaped.connect(self._view.setFocus)
        side.card.indicator_activated.connect(navigator.to_indicator)

    def set_theme(self, theme: Theme) -> None:
        """Another theme for what is painted by hand."""
        self.outline.set_theme(theme)
        self.side.set_theme(theme)
        self.progress.set_theme(theme)
        self.figures.set_theme(theme)

    @property
    def awaited(self) -> list[str]:
        """The sentences that somebody looks at: in the text, in the search results, in the outline."""
        return [*self._view.visible_sentences(), *self._wanted, *self.outline.headings[:_HEADINGS]]

    def show_report(self, text: Bilingual) -> None:
        """Show another report everywhere."""
        self._wanted = []
        self.side.brief.set_script(text.script)
        self.side.notes.set_script(text.script)
        self.side.words.set_script(text.script)
        self.outline.show_report(text.report)
        self.outline.model.set_shown(partial(text.shown, text.source))
        self.side.indicators.set_pending()
        self.side.search.reset()
        self.progress.show_done()
        self._view.set_facts(self._facts(text))
        self.follow()

    def _filter_values(self, key: str) -> list[str]:
        """What a filter of the search may be completed to."""
        if key == "section":
            sections = (section for root in self._view.text.report.sections for section in root.walk())
            return [section.title for section in sections if section.title]
        known = self._session.services.library().reports()
        if key == "report":
            return [report.place for report in known if report.place]
        return sorted({str(report.year) for report in known if report.year}, reverse=True)

    def _show_hit_menu(self, row: HitRow, at: QPoint) -> None:
        from desktop.hit_menu import hit_menu

        menu = hit_menu(row, self.side.search, self._navigator)
        self.hit_menu_asked.emit(menu, row.passage)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(at)

    def show_script(self) -> None:
        """Write titles, places and results in the script that the text is shown in now."""
        text = self._view.text
        self.outline.model.set_shown(partial(text.shown, text.source))
        self.side.search.ask_again()
        self.side.brief.set_script(text.script)
        self.side.notes.set_script(text.script)
        self.side.words.set_script(text.script)
        self.follow()

    def follow(self) -> None:
        """Tell the outline and the status bar where the text stands, and the translator what is on screen."""
        text, rows = self._view.text, self._view.visible_rows()
        offset = text.rows[rows[min(1, len(rows) - 1)]].span.start if rows else 0
        self.outline.follow(offset)
        self.place_changed.emit(self._path_of(offset))
        self._session.prioritise(self.awaited)

    def _facts(self, text: Bilingual) -> str:
        report = text.report
        parts = [report.place, str(report.year or ""), "中文" if text.source == "zh" else "English"]
        parts.append(self.tr("{n} characters").format(n=f"{len(report.text):,}"))
        parts.append(self.tr("{n} sentences").format(n=f"{len(report.sentences):,}"))
        if text.indicators:
            parts.append(self.tr("{n} figures").format(n=f"{len(text.indicators):,}"))
        return "  ·  ".join(part for part in parts if part)

    def _show_indicators(self, found: tuple[Indicator, ...]) -> None:
        self._view.set_indicators(found)
        self._view.set_facts(self._facts(self._view.text))
        self.side.indicators.set_indicators(found, self.figures.chapter_of)
        self.side.refresh_card()

    def _show_answer(self, answer: Answer) -> None:
        self._wanted = [] if answer.everywhere else [p.sentence_id for p in answer.passages]
        figures = tuple(self._figure_row(hit, answer) for hit in answer.figures[:FIGURES])
        rows = tuple(self._hit_row(passage, answer) for passage in answer.passages)
        self.side.search.show_answer(answer.query, answer.rendered, figures, rows)
        self._session.prioritise(self.awaited)

    def _figure_row(self, hit: FigureHit, answer: Answer) -> FigureRow:
        text = self._view.text
        if hit.report_id == text.report.id:
            return figure_row(hit.indicator, text)
        title, path = answer.titles.get(hit.report_id, ""), answer.paths.get(hit.report_id, "")
        return row_of_another(hit.indicator, text, title, path)

    def _hit_row(self, passage: Passage, answer: Answer) -> HitRow:
        text, reason = self._view.text, why(passage, answer.figures)
        if answer.everywhere:
            own = passage.report_id == text.report.id
            title = text.shown(Language.ZH, answer.titles.get(passage.report_id, passage.report_title))
            return HitRow(
                passage,
                f"{title} › {passage.section_title}" if passage.section_title else title,
                text.shown(Language.ZH, passage.text),
                answer.english.get(passage.rank, ""),
                reason,
                "" if own else answer.paths.get(passage.report_id, ""),
            )
        return HitRow(
            passage,
            self._path_of(passage.span.start),
            text.shown(text.source, passage.text),
            self._translated(passage.sentence_id),
            reason,
        )

    def _show_library_progress(self, done: int, total: int) -> None:
        panel = self.side.search
        if done < total:
            panel.set_busy(self.tr("{done} of {total} reports").format(done=done, total=total))
            return
        panel.set_busy("")
        if panel.scope.everywhere:
            panel.ask_again()

    def _path_of(self, offset: int) -> str:
        sections = self._view.text.report.section_path(offset)
        text = self._view.text
        return text.shown(text.source, " › ".join(section_words(section) for section in sections))

    def _translated(self, sentence: str) -> str:
        known = self._view.text.translations.get(sentence)
        return known.target if known and known.engine != "none" else ""

    def _show_translations(self, pairs: tuple[tuple[str, Translation], ...]) -> None:
        self._view.add_translations(pairs)
        self.outline.set_translations({s: t.target for s, t in pairs if t.engine != "none"})
        wanted = set(self._wanted)
        done = {s: t.target for s, t in pairs if s in wanted and t.engine != "none"}
        self.side.search.model.set_translations(done)

    def _show_progress(self, progress: Progress) -> None:
        self._view.set_translating(on=True)
        self.progress.show_progress(progress)

    def _show_stopped(self, done: bool) -> None:
        self._view.set_translating(on=False)
        if done:
            self.progress.show_done()
        else:
            self.progress.show_stopped()

    def _show_no_translation(self, error: ReaderError) -> None:
        del error
        self.progress.show_done()
        self._view.set_unavailable(self.tr("No translation"))

    def _show_no_search(self, error: ReaderError) -> None:
        self.side.search.set_unavailable(describe(error).text)

    def _tell(self, words: str) -> None:
        self._status.showMessage(words, 6000)

    def join(self, searches: Searches) -> None:
        """Show the saved searches in the search panel."""
        from desktop.saved import Saved

        self._saved = Saved(searches, self.side.search, self._session)
        self._saved.told.connect(self._tell)

    # Focus

    def search_for(self, query: str) -> None:
        """Show what is found for ``query``."""
        self._bring("search")
        self.side.search.ask(query)

    def focus_search(self) -> None:
        """Put the cursor into the search line."""
        self._bring("search")
        self.side.search.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.side.search.line.selectAll()

    def focus_indicators(self) -> None:
        """Put the focus on the table of indicators."""
        self._bring("indicators")
        self.side.indicators.table.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def focus_brief(self) -> None:
        """Put the focus on the brief."""
        self._bring("brief")
        self.side.brief.focus()

    def focus_notes(self) -> None:
        """Put the focus on the notes."""
        self._bring("notes")
        panel = self.side.notes
        (panel.list if panel.model.rowCount() else panel.line).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def focus_words(self) -> None:
        """Put the focus on the word list."""
        self._bring("words")
        panel = self.side.words
        (panel.list if panel.model.rowCount() else panel.line).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def focus_next(self) -> None:
        """Put the focus on the next pane: text, side panel, outline."""
        inner: dict[QWidget, QWidget] = {
            self.side.search: self.side.search.line,
            self.side.indicators: self.side.indicators.table,
            self.side.brief: self.side.brief.list,
            self.side.notes: self.side.notes.list,
            self.side.words: self.side.words.list,
        }
        around = (self._view, self.side.stack.currentWidget(), self.outline.tree)
        panes = [pane for pane in around if pane.isVisible()]
        focus = QApplication.focusWidget()
        within = [i for i, pane in enumerate(panes) if focus and (pane is focus or pane.isAncestorOf(focus))]
        pane = panes[(within[0] + 1 if within else 0) % len(panes)]
        inner.get(pane, pane).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _bring(self, tab: str) -> None:
        self._docks[1].show()
        self.side.show_tab(tab)

    def _follow_indicator(self, indicator: str) -> None:
        if indicator and self.side.stack.currentWidget() in (self.side.glossary,):
            self.side.show_tab("indicators")


def build_panes(
    session: Session,
    view: ReportView,
    navigator: Navigator,
    docks: tuple[QDockWidget, QDockWidget],
    status: QStatusBar,
    parent: QObject,
) -> Panes:
    """The panes, in their docks."""
    return Panes(session, view, navigator, docks, status, parent)
