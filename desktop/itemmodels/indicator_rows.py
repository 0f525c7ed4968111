"""The rows of the indicators table: a figure, its counterparts, and how far they are apart."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.wording import when_and_what

if TYPE_CHECKING:
    from index.indicators import Indicator
    from index.indicators.difference import Difference


@dataclass(frozen=True, slots=True)
class IndicatorRow:
    """An indicator and its counterparts, in the order of the text; ``chapter`` is the title of its top section."""

    order: int
    indicator: Indicator
    counterparts: tuple[Indicator, ...]
    chapter: str = ""
    apart: Difference | None = None

    @property
    def counterpart(self) -> Indicator | None:
        """The nearest counterpart."""
        return self.counterparts[0] if self.counterparts else None


def make_rows(
    indicators: Iterable[Indicator], chapter_of: Callable[[Indicator], str] | None = None
) -> tuple[IndicatorRow, ...]:
    """The rows of the table."""
    from index.indicators.difference import difference

    known = {i.id: i for i in indicators}
    rows = []
    for order, i in enumerate(known.values()):
        others = tuple(known[other] for other in i.links if other in known)
        apart = difference(i, others[0]) if others else None
        rows.append(IndicatorRow(order, i, others, chapter_of(i) if chapter_of else i.section, apart))
    return tuple(rows)


def difference_words(row: IndicatorRow) -> str:
    """``−0.4 pp``, ``+2 places``; empty where nothing may be compared."""
    from desktop.wording import tr

    if row.apart is None:
        return ""
    return row.apart.text.replace("places", tr("places"))


def counterpart_words(row: IndicatorRow) -> str:
    """All counterparts with their periods, in one line."""
    return "; ".join(f"{c.text} ({when_and_what(c)})" for c in row.counterparts)
