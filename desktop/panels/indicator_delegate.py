"""How the indicators table is drawn: two languages in the first column, periods as chips, differences with bars."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop.itemmodels.indicator_rows import IndicatorRow, difference_words
from desktop.itemmodels.indicators import ROW_ROLE, Column
from desktop.panels.bars import paint_bars
from desktop.theme import LIGHT, Theme, reading_font
from desktop.wording import when_and_what
from index.report import Language

ROW_HEIGHT: Final = 50
_PAD: Final = 8


class IndicatorDelegate(QStyledItemDelegate):
    """Paints the cells of an ``IndicatorRow``.

    Three looks, none by colour alone: selected rows have a solid bar at the left, the counterparts of the chosen
    figure a dashed one, and what the mouse is on, here or in the text, a dotted frame.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.theme: Theme = LIGHT
        self.hovered = ""
        self.related: frozenset[str] = frozenset()
        self.compact = False
        self._body = reading_font(Language.ZH, 13)
        self._strong = reading_font(Language.ZH, 13, bold=True)
        self._small = reading_font(Language.EN, 11)
        self._made = reading_font(Language.EN, 11)
        self._made.setItalic(True)

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
        rect = QRectF(option.rect)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        self._ground(painter, rect, row, selected=selected, first=index.column() == Column.NAME)
        box = rect.adjusted(_PAD, 5, -_PAD / 2, -5)
        upper = QRectF(box.left(), box.top(), box.width(), box.height() / 2)
        lower = upper.translated(0, box.height() / 2)
        self._cell(painter, Column(index.column()), row, box, upper, lower)
        painter.restore()

    def _cell(
        self, painter: QPainter, column: Column, row: IndicatorRow, box: QRectF, upper: QRectF, lower: QRectF
    ) -> None:
        i, theme, other = row.indicator, self.theme, row.counterpart
        if column is Column.NAME:
            made = str(i.name_en_source) not in ("catalogue", "reader")
            self._write(painter, upper, i.name, self._body, theme.text)
            self._write(painter, lower, i.name_en, self._made if made else self._small, theme.muted)
        elif column is Column.VALUE and self.compact:
            self._write(painter, upper, i.text, self._strong, theme.text)
            self._write(painter, lower, when_and_what(i), self._small, theme.muted)
        elif column is Column.VALUE:
            self._write(painter, box, i.text, self._strong, theme.text)
        elif column is Column.PERIOD:
            self._chip(painter, box, when_and_what(i), target=str(i.status) == "target")
        elif column is Column.COUNTERPART and other is not None:
            more = f" +{len(row.counterparts) - 1}" if len(row.counterparts) > 1 else ""
            self._write(painter, upper, other.text, self._body, theme.text)
            self._write(painter, lower, f"{when_and_what(other)}{more}", self._small, theme.muted)
        elif column is Column.DIFFERENCE and other is not None:
            words = difference_words(row)
            if words:
                self._write(painter, upper, words, self._small, theme.text)
                paint_bars(painter, lower.adjusted(0, 3, -4, -2), i, other, theme)

    def _ground(
        self, painter: QPainter, rect: QRectF, row: IndicatorRow, *, selected: bool, first: bool
    ) -> None:
        theme, hovered = self.theme, row.indicator.id == self.hovered
        related = row.indicator.id in self.related
        if selected:
            painter.fillRect(rect, QColor(theme.accent_soft))
        elif hovered:
            painter.fillRect(rect, QColor(theme.hover))
        painter.setPen(QPen(QColor(theme.border), 1))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        if first and (selected or related):
            pen = QPen(
                QColor(theme.accent), 3, Qt.PenStyle.SolidLine if selected else Qt.PenStyle.CustomDashLine
            )
            if not selected:
                pen.setDashPattern([1.6, 1.6])
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
            painter.setPen(pen)
            x = rect.left() + 1.5
            painter.drawLine(QPointF(x, rect.top() + 1), QPointF(x, rect.bottom() - 1))
        if hovered:
            painter.setPen(QPen(QColor(theme.muted), 1, Qt.PenStyle.DotLine))
            painter.drawLine(rect.topLeft(), rect.topRight())
            painter.drawLine(rect.bottomLeft(), rect.bottomRight())

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
