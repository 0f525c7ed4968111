"""A list with headings in it: what the lists of search results and of notes share."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

Index = QModelIndex | QPersistentModelIndex
_Row = TypeVar("_Row")


class GroupedModel(QAbstractListModel, Generic[_Row]):
    """Rows in order; those of the type ``heading`` can be seen and not chosen."""

    heading: type = type(None)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[_Row, ...] = ()

    @property
    def rows(self) -> tuple[_Row, ...]:
        """All rows, headings too."""
        return self._rows

    def set_rows(self, rows: Sequence[_Row]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def row_at(self, index: Index) -> _Row | None:
        """The row at a place."""
        return self._rows[index.row()] if index.isValid() and 0 <= index.row() < len(self._rows) else None

    def rowCount(self, parent: Index | None = None) -> int:
        """How many rows there are."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Headings cannot be chosen, and the arrow keys pass over them."""
        if isinstance(self.row_at(index), self.heading):
            return Qt.ItemFlag.NoItemFlags
        return super().flags(index)
