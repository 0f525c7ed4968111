"""The place whose government speaks in an English report, by the name it has in Chinese, and the report's title.

The Chinese name, because shelves, comparisons and citations know a place by it, in whichever language its report is.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache
from typing import Final

from index.gazetteer import MUNICIPALITIES, NATIONAL, place_names, provinces

_REGIONS: Final = {
    "内蒙古": "内蒙古自治区", "广西": "广西壮族自治区", "西藏": "西藏自治区", "宁夏": "宁夏回族自治区",
    "新疆": "新疆维吾尔自治区", "香港": "香港特别行政区", "澳门": "澳门特别行政区",
}  # fmt: skip
_RANKS: Final = {"provinc": "省", "municip": "市", "city": "市", "prefect": "州", "league": "盟", "county": "县", "district": "区"}  # fmt: skip
_NAME: Final = r"(?P<name>[A-Z][\w'’]+(?: [A-Z][\w'’]+){0,2}?)"
_RANK: Final = r"(?P<rank>Province|Municipality|City|Prefecture|League|County|District|Autonomous Region)"
_ADJECTIVE: Final = (
    r"(?P<rank>Provincial|Municipal|City|Prefectural|League|County|District|Autonomous Regional)"
)
SALUTED: Final = re.compile(
    r"(?:Fellow|Esteemed|Distinguished|Honou?rable|Dear)\s+(?:\w+\s+)?(?:[Dd]eputies|[Dd]elegates|[Mm]embers)[,:] \w"
)
_STATE: Final = re.compile(r"National People['’]s Congress|\bState Council\b")
_SPEAKERS: Final = (
    re.compile(rf"\b{_NAME} {_ADJECTIVE} (?:People['’]s )?(?:Government|Congress)"),
    re.compile(
        rf"(?:Government|Congress) of (?:the )?{_NAME}(?: \w+(?: \w+)?)?? (?i:{_RANK})(?![^,.]* People['’]s)"
    ),
)
_OWN: Final = re.compile(
    r"(?i)\b(?:the )?(?P<rank>provincial|municipal|city|district|county|prefectural|autonomous regional|regional)"
    r" (?:people['’]s )?(?:government|congress)|government of the (?P<region>autonomous region)"
)
_TITLES: Final = (
    re.compile(
        rf"(?:Work|Government) of the {_NAME} (?:{_ADJECTIVE} )?(?:People['’]s )?Government", re.IGNORECASE
    ),
    re.compile(
        rf"^(?:(?:19|20)\d\d )?{_NAME}(?: {_ADJECTIVE}|['’]s)? (?:Government )?Work Report", re.IGNORECASE
    ),
)
_BARE: Final = re.compile(r"(?i)(?:(?:annual )?report on the work of the government|government work report)")
_TAIL: Final = re.compile(r"\s*(?:[-—–]{1,2}|[:(（])?\s*(?i:delivered) at .*$")
_SMALL: Final = frozenset("of on the and for in at to".split())
_OFTEN: Final = 5


def english_place_of(head: Sequence[str], title: str, opening: str, text: str, stem: str) -> str:
    """青岛市, 全国; the English name as it stands where the gazetteer lacks it, empty where nothing tells.

    ``opening`` is how the speech begins, ``text`` as much of it as may be counted through, ``stem`` the file's name.
    """
    said = "\n".join((*head, opening))
    for text_of, rules in ((said, _SPEAKERS), (title, _TITLES)):
        for rule in rules:
            for found in rule.finditer(text_of):
                if place := _ranked(found["name"], found.groupdict().get("rank") or ""):
                    return place
    own = _OWN.search(opening)
    if own is None and _STATE.search(said):
        return NATIONAL
    rank = (
        "region" if own and (own["region"] or "region" in own["rank"].lower()) else own["rank"] if own else ""
    )
    return (_most_named(text, rank) if rank else "") or _in_name(stem)


def full_english_title(title: str, place: str, english: str, year: int | None) -> str:
    """A bare title is completed, so that it tells reports apart: Report on the Work of the Government (Beijing, 2026)."""
    title = _TAIL.sub("", title).strip()
    if title and not _BARE.fullmatch(title):
        return title
    bare = title or "Report on the Work of the Government"
    if bare.isupper():
        words = [w.lower() for w in bare.split()]
        bare = " ".join(w if i and w in _SMALL else w.capitalize() for i, w in enumerate(words))
    told = ", ".join((*((english,) if place not in ("", NATIONAL) else ()), *((str(year),) if year else ())))
    return f"{bare} ({told})" if told else bare


def _ranked(name: str, rank: str) -> str:
    """The Chinese name with its rank; the English one where it is not known, and nothing for what is no name."""
    chinese = _chinese().get(_folded(name))
    if chinese is None:
        known = rank and not re.match(r"(?i)the |people|provincial|municipal|work|government", name)
        return f"{name} {_noun(rank)}" if known else ""
    if chinese in _REGIONS:
        return _REGIONS[chinese]
    if chinese in provinces():
        # 吉林 is a province and a city
        return chinese + ("市" if chinese in MUNICIPALITIES or _suffix(rank) == "市" else "省")
    return chinese + (_suffix(rank) or "市")


def _noun(rank: str) -> str:
    nouns = {"provincial": "Province", "municipal": "City", "prefectural": "Prefecture"}
    return nouns.get(rank.lower(), rank)


def _suffix(rank: str) -> str:
    return next((zh for en, zh in _RANKS.items() if rank.lower().startswith(en)), "")


def _most_named(text: str, rank: str) -> str:
    """The place of that rank which the text names most, where the speaker says only "the provincial government"."""
    suffix, of_rank = _suffix(rank), provinces()
    counts: Counter[str] = Counter()
    for found in _names().findall(text):
        chinese = _chinese()[_folded(found)]
        if chinese in MUNICIPALITIES:
            fits = suffix == "市"
        elif chinese in of_rank:
            fits = (suffix == "省" and chinese not in _REGIONS) or (not suffix and chinese in _REGIONS)
        else:
            fits = suffix not in ("省", "")
        counts[chinese] += fits
    ranked = counts.most_common(2)
    if not ranked or ranked[0][1] < _OFTEN or (len(ranked) > 1 and ranked[0][1] < 2 * ranked[1][1]):
        return ""
    return _ranked(place_names()[ranked[0][0]], rank)


def _in_name(stem: str) -> str:
    found = _names().search(stem.replace("_", " ").replace("-", " ").title())
    return _ranked(found.group(), "") if found else ""


@cache
def _chinese() -> dict[str, str]:
    """Chinese by English, folded; the province where a city has its name."""
    names: dict[str, str] = {}
    for zh, en in place_names().items():
        names.setdefault(_folded(en), zh)
    return {**names, "tibet": "西藏", "xizang": "西藏"}


@cache
def _names() -> re.Pattern[str]:
    longest = sorted({*place_names().values(), "Tibet", "Xizang"}, key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, longest))})\b")


def _folded(name: str) -> str:
    return name.casefold().replace("’", "'")
