"""Numerals as written in Chinese and English, read into exact decimals."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

FULL_WIDTH: Final = str.maketrans("０１２３４５６７８９％．／－～", "0123456789%./-~")
"""Full-width forms and their ASCII twins, one character for one, so that spans stay valid."""

DIGITS: Final = {
    "零": 0, "〇": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9,
    "兩": 2,
}  # fmt: skip
_SMALL: Final = {"十": 10, "百": 100, "千": 1000}
MAGNITUDES: Final = {
    "万": Decimal(10) ** 4,
    "萬": Decimal(10) ** 4,
    "亿": Decimal(10) ** 8,
    "億": Decimal(10) ** 8,
}
CHINESE_NUMERAL: Final = r"[零〇一二两兩三四五六七八九十百千万萬亿億]+"


def magnitude(text: str) -> Decimal:
    """The factor that a run of magnitude characters stands for: 万 10⁴, 亿 10⁸, 万亿 10¹², 百万 10⁶."""
    factor = Decimal(1)
    for char in text:
        factor *= MAGNITUDES[char] if char in MAGNITUDES else Decimal(_SMALL[char])
    return factor


def chinese_numeral(text: str) -> Decimal | None:
    """The value of a numeral written in Chinese characters, 二十三 → 23, 三亿五千万 → 350000000.

    Digit strings (二〇二四) are read digit by digit. None where the characters are no numeral.
    """
    if not text or re.fullmatch(CHINESE_NUMERAL, text) is None:
        return None
    if not any(c in _SMALL or c in MAGNITUDES for c in text):
        return Decimal("".join(str(DIGITS[c]) for c in text))
    total, section, digit, pending = Decimal(0), Decimal(0), 0, False
    for char in text:
        if char in DIGITS:
            if pending and char not in "零〇":
                return None
            digit, pending = DIGITS[char], char not in "零〇"
        elif char in _SMALL:
            section += (digit if pending else 1) * _SMALL[char]
            digit, pending = 0, False
        else:
            factor = MAGNITUDES[char]
            section += digit if pending else 0
            digit, pending = 0, False
            if factor == 10**8 and total:
                total = (total + section) * factor  # 一万亿: the 万 before multiplies too
            else:
                total += (section if section else Decimal(1) if not total else Decimal(0)) * factor
            section = Decimal(0)
    return total + section + (digit if pending else 0)


ENGLISH_UNITS: Final = {
    word: n
    for n, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen".split()
    )
}
ENGLISH_TENS: Final = {
    word: 10 * n
    for n, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2)
}
ENGLISH_MAGNITUDES: Final = {
    "hundred": Decimal(100),
    "thousand": Decimal(1000),
    "million": Decimal(10) ** 6,
    "billion": Decimal(10) ** 9,
    "trillion": Decimal(10) ** 12,
}
ENGLISH_ORDINALS: Final = {
    word: n
    for n, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
        "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth".split(),
        start=1,
    )
}


def english_cardinal(text: str) -> Decimal | None:
    """The value of a cardinal written in words, ``twenty-three`` → 23; None where it is none."""
    total = 0
    for word in re.split(r"[\s-]+", text.lower()):
        if word in ENGLISH_UNITS:
            total += ENGLISH_UNITS[word]
        elif word in ENGLISH_TENS:
            total += ENGLISH_TENS[word]
        else:
            return None
    return Decimal(total)


def plain(value: Decimal) -> str:
    """A decimal without exponent and without trailing zeros: ``1576030000000``, ``5.9``."""
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text
