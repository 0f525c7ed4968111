"""The broad themes of a government work report, and how well a text fits each of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

import numpy as np
from numpy.typing import NDArray

from index.embedding import Embedder, Vectors
from resources import resource

OTHER: Final = "other"
_SEPARATOR: Final = "|"
_HAN: Final = "\u3400"
_NEAREST: Final = 3
"""A text is as near to a theme as to this many of its phrases, on average."""


@dataclass(frozen=True, slots=True)
class Theme:
    """A broad subject under a fixed name in both languages, and the phrases that tell it."""

    id: str
    name_zh: str
    name_en: str
    phrases_zh: tuple[str, ...]
    phrases_en: tuple[str, ...]

    @property
    def phrases(self) -> tuple[str, ...]:
        """The phrases of both languages, folded as texts are."""
        return (*(p.casefold() for p in self.phrases_zh), *self.phrases_en)


NO_THEME: Final = Theme(OTHER, "其他", "Other", (), ())
"""Of greetings, slogans, and what fits no theme."""


@cache
def themes() -> tuple[Theme, ...]:
    """The themes that come with the reader, in the order in which they are listed."""
    found: list[Theme] = []
    for line in resource("topics", "themes.tsv").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            key, zh, en, phrases_zh, phrases_en = line.split("\t")
            found.append(
                Theme(key, zh, en, tuple(phrases_zh.split(_SEPARATOR)), tuple(phrases_en.split(_SEPARATOR)))
            )
    return tuple(found)


def words_of_themes(texts: Sequence[str]) -> NDArray[np.float32]:
    """How much of each theme's wording stands in each folded text: one row for a text, one column for a theme.

    A longer phrase says more than a short one; the second time it says less than the first. A phrase that stands
    within a longer one of other themes says nothing (新能源 in 新能源汽车, 创业 in 干事创业).
    """
    scores = np.zeros((len(texts), len(themes())), dtype=np.float32)
    joined = "".join(f"\n {text}" for text in texts)  # one pass for each phrase
    starts = np.cumsum([0, *(len(text) + 2 for text in texts[:-1])]) if texts else np.zeros(0, np.int64)
    ends = np.zeros(len(joined) + 1, dtype=np.int64)
    """Where the longer phrase ends that stands at a place, 0 where none does; ``owners`` has its themes."""
    owners = np.zeros(len(joined) + 1, dtype=np.int64)
    for phrase, columns in _phrases():
        found = np.array(_places(joined, phrase), dtype=np.int64)
        if not len(found):
            continue
        covered = ends[found] >= found + len(phrase)
        for column in columns:
            own = found[~covered | (owners[found] >> column & 1 == 1)]
            counts = np.bincount(np.searchsorted(starts, own, side="right") - 1, minlength=len(texts))
            scores[:, column] += _weight(phrase) * np.minimum(1.5, 0.5 * (counts > 0) + 0.5 * counts)
        mine = sum(1 << column for column in columns)
        free = found[~covered]
        inside = (free[:, None] + np.arange(len(phrase))).ravel()
        ends[inside] = np.repeat(free + len(phrase), len(phrase))
        owners[inside] = mine
    return scores


@cache
def _phrases() -> tuple[tuple[str, tuple[int, ...]], ...]:
    """All phrases with the columns of their themes, the longest first."""
    found: dict[str, list[int]] = {}
    for column, theme in enumerate(themes()):
        for phrase in theme.phrases:
            found.setdefault(phrase, []).append(column)
    return tuple(sorted(((p, tuple(c)) for p, c in found.items()), key=lambda each: (-len(each[0]), each[0])))


def _places(text: str, phrase: str) -> list[int]:
    """Where a phrase stands; a Latin one where a word begins."""
    found = []
    latin = phrase[:1] < _HAN
    at = text.find(phrase)
    while at >= 0:
        if not (latin and text[at - 1].isascii() and text[at - 1].isalnum()):
            found.append(at)
        at = text.find(phrase, at + len(phrase))
    return found


def _weight(phrase: str) -> float:
    if phrase[:1] >= _HAN:
        return 0.5 + 0.25 * min(len(phrase), 6) if len(phrase) > 1 else 0.5
    return 1.0 + 0.25 * min(phrase.strip().count(" "), 3)


class ThemeVectors:
    """The phrases of all themes as vectors of one encoder; what all themes have in common is taken out."""

    def __init__(self, embedder: Embedder) -> None:
        texts = [p for t in themes() for p in (t.name_zh, *t.phrases_zh, t.name_en, *t.phrases_en)]
        vectors = np.nan_to_num(embedder.embed(texts))
        self._common = vectors.mean(axis=0)
        self._rows = _unit(vectors - self._common)
        counts = [len(t.phrases_zh) + len(t.phrases_en) + 2 for t in themes()]
        self._bounds = np.concatenate([[0], np.cumsum(counts)])

    def nearness(self, vectors: Vectors) -> NDArray[np.float32]:
        """How near each vector is to each theme, about -1 to 1."""
        if not len(vectors):
            return np.zeros((0, len(themes())), dtype=np.float32)
        found = self.centred(vectors) @ self._rows.T
        columns = []
        for start, end in zip(self._bounds[:-1], self._bounds[1:], strict=True):
            best = np.partition(found[:, start:end], end - start - _NEAREST, axis=1)[:, -_NEAREST:]
            columns.append(best.mean(axis=1))
        return np.stack(columns, axis=1).astype(np.float32)

    def centred(self, vectors: Vectors) -> Vectors:
        """The vectors without what all of them have in common, of length one."""
        return _unit(vectors - self._common)


def _unit(vectors: Vectors) -> Vectors:
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    unit: Vectors = (vectors / np.where(lengths > 0, lengths, 1)).astype(np.float32)
    return unit
