"""The mouse on notes: a click opens the note under it, the end of a selection brings the bar. No other event is taken."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QHelpEvent, QMouseEvent
from PySide6.QtWidgets import QToolTip

from index.notes.model import Note

if TYPE_CHECKING:
    from desktop.reader.note_marks import MarginMark
    from desktop.reader.report_view import ReportView


class NotePointer(QObject):
    """``clicked`` tells a note, or None for a click elsewhere; ``selected`` that words were selected with the mouse."""

    clicked = Signal(object)
    selected = Signal()

    def __init__(self, view: ReportView, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._view = view
        self._viewport = view.viewport()
        self._viewport.installEventFilter(self)

    def finish(self) -> None:
        """Listen no more."""
        self._viewport.removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """After the view has done its part, look at what came of it."""
        kind = event.type()
        if kind in (QEvent.Type.MouseButtonRelease, QEvent.Type.MouseButtonDblClick):
            if isinstance(event, QMouseEvent) and event.button() == Qt.MouseButton.LeftButton:
                point = event.position().toPoint()
                QTimer.singleShot(0, self, lambda: self._released(point))
        elif kind == QEvent.Type.MouseMove and isinstance(event, QMouseEvent):
            if event.buttons() == Qt.MouseButton.NoButton:
                point = event.position().toPoint()
                if self._margin_at(point) is not None:
                    self._viewport.setCursor(Qt.CursorShape.PointingHandCursor)
        elif kind == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            mark = self._margin_at(event.pos())
            if mark is not None:
                words = "\n".join(
                    part for part in (mark.note.comment, "  ".join(f"#{t}" for t in mark.note.tags)) if part
                )
                QToolTip.showText(event.globalPos(), words or mark.note.anchor.quote[:200], self._viewport)
                return True
        return super().eventFilter(watched, event)

    def _released(self, point: QPoint) -> None:
        chosen = self._view.marks.selection
        if chosen is not None and not chosen.is_empty:
            self.selected.emit()
        else:
            self.clicked.emit(self.note_at(point))

    def note_at(self, point: QPoint) -> Note | None:
        """The note whose margin mark or whose words are under a point; a figure in the words comes before them."""
        mark = self._margin_at(point)
        if mark is not None:
            return mark.note
        hit = self._view.hit_at(point)
        notes = self._view.text.notes
        if hit is None or notes is None or hit.mark is not None:
            return None
        return notes.at(hit.placed.cell.content, hit.index)

    def _margin_at(self, point: QPoint) -> MarginMark | None:
        notes = self._view.text.notes
        found = self._view.row_at(point.y()) if notes is not None else None
        if notes is None or found is None:
            return None
        layout, top = found
        right = max(placed.x + placed.cell.width for placed in layout.cells)
        if point.x() < right:
            return None
        from desktop.reader.note_marks import margin_marks

        for mark in margin_marks(layout, self._view.style_, notes):
            if mark.box.adjusted(-3, -4, 3, 4).translated(0, top).contains(point.toPointF()):
                return mark
        return None

    def selection_rect(self) -> QRect | None:
        """Where the selected words are on screen, as far as they are."""
        chosen = self._view.marks.selection
        if chosen is None or chosen.is_empty:
            return None
        boxes = QRect()
        for row in self._view.visible_rows():
            top, layout = self._view.top_of(row), self._view.layouts[row]
            placed = layout.side(chosen.side)
            span = chosen.span_in(row, len(placed.cell.content.text)) if placed else None
            if top is None or placed is None or span is None:
                continue
            for box in placed.cell.rects(span):
                boxes = boxes.united(box.translated(placed.x, top + placed.y).toAlignedRect())
        shown = boxes.intersected(self._viewport.rect())
        return shown if shown.isValid() else None

    def note_rect(self, key: str) -> QRect | None:
        """Where a note is on screen, in the first language that shows it."""
        notes = self._view.text.notes
        if notes is None:
            return None
        for sentence in notes.sentences_of(key):
            row = self._view.text.row_of(sentence)
            top = self._view.top_of(row)
            if top is None:
                continue
            for placed in self._view.layouts[row].cells:
                for piece in notes.in_cell(placed.cell.content):
                    boxes = placed.cell.rects(piece.span) if piece.note.id == key else []
                    if boxes:
                        whole = boxes[0]
                        for box in boxes[1:]:
                            whole = whole.united(box)
                        return whole.translated(placed.x, top + placed.y).toAlignedRect()
        return None
