"""What a translation makes of the terms of its source: where each stands, and which are said otherwise."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from index.quantities import Form, Quantity, QuantityMention, scan_chinese, scan_english
from index.report import Language
from index.text import Span
from models.glossary import Glossary, Origin, Term, TermHit, fold_chinese, match_words, wordings
from models.stems import Word, words_of

NameScanner = Callable[[str], tuple[QuantityMention, ...]]
"""Finds the names in a text that shall stand in its translation as their ``key`` says."""
_MEASURED: Final = (Form.MONEY, Form.PERCENT, Form.POINTS)


@dataclass(frozen=True, slots=True)
class TermUse:
    """A term of a sentence; ``target`` is where it stands in the translation, None where that says it otherwise."""

    term: Term
    source: Span
    target: Span | None = None


def term_hits(glossary: Glossary, text: str, language: Language) -> tuple[TermHit, ...]:
    """The terms in a text of either language."""
    return glossary.find(text) if language is Language.ZH else glossary.find_english(text)


def term_uses(glossary: Glossary, source: str, target: str, language: Language) -> tuple[TermUse, ...]:
    """The terms of a sentence in ``language`` with their places in its translation, in the order of the sentence."""
    hits = term_hits(glossary, source, language)
    if not hits:
        return ()
    find = _InEnglish(target).place if language is Language.ZH else _InChinese(target).place
    places: dict[TermHit, Span | None] = {}
    # The longest first, so that the digital economy is not taken for the economy.
    for hit in sorted(hits, key=lambda h: (h.span.start - h.span.end, h.span)):
        places[hit] = find(hit.term)
    return tuple(TermUse(hit.term, hit.span, places[hit]) for hit in hits)


class _InEnglish:
    """Finds terms in an English text; each place is given once, and again only to the same term."""

    def __init__(self, text: str) -> None:
        self._words = words_of(text)
        self._taken: set[int] = set()
        self._last: dict[Term, Span] = {}

    def place(self, term: Term) -> Span | None:
        for wording in (form for each in term.english for form in wordings(each)):
            stems = [word.stem for word in words_of(wording)]
            for at in range(len(self._words) - len(stems) + 1) if stems else ():
                if match_words(self._words, at, stems) and not self._taken & set(range(at, at + len(stems))):
                    self._taken.update(range(at, at + len(stems)))
                    self._last[term] = _covered(self._words[at : at + len(stems)])
                    return self._last[term]
        return self._last.get(term)


def _covered(words: Sequence[Word]) -> Span:
    return Span(words[0].start, words[-1].end)


class _InChinese:
    """The same in a Chinese text."""

    def __init__(self, text: str) -> None:
        self._text = fold_chinese(text)
        self._taken: list[Span] = []
        self._last: dict[Term, Span] = {}

    def place(self, term: Term) -> Span | None:
        for wording in map(fold_chinese, term.chinese):
            at = self._text.find(wording)
            while at >= 0 and wording:
                span = Span(at, at + len(wording))
                if not any(span.overlaps(other) for other in self._taken):
                    self._taken.append(span)
                    self._last[term] = span
                    return span
                at = self._text.find(wording, at + 1)
        return self._last.get(term)


def names_of(glossary: Glossary, language: Language) -> NameScanner:
    """A scanner for the terms of the user's, which travel through the network as names do.

    A term that holds an amount or a percentage is left to the network: figures have a guard of their own.
    """
    scan = scan_chinese if language is Language.ZH else scan_english

    def names(text: str) -> tuple[QuantityMention, ...]:
        hits = [h for h in term_hits(glossary, text, language) if h.term.origin is Origin.USER]
        if not hits:
            return ()
        figures = [m for m in scan(text) if not m.tentative]
        return tuple(_name(hit, language) for hit in hits if not _cuts_a_figure(hit.span, figures))

    return names


def _cuts_a_figure(span: Span, figures: Sequence[QuantityMention]) -> bool:
    return any(span.overlaps(m.span) and (m.form in _MEASURED or not span.contains(m.span)) for m in figures)


def _name(hit: TermHit, language: Language) -> QuantityMention:
    key = hit.term.en if language is Language.ZH else hit.term.zh
    return QuantityMention(
        hit.span, hit.span, hit.span, Quantity(Decimal(0)), Form.CODE, spelled=True, key=key
    )
