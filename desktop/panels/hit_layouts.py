"""Lines of a search result, laid out: wrapped, cut after so many, with what matched marked."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QTextCharFormat, QTextLayout, QTextOption

from desktop.offsets import Utf16Map
from index.text import Span

_LEADING: Final = 1.5


class Block(NamedTuple):
    """Some words in one font and colour, of at most so many lines; ``marks`` get the colours ``marked``, words and ground."""

    text: str
    font: QFont
    colour: str
    lines: int = 4
    marks: Sequence[Span] = ()
    marked: tuple[str, str] = ("", "")


class Laid(NamedTuple):
    """A block ready to be drawn."""

    layout: QTextLayout
    colour: str
    height: float


def laid_out(block: Block, room: float) -> Laid:
    """The lines of a block in a column ``room`` pixels wide; words that find no room end in an ellipsis."""
    text = block.text.replace("\n", " ")
    step = block.font.pixelSize() * _LEADING
    offsets = Utf16Map(text)
    layout = _lines(text, block, room)
    last = layout.lineAt(layout.lineCount() - 1) if layout.lineCount() else None
    if last is not None and last.textStart() + last.textLength() < offsets.to_qt(len(text)):
        start = offsets.from_qt(last.textStart())
        tail = QFontMetricsF(block.font).elidedText(text[start:], Qt.TextElideMode.ElideRight, room - 2)
        layout = _lines(text[:start] + tail, block, room)
    for n in range(layout.lineCount()):
        line = layout.lineAt(n)
        line.setPosition(QPointF(0, n * step + (step - line.height()) / 2))
    return Laid(layout, block.colour, layout.lineCount() * step + 3)


def _lines(text: str, block: Block, room: float) -> QTextLayout:
    layout = QTextLayout(text, block.font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    offsets = Utf16Map(text)
    formats = []
    for span in block.marks:
        if span.end > len(text):
            continue
        found = QTextLayout.FormatRange()
        found.start, found.length = offsets.range_to_qt(span)
        style = QTextCharFormat()
        style.setForeground(QColor(block.marked[0]))
        style.setBackground(QColor(block.marked[1]))
        found.format = style
        formats.append(found)
    layout.setFormats(formats)
    layout.beginLayout()
    for _ in range(block.lines):
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(room)
    layout.endLayout()
    return layout
