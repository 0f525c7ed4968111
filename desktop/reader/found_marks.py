"""How found words look: filled, and the one that is shown framed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from index.text import Span

if TYPE_CHECKING:
    from desktop.find.places import Place
    from desktop.reader.cell import Cell
    from desktop.theme import Theme
    from index.report import Language

_ROUND: Final = 3.0


class FoundMarks(NamedTuple):
    """The places in each cell, by row and language, and the one that is shown."""

    cells: dict[tuple[int, Language], list[Span]]
    current: Place | None = None


def paint_found(
    painter: QPainter, row: int, cell: Cell, at: QPointF, theme: Theme, found: FoundMarks
) -> None:
    """Mark what was found in a cell; called before its text is drawn."""
    side = cell.content.side
    current = found.current
    for span in found.cells.get((row, side), ()):
        is_current = current is not None and (current.row, current.side, current.span) == (row, side, span)
        painter.setBrush(QColor(theme.flash))
        painter.setPen(QPen(QColor(theme.accent), 1.6) if is_current else Qt.PenStyle.NoPen)
        for box in cell.rects(span):
            painter.drawRoundedRect(box.translated(at).adjusted(-1, 2.5, 1, -2.5), _ROUND, _ROUND)
