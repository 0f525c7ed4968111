"""From words chosen in the reading view to a note. No Qt."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from desktop.notes.placed import facing_span, source_span
from index.annotations import anchor_at
from index.notes import Facing, Note
from index.notes.making import note_at, sentences_in
from index.text import Span

if TYPE_CHECKING:
    from desktop.reader.bilingual import Bilingual, Piece
    from desktop.reader.text_selection import TextSelection


def note_of_selection(text: Bilingual, chosen: TextSelection) -> Note | None:
    """A note on the chosen words; None where there are none, or where they are no words of the report."""
    if chosen.is_empty or not text.rows:
        return None
    if chosen.side is text.source:
        span = _trimmed(text.report.text, _source_of(text, chosen))
        return _on_source(text, span) if span is not None else None
    return _on_translation(text, chosen)


def note_of_sentence(text: Bilingual, sentence: str) -> Note | None:
    """A note on a whole sentence."""
    known = text.sentences.get(sentence)
    span = _trimmed(text.report.text, known.span) if known is not None else None
    return _on_source(text, span) if span is not None else None


def with_translation(text: Bilingual, note: Note, span: Span) -> Note:
    """``note`` with what is known of its other language."""
    sentences = sentences_in(text.report, span)
    known = [text.translations.get(s.id) for s in sentences]
    made = [t.target for t in known if t is not None and t.engine != "none"]
    if not made or len(made) < len(sentences):
        return note
    joint = " " if text.target == "en" else ""
    facing = []
    for order, sentence in enumerate(sentences):
        whole = " ".join(made[order].split("\n"))
        there = facing_span(text, sentence, span.shifted(-sentence.span.start))
        if there is not None and there != Span(0, len(whole)):
            facing.append(Facing(order, anchor_at(whole, there)))
    return replace(note, translation=joint.join(" ".join(t.split()) for t in made), facing=tuple(facing))


def _on_source(text: Bilingual, span: Span) -> Note:
    return with_translation(text, note_at(text.report, span), span)


def _source_of(text: Bilingual, chosen: TextSelection) -> Span:
    first, last = sorted((chosen.anchor, chosen.head))
    return Span(text.rows[first[0]].span.start + first[1], text.rows[last[0]].span.start + last[1])


def _trimmed(text: str, span: Span) -> Span | None:
    """Without blanks at its ends; None where nothing is left."""
    words = span.of(text)
    start = span.start + len(words) - len(words.lstrip())
    end = span.end - (len(words) - len(words.rstrip()))
    return Span(start, end) if start < end else None


def _on_translation(text: Bilingual, chosen: TextSelection) -> Note | None:
    """Each sentence of the translation that is touched, with its chosen words and what says the same in the source."""
    touched: list[tuple[Piece, Span]] = []
    first, last = sorted((chosen.anchor, chosen.head))
    for row in range(first[0], last[0] + 1):
        cell = text.cell(row, chosen.side)
        span = chosen.span_in(row, len(cell.text))
        for piece in cell.pieces if span is not None else ():
            assert span is not None
            translation = text.translations.get(piece.sentence)
            if translation is None or translation.engine == "none":
                continue
            local = Span(max(span.start, piece.span.start), min(span.end, piece.span.end))
            kept = _trimmed(cell.text, local) if local.start < local.end else None
            if kept is not None:
                touched.append((piece, kept.shifted(-piece.span.start)))
    if not touched:
        return None
    starts, facing = [], []
    for order, (piece, local) in enumerate(touched):
        sentence = text.sentences[piece.sentence]
        there = source_span(text, sentence, local)
        starts.append(there.shifted(sentence.span.start) if there is not None else sentence.span)
        words = " ".join(text.translations[piece.sentence].target.split("\n"))
        facing.append(Facing(order, anchor_at(words, local)))
    span = _trimmed(text.report.text, Span(starts[0].start, max(s.end for s in starts)))
    if span is None:
        return None
    # Between the first and the last sentence all others are touched too; the order counts those under the anchor.
    ids = [s.id for s in sentences_in(text.report, span)]
    facing = [
        replace(f, sentence=ids.index(piece.sentence))
        for f, (piece, _) in zip(facing, touched, strict=True)
        if piece.sentence in ids
    ]
    joint = " " if text.target == "en" else ""
    return note_at(
        text.report,
        span,
        made_on=chosen.side,
        facing=facing,
        translation=joint.join(f.anchor.quote for f in facing),
    )
