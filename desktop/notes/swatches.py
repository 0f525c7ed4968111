"""Buttons of the five colours, drawn as dots; the chosen one has a ring and a tick, so that colour does not tell alone."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from desktop.notes.colours import Pigment, colour_words, pigment
from desktop.theme import LIGHT, Theme
from index.notes.model import Colour

_SIZE: Final = 18


class Swatches(QWidget):
    """``chosen`` tells the colour that was clicked."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._current: Colour | None = None
        self._theme = LIGHT
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        self.buttons: dict[Colour, QToolButton] = {}
        for number, colour in enumerate(Colour, start=1):
            button = QToolButton(self)
            button.setIconSize(QSize(_SIZE, _SIZE))
            button.setAccessibleName(colour_words(colour))
            button.setToolTip(f"{colour_words(colour)} ({number})")
            button.clicked.connect(lambda _=False, colour=colour: self.chosen.emit(colour))
            self.buttons[colour] = button
            row.addWidget(button)

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme."""
        self._theme = theme
        for colour, button in self.buttons.items():
            button.setIcon(swatch(pigment(theme, colour), ticked=colour is self._current))

    def set_current(self, colour: Colour | None) -> None:
        """Mark a colour as the one at hand."""
        self._current = colour
        self.set_theme(self._theme)


def swatch(colours: Pigment, *, ticked: bool = False) -> QIcon:
    """A dot in a colour."""
    ratio = 2
    pixmap = QPixmap(_SIZE * ratio, _SIZE * ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(ratio, ratio)
    painter.setPen(QPen(QColor(colours.ink), 2.2 if ticked else 1.2))
    painter.setBrush(QColor(colours.ground))
    painter.drawEllipse(QRectF(2, 2, _SIZE - 4, _SIZE - 4))
    if ticked:
        painter.setPen(QPen(QColor(colours.ink), 1.8, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawPolyline([QPointF(5.8, 9.3), QPointF(8.2, 11.7), QPointF(12.4, 6.8)])
    painter.end()
    pixmap.setDevicePixelRatio(ratio)
    return QIcon(pixmap)
