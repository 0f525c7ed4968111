"""Spans over a text that never changes, and the one normalisation that is done before the first span."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

_NEWLINES = re.compile(r"\r\n?|[\u2028\u2029\u0085\x0b\x0c]")
_SURROGATES = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of characters (code points), ``text[start:end]``."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The characters of ``text`` that the span covers."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """True where the two share at least one character."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        """True where ``other`` lies wholly inside."""
        return self.start <= other.start and other.end <= self.end

    def holds(self, offset: int) -> bool:
        """True where the character at ``offset`` is inside."""
        return self.start <= offset < self.end

    def shifted(self, by: int) -> Span:
        """The same range, ``by`` characters further on."""
        return Span(self.start + by, self.end + by)


def without_surrogates(text: str) -> str:
    """``text`` as libraries that speak UTF-8 take it: U+FFFD for each lone surrogate, so that spans stay valid."""
    return _SURROGATES.sub("\ufffd", text)


def normalise(raw: str) -> str:
    r"""``raw`` as every span expects it: NFC, ``\n`` line ends, no byte-order mark, no lone surrogates.

    Line ends keep their number, so line *n* of the result is line *n* of the file.
    """
    text = raw.removeprefix("\ufeff")
    text = _NEWLINES.sub("\n", text)
    text = without_surrogates(text).replace("\x00", "\ufffd")
    return unicodedata.normalize("NFC", text)
