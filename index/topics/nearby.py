"""More like this: the passages of the same report and of others that are nearest to some words of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Self

import numpy as np
from numpy.typing import NDArray

from index.embedding import Vectors
from index.text import Span
from index.topics.sorting import Extract, Sorted, Sorter
from index.variants import fold
from index.vectors import VectorIndex

_LEAST: Final = 0.2
_OF_BEST: Final = 0.5
"""A passage that is less near than this part of the nearest one is left out."""
_SPARE: Final = 20
"""How many more of the nearest are looked at than are wanted: some are the passage itself, some say it word for word."""


@dataclass(frozen=True, slots=True)
class Near:
    """A passage that is about the same, and how near it is (0 to 1)."""

    extract: Extract
    score: float


class Neighbourhood:
    """The passages of some reports, to be asked for those near to some words."""

    def __init__(self, extracts: Sequence[Extract], vectors: VectorIndex, sorter: Sorter) -> None:
        self._extracts = tuple(extracts)
        self._vectors = vectors
        self._sorter = sorter

    @classmethod
    def of(cls, reports: Sequence[Sorted], sorter: Sorter) -> Self:
        """The passages of sorted reports; what is of no theme is left out."""
        extracts: list[Extract] = []
        rows: list[Vectors] = []
        for report in {s.report.id: s for s in reports}.values():
            for extract, vector in zip(report.extracts, report.vectors, strict=True):
                if extract.theme.phrases_zh:
                    extracts.append(extract)
                    rows.append(vector)
        dimension = sorter.embedder.dimension
        found = np.stack(rows) if rows else np.zeros((0, dimension), dtype=np.float32)
        return cls(extracts, VectorIndex.build(found), sorter)

    def more_like(
        self, report_id: str, span: Span, words: str, limit: int = 10, *, elsewhere: bool = False
    ) -> tuple[Near, ...]:
        """The passages nearest to ``words``, which stand at ``span`` of a report; never one that they stand in.

        ``elsewhere`` asks for other reports alone.
        """
        if limit <= 0 or not len(self._vectors) or not any(char.isalnum() for char in words):
            return ()
        vector = self._sorter.themes.centred(self._sorter.vectors_of([fold(words).replace("\n", " ")]))
        wanted = len(self._vectors) if elsewhere else limit + _SPARE
        scores, rows = self._vectors.search(vector, wanted)
        return self._chosen(scores[0], rows[0], report_id, span, limit, elsewhere=elsewhere)

    def _chosen(
        self,
        scores: Vectors,
        rows: NDArray[np.int64],
        report_id: str,
        span: Span,
        limit: int,
        *,
        elsewhere: bool,
    ) -> tuple[Near, ...]:
        found: list[Near] = []
        said: set[str] = set()
        least = _LEAST
        for score, row in zip(scores, rows, strict=True):
            extract = self._extracts[int(row)]
            own = extract.report.id == report_id
            if score < least or len(found) == limit:
                break
            if own and (elsewhere or extract.span.overlaps(span)):
                continue
            folded = fold(extract.text)
            if folded not in said:
                said.add(folded)
                least = max(least, _OF_BEST * float(score))
                found.append(Near(extract, round(min(1.0, float(score)), 4)))
        return tuple(found)


def more_like(
    reports: Sequence[Sorted], sorter: Sorter, report_id: str, span: Span, limit: int = 10
) -> tuple[Near, ...]:
    """The passages of ``reports`` nearest to what stands at ``span`` of one of them; nothing without that report."""
    report = next((s.report for s in reports if s.report.id == report_id), None)
    if report is None:
        return ()
    return Neighbourhood.of(reports, sorter).more_like(report_id, span, span.of(report.text), limit)
