"""Names that a small network spells badly: places and five-year plans travel as placeholders and are written by table."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from typing import Final

from index.gazetteer import place_names
from index.quantities import Form, Quantity, QuantityMention
from index.text import Span

_ALSO_WORDS: Final = frozenset(
    "衡水 来宾 长治 大庆 朝阳 新乡 白银 日照 东方 中山 和平 安康 阿里 山南 海口 河源 大同 天水 海西 海北 海东 开封 锦州 北海 长寿 永川 "
    "南岸 中卫 和田 安阳 丽水 定西 鼓楼 南山 宝山 平度 城阳".split()
)
"""Names that are common words too (来宾 guests, 长治久安, 新乡村): places only before 市, 县, 区, 州, 港."""
_DIVISION: Final = r"(?=[市县区州港盟]|地区|自治州)"
_RIVERS: Final = r"(?<![长黄珠淮汉太渤东南泰洞])"
"""黄河南岸 and 东海南部 hold no province."""


@cache
def _pattern() -> re.Pattern[str]:
    parts = []
    for name in sorted(place_names(), key=lambda name: (-len(name), name)):
        guard = _RIVERS if name[0] in "江河湖海" else ""
        parts.append(guard + re.escape(name) + (_DIVISION if name in _ALSO_WORDS else ""))
    first = "".join(sorted({name[0] for name in place_names()}))
    return re.compile(f"(?=[{first}])(?:{'|'.join(parts)})")  # most characters begin no name


def scan_places(text: str) -> tuple[QuantityMention, ...]:
    """The places named in a Chinese ``text``, as codes whose ``key`` is the English name and that are ``spelled``."""
    found = []
    for match in _pattern().finditer(text):
        span = Span(*match.span())
        quantity = Quantity(Decimal(0))
        found.append(
            QuantityMention(
                span, span, span, quantity, Form.CODE, spelled=True, key=place_names()[match.group()]
            )
        )
    return tuple(found)


_PLAN: Final = re.compile(r"\b(?P<nth>1[0-9])th Five-Year Plan(?P<period> [Pp]eriod)?\b")
_ALSO_CALLED: Final = {"Tibet": "西藏", "Xizang": "西藏", "Inner Mongolia Autonomous Region": "内蒙古自治区"}


@cache
def _english_names() -> dict[str, str]:
    """Chinese names by their English; the first of the table where two places share one."""
    found = dict(_ALSO_CALLED)
    for chinese, english in place_names().items():
        if len(english) > 3:
            found.setdefault(english, chinese)
    return found


@cache
def _english_pattern() -> re.Pattern[str]:
    names = sorted(_english_names(), key=lambda name: (-len(name), name))
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, names))})\b(?!-)")


def scan_english_names(text: str) -> tuple[QuantityMention, ...]:
    """Places and five-year plans named in an English ``text``, as codes whose ``key`` is the Chinese name."""
    found = []
    for match in _PLAN.finditer(text):
        numeral = "十" + "零一二三四五六七八九"[int(match["nth"]) - 10].replace("零", "")
        key = f"“{numeral}五”" + ("时期" if match["period"] else "规划")
        found.append((Span(*match.span()), key))
    taken = [span for span, _ in found]
    for match in _english_pattern().finditer(text):
        span = Span(*match.span())
        if not any(span.overlaps(other) for other in taken):
            found.append((span, _english_names()[match.group()]))
    return tuple(
        QuantityMention(span, span, span, Quantity(Decimal(0)), Form.CODE, spelled=True, key=key)
        for span, key in sorted(found)
    )
