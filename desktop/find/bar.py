"""The find bar above the text: what to look for, how many there are, and which one is shown."""

from __future__ import annotations

import re
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QToolButton, QWidget

from desktop.icons import icon, icon_size
from desktop.theme import LIGHT, Theme

_LATIN: Final = re.compile("[A-Za-z]")


class FindBar(QFrame):
    """Says what is wanted; it finds nothing itself."""

    query_changed = Signal(str)
    step_wanted = Signal(int)
    whole_changed = Signal(bool)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("findbar")
        self.line = QLineEdit(self)
        self.line.setPlaceholderText(self.tr("Find in the text, in both languages"))
        self.line.setAccessibleName(self.tr("Find in the text"))
        self.line.setClearButtonEnabled(True)
        self.line.setMinimumWidth(200)
        self.line.setMaximumWidth(380)
        self.line.textChanged.connect(self._tell)
        self.whole = QToolButton(self)
        self.whole.setObjectName("toggle")
        self.whole.setText(self.tr("Whole words"))
        self.whole.setCheckable(True)
        self.whole.toggled.connect(self.whole_changed)
        self._count = QLabel("", self)
        self._count.setTextFormat(Qt.TextFormat.PlainText)
        self._count.setMinimumWidth(110)
        self.previous = self._button("up", self.tr("Find previous"), lambda: self.step_wanted.emit(-1))
        self.next = self._button("down", self.tr("Find next"), lambda: self.step_wanted.emit(1))
        self.close_button = self._button("close", self.tr("Close the find bar"), self.closed.emit)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 6, 8, 6)
        row.setSpacing(8)
        row.addWidget(self.line, 3)
        for widget in (self.previous, self.next, self.whole, self._count):
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(self.close_button)
        self.set_theme(LIGHT)
        self._tell("")
        self.hide()

    def _button(self, drawn: str, words: str, use: object) -> QToolButton:
        button = QToolButton(self)
        button.setProperty("drawn", drawn)
        button.setToolTip(words)
        button.setAccessibleName(words)
        button.setIconSize(icon_size())
        button.clicked.connect(use)
        return button

    def set_theme(self, theme: Theme) -> None:
        """Another theme."""
        for button in (self.previous, self.next, self.close_button):
            button.setIcon(icon(str(button.property("drawn")), theme.text, theme.faint))

    def _tell(self, query: str) -> None:
        self.whole.setVisible(bool(_LATIN.search(query)))  # Chinese has no words that blanks would tell
        self.query_changed.emit(query)

    @property
    def is_whole(self) -> bool:
        """True where only whole words count."""
        return self.whole.isChecked() and not self.whole.isHidden()

    def text(self) -> str:
        """What is said of the places found."""
        return self._count.text()

    def show_count(self, at: int, count: int, *, one_language: str = "") -> None:
        """Say which place of how many is shown; ``at`` is -1 for none of them.

        ``one_language`` is named where the other is not on screen, and so was not searched.
        """
        if not self.line.text().strip():
            words = ""
        elif not count:
            words = self.tr("Not in the text")
        elif at < 0:
            words = self.tr("{n} places").format(n=f"{count:,}")
        else:
            words = f"{at + 1:,} / {count:,}"
        if words and one_language:
            words = f"{words} · {one_language}"
        self._count.setText(words)
        missing = bool(self.line.text().strip()) and not count
        self._count.setObjectName("problem" if missing else "muted")
        self._count.style().polish(self._count)
        for button in (self.previous, self.next):
            button.setEnabled(count > 0)

    def show_waiting(self) -> None:
        """A long text is being looked through."""
        self._count.setText("…")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return goes on, Shift+Return back, Escape closes."""
        key, back = event.key(), bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.step_wanted.emit(-1 if back else 1)
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.step_wanted.emit(1 if key == Qt.Key.Key_Down else -1)
        elif key == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)
