"""Units as indicators name them: the writing in Chinese, the key of the record, what is measured."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Final

from resources import resource


@dataclass(frozen=True, slots=True)
class WrittenUnit:
    """One way to write a unit."""

    written: str
    key: str
    dimension: str


@cache
def written_units() -> dict[str, WrittenUnit]:
    """All units of the data file by their writing."""
    lines = resource("indicators", "units.tsv").read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return {written: WrittenUnit(written, key, dimension) for written, key, dimension in rows}


_PER: Final = {"月": "month", "天": "day", "日": "day", "人月": "person-month", "人·月": "person-month"}
_GUARDS: Final = {
    "人": r"(?!口)",
    "个": r"(?!体工商)",
    "大": r"(?![关型小多幅湾数棚学赛道街桥豆厅门众洋陆气健模])",
}
"""7大产业集群 counts; 万亿元大关 and 大湾区 do not."""


@cache
def unit_pattern() -> re.Pattern[str]:
    """The longest unit at a place, with a second counter in brackets or a divisor where one follows."""
    words = "|".join(
        re.escape(w) + _GUARDS.get(w, "") for w in sorted(written_units(), key=len, reverse=True)
    )
    return re.compile(
        rf"(?:{words})(?:[（(][个家户项处套间人次段片群场座所条件台部支辆][）)])?(?:[/／](?:{words}|每?人·?月|月|天|日|人|公里|百亿元|亿元))?"
    )


def lookup(written: str) -> WrittenUnit | None:
    """The unit that ``written`` stands for; a divisor or bracket that is not in the data file is composed."""
    known = written_units().get(written)
    if known is not None:
        return known
    plain = re.sub(r"[（(].*[）)]", "", written)
    upper, _, lower = plain.replace("／", "/").partition("/")
    above, below = written_units().get(upper), written_units().get(lower)
    if above is None:
        return None
    if below is None:
        per = _PER.get(lower, "")
        return WrittenUnit(written, f"{above.key}/{per}" if per else above.key, above.dimension)
    return WrittenUnit(written, f"{above.key}/{below.key}", f"{above.dimension}/{below.dimension}")


_BY_NOUN: Final = (
    (re.compile(r"债券?$|基金$|股票$|产品$|标准$"), {"head"}, "item"),
    (re.compile(r"项目(?!库)"), {"item", "enterprise"}, "project"),
    (re.compile(r"企业$|公司$|[^”]“小巨人”$"), {"item", "household"}, "enterprise"),
    (re.compile(r"经营主体|工商户|市场主体|经营户"), {"household"}, "business"),
    (re.compile(r"医院$|银行$|机构$|实验室$|研究院$|中心$|平台$|基地$|学校$|幼儿园$"), {"enterprise"}, "institution"),
    (re.compile(r"村庄?$|示范村$"), {"item"}, "village"),
    (re.compile(r"岗位$"), {"item"}, "job"),
    (re.compile(r"住房$|安置房|住宅"), {"set"}, "dwelling"),
)  # fmt: skip


def refine(key: str, name: str) -> str:
    """``key`` made more telling by the noun that is counted: 项目 → project, 个体工商户 → business."""
    name = re.sub(r"(?:总数|总量|数量)$", "", name)
    for pattern, keys, better in _BY_NOUN:
        if key in keys and pattern.search(name):
            return better
    return key
