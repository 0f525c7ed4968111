"""Lays the text out on pages, row by row as the reading view has it, and draws them. No dialogs, no windows.

A row that does not fit on what is left of a page goes on on the next one, line by line, both languages together.
"""

from __future__ import annotations

from collections.abc import Generator, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QPagedPaintDevice, QPainter, QTextLayout, QTextOption

from desktop.notes.colours import pigment
from desktop.printing.note_marks import Mark, Numbers, marks_in, paint_grounds, paint_lines, remark_layout
from desktop.reader.bilingual import Bilingual, CellText
from desktop.reader.style import AS_DESIGNED, Typography
from desktop.steps import Step
from desktop.theme import LIGHT, reading_font
from index.notes.model import Note
from index.report import Language

_POINTS: Final = 10.5
"""Body text: the 五号 of Chinese typography."""
_SCALE: Final = {1: 1.45, 2: 1.2, 3: 1.08}
_GUTTER: Final = 2.2
"""Between the columns, in em."""
_SHARE: Final = {Language.ZH: 0.43, Language.EN: 0.57}
"""Of the width for each column: English takes more room."""
_FOOT: Final = 2.6
"""Room for the foot of a page, in em."""


@dataclass(frozen=True, slots=True)
class Look:
    """How pages look: the mode of the reading view (columns, interleaved, zh, en) and the chosen typography.

    ``notes``: with the user's notes, as far as the text knows them.
    """

    mode: str = "columns"
    typography: Typography = AS_DESIGNED
    notes: bool = False


@dataclass(frozen=True, slots=True)
class _Lines:
    """One column of a row, laid out: its lines with their heights."""

    layout: QTextLayout
    left: float
    step: float
    colour: str
    marks: tuple[Mark, ...] = ()


class _Page:
    """The page at hand, and where the next line goes on it."""

    def __init__(self, painter: QPainter, device: QPagedPaintDevice, unit: float, title: str) -> None:
        self._painter, self._device, self._unit = painter, device, unit
        self.size = QSizeF(device.width(), device.height())
        self.bottom = self.size.height() - _FOOT * unit
        self.y = 0.0
        self.number = 1
        self._title = title
        self.section = ""

    def turn(self) -> None:
        """Finish this page and begin the next."""
        self.finish()
        self._device.newPage()
        self.number += 1
        self.y = 0.0

    def finish(self) -> None:
        """Write the foot: the title, the chapter, the number."""
        font = reading_font(Language.ZH, self._unit * 0.8)
        self._painter.setFont(font)
        self._painter.setPen(QColor(LIGHT.muted))
        foot = QRectF(0, self.size.height() - 1.5 * self._unit, self.size.width(), 1.5 * self._unit)
        words = f"{self._title}  ·  {self.section}" if self.section else self._title
        metrics = self._painter.fontMetrics()
        shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, round(self.size.width() * 0.85))
        self._painter.drawText(foot, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom), shown)
        self._painter.drawText(
            foot, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom), str(self.number)
        )


def draw_steps(device: QPagedPaintDevice, text: Bilingual, look: Look) -> Generator[Step, None, int]:
    """Draw the whole text, telling after each row how many are done; gives the number of pages.

    Raises OSError where the device cannot be drawn on. Closed early, it ends the page at hand.
    """
    painter = QPainter()
    if not painter.begin(device):
        raise OSError("the pages cannot be written")
    try:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        unit = _POINTS / 72 * device.logicalDpiY()
        title = text.shown(text.source, text.report.title)
        page = _Page(painter, device, unit, title)
        numbers = Numbers()
        _draw_title(painter, page, unit, title, look)
        total = len(text.rows)
        for row in range(total):
            _draw_row(painter, page, text, row, look, unit, numbers)
            yield Step(row + 1, total)
        page.finish()
        return page.number
    finally:
        painter.end()


def _draw_title(painter: QPainter, page: _Page, unit: float, title: str, look: Look) -> None:
    font = reading_font(Language.ZH, unit * 1.9, bold=True, family=look.typography.chinese)
    lines = _laid_out(title, font, page.size.width(), 0.0, unit * 2.6, LIGHT.text)
    _draw_together(painter, page, [lines])
    page.y += unit * 1.2


