"""Where in a text something was written down, so that it is found again when the text has changed.

Position and quotation together, after the selectors of the W3C Web Annotation Data Model (TextPositionSelector,
TextQuoteSelector).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from index.text import Span

CONTEXT: Final = 32
"""Characters of context that are kept on either side."""
_LEAST: Final = 6
"""Characters of context that must agree where the words stand in more than one place."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """A span in code points, the words in it, and up to ``CONTEXT`` characters before and after."""

    start: int
    end: int
    quote: str
    before: str = ""
    after: str = ""


def anchor_at(text: str, span: Span) -> Anchor:
    """The anchor of ``span`` in ``text``."""
    return Anchor(
        span.start,
        span.end,
        span.of(text),
        text[max(0, span.start - CONTEXT) : span.start],
        text[span.end : span.end + CONTEXT],
    )


def find_anchor(text: str, anchor: Anchor) -> Span | None:
    """Where ``anchor`` is in ``text``: at its position if the words are there, else where the context agrees best.

    None where the words are gone, or where nothing tells which of several places is meant.
    """
    there = Span(anchor.start, anchor.end)
    if text[anchor.start : anchor.end] == anchor.quote and _agreement(text, anchor, anchor.start) >= _LEAST:
        return there
    places: list[tuple[int, int, int]] = []
    at = text.find(anchor.quote) if anchor.quote else -1
    while at >= 0:
        places.append((_agreement(text, anchor, at), -abs(at - anchor.start), at))
        at = text.find(anchor.quote, at + 1)
    if not places:
        return None
    score, _, best = max(places)
    if len(places) > 1 and score < _LEAST:
        return None
    return Span(best, best + len(anchor.quote))


def _agreement(text: str, anchor: Anchor, at: int) -> int:
    """How many characters of the context agree, counted outwards from the words."""
    if not anchor.before and not anchor.after:
        return _LEAST
    return agreement(text, Span(at, at + len(anchor.quote)), anchor.before, anchor.after)


def agreement(text: str, span: Span, before: str, after: str) -> int:
    """How many characters around ``span`` are those that stood ``before`` and ``after`` it, counted outwards."""
    ahead = text[max(0, span.start - len(before)) : span.start]
    behind = text[span.end : span.end + len(after)]
    return _common(ahead[::-1], before[::-1]) + _common(behind, after)


def _common(one: str, other: str) -> int:
    count = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        count += 1
    return count
