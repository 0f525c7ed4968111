"""Places in China by their Chinese names, with their English ones."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from resources import resource

NATIONAL: Final = "全国"
"""The place of a report that the State Council gives."""
MUNICIPALITIES: Final = ("北京", "天津", "上海", "重庆")
"""Cities of a province's rank."""
_RANK: Final = re.compile(r"(?:省|市|(?:壮族|回族|维吾尔)?自治区|特别行政区)$")


@cache
def place_names() -> dict[str, str]:
    """English by Chinese, of provinces and their cities and prefectures; names of one character are left out."""
    names: dict[str, str] = {}
    for fields in _rows():
        names.update({zh: en for zh, en in zip(fields[::2], fields[1::2], strict=False) if len(zh) > 1})
    return names


@cache
def provinces() -> frozenset[str]:
    """The Chinese names of the provinces, regions and municipalities, without their rank."""
    return frozenset(fields[0] for fields in _rows()) | {"香港", "澳门", "台湾"}


def english_place(name: str) -> str:
    """The English of a place, whatever rank its name carries (四川省, 广西壮族自治区); its own name where unknown."""
    known = place_names()
    return known.get(name) or known.get(_RANK.sub("", name)) or name


@cache
def _rows() -> tuple[list[str], ...]:
    """Chinese and English in turn, a row for each province and one for what is in none."""
    lines = resource("glossaries", "places.tsv").read_text(encoding="utf-8").splitlines()
    return tuple(line.split("\t") for line in lines if line and not line.startswith("#"))
