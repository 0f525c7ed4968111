"""PDF files with a text layer: pages in reading order into paragraphs, without headers, footers and page numbers."""

from __future__ import annotations

from typing import Final

from index.errors import UnreadableReport
from index.readers import pdfium, pypdf_pages
from index.readers.document import Allowance, Document, Limits
from index.readers.pages.columns import PlacedRow, in_order
from index.readers.pages.furniture import without_furniture
from index.readers.pages.glyphs import as_simplified
from index.readers.pages.paragraphs import PagedText, placed_lines, to_text
from index.readers.pages.rows import rows_of
from index.readers.pdfium import PageImage
from index.readers.plausibility import plausibility
from index.text import normalise

_FEW: Final = 12
"""Characters a page, on average, below which a document has no text layer: a stamp, a page number."""
_NONSENSE: Final = 0.3
_SCANNED: Final = (
    "it is a scan without a text layer; make one with text recognition (OCR), then open the new file"
)


def read_pdf(data: bytes, name: str, limits: Limits | None = None) -> Document:
    """The text of a PDF. Raises UnreadableReport with one reason, and what to do where something can be done."""
    allowance = Allowance(name, limits or Limits())
    try:
        pages = pdfium.read_glyphs(data, name, allowance)
    except pdfium.PdfiumFailure:
        return _second_reading(data, name, allowance)
    count = sum(len(page.glyphs) for page in pages)
    if not pages or count < _FEW * len(pages):
        pictures = any(page.has_picture for page in pages)
        if pictures:
            raise UnreadableReport(name, _SCANNED)
        if not count:
            raise UnreadableReport(name, "there is no text in the PDF")
    rows = []
    for page in pages:
        allowance.check()
        rows.append(rows_of(page.glyphs))
    kept = without_furniture(rows)
    placed = in_order(kept)
    scanned = [page.page for page in pages if page.has_picture and not page.glyphs]
    notice = _scanned_pages(scanned, len(pages))
    if not notice and pdfium.is_repaired(data, name):
        notice = "the file is damaged; what could be read of it is shown"
    return _document(placed, name, notice)


def read_pdf_again(data: bytes, name: str, limits: Limits | None = None) -> Document:
    """The same by the second reader alone, which knows no places: for files that the first one fails at."""
    return _second_reading(data, name, Allowance(name, limits or Limits()))


def render_page(data: bytes, name: str, page: int, width: int) -> PageImage:
    """Page ``page`` (from 1) as a picture, ``width`` pixels wide at most."""
    return pdfium.render_page(data, name, page, width)


def _second_reading(data: bytes, name: str, allowance: Allowance) -> Document:
    lines = pypdf_pages.read_lines(data, name, allowance)
    if not any(lines):
        raise UnreadableReport(name, "it is damaged, or has no text layer; there is no text to be had")
    rows = [[placed.row for placed in pypdf_pages.as_rows(page, 1)] for page in lines]
    placed = [
        PlacedRow(row, number, 0) for number, kept in enumerate(without_furniture(rows), 1) for row in kept
    ]
    return _document(placed, name, "the file is damaged; what could be read of it is shown")


def _document(placed: list[PlacedRow], name: str, notice: str) -> Document:
    found = to_text(placed_lines(placed))
    if not found.text.strip():
        raise UnreadableReport(name, "there is no text in the PDF")
    if _is_nonsense(found.text[:100_000]):
        raise UnreadableReport(
            name, "its text layer is unreadable (its fonts do not say which characters they show); use OCR"
        )
    return Document(*_normalised(found), notice=notice)


def _is_nonsense(text: str) -> bool:
    """True for signs that nobody writes; a few strange ones in an English text are bullets."""
    strange = sum(1 for char in text if char > "\x7e")
    return strange > 0.2 * len(text) and plausibility(text) < _NONSENSE


def _normalised(found: PagedText) -> tuple[str, str, tuple[tuple[int, int], ...]]:
    """The text in normal form, no encoding, and the pages, moved where the form has fewer characters."""
    text = as_simplified(normalise(found.text))
    if len(text) == len(found.text):
        return text, "", found.pages
    pages = []
    for offset, page in found.pages:
        pages.append((len(normalise(found.text[:offset])), page))
    return text, "", tuple(pages)


def _scanned_pages(scanned: list[int], count: int) -> str:
    if not scanned:
        return ""
    shown = ", ".join(str(page) for page in scanned[:8]) + (" …" if len(scanned) > 8 else "")
    return f"{len(scanned)} of {count} pages are scans without text and are missing here: {shown}"
