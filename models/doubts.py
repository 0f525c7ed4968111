"""What makes a translation doubtful although its figures are right: loops, words left in Chinese, an unsure network."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from enum import StrEnum
from typing import Final

from index.report import Language

_HAN: Final = re.compile(r"[\u3400-\u9fff]{2,}")
_WORD: Final = re.compile(r"[^\W_]+(?:[\u2019'-][^\W_]+)*")
_CHARACTER: Final = re.compile(r"[\u3400-\u9fff]")
_SPAN: Final = {Language.EN: 4, Language.ZH: 6}
"""Words (characters in Chinese) of a phrase whose second coming is a loop, unless the source says something twice."""
_SMALL: Final = frozenset(
    "a an the of in on at to for from by with and or as was were is are be been we will our its their this that between".split()
)
"""Words that say little by themselves: a phrase of such is no loop."""
UNSURE: Final = {Language.EN: 0.45, Language.ZH: 0.30}
"""Mean probability of a piece below which a part of a sentence is doubtful: of a hundred English ones read, eight, six wrong."""


class Doubt(StrEnum):
    """Why a translation may be wrong."""

    UNSURE = "unsure"
    UNTRANSLATED = "untranslated"
    REPEATED = "repeated"


def repeats(target: str, source: str, language: Language) -> bool:
    """True where ``target`` (in ``language``) says a phrase more often than ``source`` gives reason for."""
    unit, other = (_WORD, _CHARACTER) if language is Language.EN else (_CHARACTER, _WORD)
    words = [w.lower() for w in unit.findall(target)]
    size = _SPAN[language]
    short = _most(words, size, _SMALL)
    if short < 2:
        return False
    given = [w.lower() for w in other.findall(source)]
    excuse = _SPAN[language.other] // 2
    # A short phrase may come again with any two characters of the source, a long one needs more.
    return short > _most(given, excuse - 1) or _most(words, size + 2) > max(1, _most(given, excuse))


def _most(words: Sequence[str], size: int, small: frozenset[str] = frozenset()) -> int:
    """How often the commonest phrase of ``size`` words comes, one word in two being none of ``small``."""
    runs = (tuple(words[i : i + size]) for i in range(len(words) - size + 1))
    counts = Counter(run for run in runs if not small or sum(w not in small for w in run) * 2 >= size)
    return max(counts.values(), default=0)


def untranslated(target: str, language: Language) -> bool:
    """True where Chinese words were left in an English text."""
    return language is Language.EN and _HAN.search(target) is not None


def doubts_of(target: str, source: str, language: Language, confidence: float) -> tuple[Doubt, ...]:
    """All doubts about ``target`` as the translation of ``source``; ``confidence`` is the network's, 0 to 1."""
    found = []
    if untranslated(target, language):
        found.append(Doubt.UNTRANSLATED)
    if repeats(target, source, language):
        found.append(Doubt.REPEATED)
    if confidence < UNSURE[language]:
        found.append(Doubt.UNSURE)
    return tuple(found)
