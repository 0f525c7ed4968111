"""What a chart of indicators shows: for each unit its figures, each with its periods. No Qt."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from index.indicators.model import Status
from index.indicators.relations import Relation, group, relation

if TYPE_CHECKING:
    from index.indicators import Indicator

MOST: Final = 16
"""Names in one chart; more cannot be read."""
_SCALES: Final = {
    "zh": ((Decimal(10) ** 12, "万亿"), (Decimal(10) ** 8, "亿"), (Decimal(10) ** 4, "万")),
    "en": ((Decimal(10) ** 12, "trillion"), (Decimal(10) ** 9, "billion"), (Decimal(10) ** 6, "million"),
           (Decimal(10) ** 3, "thousand")),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Bar:
    """One figure; ``low`` and ``high`` are the ends of a range, both ``value`` else; a fall is negative."""

    indicator: Indicator
    value: Decimal
    low: Decimal
    high: Decimal

    @property
    def is_target(self) -> bool:
        """True for what is aimed at."""
        return self.indicator.status is Status.TARGET


@dataclass(frozen=True, slots=True)
class Row:
    """One name with its bars, the earliest first."""

    name: str
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class Panel:
    """Rows of one measure and unit; values are divided by ``scale``, whose word is ``magnitude``."""

    unit: str
    measure: str
    rows: tuple[Row, ...]
    scale: Decimal
    magnitude: str


def make_panels(ids: Iterable[str], known: Mapping[str, Indicator], language: str) -> tuple[Panel, ...]:
    """The panels for the selected indicators and what they are linked to; ``language`` is ``zh`` or ``en``.

    Two units never share an axis, nor do two sorts of measure. At most ``MOST`` names are shown.
    """
    taken: set[str] = set()
    drawn: list[tuple[str, list[Indicator]]] = []
    count = 0
    for one in ids:
        indicator = known.get(one)
        if indicator is None or one in taken or count == MOST:
            continue
        alike = [indicator, *(known[o] for o in indicator.links if o in known and _fits(indicator, known[o]))]
        alike = _one_for_each_time(alike)
        taken.update(i.id for i in alike)
        drawn.append((indicator.name_en if language == "en" else indicator.name, alike))
        count += 1
    return panels_of(drawn, language)


def panels_of(drawn: Iterable[tuple[str, list[Indicator]]], language: str) -> tuple[Panel, ...]:
    """Panels of names with their figures, which are of one unit and measure for each name."""
    rows: dict[tuple[str, str], list[Row]] = {}
    for name, figures in drawn:
        bars = tuple(_bar(i) for i in sorted(figures, key=_when))
        rows.setdefault((figures[0].quantity.unit, _measure(figures[0])), []).append(Row(name, bars))
    return tuple(_panel(unit, measure, found, language) for (unit, measure), found in rows.items())


def _fits(one: Indicator, other: Indicator) -> bool:
    alike = one.quantity.unit == other.quantity.unit and _measure(one) == _measure(other)
    return alike and relation(one, other) in (Relation.COUNTERPART, Relation.SERIES)


def _measure(indicator: Indicator) -> str:
    return group(indicator) or str(indicator.kind)


def _one_for_each_time(alike: list[Indicator]) -> list[Indicator]:
    kept: dict[tuple[str, str], Indicator] = {}
    for indicator in alike:
        kept.setdefault((indicator.period, str(indicator.status)), indicator)
    return list(kept.values())


def _when(indicator: Indicator) -> tuple[str, str, str]:
    return indicator.period[-4:], indicator.period, str(indicator.status)


def _bar(indicator: Indicator) -> Bar:
    quantity = indicator.quantity
    sign = indicator.sign
    low, high = quantity.value * sign, (quantity.value if quantity.upper is None else quantity.upper) * sign
    return Bar(indicator, (low + high) / 2, min(low, high), max(low, high))


def _panel(unit: str, measure: str, rows: list[Row], language: str) -> Panel:
    largest = max(abs(bar.high) for row in rows for bar in row.bars)
    scale, magnitude = Decimal(1), ""
    if unit not in ("%", "pp", "rank", "times", "year", "fraction"):
        least = Decimal(10) ** 4
        fitting = ((s, w) for s, w in _SCALES[language] if largest >= s and largest >= least)
        scale, magnitude = next(fitting, (Decimal(1), ""))
    return Panel(unit, measure, tuple(rows), scale, magnitude)
