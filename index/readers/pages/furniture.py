"""What is printed on every page and is no part of the text: headers, footers, page numbers."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import Final

from index.readers.pages.rows import Row

_EDGE_ROWS: Final = 3
"""Rows at the top and at the bottom of a page that may be furniture."""
_NEAR: Final = 4.0
"""Points by which the same header may stand higher or lower on another page."""
_SHARE: Final = 0.3
"""Part of the pages on which a row must come again; left and right pages have headers of their own."""
_OFTEN: Final = 3
"""Pages on which the same row at the same height is never chance."""
_DIGITS: Final = re.compile(r"[0-9０-９]+|[ivxlc]+(?![a-z])|(?<=第)[一二三四五六七八九十百]+(?=页)")
_NUMBER: Final = re.compile(
    r"[\s\-—–―·•.．~～\[\](（）)]*(?:第|[Pp]age|[Pp]\.)?\s*([0-9０-９]{1,4})\s*页?"
    r"(?:\s*[/／,，共of]+\s*[0-9０-９]{1,4}\s*页?)?[\s\-—–―·•.．~～\[\](（）)]*"
)


def without_furniture(pages: Sequence[Sequence[Row]]) -> list[list[Row]]:
    """The rows of each page without what comes again at the same height on many, and without page numbers."""
    tops = [_edge(rows, top=True) for rows in pages]
    bottoms = [_edge(rows, top=False) for rows in pages]
    dropped: set[tuple[int, int]] = set()
    for edges in (tops, bottoms):
        dropped |= _repeated(pages, edges)
        dropped |= _numbered(pages, edges, dropped)
    return [
        [row for i, row in enumerate(rows) if (number, i) not in dropped] for number, rows in enumerate(pages)
    ]


def _edge(rows: Sequence[Row], *, top: bool) -> list[int]:
    """The numbers of the rows at one edge, from the edge inwards."""
    order = range(len(rows)) if top else range(len(rows) - 1, -1, -1)
    return list(order)[:_EDGE_ROWS]


def _repeated(pages: Sequence[Sequence[Row]], edges: Sequence[Sequence[int]]) -> set[tuple[int, int]]:
    seen: dict[str, list[tuple[float, int, int]]] = defaultdict(list)
    for page, rows in enumerate(edges):
        for i in rows:
            row = pages[page][i]
            seen[_DIGITS.sub("#", "".join(row.text.split()))].append((row.base, page, i))
    found: set[tuple[int, int]] = set()
    needed = min(max(2, round(len(pages) * _SHARE)), _OFTEN)
    for places in seen.values():
        places.sort()
        for base, _, _ in places:
            near = [(page, i) for other, page, i in places if abs(other - base) <= _NEAR]
            if len({page for page, _ in near}) >= needed:
                found.update(near)
    return found | _at_their_height(pages, edges, found)


def _at_their_height(
    pages: Sequence[Sequence[Row]], edges: Sequence[Sequence[int]], found: set[tuple[int, int]]
) -> set[tuple[int, int]]:
    """The outermost rows that stand where most pages have such a row: the header of a chapter of one page."""
    heights = Counter(round(pages[page][i].base) for page, i in found)
    usual = [base for base, count in heights.items() if count >= _OFTEN and count * 2 >= len(pages)]
    return {
        (page, rows[0])
        for page, rows in enumerate(edges)
        if len(rows) > 1 and any(abs(pages[page][rows[0]].base - base) < 1.5 for base in usual)
    }


def _numbered(
    pages: Sequence[Sequence[Row]], edges: Sequence[Sequence[int]], dropped: set[tuple[int, int]]
) -> set[tuple[int, int]]:
    """Page numbers that no other page has at their height: on the outermost row that is left."""
    found: set[tuple[int, int]] = set()
    for page, rows in enumerate(edges):
        left = [i for i in rows if (page, i) not in dropped]
        if len(left) < 2:
            continue  # a page that is nothing but a number may be a chapter
        row, inner = pages[page][left[0]], pages[page][left[1]]
        apart = abs(row.base - inner.base) > 1.4 * row.height
        if apart and _NUMBER.fullmatch(row.text):
            found.add((page, left[0]))
    return found
