"""The bodies that give reports: the people's government of a place, by its Chinese name and by its English one."""

from __future__ import annotations

from typing import Final

from index.gazetteer import NATIONAL, place_names

_DIVISIONS: Final = (
    "特别行政区", "自治区", "自治州", "自治县", "地区", "省", "市", "区", "县", "州", "盟", "旗",
)  # fmt: skip
_REGIONS: Final = {
    "内蒙古": "Inner Mongolia Autonomous Region",
    "广西": "Guangxi Zhuang Autonomous Region",
    "西藏": "Xizang Autonomous Region",
    "宁夏": "Ningxia Hui Autonomous Region",
    "新疆": "Xinjiang Uygur Autonomous Region",
}
_PEOPLES: Final = ("壮族", "回族", "维吾尔", "维吾尔族")


def body_in_chinese(place: str) -> str:
    """青岛市人民政府 for 青岛市, 国务院 for 全国; empty for a place without a rank, whose government is not known."""
    if place == NATIONAL:
        return "国务院"
    return f"{place}人民政府" if place.endswith(_DIVISIONS) else ""


def body_in_english(place: str) -> str:
    """``Qingdao Municipal People's Government`` for 青岛市; empty where the place has no English name here."""
    if place == NATIONAL:
        return "State Council of the People's Republic of China"
    name = name_in_english(place)
    if not name:
        return ""
    if place.endswith("省"):
        return f"People's Government of {name} Province"
    if place.endswith("自治区"):
        return f"People's Government of {_REGIONS.get(stem_of(place), name)}"
    for rank, words in (("自治州", "Autonomous Prefecture"), ("自治县", "Autonomous County"), ("市", "Municipal"),
                        ("区", "District"), ("县", "County"), ("地区", "Prefecture")):  # fmt: skip
        if place.endswith(rank):
            return f"{name} {words} People's Government"
    return f"People's Government of {name}"


def name_in_english(place: str) -> str:
    """``Qingdao`` for 青岛市; empty where it is not known."""
    if place == NATIONAL:
        return "China"
    names = place_names()
    return names.get(place) or names.get(stem_of(place), "")


def stem_of(place: str) -> str:
    """青岛 for 青岛市, 广西 for 广西壮族自治区: the name without its rank."""
    stem = next((place.removesuffix(d) for d in _DIVISIONS if place.endswith(d)), place)
    if place.endswith("自治区"):
        stem = next((stem.removesuffix(people) for people in _PEOPLES if stem.endswith(people)), stem)
    return stem or place


def seat_of(place: str) -> str:
    """Where the body publishes, for an imprint in Chinese; the State Council does in 北京."""
    return "北京" if place == NATIONAL else stem_of(place)


def seat_in_english(place: str) -> str:
    """The same for an imprint in English."""
    return "Beijing" if place == NATIONAL else name_in_english(place)
