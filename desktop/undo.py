"""One history of what the user changed in the open report, whatever it was: undone and redone in order. No Qt."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, NamedTuple

BRIEFS: Final = "briefs"
SEARCHES: Final = "searches"
NOTES: Final = "notes"
WORDS: Final = "words"
LIBRARY: Final = "library"
OWN_WORK: Final = (BRIEFS, SEARCHES, NOTES, WORDS, LIBRARY)
"""What outlives the report that is open; the session tells each by a signal of that name."""


class Change(NamedTuple):
    """A change that is kept: how to take it back and do it again, and what must be looked at anew after either.

    ``touches`` is ``figures``, ``translations`` or one of the constants above; a ``large`` change takes seconds and is for a worker.
    """

    undo: Callable[[], object]
    redo: Callable[[], object]
    touches: str
    large: bool = False


class UndoHistory:
    """What was done and what was taken back. A step that fails stays where it is."""

    def __init__(self) -> None:
        self._done: list[Change] = []
        self._undone: list[Change] = []

    @property
    def can_undo(self) -> bool:
        """True where something can be taken back."""
        return bool(self._done)

    @property
    def can_redo(self) -> bool:
        """True where something taken back can be done again."""
        return bool(self._undone)

    @property
    def is_large(self) -> bool:
        """True where the next step either way takes seconds."""
        return any(steps[-1].large for steps in (self._done, self._undone) if steps)

    def add(self, change: Change) -> None:
        """Remember a change that was made."""
        self._done.append(change)
        self._undone.clear()

    def do(self, change: Change) -> None:
        """Make a change and remember it."""
        change.redo()
        self.add(change)

    def undo(self) -> Change | None:
        """Take the last change back; gives it."""
        if not self._done:
            return None
        change = self._done[-1]
        change.undo()
        if self._done and self._done[-1] is change:  # else everything was forgotten meanwhile
            self._undone.append(self._done.pop())
        return change

    def redo(self) -> Change | None:
        """Make the last change that was taken back again; gives it."""
        if not self._undone:
            return None
        change = self._undone[-1]
        change.redo()
        if self._undone and self._undone[-1] is change:
            self._done.append(self._undone.pop())
        return change

    def leave_report(self) -> None:
        """Forget what was changed in the report that is left; notes, words, briefs and searches outlive it."""
        self._done = [change for change in self._done if change.touches in OWN_WORK]
        self._undone = [change for change in self._undone if change.touches in OWN_WORK]

    def clear(self) -> None:
        """Forget everything; what was changed stays changed."""
        self._done.clear()
        self._undone.clear()
