"""Search by meaning and by words together, over one report or many."""

from __future__ import annotations

import hashlib
import threading
import unicodedata
from collections.abc import Collection, Generator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from index.chunking import Chunk, chunk
from index.embedding import Embedder, Vectors
from index.errors import ReaderError, StaleIndex, UnwritableFolder
from index.fusion import Evidence, fuse
from index.lexical import CorpusStatistics, LexicalIndex, Terms, query_terms
from index.passage import Passage
from index.report import Report
from index.variants import fold, to_simplified
from index.vectors import VectorIndex

__all__ = ["Passage", "Searcher"]

_BATCH: Final = 2_048
_CANDIDATES: Final = 300
"""How many of the nearest by meaning, and of the best by words, of each report are weighed against each other."""


@dataclass(frozen=True, slots=True)
class _Indexed:
    """A report with all that is searched of it. Sentence *n* owns the vectors from ``first[n]`` to ``first[n + 1]``."""

    report: Report
    sentences: tuple[Chunk, ...]
    first: NDArray[np.int64]
    vectors: VectorIndex
    words: LexicalIndex
    english: LexicalIndex | None
    headings: NDArray[np.bool_]


class Searcher:
    """Holds the indexes of the reports it was given, and answers queries over them.

    Vectors are kept in ``cache_folder`` between runs; a cache that is missing, damaged or out of date is made anew,
    one that cannot be written is done without. ``notices`` says which of that happened.
    """

    def __init__(self, embedder: Embedder, cache_folder: Path | None = None) -> None:
        self._embedder = embedder
        self._folder = cache_folder
        self._indexed: dict[str, _Indexed] = {}
        self._notices: list[ReaderError] = []
        self._lock = threading.RLock()

    @property
    def notices(self) -> tuple[ReaderError, ...]:
        """What went wrong with the cache without stopping the search, oldest first."""
        with self._lock:
            return tuple(self._notices)

    @property
    def report_ids(self) -> tuple[str, ...]:
        """The reports that are searched, in the order they were added."""
        with self._lock:
            return tuple(self._indexed)

    def add(self, report: Report, english: Mapping[str, str] | None = None) -> None:
        """Make a report searchable, and its English by sentence id where there is some; the cache is used if it can.

        Adding a report again replaces its English and costs little.
        """
        for _ in self.add_steps(report, english):
            pass

    def add_steps(
        self, report: Report, english: Mapping[str, str] | None = None
    ) -> Generator[tuple[int, int], None, None]:
        """``add`` in steps that tell ``(done, total)`` pieces; closing the generator leaves all as it was."""
        with self._lock:
            before = self._indexed.get(report.id)
        if before is None:
            chunks = chunk(report)
            vectors = yield from self._vectors(report, chunks)
            before = _indexed(report, chunks, vectors)
        translated = before.english
        if english is not None:
            translated = LexicalIndex.build([english.get(c.sentence_ids[0], "") for c in before.sentences])
        with self._lock:
            self._indexed[report.id] = replace(before, report=report, english=translated)

    def forget(self, report_id: str) -> None:
        """Take a report out of the search; its cached vectors stay for the next time."""
        with self._lock:
            self._indexed.pop(report_id, None)

    def search(
        self, query: str, limit: int = 10, report_ids: Collection[str] | None = None
    ) -> tuple[Passage, ...]:
        """The best passages for a query in Chinese (either script) or English, best first.

        Nothing for an empty query. The same query in Simplified and Traditional characters gets the same answer.
        """
        plain = to_simplified(unicodedata.normalize("NFKC", query)).strip()
        if not any(char.isalnum() for char in plain) or limit <= 0:
            return ()
        with self._lock:
            chosen = [i for key, i in self._indexed.items() if report_ids is None or key in report_ids]
        if not chosen:
            return ()
        hits = self._ranked(plain, chosen)
        return _passages(hits, limit)

    def _ranked(self, query: str, chosen: Sequence[_Indexed]) -> list[tuple[float, _Indexed, int]]:
        vector = self._embedder.embed([query])[0]
        terms = query_terms(query)
        statistics = _statistics(terms, [i.words for i in chosen])
        in_english = _statistics(terms, [i.english for i in chosen if i.english is not None])
        evidence = [_weigh(i, vector, terms, statistics, in_english) for i in chosen]
        hits: list[tuple[float, int, int]] = []
        for number, scores in enumerate(fuse(evidence)):
            hits.extend(
                (float(s), number, int(r)) for s, r in zip(scores, evidence[number].rows, strict=True)
            )
        hits.sort(key=lambda hit: (-round(hit[0], 6), hit[1], hit[2]))
        return [(score, chosen[number], row) for score, number, row in hits if score > 0]

    def _vectors(
        self, report: Report, chunks: tuple[Chunk, ...]
    ) -> Generator[tuple[int, int], None, VectorIndex]:
        content = hashlib.sha256(
            "\x00".join(c.text for c in chunks).encode("utf-8", errors="replace")
        ).hexdigest()
        fingerprint = self._embedder.fingerprint
        path = self._cache_path(report, fingerprint)
        if path is not None and path.exists():
            try:
                return VectorIndex.load(path, fingerprint=fingerprint, content=content, count=len(chunks))
            except StaleIndex as stale:
                self._notice(stale)
        rows = np.zeros((len(chunks), self._embedder.dimension), dtype=np.float32)
        for start in range(0, len(chunks), _BATCH):
            texts = [to_simplified(c.text) for c in chunks[start : start + _BATCH]]
            rows[start : start + len(texts)] = self._embed(texts)
            yield start + len(texts), len(chunks)
        vectors = VectorIndex.build(rows, fingerprint=fingerprint, content=content)
        if path is not None:
            try:
                path.parent.mkdir(parents=True, exist_ok=True)
                vectors.save(path)
            except OSError as error:
                self._notice(UnwritableFolder(str(path.parent), error.strerror or "it cannot be written"))
        return vectors

    def _embed(self, texts: Sequence[str]) -> Vectors:
        return np.nan_to_num(self._embedder.embed(texts), nan=0.0, posinf=0.0, neginf=0.0)

    def _cache_path(self, report: Report, fingerprint: str) -> Path | None:
        if self._folder is None:
            return None
        encoder = hashlib.sha256(fingerprint.encode("utf-8")).hexdigest()
        return self._folder / f"{report.id[:32]}-{encoder[:12]}.vectors"

    def _notice(self, error: ReaderError) -> None:
        with self._lock:
            if not any(
                isinstance(error, UnwritableFolder) and str(error) == str(known) for known in self._notices
            ):
                self._notices.append(error)


