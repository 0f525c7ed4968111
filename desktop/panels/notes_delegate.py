"""How notes are drawn in their panel: the marked words in their colour, what was written, tags, where and when."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from desktop.itemmodels.notes import NOTE_ROLE, HeadRow, NoteRow, Row
from desktop.notes.colours import pigment
from desktop.panels.hit_layouts import Block, laid_out
from desktop.reader.bilingual import SCRIPTS
from desktop.reader.note_marks import ribbon
from desktop.theme import LIGHT, Theme, interface_font, reading_font
from index.notes.model import Look, Note
from index.report import Language
from index.text import Span

Index = QModelIndex | QPersistentModelIndex
_LEFT: Final = 24
_RIGHT: Final = 14


class NotesDelegate(QStyledItemDelegate):
    """Paints the rows of ``NotesModel``, as high as their words."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.theme: Theme = LIGHT
        self.script = "written"
        self.width = 320

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one row."""
        row = index.data(NOTE_ROLE)
        if not isinstance(row, (NoteRow, HeadRow)):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect, state, theme = QRectF(option.rect), option.state, self.theme
        if isinstance(row, NoteRow):
            if state & QStyle.StateFlag.State_Selected:
                painter.fillRect(rect, QColor(theme.accent_soft))
                painter.fillRect(QRectF(rect.left(), rect.top(), 3, rect.height()), QColor(theme.accent))
            elif state & QStyle.StateFlag.State_MouseOver:
                painter.fillRect(rect, QColor(theme.hover))
            self._bar(painter, rect, row.note)
            painter.setPen(QPen(QColor(theme.border), 1))
            painter.drawLine(
                QPointF(rect.left() + 14, rect.bottom()), QPointF(rect.right() - 14, rect.bottom())
            )
        x, y = rect.left() + self._left(row), rect.top() + self._above(row)
        for block in self._blocks(row):
            laid = laid_out(block, self._room(row))
            painter.setPen(QColor(laid.colour))
            laid.layout.draw(painter, QPointF(x, y))
            y += laid.height
        painter.restore()

    def _bar(self, painter: QPainter, rect: QRectF, note: Note) -> None:
        """Solid for a highlight, dashed for an underline, a ribbon for a bookmark."""
        colours = pigment(self.theme, note.colour)
        if note.look is Look.BOOKMARK:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.ink))
            painter.drawPath(ribbon(QRectF(rect.left() + 10, rect.top() + 10, 10, 14)))
            return
        line = Qt.PenStyle.DashLine if note.look is Look.UNDERLINE else Qt.PenStyle.SolidLine
        painter.setPen(QPen(QColor(colours.ink), 4, line, Qt.PenCapStyle.FlatCap))
        painter.drawLine(
            QPointF(rect.left() + 15, rect.top() + 11), QPointF(rect.left() + 15, rect.bottom() - 9)
        )

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As high as its lines."""
        row = index.data(NOTE_ROLE)
        widget = option.widget
        if isinstance(widget, QWidget):
            self.width = max(140, widget.width() - 14)
        if not isinstance(row, (NoteRow, HeadRow)):
            return QSize(self.width, 40)
        height = sum(laid_out(block, self._room(row)).height for block in self._blocks(row))
        return QSize(self.width, round(height + self._above(row) + 7))

    def _left(self, row: Row) -> int:
        return _LEFT if isinstance(row, NoteRow) else 14

    def _above(self, row: Row) -> int:
        return 9 if isinstance(row, NoteRow) else 12

    def _room(self, row: Row) -> float:
        return self.width - self._left(row) - _RIGHT

    def _shown(self, text: str, language: Language = Language.ZH) -> str:
        convert = SCRIPTS.get(self.script) if language is Language.ZH else None
        return convert(text) if convert else text

    def _blocks(self, row: Row) -> list[Block]:
        theme, small = self.theme, interface_font(12)
        if isinstance(row, HeadRow):
            strong = reading_font(Language.ZH, 12, bold=True)
            blocks = [Block(f"{self._shown(row.title)}  ·  {row.count}", strong, theme.second, 2)]
            return blocks + ([Block(row.remark, small, theme.muted, 4)] if row.remark else [])
        note = row.note
        fonts = {Language.ZH: reading_font(Language.ZH, 13), Language.EN: reading_font(Language.EN, 13)}
        marked = (theme.text, pigment(theme, note.colour).ground)
        quote = self._shown(note.anchor.quote, note.language)
        blocks = []
        if note.comment:
            blocks.append(Block(note.comment, reading_font(Language.ZH, 14, bold=True), theme.text, 6))
        is_filled = note.look is Look.HIGHLIGHT
        words = [Span(0, len(quote))] if is_filled else []
        blocks.append(Block(quote, fonts[note.language], theme.text, 3, words, marked))
        if note.translation:
            other = note.language.other
            blocks.append(Block(self._shown(note.translation, other), fonts[other], theme.muted, 2))
        if note.tags:
            blocks.append(Block("   ".join(f"#{tag}" for tag in note.tags), small, theme.accent, 2))
        blocks.append(Block(self._where(row), small, theme.muted, 1))
        return blocks

    def _where(self, row: NoteRow) -> str:
        note = row.note
        parts = [self._shown(note.sections[-1]) if note.sections else "", note.created[:10]]
        if note.paragraph:
            parts.insert(1, f"¶ {note.paragraph}")
        if row.edited:
            parts.append(self.tr("the text has changed here"))
        return "  ·  ".join(part for part in parts if part)
