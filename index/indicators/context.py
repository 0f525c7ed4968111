"""When a figure holds and whether it was reached or is aimed at: from the chapter, then the sentence, then the clause."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import cache
from typing import Final

from index.indicators.model import Status
from index.report import Report, Section
from index.text import Span

_FIVE_YEARS: Final = {
    "十三五": (2016, 2020),
    "十四五": (2021, 2025),
    "十五五": (2026, 2030),
    "十六五": (2031, 2035),
}
_YEAR: Final = re.compile(r"(?<!\d)(20\d\d)\s?年")
_REVIEW: Final = re.compile(r"回顾|过去|成绩|成就|总结|工作情况|新进展|新成效|取得|一年来|五年来")
_FIRM_REVIEW: Final = re.compile(r"回顾|取得|成就|成效|进展|成绩|总结|过去|年来")
_FIRM_PLAN: Final = re.compile(
    r"目标|安排|任务|部署|要求|今年|做好|打算|建议|奋力|开好局|重点工作|主要工作|年工作"
)
_NOTES: Final = re.compile(r"名词解释|注释|名词说明|附件|有关用语|用语说明|指标解释")
_PROMISES: Final = re.compile(r"实事|清单|任务|项目|目标")
"""An annex that promises (附件1 2026年省十件民生实事) is no list of explanations."""
_PLAN_NAME: Final = re.compile(r"[“\"]?(十[三四五六]五)[”\"]?(?!规划)")
_PAST_YEAR: Final = re.compile(r"过去一年|一年来|过去的一年|去年|刚刚过去的")
_THIS_YEAR: Final = re.compile(r"今年|新的一年")
_CLAUSE_YEAR: Final = re.compile(
    r"(?:^|[，。；：、（(“”]|到|至|截至|在|今年|预计|力争|[^\d比较自从是按以]{1})(20\d\d)\s?年(底|末)?(?![—\-~至到]|以来|前|远景|[^，。；]{0,4}(?:的[\d.]+倍|增长))"
)
_PAST_IN_PLAN: Final = re.compile(
    r"(?<![比较])去年|目前(?:已|全)|已(?:建成|达|有|经|完成|累计|全面|连续)|一年来|回顾"
)
_BOUND_YEAR: Final = re.compile(
    r"(?<![比较是为于])(?:从|由|自|[到至])((?:19|20)\d\d)\s?年(?:底|末)?的?(?:约|超过?|近)?$"
)
"""从2002年|1288亿元 增加到2007年的|3664亿元: the year that stands before the figure is its own."""
_FIVE_LOCAL: Final = re.compile(r"五年累计|5年累计|五年(?:共|新[增设建培引登]|分别|增长|平均|建成)|五年年均")


@dataclass(frozen=True, slots=True)
class Moment:
    """A period and whether its figures are reached or aimed at."""

    period: str
    status: Status


def before(moment: Moment) -> Moment:
    """The moment that a change in ``moment`` starts from: the year before it, or before its first year."""
    first = moment.period[:4]
    return Moment(str(int(first) - 1), Status.ACTUAL) if first.isdigit() else moment


@dataclass(frozen=True, slots=True)
class Chapters:
    """The moments of a report by sentence, and the year of its plan."""

    year: int
    moments: dict[str, Moment | None]

    def moment(self, sentence_id: str, text: str, at: int) -> Moment | None:
        """The moment of the figure at ``at`` in a sentence; None where figures are only explained."""
        chapter = self.moments.get(sentence_id)
        if chapter is None:
            return None
        window = max(0, at - 300)
        clause = re.split(r"[。；]", text[window:at])[-1]
        bound = _BOUND_YEAR.search(clause)
        if bound is not None:
            year = int(bound[1])
            return Moment(str(year), Status.TARGET if year >= self.year else Status.ACTUAL)
        named = _named_year(clause, self.year)
        if named is not None:
            return named
        if chapter.status is Status.TARGET:
            if _PAST_IN_PLAN.search(clause.rsplit("，", 1)[-1]):
                return Moment(str(self.year - 1), Status.ACTUAL)
            if _THIS_YEAR.search(clause) and "-" in chapter.period and "今年" in clause:
                return Moment(str(self.year), Status.TARGET)
        elif _FIVE_LOCAL.search(clause):
            return Moment(f"{self.year - 5}-{self.year - 1}", Status.ACTUAL)
        return chapter


def _named_year(clause: str, plan_year: int) -> Moment | None:
    found = None
    for m in _CLAUSE_YEAR.finditer(clause):
        year = int(m[1])
        before = clause[max(0, m.start(1) - 2) : m.start(1)]
        if re.search(r"[比较自从是为]$", before) or re.match(
            r"年[^，。；]{0,3}(?:以来|的)", clause[m.end(1) :]
        ):
            continue
        found = Moment(str(year), Status.TARGET if year >= plan_year else Status.ACTUAL)
    return found


def report_year(report: Report) -> int:
    """The year the report plans for: told by its chapter headings, its front matter or its title."""
    planned: list[int] = []
    reviewed: list[int] = []
    for section in report.sections:
        for year in map(int, _YEAR.findall(section.title)):
            past = _REVIEW.search(section.title) and not re.search("目标|任务|安排", section.title)
            (reviewed if past else planned).append(year)
    if planned and reviewed and max(planned) > max(reviewed):
        return max(planned)
    if report.year is not None:
        return report.year
    if reviewed:
        return max(reviewed) + 1
    if planned:
        return max(planned)
    years = [int(y) for y in _YEAR.findall(report.text[:600])]
    return max(years, default=0)


def read_chapters(report: Report) -> Chapters:
    """Goes through the report once and notes for each sentence the moment its chapter and paragraph speak of."""
    year = report_year(report)
    moments: dict[str, Moment | None] = {}
    cues = _cues(year)
    for section, span in _parts(report):
        moment: Moment | None = cues.actual if section is None else _chapter_moment(section, year)
        default = moment
        told = section is not None and bool(_YEAR.search(section.title) or _PLAN_NAME.search(section.title))
        inner = ""
        first, last = (bisect_left(report.sentence_starts, at) for at in (span.start, span.end))
        for sentence in report.sentences[first:last]:
            text = sentence.span.of(report.text)
            path = report.section_path(sentence.span.start)
            sub = path[1].id if len(path) > 1 else ""
            if sub != inner:
                inner = sub
                title = path[1].title if sub else ""
                moment = _sub_moment(title, moment, default, cues, told=told)
            heading = any(text.rstrip().endswith(part.title) for part in path)
            if moment is not None and default is not None and not heading:
                opens = sentence.span.start == 0 or report.text[sentence.span.start - 1] == "\n"
                if opens and moment == cues.past and default.status is Status.TARGET:
                    moment = default  # what a plan says of the past ends with its paragraph
                moment = _shift(text, moment, default, cues)
            moments[sentence.id] = moment
    return Chapters(year, moments)


def _parts(report: Report) -> list[tuple[Section | None, Span]]:
    """The top-level sections and whatever lies before the first of them."""
    first = report.sections[0].span.start if report.sections else len(report.text)
    parts: list[tuple[Section | None, Span]] = [(None, Span(0, first))]
    parts.extend((section, section.span) for section in report.sections)
    return parts


def _chapter_moment(section: Section, year: int) -> Moment | None:
    title = section.title
    if _NOTES.search(title) and not _PROMISES.search(title):
        return None
    review = _REVIEW.search(title)
    plans = _PLAN_NAME.findall(title)
    years = [int(y) for y in _YEAR.findall(title)]
    if years and max(years) < year and (review or "目标" not in title):
        if plans and title.index(plans[0]) < title.index(str(years[0])):
            return Moment("{}-{}".format(*_FIVE_YEARS[plans[0]]), Status.ACTUAL)
        return Moment(str(max(years)), Status.ACTUAL)
    if plans and not years and re.search(r"开好局|起好步|开局", title):
        return Moment(str(year), Status.TARGET)
    if plans and not years:
        first, last = _FIVE_YEARS[plans[0]]
        return Moment(f"{first}-{last}", Status.ACTUAL if last < year else Status.TARGET)
    if plans and years and title.index(plans[0]) < title.index(str(years[0])):
        first, last = _FIVE_YEARS[plans[0]]
        return Moment(f"{first}-{last}", Status.ACTUAL if last < year else Status.TARGET)
    if years and max(years) >= year:
        return Moment(str(max(years)), Status.TARGET)
    firm = _FIRM_PLAN.search(title)
    if review and not (firm and firm.start() < review.start()) and (not firm or _FIRM_REVIEW.search(title)):
        return Moment(str(year - 1), Status.ACTUAL)
    if re.search("五年规划", title):
        return Moment(f"{year}-{year + 4}", Status.TARGET)
    return Moment(str(year), Status.TARGET)


def _sub_moment(
    title: str, moment: Moment | None, default: Moment | None, cues: Cues, *, told: bool
) -> Moment | None:
    if default is None:
        return None
    plans = _PLAN_NAME.findall(title)
    if plans:
        first, last = _FIVE_YEARS[plans[0]]
        return cues.past if last < int(cues.target.period) else Moment(f"{first}-{last}", Status.TARGET)
    if _YEAR.search(title):
        years = [int(y) for y in _YEAR.findall(title)]
        return cues.target if max(years) >= int(cues.target.period) else cues.actual
    if default.status is Status.TARGET and moment is not None and moment.status is Status.TARGET:
        return moment if default.period == cues.coming.period or not told else default
    return moment if moment is not None else default


def _shift(text: str, moment: Moment, default: Moment, cues: Cues) -> Moment:
    """The moment after the cue words at the head of a sentence."""
    head = text[:40]
    if moment.status is Status.ACTUAL and cues.turns.match(text):
        return cues.coming
    if moment.status is Status.TARGET and default.status is Status.TARGET and cues.looks_back.match(text):
        return cues.past
    if moment.status is Status.ACTUAL:
        if cues.aims.search(text):
            return cues.target
        found = ((cues.past_five, cues.past), (_PAST_YEAR, cues.actual), (cues.last_year, cues.actual))
        reach = len(head)
    else:
        found = ((cues.next_five, cues.coming), (_THIS_YEAR, cues.target), (cues.this_year, cues.target))
        reach = 12
    hits = [(m.start(), to) for pattern, to in found if (m := pattern.search(head)) and m.start() <= reach]
    return min(hits, key=lambda hit: hit[0])[1] if hits else moment


@dataclass(frozen=True, slots=True)
class Cues:
    """The moments of a report that plans for one year, and the words that lead to each."""

    actual: Moment
    target: Moment
    past: Moment
    coming: Moment
    past_five: re.Pattern[str]
    next_five: re.Pattern[str]
    last_year: re.Pattern[str]
    this_year: re.Pattern[str]
    turns: re.Pattern[str]
    looks_back: re.Pattern[str]
    aims: re.Pattern[str]


@cache
def _cues(year: int) -> Cues:
    """The five-year plan that ended with the year before, and the one that begins, give the names to look for."""
    ended = next((n for n, (_, last) in _FIVE_YEARS.items() if last == year - 1), "")
    begins = next((n for n, (first, _) in _FIVE_YEARS.items() if first >= year), "")
    first, last = _FIVE_YEARS.get(begins, (year, year + 4))
    past = rf"|[“\"]?{ended}[”\"]?(?:时期|期间|以来|五年|的五年|发展|累计)" if ended else ""
    coming = rf"|[“\"]?{begins}[”\"]?(?:时期|期间|末|发展|主要|经济|规划期)" if begins else ""
    lead = r"^\s*(?:（[一二三四五六七八九十]+）|[一二三四五六]是)?"
    return Cues(
        Moment(str(year - 1), Status.ACTUAL),
        Moment(str(year), Status.TARGET),
        Moment(f"{year - 5}-{year - 1}", Status.ACTUAL),
        Moment(f"{first}-{last}", Status.TARGET),
        re.compile(rf"五年来|过去五年|这五年|过去的五年|五年间|五年累计|5年来{past}"),
        re.compile(rf"未来五年|今后五年|到{last}年{coming}"),
        re.compile(
            rf"^\s*(?:（[一二三四五]）|——)?(?:刚刚过去的|过去的|回顾|回首)*{year - 1}\s?年(?![^，。；]*\d)"
        ),
        re.compile(rf"(?<!\d){year}\s?年"),
        re.compile(
            rf"{lead}(?:今后五年|未来五年|围绕上述目标|《(?:规划)?《?纲要|《规划|(?:根据|按照)[^，。]{{0,40}}五年规划(?:的)?建议{coming})"
        ),
        re.compile(rf"{lead}(?:过去五年|这五年|五年来{past})(?!.{{0,40}}(?:预期目标|主要目标))"),
        re.compile(rf"^[^，。]{{0,12}}(?:今年|{year}年)[^，。]{{0,30}}(?:预期目标|目标是|总体要求)"),
    )
