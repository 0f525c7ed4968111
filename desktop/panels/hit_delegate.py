"""How a search result is drawn: where it stands, the sentence with what matched, its translation below."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRectF, QSize
from PySide6.QtGui import QColor, QFont, QPainter, QPen, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from desktop.itemmodels.hits import HIT_ROLE, HitRow
from desktop.offsets import Utf16Map
from desktop.theme import LIGHT, Theme, reading_font
from index.report import Language
from index.text import Span
from index.variants import to_simplified

_MARGIN: Final = 14
_LINES: Final = 4
_WORD: Final = re.compile(r"[a-z0-9][a-z0-9.%-]+")
_HAN: Final = re.compile("[\u3400-\u9fff]")
_STOP: Final = frozenset("the of and in for to on by is are was with what how from".split())


class HitDelegate(QStyledItemDelegate):
    """Paints ``HitRow``s."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.theme: Theme = LIGHT
        self.query = ""
        self.width = 320

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw one result."""
        row = index.data(HIT_ROLE)
        if not isinstance(row, HitRow):
            return
        painter.save()
        rect, state = QRectF(option.rect), option.state
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, QColor(self.theme.accent_soft))
            painter.fillRect(QRectF(rect.left(), rect.top(), 3, rect.height()), QColor(self.theme.accent))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, QColor(self.theme.hover))
        y = rect.top() + 9
        for layout, colour, height in self._layouts(row):
            painter.setPen(QColor(colour))
            layout.draw(painter, QPointF(rect.left() + _MARGIN, y))
            y += height
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
        if not isinstance(row, HitRow):
            return QSize(self.width, 40)
        return QSize(self.width, round(18 + sum(height for _, _, height in self._layouts(row))))

    def _layouts(self, row: HitRow) -> list[tuple[QTextLayout, str, float]]:
        room = self.width - 2 * _MARGIN
        small, body, foreign = _fonts()
        parts: list[tuple[str, QFont, str, int, tuple[Span, ...]]] = [
            (row.path, small, self.theme.muted, 1, ()),
            (row.text, body, self.theme.text, _LINES, matches(self.query, row.text)),
        ]
        if row.translation:
            found = matches(self.query, row.translation)
            parts.append((row.translation, foreign, self.theme.muted, _LINES, found))
        return [_drawn(*part, room, self.theme) for part in parts]


def _drawn(
    text: str, font: QFont, colour: str, lines: int, spans: tuple[Span, ...], room: int, theme: Theme
) -> tuple[QTextLayout, str, float]:
    text = text.replace("\n", " ")
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    offsets = Utf16Map(text)
    formats = []
    for span in spans:
        found = QTextLayout.FormatRange()
        found.start, found.length = offsets.range_to_qt(span)
        style = QTextCharFormat()
        style.setBackground(QColor(theme.flash))
        style.setForeground(QColor(theme.text))
        found.format = style
        formats.append(found)
    layout.setFormats(formats)
    layout.beginLayout()
    y = 0.0
    step = font.pixelSize() * 1.5
    for _ in range(lines):
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(room)
        line.setPosition(QPointF(0, y + (step - line.height()) / 2))
        y += step
    layout.endLayout()
    return layout, colour, y + 3


@lru_cache(maxsize=1)
def _fonts() -> tuple[QFont, QFont, QFont]:
    return reading_font(Language.ZH, 12), reading_font(Language.ZH, 14), reading_font(Language.EN, 13)


def matches(query: str, text: str) -> tuple[Span, ...]:
    """Where the words of a query stand in a text: runs of two characters and more, or whole words."""
    asked = to_simplified(query).casefold()
    plain = to_simplified(text)
    plain = plain.casefold() if len(plain.casefold()) == len(plain) else plain
    found = [
        Span(at.start(), at.end())
        for word in dict.fromkeys(_WORD.findall(asked))
        if word not in _STOP
        for at in re.finditer(rf"(?<![a-z0-9]){re.escape(word)}", plain)
    ]
    han = [c if _HAN.match(c) else " " for c in asked]
    for run in "".join(han).split():
        found.extend(_common_runs(run, plain))
    return _merged(found)


def _common_runs(run: str, text: str) -> list[Span]:
    if len(run) == 1:
        return [Span(at.start(), at.end()) for at in re.finditer(re.escape(run), text)]
    pairs = {run[i : i + 2] for i in range(len(run) - 1)}
    return [Span(i, i + 2) for i in range(len(text) - 1) if text[i : i + 2] in pairs]


def _merged(spans: list[Span]) -> tuple[Span, ...]:
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and span.start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return tuple(merged)
