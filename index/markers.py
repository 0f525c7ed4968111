"""The numbers that headings begin with, 一、（一）1. ——, in both languages, and how high each kind stands."""

from __future__ import annotations

import re
from enum import IntEnum
from functools import cache
from typing import Final, NamedTuple


class Rank(IntEnum):
    """How high a kind of heading stands; smaller is higher. The level of a section is its depth, not its rank."""

    PART = 10
    CHAPTER = 20
    ARTICLE = 30
    UNNUMBERED_HIGH = 40
    FIRST = 50
    UNNUMBERED_MIDDLE = 60
    SECOND = 70
    UNNUMBERED_LOW = 80
    THIRD = 90
    FOURTH = 100
    FIFTH = 110
    ITEM = 120
    LEAD = 130


_NUMERAL: Final = "(?:[一二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九])"
_DIGITS: Final = "[0-9０-９]{1,2}"
_DIVISION: Final = re.compile(r"第([一二三四五六七八九十0-9]{1,3})(部分|篇|编|章|节)[、，：:\s]*")
_DIVISIONS: Final = {"章": Rank.CHAPTER, "节": Rank.ARTICLE}
_CHINESE_MARKERS: Final[tuple[tuple[Rank, re.Pattern[str], int], ...]] = (
    (Rank.FIRST, re.compile(rf"({_NUMERAL})\s*[、．.]\s*"), 60),
    (Rank.SECOND, re.compile(rf"[（(]?\s*({_NUMERAL})\s*[）)]\s*[、．.]?\s*"), 60),
    (Rank.THIRD, re.compile(rf"({_DIGITS})(?:\s*[．.](?![0-9０-９])|、)\s*|[［\[]({_DIGITS})[］\]]\s*"), 45),
    (Rank.FOURTH, re.compile(rf"[（(]\s*({_DIGITS})\s*[）)]\s*|({_DIGITS})[）)]\s*"), 45),
    (Rank.FIFTH, re.compile(r"([①-⑳])\s*"), 45),
    (
        Rank.ITEM,
        re.compile(rf"({_NUMERAL})(?:是要|[是要])|(?:第|其)({_NUMERAL})[，、：]|(?:[—―─]+|--+)\s*"),
        45,
    ),
)
_BARE_NUMERAL: Final = re.compile(_NUMERAL)


class Marker(NamedTuple):
    """A number as written, what it counts, how many characters it takes, and how long its heading may be."""

    rank: Rank
    number: str
    ordinal: int | None
    length: int
    limit: int

    @property
    def alone(self) -> bool:
        """True for a bare numeral, 一, as the whole line."""
        return self.rank is Rank.FIRST and self.length == len(self.number) and self.number[-1] in _VALUES


@cache
def _english_markers() -> tuple[tuple[Rank, re.Pattern[str], int], ...]:
    # compiled when the first English line is seen: most reports have none, and a window waits for this module
    return (
        (
            Rank.PART,
            re.compile(r"(?:Part|Chapter|PART|CHAPTER)\s+([IVX]+|\d{1,2}|[A-Z][a-z]+)\b[.:]?\s*"),
            160,
        ),
        (Rank.FIRST, re.compile(r"([IVX]{1,5})[.、]\s+"), 160),
        (Rank.SECOND, re.compile(r"\(([IVXivx]{1,5})\)\s*"), 160),
        (Rank.THIRD, re.compile(r"(\d{1,2})\.\s+"), 120),
        (Rank.FOURTH, re.compile(r"\((\d{1,2})\)\s*"), 120),
        (Rank.ITEM, re.compile(r"[—–]+\s*|--+\s*"), 120),
    )


def parse_marker(text: str, *, chinese: bool) -> Marker | None:
    """The marker that a line begins with, or None."""
    if chinese and (division := _DIVISION.match(text)):
        rank = _DIVISIONS.get(division[2], Rank.PART)
        return Marker(rank, division[0].strip(), _ordinal(division[1]), division.end(), 60)
    for rank, pattern, limit in _CHINESE_MARKERS if chinese else _english_markers():
        match = pattern.match(text)
        if match is not None:
            captured = next((group for group in match.groups() if group), "")
            return Marker(rank, match.group().strip(), _ordinal(captured), match.end(), limit)
    if chinese and _BARE_NUMERAL.fullmatch(text):
        return Marker(Rank.FIRST, text, _ordinal(text), len(text), 60)
    return None


_VALUES: Final = {char: value for value, char in enumerate("一二三四五六七八九十", start=1)}
_ROMAN: Final = {"I": 1, "V": 5, "X": 10}


def _ordinal(captured: str) -> int | None:
    """1 for 一, 1, １, ① or I."""
    if not captured:
        return None
    if captured[0] in _VALUES:
        return _chinese_value(captured)
    if captured.isdigit() and not "①" <= captured[0] <= "⑳":
        return int(captured)
    if "①" <= captured[0] <= "⑳":
        return ord(captured[0]) - ord("①") + 1
    roman = [_ROMAN.get(char, 0) for char in captured.upper()]
    if not all(roman):
        return None
    return sum(-v if v < max(roman[k:]) else v for k, v in enumerate(roman))


def _chinese_value(numeral: str) -> int:
    tens, ten, ones = numeral.rpartition("十")
    if not ten:
        return _VALUES[numeral[-1]]
    return (_VALUES.get(tens[-1:], 1)) * 10 + _VALUES.get(ones[:1], 0)


def chinese_numeral(value: int) -> str:
    """十二 for 12, up to 99."""
    tens, ones = divmod(value, 10)
    digits = "一二三四五六七八九"
    return ("" if tens == 0 else "十" if tens == 1 else digits[tens - 1] + "十") + (
        digits[ones - 1] if ones else ""
    )
