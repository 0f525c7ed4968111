"""The panel of the report's terms: how often each occurs, one click from the places where it stands."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from desktop.itemmodels.terms import TermColumn, TermRow, TermsFilter, TermsModel
from desktop.panels.empty import EmptyState

_ROW: Final = 30
_HIDDEN = (TermColumn.PINYIN, TermColumn.CATEGORY, TermColumn.NOTE, TermColumn.WHOSE)


class TermsTable(QTableView):
    """Rows of terms; ``chosen`` follows a click or Enter, ``escaped`` asks for the focus to go back to the text."""

    chosen = Signal(object)
    escaped = Signal()

    def __init__(self, model: TermsFilter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._filter = model
        self.setModel(model)
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
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        model.sort(-1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter chooses the row, Escape leaves."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.choose(self.currentIndex())
        elif event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        else:
            super().keyPressEvent(event)

    def choose(self, index: QModelIndex) -> None:
        """Tell which term was chosen."""
        row = self._filter.row_at(index)
        if row is not None:
            self.chosen.emit(row)


class TermsPanel(QWidget):
    """A line to filter by, the terms, and the way to the glossary."""

    term_wanted = Signal(object)
    glossary_wanted = Signal()
    escaped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self.model = TermsModel(self)
        self.filter = TermsFilter(self)
        self.filter.setSourceModel(self.model)
        self._pending = True
        self._build()
        self.line.textChanged.connect(self._ask)
        self.table.clicked.connect(self.table.choose)
        self.table.chosen.connect(self.term_wanted)
        self.table.escaped.connect(self.escaped)
        self.glossary.clicked.connect(self.glossary_wanted)
        self._show_state()

    def _build(self) -> None:
        self.line = QLineEdit(self)
        self.line.setPlaceholderText(self.tr("Filter the terms, in either language"))
        self.line.setAccessibleName(self.tr("Filter the terms"))
        self.line.setClearButtonEnabled(True)
        self.table = TermsTable(self.filter, self)
        self.table.setAccessibleName(self.tr("Terms of this report"))
        for column in _HIDDEN:
            self.table.setColumnHidden(column, True)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(TermColumn.CHINESE, QHeaderView.ResizeMode.Interactive)
        header.resizeSection(TermColumn.CHINESE, 148)
        header.setSectionResizeMode(TermColumn.ENGLISH, QHeaderView.ResizeMode.Stretch)
        header.resizeSection(TermColumn.TIMES, 62)
        self.empty = EmptyState("", "", self)
        self.stack = QStackedWidget(self)
        self.stack.addWidget(self.table)
        self.stack.addWidget(self.empty)
        self.count = QLabel("", self)
        self.count.setObjectName("muted")
        self.glossary = QPushButton(self.tr("Glossary…"), self)
        self.glossary.setObjectName("link")
        self.glossary.setCursor(Qt.CursorShape.PointingHandCursor)
        foot = QHBoxLayout()
        foot.addWidget(self.count, 1)
        foot.addWidget(self.glossary)
        head = QVBoxLayout()
        head.setContentsMargins(12, 0, 12, 0)
        head.setSpacing(6)
        head.addWidget(self.line)
        head.addLayout(foot)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 10, 0, 0)
        whole.setSpacing(6)
        whole.addLayout(head)
        whole.addWidget(self.stack, 1)

    def set_pending(self) -> None:
        """The terms of another report are being looked for."""
        self._pending = True
        self.model.set_rows(())
        self._show_state()

    def show_terms(self, rows: tuple[TermRow, ...]) -> None:
        """Show the terms of the report, those that occur most often first."""
        self._pending = False
        self.model.set_rows(rows)
        self._show_state()

    def _ask(self) -> None:
        self.filter.set_wanted(self.line.text())
        self._show_state()

    def _show_state(self) -> None:
        rows, shown = self.model.rows, self.filter.rowCount()
        places = sum(len(row.places) for row in rows)
        if rows and shown == len(rows):
            self.count.setText(
                self.tr("{n} terms in {places} places").format(n=f"{len(rows):,}", places=f"{places:,}")
            )
        else:
            self.count.setText(
                self.tr("{n} of {total} terms").format(n=shown, total=f"{len(rows):,}") if rows else ""
            )
        if self._pending:
            self.empty.set_text(self.tr("Looking for terms…"), "")
        elif not rows:
            self.empty.set_text(
                self.tr("No terms found"),
                self.tr(
                    "No term of the glossary stands in this report. In the glossary you can add terms of your own, and "
                    "take in lists of them."
                ),
            )
        else:
            self.empty.set_text(self.tr("No term has these words"), "")
        self.stack.setCurrentIndex(0 if shown else 1)
