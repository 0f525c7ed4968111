"""Draws a passage: where it stands, its words with figures and places set off, and its English."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from desktop.offsets import Utf16Map
from desktop.theme import LIGHT, Theme, reading_font
from desktop.topics.cells import Cell, Mark
from index.report import Language

CELL_ROLE: Final = int(Qt.ItemDataRole.UserRole) + 1
_MARGIN, _TOP, _BOTTOM, _AIR = 16.0, 11.0, 13.0, 5.0
_LINE: Final = 1.55
_NONE: Final = 44
_WIDEST: Final = 860.0
"""Lines longer than this are hard to read; what is left stays empty."""

Index = QModelIndex | QPersistentModelIndex
Formats = list[QTextLayout.FormatRange]


class CellDelegate(QStyledItemDelegate):
    """As high as its words need in the width of its column."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.theme = LIGHT

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """The height of the words."""
        cell, view = index.data(CELL_ROLE), option.widget
        width = view.columnWidth(index.column()) if isinstance(view, QTableView) else option.rect.width()
        if not isinstance(cell, Cell):
            return QSize(width, _NONE)
        height = sum(height + _AIR for _, _, height in self._parts(cell, float(width)))
        return QSize(width, round(_TOP + height - _AIR + _BOTTOM))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one passage, or that there is none."""
        painter.save()
        theme, box = self.theme, option.rect
        painter.fillRect(box, QColor(theme.paper))
        cell = index.data(CELL_ROLE)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, QColor(theme.accent_soft))
            painter.fillRect(QRect(box.left(), box.top(), 3, box.height()), QColor(theme.accent))
        elif option.state & QStyle.StateFlag.State_MouseOver and isinstance(cell, Cell):
            painter.fillRect(box, QColor(theme.hover))
        if isinstance(cell, Cell):
            y = box.top() + _TOP
            for layout, colour, height in self._parts(cell, float(box.width())):
                painter.setPen(QColor(colour))
                layout.draw(painter, QPointF(box.left() + _MARGIN, y))
                y += height + _AIR
        else:
            painter.setFont(reading_font(Language.EN, 12))
            painter.setPen(QColor(theme.muted))
            inner = QRectF(box).adjusted(_MARGIN, _TOP, -_MARGIN, 0)
            painter.drawText(inner, int(Qt.AlignmentFlag.AlignTop), f"–  {index.data()}")
        painter.setPen(QPen(QColor(theme.border), 1))
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        if index.column():
            painter.drawLine(box.topLeft(), box.bottomLeft())
        painter.restore()

    def _parts(self, cell: Cell, width: float) -> list[tuple[QTextLayout, str, float]]:
        theme, room = self.theme, min(_WIDEST, width - 2 * _MARGIN)
        small, chinese, english = _fonts()
        own = chinese if cell.is_chinese else english
        parts = [
            _laid_out(cell.where, small, theme.muted, room, []),
            _laid_out(cell.text, own, theme.text, room, _formats(cell, theme)),
        ]
        if cell.english:
            parts.append(_laid_out(cell.english, english, theme.second, room, []))
        return parts


def _formats(cell: Cell, theme: Theme) -> Formats:
    offsets = Utf16Map(cell.text)
    found: Formats = []
    for span, mark in cell.marks:
        style = QTextCharFormat()
        if mark is Mark.PLACE:
            style.setFontUnderline(True)
            style.setUnderlineColor(QColor(theme.muted))
            style.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
        else:
            style.setFontWeight(QFont.Weight.Bold)
            style.setBackground(QColor(theme.target_soft if mark is Mark.TARGET else theme.actual_soft))
        each = QTextLayout.FormatRange()
        each.start, each.length = offsets.range_to_qt(span)
        each.format = style
        found.append(each)
    return found


def _laid_out(
    words: str, font: QFont, colour: str, room: float, formats: Formats
) -> tuple[QTextLayout, str, float]:
    layout = QTextLayout(words, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.setFormats(formats)
    step, y = font.pixelSize() * _LINE, 0.0
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(room)
        line.setPosition(QPointF(0, y + (step - line.height()) / 2))
        y += step
    layout.endLayout()
    return layout, colour, y


@lru_cache(maxsize=1)
def _fonts() -> tuple[QFont, QFont, QFont]:
    return reading_font(Language.ZH, 12), reading_font(Language.ZH, 15), reading_font(Language.EN, 13)
