"""The word list as an item model: filtered and sorted."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import Qt

from desktop.itemmodels.grouped import GroupedModel, Index
from index.words import Example, Word

WORD_ROLE: Final = int(Qt.ItemDataRole.UserRole) + 1
SORTS: Final = ("newest", "oldest", "reading", "place")


@dataclass(frozen=True, slots=True)
class WordRow:
    """A word as it is shown; its sentences begin with those of the open report, of which there are ``here``."""

    word: Word
    examples: tuple[Example, ...]
    here: int = 0

    @property
    def shown(self) -> Example | None:
        """The sentence that is shown: the first of the open report, else the last that was added."""
        if not self.examples:
            return None
        return self.examples[0] if self.here else self.examples[-1]


def sorted_rows(rows: Iterable[WordRow], by: str) -> list[WordRow]:
    """The rows in one of the orders of ``SORTS``; they come the oldest first."""
    rows = list(rows)
    if by == "newest":
        return rows[::-1]
    if by == "reading":
        return sorted(rows, key=lambda row: (_spelled(row.word), row.word.word))
    if by == "place":
        return sorted(rows, key=_place)
    return rows


def _spelled(word: Word) -> str:
    letters = unicodedata.normalize("NFD", (word.reading or word.word).casefold())
    return "".join(c for c in letters if not unicodedata.combining(c))


def _place(row: WordRow) -> tuple[bool, str, int]:
    shown = row.shown
    return (not row.here, shown.title if shown else "", shown.anchor.start if shown else 0)


class WordsModel(GroupedModel[WordRow]):
    """The rows that are shown."""

    def set_rows(self, rows: Sequence[WordRow]) -> None:
        """Show other rows; where only what they say has changed, nothing that is selected is forgotten."""
        rows = tuple(rows)
        if [row.word.id for row in rows] == [row.word.id for row in self._rows]:
            before, self._rows = self._rows, rows
            for n, row in enumerate(rows):
                if row != before[n]:
                    self.dataChanged.emit(self.index(n), self.index(n))
            return
        super().set_rows(rows)

    def row_of(self, key: str) -> int:
        """Where a word is shown, -1 where it is not."""
        return next((n for n, row in enumerate(self._rows) if row.word.id == key), -1)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """A row, or its words."""
        row = self.row_at(index)
        if row is None:
            return None
        if role == WORD_ROLE:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.word.word
        if role == Qt.ItemDataRole.AccessibleTextRole:
            shown = row.shown
            parts = (row.word.word, row.word.reading, row.word.meaning, shown.sentence if shown else "")
            return ". ".join(part for part in parts if part)
        return None
