"""What is under a point of the reading view."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.reader.bilingual import Bilingual, CellMark, Pair, Piece

if TYPE_CHECKING:
    from desktop.reader.row_layout import PlacedCell, RowLayout


@dataclass(frozen=True, slots=True)
class Hit:
    """A character of a cell, the sentence it is in, and the indicator it belongs to."""

    row: int
    placed: PlacedCell
    index: int
    piece: Piece | None = None
    mark: CellMark | None = None

    def pair(self, text: Bilingual) -> Pair | None:
        """The word or number under the point with its counterparts, where they are known."""
        if self.piece is None:
            return None
        within = self.index - self.piece.span.start + self.piece.skipped
        return text.counterparts(
            self.piece.sentence, within, in_source=self.placed.cell.content.side is text.source
        )


def find_hit(layout: RowLayout, text: Bilingual, x: float, y: float) -> Hit | None:
    """The character at a point of a row, None beside the text."""
    for placed in layout.cells:
        index = placed.cell.character_at(x - placed.x, y - placed.y)
        if index is None:
            continue
        piece = placed.cell.piece_at(index)
        marks = text.marks(placed.cell.content)
        mark = next((m for m in marks if m.span.start <= index < m.span.end), None)
        return Hit(layout.row, placed, index, piece, mark)
    return None


def nearest_cell(layout: RowLayout, x: float, y: float) -> PlacedCell | None:
    """The cell whose column is nearest to a point, for starting a selection in the margin."""
    if not layout.cells:
        return None

    def distance(placed: PlacedCell) -> tuple[float, float]:
        across = max(placed.x - x, x - placed.x - placed.cell.width, 0)
        down = max(placed.y - y, y - placed.y - placed.cell.height, 0)
        return across, down

    return min(layout.cells, key=distance)
