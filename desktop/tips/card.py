"""One tip: a small card beside the thing it is about, and a frame around that."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.notes.bar import place_beside

_WIDTH: Final = 330


class TipCard(QFrame):
    """Says a tip; ``on`` asks for the next, ``left`` that no more are wanted."""

    on = Signal()
    left = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("popup")
        self.setFixedWidth(_WIDTH)
        self.ring = QFrame(window)
        self.ring.setObjectName("tip-ring")
        self.ring.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.ring.hide()
        self.head = QLabel("", self)
        self.head.setObjectName("heading")
        self.words = QLabel("", self)
        self.words.setWordWrap(True)
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self._count = QLabel("", self)
        self._count.setObjectName("muted")
        self.skip = QPushButton(self.tr("Skip"), self)
        self.next = QPushButton("", self)
        self.skip.clicked.connect(self.left)
        self.next.clicked.connect(self.on)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self._count, 1)
        foot.addWidget(self.skip)
        foot.addWidget(self.next)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 12, 12)
        column.setSpacing(8)
        column.addWidget(self.head)
        column.addWidget(self.words)
        column.addLayout(foot)
        self.hide()

    def say(self, head: str, words: str, at: int, count: int) -> None:
        """Show the tip number ``at`` of ``count``, from 0."""
        self.head.setText(head)
        self.words.setText(words)
        self.setAccessibleName(head)
        self.setAccessibleDescription(words)
        self._count.setText(f"{at + 1} / {count}")
        is_last = at + 1 == count
        self.next.setText(self.tr("Start reading") if is_last else self.tr("Next"))
        self.skip.setVisible(not is_last)

    def point_at(self, place: QRect) -> None:
        """Stand beside a part of the window."""
        self.ring.setGeometry(place.adjusted(-4, -4, 4, 4))
        self.ring.show()
        self.ring.raise_()
        # Labels that wrap tell their height only for a width.
        self.words.setFixedHeight(self.words.heightForWidth(_WIDTH - 28))
        self.adjustSize()
        self.move(place_beside(place, self, above=False, gap=14))
        self.show()
        self.raise_()

    def leave(self) -> None:
        """Go, with the frame."""
        self.ring.hide()
        self.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape wants no more."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
