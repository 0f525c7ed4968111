"""The search panel: asks while one types, shows figures and passages under their headings, leads to them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListView,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop.itemmodels.hits import HIT_ROLE, FigureRow, HitRow, HitsModel, in_groups
from desktop.panels.empty import EmptyState
from desktop.panels.hit_delegate import HitDelegate
from desktop.panels.saved_menu import SavedMenu
from desktop.panels.search_completion import FilterCompletion, Values
from desktop.panels.search_scope import Scope
from desktop.panels.search_words import EXAMPLES, empty_words
from desktop.theme import Theme
from desktop.wording import language

DEBOUNCE_MS: Final = 80


class SearchPanel(QWidget):
    """A query line over a list of results. ``escaped`` asks for the focus to go back to the text."""

    query_changed = Signal(str, bool)
    """The query, and whether all reports are searched."""
    hit_activated = Signal(object)
    figure_activated = Signal(object)
    menu_wanted = Signal(object, QPoint)
    like_wanted = Signal(object)
    escaped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self.model = HitsModel(self)
        self.delegate = HitDelegate(self)
        self.values: Values = lambda _: ()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(DEBOUNCE_MS)
        self._build()
        self._connect()
        self._unavailable = self._busy = ""
        self._show_state()

    def _build(self) -> None:
        self.line = QLineEdit(self)
        self.line.setPlaceholderText(self.tr("Search by meaning, in English or Chinese"))
        self.line.setAccessibleName(self.tr("Search"))
        self.line.setClearButtonEnabled(True)
        self.completion = FilterCompletion(self.line, self._values_of, chinese=language() == "zh")
        self.scope = Scope(self.tr("This report"), self.tr("All reports"), self)
        self.saved = SavedMenu(self)
        self.why = QToolButton(self)
        self.why.setText(self.tr("Why"))
        self.why.setObjectName("toggle")
        self.why.setCheckable(True)
        self.why.setToolTip(self.tr("Say under each passage why it was found"))
        self.why.setAccessibleName(self.why.toolTip())
        self.list = QListView(self)
        self.list.setModel(self.model)
        self.list.setItemDelegate(self.delegate)
        self.list.setMouseTracking(True)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setResizeMode(QListView.ResizeMode.Adjust)
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.list.setAccessibleName(self.tr("Passages found"))
        self.empty = EmptyState("", "", self)
        self.empty.set_links(EXAMPLES, self.ask)
        self.stack = QStackedWidget(self)
        self.stack.addWidget(self.list)
        self.stack.addWidget(self.empty)
        self.count = QLabel("", self)
        self.count.setObjectName("muted")
        head = QVBoxLayout()
        head.setContentsMargins(12, 0, 12, 0)
        head.setSpacing(6)
        first = QHBoxLayout()
        first.setSpacing(4)
        first.addWidget(self.line, 1)
        first.addWidget(self.saved)
        head.addLayout(first)
        row = QHBoxLayout()
        row.addWidget(self.scope)
        row.addStretch(1)
        row.addWidget(self.count)
        row.addWidget(self.why)
        head.addLayout(row)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 10, 0, 0)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self.stack, 1)

    def _connect(self) -> None:
        self.line.textChanged.connect(self._change_query)
        self.line.returnPressed.connect(self._enter)
        self._timer.timeout.connect(self._ask)
        self.scope.changed.connect(self._change_scope)
        self.why.toggled.connect(self._explain)
        self.list.clicked.connect(self._activate)
        self.list.activated.connect(self._activate)
        self.list.customContextMenuRequested.connect(self._ask_for_menu)
        self.empty.suggested.connect(self.ask)
        self.line.installEventFilter(self)
        self.list.installEventFilter(self)

    def set_theme(self, theme: Theme) -> None:
        """Draw results in another theme."""
        self.delegate.theme = theme
        self.list.viewport().update()

    def _values_of(self, key: str) -> Sequence[str]:
        return self.values(key)  # which is told later than the panel is made

    def ask(self, query: str) -> None:
        """Search for ``query`` at once."""
        self.line.setText(query)
        self._timer.stop()
        self._ask()

    def set_unavailable(self, reason: str) -> None:
        """Say why there is no search; empty when there is."""
        self._unavailable = reason
        self._show_state()

    def set_busy(self, words: str) -> None:
        """Say what is being done before all can be searched; empty when it is done."""
        self._busy = words
        self._show_state()

    def show_answer(
        self, query: str, rendered: str, figures: Sequence[FigureRow], hits: Sequence[HitRow]
    ) -> None:
        """Show what was found; answers to an older query are dropped."""
        if query != self.line.text():
            return
        chosen = self.list.currentIndex().data(HIT_ROLE)
        self.delegate.queries = (query, rendered) if rendered else (query,)
        self.model.set_rows((*figures, *in_groups(hits)))
        if isinstance(chosen, HitRow) and chosen.passage in [row.passage for row in hits]:
            self._choose_again(chosen)
        else:
            self.list.scrollToTop()
        self._show_state()

    def reset(self) -> None:
        """Forget the results, when another report is opened; ask the same again of it."""
        self._unavailable = ""
        if not self.scope.everywhere:
            self.model.set_rows(())
            if self.line.text().strip():
                self._timer.start()
        self._show_state()

    def step(self, by: int) -> None:
        """Go to the next or the previous result."""
        current = self.list.currentIndex()
        row = self.model.next_of(current.row() if current.isValid() else (-1 if by > 0 else 0), by)
        if row >= 0:
            self._activate(self.model.index(row))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrow keys lead from the line into the list; Escape leads back to the text."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Escape:
                self.escaped.emit()
                return True
            if watched is self.line and event.key() == Qt.Key.Key_Down and self.model.rowCount():
                self.list.setFocus()
                at = self.list.currentIndex().row()
                self.list.setCurrentIndex(self.model.index(at if at >= 0 else self.model.next_of(-1, 1)))
                return True
            top = self.list.currentIndex().row() <= self.model.next_of(-1, 1)
            if watched is self.list and event.key() == Qt.Key.Key_Up and top:
                self.line.setFocus()
                return True
        return super().eventFilter(watched, event)

    def ask_again(self) -> None:
        """Repeat the question, where there is one."""
        if self.line.text().strip():
            self._ask()

    def mark_new(self, passages: Iterable[tuple[str, str]]) -> None:
        """Mark these, by report and sentence, as not there when the same was asked before."""
        self.delegate.new = frozenset(passages)
        self.list.scheduleDelayedItemsLayout()
        self._show_state()

    def _change_query(self, query: str) -> None:
        self.saved.set_query(query)
        self._timer.start()

    def _ask(self) -> None:
        self.query_changed.emit(self.line.text(), self.scope.everywhere)

    def _enter(self) -> None:
        if self._timer.isActive():
            self._timer.stop()
            self._ask()
        self.step(1)

    def _change_scope(self) -> None:
        self.model.set_rows(())
        self._show_state()
        self._ask()

    def _explain(self, on: bool) -> None:
        self.delegate.explains = on
        self.list.scheduleDelayedItemsLayout()

    def _choose_again(self, chosen: HitRow) -> None:
        for at, row in enumerate(self.model.rows):
            if isinstance(row, HitRow) and row.passage == chosen.passage:
                self.list.setCurrentIndex(self.model.index(at))

    def _activate(self, index: QModelIndex) -> None:
        row = index.data(HIT_ROLE)
        if isinstance(row, (HitRow, FigureRow)):
            self.list.setCurrentIndex(index)
            self.list.scrollTo(index)
        if isinstance(row, HitRow):
            self.hit_activated.emit(row)
        elif isinstance(row, FigureRow):
            self.figure_activated.emit(row)

    def _ask_for_menu(self, at: QPoint) -> None:
        index = self.list.indexAt(at)
        row = index.data(HIT_ROLE) if index.isValid() else None
        if isinstance(row, HitRow):
            self.menu_wanted.emit(row, self.list.viewport().mapToGlobal(at))

    def _show_state(self) -> None:
        hits = self.model.hits
        self.stack.setCurrentWidget(self.list if self.model.rowCount() else self.empty)
        if self._busy:
            self.count.setText(self._busy)
        else:
            new = sum((r.passage.report_id, r.passage.sentence_id) in self.delegate.new for r in hits)
            words = self.tr("{n} passages").format(n=len(hits)) if hits else ""
            self.count.setText(f"{words} · {self.tr('{n} new').format(n=new)}" if new else words)
        self.why.setVisible(bool(hits) and not self._busy)
        asked = self.line.text()
        heading, words, instead = empty_words(asked, everywhere=self.scope.everywhere)
        if self._unavailable:
            heading, words, instead = self.tr("No search for now"), self._unavailable, ""
        elif self._busy and self.scope.everywhere:
            heading, words, instead = self.tr("Taking in the reports of the library"), self._busy, ""
        self.empty.set_text(heading, words)
        self.empty.suggest(instead)
        self.empty.show_links(on=not self._unavailable and not instead and not self._busy)
