"""How search results are drawn: figures that were asked for as cards, headings, and sentences with what matched."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import Final

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from desktop.itemmodels.hits import HIT_ROLE, FigureRow, GroupRow, HitRow, Row
from desktop.panels.hit_layouts import Block, laid_out
from desktop.theme import LIGHT, Theme, interface_font, reading_font
from index.report import Language

_MARGIN: Final = 14
_CARD: Final = 10
_LINES: Final = 4


class HitDelegate(QStyledItemDelegate):
    """Paints the rows of ``HitsModel``. ``queries`` are what was asked and its Chinese rendering."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.theme: Theme = LIGHT
        self.queries: tuple[str, ...] = ()
        self.explains = False
        self.new: frozenset[tuple[str, str]] = frozenset()
        self.width = 320

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw one row."""
        row = index.data(HIT_ROLE)
        if not isinstance(row, (HitRow, FigureRow, GroupRow)):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(option.rect)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        under = bool(option.state & QStyle.StateFlag.State_MouseOver)
        if isinstance(row, FigureRow):
            self._paint_card(painter, rect, row, chosen=chosen, under=under)
        elif isinstance(row, GroupRow):
            painter.fillRect(rect, QColor(self.theme.chrome))
            self._draw(painter, self._blocks(row), rect.left() + _MARGIN, rect.top() + 9)
        else:
            if chosen:
                painter.fillRect(rect, QColor(self.theme.accent_soft))
                painter.fillRect(QRectF(rect.left(), rect.top(), 3, rect.height()), QColor(self.theme.accent))
            elif under:
                painter.fillRect(rect, QColor(self.theme.hover))
            self._draw(painter, self._blocks(row), rect.left() + _MARGIN, rect.top() + 8)
            painter.setPen(QPen(QColor(self.theme.border), 1))
            painter.drawLine(
                QPointF(rect.left() + _MARGIN, rect.bottom()), QPointF(rect.right() - _MARGIN, rect.bottom())
            )
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """As high as its lines."""
        row = index.data(HIT_ROLE)
        widget = option.widget
        if isinstance(widget, QWidget):
            self.width = max(120, widget.width() - 14)
        if not isinstance(row, (HitRow, FigureRow, GroupRow)):
            return QSize(self.width, 40)
        room = self._room(row)
        height = sum(laid_out(block, room).height for block in self._blocks(row))
        around = 16 if isinstance(row, HitRow) else 12 if isinstance(row, GroupRow) else 2 * _CARD + 8
        return QSize(self.width, round(around + height))

    def _paint_card(
        self, painter: QPainter, rect: QRectF, row: FigureRow, *, chosen: bool, under: bool
    ) -> None:
        box = rect.adjusted(_CARD, 5, -_CARD, -3)
        target = str(row.indicator.status) == "target"
        colour = QColor(self.theme.target if target else self.theme.actual)
        painter.setBrush(QColor(self.theme.hover if under else self.theme.raised))
        painter.setPen(QPen(colour if chosen else QColor(self.theme.border), 1.5 if chosen else 1))
        painter.drawRoundedRect(box, 7, 7)
        bar = QPen(colour, 3, Qt.PenStyle.DotLine if target else Qt.PenStyle.SolidLine)
        painter.setPen(bar)  # targets are dotted as in the text, so that it is not told by colour alone
        painter.drawLine(QPointF(box.left() + 6, box.top() + 9), QPointF(box.left() + 6, box.bottom() - 9))
        self._draw(painter, self._blocks(row), box.left() + 16, box.top() + 8)

    def _draw(self, painter: QPainter, blocks: Iterable[Block], x: float, y: float) -> None:
        room = self.width - 2 * _MARGIN - (12 if x > painter.viewport().left() + 20 else 0)
        for block in blocks:
            laid = laid_out(block, room)
            painter.setPen(QColor(laid.colour))
            laid.layout.draw(painter, QPointF(x, y))
            y += laid.height

    def _room(self, row: Row) -> float:
        return self.width - 2 * _MARGIN - (12 if isinstance(row, FigureRow) else 0)

    def _blocks(self, row: Row) -> list[Block]:
        small, body, foreign, strong, big = _fonts()
        theme = self.theme
        if isinstance(row, GroupRow):
            words = f"{row.title}  ·  {row.count}" if row.count > 1 else row.title
            return [Block(words, strong, theme.second, 2)]
        if isinstance(row, FigureRow):
            colour = theme.target if str(row.indicator.status) == "target" else theme.actual
            blocks = [
                Block(row.name, body, theme.text, 2),
                Block(row.english, small, theme.muted, 1),
                Block(row.value, big, colour, 2),
                Block(row.facts, small, theme.muted, 2),
            ]
            return blocks + ([Block(f"↔ {row.other}", small, theme.second, 2)] if row.other else [])
        from index.matching import matches  # with what it needs not before there are results

        marked = (theme.text, theme.flash)
        blocks = [Block(row.text, body, theme.text, _LINES, matches(self.queries, row.text), marked)]
        if row.translation:
            found = matches(self.queries, row.translation)
            blocks.append(Block(row.translation, foreign, theme.muted, _LINES, found, marked))
        if (row.passage.report_id, row.passage.sentence_id) in self.new:
            blocks.insert(0, Block(f"● {self.tr('New')}", strong, theme.accent, 1))
        if self.explains and row.why:
            blocks.append(Block(row.why, small, theme.second, 3))
        return blocks


@lru_cache(maxsize=1)
def _fonts() -> tuple[QFont, QFont, QFont, QFont, QFont]:
    strong = interface_font(12)
    strong.setWeight(QFont.Weight.DemiBold)
    return (
        reading_font(Language.ZH, 12),
        reading_font(Language.ZH, 14),
        reading_font(Language.EN, 13),
        reading_font(Language.ZH, 12, bold=True),
        reading_font(Language.ZH, 20, bold=True),
    )
