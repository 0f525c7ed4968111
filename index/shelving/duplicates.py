"""Reports that are there twice: the same text, nearly the same text, or the same place and year. Nothing is removed."""

from __future__ import annotations

import hashlib
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import Final, NamedTuple

import numpy as np

from index.shelving.shelf import Entry
from index.variants import fold

_NO_WORD: Final = re.compile(r"[\W_]+")
_SHINGLE: Final = 9
_SKETCH: Final = 256
_BASE: Final = np.uint64(0x100000001B3)
_MIX: Final = np.uint64(0x9E3779B97F4A7C15)
NEAR: Final = 0.6
"""The share of two texts' pieces that is common to both from which they count as nearly the same.

Reports of one province in two years share at most 0.05 (of 28, in 2025 and 2026); two editions of one speech 0.7 and more.
"""


class Reason(StrEnum):
    """Why two reports may be one."""

    TEXT = "text"
    NEAR = "near"
    PLACE_AND_YEAR = "place and year"


class Twins(NamedTuple):
    """Two reports that may be one; ``shared`` is the share of the text that is common, from 0 to 1."""

    first: str
    second: str
    reason: Reason
    shared: float


class Fingerprint(NamedTuple):
    """``words`` is the SHA-256 of a text's letters and digits; ``sketch`` the smallest hashes of its pieces."""

    words: str
    sketch: frozenset[int]


def fingerprint(text: str) -> Fingerprint:
    """Of a text, whatever its script, blanks and punctuation."""
    words = _NO_WORD.sub("", fold(text))
    raw = words.encode("utf-8", "surrogatepass")
    return Fingerprint(hashlib.sha256(raw).hexdigest(), _sketch(words))


def _sketch(words: str) -> frozenset[int]:
    codes = np.frombuffer(words.encode("utf-32-le", "surrogatepass"), dtype="<u4").astype(np.uint64)
    if len(codes) < _SHINGLE:
        return frozenset()
    count = len(codes) - _SHINGLE + 1
    hashes = np.zeros(count, dtype=np.uint64)
    for place in range(_SHINGLE):  # arithmetic is modulo 2**64, as it should be
        hashes = hashes * _BASE + codes[place : place + count]
    hashes ^= hashes >> np.uint64(29)
    hashes *= _MIX
    hashes ^= hashes >> np.uint64(32)
    return frozenset(np.unique(hashes)[:_SKETCH].tolist())


def shared(one: Fingerprint, other: Fingerprint) -> float:
    """The share of the pieces of both texts that is common to them, from 0 to 1, within about 0.05."""
    if one.words == other.words:
        return 1.0
    smallest = sorted(one.sketch | other.sketch)[:_SKETCH]
    return len(one.sketch & other.sketch & set(smallest)) / len(smallest) if smallest else 0.0


def twins(entries: Iterable[Entry], prints: Mapping[str, Fingerprint]) -> tuple[Twins, ...]:
    """The pairs among ``entries`` that may be one report, the surest first; ``prints`` has what is known of their texts."""
    every = tuple(entries)
    found: dict[tuple[str, str], Twins] = {}
    for first, second in _candidates(every, prints):
        part = shared(prints[first], prints[second])
        if part >= NEAR:
            same = prints[first].words == prints[second].words
            found[first, second] = Twins(first, second, Reason.TEXT if same else Reason.NEAR, part)
    places: dict[tuple[str, int, str], list[str]] = defaultdict(list)
    for entry in every:
        if entry.place and entry.year is not None:
            places[fold(entry.place), entry.year, str(entry.known.language)].append(entry.known.id)
    for ids in places.values():
        for pair in _pairs(ids):
            if pair not in found:
                one, other = prints.get(pair[0]), prints.get(pair[1])
                part = shared(one, other) if one is not None and other is not None else 0.0
                found[pair] = Twins(*pair, Reason.PLACE_AND_YEAR, part)
    order = {reason: n for n, reason in enumerate(Reason)}
    return tuple(sorted(found.values(), key=lambda each: (order[each.reason], -each.shared)))


def _candidates(entries: tuple[Entry, ...], prints: Mapping[str, Fingerprint]) -> set[tuple[str, str]]:
    """The pairs that have a good part of their sketches in common; two that have little in common are never compared."""
    holders: dict[int | str, list[str]] = defaultdict(list)
    for entry in entries:
        if (known := prints.get(entry.known.id)) is not None:
            for number in known.sketch:
                holders[number].append(entry.known.id)
            holders[known.words].append(entry.known.id)
    common: dict[tuple[str, str], int] = defaultdict(int)
    same: set[tuple[str, str]] = set()
    for key, ids in holders.items():
        for pair in _pairs(ids):
            common[pair] += 1
            if isinstance(key, str):
                same.add(pair)
    return same | {pair for pair, count in common.items() if count >= _SKETCH // 4}


def _pairs(ids: list[str]) -> Iterable[tuple[str, str]]:
    return ((ids[i], second) for i in range(len(ids)) for second in ids[i + 1 :])
