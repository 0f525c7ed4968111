"""Terms in the window: found in the open report, explained in the text, listed beside it, kept in the glossary."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMenu

from desktop.jobs import Lane
from desktop.steps import Step, Work
from index.report import Language, Report
from models.glossary import Glossary, Origin, Term
from models.pinyin import has_han
from models.term_use import term_hits

if TYPE_CHECKING:
    from desktop.dialogs.glossary import GlossaryDialog
    from desktop.itemmodels.terms import TermRow
    from desktop.main_window import MainWindow
    from desktop.reader.bilingual import Bilingual
    from desktop.reader.hits import Hit
    from models.dictionary import Dictionaries

_LONGEST: Final = {Language.ZH: 40, Language.EN: 80}
"""Characters of a selection that may be a term."""
_AT_A_TIME: Final = 400
"""Sentences between two places where the search can be stopped."""


@dataclass(frozen=True, slots=True)
class _Found:
    """What was found for a report."""

    glossary: Glossary
    rows: tuple[TermRow, ...]
    dictionaries: Dictionaries


class Terms(QObject):
    """Joins the glossary with the text, the panel and the session; built once the text is on screen."""

    failed = Signal(object)
    found = Signal()

    def __init__(self, main: MainWindow) -> None:
        super().__init__(main)
        from desktop.reader.term_layer import TermLayer

        self._main = main
        self._vocabulary = main.services.vocabulary
        self._lane = Lane("terms", self)
        self._own = frozenset[Term]()
        self._dictionaries: Dictionaries | None = None
        self.dialog: GlossaryDialog | None = None
        self.failed.connect(main.gate.tell)
        self.layer = TermLayer(main.view, lambda: self._dictionaries, self)
        self.panel = main.panes.side.glossary
        self._visits: dict[Term, int] = {}
        self.panel.term_wanted.connect(self.go_to)
        self.panel.glossary_wanted.connect(self.show_glossary)
        self.panel.escaped.connect(main.view.setFocus)
        main.view.menu_asked.connect(self._fill_menu)
        main.session.report_opened.connect(self._begin)
        main.actions_["glossary"].triggered.connect(partial(self.show_glossary, ""))
        underline = main.actions_["underline_terms"]
        underline.setChecked(main.settings.underline_terms)
        underline.toggled.connect(self.set_underlined)
        self.layer.set_option(on=main.settings.underline_terms)
        if main.session.text is not None:
            self._begin(main.session.text)

    def set_underlined(self, on: bool) -> None:
        """Underline all terms, or those under the mouse alone."""
        self._main.settings = replace(self._main.settings, underline_terms=on)
        self.layer.set_option(on=on)

    @property
    def is_busy(self) -> bool:
        """True while terms are being looked for."""
        return self._lane.busy

    # Finding

    def _begin(self, text: Bilingual) -> None:
        self._visits = {}
        self.panel.set_pending()
        job = self._lane.start(_finding(self._main, text.report))
        job.succeeded.connect(partial(self._show, text))
        job.failed.connect(self.failed)

    def _show(self, text: Bilingual, found: object) -> None:
        from desktop.reader.sentence_terms import SentenceTerms

        if text is not self._main.session.text or not isinstance(found, _Found):
            return
        self._dictionaries = found.dictionaries
        self._own = frozenset(t for t in found.glossary.terms if t.origin is Origin.USER)
        text.terms = SentenceTerms(text, found.glossary)
        self.panel.show_terms(found.rows)
        self._main.view.viewport().update()
        for notice in self._vocabulary.notices:
            self.failed.emit(notice)
        self.found.emit()

    def go_to(self, row: TermRow) -> None:
        """Go to the next of the places where a term stands, round and round."""
        if row.places:
            at = self._visits.get(row.term, -1) + 1
            self._visits[row.term] = at
            self._main.navigator.leave()
            self._main.view.go_to_sentence(row.places[at % len(row.places)])

    # The glossary

    def show_glossary(self, words: str = "") -> None:
        """Open the glossary; ``words`` filter all its terms."""
        from desktop.dialogs.glossary import ALL

        dialog = self._glossary()
        if words:
            dialog.show_tab(ALL, words)
        dialog.show()
        dialog.raise_()
        dialog.activateWindow()

    def _glossary(self) -> GlossaryDialog:
        if self.dialog is None:
            from desktop.dialogs.glossary import GlossaryDialog

            self.dialog = GlossaryDialog(self._vocabulary, self._main)
            self.dialog.changed.connect(self.look_again)
            self.dialog.dictionaries_changed.connect(self._take_dictionaries)
            self.dialog.failed.connect(self.failed)
        return self.dialog

    def _take_dictionaries(self) -> None:
        self._dictionaries = self._vocabulary.dictionaries()

    def look_again(self) -> None:
        """The user's terms are others now: translate the sentences that hold a changed one again, and no others."""
        text = self._main.session.text
        own = frozenset(self._vocabulary.own_terms())
        changed = own ^ self._own
        self._own = own
        if text is None:
            return
        if changed:
            self._main.session.translate_again(_holding(text.report, changed))
        self._begin(text)

    def _fill_menu(self, menu: QMenu, hit: Hit | None) -> None:
        placed = self.layer.term_at(hit) if hit else None
        words = self._selected()
        menu.addSeparator()
        if words:
            menu.addAction(self.tr("Add as a term…"), partial(self.ask_add, words))
        elif placed is not None:
            term = placed.use.term
            edit = (
                self.tr("Edit this term…")
                if term.origin is Origin.USER
                else self.tr("Say this term otherwise…")
            )
            menu.addAction(edit, partial(self._edit, term))
            menu.addAction(self.tr("Show it in the glossary"), partial(self.show_glossary, term.zh))

    def _selected(self) -> str:
        chosen, text = self._main.view.marks.selection, self._main.view.text
        if chosen is None or chosen.is_empty or chosen.anchor[0] != chosen.head[0]:
            return ""
        words = chosen.text(text).strip()
        return words if len(words) <= _LONGEST[chosen.side] else ""

    def ask_add(self, words: str = "") -> None:
        """Ask for a term that begins with words of the text, in either language."""
        known = self._vocabulary.glossary().look_up(words) if has_han(words) else None
        if known is not None:
            self._edit(known)
            return
        start = Term(words, "", origin=Origin.USER) if has_han(words) else Term("", words, origin=Origin.USER)
        self._glossary().ask_add(start)

    def _edit(self, term: Term) -> None:
        self._glossary().edit(term)

    def finish(self) -> None:
        """Stop what goes on."""
        self.layer.finish()
        self._lane.close()
        if self.dialog is not None:
            self.dialog.finish()


def _holding(report: Report, terms: Iterable[Term]) -> list[str]:
    """The sentences of a report that hold one of some terms."""
    glossary = Glossary(terms)
    sentences = ((s.id, s.span.of(report.text)) for s in report.sentences)
    return [key for key, words in sentences if term_hits(glossary, words, report.language)]


def _finding(main: MainWindow, report: Report) -> Work:
    """The glossary, the terms of a report (the most frequent first), and the dictionaries."""
    from desktop.itemmodels.terms import TermRow

    yield Step(0, 2)
    vocabulary = main.services.vocabulary
    glossary = vocabulary.glossary()
    yield Step(1, 2)
    places: dict[Term, list[str]] = {}
    for n, sentence in enumerate(report.sentences):
        if n % _AT_A_TIME == 0:
            yield Step(1, 2)
        for hit in term_hits(glossary, sentence.span.of(report.text), report.language):
            places.setdefault(hit.term, []).append(sentence.id)
    rows = [TermRow(term, tuple(found)) for term, found in places.items()]
    rows.sort(key=lambda row: (row.term.origin is not Origin.USER, -len(row.places)))
    return _Found(glossary, tuple(rows), vocabulary.dictionaries())
