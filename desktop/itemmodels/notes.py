"""Notes as an item model: filtered, sorted, under the headings of their sections or reports."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import Qt

from desktop.itemmodels.grouped import GroupedModel, Index
from desktop.notes.colours import colour_words, look_words
from index.notes.model import Colour, Note
from index.variants import to_simplified

NOTE_ROLE: Final = int(Qt.ItemDataRole.UserRole) + 1
SORTS: Final = ("place", "newest", "changed", "colour")


@dataclass(frozen=True, slots=True)
class NoteRow:
    """A note as it is shown; ``lost`` where its words are not in the open report any more."""

    note: Note
    lost: bool = False
    edited: bool = False


@dataclass(frozen=True, slots=True)
class HeadRow:
    """A heading over notes; ``remark`` explains it."""

    title: str
    count: int
    remark: str = ""


Row = NoteRow | HeadRow


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which notes are shown."""

    words: str = ""
    colours: frozenset[Colour] = frozenset()
    tags: frozenset[str] = frozenset()
    written: bool = False
    """Only those with a comment."""

    @property
    def narrowed(self) -> int:
        """How many filters are set, the words aside."""
        return len(self.colours) + len(self.tags) + self.written

    def passes(self, note: Note) -> bool:
        """True where the note is shown. Words are looked for in both scripts and regardless of case."""
        if (self.colours and note.colour not in self.colours) or (self.written and not note.comment):
            return False
        if self.tags and not self.tags & set(note.tags):
            return False
        said = " ".join((note.anchor.quote, note.translation, note.comment, *note.tags, note.title))
        folded = to_simplified(said).casefold()
        return all(word in folded for word in to_simplified(self.words).casefold().split())


def sorted_rows(rows: Iterable[NoteRow], by: str) -> list[NoteRow]:
    """The rows in one of the orders of ``SORTS``; they come in that of the text."""
    rows = list(rows)
    if by == "newest":
        return sorted(rows, key=lambda row: row.note.created, reverse=True)
    if by == "changed":
        return sorted(rows, key=lambda row: row.note.modified, reverse=True)
    if by == "colour":
        order = list(Colour)
        return sorted(rows, key=lambda row: order.index(row.note.colour))
    return rows


def grouped(rows: Sequence[NoteRow], by: str, *, everywhere: bool, words: tuple[str, str]) -> tuple[Row, ...]:
    """The rows under headings: reports, or sections, or colours. ``words`` are the heading of lost notes and a remark."""
    groups: dict[str, list[NoteRow]] = {}
    lost = [row for row in rows if row.lost]
    for row in rows:
        if row.lost:
            continue
        if everywhere:
            title = row.note.title or row.note.file or "?"
        elif by == "place":
            title = row.note.sections[0] if row.note.sections else ""
        else:
            title = colour_words(row.note.colour) if by == "colour" else ""
        groups.setdefault(title, []).append(row)
    shown: list[Row] = []
    for title, found in groups.items():
        shown += [HeadRow(title, len(found)), *found] if title else found
    if lost:
        shown += [HeadRow(words[0], len(lost), words[1]), *lost]
    return tuple(shown)


class NotesModel(GroupedModel[Row]):
    """The rows that are shown."""

    heading = HeadRow

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show other rows; where only what they say has changed, nothing that is selected is forgotten."""
        rows = tuple(rows)
        if [_key(row) for row in rows] == [_key(row) for row in self._rows]:
            before, self._rows = self._rows, rows
            for n, row in enumerate(rows):
                if row != before[n]:
                    self.dataChanged.emit(self.index(n), self.index(n))
            return
        super().set_rows(rows)

    def row_of(self, key: str) -> int:
        """Where a note is shown, -1 where it is not."""
        return next(
            (n for n, row in enumerate(self._rows) if isinstance(row, NoteRow) and row.note.id == key), -1
        )

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """A row, or its words."""
        row = self.row_at(index)
        if row is None:
            return None
        if role == NOTE_ROLE:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title if isinstance(row, HeadRow) else row.note.anchor.quote
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return _spoken(row)
        return None


def _key(row: Row) -> object:
    return row.note.id if isinstance(row, NoteRow) else (row.title, row.count)


def _spoken(row: Row) -> str:
    if isinstance(row, HeadRow):
        return f"{row.title} ({row.count})"
    note = row.note
    parts = (
        f"{colour_words(note.colour)}, {look_words(note.look)}",
        note.anchor.quote,
        note.comment,
        *note.tags,
    )
    return ". ".join(part for part in parts if part)
