"""What is read around one figure, and whether the words before it or the noun behind it name it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from index.indicators import words
from index.indicators.model import Figure

LIST_MARK: Final = re.compile(r"^[、和与及以并或~—|\s-]+$")
INCREASE_TAIL: Final = re.compile(rf"(?:{words.INCREASE})(?:了|各类|一批)?$")
ACTION_TAIL: Final = re.compile(rf"(?:{words.ACTION})(?:了)?$")
LIGHT_TAIL: Final = re.compile(
    rf"(?:{words.LIGHT}|等|的|了|对|向|给|将|把|前|近|到|至|类|各|名|约|另有|现有|有)$"
)
ACTION_HEAD: Final = re.compile(
    rf"^(?:{words.ACTION})(?!额|量|率|值|费|资金|村|镇|贷款|机构|基地|中心|用地|局|者|型|业|力|区|面积|品|学|债|券|社|场|专项|成本)"
)
PURPOSE: Final = re.compile(r"^(?:投向|用于)[^，。；、\d]{2,12}")
FROM: Final = re.compile(
    r"(?:由|从|自)(?:(?:19|20)\d\d年(?:底|末)?的?|原来的?|过去的?|原先的?|最初的?|[^，。；]{0,10}?(?:末|初|底|时)的?)?(?:全国|全省|全球|世界|每人每[年月]|每亩|平均)?$"
)


@dataclass(slots=True)
class Reading:
    """What the words around a figure say of it.

    ``attributive`` where the noun follows the number, ``carried`` where the subject comes from an earlier
    clause, ``distributed`` for the second and later figures of a 分别 list, ``bound`` for a size that
    what is counted must have.
    """

    name: str
    left: str = ""
    right: str = ""
    attributive: bool = False
    noun: str = ""
    verb: str = ""
    carried: bool = False
    distributed: bool = False
    bound: bool = False


@dataclass(slots=True)
class Place:
    """A figure in its clause: the words on both sides up to its neighbours."""

    index: int
    figure: Figure
    start: int
    end: int
    same_clause: bool
    follows: bool
    left: str
    right: str
    listed: bool = False


def rises_to(one: Reading, other: Reading) -> bool:
    """True where ``one`` is the value that a thing started from and ``other`` the value that it reached."""
    return (
        one.name == other.name
        and FROM.search(one.left) is not None
        and other.left[-1:] in ("到", "至", "为", "成")
    )


def is_verbal(words_before: str) -> bool:
    """True where the words before a figure end in a verb that makes or does what is counted."""
    return bool(ACTION_TAIL.search(words_before) or INCREASE_TAIL.search(words_before))


def right_wins(left: str, core: str, figure: Figure, right: str) -> bool:
    """True where the noun after the number names it, False where the words before do."""
    stripped = left.rstrip("了约共近超")
    if not core or LIST_MARK.match(left or " ") or (right.startswith("的") and figure.dimension == "percent"):
        return True
    if figure.spelled and figure.dimension == "money":
        return True  # 亿元以上项目: the size of what follows
    measured = bool(words.NOUN_END_QUANTITY.search(core))
    if right.startswith("的") and (measured or re.search(r"投资|占地|面积|规模|惠及|覆盖", core[-4:])):
        return False
    verbal = bool(LIGHT_TAIL.search(stripped)) or is_verbal(stripped)
    if measured and not verbal:
        return False
    if figure.dimension in ("percent", "points", "places", "multiple"):
        return False
    return verbal or not right.startswith("的")


def joinable(core: str) -> str:
    """The subject before a counted noun where it belongs to the name (带动上下游|企业); empty else."""
    place = r"(?:等|其中|(?<![试实]验|高新|保税|开发|合作)区|中心|平台|公司|部门|机关|企业|我省|全省|我市|全市|政府|集团|大学|[省市县州])$"
    return "" if re.search(place, core) else core
