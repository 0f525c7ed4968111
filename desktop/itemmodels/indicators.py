"""Indicators as a table that can be sorted."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from enum import IntEnum
from typing import Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop.itemmodels.indicator_rows import IndicatorRow, counterpart_words, difference_words, make_rows
from desktop.wording import base_value, kind_word, source_words, tr, when_and_what

__all__ = ["INDICATOR_ROLE", "ROW_ROLE", "Column", "IndicatorRow", "IndicatorsModel", "make_rows"]

Index = QModelIndex | QPersistentModelIndex
INDICATOR_ROLE: Final = int(Qt.ItemDataRole.UserRole) + 1
ROW_ROLE: Final = INDICATOR_ROLE + 1


class Column(IntEnum):
    """The columns of the table."""

    NAME = 0
    VALUE = 1
    PERIOD = 2
    COUNTERPART = 3
    DIFFERENCE = 4


_SHOWN: Final[dict[Column, Callable[[IndicatorRow], str]]] = {
    Column.NAME: lambda row: row.indicator.name,
    Column.VALUE: lambda row: row.indicator.text,
    Column.PERIOD: lambda row: when_and_what(row.indicator),
    Column.COUNTERPART: counterpart_words,
    Column.DIFFERENCE: difference_words,
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
        names = (tr("Indicator"), tr("Value"), tr("Period"), tr("Counterpart"), tr("Difference"))
        return names[section] if 0 <= section < len(names) else None


def _explained(row: IndicatorRow) -> str:
    from index.indicators.relations import reason

    i = row.indicator
    lines = [
        i.name,
        i.name_en + source_words(i),
        f"{i.text}  {base_value(i)}",
        f"{when_and_what(i)} · {kind_word(str(i.kind))}",
        row.chapter,
    ]
    for n, c in enumerate(row.counterparts):
        apart = f"  ({difference_words(row)})" if n == 0 and row.apart else ""
        lines.append(f"↔ {when_and_what(c)}: {c.text}{apart}")
        lines.append(f"    {reason(i, c).words}")
    return "\n".join(line for line in lines if line)


def sort_key(row: IndicatorRow, column: Column) -> tuple[object, ...]:
    """What rows are ordered by; values only within their unit, everything else as text, then as in the text."""
    if column is Column.VALUE:
        return (row.indicator.quantity.unit, row.indicator.quantity.value, row.order)
    if column is Column.DIFFERENCE:
        apart = row.apart
        return (apart is None, apart.unit if apart else "", apart.value if apart else Decimal(0), row.order)
    return (_SHOWN[column](row), row.order)
