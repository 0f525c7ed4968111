"""From a word of the list to a sentence in which it was met, in the report that is open or in another one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.notes.places import path_of
from desktop.words.looked import places_of, side_text
from index.notes import Finder
from index.words import Example, Word

if TYPE_CHECKING:
    from desktop.main_window import MainWindow
    from desktop.words.words import Words


class WordPlaces(QObject):
    """Goes to a sentence; opens its report first where that is another one."""

    told = Signal(str)

    def __init__(self, window: MainWindow, words: Words) -> None:
        super().__init__(words)
        self._window, self._words = window, words
        self._wanted: tuple[Word, Example] | None = None
        window.view.first_painted.connect(self._arrive)

    def go_to(self, word: Word, example: Example) -> None:
        """Show a sentence of ``word``; says why where it cannot be shown."""
        window = self._window
        if example.is_of(window.view.text.report):
            self._show(word, example)
            return
        path = path_of(window.services, example) if example.report_id or example.title else ""
        if not path:
            self.told.emit(
                self.tr("The report of this sentence is not in the library: {title}").format(
                    title=example.source
                )
                if example.source
                else self.tr("This sentence was added without a report.")
            )
            return
        window.navigator.leave()
        self._wanted = (word, example)
        window.open_path(path)

    def _arrive(self) -> None:
        wanted, self._wanted = self._wanted, None
        if wanted is not None:
            self._show(*wanted, leave=False)

    def _show(self, word: Word, example: Example, *, leave: bool = True) -> None:
        text, view = self._window.view.text, self._window.view
        report = text.report
        found = Finder(report.text).find(example.anchor)
        sentence = report.sentence_at(found.span.start) if found is not None else None
        if sentence is None:
            self.told.emit(self.tr("This sentence is not in the report any more."))
            return
        if leave:
            self._window.navigator.leave()
        view.go_to_sentence(sentence.id)
        if side_text(text, sentence.id, word.language):
            head = self._words.lookup.of_word(word.word, word.language)
            place = next((p for p in places_of(text, head, word.language) if p.sentence == sentence.id), None)
            if place is not None:
                view.marks.selection = self._words.pointer.selection_of(place, word.language)
                view.viewport().update()
        view.setFocus()
