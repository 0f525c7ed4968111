"""Copies what is chosen with its source, and opens the dialog that cites the whole report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu

from desktop.citing.quoted import Copied, Quote, together, with_citation
from desktop.notes.choosing import note_of_selection, note_of_sentence
from desktop.wording import language
from index.citing import Style, cited, place_of
from index.notes.making import sentences_in
from index.report import Language
from index.text import Span

if TYPE_CHECKING:
    from desktop.citing.dialog import CitationDialog
    from desktop.main_window import MainWindow
    from desktop.reader.hits import Hit
    from index.notes import Note


class Citing(QObject):
    """Always quotes what is written in the report, whatever script it is shown in."""

    told = Signal(str)

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._view = window, window.view
        self.dialog: CitationDialog | None = None
        self.told.connect(lambda words: window.statusBar().showMessage(words, 6000))
        window.actions_.connect(copy_cited=self.copy_cited, copy_both=self.copy_both, cite=self.show)
        self._view.menu_asked.connect(self._fill_menu)

    @property
    def style(self) -> Style:
        """The style that the user chose."""
        return Style(self._window.settings.citation_style)

    def copy_cited(self) -> None:
        """Copy the chosen words, in the languages that are shown, with the citation of their place."""
        note = self._chosen()
        if note is None:
            return
        report = self._view.text.report
        place = place_of(report, note.anchor.start)
        words = Language(language()) if self.style is not Style.GB else report.language
        copied = with_citation(self._quotes(note, self._shown(note)), cited(report), place, self.style, words)
        self._put(copied)
        self.told.emit(self.tr("Copied with its citation: paragraph {n}.").format(n=place.paragraph))

    def copy_both(self) -> None:
        """Copy the chosen words and what says the same in the other language."""
        note = self._chosen()
        if note is None:
            return
        quotes = self._quotes(note, tuple(Language))
        self._put(together(quotes))
        self.told.emit(
            self.tr("Copied in both languages.")
            if len(quotes) > 1
            else self.tr("Copied; there is no translation of it yet.")
        )

    def show(self) -> None:
        """Cite the report as a whole."""
        from desktop.citing.dialog import CitationDialog

        if not self._view.text.rows:
            self.told.emit(self.tr("Open a report first."))
            return
        self.dialog = CitationDialog(cited(self._view.text.report), self.style, self._window)
        self.dialog.style_chosen.connect(self._keep_style)
        self.dialog.failed.connect(self._window.gate.tell)
        self.dialog.finished.connect(self._forget)
        self.dialog.open()

    def _forget(self) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
            self.dialog = None

    def _keep_style(self, style: str) -> None:
        from dataclasses import replace

        self._window.settings = replace(self._window.settings, citation_style=style)

    def _chosen(self) -> Note | None:
        """What is copied, as a note on it would have it: the selected words, else the current sentence."""
        text, chosen = self._view.text, self._view.marks.selection
        if chosen is not None and not chosen.is_empty:
            note = note_of_selection(text, chosen)
        else:
            note = note_of_sentence(text, self._view.selection.sentence)
        if note is None:
            self.told.emit(self.tr("Select words first, or click on a sentence."))
        return note

    def _shown(self, note: Note) -> tuple[Language, ...]:
        """The languages on screen; where that is one, also the one that the words were selected in."""
        return (*(column.side for column in self._view.layouts.columns), note.made_on)

    def _quotes(self, note: Note, wanted: tuple[Language, ...]) -> tuple[Quote, ...]:
        text = self._view.text
        own = Quote(" ".join(note.anchor.quote.split("\n")), text.source)
        words = self._facing(note)
        quotes = (own, Quote(words, text.target, self._remark(note))) if words else (own,)
        return tuple(quote for quote in quotes if quote.language in wanted) or (own,)

    def _facing(self, note: Note) -> str:
        """The words of the translation that were chosen or answer those that were; else its whole sentences."""
        sentences = sentences_in(self._view.text.report, Span(note.anchor.start, note.anchor.end))
        if note.made_on is self._view.text.target or len(note.facing) < len(sentences):
            return note.translation
        joint = " " if self._view.text.target == "en" else ""
        return joint.join(f.anchor.quote for f in note.facing)

    def _remark(self, note: Note) -> str:
        """Who translated, where it was not a person."""
        text = self._view.text
        made = [
            text.translations.get(s.id)
            for s in sentences_in(text.report, Span(note.anchor.start, note.anchor.end))
        ]
        if any(t is not None and t.entry is None and t.engine != "memory" for t in made):
            return "（机器翻译）" if text.target is Language.ZH else "(machine translation)"
        return ""

    @staticmethod
    def _put(copied: Copied) -> None:
        data = QMimeData()
        data.setText(copied.plain)
        data.setHtml(copied.html)
        QGuiApplication.clipboard().setMimeData(data)

    def _fill_menu(self, menu: QMenu, hit: Hit | None) -> None:
        chosen = self._view.marks.selection
        if (chosen is not None and not chosen.is_empty) or (hit is not None and hit.piece is not None):
            menu.addSeparator()
            for name in ("copy_cited", "copy_both"):
                menu.addAction(self._window.actions_[name])
