"""Two reports on one subject side by side: what each says, passage beside passage."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from index.embedding import Vectors
from index.indicators.model import Indicator
from index.lexical import LexicalIndex, query_terms
from index.topics.model import Topic
from index.topics.sorting import Extract, Sorted, Sorter
from index.variants import fold, to_simplified

_WORDS: Final = 0.7
"""What the words of a query count beside its meaning."""
_LEAST: Final = 0.28
_OF_BEST: Final = 0.6
"""A passage that answers a query less than this part of the best one is left out."""
_APPENDED: Final = re.compile(
    "^(?:附件|附录|附：|名词解释|名词注释|注释|有关(?:名词|用语)|相关(?:名词|用语)|annex|appendix|glossary)",
    re.I,
)
_APPENDED_WEIGHT: Final = 0.5
"""What a passage of an annex or of the explained terms counts: the report itself speaks first."""
_PAIRED: Final = 0.3
"""Two passages that are nearer than this stand beside each other."""

Figures = Mapping[str, Sequence[Indicator]]
"""The indicators of reports, by report id."""


@dataclass(frozen=True, slots=True)
class Told:
    """What a report says: a passage, how well it fits the subject, and the indicators that stand in it."""

    extract: Extract
    score: float
    indicators: tuple[Indicator, ...]


@dataclass(frozen=True, slots=True)
class Pair:
    """What the two reports say of the same; None where one of them is silent."""

    left: Told | None
    right: Told | None

    @property
    def score(self) -> float:
        """How well the better of the two fits."""
        return max(told.score for told in (self.left, self.right) if told is not None)


def compare_on(
    subject: Topic | str, left: Sorted, right: Sorted, sorter: Sorter, figures: Figures, limit: int = 20
) -> tuple[Pair, ...]:
    """What two reports say on a topic, or on what a query asks for.

    First the passages of which each has one that is near to it, the best fitting first; then what one alone says,
    in reading order, the left one's before the right one's. At most ``limit`` passages of each are taken.
    """
    sides = [_told(subject, each, sorter, figures, limit) for each in (left, right)]
    vectors = [_rows(side, each) for side, each in zip(sides, (left, right), strict=True)]
    weights = [np.array([_weight(t.extract) for t in side], dtype=np.float32) for side in sides]
    near = (vectors[0] @ vectors[1].T) * np.minimum(weights[0][:, None], weights[1][None, :])
    pairs: list[Pair] = []
    free = [set(range(len(side))) for side in sides]
    for flat in np.argsort(-near, axis=None, kind="stable"):
        one, other = (int(n) for n in np.unravel_index(int(flat), near.shape))
        if near[one, other] < _PAIRED:
            break
        if one in free[0] and other in free[1]:
            free[0].discard(one)
            free[1].discard(other)
            pairs.append(Pair(sides[0][one], sides[1][other]))
    pairs.sort(key=lambda pair: -pair.score)
    pairs += [Pair(sides[0][n], None) for n in sorted(free[0])]
    pairs += [Pair(None, sides[1][n]) for n in sorted(free[1])]
    return tuple(pairs)


def told(
    subject: Topic | str, report: Sorted, sorter: Sorter, figures: Figures, limit: int = 40
) -> tuple[Told, ...]:
    """What one report says on a subject, in reading order; its best passages where there are more than ``limit``."""
    return tuple(_told(subject, report, sorter, figures, limit))


def _told(subject: Topic | str, report: Sorted, sorter: Sorter, figures: Figures, limit: int) -> list[Told]:
    if isinstance(subject, Topic):
        inside = {e.key for e in subject.extracts}
        scores = {n: e.fit * _weight(e) for n, e in enumerate(report.extracts) if e.key in inside}
    else:
        scores = _answers(subject, report, sorter)
    best = sorted(scores, key=lambda n: (-scores[n], n))[: max(limit, 0)]
    known = figures.get(report.report.id, ())
    return [
        Told(
            report.extracts[n],
            round(float(scores[n]), 4),
            tuple(i for i in known if report.extracts[n].span.contains(i.span)),
        )
        for n in sorted(best)
    ]


def _answers(query: str, report: Sorted, sorter: Sorter) -> dict[int, float]:
    """How well each passage answers a query; those that hardly do are left out."""
    plain = to_simplified(query).strip()
    if not any(char.isalnum() for char in plain) or not report.extracts:
        return {}
    vector = sorter.themes.centred(sorter.vectors_of([fold(plain)]))[0]
    words = LexicalIndex.build([e.text for e in report.extracts])
    terms = query_terms(plain)
    scores = report.vectors @ vector + _WORDS * words.scores(terms, words.statistics(terms))
    scores *= np.array([_weight(e) for e in report.extracts], dtype=np.float32)
    least = max(_LEAST, _OF_BEST * float(scores.max()))
    return {n: float(s) for n, s in enumerate(scores) if s >= least and report.extracts[n].theme.phrases_zh}


def _weight(extract: Extract) -> float:
    path = extract.report.section_path(extract.span.start)
    return _APPENDED_WEIGHT if any(_APPENDED.match(f"{s.number}{s.title}") for s in path) else 1.0


def _rows(side: Sequence[Told], report: Sorted) -> Vectors:
    place = {e.key: n for n, e in enumerate(report.extracts)}
    return report.vectors[[place[t.extract.key] for t in side]]
