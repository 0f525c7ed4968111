"""Notes: what the reader's user marked in a report, and wrote beside it."""

from __future__ import annotations

from index.notes.finding import Finder, Found
from index.notes.model import Colour, Facing, Look, Note
from index.notes.shelf import NoteShelf

__all__ = ["Colour", "Facing", "Finder", "Found", "Look", "Note", "NoteShelf"]
