"""How far two figures of one indicator are apart, from the earlier to the later."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from index.indicators.model import Indicator, Kind, Status
from index.indicators.relations import Relation, group, is_stock, is_yearly_average, relation
from index.quantities import Qualifier

_POINTS: Final = frozenset({"%", "pp", "fraction"})
_MANY: Final = Decimal(10)


@dataclass(frozen=True, slots=True)
class Difference:
    """From the earlier figure to the later.

    ``unit`` is ``pp`` (percentage points), ``%`` (of the earlier value), ``times`` (the later over the earlier) or
    ``places`` (of a ranking, positive upwards). ``approximate`` where either figure is about, over or a range.
    """

    value: Decimal
    unit: str
    approximate: bool = False

    @property
    def text(self) -> str:
        """``−0.4 pp``, ``≈ +12.3 %``, ``×3.2``, ``+2 places``."""
        lead = "≈ " if self.approximate else ""
        if self.unit == "times":
            return f"{lead}×{_short(self.value)}"
        sign = "+" if self.value > 0 else "−" if self.value < 0 else "±"
        return f"{lead}{sign}{_short(abs(self.value))} {self.unit}"


def difference(one: Indicator, other: Indicator) -> Difference | None:
    """The difference of two linked figures; None where they may not be compared by value.

    Percentages differ by points, amounts and counts by a share of the earlier one, ranks by places. A figure of
    five years is set against one of a single year only where it is a stock.
    """
    if relation(one, other) not in (Relation.COUNTERPART, Relation.SERIES) or group(one) != group(other):
        return None
    earlier, later = sorted((one, other), key=_when)
    if _when(earlier) == _when(later) or not _of_one_length(earlier, later):
        return None
    first, second = _signed(earlier), _signed(later)
    rough = any(
        i.quantity.qualifier is not Qualifier.EXACT or i.quantity.upper is not None for i in (one, other)
    )
    if earlier.kind is Kind.RANK and later.kind is Kind.RANK:
        return Difference(first - second, "places", rough)
    units = {earlier.quantity.unit, later.quantity.unit}
    if units <= _POINTS:
        return Difference(_percent(second, later) - _percent(first, earlier), "pp", rough)
    if len(units) > 1 or first <= 0:
        return None
    if second / first >= _MANY:
        return Difference(second / first, "times", rough)
    return Difference((second - first) / first * 100, "%", rough)


def _when(indicator: Indicator) -> tuple[str, int]:
    return indicator.period[-4:], int(indicator.status is Status.TARGET)


def _of_one_length(one: Indicator, other: Indicator) -> bool:
    if ("-" in one.period) == ("-" in other.period) or (is_stock(one) and is_stock(other)):
        return True
    long = one if "-" in one.period else other
    return long.kind in (Kind.LEVEL, Kind.SHARE, Kind.RATIO, Kind.RANK) or is_yearly_average(long)


def _signed(indicator: Indicator) -> Decimal:
    """The value with its direction; of a range the middle."""
    quantity = indicator.quantity
    value = quantity.value if quantity.upper is None else (quantity.value + quantity.upper) / 2
    return value * indicator.sign


def _percent(value: Decimal, indicator: Indicator) -> Decimal:
    return value * 100 if indicator.quantity.unit == "fraction" else value


def _short(value: Decimal) -> str:
    places = Decimal(1) if value >= 100 else Decimal("0.1") if value >= 1 else Decimal("0.01")
    text = f"{value.quantize(places):,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
