"""Sentences that are nearly the same: normalised Levenshtein likeness over characters or words, figures left out.

The only place that uses RapidFuzz. Bigrams rule out what cannot be near enough, without losing a match: each edit
spoils two of them at most.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from index.report import Language
from index.text import Span

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_FIGURE: Final = "\ue000"
_MASKED: Final = {
    Language.ZH: re.compile(
        r"\d+(?:[.,]\d+)*(?:[%‰]|[十百千万亿]+)?|[〇零一二两三四五六七八九十百千万亿]{2,}(?:分之[一二三四五六七八九十百千]+)?"
        r"|第[一二三四五六七八九十]"
    ),
    Language.EN: re.compile(r"\d+(?:[.,]\d+)*(?:st|nd|rd|th)?\b(?: (?:thousand|million|billion|trillion))?"),
}
_TOKENS: Final = {
    Language.ZH: re.compile(r"\d+(?:[.,]\d+)*%?|[A-Za-z]+|\S|\s+"),
    Language.EN: re.compile(r"(?:\d+(?:[.,]\d+)*%?|\w+(?:['’-]\w+)*|[^\w\s])\s*|\s+"),
}
_WORD: Final = re.compile(r"\ue000|\w+(?:['’-]\w+)*|[^\w\s]")
_BUCKETS: Final = 1 << 18
_TAIL: Final = 2_000
"""Entries added after the index was built that are compared one by one; with more it is built anew."""
_FIRST_CODE: Final = 0xE000
_CODES: Final = 0x10F000 - _FIRST_CODE


@dataclass(frozen=True, slots=True)
class Difference:
    """A run of two texts: ``kind`` is ``equal``, ``replace``, ``insert`` or ``delete``, seen from the old one."""

    kind: str
    old: Span
    new: Span


def coded(key: str, language: Language) -> str:
    """A text as it is compared: its figures masked, one character for each character or, in English, each word."""
    masked = _MASKED[language].sub(_FIGURE, key)
    if language is Language.ZH:
        return masked
    return "".join(
        _FIGURE
        if word == _FIGURE
        else chr(_FIRST_CODE + 1 + zlib.crc32(word.encode("utf-8", "replace")) % _CODES)
        for word in _WORD.findall(masked)
    )


def likeness(one: str, other: str, language: Language) -> float:
    """How alike two keys are, from 0 to 1, without regard to their figures."""
    from rapidfuzz.distance import Levenshtein

    return float(Levenshtein.normalized_similarity(coded(one, language), coded(other, language)))


def differences(old: str, new: str, language: Language) -> tuple[Difference, ...]:
    """What became of ``old`` in ``new``, in whole figures and words (characters in Chinese)."""
    from rapidfuzz.distance import Levenshtein

    olds, news = (list(_TOKENS[language].finditer(text)) for text in (old, new))
    steps = Levenshtein.opcodes([m[0].rstrip() for m in olds], [m[0].rstrip() for m in news])
    found: list[Difference] = []
    for step in steps:
        before = _cover(olds, step.src_start, step.src_end)
        after = _cover(news, step.dest_start, step.dest_end)
        found.append(Difference(str(step.tag), before, after))
    return tuple(found)


def _cover(tokens: list[re.Match[str]], start: int, end: int) -> Span:
    if start < end:
        return Span(tokens[start].start(), tokens[end - 1].end())
    at = tokens[start].start() if start < len(tokens) else tokens[-1].end() if tokens else 0
    return Span(at, at)


class NearIndex:
    """Finds near keys among many; ids that are dropped are skipped, those added later are kept in a tail."""

    def __init__(self, language: Language, keys: Iterable[tuple[str, str]]) -> None:
        self._language = language
        self._ids: list[str] = []
        self._texts: list[str] = []
        for known, key in keys:
            self._ids.append(known)
            self._texts.append(coded(key, language))
        self._dropped: set[int] = set()
        self._places = {known: place for place, known in enumerate(self._ids)}
        self._built = len(self._ids)
        self._build()

    @property
    def is_stale(self) -> bool:
        """True where so much was added or dropped that it should be built anew."""
        return len(self._ids) - self._built > _TAIL or len(self._dropped) > _TAIL + self._built // 2

    def add(self, known: str, key: str) -> None:
        """One more key."""
        self.drop(known)
        self._places[known] = len(self._ids)
        self._ids.append(known)
        self._texts.append(coded(key, self._language))

    def drop(self, known: str) -> None:
        """Find this one no longer."""
        place = self._places.pop(known, None)
        if place is not None:
            self._dropped.add(place)

    def _build(self) -> None:
        """For every bucket of bigrams the texts that hold one of them, as one array with the starts of the buckets."""
        import numpy as np

        self._lengths: NDArray[np.int64] = np.array([len(t) for t in self._texts], dtype=np.int64)
        units = np.frombuffer("".join(self._texts).encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
        owner = np.repeat(np.arange(self._built, dtype=np.uint64), self._lengths)
        inside = owner[1:] == owner[:-1]
        buckets = _bucket(units[:-1][inside], units[1:][inside]) if len(units) else owner
        rows = np.sort((buckets << np.uint64(32)) | owner[:-1][inside]) if len(units) else owner
        rows = (
            rows[np.append(True, rows[1:] != rows[:-1])] if len(rows) else rows
        )  # np.unique takes six times as long
        self._holders: NDArray[np.uint32] = (rows & np.uint64(0xFFFFFFFF)).astype(np.uint32)
        self._starts = np.searchsorted(rows >> np.uint64(32), np.arange(_BUCKETS + 1, dtype=np.uint64))

    def nearest(self, key: str, limit: int, least: float) -> list[tuple[str, float]]:
        """The ids of the nearest keys with their likeness, best first."""
        from rapidfuzz import process
        from rapidfuzz.distance import Levenshtein

        query = coded(key, self._language)
        places = [*self._candidates(query, least), *range(self._built, len(self._ids))]
        places = [place for place in places if place not in self._dropped]
        found = process.extract(
            query,
            [self._texts[place] for place in places],
            scorer=Levenshtein.normalized_similarity,
            processor=None,
            score_cutoff=least,
            limit=limit,
        )
        return [(self._ids[places[at]], float(score)) for _, score, at in found]

    def _candidates(self, query: str, least: float) -> list[int]:
        """Every place that can be near enough, and few others."""
        import numpy as np

        if not query or not self._built:
            return []
        longest = np.maximum(self._lengths, len(query))
        edits = np.floor((1.0 - least) * longest + 1e-9)
        fits = np.abs(self._lengths - len(query)) <= edits
        pairs = np.array([[ord(a), ord(b)] for a, b in pairwise(query)], dtype=np.uint32).reshape(-1, 2)
        wanted = np.unique(_bucket(pairs[:, 0], pairs[:, 1]))
        shared = np.zeros(self._built, dtype=np.int64)
        for bucket in wanted.tolist():
            shared[self._holders[self._starts[bucket] : self._starts[bucket + 1]]] += 1
        fits &= shared >= len(wanted) - 2 * edits
        return [int(place) for place in np.flatnonzero(fits)]


def _bucket(first: NDArray[np.uint32], second: NDArray[np.uint32]) -> NDArray[np.uint64]:
    import numpy as np

    mixed = first.astype(np.uint64) * np.uint64(0x9E3779B1) + second.astype(np.uint64) * np.uint64(0x85EBCA77)
    return (mixed >> np.uint64(7)) % np.uint64(_BUCKETS)
