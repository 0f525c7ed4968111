"""Figures that are no plain numbers with a unit: ranks, streaks, doublings, size classes, medals, bare magnitudes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from typing import Final

from index.indicators import denial, words
from index.indicators.model import Figure
from index.indicators.qualified import qualified
from index.indicators.units import lookup
from index.numerals import chinese_numeral, read_number
from index.quantities import Qualifier, Quantity
from index.text import Span

_NUMERAL: Final = r"\d+|[一二两三四五六七八九十]+"
_CODED: Final = re.compile(
    r"(?P<number>(?<![\d.A-Za-z])\d+(?:\.\d+)?[万亿])(?P<unit>PFLOPS|PFlops|EFLOPS|PF|EF|P|TB|PB|TEU|GW|MW|kW)(?![A-Za-z])"
)
_STREAK: Final = re.compile(
    rf"(?:连续|持续|蝉联)第?(?P<number>{_NUMERAL})(?P<more>余|多)?(?P<unit>个?(?:年|月|季度|届|次|批|周|天|赛季))(?:多(?=[，保位居列]))?"
)
_IN_A_ROW: Final = re.compile(
    r"“?(?P<number>[二两三四五六七八九十]+)连(?P<what>[增丰涨降升A优])(?![值加长量])”?"
)
"""粮食产量“六连增”, 二十二连丰: a streak told by the number of its years alone."""
_DOUBLING: Final = re.compile(
    r"翻了?(?P<times>[一两二三四五六]|\d)?番|翻倍|翻一倍|(?<=实现)倍增(?=[，。；、]|$)"
)
_RANK: Final = re.compile(
    rf"第(?P<nth>{_NUMERAL})(?:位次|位|名)?(?:以内)?|前(?P<top>{_NUMERAL})(?:位次|位|名|列|强)?|首位|榜首|第一方阵$"
)
_CLASS: Final = re.compile(
    r"(?<![\d.零一二三四五六七八九十百千万亿几数])(?P<number>[一二两三四五六七八九]?[十百千]?[万亿]+)级(?![以别]|城市|园区|企业|县|市|开发区|经开区|高新区)"
)
_CONCENTRATION: Final = re.compile(r"(每立方米)(\d+(?:\.\d+)?)(微克|毫克)")
_STEP: Final = re.compile(
    r"(?:迈上|跨上|站上|跃上|迈过|跨过|登上)(?P<number>\d+(?:\.\d+)?[万亿]+)(?=新?(?:台阶|大关))"
)
"""生产总值迈上5万亿台阶: a magnitude reached, with its unit left out."""
_MEDALS: Final = re.compile(
    r"(?<![\d.])(?P<number>\d{1,3})(?P<metal>[金银铜])(?=[\d，。；、牌创，]|和\d|枚|$)"
)
_WON: Final = re.compile(
    r"(?:夺得?|获得?|斩获|摘得?|取得|收获|赢得|捧回|揽获|勇夺)(?:\d{1,3}[金银铜][、，]?)*$"
)
_CROWD: Final = re.compile(
    rf"(?P<number>[一两二三四五六七八九][十百千])(?P<more>多|余)?(?P<scale>万|亿)(?=[^，。；、\d]{{0,6}}?(?:{words.PEOPLE}))"
)
"""两百多万高校师生: people counted in words, without a counter."""
_ROUND: Final = re.compile(
    r"(?:超过?|突破|逾|将近|接近)(?P<number>[一两三四五六七八九]?[百千万][万亿]?)(?=[，。；、的）]|大关|$)"
)


def special_figures(plain: str) -> Iterator[Figure]:
    """The figures of forms that take precedence over plain numbers, the surest first."""
    for find in (_streaks, _ranks, _doublings, _classes, _concentrations, _medals, _coded):
        yield from find(plain)


def bare_figures(plain: str) -> Iterator[Figure]:
    """Magnitudes that stand for a number, sought where no plain number was found."""
    for find in (_rounds, _crowds):
        yield from find(plain)


def _value(numeral: str) -> Decimal | None:
    return Decimal(numeral) if numeral.isdigit() else chinese_numeral(numeral)


def _streaks(plain: str) -> Iterator[Figure]:
    keys = {"年": "year", "月": "month", "季度": "quarter", "届": "session", "次": "time", "批": "batch", "周": "week",
            "天": "day", "赛季": "season"}  # fmt: skip
    for m in _STREAK.finditer(plain):
        value = _value(m["number"])
        if value is None or denial.is_plain_duration(plain, Span(*m.span())):
            continue
        qualifier = Qualifier.OVER if m["more"] else Qualifier.EXACT
        quantity = Quantity(value, keys[m["unit"].removeprefix("个")], qualifier)
        yield Figure(
            Span(*m.span()), Span(*m.span("number")), quantity, m["unit"], "streak", not m["number"].isdigit()
        )
    for m in _IN_A_ROW.finditer(plain):
        value = _value(m["number"])
        if value is not None:
            number = Span(*m.span("number"))
            yield Figure(
                Span(number.start, m.end("what")), number, Quantity(value, "year"), "年", "streak", True
            )


def _ranks(plain: str) -> Iterator[Figure]:
    for m in _RANK.finditer(plain):
        if not denial.is_rank(plain, m):
            continue
        numeral = m["nth"] or m["top"] or "1"
        value = _value(numeral)
        if value is None:
            continue
        number = Span(*m.span("nth" if m["nth"] else "top")) if m["nth"] or m["top"] else Span(*m.span())
        qualifier = Qualifier.UP_TO if m["top"] or m.group().endswith("以内") else Qualifier.EXACT
        yield Figure(
            Span(*m.span()), number, Quantity(value, "rank", qualifier), "位", "rank", not numeral.isdigit()
        )
    for m in re.finditer(r"第(\d+|[一二三四五六七八九十]+)次(?=获|入选|上榜|荣|被|蝉联|当选|捧|夺)", plain):
        value = _value(m[1])
        if value is not None:
            span = Span(*m.span())
            yield Figure(span, Span(*m.span(1)), Quantity(value, "time"), "次", "count", not m[1].isdigit())


def _doublings(plain: str) -> Iterator[Figure]:
    for m in _DOUBLING.finditer(plain):
        times = _value(m["times"]) if m["times"] else Decimal(1)
        value = Decimal(2) ** int(times or 1)
        span = Span(*m.span())
        yield Figure(span, span, Quantity(value, "times"), "番", "multiple", True)


def _concentrations(plain: str) -> Iterator[Figure]:
    """每立方米19微克."""
    for m in _CONCENTRATION.finditer(plain):
        unit = lookup(f"{m[3]}/立方米")
        if unit is None:
            continue
        quantity = Quantity(Decimal(m[2]), unit.key)
        whole = qualified(plain, Span(*m.span()), m.end(), quantity, unit.written, unit.dimension, False)
        yield replace(whole, number=Span(*m.span(2)))


def _rounds(plain: str) -> Iterator[Figure]:
    """人口超百万, 收入突破万亿: a magnitude that stands for a number, without a unit."""
    for m in (*_ROUND.finditer(plain), *_STEP.finditer(plain)):
        value = read_number(m["number"])
        if value is None:
            continue
        number = Span(*m.span("number"))
        money = denial.is_money_total(plain, number)
        key, dimension = ("CNY", "money") if money else ("", "count")
        yield qualified(plain, number, number.end, Quantity(value, key), "", dimension, True)


def _medals(plain: str) -> Iterator[Figure]:
    """勇夺4金1银1铜: what a team has won."""
    for m in _MEDALS.finditer(plain):
        if _WON.search(plain[max(0, m.start() - 16) : m.start()]):
            span = Span(*m.span())
            yield Figure(
                span, Span(*m.span("number")), Quantity(Decimal(m["number"]), "medal"), m["metal"], "count"
            )


def _coded(plain: str) -> Iterator[Figure]:
    """1.3万PF: a magnitude before a unit in Latin letters."""
    for m in _CODED.finditer(plain):
        value, unit = read_number(m["number"]), lookup(m["unit"])
        if value is not None and unit is not None:
            number, quantity = Span(*m.span("number")), Quantity(value, unit.key)
            yield qualified(plain, number, m.end(), quantity, m["unit"], unit.dimension, False)


def _crowds(plain: str) -> Iterator[Figure]:
    for m in _CROWD.finditer(plain):
        value = read_number(m["number"] + m["scale"])
        if value is not None:
            span = Span(*m.span())
            qualifier = Qualifier.OVER if m["more"] else Qualifier.EXACT
            yield Figure(span, span, Quantity(value, "person", qualifier), "", "count", True)


def _classes(plain: str) -> Iterator[Figure]:
    """百亿级, 千亿级: a size class of an industry, money unless something else is named."""
    for m in _CLASS.finditer(plain):
        value = chinese_numeral(m["number"])
        if value is not None and value >= 10**8:
            span = Span(*m.span())
            quantity = Quantity(value, "CNY", Qualifier.EXACT)
            yield Figure(span, Span(*m.span("number")), quantity, "级", "money", True)
