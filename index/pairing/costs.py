"""What it costs to set some sentences against others: length, figures, terms and headings weighed together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from decimal import Decimal
from math import erfc, exp, log, sqrt
from typing import Final

from index.pairing.features import Features

MOVES: Final = {
    (1, 1): 0.80,
    (1, 0): 0.015,
    (0, 1): 0.015,
    (1, 2): 0.06,
    (2, 1): 0.05,
    (1, 3): 0.015,
    (3, 1): 0.012,
    (2, 2): 0.02,
}
"""How often so many sentences stand for so many, in official translations of the reports of 2008 to 2021."""
_VARIANCE: Final = 18.0
"""Of the length of a translation, by character of the source; English of Chinese spreads more than the 6.8 of Gale and Church."""
_NUMBER: Final = 4.0
_TERM: Final = 3.0
_LACKING: Final = 0.5
_MOST: Final = 9.0
_HEADING: Final = 5.0
_ACROSS: Final = 3.0
"""For sentences of two paragraphs taken together."""
_UNLIKELY: Final = 1e-12


class Costs:
    """What it costs to set some sentences against others: the negative logarithm of how likely that is."""

    def __init__(self, one: Sequence[Features], other: Sequence[Features], ratio: float) -> None:
        self._one, self._other, self._ratio = one, other, ratio
        self._kept: dict[tuple[int, int, int, int], float] = {}
        counts: Counter[Hashable] = Counter()
        for features in (*one, *other):
            counts.update(features.terms)
        self._rare = {key: 1.0 / sqrt(count) for key, count in counts.items()}

    def of(self, i: int, i_end: int, j: int, j_end: int) -> float:
        """The cost of a bead."""
        key = (i, i_end, j, j_end)
        known = self._kept.get(key)
        if known is None:
            known = self._kept[key] = self._cost(*key)
        return known

    def _cost(self, i: int, i_end: int, j: int, j_end: int) -> float:
        cost = -log(MOVES[i_end - i, j_end - j])
        if i == i_end or j == j_end:
            lacking = self._one[i:i_end] or self._other[j:j_end]
            return cost + _LACKING * min(_MOST, 1.0 + sum(f.length for f in lacking) / 60)
        inner = (*self._one[i + 1 : i_end], *self._other[j + 1 : j_end])
        cost += _ACROSS * sum(f.begins for f in inner)
        return cost + self._by_length(i, i_end, j, j_end) + self._by_content(i, i_end, j, j_end)

    def _by_length(self, i: int, i_end: int, j: int, j_end: int) -> float:
        first = sum(f.length for f in self._one[i:i_end])
        second = sum(f.length for f in self._other[j:j_end])
        mean = (first + second / self._ratio) / 2
        delta = (second - first * self._ratio) / sqrt(max(1.0, mean) * _VARIANCE * self._ratio)
        return -log(max(_UNLIKELY, erfc(abs(delta) / sqrt(2))))

    def _by_content(self, i: int, i_end: int, j: int, j_end: int) -> float:
        first, second = self._one[i:i_end], self._other[j:j_end]
        numbers = _sum(f.numbers for f in first), _sum(f.numbers for f in second)
        both = sum((numbers[0] & numbers[1]).values())
        apart = sum(numbers[0].values()) + sum(numbers[1].values()) - 2 * both
        terms = frozenset().union(*(f.terms for f in first)), frozenset().union(*(f.terms for f in second))
        shared = sum(self._rare[key] for key in terms[0] & terms[1])
        cost = -min(_MOST, _NUMBER * both + _TERM * shared) + min(_MOST / 2, _LACKING * apart)
        levels = {f.level for f in first}, {f.level for f in second}
        if (max(levels[0]) > 0) != (max(levels[1]) > 0):
            cost += _HEADING
        elif max(levels[0]) > 0:
            cost -= _HEADING / 2 if levels[0] == levels[1] and len(first) == len(second) == 1 else 0.0
        return cost

    def sureness(self, i: int, i_end: int, j: int, j_end: int) -> float:
        """How sure a bead is, from 0 to 1: what speaks for it against what speaks against it."""
        evidence = -self._by_content(i, i_end, j, j_end) - 0.6 * self._by_length(i, i_end, j, j_end)
        return 1.0 / (1.0 + exp(-min(50.0, evidence + 1.2)))


def _sum(counters: Iterable[Counter[Decimal]]) -> Counter[Decimal]:
    total: Counter[Decimal] = Counter()
    for counter in counters:
        total.update(counter)
    return total
