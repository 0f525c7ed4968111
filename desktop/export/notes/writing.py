"""Puts notes into a format, and writes the file whole or not at all."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Final

from desktop.export.files import write_file
from index.notes import Note
from index.report import Language

FORMATS: Final = ("docx", "md", "csv", "jsonld")


def render_notes(notes: Sequence[Note], form: str, language: Language, day: date | None = None) -> bytes:
    """The file of ``notes`` in one of ``FORMATS``, its frame in ``language``, dated today if no day is given."""
    if form == "jsonld":
        from index.notes.jsonld import to_jsonld

        return to_jsonld(notes).encode("utf-8")
    if form == "csv":
        from desktop.export.notes.table import to_csv

        return to_csv(notes)
    from desktop.export.notes.page import page_of

    page = page_of(notes, language, day or date.today())  # noqa: DTZ011 - the user's own day
    if form == "docx":
        from desktop.export.notes.word import to_word

        return to_word(page)
    from desktop.export.notes.markdown import to_markdown

    return to_markdown(page).encode("utf-8")


def export_notes(
    notes: Sequence[Note], path: Path, form: str, language: Language, day: date | None = None
) -> None:
    """Write ``notes`` to ``path``. Raises ``UnusableOutput``; what was there before then stays."""
    write_file(path, render_notes(notes, form, language, day))
