"""What a card of the other language says, sentence by sentence, and which words answer the chosen ones. No Qt."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from desktop.notes.placed import facing_span, source_span
from index.text import Span

if TYPE_CHECKING:
    from desktop.reader.bilingual import Bilingual
    from desktop.reader.text_selection import TextSelection
    from index.report import Language
    from models.translation import Translation


class Part(NamedTuple):
    """A sentence in the language that is asked for; empty while it is being translated.

    ``chosen`` are the words that say what was selected, where that is certain. ``translation`` is None where the words
    are those of the report itself.
    """

    sentence: str
    words: str = ""
    chosen: Span | None = None
    translation: Translation | None = None


def parts(
    text: Bilingual, sentences: tuple[str, ...], side: Language, selection: TextSelection | None
) -> list[Part]:
    """The sentences as the other side of ``side`` has them, with what answers the selection in each."""
    local = _selected(text, selection) if selection is not None else {}
    return [_part(text, sentence, side, local.get(sentence)) for sentence in sentences]


def _part(text: Bilingual, sentence: str, side: Language, local: Span | None) -> Part:
    known = text.sentences[sentence]
    translation = text.translations.get(sentence)
    if side is text.source:
        if translation is None:
            return Part(sentence)
        there = facing_span(text, known, local) if local is not None else None
        words = text.shown(text.target, " ".join(translation.target.split("\n")))
        return Part(sentence, words, _unless_whole(there, words), translation)
    there = source_span(text, known, local) if local is not None else None
    words = text.shown(text.source, text.source_of(sentence))
    return Part(sentence, words, _unless_whole(there, words))


def _unless_whole(span: Span | None, words: str) -> Span | None:
    return span if span is not None and span.of(words).strip() != words.strip() else None


def _selected(text: Bilingual, selection: TextSelection) -> dict[str, Span]:
    """By sentence, the selected characters, counted in it or in its translation."""
    found: dict[str, Span] = {}
    first, last = sorted((selection.anchor, selection.head))
    for row in range(first[0], last[0] + 1):
        cell = text.cell(row, selection.side)
        span = selection.span_in(row, len(cell.text))
        for piece in cell.pieces if span is not None else ():
            assert span is not None
            start, end = max(span.start, piece.span.start), min(span.end, piece.span.end)
            if start < end:
                shift = (
                    piece.skipped - piece.span.start if selection.side is text.source else -piece.span.start
                )
                found.setdefault(piece.sentence, Span(start, end).shifted(shift))
    return found
