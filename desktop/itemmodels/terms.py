"""Terms as a table: those of the glossary, and those of the open report with how often they occur."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import Final

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
)
from PySide6.QtGui import QFont

from desktop.categories import category_word
from index.variants import fold
from models.glossary import Origin, Term
from models.pinyin import pinyin

Index = QModelIndex | QPersistentModelIndex
ROW_ROLE: Final = int(Qt.ItemDataRole.UserRole) + 1


@dataclass(frozen=True, slots=True)
class TermRow:
    """A term, and the sentences of the report that hold it (one for each time)."""

    term: Term
    places: tuple[str, ...] = ()


class TermColumn(IntEnum):
    """The columns."""

    CHINESE = 0
    PINYIN = 1
    ENGLISH = 2
    CATEGORY = 3
    NOTE = 4
    WHOSE = 5
    TIMES = 6


class TermsModel(QAbstractTableModel):
    """Rows of terms; a view hides the columns that it has no room for."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[TermRow, ...] = ()
        self._heads = {
            TermColumn.CHINESE: self.tr("Chinese"),
            TermColumn.PINYIN: self.tr("Pinyin"),
            TermColumn.ENGLISH: self.tr("English"),
            TermColumn.CATEGORY: self.tr("Category"),
            TermColumn.NOTE: self.tr("Note"),
            TermColumn.WHOSE: self.tr("From"),
            TermColumn.TIMES: self.tr("Times"),
        }
        self._own, self._bundled = self.tr("you"), self.tr("built in")
        self._strong = QFont()
        self._strong.setBold(True)

    @property
    def rows(self) -> tuple[TermRow, ...]:
        """All rows."""
        return self._rows

    def set_rows(self, rows: tuple[TermRow, ...]) -> None:
        """Show other terms."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        """How many terms there are."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index | None = None) -> int:
        """How many columns there are."""
        return 0 if parent is not None and parent.isValid() else len(TermColumn)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The words of a cell."""
        if not index.isValid() or not 0 <= index.row() < len(self._rows):
            return None
        row = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._words(row, TermColumn(index.column()))
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return self.spoken(row)
        if role == Qt.ItemDataRole.FontRole and index.column() == TermColumn.CHINESE:
            return self._strong if row.term.origin is Origin.USER else None
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() == TermColumn.TIMES:
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return row if role == ROW_ROLE else None

    def _words(self, row: TermRow, column: TermColumn) -> str:
        term = row.term
        match column:
            case TermColumn.CHINESE:
                return term.zh
            case TermColumn.PINYIN:
                return pinyin(term.zh)
            case TermColumn.ENGLISH:
                return "; ".join(term.english)
            case TermColumn.CATEGORY:
                return category_word(term.category)
            case TermColumn.NOTE:
                return term.note
            case TermColumn.WHOSE:
                return self._own if term.origin is Origin.USER else self._bundled
            case TermColumn.TIMES:
                return str(len(row.places))

    def spoken(self, row: TermRow) -> str:
        """All that there is to say of a term, in one line, for tooltips and screen readers."""
        term = row.term
        parts = [
            term.zh,
            pinyin(term.zh),
            "; ".join(term.english),
            category_word(term.category),
            term.note,
            self._own if term.origin is Origin.USER else "",
        ]
        return " · ".join(part for part in parts if part)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """The names of the columns."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._heads[TermColumn(section)]
        return None


class TermsFilter(QSortFilterProxyModel):
    """Shows the terms that have all the words asked for, in either language and script, or the user's alone."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words: tuple[str, ...] = ()
        self._own_only = False
        self._folded: dict[Term, str] = {}

    def set_wanted(self, words: str, *, own_only: bool = False) -> None:
        """Show only these."""
        self._words, self._own_only = tuple(fold(words).split()), own_only
        self.invalidate()

    def filterAcceptsRow(self, source_row: int, source_parent: Index) -> bool:
        """True for terms that have all that is asked for."""
        del source_parent
        model = self.sourceModel()
        if not isinstance(model, TermsModel):
            return False
        term = model.rows[source_row].term
        if self._own_only and term.origin is not Origin.USER:
            return False
        if not self._words:
            return True
        known = self._folded.get(term)
        if known is None:
            parts = (*term.chinese, *term.english, term.category, category_word(term.category), term.note)
            known = self._folded[term] = fold(" ".join(parts))
        return all(word in known for word in self._words)

    def lessThan(self, left: Index, right: Index) -> bool:
        """Chinese by its reading, counts by number, all else by its words."""
        one, other = left.data(ROW_ROLE), right.data(ROW_ROLE)
        if not isinstance(one, TermRow) or not isinstance(other, TermRow):
            return False
        column = left.column()
        if column == TermColumn.TIMES:
            return len(one.places) < len(other.places)
        if column in (TermColumn.CHINESE, TermColumn.PINYIN):
            return pinyin(one.term.zh) < pinyin(other.term.zh)
        return str(left.data()).casefold() < str(right.data()).casefold()

    def row_at(self, index: Index) -> TermRow | None:
        """The term of a row that is shown."""
        row = index.data(ROW_ROLE) if index.isValid() else None
        return row if isinstance(row, TermRow) else None
