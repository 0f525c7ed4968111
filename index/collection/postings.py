"""Postings on disk: BM25 over the texts of a segment, of which a query reads what can still matter.

The texts are numbered; each band of 65,536 of them has its own terms, so that a text is two bytes in a posting, a count
is one, and the scores of a band stay in the processor's cache.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final, cast

import numpy as np
from numpy.typing import NDArray

from index.collection.files import FileWriter, MappedFile
from index.lexical import CorpusStatistics, LexicalIndex, Terms, norms_of

BAND: Final = 65_536
_PARTS: Final = ("terms", "starts", "texts", "counts", "most", "lengths")
_WORTH: Final = 2_048
"""A list of fewer postings is added up whole: to find the few that matter would take as long."""

Runs = Sequence[tuple[int, int]]
"""Ranges of numbers, ascending, each from its first to before its last."""
Selected = NDArray[np.bool_]
Scores = NDArray[np.float32]
Rows = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Piece:
    """Postings of a run of texts, not grouped by term: entry *n* says that a text has a term, how often."""

    terms: Terms
    texts: NDArray[np.int64]
    counts: NDArray[np.uint8]
    lengths: NDArray[np.uint16]

    def part(self, start: int, end: int) -> Piece:
        """The postings of the texts from ``start`` to ``end``, counted from ``start``."""
        inside = (self.texts >= start) & (self.texts < end)
        return Piece(
            self.terms[inside], self.texts[inside] - start, self.counts[inside], self.lengths[start:end]
        )

    def only(self, selected: Selected) -> Piece:
        """The postings of the selected texts, which move together."""
        inside = selected[self.texts]
        numbers = np.cumsum(selected) - 1
        return Piece(
            self.terms[inside], numbers[self.texts[inside]], self.counts[inside], self.lengths[selected]
        )


def piece_of(texts: Sequence[str]) -> Piece:
    """The postings of some texts."""
    built = LexicalIndex.build(texts).postings
    return Piece(
        np.repeat(built.terms, np.diff(built.starts)),
        built.documents.astype(np.int64),
        np.minimum(built.counts, 255).astype(np.uint8),
        np.minimum(built.lengths, 65_535).astype(np.uint16),
    )


def blank(count: int) -> Piece:
    """The postings of so many texts in which nothing is."""
    return Piece(
        np.zeros(0, dtype=np.int64),
        np.zeros(0, dtype=np.int64),
        np.zeros(0, dtype=np.uint8),
        np.zeros(count, dtype=np.uint16),
    )


def write_postings(file: FileWriter, prefix: str, pieces: Iterable[Piece]) -> Iterator[int]:
    """Write the postings of runs of texts that follow each other; each step tells how many texts are done.

    Only about a band of them is in memory at a time.
    """
    waiting: list[Piece] = []
    held = number = done = 0
    for piece in pieces:
        start = 0
        while start < len(piece.lengths):
            end = min(len(piece.lengths), start + BAND - held)
            waiting.append(piece if (start, end) == (0, len(piece.lengths)) else piece.part(start, end))
            held += end - start
            start = end
            if held == BAND:
                _write_band(file, f"{prefix}{number}", waiting)
                waiting, held, number, done = [], 0, number + 1, done + BAND
                yield done
    if held:
        _write_band(file, f"{prefix}{number}", waiting)
        yield done + held


def _write_band(file: FileWriter, name: str, pieces: Sequence[Piece]) -> None:
    offsets = np.cumsum([0, *(len(p.lengths) for p in pieces)])
    terms = np.concatenate([p.terms for p in pieces])
    texts = np.concatenate([(p.texts + o).astype(np.uint16) for p, o in zip(pieces, offsets, strict=False)])
    order = np.argsort(terms, kind="stable")  # the texts of a term come in their order
    terms = terms[order]
    counts = np.concatenate([p.counts for p in pieces])[order]
    new = np.ones(len(terms), dtype=bool)
    new[1:] = terms[1:] != terms[:-1]
    first = np.flatnonzero(new)
    most = np.maximum.reduceat(counts, first) if len(first) else counts
    arrays: tuple[NDArray[np.generic], ...] = (
        terms[first],
        np.append(first, len(terms)).astype(np.uint32),
        texts[order],
        counts,
        most,
        np.concatenate([p.lengths for p in pieces]),
    )
    for part, array in zip(_PARTS, arrays, strict=True):
        file.add(f"{name}.{part}", array)


class Postings:
    """The postings in a segment's file under a prefix."""

    def __init__(self, file: MappedFile, prefix: str, count: int) -> None:
        self._bands = [_Band(file, f"{prefix}{n}") for n in range(-(-count // BAND))]

    def frequencies(self, terms: Terms, runs: Runs | None) -> NDArray[np.int64]:
        """In how many texts each term is, of all or of those in the runs."""
        total = np.zeros(len(terms), dtype=np.int64)
        for number, band in enumerate(self._bands):
            inside = None if runs is None else _within(runs, number * BAND, len(band))
            total += band.frequencies(band.find(terms), inside)
        return total

    def best(
        self,
        terms: Terms,
        weights: NDArray[np.float64],
        statistics: CorpusStatistics,
        k: int,
        selected: Selected | None,
    ) -> Rows:
        """The ``k`` texts with the best scores, and those as good as the last of them; exactly.

        The rarest term comes first. Once ``k`` texts are known that a text with all the terms that are left cannot
        reach, these are looked up only in the texts that can still get there: the common terms (发展) cost little.
        """
        order = np.argsort(-weights, kind="stable")
        terms, weights = terms[order], weights[order]
        rows: Rows = np.zeros(0, dtype=np.int64)
        scores: Scores = np.zeros(0, dtype=np.float32)
        least = 0.0
        for number, band in enumerate(self._bands):
            start = number * BAND
            allowed = None if selected is None else selected[start : start + len(band)]
            found, reached = band.best(band.find(terms), weights, band.norms(statistics), least, allowed)
            if not len(found):
                continue
            rows, scores = np.append(rows, found + start), np.append(scores, reached)
            if len(rows) > k:
                least = float(np.partition(scores, len(scores) - k)[len(scores) - k])
                keep = scores >= least
                rows, scores = rows[keep], scores[keep]
        return rows[np.argsort(-scores, kind="stable")[:k]]

    def scores_of(
        self, rows: Rows, terms: Terms, weights: NDArray[np.float64], statistics: CorpusStatistics
    ) -> Scores:
        """The scores of the given texts (ascending)."""
        result = np.zeros(len(rows), dtype=np.float32)
        ends = np.searchsorted(rows, np.arange(1, len(self._bands) + 1) * BAND)
        start = 0
        for number, (band, end) in enumerate(zip(self._bands, ends, strict=True)):
            if end > start:
                inside = (rows[start:end] - number * BAND).astype(np.int64)
                band.add_up(result[start:end], inside, band.find(terms), weights, band.norms(statistics))
            start = end
        return result

    def pieces(self, selected: Selected) -> Iterator[Piece]:
        """The postings of the selected texts, band by band."""
        for number, band in enumerate(self._bands):
            chosen = selected[number * BAND : number * BAND + len(band)]
            if chosen.all():
                yield band.piece()
            elif chosen.any():
                yield band.piece().only(chosen)


Found = list[tuple[int, int, int]]
"""For each term of a query its postings in a band, from where to where, and its greatest count."""


class _Band:
    def __init__(self, file: MappedFile, name: str) -> None:
        arrays = [file.array(f"{name}.{part}") for part in _PARTS]
        self._terms = cast(Terms, arrays[0])
        self._starts = cast(NDArray[np.uint32], arrays[1])
        self._texts = cast(NDArray[np.uint16], arrays[2])
        self._counts = cast(NDArray[np.uint8], arrays[3])
        self._most = cast(NDArray[np.uint8], arrays[4])
        self._lengths = cast(NDArray[np.uint16], arrays[5])
        self._norms: tuple[float, Scores] | None = None

    def __len__(self) -> int:
        return len(self._lengths)

    def find(self, terms: Terms) -> Found:
        if not len(self._terms):
            return [(0, 0, 0)] * len(terms)
        places = np.minimum(np.searchsorted(self._terms, terms), len(self._terms) - 1)
        return [
            (int(self._starts[place]), int(self._starts[place + 1]), int(self._most[place]))
            if known
            else (0, 0, 0)
            for place, known in zip(places.tolist(), (self._terms[places] == terms).tolist(), strict=True)
        ]

    def frequencies(self, found: Found, runs: Runs | None) -> NDArray[np.int64]:
        if runs is None:
            return np.array([end - start for start, end, _ in found], dtype=np.int64)
        edges = np.array(runs, dtype=np.int64).reshape(-1, 2)
        # sought in numbers of their own kind (numpy would turn all of the postings into another), which end at 65,535
        last = np.maximum(edges - 1, 0).astype(np.uint16)
        return np.array(
            [
                int(
                    np.diff(
                        np.where(edges, np.searchsorted(self._texts[s:e], last, "right"), 0), axis=1
                    ).sum()
                )
                for s, e, _ in found
            ],
            dtype=np.int64,
        )

    def norms(self, statistics: CorpusStatistics) -> Scores:
        """What the counts in each text are set against; kept, for it changes only with the collection."""
        mean = statistics.length / max(1, statistics.documents)
        known = self._norms
        if known is None or known[0] != mean:
            self._norms = known = (mean, norms_of(self._lengths, statistics).astype(np.float32))
        return known[1]

    def best(
        self,
        found: Found,
        weights: NDArray[np.float64],
        norms: Scores,
        least: float,
        allowed: Selected | None,
    ) -> tuple[Rows, Scores]:
        """The texts that reach ``least`` and more than nothing, and their scores."""
        shortest = float(norms.min())
        greatest = np.array([most / (most + shortest) for _, _, most in found]) * weights
        left = np.append(np.cumsum(greatest[::-1])[::-1], 0.0) * (
            1 + 1e-6
        )  # what the terms from here on can add
        scores = np.zeros(len(self), dtype=np.float32)
        at = 0
        while at < len(found):
            start, end, _ = found[at]
            if left[at] < least and end - start > _WORTH:
                break
            texts = self._texts[start:end]
            counts = self._counts[start:end].astype(np.float32)
            scores[texts] += np.float32(weights[at]) * counts / (counts + norms[texts])
            at += 1
        needed = least - left[at]
        rows = np.flatnonzero(scores >= needed) if needed > 0 else np.flatnonzero(scores)
        if allowed is not None:
            rows = rows[allowed[rows]]
        reached = scores[rows]
        if at < len(found) and len(rows):
            self.add_up(reached, rows, found[at:], weights[at:], norms)
        enough = reached >= least
        return rows[enough], reached[enough]

    def add_up(
        self, scores: Scores, rows: Rows, found: Found, weights: NDArray[np.float64], norms: Scores
    ) -> None:
        """Add to ``scores`` what the terms give to the texts ``rows``."""
        wanted = rows.astype(np.uint16)
        for (start, end, _), weight in zip(found, weights.tolist(), strict=True):
            if start == end:
                continue
            texts = self._texts[start:end]
            places = np.minimum(np.searchsorted(texts, wanted), len(texts) - 1)
            there = np.flatnonzero(texts[places] == wanted)
            counts = self._counts[start + places[there]].astype(np.float32)
            scores[there] += np.float32(weight) * counts / (counts + norms[rows[there]])

    def piece(self) -> Piece:
        terms = np.repeat(self._terms, np.diff(self._starts).astype(np.int64))
        return Piece(terms, self._texts.astype(np.int64), np.asarray(self._counts), np.asarray(self._lengths))


def _within(runs: Runs, start: int, count: int) -> list[tuple[int, int]]:
    """The parts of the runs between ``start`` and ``start + count``, counted from ``start``."""
    return [
        (max(0, first - start), min(count, last - start))
        for first, last in runs
        if first < start + count and last > start
    ]
