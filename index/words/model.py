"""What a word of the word list is."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from pathlib import PurePath
from typing import Final

from index.annotations.anchor import Anchor, anchor_at
from index.report import Language, Report
from index.text import Span
from index.variants import fold

NOWHERE: Final = Anchor(0, 0, "")


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence in which a word was met; ``sentence`` is in the word's own language, ``translation`` in the other.

    ``anchor`` is the place of the sentence in the report as it is written, whichever language that is; it is empty for
    a sentence of no report. ``file`` is a name without a folder. ``added`` is ISO 8601 in UTC.
    """

    sentence: str
    translation: str = ""
    anchor: Anchor = NOWHERE
    report_id: str = ""
    title: str = ""
    place: str = ""
    year: int | None = None
    file: str = ""
    added: str = ""

    @property
    def key(self) -> tuple[str, str]:
        """What makes it another sentence: its words, and the report by title, place and year."""
        report = "\n".join((self.title, self.place, str(self.year or ""))) if self.title else self.report_id
        return " ".join(self.sentence.split()), report

    @property
    def source(self) -> str:
        """The report in words: its title, with place and year where the title has them not."""
        title = self.title or self.file
        missing = [part for part in (self.place, str(self.year or "")) if part and part not in title]
        return title + (f" ({', '.join(missing)})" if missing and title else ", ".join(missing))

    def is_of(self, report: Report) -> bool:
        """True where the sentence was met in ``report``, or in another text of the same title, place and year."""
        if self.report_id and self.report_id == report.id:
            return True
        same = (self.title, self.place, self.year) == (report.title, report.place, report.year)
        return bool(self.title) and same


@dataclass(frozen=True, slots=True)
class Word:
    """A word with its reading, its meaning and its sentences, the oldest first. Times are ISO 8601 in UTC."""

    word: str
    reading: str = ""
    meaning: str = ""
    language: Language = Language.ZH
    examples: tuple[Example, ...] = ()
    created: str = ""
    modified: str = ""
    id: str = ""

    @property
    def key(self) -> str:
        """What makes two words the same: their letters, whatever their script, width and case."""
        return folded_word(self.word)

    def matches(self, words: str) -> bool:
        """True where all of some words stand somewhere in it, in either script, with or without tones."""
        said = [self.word, self.reading, self.meaning]
        for example in self.examples:
            said += [example.sentence, example.translation, example.source]
        folded = fold(" ".join(said))
        typed = _toneless(self.reading)
        plain = f"{folded} {typed} {typed.replace(' ', '')}"
        return all(word in plain or word.replace("ü", "v") in plain for word in fold(words).split())


def _toneless(reading: str) -> str:
    """Pinyin as it is typed: without tones, ``v`` for ü."""
    letters = unicodedata.normalize("NFD", reading.casefold()).replace("u\u0308", "v")
    return "".join(c for c in letters if not unicodedata.combining(c))


EDITABLE: Final = ("meaning", "reading")
"""What of a word can be changed."""


def folded_word(word: str) -> str:
    """A word as it is compared with others."""
    return " ".join(fold(word).split())


def example_at(report: Report, span: Span, sentence: str, translation: str = "") -> Example:
    """The sentence at ``span`` of a report, as the word's side shows it."""
    return Example(
        sentence=sentence,
        translation=translation,
        anchor=anchor_at(report.text, span),
        report_id=report.id,
        title=report.title,
        place=report.place,
        year=report.year,
        file=PurePath(report.path).name,
    )
