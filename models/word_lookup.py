"""Which word stands at a place of a text, and what glossary and dictionaries know of it. No Qt, no network."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from index.report import Language
from index.text import Span
from models.glossary import Glossary, Origin, Term, TermHit, fold_chinese
from models.pinyin import has_han, pinyin, reading_at
from models.segments import WordCutter
from models.term_use import term_hits

if TYPE_CHECKING:
    from models.cedict import Entry
    from models.dictionary import Dictionaries, Found

_ENGLISH: Final = re.compile(r"[^\W\d_]+(?:['’\u2010\u2011-][^\W\d_]+)*")
_LATIN: Final = re.compile(r"[A-Za-z][A-Za-z0-9.+-]*")
_LONGEST: Final = 24
"""Characters of the longest Chinese term that is looked for from a place on."""
_GLOSSES: Final = 6
_KEPT: Final = 256


@dataclass(frozen=True, slots=True)
class Headword:
    """A word of a text at ``span``; ``term`` where a glossary has it, ``entries`` and ``characters`` of dictionaries.

    ``named`` is its English where it is the name of a figure.
    """

    word: str
    span: Span
    language: Language
    reading: str = ""
    term: Term | None = None
    entries: tuple[Entry, ...] = ()
    characters: tuple[Entry, ...] = ()
    named: str = ""

    @property
    def known(self) -> bool:
        """True where a glossary, a dictionary or a figure says what it means."""
        return self.term is not None or bool(self.entries) or bool(self.named)

    @property
    def is_own(self) -> bool:
        """True for a term of the user's."""
        return self.term is not None and self.term.origin is Origin.USER

    @property
    def meaning(self) -> str:
        """What it means, on one line: the term in the other language, else the first senses of the dictionaries."""
        if self.term is not None:
            zh = self.language is Language.ZH
            return "; ".join(self.term.english if zh else self.term.chinese)
        senses = [gloss for entry in self.entries for gloss in entry.glosses][:_GLOSSES]
        return "; ".join(senses) or self.named


