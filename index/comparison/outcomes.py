"""What became of a year's targets: a report set against the next one of the same place.

Two figures are compared only where name, measure, unit and scope are the same; an amount is never set against what was
added to it, a part never against the whole. Which of several statements counts: the one under the same name, else the
first in the order of the text, because reports state their headline first.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum
from typing import Final

from index.comparison.sources import Source, in_common_unit, same_scope, unit_class, usable
from index.indicators.link import key
from index.indicators.model import Indicator, Kind, Status
from index.indicators.relations import comparable, group
from index.indicators.spoken import in_english
from index.quantities import Qualifier, Quantity

_LOW_IS_GOOD: Final = re.compile(
    r"失业率|能耗|排放|浓度|事故|死亡|不良|赤字|负债|成本|时间|电价|信访|案件|收入比|倍差|水耗|用水量|劣[ⅤV五]类"
)
_NEITHER: Final = re.compile(r"居民消费价格|CPI|物价")
"""Targets that are neither floor nor ceiling: prices shall rise by about 2 %."""
_POINTS: Final = Decimal("0.1")
_PART: Final = Decimal("0.01")
"""How far from about a figure may be: a tenth of a point, one percent of an amount."""


class Verdict(StrEnum):
    """What became of a target."""

    MET = "met"
    CLOSE = "close"
    NOT_MET = "not met"
    CANNOT_SAY = "cannot say"


@dataclass(frozen=True, slots=True)
class Outcome:
    """A target of one report and the figure of the next one that tells what was reached; ``why`` in English."""

    target: Indicator
    actual: Indicator
    verdict: Verdict
    why: str


def pairs(sources: Iterable[Source]) -> Iterator[tuple[Source, Source]]:
    """Reports of one place a year apart, the earlier first, by place and year."""
    known: dict[tuple[str, int], Source] = {}
    for source in sources:
        report = source.report
        if report.place and report.year:
            known.setdefault((report.place, report.year), source)
    for place, year in sorted(known):
        later = known.get((place, year + 1))
        if later is not None:
            yield known[place, year], later


def outcomes(earlier: Source, later: Source) -> tuple[Outcome, ...]:
    """What became of the targets of ``earlier``, told by the report of the next year of the same place.

    In the order of the earlier text; empty where the two are of different places or not a year apart.
    """
    first, second = earlier.report, later.report
    if not first.place or first.place != second.place or not first.year or second.year != first.year + 1:
        return ()
    period = str(first.year)
    reached: dict[str, list[Indicator]] = defaultdict(list)
    for actual in _wanted(later, Status.ACTUAL, period):
        reached[key(actual.name)].append(actual)
    found: list[Outcome] = []
    seen: set[tuple[str, str, str]] = set()
    for target in _wanted(earlier, Status.TARGET, period):
        measure = (key(target.name), group(target), unit_class(target))
        if measure in seen:
            continue
        best = _best(target, reached.get(measure[0], ()))
        if best is not None:
            seen.add(measure)
            found.append(Outcome(target, best, *judge(target, best)))
    return tuple(found)


def _wanted(source: Source, status: Status, period: str) -> Iterator[Indicator]:
    return (i for i in source.indicators if i.status is status and i.period == period and usable(i))


def _best(target: Indicator, reached: Sequence[Indicator]) -> Indicator | None:
    one = replace(target, sentence_id=f"earlier {target.sentence_id}")  # ids are those of another report
    fitting = [
        actual
        for actual in reached
        if group(actual) == group(target)
        and unit_class(actual) == unit_class(target)
        and same_scope(target.name, actual.name)
        and comparable(one, actual)
    ]
    return next((i for i in fitting if i.name == target.name), fitting[0] if fitting else None)


def judge(target: Indicator, actual: Indicator) -> tuple[Verdict, str]:
    """Whether ``actual`` reaches ``target``, and why.

    A target is a floor, or a ceiling where less is better or the words say at most. A miss by no more than a tenth of
    a point or one percent counts as met for a target of about so much, and as close else. What has an open end on the
    better side (over 5 %) and does not reach the target by its number proves nothing.
    """
    words = f"aimed at {in_english(target.quantity)}, reached {in_english(actual.quantity)}"
    if _NEITHER.search(target.name):
        return Verdict.CANNOT_SAY, f"{words}; a price target is neither a floor nor a ceiling"
    low_is_good = _low_is_good(target)
    aim = _bound(in_common_unit(target), upper=low_is_good)
    got = _bound(in_common_unit(actual), upper=low_is_good)
    room = _POINTS if target.quantity.unit in ("%", "pp") else abs(aim) * _PART
    short = got - aim if low_is_good else aim - got
    if short <= 0 or (target.quantity.qualifier is Qualifier.ABOUT and short <= room):
        return Verdict.MET, words
    better = (Qualifier.UP_TO, Qualifier.NEARLY) if low_is_good else (Qualifier.OVER, Qualifier.AT_LEAST)
    if actual.quantity.qualifier in better:
        return Verdict.CANNOT_SAY, f"{words}; the result is only bounded"
    return (Verdict.CLOSE if short <= room else Verdict.NOT_MET), words


def _low_is_good(target: Indicator) -> bool:
    if target.kind is Kind.RANK:
        return True
    if target.kind is Kind.GROWTH and target.direction == "down":
        return False  # a cut of at least so much
    return _LOW_IS_GOOD.search(target.name) is not None or target.quantity.qualifier is Qualifier.UP_TO


def _bound(quantity: Quantity, *, upper: bool) -> Decimal:
    """Of a range the end that has to be reached at least."""
    if quantity.upper is None:
        return quantity.value
    return max(quantity.value, quantity.upper) if upper else min(quantity.value, quantity.upper)
