"""What a report is made of: sections, paragraphs, sentences, each a span of one unchanging text."""

from __future__ import annotations

import sys
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from index.text import Span


class Language(StrEnum):
    """The languages the reader reads."""

    ZH = "zh"
    EN = "en"

    @property
    def other(self) -> Language:
        """The language of the facing column."""
        return Language.EN if self is Language.ZH else Language.ZH


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence; ``id`` is ``s0``, ``s1``, ... in reading order over the whole report."""

    id: str
    span: Span


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One non-empty line of the report; its sentences tile its span (leading blanks excepted).

    ``level`` is 0 for body text and the depth of the heading for a line that is nothing but a heading.
    """

    id: str
    span: Span
    sentences: tuple[Sentence, ...]
    level: int = 0


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the report under one heading.

    ``heading`` is the span of the heading itself (number and title), which may be a whole line or the
    first sentence of a paragraph (a run-in heading); ``span`` reaches to the end of the section.
    """

    id: str
    level: int
    number: str
    title: str
    heading: Span
    span: Span
    children: tuple[Section, ...] = ()

    @property
    def words(self) -> str:
        """Number and title as one reads them."""
        gap = "" if self.number.endswith(("、", "）", ")")) or not self.number else " "
        return f"{self.number}{gap}{self.title}".strip()

    def walk(self) -> Iterator[Section]:
        """This section and all below it, in reading order."""
        yield self
        for child in self.children:
            yield from child.walk()


@dataclass(frozen=True)
class Report:
    """A report as read: its text, normalised once, and the tree of spans over it."""

    title: str
    language: Language
    text: str
    paragraphs: tuple[Paragraph, ...]
    sections: tuple[Section, ...]
    path: str = ""
    place: str = ""
    year: int | None = None
    date: str = ""
    """The day it was given, ``2025-01-20``; empty where the head does not tell."""
    speaker: str = ""
    """Who gave it, by name alone; empty where the head does not tell."""
    encoding: str = ""
    """The encoding of its file, as Python calls it; empty where the format leaves no choice."""
    pages: tuple[tuple[int, int], ...] = ()
    """Ascending ``(offset, page)``: from this character on the text stands on this page, counted from 1."""
    notice: str = ""
    """One line on what of its file could not be read."""

    @cached_property
    def id(self) -> str:
        """The SHA-256 of the normalised text, in hexadecimal."""
        import hashlib  # loads OpenSSL, for which the first text on screen need not wait

        return hashlib.sha256(self.text.encode("utf-8", errors="surrogatepass")).hexdigest()

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """All sentences in reading order."""
        return tuple(s for p in self.paragraphs for s in p.sentences)

    @cached_property
    def sentence_starts(self) -> tuple[int, ...]:
        """Start offset of each sentence, ascending."""
        return tuple(s.span.start for s in self.sentences)

    @cached_property
    def line_starts(self) -> tuple[int, ...]:
        """Start offset of each line of the text, ascending."""
        starts = [0]
        starts.extend(i + 1 for i, char in enumerate(self.text) if char == "\n")
        return tuple(starts)

    def sentence_at(self, offset: int) -> Sentence | None:
        """The sentence that covers ``offset``, or None between sentences."""
        i = bisect_right(self.sentence_starts, offset) - 1
        if i >= 0 and offset < self.sentences[i].span.end:
            return self.sentences[i]
        return None

    def line_of(self, offset: int) -> tuple[int, int]:
        """``(line, column)`` of an offset, both 0-based, as the source text file counts them."""
        line = bisect_right(self.line_starts, offset) - 1
        return line, offset - self.line_starts[line]

    def page_of(self, offset: int) -> int | None:
        """The page of the file on which ``offset`` stands, from 1; None where the format has no pages."""
        i = bisect_right(self.pages, (offset, sys.maxsize)) - 1
        return self.pages[max(i, 0)][1] if self.pages else None

    def section_path(self, offset: int) -> tuple[Section, ...]:
        """The sections around ``offset``, outermost first."""
        path: list[Section] = []
        level: tuple[Section, ...] = self.sections
        while True:
            n = bisect_right(level, offset, key=_start) - 1
            if n < 0 or offset >= level[n].span.end:
                return tuple(path)
            path.append(level[n])
            level = level[n].children


def _start(section: Section) -> int:
    return section.span.start
