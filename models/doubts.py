"""What makes a translation doubtful although its figures are right: loops, words left in Chinese, an unsure network."""

from __future__ import annotations

import re
from collections import Counter
from enum import StrEnum
from typing import Final

from index.report import Language

_HAN: Final = re.compile(r"[\u3400-\u9fff]{2,}")
_WORD: Final = re.compile(r"[^\W_]+(?:[\u2019'-][^\W_]+)*")
_CHARACTER: Final = re.compile(r"[\u3400-\u9fff]")
_SPAN: Final = {Language.EN: 4, Language.ZH: 6}
"""Words (characters in Chinese) of a phrase whose second coming is a loop, unless the source says something twice."""
UNSURE: Final = {Language.EN: 0.30, Language.ZH: 0.30}
"""Mean probability of a piece below which a part of a sentence is doubtful; set on the development pairs."""


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
    phrases = Counter(tuple(words[i : i + size]) for i in range(len(words) - size + 1))
    again = max(phrases.values(), default=1)
    if again < 2:
        return False
    given = [w.lower() for w in other.findall(source)]
    short = _SPAN[language.other] // 2
    said = Counter(tuple(given[i : i + short]) for i in range(len(given) - short + 1))
    return again > max(said.values(), default=1)


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
