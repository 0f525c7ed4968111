"""One term as a file gives it: checked, and joined with the terms that were read before it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Final

from models.glossary import Origin, Term, fold_chinese
from models.pinyin import has_han

LONGEST: Final = {"zh": 60, "en": 200, "category": 60, "note": 1000}
"""Characters that a field may have."""
MOST: Final = 100_000
"""Terms that a file may hold."""
_CONTROL: Final = re.compile(r"[\x00-\x1f\x7f\u2028\u2029]")


class UnusableTermError(ValueError):
    """What is wrong with a term, in a few words."""


@dataclass(frozen=True, slots=True)
class Problem:
    """A line of a file, counted from 1, that gave no term, and why."""

    line: int
    reason: str


@dataclass(frozen=True, slots=True)
class TermFile:
    """What a file of terms holds: terms of different Chinese, and what was left out or joined on the way.

    ``repeated`` counts terms that came again with the same English; ``conflicts`` are the Chinese terms that came again
    with other English, which was taken in as an alternative.
    """

    terms: tuple[Term, ...]
    problems: tuple[Problem, ...] = ()
    repeated: int = 0
    conflicts: tuple[str, ...] = ()


def checked(term: Term) -> Term:
    """``term`` without blanks at the edges and empty wordings; raises UnusableTermError."""
    zh, en = _line(term.zh), _line(term.en)
    if not zh:
        raise UnusableTermError("there is no Chinese")
    if not en:
        raise UnusableTermError("there is no English")
    if not has_han(zh):
        raise UnusableTermError(f"{zh[:20]} has no Chinese character")
    variants = _others(term.variants, zh)
    alternatives = _others(term.alternatives, en)
    for english in (en, *alternatives):
        if has_han(english):
            raise UnusableTermError(f"the English of {zh[:20]} has Chinese characters")
        if not any(c.isalnum() for c in english):
            raise UnusableTermError(f"the English of {zh[:20]} has no letter")
    category, note = _line(term.category), _line(term.note)
    for name, values in (("zh", (zh, *variants)), ("en", (en, *alternatives)), ("category", (category,)), ("note", (note,))):  # fmt: skip
        if any(len(value) > LONGEST[name] for value in values):
            raise UnusableTermError(f"{zh[:20]}: more than {LONGEST[name]} characters")
    return replace(term, zh=zh, en=en, variants=variants, alternatives=alternatives, category=category, note=note)  # fmt: skip


def _line(text: str) -> str:
    return " ".join(_CONTROL.sub(" ", text).split())


def _others(given: Iterable[str], first: str) -> tuple[str, ...]:
    told = {"", first.casefold()}
    kept: list[str] = []
    for each in map(_line, given):
        if each.casefold() not in told:
            told.add(each.casefold())
            kept.append(each)
    return tuple(kept)


@dataclass(slots=True)
class Collector:
    """Takes the terms of a file one after the other."""

    origin: Origin = Origin.BUNDLED
    terms: dict[str, Term] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    repeated: int = 0
    conflicts: list[str] = field(default_factory=list)

    @property
    def is_full(self) -> bool:
        """True where the file holds more than is taken in."""
        return len(self.terms) > MOST

    def add(self, line: int, term: Term) -> None:
        """Take in a term that stands at ``line``."""
        try:
            term = checked(replace(term, origin=self.origin))
        except UnusableTermError as error:
            self.problems.append(Problem(line, str(error)))
            return
        key = fold_chinese(term.zh)
        known = self.terms.get(key)
        if known is None:
            self.terms[key] = term
            return
        told = {each.casefold() for each in known.english}
        new = [each for each in term.english if each.casefold() not in told]
        if not new:
            self.repeated += 1
            return
        self.conflicts.append(known.zh)
        self.terms[key] = replace(known, alternatives=(*known.alternatives, *new))

    def result(self) -> TermFile:
        """All that was taken in."""
        conflicts = tuple(dict.fromkeys(self.conflicts))
        return TermFile(tuple(self.terms.values()), tuple(self.problems), self.repeated, conflicts)