def _statistics(terms: Terms, indexes: Sequence[LexicalIndex]) -> CorpusStatistics:
    total = CorpusStatistics(0, 0, np.zeros(len(terms), dtype=np.int64))
    for index in indexes:
        total = total + index.statistics(terms)
    return total


def _indexed(report: Report, chunks: Sequence[Chunk], vectors: VectorIndex) -> _Indexed:
    first = [row for row, c in enumerate(chunks) if c.whole]
    sentences = tuple(chunks[row] for row in first)
    headings = {section.heading.start for root in report.sections for section in root.walk()}
    return _Indexed(
        report=report,
        sentences=sentences,
        first=np.array([*first, len(chunks)], dtype=np.int64),
        vectors=vectors,
        words=LexicalIndex.build([c.span.of(report.text) for c in sentences]),
        english=None,
        headings=np.array([c.span.start in headings for c in sentences], dtype=np.bool_),
    )


def _weigh(
    indexed: _Indexed,
    vector: NDArray[np.float32],
    terms: Terms,
    statistics: CorpusStatistics,
    in_english: CorpusStatistics,
) -> Evidence:
    """The candidates of one report: the nearest by meaning and the best by words, each with both its scores."""
    words = indexed.words.scores(terms, statistics)
    if indexed.english is not None:
        words = np.maximum(words, indexed.english.scores(terms, in_english))
    found, nearest = indexed.vectors.search(vector[None, :], _CANDIDATES)
    best = np.flatnonzero(words)
    if len(best) > _CANDIDATES:
        best = best[np.argsort(-words[best], kind="stable")[:_CANDIDATES]]
    owners = np.searchsorted(indexed.first, nearest[0], side="right") - 1
    rows = np.union1d(owners, best)
    return Evidence(
        rows=rows,
        meaning=_nearness(indexed, vector, rows),
        words=words[rows],
        headings=indexed.headings[rows],
        background=float(found[0][-1]) if found.size else 0.0,
    )


def _nearness(indexed: _Indexed, vector: NDArray[np.float32], rows: NDArray[np.int64]) -> NDArray[np.float32]:
    """How near each of the sentences is: as near as the nearest of its own vector and those of its clauses."""
    if not len(rows):
        return np.zeros(0, dtype=np.float32)
    counts = indexed.first[rows + 1] - indexed.first[rows]
    starts = np.concatenate([[0], np.cumsum(counts)[:-1]])
    of_rows = np.arange(int(counts.sum())) - np.repeat(starts - indexed.first[rows], counts)
    nearness: NDArray[np.float32] = np.maximum.reduceat(indexed.vectors.scores_of(vector, of_rows), starts)
    return nearness


def _passages(hits: Sequence[tuple[float, _Indexed, int]], limit: int) -> tuple[Passage, ...]:
    passages: list[Passage] = []
    seen: set[tuple[str, str]] = set()
    for score, indexed, row in hits:
        report, piece = indexed.report, indexed.sentences[row]
        text = piece.span.of(report.text)
        key = (report.id, fold(text))
        if key in seen:
            continue
        seen.add(key)
        around = report.section_path(piece.span.start)
        line, start = report.line_of(piece.span.start)
        passages.append(
            Passage(
                rank=len(passages) + 1,
                score=round(min(1.0, score), 4),
                report_id=report.id,
                report_title=report.title,
                section_title=f"{around[-1].number}{around[-1].title}" if around else "",
                sentence_id=piece.sentence_ids[0],
                span=piece.span,
                line=line,
                start=start,
                end=start + piece.span.end - piece.span.start,
                text=text,
            )
        )
        if len(passages) == limit:
            break
    return tuple(passages)
