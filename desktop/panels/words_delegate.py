"""How words are drawn in their panel: word and reading, meaning, the sentence with the word marked, where and when."""

from __future__ import annotations

import re
from typing import Final

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRectF, QSize
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from desktop.itemmodels.words import WORD_ROLE, WordRow
from desktop.panels.hit_layouts import Block, laid_out
from desktop.reader.bilingual import SCRIPTS
from desktop.theme import LIGHT, Theme, interface_font, reading_font
from index.report import Language
from index.text import Span
from index.words import Word
from models.glossary import fold_chinese

Index = QModelIndex | QPersistentModelIndex
_MARGIN: Final = 14
_GAP: Final = 10
_WORD: Final = 17
_AHEAD: Final = {Language.ZH: 36, Language.EN: 80}
"""Characters before the word that leave it within the lines that are shown."""


class WordsDelegate(QStyledItemDelegate):
    """Paints the rows of ``WordsModel``, as high as their words."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.theme: Theme = LIGHT
        self.script = "written"
        self.width = 320

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one row."""
        row = index.data(WORD_ROLE)
        if not isinstance(row, WordRow):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect, state, theme = QRectF(option.rect), option.state, self.theme
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, QColor(theme.accent_soft))
            painter.fillRect(QRectF(rect.left(), rect.top(), 3, rect.height()), QColor(theme.accent))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, QColor(theme.hover))
        painter.setPen(QPen(QColor(theme.border), 1))
        painter.drawLine(
            QPointF(rect.left() + _MARGIN, rect.bottom()), QPointF(rect.right() - _MARGIN, rect.bottom())
        )
        x, y = rect.left() + _MARGIN, rect.top() + 8
        beside = self._beside(row)
        for n, block in enumerate(self._blocks(row)):
            laid = laid_out(block, self._room)
            painter.setPen(QColor(laid.colour))
            laid.layout.draw(painter, QPointF(x, y))
            if n == 0 and beside is not None:
                line = laid.layout.lineAt(0)
                font = reading_font(Language.EN, 13)
                painter.setFont(font)
                painter.setPen(QColor(theme.muted))
                baseline = y + line.position().y() + line.ascent()
                painter.drawText(QPointF(x + line.naturalTextWidth() + _GAP, baseline), beside)
            y += laid.height
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As high as its lines."""
        row = index.data(WORD_ROLE)
        widget = option.widget
        if isinstance(widget, QWidget):
            self.width = max(140, widget.width() - 14)
        if not isinstance(row, WordRow):
            return QSize(self.width, 40)
        return QSize(self.width, round(sum(laid_out(b, self._room).height for b in self._blocks(row)) + 15))

    @property
    def _room(self) -> float:
        return self.width - 2 * _MARGIN

    def _shown(self, text: str, language: Language) -> str:
        convert = SCRIPTS.get(self.script) if language is Language.ZH else None
        return convert(text) if convert else text

    def _beside(self, row: WordRow) -> str | None:
        """The reading, where there is room for it beside the word."""
        word = row.word
        if not word.reading:
            return None
        own = QFontMetricsF(reading_font(word.language, _WORD, bold=True)).horizontalAdvance(word.word)
        there = QFontMetricsF(reading_font(Language.EN, 13)).horizontalAdvance(word.reading)
        return word.reading if own + _GAP + there <= self._room else None

    def _blocks(self, row: WordRow) -> list[Block]:
        theme, word, small = self.theme, row.word, interface_font(12)
        fonts = {language: reading_font(language, 13) for language in Language}
        head = self._shown(word.word, word.language)
        blocks = [Block(head, reading_font(word.language, _WORD, bold=True), theme.text, 2)]
        if word.reading and self._beside(row) is None:
            blocks.append(Block(word.reading, fonts[Language.EN], theme.muted, 2))
        other = word.language.other
        if word.meaning:
            blocks.append(Block(self._shown(word.meaning, other), reading_font(other, 14), theme.second, 4))
        shown = row.shown
        if shown is not None:
            sentence = excerpt(self._shown(shown.sentence, word.language), word)
            marked = (theme.text, theme.flash)
            blocks.append(
                Block(sentence, fonts[word.language], theme.text, 3, marks_of(word.word, sentence), marked)
            )
            if shown.translation:
                blocks.append(Block(self._shown(shown.translation, other), fonts[other], theme.muted, 2))
        blocks.append(Block(self._where(row), small, theme.muted, 1))
        return blocks

    def _where(self, row: WordRow) -> str:
        shown = row.shown
        parts = [row.word.created[:10], self._shown(shown.source, Language.ZH) if shown else ""]
        if len(row.examples) > 1:
            parts.insert(1, self.tr("{n} example sentences").format(n=len(row.examples)))
        return "  ·  ".join(part for part in parts if part)


def excerpt(sentence: str, word: Word) -> str:
    """``sentence`` from the clause on that has the word, where it would else be cut off before it."""
    marks = marks_of(word.word, sentence)
    start = marks[0].start if marks else 0
    if start <= _AHEAD[word.language]:
        return sentence
    clause = max(sentence.rfind(mark, 0, start) for mark in "，；：,;:")
    return f"…{sentence[clause + 1 :].lstrip()}" if clause >= 0 else sentence


def marks_of(word: str, sentence: str) -> list[Span]:
    """Where a word stands in a sentence, in either script and regardless of case."""
    wanted, folded = fold_chinese(word.strip()), fold_chinese(sentence)
    if not wanted:
        return []
    return [Span(*m.span()) for m in re.finditer(re.escape(wanted), folded, re.IGNORECASE)]
