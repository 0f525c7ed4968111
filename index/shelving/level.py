"""The level of government that a place has, by the end of its name (Constitution, article 30)."""

from __future__ import annotations

import re
from typing import Final

from index.gazetteer import MUNICIPALITIES

LEVELS: Final = ("national", "province", "city", "county")
_RULES: Final = (
    ("national", re.compile("全国|中国|国务院|中华人民共和国|China")),
    ("province", re.compile(".*(?:省|自治区|特别行政区)$|.* Province$")),
    ("county", re.compile(".*(?:县|(?<!地)区|旗)$|.* (?:County|District)$")),
    ("city", re.compile(".*(?:市|自治州|州|地区|盟)$")),
)


def level_of(place: str) -> str:
    """One of ``LEVELS``, empty where the name does not tell. A city of a county's rank is called a city, as its name is."""
    place = place.strip()
    if place.removesuffix("市") in MUNICIPALITIES:
        return "province"
    return next((level for level, rule in _RULES if rule.fullmatch(place)), "")
