"""The one place that converts offsets between Python characters and Qt's UTF-16 units."""

from __future__ import annotations

from bisect import bisect_left

from index.text import Span


class Utf16Map:
    """Offsets into one text, both ways; costs nothing where every character is one unit."""

    __slots__ = ("_wide", "_wide_units")

    def __init__(self, text: str) -> None:
        self._wide = [] if text.isascii() else [i for i, char in enumerate(text) if char > "\uffff"]
        self._wide_units = [i + n for n, i in enumerate(self._wide)]

    def to_qt(self, index: int) -> int:
        """The UTF-16 offset of the character at ``index``."""
        return index + bisect_left(self._wide, index) if self._wide else index

    def from_qt(self, unit: int) -> int:
        """The character at a UTF-16 offset; the middle of a pair belongs to its character."""
        return unit - bisect_left(self._wide_units, unit) if self._wide else unit

    def range_to_qt(self, span: Span) -> tuple[int, int]:
        """``(start, length)`` of a span in UTF-16 units."""
        start = self.to_qt(span.start)
        return start, self.to_qt(span.end) - start
