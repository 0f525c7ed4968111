"""Pinyin with tone marks: of words, by pypinyin, and of the tone numbers that dictionaries write."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Final

from index.gazetteer import place_names

if TYPE_CHECKING:
    from pypinyin import Style

_HAN: Final = re.compile(r"[\u3400-\u9fff\U00020000-\U0003ffff]")
_READINGS: Final = {
    "长三角": "cháng sān jiǎo", "长株潭": "cháng zhū tán", "长效": "cháng xiào", "两重": "liǎng zhòng",
    "急难愁盼": "jí nán chóu pàn", "多劳多得": "duō láo duō dé",
}  # fmt: skip
"""Words of reports that pypinyin reads otherwise."""
_AROUND: Final = 12
"""Characters on either side that tell how one is read."""
_QUOTES: Final = str.maketrans("", "", "“”‘’「」『』\"'《》〈〉()（）")
_SYLLABLE: Final = re.compile(r"([A-Za-zü:]+?)([1-5])(?![0-9])")
_MARKS: Final = {
    "a": "āáǎà", "e": "ēéěè", "i": "īíǐì", "o": "ōóǒò", "u": "ūúǔù", "ü": "ǖǘǚǜ",
    "A": "ĀÁǍÀ", "E": "ĒÉĚÈ", "I": "ĪÍǏÌ", "O": "ŌÓǑÒ", "U": "ŪÚǓÙ", "Ü": "ǕǗǙǛ",
    "m": ("m̄", "ḿ", "m̌", "m̀"), "n": ("n̄", "ń", "ň", "ǹ"),
}  # fmt: skip


def has_han(text: str) -> bool:
    """True where ``text`` has a Chinese character."""
    return _HAN.search(text) is not None


@lru_cache(maxsize=4096)
def pinyin(text: str) -> str:
    """The reading of ``text``, a blank between syllables; empty for text without Chinese characters."""
    if not has_han(text):
        return ""
    lazy_pinyin, style = _reader()
    # What is not Chinese comes back as it is, one piece for each run.
    return " ".join(" ".join(lazy_pinyin(text.translate(_QUOTES), style=style)).split())


@cache
def _reader() -> tuple[Callable[..., list[str]], Style]:
    from pypinyin import Style, lazy_pinyin, load_phrases_dict

    load_phrases_dict({word: [[s] for s in reading.split()] for word, reading in _READINGS.items()})
    return lazy_pinyin, Style.TONE


def reading_at(text: str, at: int) -> str:
    """The reading of one character of ``text``, as the words around it tell; empty where there is none."""
    if not 0 <= at < len(text) or not has_han(text[at]):
        return ""
    names = place_names()
    for first in range(max(0, at - 3), at + 1):
        for last in range(at + 1, min(len(text), first + 5) + 1):
            if text[first:last] in names:  # 支持重庆 is no 持重
                return pinyin(text[first:last]).split()[at - first]
    start, end = at, at + 1
    while start > max(0, at - _AROUND) and has_han(text[start - 1]):
        start -= 1
    while end < min(len(text), at + _AROUND) and has_han(text[end]):
        end += 1
    syllables = pinyin(text[start:end]).split()
    return syllables[at - start] if len(syllables) == end - start else pinyin(text[at])


def with_marks(numbered: str) -> str:
    """Pinyin with tone marks for pinyin with tone numbers: ``lu:4 se4`` → ``lǜ sè``; ``r5`` → ``r``."""
    return _SYLLABLE.sub(lambda m: _marked(m[1], int(m[2])), numbered)


def _marked(syllable: str, tone: int) -> str:
    letters = (
        syllable.replace("u:", "ü").replace("U:", "Ü").replace("v", "ü").replace("V", "Ü").replace(":", "")
    )
    at = _vowel(letters)
    if tone == 5 or at is None:
        return letters
    return letters[:at] + _MARKS[letters[at]][tone - 1] + letters[at + 1 :]


def _vowel(letters: str) -> int | None:
    """The letter that carries the mark: a or e, the o of ou, else the last vowel; m and n where there is none."""
    low = letters.lower()
    for sought in ("a", "e"):
        if sought in low:
            return low.index(sought)
    if "ou" in low:
        return low.index("o")
    vowels = [i for i, letter in enumerate(low) if letter in "iouü"]
    if vowels:
        return vowels[-1]
    return 0 if low in ("m", "n", "ng", "hm", "hng") and low[0] in "mn" else None
