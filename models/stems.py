"""English words without their endings, so that a term is known in the plural, the past and the British spelling."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final, NamedTuple

_WORD: Final = re.compile(r"[A-Za-z0-9\u00c0-\u024f]+(?:['’](?!s\b)[A-Za-z]+)?")
_CLAUSE: Final = re.compile(r"[.;:!?。；：！？\n]")
_WHOLE: Final = frozenset("news means series species economics politics athletics physics".split())
"""Words that end like a plural and are none."""
_SKIPPED: Final = frozenset(("a", "an", "the"))
_ISE: Final = re.compile(r"(?<=\w\w)is(?=(?:e[drs]?|ing|ations?)$)")
_SIBILANT: Final = ("sses", "xes", "zzes", "ches", "shes")


class Word(NamedTuple):
    """A word of a text; ``joined`` is true where no end of a clause stands between it and the word before it."""

    stem: str
    start: int
    end: int
    joined: bool


def words_of(text: str) -> tuple[Word, ...]:
    """The words of an English text, articles left out."""
    found: list[Word] = []
    last = 0
    joined = True
    for match in _WORD.finditer(text):
        joined = joined and _CLAUSE.search(text, last, match.start()) is None
        last = match.end()
        written = match.group()
        if written.lower() not in _SKIPPED:
            found.append(Word(stem(written), match.start(), match.end(), joined))
            joined = True
    return tuple(found)


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """``word`` in small letters without plural, -ed, -ing and final -e; British endings as American ones."""
    w = word.lower().replace("’", "'")
    if len(w) <= 3 or w in _WHOLE or not w.isalpha():
        return w
    w = _ISE.sub("iz", w)
    if w.endswith("ies") and len(w) > 4:
        w = f"{w[:-3]}y"
    elif w.endswith(_SIBILANT):
        w = w[:-2]
    elif w.endswith("s") and not w.endswith(("ss", "us", "is")):
        w = w[:-1]
    if len(w) > 5:
        w = _without_past(w)
    if len(w) > 4 and w.endswith("our"):
        w = f"{w[:-3]}or"
    elif len(w) > 4 and w.endswith(("tre", "bre")):
        w = f"{w[:-2]}er"
    elif w.endswith("mme"):
        w = w[:-2]
    elif len(w) > 4 and w.endswith("e"):
        w = w[:-1]
    return w


def _without_past(word: str) -> str:
    for ending in ("ing", "ed"):
        rest = word.removesuffix(ending)
        if rest != word and len(rest) > 2 and re.search("[aeiouy]", rest):
            doubled = rest[-1] == rest[-2] and rest[-1] not in "lsz"
            return rest[:-1] if doubled else rest
    return word
