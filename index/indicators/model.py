"""An indicator: one statement of a figure about the world, with its name, period and counterparts."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from index.quantities.model import Quantity
from index.text import Span


class Kind(StrEnum):
    """What sort of statement the figure makes; only like is compared with like."""

    LEVEL = "level"
    COUNT = "count"
    INCREMENT = "increment"
    TOTAL = "total"
    GROWTH = "growth"
    PP_CHANGE = "pp_change"
    SHARE = "share"
    RATIO = "ratio"
    RANK = "rank"
    RANK_CHANGE = "rank_change"
    MULTIPLE = "multiple"
    STREAK = "streak"


class Status(StrEnum):
    """Reached, or aimed at."""

    ACTUAL = "actual"
    TARGET = "target"


class Extent(StrEnum):
    """Whether a figure tells what exists at a time or what came about over a time; the two are never compared."""

    STOCK = "stock"
    FLOW = "flow"
    UNTOLD = ""


class NameSource(StrEnum):
    """Where an English name comes from; anything but the catalogue and the reader is machine-made."""

    CATALOGUE = "catalogue"
    COMPOSED = "composed"
    TRANSLATED = "translated"
    READER = "reader"


@dataclass(frozen=True, slots=True)
class Figure:
    """A numeric expression that states something, before it has a name.

    ``span`` takes in unit and qualifier words, ``number`` the number with its magnitude only; both are offsets
    in the text that was scanned. ``surface`` is the unit as written, ``dimension`` what it measures.
    """

    span: Span
    number: Span
    quantity: Quantity
    surface: str
    dimension: str
    spelled: bool = False


@dataclass(frozen=True, slots=True)
class Indicator:
    """A figure of a report.

    ``span`` and ``number`` are offsets in the report's text; ``line``, ``start`` and ``end`` place the same span in
    the text file. ``direction`` is ``up`` or ``down`` for a change (the value itself is never negative for 下降).
    ``region`` is the place that the figure is about where that is not the report's own (``nation``, ``青岛``).
    ``extent`` is what the words around the figure tell of stock and flow.
    ``links`` are the same measure in another period or status, ``related`` the other measures of the same thing.
    """

    id: str
    name: str
    name_en: str
    name_en_source: NameSource
    span: Span
    number: Span
    line: int
    start: int
    end: int
    text: str
    quantity: Quantity
    kind: Kind
    period: str
    status: Status
    base: str
    direction: str
    sentence_id: str
    section: str
    subject: str = ""
    region: str = ""
    extent: Extent = Extent.UNTOLD
    links: tuple[str, ...] = ()
    related: tuple[str, ...] = ()

    @property
    def sign(self) -> int:
        """−1 for growth that is a fall, whose value is written without a sign; 1 for everything else."""
        return -1 if self.kind is Kind.GROWTH and self.direction == "down" else 1
