"""One side of one row, laid out: where its characters are, and which character is where."""

from __future__ import annotations

import re
from math import ceil
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QTextCharFormat, QTextLayout, QTextLine, QTextOption

from desktop.offsets import Utf16Map
from desktop.reader.bilingual import CellText, Piece, State
from desktop.reader.style import TextStyle
from desktop.theme import Theme
from index.report import Language
from index.text import Span

_BRACKETED: Final = re.compile(r"[\[［][^\]］]*[\]］]")
_EXPANSION: Final = {Language.EN: 1.5, Language.ZH: 0.72}
"""Width of a translation by that of its source, for rows that are still to be translated."""


class Cell:
    """The layout of a cell's text at a width; all coordinates count from its top left corner."""

    def __init__(self, content: CellText, style: TextStyle, width: int, theme: Theme) -> None:
        self.content = content
        self.width = width
        self.line_height = style.line_height
        self._offsets = Utf16Map(content.text)
        self._layout = QTextLayout(content.text, style.font)
        self._layout.setCacheEnabled(True)
        option = QTextOption(Qt.AlignmentFlag.AlignLeft)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        option.setTextDirection(Qt.LayoutDirection.LeftToRight)
        self._layout.setTextOption(option)
        self._layout.setFormats(self._formats(style, theme))
        self._place_lines()
        self.height = max(1, self._layout.lineCount()) * self.line_height

    def _formats(self, style: TextStyle, theme: Theme) -> list[QTextLayout.FormatRange]:
        formats = []
        for span in self.content.strong:
            strong = QTextCharFormat()
            strong.setFont(style.strong)
            formats.append(self._format(span, strong))
        for piece in self.content.pieces:
            if piece.state is not State.READY:
                quiet = QTextCharFormat()
                quiet.setForeground(QColor(theme.muted))
                formats.append(self._format(piece.span, quiet))
                formats.extend(self._failure_mark(piece, theme))
        return formats

    def _failure_mark(self, piece: Piece, theme: Theme) -> list[QTextLayout.FormatRange]:
        """The words in brackets before a sentence that could not be translated."""
        found = _BRACKETED.match(self.content.text, piece.span.start, piece.span.end)
        if piece.state is not State.FAILED or found is None:
            return []
        warning = QTextCharFormat()
        warning.setForeground(QColor(theme.warning))
        return [self._format(Span(found.start(), found.end()), warning)]

    def _format(self, span: Span, style: QTextCharFormat) -> QTextLayout.FormatRange:
        found = QTextLayout.FormatRange()
        found.start, found.length = self._offsets.range_to_qt(span)
        found.format = style
        return found

    def _place_lines(self) -> None:
        self._layout.beginLayout()
        top = 0
        while (line := self._layout.createLine()).isValid():
            line.setLineWidth(self.width)
            line.setPosition(QPointF(0, top + (self.line_height - line.height()) / 2))
            top += self.line_height
        self._layout.endLayout()

    def draw(self, painter: QPainter, at: QPointF, clip: QRectF) -> None:
        """Paint the text in the painter's pen colour."""
        self._layout.draw(painter, at, [], clip)

    def rects(self, span: Span) -> list[QRectF]:
        """The boxes that the characters of ``span`` fill, one for each line it touches."""
        if span.start >= span.end or not self._layout.lineCount():
            return []
        start, length = self._offsets.range_to_qt(span)
        first = self._layout.lineForTextPosition(start).lineNumber()
        last = self._layout.lineForTextPosition(start + length - 1).lineNumber()
        boxes = []
        for number in range(max(0, first), max(0, last) + 1):
            line = self._layout.lineAt(number)
            left = _x(line, max(start, line.textStart()))
            right = _x(line, min(start + length, line.textStart() + line.textLength()))
            right = min(right, line.naturalTextWidth()) if number < last else right
            if right > left:
                boxes.append(QRectF(left, number * self.line_height, right - left, self.line_height))
        return boxes

    def sign_box(self, index: int) -> QRectF:
        """A square for a sign in place of the blank at ``index``, which may hang over the end of its line."""
        unit = self._offsets.to_qt(index)
        line = self._layout.lineForTextPosition(unit)
        side = self._layout.font().pixelSize() * 1.0
        return QRectF(_x(line, unit), line.lineNumber() * self.line_height, side, self.line_height)

    def baseline(self, box: QRectF) -> float:
        """The y of the baseline of the line that ``box`` lies on."""
        line = self._layout.lineAt(round(box.top() / self.line_height))
        return float(line.position().y() + line.ascent())

    def cursor_at(self, x: float, y: float) -> int:
        """The place between two characters nearest to a point."""
        if not self._layout.lineCount() or y < 0:
            return 0
        if y >= self.height:
            return len(self.content.text)
        line = self._layout.lineAt(min(int(y // self.line_height), self._layout.lineCount() - 1))
        return self._offsets.from_qt(line.xToCursor(x, QTextLine.CursorPosition.CursorBetweenCharacters))

    def character_at(self, x: float, y: float) -> int | None:
        """The character under a point, None beside the text."""
        if not 0 <= y < self.height or not self._layout.lineCount():
            return None
        line = self._layout.lineAt(int(y // self.line_height))
        if not line.isValid() or not -2 <= x <= line.naturalTextWidth() + 2:
            return None
        unit = line.xToCursor(x, QTextLine.CursorPosition.CursorOnCharacter)
        return min(self._offsets.from_qt(unit), max(0, len(self.content.text) - 1))

    def piece_at(self, index: int) -> Piece | None:
        """The sentence that the character at ``index`` belongs to."""
        for piece in self.content.pieces:
            if piece.span.start <= index < piece.last:
                return piece
        return None

    def piece_of(self, sentence: str) -> Piece | None:
        """The place of a sentence in this cell."""
        return next((p for p in self.content.pieces if p.sentence == sentence), None)


class PendingCell(Cell):
    """A cell whose translation is still to come: grey bars of about its length, so that little moves later."""

    def __init__(
        self, content: CellText, style: TextStyle, width: int, theme: Theme, characters: int
    ) -> None:
        super().__init__(content, style, width, theme)
        em = style.font.pixelSize()
        self.lines = estimated_lines(characters, content.side, em, width, translated=True)
        fill = characters * em * _expansion(content.side, translated=True) / max(1, width)
        self.last_share = min(1.0, max(0.18, fill - int(fill) if fill > int(fill) else 1.0))
        self.height = self.lines * self.line_height

    def character_at(self, x: float, y: float) -> int | None:
        """Nothing to point at yet."""
        return None

    def rects(self, span: Span) -> list[QRectF]:
        """Nothing to mark yet."""
        return []


def _expansion(side: Language, *, translated: bool) -> float:
    if translated:
        return _EXPANSION[side]
    return 1.0 if side is Language.ZH else 0.5


def estimated_lines(characters: int, side: Language, em: float, width: int, *, translated: bool) -> int:
    """How many lines a text will fill, from its number of source characters alone."""
    return max(1, ceil(characters * em * _expansion(side, translated=translated) / max(1, width)))


def _x(line: QTextLine, unit: int) -> float:
    found: object = line.cursorToX(unit)
    if isinstance(found, tuple):  # the binding gives the offset back, too
        found = found[0]
    return found if isinstance(found, float) else 0.0
