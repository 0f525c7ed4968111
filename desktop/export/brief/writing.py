"""Puts a brief into a format, and writes the file whole or not at all."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Final

from desktop.export.brief.page import page_of
from index.briefs import Brief
from index.errors import UnusableOutput
from index.report import Language
from index.storage import write_atomically

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
    data = render_brief(brief, form, language, day)
    if path.is_dir():
        raise UnusableOutput(str(path), "it is a folder")
    try:
        write_atomically(path, data)
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else None
        raise UnusableOutput(str(path), (reason or str(error)).lower()) from error


def file_name(brief: Brief, form: str) -> str:
    """A name for the file: the title without what a file system refuses."""
    kept = "".join(c if c.isalnum() or c in " -_.()（）·，、" else " " for c in brief.title)
    return f"{' '.join(kept.split()).strip('. ')[:60] or 'brief'}.{form}"
