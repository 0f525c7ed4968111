"""Which parts of a text were read, as few spans as possible. No Qt."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from typing import Final

from index.report import Language

SPEED: Final = {Language.ZH: 255.0, Language.EN: 238.0 * 6}
"""Characters a minute, in reading for oneself: 255 of Chinese (IReST, Trauzettel-Klosinski & Dietz 2012), 238 words of
English (Brysbaert 2019), which have six characters each with the blank."""


class ReadSpans:
    """A set of offsets of a text, in code points, kept as sorted spans that touch nowhere."""

    def __init__(self, spans: Iterable[tuple[int, int]] = ()) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        for start, end in spans:
            self.add(start, end)

    def add(self, start: int, end: int) -> bool:
        """Count a span as read; False where it was already."""
        if start >= end or self.covered(start, end) == end - start:
            return False
        first = bisect_left(self._ends, start)
        last = bisect_right(self._starts, end)
        if first < last:
            start, end = min(start, self._starts[first]), max(end, self._ends[last - 1])
        self._starts[first:last] = [start]
        self._ends[first:last] = [end]
        return True

    def covered(self, start: int, end: int) -> int:
        """How many characters of a span were read."""
        total = 0
        for at in range(bisect_right(self._ends, start), len(self._starts)):
            if self._starts[at] >= end:
                break
            total += min(end, self._ends[at]) - max(start, self._starts[at])
        return total

    def share(self, start: int, end: int) -> float:
        """The same as a share of the span, from 0 to 1."""
        return self.covered(start, end) / (end - start) if end > start else 0.0

    def as_list(self) -> list[list[int]]:
        """The spans, for keeping."""
        return [[start, end] for start, end in zip(self._starts, self._ends, strict=True)]


def minutes_left(read: ReadSpans, length: int, language: Language) -> int:
    """How long the rest of a text of ``length`` characters takes, in whole minutes; 0 where nothing is left."""
    rest = length - read.covered(0, length)
    return max(1, round(rest / SPEED[language])) if rest > 0 else 0
