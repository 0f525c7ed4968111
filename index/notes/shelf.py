"""The notes in the store of the user's own work. Every change is one transaction, and knows how to be taken back."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from index.annotations import AnnotationStore, Item, new_item, stamped
from index.annotations.edit import Edit
from index.annotations.payload import storable, storable_anchor, written
from index.notes.content import content_of, note_of
from index.notes.model import EDITABLE, Note
from index.report import Report

NOTE: Final = "note"


class NoteShelf:
    """All notes."""

    def __init__(self, store: AnnotationStore) -> None:
        self._store = store

    def notes(self, *, deleted: bool = False) -> tuple[Note, ...]:
        """The notes, the oldest first; instead those that were deleted, where these are asked for."""
        items = self._store.of_kind(NOTE, deleted=True)
        return tuple(note_of(item) for item in items if item.deleted is deleted)

    def of_report(self, report: Report) -> tuple[Note, ...]:
        """The notes made in a report, or in an earlier text of it."""
        items = self._store.items(NOTE, report.id, report.title)
        return tuple(note for note in map(note_of, items) if note.is_of(report))

    def note(self, key: str) -> Note | None:
        """One note that is not deleted."""
        item = self._store.item(key)
        return note_of(item) if item is not None and item.kind == NOTE and not item.deleted else None

    def add(self, notes: Sequence[Note]) -> Edit:
        """New notes. Those that come with an id keep it, and their times; what stood under the id comes back by undo."""
        made = [_item(note) for note in notes]
        before = [self._store.item(item.id) for item in made]

        def redo() -> None:
            self._store.put_all(made)

        def undo() -> None:
            self._store.put_all(
                stamped(replace(new, deleted=True)) if old is None else stamped(old)
                for new, old in zip(made, before, strict=True)
            )

        return Edit(tuple(item.id for item in made), undo, redo)

    def change(self, key: str, **fields: object) -> Edit | None:
        """Change fields of a note (those in ``EDITABLE``); None where it is not there, or nothing changes."""
        return self.change_all([key], **fields)

    def change_all(self, keys: Iterable[str], **fields: object) -> Edit | None:
        """The same for several notes in one step."""
        unknown = set(fields) - set(EDITABLE)
        if unknown:
            raise TypeError(f"a note has no field to change that is called {', '.join(sorted(unknown))}")
        before: list[Item] = []
        after: list[Item] = []
        for key in dict.fromkeys(keys):
            item = self._store.item(key)
            if item is None or item.kind != NOTE:
                continue
            changed = replace(note_of(item), **fields)  # type: ignore[arg-type]  # the caller's fields are the note's
            payload = written({**item.content(), **content_of(changed)})
            if changed != note_of(item):
                before.append(item)
                after.append(replace(item, payload=payload))
        if not after:
            return None
        return Edit(
            tuple(item.id for item in after),
            lambda: self._store.put_all(stamped(item) for item in before),
            lambda: self._store.put_all(stamped(item) for item in after),
        )

    def remove(self, keys: Iterable[str]) -> Edit:
        """Delete notes."""
        gone = tuple(dict.fromkeys(keys))
        return Edit(
            gone,
            lambda: self._store.set_all_deleted(gone, deleted=False),
            lambda: self._store.set_all_deleted(gone, deleted=True),
        )

    def merged(self, notes: Iterable[Note]) -> tuple[list[Note], int]:
        """Those of some notes from elsewhere that are new here, or changed later than here; and how many are known.

        A note that was deleted here counts as new: it was asked for again.
        """
        new: list[Note] = []
        known = 0
        for note in notes:
            item = self._store.item(note.id) if note.id else None
            if item is None or item.kind != NOTE or item.deleted or note.modified > item.modified:
                new.append(note)
            else:
                known += 1
        return new, known


def _item(note: Note) -> Item:
    made = new_item(
        NOTE,
        storable(note.report_id),
        storable(note.title),
        storable_anchor(note.anchor),
        written(content_of(note)),
    )
    if not note.id:
        return made
    return replace(
        made,
        id=note.id,
        created=note.created or made.created,
        modified=note.modified or note.created or made.modified,
    )
