"""What a brief is made of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from index.annotations.anchor import Anchor
from index.report import Language

NOWHERE: Final = Anchor(0, 0, "")
"""The anchor of a quote whose place is not known."""
MACHINE: Final = "neural"
"""The ``engine`` of a translation that no person has written."""
READER: Final = "reader"
"""The ``engine`` of one that the user wrote in the brief itself."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of the user's own."""

    text: str
    id: str = ""


@dataclass(frozen=True, slots=True)
class Note:
    """Words of the user's own between the passages; line ends are kept."""

    text: str
    id: str = ""


@dataclass(frozen=True, slots=True)
class Quote:
    """A passage with a copy of its words, so that it stands when the report is gone.

    ``paragraph`` counts from 1, ``line`` from 0. ``target`` is the other language, empty where there is none; ``engine``
    says whose it is: ``neural``, ``memory``, ``corrected``, or ``reader`` for what was written in the brief.
    """

    source: str
    language: Language = Language.ZH
    target: str = ""
    engine: str = ""
    warning: str = ""
    doubts: tuple[str, ...] = ()
    remark: str = ""
    report_id: str = ""
    title: str = ""
    place: str = ""
    year: int | None = None
    path: str = ""
    sections: tuple[str, ...] = ()
    paragraph: int = 0
    line: int = 0
    sentence: str = ""
    anchor: Anchor = NOWHERE
    id: str = ""

    @property
    def is_machine_made(self) -> bool:
        """True where no person has read the translation."""
        return bool(self.target) and self.engine == MACHINE

    @property
    def report_key(self) -> str:
        """What tells the reports of a brief apart: the text where it is known, else its title."""
        return self.report_id or self.title


Entry = Heading | Note | Quote


@dataclass(frozen=True, slots=True)
class Brief:
    """A brief with its entries in order; ``skipped`` rows are kept but cannot be shown by this version."""

    id: str
    title: str
    entries: tuple[Entry, ...] = ()
    created: str = ""
    modified: str = ""
    skipped: int = 0

    @property
    def quotes(self) -> tuple[Quote, ...]:
        """The passages, in order."""
        return tuple(e for e in self.entries if isinstance(e, Quote))

    @property
    def report_count(self) -> int:
        """From how many reports the passages come."""
        return len({q.report_key for q in self.quotes})
