"""Paints one line of the topic map: both names, how much of the text it is, and bars of one scale."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from desktop.theme import Theme

ROW, FINER_ROW = 60, 46
_LEFT, _RIGHT, _AIR = 10.0, 14.0, 8.0
_BAR, _GAP = 6.0, 3.0
_LEAST: Final = 2.0
SIGNS: Final = ("■", "□")
"""Of the first and of the second report, where words stand for the bars."""


@dataclass(frozen=True, slots=True)
class TopicLine:
    """A line of the map. ``shares`` has one entry, or one for each of two reports; ``most`` is the longest bar's."""

    title: str
    subtitle: str
    shares: tuple[float, ...]
    most: float
    passages: int
    finer: bool = False
    children: int = 0


def share_words(share: float) -> str:
    """``5.4%``; what is less than a tenth of a percent is said so."""
    return f"{share:.1%}" if share >= 0.001 or share == 0 else "<0.1%"


def paint_topic(painter: QPainter, box: QRectF, line: TopicLine, font: QFont, theme: Theme) -> None:
    """Draw one line: of two reports the first one's bar is full, the other's is hollow (``SIGNS``)."""
    words = "  ·  ".join(share_words(share) for share in line.shares)
    bold, plain = QFont(font), QFont(font)
    bold.setBold(not line.finer)
    plain.setPixelSize(max(9, round(font.pixelSize() * 0.92)) if font.pixelSize() > 0 else 12)
    left, width = box.left() + _LEFT, box.width() - _LEFT - _RIGHT
    step = QFontMetricsF(bold).height() + 1
    top = box.top() + 5
    said = QFontMetricsF(plain).horizontalAdvance(words)
    _write(painter, QRectF(left, top, width, step), line.title, bold, theme.text)
    _write(painter, QRectF(left, top + step, width, step), words, plain, theme.second, right=True)
    _write(painter, QRectF(left, top + step, width - said - _AIR, step), line.subtitle, plain, theme.muted)
    if not line.finer:
        _paint_bars(painter, QRectF(left, top + 2 * step + 3, width, 2 * _BAR), line, theme)


def _paint_bars(painter: QPainter, box: QRectF, line: TopicLine, theme: Theme) -> None:
    thick = _BAR if len(line.shares) == 1 else (_BAR - 1)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for n, share in enumerate(line.shares):
        bar = QRectF(box.left(), box.top() + n * (thick + _GAP), box.width(), thick)
        painter.setPen(Qt.PenStyle.NoPen)
        if n == 0:
            painter.setBrush(QColor(theme.border))
            painter.drawRoundedRect(QRectF(bar.left(), bar.center().y() - 0.5, bar.width(), 1), 0, 0)
        if share <= 0:
            continue
        bar.setWidth(max(_LEAST, box.width() * min(1.0, share / (line.most or 1))))
        if n == 0:
            painter.setBrush(QColor(theme.actual))
        else:
            painter.setPen(QPen(QColor(theme.actual), 1.2))
            painter.setBrush(QColor(theme.paper))
            bar.adjust(0.6, 0.6, -0.6, -0.6)
        painter.drawRoundedRect(bar, 2, 2)
    painter.restore()


def _write(
    painter: QPainter, box: QRectF, words: str, font: QFont, colour: str, *, right: bool = False
) -> None:
    painter.setFont(font)
    painter.setPen(QColor(colour))
    side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
    short = QFontMetricsF(font).elidedText(words, Qt.TextElideMode.ElideRight, box.width() + 1)
    painter.drawText(box, int(side | Qt.AlignmentFlag.AlignVCenter), short)
