"""What a new segment is made from: reports just read, and reports of other segments."""

from __future__ import annotations

import hashlib
from collections.abc import Generator, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Protocol, Self

import numpy as np

from index.ann import Codebook, learn_steps, lists_for, sample_size
from index.chunking import Chunk
from index.collection.columns import Columns
from index.collection.entries import Entry
from index.collection.postings import Piece, blank, piece_of
from index.collection.segment import Contents
from index.collection.selection import Selection
from index.embedding import Vectors
from index.narrowing import offers_of
from index.report import Report

if TYPE_CHECKING:
    from index.indicators import Indicator


class Source(Protocol):
    """Some reports, in whatever form they are at hand."""

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The reports."""
        ...

    @property
    def codebook(self) -> Codebook | None:
        """What was learnt of their vectors, if anything was."""
        ...

    def columns(self) -> Columns:
        """Their sentences."""
        ...

    def words(self) -> Iterator[Piece]:
        """The postings of the sentences."""
        ...

    def english(self) -> Iterator[Piece]:
        """Those of their English, of which there may be none."""
        ...

    def vectors(self) -> Iterator[Vectors]:
        """All their vectors, in order."""
        ...

    def sample(self, count: int) -> Vectors:
        """So many of their vectors."""
        ...


@dataclass(frozen=True, slots=True)
class Draft:
    """One report, in memory."""

    entry: Entry
    sentences: Columns
    in_words: tuple[Piece, ...]
    in_english: tuple[Piece, ...]
    rows: Vectors

    @classmethod
    def of(
        cls,
        report: Report,
        chunks: Sequence[Chunk],
        rows: Vectors,
        english: Mapping[str, str] | None,
        order: int,
        figures: Sequence[Indicator] | None = None,
    ) -> Self:
        """A report with the vectors of its chunks, its English by sentence id and its figures, where they are known."""
        sentences = [c for c in chunks if c.whole]
        words = piece_of([c.span.of(report.text) for c in sentences])
        entry = Entry(
            id=report.id,
            title=report.title,
            order=order,
            sentences=len(sentences),
            vectors=len(chunks),
            texts=int((words.lengths > 0).sum()),
            length=int(words.lengths.sum()),
            english="",
            english_texts=0,
            english_length=0,
        )
        draft = cls(entry, Columns.of(report, chunks, figures), (words,), (), rows)
        return draft if english is None else draft.with_english(english)

    @classmethod
    def kept(cls, selection: Selection, title: str) -> Self:
        """The one report of a selection, out of its segment."""
        whole = Kept(selection)
        rows = list(whole.vectors())
        return cls(
            entry=replace(whole.entries[0], title=title),
            sentences=whole.columns(),
            in_words=tuple(whole.words()),
            in_english=tuple(whole.english()) if whole.entries[0].english else (),
            rows=np.concatenate(rows) if rows else selection.segment.nearest.vectors(()),
        )

    def with_english(self, english: Mapping[str, str]) -> Self:
        """The same with other English."""
        texts = [english.get(self.sentences.place(n).sentence_id, "") for n in range(self.entry.sentences)]
        piece = piece_of(texts)
        entry = replace(
            self.entry,
            english=checksum_of(texts),
            english_texts=int((piece.lengths > 0).sum()),
            english_length=int(piece.lengths.sum()),
        )
        return replace(self, entry=entry, in_english=(piece,))

    def with_figures(self, figures: Sequence[Indicator]) -> Self:
        """The same with other figures."""
        ids = [self.sentences.place(n).sentence_id for n in range(self.entry.sentences)]
        return replace(self, sentences=replace(self.sentences, offers=offers_of(ids, figures)))

    @property
    def entries(self) -> tuple[Entry, ...]:
        """Its one entry."""
        return (self.entry,)

    @property
    def codebook(self) -> Codebook | None:
        """Nothing was learnt of it."""
        return None

    def columns(self) -> Columns:
        """Its sentences."""
        return self.sentences

    def words(self) -> Iterator[Piece]:
        """Its postings."""
        yield from self.in_words

    def english(self) -> Iterator[Piece]:
        """Those of its English, if it has any."""
        yield from self.in_english or (blank(self.entry.sentences),)

    def vectors(self) -> Iterator[Vectors]:
        """Its vectors."""
        yield self.rows

    def sample(self, count: int) -> Vectors:
        """So many of its vectors, spread over it."""
        return self.rows[_spread(len(self.rows), count)]


class Kept:
    """The selected reports of a segment."""

    def __init__(self, selection: Selection) -> None:
        self._selection = selection
        self._segment = selection.segment
        self.entries = tuple(
            e for e, taken in zip(self._segment.entries, selection.reports, strict=True) if taken
        )

    @property
    def codebook(self) -> Codebook | None:
        """What was learnt of the segment."""
        return self._segment.nearest.codebook

    def columns(self) -> Columns:
        """The sentences of the reports."""
        runs = self._selection.runs(self._selection.reports)
        return Columns.joined([self._segment.columns.run(start, end) for start, end in runs or [(0, 0)]])

    def words(self) -> Iterator[Piece]:
        """Their postings."""
        yield from self._segment.words.pieces(self._selection.sentences)

    def english(self) -> Iterator[Piece]:
        """Those of their English, if they have any."""
        if self._segment.english is None:
            yield blank(int(self._selection.sentences.sum()))
        else:
            yield from self._segment.english.pieces(self._selection.sentences)

    def vectors(self) -> Iterator[Vectors]:
        """Their vectors."""
        rows = np.flatnonzero(self._selection.vectors)
        for start in range(0, len(rows), 16_384):
            yield self._segment.nearest.vectors(rows[start : start + 16_384])

    def sample(self, count: int) -> Vectors:
        """So many of their vectors, spread over them."""
        rows = np.flatnonzero(self._selection.vectors)
        return self._segment.nearest.vectors(rows[_spread(len(rows), count)])


def gather_steps(sources: Sequence[Source]) -> Generator[int, None, Contents]:
    """The contents of a segment with all reports of the sources, one source after the other.

    Each step tells how many vectors are written: none yet.
    """
    entries = tuple(entry for source in sources for entry in source.entries)
    codebook = yield from _codebook_steps(sources)
    return Contents(
        entries=entries,
        columns=Columns.joined([source.columns() for source in sources]),
        words=(piece for source in sources for piece in source.words()),
        english=(piece for source in sources for piece in source.english())
        if any(entry.english for entry in entries)
        else None,
        vectors=(batch for source in sources for batch in source.vectors()),
        codebook=codebook,
    )


def _codebook_steps(sources: Sequence[Source]) -> Generator[int, None, Codebook | None]:
    """What is learnt of the vectors; that of the largest source serves again where it has at least half of them."""
    counts = [sum(entry.vectors for entry in source.entries) for source in sources]
    total = sum(counts)
    lists = lists_for(total)
    if lists == 0:
        return None
    largest = sources[int(np.argmax(counts))]
    known = largest.codebook
    if known is not None and 2 * max(counts) >= total and 2 * len(known.centroids) >= lists:
        return known
    share = sample_size(total) / total
    sample = np.concatenate(
        [source.sample(int(np.ceil(share * count))) for source, count in zip(sources, counts, strict=True)]
    )
    learning = learn_steps(sample, lists)
    while True:
        try:
            next(learning)
        except StopIteration as learnt:
            codebook: Codebook = learnt.value
            return codebook
        yield 0


def checksum_of(texts: Sequence[str]) -> str:
    """Tells one English of a report from another."""
    return hashlib.sha256("\0".join(texts).encode("utf-8", errors="surrogatepass")).hexdigest()


def _spread(count: int, wanted: int) -> list[int]:
    numbers: list[int] = (
        np.linspace(0, count - 1, min(count, wanted)).astype(np.int64).tolist() if count else []
    )
    return numbers
