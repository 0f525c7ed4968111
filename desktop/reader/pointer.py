"""The mouse in the reading view: hovering, clicking, drawing a selection."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QMouseEvent

from desktop.reader.hits import nearest_cell
from desktop.reader.text_selection import Place, TextSelection
from index.report import Language

if TYPE_CHECKING:
    from desktop.reader.report_view import ReportView

_FAR: Final = 100_000
_TURNS: Final = {Qt.MouseButton.BackButton: -1, Qt.MouseButton.ForwardButton: 1}


class Pointer(QObject):
    """Turns mouse events into what is hovered, chosen and selected."""

    def __init__(self, view: ReportView) -> None:
        super().__init__(view)
        self._view = view
        self._dragging = False
        self._pressed_at: QPoint | None = None
        self._point: QPoint | None = None
        self._auto_scroll = QTimer(self)
        self._auto_scroll.setInterval(30)
        self._auto_scroll.timeout.connect(self._scroll_on)

    def press(self, event: QMouseEvent) -> None:
        """A button went down; the two at the side of a mouse turn back and forward, as in a browser."""
        turn = _TURNS.get(event.button())
        if turn is not None:
            self._view.turned.emit(turn)
        if event.button() != Qt.MouseButton.LeftButton:
            return
        self._pressed_at = event.position().toPoint()
        self._dragging = False
        found = self._place_at(self._pressed_at, None)
        self._view.marks.selection = TextSelection(found[1], found[0], found[0]) if found else None
        self._view.viewport().update()

    def move(self, event: QMouseEvent) -> None:
        """The mouse moved, with the button up or down."""
        point = event.position().toPoint()
        if self._pressed_at is None:
            self._hover(point)
            return
        if not self._dragging:
            far = (point - self._pressed_at).manhattanLength()
            begun = far >= QGuiApplication.styleHints().startDragDistance()
            self._dragging = begun and self._view.marks.selection is not None
        if self._dragging:
            self._extend(point)
            if 0 <= point.y() < self._view.viewport().height():
                self._auto_scroll.stop()
            elif not self._auto_scroll.isActive():
                self._auto_scroll.start()

    def release(self, event: QMouseEvent) -> None:
        """The button came up: a click, or the end of a selection."""
        if event.button() != Qt.MouseButton.LeftButton or self._pressed_at is None:
            return
        self._auto_scroll.stop()
        was_dragging, self._dragging, self._pressed_at = self._dragging, False, None
        if was_dragging:
            return
        self._view.marks.selection = None
        hit = self._view.hit_at(event.position().toPoint())
        self._view.selection.choose_sentence(hit.piece.sentence if hit and hit.piece else "")
        self._view.selection.choose_indicator(hit.mark.indicator if hit and hit.mark else "")
        self._view.viewport().update()

    def double_click(self, event: QMouseEvent) -> None:
        """Select the words of the sentence."""
        hit = self._view.hit_at(event.position().toPoint())
        if hit and hit.piece:
            side, span = hit.placed.cell.content.side, hit.piece.span
            self._view.marks.selection = TextSelection(side, (hit.row, span.start), (hit.row, span.end))
            self._view.viewport().update()

    def leave(self) -> None:
        """The mouse is elsewhere."""
        self._point = None
        self._view.marks.pair = None
        self._view.selection.hover("")
        self._view.viewport().update()

    def _hover(self, point: QPoint) -> None:
        view = self._view
        hit = view.hit_at(point)
        self._point = point
        pair = hit.pair(view.text) if hit else None
        if pair != view.marks.pair:
            view.marks.pair = pair
            view.viewport().update()
        shape = Qt.CursorShape.PointingHandCursor if hit and hit.mark else Qt.CursorShape.IBeamCursor
        if view.viewport().cursor().shape() != shape:
            view.viewport().setCursor(shape)
        sentence = hit.piece.sentence if hit and hit.piece else ""
        if sentence and sentence in view.text.translations and sentence not in view.text.alignments:
            view.alignment_wanted.emit(sentence)
        view.selection.hover(sentence, hit.mark.indicator if hit and hit.mark else "")

    def look_again(self, _: str = "") -> None:
        """More is known now of what is under the mouse."""
        if self._point is not None and self._pressed_at is None:
            self._hover(self._point)

    def _extend(self, point: QPoint) -> None:
        selection = self._view.marks.selection
        if selection is not None:
            found = self._place_at(point, selection.side)
            if found:
                self._view.marks.selection = selection.extended(found[0])
            self._view.viewport().update()

    def _scroll_on(self) -> None:
        viewport = self._view.viewport()
        point = viewport.mapFromGlobal(self._view.cursor().pos())
        over = point.y() if point.y() < 0 else max(0, point.y() - viewport.height())
        self._view.scroll_by(round(over / 2))
        self._extend(point)

    def _place_at(self, point: QPoint, side: Language | None) -> tuple[Place, Language] | None:
        """The place between characters nearest to a point, in one language where that is given."""
        view = self._view
        if not view.text.rows:
            return None
        y = min(max(point.y(), 0), view.viewport().height() - 1)
        found = view.row_at(y)
        if found is None:  # on the title, or below the last line
            above = view.scroller.row == 0 and y < view.viewport().height() / 2
            row = 0 if above else len(view.text.rows) - 1
            found = (view.layouts[row], _FAR if above else -_FAR)
        layout, top = found
        placed = layout.side(side) if side else nearest_cell(layout, point.x(), y - top)
        if placed is None:
            return None
        index = placed.cell.cursor_at(point.x() - placed.x, y - top - placed.y)
        return (layout.row, index), placed.cell.content.side
