"""The mouse and the marks of words: Ctrl and a click looks a word up, and nothing else happens; where words are on screen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QMouseEvent

from desktop.reader.text_selection import TextSelection
from desktop.words.looked import Place
from index.report import Language
from index.text import Span

if TYPE_CHECKING:
    from desktop.reader.hits import Hit
    from desktop.reader.report_view import ReportView

_THIRD: Final = 0.3
"""How far down the view a word is put that had to be scrolled to."""


class WordPointer(QObject):
    """``wanted`` tells that a place was clicked with Ctrl held, ``elsewhere`` that the mouse went down without."""

    wanted = Signal(object)
    elsewhere = Signal()

    def __init__(self, view: ReportView, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._view = view
        self._pressed: QPoint | None = None
        view.viewport().installEventFilter(self)

    def finish(self) -> None:
        """Listen no more."""
        self._view.viewport().removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take what belongs to a click with Ctrl held, so that no sentence is chosen and nothing is selected by it."""
        kind = event.type()
        if not isinstance(event, QMouseEvent) or kind not in (
            QEvent.Type.MouseButtonPress,
            QEvent.Type.MouseButtonDblClick,
            QEvent.Type.MouseButtonRelease,
        ):
            return super().eventFilter(watched, event)
        if kind == QEvent.Type.MouseButtonRelease:
            pressed, self._pressed = self._pressed, None
            if pressed is None or event.button() != Qt.MouseButton.LeftButton:
                return super().eventFilter(watched, event)
            hit = self._view.hit_at(pressed)
            if hit is not None:
                self.wanted.emit(hit)
            return True
        held = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        if event.button() == Qt.MouseButton.LeftButton and held:
            self._pressed = event.position().toPoint()
            return True
        self._pressed = None
        self.elsewhere.emit()
        return super().eventFilter(watched, event)

    # Places

    def place_of(self, hit: Hit) -> tuple[Place, Language] | None:
        """The character under a point, in its sentence."""
        content = hit.placed.cell.content
        if hit.piece is None or not hit.piece.span.holds(hit.index):
            return None
        at = hit.index - hit.piece.span.start + self._skipped(hit.piece.skipped, content.side)
        return Place(hit.piece.sentence, Span(at, at + 1)), content.side

    def _skipped(self, skipped: int, side: Language) -> int:
        return skipped if side is self._view.text.source else 0

    def place_of_selection(self) -> tuple[Place, Language] | None:
        """The selected words, as far as they stand in the first sentence that they touch."""
        chosen, text = self._view.marks.selection, self._view.text
        if chosen is None or chosen.is_empty:
            return None
        row, _ = min(chosen.anchor, chosen.head)
        cell = text.cell(row, chosen.side)
        span = chosen.span_in(row, len(cell.text))
        for piece in cell.pieces if span is not None else ():
            assert span is not None
            start, end = max(span.start, piece.span.start), min(span.end, piece.span.end)
            while start < end and cell.text[start].isspace():
                start += 1
            while start < end and cell.text[end - 1].isspace():
                end -= 1
            if start < end:
                shift = self._skipped(piece.skipped, chosen.side) - piece.span.start
                return Place(piece.sentence, Span(start, end).shifted(shift)), chosen.side
        return None

    def selection_of(self, place: Place, side: Language) -> TextSelection | None:
        """A word as a selection of the view; None where no row shows it."""
        found = self._in_row(place, side)
        if found is None:
            return None
        row, span = found
        return TextSelection(side, (row, span.start), (row, span.end))

    def rect_of(self, place: Place, side: Language) -> QRect | None:
        """Where a word is on screen; None where it is not."""
        rect = self._rect(place, side)
        return rect if rect is not None and rect.intersects(self._view.viewport().rect()) else None

    def bring(self, place: Place, side: Language) -> None:
        """Scroll no further than to have a word on screen."""
        view = self._view
        rect = self._rect(place, side)
        if rect is None:  # its row is elsewhere
            view.go_to_sentence(place.sentence, flash=False, choose=False)
            rect = self._rect(place, side)
        height = view.viewport().height()
        if rect is not None and not (0 <= rect.top() and rect.bottom() < height):
            view.scroll_by(round(rect.top() - height * _THIRD))

    def _rect(self, place: Place, side: Language) -> QRect | None:
        """Where a word is in the viewport or beyond its edges, as long as its row is on screen."""
        found = self._in_row(place, side)
        top = self._view.top_of(found[0]) if found is not None else None
        placed = self._view.layouts[found[0]].side(side) if found is not None and top is not None else None
        if found is None or top is None or placed is None:
            return None
        boxes = placed.cell.rects(found[1])
        if not boxes:
            return None
        whole = boxes[0]
        for box in boxes[1:]:
            whole = whole.united(box)
        return whole.translated(placed.x, top + placed.y).toAlignedRect()

    def _in_row(self, place: Place, side: Language) -> tuple[int, Span] | None:
        """The row that shows the beginning of a word, and where in its cell."""
        text = self._view.text
        if place.sentence not in text.sentences:
            return None
        for row in range(text.row_of(place.sentence), len(text.rows)):
            cell = text.cell(row, side)
            piece = next((p for p in cell.pieces if p.sentence == place.sentence), None)
            if piece is None:
                return None
            span = place.span.shifted(piece.span.start - self._skipped(piece.skipped, side))
            start, end = max(span.start, piece.span.start), min(span.end, piece.span.end)
            if start < end:
                return row, Span(start, end)
        return None
