"""The best passages of the selected reports, weighed as ``index.search`` weighs those of a few."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from index.collection.selection import Selection
from index.fusion import Evidence, fuse
from index.lexical import CorpusStatistics, Terms, weights_of
from index.passage import Passage
from index.text import Span
from index.variants import fold

_CANDIDATES: Final = 1_000
"""How many of the nearest by meaning, and of the best by words, of each segment are weighed against each other."""
_MOST: Final = 20_000

Rows = NDArray[np.int64]
Scores = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class _Query:
    vector: NDArray[np.float32]
    terms: Terms
    words: CorpusStatistics
    english: CorpusStatistics
    candidates: int


def ranked(
    vector: NDArray[np.float32], terms: Terms, selections: Sequence[Selection], limit: int
) -> tuple[Passage, ...]:
    """The ``limit`` best passages, best first. Raises StaleIndex where what is to be shown is damaged."""
    nothing = CorpusStatistics(0, 0, np.zeros(len(terms), dtype=np.int64))
    words = sum((s.words(terms) for s in selections), nothing)
    english = sum((s.english(terms) for s in selections), nothing)
    query = _Query(vector, terms, words, english, max(_CANDIDATES, min(4 * limit, _MOST)))
    reports = sum(s.count for s in selections)
    background = sum(s.background(vector) * s.count for s in selections) / max(1, reports)
    evidence = [_weigh(s, query, background) for s in selections]
    scores = np.concatenate([np.round(s.astype(np.float64), 6) for s in fuse(evidence)])
    rows = np.concatenate([e.rows for e in evidence])
    segments = np.repeat(np.arange(len(evidence)), [len(e.rows) for e in evidence])
    numbers = [_report_numbers(s, e.rows) for s, e in zip(selections, evidence, strict=True)]
    orders = np.concatenate([s.segment.orders[n] for s, n in zip(selections, numbers, strict=True)])
    best = np.lexsort((rows, segments, orders, -scores))
    hits = ((float(scores[i]), selections[int(segments[i])], int(rows[i])) for i in best if scores[i] > 0)
    return _passages(hits, limit)


def _weigh(selection: Selection, query: _Query, background: float) -> Evidence:
    """The candidates of one segment: the nearest by meaning and the best by words, each with both its scores."""
    segment = selection.segment
    allowed = None if selection.all else selection.vectors
    _, nearest = segment.nearest.search(query.vector, query.candidates, allowed)
    owners = np.searchsorted(segment.first, nearest, side="right") - 1
    found = [owners]
    selected = None if selection.all else selection.sentences
    kinds = ((segment.words, query.words), (segment.english, query.english))
    for postings, statistics in kinds:
        if postings is not None and len(query.terms):
            weights = weights_of(statistics)
            found.append(postings.best(query.terms, weights, statistics, query.candidates, selected))
    rows = np.unique(np.concatenate(found)).astype(np.int64)
    words = np.zeros(len(rows), dtype=np.float32)
    for postings, statistics in kinds:
        if postings is not None and len(query.terms):
            weights = weights_of(statistics)
            if (total := float(weights.sum())) > 0:
                reached = postings.scores_of(rows, query.terms, weights, statistics)
                words = np.maximum(words, reached / np.float32(total))
    return Evidence(
        rows=rows,
        meaning=_nearness(selection, query.vector, rows),
        words=words,
        headings=np.asarray(segment.columns.headings[rows]),
        background=background,
    )


def _nearness(selection: Selection, vector: NDArray[np.float32], rows: Rows) -> Scores:
    """How near each of the sentences is: as near as the nearest of its own vector and those of its clauses."""
    if not len(rows):
        return np.zeros(0, dtype=np.float32)
    first = selection.segment.first
    counts = first[rows + 1] - first[rows]
    starts = np.concatenate([[0], np.cumsum(counts)[:-1]])
    of_rows = np.arange(int(counts.sum())) - np.repeat(starts - first[rows], counts)
    nearness: Scores = np.maximum.reduceat(selection.segment.nearest.scores_of(vector, of_rows), starts)
    return nearness


def _report_numbers(selection: Selection, rows: Rows) -> Rows:
    return np.searchsorted(selection.segment.sentence_starts, rows, side="right") - 1


def _passages(hits: Iterable[tuple[float, Selection, int]], limit: int) -> tuple[Passage, ...]:
    passages: list[Passage] = []
    seen: set[tuple[str, str]] = set()
    for score, selection, row in hits:
        entry = selection.segment.entries[int(_report_numbers(selection, np.array([row]))[0])]
        place = selection.segment.place(row)
        key = (entry.id, fold(place.text))
        if key in seen:
            continue
        seen.add(key)
        passages.append(
            Passage(
                rank=len(passages) + 1,
                score=round(min(1.0, score), 4),
                report_id=entry.id,
                report_title=entry.title,
                section_title=place.section_title,
                sentence_id=place.sentence_id,
                span=Span(place.start, place.end),
                line=place.line,
                start=place.column,
                end=place.column + place.end - place.start,
                text=place.text,
            )
        )
        if len(passages) == limit:
            break
    return tuple(passages)
