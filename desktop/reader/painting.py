"""How a row looks: its tints below the text, its underlines and warning marks above it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from math import sin
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPen

from desktop.reader.bilingual import Bilingual, CellMark, Pair
from desktop.reader.cell import Cell, PendingCell
from desktop.reader.row_layout import PlacedCell, RowLayout
from desktop.reader.signs import memory_sign
from desktop.reader.style import ReadingStyle
from desktop.reader.text_selection import TextSelection
from index.report import Language

if TYPE_CHECKING:
    from desktop.reader.found_marks import FoundMarks
    from desktop.reader.sentence_terms import PlacedTerm

_ROUND: Final = 3.5


@dataclass
class PassingMarks:
    """What is marked for a moment: never more than a handful."""

    hovered: str = ""
    current: str = ""
    flashed: str = ""
    flash_strength: float = 0.0
    pair: Pair | None = None
    chosen: str = ""
    linked: frozenset[str] = frozenset()
    pointed: str = ""
    selection: TextSelection | None = None
    shimmer: float = 0.0
    shimmering: bool = False
    marks_shown: bool = field(default=True)
    review: bool = False
    open_run: tuple[int, int] | None = None
    terms_shown: bool = False
    term: PlacedTerm | None = None
    note: str = ""
    found: FoundMarks | None = None

    def lasting(self) -> PassingMarks:
        """What stays when another report is shown."""
        return PassingMarks(marks_shown=self.marks_shown, terms_shown=self.terms_shown)


class RowPainter:
    """Paints rows in a style."""

    def __init__(self, text: Bilingual, style: ReadingStyle, marks: PassingMarks) -> None:
        self.text, self.style, self.marks = text, style, marks

    def paint(self, painter: QPainter, layout: RowLayout, y: int, clip: QRectF) -> None:
        """Paint a row whose top is at ``y``."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._current_bar(painter, layout, y)
        if self.style.numbered:
            self._number(painter, layout, y)
        for placed in layout.cells:
            at = QPointF(placed.x, y + placed.y)
            if (
                not QRectF(at.x(), at.y(), placed.cell.width, placed.cell.height)
                .adjusted(-40, -4, 40, 4)
                .intersects(clip)
            ):
                continue
            if isinstance(placed.cell, PendingCell):
                self._skeleton(painter, placed.cell, at)
                continue
            marks = self.text.marks(placed.cell.content) if self.marks.marks_shown else ()
            self._tints(painter, layout.row, placed, at, marks)
            if self.marks.review:
                self._runs(painter, placed.cell, at)
            painter.setPen(QColor(self._ink(layout, placed.cell)))
            placed.cell.draw(painter, at, clip)
            self._underlines(painter, placed.cell, at, marks)
            if self.text.terms is not None and (self.marks.terms_shown or self.marks.term is not None):
                from desktop.reader.term_marks import paint_terms

                paint_terms(painter, placed.cell, at, self.style, self.marks, self.text.terms, marks)
            self._warnings(painter, placed.cell, at)
        if self.text.notes is not None:
            from desktop.reader.note_marks import paint_margin

            paint_margin(painter, layout, y, self.style, self.text.notes, self.marks.note)

    def _ink(self, layout: RowLayout, cell: Cell) -> str:
        """Translations below their source are a little quieter."""
        stacked = len(layout.cells) > 1 and layout.cells[0].x == layout.cells[1].x
        quiet = stacked and cell.content.side is not self.text.source
        return self.style.theme.second if quiet else self.style.theme.text

    def _current_bar(self, painter: QPainter, layout: RowLayout, y: int) -> None:
        current = self.marks.current
        if not current or not any(s.id == current for s in self.text.rows[layout.row].sentences):
            return
        bottom = max(c.y + c.cell.height for c in layout.cells)
        left = min(c.x for c in layout.cells) - self.style.pixels * 0.9
        bar = QRectF(left, y + layout.top + 3, 3, bottom - layout.top - 6)
        _fill(painter, [bar], self.style.theme.accent, 1.5)

    def _number(self, painter: QPainter, layout: RowLayout, y: int) -> None:
        """The number of a paragraph, which is the one that citations give, left of its first line."""
        paragraph = self.text.rows[layout.row].paragraph
        if layout.row and self.text.rows[layout.row - 1].paragraph == paragraph:
            return
        font = QFont(self.style.text(Language.EN).font)
        font.setPixelSize(max(8, round(self.style.pixels * 0.62)))
        painter.setFont(font)
        painter.setPen(QColor(self.style.theme.muted))
        left, line = min(c.x for c in layout.cells), layout.cells[0].cell.line_height
        box = QRectF(0, y + layout.top, left - self.style.pixels * 1.2, line)
        painter.drawText(
            box, int(Qt.AlignmentFlag.AlignRight) | int(Qt.AlignmentFlag.AlignVCenter), str(paragraph + 1)
        )

    def _tints(
        self, painter: QPainter, row: int, placed: PlacedCell, at: QPointF, marks: Iterable[CellMark]
    ) -> None:
        cell, theme, passing = placed.cell, self.style.theme, self.marks
        for piece in cell.content.pieces:
            boxes = None
            for sentence, colour in (
                (passing.current, theme.current),
                (passing.hovered, theme.hover),
            ):
                if sentence and piece.sentence == sentence:
                    boxes = _moved(cell.rects(piece.span), at)
                    _fill(painter, boxes, colour)
            if passing.flash_strength > 0 and piece.sentence == passing.flashed:
                flash = QColor(theme.flash)
                flash.setAlphaF(min(1.0, passing.flash_strength))
                _fill(painter, boxes or _moved(cell.rects(piece.span), at), flash)
        if self.text.notes is not None:
            from desktop.reader.note_marks import paint_notes

            paint_notes(painter, cell, at, self.style, self.text.notes, passing.note)
        if passing.found is not None:
            from desktop.reader.found_marks import paint_found

            paint_found(painter, row, cell, at, theme, passing.found)
        self._counterparts(painter, cell, at)
        for mark in marks:
            self._mark_look(painter, mark, _moved(cell.rects(mark.span), at, grow=2))
        if passing.selection and passing.selection.side is cell.content.side:
            span = passing.selection.span_in(row, len(cell.content.text))
            if span:
                _fill(painter, _moved(cell.rects(span), at, inset=0), theme.selection, 0)

    def _mark_look(self, painter: QPainter, mark: CellMark, boxes: list[QRectF]) -> None:
        """The chosen figure is filled and framed, its counterparts have a dashed frame, the one pointed at a dotted one."""
        theme, passing = self.style.theme, self.marks
        soft = theme.target_soft if mark.status == "target" else theme.actual_soft
        ink = theme.target if mark.status == "target" else theme.actual
        if mark.indicator == passing.chosen:
            style, fill = Qt.PenStyle.SolidLine, soft
        elif mark.indicator in passing.linked:
            style, fill = Qt.PenStyle.DashLine, soft
        elif mark.indicator == passing.pointed:
            style, fill = Qt.PenStyle.DotLine, ""
        else:
            return
        painter.setPen(QPen(QColor(ink), 1.2, style))
        painter.setBrush(QColor(fill) if fill else Qt.BrushStyle.NoBrush)
        for box in boxes:
            painter.drawRoundedRect(box, _ROUND, _ROUND)

    def _runs(self, painter: QPainter, cell: Cell, at: QPointF) -> None:
        """Numbers that no figure covers are boxed; those that something explains have a faint dotted line."""
        theme = self.style.theme
        for run, span in self.text.runs(cell.content):
            if run.why == "covered":
                continue
            is_open = run.why == "open"
            current = (run.span.start, run.span.end) == self.marks.open_run
            painter.setBrush(QColor(theme.warning_soft) if is_open else Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(theme.warning), 2.0 if current else 1.0, Qt.PenStyle.DashDotLine))
            for box in _moved(cell.rects(span), at, grow=2):
                if is_open:
                    painter.drawRect(box)
                else:
                    painter.setPen(QPen(QColor(theme.faint), 1.4, Qt.PenStyle.DotLine))
                    painter.drawLine(box.bottomLeft(), box.bottomRight())

    def _counterparts(self, painter: QPainter, cell: Cell, at: QPointF) -> None:
        """The word or number under the mouse, and what says the same on the other side."""
        pair = self.marks.pair
        piece = cell.piece_of(pair.sentence) if pair is not None else None
        if pair is None or piece is None:
            return
        is_source = cell.content.side is self.text.source
        for span in pair.source if is_source else pair.target:
            moved = span.shifted(piece.span.start - (piece.skipped if is_source else 0))
            if piece.span.start <= moved.start and moved.end <= piece.span.end:
                _fill(painter, _moved(cell.rects(moved), at, grow=1), self.style.theme.number)

    def _underlines(self, painter: QPainter, cell: Cell, at: QPointF, marks: Iterable[CellMark]) -> None:
        theme = self.style.theme
        for mark in marks:
            lit = mark.indicator == self.marks.chosen or mark.indicator in self.marks.linked
            is_target = mark.status == "target"
            width = (2.0 if lit else 1.3) * max(1.0, self.style.zoom / 120)
            pen = QPen(QColor(theme.target if is_target else theme.actual), width)
            if is_target:
                pen.setCapStyle(Qt.PenCapStyle.RoundCap)
                pen.setDashPattern([0.1, 2.4])
                pen.setWidthF(width * 1.35)
            painter.setPen(pen)
            for box in cell.rects(mark.span):
                y = at.y() + cell.baseline(box) + self.style.pixels * 0.26
                painter.drawLine(QPointF(at.x() + box.left() + 1, y), QPointF(at.x() + box.right() - 1, y))

    def _warnings(self, painter: QPainter, cell: Cell, at: QPointF) -> None:
        for piece in cell.content.pieces:
            if piece.entry is not None and piece.memory_at >= 0:
                box = cell.sign_box(piece.memory_at).translated(at)
                memory_sign(painter, box, str(piece.entry.origin), self.style.theme.muted)
            if not piece.warning and piece.warning_at < 0:
                continue
            box = cell.sign_box(piece.warning_at).translated(at)
            if piece.doubts:
                doubt_sign(painter, box, self.style.theme.muted)
            else:
                warning_sign(painter, box, self.style.theme.warning, self.style.theme.paper)

    def _skeleton(self, painter: QPainter, cell: PendingCell, at: QPointF) -> None:
        theme = self.style.theme
        colour = QColor(theme.border)
        if self.marks.shimmering:
            colour.setAlphaF(0.62 + 0.3 * sin(self.marks.shimmer + at.y() / 160))
        else:
            colour.setAlphaF(0.55)
        thick = self.style.pixels * 0.62
        bars = []
        for line in range(cell.lines):
            width = cell.width * (cell.last_share if line == cell.lines - 1 else 1.0 - 0.03 * (line * 7 % 3))
            top = at.y() + line * cell.line_height + (cell.line_height - thick) / 2
            bars.append(QRectF(at.x(), top, width, thick))
        _fill(painter, bars, colour, thick / 2)


