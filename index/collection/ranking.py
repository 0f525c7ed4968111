"""The best passages of the selected reports, weighed as ``index.search`` weighs those of a few."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

import numpy as np
from numpy.typing import NDArray

from index.collection.selection import Selection
from index.feedback import FEEDBACK, lean
from index.fusion import RENDERED_WORDS, Evidence, fuse
from index.lexical import CorpusStatistics, Terms, query_terms, weights_of
from index.matching import matches
from index.narrowing import names_section, wanted_bits, worded
from index.passage import Passage, Reason
from index.query import Query
from index.text import Span
from index.variants import fold

_CANDIDATES: Final = 1_000
"""How many of the nearest by meaning, and of the best by words, of each segment are weighed against each other."""
_MOST: Final = 20_000

Rows = NDArray[np.int64]
Scores = NDArray[np.float32]
_Hit = tuple[float, Selection, int, Reason]


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked: the query, its Chinese rendering, its vector, and how to get at the English of a text."""

    query: Query
    rendered: str
    vector: NDArray[np.float32]
    english: Callable[[str], str]


@dataclass(frozen=True, slots=True)
class _Asked:
    """The question as the segments are asked it.

    ``words`` are the query's terms in the texts, in their English, and those of its rendering in the texts.
    """

    vector: NDArray[np.float32]
    words: tuple[_Words, ...]
    candidates: int


@dataclass(frozen=True, slots=True)
class _Words:
    terms: Terms
    statistics: CorpusStatistics
    weight: float
    in_english: bool


def ranked(question: Question, selections: Sequence[Selection], limit: int) -> tuple[Passage, ...]:
    """The ``limit`` best passages, best first. Raises StaleIndex where what is to be shown is damaged."""
    query = question.query
    if query.sections or query.has:
        selections = [s.narrowed(_allowed(s, question)) for s in selections]
    if any(char.isalnum() for char in query.text):
        hits = _best(question, selections, limit)
    else:
        hits = _in_order(selections)
    return _passages(hits, question, limit)


def _in_order(selections: Sequence[Selection]) -> Iterator[_Hit]:
    """All that the filters let through, in the order of reading."""
    rows = [np.flatnonzero(s.sentences) for s in selections]
    orders = [s.segment.orders[_report_numbers(s, r)] for s, r in zip(selections, rows, strict=True)]
    segments = np.repeat(np.arange(len(rows)), [len(r) for r in rows])
    found = np.concatenate(rows)
    for i in np.lexsort((found, np.concatenate(orders))).tolist():
        yield 1.0, selections[int(segments[i])], int(found[i]), Reason()


def _best(question: Question, selections: Sequence[Selection], limit: int) -> Iterator[_Hit]:
    narrow = question.query.narrows
    candidates = max(_CANDIDATES * (4 if narrow else 1), min(4 * limit, _MOST))
    asked = _Asked(question.vector, _words(question, selections), candidates)
    nearest = [_nearest(s, asked) for s in selections]
    asked = replace(asked, vector=_leaning(asked.vector, selections, nearest))
    reports = sum(s.count for s in selections)
    background = sum(s.background(asked.vector) * s.count for s in selections) / max(1, reports)
    evidence = [_weigh(s, asked, rows, background) for s, (_, rows) in zip(selections, nearest, strict=True)]
    scores = np.concatenate([np.round(s.astype(np.float64), 6) for s in fuse(evidence)])
    rows = np.concatenate([e.rows for e in evidence])
    segments = np.repeat(np.arange(len(evidence)), [len(e.rows) for e in evidence])
    places = np.concatenate([np.arange(len(e.rows)) for e in evidence])
    numbers = [_report_numbers(s, e.rows) for s, e in zip(selections, evidence, strict=True)]
    orders = np.concatenate([s.segment.orders[n] for s, n in zip(selections, numbers, strict=True)])
    least = -1.0 if narrow else 0.0
    for i in np.lexsort((rows, segments, orders, -scores)).tolist():
        if scores[i] <= least:
            return
        found, place = evidence[int(segments[i])], int(places[i])
        reason = Reason(float(found.meaning[place]), float(found.words[place]))
        yield float(scores[i]), selections[int(segments[i])], int(rows[i]), reason


