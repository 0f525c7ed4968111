"""One indicator across places: last year's result and this year's target side by side, ranked."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from index.comparison.sources import Source, in_common_unit, unit_class, usable
from index.indicators.catalogue import unscoped
from index.indicators.english import english_name
from index.indicators.link import key
from index.indicators.model import Indicator, Status
from index.indicators.relations import group
from index.report import Report


@dataclass(frozen=True, slots=True)
class Entry:
    """One place in a comparison; ``actual`` or ``target`` may be missing. ``rank`` is 0 without a result."""

    report: Report
    actual: Indicator | None
    target: Indicator | None
    rank: int = 0

    @property
    def place(self) -> str:
        """The place that the report is of."""
        return self.report.place


@dataclass(frozen=True, slots=True)
class Comparison:
    """One indicator across places, the highest result first; places without a result stand last, unranked.

    ``year`` is the year that the reports plan; results are of the year before. ``measure`` is that of
    ``index.indicators.relations.group``, ``unit`` a unit key or ``count``.
    """

    name: str
    name_en: str
    measure: str
    unit: str
    year: int
    entries: tuple[Entry, ...]


_Cells = dict[str, dict[Status, Indicator]]


def across_places(sources: Sequence[Source], name: str = "", least: int = 2) -> tuple[Comparison, ...]:
    """The indicators that at least ``least`` places state, those of most places first.

    ``name`` asks for some of them by a Chinese or English name or a part of one. All reports are to plan the same
    year: reports of other years than most have are left out, and so are reports without place or year.
    """
    sources = _of_one_year(sources)
    tables: dict[tuple[str, str, str], _Cells] = defaultdict(dict)
    reports = {s.report.place: s.report for s in sources}
    for source in sources:
        year = source.report.year or 0
        for indicator in source.indicators:
            when = str(year if indicator.status is Status.TARGET else year - 1)
            if indicator.period != when or not usable(indicator):
                continue
            table = tables[key(indicator.name), group(indicator), unit_class(indicator)]
            table.setdefault(source.report.place, {}).setdefault(indicator.status, indicator)
    made = [_comparison(k, cells, reports) for k, cells in tables.items() if len(cells) >= least]
    if name:
        made = [c for c in made if _is_asked(c, name)]
    return tuple(sorted(made, key=lambda c: (-len(c.entries), c.name, c.measure)))


def _is_asked(comparison: Comparison, name: str) -> bool:
    asked = name.strip().casefold()
    return (
        key(name.strip()) == key(comparison.name)
        or asked in comparison.name.casefold()
        or asked in comparison.name_en.casefold()
    )


def _of_one_year(sources: Sequence[Source]) -> list[Source]:
    """The reports of the year that most have, the latest of these years; one for each place."""
    years = Counter(s.report.year for s in sources if s.report.year)
    if not years:
        return []
    common = max(years, key=lambda y: (years[y], y))
    kept: dict[str, Source] = {}
    for source in sources:
        if source.report.year == common and source.report.place:
            kept.setdefault(source.report.place, source)
    return list(kept.values())


def _comparison(table: tuple[str, str, str], cells: _Cells, reports: dict[str, Report]) -> Comparison:
    _, measure, unit = table
    entries = [
        Entry(reports[place], cell.get(Status.ACTUAL), cell.get(Status.TARGET))
        for place, cell in cells.items()
    ]
    title = _title(i.name for cell in cells.values() for i in cell.values())
    year = entries[0].report.year or 0
    return Comparison(
        title, english_name(title)[0], measure, unit, year, _ranked(entries, low_first=measure == "rank")
    )


def _title(names: Iterable[str]) -> str:
    """What most reports call it, without the words that only say whose it is."""
    counts = Counter(unscoped(name) for name in names)
    return max(counts, key=lambda name: (counts[name], len(name), name))


def _ranked(entries: Sequence[Entry], *, low_first: bool) -> tuple[Entry, ...]:
    """The highest first, equal results with one rank."""
    ordered = sorted(entries, key=lambda e: (e.actual is None, _order(e.actual, low_first), e.place))
    ranked: list[Entry] = []
    for n, entry in enumerate(ordered, start=1):
        before = ranked[-1] if ranked else None
        if entry.actual is None:
            rank = 0
        elif before and before.actual and _order(before.actual, low_first) == _order(entry.actual, low_first):
            rank = before.rank
        else:
            rank = n
        ranked.append(replace(entry, rank=rank))
    return tuple(ranked)


def _order(indicator: Indicator | None, low_first: bool) -> Decimal:
    if indicator is None:
        return Decimal(0)
    quantity = in_common_unit(indicator)
    value = quantity.value if quantity.upper is None else (quantity.value + quantity.upper) / 2
    value *= indicator.sign
    return value if low_first else -value
