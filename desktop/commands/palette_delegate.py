"""How the palette draws a row: the words with what was typed in them, and at the right its keys or its translation."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop.commands.sources import Offer
from desktop.offsets import Utf16Map
from desktop.theme import LIGHT, Theme, interface_font
from index.text import Span

OFFER_ROLE: Final = int(Qt.ItemDataRole.UserRole) + 1
ROW_HEIGHT: Final = 32
_MARGIN: Final = 12
_SIDE: Final = 0.44
"""Share of the row that what stands at the right may take."""


class OfferDelegate(QStyledItemDelegate):
    """Paints an ``Offer``."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.theme: Theme = LIGHT

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """One line."""
        del index
        return QSize(option.rect.width(), ROW_HEIGHT)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw one row."""
        offer = index.data(OFFER_ROLE)
        if not isinstance(offer, Offer):
            return
        theme, rect = self.theme, QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if (
            option.state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver)
            and offer.enabled
        ):
            chosen = bool(option.state & QStyle.StateFlag.State_Selected)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.accent_soft if chosen else theme.hover))
            painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), 5, 5)
        inner = rect.adjusted(_MARGIN, 0, -_MARGIN, 0)
        right = inner.right() - self._paint_side(painter, inner, offer)
        left = inner.left() + self._paint_kind(painter, inner, offer)
        self._paint_words(painter, QRectF(left, inner.top(), right - left - 14, inner.height()), offer)
        painter.restore()

    def _paint_side(self, painter: QPainter, inner: QRectF, offer: Offer) -> float:
        if not offer.side:
            return 0.0
        font = interface_font(12)
        metrics = QFontMetricsF(font)
        room = inner.width() * _SIDE
        words = metrics.elidedText(offer.side, Qt.TextElideMode.ElideRight, room)
        width = metrics.horizontalAdvance(words) + 1
        painter.setFont(font)
        painter.setPen(QColor(self.theme.muted))
        box = QRectF(inner.right() - width, inner.top(), width, inner.height())
        painter.drawText(box, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), words)
        return width

    def _paint_kind(self, painter: QPainter, inner: QRectF, offer: Offer) -> float:
        if not offer.kind:
            return 0.0
        font = interface_font(11)
        width = QFontMetricsF(font).horizontalAdvance(offer.kind) + 14
        box = QRectF(inner.left(), inner.center().y() - 9, width, 18)
        painter.setPen(QColor(self.theme.border))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, 4, 4)
        painter.setFont(font)
        painter.setPen(QColor(self.theme.muted))
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), offer.kind)
        return width + 10

    def _paint_words(self, painter: QPainter, room: QRectF, offer: Offer) -> None:
        font = interface_font(13)
        words = QFontMetricsF(font).elidedText(offer.words, Qt.TextElideMode.ElideRight, room.width())
        layout = QTextLayout(words, font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.NoWrap)
        layout.setTextOption(option)
        layout.setFormats(self._formats(words, offer))
        layout.beginLayout()
        line = layout.createLine()
        if line.isValid():
            line.setLineWidth(room.width())
        layout.endLayout()
        painter.setPen(QColor(self.theme.text if offer.enabled else self.theme.muted))
        top = room.center().y() - line.height() / 2
        layout.draw(painter, QRectF(room.left(), top, room.width(), line.height()).topLeft())

    def _formats(self, words: str, offer: Offer) -> list[QTextLayout.FormatRange]:
        marked = QTextCharFormat()
        marked.setForeground(QColor(self.theme.accent))
        marked.setFontWeight(QFont.Weight.DemiBold)
        offsets, found = Utf16Map(words), []
        for at in offer.marked:
            if at < len(words):
                part = QTextLayout.FormatRange()
                part.start, part.length = offsets.range_to_qt(Span(at, at + 1))
                part.format = marked
                found.append(part)
        return found
