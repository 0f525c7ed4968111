"""How well a name fits what was typed: whole words before beginnings, beginnings before letters in between. No Qt."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from index.variants import fold

_WORD_START: Final = 30
_WITHIN: Final = 100
_SCATTERED: Final = 40
_MOST_GAPS: Final = 3
"""Letters in between may be left out in so many places; more is a chance hit."""


class Fit(NamedTuple):
    """How well a name fits, and which of its characters were asked for."""

    score: int
    marked: tuple[int, ...] = ()


def fit(query: str, names: Sequence[str]) -> Fit | None:
    """The best fit of ``query`` with ``names``, of which the first is the one that is shown; None where it does not.

    Every word of the query must be found, each in any of the names. Script, width and case do not matter.
    """
    folded = [_folded(name) for name in names]
    score, marked = 0, set[int]()
    for word in fold(query).split():
        best: Fit | None = None
        for at, name in enumerate(folded):
            found = _fit_word(word, name)
            if found is not None and (best is None or found.score > best.score):
                best = found if at == 0 else Fit(found.score - 1)
        if best is None:
            return None
        score += best.score
        marked.update(best.marked)
    return Fit(score - len(names[0]) // 8, tuple(sorted(marked)))


def _folded(name: str) -> str:
    """Folded character by character, so that places stay."""
    return "".join(f if len(f := fold(char)) == 1 else char for char in name)


def _fit_word(word: str, name: str) -> Fit | None:
    at = name.find(word)
    best = at
    while at >= 0:
        if _begins(name, at):
            return Fit(_WITHIN + _WORD_START + len(word) - min(at, 20), tuple(range(at, at + len(word))))
        at = name.find(word, at + 1)
    if best >= 0:
        return Fit(_WITHIN + len(word) - min(best, 20), tuple(range(best, best + len(word))))
    return _fit_scattered(word, name)


def _fit_scattered(word: str, name: str) -> Fit | None:
    """The letters of a word in their order, the first of them at the start of a word: ``cmpr`` is in ``Compare``."""
    if len(word) < 2:
        return None
    for start in (i for i, char in enumerate(name) if char == word[0] and _begins(name, i)):
        places = [start]
        for char in word[1:]:
            at = name.find(char, places[-1] + 1)
            if at < 0:
                break
            places.append(at)
        gaps = sum(b - a > 1 and not _begins(name, b) for a, b in zip(places, places[1:], strict=False))
        if len(places) == len(word) and gaps <= _MOST_GAPS:
            spread = places[-1] - places[0] - len(word)
            return Fit(max(1, _SCATTERED - spread - 6 * gaps), tuple(places))
    return None


def _begins(name: str, at: int) -> bool:
    return at == 0 or not name[at - 1].isalnum() or not name[at].isascii()
