"""The table of the model packages: one row each, those that serve marked by a sign, a word and a colour."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor, QFont, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from desktop.model_packages.reasons import reason_words
from desktop.model_packages.wording import (
    MARKS,
    figures_words,
    name_words,
    size_words,
    source_words,
    state_words,
    task_words,
    version_words,
)
from desktop.theme import LIGHT
from desktop.wording import noted, tr
from models.roster import Entry

Index = QModelIndex | QPersistentModelIndex
HEADS: Final = (
    noted("Task"),
    noted("Model"),
    noted("Version"),
    noted("From"),
    noted("Size"),
    noted("Stated figures"),
    noted("State"),
)
TASK, NAME, VERSION, SOURCE, SIZE, FIGURES, STATE = range(len(HEADS))
_WIDTHS: Final = {TASK: 142, NAME: 176, VERSION: 80, SOURCE: 100, SIZE: 74, STATE: 156}
_ROW: Final = 32


class PackagesModel(QAbstractTableModel):
    """The packages, in the order of their tasks."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.theme = LIGHT
        self.entries: tuple[Entry, ...] = ()

    def show(self, entries: tuple[Entry, ...]) -> None:
        """Show these."""
        self.beginResetModel()
        self.entries = entries
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        """How many there are."""
        return 0 if parent is not None and parent.isValid() else len(self.entries)

    def columnCount(self, parent: Index | None = None) -> int:
        """How many columns there are."""
        return 0 if parent is not None and parent.isValid() else len(HEADS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """A cell: its text, its colour, its place, and what more there is to say."""
        if not index.isValid() or not 0 <= index.row() < len(self.entries):
            return None
        entry, column = self.entries[index.row()], index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return self._words(entry, column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return reason_words(entry.damage) if entry.damage else str(entry.package.folder)
        if role == Qt.ItemDataRole.ForegroundRole:
            return self._colour(entry, column)
        if role == Qt.ItemDataRole.FontRole and entry.state == "active" and column in (NAME, STATE):
            font = QFont()
            font.setWeight(QFont.Weight.DemiBold)
            return font
        if role == Qt.ItemDataRole.TextAlignmentRole and column == SIZE:
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{tr(HEADS[column])}: {self._words(entry, column)}"
        return None

    def _words(self, entry: Entry, column: int) -> str:
        if column == SIZE:
            return size_words(entry.size)
        if column == STATE:
            return f"{MARKS[entry.state]}  {state_words(entry)}"
        say = {
            TASK: task_words,
            NAME: name_words,
            VERSION: version_words,
            SOURCE: source_words,
            FIGURES: figures_words,
        }
        return say[column](entry)

    def _colour(self, entry: Entry, column: int) -> QColor | None:
        theme = self.theme
        if column == STATE:
            colours = {"active": theme.actual, "damaged": theme.warning}
            return QColor(colours.get(entry.state, theme.muted))
        quiet = column in (VERSION, SOURCE, SIZE) or (column == FIGURES and not entry.figures)
        return QColor(theme.muted) if quiet or entry.state == "damaged" else None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """The names of the columns."""
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(HEADS):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return tr(HEADS[section])
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if section == SIZE else Qt.AlignmentFlag.AlignLeft
            return int(side | Qt.AlignmentFlag.AlignVCenter)
        return None


class PackagesTable(QTableView):
    """Enter or a double click uses the model of the row, Delete removes it."""

    use_wanted = Signal()
    removal_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.packages = PackagesModel(self)
        self.setModel(self.packages)
        self.setAccessibleName(tr("Model packages"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(_ROW)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionResizeMode(FIGURES, QHeaderView.ResizeMode.Stretch)
        for column, width in _WIDTHS.items():
            header.resizeSection(column, width)
        self.doubleClicked.connect(lambda _: self.use_wanted.emit())

    def chosen(self) -> Entry | None:
        """The entry of the current row."""
        row = self.currentIndex().row()
        return self.packages.entries[row] if 0 <= row < len(self.packages.entries) else None

    def choose(self, key: str) -> None:
        """Make the row with this key the current one, or the first."""
        rows = [i for i, entry in enumerate(self.packages.entries) if entry.route.key == key]
        if self.packages.entries:
            self.selectRow(rows[0] if rows else 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Delete."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.use_wanted.emit()
        elif event.key() == Qt.Key.Key_Delete:
            self.removal_wanted.emit()
        else:
            super().keyPressEvent(event)
