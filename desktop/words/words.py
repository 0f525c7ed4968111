"""Words in the window: looked up in the text, kept in the word list; every change can be undone."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu, QToolTip

from desktop.itemmodels.words import WordRow
from desktop.jobs import Lane
from desktop.steps import Step, Work
from desktop.undo import WORDS, Change
from desktop.words.card import WordCard
from desktop.words.files import WordFiles
from desktop.words.looked import (
    Looked,
    Place,
    first_in,
    first_word,
    look_up,
    look_up_exactly,
    step_character,
    step_word,
)
from desktop.words.places import WordPlaces
from desktop.words.pointing import WordPointer
from index.annotations.edit import Edit
from index.errors import ReaderError
from index.words import Example, Word, WordShelf

if TYPE_CHECKING:
    from desktop.main_window import MainWindow
    from desktop.reader.bilingual import Bilingual
    from desktop.reader.hits import Hit
    from desktop.services import Services
    from desktop.theme import Theme
    from models.word_lookup import WordLookup

_T = TypeVar("_T")


class Words(QObject):
    """Joins the words in the store with the text, the card, the panel and the window's history of changes."""

    told = Signal(str)
    failed = Signal(object)

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._session, self._view = window, window.session, window.view
        self._services: Services = window.services
        self._lookup: WordLookup | None = None
        self._moving = False
        self._kept: tuple[Word, ...] = ()
        self.panel = window.panes.side.words
        self.pointer = WordPointer(self._view, self)
        self.card = WordCard(self._view.viewport())
        self.files = WordFiles(window, self)
        self.places = WordPlaces(window, self)
        self._lane = Lane("words read", self)
        self._connect()
        self.set_theme(self._view.style_.theme)
        self._read()

    def _connect(self) -> None:
        window, panel, card = self._window, self.panel, self.card
        for part in (self, self.files, self.places):
            part.told.connect(lambda words: window.statusBar().showMessage(words, 6000))
        for failing in (self, self.files):
            failing.failed.connect(window.gate.tell)
        window.actions_.connect(
            look_up=self.look_up_here, add_word=self.add_here, words=window.panes.focus_words
        )
        session = self._session
        session.report_opened.connect(self._leave_report)
        session.words_changed.connect(self.refresh)
        session.indicators_found.connect(self._forget_lookup)
        session.aligned.connect(self._show_here)
        session.translated.connect(lambda _: self._show_here(""))
        session.closing.connect(self._finish)
        if window.terms is not None:
            window.terms.found.connect(self._forget_lookup)
        self._view.viewport_changed.connect(self._follow)
        self._view.menu_asked.connect(self._fill_menu)
        self._view.escaped.connect(card.leave)
        self.pointer.wanted.connect(self.look_up_hit)
        self.pointer.elsewhere.connect(card.leave)
        card.next_wanted.connect(lambda: self._step(lambda lookup, looked: step_word(lookup, looked, 1)))
        card.back_wanted.connect(lambda: self._step(lambda lookup, looked: step_word(lookup, looked, -1)))
        card.character_wanted.connect(lambda: self._step(step_character))
        card.place_wanted.connect(self.go_to_place)
        card.figure_wanted.connect(self._go_to_figure)
        card.add_wanted.connect(self.add_shown)
        card.copy_wanted.connect(self._copy)
        card.glossary_wanted.connect(self._ask_term)
        card.dictionaries_wanted.connect(self._show_dictionaries)
        card.closed.connect(self._closed)
        panel.word_activated.connect(self.go_to)
        panel.sentence_activated.connect(self.places.go_to)
        panel.edit_wanted.connect(self.edit)
        panel.sentence_removed.connect(self.remove_sentence)
        panel.delete_wanted.connect(self.delete)
        panel.copy_wanted.connect(self.files.copy)
        panel.export_wanted.connect(self.files.ask_export)
        panel.scope_changed.connect(lambda _: self.refresh())
        panel.escaped.connect(self._view.setFocus)
        panel.themed.connect(self.set_theme)

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme."""
        self.card.set_theme(theme)

    @property
    def shelf(self) -> WordShelf:
        """The words in the store; asking for it opens the store."""
        return WordShelf(self._services.annotations())

    @property
    def text(self) -> Bilingual:
        """The report that is shown."""
        return self._view.text

    @property
    def is_busy(self) -> bool:
        """True while words are being read or a file is being written."""
        return self._lane.busy or self.files.is_busy

    @property
    def lookup(self) -> WordLookup:
        """What finds words, by the glossary, the dictionaries and the figures of now."""
        if self._lookup is None:
            names = {i.name: i.name_en for i in self.text.indicators.values() if i.name_en}
            self._lookup = self._services.vocabulary.lookup(names)
        return self._lookup

    def _forget_lookup(self, _: object = None) -> None:
        self._lookup = None

    # Showing the list

    def _read(self) -> None:
        """The words, behind the work: a store that must be opened may take a while; and what looks words up."""
        job = self._lane.start(_reading(self._services))
        job.succeeded.connect(self._show)
        job.failed.connect(self.failed)

    def _leave_report(self, _: object) -> None:
        self._forget_lookup()
        self.card.leave()
        self._read()

    def words(self) -> tuple[Word, ...]:
        """All words that are kept."""
        if not self._services.has_annotations:
            return ()
        return self._guarded(self.shelf.words) or ()

    def refresh(self) -> None:
        """Show what the store says now."""
        self._show(self.words())

    def _show(self, words: object) -> None:
        if not isinstance(words, tuple):
            return
        self._kept = words
        report, everywhere = self.text.report, self.panel.scope.everywhere
        rows = []
        for word in words:
            here = tuple(e for e in word.examples if e.is_of(report))
            if everywhere or here:
                rows.append(WordRow(word, (*here, *(e for e in word.examples if e not in here)), len(here)))
        self.panel.show_words(rows, len(words))
        self._show_kept()

    def _show_kept(self) -> None:
        looked = self.card.looked
        if looked is None:
            return
        wanted = looked.to_word()
        known = next((word for word in self._kept if word.key == wanted.key), None)
        has = known is not None and any(e.key == wanted.examples[0].key for e in known.examples)
        self.card.set_kept(word=known is not None, sentence=has)

    # Looking up

    def look_up_hit(self, hit: Hit) -> bool:
        """Show the card of the word under a point; False where there is none."""
        found = self.pointer.place_of(hit)
        return found is not None and self._open(look_up(self.lookup, self.text, *found))

    def look_up_here(self) -> None:
        """Show the card of the selected words, else of the first word of the current sentence, else of the first on screen."""
        if not self._open(self._here()):
            self.told.emit(self.tr("There is no word here."))

    def _here(self) -> Looked | None:
        chosen = self.pointer.place_of_selection()
        if chosen is not None:
            place, side = chosen
            first = first_in(self.lookup, self.text, place, side)
            if first is not None and first.head.span == place.span:
                return first
            return look_up_exactly(self.lookup, self.text, place, side) or first
        sides = [column.side for column in self._view.layouts.columns]
        side = self.text.source if self.text.source in sides else sides[0]
        sentence = self._view.selection.sentence or next(iter(self._view.visible_sentences()), "")
        return first_word(self.lookup, self.text, sentence, side) if sentence else None

    def _open(self, looked: Looked | None) -> bool:
        if looked is None:
            return False
        QToolTip.hideText()
        if self._window.notes is not None:
            self._window.notes.card.leave()
            self._window.notes.bar.hide()
        self._show_card(looked)
        self.card.setFocus(Qt.FocusReason.OtherFocusReason)
        sentence = looked.place.sentence
        if sentence in self.text.translations and sentence not in self.text.alignments:
            self._view.alignment_wanted.emit(sentence)
        return True

    def _show_card(self, looked: Looked) -> None:
        self._moving = True
        self.pointer.bring(looked.place, looked.side)
        self._moving = False
        self.card.show_word(looked)
        self._show_kept()
        self._view.marks.selection = self.pointer.selection_of(looked.place, looked.side)
        self._view.viewport().update()
        self._place_card()

    def _place_card(self) -> None:
        looked = self.card.looked
        if looked is not None:
            viewport = self._view.viewport().rect()
            away = viewport.adjusted(40, 40, -40, -viewport.height() // 2)
            self.card.show_beside(self.pointer.rect_of(looked.place, looked.side) or away)

    def _show_here(self, sentence: str) -> None:
        looked = self.card.looked
        if looked is not None and sentence in ("", looked.place.sentence):
            fresh = Looked(self.text, looked.head, looked.place, looked.side, looked.lookup)
            self.card.show_word(fresh)
            self._place_card()

    def _step(self, step: Callable[[WordLookup, Looked], Looked | None]) -> None:
        looked = self.card.looked
        if looked is not None and not self._open(step(self.lookup, looked)):
            self.told.emit(self.tr("There are no more words."))

    def go_to_place(self, number: int) -> None:
        """Go to one of the places of the word that is shown; its card comes along."""
        looked = self.card.looked
        if looked is None or not 0 <= number < len(looked.places):
            return
        place = looked.places[number]
        if place != looked.place:
            self._window.navigator.leave()
        self._moving = True
        self._view.go_to_sentence(place.sentence, choose=False)
        self._moving = False
        self._open(_moved(looked, place))

    def _go_to_figure(self, indicator: str) -> None:
        self.card.leave()
        self._window.navigator.to_indicator(indicator)
        self._view.setFocus()

    def _follow(self) -> None:
        """The card stays at its word, or goes with it."""
        looked = self.card.looked
        if looked is None or self._moving:
            return
        if self.pointer.rect_of(looked.place, looked.side) is None:
            self.card.leave()
        else:
            self._place_card()

    def _closed(self) -> None:
        self._view.marks.selection = None
        self._view.viewport().update()
        self._view.setFocus()

    def _fill_menu(self, menu: QMenu, hit: Hit | None) -> None:
        chosen = self.pointer.place_of_selection()
        found = self.pointer.place_of(hit) if hit is not None else None
        looked = self._here() if chosen is not None else None
        if looked is None and found is not None:
            looked = look_up(self.lookup, self.text, *found)
        if looked is None:
            return
        word, wanted = looked.text.shown(looked.side, looked.head.word).replace("&", "&&"), looked
        menu.addSeparator()
        menu.addAction(self.tr("Look up “{word}”").format(word=word), lambda: self._open(wanted))
        menu.addAction(
            self.tr("Add “{word}” to the word list").format(word=word), lambda: self.add(wanted.to_word())
        )

    def _copy(self) -> None:
        if self.card.looked is not None:
            QGuiApplication.clipboard().setText(self.card.looked.lines)
            self.told.emit(self.tr("Copied"))

    def _ask_term(self) -> None:
        looked = self.card.looked
        if looked is not None and self._window.terms is not None:
            word = looked.head.word
            self.card.leave()
            self._window.terms.ask_add(word)

    def _show_dictionaries(self) -> None:
        self.card.leave()
        if self._window.terms is not None:
            self._window.terms.show_glossary()
            if self._window.terms.dialog is not None:
                self._window.terms.dialog.dictionaries.add.setFocus()

    # Changing

    def add_shown(self) -> None:
        """Keep the word of the card."""
        if self.card.looked is not None:
            self.add(self.card.looked.to_word())

    def add_here(self) -> None:
        """Keep the word of the card, else what would be looked up."""
        looked = self.card.looked or self._here()
        if looked is not None:
            self.add(looked.to_word())

    def add(self, word: Word) -> bool:
        """Keep a word with its sentence; False where it was kept already, or could not be."""
        try:
            edit = self.shelf.add(word)
        except ReaderError as error:
            self.failed.emit(error)
            return False
        if edit is None:
            self.told.emit(self.tr("“{word}” is in the word list with this sentence.").format(word=word.word))
            return False
        done = self._edit(edit)
        if done:
            self.told.emit(self.tr("“{word}” is in the word list now.").format(word=word.word))
        return done

    def edit(self, key: str) -> None:
        """Ask for another meaning or reading of a word."""
        from desktop.words.editor import WordEditor

        word = self._guarded(lambda: self.shelf.word(key))
        if word is None:
            return
        editor = WordEditor(word, self._window)
        editor.accepted.connect(lambda: self._keep_edited(key, editor.reading(), editor.meaning()))
        editor.open()

    def _keep_edited(self, key: str, reading: str, meaning: str) -> None:
        self._edit(self._guarded(lambda: self.shelf.change(key, reading=reading, meaning=meaning)))

    def remove_sentence(self, word: Word, example: Example) -> None:
        """Take a sentence from a word; Undo brings it back."""
        self._edit(self._guarded(lambda: self.shelf.remove_example(word.id, example)))

    def delete(self, keys: Iterable[str]) -> None:
        """Delete words; Undo brings them back."""
        keys = tuple(keys)
        edit = self._guarded(lambda: self.shelf.remove(keys))
        if edit is not None and self._edit(edit):
            words = self.tr("{n} words deleted; Undo brings them back.") if len(keys) > 1 else ""
            self.told.emit((words or self.tr("Word deleted; Undo brings it back.")).format(n=len(keys)))

    def _edit(self, edit: Edit | None) -> bool:
        return edit is not None and self._session.change(Change(edit.undo, edit.redo, WORDS))

    # Common

    def go_to(self, word: Word, example: Example | None) -> None:
        """Show where a word was met; its report is opened where it is another one."""
        if example is None:
            self.told.emit(self.tr("There is no sentence of this word."))
        else:
            self.places.go_to(word, example)

    def _guarded(self, use: Callable[[], _T]) -> _T | None:
        try:
            return use()
        except ReaderError as error:
            self.failed.emit(error)
            return None

    def _finish(self) -> None:
        self.card.hide()
        self.pointer.finish()
        self._lane.close()
        self.files.close()


def _moved(looked: Looked, place: Place) -> Looked:
    """The same word at another of its places."""
    head = replace(looked.head, span=place.span)
    return Looked(looked.text, head, place, looked.side, looked.lookup)


def _reading(services: Services) -> Work:
    yield Step(0, 2)
    words = WordShelf(services.annotations()).words() if services.has_annotations else ()
    yield Step(1, 2)
    services.vocabulary.lookup()  # so that the first word that is looked up need not wait for it
    return words
