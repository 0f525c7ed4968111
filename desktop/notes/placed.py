"""Where notes stand in the two texts of a report. No Qt.

In the language a note was made on its words are marked as they were chosen. On the other side stand the words that the
note knows, or that links of the translation lead to; where neither is certain, the sentence is marked and no part of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Final, NamedTuple

from index.annotations.anchor import Anchor
from index.notes import Finder, Found, Note
from index.notes.making import sentences_in
from index.report import Sentence
from index.text import Span

if TYPE_CHECKING:
    from desktop.reader.bilingual import Bilingual, CellText, Piece

_ROOM: Final = 1.7
"""How much longer than its share of the sentence linked words may be, before they are scattered and mean nothing."""
_SLACK: Final = 12
_COVERED: Final = 0.7
"""Share of the marked words that links must lead from."""


class NotePiece(NamedTuple):
    """A note in a cell; not ``certain`` where only its sentence is known. ``first`` where the note begins here."""

    note: Note
    span: Span
    certain: bool
    first: bool


class PlacedNotes:
    """The notes of a text that are found in it, and those that are not (``lost``)."""

    def __init__(self, text: Bilingual, finder: Finder, notes: Iterable[Note]) -> None:
        self._text = text
        self.found: dict[str, Found] = {}
        self.notes: dict[str, Note] = {}
        lost = []
        for note in notes:
            found = finder.find(note.anchor)
            if found is None:
                lost.append(note)
            else:
                self.notes[note.id], self.found[note.id] = note, found
        self.lost = tuple(lost)
        self._touched = {key: sentences_in(text.report, found.span) for key, found in self.found.items()}
        self._at: dict[str, list[Note]] = {}
        for key, sentences in self._touched.items():
            for sentence in sentences:
                self._at.setdefault(sentence.id, []).append(self.notes[key])

    def ordered(self) -> tuple[Note, ...]:
        """The notes that were found, in the order of the text."""
        return tuple(
            sorted(self.notes.values(), key=lambda note: (self.found[note.id].span.start, note.created))
        )

    def sentences_of(self, key: str) -> tuple[str, ...]:
        """The sentences that a note touches."""
        return tuple(sentence.id for sentence in self._touched.get(key, ()))

    def in_cell(self, cell: CellText) -> Iterator[NotePiece]:
        """The notes in one side of a row, the longer ones first, so that those within them are seen."""
        pieces = [
            placed
            for piece in cell.pieces
            for note in self._at.get(piece.sentence, ())
            if (placed := self._place(note, piece, cell)) is not None
        ]
        return iter(sorted(pieces, key=lambda p: (p.span.start - p.span.end, p.span.start)))

    def at(self, cell: CellText, index: int) -> Note | None:
        """The note at a character of a cell: of several the shortest."""
        found = [p.note for p in self.in_cell(cell) if p.span.holds(index)]
        return found[-1] if found else None

    def _place(self, note: Note, piece: Piece, cell: CellText) -> NotePiece | None:
        sentences = self._touched[note.id]
        order = next(n for n, s in enumerate(sentences) if s.id == piece.sentence)
        if cell.side is self._text.source:
            return self._in_source(note, piece, sentences, order)
        return self._in_translation(note, piece, sentences, order)

    def _in_source(
        self, note: Note, piece: Piece, sentences: tuple[Sentence, ...], order: int
    ) -> NotePiece | None:
        sentence, found = sentences[order], self.found[note.id].span
        within = found.shifted(piece.span.start - piece.skipped - sentence.span.start)
        span = Span(max(within.start, piece.span.start), min(within.end, piece.span.end))
        if span.start >= span.end:
            return None
        first = piece.span.start <= within.start < piece.span.end
        return NotePiece(note, span, not self._is_only_near(note, sentence, order), first)

    def _is_only_near(self, note: Note, sentence: Sentence, order: int) -> bool:
        """True where the note was made on part of the translation, and the whole sentence stands for it."""
        if note.made_on is note.language or not self.found[note.id].span.contains(sentence.span):
            return False
        translation = self._text.translations.get(sentence.id)
        part = next((f for f in note.facing if f.sentence == order), None)
        return (
            part is not None
            and translation is not None
            and len(part.anchor.quote) < len(translation.target.strip())
        )

    def _in_translation(
        self, note: Note, piece: Piece, sentences: tuple[Sentence, ...], order: int
    ) -> NotePiece | None:
        translation = self._text.translations.get(piece.sentence)
        if translation is None:
            return None
        first = order == 0
        words = " ".join(translation.target.split("\n"))
        part = next((f for f in note.facing if f.sentence == order), None)
        exact = in_words(words, part.anchor) if part is not None else None
        if note.facing and part is None and note.made_on is not note.language:
            return None  # it was made on other sentences of the translation
        if exact is None:
            local = self.found[note.id].span.shifted(-sentences[order].span.start)
            exact = facing_span(self._text, sentences[order], local)
        if exact is None:
            return NotePiece(
                note, Span(piece.span.start, piece.span.start + len(words)), certain=False, first=first
            )
        return NotePiece(note, exact.shifted(piece.span.start), certain=True, first=first)


def facing_span(text: Bilingual, sentence: Sentence, local: Span) -> Span | None:
    """What says the same in the translation as ``local`` (counted in the sentence) does; None where that is not certain."""
    translation = text.translations.get(sentence.id)
    if translation is None:
        return None
    source = sentence.span.of(text.report.text)
    links = [(link.source, link.target) for link in text.links(sentence.id)]
    return _across(local, source, " ".join(translation.target.split("\n")), links)


def source_span(text: Bilingual, sentence: Sentence, local: Span) -> Span | None:
    """The other way round: what says the same in the sentence as ``local`` does in its translation."""
    translation = text.translations.get(sentence.id)
    if translation is None:
        return None
    source = sentence.span.of(text.report.text)
    links = [(link.target, link.source) for link in text.links(sentence.id)]
    return _across(local, " ".join(translation.target.split("\n")), source, links)


def _across(local: Span, here: str, there: str, links: Iterable[tuple[Span, Span]]) -> Span | None:
    start, end = max(0, local.start), min(len(here), local.end)
    words = here[start:end].strip()
    if not words or not there.strip():
        return None
    if words.rstrip("。；，.;, ") == here.strip().rstrip("。；，.;, "):
        return Span(0, len(there))
    inside = [(a, b) for a, b in links if start <= a.start and a.end <= end]
    if not inside:
        return None
    covered = len({at for a, _ in inside for at in range(a.start, a.end)})
    found = Span(min(b.start for _, b in inside), max(b.end for _, b in inside))
    share = len(words) / max(1, len(here)) * len(there)
    if covered < _COVERED * len(words) or found.end - found.start > _ROOM * share + _SLACK:
        return None
    return found


def in_words(words: str, anchor: Anchor) -> Span | None:
    """Where the quoted words stand in a translation, which may have been made anew; the place nearest to the old one."""
    places = []
    at = words.find(anchor.quote) if anchor.quote else -1
    while at >= 0:
        places.append(at)
        at = words.find(anchor.quote, at + 1)
    if not places:
        return None
    best = min(places, key=lambda place: abs(place - anchor.start))
    return Span(best, best + len(anchor.quote))
