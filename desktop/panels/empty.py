"""What a panel shows while it has nothing to show: what it is for, and what can be done now."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget


class EmptyState(QWidget):
    """A heading, a few sentences, and perhaps some things to click; ``suggested`` tells what was."""

    suggested = Signal(str)

    def __init__(self, heading: str, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(20, 26, 20, 20)
        self._column.setSpacing(8)
        self._heading = QLabel(heading)
        self._heading.setObjectName("heading")
        self._text = QLabel(text)
        self._text.setObjectName("muted")
        for label in (self._heading, self._text):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            self._column.addWidget(label)
        self._links: list[QPushButton] = []
        self.suggestion = self._link("")
        self.suggestion.clicked.connect(lambda: self.suggested.emit(self.suggestion.text()))
        self.suggestion.hide()
        self._column.addWidget(self.suggestion)
        self._column.addStretch(1)

    def set_text(self, heading: str, text: str) -> None:
        """Say something else."""
        self._heading.setText(heading)
        self._text.setText(text)

    def text(self) -> str:
        """All that is said."""
        return f"{self._heading.text()}\n{self._text.text()}"

    def set_links(self, words: Sequence[str], use: Callable[[str], None]) -> None:
        """Offer some words to click; ``use`` gets the ones that were."""
        for i, each in enumerate(words):
            link = self._link(each)
            link.clicked.connect(lambda _=False, words=each: use(words))
            self._column.insertWidget(2 + i, link)
            self._links.append(link)

    def suggest(self, words: str) -> None:
        """Offer one thing to click, or nothing."""
        self.suggestion.setText(words)
        self.suggestion.setVisible(bool(words))

    def _link(self, words: str) -> QPushButton:
        link = QPushButton(words, self)
        link.setObjectName("link")
        link.setCursor(Qt.CursorShape.PointingHandCursor)
        return link

    def show_links(self, *, on: bool) -> None:
        """Show the words to click, or not."""
        for link in self._links:
            link.setVisible(on)
