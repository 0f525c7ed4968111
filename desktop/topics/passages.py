"""The passages of the topics window: one column, or two with what two reports say beside each other."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QHeaderView, QTableView, QWidget

from desktop.theme import Theme
from desktop.topics.cell_delegate import CELL_ROLE, CellDelegate
from desktop.topics.cells import Cell, cite
from desktop.topics.work import Row

Index = QModelIndex | QPersistentModelIndex
_SETTLE_MS: Final = 30
_AT_ONCE: Final = 24
"""How many rows are measured before the window may do something else."""
_GUESSED: Final = 110
"""The height of a row that is not measured yet."""


class PassagesModel(QAbstractTableModel):
    """Rows of one or two passages."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: tuple[Row, ...] = ()
        self._heads: tuple[str, ...] = ("",)
        self._nothing = self.tr("Nothing near to it")

    def show(self, heads: tuple[str, ...], rows: tuple[Row, ...]) -> None:
        """Show other passages."""
        self.beginResetModel()
        self._heads, self.rows = heads, rows
        self.endResetModel()

    def set_rows(self, rows: tuple[Row, ...]) -> None:
        """The same passages, of which more is known."""
        self.rows = rows
        if rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, len(self._heads) - 1))

    def cell(self, index: Index) -> Cell | None:
        """The passage at a place."""
        return self.rows[index.row()][index.column()] if index.isValid() else None

    def rowCount(self, parent: Index | None = None) -> int:
        """How many rows there are."""
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index | None = None) -> int:
        """One, or two."""
        return 0 if parent is not None and parent.isValid() else len(self._heads)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """A passage, or its words."""
        if not index.isValid() or index.row() >= len(self.rows):
            return None
        cell = self.cell(index)
        if role == CELL_ROLE:
            return cell
        if role == Qt.ItemDataRole.DisplayRole:
            return cell.text if cell is not None else self._nothing
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return cell.spoken if cell is not None else self._nothing
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """What each column holds."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._heads[section] if 0 <= section < len(self._heads) else None
        return None


class PassagesTable(QTableView):
    """A click or Enter goes to the passage, Ctrl+C copies the chosen ones with where they stand."""

    passage_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.passages = PassagesModel(self)
        self.setModel(self.passages)
        self._delegate = CellDelegate(self)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(self.tr("Passages"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(_GUESSED)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self._settling = QTimer(self)
        self._settling.setSingleShot(True)
        self._settling.setInterval(_SETTLE_MS)
        self._settling.timeout.connect(self._measure_all)
        self._unmeasured = 0
        self._measuring = QTimer(self)
        self._measuring.setInterval(0)
        self._measuring.timeout.connect(self._measure)
        self.doubleClicked.connect(self._activate)

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme."""
        self._delegate.theme = theme
        self.viewport().update()

    def show_rows(self, heads: tuple[str, ...], rows: tuple[Row, ...]) -> None:
        """Show other passages, from the top."""
        self.passages.show(heads, rows)
        self.horizontalHeader().setVisible(len(heads) > 1)
        self._measure_all()
        self.scrollToTop()
        if rows:
            self.setCurrentIndex(self.passages.index(0, 0 if rows[0][0] is not None else 1))

    def set_rows(self, rows: tuple[Row, ...]) -> None:
        """The same passages, of which more is known."""
        self.passages.set_rows(rows)
        self._settling.start()

    def _measure_all(self) -> None:
        """Give each row the height of its words: those that are seen first at once, the others by and by."""
        self._unmeasured = 0
        self._measure()
        self._measuring.start()

    def _measure(self) -> None:
        last = min(self._unmeasured + _AT_ONCE, len(self.passages.rows))
        for row in range(self._unmeasured, last):
            self.resizeRowToContents(row)
        self._unmeasured = last
        if last == len(self.passages.rows):
            self._measuring.stop()

    def current(self) -> Cell | None:
        """The passage that is chosen."""
        return self.passages.cell(self.currentIndex())

    def copy(self) -> None:
        """The chosen passages as text, each with where it stands."""
        chosen = sorted(self.selectedIndexes(), key=lambda index: (index.row(), index.column()))
        cells = [cell for index in chosen if (cell := self.passages.cell(index)) is not None]
        if cells:
            QApplication.clipboard().setText("\n\n".join(cite(cell) for cell in cells))

    def copy_all(self) -> None:
        """All passages as text."""
        cells = [cell for row in self.passages.rows for cell in row if cell is not None]
        if cells:
            QApplication.clipboard().setText("\n\n".join(cite(cell) for cell in cells))

    def _activate(self, index: Index) -> None:
        cell = self.passages.cell(index)
        if cell is not None:
            self.passage_wanted.emit(cell.extract)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes to the passage."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._activate(self.currentIndex())
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width makes other heights."""
        super().resizeEvent(event)
        self._settling.start()
