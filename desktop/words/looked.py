"""What is known of a word in the open report: its meaning, what the translation says for it, its figures, its places. No Qt."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, Final, NamedTuple

from desktop.words.usual import USUAL, counted, usual
from index.indicators.catalogue import canonical
from index.report import Language
from index.text import Span
from index.variants import fold, to_simplified
from index.words import Word
from index.words.model import example_at
from models.glossary import fold_chinese, match_words, wordings
from models.stems import words_of

if TYPE_CHECKING:
    from desktop.reader.bilingual import Bilingual
    from index.indicators import Indicator
    from models.word_lookup import Headword, WordLookup

_INDICATORS: Final = 6
_NAME: Final = 3
"""Characters from which a Chinese word may be a part of an indicator's name; in English it must be several words."""
_LONGEST: Final = {Language.ZH: 20, Language.EN: 60}
"""Characters of chosen words that are one word."""
_CLAUSE: Final = re.compile(r"[，。；：！？、,;:!?]")
_BLANKS: Final = re.compile(r"[\s-]*")


class Place(NamedTuple):
    """Where a word stands: a sentence, and characters of it on the word's side."""

    sentence: str
    span: Span


@dataclass(frozen=True)
class Looked:
    """A word that was looked up at a place of the open report."""

    text: Bilingual
    head: Headword
    place: Place
    side: Language
    lookup: WordLookup

    @property
    def sentence_words(self) -> str:
        """The sentence, on the word's side."""
        return side_text(self.text, self.place.sentence, self.side)

    @property
    def other_words(self) -> str:
        """The same sentence on the other side; empty while it is not translated."""
        return side_text(self.text, self.place.sentence, self.side.other)

    @cached_property
    def here(self) -> str:
        """The words that say it on the other side of this sentence; empty where that is not known."""
        return "; ".join(counterparts(self.text, self.place, self.side))

    @cached_property
    def usual(self) -> str:
        """What it mostly becomes on the other side of this report; empty where that is not sure."""
        own, other = (
            USUAL.words(self.text, side, self.lookup.pieces) for side in (self.side, self.side.other)
        )
        word = counted(self.head.word, self.side)
        return usual(word, {place.sentence for place in self.places}, own, other)

    @property
    def meaning(self) -> str:
        """What glossary and dictionaries say, else what the translation mostly says, else what it says here."""
        return self.head.meaning or self.usual or self.here

    @cached_property
    def places(self) -> tuple[Place, ...]:
        """Everywhere the word stands in this report, in order; one that stands here is among them."""
        return tuple(places_of(self.text, self.head, self.side))

    @property
    def at(self) -> int:
        """Which of the places this one is; -1 where it is none of them."""
        spans = enumerate(self.places)
        here = self.place
        return next((n for n, p in spans if p.sentence == here.sentence and p.span.overlaps(here.span)), -1)

    @property
    def indicators(self) -> tuple[Indicator, ...]:
        """The figures of this report whose name it is, or is a part of."""
        return self._named[0]

    @property
    def names_a_figure(self) -> bool:
        """True where it is the whole name of a figure."""
        return self._named[1] or bool(self.head.named)

    @cached_property
    def _named(self) -> tuple[tuple[Indicator, ...], bool]:
        return indicators_named(self.text.indicators.values(), self.head.word, self.side)

    def to_word(self) -> Word:
        """The word for the word list, with this sentence."""
        sentence = self.text.sentences[self.place.sentence]
        words, other = self.sentence_words.strip(), self.other_words.strip()
        example = example_at(
            self.text.report, sentence.span, " ".join(words.split()), " ".join(other.split())
        )
        return Word(self.head.word, self.head.reading, self.meaning, self.side, (example,))

    @property
    def lines(self) -> str:
        """All of it as plain text, for the clipboard."""
        head = f"{self.head.word}  {self.head.reading}".strip()
        return "\n".join(part for part in (head, self.meaning, self.sentence_words.strip()) if part)


