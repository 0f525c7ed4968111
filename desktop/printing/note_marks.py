"""The user's notes on paper: their words marked and numbered, and what is written about them below the paragraph."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen, QTextLayout, QTextLine

from desktop.notes.colours import pigment
from desktop.offsets import Utf16Map
from desktop.theme import LIGHT, reading_font
from index.notes.model import Look, Note
from index.report import Language

if TYPE_CHECKING:
    from desktop.notes.placed import PlacedNotes
    from desktop.reader.bilingual import CellText

_RAISED: Final = 0.58
"""Size of a number, by the letters it follows."""


class Mark(NamedTuple):
    """Marked words of a cell, in units of UTF-16; ``number`` is 0 where nothing is written about them."""

    start: int
    end: int
    note: Note
    certain: bool
    number: int


class Numbers:
    """Numbers the notes that something is written about, in the order in which they are met."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}

    def of(self, note: Note) -> int:
        """The number of a note, from 1; 0 for one without words."""
        if not note.comment and not note.tags:
            return 0
        return self._numbers.setdefault(note.id, len(self._numbers) + 1)

    def is_new(self, note: Note) -> bool:
        """True before the note was numbered."""
        return note.id not in self._numbers


def marks_in(cell: CellText, notes: PlacedNotes, numbers: Numbers) -> tuple[Mark, ...]:
    """The notes in one side of a row. A bookmark marks no words."""
    offsets = Utf16Map(cell.text)
    found = []
    for piece in notes.in_cell(cell):
        if piece.note.look is Look.BOOKMARK and not piece.note.comment:
            continue
        start, length = offsets.range_to_qt(piece.span)
        found.append(Mark(start, start + length, piece.note, piece.certain, numbers.of(piece.note)))
    return tuple(found)


def paint_grounds(painter: QPainter, line: QTextLine, at: QPointF, marks: Sequence[Mark]) -> None:
    """What lies below the words of a line."""
    for mark, box in _boxes(line, at, marks):
        if mark.certain and mark.note.look is Look.HIGHLIGHT:
            painter.fillRect(box, QColor(pigment(LIGHT, mark.note.colour).ground))


def paint_lines(painter: QPainter, line: QTextLine, at: QPointF, marks: Sequence[Mark], font: QFont) -> None:
    """What lies above them: underlines, and numbers where the words end."""
    for mark, box in _boxes(line, at, marks):
        ink = QColor(pigment(LIGHT, mark.note.colour).ink)
        if mark.note.look is not Look.BOOKMARK and not (mark.certain and mark.note.look is Look.HIGHLIGHT):
            style = Qt.PenStyle.SolidLine if mark.certain else Qt.PenStyle.DashLine
            painter.setPen(QPen(ink, box.height() * (0.07 if mark.certain else 0.04), style))
            painter.drawLine(box.bottomLeft(), box.bottomRight())
        if mark.number and mark.end <= line.textStart() + line.textLength():
            small = QFont(font)
            small.setPixelSize(max(1, round(font.pixelSize() * _RAISED)))
            small.setBold(True)
            painter.setFont(small)
            painter.setPen(ink)
            painter.drawText(QPointF(box.right(), box.top() + box.height() * 0.36), str(mark.number))


def _boxes(line: QTextLine, at: QPointF, marks: Sequence[Mark]) -> list[tuple[Mark, QRectF]]:
    first, last = line.textStart(), line.textStart() + line.textLength()
    found = []
    for mark in marks:
        start, end = max(mark.start, first), min(mark.end, last)
        if start < end:
            left, right = _x(line, start), min(_x(line, end), line.naturalTextWidth())
            found.append((mark, QRectF(at.x() + left, at.y(), right - left, line.height())))
    return found


def _x(line: QTextLine, unit: int) -> float:
    x: object = line.cursorToX(unit)
    return float(x[0] if isinstance(x, tuple) else x)  # type: ignore[arg-type]  # a number, or with its place


def remark(note: Note, number: int) -> str:
    """What is printed of a note below its paragraph."""
    tags = "  ".join(f"#{tag}" for tag in note.tags)
    return "  ".join(part for part in (f"{number}", note.comment, tags) if part)


def remark_layout(note: Note, number: int, unit: float, width: float) -> QTextLayout:
    """Its words, laid out."""
    layout = QTextLayout(remark(note, number), reading_font(Language.ZH, unit * 0.86))
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, 0))
    layout.endLayout()
    return layout
