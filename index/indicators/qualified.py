"""The words on both sides of a quantity that say how exactly it is meant; they belong to its span."""

from __future__ import annotations

import re
from typing import Final

from index.indicators import denial
from index.indicators.model import Figure
from index.quantities import Qualifier, Quantity
from index.text import Span

_PREFIXES: Final = {
    "不低于": Qualifier.AT_LEAST, "不少于": Qualifier.AT_LEAST, "不小于": Qualifier.AT_LEAST,
    "至少": Qualifier.AT_LEAST,
    "不超过": Qualifier.UP_TO, "不高于": Qualifier.UP_TO, "不多于": Qualifier.UP_TO, "不足": Qualifier.UP_TO,
    "不到": Qualifier.UP_TO, "低于": Qualifier.UP_TO, "少于": Qualifier.UP_TO,
    "超过": Qualifier.OVER, "突破": Qualifier.OVER, "超出": Qualifier.OVER, "超": Qualifier.OVER,
    "逾": Qualifier.OVER, "高于": Qualifier.OVER, "多于": Qualifier.OVER,
    "大约": Qualifier.ABOUT, "约为": Qualifier.ABOUT, "约": Qualifier.ABOUT, "上": Qualifier.ABOUT,
    "接近": Qualifier.NEARLY, "将近": Qualifier.NEARLY, "近": Qualifier.NEARLY,
}  # fmt: skip
_SUFFIXES: Final = {
    "左右": Qualifier.ABOUT, "上下": Qualifier.ABOUT, "以上": Qualifier.AT_LEAST, "之上": Qualifier.AT_LEAST,
    "及以上": Qualifier.AT_LEAST, "及以下": Qualifier.UP_TO, "以内": Qualifier.UP_TO, "之内": Qualifier.UP_TO, "以下": Qualifier.UP_TO,
    "多": Qualifier.OVER, "余": Qualifier.OVER,
}  # fmt: skip
_PREFIX: Final = re.compile("(?:" + "|".join(sorted(_PREFIXES, key=len, reverse=True)) + ")$")
_NOT_PREFIX: Final = re.compile(
    r"(?:[节集条公契预签履合]约|[附最临邻靠亲拉走贴]近|[马早晚网线路车船岸海以迈跨跃站登]上|反超)$"
)
_SUFFIX: Final = re.compile(
    r"(?:及以[上下]|左右|上下|以上|之上|以内|之内|以下|[多余](?=[，。；、）)的\u4e00-\u9fff]))"
)
_COMPARES: Final = frozenset(("低于", "高于", "多于", "少于"))
_A_MARK: Final = re.compile(r"(?:左右|以上|以内)?的?(?:预期|预定|年度|计划|全国)?(?:目标|平均|水平)")
"""低于13%左右的预期目标 sets a figure against another; only 低于13% by itself bounds one."""
_MORE: Final = re.compile(r"[余多来](?=[百千万亿]*$)")
_BREAKTHROUGH: Final = re.compile(
    r"[^，。；、]*(?:技术|难题|瓶颈|关键|核心|工艺|装备|产品|成果|课题|项目|卡点)"
)


def qualified(
    plain: str, number: Span, end: int, quantity: Quantity, surface: str, dimension: str, spelled: bool
) -> Figure:
    """The figure with the qualifier words on both sides taken in."""
    start, qualifier = number.start, Qualifier.EXACT
    before = plain[max(0, start - 3) : start]
    prefix = _PREFIX.search(before)
    if prefix is not None and not _NOT_PREFIX.search(plain[max(0, start - 2) : start]):
        word = prefix.group()
        compared = word in _COMPARES and _A_MARK.match(plain, end) is not None
        idle = compared or word == "上" and number.of(plain)[0] not in "十百千万"
        if not idle and not (word == "突破" and dimension == "count" and _BREAKTHROUGH.match(plain, end)):
            start -= len(word)
            qualifier = _PREFIXES[word]
            if word == "近" and plain[max(0, start - 1) : start] in ("接", "将"):
                start -= 1
    if _MORE.search(number.of(plain)):
        qualifier = Qualifier.OVER
    suffix = _SUFFIX.match(plain, end)
    if suffix is not None and not denial.is_no_suffix(plain, suffix, surface):
        end = suffix.end()
        if qualifier is Qualifier.EXACT or qualifier is Qualifier.ABOUT:
            qualifier = _SUFFIXES[suffix.group()]
    quantity = Quantity(quantity.value, quantity.unit, qualifier, quantity.upper)
    return Figure(Span(start, end), number, quantity, surface, dimension, spelled)
