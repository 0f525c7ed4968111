"""Puts a brief into a format, and writes the file whole or not at all."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Final

from desktop.export.brief.page import page_of
from desktop.export.files import file_stem, write_file
from index.briefs import Brief
from index.report import Language

FORMATS: Final = ("docx", "html", "md")


def render_brief(brief: Brief, form: str, language: Language, day: date | None = None) -> bytes:
    """The file of ``brief`` in one of ``FORMATS``, its frame in ``language``, dated today if no day is given."""
    page = page_of(brief, language, day or date.today())  # noqa: DTZ011 - the user's own day
    if form == "docx":
        from desktop.export.brief.word import to_word

        return to_word(page)
    if form == "html":
        from desktop.export.brief.html import to_html

        return to_html(page).encode("utf-8")
    from desktop.export.brief.markdown import to_markdown

    return to_markdown(page).encode("utf-8")


def export_brief(brief: Brief, path: Path, form: str, language: Language, day: date | None = None) -> None:
    """Write ``brief`` to ``path``. Raises ``UnusableOutput``; what was there before then stays."""
    write_file(path, render_brief(brief, form, language, day))


def file_name(brief: Brief, form: str) -> str:
    """A name for the file: the title without what a file system refuses."""
    return f"{file_stem(brief.title) or 'brief'}.{form}"
