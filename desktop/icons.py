"""The icons, drawn: a few strokes each on a 24-unit grid, in the colour of the theme."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPainterPath, QPen, QPixmap

_SIZE: Final = 20


def _open(path: QPainterPath) -> None:
    path.moveTo(3.5, 18.5)
    path.lineTo(3.5, 6)
    path.lineTo(9, 6)
    path.lineTo(11.2, 8.5)
    path.lineTo(19, 8.5)
    path.lineTo(19, 11)
    path.moveTo(3.5, 18.5)
    path.lineTo(6.5, 11)
    path.lineTo(21.5, 11)
    path.lineTo(18.5, 18.5)
    path.closeSubpath()


def _back(path: QPainterPath) -> None:
    path.moveTo(19, 12)
    path.lineTo(5.5, 12)
    path.moveTo(11, 6)
    path.lineTo(5, 12)
    path.lineTo(11, 18)


def _forward(path: QPainterPath) -> None:
    path.moveTo(5, 12)
    path.lineTo(18.5, 12)
    path.moveTo(13, 6)
    path.lineTo(19, 12)
    path.lineTo(13, 18)


def _search(path: QPainterPath) -> None:
    path.addEllipse(QPointF(10.5, 10.5), 6, 6)
    path.moveTo(15, 15)
    path.lineTo(20, 20)


def _close(path: QPainterPath) -> None:
    path.moveTo(7, 7)
    path.lineTo(17, 17)
    path.moveTo(17, 7)
    path.lineTo(7, 17)


def _up(path: QPainterPath) -> None:
    path.moveTo(6, 15)
    path.lineTo(12, 9)
    path.lineTo(18, 15)


def _down(path: QPainterPath) -> None:
    path.moveTo(6, 9)
    path.lineTo(12, 15)
    path.lineTo(18, 9)


def _pause(path: QPainterPath) -> None:
    path.addRoundedRect(QRectF(7, 7, 10, 10), 1.5, 1.5)


def _resume(path: QPainterPath) -> None:
    path.moveTo(9, 6)
    path.lineTo(17.5, 12)
    path.lineTo(9, 18)
    path.closeSubpath()


def _theme(path: QPainterPath) -> None:
    path.moveTo(19.5, 14.5)
    path.cubicTo(14, 17, 7.5, 12.5, 9.8, 4.6)
    path.cubicTo(0.5, 8, 4, 20.5, 13, 20)
    path.cubicTo(16, 19.8, 18.5, 17.8, 19.5, 14.5)


def _outline(path: QPainterPath) -> None:
    for y, left in ((6.5, 4), (12, 8), (17.5, 8)):
        path.moveTo(left, y)
        path.lineTo(20, y)


def _panel(path: QPainterPath) -> None:
    path.addRoundedRect(QRectF(3.5, 5, 17, 14), 2, 2)
    path.moveTo(14, 5)
    path.lineTo(14, 19)


def _letters(path: QPainterPath) -> None:
    path.moveTo(3, 18.5)
    path.lineTo(8.2, 6)
    path.lineTo(13.4, 18.5)
    path.moveTo(5, 14)
    path.lineTo(11.4, 14)
    path.addEllipse(QPointF(17.6, 15.6), 2.9, 2.9)
    path.moveTo(20.6, 12.4)
    path.lineTo(20.6, 18.7)


def _underline(path: QPainterPath) -> None:
    path.moveTo(7, 4.5)
    path.lineTo(7, 11)
    path.cubicTo(7, 17.5, 17, 17.5, 17, 11)
    path.lineTo(17, 4.5)
    path.moveTo(5.5, 20)
    path.lineTo(18.5, 20)


def _note(path: QPainterPath) -> None:
    path.moveTo(4, 5)
    path.lineTo(20, 5)
    path.lineTo(20, 16)
    path.lineTo(11, 16)
    path.lineTo(7.5, 19.5)
    path.lineTo(7.5, 16)
    path.lineTo(4, 16)
    path.closeSubpath()
    path.moveTo(8, 9)
    path.lineTo(16, 9)
    path.moveTo(8, 12.3)
    path.lineTo(13.5, 12.3)


def _delete(path: QPainterPath) -> None:
    path.moveTo(4.5, 7)
    path.lineTo(19.5, 7)
    path.moveTo(9.5, 7)
    path.lineTo(9.5, 4.5)
    path.lineTo(14.5, 4.5)
    path.lineTo(14.5, 7)
    path.moveTo(6.5, 7)
    path.lineTo(7.3, 19.5)
    path.lineTo(16.7, 19.5)
    path.lineTo(17.5, 7)
    for x in (10.3, 13.7):
        path.moveTo(x, 10.5)
        path.lineTo(x, 16)


_DRAWN: Final[dict[str, Callable[[QPainterPath], None]]] = {
    "open": _open, "back": _back, "forward": _forward, "search": _search, "close": _close, "up": _up,
    "down": _down, "pause": _pause, "resume": _resume, "theme": _theme, "outline": _outline, "panel": _panel, "letters": _letters,
    "underline": _underline, "note": _note, "delete": _delete,
}  # fmt: skip


def icon(name: str, colour: str, faint: str) -> QIcon:
    """The icon ``name``; ``faint`` is its colour while disabled."""
    found = QIcon()
    found.addPixmap(_pixmap(name, colour), QIcon.Mode.Normal)
    found.addPixmap(_pixmap(name, faint), QIcon.Mode.Disabled)
    return found


def icon_size() -> QSize:
    """The size that all icons are drawn for."""
    return QSize(_SIZE, _SIZE)


def _pixmap(name: str, colour: str) -> QPixmap:
    ratio = 2
    pixmap = QPixmap(_SIZE * ratio, _SIZE * ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    path = QPainterPath()
    _DRAWN[name](path)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(_SIZE * ratio / 24, _SIZE * ratio / 24)
    pen = QPen(QColor(colour), 1.7)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.drawPath(path)
    painter.end()
    pixmap.setDevicePixelRatio(ratio)
    return pixmap
