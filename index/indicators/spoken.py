"""A figure as an English reader would say it: RMB 1,576.03 billion, at least 350,000 people, 23rd."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from index.quantities import Qualifier, Quantity
from index.quantities.render import english_ordinal

_QUALIFIERS: Final = {
    Qualifier.EXACT: "", Qualifier.ABOUT: "about ", Qualifier.AT_LEAST: "at least ", Qualifier.OVER: "over ",
    Qualifier.NEARLY: "nearly ", Qualifier.UP_TO: "no more than ",
}  # fmt: skip
_CURRENCIES: Final = {"CNY": "RMB ", "USD": "USD ", "EUR": "EUR ", "HKD": "HKD "}
_SIGNS: Final = {"%": "%", "per mille": "‰"}
_PLURALS: Final = {
    "person": "people", "person-time": "visits", "household": "households", "country": "countries", "city": "cities",
    "company": "companies", "species": "species", "mu": "mu", "jin": "jin", "TEU": "TEU", "pp": "percentage points",
    "t": "tonnes", "km": "km", "m": "m", "m2": "m²", "m3": "m³", "km2": "km²", "kW": "kW", "kWh": "kWh", "kV": "kV",
    "head": "head", "business": "businesses", "bus": "buses", "batch": "batches", "ug/m3": "µg/m³", "PFLOPS": "PFLOPS",
    "degree": "degrees", "item": "", "": "", "times": "times",
}  # fmt: skip
_SYMBOLS: Final = frozenset(
    ["gross tonnage", *"GW GWh MW MWh kVA W V ha kg g L kL mm cm tce dan EFLOPS TB PB degC aircraft".split()]
)
_STEPS: Final = ((Decimal(10) ** 9, " billion"), (Decimal(10) ** 6, " million"))
_FROM: Final = Decimal(10) ** 7
"""Counts are written out below ten million."""
_DIGITS: Final = 4


def in_english(quantity: Quantity) -> str:
    """``quantity`` with its qualifier, magnitude and unit; digits are kept exactly or marked as about."""
    lead = _QUALIFIERS[quantity.qualifier]
    if quantity.unit == "rank":
        return (
            f"top {quantity.value:f}"
            if quantity.qualifier is Qualifier.UP_TO
            else english_ordinal(quantity.value)
        )
    if quantity.unit == "fraction":
        percent = quantity.value * 100
        short = percent.quantize(Decimal("0.1"))
        return f"{lead or ('' if short == percent else 'about ')}{_number(short, Decimal(1))}%"
    value = quantity.value
    money = _CURRENCIES.get(quantity.unit, "")
    ends = [value] if quantity.upper is None else [value, quantity.upper]
    factor, word = _scale(ends, money=bool(money))
    text = _number(value, factor)
    if quantity.upper is not None:
        text += f"–{_number(quantity.upper, factor)}"
    if money:
        return f"{lead}{money}{text}{word}"
    if quantity.unit in _SIGNS:
        return f"{lead}{text}{_SIGNS[quantity.unit]}"
    return f"{lead}{text}{word} {_unit(quantity)}".rstrip()


def _scale(ends: list[Decimal], *, money: bool) -> tuple[Decimal, str]:
    """The largest magnitude that tells the value exactly in few digits.

    Billions also above a thousand of them, as investors write: RMB 1,576.03 billion.
    """
    largest = max(ends)
    if not money and largest < _FROM:
        return Decimal(1), ""
    fitting = (
        (f, w) for f, w in _STEPS if largest >= f and all(_decimals(end / f) <= _DIGITS for end in ends)
    )
    return next(fitting, (Decimal(1), ""))


def _decimals(value: Decimal) -> int:
    exponent = value.normalize().as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def _number(value: Decimal, factor: Decimal) -> str:
    text = f"{value / factor:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _unit(quantity: Quantity) -> str:
    upper, mark, lower = quantity.unit.partition("/")
    if quantity.unit in _PLURALS:
        one = quantity.value == 1 and quantity.upper is None
        return quantity.unit if one and quantity.unit in ("person", "household") else _PLURALS[quantity.unit]
    if mark:
        above = {"CNY": "yuan", "USD": "US dollars"}.get(upper, _PLURALS.get(upper, upper))
        return f"{above} per {lower}"
    if quantity.value == 1 and quantity.upper is None:
        return quantity.unit
    return _plural(quantity.unit)


def _plural(unit: str) -> str:
    """batches, facilities, machines; what ends in an s is none."""
    if unit.endswith("s") or unit in _SYMBOLS:
        return unit
    if unit.endswith("y") and unit[-2:-1] not in "aeou":
        return unit[:-1] + "ies"
    return unit + ("es" if unit.endswith(("ch", "sh", "x")) else "s")
