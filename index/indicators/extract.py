"""From a report to its indicators, linked."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from index.indicators import kinds, words
from index.indicators.context import Chapters, Moment, before, read_chapters
from index.indicators.english import english_name
from index.indicators.grammar import find_figures
from index.indicators.link import link
from index.indicators.model import Extent, Figure, Indicator, Kind
from index.indicators.names import read_names
from index.indicators.phrases import clean_left
from index.indicators.readings import Reading, rises_to
from index.indicators.regions import region_of
from index.indicators.script import in_simplified
from index.indicators.spacing import joined
from index.indicators.units import refine
from index.quantities import Qualifier
from index.report import Language, Paragraph, Report, Sentence

_PEOPLE: Final = re.compile(words.PEOPLE)
_TOPIC: Final = re.compile(
    r"^(?:[一二三四五六七八九十]+是)?(?!坚持|推动|加快|培育|拓展|发展|促进|做|提升|打造|壮大|构建|优化|推进|深化|强化|聚焦|大力|支持|引导|持续|抓|扩大|实施)([^，。；、的“”]{2,8}?(?:产业|制造业|农业|旅游业|服务业|经济))(?![一-鿿]{0,2}(?:园|带|区))"
)


def extract(report: Report) -> tuple[Indicator, ...]:
    """All indicators of a Chinese report in the order of the text, with ids ``i0``, ``i1``, ... and their links."""
    if report.language is not Language.ZH:
        return ()
    plain = in_simplified(report)
    chapters = read_chapters(plain)
    found: list[Indicator] = []
    for paragraph in plain.paragraphs:
        found.extend(_of_paragraph(plain, paragraph, chapters, len(found)))
    if plain is not report:
        found = [replace(i, text=i.span.of(report.text)) for i in found]
    return link(tuple(found))


def _of_paragraph(report: Report, paragraph: Paragraph, chapters: Chapters, count: int) -> list[Indicator]:
    found: list[Indicator] = []
    subject = topic = ""
    for sentence in paragraph.sentences:
        whole = joined(sentence.span.of(report.text))
        text = whole.text
        named = _TOPIC.match(text)
        topic = named[1] if named else topic
        figures = find_figures(text)
        if not figures:
            announced = _announced(text)
            if announced:
                subject, topic = announced, named[1] if named else ""
            continue
        readings = read_names(text, figures, subject, topic)
        kinds_here: list[Kind] = []
        for at, (figure, reading) in enumerate(zip(figures, readings, strict=True)):
            kind = kinds.classify(figure, reading)
            if at:
                kind = kinds.inherited(kind, reading, kinds_here[-1], readings[at - 1])
                adjacent = figures[at - 1].span.end == figure.span.start
                if adjacent and kind is Kind.COUNT and kinds_here[-1] in (Kind.TOTAL, Kind.INCREMENT):
                    kind = kinds_here[-1]  # 20.9万户69.3万人
            kinds_here.append(kind)
            moment = chapters.moment(sentence.id, text, figure.span.start)
            if moment is None or not _is_wanted(figure, reading):
                continue
            if at + 1 < len(figures) and rises_to(reading, readings[at + 1]):
                moment = before(moment)  # 由162个整合为123个: the first is where it started
            if at and "-" in moment.period and rises_to(readings[at - 1], reading):
                moment = replace(moment, period=moment.period.rsplit("-", 1)[-1])
            figure = _with_shared_suffix(figure, figures[at + 1 :], readings[at + 1 :], text)
            if reading.distributed:
                figure = _distributed(figure, figures[at - 1], text)
            made = _indicator(report, sentence, whole.back(figure), reading, kind, moment, count + len(found))
            if at and found and _of_one_ranking(found[-1], made):
                made = replace(made, base=found[-1].base)
            if at and found and _listed_deed(found[-1], made, reading):
                made = replace(made, extent=Extent.FLOW)
            if at and found and reading.left.startswith("、") and found[-1].sentence_id == sentence.id:
                made = _with_base_of(made, found[-1])
            found.append(made)
        subject = readings[-1].name
    return found


def _listed_deed(first: Indicator, second: Indicator, reading: Reading) -> bool:
    """培育高新技术企业2200家、|专精特新企业1000家: what the first is done with holds for the second, which is no stock."""
    return (
        reading.left[:1] in ("、", "和")
        and not kinds.clause_verb(reading)
        and first.sentence_id == second.sentence_id
        and first.extent is Extent.FLOW
        and second.extent is Extent.UNTOLD
        and {first.kind, second.kind} <= {Kind.COUNT, Kind.INCREMENT, Kind.LEVEL}
        and first.quantity.unit == second.quantity.unit
    )


def _of_one_ranking(first: Indicator, second: Indicator) -> bool:
    """由全国第12位升至第9位: who is ranked against is said once."""
    return (
        first.kind is second.kind is Kind.RANK
        and not second.base
        and (first.name, first.sentence_id) == (second.name, second.sentence_id)
    )


def _announced(text: str) -> str:
    """经营主体持续壮大。: a short sentence that says what the next is about."""
    if not 5 <= len(text) <= 16 or re.search("[，：；、“（]", text):
        return ""
    m = words.SUBJECT_VERB.search(text, 2)
    return clean_left(text[: m.start()]) if m else ""


def _with_base_of(made: Indicator, first: Indicator) -> Indicator:
    """累计完成A 1105万亩、B 1111万亩: the list is cumulative, not its first member alone."""
    alike = made.kind is first.kind or {made.kind, first.kind} <= {Kind.COUNT, Kind.LEVEL}
    if not alike or "cumulative" not in first.base or "cumulative" in made.base:
        return made
    return replace(made, base="; ".join(filter(None, (made.base, "cumulative"))))


def _is_wanted(figure: Figure, reading: Reading) -> bool:
    return bool(reading.name) or figure.surface != ""


def _distributed(figure: Figure, previous: Figure, text: str) -> Figure:
    """分别突破7亿吨、3000万标箱: the word before the first figure holds for the second too."""
    leads = previous.span.start < previous.number.start or previous.quantity.qualifier is Qualifier.OVER
    if (
        figure.quantity.qualifier is not Qualifier.EXACT
        or not leads
        or previous.span.end > previous.number.end + 8
    ):
        return figure
    if (
        not re.search(r"以上|左右|以内|余|多", previous.span.of(text))
        and previous.quantity.qualifier is not Qualifier.EXACT
    ):
        return replace(figure, quantity=replace(figure.quantity, qualifier=previous.quantity.qualifier))
    return figure


def _with_shared_suffix(
    figure: Figure, figures: tuple[Figure, ...], readings: list[Reading], text: str
) -> Figure:
    """分别稳定在3900万头、13.5亿只以上: the word behind the last figure holds for the first too."""
    if figure.quantity.qualifier is not Qualifier.EXACT or not (readings and readings[0].distributed):
        return figure
    last = next((n for n, r in enumerate(readings) if not r.distributed), len(readings)) - 1
    if not re.search(r"(?:以上|左右|以内)$", figures[last].span.of(text)):
        return figure
    return replace(figure, quantity=replace(figure.quantity, qualifier=figures[last].quantity.qualifier))


def _indicator(
    report: Report,
    sentence: Sentence,
    figure: Figure,
    reading: Reading,
    kind: Kind,
    moment: Moment,
    index: int,
) -> Indicator:
    span = figure.span.shifted(sentence.span.start)
    line, start = report.line_of(span.start)
    path = report.section_path(span.start)
    english, source = english_name(reading.name)
    if (
        not figure.surface
        and not figure.quantity.unit
        and _PEOPLE.search(reading.name)
        and figure.quantity.value >= 100
    ):
        figure = replace(figure, quantity=replace(figure.quantity, unit="person"), surface="人")
    turned = kinds.direction(kind, reading)
    unit = refine(figure.quantity.unit, reading.name)
    return Indicator(
        id=f"i{index}",
        name=reading.name,
        name_en=english,
        name_en_source=source,
        span=span,
        number=figure.number.shifted(sentence.span.start),
        line=line,
        start=start,
        end=start + span.end - span.start,
        text=span.of(report.text),
        quantity=replace(figure.quantity, unit=unit),
        kind=kind,
        period=moment.period,
        status=moment.status,
        base=kinds.base(kind, reading, turned),
        direction=turned,
        extent=kinds.extent(kind, reading),
        sentence_id=sentence.id,
        section=path[-1].title if path else "",
        subject=reading.name,
        region=region_of(reading.name, report.place),
    )
