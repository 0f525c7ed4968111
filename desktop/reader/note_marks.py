"""How notes look in the text: a ground or a line along the words, and a mark in the margin that can be clicked."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from desktop.notes.colours import pigment
from index.notes.model import Look, Note

if TYPE_CHECKING:
    from desktop.notes.placed import PlacedNotes
    from desktop.reader.cell import Cell
    from desktop.reader.row_layout import RowLayout
    from desktop.reader.style import ReadingStyle

_ROUND: Final = 3.0
_LANES: Final = 2
"""Margin marks beside each other; further notes on the same lines are reached from the panel."""
_GAP: Final = 1.05
"""From the text to the first mark, in em: a sign after the last word of a line may hang out as far."""
_STEP: Final = -0.8


class MarginMark(NamedTuple):
    """A note beside its row: where it is clicked, and how far down its words go (in the row's coordinates)."""

    note: Note
    box: QRectF
    bottom: float


def paint_notes(
    painter: QPainter, cell: Cell, at: QPointF, style: ReadingStyle, notes: PlacedNotes, chosen: str
) -> None:
    """Mark the words of notes in a cell; called before its text is drawn."""
    for piece in notes.in_cell(cell.content):
        if piece.note.look is Look.BOOKMARK:
            continue
        colours = pigment(style.theme, piece.note.colour)
        boxes = [box.translated(at) for box in cell.rects(piece.span)]
        if piece.certain and piece.note.look is Look.HIGHLIGHT:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.ground))
            for box in boxes:
                painter.drawRoundedRect(box.adjusted(-1, 2, 1, -2), _ROUND, _ROUND)
        else:
            width = (2.4 if piece.certain else 1.2) * max(1.0, style.zoom / 120)
            line = Qt.PenStyle.SolidLine if piece.certain else Qt.PenStyle.DashLine
            painter.setPen(QPen(QColor(colours.ink), width, line, Qt.PenCapStyle.FlatCap))
            for box in boxes:
                below = box.bottom() - max(2.0, style.pixels * 0.14)
                painter.drawLine(QPointF(box.left(), below), QPointF(box.right(), below))
        if piece.note.id == chosen:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(colours.ink), 1.3))
            for box in boxes:
                painter.drawRoundedRect(box.adjusted(-2, 1, 2, -1), _ROUND, _ROUND)


def margin_marks(layout: RowLayout, style: ReadingStyle, notes: PlacedNotes) -> Iterator[MarginMark]:
    """The marks beside a row, for notes that begin in it; the first language that is shown says where."""
    right = max(placed.x + placed.cell.width for placed in layout.cells)
    size = style.pixels * 0.72
    taken: list[float] = []
    placed = layout.cells[0]
    pieces = sorted((p for p in notes.in_cell(placed.cell.content) if p.first), key=lambda p: p.span.start)
    for piece in pieces:
        boxes = placed.cell.rects(piece.span)
        if not boxes:
            continue
        top, bottom = placed.y + boxes[0].top(), placed.y + boxes[-1].bottom()
        lane = next((n for n, until in enumerate(taken) if until <= top), len(taken))
        if lane >= _LANES:
            continue
        taken[lane : lane + 1] = [bottom]
        x = right + style.pixels * (_GAP + lane * _STEP)
        yield MarginMark(piece.note, QRectF(x, top + (boxes[0].height() - size) / 2, size, size), bottom)


def paint_margin(
    painter: QPainter, layout: RowLayout, y: int, style: ReadingStyle, notes: PlacedNotes, chosen: str
) -> None:
    """A bar beside the lines of each note; a bubble on it where something is written."""
    for mark in margin_marks(layout, style, notes):
        colours = pigment(style.theme, mark.note.colour)
        box = mark.box.translated(0, y)
        ink = QColor(colours.ink)
        is_chosen = mark.note.id == chosen
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink)
        if mark.note.look is Look.BOOKMARK:
            painter.drawPath(ribbon(box.adjusted(0, -1, -box.width() * 0.2, 1)))
        elif mark.note.comment or mark.note.tags:
            painter.setPen(QPen(ink, 1.3))
            painter.setBrush(ink if is_chosen else QColor(colours.ground))
            painter.drawPath(_bubble(box))
        else:
            bar = QRectF(box.left(), box.top(), 3.0, max(box.height(), mark.bottom + y - box.top() - 6))
            painter.drawRoundedRect(bar.adjusted(-1, 0, 1, 0) if is_chosen else bar, 1.5, 1.5)


def ribbon(box: QRectF) -> QPainterPath:
    """A bookmark's ribbon, with the notch at its end."""
    path = QPainterPath(box.topLeft())
    path.lineTo(box.topRight())
    path.lineTo(box.bottomRight())
    path.lineTo(QPointF(box.center().x(), box.bottom() - box.height() * 0.3))
    path.lineTo(box.bottomLeft())
    path.closeSubpath()
    return path


def _bubble(box: QRectF) -> QPainterPath:
    path = QPainterPath()
    body = box.adjusted(0, 0, 0, -box.height() * 0.22)
    path.addRoundedRect(body, box.width() * 0.2, box.width() * 0.2)
    tail = QPainterPath(QPointF(box.left() + box.width() * 0.22, body.bottom() - 0.5))
    tail.lineTo(QPointF(box.left() + box.width() * 0.22, box.bottom()))
    tail.lineTo(QPointF(box.left() + box.width() * 0.5, body.bottom() - 0.5))
    tail.closeSubpath()
    return path.united(tail)
