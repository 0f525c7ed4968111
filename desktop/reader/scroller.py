"""Where the view stands: a row and the pixels of it that are scrolled away. No Qt.

Positions are kept as (row, offset), not as pixels from the top, so that correcting the height of a row
far above never moves what is being read.
"""

from __future__ import annotations

from collections.abc import Callable

from desktop.reader.heights import Heights


class Scroller:
    """Moves a window of ``view_height`` pixels over rows whose true height ``measure`` finds."""

    def __init__(self, heights: Heights, measure: Callable[[int], int]) -> None:
        self.heights = heights
        self.row = 0
        self.offset = 0
        self.view_height = 1
        self._measure = measure

    @property
    def total(self) -> int:
        """The height of everything, as far as it is known."""
        return self.heights.above(len(self.heights))

    @property
    def limit(self) -> int:
        """The greatest position."""
        return max(0, self.total - self.view_height)

    @property
    def position(self) -> int:
        """Pixels from the top, as far as the heights are known."""
        return self.heights.above(self.row) + self.offset

    def place(self, row: int, offset: int = 0) -> None:
        """Put the pixel ``offset`` of ``row`` at the top; a negative offset leaves room above."""
        self.row, self.offset = row, offset
        self.settle()

    def move(self, pixels: int) -> None:
        """Scroll by a small distance, over true heights."""
        self.offset += pixels
        self.settle()

    def jump(self, position: int) -> None:
        """Scroll to a distant position, over the heights as known."""
        if position >= self.limit:
            self.to_end()
            return
        self.row = self.heights.row_at(max(0, position))
        self.offset = max(0, position) - self.heights.above(self.row)
        self.settle()

    def to_end(self) -> None:
        """Scroll to the very end."""
        self.row = max(0, len(self.heights) - 1)
        self.offset = self._true(self.row) - self.view_height if len(self.heights) else 0
        self.settle()

    def settle(self) -> None:
        """Bring (row, offset) into its row and keep the view within the text."""
        if not len(self.heights):
            self.row = self.offset = 0
            return
        self._walk()
        missing = self.view_height - self._filled()
        if missing > 0:
            self.offset -= missing
            self._walk()

    def _walk(self) -> None:
        last = len(self.heights) - 1
        while self.offset < 0 and self.row > 0:
            self.row -= 1
            self.offset += self._true(self.row)
        self.offset = max(0, self.offset)
        while self.offset >= (height := self._true(self.row)) and self.row < last:
            self.offset -= height
            self.row += 1

    def _filled(self) -> int:
        """How many pixels of the view have text, measuring no more rows than are in it."""
        filled = -self.offset
        for row in range(self.row, len(self.heights)):
            filled += self._true(row)
            if filled >= self.view_height:
                break
        return filled

    def _true(self, row: int) -> int:
        height = self._measure(row)
        self.heights[row] = height
        return height
