"""The fine dotted lines under terms."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from desktop.reader.bilingual import CellMark
from index.text import Span

if TYPE_CHECKING:
    from desktop.reader.cell import Cell
    from desktop.reader.painting import PassingMarks
    from desktop.reader.sentence_terms import SentenceTerms
    from desktop.reader.style import ReadingStyle

_DOTS: Final = [1.0, 2.2]
_BELOW: Final = 0.30
"""Below the baseline, by the size of the text; the line of a figure is a little higher and thicker."""


def paint_terms(
    painter: QPainter,
    cell: Cell,
    at: QPointF,
    style: ReadingStyle,
    marks: PassingMarks,
    terms: SentenceTerms,
    figures: Iterable[CellMark],
) -> None:
    """Underline all terms of a cell where they shall be shown, else the one under the mouse, on both sides."""
    taken = [figure.span for figure in figures]
    for piece in cell.content.pieces:
        pointed = marks.term is not None and marks.term.sentence == piece.sentence
        if not (marks.terms_shown or pointed):
            continue
        for placed in terms.of(piece.sentence):
            lit = placed == marks.term
            span = terms.span_in(cell.content, piece, placed)
            if span is None or not (lit or marks.terms_shown):
                continue
            theme = style.theme
            pen = QPen(
                QColor(theme.second if lit else theme.muted),
                (1.5 if lit else 1.1) * max(1.0, style.zoom / 120),
            )
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
            pen.setDashPattern(_DOTS)
            painter.setPen(pen)
            for part in _without(span, taken):
                for box in cell.rects(part):
                    y = at.y() + cell.baseline(box) + style.pixels * _BELOW
                    painter.drawLine(
                        QPointF(at.x() + box.left() + 1, y), QPointF(at.x() + box.right() - 1, y)
                    )


def _without(span: Span, taken: Iterable[Span]) -> list[Span]:
    """The parts of ``span`` that no figure underlines already."""
    parts = [span]
    for other in taken:
        cut = []
        for part in parts:
            if not part.overlaps(other):
                cut.append(part)
                continue
            cut += [Span(part.start, min(part.end, other.start)), Span(max(part.start, other.end), part.end)]
        parts = [part for part in cut if part.start < part.end]
    return parts
