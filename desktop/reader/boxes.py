"""Where sentences and indicators are on screen, in coordinates of the viewport."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF

from index.report import Language
from index.text import Span

if TYPE_CHECKING:
    from desktop.reader.report_view import ReportView
    from desktop.reader.row_layout import PlacedCell


def sentence_box(view: ReportView, sentence: str, side: Language) -> QRectF | None:
    """The first line of a sentence in one language; None where it is not on screen."""
    row = view.text.row_of(sentence)
    top = view.top_of(row)
    placed = view.layouts[row].side(side) if top is not None else None
    piece = placed.cell.piece_of(sentence) if placed else None
    if top is None or placed is None or piece is None:
        return None
    return _first_box(placed, piece.span, top)


def indicator_box(view: ReportView, indicator: str, side: Language) -> QRectF | None:
    """The first line of an indicator in one language; None where it is not on screen."""
    known = view.text.indicators.get(indicator)
    row = view.text.row_of(known.sentence_id) if known else 0
    top = view.top_of(row) if known else None
    placed = view.layouts[row].side(side) if top is not None else None
    if top is None or placed is None:
        return None
    marks = view.text.marks(placed.cell.content)
    return next((_first_box(placed, m.span, top) for m in marks if m.indicator == indicator), None)


def _first_box(placed: PlacedCell, span: Span, top: int) -> QRectF | None:
    boxes = placed.cell.rects(span)
    return boxes[0].translated(placed.x, top + placed.y) if boxes else None
