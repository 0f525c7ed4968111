"""One English sentence for several Chinese ones, cut at its clauses, so that each Chinese sentence has its own part.

Translators join short Chinese sentences by a comma, a semicolon or "and". The parts read on from one another, so that a
paragraph of them is the translation as it was published.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import combinations
from typing import Final, NamedTuple

from index.pairing.costs import Costs
from index.pairing.features import Features

_CUT: Final = re.compile(r"(?<=[;:.!?])\s+|(?<=,)\s+|\s+(?=(?:and|while|but|with)\s)")
_STRENGTH: Final = ((";.!?:", 0.0), (",", 0.7))
_WEAK: Final = 4.0
_SHORTEST: Final = 8
_MOST_PIECES: Final = 24
_MARGIN: Final = 0.8
"""How much better the best cut must be than the next one."""


class Split(NamedTuple):
    """The part of each sentence, in order, and how sure the least sure of them is, from 0 to 1."""

    parts: tuple[str, ...]
    sure: float


def split(
    sentences: Sequence[Features], words: str, read: Callable[[str], Features], ratio: float
) -> Split | None:
    """``words`` in as many parts as there are ``sentences``; None where no cut stands out.

    ``read`` gives the features of a piece of ``words``, ``ratio`` its characters for one of the sentences.
    """
    cuts = [m for m in _CUT.finditer(words) if _SHORTEST <= m.start() and m.end() <= len(words) - _SHORTEST]
    wanted = len(sentences) - 1
    if min(f.length for f in sentences) < _SHORTEST:  # 各位代表！ is nobody's half
        return None
    if wanted < 1 or not wanted <= len(cuts) <= _MOST_PIECES:
        return None
    found: list[tuple[float, tuple[str, ...], float]] = []
    kept: dict[tuple[int, int], Features] = {}
    for chosen in combinations(cuts, wanted):
        starts = [0, *(m.end() for m in chosen)]
        ends = [*(m.start() for m in chosen), len(words)]
        for span in zip(starts, ends, strict=True):
            if span not in kept:
                kept[span] = read(words[span[0] : span[1]])
        pieces = [kept[span] for span in zip(starts, ends, strict=True)]
        costs = Costs(sentences, pieces, ratio)
        cost = sum(costs.of(i, i + 1, i, i + 1) for i in range(len(pieces))) + sum(
            _weakness(words, m) for m in chosen
        )
        sure = min(costs.sureness(i, i + 1, i, i + 1) for i in range(len(pieces)))
        found.append((cost, tuple(words[a:b] for a, b in zip(starts, ends, strict=True)), sure))
    found.sort(key=lambda each: each[0])
    if len(found) > 1 and found[1][0] - found[0][0] < _MARGIN:
        return None
    return Split(found[0][1], found[0][2])


def _weakness(words: str, cut: re.Match[str]) -> float:
    """What it costs to cut here: nothing at a semicolon, most before a bare "and"."""
    before = words[cut.start() - 1]
    return next((cost for marks, cost in _STRENGTH if before in marks), _WEAK)
