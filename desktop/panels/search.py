"""The search panel: asks while one types, shows the passages, leads to them."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLabel,
    QLineEdit,
    QListView,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop.itemmodels.hits import HIT_ROLE, HitRow, HitsModel
from desktop.panels.empty import EmptyState
from desktop.panels.hit_delegate import HitDelegate
from desktop.theme import Theme

DEBOUNCE_MS: Final = 80
EXAMPLES: Final = (
    "GDP growth target for this year",
    "养老服务",
    "foreign trade and investment",
    "科技創新",
    "air quality",
)


class SearchPanel(QWidget):
    """A query line over a list of passages. ``escaped`` asks for the focus to go back to the text."""

    query_changed = Signal(str)
    hit_activated = Signal(object)
    escaped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self.model = HitsModel(self)
        self.delegate = HitDelegate(self)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(DEBOUNCE_MS)
        self._build()
        self._connect()
        self._unavailable = ""
        self._show_state()

    def _build(self) -> None:
        self.line = QLineEdit(self)
        self.line.setPlaceholderText(self.tr("Search by meaning, in English or Chinese"))
        self.line.setAccessibleName(self.tr("Search"))
        self.line.setClearButtonEnabled(True)
        self.list = QListView(self)
        self.list.setModel(self.model)
        self.list.setItemDelegate(self.delegate)
        self.list.setMouseTracking(True)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setResizeMode(QListView.ResizeMode.Adjust)
        self.list.setAccessibleName(self.tr("Passages found"))
        self.empty = EmptyState("", "", self)
        self.empty.set_links(EXAMPLES, self.ask)
        self.stack = QStackedWidget(self)
        self.stack.addWidget(self.list)
        self.stack.addWidget(self.empty)
        self.count = QLabel("", self)
        self.count.setObjectName("muted")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 10, 0, 0)
        column.setSpacing(6)
        head = QVBoxLayout()
        head.setContentsMargins(12, 0, 12, 0)
        head.addWidget(self.line)
        head.addWidget(self.count)
        column.addLayout(head)
        column.addWidget(self.stack, 1)

    def _connect(self) -> None:
        self.line.textChanged.connect(self._wait)
        self.line.returnPressed.connect(self._enter)
        self._timer.timeout.connect(self._ask)
        self.list.clicked.connect(self._activate)
        self.list.activated.connect(self._activate)
        self.line.installEventFilter(self)
        self.list.installEventFilter(self)

    def set_theme(self, theme: Theme) -> None:
        """Draw results in another theme."""
        self.delegate.theme = theme
        self.list.viewport().update()

    def ask(self, query: str) -> None:
        """Search for ``query`` at once."""
        self.line.setText(query)
        self._timer.stop()
        self._ask()

    def set_unavailable(self, reason: str) -> None:
        """Say why there is no search; empty when there is."""
        self._unavailable = reason
        self._show_state()

    def show_hits(self, query: str, rows: tuple[HitRow, ...]) -> None:
        """Show what was found; answers to an older query are dropped."""
        if query != self.line.text():
            return
        self.delegate.query = query
        self.model.set_rows(rows)
        self.list.scrollToTop()
        self._show_state()

    def reset(self) -> None:
        """Forget the results, when another report is opened; ask the same again of it."""
        self.model.set_rows(())
        self._unavailable = ""
        self._show_state()
        if self.line.text().strip():
            self._timer.start()

    def step(self, by: int) -> None:
        """Go to the next or the previous passage."""
        count = self.model.rowCount()
        if not count:
            return
        current = self.list.currentIndex()
        row = (current.row() + by) % count if current.isValid() else (0 if by > 0 else count - 1)
        self._activate(self.model.index(row))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrow keys lead from the line into the list; Escape leads back to the text."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Escape:
                self.escaped.emit()
                return True
            if watched is self.line and event.key() == Qt.Key.Key_Down and self.model.rowCount():
                self.list.setFocus()
                self.list.setCurrentIndex(self.model.index(max(0, self.list.currentIndex().row())))
                return True
            top = self.list.currentIndex().row() <= 0
            if watched is self.list and event.key() == Qt.Key.Key_Up and top:
                self.line.setFocus()
                return True
        return super().eventFilter(watched, event)

    def ask_again(self) -> None:
        """Repeat the question, where there is one."""
        if self.model.rowCount():
            self._ask()

    def _wait(self) -> None:
        self._timer.start()

    def _ask(self) -> None:
        self.query_changed.emit(self.line.text())

    def _enter(self) -> None:
        if self._timer.isActive():
            self._timer.stop()
            self._ask()
        self.step(1)

    def _activate(self, index: QModelIndex) -> None:
        row = index.data(HIT_ROLE)
        if isinstance(row, HitRow):
            self.list.setCurrentIndex(index)
            self.list.scrollTo(index)
            self.hit_activated.emit(row)

    def _show_state(self) -> None:
        rows, asked = self.model.rowCount(), bool(self.line.text().strip())
        self.stack.setCurrentWidget(self.list if rows else self.empty)
        self.count.setText(self.tr("{n} passages").format(n=rows) if rows else "")
        self.count.setVisible(bool(rows))
        self.empty.show_links(on=not self._unavailable)
        if self._unavailable:
            self.empty.set_text(self.tr("No search for now"), self._unavailable)
        elif asked:
            self.empty.set_text(
                self.tr("Nothing found"),
                self.tr("No passage comes near these words. Other words may do better:"),
            )
        else:
            self.empty.set_text(
                self.tr("Ask in your own words"),
                self.tr(
                    "The search goes by meaning: an English question finds Chinese passages, Simplified finds "
                    "Traditional. Enter goes to the best passage, F3 to the next one. For example:"
                ),
            )
