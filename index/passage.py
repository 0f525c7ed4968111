"""A hit of a search, whatever index it comes from."""

from __future__ import annotations

from dataclasses import dataclass

from index.text import Span


@dataclass(frozen=True, slots=True)
class Passage:
    """A hit: one sentence, where it stands, and how well it fits (0 to 1). ``rank`` counts from 1.

    ``line`` is the 0-based line of the source text, ``start`` and ``end`` are offsets in that line.
    """

    rank: int
    score: float
    report_id: str
    report_title: str
    section_title: str
    sentence_id: str
    span: Span
    line: int
    start: int
    end: int
    text: str
