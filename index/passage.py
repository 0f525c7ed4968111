"""What a search gives: a sentence, where it stands, and why it was found."""

from __future__ import annotations

from dataclasses import dataclass

from index.text import Span


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a passage was found.

    ``meaning`` is the nearness of its vector (cosine), ``words`` the share of the query's words that it has (weighted as
    BM25 does), ``figure`` how well a figure in it is what was asked for; each 0 to 1. ``matches`` are the places in its
    text that have words of the query, or of the query's Chinese rendering; ``focus`` is the clause nearest in meaning.
    ``indicator`` is the id of the figure.
    """

    meaning: float = 0.0
    words: float = 0.0
    figure: float = 0.0
    matches: tuple[Span, ...] = ()
    focus: Span | None = None
    indicator: str = ""


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
    reason: Reason = Reason()
