"""PDFium, through pypdfium2: the characters of a page with their places, and pages as pictures.

The only module that imports it. PDFium is not made for threads, so everything here runs under one lock.
"""

from __future__ import annotations

import ctypes
import math
import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final, NamedTuple

from index.errors import UnreadableReport
from index.readers.document import Allowance
from index.readers.pages.glyphs import Glyph, whole_characters

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfPage, PdfTextPage

_LOCK: Final = threading.RLock()
_PASSWORD: Final = 4  # FPDF_ERR_PASSWORD
_MAX_SIDE: Final = 6_000
"""Pixels: no picture of a page is larger on either side."""
_FAR: Final = 30_000.0
"""Points from a page's corner: no paper is larger."""
_PASSES: Final = 2_000
"""Characters between two looks at the clock."""


class PageGlyphs(NamedTuple):
    """The characters of one page (from 1); ``has_picture`` where it shows an image."""

    page: int
    glyphs: tuple[Glyph, ...]
    has_picture: bool


class PageImage(NamedTuple):
    """A page as a picture: ``rgba`` has four bytes for each pixel, row by row from the top."""

    width: int
    height: int
    rgba: bytes


class PdfiumFailure(Exception):
    """PDFium could not open the file; something else may."""


@contextmanager
def _opened(data: bytes, name: str) -> Iterator[PdfDocument]:
    import pypdfium2

    with _LOCK:
        try:
            document = pypdfium2.PdfDocument(data)
        except pypdfium2.PdfiumError as error:
            if getattr(error, "err_code", None) == _PASSWORD:
                raise UnreadableReport(
                    name, "it is protected by a password; save a copy without one and open that"
                ) from None
            raise PdfiumFailure(str(error)) from error
        try:
            yield document
        finally:
            document.close()


def page_count(data: bytes, name: str) -> int:
    """How many pages the PDF in ``data`` has; raises UnreadableReport or PdfiumFailure."""
    with _opened(data, name) as document:
        return len(document)


def is_repaired(data: bytes, name: str) -> bool:
    """True where the file's own table of contents was damaged, so that its text may not be what was written."""
    from pypdfium2 import raw

    with _opened(data, name) as document:
        return not raw.FPDF_DocumentHasValidCrossReferenceTable(document.raw)


def read_glyphs(data: bytes, name: str, allowance: Allowance) -> list[PageGlyphs]:
    """The characters of each page; raises UnreadableReport where the limits are passed, PdfiumFailure at damage."""
    import pypdfium2

    pages: list[PageGlyphs] = []
    seen = 0
    with _opened(data, name) as document:
        if len(document) > allowance.limits.pages:
            raise UnreadableReport(
                name, f"it has {len(document):,} pages; more than {allowance.limits.pages:,} is no report"
            )
        for number in range(len(document)):
            allowance.check(seen)
            try:
                page = document[number]
            except pypdfium2.PdfiumError:
                pages.append(PageGlyphs(number + 1, (), False))
                continue
            try:
                glyphs = _glyphs_of(page, allowance, seen)
                picture = not glyphs and _has_picture(page)
            except pypdfium2.PdfiumError as error:
                raise PdfiumFailure(str(error)) from error
            finally:
                page.close()
            seen += len(glyphs)
            pages.append(PageGlyphs(number + 1, glyphs, picture))
    return pages


def render_page(data: bytes, name: str, page: int, width: int) -> PageImage:
    """Page ``page`` (from 1) as a picture ``width`` pixels wide; raises UnreadableReport where there is none."""
    import pypdfium2

    try:
        with _opened(data, name) as document:
            if not 1 <= page <= len(document):
                raise UnreadableReport(name, f"it has no page {page}")
            leaf = document[page - 1]
            try:
                across, down = leaf.get_size()
                if not (across > 0 and down > 0):
                    raise UnreadableReport(name, f"page {page} cannot be shown")
                scale = min(width / across, _MAX_SIDE / across, _MAX_SIDE / down)
                bitmap = leaf.render(scale=scale, rev_byteorder=True, prefer_bgrx=True)
                return PageImage(
                    bitmap.width, bitmap.height, _opaque(bytes(bitmap.buffer), bitmap.stride, bitmap.width)
                )
            finally:
                leaf.close()
    except (PdfiumFailure, pypdfium2.PdfiumError):
        raise UnreadableReport(name, f"page {page} cannot be shown") from None


