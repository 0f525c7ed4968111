"""Terms and words under the mouse: lit while it is there, explained when it rests; all terms while Ctrl is held."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QToolTip

from desktop.reader.hints import explain
from desktop.reader.term_hints import reading_hint, term_hint, word_hint
from index.report import Language
from index.text import Span
from models.pinyin import has_han

if TYPE_CHECKING:
    from desktop.reader.hits import Hit
    from desktop.reader.report_view import ReportView
    from desktop.reader.sentence_terms import PlacedTerm, SentenceTerms
    from models.dictionary import Dictionaries

REST_MS: Final = 400
"""How long the mouse rests on a word before it is explained."""
HOLD_MS: Final = 180
"""How long Ctrl is held before all terms are underlined: shortcuts shall not make the page flicker."""


class TermLayer(QObject):
    """Listens to the reading view, and shows what the glossary and the dictionaries know of the word under the mouse."""

    def __init__(
        self, view: ReportView, dictionaries: Callable[[], Dictionaries | None], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._view = view
        self._dictionaries = dictionaries
        self._option = False
        self._point = QPoint()
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._rest.timeout.connect(self.explain_here)
        self._hold = QTimer(self)
        self._hold.setSingleShot(True)
        self._hold.setInterval(HOLD_MS)
        self._hold.timeout.connect(lambda: self._show_all(on=True))
        self._viewport = view.viewport()
        view.installEventFilter(self)
        self._viewport.installEventFilter(self)

    def finish(self) -> None:
        """Listen no more."""
        self._rest.stop()
        self._hold.stop()
        self._view.removeEventFilter(self)
        self._viewport.removeEventFilter(self)

    @property
    def _terms(self) -> SentenceTerms | None:
        return self._view.text.terms

    def set_option(self, *, on: bool) -> None:
        """Underline all terms, or none but the one under the mouse."""
        self._option = on
        self._show_all(on=on)

    def _show_all(self, *, on: bool) -> None:
        if self._view.marks.terms_shown != on:
            self._view.marks.terms_shown = on
            self._view.viewport().update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look at what the mouse and the Ctrl key do; only the tooltip is taken over."""
        kind = event.type()
        if watched is self._viewport:
            if isinstance(event, QMouseEvent) and kind == QEvent.Type.MouseMove:
                self._moved(event)
            elif kind in (QEvent.Type.Leave, QEvent.Type.MouseButtonPress, QEvent.Type.Wheel):
                self._rest.stop()
                self._point_at(None)
            elif isinstance(event, QHelpEvent) and kind == QEvent.Type.ToolTip:
                self._point = event.pos()
                return self.explain_here()
        elif isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Control and not event.isAutoRepeat():
            if kind == QEvent.Type.KeyPress and not self._option:
                self._hold.start()
            elif kind == QEvent.Type.KeyRelease:
                self._release()
        elif kind == QEvent.Type.FocusOut:
            self._release()
        return super().eventFilter(watched, event)

    def _release(self) -> None:
        self._hold.stop()
        self._show_all(on=self._option)

    # Pointing

    def _moved(self, event: QMouseEvent) -> None:
        if event.buttons() != Qt.MouseButton.NoButton:
            self._rest.stop()
            return
        self._point = event.position().toPoint()
        hit = self._view.hit_at(self._point)
        self._point_at(self.term_at(hit) if hit else None)
        if hit is None or hit.mark is not None:
            self._rest.stop()
        else:
            self._rest.start()

    def _point_at(self, placed: PlacedTerm | None) -> None:
        if self._view.marks.term != placed:
            self._view.marks.term = placed
            self._view.viewport().update()

    def term_at(self, hit: Hit) -> PlacedTerm | None:
        """The term under a point; a figure comes before it."""
        terms = self._terms
        if terms is None or hit.piece is None or hit.mark is not None:
            return None
        return terms.at(hit.placed.cell.content, hit.piece, hit.index)

    # Explaining

    def explain_here(self) -> bool:
        """Show what is known of the word under the mouse; False where others have to say what there is."""
        hit = self._view.hit_at(self._point)
        if hit is None or hit.mark is not None:
            return False
        said = self.words_at(hit)
        if said is None:
            return False
        words, span = said
        remark = explain(hit, self._view.text, self._view.style_.theme)
        if remark:
            words += remark if remark.startswith("<p") else f"<p>{remark}</p>"
        place = self._view.viewport().mapToGlobal(self._point)
        QToolTip.showText(place, words, self._view.viewport(), self._box(hit, span))
        return True

    def words_at(self, hit: Hit) -> tuple[str, Span] | None:
        """What is said of the word at a place, and where in its cell the word stands."""
        text, theme, terms = self._view.text, self._view.style_.theme, self._terms
        placed = self.term_at(hit)
        content = hit.placed.cell.content
        if placed is not None and terms is not None and hit.piece is not None:
            span = terms.span_in(content, hit.piece, placed)
            return (term_hint(placed, text, theme), span) if span else None
        if hit.piece is None or content.side is not Language.ZH or not has_han(content.text[hit.index]):
            return None
        dictionaries = self._dictionaries()
        if dictionaries is None or not dictionaries.all:
            words = reading_hint(content.text, hit.index, theme)
            return (words, Span(hit.index, hit.index + 1)) if words else None
        sentence = hit.piece.span
        found = dictionaries.look_up(sentence.of(content.text), hit.index - sentence.start)
        if found is None:
            return None
        start = sentence.start + found.start
        return word_hint(found, text, theme), Span(start, start + len(found.word))

    def _box(self, hit: Hit, span: Span) -> QRect:
        """The word on screen, which the tooltip stays for."""
        found = self._view.row_at(self._point.y())
        top = found[1] if found else 0
        for box in hit.placed.cell.rects(span):
            moved = box.translated(hit.placed.x, top + hit.placed.y).toAlignedRect()
            if moved.contains(self._point):
                return moved
        return QRect()
