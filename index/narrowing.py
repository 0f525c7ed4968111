"""Which sentences of a report a query allows at all: exact phrases, excluded words, sections, kinds of figures."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Final

import numpy as np
from numpy.typing import NDArray

from index.chunking import Chunk
from index.query import Has, Query
from index.report import Report
from index.variants import fold, fold_all

if TYPE_CHECKING:
    from index.indicators import Indicator

_OFFERS: Final[dict[Has, Callable[[Indicator], bool]]] = {
    Has.FIGURE: lambda _: True,
    Has.TARGET: lambda indicator: indicator.status == "target",
    Has.ACTUAL: lambda indicator: indicator.status == "actual",
    Has.GROWTH: lambda indicator: indicator.kind in ("growth", "pp_change", "multiple"),
    Has.RANK: lambda indicator: indicator.kind in ("rank", "rank_change"),
    Has.MONEY: lambda indicator: len(indicator.quantity.unit) == 3 and indicator.quantity.unit.isupper(),
}
"""Units of money are written as ISO 4217 has them: three capital letters."""


def allowed(
    query: Query,
    report: Report,
    sentences: Sequence[Chunk],
    english: Sequence[str],
    indicators: Callable[[], Sequence[Indicator]],
) -> NDArray[np.bool_]:
    """For each sentence whether it may be an answer. ``english`` has its translation, or nothing at all."""
    mask = np.ones(len(sentences), dtype=np.bool_)
    if query.phrases or query.without:
        own = fold_all([chunk.span.of(report.text).replace("\n", " ") for chunk in sentences])
        foreign = [text.casefold() for text in english] or [""] * len(own)
        for phrase in map(fold, query.phrases):
            mask &= _having(phrase, own, foreign)
        for word in map(fold, query.without):
            mask &= ~_having(word, own, foreign)
    if query.sections:
        mask &= _within(query, report, sentences, english)
    if query.has:
        found = indicators()
        for kind in query.has:
            wanted = {i.sentence_id for i in found if _OFFERS[kind](i)}
            mask &= np.array([c.sentence_ids[0] in wanted for c in sentences], dtype=np.bool_)
    return mask


def _having(words: str, own: Sequence[str], foreign: Sequence[str]) -> NDArray[np.bool_]:
    return np.array(
        [words in text or words in other for text, other in zip(own, foreign, strict=True)], dtype=np.bool_
    )


def _within(
    query: Query, report: Report, sentences: Sequence[Chunk], english: Sequence[str]
) -> NDArray[np.bool_]:
    """Sentences under a heading, at any depth, whose words in either language have one of the parts."""
    translated = {c.span.start: words for c, words in zip(sentences, english, strict=False)}
    mask = np.zeros(len(sentences), dtype=np.bool_)
    starts = np.array([chunk.span.start for chunk in sentences], dtype=np.int64)
    for root in report.sections:
        for section in root.walk():
            words = f"{section.number}{section.title} {translated.get(section.heading.start, '')}"
            folded = fold(words)
            if any(fold(part) in folded for part in query.sections):
                mask |= (starts >= section.span.start) & (starts < section.span.end)
    return mask
