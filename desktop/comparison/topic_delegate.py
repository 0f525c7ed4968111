"""Draws an entry of the comparison's list: a title, and below it what more there is to say, quieter."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop.comparison.lines import Topic
from desktop.theme import LIGHT

_HEIGHT: Final = 46
_MARGIN: Final = 10


class TopicDelegate(QStyledItemDelegate):
    """Two lines, the first as wide as the list allows."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.theme = LIGHT

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """The same for all."""
        del index
        return QSize(option.rect.width(), _HEIGHT)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw one entry."""
        topic = index.data(Qt.ItemDataRole.UserRole)
        if not isinstance(topic, Topic):
            return
        painter.save()
        theme, box = self.theme, option.rect
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, QColor(theme.accent_soft))
            painter.fillRect(QRect(box.left(), box.top(), 3, box.height()), QColor(theme.accent))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(box, QColor(theme.hover))
        inner = box.adjusted(_MARGIN, 5, -_MARGIN, -5)
        half = inner.height() // 2
        font = option.font
        for text, colour, bold, top in (
            (topic.title, theme.text, True, inner.top()),
            (topic.subtitle, theme.muted, False, inner.top() + half),
        ):
            font.setBold(bold)
            painter.setFont(font)
            painter.setPen(QColor(colour))
            place = QRect(inner.left(), top, inner.width(), half)
            words = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, inner.width())
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)
        painter.restore()
