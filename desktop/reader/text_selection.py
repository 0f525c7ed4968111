"""Text selected with the mouse: a run of characters in one of the two languages. No Qt."""

from __future__ import annotations

from typing import NamedTuple

from desktop.reader.bilingual import Bilingual
from index.report import Language
from index.text import Span

Place = tuple[int, int]
"""A row and a character of its cell."""


class TextSelection(NamedTuple):
    """From where the mouse was pressed to where it is now."""

    side: Language
    anchor: Place
    head: Place

    @property
    def is_empty(self) -> bool:
        """True while nothing is selected."""
        return self.anchor == self.head

    def extended(self, head: Place) -> TextSelection:
        """The same selection, drawn to another place."""
        return TextSelection(self.side, self.anchor, head)

    def span_in(self, row: int, length: int) -> Span | None:
        """The selected characters of a row's cell, which has ``length`` characters."""
        first, last = sorted((self.anchor, self.head))
        if self.is_empty or not first[0] <= row <= last[0]:
            return None
        start = first[1] if row == first[0] else 0
        end = last[1] if row == last[0] else length
        return Span(start, end) if start < end else None

    def text(self, bilingual: Bilingual) -> str:
        """The selected words, a paragraph on each line."""
        first, last = sorted((self.anchor, self.head))
        lines: list[str] = []
        before = -1
        for row in range(first[0], last[0] + 1):
            content = bilingual.cell(row, self.side).text
            span = self.span_in(row, len(content))
            words = span.of(content) if span else ""
            paragraph = bilingual.rows[row].paragraph
            if paragraph == before and lines:
                lines[-1] += words
            else:
                lines.append(words)
            before = paragraph
        return "\n".join(lines)

    def sentences(self, bilingual: Bilingual) -> tuple[str, ...]:
        """The sentences that hold selected words, in reading order."""
        found: dict[str, None] = {}
        first, last = sorted((self.anchor, self.head))
        for row in range(first[0], last[0] + 1):
            cell = bilingual.cell(row, self.side)
            span = self.span_in(row, len(cell.text))
            if span is not None:
                found.update((p.sentence, None) for p in cell.pieces if p.span.overlaps(span))
        return tuple(found)
