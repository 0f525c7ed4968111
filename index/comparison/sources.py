"""Reports with their indicators, and which of these can be compared beyond their own report."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final

from index.indicators.catalogue import canonical
from index.indicators.link import key
from index.indicators.model import Indicator
from index.indicators.relations import group, is_yearly_average
from index.quantities import Quantity
from index.report import Report

_TOO_LITTLE: Final = re.compile(
    r"(?:年|实现|完成)*(?:工作|项目|方面|企业|总?投资额?|指标|任务|人才|实事|重点|民生实事|重点项目|重大项目|强度|占比|规模|总?产值|平台|服务|措施|活动|"
    r"(?:销售|营业|主营业务|销售额)?收入|营收|销售额|金额|面积|产量|总量|数量|资金|财政资金|补贴|贷款|机构|场所|产品|技改项目)"
)
"""Names that say too little to be the same thing in two reports."""
_STRUCTURE: Final = re.compile(r"方面|维度|领域|环节|层面|举措|任务")
_COUNTED: Final = frozenset(
    "item project enterprise household business institution village set dwelling place company".split()
)
_SCOPES: Final = re.compile(
    r"城镇|农村|城乡|规上|规模以上|限上|限额以上|国家级|省级|市级|县级|民营|民间|制造业|工业|服务业|高技术|新增|新建|累计|人均|占|五年|年均|"
    r"全体|企业|市属|省属|一般|地方|税收|出口|进口|入境|国内|城市|普惠|公办|全口径"
)
"""Words of which both names carry the same, where the catalogue does not say that they are one."""


@dataclass(frozen=True, slots=True)
class Source:
    """A report with its indicators."""

    report: Report
    indicators: tuple[Indicator, ...]


def usable(indicator: Indicator) -> bool:
    """True for a figure of the whole place, of one year, whose name tells what it is."""
    name = key(indicator.name)
    return (
        bool(group(indicator))
        and not indicator.region
        and len(name) >= 3
        and _TOO_LITTLE.fullmatch(name) is None
        and _STRUCTURE.search(indicator.text) is None
        and not is_yearly_average(indicator)
        and "cumulative" not in indicator.base
    )


_IN_TONNES: Final = Decimal("0.0005")
"""A jin is half a kilogram; some places state their harvest in one, some in the other."""


def unit_class(indicator: Indicator) -> str:
    """The unit, where all ways of counting things are one."""
    unit = indicator.quantity.unit
    return "count" if unit in _COUNTED else "t" if unit == "jin" else unit


def in_common_unit(indicator: Indicator) -> Quantity:
    """The quantity in the unit that all places are compared in (``unit_class``)."""
    quantity = indicator.quantity
    if quantity.unit != "jin":
        return quantity
    upper = None if quantity.upper is None else quantity.upper * _IN_TONNES
    return replace(quantity, value=quantity.value * _IN_TONNES, unit="t", upper=upper)


def same_scope(one: str, other: str) -> bool:
    """True where both names carry the same words of scope, or the catalogue knows both by one name."""
    return canonical(one) == canonical(other) or set(_SCOPES.findall(one)) == set(_SCOPES.findall(other))
