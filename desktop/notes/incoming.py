"""From a file of annotations to notes that can be taken in. No Qt: window and command line share it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from index.errors import UnreadableNotes, UnreadableReport
from index.notes import Finder, Note, NoteShelf
from index.report import Report

if TYPE_CHECKING:
    from desktop.services import Services


class Incoming(NamedTuple):
    """What a file brings: notes that are new here, how many are known, and how many of its annotations are of no use."""

    new: list[Note]
    known: int
    left_out: int


def incoming(services: Services, path: Path, report: Report | None) -> Incoming:
    """What the annotations in a file would bring. Raises UnreadableNotes."""
    from index.notes.jsonld import from_jsonld
    from index.readers.source import read_source

    try:
        data = read_source(path)
    except UnreadableReport as error:
        raise UnreadableNotes(error.path, error.reason) from error
    read = from_jsonld(data, str(path))
    finder = Finder(report.text) if report is not None else None
    notes = [_at_home(note, report, finder) for note in read.notes]
    new, known = NoteShelf(services.annotations()).merged(notes)
    return Incoming(new, known, read.left_out)


def _at_home(note: Note, report: Report | None, finder: Finder | None) -> Note:
    """A note of another program, which names no text of ours, as one of the open report where its words stand there."""
    if note.report_id or note.title or report is None or finder is None:
        return note
    from index.notes.making import note_at

    found = finder.find(note.anchor)
    if found is None:
        return replace(note, report_id=report.id, title=report.title, place=report.place, year=report.year)
    made = note_at(report, found.span)
    return replace(
        made, look=note.look, colour=note.colour, comment=note.comment, tags=note.tags, author=note.author,
        translation=note.translation, created=note.created, modified=note.modified, id=note.id,
    )  # fmt: skip
