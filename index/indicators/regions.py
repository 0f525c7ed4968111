"""The place that a figure is about, where the report says that it is not its own."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from resources import resource

_MEASURED: Final = (
    r"(?:地区)?(?:生产总值|GDP|经济(?![圈区带])|人均|规上|规模以上|工业增加值|常住人口|城镇化率|财政|一般公共预算|社会消费品|固定资产|服务业|数字经济|"
    r"居民|城镇|农村|全社会|研发|旅游|接待)"
)
_DIVISION: Final = r"(?:维吾尔|壮族|回族)?(?:自治区|自治州|特别行政区|地区|省|市|县|区|州|盟)?"


@cache
def _pattern() -> re.Pattern[str]:
    lines = resource("glossaries", "places.tsv").read_text(encoding="utf-8").splitlines()
    names = {name for line in lines if not line.startswith("#") for name in line.split("\t")[::2]}
    places = "|".join(sorted((n for n in names if 2 <= len(n) <= 5), key=lambda n: (-len(n), n)))
    return re.compile(rf"^(?P<place>全国|我国|{places})(?P<division>{_DIVISION})(?={_MEASURED})")


def region_of(name: str, own: str) -> str:
    """The place at the head of an indicator's ``name`` (青岛市生产总值 → 青岛), empty for ``own`` or none.

    Only before a measure of an economy or of its people: 青岛港吞吐量 is a port's, not a city's.
    """
    m = _pattern().match(name)
    if m is None or own.startswith(m["place"]):
        return ""
    return "全国" if m["place"] == "我国" else m["place"]
