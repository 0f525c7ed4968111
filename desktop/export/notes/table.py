"""Notes as CSV that spreadsheet programs open as it is: UTF-8 with a byte-order mark, nothing in it a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from typing import Final

from desktop.export.escaping import clean
from index.indicators.records import guarded
from index.notes.model import Note

FIELDS: Final = (
    "report", "place", "year", "section", "paragraph", "line", "quote", "translation", "comment", "tags", "colour",
    "look", "made_on", "created", "modified", "id",
)  # fmt: skip


def to_csv(notes: Iterable[Note]) -> bytes:
    """The file; tags are separated by ``; ``, ``paragraph`` counts from 1 and ``line`` from 0."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(FIELDS)
    for note in notes:
        cells = (
            note.title, note.place, note.year or "", " › ".join(note.sections), note.paragraph or "", note.line,
            note.anchor.quote, note.translation, note.comment, "; ".join(note.tags), note.colour, note.look,
            note.made_on, note.created, note.modified, note.id,
        )  # fmt: skip
        writer.writerow(guarded(clean(value) if isinstance(value, str) else value) for value in cells)
    return out.getvalue().encode("utf-8-sig")
