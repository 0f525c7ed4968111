"""Finds the words of a note again in a text that may have changed since.

In four steps, each more lenient than the one before and none of them a guess: where the note says; elsewhere, by its
words and the context that is kept with them (W3C Web Annotation Data Model, 4.2.4 and 4.2.5); the same with blanks,
width and script folded, which is what another file format changes; and words that were edited, where most of them and
their order are left. What none of these finds is not shown anywhere in the text.
"""

from __future__ import annotations

import unicodedata
from difflib import SequenceMatcher
from functools import cached_property
from typing import Final, NamedTuple

from index.annotations.anchor import Anchor, agreement
from index.text import Span
from index.variants import to_simplified

_AGREE: Final = 8
"""Characters of context that must agree where the words are still at their place, or stand in several."""
_EVIDENCE: Final = 16
"""Words and agreeing context together, in characters, for words that stand in one place only; of context at least"""
_LITTLE: Final = 4
_TELLING: Final = 24
"""Characters of words that tell by themselves where they stand, if they stand in one place only."""
_LEAST_EDITED: Final = 12
"""Characters of words that are looked for although they were edited."""
_SEED: Final = 6
_ALIKE: Final = 0.8
"""Share of the words that must be left (the ratio of Ratcliff and Obershelp)."""
_DROPPED: Final = frozenset("\u200b\u200c\u200d\u2060\ufeff\u00ad")


class Found(NamedTuple):
    """Where the words are; ``edited`` where they are not quite the same any more."""

    span: Span
    edited: bool = False


class _Folded(NamedTuple):
    text: str
    places: list[int]
    """For each character of ``text`` its place in the text as it is, and one more for the end."""


class Finder:
    """Finds notes in one text; what is folded of it is kept."""

    def __init__(self, text: str) -> None:
        self._text = text

    def find(self, anchor: Anchor) -> Found | None:
        """Where the words of ``anchor`` are; None where they are gone, or where nothing tells which of several is meant."""
        if not anchor.quote.strip():
            return None
        span = self._as_it_was(anchor) or self._exactly(anchor)
        if span is not None:
            return Found(span)
        span = self._folded_alike(anchor)
        if span is not None:
            return Found(span)
        span = self._edited(anchor)
        return Found(span, edited=True) if span is not None else None

    def _as_it_was(self, anchor: Anchor) -> Span | None:
        if self._text[anchor.start : anchor.end] != anchor.quote:
            return None
        needed = min(_AGREE, len(anchor.before) + len(anchor.after))
        agree = agreement(self._text, Span(anchor.start, anchor.end), anchor.before, anchor.after)
        return Span(anchor.start, anchor.end) if agree >= needed else None

    def _exactly(self, anchor: Anchor) -> Span | None:
        return _best(self._text, anchor.quote, anchor.before, anchor.after, anchor.start)

    def _folded_alike(self, anchor: Anchor) -> Span | None:
        folded = self._folded
        quote = _fold(anchor.quote).text
        if not quote:
            return None
        found = _best(folded.text, quote, _fold(anchor.before).text, _fold(anchor.after).text, None)
        if found is None:
            return None
        return self._unfolded(found)

    def _unfolded(self, found: Span) -> Span:
        places = self._folded.places
        return Span(places[found.start], places[found.end - 1] + 1)

    def _edited(self, anchor: Anchor) -> Span | None:
        """By pieces of the words and their context that stand in one place only, and lie where they would."""
        quote, before = _fold(anchor.quote).text, _fold(anchor.before).text
        if len(quote) < _LEAST_EDITED:
            return None
        whole = before + quote + _fold(anchor.after).text
        text = self._folded.text
        starts = []
        for at in range(0, len(whole) - _SEED + 1, 2):
            seed = whole[at : at + _SEED]
            place = text.find(seed)
            if place >= 0 and text.find(seed, place + 1) < 0:
                starts.append(place - at + len(before))
        if len(starts) < 2:
            return None
        starts.sort()
        start = starts[len(starts) // 2]
        slack = max(8, len(quote) // 4)
        if sum(1 for other in starts if abs(other - start) <= slack) * 2 <= len(starts):
            return None
        low, high = max(0, start - slack), min(len(text), start + len(quote) + slack)
        return self._most_alike(quote, low, text[low:high])

    def _most_alike(self, quote: str, low: int, region: str) -> Span | None:
        blocks = [
            b
            for b in SequenceMatcher(None, quote, region, autojunk=False).get_matching_blocks()
            if b.size > 1
        ]
        if not blocks:
            return None
        first, last = blocks[0], blocks[-1]
        start, end = (
            max(0, first.b - first.a),
            min(len(region), last.b + last.size + len(quote) - last.a - last.size),
        )
        kept = sum(block.size for block in blocks)
        if 2 * kept / (len(quote) + end - start) < _ALIKE:
            return None
        return self._unfolded(Span(low + start, low + end))

    @cached_property
    def _folded(self) -> _Folded:
        return _fold(self._text)


def _best(text: str, quote: str, before: str, after: str, near: int | None) -> Span | None:
    """The place of ``quote`` whose context agrees best; of equals the nearest to ``near``, or none where that is None."""
    places: list[tuple[int, int, int]] = []
    at = text.find(quote)
    while at >= 0:
        agree = agreement(text, Span(at, at + len(quote)), before, after)
        places.append((agree, -abs(at - near) if near is not None else 0, at))
        at = text.find(quote, at + 1)
    if not places:
        return None
    places.sort(reverse=True)
    agree, _, best = places[0]
    known = len(before) + len(after)
    if len(places) == 1:
        telling = agree >= min(_LITTLE, known) and len(quote) + agree >= min(_EVIDENCE, len(quote) + known)
        return Span(best, best + len(quote)) if telling or len(quote) >= _TELLING else None
    if agree < min(_AGREE, known) or len(quote) + agree < min(_EVIDENCE + _LITTLE, len(quote) + known):
        return None
    if near is None and places[1][0] == agree:
        return None
    return Span(best, best + len(quote))


def _fold(text: str) -> _Folded:
    """Without blanks and what cannot be seen, narrow letters and digits, Simplified characters."""
    kept: list[str] = []
    places: list[int] = []
    for place, char in enumerate(to_simplified(text)):
        if char.isspace() or char in _DROPPED:
            continue
        narrow = unicodedata.normalize("NFKC", char) if char > "\x7f" else char
        kept.append(narrow if len(narrow) == 1 else char)
        places.append(place)
    places.append(len(text))
    return _Folded("".join(kept), places)
