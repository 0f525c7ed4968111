"""A report and its official translation: aligned, and put into the memory, whose sentences come before the machine's. No Qt."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from desktop.steps import Step
from index.errors import UnreadableReport
from index.report import Language, Report

if TYPE_CHECKING:
    from desktop.services import Services
    from desktop.steps import Work
    from desktop.undo import Change
    from index.pairing import Bead

OFFICIAL: Final = "official: "
"""Before the name of a file whose sentences are an official translation."""
SURE: Final = 0.5
"""How sure two sentences must be for the one to stand for the other without a look at them."""


class Pair(NamedTuple):
    """Sentences that say the same, in Chinese and English; ``sure`` from 0 to 1."""

    chinese: str
    english: str
    sure: float
    one_to_many: bool


class Paired(NamedTuple):
    """What came of it: ``used`` of ``sentences`` Chinese sentences have their official English; ``change`` keeps them."""

    name: str
    pairs: tuple[Pair, ...]
    sentences: int
    used: int
    change: Change | None


def in_order(first: Report, second: Report) -> tuple[Report, Report]:
    """The Chinese one before the English one; raises UnreadableReport where both are in one language."""
    if first.language is second.language:
        said = "Chinese" if first.language is Language.ZH else "English"
        raise UnreadableReport(second.path, f"both texts are in {said}; a pair has one in each language")
    return (first, second) if first.language is Language.ZH else (second, first)


def aligned(chinese: Report, english: Report, services: Services) -> tuple[Pair, ...]:
    """The sentences that stand for each other, in order; what has no counterpart is left out."""
    from index.pairing import align, features_of
    from models.term_use import term_hits

    glossary = services.vocabulary.glossary()

    def terms(words: str, language: Language) -> Iterable[str]:
        return (hit.term.zh for hit in term_hits(glossary, words, language))

    beads = align(features_of(chinese, terms), features_of(english, terms))
    return tuple(
        _pair(chinese, english, bead)
        for bead in beads
        if bead.first < bead.first_end and bead.second < bead.second_end
    )


def _pair(chinese: Report, english: Report, bead: Bead) -> Pair:
    own = "".join(_words(chinese, n) for n in range(bead.first, bead.first_end))
    other = " ".join(_words(english, n) for n in range(bead.second, bead.second_end))
    return Pair(own, other, bead.sure, bead.first_end - bead.first == 1)


def _words(report: Report, number: int) -> str:
    return " ".join(report.sentences[number].span.of(report.text).split())


def pairing(services: Services, first: str, second: str, *, keep: bool = True) -> Work:
    """Align two files and, where ``keep``, put what is sure into the memory; returns ``Paired``.

    A Chinese sentence that shares its English one with the next cannot be shown by itself; the machine translates it.
    """
    from index.readers import open_report

    yield Step(0, 3)
    one, other = open_report(first), open_report(second)
    chinese, english = in_order(one, other)
    yield Step(1, 3)
    pairs = aligned(chinese, english, services)
    yield Step(2, 3)
    usable = [pair for pair in pairs if pair.one_to_many and pair.sure >= SURE]
    name = f"{OFFICIAL}{Path(english.path).name}"
    change = None
    if keep and usable:
        change = services.memories().take_pairs(name, [(p.chinese, p.english) for p in usable])
        change.redo()
    return Paired(name, pairs, len(chinese.sentences), len(usable), change)
