"""Where words stand in the two texts that are shown. No Qt."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final, NamedTuple

from desktop.steps import Step
from index.literal import FoldedText
from index.text import Span

if TYPE_CHECKING:
    from desktop.reader.bilingual import Bilingual
    from desktop.steps import Work
    from index.report import Language

_AT_ONCE: Final = 400


class Place(NamedTuple):
    """Words in a cell of the text, by its row and language."""

    row: int
    side: Language
    span: Span


class Found(NamedTuple):
    """All places of a query in reading order, the language of the report before its translation."""

    places: tuple[Place, ...] = ()

    def by_cell(self) -> dict[tuple[int, Language], list[Span]]:
        """The spans in each cell."""
        cells: dict[tuple[int, Language], list[Span]] = {}
        for place in self.places:
            cells.setdefault((place.row, place.side), []).append(place.span)
        return cells


class FoldedRows:
    """The cells of one report, folded when they are first searched and again when they have changed."""

    def __init__(self, text: Bilingual) -> None:
        self.text = text
        self._kept: dict[tuple[int, Language], FoldedText] = {}

    def cell(self, row: int, side: Language) -> FoldedText | None:
        """One side of a row; None where it is still to be translated."""
        content = self.text.cell(row, side)
        if content.pending:
            return None
        kept = self._kept.get((row, side))
        if kept is None or kept.text != content.text:
            kept = self._kept[row, side] = FoldedText(content.text)
        return kept


def finding(rows: FoldedRows, query: str, sides: Sequence[Language], *, whole: bool) -> Work:
    """Look through every row; returns ``Found``."""
    places: list[Place] = []
    count = len(rows.text.rows)
    for row in range(count):
        if row % _AT_ONCE == 0:
            yield Step(row, count)
        for side in sides:
            cell = rows.cell(row, side)
            if cell is not None:
                places += [Place(row, side, span) for span in cell.find(query, whole=whole)]
    return Found(tuple(places))
