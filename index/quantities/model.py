"""A quantity and the place where a text states it."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from index.text import Span


class Qualifier(StrEnum):
    """How exactly a number is meant; the words of the record format."""

    EXACT = "exact"
    ABOUT = "about"
    AT_LEAST = "at_least"
    OVER = "over"
    NEARLY = "nearly"
    UP_TO = "up_to"


class Form(StrEnum):
    """What sort of numeric expression it is; only like may be compared with like."""

    NUMBER = "number"
    MONEY = "money"
    PERCENT = "percent"
    POINTS = "points"
    ORDINAL = "ordinal"
    DATE = "date"
    FRACTION = "fraction"
    CODE = "code"


@dataclass(frozen=True, slots=True)
class Quantity:
    """An exact value in base units (yuan, persons, %), never a float.

    ``upper`` is the other end of a range. ``unit`` is a key of ``index.quantities.units`` (CNY, %, pp, mu)
    or, for counters, the Chinese word itself; empty where none is written.
    """

    value: Decimal
    unit: str = ""
    qualifier: Qualifier = Qualifier.EXACT
    upper: Decimal | None = None


@dataclass(frozen=True, slots=True)
class QuantityMention:
    """One numeric expression in a text.

    ``span`` covers qualifier words, number and unit (the span of the record format). ``core`` covers the
    number with its magnitude only; ``bare`` is core plus the closed unit (元, %, 个百分点, 亩), if there is one.
    ``counter`` is the span of a counter or noun right after the number (家, 人) that stays outside ``bare``.
    ``spelled`` is true where the number is written in Chinese numerals or English words. ``key`` identifies
    dates (``2024-01-27``, ``2024``, ``--03-05``) and codes (``5G``) which have no value to compare.
    ``tentative`` marks words that only may be numbers (一, first, slogans): a checker must not insist on them.
    """

    span: Span
    core: Span
    bare: Span
    quantity: Quantity
    form: Form = Form.NUMBER
    counter: Span | None = None
    spelled: bool = False
    key: str = ""
    tentative: bool = False
