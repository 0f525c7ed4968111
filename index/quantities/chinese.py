"""Finds numeric expressions in Chinese prose: numbers, magnitudes, units, qualifiers, dates, ordinals, codes.

The grammar is a handful of regular expressions tried in order of how sure they are; what an earlier one
took, a later one leaves alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from index.numerals import DIGITS, FULL_WIDTH, chinese_numeral, magnitude, read_number
from index.quantities.model import Form, Qualifier, Quantity, QuantityMention
from index.quantities.units import BY_CHINESE, CLOSED, COUNTERS
from index.text import Span
from index.variants import to_simplified

_TRADITIONAL: Final = re.compile("[億萬兩個餘約點畝噸戶項]")
_DIGITS = r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?"
_MAGNITUDE = r"[百千万]?亿亿|万亿|千亿|百亿|十亿|亿|千万|百万|十万|万|千(?![瓦伏升米克赫卡])|百(?!分)"
_UNIT = "|".join(
    re.escape(u.chinese) for u in sorted(CLOSED, key=lambda u: -len(u.chinese)) if u.chinese != "人民币"
)
_COUNTER = "|".join(re.escape(c) for c in sorted(COUNTERS, key=len, reverse=True))
_BEFORE = (
    r"大约|(?<![节集条公契])约|接近|将近|近|至少|超(?!过|额|前|大|高|长|低|算|声|导|级|市|量)|逾|不到|不足"
)
_AFTER = r"左右|上下|以上|以内|以下|之上"
_FEW = r"余|多(?!层次|元[化素]|式|样)|来(?=个|家|项|年)"
_RANGE = r"\s*(?:—|–|-|~|～|至|到)+\s*"
_CLASSIFIED = r"[个家户项处套间人名位所座条件批次场只台辆种类款部支对年月周天倍届级岁大小]|方面|小时|分钟"

_TAIL = r"(?<=[万亿])(?:\d{1,4}[百千]?万(?!亿)|\d[百千](?![瓦升伏米克赫卡]))"
"""The smaller part of 1万6千 or 3亿5000万."""
_NUMERALS = "[零〇一二两三四五六七八九十百千万亿]"

_NUMBER: Final = re.compile(
    rf"(?P<before>{_BEFORE})?"
    rf"(?P<number>(?<![\d.A-Za-z]){_DIGITS})(?P<few>{_FEW})?(?P<scale>{_MAGNITUDE})?"
    rf"(?:(?P<tail>{_TAIL})(?P<few4>{_FEW})?|(?P<few2>{_FEW})(?P<more>[万亿]?))?"
    rf"(?:(?P<unit1>{_UNIT})?{_RANGE}(?P<upper>{_DIGITS})(?P<scale2>{_MAGNITUDE})?)?"
    rf"(?:(?P<unit>{_UNIT})|(?P<counter>{_COUNTER}))?"
    rf"(?:(?P<few3>余|多(?=[亿万家个]))|(?P<after>{_AFTER}))?"
)
_SPELLED: Final = re.compile(
    rf"(?P<before>{_BEFORE})?(?<![几数若第])(?<!{_NUMERALS})"
    rf"(?P<number>(?:[零〇一二两三四五六七八九十百万亿]|千(?![瓦升伏])){{1,24}}(?:点[零一二三四五六七八九]{{1,6}})?)"
    rf"(?P<few>{_FEW})?(?P<more>[万亿]{{0,2}})"
    rf"(?:(?P<unit>{_UNIT})|(?P<counter>{_COUNTER}|{_CLASSIFIED}))(?P<after>{_AFTER})?"
)
_THINGS: Final = re.compile("[^，。；、]{0,6}?(?:措施|举措|政策|意见|建议|规定|航线|路|隧道|通道|管线)")
"""What 条 counts, where it is no line of thought (三条主线)."""
_ISO_DATE: Final = re.compile(
    r"(?<![\d.-])(?P<year>(?:19|20)\d\d)(?P<mark>[-/.])(?P<month>0[1-9]|1[0-2])(?P=mark)(?P<day>0[1-9]|[12]\d|3[01])(?![\d-])"
)
_HAS_YEAR: Final = re.compile(r"(?:19|20)\d\d|\d月")
_YEAR_MONTH_DAY: Final = re.compile(
    r"(?<!\d)(?P<year>(?:19|20)\d\d)年(?:(?P<month>1[0-2]|0?[1-9])月(?:(?P<day>[12]\d|3[01]|0?[1-9])日)?)?"
)
_YEAR_RANGE: Final = re.compile(
    r"(?<![\d.])(?P<year>(?:19|20)\d\d)(?=(?:—|–|-|~|～|至|到|、|和|/)+(?:19|20)\d\d(?:年|[—、]))"
)
_MONTH_DAY: Final = re.compile(r"(?<![\d.])(?P<month>1[0-2]|0?[1-9])月(?P<day>[12]\d|3[01]|0?[1-9])日")
_ORDINAL: Final = re.compile(
    r"第(?!\d+\.\d)(?P<number>\d+|[一二三四五六七八九十百]+)(?=[位名届次个批季期轮条号款代项部卷章节场件座家条方])"
    r"|第(?!\d+\.\d)(?P<large>\d+|十[一二三四五六七八九]?|二十[一二三四五六七八九]?)"
)
_CONGRESS: Final = re.compile(
    r"(?P<congress>十[五六七八九]|二十[一二]?)(?=大(?!街|道|类|关)|届)|(?<=届)(?P<plenum>[一二三四五六七八九])(?=中全会)"
)
_PLAN: Final = re.compile(
    r"(?P<number>十[一二三四五六])(?=五(?:[”’」』]|规划|时期|期间|计划|末|以来|开局|收官))"
)
_PERCENT_WORD: Final = re.compile(
    rf"(?P<before>{_BEFORE})?(?P<base>[百千万])分之"
    rf"(?P<number>[零一二两三四五六七八九十百千万]{{1,12}}(?:点[零一二三四五六七八九]{{1,6}})?|{_DIGITS})(?P<few>余|多)?(?P<after>{_AFTER})?"
)
_PERCENT_OF: Final = {"百": ("%", Decimal(1)), "千": ("per mille", Decimal(1)), "万": ("%", Decimal("0.01"))}
_FRACTION: Final = re.compile(
    rf"(?<!{_NUMERALS})(?P<below>[二三四五六七八九十]{{1,3}}|\d{{1,3}}(?=分之))分之(?P<above>[一二三四五六七八九十]{{1,3}}|\d{{1,3}})|(?<![\d/.])(?P<above2>\d{{1,2}})/(?P<below2>\d{{1,2}})(?![\d/])"
)
_NO_TENTHS = "立功为果本员长绩交品都年人效熟份型片套分就全语"
_TENTHS: Final = re.compile(
    rf"(?P<before>{_BEFORE})?(?:(?<!{_NUMERALS})(?P<number>[一二两三四五六七八九十](?:点[一二三四五六七八九])?)成(?P<half>半|[一二三四五六七八九](?![个家项级]))?"
    rf"(?:(?=[以，。、；）]|左右|的|$)|(?<=[近超约过逾占达].成)(?![功立为果绩])|(?(before)(?![{_NO_TENTHS}])|(?!)))"
    rf"|(?<![\d.])(?P<digit>\d{{1,2}}(?:\.\d)?)成(?P<half2>半)?(?![{_NO_TENTHS}]))(?P<after>{_AFTER})?"
)
_EVENT_YEAR: Final = re.compile(r"(?<![\d.])(?P<year>(?:19|20)\d\d)(?=[·•])")
"""2025·中国西藏发展论坛: a year without 年."""
_CODE: Final = re.compile(
    r"[A-Za-z][A-Za-z0-9]*(?:[-.+&/][A-Za-z0-9]+)*\+?|\d+(?:\.\d+)?[A-Za-z]+(?![A-Za-z])|\d+(?:\+\d+)+\+?[A-Za-z]?"
)

_QUALIFIERS: Final = {
    "约": Qualifier.ABOUT, "大约": Qualifier.ABOUT, "左右": Qualifier.ABOUT, "上下": Qualifier.ABOUT,
    "近": Qualifier.NEARLY, "接近": Qualifier.NEARLY, "将近": Qualifier.NEARLY, "不到": Qualifier.UP_TO,
    "不足": Qualifier.UP_TO, "至少": Qualifier.AT_LEAST, "以上": Qualifier.AT_LEAST, "之上": Qualifier.AT_LEAST,
    "超": Qualifier.OVER, "逾": Qualifier.OVER, "余": Qualifier.OVER, "多": Qualifier.OVER, "来": Qualifier.ABOUT,
    "以内": Qualifier.UP_TO, "以下": Qualifier.UP_TO,
}  # fmt: skip


def _qualifier(*words: str | None) -> Qualifier:
    return next((_QUALIFIERS[w] for w in words if w), Qualifier.EXACT)


def _decimal(text: str) -> Decimal:
    return Decimal(text.replace(",", ""))


def _form(unit: str) -> Form:
    known = BY_CHINESE.get(unit)
    if known is None:
        return Form.NUMBER
    return {"money": Form.MONEY, "percent": Form.PERCENT, "points": Form.POINTS}.get(
        known.dimension, Form.NUMBER
    )


def _unit_key(unit: str) -> str:
    return BY_CHINESE[unit].key if unit in BY_CHINESE else unit


def _end_of_number(match: re.Match[str], *groups: str) -> int:
    return max(match.end(g) for g in groups if match.group(g) is not None)


def _numbers(text: str) -> Iterator[QuantityMention]:
    for m in _NUMBER.finditer(text):
        scale, scale2 = magnitude(m["scale"] or ""), magnitude(m["scale2"] or "")
        value, upper = _decimal(m["number"]) * scale * magnitude(m["more"] or ""), None
        if m["tail"]:
            smaller = read_number(m["tail"])
            if smaller is None or smaller >= scale:
                continue
            value += smaller
        if m["upper"]:
            upper = _decimal(m["upper"]) * scale2
            if not m["scale"] and not m["unit1"]:
                value *= scale2  # 3至5万: the magnitude belongs to both ends
            if upper <= value:
                yield from _lower_end_only(m)
                continue
        unit = m["unit"] or ""
        core_end = _end_of_number(
            m, "number", "few", "scale", "tail", "few4", "few2", "more", "upper", "scale2"
        )
        yield QuantityMention(
            span=Span(*m.span()),
            core=Span(m.start("number"), core_end),
            bare=Span(m.start("number"), m.end("unit") if unit else core_end),
            quantity=Quantity(
                value,
                _unit_key(unit or m["counter"] or ""),
                _qualifier(m["before"], m["after"], m["few"], m["few2"], m["few4"], m["few3"]),
                upper,
            ),
            form=_form(unit),
            counter=Span(*m.span("counter")) if m["counter"] else None,
        )


def _lower_end_only(m: re.Match[str]) -> Iterator[QuantityMention]:
    """309-1 and the like are no range: each number stands alone."""
    for group in ("number", "upper"):
        span = Span(*m.span(group))
        yield QuantityMention(span, span, span, Quantity(_decimal(m[group])))


def _spelled(text: str) -> Iterator[QuantityMention]:
    for m in _SPELLED.finditer(text):
        start = m.start("number")
        value = _spelled_value(m["number"], m["more"])
        if m["number"] == "一" and m["counter"] == "倍":
            value = Decimal(1)
        if value is None and m["number"][0] == "一" and not m["before"]:
            start += 1  # 统一三百家
            value = _spelled_value(m["number"][1:], m["more"])
        if value is None or value == 0:
            continue
        unit = m["unit"] or ""
        number = Span(start, max(m.end("number"), m.end("few"), m.end("more")))
        yield QuantityMention(
            span=Span(m.start() if start == m.start("number") else start, m.end()),
            core=number,
            bare=Span(number.start, m.end("unit") if unit else number.end),
            quantity=Quantity(
                value, _unit_key(unit or m["counter"] or ""), _qualifier(m["before"], m["after"], m["few"])
            ),
            form=_form(unit),
            counter=Span(*m.span("counter")) if m["counter"] else None,
            spelled=True,
            # 百亿级 is an amount, 百年 often a way of speaking
            tentative=(
                not unit
                and not set(m["number"]) & set("一二两三四五六七八九十〇零")
                and not (m["counter"] == "级" and m["number"].endswith("亿"))
            )
            or (m["counter"] == "级" and not m["number"].endswith("亿"))
            or (m["counter"] == "条" and not _THINGS.match(text, m.end("counter")))
            or m["counter"] in ("大", "小", "部", "方", "面", "线", "路", "国", "城", "区", "代"),
        )


def _spelled_value(number: str, more: str) -> Decimal | None:
    """The value of a numeral that counts; None for 一, which is an article, and for 三五, which is vague."""
    digits = number.partition("点")[0]
    if digits == "一" and digits == number and not more:
        return None
    if len(digits) > 1 and not set(digits) & set("十百千万亿〇"):
        return None
    value = read_number(number)
    return None if value is None else value * magnitude(more)


def _whole(
    m: re.Match[str],
    value: Decimal,
    form: Form,
    *,
    key: str = "",
    spelled: bool = False,
    core: Span | None = None,
) -> QuantityMention:
    span = Span(*m.span())
    return QuantityMention(span, core or span, span, Quantity(value), form, spelled=spelled, key=key)


def iso_dates(text: str) -> Iterator[QuantityMention]:
    """Dates written 2026-02-12, 2026/02/12 or 2026.02.12, which is how web pages date a text."""
    for m in _ISO_DATE.finditer(text):
        yield _whole(m, Decimal(m["year"]), Form.DATE, key=f"{m['year']}-{m['month']}-{m['day']}")


def _dates(text: str) -> Iterator[QuantityMention]:
    if not _HAS_YEAR.search(text):
        return
    yield from iso_dates(text)
    for m in _YEAR_MONTH_DAY.finditer(text):
        key = (
            m["year"]
            + (f"-{int(m['month']):02}" if m["month"] else "")
            + (f"-{int(m['day']):02}" if m["day"] else "")
        )
        number = Span(*m.span("year")) if not m["month"] else Span(*m.span())
        yield QuantityMention(number, number, number, Quantity(Decimal(m["year"])), Form.DATE, key=key)
    for m in _YEAR_RANGE.finditer(text):
        yield _whole(m, Decimal(m["year"]), Form.DATE, key=m["year"])
    for m in _MONTH_DAY.finditer(text):
        yield _whole(m, Decimal(m["month"]), Form.DATE, key=f"--{int(m['month']):02}-{int(m['day']):02}")


def _ordinals(text: str) -> Iterator[QuantityMention]:
    for m in _ORDINAL.finditer(text):
        written = m["number"] or m["large"]
        value = Decimal(written) if written.isdigit() else chinese_numeral(written)
        if value is not None:
            yield _whole(m, value, Form.ORDINAL, spelled=not written.isdigit())
    for m in _CONGRESS.finditer(text):
        value = chinese_numeral(m["congress"] or m["plenum"])
        if value is not None:
            yield _whole(m, value, Form.ORDINAL, spelled=True)
    for m in _PLAN.finditer(text):
        value = chinese_numeral(m["number"])
        if value is not None:
            yield _whole(m, value, Form.ORDINAL, spelled=True)


def _parts(text: str) -> Iterator[QuantityMention]:
    for m in _PERCENT_WORD.finditer(text) if "分之" in text else ():
        value = read_number(m["number"])
        if value is not None:
            unit, factor = _PERCENT_OF[m["base"]]
            core = Span(m.start("base"), max(m.end("number"), m.end("few")))
            quantity = Quantity(value * factor, unit, _qualifier(m["before"], m["after"], m["few"]))
            yield QuantityMention(Span(*m.span()), core, core, quantity, Form.PERCENT, spelled=True)
    for m in _FRACTION.finditer(text) if "分之" in text or "/" in text else ():
        above, below = (m["above"], m["below"]) if m["above"] else (m["above2"], m["below2"])
        top, bottom = read_number(above), read_number(below)
        if top is not None and bottom and top < bottom:
            span = Span(*m.span())
            key = f"{top}/{bottom}"
            yield QuantityMention(
                span, span, span, Quantity(top / bottom), Form.FRACTION, spelled=True, key=key
            )
    for m in _TENTHS.finditer(text) if "成" in text else ():
        value = read_number(m["digit"] or m["number"])
        if value is not None and value <= 10:
            half = "half2" if m["digit"] else "half"
            more = DIGITS.get(m[half], 5) if m[half] else 0
            value = value * 10 + more
            start, end = m.span("digit" if m["digit"] else "number")
            core = Span(start, m.end(half) if m[half] else end + 1)
            yield QuantityMention(
                Span(*m.span()), core, core, Quantity(value, "%", _qualifier(m["before"], m["after"])), Form.PERCENT,
                spelled=True,
            )  # fmt: skip


def _event_years(text: str) -> Iterator[QuantityMention]:
    for m in _EVENT_YEAR.finditer(text):
        yield _whole(m, Decimal(m["year"]), Form.DATE, key=m["year"])


def _codes(text: str) -> Iterator[QuantityMention]:
    for m in _CODE.finditer(text):
        if m.group() in ("P", "EFLOPS") and re.search(
            r"\d[十百千万亿]?$", text[max(0, m.start() - 3) : m.start()]
        ):
            continue
        span = Span(*m.span())
        yield QuantityMention(span, span, span, Quantity(Decimal(0)), Form.CODE, key=m.group())


_MAYBE: Final = re.compile(r"[\dA-Za-z零〇一二两三四五六七八九十百千万亿]")


def scan_chinese(text: str) -> tuple[QuantityMention, ...]:
    """All numeric expressions of ``text`` in reading order, none overlapping another.

    Values are exact and in base units: 15760.3亿元 is 1576030000000 CNY, 2.5万个 is 25000 个.
    """
    # Conversion keeps the length, so every span holds in the text as it is written.
    plain = (to_simplified(text) if _TRADITIONAL.search(text) else text).translate(FULL_WIDTH)
    if not _MAYBE.search(plain):
        return ()
    taken = bytearray(len(plain))
    found: list[QuantityMention] = []
    for scanner in (_dates, _event_years, _codes, _parts, _ordinals, _numbers, _spelled):
        for mention in scanner(plain):
            if not any(taken[mention.span.start : mention.span.end]):
                found.append(mention)
                taken[mention.span.start : mention.span.end] = b"\x01" * (
                    mention.span.end - mention.span.start
                )
            elif not any(taken[mention.bare.start : mention.bare.end]):
                trimmed = QuantityMention(
                    mention.bare, mention.core, mention.bare, mention.quantity, mention.form, None, mention.spelled,
                    mention.key, mention.tentative,
                )  # fmt: skip
                found.append(trimmed)
                taken[mention.bare.start : mention.bare.end] = b"\x01" * (
                    mention.bare.end - mention.bare.start
                )
    return tuple(sorted(found, key=lambda mention: mention.span))
