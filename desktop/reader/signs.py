"""The signs after a translated sentence that say where it comes from: drawn, quiet, and told apart by their shape."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen


def memory_sign(painter: QPainter, box: QRectF, origin: str, colour: str) -> None:
    """A pencil for a sentence that the user corrected, two sheets for one that was found in an imported memory."""
    size = min(box.width(), box.height()) * 0.82
    centre = box.center()
    pen = QPen(QColor(colour), max(1.0, size * 0.09))
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    path = QPainterPath()

    def at(x: float, y: float) -> QPointF:
        return QPointF(centre.x() + (x - 0.5) * size, centre.y() + (y - 0.5) * size)

    if origin == "corrected":
        path.moveTo(at(0.08, 0.92))
        path.lineTo(at(0.16, 0.66))
        path.lineTo(at(0.7, 0.12))
        path.lineTo(at(0.88, 0.3))
        path.lineTo(at(0.34, 0.84))
        path.closeSubpath()
        path.moveTo(at(0.58, 0.24))
        path.lineTo(at(0.76, 0.42))
    else:
        path.addRoundedRect(QRectF(at(0.1, 0.3), at(0.62, 0.92)), size * 0.08, size * 0.08)
        path.moveTo(at(0.34, 0.3))
        path.lineTo(at(0.34, 0.1))
        path.lineTo(at(0.88, 0.1))
        path.lineTo(at(0.88, 0.72))
        path.lineTo(at(0.62, 0.72))
    painter.drawPath(path)
