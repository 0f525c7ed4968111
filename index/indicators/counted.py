"""Names of what is counted by the noun behind the number: 473个老旧小区改造."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from index.indicators import words
from index.indicators.grouped import GroupedReader
from index.indicators.phrases import INCREASE_HEAD, LEAD_MARKS, right_noun, stem, with_measure
from index.indicators.readings import (
    ACTION_HEAD,
    ACTION_TAIL,
    INCREASE_TAIL,
    LIGHT_TAIL,
    LIST_MARK,
    PURPOSE,
    Place,
    Reading,
    is_verbal,
    joinable,
    right_wins,
)

_SIZE: Final = re.compile(
    r"^(?:预增|预计|新增)?(?:年?总?投资额?|年?产值|年?营收|年?主营业务收入|年?营业收入|经济总量|规模|产业规模)(?:超过?|过|达到?|在|约)*$"
)
_GRADE: Final = re.compile(
    r"^(?:世界|国家|全国|省|自治区|市|县|区|乡镇|村|社区|[\d一二三四五六七八九十百千万亿]+)级"
)
_PREDICATED: Final = re.compile(r"(?:均|都|分别)?(?:居|位居|位列|列|占|增长|同比|增量)")
_EXTENT: Final = re.compile(r"^(?:全长|总长度?|总里程|总面积|占地面积?|总建筑面积|总装机(?:容量)?)$")
_SET_UP: Final = re.compile(r"^(?:发起)?(?:设立|组建|成立|新设|组织)(?=.)")
_BECAME: Final = re.compile(
    r"^(?P<who>[^，。；、]{2,10}?)(?:成为|是|成长为)[^，。；、]{0,6}(?:首个|第一个|唯一)年?(?P<measure>产值|营收|收入|投资|规模|总量)$"
)
_MADE_LIST: Final = re.compile(
    r"(?P<verb>(?:获批|成功)?(?:创建|入选|获批))(?P<grade>国家级|省级|全国)?(?!.*等$)[^、，]{2,}(?:[、和][^、，]{2,})+$"
)
_SERVED: Final = re.compile(r"参保|受益|领取[^，。；、]{2,8}|享受[^，。；、]{2,12}")
_RULES: Final = re.compile(r"(?:政策)?(?:措施|举措)|政策|意见")
_ISSUED: Final = re.compile(r"^(?:出台|制定|推出|实施|落实|发布)(?P<what>[^，。；、]{3,24})$")
_WHO: Final = re.compile(r"^[^，。；、]{3,16}(?:惠及|覆盖|汇聚|落户|集聚|吸引|通达|赋能|吸纳)$")
_NAMED_LIST: Final = re.compile(
    rf"(?!(?:{words.ACTION}))[^、，和]{{2,}}(?:、(?!(?:{words.ACTION}|{words.INCREASE}))[^、，]{{2,}})+$"
)


@dataclass(slots=True)
class CountedReader(GroupedReader):
    """Reads figures whose noun follows them."""

    def attributive(self, place: Place, core: str) -> Reading | None:
        """473个老旧小区改造: the noun follows the number; a telling verb before it stays."""
        several = self.several(place, core) or self.people(place)
        if several is not None:
            return several
        noun, right = right_noun(place.right, place.follows), place.right
        sized = place.follows and self.figures[place.index + 1].dimension == "money"
        if sized and _SIZE.match(right):
            behind = re.sub(r"^的", "", self._noun_behind(place))
            if behind and right.endswith("过"):
                size = self.figures[place.index + 1].span.of(self.text)
                self.subject = f"{right}{size}{behind}"  # 82个|预增产值过10亿元的重大增长点
                return Reading(self.subject, place.left, right, attributive=True, noun=right)
            noun = behind or noun
        if self._shares_noun(place, core):
            right = noun = self._noun_beyond(place)
        told = self._measured_by(place, core, noun, right)
        if told is not None:
            return told
        if not noun or not right_wins(place.left, core, place.figure, right):
            return None
        if place.figure.dimension == "percent":
            aim = re.match(r"^的(?:预期)?(?P<what>[\u4e00-\u9fff]{0,6}(?:增长|增速)(?:预期)?目标)", right)
            if aim:
                return Reading(aim["what"], place.left, right, attributive=True, noun=aim["what"])
            self.subject = noun
            said = self._said_of(right, noun)
            name = noun if re.search(r"增长|增速|目标|降幅", noun) else noun + said + "占比"
            return Reading(name, place.left, right, attributive=True, noun=noun)
        if place.follows and self.figures[place.index + 1].dimension == "percent" and noun.endswith("率"):
            noun = re.sub(r"(?:水质|空气质量)?[\u4e00-\u9fff]{2}率$", "", noun) or noun
        plain, noun = noun, self._graded(place, noun)
        led = self.led(place, core, noun)
        if led:
            self.subject = led
            return Reading(led, place.left, right, attributive=True, noun=noun)
        issued = _ISSUED.match(core) if _RULES.fullmatch(noun) else None
        if issued:
            self.subject = issued["what"] + noun
            return Reading(self.subject, place.left, right, attributive=True, noun=noun)
        if place.listed and "、" in noun:
            noun = noun.split("、", maxsplit=1)[0]
        verb = self._kept_verb(place, core, noun)
        listed = place.listed or place.left[:1] in ("、", "和")
        deed = "" if verb else self._deed(place, noun)
        name = (verb or deed) + noun
        self.verb = verb if INCREASE_HEAD.match(verb or "无") else ""
        if deed and listed:
            self._share_deed(place, deed)
        self.group = [*self.group, name] if listed else [name]
        self.subject = name
        noun = plain if plain != noun and noun.startswith(plain) and place.follows else noun
        return Reading(name, place.left, right, attributive=True, noun=noun, verb=verb or deed)

    def _measured_by(self, place: Place, core: str, noun: str, right: str) -> Reading | None:
        """总投资超500亿元的|新能源基地, “惠民保”超500万人|参保: the words before say what of the noun is measured."""
        if right == "的" and place.follows and re.search(r"(?:总投资|投资|总规模)$", core):
            beyond = right_noun(self.text[self.figures[place.index + 1].span.end : place.end], False)
            return Reading(beyond + core, place.left, right) if beyond else None
        if noun == "参保" and core:
            return Reading(core + "参保人数", place.left, right, attributive=True, noun=noun)
        if not noun or not right.startswith("的"):
            return None
        if _EXTENT.fullmatch(core) or (place.figure.dimension != "money" and _EXTENT.search(core)):
            return Reading(noun + core, place.left, right, noun=noun)  # 全长3046公里的|生态屏障
        if place.figure.dimension != "money":
            return None
        became = _BECAME.match(core)
        if became:
            self.subject = became["who"] + became["measure"]  # 宁东基地成为西部首个产值|超过2000亿元的园区
            return Reading(self.subject, place.left, right, noun=noun)
        core = _SET_UP.sub("", core) or core
        core = core if words.MEASURE_ONLY.match(core) else re.sub(r"^.*等(?=[^等]+$)|^域内|^年", "", core)
        if not words.MEASURE_ONLY.match(core):
            return None
        self.subject = noun
        return Reading(with_measure(noun, core), place.left, right, noun=noun)

    def together(self, place: Place, core: str) -> Reading | None:
        """7.8万户、|22.9万人稳定消除风险: what is said behind the second holds for the first."""
        served = _SERVED.fullmatch(place.right) if not core and place.figure.surface == "人" else None
        if served:
            scheme = self._scheme(place)
            return Reading(f"{scheme}{place.right}人数", place.left, place.right, carried=True)
        unit = words.PEOPLE_UNITS.get(place.figure.surface)
        if core or not unit or not place.follows or place.right not in ("、", "和", "，"):
            return None
        after = self.figures[place.index + 1]
        deed = words.DEED.match(self.text[after.span.end : place.end])
        if deed is None or after.dimension != "count":
            return None
        return Reading(deed["deed"] + unit, place.left, place.right)

    def _scheme(self, place: Place) -> str:
        """What the people are in: 2147个县实施养老保险试点，1334万人|参保."""
        for reading in reversed(self.readings[: place.index]):
            tried = re.search(r"(?:实施|开展|推行)(?P<what>.+?)试点", reading.name)
            if tried:
                return tried["what"]
        return stem(self.subject) if self.subject and "人数" not in self.subject else ""

    def _graded(self, place: Place, noun: str) -> str:
        """8个国家级、13个省级|区域医疗中心: what the last of the grades is said of."""
        at = place.index
        while _GRADE.fullmatch(noun) and at + 1 < len(self.figures):
            at += 1
            beyond = self.place(at)
            if not LIST_MARK.match(self.text[self.figures[at - 1].span.end :][len(noun) :][:1]):
                break
            other = right_noun(beyond.right, beyond.follows)
            grade = re.match(rf"{_GRADE.pattern}|区域级", other)
            if grade is None:
                break
            if len(other) > grade.end():
                return noun + other[grade.end() :]
        return noun

    @staticmethod
    def _said_of(right: str, noun: str) -> str:
        """What the share of a noun does: 90%的煤矿|达到安全标准."""
        rest = right[right.find(noun) + len(noun) :]
        aim = PURPOSE.match(rest)
        deed = words.DEED.match(rest)
        if deed and not words.BARE_DEED.match(deed["deed"]):
            return re.sub(r"(?:的|了)$", "", deed["deed"])
        return aim.group() if aim else ""

    def _deed(self, place: Place, noun: str) -> str:
        """What the clause goes on to say of the things counted: 8所院校|入选“双高计划”."""
        at = place.right.find(noun)
        if at < 0:
            return ""
        rest = place.right[at + len(noun) :]
        if place.follows or "、" in rest:
            rest, mark, beyond = rest.partition("、")
            goes_on = (
                not beyond
                or INCREASE_HEAD.match(beyond)
                or ACTION_HEAD.match(beyond)
                or _PREDICATED.match(beyond)
            )
            if place.follows and not (mark and goes_on):
                return ""
            rest = rest if goes_on else place.right[at + len(noun) :]
        m = words.DEED.match(rest)
        if m is None or words.BARE_DEED.match(m["deed"]):
            return ""
        return re.sub(r"(?:的|了)$", "", m["deed"])

    def _share_deed(self, place: Place, deed: str) -> None:
        """A、B入选…: what is said of the last of a list holds for all of it."""
        for reading, figure in zip(
            reversed(self.readings), reversed(self.figures[: place.index]), strict=True
        ):
            if figure.span.start < place.start or not reading.attributive or reading.verb:
                return
            if not re.fullmatch(r"[、和]?", reading.right.removeprefix(reading.noun)):
                return
            reading.name, reading.verb = deed + reading.noun, deed
            if not reading.left.startswith(("、", "和")) and reading.left:
                return

    def _kept_verb(self, place: Place, core: str, noun: str) -> str:
        """The verb before a counted noun that belongs to its name: 新增, 打通, 治理, but not 完成."""
        stripped = place.left.strip(LEAD_MARKS).rstrip("了约共近超")
        increase = INCREASE_TAIL.search(stripped)
        if increase:
            return re.sub(r"了|各类|一批$", "", increase.group())
        graded = _MADE_LIST.match(stripped)
        if graded:
            return graded["verb"] + (graded["grade"] or "")  # 获批创建国家级甘味生猪、高原夏菜|2个产业集群
        several = INCREASE_HEAD.match(stripped)
        if several and _NAMED_LIST.match(stripped[several.end() :]):
            return several.group()  # 新增炳灵寺、官鹅沟|3家景区
        if _WHO.match(core) and not ACTION_HEAD.match(core) and not INCREASE_HEAD.match(core):
            return core
        action = ACTION_TAIL.search(stripped)
        if action:
            verb = action.group().removesuffix("了")
            idle = verb in ("建设", "出台", "发展", "组织") or len(verb) == 1
            return "" if idle or (verb in ("支持", "开工") and re.search("项目|工程", noun)) else verb
        if place.listed or (place.left[:1] == "、" and not core):
            return self.verb
        short = 2 <= len(core) <= 8 and not re.search(r"[、，]", core) and not noun.startswith(core)
        return joinable(core) if short and not LIGHT_TAIL.search(stripped) else ""

    def _shares_noun(self, place: Place, core: str) -> bool:
        """True where the noun stands behind the next figure: 四批|308项政策, 出台43条、|16条举措."""
        if not place.follows:
            return False
        if place.right in ("、", "和"):
            return is_verbal(core) and self.figures[place.index + 1].surface == place.figure.surface
        if place.right:
            return False
        sorted_ = place.figure.surface in ("大类", "批", "类", "方面")
        return bool(sorted_ or not core or LIGHT_TAIL.search(place.left) or is_verbal(core))

    def _noun_beyond(self, place: Place) -> str:
        """四批308项政策举措, 58个亿元以上重点项目: the noun stands behind the next figure."""
        after = self.figures[place.index + 1]
        third = place.index + 2 < len(self.figures) and self.figures[place.index + 2].span.start < place.end
        stop = self.figures[place.index + 2].span.start if third else place.end
        noun = right_noun(self.text[after.span.end : stop], third)
        return after.span.of(self.text) + noun if noun and after.dimension == "money" else noun

    def _noun_behind(self, place: Place) -> str:
        """23个投资额百亿元以上重大项目: the noun behind the size of what is counted."""
        after = self.figures[place.index + 1]
        third = place.index + 2 < len(self.figures) and self.figures[place.index + 2].span.start < place.end
        stop = self.figures[place.index + 2].span.start if third else place.end
        return right_noun(self.text[after.span.end : stop], third)
