"""The pieces of a report that are indexed: its sentences, and the clauses of those that say many things."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from index.report import Language, Report, Section
from index.text import Span

_SHORT: Final = 14
"""A sentence shorter than this says little alone, and is embedded with the title of its section before it."""
_LONG: Final = 2_000
"""More than any sentence; a text without stops is cut here for the encoder (not for display)."""
_ADDRESS: Final = re.compile(r"各位(?:代表|委员)[！：!:，,]?|(?:Fellow|Esteemed) deputies[,:!.]?")
_CLAUSE_ENDS: Final = {Language.ZH: re.compile("[，；]"), Language.EN: re.compile("[,;] ")}
_CLAUSE: Final = {Language.ZH: 20, Language.EN: 60}
"""Clauses are gathered until they are this long: about one statement with its figure."""


@dataclass(frozen=True, slots=True)
class Chunk:
    """``text`` is what is embedded; ``span`` is what it stands for.

    ``whole`` is true for a chunk that is a sentence, and false for one that is a clause of the sentence before it.
    """

    id: str
    span: Span
    sentence_ids: tuple[str, ...]
    text: str
    whole: bool = True


def chunk(report: Report) -> tuple[Chunk, ...]:
    """A chunk for each sentence that says something, in reading order; a long one is followed by its clauses.

    The vector of a sentence with ten figures in it is near to none of the ten; the vectors of its clauses are.
    """
    headings = _innermost_headings(report)
    chunks: list[Chunk] = []
    position, heading = 0, None
    for sentence in report.sentences:
        while position < len(headings) and headings[position][0] <= sentence.span.start:
            heading = headings[position][1]
            position += 1
        text = sentence.span.of(report.text)
        if not any(char.isalnum() for char in text[:_LONG]) or _ADDRESS.fullmatch(text):
            continue
        own_heading = heading is not None and heading.heading.overlaps(sentence.span)
        if len(text) < _SHORT and heading is not None and not own_heading:
            text = f"{heading.title}：{text}"
        chunks.append(Chunk(f"c{len(chunks)}", sentence.span, (sentence.id,), text[:_LONG]))
        for clause in _clauses(report, sentence.span):
            chunks.append(
                Chunk(f"c{len(chunks)}", clause, (sentence.id,), clause.of(report.text)[:_LONG], whole=False)
            )
    return tuple(chunks)


def _clauses(report: Report, sentence: Span) -> list[Span]:
    """The clauses of a sentence three times as long as one, gathered to a good length; else none."""
    length = _CLAUSE[report.language]
    if sentence.end - sentence.start <= 3 * length:
        return []
    cuts = [sentence.start]
    for match in _CLAUSE_ENDS[report.language].finditer(report.text, sentence.start, sentence.end):
        if match.end() - cuts[-1] >= length and sentence.end - match.end() >= length // 2:
            cuts.append(match.end())
    cuts.append(sentence.end)
    return [Span(start, end) for start, end in pairwise(cuts)] if len(cuts) > 2 else []


def _innermost_headings(report: Report) -> list[tuple[int, Section | None]]:
    """From which offset on which section is the innermost one, ascending."""
    changes: list[tuple[int, Section | None]] = []

    def visit(section: Section, outer: Section | None) -> None:
        changes.append((section.span.start, section))
        for child in section.children:
            visit(child, section)
        changes.append((section.span.end, outer))

    for section in report.sections:
        visit(section, None)
    return changes
