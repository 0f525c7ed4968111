"""What the comparison window shows, as plain lines: a list on the left, a table and a chart for the chosen one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import partial
from typing import TYPE_CHECKING, Final

from desktop.chart.series import Panel, panels_of
from desktop.wording import kind_word, language, noted, said, tr, unit_word
from index.comparison import Comparison, Outcome, Source, Verdict, across_places, outcomes, pairs
from index.comparison.files import Record, outcome_records, place_records
from index.comparison.sources import in_common_unit
from index.gazetteer import english_place
from index.report import Report

if TYPE_CHECKING:
    from index.indicators import Indicator

_VERDICTS: Final = {
    Verdict.MET: ("✓", noted("met")),
    Verdict.CLOSE: ("≈", noted("close")),
    Verdict.NOT_MET: ("✗", noted("not met")),
    Verdict.CANNOT_SAY: ("?", noted("cannot say")),
}
_BEFORE_VALUES: Final = 4
"""Columns of an outcome before its two values: the verdict, two names, the kind."""


@dataclass(frozen=True, slots=True)
class Figure:
    """An indicator of a report, to be opened."""

    report: Report
    indicator: Indicator

    @property
    def key(self) -> str:
        """Tells it from the figures of all other reports."""
        return f"{self.report.id}:{self.indicator.id}"


@dataclass(frozen=True, slots=True)
class Line:
    """A row: a text for each column, what to sort by, the figure behind each column, and how it is to look."""

    cells: tuple[str, ...]
    keys: tuple[tuple[object, ...], ...]
    figures: tuple[Figure | None, ...]
    tip: str = ""
    verdict: Verdict | None = None


@dataclass(frozen=True, slots=True)
class Topic:
    """An entry of the list: what it is called, what is said of it, and its table.

    ``records`` makes what an export holds of it; ``name`` is the Chinese name of an indicator across places.
    """

    title: str
    subtitle: str
    search: str
    heads: tuple[str, ...]
    lines: tuple[Line, ...]
    summary: str
    panels: tuple[Panel, ...]
    records: Callable[[], list[Record]]
    name: str = ""


def place_word(place: str) -> str:
    """A place in the language of the interface."""
    return english_place(place) if language() == "en" else place


def verdict_words(verdict: Verdict) -> str:
    """``✓ met``: a sign and a word, so that the colour is never alone."""
    sign, word = _VERDICTS[verdict]
    return f"{sign} {tr(word)}"


# --- targets


def target_topics(sources: Iterable[Source]) -> list[Topic]:
    """One entry for each place and year whose targets the next report answers."""
    found = ((earlier, later, outcomes(earlier, later)) for earlier, later in pairs(sources))
    topics = [_target_topic(earlier, later, each) for earlier, later, each in found if each]
    return sorted(topics, key=lambda topic: topic.title)


def _target_topic(earlier: Source, later: Source, found: tuple[Outcome, ...]) -> Topic:
    year = earlier.report.year
    counts = {v: sum(o.verdict is v for o in found) for v in Verdict}
    summary = tr("{met} of {all} met").format(met=counts[Verdict.MET], all=len(found))
    others = [f"{n} {tr(_VERDICTS[v][1])}" for v, n in counts.items() if n and v is not Verdict.MET]
    heads = (
        tr("Verdict"), *_name_heads(), tr("Kind"), tr("{year} target").format(year=year), tr("{year} reached").format(year=year)
    )  # fmt: skip
    return Topic(
        title=f"{place_word(earlier.report.place)} {year}",
        subtitle=summary,
        search=f"{earlier.report.place} {english_place(earlier.report.place)} {year}".casefold(),
        heads=heads,
        lines=tuple(_outcome_line(earlier.report, later.report, o) for o in found),
        summary=" · ".join([summary, *others]),
        panels=panels_of(
            (
                (_name(o.target), [_shown(earlier.report, o.target), _shown(later.report, o.actual)])
                for o in found
            ),
            language(),
        ),
        records=partial(outcome_records, earlier, found),
    )


def _outcome_line(earlier: Report, later: Report, outcome: Outcome) -> Line:
    target, actual = Figure(earlier, outcome.target), Figure(later, outcome.actual)
    names = _names(outcome.target)
    kind = kind_word(str(outcome.target.kind))
    order = list(_VERDICTS).index(outcome.verdict)
    return Line(
        cells=(verdict_words(outcome.verdict), *names, kind, said(outcome.target), said(outcome.actual)),
        keys=(
            (order,),
            *((n,) for n in names),
            (kind,),
            _value_key(outcome.target),
            _value_key(outcome.actual),
        ),
        figures=(actual,) * _BEFORE_VALUES + (target, actual),
        tip="\n".join((outcome.why, _quoted(target), _quoted(actual))),
        verdict=outcome.verdict,
    )


# --- places


def place_topics(sources: Sequence[Source]) -> list[Topic]:
    """One entry for each indicator that several places state."""
    return [_place_topic(each) for each in across_places(sources)]


def _place_topic(comparison: Comparison) -> Topic:
    zh = language() == "zh"
    title = comparison.name if zh else comparison.name_en
    measure = {"stock": tr("in all"), "flow": tr("in the period")}.get(
        comparison.measure, kind_word(comparison.measure)
    )
    places = tr("{n} places").format(n=len(comparison.entries))
    unit = "" if comparison.unit in ("count", "") else unit_word(comparison.unit)
    other = comparison.name_en if zh else comparison.name
    heads = (
        tr("Rank"), tr("Place"), tr("{year} reached").format(year=comparison.year - 1),
        tr("{year} target").format(year=comparison.year),
    )  # fmt: skip
    return Topic(
        title=title,
        subtitle=" · ".join(part for part in (other, measure, places) if part),
        search=f"{comparison.name} {comparison.name_en}".casefold(),
        heads=heads,
        lines=tuple(_place_lines(comparison)),
        summary=" · ".join(part for part in (other, measure, unit, places) if part),
        panels=panels_of(
            (
                (place_word(e.place), [_shown(e.report, i) for i in (e.actual, e.target) if i is not None])
                for e in comparison.entries
            ),
            language(),
        ),
        records=partial(place_records, comparison),
        name=comparison.name,
    )


def _place_lines(comparison: Comparison) -> Iterable[Line]:
    for entry in comparison.entries:
        actual = Figure(entry.report, entry.actual) if entry.actual else None
        target = Figure(entry.report, entry.target) if entry.target else None
        either = actual or target
        yield Line(
            cells=(
                str(entry.rank or "–"),
                place_word(entry.place),
                said(entry.actual) if entry.actual else "–",
                said(entry.target) if entry.target else "–",
            ),
            keys=(
                (entry.rank == 0, entry.rank),
                (place_word(entry.place),),
                _value_key(entry.actual),
                _value_key(entry.target),
            ),
            figures=(either, either, actual, target),
            tip="\n".join(_quoted(f) for f in (actual, target) if f is not None),
        )


# --- common


def _name_heads() -> tuple[str, str]:
    return ("Indicator", "指标") if language() == "en" else ("指标", "Indicator")


def _name(indicator: Indicator) -> str:
    return indicator.name_en if language() == "en" else indicator.name


def _names(indicator: Indicator) -> tuple[str, str]:
    pair = (indicator.name_en, indicator.name)
    return pair if language() == "en" else (pair[1], pair[0])


def _value_key(indicator: Indicator | None) -> tuple[object, ...]:
    """Missing values last; within a unit by value, a fall below zero."""
    if indicator is None:
        return (True, "", Decimal(0))
    quantity = in_common_unit(indicator)
    return (False, quantity.unit, quantity.value * indicator.sign)


def _shown(report: Report, indicator: Indicator) -> Indicator:
    """The indicator with an id that is its own among all reports, in the unit that all are drawn in."""
    return replace(indicator, id=Figure(report, indicator).key, quantity=in_common_unit(indicator))


def _quoted(figure: Figure) -> str:
    """The sentence of a figure with its report."""
    sentence = figure.report.sentence_at(figure.indicator.span.start)
    words = sentence.span.of(figure.report.text).strip() if sentence else figure.indicator.text
    short = words if len(words) <= 160 else words[:157] + "…"
    return f"{figure.report.title}: {short}"
