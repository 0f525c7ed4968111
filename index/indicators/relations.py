"""What one figure is to another: the same measure at another time, said again, or another measure of the same thing.

A stock is never compared with what was added to it, a part never with the whole, and a change over five years never
with the change of one. A yearly average stands beside the growth of a single year as another measure of it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Final

from index.indicators import words
from index.indicators.model import Extent, Indicator, Kind, Status
from index.quantities import Qualifier, Quantity

_LEVELS: Final = (
    "国家",
    "省级",
    "市级",
    "地级",
    "市区",
    "农村",
    "城镇",
    "失能",
    "重度",
    "普惠",
    "规上",
    "企业",
    "职工",
    "全球",
    "每万",
    "人均",
    "出口",
    "入境",
    "其中",
)
"""Words that a counterpart must share even where the catalogue gives both names one English."""
_ABOVE_SIZE: Final = re.compile("规模以上|规模(?=工业|企业)")
_SIZE: Final = re.compile(r"^[近超]?过?[一两]?[十百千]*[万亿]+元?(?:级|以上|左右)?$")
"""亿元以上, 千亿级: the size of a thing, not a figure of its own."""
_FLOWS: Final = frozenset({Kind.COUNT, Kind.INCREMENT})
_STOCKS: Final = frozenset({Kind.TOTAL, Kind.SHARE, Kind.RATIO, Kind.RANK})
_CREATION: Final = re.compile(r"^(?:新|创建|建成|培育|打造|引进|增设|净增|开发)")
_ACTION: Final = re.compile(rf"^(?:{words.INCREASE}|{words.ACTION}|完成|实施|争取|投入|落实|兑现)")
_THINGS: Final = re.compile(
    r"(?:企业|“小巨人”|冠军|实验室|基地|平台|中心|机构|集群|园区|主体|工商户|高校|医院|学校|基站|充电桩|床位|托位|品牌|产品|院士|人才|景区|航线|示范[区县市]|"
    r"研究院|工厂|车间|站点|里程|面积|规模|装机|容量|保有量|拥有量|人口|学位|岗位数|合作社|家庭农场|产业链)$"
)
"""Things that exist in a number at a time; without a verb before them their count is a stock."""


_STANDING: Final = re.compile(r"(?<!新增)(?:装机|装机容量|装机规模|保有量|拥有量|里程|存量|余额|库容|储量)$")
"""Amounts that stand at a time."""


_AREA_WORK: Final = re.compile(
    r"(?:绿化|造林|治沙|种草|沙化土地|退化草原|水土流失|生态修复|矿山修复)(?:治理|修复|面积)*$"
)
"""Work that is counted by the area done in the period, with 新增 before it or without."""
_AREAS: Final = frozenset({"mu", "km2", "ha"})
_PRICES: Final = re.compile(r"价格(?:指数|涨幅)?$|CPI")
"""Prices may fall one year and be meant to rise the next; they are one measure none the less."""
_BESIDE: Final = 4
"""突破千亿、达到1042亿元: said in one breath; the bar of 连续12年超430亿斤 is another figure."""
_PASSED: Final = Decimal("1.15")
"""How many times a round amount the level must be for the amount to be one that was passed earlier."""
_ROUND: Final = Decimal("1.2")
"""How far a figure may lie from the round one that was said for it."""


class Relation(StrEnum):
    """How two figures belong together. Only the first three may be compared by value."""

    COUNTERPART = "counterpart"
    SERIES = "series"
    MENTION = "mention"
    OTHER_MEASURE = "other measure"


@dataclass(frozen=True, slots=True)
class Reason:
    """Why two figures are joined: the relation and what both have in common, as English words for people."""

    relation: Relation
    words: str


def relation(one: Indicator, other: Indicator) -> Relation:
    """The relation of two figures that are linked or related."""
    if other.id in one.related or group(one) != group(other):
        return Relation.OTHER_MEASURE
    if (one.period, one.status) == (other.period, other.status):
        return Relation.MENTION
    return Relation.SERIES if one.status is other.status else Relation.COUNTERPART


def reason(one: Indicator, other: Indicator) -> Reason:
    """Why ``one`` and ``other`` are linked or related."""
    found = relation(one, other)
    when = f"{one.period} {one.status} and {other.period} {other.status}"
    measure = group(one) or str(one.kind)
    if found is Relation.MENTION:
        return Reason(found, f"the same figure, stated again: {one.name_en}, {one.period} {one.status}")
    if found is Relation.OTHER_MEASURE and one.kind is other.kind:
        average, year = (one, other) if is_yearly_average(one) else (other, one)
        words_ = f"the yearly average of {average.period} beside the growth of {year.period}: {one.name_en}"
        return Reason(found, words_)
    if found is Relation.OTHER_MEASURE:
        return Reason(found, f"{one.kind} and {other.kind} of the same thing: {one.name_en}; {other.name_en}")
    return Reason(found, f"the same indicator and measure ({measure}): {one.name_en}, {when}")


def group(indicator: Indicator) -> str:
    """The sort of measure; figures of different groups are never compared. Empty where nothing compares."""
    if _SIZE.match(indicator.text):
        return ""
    if is_stock(indicator):
        return "stock"
    if (
        indicator.kind is Kind.LEVEL
        and _AREA_WORK.search(indicator.name)
        and indicator.quantity.unit in _AREAS
    ):
        return "flow"
    return {
        Kind.GROWTH: "growth", Kind.LEVEL: "level", Kind.COUNT: "flow", Kind.INCREMENT: "flow", Kind.SHARE: "share",
        Kind.RATIO: "share", Kind.RANK: "rank",
    }.get(indicator.kind, "")  # fmt: skip


def is_stock(indicator: Indicator) -> bool:
    """True for what exists at a time: a total reached, or a bare count of things that last."""
    if indicator.kind is Kind.TOTAL:
        return True
    if indicator.kind is not Kind.COUNT or indicator.extent is Extent.FLOW or "cumulative" in indicator.base:
        return False
    return _ACTION.match(indicator.name) is None and _THINGS.search(indicator.name) is not None


def is_yearly_average(indicator: Indicator) -> bool:
    """True for 年均 and 每年."""
    return "annual average" in indicator.base


def comparable(one: Indicator, other: Indicator) -> bool:
    """True where the two, whose names were found to agree, are one measure of one thing."""
    if one.region != other.region or {one.extent, other.extent} == {Extent.STOCK, Extent.FLOW}:
        return False
    if _made_of_standing(one, other) or _made_of_standing(other, one):
        return False
    if one.kind is Kind.RANK and one.base != other.base:
        return False
    first, second = (_ABOVE_SIZE.sub("规上", i.name) for i in (one, other))
    if first != second and any((s in first) != (s in second) for s in _LEVELS):
        return False
    turned = (
        one.kind is Kind.GROWTH and one.direction != other.direction and one.direction and other.direction
    )
    if turned and not (_PRICES.search(one.name) and _PRICES.search(other.name)):
        return False
    if (one.period, one.status) == (other.period, other.status):
        return _says_again(one, other)
    if one.sentence_id == other.sentence_id and one.name != other.name:
        return False
    if (one.kind in _FLOWS or group(one) == "flow") and not is_stock(one) and one.kind is not other.kind:
        worked = Kind.LEVEL in (one.kind, other.kind) and Kind.INCREMENT in (one.kind, other.kind)
        made = worked or bool(_CREATION.match(one.name)) and bool(_CREATION.match(other.name))
        if not made:
            return False
    return _of_like_length(one, other)


def _made_of_standing(one: Indicator, other: Indicator) -> bool:
    """建成新型储能200万千瓦 and 新型储能装机630万千瓦: what was built of what stands."""
    made = one.extent is Extent.FLOW and _ACTION.match(one.name) is not None
    return made and other.extent is not Extent.FLOW and _STANDING.search(other.name) is not None


def _says_again(one: Indicator, other: Indicator) -> bool:
    first, second = one.quantity, other.quantity
    if one.status is Status.ACTUAL and (_rounds(first, second) or _rounds(second, first)):
        beside = one.sentence_id != other.sentence_id or abs(other.start - one.end) <= _BESIDE
        return one.kind is other.kind and beside
    same = (first.value, first.upper, first.unit) == (second.value, second.upper, second.unit)
    return same and one.sentence_id != other.sentence_id and one.kind is other.kind


def _rounds(bound: Quantity, exact: Quantity) -> bool:
    """True for 突破2万元 beside 20793元: the same amount, once in round words."""
    if bound.unit != exact.unit or bound.upper or exact.upper or not exact.value or not bound.value:
        return False
    more = exact.value / bound.value
    if bound.qualifier is Qualifier.NEARLY:
        return 1 / _ROUND <= more <= 1
    return bound.qualifier is Qualifier.OVER and 1 <= more <= _ROUND


def _of_like_length(one: Indicator, other: Indicator) -> bool:
    """A year with a year, five years with five years; across only where the length does not enter the figure."""
    long_one, long_other = "-" in one.period, "-" in other.period
    if one.kind is Kind.GROWTH:
        return long_one == long_other and is_yearly_average(one) == is_yearly_average(other)
    if ("cumulative" in one.base) != ("cumulative" in other.base):
        return long_one == long_other and not (long_one or long_other)
    if long_one == long_other:
        return True
    long, short = (one, other) if long_one else (other, one)
    if _is_milestone(long, short):
        return False
    if one.kind in _STOCKS or is_stock(one):
        return True
    if is_yearly_average(long):
        return True
    lasting = long.extent is not Extent.FLOW and "cumulative" not in long.base
    return one.kind is Kind.LEVEL and lasting


def _is_milestone(long: Indicator, short: Indicator) -> bool:
    """经济总量连跨5万亿元、6万亿元 beside the 6.02 of the last of these years: the 5 was passed on the way."""
    ends = long.period.endswith(f"-{short.period}") and long.status is short.status is Status.ACTUAL
    first, second = long.quantity, short.quantity
    if not ends or long.kind is not Kind.LEVEL or first.unit != second.unit or first.upper or second.upper:
        return False
    return second.value > first.value * _PASSED and len(first.value.normalize().as_tuple().digits) == 1


def closeness(one: Indicator, other: Indicator) -> tuple[int, int, int]:
    """Sorts the links of ``one``: its counterpart in the next or last year first, what is said again last."""
    rank = {Relation.COUNTERPART: 0, Relation.SERIES: 1, Relation.MENTION: 2}.get(relation(one, other), 3)
    long = int(("-" in one.period) != ("-" in other.period))
    return long, rank, abs(_year(one) - _year(other))


def _year(indicator: Indicator) -> int:
    found = re.findall(r"\d{4}", indicator.period)
    return int(found[-1]) if found else 0
