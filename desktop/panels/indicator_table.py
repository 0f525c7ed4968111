"""The table view of the indicators panel: row selection, sorting that a third click takes back."""

from __future__ import annotations

from PySide6.QtCore import QAbstractProxyModel, Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from desktop.itemmodels.indicators import Column
from desktop.panels.indicator_delegate import ROW_HEIGHT, IndicatorDelegate

_WIDTHS = {
    "wide": {Column.VALUE: 84, Column.PERIOD: 90, Column.COUNTERPART: 84, Column.DIFFERENCE: 74},
    "compact": {Column.VALUE: 88, Column.COUNTERPART: 78, Column.DIFFERENCE: 72},
    "narrow": {Column.VALUE: 84, Column.DIFFERENCE: 70},
}
"""Columns beside the name, by the room there is; the period stands below the value where it has no column."""


class IndicatorTable(QTableView):
    """Shows the rows of a filter, in the order of the text until a column is chosen."""

    def __init__(
        self, model: QAbstractProxyModel, delegate: IndicatorDelegate, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setModel(model)
        self.setItemDelegate(delegate)
        self.setAccessibleName(self.tr("Indicators"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setMinimumSectionSize(48)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(Column.NAME, QHeaderView.ResizeMode.Stretch)
        header.setSectionsClickable(True)
        header.setSortIndicatorShown(True)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        header.sectionClicked.connect(self._sort_by)
        self._sorted = (-1, Qt.SortOrder.AscendingOrder)
        self.model().sort(-1)

    def arrange(self, room: str) -> None:
        """Show the columns for ``wide``, ``compact`` or ``narrow`` room."""
        widths = _WIDTHS[room]
        for column in Column:
            if column is not Column.NAME:
                self.setColumnHidden(column, column not in widths)
                if column in widths:
                    self.horizontalHeader().resizeSection(column, widths[column])

    def _sort_by(self, column: int) -> None:
        """Upwards, downwards, and back to the order of the text."""
        before, order = self._sorted
        if column != before:
            self._sorted = (column, Qt.SortOrder.AscendingOrder)
        elif order == Qt.SortOrder.AscendingOrder:
            self._sorted = (column, Qt.SortOrder.DescendingOrder)
        else:
            self._sorted = (-1, Qt.SortOrder.AscendingOrder)
        self.horizontalHeader().setSortIndicator(*self._sorted)
        self.model().sort(*self._sorted)
