"""Search results as an item model."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

if TYPE_CHECKING:
    from index.search import Passage

Index = QModelIndex | QPersistentModelIndex
HIT_ROLE = int(Qt.ItemDataRole.UserRole) + 1


@dataclass(frozen=True, slots=True)
class HitRow:
    """A result as it is shown: where it stands, the sentence, and its translation if there is one yet."""

    passage: Passage
    path: str
    text: str
    translation: str


class HitsModel(QAbstractListModel):
    """The results of the last search, best first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[HitRow, ...] = ()

    @property
    def rows(self) -> tuple[HitRow, ...]:
        """All results."""
        return self._rows

    def set_rows(self, rows: tuple[HitRow, ...]) -> None:
        """Show other results."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def set_translations(self, translations: dict[str, str]) -> None:
        """Translations of some results have arrived, by sentence id."""
        rows = list(self._rows)
        for i, row in enumerate(rows):
            words = translations.get(row.passage.sentence_id)
            if words is not None and words != row.translation:
                rows[i] = replace(row, translation=words)
                self._rows = tuple(rows)
                self.dataChanged.emit(self.index(i), self.index(i))

    def rowCount(self, parent: Index | None = None) -> int:
        """How many results there are."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """A result, or its words."""
        if not index.isValid() or not 0 <= index.row() < len(self._rows):
            return None
        row = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{row.path}. {row.text} {row.translation}"
        return row if role == HIT_ROLE else None