def _opaque(pixels: bytes, stride: int, width: int) -> bytes:
    """The rows without what pads them, and no pixel transparent."""
    whole = bytearray(b"".join(pixels[at : at + width * 4] for at in range(0, len(pixels), stride)))
    whole[3::4] = b"\xff" * (len(whole) // 4)
    return bytes(whole)


def _has_picture(page: PdfPage) -> bool:
    from pypdfium2 import raw

    return any(True for _ in page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=3))


def _glyphs_of(page: PdfPage, allowance: Allowance, seen: int) -> tuple[Glyph, ...]:
    text = page.get_textpage()
    try:
        return _upright(list(_signs(text, allowance, seen)))
    finally:
        text.close()


def _signs(text: PdfTextPage, allowance: Allowance, seen: int) -> Iterator[tuple[int, Glyph]]:
    """Each character with the quarter turns of its direction."""
    from pypdfium2 import raw

    box, x, y = raw.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
    handle, spaced, high = text.raw, False, 0
    for i in range(text.count_chars()):
        if i % _PASSES == 0:
            allowance.check(seen + i)
        code = raw.FPDFText_GetUnicode(handle, i)
        if 0xD800 <= code < 0xDC00:
            high = code
            continue
        if 0xDC00 <= code < 0xE000 and high:
            code, high = 0x10000 + ((high - 0xD800) << 10) + code - 0xDC00, 0
        if code in (32, 0xA0):
            spaced = spaced or not raw.FPDFText_IsGenerated(handle, i)
            continue
        if code == 0x3000 or (code < 32 and code != 2) or 0xD800 <= code < 0xE000 or code > 0x10FFFF:
            continue  # a wide blank is seen in the places of what stands around it
        if not raw.FPDFText_GetLooseCharBox(handle, i, box) or not raw.FPDFText_GetCharOrigin(
            handle, i, x, y
        ):
            continue
        if not all(-_FAR < place < _FAR for place in (box.left, box.right, box.bottom, box.top, y.value)):
            continue  # not on the page, or no number
        turns = round(raw.FPDFText_GetCharAngle(handle, i) / (math.pi / 2) * 4) / 4
        char = whole_characters(chr(code))
        yield (
            int(turns * 4),
            Glyph(
                char,
                box.left,
                max(box.left, box.right),
                box.bottom,
                max(box.bottom + 1, box.top),
                y.value,
                spaced,
            ),
        )
        spaced = False


def _upright(signs: list[tuple[int, Glyph]]) -> tuple[Glyph, ...]:
    """The characters of the direction in which most run, turned so that they run from left to right.

    What runs slantwise or otherwise is a stamp or a watermark.
    """
    if not signs:
        return ()
    most = Counter(turns for turns, _ in signs).most_common(1)[0][0] % 16
    kept = [glyph for turns, glyph in signs if turns % 16 == most]
    quarter = most // 4 if most % 4 == 0 else 0
    return tuple(_turned(glyph, quarter) for glyph in kept)


def _turned(glyph: Glyph, quarter: int) -> Glyph:
    if quarter == 0:
        return glyph
    left, right, bottom, top = glyph.left, glyph.right, glyph.bottom, glyph.top
    if quarter == 2:
        box = (-right, -left, -top, -bottom)
    elif quarter == 3:
        box = (bottom, top, -right, -left)
    else:
        box = (-top, -bottom, left, right)
    return glyph._replace(left=box[0], right=box[1], bottom=box[2], top=box[3], base=box[2])
