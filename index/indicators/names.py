"""What each figure of a sentence measures: its name, carried over clauses, lists and 分别."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from index.indicators import words
from index.indicators.catalogue import is_known
from index.indicators.model import Figure
from index.indicators.owners import give_doers, give_owners, is_thin, tell_gaps, thicken
from index.indicators.parts import PartReader
from index.indicators.phrases import (
    INCREASE_HEAD,
    clause_bounds,
    clean_left,
    clean_tail,
    right_noun,
    split_list,
    stem,
    with_measure,
)
from index.indicators.readings import (
    ACTION_HEAD,
    FROM,
    LIST_MARK,
    PURPOSE,
    Place,
    Reading,
)

_RESPECTIVELY: Final = re.compile(r"分别|各自")
_TOTALS: Final = re.compile(r"^(?:其)?(?:总数|总量|总规模|存量|总人数|累计|总户数|总计|合计|保有量)$")
_HELD: Final = re.compile(
    r"(?:稳定在|稳定占|保持在|约?占|达到?)(?P<whole>全国|全省|全区|全球|世界)(?:总量)?的?$"
)
"""产量稳定在全国|1/4: a share, although no 占 says so."""
_REACHES: Final = re.compile(r"(?:累计|总计|合计|达到?|增至|增加到|总数)(?:约|超过?|近|了)*$")
_RECIPIENT: Final = re.compile(r"(?:为|向|给|对|帮助)$")
_VERB_ALONE: Final = re.compile(
    rf"(?:{words.INCREASE}|议案|建议|提案|{words.ACTION}|废止|采纳|办复|立案|结案|通过|审结)"
)
_VERB_FIRST: Final = re.compile(rf"(?:^|共|累计|已)(?:{words.ACTION}|受理|立案)(?P<what>[^，。；、]{{3,}})$")
_PLACES: Final = re.compile(r"^(?:床位|学位|托位)数?$")
_HOUSES: Final = re.compile(r"(?:机构|医院|学校|幼儿园|中心|院)$")
_BOUND: Final = re.compile(r"(?:经济总量|总投资额?|投资额|年?产值|年?营收|规模)$")
_A_NOUN: Final = re.compile(r"[县市镇村区乡]|[^、，]{2,}")
_LEVER: Final = re.compile(r"^.{0,20}(?:带动|拉动|促进|助力|推动)(?=[^，。；、]{4,}$)")
_USED_FOR: Final = re.compile(r"^用于(?P<what>[^，。；、\d]{2,10})")
_STEP_LEFT: Final = re.compile(r"^新?(?:台阶|大关|关口)(?=、)")
_RATE_OF_BOTH: Final = re.compile(r"(?:办结|办复|满意|采纳|答复|回复)率$")
_BEYOND: Final = re.compile(r"超(?:额|过)?[^，。；、]{0,6}(?:计划|目标|预算|任务)(?:目标|任务)?")
_WHOLE_PLACE: Final = frozenset("全省 全市 全区 我省 我市 我区 人均 每人".split())
_DONE_AND: Final = re.compile(
    r"^(?P<who>[^，。；、]{2,14}?)(?:[一二三]期)?(?:全面|顺利|正式|如期|成功)*(?:建成(?:投产|投用|投运|运营|通车)?|投产|投用|投运|实施|通车|竣工)、(?P<what>[^，。；、]{2,8})$"
)
_STAY: Final = re.compile(r"(?:人均|平均)(?:居住|停留|游玩)")
_HEADS: Final = re.compile(r"(?:人数|人次)$")
_BEGUN: Final = re.compile(r"(?:开工|在建|新开工|签约|基本建成|建成|竣工)$")
_DONE_THEN: Final = re.compile(r"(?:新)?(?:投产|竣工|并网|投运|完工|落地|开工(?:建设)?|基本建成)")
_FUNDS: Final = re.compile(r"(?:统筹|安排|投入|筹措|筹集|拨付|下达|落实|争取|列支)$")
_MONEY_SPENT: Final = re.compile(r"投资|投入|筹资|出资|完成投资|(?:累计|共|总|计划)投[资入]")
_MADE: Final = re.compile(
    r"^，?(?:启动)?(?:新?建设|新?建成|办好的?|改造|实施|新建|打造)(?P<what>[^，。；\d]*)"
)
_SPENT: Final = re.compile(
    r"^(?:资金)?(?P<use>(?:支持|用于|推动|推进|实施|保障|加强|加快|开展|改善|补助)[^，。；、\d]{2,30})"
)
_ATTRIBUTE: Final = re.compile(
    r"(?:年度|计划|投资|受理|问题|线索|任务)*(?:化解|达标|完成|开工|完工|落实|整改|交付|竣工|修复|消除|转化|利用|履约|办理|帮扶就业|返贫|续签|签约)率|满意度|(?:综合)?竞争力|外送能力"
)
"""Measures that nobody could place without what they are measures of."""
_SET_ALONE: Final = re.compile(r"安排|掌握|考虑|把握")
_AN_AREA: Final = re.compile(r"(?:[圈带区群]|[^城]市)(?:建设)?$")
_OWN_MEASURE: Final = re.compile(r"出口|进口|税收|投资|利润|满意率|合格率|完成率|办结率|办复率")
"""Measures that speak for themselves at the head of a sentence."""


def read_names(
    text: str, figures: tuple[Figure, ...], subject_before: str = "", topic: str = ""
) -> list[Reading]:
    """A reading for each figure of one sentence, in order.

    ``subject_before`` is the subject of the sentence before, ``topic`` what the paragraph is about; they serve
    where the sentence starts with a bare 增长 or 产值.
    """
    reader = _SentenceReader(text, figures, subject_before, topic)
    reader.read()
    give_owners(text, figures, reader.readings, reader.bounds)
    thicken(text, figures, reader.readings, reader.bounds)
    give_doers(text, figures, reader.readings, reader.bounds)
    tell_gaps(figures, reader.readings)
    return reader.readings


@dataclass(slots=True)
class _SentenceReader(PartReader):
    """Reads the figures of one sentence from left to right and remembers what later clauses leave out."""

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
            start, _ = self.bounds_of(self.figures[i].span.start)
            left = self.text[start : self.figures[i].span.start]
            self.readings.extend(Reading(name, left, distributed=k > 0) for k, name in enumerate(names))
            self.group, self.subject = names, names[-1]
            i += len(names)

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
        start, _ = self.bounds_of(self.figures[i].span.start)
        if i and self.figures[i - 1].span.start >= start:
            start = self.figures[i - 1].span.end
        left = self.text[start : self.figures[i].span.start]
        cut = _RESPECTIVELY.search(left)
        held = _HELD.search(left) if not cut and self.figures[i].dimension == "percent" else None
        core = clean_left(left[: cut.start()] if cut else left[: held.start()] if held else left)
        core = re.sub(r"^带动(?=.{4})|(?<=.{4})预计$", "", core)
        share = (
            re.match(r"占(.*?)的?(?:比重)?(?:为|达到?|超过|约)?$", clean_tail(left[cut.end() :]))
            if cut
            else None
        )
        planned = (
            re.match(
                r"^(?:完成|达到|为)(?P<plan>[^，。；]{0,6}(?:计划|目标|任务|预算))的?$", left[cut.end() :]
            )
            if cut
            else None
        )
        whole = share[1] if share else held["whole"] if held else ""
        suffix = f"占{whole}比重" if whole else f"完成{planned['plan']}比例" if planned else ""
        portion = re.match(r"^占(?P<whole>.+?)的?(?:比重|比例|份额)$", core) if cut else None
        if portion:  # A、B分别增长x、y，占规上工业比重分别提高到…
            core, suffix = "", f"占{portion['whole']}比重"
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

    def _read_one(self, i: int) -> Reading:
        place = self.place(i)
        if place.same_clause and self.readings[-1].attributive:
            rest = place.left.removeprefix("的").removeprefix(self.readings[-1].noun)
            told = rest and (rest[0] in "、，和" or clean_left(rest))
            if not told and not right_noun(place.right, place.follows):
                return Reading(self._with_size(place), place.left, place.right, carried=True)
            if not rest or rest[0] in "、和及与":
                place.left = rest[1:].removeprefix("的")
                place.listed = not place.left or place.listed
            elif self.readings[-1].noun and place.left.startswith(self.readings[-1].noun):
                if _RECIPIENT.search(self.readings[-1].left):
                    place.left = rest  # 为29个省份|保供煤炭
                told, mark, beyond = rest.rpartition("、")
                if mark and told and (INCREASE_HEAD.match(beyond) or ACTION_HEAD.match(beyond)):
                    place.left = beyond
        if place.figure.dimension == "rank":
            return self.rank(place)
        if place.figure.dimension == "streak":
            return self.streak(place)
        if place.figure.surface == "次" and place.figure.span.of(self.text).startswith("第"):
            return Reading(place.right.strip("，") or self.subject, place.left, place.right)
        if place.same_clause and self._rises_from_before(place):
            return Reading(self.readings[-1].name, place.left, place.right, carried=True)
        place.left = _STEP_LEFT.sub("", place.left)
        if place.figure.surface in ("金", "银", "铜"):
            return self._medal(place)
        core = clean_left(place.left)
        core = "" if core in _WHOLE_PLACE else core
        if place.same_clause and self._merged_into(place):
            return Reading(self.readings[-1].name, place.left, place.right, carried=True)
        funded = self._funded(place, core)
        if funded:
            return Reading(funded, place.left, place.right)
        return (
            self.together(place, core)
            or self._reach(place, core)
            or self.attributive(place, core)
            or self._elliptic(place, core)
            or self._plain(place, core)
        )

    def _medal(self, place: Place) -> Reading:
        """在巴黎奥运会上勇夺4金: the games and the metal."""
        clause = self.text[place.start : place.figure.span.start]
        games = re.search(r"(?:^|[在于])(?P<games>[^，。；、在于]{2,16}?(?:会|赛))(?!员)", clause)
        name = (games["games"] if games else self.subject) + place.figure.surface + "牌"
        return Reading(name, place.left, place.right)

    def _with_size(self, place: Place) -> str:
        """亿元以上|项目904个: the size of what is counted stays in its name."""
        before, ahead = self.figures[place.index - 1], self.readings[-1]
        size = before.span.of(self.text)
        bounded = before.dimension == "money" and size.endswith(("以上", "级"))
        if bounded and ahead.noun:
            self.subject = ahead.name.removesuffix(ahead.noun) + size + ahead.noun
            return self.subject
        return ahead.name

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
        inside = place.index and self.figures[place.index - 1].span.start >= self.sentence_part(place.start)
        if inside and not is_thin(self.readings[-1].name):
            return re.sub(r"^.*等(?=.{4})", "", stem(self.readings[-1].name))
        return self.clause_subject(place.start) or self.object_before(place.start)

    def _elliptic(self, place: Place, core: str) -> Reading | None:
        """A clause that leaves its subject out: 、增长11.4%; 占全省26.8%; 总数达到8家; 达到计划的148%."""
        left, right = place.left, place.right
        if place.same_clause and not left:
            return Reading(self.readings[-1].name, left, right, carried=True)
        before = self.subject or self.topic
        if place.same_clause and _SET_ALONE.fullmatch(core):
            core = ""
        if _BEYOND.fullmatch(core):
            return Reading(f"{before}{core}", left, right, carried=True)
        plan = self._of_plan(place, before) if place.figure.dimension == "percent" else None
        if plan is not None:
            return plan
        share = re.match(r"^占(?![比有地])(?P<whole>.*?)的?(?:比重|比例|份额)?$", core)
        if share:
            name = before + (f"占{share['whole']}比重" if share["whole"] else "占比")
            self.subject = name
            return Reading(name, left, right, carried=True)
        if not core and place.figure.surface.endswith("方面"):
            return Reading("方面", left, right)
        if not core:
            return self._carried(place, before)
        if re.fullmatch(r"(?:人均)?收入(?:比值?|倍差|差距)", core):
            return Reading("城乡居民" + core, left, right, carried=True)
        alike = place.index and self.figures[place.index - 1].surface == place.figure.surface
        if alike and _DONE_THEN.fullmatch(core) and _BEGUN.search(self.readings[-1].name):
            return Reading(_BEGUN.sub(core, self.readings[-1].name), left, right)  # 新能源开工…、投产
        stay = _STAY.fullmatch(core)
        if stay:
            measure = "天数" if place.figure.surface == "天" else "时间"
            return Reading(_HEADS.sub("", before) + core + measure, left, right, carried=True)
        again = self._done_again(place, core)
        if again:
            return Reading(again, left, right, carried=True)
        if self._is_measure_of_subject(place, core):
            name = self.measured(place, core)
            if not _TOTALS.match(core):
                self.subject = name
            return Reading(name, left, right, carried=True)
        return None

    def _of_plan(self, place: Place, before: str) -> Reading | None:
        """达到计划的148%: measured against what was planned."""
        predicate = re.sub(r"^.*?(?=达到|完成)", "", place.left.rstrip("的"))
        plan = re.match(r"^(?:达到|完成|相当于|实现)(.*(?:计划|预算|目标|任务).*?)的?$", predicate)
        if plan:
            return Reading(f"{before}占{plan[1]}比重", place.left, place.right, carried=True)
        return None

    def _funded(self, place: Place, core: str) -> str:
        """筹措7亿元|实施就业惠民工程: money that is named by what it is for."""
        built = self._built_for(place, core)
        if built:
            return built
        spent = _SPENT.match(place.right) if place.figure.dimension == "money" else None
        funds = _FUNDS.search(place.left.strip()) if spent else None
        if spent is None or (funds is None and not core.endswith("资金")):
            return ""
        return (core if core.endswith("资金") else f"{funds.group()}资金" if funds else "") + spent["use"]

    def _built_for(self, place: Place, core: str) -> str:
        """投资|250亿元建设…4个绿电园区, 投入|125亿元办好40件民生实事: the money is named by what it makes."""
        made = (
            _MADE.match(place.right)
            if place.figure.dimension == "money" and _MONEY_SPENT.fullmatch(core)
            else None
        )
        if made is None:
            return ""
        if place.follows:
            after = self.place(place.index + 1)
            noun = right_noun(after.right, after.follows)
            return (
                noun.removeprefix("群众急难愁盼") + core if noun and after.figure.dimension == "count" else ""
            )
        what = made["what"].split("、", 1)[0].removesuffix("等")
        return (what + core) if 3 <= len(what) <= 20 else ""

    def _merged_into(self, place: Place) -> bool:
        """188个园区整合优化为|120个: what became of the things counted before."""
        noun = re.escape(self.readings[-1].noun)
        became = rf"{noun}(?:整合|优化|压减|精简|合并|归并|撤并|调整)+[为至到成]"
        return bool(noun) and re.fullmatch(became, place.left) is not None

    def _carried(self, place: Place, before: str) -> Reading:
        """A figure whose clause says nothing but the change: its subject stands before."""
        left, right = place.left, place.right
        used = _USED_FOR.match(right) if place.figure.dimension == "percent" and before else None
        if used:
            return Reading(f"{before}用于{used['what']}比重", left, right, carried=True)
        told = "" if place.same_clause else self.clause_subject(place.start)
        if told and not words.MEASURE_ONLY.match(told):
            self.subject = before = told
        if _REACHES.search(left):
            before = stem(before)
        return Reading(before or self.nearest_words(place), left, right, carried=True)

    def _is_measure_of_subject(self, place: Place, core: str) -> bool:
        if _ATTRIBUTE.fullmatch(core) and self.subject and place.index and not is_known(core):
            return True
        if core == "经济总量" and not place.same_clause:
            return _AN_AREA.search(self.clause_subject(place.start)) is not None
        if not place.index and _OWN_MEASURE.fullmatch(core) and not self.topic:
            return False
        return bool(words.MEASURE_ONLY.match(core) or (_PLACES.match(core) and _HOUSES.search(self.subject)))

    def _done_again(self, place: Place, core: str) -> str:
        """清理规章2300件，废止|830件: a verb alone takes the object of the verb before it."""
        if not place.index or not _VERB_ALONE.fullmatch(core) or self.readings[-1].attributive:
            return ""
        paper = re.match(r"^(?P<whose>.+)(?:议案|建议|提案)$", self.readings[-1].name)
        if paper and core in ("建议", "提案", "议案"):
            return paper["whose"] + core
        before = self.figures[place.index - 1]
        done = _VERB_FIRST.search(self.readings[-1].name)
        if before.surface != place.figure.surface or done is None:
            return ""
        return core + done["what"]

    def _sized(self, place: Place, core: str) -> str:
        """总投资超10亿元|项目50个: a size that bounds what is counted is a part of its name."""
        before = self.figures[place.index - 1] if place.index and place.same_clause else None
        if (
            before is None
            or before.dimension != "money"
            or core != clean_tail(place.left.removeprefix("的"))
            or not _A_NOUN.fullmatch(core)
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
        if place.figure.dimension in ("percent", "multiple", "points") or "助力" in core:
            core = _LEVER.sub("", core)
        if place.figure.dimension in ("percent", "multiple", "points"):
            aim = PURPOSE.match(right)
            if aim and place.figure.dimension == "percent":
                return Reading(f"{core}{aim.group()}比重", left, right)
            part_of = self.part_that(place, core)
            if part_of:
                return Reading(part_of, left, right)
        sized = self._sized(place, core)
        if sized:
            self.subject = sized
            return Reading(sized, left, right)
        part = re.match(r"^(?P<name>.+?)占(?P<whole>[^占]*?)的?$", core)
        if part and place.figure.dimension == "percent" and not core.endswith(("占比", "占有率")):
            base = part["name"]
            if words.MEASURE_ONLY.match(base):
                base = self.measured(place, base)
            whole = part["whole"].removesuffix("比重").removesuffix("比例")
            self.subject = f"{base}占{whole}比重" if whole else f"{base}占比"
            return Reading(self.subject, left, right)
        done = _DONE_AND.match(core)
        if done:
            self.subject = done["who"] + done["what"]  # 益阳电厂三期建成投产、总装机
            return Reading(self.subject, left, right)
        core = self.part_of_many(place, core)
        joined = place.same_clause and left[:1] in ("、", "和")
        core = self.measured_alike(place, self.graded_alike(self.acted_alike(core))) if joined else core
        inherits = joined and self.verb and not INCREASE_HEAD.match(core) and not ACTION_HEAD.match(core)
        name = self.verb + core if inherits else core
        head = INCREASE_HEAD.match(name)
        self.verb = head.group() if head else ""
        self.subject = name
        self.group = [*self.group, name] if joined else [name]
        return Reading(name, left, right)
