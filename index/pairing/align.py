"""Sentences of two languages set against each other by dynamic programming, as Gale and Church (1993) do by length alone.

Besides length the values of figures, terms and the rank of headings count, which is what government reports are full
of. Nothing crosses: what a translation moved elsewhere is left without a counterpart.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from index.pairing.costs import MOVES, Costs
from index.pairing.features import Features

_BAND: Final = 60


class Bead(NamedTuple):
    """Sentences ``first`` to ``first_end`` of the one text say what ``second`` to ``second_end`` of the other do.

    One of the two may be empty. ``sure`` goes from 0 to 1.
    """

    first: int
    first_end: int
    second: int
    second_end: int
    sure: float


def align(one: Sequence[Features], other: Sequence[Features]) -> list[Bead]:
    """The beads of two texts, in order; every sentence of both is in exactly one."""
    if not one or not other:
        whole = [Bead(i, i + 1, 0, 0, 0.0) for i in range(len(one))]
        return whole or [Bead(0, 0, j, j + 1, 0.0) for j in range(len(other))]
    ratio = sum(f.length for f in other) / max(1, sum(f.length for f in one))
    costs = Costs(one, other, ratio)
    best: list[dict[int, tuple[float, int, int]]] = [{} for _ in range(len(one) + 1)]
    best[0][0] = (0.0, 0, 0)
    slope = len(other) / len(one)
    band = _BAND
    for i in range(len(one) + 1):
        middle = round(i * slope)
        for j in range(max(0, middle - band), min(len(other), middle + band) + 1):
            if i == j == 0:
                continue
            found: tuple[float, int, int] | None = None
            for di, dj in MOVES:
                before = best[i - di].get(j - dj) if i >= di and j >= dj else None
                if before is None:
                    continue
                cost = before[0] + costs.of(i - di, i, j - dj, j)
                if found is None or cost < found[0]:
                    found = (cost, di, dj)
            if found is not None:
                best[i][j] = found
    return _traced(best, costs, len(one), len(other))


def _traced(best: list[dict[int, tuple[float, int, int]]], costs: Costs, i: int, j: int) -> list[Bead]:
    beads = []
    while i or j:
        _, di, dj = best[i][j]
        sure = costs.sureness(i - di, i, j - dj, j) if di and dj else 0.0
        beads.append(Bead(i - di, i, j - dj, j, sure))
        i, j = i - di, j - dj
    return beads[::-1]
