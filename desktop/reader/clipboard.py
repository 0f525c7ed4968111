"""Copying from the reading view, and its context menu."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu

from desktop.reader.hits import Hit
from desktop.reader.text_selection import TextSelection

if TYPE_CHECKING:
    from desktop.reader.report_view import ReportView

_QUERY_LENGTH: Final = 200


class Clipboard(QObject):
    """What is copied: the selected words, else the current sentence in both languages."""

    like_wanted = Signal(str)

    def __init__(self, view: ReportView) -> None:
        super().__init__(view)
        self._view = view

    def selected_text(self) -> str:
        """The words that copying would copy."""
        chosen = self._view.marks.selection
        if chosen is not None and not chosen.is_empty:
            return chosen.text(self._view.text)
        return self.pair_text(self._view.selection.sentence)

    def pair_text(self, sentence: str) -> str:
        """A sentence and its translation, on two lines."""
        text = self._view.text
        if sentence not in text.sentences:
            return ""
        words = text.shown(text.source, text.source_of(sentence))
        translation = text.translations.get(sentence)
        return f"{words}\n{text.shown(text.target, translation.target)}" if translation else words

    def copy(self) -> None:
        """Put the words on the clipboard."""
        words = self.selected_text()
        if words:
            QGuiApplication.clipboard().setText(words)

    def select_all(self) -> None:
        """Select the whole text of one language: the one last selected in, else the first shown."""
        view = self._view
        if not view.text.rows:
            return
        side = view.marks.selection.side if view.marks.selection else view.layouts.columns[0].side
        last = len(view.text.rows) - 1
        view.marks.selection = TextSelection(side, (0, 0), (last, len(view.text.cell(last, side).text)))
        view.viewport().update()

    def menu(self, hit: Hit | None) -> QMenu:
        """What can be done with the words at a place."""
        menu = QMenu(self._view)
        chosen = self._view.marks.selection
        has_words = chosen is not None and not chosen.is_empty
        menu.addAction(self.tr("Copy"), self.copy).setEnabled(has_words)
        sentence = hit.piece.sentence if hit and hit.piece else ""
        if sentence:
            both = menu.addAction(self.tr("Copy sentence with its translation"))
            both.triggered.connect(lambda: QGuiApplication.clipboard().setText(self.pair_text(sentence)))
        query = self.selected_text() if has_words else ""
        if not query and sentence:
            query = self._view.text.source_of(sentence)
        if query:
            look = menu.addAction(self.tr("Search for this"))
            look.triggered.connect(lambda: self._view.search_wanted.emit(query[:_QUERY_LENGTH]))
        if sentence:
            like = menu.addAction(self.tr("More like this passage"))
            like.triggered.connect(lambda: self.like_wanted.emit(sentence))
        return menu
