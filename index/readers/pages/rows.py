"""Glyphs into the rows of a page: pieces of text on one baseline, from top to bottom."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import median
from typing import Final

from index.readers.pages.glyphs import EITHER, Glyph, is_wide

_SAME_ROW: Final = 0.6
"""Share of the lower of two boxes that must overlap for both to stand on one row."""
_APART: Final = 0.95
"""Ems of blank from which two pieces of a row are no longer one."""
_BLANK: Final = 0.17
"""Heights of blank between two letters from which there is a blank; lines set wide have less."""
_LEAST_EM: Final = 0.5
"""Points: smaller print is the work of a damaged file."""
_WIDE_SIGN: Final = 0.55
"""Width of a quotation mark, in heights, from which it is that of a Chinese font."""
_TAB: Final = 2.2
"""Ems of blank between two pieces from which they are cells of a table."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Glyphs that stand close together on one row, from left to right."""

    glyphs: tuple[Glyph, ...]

    @property
    def left(self) -> float:
        """Its left edge, in points."""
        return self.glyphs[0].left

    @property
    def right(self) -> float:
        """Its right edge, in points."""
        return self.glyphs[-1].right

    @property
    def text(self) -> str:
        """What it says, with blanks between words."""
        return "".join(_spelled(self.glyphs))


@dataclass(frozen=True, slots=True)
class Row:
    """The pieces on one baseline; ``em`` is the width of a Chinese character, ``height`` that of its boxes."""

    pieces: tuple[Piece, ...]
    base: float
    height: float
    em: float

    @property
    def left(self) -> float:
        """Its left edge, in points."""
        return self.pieces[0].left

    @property
    def right(self) -> float:
        """Its right edge, in points."""
        return self.pieces[-1].right

    @property
    def text_left(self) -> float:
        """Where its text begins: behind a bullet or a number, where it has one."""
        glyphs = [glyph for piece in self.pieces for glyph in piece.glyphs][:6]
        for before, glyph in zip(glyphs, glyphs[1:], strict=False):
            if not _in_marker(before.char):
                break
            if glyph.spaced or glyph.left - before.right > _BLANK * glyph.height:
                return glyph.left
        return self.left

    @property
    def text(self) -> str:
        """What it says; a tab stands between the cells of a table."""
        said = self.pieces[0].text
        for before, piece in zip(self.pieces, self.pieces[1:], strict=False):
            gap = piece.left - before.right
            said += ("\t" if gap > _TAB * self.em else " ") + piece.text
        return said

    def only(self, pieces: Sequence[Piece]) -> Row:
        """The row with some of its pieces alone."""
        return make_row([glyph for piece in pieces for glyph in piece.glyphs])


def _spelled(glyphs: Sequence[Glyph]) -> Iterable[str]:
    before = None
    for glyph in glyphs:
        if before is not None and not (_is_wide(before) or _is_wide(glyph)):
            gap = glyph.left - before.right
            if glyph.spaced or gap > _BLANK * min(glyph.height, before.height):
                yield " "
        yield glyph.char
        before = glyph


def _in_marker(char: str) -> bool:
    return char in "•●■◆○▪·*-–—().[]、（）" or char.isdigit()


def _is_wide(glyph: Glyph) -> bool:
    return is_wide(glyph.char) or (
        glyph.char in EITHER and glyph.right - glyph.left > _WIDE_SIGN * glyph.height
    )


def make_row(glyphs: Iterable[Glyph]) -> Row:
    """The row of these glyphs, which stand on one line."""
    ordered = sorted(glyphs, key=lambda glyph: glyph.left)
    height = median(glyph.height for glyph in ordered)
    wide = [glyph.right - glyph.left for glyph in ordered if "\u3400" <= glyph.char <= "\u9fff"]
    em = max(median(wide) if wide else height * 0.72, _LEAST_EM)
    pieces: list[list[Glyph]] = []
    for glyph in ordered:
        if pieces and glyph.left - pieces[-1][-1].right <= _APART * em:
            pieces[-1].append(glyph)
        else:
            pieces.append([glyph])
    base = median(glyph.base for glyph in ordered)
    return Row(tuple(Piece(tuple(piece)) for piece in pieces), base, height, em)


def rows_of(glyphs: Sequence[Glyph]) -> list[Row]:
    """The rows of a page, from top to bottom; raised and lowered signs belong to the row that they stand on."""
    groups: list[list[Glyph]] = []
    boxes: list[tuple[float, float]] = []
    # Large signs first, so that a small one finds the row it is part of; along equal ones, from top to bottom.
    usual = median(glyph.height for glyph in glyphs) if glyphs else 0.0
    for small in (False, True):
        part = [glyph for glyph in glyphs if (glyph.height < usual * 0.75) is small]
        for glyph in sorted(part, key=lambda glyph: -glyph.base):
            k = _row_for(glyph, boxes)
            if k is None:
                groups.append([glyph])
                boxes.append((glyph.bottom, glyph.top))
            else:
                groups[k].append(glyph)
    rows = [make_row(group) for group in groups]
    return sorted(rows, key=lambda row: (-row.base, row.left))


def _row_for(glyph: Glyph, boxes: Sequence[tuple[float, float]]) -> int | None:
    """The last row whose box overlaps the glyph's enough; rows are looked at from the newest, the nearest."""
    for k in range(len(boxes) - 1, max(len(boxes) - 400, -1), -1):
        bottom, top = boxes[k]
        shared = min(top, glyph.top) - max(bottom, glyph.bottom)
        if shared > _SAME_ROW * max(min(glyph.height, top - bottom), 0.01):
            return k
        if bottom > glyph.top + 4 * max(glyph.height, 1.0):
            return None
    return None