def warning_sign(painter: QPainter, box: QRectF, colour: str, paper: str) -> None:
    """A triangle with an exclamation mark, drawn: not every font has one."""
    size = min(box.width(), box.height()) * 0.9
    centre = box.center()
    half = size / 2
    triangle = QPainterPath(QPointF(centre.x(), centre.y() - half))
    triangle.lineTo(centre.x() + half * 1.08, centre.y() + half * 0.82)
    triangle.lineTo(centre.x() - half * 1.08, centre.y() + half * 0.82)
    triangle.closeSubpath()
    pen = QPen(QColor(colour), size * 0.12)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(QColor(colour))
    painter.drawPath(triangle)
    painter.setPen(QPen(QColor(paper), size * 0.13, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    painter.drawLine(
        QPointF(centre.x(), centre.y() - half * 0.35), QPointF(centre.x(), centre.y() + half * 0.2)
    )
    painter.drawPoint(QPointF(centre.x(), centre.y() + half * 0.52))


def doubt_sign(painter: QPainter, box: QRectF, colour: str) -> None:
    """A question mark in a ring: quieter than a warning, and of another shape."""
    size = min(box.width(), box.height()) * 0.86
    ring = QRectF(0, 0, size, size)
    ring.moveCenter(box.center())
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(colour), size * 0.08))
    painter.drawEllipse(ring)
    font = QFont(painter.font())
    font.setPixelSize(max(7, round(size * 0.72)))
    font.setBold(True)
    painter.setFont(font)
    painter.drawText(ring, int(Qt.AlignmentFlag.AlignCenter), "?")


