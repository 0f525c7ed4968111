"""The list of reports as an item model."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop.library.wording import level_words, state_words
from index.shelving import Entry, Sort

_Index = QModelIndex | QPersistentModelIndex
ENTRY_ROLE: Final = int(Qt.ItemDataRole.UserRole) + 1
TITLE, PLACE, YEAR, LEVEL, STATE, TAGS, NOTES = range(7)
SORTS: Final = {TITLE: Sort.TITLE, PLACE: Sort.PLACE, YEAR: Sort.YEAR, LEVEL: Sort.LEVEL}
"""The columns that the list can be ordered by."""


class ReportsModel(QAbstractTableModel):
    """A row for each report; ``ENTRY_ROLE`` gives its entry."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: tuple[Entry, ...] = ()
        self._heads = (
            self.tr("Report"), self.tr("Place"), self.tr("Year"), self.tr("Level"), self.tr("State"), self.tr("Tags"),
            self.tr("Notes"),
        )  # fmt: skip

    def show(self, rows: tuple[Entry, ...]) -> None:
        """Show these reports, in this order."""
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def row_of(self, report: str) -> int:
        """Where a report is in the list, by its id; -1 where it is not shown."""
        return next((n for n, entry in enumerate(self.rows) if entry.known.id == report), -1)

    def rowCount(self, parent: _Index | None = None) -> int:
        """How many reports are shown."""
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def columnCount(self, parent: _Index | None = None) -> int:
        """How many columns there are."""
        return 0 if parent is not None and parent.isValid() else len(self._heads)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """The heads of the columns."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._heads[section]
        return None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What a cell says."""
        if not index.isValid():
            return None
        entry = self.rows[index.row()]
        if role == ENTRY_ROLE:
            return entry
        if role == Qt.ItemDataRole.DisplayRole:
            return self._words(entry, index.column())
        if role == Qt.ItemDataRole.ToolTipRole and index.column() == TITLE:
            there = entry.known.path
            return there if entry.known.found else self.tr("{path} (not there now)").format(path=there)
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() in (YEAR, NOTES):
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return None

    def _words(self, entry: Entry, column: int) -> str:
        match column:
            case 0:
                return entry.title
            case 1:
                return entry.place
            case 2:
                return str(entry.year or "")
            case 3:
                return level_words(entry.level)
            case 4:
                return state_words(entry.filed.state)
            case 5:
                return "  ".join((*(f"#{tag}" for tag in entry.filed.tags), *entry.filed.shelves))
        return str(entry.notes or "")
