"""Search results as an item model: the figures that were asked for, then passages under their headings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from desktop.itemmodels.grouped import GroupedModel, Index

if TYPE_CHECKING:
    from index.indicators import Indicator
    from index.search import Passage

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


class HitsModel(GroupedModel[Row]):
    """The results of the last search, best first."""

    heading = GroupRow

    @property
    def hits(self) -> tuple[HitRow, ...]:
        """The passages among them."""
        return tuple(row for row in self._rows if isinstance(row, HitRow))

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

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """A row, or its words."""
        row = self.row_at(index)
        if row is None:
            return None
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
