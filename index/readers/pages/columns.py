"""The order of reading on a page: where there are columns, each is read to its end before the next."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median
from typing import Final

from index.readers.pages.rows import Piece, Row

_STEP: Final = 2.0
"""Points between the places at which a page is looked at for a gap from top to bottom."""
_CROSSING: Final = 0.35
"""Share of a page's rows that may run across the gap between two columns: titles, tables."""
_LEAST_ROWS: Final = 4
_FILLED: Final = 0.6
"""Part of a column's width that its rows take, at the median; cells of a table take less."""


@dataclass(frozen=True, slots=True)
class PlacedRow:
    """A row with its place: page from 1, and the number of its column over the whole page."""

    row: Row
    page: int
    column: int


def in_order(pages: Sequence[Sequence[Row]]) -> list[PlacedRow]:
    """The rows of all pages as they are read; a page with too few to tell is laid out like the others."""
    found = [tuple(_gaps(rows)) for rows in pages]
    usual = Counter(tuple(round(gap) for gap in gaps) for gaps in found if gaps).most_common(1)
    layout = usual[0][0] if usual and usual[0][1] * 3 >= len(pages) else ()
    placed: list[PlacedRow] = []
    for number, (rows, gaps) in enumerate(zip(pages, found, strict=True), start=1):
        if not gaps and layout and not any(_crosses(row, layout) for row in rows):
            gaps = layout
        placed.extend(_page_in_order(rows, number, gaps))
    return placed


def _page_in_order(rows: Sequence[Row], page: int, gaps: Sequence[float]) -> list[PlacedRow]:
    if not gaps:
        return [PlacedRow(row, page, 0) for row in rows]
    placed: list[PlacedRow] = []
    band: list[list[Row]] = [[] for _ in range(len(gaps) + 1)]

    def finish() -> None:
        for number, column in enumerate(band, start=1):
            placed.extend(PlacedRow(row, page, number) for row in column)
            column.clear()

    for row in rows:
        if _crosses(row, gaps):
            finish()
            placed.append(PlacedRow(row, page, 0))
            continue
        for number, pieces in enumerate(_parted(row, gaps)):
            if pieces:
                band[number].append(row.only(pieces))
    finish()
    return placed


def _crosses(row: Row, gaps: Sequence[float]) -> bool:
    return any(piece.left < gap < piece.right for piece in row.pieces for gap in gaps)


def _parted(row: Row, gaps: Sequence[float]) -> Iterator[list[Piece]]:
    edges = [float("-inf"), *gaps, float("inf")]
    for left, right in zip(edges, edges[1:], strict=False):
        yield [piece for piece in row.pieces if left <= (piece.left + piece.right) / 2 < right]


def _gaps(rows: Sequence[Row]) -> list[float]:
    """The middles of the gaps between columns, from left to right."""
    if len(rows) < _LEAST_ROWS:
        return []
    left, right = min(row.left for row in rows), max(row.right for row in rows)
    em = median(row.em for row in rows)
    places = int((right - left) / _STEP)
    if not 0 < places < 10_000:
        return []
    covered = [0] * (places + 2)
    for row in rows:
        for piece in row.pieces:
            covered[max(0, int((piece.left - left) / _STEP))] += 1
            covered[min(places, int((piece.right - left) / _STEP)) + 1] -= 1
    found: list[float] = []
    start, running = None, 0
    for place in range(places + 1):
        running += covered[place]
        if running <= _CROSSING * len(rows):
            start = place if start is None else start
            continue
        if start:  # not the left edge itself
            middle = left + (start + place) / 2 * _STEP
            if (place - start) * _STEP >= 0.7 * em:
                found.append(middle)
        start = None
    return found if found and _are_columns(rows, found, left, right) else []


def _are_columns(rows: Sequence[Row], gaps: Sequence[float], left: float, right: float) -> bool:
    edges = [left, *gaps, right]
    whole = [row for row in rows if not _crosses(row, gaps)]
    parts = [list(_parted(row, gaps)) for row in whole]
    for number, (begin, end) in enumerate(zip(edges, edges[1:], strict=False)):
        widths = [part[number][-1].right - part[number][0].left for part in parts if part[number]]
        if len(widths) < _LEAST_ROWS or median(widths) < _FILLED * (end - begin):
            return False
    return True
