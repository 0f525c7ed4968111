"""Rows laid out for a layout mode: which cells a row has, and where; the newest few hundred are kept."""

from __future__ import annotations

from collections import OrderedDict
from typing import Final, NamedTuple

from desktop.reader.bilingual import Bilingual
from desktop.reader.cell import Cell, PendingCell, estimated_lines
from desktop.reader.style import ReadingStyle
from index.report import Language

KEPT: Final = 240
MODES: Final = ("columns", "interleaved", "zh", "en")


class PlacedCell(NamedTuple):
    """A cell and its place in the row."""

    x: int
    y: int
    cell: Cell


class RowLayout(NamedTuple):
    """A row as painted: its height with the gap below, and its cells."""

    row: int
    height: int
    top: int
    cells: tuple[PlacedCell, ...]

    def side(self, side: Language) -> PlacedCell | None:
        """The cell of a language, where it is shown."""
        return next((c for c in self.cells if c.cell.content.side is side), None)


class Column(NamedTuple):
    """Where a language is set."""

    side: Language
    x: int
    width: int


class RowLayouts:
    """Lays rows out on demand and remembers them."""

    def __init__(self, text: Bilingual, style: ReadingStyle, mode: str, view_width: int) -> None:
        self.text = text
        self.style = style
        self.mode = mode
        self.columns = place_columns(style, mode, view_width, text.source)
        self._kept: OrderedDict[int, RowLayout] = OrderedDict()

    def __getitem__(self, row: int) -> RowLayout:
        kept = self._kept.get(row)
        if kept is None:
            kept = self._kept[row] = self._lay_out(row)
            if len(self._kept) > KEPT:
                self._kept.popitem(last=False)
        else:
            self._kept.move_to_end(row)
        return kept

    def forget(self, row: int) -> None:
        """Lay ``row`` out again when it is next needed."""
        self._kept.pop(row, None)

    def forget_all(self) -> None:
        """Lay every row out again."""
        self._kept.clear()

    def estimate(self) -> list[int]:
        """The probable height of every row, from the number of its characters; rows that are alike are reckoned once."""
        known = {size: self._estimate(*size) for size in self.text.row_kinds}
        return [known[size] for size in self.text.row_sizes]

    def _estimate(self, characters: int, level: int) -> int:
        line = self.style.text(Language.ZH, level).line_height
        lines = [
            estimated_lines(
                characters,
                c.side,
                self.style.text(c.side).font.pixelSize(),
                c.width,
                translated=c.side is not self.text.source,
            )
            for c in self.columns
        ]
        stacked = sum(lines) if self.mode == "interleaved" else max(lines)
        return self.style.space_above(level) + stacked * line + self.style.paragraph_gap

    def _lay_out(self, row: int) -> RowLayout:
        level = self.text.rows[row].level
        top = self.style.space_above(level) if row else 0
        cells, y = [], top
        bottom = top
        for column in self.columns:
            cell = self._cell(row, column, level)
            cells.append(PlacedCell(column.x, y, cell))
            bottom = max(bottom, y + cell.height)
            if self.mode == "interleaved":
                y += cell.height + self.style.pair_gap
        return RowLayout(row, bottom + self.style.paragraph_gap, top, tuple(cells))

    def _cell(self, row: int, column: Column, level: int) -> Cell:
        content = self.text.cell(row, column.side)
        style = self.style.text(column.side, level)
        if content.pending:
            span = self.text.rows[row].span
            return PendingCell(content, style, column.width, self.style.theme, span.end - span.start)
        return Cell(content, style, column.width, self.style.theme)


def place_columns(style: ReadingStyle, mode: str, view_width: int, source: Language) -> tuple[Column, ...]:
    """The columns of a layout mode within a view; the source language comes first."""
    room = max(120, view_width - 2 * style.margin)
    if mode == "columns":
        order = (source, source.other)
        widest = [style.widest(side) for side in order]
        width = max(60, (room - style.gutter) // 2)
        widths = [min(width, w) for w in widest]
        left = max(style.margin, (view_width - sum(widths) - style.gutter) // 2)
        return (
            Column(order[0], left, widths[0]),
            Column(order[1], left + widths[0] + style.gutter, widths[1]),
        )
    sides = (source, source.other) if mode == "interleaved" else (Language(mode),)
    width = min(room, max(style.widest(side) for side in sides) + round(style.pixels * 4))
    left = max(style.margin, (view_width - width) // 2)
    return tuple(Column(side, left, width) for side in sides)
