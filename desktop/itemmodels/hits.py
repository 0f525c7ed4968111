"""Search results as an item model: the figures that were asked for, then passages under their headings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

if TYPE_CHECKING:
    from index.indicators import Indicator
    from index.search import Passage

Index = QModelIndex | QPersistentModelIndex
HIT_ROLE = int(Qt.ItemDataRole.UserRole) + 1


@dataclass(frozen=True, slots=True)
class HitRow:
    """A result as it is shown: where it stands, the sentence, its translation if there is one yet, and why it is here.

    ``file`` is that of its report where this is not the open one.
    """

    passage: Passage
    path: str
    text: str
    translation: str
    why: str = ""
    file: str = ""


@dataclass(frozen=True, slots=True)
class FigureRow:
    """A figure that was asked for: name, value, when and what; ``other`` is its counterpart in words.

    ``file`` is that of its report where this is not the open one.
    """

    indicator: Indicator
    name: str
    english: str
    value: str
    facts: str
    other: str = ""
    file: str = ""


@dataclass(frozen=True, slots=True)
class GroupRow:
    """A heading over results."""

    title: str
    count: int


Row = HitRow | FigureRow | GroupRow


def in_groups(rows: Sequence[HitRow]) -> tuple[Row, ...]:
    """Results under the headings they stand below, those first that have the best ones."""
    groups: dict[str, list[HitRow]] = {}
    for row in rows:
        groups.setdefault(row.path, []).append(row)
    grouped: list[Row] = []
    for title, found in groups.items():
        grouped += [GroupRow(title, len(found)), *found]
    return tuple(grouped)


class HitsModel(QAbstractListModel):
    """The results of the last search, best first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[Row, ...] = ()

    @property
    def rows(self) -> tuple[Row, ...]:
        """All rows."""
        return self._rows

    @property
    def hits(self) -> tuple[HitRow, ...]:
        """The passages among them."""
        return tuple(row for row in self._rows if isinstance(row, HitRow))

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show other results."""
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def set_translations(self, translations: dict[str, str]) -> None:
        """Translations of some results have arrived, by sentence id."""
        rows = list(self._rows)
        for i, row in enumerate(rows):
            if not isinstance(row, HitRow) or row.file:
                continue
            words = translations.get(row.passage.sentence_id)
            if words is not None and words != row.translation:
                rows[i] = replace(row, translation=words)
                self._rows = tuple(rows)
                self.dataChanged.emit(self.index(i), self.index(i))

    def next_of(self, row: int, by: int) -> int:
        """The next row in a direction that can be gone to, round and round; -1 where there is none."""
        count = len(self._rows)
        for step in range(1, count + 1):
            at = (row + by * step) % count
            if not isinstance(self._rows[at], GroupRow):
                return at
        return -1

    def rowCount(self, parent: Index | None = None) -> int:
        """How many rows there are."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Headings cannot be chosen, and the arrow keys pass over them."""
        if index.isValid() and isinstance(self._rows[index.row()], GroupRow):
            return Qt.ItemFlag.NoItemFlags
        return super().flags(index)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """A row, or its words."""
        if not index.isValid() or not 0 <= index.row() < len(self._rows):
            return None
        row = self._rows[index.row()]
        if role == HIT_ROLE:
            return row
        if role == Qt.ItemDataRole.ToolTipRole:
            return row.why or None if isinstance(row, HitRow) else None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return _words(row, whole=role == Qt.ItemDataRole.AccessibleTextRole)
        return None


def _words(row: Row, *, whole: bool) -> str:
    if isinstance(row, GroupRow):
        return f"{row.title} ({row.count})"
    if isinstance(row, FigureRow):
        return f"{row.name} {row.english}: {row.value}, {row.facts}"
    return f"{row.path}. {row.text} {row.translation} {row.why}" if whole else row.text
