"""What a note is."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from index.annotations.anchor import Anchor
from index.report import Language, Report


class Colour(StrEnum):
    """The colours of a highlighter."""

    YELLOW = "yellow"
    GREEN = "green"
    BLUE = "blue"
    PINK = "pink"
    PURPLE = "purple"


class Look(StrEnum):
    """How the words are marked. A bookmark marks the place alone: its ribbon is in the margin."""

    HIGHLIGHT = "highlight"
    UNDERLINE = "underline"
    BOOKMARK = "bookmark"


@dataclass(frozen=True, slots=True)
class Facing:
    """Words of the other language that the note stands at, in the translation of one sentence.

    ``sentence`` counts the sentences that the note touches, from 0; ``anchor`` counts characters of the translation of
    that sentence.
    """

    sentence: int
    anchor: Anchor


@dataclass(frozen=True, slots=True)
class Note:
    """Marked words, and what the user wrote about them.

    ``anchor`` counts characters of the report as it is written. A note that was made on the translation (``made_on``
    is its language) has the words there in ``facing``; ``anchor`` then holds what says the same in the report.
    ``translation`` is a copy of the other language, so that the note stands when the report is gone. ``file`` is a name
    without a folder. ``paragraph`` counts from 1, ``line`` from 0. Times are ISO 8601 in UTC.
    """

    anchor: Anchor
    look: Look = Look.HIGHLIGHT
    colour: Colour = Colour.YELLOW
    comment: str = ""
    tags: tuple[str, ...] = ()
    language: Language = Language.ZH
    made_on: Language = Language.ZH
    facing: tuple[Facing, ...] = ()
    translation: str = ""
    report_id: str = ""
    title: str = ""
    place: str = ""
    year: int | None = None
    file: str = ""
    sections: tuple[str, ...] = ()
    paragraph: int = 0
    line: int = 0
    author: str = ""
    created: str = ""
    modified: str = ""
    id: str = ""

    @property
    def report_key(self) -> str:
        """What tells reports apart in a list of notes: title, place and year, so that a newer text is the same report."""
        return "\n".join((self.title, self.place, str(self.year or ""))) if self.title else self.report_id

    def is_of(self, report: Report) -> bool:
        """True where the note was made in ``report``, or in another text of the same title, place and year."""
        if self.report_id == report.id:
            return True
        same = (self.title, self.place, self.year) == (report.title, report.place, report.year)
        return bool(self.title) and same and self.language is report.language


EDITABLE: Final = ("look", "colour", "comment", "tags", "translation", "facing")
"""What of a note can be changed."""


def tags_of(words: str) -> tuple[str, ...]:
    """The tags in a line of input: between commas (of either script), ``;`` or blanks before ``#``; each once."""
    parts = (
        words.replace("，", ",").replace("、", ",").replace("；", ",").replace(";", ",").replace("#", ",#")
    )
    found = (" ".join(part.split()).lstrip("#").strip() for part in parts.split(","))
    return tuple(dict.fromkeys(tag for tag in found if tag))