def _draw_row(
    painter: QPainter, page: _Page, text: Bilingual, row: int, look: Look, unit: float, numbers: Numbers
) -> None:
    level = text.rows[row].level
    if level == 1:
        page.section = text.shown(text.source, text.rows[row].span.of(text.report.text))
    sides = {"columns": (text.source, text.target), "interleaved": (text.source, text.target)}.get(
        look.mode, (Language(look.mode),) if look.mode in ("zh", "en") else (text.source, text.target)
    )
    whole = page.size.width()
    columns = look.mode == "columns"
    page.y += unit * (0.9 if level else 0.25) if page.y else 0.0
    laid, remarks = [], dict[int, Note]()
    for n, side in enumerate(sides):
        cell = text.cell(row, side)
        if cell.pending or not cell.text.strip():
            continue
        size = unit * _SCALE.get(level, 1.0) * (0.96 if side is Language.EN else 1.0)
        font = reading_font(side, size, bold=level > 0, family=look.typography.family(side))
        colour = LIGHT.text if side is sides[0] or columns else LIGHT.second
        width = (whole - _GUTTER * unit) * _SHARE[side] if columns else whole
        left = whole - width if columns and n else 0.0
        step = size * look.typography.line_height / 100 * 0.92
        marks: tuple[Mark, ...] = ()
        if look.notes and text.notes is not None:
            new = {p.note.id for p in text.notes.in_cell(cell) if numbers.is_new(p.note)}
            marks = marks_in(cell, text.notes, numbers)
            remarks.update((m.number, m.note) for m in marks if m.number and m.note.id in new)
        laid.append(_laid_out(_with_signs(cell), font, width, left, step, colour, marks))
    if level and laid and page.bottom - page.y < laid[0].step * (laid[0].layout.lineCount() + 3):
        page.turn()  # a heading does not stand alone at the foot of a page
    if columns:
        _draw_together(painter, page, laid)
    else:
        for lines in laid:
            _draw_together(painter, page, [lines])
    for number in sorted(remarks):
        _draw_remark(painter, page, remarks[number], number, unit)
    page.y += unit * 0.45


def _draw_remark(painter: QPainter, page: _Page, note: Note, number: int, unit: float) -> None:
    """What is written about words of the paragraph above, beside a bar in the colour of the note."""
    indent = unit * 1.2
    layout = remark_layout(note, number, unit, page.size.width() - indent)
    step = unit * 1.35
    page.y += unit * 0.2
    for n in range(layout.lineCount()):
        if page.y + step > page.bottom:
            page.turn()
        bar = QRectF(indent * 0.35, page.y + step * 0.06, unit * 0.16, step * 0.88)
        painter.fillRect(bar, QColor(pigment(LIGHT, note.colour).ink))
        line = layout.lineAt(n)
        painter.setPen(QColor(LIGHT.second))
        line.draw(painter, QPointF(indent, page.y + (step - line.height()) / 2))
        page.y += step


def _with_signs(cell: CellText) -> str:
    """The words of a cell with the warnings that the view paints behind its sentences."""
    chars = list(cell.text)
    for piece in cell.pieces:
        if piece.warning and 0 <= piece.warning_at < len(chars):
            chars[piece.warning_at] = "⚠"
    return "".join(chars)


def _laid_out(
    text: str, font: QFont, width: float, left: float, step: float, colour: str, marks: tuple[Mark, ...] = ()
) -> _Lines:
    layout = QTextLayout(text.replace("\n", " "), font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, 0))
    layout.endLayout()
    return _Lines(layout, left, step, colour, marks)


def _draw_together(painter: QPainter, page: _Page, columns: Sequence[_Lines]) -> None:
    """Draw columns side by side from the same height on; what does not fit goes on on the next page."""
    most = max((lines.layout.lineCount() for lines in columns), default=0)
    step = max((lines.step for lines in columns), default=0.0)
    for n in range(most):
        if page.y + step > page.bottom:
            page.turn()
        for lines in columns:
            if n < lines.layout.lineCount():
                line = lines.layout.lineAt(n)
                at = QPointF(lines.left, page.y + (step - line.height()) / 2)
                paint_grounds(painter, line, at, lines.marks)
                painter.setPen(QColor(lines.colour))
                line.draw(painter, at)
                paint_lines(painter, line, at, lines.marks, lines.layout.font())
        page.y += step
