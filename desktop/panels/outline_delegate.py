"""How a section is drawn in the outline: its title, and the translation below it in small."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop.itemmodels.outline import SECTION_ROLE, TRANSLATION_ROLE
from desktop.reading.spans import ReadSpans
from desktop.theme import LIGHT, Theme, reading_font
from index.report import Language, Section

ROW_HEIGHT: Final = 40


class OutlineDelegate(QStyledItemDelegate):
    """Paints sections in two lines."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.theme: Theme = LIGHT
        self.read = ReadSpans()
        self._body = reading_font(Language.ZH, 13)
        self._strong = reading_font(Language.ZH, 13, bold=True)
        self._small = reading_font(Language.EN, 11)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Two lines, whether the translation is there or not."""
        return QSize(super().sizeHint(option, index).width(), ROW_HEIGHT)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw one section."""
        section = index.data(SECTION_ROLE)
        if not isinstance(section, Section):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect, state = QRectF(option.rect), option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        if chosen or state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self.theme.accent_soft if chosen else self.theme.border))
            painter.drawRoundedRect(rect.adjusted(0, 1, -6, -1), 5, 5)
        box = rect.adjusted(6, 4, -20, -4)
        half = box.height() / 2
        translation = str(index.data(TRANSLATION_ROLE) or "")
        upper = QRectF(box.left(), box.top(), box.width(), half if translation else box.height())
        ink = self.theme.accent if chosen else self.theme.text
        self._write(
            painter, upper, str(index.data()), self._strong if section.level == 1 else self._body, ink
        )
        if translation:
            lower = QRectF(box.left(), box.top() + half, box.width(), half)
            self._write(painter, lower, translation, self._small, self.theme.muted)
        self._paint_read(painter, rect, section)
        painter.restore()

    def _paint_read(self, painter: QPainter, rect: QRectF, section: Section) -> None:
        """A ring at the right that fills as the section is read, and is a dot when it was."""
        share = self.read.share(section.span.start, section.span.end)
        if share <= 0.02:
            return
        box = QRectF(rect.right() - 15, rect.center().y() - 3.5, 7, 7)
        painter.setPen(QPen(QColor(self.theme.muted), 1.2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(box)
        painter.setBrush(QColor(self.theme.muted))
        painter.setPen(Qt.PenStyle.NoPen)
        if share >= 0.98:
            painter.drawEllipse(box)
        else:
            painter.drawPie(box, 90 * 16, round(-360 * 16 * share))

    def _write(self, painter: QPainter, box: QRectF, text: str, font: QFont, colour: str) -> None:
        painter.setFont(font)
        painter.setPen(QColor(colour))
        shown = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter) | int(Qt.TextFlag.TextSingleLine), shown)
