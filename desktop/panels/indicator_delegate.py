"""How the indicators table is drawn: two languages in the first column, periods and counterparts as chips."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop.itemmodels.indicators import ROW_ROLE, Column, IndicatorRow
from desktop.theme import LIGHT, Theme, reading_font
from desktop.wording import when_and_what
from index.report import Language

ROW_HEIGHT: Final = 50
_PAD: Final = 8


class IndicatorDelegate(QStyledItemDelegate):
    """Paints the cells of an ``IndicatorRow``."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.theme: Theme = LIGHT
        self._body = reading_font(Language.ZH, 13)
        self._strong = reading_font(Language.ZH, 13, bold=True)
        self._small = reading_font(Language.EN, 11)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Two lines."""
        return QSize(super().sizeHint(option, index).width(), ROW_HEIGHT)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw one cell."""
        row = index.data(ROW_ROLE)
        if not isinstance(row, IndicatorRow):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect, state = QRectF(option.rect), option.state
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, QColor(self.theme.accent_soft))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, QColor(self.theme.hover))
        painter.setPen(QPen(QColor(self.theme.border), 1))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        box = rect.adjusted(_PAD, 5, -_PAD / 2, -5)
        upper = QRectF(box.left(), box.top(), box.width(), box.height() / 2)
        lower = upper.translated(0, box.height() / 2)
        i = row.indicator
        if index.column() == Column.NAME:
            self._write(painter, upper, i.name, self._body, self.theme.text)
            self._write(painter, lower, i.name_en, self._small, self.theme.muted)
        elif index.column() == Column.VALUE:
            self._write(painter, box, i.text, self._strong, self.theme.text)
        elif index.column() == Column.PERIOD:
            self._chip(painter, box, when_and_what(i), target=str(i.status) == "target")
        elif row.counterparts:
            other = row.counterparts[0]
            more = f" +{len(row.counterparts) - 1}" if len(row.counterparts) > 1 else ""
            self._write(painter, upper, f"↔ {other.text}", self._body, self.theme.text)
            self._write(painter, lower, f"{when_and_what(other)}{more}", self._small, self.theme.muted)
        painter.restore()

    def _write(self, painter: QPainter, box: QRectF, text: str, font: QFont, colour: str) -> None:
        painter.setFont(font)
        painter.setPen(QColor(colour))
        shown = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter) | int(Qt.TextFlag.TextSingleLine), shown)

    def _chip(self, painter: QPainter, box: QRectF, text: str, *, target: bool) -> None:
        if not text:
            return
        metrics = QFontMetricsF(self._small)
        width = min(box.width(), metrics.horizontalAdvance(text) + 14)
        chip = QRectF(box.left(), box.center().y() - 9, width, 18)
        colour = QColor(self.theme.target if target else self.theme.actual)
        pen = QPen(colour, 1.1, Qt.PenStyle.DotLine if target else Qt.PenStyle.SolidLine)
        painter.setPen(pen)
        painter.setBrush(QColor(self.theme.target_soft if target else self.theme.actual_soft))
        painter.drawRoundedRect(chip, 9, 9)
        painter.setFont(self._small)
        painter.setPen(QColor(self.theme.text))
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, width - 8)
        painter.drawText(chip, int(Qt.AlignmentFlag.AlignCenter), shown)
