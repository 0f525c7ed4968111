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
_FACTORS: Final = {**_SMALL, **{mark: int(factor) for mark, factor in MAGNITUDES.items()}, "兆": 10**12}
"""兆 is read where a whole text is a number; in running text it is the mega of 兆瓦."""
_PLAIN: Final = str.maketrans(dict(zip(
    "壹弌贰貳弍倆俩叁參叄肆伍陆陸柒捌玖拾佰仟兩萬億點餘幾〇",
    "一一二二二两两三三三四五六六七八九十百千两万亿点余几零",
    strict=True,
)))  # fmt: skip
"""Formal and Traditional numerals and their everyday twins, one character for one."""
_LONGEST: Final = 40
_MINUS: Final = ("-", "−", "负", "負")
_VAGUE: Final = re.compile(
    r"(?<=[\d零一二两三四五六七八九十百千万亿])[余多来几](?=[十百千万亿]*$)|几(?=[万亿]+$)"
)


def magnitude(text: str) -> Decimal:
    """The factor that a run of magnitude characters stands for: 万 10⁴, 亿 10⁸, 万亿 10¹², 百万 10⁶."""
    factor = Decimal(1)
    for char in text:
        factor *= MAGNITUDES[char] if char in MAGNITUDES else Decimal(_SMALL[char])
    return factor


def chinese_numeral(text: str) -> Decimal | None:
    """The value of a numeral written in Chinese characters, 二十三 → 23, 三亿五千万 → 350000000, 一万三 → 13000.

    Digit strings (二〇二四) are read digit by digit. None where the characters are no numeral.
    """
    if not text or re.fullmatch(CHINESE_NUMERAL, text) is None:
        return None
    text = text.translate(_PLAIN)
    if not any(c in _FACTORS for c in text):
        return Decimal("".join(str(DIGITS[c]) for c in text))
    return _grouped(text)


def read_number(text: str) -> Decimal | None:
    """The exact value of a number written in any way that official prose knows, or None.

    Digits with commas and magnitudes (1,100.9亿, 7万5千4百), numerals, formal ones too (壹佰伍拾), decimals (五十五点六),
    negative ones (负六点六), percentages and fractions in words (百分之七点九 → 7.9 / 100, 三又二分之一). Spaces and
    full-width forms do not matter; 余, 多 and 几 leave the value as it is.
    """
    text = text.translate(FULL_WIDTH).strip()
    if text[:1] in _MINUS and len(text) > 1:
        value = read_number(text[1:])
        return None if value is None else -value
    spaced = re.fullmatch(r"(\d+)\s+(\d+)\s*/\s*(\d+)", text)
    if spaced and int(spaced[3]):
        return int(spaced[1]) + Decimal(spaced[2]) / int(spaced[3])  # 1 3/5
    text = re.sub(r"\s|(?<=\d)，(?=\d{3}(?!\d))", "", text).translate(_PLAIN)
    whole, mixed, part = text.rpartition("又")
    if mixed:
        above, below = read_number(whole), read_number(part)
        return None if above is None or below is None else above + below
    for sign in ("分之", "/"):
        bottom, found, top = text.partition(sign)
        if found:
            if sign == "/":
                bottom, top = top, bottom
            above, below = _signed(top), _signed(bottom)
            return None if above is None or not below else above / below
    return _number(text)


def _signed(text: str) -> Decimal | None:
    if text[:1] in _MINUS:
        value = _number(text[1:])
        return None if value is None else -value
    return _number(text)


def _number(text: str) -> Decimal | None:
    whole, point, decimals = text.partition("点")
    if point:
        value = _number(whole)
        if value is None or not decimals or any(c not in DIGITS for c in decimals):
            return None
        return value + Decimal("0." + "".join(str(DIGITS[c]) for c in decimals))
    return chinese_numeral(text) if re.fullmatch(CHINESE_NUMERAL, text) else _grouped(_VAGUE.sub("", text))


def _grouped(text: str) -> Decimal | None:
    """The value of ``text``, split at its highest magnitude, whose sides are read in the same way."""
    if len(text) > _LONGEST:
        return None
    if re.fullmatch(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+", text):
        return Decimal(text.replace(",", ""))
    if len(text) == 1 and text in DIGITS:
        return Decimal(DIGITS[text])
    highest = max((c for c in text if c in _FACTORS), key=_FACTORS.__getitem__, default="")
    if not highest:
        return None
    at, factor = text.rindex(highest), _FACTORS[highest]
    left, right = text[:at], text[at + 1 :]
    count = _grouped(left.lstrip("零")) if left.lstrip("零") else Decimal(1)
    if count is None or (highest in _SMALL and left and count >= 10 and not left[0].isdigit()):
        return None
    rest = Decimal(0)
    if right:
        tail = right.lstrip("零")
        read = _grouped(tail) if tail else Decimal(0)
        if read is None or read >= factor:
            return None
        short = tail == right and len(tail) == 1 and factor >= 100  # 一万三 leaves out the 千
        rest = read * factor / 10 if short else read
    return count * factor + rest


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
