"""Search by meaning and by words together, over one report or many."""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Collection, Generator, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

import numpy as np
from numpy.typing import NDArray

from index.chunking import Chunk, chunk
from index.embedding import Embedder, Vectors
from index.errors import ReaderError, StaleIndex, UnwritableFolder
from index.feedback import FEEDBACK, lean
from index.figure_search import FigureHit, FigureIndex, best_figures
from index.fusion import RENDERED_WORDS, Evidence, fuse, query_vector
from index.lexical import CorpusStatistics, LexicalIndex, Terms, query_terms
from index.matching import matches
from index.narrowing import allowed
from index.passage import Passage, Reason
from index.query import Query, parse_query
from index.report import Report
from index.text import Span
from index.variants import fold, to_simplified
from index.vectors import VectorIndex

if TYPE_CHECKING:
    from index.indicators import Indicator

__all__ = ["FigureHit", "Passage", "Reason", "Searcher"]

_BATCH: Final = 2_048
_CANDIDATES: Final = 300
"""How many of the nearest by meaning, and of the best by words, of each report are weighed against each other."""
_FIGURE: Final = np.float32(0.3)
"""What a figure that is asked for adds to the score of its sentence."""


@dataclass(frozen=True, slots=True)
class _Indexed:
    """A report with all that is searched of it. Sentence *n* owns the vectors from ``first[n]`` to ``first[n + 1]``."""

    report: Report
    sentences: tuple[Chunk, ...]
    pieces: tuple[Span, ...]
    first: NDArray[np.int64]
    vectors: VectorIndex
    words: LexicalIndex
    english: LexicalIndex | None
    translated: tuple[str, ...]
    headings: NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class _Asked:
    """A query as it is weighed: its vector, its terms with their statistics, and those of its Chinese rendering."""

    query: Query
    rendered: str
    vector: NDArray[np.float32]
    terms: Terms
    other_terms: Terms
    in_text: CorpusStatistics
    in_english: CorpusStatistics
    other_in_text: CorpusStatistics
    figures: Mapping[tuple[str, str], FigureHit]
    """The best figure of a sentence that is asked for, by report and sentence."""


@dataclass(frozen=True, slots=True)
class _Hit:
    """A sentence with its score, on the way to a passage."""

    score: float
    row: int
    indexed: _Indexed
    reason: Reason


