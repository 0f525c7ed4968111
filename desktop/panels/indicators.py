"""The indicators panel: the figures of the report as a table, each one click from the sentence that states it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
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

from desktop.itemmodels.indicators import (
    INDICATOR_ROLE,
    Column,
    IndicatorsFilter,
    IndicatorsModel,
    make_rows,
)
from desktop.panels.empty import EmptyState
from desktop.panels.indicator_delegate import ROW_HEIGHT, IndicatorDelegate
from desktop.selection import Selection
from desktop.theme import Theme

if TYPE_CHECKING:
    from index.indicators import Indicator


class IndicatorsPanel(QWidget):
    """A table that follows the selection and leads it."""

    indicator_activated = Signal(str)
    export_wanted = Signal(str)
    escaped = Signal()

    def __init__(self, selection: Selection, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self._selection = selection
        self.model = IndicatorsModel(self)
        self.filter = IndicatorsFilter(self)
        self.filter.setSourceModel(self.model)
        self.delegate = IndicatorDelegate(self)
        self._build()
        self._connect()
        self.set_pending()

    def _build(self) -> None:
        self.line = QLineEdit(self)
        self.line.setPlaceholderText(self.tr("Filter by name, value or period"))
        self.line.setAccessibleName(self.tr("Filter indicators"))
        self.line.setClearButtonEnabled(True)
        self.status = QComboBox(self)
        self.status.setAccessibleName(self.tr("Which indicators"))
        for words, value in (
            (self.tr("All"), "all"),
            (self.tr("Actual"), "actual"),
            (self.tr("Target"), "target"),
            (self.tr("Linked"), "linked"),
        ):
            self.status.addItem(words, value)
        self._build_table()
        self.empty = EmptyState("", "", self)
        self.stack = QStackedWidget(self)
        self.stack.addWidget(self.table)
        self.stack.addWidget(self.empty)
        self.count = QLabel("", self)
        self.count.setObjectName("muted")
        self.csv = QPushButton("CSV…", self)
        self.json = QPushButton("JSON…", self)
        for button, words in ((self.csv, self.tr("Export as CSV")), (self.json, self.tr("Export as JSON"))):
            button.setToolTip(words)
            button.setAccessibleName(words)
        head = QHBoxLayout()
        head.setContentsMargins(12, 0, 12, 0)
        head.addWidget(self.line, 1)
        head.addWidget(self.status)
        foot = QHBoxLayout()
        foot.setContentsMargins(12, 6, 12, 8)
        foot.addWidget(self.count, 1)
        foot.addWidget(self.csv)
        foot.addWidget(self.json)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 10, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.stack, 1)
        column.addLayout(foot)

    def _build_table(self) -> None:
        self.table = QTableView(self)
        self.table.setModel(self.filter)
        self.table.setItemDelegate(self.delegate)
        self.table.setAccessibleName(self.tr("Indicators"))
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.table.setShowGrid(False)
        self.table.setMouseTracking(True)
        self.table.setTabKeyNavigation(False)
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        header = self.table.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(Column.NAME, QHeaderView.ResizeMode.Stretch)
        for column, width in ((Column.VALUE, 88), (Column.PERIOD, 90), (Column.COUNTERPART, 92)):
            header.resizeSection(column, width)
        self.table.setSortingEnabled(True)
        self.filter.sort(-1)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)

    def _connect(self) -> None:
        self.line.textChanged.connect(self._apply_filter)
        self.status.currentIndexChanged.connect(self._apply_filter)
        self.table.clicked.connect(self._choose)
        self.table.activated.connect(self._choose)
        self.csv.clicked.connect(self._want_csv)
        self.json.clicked.connect(self._want_json)
        self._selection.indicator_chosen.connect(self.show_chosen)

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme."""
        self.delegate.theme = theme
        self.table.viewport().update()

    def set_pending(self) -> None:
        """The figures are still being looked for."""
        self.model.set_rows(())
        self.empty.set_text(self.tr("Looking for figures…"), self.tr("The text can be read in the meantime."))
        self._show_state()

    def set_indicators(self, indicators: Iterable[Indicator]) -> None:
        """Show the figures of a report."""
        self.model.set_rows(make_rows(indicators))
        self.empty.set_text(
            self.tr("No figures found"),
            self.tr(
                "This text states no percentages, amounts of money, counts or ranks that the reader knows."
            ),
        )
        self._show_state()
        self.show_chosen(self._selection.indicator)

    def show_chosen(self, indicator: str) -> None:
        """Select the row of an indicator; a filter that hides it gives way."""
        row = self.model.row_of(indicator)
        if row < 0:
            self.table.clearSelection()
            return
        index = self.filter.mapFromSource(self.model.index(row, 0))
        if not index.isValid():
            self.line.clear()
            self.status.setCurrentIndex(0)
            index = self.filter.mapFromSource(self.model.index(row, 0))
        self.table.setCurrentIndex(index)
        self.table.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtCenter)

    def _choose(self, index: QModelIndex) -> None:
        indicator = index.data(INDICATOR_ROLE)
        if indicator is not None:
            self.indicator_activated.emit(indicator.id)

    def _apply_filter(self) -> None:
        chosen = self.status.currentData()
        status = chosen if chosen in ("actual", "target") else ""
        self.filter.set_filter(self.line.text(), status, linked=chosen == "linked")
        self._show_state()

    def _want_csv(self) -> None:
        self.export_wanted.emit("csv")

    def _want_json(self) -> None:
        self.export_wanted.emit("json")

    def _show_state(self) -> None:
        total, shown = self.model.rowCount(), self.filter.rowCount()
        self.stack.setCurrentWidget(self.table if total else self.empty)
        for button in (self.csv, self.json):
            button.setEnabled(total > 0)
        linked = sum(1 for row in self.model.rows if row.counterparts)
        words = (
            self.tr("{shown} of {total}") if shown != total else self.tr("{total} figures, {linked} linked")
        )
        self.count.setText(words.format(shown=shown, total=total, linked=linked) if total else "")