def _words(question: Question, selections: Sequence[Selection]) -> tuple[_Words, ...]:
    terms, other = query_terms(question.query.text), query_terms(question.rendered)
    found = []
    for asked, weight, in_english in (
        (terms, 1.0, False),
        (terms, 1.0, True),
        (other, RENDERED_WORDS, False),
    ):
        if len(asked):
            total = CorpusStatistics(0, 0, np.zeros(len(asked), dtype=np.int64))
            for s in selections:
                total = total + (s.english(asked) if in_english else s.words(asked))
            found.append(_Words(asked, total, weight, in_english))
    return tuple(found)


def _allowed(selection: Selection, question: Question) -> NDArray[np.bool_]:
    """The sentences of a segment under the headings, and with the figures, that are asked for."""
    columns, query = selection.segment.columns, question.query
    for name in ("offers", "sections", "titles", "title_starts"):
        selection.segment.file.verify(name)
    mask = np.ones(len(columns), dtype=np.bool_)
    if query.has:
        bits = np.uint8(wanted_bits(query))
        mask &= (columns.offers & bits) == bits
    if query.sections:
        above = columns.headings_above()
        named = [any(names_section(query, f"{h} {question.english(h)}") for h in each) for each in above]
        named.append(False)  # for sentences above the first heading
        mask &= np.array(named, dtype=np.bool_)[np.minimum(columns.sections, len(above))]
    return mask


def _nearest(selection: Selection, asked: _Asked) -> tuple[Scores, Rows]:
    allowed = None if selection.all else selection.vectors
    return selection.segment.nearest.search(asked.vector, asked.candidates, allowed)


def _leaning(
    vector: NDArray[np.float32], selections: Sequence[Selection], nearest: Sequence[tuple[Scores, Rows]]
) -> NDArray[np.float32]:
    """The query's vector, leaning towards the nearest of all segments."""
    best = [
        (float(score), n, int(row))
        for n, (scores, rows) in enumerate(nearest)
        for score, row in zip(scores[:FEEDBACK].tolist(), rows[:FEEDBACK].tolist(), strict=True)
    ]
    best.sort(key=lambda each: -each[0])
    rows = [
        selections[n].segment.nearest.vectors(np.array([row], dtype=np.int64))[0]
        for _, n, row in best[:FEEDBACK]
    ]
    return lean(vector, rows)


def _weigh(selection: Selection, asked: _Asked, nearest: Rows, background: float) -> Evidence:
    """The candidates of one segment: the nearest by meaning and the best by words, each with both its scores."""
    segment = selection.segment
    owners = np.searchsorted(segment.first, nearest, side="right") - 1
    found = [owners]
    selected = None if selection.all else selection.sentences
    kinds = [(segment.english if w.in_english else segment.words, w) for w in asked.words]
    for postings, words in kinds:
        if postings is not None:
            weights = weights_of(words.statistics)
            found.append(postings.best(words.terms, weights, words.statistics, asked.candidates, selected))
    rows = np.unique(np.concatenate(found)).astype(np.int64)
    shared = np.zeros(len(rows), dtype=np.float32)
    for postings, words in kinds:
        if postings is not None:
            weights = weights_of(words.statistics)
            if (total := float(weights.sum())) > 0:
                reached = postings.scores_of(rows, words.terms, weights, words.statistics)
                shared = np.maximum(shared, np.float32(words.weight) * reached / np.float32(total))
    return Evidence(
        rows=rows,
        meaning=_nearness(selection, asked.vector, rows),
        words=shared,
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


def _passages(hits: Iterable[_Hit], question: Question, limit: int) -> tuple[Passage, ...]:
    passages: list[Passage] = []
    seen: set[tuple[str, str]] = set()
    query = question.query
    for score, selection, row, reason in hits:
        entry = selection.segment.entries[int(_report_numbers(selection, np.array([row]))[0])]
        place = selection.segment.place(row)
        key = (entry.id, fold(place.text))
        if key in seen or not (
            (not query.phrases and not query.without)
            or worded(query, [place.text], [question.english(place.text)]).all()
        ):
            continue
        seen.add(key)
        passages.append(
            Passage(
                rank=len(passages) + 1,
                score=round(min(1.0, score), 4),
                report_id=entry.id,
                report_title=entry.title,
                section_title=place.sections[-1] if place.sections else "",
                sentence_id=place.sentence_id,
                span=Span(place.start, place.end),
                line=place.line,
                start=place.column,
                end=place.column + place.end - place.start,
                text=place.text,
                reason=replace(reason, matches=matches((query.text, question.rendered), place.text)),
            )
        )
        if len(passages) == limit:
            break
    return tuple(passages)
