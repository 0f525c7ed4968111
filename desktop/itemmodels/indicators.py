"""Indicators as a table that can be sorted and filtered."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
)

from desktop.wording import base_value, kind_word, tr, when_and_what
from index.variants import fold

if TYPE_CHECKING:
    from index.indicators import Indicator

Index = QModelIndex | QPersistentModelIndex
INDICATOR_ROLE: Final = int(Qt.ItemDataRole.UserRole) + 1
ROW_ROLE: Final = INDICATOR_ROLE + 1


class Column(IntEnum):
    """The columns of the table."""

    NAME = 0
    VALUE = 1
    PERIOD = 2
    COUNTERPART = 3


@dataclass(frozen=True, slots=True)
class IndicatorRow:
    """An indicator and its counterparts, in the order of the text."""

    order: int
    indicator: Indicator
    counterparts: tuple[Indicator, ...]


def make_rows(indicators: Iterable[Indicator]) -> tuple[IndicatorRow, ...]:
    """The rows of the table."""
    known = {i.id: i for i in indicators}
    return tuple(
        IndicatorRow(order, i, tuple(known[other] for other in i.links if other in known))
        for order, i in enumerate(known.values())
    )


_SHOWN: Final[dict[Column, Callable[[IndicatorRow], str]]] = {
    Column.NAME: lambda row: row.indicator.name,
    Column.VALUE: lambda row: row.indicator.text,
    Column.PERIOD: lambda row: when_and_what(row.indicator),
    Column.COUNTERPART: lambda row: "; ".join(f"{c.text} ({when_and_what(c)})" for c in row.counterparts),
}


class IndicatorsModel(QAbstractTableModel):
    """All indicators of the report."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[IndicatorRow, ...] = ()
        self._places: dict[str, int] = {}

    @property
    def rows(self) -> tuple[IndicatorRow, ...]:
        """All rows, in the order of the text."""
        return self._rows

    def set_rows(self, rows: tuple[IndicatorRow, ...]) -> None:
        """Show the indicators of another report."""
        self.beginResetModel()
        self._rows = rows
        self._places = {row.indicator.id: i for i, row in enumerate(rows)}
        self.endResetModel()

    def row_of(self, indicator: str) -> int:
        """The row of an indicator, -1 where it is unknown."""
        return self._places.get(indicator, -1)

    def rowCount(self, parent: Index | None = None) -> int:
        """How many indicators there are."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index | None = None) -> int:
        """As many as ``Column`` has."""
        return 0 if parent is not None and parent.isValid() else len(Column)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """A cell, or the row itself."""
        if not index.isValid() or not 0 <= index.row() < len(self._rows):
            return None
        row = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return _SHOWN[Column(index.column())](row)
        if role == Qt.ItemDataRole.ToolTipRole:
            return _explained(row)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{row.indicator.name_en}, {row.indicator.text}, {when_and_what(row.indicator)}"
        if role == INDICATOR_ROLE:
            return row.indicator
        return row if role == ROW_ROLE else None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """The names of the columns."""
        if orientation != Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        names = (tr("Indicator"), tr("Value"), tr("Period"), tr("Counterpart"))
        return names[section] if 0 <= section < len(names) else None


def _explained(row: IndicatorRow) -> str:
    i = row.indicator
    lines = [
        i.name,
        i.name_en,
        f"{i.text}  {base_value(i)}",
        f"{when_and_what(i)} · {kind_word(str(i.kind))}",
    ]
    lines.extend(f"↔ {when_and_what(c)}: {c.text}" for c in row.counterparts)
    return "\n".join(line for line in lines if line)


class IndicatorsFilter(QSortFilterProxyModel):
    """Filters by words and status; sorts values within their unit, everything else as text."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words: tuple[str, ...] = ()
        self._status = ""
        self._linked = False
        self._folded: dict[str, str] = {}

    def set_filter(self, words: str, status: str = "", *, linked: bool = False) -> None:
        """Show only indicators with all these words, of this status, with a counterpart."""
        self._words, self._status, self._linked = tuple(fold(words).split()), status, linked
        self.invalidate()

    def filterAcceptsRow(self, source_row: int, source_parent: Index) -> bool:
        """True for rows that have all that is asked for."""
        del source_parent
        model = self.sourceModel()
        row = model.rows[source_row] if isinstance(model, IndicatorsModel) else None
        if row is None:
            return False
        i = row.indicator
        if self._status and str(i.status) != self._status:
            return False
        if self._linked and not row.counterparts:
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
        if left.column() == Column.VALUE:
            first, second = a.indicator.quantity, b.indicator.quantity
            if first.unit != second.unit:
                return first.unit < second.unit
            return first.value < second.value
        column = Column(left.column())
        return (_SHOWN[column](a), a.order) < (_SHOWN[column](b), b.order)
