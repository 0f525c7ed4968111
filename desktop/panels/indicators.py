"""The indicators panel: the figures of the report as a table, each one click from the sentence that states it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop.itemmodels.indicators import INDICATOR_ROLE, IndicatorsModel, make_rows
from desktop.itemmodels.indicators_filter import IndicatorsFilter, Wanted
from desktop.panels.empty import EmptyState
from desktop.panels.filter_menu import FilterMenu
from desktop.panels.indicator_delegate import IndicatorDelegate
from desktop.panels.indicator_table import IndicatorTable
from desktop.selection import Selection
from desktop.theme import Theme

if TYPE_CHECKING:
    from index.indicators import Indicator

_ROOMY: Final = 452
_TIGHT: Final = 372
"""Pixels of panel from which the period, and then the counterpart, have a column of their own."""
FORMATS: Final = ("csv", "xlsx", "json")


class IndicatorsPanel(QWidget):
    """A table that follows the selection and leads it."""

    indicator_activated = Signal(str)
    export_wanted = Signal(str)
    copy_wanted = Signal(object)
    chart_wanted = Signal()
    compare_wanted = Signal(str)
    picked = Signal(object)
    escaped = Signal()

    def __init__(self, selection: Selection, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self._selection = selection
        self.model = IndicatorsModel(self)
        self.filter = IndicatorsFilter(self)
        self.filter.setSourceModel(self.model)
        self.delegate = IndicatorDelegate(self)
        self._pending = True
        self._room = ""
        self._build()
        self._connect()
        self.set_pending()

    # Building

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
        self.more = FilterMenu(self)
        self.table = IndicatorTable(self.filter, self.delegate, self)
        self.empty = EmptyState("", "", self)
        self.empty.set_links((self.tr("Show all figures"),), lambda _: self.clear_filters())
        self.stack = QStackedWidget(self)
        self.stack.addWidget(self.table)
        self.stack.addWidget(self.empty)
        self.count = QLabel("", self)
        self.count.setObjectName("muted")
        self.chart = QPushButton(self.tr("Chart"), self)
        self.chart.setToolTip(self.tr("Draw the selected figures beside their counterparts"))
        self.export = QToolButton(self)
        self.export.setObjectName("boxed")
        self.export.setText(self.tr("Export"))
        self.export.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.export.setMenu(self._export_menu())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 10, 0, 0)
        column.setSpacing(8)
        column.addLayout(_row(self.line, self.status, self.more, margins=(12, 0, 12, 0)))
        column.addWidget(self.stack, 1)
        column.addLayout(_row(self.count, self.chart, self.export, margins=(12, 6, 12, 8)))

    def _export_menu(self) -> QMenu:
        menu = QMenu(self)
        names = {"csv": self.tr("CSV…"), "xlsx": self.tr("Excel workbook…"), "json": self.tr("JSON lines…")}
        for form in FORMATS:
            action = menu.addAction(names[form])
            action.setData(form)
            action.triggered.connect(lambda _=False, form=form: self.export_wanted.emit(form))
        return menu

    def _connect(self) -> None:
        self.line.textChanged.connect(self._apply_filter)
        self.status.currentIndexChanged.connect(self._apply_filter)
        self.more.changed.connect(self._apply_filter)
        self.table.clicked.connect(self._click)
        self.table.activated.connect(self._choose)
        self.table.entered.connect(self._hover)
        self.table.customContextMenuRequested.connect(self._show_menu)
        self.table.selectionModel().selectionChanged.connect(self._tell_picked)
        self.table.installEventFilter(self)
        self.table.viewport().installEventFilter(self)
        self.chart.clicked.connect(self.chart_wanted)
        self._selection.indicator_chosen.connect(self.show_chosen)
        self._selection.indicator_hovered.connect(self._show_hovered)

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme."""
        self.delegate.theme = theme
        self.table.viewport().update()

    # Content

    def set_pending(self) -> None:
        """The figures are still being looked for."""
        self._pending = True
        self.model.set_rows(())
        self.more.set_rows(())
        self._show_state()

    def set_indicators(
        self, indicators: Iterable[Indicator], chapter_of: Callable[[Indicator], str] | None = None
    ) -> None:
        """Show the figures of a report."""
        self._pending = False
        self.model.set_rows(make_rows(indicators, chapter_of))
        self.more.set_rows(self.model.rows)
        self._apply_filter()
        self.show_chosen(self._selection.indicator)

    def picked_ids(self) -> list[str]:
        """The selected indicators, in the order of the table."""
        rows = sorted(self.table.selectionModel().selectedRows(), key=lambda index: index.row())
        return [index.data(INDICATOR_ROLE).id for index in rows]

    def shown_ids(self) -> list[str]:
        """The indicators that the filters let through, in the order of the table."""
        return [self.filter.index(n, 0).data(INDICATOR_ROLE).id for n in range(self.filter.rowCount())]

    def show_chosen(self, indicator: str) -> None:
        """Select the row of an indicator; a filter that hides it gives way."""
        row = self.model.row_of(indicator)
        known = self.model.rows[row].indicator if row >= 0 else None
        self.delegate.related = frozenset((*known.links, *known.related)) if known else frozenset()
        self.table.viewport().update()
        if row < 0:
            self.table.clearSelection()
            return
        index = self.filter.mapFromSource(self.model.index(row, 0))
        if not index.isValid():
            self.clear_filters()
            index = self.filter.mapFromSource(self.model.index(row, 0))
        if indicator not in self.picked_ids():
            self.table.setCurrentIndex(index)
        self.table.scrollTo(index, self.table.ScrollHint.EnsureVisible)

    def clear_filters(self) -> None:
        """Show all indicators again."""
        self.line.clear()
        self.status.setCurrentIndex(0)
        self.more.clear()

    # Acting

    def _click(self, index: QModelIndex) -> None:
        """A plain click goes to the figure; with Ctrl or Shift it only selects."""
        if not QApplication.keyboardModifiers() & (
            Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
        ):
            self._choose(index)

    def _choose(self, index: QModelIndex) -> None:
        indicator = index.data(INDICATOR_ROLE)
        if indicator is not None:
            self.indicator_activated.emit(indicator.id)

    def _hover(self, index: QModelIndex) -> None:
        indicator = index.data(INDICATOR_ROLE)
        if indicator is not None:
            self._selection.hover(indicator.sentence_id, indicator.id)

    def _show_hovered(self, indicator: str) -> None:
        self.delegate.hovered = indicator
        self.table.viewport().update()

    def _show_menu(self, at: QPoint) -> None:
        index = self.table.indexAt(at)
        if not index.isValid():
            return
        indicator = index.data(INDICATOR_ROLE)
        menu = QMenu(self)
        menu.addAction(self.tr("Go to the figure"), lambda: self.indicator_activated.emit(indicator.id))
        if indicator.links:
            other = indicator.links[0]
            menu.addAction(self.tr("Go to its counterpart"), lambda: self.indicator_activated.emit(other))
        menu.addSeparator()
        menu.addAction(self.tr("Copy with citation"), self._copy)
        menu.addAction(self.tr("Chart"), self.chart_wanted.emit)
        menu.addAction(self.tr("Compare across places"), lambda: self.compare_wanted.emit(indicator.name))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.table.viewport().mapToGlobal(at))

    def _copy(self) -> None:
        self.copy_wanted.emit(self.picked_ids())

    def _tell_picked(self) -> None:
        self.picked.emit(self.picked_ids())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ctrl+C copies the selected rows, Esc lets go of them; the mouse that leaves hovers nothing."""
        if watched is self.table.viewport() and event.type() == QEvent.Type.Leave:
            self._selection.hover("")
        if watched is self.table and event.type() in (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride):
            assert isinstance(event, QKeyEvent)
            if event.matches(QKeySequence.StandardKey.Copy):
                event.accept()
                if event.type() == QEvent.Type.KeyPress:
                    self._copy()
                return True
            if (
                event.matches(QKeySequence.StandardKey.SelectAll)
                and event.type() == QEvent.Type.ShortcutOverride
            ):
                event.accept()
                return True
            if event.key() == Qt.Key.Key_Escape and event.type() == QEvent.Type.KeyPress:
                self.table.clearSelection()
                self.escaped.emit()
                return True
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrow panel tells the period below the value."""
        room = "wide" if self.width() >= _ROOMY else "compact" if self.width() >= _TIGHT else "narrow"
        if room != self._room:
            self._room = room
            self.delegate.compact = room != "wide"
            self.table.arrange(room)
        super().resizeEvent(event)

    def _apply_filter(self) -> None:
        chosen = self.status.currentData()
        status = chosen if chosen in ("actual", "target") else ""
        wanted = self.more.wanted
        self.filter.set_wanted(
            replace(
                Wanted(words=self.line.text(), status=status, linked=chosen == "linked"),
                chapter=wanted.chapter,
                kind=wanted.kind,
                unit=wanted.unit,
            )
        )
        self._show_state()

    def _show_state(self) -> None:
        total, shown = self.model.rowCount(), self.filter.rowCount()
        if self._pending:
            words = (self.tr("Looking for figures…"), self.tr("The text can be read in the meantime."))
        elif not total:
            words = (
                self.tr("No figures found"),
                self.tr(
                    "This text states no percentages, amounts of money, counts or ranks that the reader knows."
                ),
            )
        else:
            hidden = self.tr("Take away a word or a filter: {total} figures are hidden.")
            words = (self.tr("No figure passes the filters"), hidden.format(total=total))
        self.empty.set_text(*words)
        self.empty.show_links(on=total > 0)
        self.stack.setCurrentWidget(self.table if shown else self.empty)
        for button in (self.export, self.chart):
            button.setEnabled(total > 0)
        linked = sum(1 for row in self.model.rows if row.counterparts)
        said = (
            self.tr("{shown} of {total}") if shown != total else self.tr("{total} figures, {linked} linked")
        )
        self.count.setText(said.format(shown=shown, total=total, linked=linked) if total else "")


def _row(*widgets: QWidget, margins: tuple[int, int, int, int]) -> QHBoxLayout:
    """A line of widgets, of which the first takes the room."""
    row = QHBoxLayout()
    row.setContentsMargins(*margins)
    for n, widget in enumerate(widgets):
        row.addWidget(widget, 1 if n == 0 else 0)
    return row