def side_text(text: Bilingual, sentence: str, side: Language) -> str:
    """A sentence on one side, character for character as the view shows it; empty where it is not translated."""
    if sentence not in text.sentences:
        return ""
    if side is text.source:
        return text.source_of(sentence)
    made = text.translations.get(sentence)
    return "" if made is None or made.engine == "none" else " ".join(made.target.split("\n"))


def look_up(lookup: WordLookup, text: Bilingual, place: Place, side: Language) -> Looked | None:
    """The word that holds the first character of ``place``."""
    head = lookup.at(side_text(text, place.sentence, side), place.span.start, side)
    return _looked(lookup, text, head, place.sentence, side)


def _looked(
    lookup: WordLookup, text: Bilingual, head: Headword | None, sentence: str, side: Language
) -> Looked | None:
    if head is None:
        return None
    return Looked(text, head, Place(sentence, head.span), side, lookup)


def look_up_exactly(lookup: WordLookup, text: Bilingual, place: Place, side: Language) -> Looked | None:
    """The words at ``place`` as one word, whatever a glossary would make of them; None where they are too many for one."""
    words = place.span.of(side_text(text, place.sentence, side))
    if not words.strip() or len(words) > _LONGEST[side] or _CLAUSE.search(words):
        return None
    head = replace(lookup.of_word(words, side), span=place.span)
    return _looked(lookup, text, head, place.sentence, side)


def step_word(lookup: WordLookup, looked: Looked, by: int) -> Looked | None:
    """The next word, or the one before; from sentence to sentence. None at the end of the report."""
    text, side, span = looked.text, looked.side, looked.head.span
    for sentence in _from(text, looked.place.sentence, by):
        words = lookup.words(side_text(text, sentence, side), side)
        if sentence == looked.place.sentence:
            words = tuple(
                w for w in words if (w.span.start >= span.end if by > 0 else w.span.end <= span.start)
            )
        if words:
            return _looked(lookup, text, words[0] if by > 0 else words[-1], sentence, side)
    return None


def step_character(lookup: WordLookup, looked: Looked) -> Looked | None:
    """The longest word from the next character on; in English the next word. None at the end of the report."""
    if looked.side is Language.EN:
        return step_word(lookup, looked, 1)
    words = looked.sentence_words
    for at in range(looked.head.span.start + 1, len(words)):
        head = lookup.from_here(words, at, looked.side)
        if head is not None and head.span.start == at:
            return _looked(lookup, looked.text, head, looked.place.sentence, looked.side)
    return step_word(lookup, looked, 1)


def first_in(lookup: WordLookup, text: Bilingual, place: Place, side: Language) -> Looked | None:
    """The first word that begins in ``place``, or holds its beginning."""
    found = look_up(lookup, text, place, side)
    if found is not None:
        return found
    words = lookup.words(side_text(text, place.sentence, side), side)
    head = next((word for word in words if word.span.overlaps(place.span)), None)
    return _looked(lookup, text, head, place.sentence, side)


def first_word(lookup: WordLookup, text: Bilingual, sentence: str, side: Language) -> Looked | None:
    """The first word of a sentence, or of the next one that has words on this side."""
    for each in _from(text, sentence, 1):
        words = lookup.words(side_text(text, each, side), side)
        if words:
            return _looked(lookup, text, words[0], each, side)
    return None


def _from(text: Bilingual, sentence: str, by: int) -> Iterator[str]:
    at = text.order.get(sentence, 0)
    sentences = text.report.sentences
    while 0 <= at < len(sentences):
        yield sentences[at].id
        at += by


# What is said on the other side


