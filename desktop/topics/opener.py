"""Opens the topics window over the window's reports, and leads from its passages back to the text."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal

from desktop.services import SAMPLE
from desktop.theme import Theme
from desktop.topics.loading import TopicShelf
from desktop.topics.work import Like
from resources import resource_path

if TYPE_CHECKING:
    from desktop.itemmodels.hits import HitRow
    from desktop.main_window import MainWindow
    from desktop.topics.window import TopicsWindow
    from index.report import Report
    from index.text import Span
    from index.topics import Extract


class Choice(NamedTuple):
    """A report that can be looked at: its file, and what it is called."""

    path: str
    label: str


class Topics(QObject):
    """Builds the window when it is first asked for."""

    failed = Signal(object)

    def __init__(self, main: MainWindow) -> None:
        super().__init__(main)
        self._main = main
        self._shelf = TopicShelf(main.services)
        self.window: TopicsWindow | None = None
        self._awaited: Extract | None = None
        main.actions_.connect(topics=self.show, like=self.like_current)
        main.view.clipboard.like_wanted.connect(self.like)
        main.session.report_opened.connect(self._arrive)
        main.session.indicators_found.connect(self._renew_figures)
        main.panes.side.search.like_wanted.connect(self.like_hit)

    # The window

    def show(self) -> None:
        """The topics of the open report."""
        text = self._main.session.text
        window = self._built()
        window.show_choices(self.choices(), text.report.path if text is not None else "")
        _bring(window)

    def like_current(self) -> None:
        """Passages like the sentence that is chosen in the text, or the first one on screen."""
        sentence = self._main.selection.sentence or next(iter(self._main.view.visible_sentences()), "")
        if sentence:
            self.like(sentence)

    def like(self, sentence: str) -> None:
        """Passages like a sentence of the open report, in it and in the others of the library."""
        text = self._main.session.text
        if text is not None and sentence in text.sentences:
            self.more_like(text.report, text.sentences[sentence].span)

    def like_hit(self, row: HitRow) -> None:
        """Passages like one that the search found."""
        text = self._main.session.text
        if row.file:
            self.more_like(row.file, row.passage.span)
        elif text is not None:
            self.more_like(text.report, row.passage.span)

    def more_like(self, report: Report | str, span: Span) -> None:
        """Passages like what stands at ``span`` of a report, given as it is or by its path.

        They come from that report and from the others of the library; the report need not be the open one.
        """
        window = self._built()
        path = report if isinstance(report, str) else report.path
        window.show_like(self.choices(), Like(path, span))
        _bring(window)

    def choices(self) -> list[Choice]:
        """The open report, then those of the library, then the sample; a file that is gone is left out."""
        from desktop.topics.cells import label_of, report_label

        text = self._main.session.text
        found = [Choice(text.report.path, report_label(text.report))] if text is not None else []
        seen = {text.report.id} if text is not None else set()
        for known in self._main.services.library().reports():
            if known.found and known.id not in seen:
                seen.add(known.id)
                name = label_of(known.place, known.year, known.title or Path(known.path).name)
                found.append(Choice(known.path, name))
        sample = str(resource_path(*SAMPLE))
        if all(choice.path != sample for choice in found):
            found.append(Choice(sample, self.tr("The sample report")))
        return found

    def _built(self) -> TopicsWindow:
        if self.window is None:
            from desktop.topics.window import TopicsWindow

            main = self._main
            self.window = TopicsWindow(main.services, main.view.style_.theme, self._shelf, main)
            self.window.passage_wanted.connect(self.go_to)
            self.window.failed.connect(self.failed)
        return self.window

    # Going to a passage

    def go_to(self, extract: Extract) -> None:
        """Open the report of a passage and bring the passage on screen."""
        self._main.raise_()
        self._main.activateWindow()
        self._main.navigator.leave()
        text = self._main.session.text
        if text is not None and text.report.id == extract.report.id:
            self._main.view.go_to_sentence(extract.sentence_ids[0])
            return
        self._awaited = extract
        self._main.open_path(extract.report.path, extract.span.start)

    def _arrive(self, _: object) -> None:
        awaited, self._awaited = self._awaited, None
        text = self._main.session.text
        if awaited is not None and text is not None and text.report.id == awaited.report.id:
            self._main.view.go_to_sentence(awaited.sentence_ids[0])

    def _renew_figures(self, _: object) -> None:
        text = self._main.session.text
        if text is not None:
            self._shelf.take_figures(text.report, tuple(text.indicators.values()))

    def set_theme(self, theme: Theme) -> None:
        """Another theme."""
        if self.window is not None:
            self.window.set_theme(theme)

    def finish(self) -> None:
        """Stop what goes on in the window."""
        if self.window is not None:
            self.window.finish()


def _bring(window: TopicsWindow) -> None:
    window.show()
    window.raise_()
    window.activateWindow()
    window.ui.tree.setFocus()
