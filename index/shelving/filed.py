"""What the user says about one report, as it is kept."""

from __future__ import annotations

from dataclasses import dataclass, fields
from enum import StrEnum
from typing import Final

from index.annotations.payload import Content, text_in, texts_in

_SEPARATORS: Final = str.maketrans("，、；;", ",,,,")


class State(StrEnum):
    """How far the user is with a report."""

    UNREAD = "unread"
    READING = "reading"
    READ = "read"


@dataclass(frozen=True, slots=True)
class Filed:
    """Empty fields say nothing: then what the reader recognised holds.

    ``year`` is written in digits; ``level`` is ``national``, ``province``, ``city`` or ``county``.
    """

    title: str = ""
    place: str = ""
    year: str = ""
    date: str = ""
    speaker: str = ""
    level: str = ""
    state: State = State.UNREAD
    tags: tuple[str, ...] = ()
    shelves: tuple[str, ...] = ()

    def content(self) -> dict[str, object]:
        """For keeping: what says something."""
        found: dict[str, object] = {}
        for item in fields(self):
            value = getattr(self, item.name)
            if value and value != State.UNREAD:
                found[item.name] = list(value) if isinstance(value, tuple) else str(value)
        return found


EDITABLE: Final = tuple(item.name for item in fields(Filed))
"""The names of what can be said."""


def filed_of(content: Content) -> Filed:
    """What was kept; whatever makes no sense in it says nothing."""
    state = text_in(content, "state")
    return Filed(
        title=text_in(content, "title"),
        place=text_in(content, "place"),
        year=text_in(content, "year"),
        date=text_in(content, "date"),
        speaker=text_in(content, "speaker"),
        level=text_in(content, "level"),
        state=State(state) if state in tuple(State) else State.UNREAD,
        tags=texts_in(content, "tags"),
        shelves=texts_in(content, "shelves"),
    )


def names_of(words: str) -> tuple[str, ...]:
    """The names in a line of input, between commas of either script; each once, in their order."""
    parts = (" ".join(part.split()) for part in words.translate(_SEPARATORS).split(","))
    return tuple(dict.fromkeys(part for part in parts if part))
