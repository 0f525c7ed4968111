"""Two tiny bars of one scale: what was reached is solid, what is aimed at is outlined."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from desktop.theme import Theme

if TYPE_CHECKING:
    from index.indicators import Indicator

_THICK: Final = 4.0
_GAP: Final = 3.0
_LEAST: Final = 2.0


def paint_bars(painter: QPainter, box: QRectF, one: Indicator, other: Indicator, theme: Theme) -> None:
    """Draw the row's own figure above its counterpart; nothing where they have no common scale."""
    values = [abs(float(i.quantity.value)) for i in (one, other)]
    longest = max(values)
    if longest <= 0 or one.quantity.unit != other.quantity.unit:
        return
    for n, (indicator, value) in enumerate(zip((one, other), values, strict=True)):
        target = str(indicator.status) == "target"
        colour = QColor(theme.target if target else theme.actual)
        width = max(_LEAST, box.width() * value / longest)
        bar = QRectF(box.left(), box.top() + n * (_THICK + _GAP), width, _THICK)
        if target:
            painter.setPen(QPen(colour, 1.0))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(bar.adjusted(0.5, 0.5, -0.5, -0.5))
        else:
            painter.fillRect(bar, colour)
