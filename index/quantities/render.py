"""Writes a quantity in the other language, by rule, never rounding.

The English style is that of the official work reports with the exact digits kept (15760.3亿元 →
1.57603 trillion yuan, 26.3万 → 263,000); the Chinese style groups by 万 and 亿.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from index.numerals import ENGLISH_ORDINALS, plain
from index.quantities.model import Form, Qualifier, QuantityMention
from index.quantities.units import BY_KEY

_LARGE: Final = (
    (Decimal(10) ** 12, "trillion"),
    (Decimal(10) ** 9, "billion"),
    (Decimal(10) ** 6, "million"),
)
_MONTHS: Final = (
    "January February March April May June July August September October November December".split()
)
_ENGLISH_QUALIFIER: Final = {
    Qualifier.EXACT: "", Qualifier.ABOUT: "about ", Qualifier.AT_LEAST: "at least ", Qualifier.OVER: "over ",
    Qualifier.NEARLY: "nearly ", Qualifier.UP_TO: "no more than ",
}  # fmt: skip
_CHINESE_QUALIFIER: Final = {
    Qualifier.EXACT: "", Qualifier.ABOUT: "约", Qualifier.AT_LEAST: "至少", Qualifier.OVER: "超过",
    Qualifier.NEARLY: "近", Qualifier.UP_TO: "不超过",
}  # fmt: skip
_WORDS: Final = "zero one two three four five six seven eight nine ten".split()
_ORDINAL_WORDS: Final = {n: w for w, n in ENGLISH_ORDINALS.items()}
_PARTS: Final = {
    2: "half",
    3: "third",
    4: "quarter",
    5: "fifth",
    6: "sixth",
    7: "seventh",
    8: "eighth",
    9: "ninth",
    10: "tenth",
}
_NUMERALS: Final = "零一二三四五六七八九十"


def english_number(value: Decimal) -> str:
    """``value`` with exact digits: 263,000 below a million; 37.6 billion, 1.57603 trillion above.

    A scaled form that needs more than six decimals is written out in full, so that it can be read.
    """
    for factor, word in _LARGE:
        if value >= factor:
            scaled = plain(value / factor)
            if len(scaled.partition(".")[2]) <= 6:
                return f"{scaled} {word}"
    text = plain(value)
    whole, dot, rest = text.partition(".")
    return f"{int(whole):,}{dot}{rest}"


def english_ordinal(value: Decimal) -> str:
    """``first`` to ``ninth`` in words, ``23rd`` in figures."""
    n = int(value)
    if n in _ORDINAL_WORDS and n < 10:
        return _ORDINAL_WORDS[n]
    suffix = "th" if 10 <= n % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(n % 10, "th")
    return f"{n}{suffix}"


def chinese_number(value: Decimal) -> str:
    """``value`` grouped by 万 and 亿 with exact digits: 37.6 billion → 376亿, 285,000 → 28.5万, 4,500 → 4500."""
    for factor, word in ((Decimal(10) ** 12, "万亿"), (Decimal(10) ** 8, "亿"), (Decimal(10) ** 4, "万")):
        if value >= factor:
            scaled = plain(value / factor)
            if len(scaled.partition(".")[2]) <= 4:
                return scaled + word
    return plain(value)


def _date_english(key: str) -> str:
    year, month, day = (
        ([*key.split("-"), "", ""])[:3] if not key.startswith("--") else ("", *key[2:].split("-"))
    )
    if not month:
        return year
    text = _MONTHS[int(month) - 1] + (f" {int(day)}" if day else "")
    return f"{text}{',' if day else ''} {year}" if year else text


def _date_chinese(key: str) -> str:
    year, month, day = (
        ([*key.split("-"), "", ""])[:3] if not key.startswith("--") else ("", *key[2:].split("-"))
    )
    text = f"{year}年" if year and month else year
    return text + (f"{int(month)}月" if month else "") + (f"{int(day)}日" if day else "")


def render_english(mention: QuantityMention, *, qualifier: bool = True, unit: bool = True) -> str:
    """The English of a Chinese numeric expression, e.g. ``about 5.5%``, ``at least 300``, ``37.6 billion yuan``."""
    quantity = mention.quantity
    lead = _ENGLISH_QUALIFIER[quantity.qualifier] if qualifier else ""
    match mention.form:
        case Form.CODE:
            return mention.key
        case Form.DATE:
            return _date_english(mention.key)
        case Form.ORDINAL:
            return english_ordinal(quantity.value)
        case Form.FRACTION:
            above, below = (int(n) for n in mention.key.split("/"))
            if below not in _PARTS or above >= len(_WORDS):
                return f"{above}/{below}"
            if below == 2:
                return "half"
            return f"{_WORDS[above]}-{_PARTS[below]}{'s' if above > 1 else ''}"
    known = (
        BY_KEY.get(quantity.unit)
        if unit and mention.bare != mention.core or mention.form is Form.PERCENT
        else None
    )
    small = (
        mention.spelled and quantity.upper is None and known is None and quantity.value == int(quantity.value)
    )
    number = _WORDS[int(quantity.value)] if small and quantity.value <= 10 else english_number(quantity.value)
    if quantity.upper is not None:
        number = _english_range(quantity.value, quantity.upper, "%" if known and known.key == "%" else "")
    if known is None:
        return lead + number
    if known.key in ("%", "per mille"):
        return lead + number + ("" if quantity.upper is not None and known.key == "%" else known.english)
    last = quantity.upper if quantity.upper is not None else quantity.value
    return f"{lead}{number} {known.english if last == 1 else known.plural}"


def _english_range(lower: Decimal, upper: Decimal, sign: str) -> str:
    low, high = english_number(lower), english_number(upper)
    low_scale, high_scale = low.partition(" ")[2], high.partition(" ")[2]
    if low_scale and low_scale == high_scale:
        low = low.partition(" ")[0]
    return f"{low}{sign} to {high}{sign}"


def render_chinese(mention: QuantityMention, *, qualifier: bool = True, unit: bool = True) -> str:
    """The Chinese of an English numeric expression, e.g. ``约5.5%``, ``376亿元``, ``第23``."""
    quantity = mention.quantity
    lead = _CHINESE_QUALIFIER[quantity.qualifier] if qualifier else ""
    match mention.form:
        case Form.CODE:
            return mention.key
        case Form.DATE:
            return _date_chinese(mention.key)
        case Form.ORDINAL:
            return f"第{plain(quantity.value)}"
        case Form.FRACTION:
            above, below = (int(n) for n in mention.key.split("/"))
            if below > 10 or above > 10:
                return f"{above}/{below}"
            return f"{_NUMERALS[below]}分之{_NUMERALS[above]}"
    known = BY_KEY.get(quantity.unit) if unit else None
    number = chinese_number(quantity.value)
    suffix = known.chinese if known else ""
    if quantity.upper is not None:
        upper = chinese_number(quantity.upper)
        sign = suffix if suffix == "%" else ""
        return f"{lead}{number}{sign}至{upper}{suffix}"
    return lead + number + suffix
