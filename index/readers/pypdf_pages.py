"""pypdf, the second reader of PDF files: slower, without places, for what PDFium cannot open. Its only importer."""

from __future__ import annotations

import logging
from io import BytesIO

from index.errors import UnreadableReport
from index.readers.document import Allowance
from index.readers.pages.columns import PlacedRow
from index.readers.pages.glyphs import Glyph, is_wide, whole_characters
from index.readers.pages.rows import make_row


def read_lines(data: bytes, name: str, allowance: Allowance) -> list[list[str]]:
    """The lines of each page; a page that cannot be read is empty. Raises UnreadableReport with one reason."""
    import pypdf
    from pypdf.errors import PyPdfError

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # it tells of every slip on standard error
    pages: list[list[str]] = []
    seen = 0
    try:
        reader = pypdf.PdfReader(BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise UnreadableReport(
                name, "it is protected by a password; save a copy without one and open that"
            )
        count = len(reader.pages)
    except UnreadableReport:
        raise
    except (MemoryError, KeyboardInterrupt):
        raise
    except Exception as error:  # whatever a broken file makes the library raise, the user gets one line
        raise UnreadableReport(name, "it is damaged and cannot be read as a PDF") from error
    if count > allowance.limits.pages:
        raise UnreadableReport(
            name, f"it has {count:,} pages; more than {allowance.limits.pages:,} is no report"
        )
    for number in range(count):
        allowance.check(seen)
        try:
            text = reader.pages[number].extract_text()
        except (MemoryError, KeyboardInterrupt):
            raise
        except (PyPdfError, Exception):  # noqa: BLE001  # one page is lost, not the others
            text = ""
        seen += len(text)
        pages.append([line for line in whole_characters(text).split("\n") if line.strip()])
    return pages


def as_rows(lines: list[str], page: int) -> list[PlacedRow]:
    """Lines without places as rows: a character is as wide as it is drawn, a line is one down from the last."""
    return [
        PlacedRow(make_row(_glyphs(line, -2.0 * number)), page, 0)
        for number, line in enumerate(lines)
        if line.strip()
    ]


def _glyphs(line: str, base: float) -> list[Glyph]:
    glyphs: list[Glyph] = []
    at, spaced = 0.0, False
    for char in line:
        width = 1.0 if is_wide(char) or char == "\u3000" else 0.5
        if char.isspace():
            spaced = True
        else:
            glyphs.append(Glyph(char, at, at + width, base, base + 1.4, base, spaced))
            spaced = False
        at += width
    return glyphs