class Searcher:
    """Holds the indexes of the reports it was given, and answers queries over them.

    Vectors are kept in ``cache_folder`` between runs; a cache that is missing, damaged or out of date is made anew,
    one that cannot be written is done without. ``notices`` says which of that happened.
    """

    def __init__(self, embedder: Embedder, cache_folder: Path | None = None) -> None:
        self._embedder = embedder
        self._folder = cache_folder
        self._indexed: dict[str, _Indexed] = {}
        self._figures: dict[str, tuple[Indicator, ...]] = {}
        self._figure_indexes: dict[str, FigureIndex] = {}
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
        after = replace(before, report=report)
        if english is not None:
            words = tuple(english.get(c.sentence_ids[0], "") for c in before.sentences)
            after = replace(after, english=LexicalIndex.build(words), translated=words)
        with self._lock:
            self._indexed[report.id] = after

    def set_figures(self, report_id: str, indicators: Sequence[Indicator]) -> None:
        """The figures of a report as the reader has corrected them; without this they are found when first asked for."""
        with self._lock:
            self._figures[report_id] = tuple(indicators)
            self._figure_indexes.pop(report_id, None)

    def figures_of(self, report_id: str) -> tuple[Indicator, ...]:
        """The figures of a report that was added."""
        with self._lock:
            known, indexed = self._figures.get(report_id), self._indexed.get(report_id)
        if known is None:
            from index.indicators import extract

            known = extract(indexed.report) if indexed is not None else ()
            with self._lock:
                known = self._figures.setdefault(report_id, known)
        return known

    def forget(self, report_id: str) -> None:
        """Take a report out of the search; its cached vectors stay for the next time."""
        with self._lock:
            self._indexed.pop(report_id, None)
            self._figures.pop(report_id, None)
            self._figure_indexes.pop(report_id, None)

    def search(
        self,
        query: str,
        limit: int = 10,
        report_ids: Collection[str] | None = None,
        rendered: str = "",
        figures: Sequence[FigureHit] = (),
    ) -> tuple[Passage, ...]:
        """The best passages for a query in Chinese (either script) or English, best first; its syntax is in `index.query`.

        ``rendered`` is a translation of the query into Chinese, where there is one. Sentences with one of the
        ``figures`` that the query asks for come before others as good. Nothing for an empty query. The same query in
        Simplified and Traditional characters gets the same answer.
        """
        asked = parse_query(query)
        chosen = self._chosen(asked, report_ids)
        if asked.is_empty or limit <= 0 or not chosen:
            return ()
        prepared = self._prepared(asked, to_simplified(rendered), chosen, figures)
        return _passages(self._ranked(prepared, chosen), limit, prepared)

    def figures(
        self,
        query: str,
        limit: int = 3,
        report_ids: Collection[str] | None = None,
        rendered: str = "",
    ) -> tuple[FigureHit, ...]:
        """The figures that a query asks for, best first; none where it asks for something else."""
        asked = parse_query(query)
        if not any(char.isalnum() for char in asked.text) or limit <= 0:
            return ()
        indexes = [self._figure_index(i.report.id) for i in self._chosen(asked, report_ids)]
        vector = self._vector(asked, to_simplified(rendered))
        return best_figures(asked, vector, indexes, limit, to_simplified(rendered))

    def _figure_index(self, report_id: str) -> FigureIndex:
        with self._lock:
            known = self._figure_indexes.get(report_id)
        if known is None:
            known = FigureIndex.build(report_id, self.figures_of(report_id), self._embedder)
            with self._lock:
                self._figure_indexes[report_id] = known
        return known

    def _chosen(self, asked: Query, report_ids: Collection[str] | None) -> list[_Indexed]:
        with self._lock:
            chosen = [i for key, i in self._indexed.items() if report_ids is None or key in report_ids]
        return [i for i in chosen if asked.takes(i.report.title, i.report.place, i.report.year)]

    def _vector(self, query: Query, rendered: str) -> NDArray[np.float32]:
        return query_vector(self._embed, query.text, rendered)

    def _prepared(
        self, query: Query, rendered: str, chosen: Sequence[_Indexed], figures: Sequence[FigureHit]
    ) -> _Asked:
        terms, other = query_terms(query.text), query_terms(rendered)
        texts = [i.words for i in chosen]
        return _Asked(
            query=query,
            rendered=rendered,
            vector=self._vector(query, rendered),
            terms=terms,
            other_terms=other,
            in_text=_statistics(terms, texts),
            in_english=_statistics(terms, [i.english for i in chosen if i.english is not None]),
            other_in_text=_statistics(other, texts),
            figures={(hit.report_id, hit.indicator.sentence_id): hit for hit in reversed(figures)},
        )

    def _ranked(self, asked: _Asked, chosen: Sequence[_Indexed]) -> Iterator[_Hit]:
        """The candidates of all reports, best first; made one by one, since most are never shown."""
        asked = replace(asked, vector=_leaning(asked.vector, chosen))
        evidence = [self._weigh(i, asked) for i in chosen]
        if not evidence:
            return
        fused = fuse(evidence)
        for indexed, found, values in zip(chosen, evidence, fused, strict=True):
            _raise_figures(asked, indexed, found.rows, values)
        scores = np.concatenate(fused)
        if not any(char.isalnum() for char in asked.query.text):
            scores = np.ones_like(scores)  # filters alone: all that they let through, in reading order
        numbers = np.repeat(np.arange(len(evidence)), [len(e.rows) for e in evidence])
        places = np.concatenate([np.arange(len(e.rows)) for e in evidence])
        rows = np.concatenate([e.rows for e in evidence])
        least = 0.0 if not asked.query.narrows else -1.0
        for at in np.lexsort((rows, numbers, -np.round(scores.astype(np.float64), 6))).tolist():
            if scores[at] <= least:
                return
            number, place = int(numbers[at]), int(places[at])
            found = evidence[number]
            figure = _figure(asked, chosen[number], int(rows[at]))
            reason = Reason(
                meaning=float(found.meaning[place]),
                words=float(found.words[place]),
                figure=figure.score if figure else 0.0,
                indicator=figure.indicator.id if figure else "",
            )
            yield _Hit(float(scores[at]), int(rows[at]), chosen[number], reason)

    def _weigh(self, indexed: _Indexed, asked: _Asked) -> Evidence:
        """The candidates of one report: the nearest by meaning and the best by words, each with both its scores."""
        words = indexed.words.scores(asked.terms, asked.in_text)
        if indexed.english is not None:
            words = np.maximum(words, indexed.english.scores(asked.terms, asked.in_english))
        if len(asked.other_terms):
            other = indexed.words.scores(asked.other_terms, asked.other_in_text)
            words = np.maximum(words, np.float32(RENDERED_WORDS) * other)
        found, nearest = indexed.vectors.search(asked.vector[None, :], _CANDIDATES)
        if asked.query.narrows:
            rows = np.flatnonzero(
                allowed(
                    asked.query,
                    indexed.report,
                    indexed.sentences,
                    indexed.translated,
                    lambda: self.figures_of(indexed.report.id),
                )
            )
        else:
            best = np.flatnonzero(words)
            if len(best) > _CANDIDATES:
                best = best[np.argsort(-words[best], kind="stable")[:_CANDIDATES]]
            rows = np.union1d(np.searchsorted(indexed.first, nearest[0], side="right") - 1, best)
        return Evidence(
            rows=rows,
            meaning=_nearness(indexed, asked.vector, rows),
            words=words[rows],
            headings=indexed.headings[rows],
            background=float(found[0][-1]) if found.size else 0.0,
        )

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


