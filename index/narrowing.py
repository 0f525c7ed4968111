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
_BITS: Final = {kind: 1 << n for n, kind in enumerate(Has)}
KNOWN: Final = 1 << 7
"""Set where the figures of a sentence were looked for at all."""


def offers_of(sentence_ids: Sequence[str], indicators: Sequence[Indicator]) -> NDArray[np.uint8]:
    """What figures each sentence has, as bits, to be kept in an index; ``wanted_bits`` asks for them."""
    found: dict[str, int] = {}
    for indicator in indicators:
        for kind, offers in _OFFERS.items():
            if offers(indicator):
                found[indicator.sentence_id] = found.get(indicator.sentence_id, 0) | _BITS[kind]
    return np.array([KNOWN | found.get(sentence, 0) for sentence in sentence_ids], dtype=np.uint8)


def wanted_bits(query: Query) -> int:
    """The bits that a sentence must have for the query's filters."""
    return sum(_BITS[kind] for kind in query.has) | (KNOWN if query.has else 0)


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
        own = [chunk.span.of(report.text) for chunk in sentences]
        mask &= worded(query, own, english or [""] * len(own))
    if query.sections:
        mask &= _within(query, report, sentences, english)
    if query.has:
        found = indicators()
        for kind in query.has:
            wanted = {i.sentence_id for i in found if _OFFERS[kind](i)}
            mask &= np.array([c.sentence_ids[0] in wanted for c in sentences], dtype=np.bool_)
    return mask


def worded(query: Query, texts: Sequence[str], english: Sequence[str]) -> NDArray[np.bool_]:
    """For each text whether it, or its English, has all the phrases of a query and nothing that must not occur."""
    mask = np.ones(len(texts), dtype=np.bool_)
    own = fold_all([text.replace("\n", " ") for text in texts])
    foreign = [text.casefold() for text in english]
    for phrase in map(fold, query.phrases):
        mask &= _having(phrase, own, foreign)
    for word in map(fold, query.without):
        mask &= ~_having(word, own, foreign)
    return mask


def names_section(query: Query, words: str) -> bool:
    """Whether a heading is one of those that a query asks for, or the headings above it with it."""
    folded = fold(words)
    return any(fold(part) in folded for part in query.sections)


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
            if names_section(query, words):
                mask |= (starts >= section.span.start) & (starts < section.span.end)
    return mask
