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
    from index.pairing import Bead, Features

OFFICIAL: Final = "official: "
"""Before the name of a file whose sentences are an official translation."""
SURE: Final = 0.5
"""How sure two sentences must be for the one to stand for the other without a look at them."""


class Pair(NamedTuple):
    """Sentences that say the same, in Chinese and English; ``sure`` from 0 to 1.

    ``one_to_many`` where it is one Chinese sentence; ``part`` where its English is a part of a sentence.
    """

    chinese: str
    english: str
    sure: float
    one_to_many: bool
    part: bool = False


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
    from index.pairing import align, features_in, features_of, split
    from models.term_use import term_hits

    glossary = services.vocabulary.glossary()

    def terms(words: str, language: Language) -> Iterable[str]:
        return (hit.term.zh for hit in term_hits(glossary, words, language))

    def read(words: str) -> Features:
        return features_in(words, Language.EN, terms)

    own, other = features_of(chinese, terms), features_of(english, terms)
    ratio = sum(f.length for f in other) / max(1, sum(f.length for f in own))
    pairs: list[Pair] = []
    for bead in align(own, other):
        if bead.first == bead.first_end or bead.second == bead.second_end:
            continue
        pair = _pair(chinese, english, bead)
        features = own[bead.first : bead.first_end]
        cut = None if pair.one_to_many else split(features, pair.english, read, ratio)
        if cut is None:
            pairs.append(pair)
        else:
            words = (_words(chinese, n) for n in range(bead.first, bead.first_end))
            sure = min(cut.sure, bead.sure)
            pairs += [Pair(zh, en, sure, True, True) for zh, en in zip(words, cut.parts, strict=True)]
    return tuple(pairs)


def _pair(chinese: Report, english: Report, bead: Bead) -> Pair:
    own = "".join(_words(chinese, n) for n in range(bead.first, bead.first_end))
    other = " ".join(_words(english, n) for n in range(bead.second, bead.second_end))
    return Pair(own, other, bead.sure, bead.first_end - bead.first == 1)


def _words(report: Report, number: int) -> str:
    return " ".join(report.sentences[number].span.of(report.text).split())


def pairing(services: Services, first: str, second: str, *, keep: bool = True) -> Work:
    """Align two files and, where ``keep``, put what is sure into the memory; returns ``Paired``.

    A Chinese sentence that shares its English one with the next has its part of it, or else the machine's translation.
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
