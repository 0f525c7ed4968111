"""The reports of a segment that take part: those not forgotten, and among these those that are asked for."""

from __future__ import annotations

from functools import cached_property
from typing import Final

import numpy as np
from numpy.typing import NDArray

from index.ann import products
from index.collection.postings import Postings
from index.collection.segment import Segment
from index.embedding import Vectors
from index.lexical import CorpusStatistics, Terms

_SAMPLED: Final = 4_096
"""About how many vectors the background is estimated from, in each segment."""
_FAR: Final = 300
"""The background of a report is how near the vector of this rank is, as in ``index.search``."""


class Selection:
    """Some reports of a segment, and what follows from that for its sentences and vectors.

    Where ``only`` is given, no other sentences can be found; what is known of their words and of the background is
    still that of the whole reports.
    """

    def __init__(
        self, segment: Segment, reports: NDArray[np.bool_], only: NDArray[np.bool_] | None = None
    ) -> None:
        self.segment = segment
        self.reports = reports
        self._only = only
        self._all_reports = bool(reports.all())
        self.all = self._all_reports and only is None
        self.count = int(reports.sum())

    def narrowed(self, only: NDArray[np.bool_]) -> Selection:
        """The same reports, of which these sentences alone can be found."""
        return Selection(self.segment, self.reports, only)

    @cached_property
    def sentences(self) -> NDArray[np.bool_]:
        """Which sentences take part."""
        sentences = np.repeat(self.reports, np.diff(self.segment.sentence_starts))
        return sentences if self._only is None else sentences & self._only

    @cached_property
    def vectors(self) -> NDArray[np.bool_]:
        """Which vectors take part."""
        if self._only is None:
            return np.repeat(self.reports, np.diff(self.segment.vector_starts))
        return np.repeat(self.sentences, np.diff(self.segment.first))

    def words(self, terms: Terms) -> CorpusStatistics:
        """What BM25 is told of the sentences of these reports, and of no others."""
        texts, length, _, _ = self._figures
        return CorpusStatistics(texts, length, self._frequencies(self.segment.words, terms))

    def english(self, terms: Terms) -> CorpusStatistics:
        """The same of their English."""
        _, _, texts, length = self._figures
        return CorpusStatistics(texts, length, self._frequencies(self.segment.english, terms))

    def background(self, vector: NDArray[np.float32]) -> float:
        """The mean over these reports of how near the last of a report's candidates is; of a sample, if they are many."""
        reports, starts, rows = self._sample
        if not len(reports):
            return 0.0
        scores = products(rows, vector)
        found = []
        for start, end in zip(starts[:-1].tolist(), starts[1:].tolist(), strict=True):
            of_report = scores[start:end]
            if len(of_report) > _FAR:
                found.append(float(np.partition(of_report, len(of_report) - _FAR)[len(of_report) - _FAR]))
            else:
                found.append(float(of_report.min(initial=0.0 if start == end else np.inf)))
        return float(np.mean(found))

    def runs(self, chosen: NDArray[np.bool_]) -> list[tuple[int, int]]:
        """The ranges of sentences of the chosen reports, ascending; neighbours are one range."""
        edges = np.flatnonzero(np.diff(np.concatenate([[False], chosen, [False]]).astype(np.int8)))
        starts = self.segment.sentence_starts
        return [(int(starts[a]), int(starts[b])) for a, b in edges.reshape(-1, 2)]

    @cached_property
    def _sample(self) -> tuple[NDArray[np.int64], NDArray[np.int64], Vectors]:
        """Reports spread over the segment, where the rows of each begin, and the rows."""
        reports = np.flatnonzero(self.reports)
        lengths = np.diff(self.segment.vector_starts)
        wanted = max(1, int(_SAMPLED // max(1.0, float(lengths[reports].mean())))) if len(reports) else 0
        if len(reports) > wanted:
            reports = reports[np.linspace(0, len(reports) - 1, wanted).astype(np.int64)]
        firsts = self.segment.vector_starts[reports]
        rows = [np.arange(f, f + n) for f, n in zip(firsts, lengths[reports], strict=True)]
        starts = np.concatenate([[0], np.cumsum(lengths[reports])])
        joined = np.concatenate(rows) if rows else np.zeros(0, dtype=np.int64)
        return reports, starts, self.segment.nearest.vectors(joined)

    @cached_property
    def _figures(self) -> list[int]:
        sums: list[int] = self.segment.figures[self.reports].sum(axis=0).tolist()
        return sums

    def _frequencies(self, postings: Postings | None, terms: Terms) -> NDArray[np.int64]:
        if postings is None:
            return np.zeros(len(terms), dtype=np.int64)
        if self._all_reports:
            return postings.frequencies(terms, None)
        if 2 * self.count < len(self.reports):
            return postings.frequencies(terms, self._own_runs)
        return postings.frequencies(terms, None) - postings.frequencies(terms, self._other_runs)

    @cached_property
    def _own_runs(self) -> list[tuple[int, int]]:
        return self.runs(self.reports)

    @cached_property
    def _other_runs(self) -> list[tuple[int, int]]:
        return self.runs(~self.reports)
