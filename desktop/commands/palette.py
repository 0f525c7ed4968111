"""The command palette: a line over the window, and below it what fits."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    Qt,
    QTimer,
)
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QLabel, QLineEdit, QListView, QVBoxLayout, QWidget

from desktop.commands.palette_delegate import OFFER_ROLE, ROW_HEIGHT, OfferDelegate
from desktop.commands.sources import Offer, Sources

if TYPE_CHECKING:
    from desktop.main_window import MainWindow

_WIDTH: Final = 620
_ROWS: Final = 11
_Index = QModelIndex | QPersistentModelIndex


class _Offers(QAbstractListModel):
    """The rows of the palette."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.offers: list[Offer] = []

    def show(self, offers: list[Offer]) -> None:
        self.beginResetModel()
        self.offers = offers
        self.endResetModel()

    def rowCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.offers)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        offer = self.offers[index.row()]
        if role == OFFER_ROLE:
            return offer
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return " — ".join(part for part in (offer.kind, offer.words, offer.side) if part)
        return None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        enabled = index.isValid() and self.offers[index.row()].enabled
        return (
            Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable if enabled else Qt.ItemFlag.NoItemFlags
        )


class Palette(QFrame):
    """Asks for a command and does it; leaves as it came with Escape, or when the focus goes elsewhere."""

    def __init__(self, sources: Sources, window: MainWindow) -> None:
        super().__init__(window)
        self.setObjectName("popup")
        self._sources, self._window = sources, window
        self._before: QWidget | None = None
        self.line = QLineEdit(self)
        self.line.setPlaceholderText(self.tr("A command, a heading, a recent report; : for a paragraph"))
        self.line.setAccessibleName(self.tr("Commands"))
        self.line.textChanged.connect(self._look)
        self.line.installEventFilter(self)
        self.model = _Offers(self)
        self.delegate = OfferDelegate(self)
        self.list = QListView(self)
        self.list.setModel(self.model)
        self.list.setItemDelegate(self.delegate)
        self.list.setAccessibleName(self.tr("Commands that fit"))
        self.list.setFocusPolicy(
            Qt.FocusPolicy.NoFocus
        )  # the line keeps the focus; its arrows move the choice
        self.list.setUniformItemSizes(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setMouseTracking(True)
        self.list.clicked.connect(self._use)
        self._none = QLabel(self.tr("Nothing of that name"), self)
        self._none.setObjectName("muted")
        self._none.setContentsMargins(12, 10, 12, 12)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(6)
        for widget in (self.line, self.list, self._none):
            column.addWidget(widget)
        self.hide()
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._follow_focus)

    def ask(self, typed: str = "") -> None:
        """Come up, with something typed already."""
        if self.isHidden():
            self._before = QApplication.focusWidget()
        self.delegate.theme = self._window.view.style_.theme
        self.line.blockSignals(True)
        self.line.setText(typed)
        self.line.blockSignals(False)
        self._look(typed)
        self.show()
        self.raise_()
        self.line.setFocus(Qt.FocusReason.PopupFocusReason)

    def leave(self) -> None:
        """Go, and give the focus back."""
        if self.isHidden():
            return
        before, self._before = self._before, None
        self.hide()
        if before is not None and before.isVisible():
            before.setFocus(Qt.FocusReason.PopupFocusReason)
        else:
            self._window.view.setFocus(Qt.FocusReason.PopupFocusReason)

    def _look(self, typed: str) -> None:
        self.model.show(self._sources.offers(typed))
        self._none.setVisible(not self.model.offers)
        self.list.setVisible(bool(self.model.offers))
        self._choose(next((i for i, offer in enumerate(self.model.offers) if offer.enabled), -1))
        self._place()

    def _choose(self, row: int) -> None:
        self.list.setCurrentIndex(self.model.index(row, 0) if row >= 0 else QModelIndex())

    def _place(self) -> None:
        """At the top of the window, in its middle."""
        rows = min(_ROWS, max(1, len(self.model.offers)))
        self.list.setFixedHeight(rows * ROW_HEIGHT + 2)
        width = min(_WIDTH, self._window.width() - 24)
        self.setFixedWidth(width)
        self.adjustSize()
        top = self._window.centralWidget().mapTo(self._window, QPoint(0, 0)).y()
        self.move((self._window.width() - width) // 2, top + 12)

    def _step(self, by: int) -> None:
        offers = self.model.offers
        row = self.list.currentIndex().row()
        for _ in offers:
            row = (row + by) % len(offers)
            if offers[row].enabled:
                self._choose(row)
                return

    def _use(self, index: QModelIndex) -> None:
        offer = index.data(OFFER_ROLE)
        if isinstance(offer, Offer) and offer.enabled:
            self.leave()
            # After this event: what is done may open a dialog, and the palette must be gone from the screen by then.
            QTimer.singleShot(0, self._window, offer.use)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The arrows of the line move the choice, Return does it."""
        if watched is self.line and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            steps = {
                Qt.Key.Key_Down: 1,
                Qt.Key.Key_Up: -1,
                Qt.Key.Key_PageDown: _ROWS,
                Qt.Key.Key_PageUp: -_ROWS,
            }
            key = Qt.Key(event.key())
            if key in steps:
                self._step(steps[key])
                return True
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._use(self.list.currentIndex())
                return True
            if key == Qt.Key.Key_Escape:
                self.leave()
                return True
        return super().eventFilter(watched, event)

    def _follow_focus(self, _: QWidget | None, now: QWidget | None) -> None:
        inside = now is None or now is self or self.isAncestorOf(now)
        if not self.isHidden() and not inside:
            self._before = None
            self.hide()
