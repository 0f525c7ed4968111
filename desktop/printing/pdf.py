"""A report as a PDF file: whole, or not at all."""

from __future__ import annotations

import os
from collections.abc import Generator
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QMarginsF
from PySide6.QtGui import QPageLayout, QPageSize, QPdfWriter

from desktop.printing.pages import Look, draw_steps
from desktop.reader.bilingual import Bilingual
from desktop.steps import Step
from index.errors import UnusableOutput

_MARGIN = 18.0
"""Millimetres around the text."""


def page_layout(mode: str) -> QPageLayout:
    """A4; on its side where two columns stand beside each other."""
    side = QPageLayout.Orientation.Landscape if mode == "columns" else QPageLayout.Orientation.Portrait
    margins = QMarginsF(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
    return QPageLayout(QPageSize(QPageSize.PageSizeId.A4), side, margins, QPageLayout.Unit.Millimeter)


def write_pdf_steps(path: Path, text: Bilingual, look: Look) -> Generator[Step, None, int]:
    """Write the file, telling how many rows are done; gives the number of pages. Raises UnusableOutput.

    The file at ``path`` is the old one until the new one is whole; closed early, it stays the old one.
    """
    draft = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        draft.touch()  # which says what is wrong better than Qt does
        writer = QPdfWriter(str(draft))
        writer.setPageLayout(page_layout(look.mode))
        writer.setTitle(text.report.title)
        writer.setCreator("Report Reader")
        pages = yield from draw_steps(writer, text, look)
        del writer  # which writes the end of the file
        os.replace(draft, path)
        return pages
    except OSError as error:
        raise UnusableOutput(str(path), (error.strerror or str(error)).lower()) from None
    finally:
        with suppress(OSError):
            draft.unlink(missing_ok=True)
