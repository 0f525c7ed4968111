"""A report cut into the rows of the reading view: a paragraph each, over-long ones in several."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from index.report import Paragraph, Report, Sentence
from index.text import Span

LONGEST: Final = 3_000
"""Characters of a row; one layout of a text without line ends would take seconds."""


class Row(NamedTuple):
    """Part of a paragraph that is laid out as one; ``sentences`` are those that touch it."""

    paragraph: int
    span: Span
    sentences: tuple[Sentence, ...]
    level: int = 0


def cut_rows(report: Report) -> tuple[Row, ...]:
    """The rows of ``report``, in reading order; each sentence begins in exactly one of them."""
    return tuple(row for i, p in enumerate(report.paragraphs) for row in _rows_of(i, p))


def _rows_of(index: int, paragraph: Paragraph) -> Iterator[Row]:
    if paragraph.span.end - paragraph.span.start <= LONGEST:
        yield Row(index, paragraph.span, paragraph.sentences, paragraph.level)
        return
    start = paragraph.span.start
    starts = [s.span.start for s in paragraph.sentences]
    while start < paragraph.span.end:
        end = _row_end(paragraph, starts, start)
        span = Span(start, end)
        yield Row(index, span, _touching(paragraph.sentences, starts, span), paragraph.level)
        start = end


def _row_end(paragraph: Paragraph, starts: Sequence[int], start: int) -> int:
    limit = start + LONGEST
    if limit >= paragraph.span.end:
        return paragraph.span.end
    i = bisect_right(starts, limit) - 1
    return starts[i] if i >= 0 and starts[i] > start else limit


def _touching(sentences: Sequence[Sentence], starts: Sequence[int], span: Span) -> tuple[Sentence, ...]:
    i = max(0, bisect_right(starts, span.start) - 1)
    found: list[Sentence] = []
    while i < len(sentences) and sentences[i].span.start < span.end:
        if sentences[i].span.overlaps(span):
            found.append(sentences[i])
        i += 1
    return tuple(found)
