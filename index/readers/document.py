"""What a reader takes out of a file, and how much it may take."""

from __future__ import annotations

import time
from typing import NamedTuple

from index.errors import UnreadableReport


class Limits(NamedTuple):
    """What is refused as no report: sizes are of what is read, ``seconds`` of the reading (0: no limit)."""

    pages: int = 5_000
    characters: int = 30_000_000
    seconds: float = 0.0


class Document(NamedTuple):
    """The text of a file, normalised, a paragraph a line, and what the file said beside it.

    ``pages`` are ascending ``(offset, page)``: from this character on the text stands on this page, counted from 1.
    ``encoding`` is empty where the format leaves no choice, ``title`` where the file names none outside its text.
    ``notice`` is one line on what could not be read, for the user.
    """

    text: str
    encoding: str = ""
    pages: tuple[tuple[int, int], ...] = ()
    title: str = ""
    notice: str = ""


class Allowance:
    """The limits while one file is being read; ``check`` raises UnreadableReport once they are passed."""

    def __init__(self, name: str, limits: Limits) -> None:
        self.limits = limits
        self._name = name
        self._until = time.monotonic() + limits.seconds if limits.seconds > 0 else float("inf")

    def check(self, characters: int = 0) -> None:
        """Stop where time is up or ``characters`` are too many."""
        if characters > self.limits.characters:
            raise UnreadableReport(
                self._name, f"it has more than {self.limits.characters:,} characters; that is no report"
            )
        if time.monotonic() > self._until:
            raise UnreadableReport(self._name, "reading it takes too long; it may be damaged")
