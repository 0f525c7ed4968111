"""Which indicators the table shows, and in what order."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSortFilterProxyModel

from desktop.itemmodels.indicators import ROW_ROLE, Column, Index, IndicatorRow, IndicatorsModel, sort_key
from desktop.wording import when_and_what
from index.variants import fold

if TYPE_CHECKING:
    from index.indicators import Indicator


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the table shall show; an empty field asks for nothing."""

    words: str = ""
    status: str = ""
    linked: bool = False
    chapter: str = ""
    kind: str = ""
    unit: str = ""

    @property
    def narrowed(self) -> int:
        """How many of the filters of the menu are set."""
        return sum(1 for value in (self.chapter, self.kind, self.unit) if value)


class IndicatorsFilter(QSortFilterProxyModel):
    """Filters by words in either language and script, chapter, kind, status and unit."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.wanted = Wanted()
        self._words: tuple[str, ...] = ()
        self._folded: dict[str, str] = {}

    def set_wanted(self, wanted: Wanted) -> None:
        """Show only what has all that is asked for."""
        self.wanted, self._words = wanted, tuple(fold(wanted.words).split())
        self.invalidate()

    def filterAcceptsRow(self, source_row: int, source_parent: Index) -> bool:
        """True for rows that have all that is asked for."""
        del source_parent
        model = self.sourceModel()
        row = model.rows[source_row] if isinstance(model, IndicatorsModel) else None
        if row is None:
            return False
        i, wanted = row.indicator, self.wanted
        asked = (
            (wanted.status, str(i.status)),
            (wanted.kind, str(i.kind)),
            (wanted.unit, i.quantity.unit),
            (wanted.chapter, row.chapter),
        )
        if any(value and value != has for value, has in asked) or (wanted.linked and not row.counterparts):
            return False
        return not self._words or all(word in self._text_of(i) for word in self._words)

    def _text_of(self, indicator: Indicator) -> str:
        """All that can be looked for, folded; kept, because it is asked for at every key."""
        words = " ".join((indicator.name, indicator.name_en, indicator.text, when_and_what(indicator)))
        if words not in self._folded:
            self._folded[words] = fold(words)
        return self._folded[words]

    def lessThan(self, left: Index, right: Index) -> bool:
        """The order of two rows in the sorted column."""
        a, b = left.data(ROW_ROLE), right.data(ROW_ROLE)
        if not isinstance(a, IndicatorRow) or not isinstance(b, IndicatorRow):
            return False
        column = Column(left.column())
        return sort_key(a, column) < sort_key(b, column)