class WordLookup:
    """Finds words: the user's terms before the bundled ones, then dictionaries, the longest first; else a segment.

    ``names`` are names of figures in Chinese with their English; one that is longer than what a dictionary has is a word.
    """

    def __init__(
        self,
        glossary: Glossary,
        dictionaries: Dictionaries | None,
        cutter: WordCutter,
        names: Mapping[str, str] = MappingProxyType({}),
    ) -> None:
        self._glossary, self._dictionaries = glossary, dictionaries
        self._names = Glossary(Term(zh, en) for zh, en in names.items() if len(zh) <= _LONGEST)
        self._hits = lru_cache(maxsize=_KEPT)(lambda text, language: term_hits(glossary, text, language))
        self._segments = lru_cache(maxsize=_KEPT)(cutter.cut)

    @property
    def has_dictionaries(self) -> bool:
        """True where the user added one."""
        return self._dictionaries is not None and bool(self._dictionaries.all)

    def at(self, text: str, at: int, language: Language) -> Headword | None:
        """The word that holds the character ``at``; None between words."""
        if not 0 <= at < len(text):
            return None
        hits: tuple[TermHit, ...] = self._hits(text, language)
        hit = next((h for h in hits if h.span.holds(at)), None)
        if hit is not None:
            return self._of_term(text, hit.span, hit.term, language)
        if language is Language.EN:
            return self._english(text, at)
        if not has_han(text[at]):
            return _latin(text, at)
        found = self._dictionaries.look_up(text, at) if self._dictionaries is not None else None
        name = next((h for h in self._names.find(text) if h.span.holds(at)), None)
        if name is not None and (found is None or len(found.word) < name.span.end - name.span.start):
            return replace(self._plain(text, name.span), named=name.term.en)
        return self._of_dictionary(text, found) if found is not None else self._segment(text, at)

    def from_here(self, text: str, at: int, language: Language) -> Headword | None:
        """The longest word that begins at ``at``: what ``at`` holds may begin earlier."""
        if not 0 <= at < len(text):
            return None
        if language is Language.EN or not has_han(text[at]):
            return self.at(text, at, language)
        folded = fold_chinese(text[at : at + _LONGEST])
        term = next(
            (
                (size, found)
                for size in range(len(folded), 1, -1)
                if (found := self._glossary.look_up(folded[:size])) is not None
            ),
            None,
        )
        entry = self._dictionaries.longest_from(text, at) if self._dictionaries is not None else None
        if term is not None and (entry is None or len(entry.word) <= term[0]):
            return self._of_term(text, Span(at, at + term[0]), term[1], language)
        if entry is not None:
            return self._of_dictionary(text, entry)
        whole = self._segment(text, at)
        return self._plain(text, Span(at, whole.span.end))

    def words(self, text: str, language: Language) -> tuple[Headword, ...]:
        """All words of ``text`` in order, none overlapping."""
        found: list[Headword] = []
        at = 0
        while at < len(text):
            word = self.at(text, at, language)
            if word is not None and word.span.start < at:
                word = self.from_here(text, at, language)
            if word is not None and word.span.end > at:
                found.append(word)
                at = word.span.end
            else:
                at += 1
        return tuple(found)

    def of_word(self, word: str, language: Language) -> Headword:
        """What is known of a word that stands alone."""
        whole = Span(0, len(word))
        term: Term | None
        if language is Language.ZH:
            term = self._glossary.look_up(word)
        else:
            hits = self._glossary.find_english(word)
            term = hits[0].term if len(hits) == 1 and hits[0].span == whole else None
        if term is not None:
            return self._of_term(word, whole, term, language)
        return self._plain(word, whole) if language is Language.ZH else Headword(word, whole, language)

    def pieces(self, text: str) -> tuple[Span, ...]:
        """The Chinese words of ``text`` of which nothing need be known."""
        spans: tuple[Span, ...] = self._segments(text)
        return spans

    # Making

    def _of_term(self, text: str, span: Span, term: Term, language: Language) -> Headword:
        word = span.of(text)
        if language is Language.EN:
            return Headword(word, span, language, pinyin(term.zh), term)
        return Headword(word, span, language, pinyin(word), term, self._entries(word))

    def _of_dictionary(self, text: str, found: Found) -> Headword:
        span = Span(found.start, found.start + len(found.word))
        readings = dict.fromkeys(entry.pinyin for entry in found.entries)
        reading = next(iter(readings)) if len(readings) == 1 else _reading(text, span)
        return Headword(
            found.word,
            span,
            Language.ZH,
            reading,
            None,
            found.entries,
            found.characters or self._each(found.word),
        )

    def _segment(self, text: str, at: int) -> Headword:
        return self._plain(text, next((s for s in self.pieces(text) if s.holds(at)), Span(at, at + 1)))

    def _plain(self, text: str, span: Span) -> Headword:
        word = span.of(text)
        return Headword(
            word, span, Language.ZH, _reading(text, span), None, self._entries(word), self._each(word)
        )

    def _english(self, text: str, at: int) -> Headword | None:
        match = next((m for m in _ENGLISH.finditer(text) if m.start() <= at < m.end()), None)
        return Headword(match.group(), Span(*match.span()), Language.EN) if match else None

    def _entries(self, word: str) -> tuple[Entry, ...]:
        return self._dictionaries.entries_of(word) if self._dictionaries is not None else ()

    def _each(self, word: str) -> tuple[Entry, ...]:
        if len(word) < 2:
            return ()
        return tuple(entry for char in dict.fromkeys(word) for entry in self._entries(char)[:2])


def _latin(text: str, at: int) -> Headword | None:
    match = next((m for m in _LATIN.finditer(text) if m.start() <= at < m.end()), None)
    return Headword(match.group(), Span(*match.span()), Language.ZH) if match else None


def _reading(text: str, span: Span) -> str:
    """The reading of a word; a character alone is read as the words around it tell."""
    return reading_at(text, span.start) if span.end - span.start == 1 else pinyin(span.of(text))
