"""Real PDF files for the tests, printed by Qt: plain, in columns, with headers and footers, indented or spaced."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMarginsF, QPoint, QRectF, QSizeF
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QFont,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
    QTextBlockFormat,
    QTextCursor,
    QTextDocument,
)

POINT = 300 / 72
"""Dots in a point."""


def print_pdf(
    path: Path,
    lines: list[str],
    *,
    columns: int = 1,
    header: str = "",
    footer: str = "",
    indent: bool = False,
    spacing: float = 0.0,
    size: float = 11,
    line_height: float = 130,
    family: str = "Noto Sans CJK SC",
    align: str = "justify",
) -> Path:
    """Print ``lines``, a paragraph each; ``{n}`` in header and footer is the number of the page."""
    from PySide6.QtCore import Qt

    writer = QPdfWriter(str(path))
    writer.setResolution(300)
    writer.setPageLayout(
        QPageLayout(QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Portrait, QMarginsF())
    )
    whole = QSizeF(writer.width(), writer.height())
    margin, gutter = 64 * POINT, 24 * POINT
    width = (whole.width() - 2 * margin - (columns - 1) * gutter) / columns
    height = whole.height() - 2 * margin
    font = QFont(family)
    font.setPixelSize(round(size * POINT))
    document = QTextDocument()
    document.setDefaultFont(font)
    document.setDocumentMargin(0)
    cursor = QTextCursor(document)
    for i, words in enumerate(lines):
        form = QTextBlockFormat()
        form.setLineHeight(line_height, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        form.setBottomMargin(spacing * POINT)
        form.setTextIndent(2 * size * POINT if indent else 0)
        form.setAlignment(Qt.AlignmentFlag.AlignJustify if align == "justify" else Qt.AlignmentFlag.AlignLeft)
        if i:
            cursor.insertBlock(form)
        else:
            cursor.setBlockFormat(form)
        cursor.insertText(words)
    document.setPageSize(QSizeF(width, height))
    painter = QPainter(writer)
    painter.setFont(font)
    for number in range(document.pageCount()):
        page, column = divmod(number, columns)
        if number and not column:
            writer.newPage()
        if not column:
            for words, y in ((header, margin / 2), (footer, whole.height() - margin / 2)):
                said = words.format(n=page + 1)
                across = painter.fontMetrics().horizontalAdvance(said)
                painter.drawText(QPoint(round((whole.width() - across) / 2), round(y)), said)
        painter.save()
        painter.translate(margin + column * (width + gutter), margin - number * height)
        context = QAbstractTextDocumentLayout.PaintContext()
        context.clip = QRectF(0, number * height, width, height - 1)
        painter.setClipRect(context.clip)
        document.documentLayout().draw(painter, context)
        painter.restore()
    painter.end()
    return path
