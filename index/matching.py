"""Where the words of a query stand in a text: what a reader sees marked in a passage."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from index.lexical import ASKING, STOP_WORDS, stem
from index.text import Span
from index.variants import to_simplified

_WORD: Final = re.compile(r"[a-z0-9]+(?:[.\-'’][a-z0-9]+)*")
_HAN_RUN: Final = re.compile("[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]+")


def matches(queries: Iterable[str], text: str) -> tuple[Span, ...]:
    """Where words of any of the queries stand in ``text``, in order and apart.

    Chinese counts by runs of two characters that both share; an English word counts in its other forms too. What a
    question adds to its subject (是多少, what, how) is not looked for.
    """
    plain = _plain(text)
    words = [(match.start(), match.end(), stem(match[0])) for match in _WORD.finditer(plain)]
    found: list[Span] = []
    for query in queries:
        asked = _plain(query)
        wanted = {stem(word) for word in _WORD.findall(asked) if word not in STOP_WORDS}
        found += [Span(start, end) for start, end, word in words if word in wanted]
        for part in ASKING.split(asked):
            for run in _HAN_RUN.findall(part):
                found += _shared(run, plain)
    return _merged(found)


def _plain(text: str) -> str:
    """Simplified and in small letters, as long as the text itself."""
    folded = to_simplified(text)
    lower = folded.casefold()
    return (
        lower
        if len(lower) == len(folded)
        else "".join(c.lower() if len(c.lower()) == 1 else c for c in folded)
    )


def _shared(run: str, text: str) -> list[Span]:
    if len(run) == 1:
        return [Span(at.start(), at.end()) for at in re.finditer(re.escape(run), text)]
    pairs = {run[i : i + 2] for i in range(len(run) - 1)}
    return [Span(i, i + 2) for i in range(len(text) - 1) if text[i : i + 2] in pairs]


def _merged(spans: list[Span]) -> tuple[Span, ...]:
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and span.start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return tuple(merged)
