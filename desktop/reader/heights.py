"""The heights of all rows, with sums from the top in logarithmic time (a Fenwick tree)."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate


class Heights:
    """Row heights in pixels: estimated at first, corrected one by one as rows are laid out."""

    __slots__ = ("_heights", "_top", "_tree")

    def __init__(self, heights: Sequence[int]) -> None:
        self._heights = list(heights)
        n = len(self._heights)
        sums = [0, *accumulate(self._heights)]
        self._tree = [0, *(sums[i] - sums[i & (i - 1)] for i in range(1, n + 1))]
        self._top = 1 << (n.bit_length() - 1) if n else 0

    def __len__(self) -> int:
        return len(self._heights)

    def __getitem__(self, row: int) -> int:
        return self._heights[row]

    def __setitem__(self, row: int, height: int) -> None:
        change = height - self._heights[row]
        if not change:
            return
        self._heights[row] = height
        i = row + 1
        while i < len(self._tree):
            self._tree[i] += change
            i += i & -i

    def above(self, row: int) -> int:
        """The height of all rows before ``row``; ``above(len(self))`` is the height of everything."""
        total, i = 0, row
        while i:
            total += self._tree[i]
            i -= i & -i
        return total

    def row_at(self, y: int) -> int:
        """The row that covers ``y``; the first or the last where it lies outside."""
        if not self._heights or y < 0:
            return 0
        row, step = 0, self._top
        while step:
            ahead = row + step
            if ahead < len(self._tree) and self._tree[ahead] <= y:
                row, y = ahead, y - self._tree[ahead]
            step >>= 1
        return min(row, len(self._heights) - 1)