def _figure(asked: _Asked, indexed: _Indexed, row: int) -> FigureHit | None:
    return asked.figures.get((indexed.report.id, indexed.sentences[row].sentence_ids[0]))


def _raise_figures(
    asked: _Asked, indexed: _Indexed, rows: NDArray[np.int64], scores: NDArray[np.float32]
) -> None:
    """Let the sentences whose figures are asked for count for more, in place."""
    if asked.figures:
        for at, row in enumerate(rows.tolist()):
            if (figure := _figure(asked, indexed, row)) is not None:
                scores[at] += _FIGURE * np.float32(figure.score)


def _leaning(vector: NDArray[np.float32], chosen: Sequence[_Indexed]) -> NDArray[np.float32]:
    """The query's vector, leaning towards the nearest of all reports."""
    nearest: list[tuple[float, NDArray[np.float32]]] = []
    for indexed in chosen:
        scores, rows = indexed.vectors.search(vector[None, :], FEEDBACK)
        if rows.size:
            nearest += zip(scores[0].tolist(), indexed.vectors.rows(rows[0]), strict=True)
    nearest.sort(key=lambda each: -each[0])
    return lean(vector, [row for _, row in nearest[:FEEDBACK]])


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
        pieces=tuple(c.span for c in chunks),
        first=np.array([*first, len(chunks)], dtype=np.int64),
        vectors=vectors,
        words=LexicalIndex.build([c.span.of(report.text) for c in sentences]),
        english=None,
        translated=(),
        headings=np.array([c.span.start in headings for c in sentences], dtype=np.bool_),
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


def _nearest_clause(indexed: _Indexed, vector: NDArray[np.float32], row: int) -> Span | None:
    """The clause of a sentence that is nearer than the sentence itself, if one is."""
    own = np.arange(indexed.first[row], indexed.first[row + 1])
    nearest = int(np.argmax(indexed.vectors.scores_of(vector, own))) if len(own) > 1 else 0
    return indexed.pieces[int(own[nearest])] if nearest else None


def _passages(hits: Iterable[_Hit], limit: int, asked: _Asked) -> tuple[Passage, ...]:
    passages: list[Passage] = []
    seen: set[tuple[str, str]] = set()
    for hit in hits:
        report, piece = hit.indexed.report, hit.indexed.sentences[hit.row]
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
                score=round(min(1.0, hit.score), 4),
                report_id=report.id,
                report_title=report.title,
                section_title=f"{around[-1].number}{around[-1].title}" if around else "",
                sentence_id=piece.sentence_ids[0],
                span=piece.span,
                line=line,
                start=start,
                end=start + piece.span.end - piece.span.start,
                text=text,
                reason=_explained(hit, asked, text),
            )
        )
        if len(passages) == limit:
            break
    return tuple(passages)


def _explained(hit: _Hit, asked: _Asked, text: str) -> Reason:
    """Why a passage was found, with the places in its text."""
    start = hit.indexed.sentences[hit.row].span.start
    clause = _nearest_clause(hit.indexed, asked.vector, hit.row)
    return replace(
        hit.reason,
        matches=matches((asked.query.text, asked.rendered), text),
        focus=clause.shifted(-start) if clause else None,
    )
