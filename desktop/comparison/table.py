"""The table of a comparison: rows of text that sort by value, each leading to the figures behind it."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QApplication, QHeaderView, QTableView, QWidget

from desktop.comparison.lines import Figure, Line
from desktop.theme import LIGHT, Theme
from index.comparison import Verdict

Index = QModelIndex | QPersistentModelIndex
SORT_ROLE: Final = int(Qt.ItemDataRole.UserRole) + 1
_ROW: Final = 30
_WIDEST: Final = 230
_AIR: Final = 8


class LinesModel(QAbstractTableModel):
    """The lines of one topic."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.theme = LIGHT
        self._heads: tuple[str, ...] = ()
        self._lines: tuple[Line, ...] = ()

    @property
    def lines(self) -> tuple[Line, ...]:
        """All lines, unsorted."""
        return self._lines

    def show(self, heads: tuple[str, ...], lines: tuple[Line, ...]) -> None:
        """Show another topic."""
        self.beginResetModel()
        self._heads, self._lines = heads, lines
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        """How many lines there are."""
        return 0 if parent is not None and parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index | None = None) -> int:
        """How many columns there are."""
        return 0 if parent is not None and parent.isValid() else len(self._heads)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """A cell: its text, what it sorts by, its colour, and what more there is to say."""
        if not index.isValid() or not 0 <= index.row() < len(self._lines):
            return None
        line, column = self._lines[index.row()], index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return line.cells[column]
        if role == Qt.ItemDataRole.ToolTipRole:
            return line.tip
        if role == SORT_ROLE:
            return line.keys[column]
        if role == Qt.ItemDataRole.ForegroundRole and column == 0 and line.verdict is not None:
            return QColor(self._colour(line.verdict))
        return None

    def _colour(self, verdict: Verdict) -> str:
        theme = self.theme
        return {Verdict.MET: theme.actual, Verdict.NOT_MET: theme.accent, Verdict.CLOSE: theme.target}.get(
            verdict, theme.muted
        )

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """The names of the columns."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._heads[section] if 0 <= section < len(self._heads) else None
        return None


class _Sorted(QSortFilterProxyModel):
    """Sorts by keys of the same shape within a column."""

    def lessThan(self, left: Index, right: Index) -> bool:
        """By the key of the cell, then in the given order."""
        one, other = left.data(SORT_ROLE), right.data(SORT_ROLE)
        if one == other:
            return left.row() < right.row()
        return bool(one < other)


class ComparisonTable(QTableView):
    """Double click or Enter goes to the figure of the cell; ``figure_wanted`` tells which."""

    figure_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines = LinesModel(self)
        self._sorted = _Sorted(self)
        self._sorted.setSourceModel(self.lines)
        self.setModel(self._sorted)
        self.setAccessibleName(self.tr("Comparison"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSortingEnabled(True)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(_ROW)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.doubleClicked.connect(self._activate)

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme."""
        self.lines.theme = theme
        self.viewport().update()

    def show_lines(self, heads: tuple[str, ...], lines: tuple[Line, ...], stretched: int) -> None:
        """Show another topic, in its own order; the column ``stretched`` takes the room that is left."""
        self.lines.show(heads, lines)
        header = self.horizontalHeader()
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self._sorted.sort(-1)
        for column in range(len(heads)):
            wide = column == stretched
            mode = QHeaderView.ResizeMode.Stretch if wide else QHeaderView.ResizeMode.Interactive
            header.setSectionResizeMode(column, mode)
            if not wide:
                self.resizeColumnToContents(column)
                header.resizeSection(column, min(_WIDEST, header.sectionSize(column) + _AIR))
        self.scrollToTop()

    def figure_at(self, index: Index) -> Figure | None:
        """The figure behind a cell, or the row's other one where the cell has none."""
        if not index.isValid():
            return None
        line = self.lines.lines[self._sorted.mapToSource(index).row()]
        return line.figures[index.column()] or next((f for f in line.figures if f is not None), None)

    def _activate(self, index: Index) -> None:
        figure = self.figure_at(index)
        if figure is not None:
            self.figure_wanted.emit(figure)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes to the figure, Ctrl+C copies the rows."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._activate(self.currentIndex())
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        else:
            super().keyPressEvent(event)

    def copy(self) -> None:
        """The selected rows as text with tabs."""
        rows = sorted(self.selectionModel().selectedRows(), key=lambda index: index.row())
        lines = [self.lines.lines[self._sorted.mapToSource(row).row()].cells for row in rows]
        QApplication.clipboard().setText("\n".join("\t".join(cells) for cells in lines))
