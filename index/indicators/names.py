"""What each figure of a sentence measures: its name, carried over clauses, lists and 分别."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from operator import itemgetter
from typing import Final

from index.indicators import words
from index.indicators.model import Figure
from index.indicators.phrases import (
    INCREASE_HEAD,
    LEAD_MARKS,
    bracket_start,
    clause_bounds,
    clean_left,
    clean_tail,
    right_noun,
    split_list,
    stem,
    with_measure,
)
from index.indicators.readings import (
    ACTION_TAIL,
    FROM,
    INCREASE_TAIL,
    LIGHT_TAIL,
    LIST_MARK,
    Place,
    Reading,
    is_verbal,
    joinable,
    right_wins,
)

_RESPECTIVELY: Final = re.compile(r"分别|各自")
_ACTION_HEAD: Final = re.compile(
    rf"^(?:{words.ACTION})(?!额|量|率|值|费|资金|村|镇|贷款|机构|基地|中心|用地|局|者|型|业|力|区|面积|品|学|债|券|社|场|专项|成本)"
)
_TOTALS: Final = re.compile(r"^(?:其)?(?:总数|总量|总规模|存量|总人数|累计|总户数|总计|合计|保有量)$")
_RANK_ENDING: Final = re.compile(r"(?:第[\d一二三四五六七八九十]+位?|首位|第一|前[\d十]+位?)$")
_SCOPE_ONLY: Final = (
    r"(?:全国|全省|全球|世界|亚洲|(?:中国)?(?:西部|中部|东部|东北)(?:地区)?|国内|省内|全区|同类城市)"
)
_HELD: Final = re.compile(
    r"(?:稳定在|稳定占|保持在|约?占|达到?)(?P<whole>全国|全省|全区|全球|世界)(?:总量)?的?$"
)
"""产量稳定在全国|1/4: a share, although no 占 says so."""
_SIZE: Final = re.compile(
    r"^(?:年?总?投资额?|年?产值|年?营收|年?主营业务收入|年?营业收入|经济总量|规模|产业规模)(?:超过?|达到?|在|约)*$"
)
_REACHES: Final = re.compile(r"(?:累计|总计|合计|达到?|增至|增加到|总数)(?:约|超过?|近|了)*$")
_KEPT_UP: Final = re.compile(r"^(?:稳定在|保持|达到|实现|超过|突破|完成|无|未|零|没有)[^，。；]{2,24}$")
_RECIPIENT: Final = re.compile(r"(?:为|向|给|对|帮助)$")
_VERB_ALONE: Final = re.compile(rf"(?:{words.ACTION}|废止|采纳|办复|立案|结案|通过|审结)")
_VERB_FIRST: Final = re.compile(rf"(?:共|累计)?(?:{words.ACTION}|受理|立案)(?P<what>[^，。；、]{{3,}})$")
_PLACES: Final = re.compile(r"^(?:床位|学位|托位)数?$")
_HOUSES: Final = re.compile(r"(?:机构|医院|学校|幼儿园|中心|院)$")
_BOUND: Final = re.compile(r"(?:总投资额?|投资额|年?产值|年?营收|规模)$")
_AN_ORDER: Final = re.compile(
    r"第[\d一二三四五六七八九十]|首位|榜首|全国|全省|前列|领先|最[低高优好]|位居|居"
)


def read_names(
    text: str, figures: tuple[Figure, ...], subject_before: str = "", topic: str = ""
) -> list[Reading]:
    """A reading for each figure of one sentence, in order.

    ``subject_before`` is the subject of the sentence before, ``topic`` what the paragraph is about; they serve
    where the sentence starts with a bare 增长 or 产值.
    """
    reader = _SentenceReader(text, figures, subject_before, topic)
    reader.read()
    return reader.readings


@dataclass(slots=True)
class _SentenceReader:
    """Reads the figures of one sentence from left to right and remembers what later clauses leave out."""

    text: str
    figures: tuple[Figure, ...]
    subject: str
    topic: str
    group: list[str] = field(default_factory=list)
    verb: str = ""
    bounds: list[tuple[int, int]] = field(default_factory=list)
    readings: list[Reading] = field(default_factory=list)

    def read(self) -> None:
        """Fills ``readings``."""
        self.bounds = clause_bounds(self.text)
        i = 0
        while i < len(self.figures):
            size = self._list_size(i)
            names = self._distribute(i, size) if size > 1 else None
            if names is None:
                self.readings.append(self._read_one(i))
                i += 1
                continue
            start, _ = self._bounds_of(self.figures[i].span.start)
            left = self.text[start : self.figures[i].span.start]
            self.readings.extend(Reading(name, left, distributed=k > 0) for k, name in enumerate(names))
            self.group, self.subject = names, names[-1]
            i += len(names)

    def _bounds_of(self, at: int) -> tuple[int, int]:
        return self.bounds[max(0, bisect_right(self.bounds, at, key=itemgetter(0)) - 1)]

    def _list_size(self, i: int) -> int:
        """How many figures from ``i`` on form one list joined by nothing but 、 or 和."""
        n = 1
        while i + n < len(self.figures):
            gap = self.text[self.figures[i + n - 1].span.end : self.figures[i + n].span.start]
            if not LIST_MARK.match(gap):
                break
            n += 1
        return n

    def _distribute(self, i: int, n: int) -> list[str] | None:
        """Names for A、B分别…x、y and for 总数分别…x、y; None where the list is of another kind."""
        start, _ = self._bounds_of(self.figures[i].span.start)
        if i and self.figures[i - 1].span.start >= start:
            start = self.figures[i - 1].span.end
        left = self.text[start : self.figures[i].span.start]
        cut = _RESPECTIVELY.search(left)
        held = _HELD.search(left) if not cut and self.figures[i].dimension == "percent" else None
        core = clean_left(left[: cut.start()] if cut else left[: held.start()] if held else left)
        share = (
            re.match(r"占(.*?)的?(?:比重)?(?:为|达到?|超过|约)?$", clean_tail(left[cut.end() :]))
            if cut
            else None
        )
        whole = share[1] if share else held["whole"] if held else ""
        suffix = f"占{whole}比重" if whole else ""
        if not core or words.MEASURE_ONLY.match(core):
            return self._distribute_back(core, n, suffix, told=cut is not None)
        both = (
            re.match(r"^(?P<lead>.*?)城乡(?P<rest>(?:居民|低保|最低生活保障).+)$", core) if n == 2 else None
        )
        if not cut and not re.search(r"[、和]", core) and not both:
            return None
        parts = split_list(core, n)
        if parts is None and (cut or both):
            parts = [both["lead"] + x + both["rest"] for x in ("城镇", "农村")] if both else [core] * n
        return None if parts is None else [p + suffix for p in parts]

    def _distribute_back(self, measure: str, n: int, suffix: str, *, told: bool) -> list[str] | None:
        """The subjects of the clause before, for 总数分别达到 or a bare 分别增长."""
        if len(self.group) == n:
            return [with_measure(stem(x) if measure else x, measure) + suffix for x in self.group]
        earlier = [stem(r.name) for r in self.readings[-n:]]
        return [with_measure(x, measure) + suffix for x in earlier] if told and len(earlier) == n else None

    def _place(self, i: int) -> Place:
        figure = self.figures[i]
        start, end = self._bounds_of(figure.span.start)
        start = bracket_start(self.text, start, figure.span.start)
        same_clause = i > 0 and self.figures[i - 1].span.start >= start
        follows = i + 1 < len(self.figures) and self.figures[i + 1].span.start < end
        left = self.text[self.figures[i - 1].span.end if same_clause else start : figure.span.start]
        right = self.text[figure.span.end : self.figures[i + 1].span.start if follows else end]
        listed = bool(same_clause and LIST_MARK.match(left))
        return Place(i, figure, start, end, same_clause, follows, left, right, listed)

    def _read_one(self, i: int) -> Reading:
        place = self._place(i)
        if place.same_clause and self.readings[-1].attributive:
            rest = place.left.removeprefix("的").removeprefix(self.readings[-1].noun)
            if not rest and not right_noun(place.right, place.follows):
                return Reading(self.readings[-1].name, place.left, place.right, carried=True)
            if not rest or rest[0] in "、和及与":
                place.left = rest[1:].removeprefix("的")
                place.listed = not place.left or place.listed
            elif self.readings[-1].noun and place.left.startswith(self.readings[-1].noun):
                if _RECIPIENT.search(self.readings[-1].left):
                    place.left = rest  # 为29个省份|保供煤炭
                told, mark, beyond = rest.rpartition("、")
                if mark and told and (INCREASE_HEAD.match(beyond) or _ACTION_HEAD.match(beyond)):
                    place.left = beyond
        if place.figure.dimension == "rank":
            return self._rank(place)
        if place.figure.dimension == "streak":
            return self._streak(place)
        if place.figure.surface == "次" and place.figure.span.of(self.text).startswith("第"):
            return Reading(place.right.strip("，") or self.subject, place.left, place.right)
        if place.same_clause and self._rises_from_before(place):
            return Reading(self.readings[-1].name, place.left, place.right, carried=True)
        core = clean_left(place.left)
        return (
            self._reach(place, core)
            or self._attributive(place, core)
            or self._elliptic(place, core)
            or self._plain(place, core)
        )

    def _rises_from_before(self, place: Place) -> bool:
        """由162个整合为123个: both are figures of one thing."""
        if not FROM.search(self.readings[-1].left) or self.readings[-1].attributive:
            return False
        risen = r"[\u4e00-\u9fff]{0,6}[到至为成](?:(?:19|20)\d\d年(?:底|末)?的?)?"
        return re.fullmatch(risen, place.left) is not None

    def _reach(self, place: Place, core: str) -> Reading | None:
        """惠及10万余户, 带动进出口415亿元: said of what the clause before tells."""
        m = words.REACH.match(core)
        if m is None or place.figure.dimension in ("percent", "rank", "streak"):
            return None
        what, noun = m["what"], right_noun(place.right, place.follows)
        if what and noun:
            return None  # 释放吉化120万吨乙烯产能: the noun after the figure names it
        what = what or noun or words.PEOPLE_UNITS.get(place.figure.surface, "")
        if not what:
            return None
        owner = self._owner(m["before"] or "", place)
        name = (owner + m["verb"] + what) if owner else (m["verb"] + what)
        if not noun:
            self.subject = name
        self.verb = m["verb"] if words.REACH_VERB.fullmatch(m["verb"]) else ""
        return Reading(
            name, place.left, place.right, attributive=bool(noun), noun=noun, verb=m["verb"], carried=True
        )

    def _owner(self, before: str, place: Place) -> str:
        """Who or what has the reach: told in the same words, or what the figure before counts."""
        if before:
            return re.sub(rf"^(?:{words.ACTION})(?=.{{3}})", "", clean_left(before))
        inside = place.index and self.figures[place.index - 1].span.start >= self._sentence_part(place.start)
        return stem(self.readings[-1].name) if inside else self._clause_subject(place.start)

    def _sentence_part(self, at: int) -> int:
        """The start of the clause before the one that starts at ``at``."""
        return self._bounds_of(max(0, at - 2))[0]

    def _attributive(self, place: Place, core: str) -> Reading | None:
        """473个老旧小区改造: the noun follows the number; a telling verb before it stays."""
        noun, right = right_noun(place.right, place.follows), place.right
        sized = place.follows and self.figures[place.index + 1].dimension == "money"
        if sized and _SIZE.match(right):
            noun = re.sub(r"^的", "", self._noun_behind(place)) or noun
        if not right and place.follows and (not core or LIGHT_TAIL.search(place.left) or is_verbal(core)):
            right = noun = self._noun_beyond(place)
        if right == "的" and place.follows and re.search(r"(?:总投资|投资|总规模)$", core):
            beyond = right_noun(self.text[self.figures[place.index + 1].span.end : place.end], False)
            if beyond:
                return Reading(beyond + core, place.left, right)
        if (
            noun
            and right.startswith("的")
            and words.MEASURE_ONLY.match(core)
            and place.figure.dimension == "money"
        ):
            self.subject = noun
            return Reading(
                with_measure(noun, core), place.left, right, noun=noun
            )  # 总投资超500亿元的新能源基地
        if not noun or not right_wins(place.left, core, place.figure, right):
            return None
        if place.figure.dimension == "percent":
            aim = re.match(r"^的(?:预期)?(?P<what>[\u4e00-\u9fff]{0,6}(?:增长|增速)(?:预期)?目标)", right)
            if aim:
                return Reading(aim["what"], place.left, right, attributive=True, noun=aim["what"])
            self.subject = noun
            name = noun if re.search(r"增长|增速|目标|降幅", noun) else noun + "占比"
            return Reading(name, place.left, right, attributive=True, noun=noun)
        if place.follows and self.figures[place.index + 1].dimension == "percent" and noun.endswith("率"):
            noun = re.sub(r"(?:水质|空气质量)?[\u4e00-\u9fff]{2}率$", "", noun) or noun
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
        return Reading(name, place.left, right, attributive=True, noun=noun, verb=verb or deed)

    def _deed(self, place: Place, noun: str) -> str:
        """What the clause goes on to say of the things counted: 8所院校|入选“双高计划”."""
        at = place.right.find(noun)
        if at < 0:
            return ""
        rest = place.right[at + len(noun) :]
        if place.follows or "、" in rest:
            rest, mark, beyond = rest.partition("、")
            goes_on = not beyond or INCREASE_HEAD.match(beyond) or _ACTION_HEAD.match(beyond)
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
        several = INCREASE_HEAD.match(stripped)
        if several and "、" in stripped and re.search(r"[一-鿿”]$", stripped):
            return several.group()  # 新增炳灵寺、官鹅沟|3家景区
        action = ACTION_TAIL.search(stripped)
        if action:
            verb = action.group().removesuffix("了")
            idle = verb in ("建设", "出台", "发展", "组织") or len(verb) == 1
            return "" if idle or (verb in ("支持", "开工") and re.search("项目|工程", noun)) else verb
        if place.listed or (place.left[:1] == "、" and not core):
            return self.verb
        short = 2 <= len(core) <= 8 and not re.search(r"[、，]", core) and not noun.startswith(core)
        return joinable(core) if short and not LIGHT_TAIL.search(stripped) else ""

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

    def _elliptic(self, place: Place, core: str) -> Reading | None:
        """A clause that leaves its subject out: 、增长11.4%; 占全省26.8%; 总数达到8家; 达到计划的148%."""
        left, right = place.left, place.right
        if place.same_clause and not left:
            return Reading(self.readings[-1].name, left, right, carried=True)
        before = self.subject or self.topic
        if place.figure.dimension == "percent":
            predicate = re.sub(r"^.*?(?=达到|完成)", "", left.rstrip("的"))
            plan = re.match(r"^(?:达到|完成|相当于|实现)(.*(?:计划|预算|目标|任务).*?)的?$", predicate)
            if plan:
                return Reading(f"{before}占{plan[1]}比重", left, right, carried=True)
        share = re.match(r"^占(?![比有地])(?P<whole>.*?)的?(?:比重|比例|份额)?$", core)
        if share:
            name = before + (f"占{share['whole']}比重" if share["whole"] else "占比")
            self.subject = name
            return Reading(name, left, right, carried=True)
        if not core and place.figure.surface.endswith("方面"):
            return Reading("方面", left, right)
        if not core:
            told = "" if place.same_clause else self._clause_subject(place.start)
            if told and not words.MEASURE_ONLY.match(told):
                self.subject = before = told
            if _REACHES.search(left):
                before = stem(before)
            return Reading(before or self._nearest_words(place), left, right, carried=True)
        if re.fullmatch(r"(?:人均)?收入(?:比值?|倍差|差距)", core):
            return Reading("城乡居民" + core, left, right, carried=True)
        again = self._done_again(place, core)
        if again:
            return Reading(again, left, right, carried=True)
        if words.MEASURE_ONLY.match(core) or (_PLACES.match(core) and _HOUSES.search(self.subject)):
            name = self._measured(place, core)
            if not _TOTALS.match(core):
                self.subject = name
            return Reading(name, left, right, carried=True)
        return None

    def _done_again(self, place: Place, core: str) -> str:
        """清理规章2300件，废止|830件: a verb alone takes the object of the verb before it."""
        if not place.index or not _VERB_ALONE.fullmatch(core) or self.readings[-1].attributive:
            return ""
        before = self.figures[place.index - 1]
        done = _VERB_FIRST.match(self.readings[-1].name)
        if before.surface != place.figure.surface or done is None:
            return ""
        return core + done["what"]

    def _sized(self, place: Place, core: str) -> str:
        """总投资超10亿元|项目50个: a size that bounds what is counted is a part of its name."""
        before = self.figures[place.index - 1] if place.index and place.same_clause else None
        if (
            before is None
            or before.dimension != "money"
            or core != place.left
            or not re.search("[^、，]{2}", core)
        ):
            return ""
        ahead = self.readings[-1]
        lead = clean_left(ahead.left)
        if ahead.attributive or not _BOUND.search(lead) or words.SUBJECT_VERB.match(core):
            return ""
        ahead.name = _BOUND.sub("", lead) + core + _BOUND.search(lead).group()  # type: ignore[union-attr]
        ahead.bound = True
        return lead + before.span.of(self.text) + core

    def _plain(self, place: Place, core: str) -> Reading:
        """The name stands before the number."""
        left, right = place.left, place.right
        sized = self._sized(place, core)
        if sized:
            self.subject = sized
            return Reading(sized, left, right)
        part = re.match(r"^(?P<name>.+?)占(?P<whole>[^占]*?)的?$", core)
        if part and place.figure.dimension == "percent" and not core.endswith(("占比", "占有率")):
            base = part["name"]
            if words.MEASURE_ONLY.match(base):
                base = self._measured(place, base)
            whole = part["whole"].removesuffix("比重").removesuffix("比例")
            self.subject = f"{base}占{whole}比重"
            return Reading(self.subject, left, right)
        joined = place.same_clause and left[:1] in ("、", "和")
        inherits = joined and self.verb and not INCREASE_HEAD.match(core) and not _ACTION_HEAD.match(core)
        name = self.verb + core if inherits else core
        head = INCREASE_HEAD.match(name)
        self.verb = head.group() if head else ""
        self.subject = name
        self.group = [*self.group, name] if joined else [name]
        return Reading(name, left, right)

    def _measured(self, place: Place, measure: str) -> str:
        """总数, 产值, 规模 of what the clause before, the sentence before or the paragraph speaks of."""
        before = self.subject if place.index or not self.topic else self.topic
        return with_measure(stem(self._clause_subject(place.start) or before or self.topic), measure)

    def _clause_subject(self, start: int) -> str:
        """The subject of the clause that ends at ``start``, if it has no figures itself."""
        if start == 0:
            return ""
        first, last = self._bounds_of(start - 1)
        after = bisect_left(self.figures, first, key=lambda figure: figure.span.start)
        if last + 1 != start or (after < len(self.figures) and self.figures[after].span.start < last):
            return ""
        clause = self.text[first:last]
        m = words.SUBJECT_VERB.search(clause, 2)
        if m:
            return clean_left(clause[: m.start()])
        listed = re.match(r"^([\u4e00-\u9fff]{2,6}?)(?:播种面积|总产|单产|产量|面积)、", clause)
        return listed[1] if listed else ""

    def _nearest_words(self, place: Place) -> str:
        """The nearest words before a figure whose subject cannot be told."""
        before = re.sub(r"[\d.%，。；、：]+", " ", self.text[: place.start]).split()
        after = self.text[place.figure.span.end :][:8].strip("，。；、")
        return (before[-1][-12:] if before else "") or after or place.figure.surface or "数值"

    def _rank(self, place: Place) -> Reading:
        """A rank: the subject stands before 居, or else the list it heads names it."""
        left, right = place.left, place.right
        m = words.RANK_VERB.search(left)
        if m is None:
            core = re.sub(rf"{_SCOPE_ONLY}+$", "", clean_left(left))
            return Reading(core or self.subject or self.topic or "排名", left, right, carried=not core)
        verb_first = not left[: m.start()].strip()
        if verb_first and place.same_clause and self.figures[place.index - 1].dimension == "streak":
            ahead = self.readings[-1]
            if ahead.left.strip(LEAD_MARKS):
                return Reading(ahead.name, left, right, carried=True)
        subject = re.sub(r"(?:均|双双|连续|再次|在|从)$", "", clean_left(left[: m.start()]))
        if subject and not re.match(r"^(?:其中|并|且|首次|我[省市区])$", subject):
            if words.MEASURE_ONLY.match(subject) or re.fullmatch(r"(?:总量|规模)和(?:增速)?", subject):
                subject += "增速" if subject.endswith("和") else ""
                measured = self._measured(place, subject)
                subject = measured if measured != subject else stem(self.subject or self.topic) + subject
            self.subject = subject
            return Reading(subject, left, right)
        scope = clean_left(m["scope"]) if m["scope"] else ""
        scope = re.sub(r"(?:排名|排行榜|榜单)?(?:中)?(?:位?居|位列|列|的|稳居|保持)$", "", scope)
        listed = re.sub(rf"^(?:{_SCOPE_ONLY}|各省)(?:地区|省份|城市|省区市)?", "", scope)
        if len(listed) >= 3:
            return Reading(scope, left, right)
        return Reading(self.subject or self.topic or scope or "排名", left, right, carried=True)

    def _streak(self, place: Place) -> Reading:
        """连续9年保持…首位: named by its subject, or by what went on."""
        following = self.figures[place.index + 1] if place.follows else None
        stop = following.span.start if following and following.dimension != "rank" else place.end
        what = self.text[place.figure.span.end : stop].strip("，、。；")
        what = re.sub(r"^(?:排名|排在|位居|居|位列|列|保持在?|实现|获(?!评)|稳居|在|以上)", "", what)
        subject = clean_left(place.left)
        if _KEPT_UP.match(rest := self.text[place.figure.span.end : place.end]) and not _AN_ORDER.search(
            rest
        ):
            self.subject = subject or self.subject
            whose = subject or ("" if place.index == 0 and len(rest) >= 6 else self.subject)
            return Reading(whose + rest, place.left, what, carried=not subject)
        if subject and not re.match(r"^(?:并|且|其中|已)$", subject):
            if not words.MEASURE_ONLY.match(subject):
                self.subject = subject
            return Reading(subject, place.left, what)
        bare = _RANK_ENDING.sub("", what)
        if self.subject and re.fullmatch(
            rf"{_SCOPE_ONLY}?|(?:保持|实现)?(?:两位数|正)?(?:增长|下降|上升|提升|回升|快速增长|较快增长)",
            bare,
        ):
            return Reading(self.subject, place.left, what, carried=True)
        return Reading(bare or what or self.subject or "连续", place.left, what)
