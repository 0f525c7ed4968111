"""The figure itself that a query asks for: 'GDP growth target' is answered by about 5.5%, not by a paragraph."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final

import numpy as np
from numpy.typing import NDArray

from index.embedding import Embedder
from index.indicators.catalogue import asked_as
from index.lexical import STOP_WORDS, query_terms, stem
from index.query import Query
from index.variants import to_simplified

if TYPE_CHECKING:
    from index.indicators import Indicator

LEAST: Final = 0.62
"""Below this a figure is about something else than the query; found by reading the answers over five reports."""
_WITHIN: Final = 0.12
"""How far behind the best figure another may be to be shown beside it."""
_TARGET: Final = re.compile(
    r"\b(?:targets?|goals?|aims?|planned|plans?|expected|expectation)\b|目标|预期|计划|力争"
)
_ACTUAL: Final = re.compile(
    r"\b(?:actual|achieved|reached|was|were|did|result|last year)\b|去年|完成|实际|达到|实现"
)
_GROWTH: Final = re.compile(
    r"\b(?:growth|grew|grow|increase[ds]?|rise|rose|fall|fell|decline[ds]?|change[ds]?)\b|增长|增速|增幅|下降|涨|降"
)
_SHARE: Final = re.compile(r"\b(?:share|proportion|percentage of)\b|比重|占比|占")
_RANK: Final = re.compile(r"\b(?:rank(?:ing|s|ed)?|place)\b|排名|位次|第几")
_YEAR: Final = re.compile(r"(?<!\d)(20\d\d)(?!\d)")
_WORD: Final = re.compile(r"[a-z0-9]+")
_KINDS: Final = {"growth": "growth", "pp_change": "growth", "multiple": "growth", "share": "share", "ratio": "share",
                 "rank": "rank", "rank_change": "rank"}  # fmt: skip


@dataclass(frozen=True, slots=True)
class FigureHit:
    """A figure that answers a query, and how well (0 to 1)."""

    indicator: Indicator
    report_id: str
    score: float


@dataclass(frozen=True, slots=True)
class FigureIndex:
    """The figures of a report with the vectors of their names: rows of ``vectors`` are Chinese names, then English ones."""

    report_id: str
    indicators: tuple[Indicator, ...]
    vectors: NDArray[np.float32]
    terms: tuple[frozenset[int], ...]

    @classmethod
    def build(cls, report_id: str, indicators: Sequence[Indicator], embedder: Embedder) -> FigureIndex:
        """Names are what a figure is found by; its sentence is found by the search for sentences."""
        chinese = [to_simplified(i.name) for i in indicators]
        english = [i.name_en for i in indicators]
        vectors = embedder.embed([*chinese, *english]) if indicators else np.zeros((0, 1), dtype=np.float32)
        terms = tuple(
            frozenset(term for name in (i.name, i.name_en, *asked_as(i.name)) for term in _terms_of(name))
            for i in indicators
        )
        return cls(report_id, tuple(indicators), np.nan_to_num(vectors), terms)

    def search(
        self, query: Query, vector: NDArray[np.float32], rendered: str = ""
    ) -> list[tuple[float, Indicator]]:
        """The figures that the query may mean, best first; ``vector`` is the query's own."""
        if not self.indicators:
            return []
        text = query.text.casefold()
        subject = subject_of(text)
        asked = _terms_of(subject)
        also = _terms_of(subject_of(rendered)) if rendered else frozenset[int]()
        if not asked:
            return []
        near = self.vectors @ vector
        half = len(self.indicators)
        if "growth" in (wants := _wants(text)):  # the kind of figure says it; few names do
            asked = _terms_of(_GROWTH.sub(" ", subject)) or asked
            also = (_terms_of(_GROWTH.sub(" ", subject_of(rendered))) or also) if rendered else also
        meaning = np.maximum(near[:half], near[half:])
        years = set(_YEAR.findall(text))
        scored = []
        for row, indicator in enumerate(self.indicators):
            names = self.terms[row]
            covered = max(len(asked & names) / len(asked), 0.9 * len(also & names) / max(1, len(also)))
            score = 0.5 * float(meaning[row]) + 0.5 * covered
            score += _fitting(indicator, wants, years)
            scored.append((score, indicator))
        scored.sort(key=lambda each: (-round(each[0], 4), each[1].span.start))
        return scored


def best_figures(
    query: Query, vector: NDArray[np.float32], indexes: Sequence[FigureIndex], limit: int, rendered: str = ""
) -> tuple[FigureHit, ...]:
    """The figures that answer a query over several reports; none where it does not ask for a figure.

    The same statement twice in a report is told once.
    """
    hits = [
        FigureHit(indicator, index.report_id, score)
        for index in indexes
        for score, indicator in index.search(query, vector, rendered)[: 4 * limit]
    ]
    hits = [hit for hit in hits if hit.score >= LEAST]
    hits.sort(key=lambda hit: -round(hit.score, 4))
    shown: list[FigureHit] = []
    known: set[tuple[object, ...]] = set()
    for hit in hits:
        i = hit.indicator
        key = (hit.report_id, i.name, i.status, i.period, i.kind, i.quantity.value, i.quantity.unit)
        if key in known or hit.score < hits[0].score - _WITHIN:
            continue
        known.add(key)
        shown.append(FigureHit(i, hit.report_id, round(min(1.0, hit.score), 4)))
        if len(shown) == limit:
            break
    return tuple(shown)


@lru_cache(maxsize=4096)
def _terms_of(words: str) -> frozenset[int]:
    return frozenset(query_terms(words).tolist())


def subject_of(text: str) -> str:
    """A query without what it says of year and status: 'GDP growth target 2024' is about GDP growth."""
    for pattern in (_TARGET, _YEAR):
        text = pattern.sub(" ", text)
    words = [w for w in text.split() if w not in STOP_WORDS and stem(w) not in _EMPTY]
    return " ".join(words)


_EMPTY: Final = frozenset(
    stem(w) for w in "year much many number amount total rate figure report".split()
) - {"rat"}


def _wants(text: str) -> frozenset[str]:
    tests = {"target": _TARGET, "actual": _ACTUAL, "growth": _GROWTH, "share": _SHARE, "rank": _RANK}
    return frozenset(name for name, pattern in tests.items() if pattern.search(text))


def _fitting(indicator: Indicator, wants: frozenset[str], years: set[str]) -> float:
    """What status, kind and year add or take: a target is no answer to what was reached."""
    score = 0.0
    if "target" in wants:
        score += 0.12 if indicator.status == "target" else -0.25
    elif "actual" in wants:
        score += 0.06 if indicator.status == "actual" else -0.1
    kind = _KINDS.get(indicator.kind, "")
    asked = wants & {"growth", "share", "rank"}
    if asked:
        score += 0.1 if kind in asked else -0.15
    elif kind:
        score -= 0.06
    if years:
        score += 0.08 if any(year in indicator.period for year in years) else -0.2
    return score