def _moved(boxes: Iterable[QRectF], at: QPointF, *, grow: float = 1.5, inset: float = 2.5) -> list[QRectF]:
    return [b.translated(at).adjusted(-grow, inset, grow, -inset) for b in boxes]


def _fill(painter: QPainter, boxes: Iterable[QRectF], colour: QColor | str, radius: float = _ROUND) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colour))
    for box in boxes:
        painter.drawRoundedRect(box, radius, radius)


def paint_header(
    painter: QPainter, width: int, top: int, layout_left: int, style: ReadingStyle, title: str, facts: str
) -> None:
    """The title of the report and what is known about it."""
    theme = style.theme
    flags = int(Qt.AlignmentFlag.AlignLeft) | int(Qt.TextFlag.TextSingleLine)
    room = width - 2 * layout_left
    font = QFont(style.text(Language.ZH, 1).strong)
    for size in (1.6, 1.4, 1.2, 1.05):  # a long title is set smaller before it is cut
        font.setPixelSize(round(style.pixels * size))
        painter.setFont(font)
        if painter.fontMetrics().horizontalAdvance(title) <= room:
            break
    painter.setPen(QColor(theme.text))
    y = top + style.pixels * 1.6
    name = painter.fontMetrics().elidedText(title, Qt.TextElideMode.ElideRight, room)
    painter.drawText(QRectF(layout_left, y, room, style.pixels * 2.3), flags, name)
    painter.setFont(style.text(Language.EN).font)
    painter.setPen(QColor(theme.muted))
    y += style.pixels * 2.5
    facts = painter.fontMetrics().elidedText(facts, Qt.TextElideMode.ElideRight, room)
    painter.drawText(QRectF(layout_left, y, room, style.pixels * 1.6), flags, facts)
    y += style.pixels * 2.3
    painter.setPen(QPen(QColor(theme.border), 1))
    painter.drawLine(QPointF(layout_left, y), QPointF(width - layout_left, y))


def header_height(style: ReadingStyle) -> int:
    """Room for ``paint_header``."""
    return round(style.pixels * 7.9)
