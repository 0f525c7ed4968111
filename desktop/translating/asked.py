"""Shows the other language of the selection, the sentence or the paragraph when it is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRect, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu

from desktop.jobs import Lane
from desktop.messages import describe
from desktop.translating.card import TranslationCard
from desktop.translating.parts import parts
from index.errors import ReaderError

if TYPE_CHECKING:
    from desktop.main_window import MainWindow
    from desktop.reader.hits import Hit
    from desktop.reader.text_selection import TextSelection
    from desktop.theme import Theme
    from index.report import Language


class AskedTranslations(QObject):
    """Opens the card; what is not translated yet is translated now, before everything else."""

    told = Signal(str)

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._view, self._session = window, window.view, window.session
        self.card = TranslationCard(self._view.viewport())
        self._lane = Lane("translate asked", self)
        self._sentences: tuple[str, ...] = ()
        self._side: Language = self._view.text.source
        self._selection: TextSelection | None = None
        self._problem = ""
        self._connect()
        self.set_theme(self._view.style_.theme)

    def _connect(self) -> None:
        window, view, session = self._window, self._view, self._session
        self.told.connect(lambda words: window.statusBar().showMessage(words, 6000))
        window.actions_.connect(
            translate_selection=self.ask_selection, translate_paragraph=self.ask_paragraph
        )
        self.card.copy_wanted.connect(self._copy)
        self.card.note_wanted.connect(self._write_note)
        self.card.left.connect(view.setFocus)
        session.translated.connect(lambda _: self._renew())
        session.aligned.connect(lambda _: self._renew())
        session.report_opened.connect(lambda _: self._leave())
        session.closing.connect(self._lane.close)
        view.viewport_changed.connect(self._place)
        view.escaped.connect(self._leave)
        view.menu_asked.connect(self._fill_menu)
        view.selection.sentence_chosen.connect(lambda _: self._leave())

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme."""
        self.card.set_theme(theme)

    def ask_selection(self) -> None:
        """The other language of the selected words, or of the current sentence."""
        chosen = self._view.marks.selection
        if chosen is not None and not chosen.is_empty:
            self._open(chosen.sentences(self._view.text), chosen.side, chosen)
            return
        sentence = self._view.selection.sentence
        if sentence in self._view.text.sentences:
            self._open((sentence,), self._read_side(), None)
        else:
            self.told.emit(self.tr("Select words first, or click on a sentence."))

    def ask_paragraph(self) -> None:
        """The other language of the paragraph of the current sentence, or of the first that is on screen."""
        text = self._view.text
        chosen = self._view.marks.selection
        sentence = self._view.selection.sentence
        if chosen is not None and not chosen.is_empty:
            row, side = chosen.head[0], chosen.side
        elif sentence in text.sentences:
            row, side = text.row_of(sentence), self._read_side()
        elif (rows := self._view.visible_rows()) and text.rows:
            row, side = rows[0], self._read_side()
        else:
            return
        paragraph = text.report.paragraphs[text.rows[row].paragraph]
        self._open(tuple(s.id for s in paragraph.sentences), side, None)

    def _read_side(self) -> Language:
        """The language that is read: the one on screen, or the report's own where both are."""
        sides = [column.side for column in self._view.layouts.columns]
        return sides[0] if len(sides) == 1 else self._view.text.source

    def _open(self, sentences: tuple[str, ...], side: Language, selection: TextSelection | None) -> None:
        if not sentences:
            return
        self._sentences, self._side, self._selection, self._problem = sentences, side, selection, ""
        window = self._window
        if window.notes is not None:
            window.notes.bar.hide()
        self._fill()
        place = self._words_rect()
        if place is not None:
            self.card.show_beside(place)
        missing = [s for s in sentences if s not in self._view.text.translations]
        if missing and side is self._view.text.source:
            self._translate(missing)
        for sentence in sentences if selection is not None else ():
            self._session.align(sentence)

    def _translate(self, sentences: list[str]) -> None:
        from desktop.reader.filling import TranslationQueue, fill

        work = fill(self._window.services, self._view.text.report, TranslationQueue(sentences))
        job = self._lane.start(work)
        job.progressed.connect(self._session.take_asked)
        job.failed.connect(self._fail)

    def _fail(self, error: object) -> None:
        if isinstance(error, ReaderError):
            self._problem = describe(error).text
            self._renew()
        else:
            self._window.gate.tell(error)  # type: ignore[arg-type]  # a job fails with an exception

    def _fill(self) -> None:
        text = self._view.text
        found = parts(text, self._sentences, self._side, self._selection)
        self.card.show_parts(found, self._side.other, self._problem)

    def _renew(self) -> None:
        if not self.card.isHidden():
            self._fill()
            self._place()

    def _words_rect(self) -> QRect | None:
        """Where the words that were asked about are on screen."""
        if self._selection is not None and self._window.notes is not None:
            found = self._window.notes.pointer.selection_rect()
            if found is not None:
                return found
        boxes = QRect()
        for sentence in self._sentences:
            box = self._view.sentence_rect(sentence, self._side)
            if box is not None:
                boxes = boxes.united(box.toAlignedRect())
        shown = boxes.intersected(self._view.viewport().rect())
        return shown if shown.isValid() else None

    def _place(self) -> None:
        if self.card.isHidden():
            return
        place = self._words_rect()
        if place is not None:
            self.card.show_beside(place)
        else:
            self._leave()

    def _leave(self) -> None:
        self._lane.cancel()
        self.card.leave()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.card.text())
        self.told.emit(self.tr("The translation is on the clipboard."))

    def _write_note(self) -> None:
        notes = self._window.notes
        if self._selection is None and self._sentences:
            self._view.selection.choose_sentence(self._sentences[0])
        self._leave()
        if notes is not None:
            notes.write()

    def _fill_menu(self, menu: QMenu, hit: Hit | None) -> None:
        if hit is not None and hit.piece is not None:
            menu.addSeparator()
            menu.addAction(self._window.actions_["translate_selection"])
            menu.addAction(self._window.actions_["translate_paragraph"])
