"""Values of one indicator that do not agree: the same name, kind, period, status, unit and place, another figure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from decimal import Decimal
from typing import Final

from index.indicators.link import key
from index.indicators.model import Indicator, Kind
from index.quantities import Qualifier, Quantity

_LOOSE: Final = frozenset({Kind.INCREMENT, Kind.COUNT, Kind.STREAK, Kind.RANK_CHANGE})
"""Kinds whose figures often add up to one another or are told of parts; too little to call them a conflict."""
_BELOW: Final = frozenset({Qualifier.OVER, Qualifier.AT_LEAST})
_ABOVE: Final = frozenset({Qualifier.NEARLY, Qualifier.UP_TO})
_ABOUT: Final = Decimal("0.05")


def find_conflicts(indicators: Iterable[Indicator]) -> dict[str, tuple[str, ...]]:
    """By id, the ids of the figures that state the same thing differently. Rounding and qualifiers are no conflict."""
    alike: dict[tuple[str, ...], list[Indicator]] = defaultdict(list)
    for i in indicators:
        if i.kind not in _LOOSE and len(i.name) > 2:
            where = (str(i.kind), i.period, str(i.status), i.quantity.unit, i.region, i.base, i.direction)
            alike[(key(i.name), i.name, *where)].append(i)
    found: dict[str, list[str]] = defaultdict(list)
    for members in alike.values():
        for n, one in enumerate(members):
            for other in members[n + 1 :]:
                if one.sentence_id != other.sentence_id and not agree(one.quantity, other.quantity):
                    found[one.id].append(other.id)
                    found[other.id].append(one.id)
    return {name: tuple(others) for name, others in found.items()}


def agree(one: Quantity, other: Quantity) -> bool:
    """True where both can be the same value: equal, one a rounding of the other, or within what a qualifier allows."""
    low, high = sorted((one, other), key=lambda q: q.value)
    if low.value == high.value or one.upper is not None or other.upper is not None:
        return True
    if low.qualifier in _BELOW or high.qualifier in _ABOVE:
        return True
    if Qualifier.ABOUT in (one.qualifier, other.qualifier):
        return high.value - low.value <= abs(high.value) * _ABOUT
    return _is_rounding(one.value, other.value) or _is_rounding(other.value, one.value)


def _is_rounding(fine: Decimal, coarse: Decimal) -> bool:
    """1.58 is a rounding of 1.57603: the coarser number has fewer digits and lies within half of its last one."""
    fewer = len(coarse.normalize().as_tuple().digits) < len(fine.normalize().as_tuple().digits)
    exponent = coarse.normalize().as_tuple().exponent
    if not fewer or not isinstance(exponent, int):
        return False
    return abs(fine - coarse) <= Decimal(1).scaleb(exponent) / 2