def counterparts(text: Bilingual, place: Place, side: Language) -> list[str]:
    """The words on the other side that say a word, joined where they stand side by side, each once."""
    other = side_text(text, place.sentence, side.other)
    if not other or not side_text(text, place.sentence, side):
        return []
    in_source = side is text.source
    spans: set[Span] = set()
    for link in text.links(place.sentence):
        own, there = (link.source, link.target) if in_source else (link.target, link.source)
        if link.kind != "number" and own.overlaps(place.span):
            spans.add(there)
    joined: list[Span] = []
    for span in sorted(spans):
        if joined and _BLANKS.fullmatch(other, joined[-1].end, max(span.start, joined[-1].end)):
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    return list(dict.fromkeys(span.of(other) for span in joined))


# Where it stands


def places_of(text: Bilingual, head: Headword, side: Language) -> Iterator[Place]:
    """Where a word stands on its side of the report; a term in all its wordings, English in all its forms."""
    pairs = ((s.id, words) for s in text.report.sentences if (words := side_text(text, s.id, side)))
    if side is Language.ZH:
        return _chinese_places(list(pairs), _chinese_wordings(head))
    wanted = _english_wordings(head)
    return _english_places(pairs, wanted) if wanted else _literal_places(pairs, head.word)


def _chinese_wordings(head: Headword) -> list[str]:
    words = [head.word, *(head.term.chinese if head.term is not None else ())]
    return sorted({fold_chinese(word) for word in words}, key=lambda word: (-len(word), word))


def _chinese_places(pairs: Sequence[tuple[str, str]], words: Sequence[str]) -> Iterator[Place]:
    # Folded all at once: hundreds of small conversions are slow.
    folded = fold_chinese("\n".join(" ".join(sentence.split("\n")) for _, sentence in pairs)).split("\n")
    pattern = re.compile("|".join(re.escape(word) for word in words))
    for (sentence, _), each in zip(pairs, folded, strict=True):
        for match in pattern.finditer(each):
            yield Place(sentence, Span(*match.span()))


def _english_wordings(head: Headword) -> list[tuple[str, ...]]:
    given = [head.word, *(w for e in (head.term.english if head.term else ()) for w in wordings(e))]
    stems = {tuple(word.stem for word in words_of(each)) for each in given}
    return sorted(filter(None, stems), key=lambda each: (-len(each), each))


def _english_places(pairs: Iterable[tuple[str, str]], wanted: Sequence[tuple[str, ...]]) -> Iterator[Place]:
    heads = {stems[0] for stems in wanted}
    for sentence, english in pairs:
        words = words_of(english)
        at = 0
        while at < len(words):
            sizes = (
                [len(stems) for stems in wanted if match_words(words, at, stems)]
                if words[at].stem in heads
                else []
            )
            if sizes:
                yield Place(sentence, Span(words[at].start, words[at + sizes[0] - 1].end))
            at += sizes[0] if sizes else 1


def _literal_places(pairs: Iterable[tuple[str, str]], word: str) -> Iterator[Place]:
    """Where a word without a stem stands, such as an article."""
    pattern = re.compile(rf"(?<!\w){re.escape(word)}(?!\w)", re.IGNORECASE)
    for sentence, english in pairs:
        for match in pattern.finditer(english):
            yield Place(sentence, Span(*match.span()))


# Which figures it names


def indicators_named(
    known: Iterable[Indicator], word: str, side: Language
) -> tuple[tuple[Indicator, ...], bool]:
    """The figures whose name is ``word``, in the order of the text; else those whose name has it as a part, and False."""
    wanted = fold(word).strip()
    own = canonical(to_simplified(word)) if side is Language.ZH else ""
    telling = len(wanted) >= _NAME if side is Language.ZH else " " in wanted
    exact: list[Indicator] = []
    partly: list[Indicator] = []
    for indicator in known:
        name = fold(indicator.name if side is Language.ZH else indicator.name_en)
        if name == wanted or (own and canonical(indicator.name) == own):
            exact.append(indicator)
        elif telling and wanted in name:
            partly.append(indicator)
    return tuple((exact or partly)[:_INDICATORS]), bool(exact)
