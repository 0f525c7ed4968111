"""The terms of the sentences that are looked at, remembered until a sentence or the glossary changes. No Qt."""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING, Final, NamedTuple

from index.text import Span
from models.term_use import TermUse, term_hits, term_uses

if TYPE_CHECKING:
    from desktop.reader.bilingual import Bilingual, CellText, Piece
    from models.glossary import Glossary
    from models.translation import Translation

_KEPT: Final = 600


class PlacedTerm(NamedTuple):
    """A term of a sentence; ``translated`` is false while there is no translation to look for it in."""

    sentence: str
    use: TermUse
    translated: bool

    @property
    def differs(self) -> bool:
        """True where the translation says it otherwise."""
        return self.translated and self.use.target is None


class SentenceTerms:
    """Finds the terms of sentences of a text, by the glossary that holds now."""

    def __init__(self, text: Bilingual, glossary: Glossary) -> None:
        self._text = text
        self.glossary = glossary
        self._kept: OrderedDict[str, tuple[Translation | None, tuple[PlacedTerm, ...]]] = OrderedDict()

    def of(self, sentence: str) -> tuple[PlacedTerm, ...]:
        """The terms of a sentence, in its order."""
        translation = self._text.translations.get(sentence)
        kept = self._kept.get(sentence)
        if kept is not None and kept[0] is translation:
            return kept[1]
        found = self._find(sentence, translation)
        self._kept[sentence] = (translation, found)
        if len(self._kept) > _KEPT:
            self._kept.popitem(last=False)
        return found

    def _find(self, sentence: str, translation: Translation | None) -> tuple[PlacedTerm, ...]:
        words, language = self._text.source_of(sentence), self._text.source
        if translation is None or translation.engine == "none":
            hits = term_hits(self.glossary, words, language)
            return tuple(PlacedTerm(sentence, TermUse(h.term, h.span), False) for h in hits)
        uses = term_uses(self.glossary, words, translation.target, language)
        return tuple(PlacedTerm(sentence, use, True) for use in uses)

    def pairs(self, sentence: str) -> tuple[tuple[Span, Span], ...]:
        """Where the terms of a sentence stand in it and in its translation."""
        return tuple((p.use.source, p.use.target) for p in self.of(sentence) if p.use.target is not None)

    def at(self, cell: CellText, piece: Piece, index: int) -> PlacedTerm | None:
        """The term at a character of a cell."""
        return next((p for p in self.of(piece.sentence) if _holds(self.span_in(cell, piece, p), index)), None)

    def span_in(self, cell: CellText, piece: Piece, placed: PlacedTerm) -> Span | None:
        """Where a term stands in a cell, as far as the cell shows it."""
        is_source = cell.side is self._text.source
        span = placed.use.source if is_source else placed.use.target
        if span is None:
            return None
        moved = span.shifted(piece.span.start - (piece.skipped if is_source else 0))
        shown = Span(max(moved.start, piece.span.start), min(moved.end, piece.span.end))
        return shown if shown.start < shown.end else None


def _holds(span: Span | None, index: int) -> bool:
    return span is not None and span.holds(index)
