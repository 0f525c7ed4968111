"""Terms with their English, and where they stand in a text of either language. No Qt, no network."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache, cached_property
from typing import Final

from index.text import Span
from index.variants import to_simplified
from models.stems import Word, words_of
from resources import resource_path

BUNDLED: Final = ("glossaries", "government-terms.csv")
SEPARATOR: Final = " | "
"""Between the wordings of one cell of a table."""
_PLAIN: Final = str.maketrans(
    {chr(0xFF01 + i): chr(0x21 + i).lower() for i in range(94)}
    | {chr(c): chr(c).lower() for c in range(ord("A"), ord("Z") + 1)}
    | dict.fromkeys("“”「」『』‘’", '"')
    | dict.fromkeys("•‧・", "·")
)
"""Spellings of the same, one character for one, so that spans stay valid."""
_NO_TERMS: Final = "优化债 强化债 深化债 消化债 转化债 从严打 第三通道 三保障 工人大 人民生 国民生".split()
"""Words that hold a term by chance (化债 in 优化债务, 严打 in 从严打击)."""
_LATIN: Final = re.compile(r"[a-z0-9]")
_IN_BRACKETS: Final = re.compile(r"\s*\([^()]*\)")


class Origin(StrEnum):
    """Whose term it is."""

    USER = "user"
    BUNDLED = "bundled"


@dataclass(frozen=True, slots=True)
class Term:
    """A Chinese term and its English; ``variants`` and ``alternatives`` are other wordings that mean the same.

    ``key`` is the id of a term of the user's in the store, empty for bundled ones.
    """

    zh: str
    en: str
    variants: tuple[str, ...] = ()
    alternatives: tuple[str, ...] = ()
    category: str = ""
    note: str = ""
    origin: Origin = Origin.BUNDLED
    key: str = ""

    @property
    def chinese(self) -> tuple[str, ...]:
        """Every Chinese wording, the preferred one first."""
        return (self.zh, *self.variants)

    @property
    def english(self) -> tuple[str, ...]:
        """Every English wording, the preferred one first."""
        return (self.en, *self.alternatives)


@dataclass(frozen=True, slots=True)
class TermHit:
    """A place in a text where a term stands."""

    term: Term
    span: Span


def fold_chinese(text: str) -> str:
    """``text`` for matching terms: Simplified, half-width, small letters, one kind of quotes; its length is kept."""
    return to_simplified(text).translate(_PLAIN)


def wordings(english: str) -> tuple[str, ...]:
    """An English wording, and the same without what stands in brackets."""
    bare = _IN_BRACKETS.sub("", english).strip()
    return (english, bare) if bare and bare != english else (english,)


@dataclass(slots=True)
class _Chinese:
    """Terms by their first two characters, longest first: a text is read once, most places at the cost of one look-up."""

    terms: dict[str, Term | None] = field(default_factory=dict)
    lengths: dict[str, tuple[int, ...]] = field(default_factory=dict)

    def add(self, term: Term, wording: str) -> None:
        bare = wording.replace('"', "")
        for spelled in {wording, bare} if len(bare) > 1 else {wording}:
            if spelled and spelled not in self.terms:
                self._put(spelled, term)

    def skip(self, words: str) -> None:
        """Read over words that only look as if they held a term."""
        if words not in self.terms:
            self._put(words, None)

    def _put(self, spelled: str, term: Term | None) -> None:
        self.terms[spelled] = term
        head = spelled[:2]
        known = {*self.lengths.get(head, ()), len(spelled)}
        self.lengths[head] = tuple(sorted(known, reverse=True))

    def find(self, text: str) -> list[TermHit]:
        terms, lengths = self.terms, self.lengths
        found: list[TermHit] = []
        at, end = 0, len(text)
        while at < end:
            for size in lengths.get(text[at : at + 2]) or lengths.get(text[at]) or ():
                spelled = text[at : at + size]
                if spelled in terms and _stands_alone(text, at, at + size):
                    term = terms[spelled]
                    if term is not None:
                        found.append(TermHit(term, Span(at, at + size)))
                    at += size
                    break
            else:
                at += 1
        return found


def _stands_alone(text: str, start: int, end: int) -> bool:
    """False where a term would begin or end inside a Latin word or a number (5G in 15G)."""
    before, after = text[start - 1 : start], text[end : end + 1]
    return not (_LATIN.match(before) and _LATIN.match(text[start])) and not (
        _LATIN.match(after) and _LATIN.match(text[end - 1])
    )


@dataclass(slots=True)
class _English:
    """Terms by the stem of their first word, those of most words first."""

    heads: dict[str, list[tuple[tuple[str, ...], Term]]] = field(default_factory=dict)

    def take(self, terms: Iterable[Term]) -> None:
        """Know these terms; of two with the same wording the first is found."""
        known: set[tuple[str, ...]] = set()
        for term in terms:
            for wording in (form for english in term.english for form in wordings(english)):
                stems = tuple(word.stem for word in words_of(wording))
                if stems and stems not in known:
                    known.add(stems)
                    self.heads.setdefault(stems[0], []).append((stems, term))
        for entries in self.heads.values():
            entries.sort(key=lambda entry: -len(entry[0]))

    def find(self, words: Sequence[Word]) -> list[TermHit]:
        found: list[TermHit] = []
        at = 0
        while at < len(words):
            for stems, term in self.heads.get(words[at].stem, ()):
                if match_words(words, at, stems):
                    last = words[at + len(stems) - 1]
                    found.append(TermHit(term, Span(words[at].start, last.end)))
                    at += len(stems)
                    break
            else:
                at += 1
        return found


def match_words(words: Sequence[Word], at: int, stems: Sequence[str]) -> bool:
    """True where ``stems`` follow each other in ``words`` from ``at`` on, with no end of a clause between them."""
    if at + len(stems) > len(words):
        return False
    return all(
        words[at + i].stem == stem and (i == 0 or words[at + i].joined) for i, stem in enumerate(stems)
    )


class Glossary:
    """Terms to look up. The user's win: over bundled ones of the same Chinese, and wherever two overlap in a text."""

    def __init__(self, terms: Iterable[Term]) -> None:
        given = tuple(terms)
        own = [t for t in given if t.origin is Origin.USER]
        taken = {fold_chinese(wording) for t in own for wording in t.chinese}
        bundled = [t for t in given if t.origin is not Origin.USER and fold_chinese(t.zh) not in taken]
        self.terms: tuple[Term, ...] = (*own, *bundled)
        self._given = (own, bundled)

    def __len__(self) -> int:
        return len(self.terms)

    @cached_property
    def _chinese(self) -> tuple[_Chinese, ...]:
        layers = tuple(_Chinese() for _ in self._given)
        for layer, terms in zip(layers, self._given, strict=True):
            folded = iter(fold_chinese("\n".join(w for t in terms for w in t.chinese)).split("\n"))
            for term in terms:
                for _ in term.chinese:
                    layer.add(term, next(folded))
        for words in _NO_TERMS:
            layers[-1].skip(words)
        return layers

    @cached_property
    def _english(self) -> tuple[_English, ...]:
        layers = tuple(_English() for _ in self._given)
        for layer, terms in zip(layers, self._given, strict=True):
            layer.take(terms)
        return layers

    def find(self, text: str) -> tuple[TermHit, ...]:
        """The terms in a Chinese ``text``: the user's first, the longest first, none overlapping."""
        folded = fold_chinese(text)
        return _merged([layer.find(folded) for layer in self._chinese])

    def find_english(self, text: str) -> tuple[TermHit, ...]:
        """The terms in an English ``text``, whatever their case and ending (plural, -ed, -ing)."""
        words = words_of(text)
        return _merged([layer.find(words) for layer in self._english])

    def look_up(self, chinese: str) -> Term | None:
        """The term that is written so, in either script."""
        folded = fold_chinese(chinese)
        return next((found for layer in self._chinese if (found := layer.terms.get(folded))), None)


def _merged(layers: Sequence[list[TermHit]]) -> tuple[TermHit, ...]:
    """The hits of all layers in order; one that overlaps a hit of an earlier layer is left out."""
    kept: list[TermHit] = []
    for hits in layers:
        taken = [hit.span for hit in kept]
        starts = {i for span in taken for i in range(span.start, span.end)}
        kept.extend(h for h in hits if not any(i in starts for i in range(h.span.start, h.span.end)))
    return tuple(sorted(kept, key=lambda hit: hit.span))


@cache
def bundled_terms() -> tuple[Term, ...]:
    """The terms that come with the reader; they were checked when the file was made."""
    import csv

    with resource_path(*BUNDLED).open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file)
        return tuple(
            Term(
                row["zh"],
                row["en"],
                tuple(filter(None, row["variants"].split(SEPARATOR))),
                tuple(filter(None, row["alternatives"].split(SEPARATOR))),
                row["category"],
                row["note"],
            )
            for row in rows
        )
