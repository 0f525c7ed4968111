"""A small bar at the words that were just selected: mark them, or write a note. It never takes the focus."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QWidget

from desktop.icons import icon, icon_size
from desktop.notes.swatches import Swatches
from desktop.theme import Theme


class SelectionBar(QFrame):
    """``coloured`` tells a highlighter's colour; ``underline_wanted`` and ``note_wanted`` what else was clicked."""

    coloured = Signal(object)
    underline_wanted = Signal()
    note_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("popup")
        self.setAccessibleName(self.tr("Mark the selected words"))
        self.setCursor(Qt.CursorShape.ArrowCursor)
        row = QHBoxLayout(self)
        row.setContentsMargins(6, 4, 6, 4)
        row.setSpacing(2)
        self.swatches = Swatches(self)
        self.underline = self._button(self.tr("Underline"), self.underline_wanted)
        self.note = self._button(self.tr("Write a note"), self.note_wanted)
        for part in (self.swatches, self.underline, self.note):
            row.addWidget(part)
        for button in self.findChildren(QToolButton):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.swatches.chosen.connect(self.coloured)
        self.hide()

    def _button(self, name: str, signal: object) -> QToolButton:
        button = QToolButton(self)
        button.setIconSize(icon_size())
        button.setAccessibleName(name)
        button.setToolTip(name)
        button.clicked.connect(signal)
        return button

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme."""
        self.swatches.set_theme(theme)
        self.underline.setIcon(icon("underline", theme.text, theme.faint))
        self.note.setIcon(icon("note", theme.text, theme.faint))

    def show_at(self, words: QRect) -> None:
        """Stand above the words, or below where there is no room, inside the parent."""
        self.adjustSize()
        self.move(place_beside(words, self, above=True))
        self.show()
        self.raise_()


def place_beside(words: QRect, widget: QWidget, *, above: bool, gap: int = 8) -> QPoint:
    """Where ``widget`` goes to stand above or below ``words`` without leaving its parent or hiding them."""
    parent = widget.parentWidget()
    room = parent.rect() if parent is not None else widget.rect()
    over, under = words.top() - gap - widget.height(), words.bottom() + gap
    first, second = (over, under) if above else (under, over)
    fits = first >= room.top() and first + widget.height() <= room.bottom()
    y = first if fits else second
    x = min(
        max(words.center().x() - widget.width() // 2, room.left() + gap), room.right() - widget.width() - gap
    )
    return QPoint(
        max(x, room.left()), min(max(y, room.top()), max(room.top(), room.bottom() - widget.height()))
    )
