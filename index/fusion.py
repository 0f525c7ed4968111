"""Two kinds of evidence, nearness in meaning and shared words, made one score."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.float32]

_WORDS: Final = 0.6
"""The greatest weight of shared words: that where a text has all the words of the query. It sinks with the share of
them that the best text has, as in a paraphrase; the rest is the weight of the meaning."""
_HEADING: Final = 0.85
"""A heading names its subject and says nothing about it: the sentences under it come before it."""
_FULL: Final = 0.6
"""A share of the greatest possible BM25 score that no text much surpasses."""


RENDERED: Final = 0.3
"""How much the vector of a query's Chinese rendering counts beside its own."""
RENDERED_WORDS: Final = 0.85
"""And how much the words of the rendering: a small translator may have chosen others than the report."""
_NEAR: Final = 0.4
"""Where even the nearest text is further off than this, nearness is mostly chance, and counts for less."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """The candidates of one report: row numbers and, for each, its two scores and whether it is a heading.

    ``background`` is the nearness of the last candidate: what any text has in common with the query.
    """

    rows: NDArray[np.int64]
    meaning: Scores
    words: Scores
    headings: NDArray[np.bool_]
    background: float


def query_vector(embed: Callable[[Sequence[str]], Scores], text: str, rendered: str) -> Scores:
    """The unit vector of a query and, where there is one, of its Chinese rendering."""
    vector: Scores = embed([text])[0]
    if rendered:
        vector = vector + np.float32(RENDERED) * embed([rendered])[0]
        vector /= max(float(np.linalg.norm(vector)), 1e-12)
    return vector


def fuse(evidence: Sequence[Evidence]) -> list[Scores]:
    """For each report the fused scores of its candidates, 0 to 1, comparable between the reports.

    Each kind is stretched between its background and its best over all reports, weighted and added; the sum is
    scaled by how good the best is in itself, so that a query about nothing in the reports gets low scores.
    """
    if not any(len(e.rows) for e in evidence):
        return [np.zeros(0, dtype=np.float32) for _ in evidence]
    nearest = max(float(e.meaning.max(initial=0.0)) for e in evidence)
    most = max(float(e.words.max(initial=0.0)) for e in evidence)
    floor = max(0.0, min(float(np.mean([e.background for e in evidence])), nearest * 0.8))
    covered = min(1.0, most / _FULL)
    share = _WORDS * covered
    sure = min(1.0, nearest / _NEAR)
    trust = min(1.0, max(nearest, covered, 0.0))
    fused: list[Scores] = []
    for e in evidence:
        meaning = np.clip((e.meaning - floor) / max(nearest - floor, 1e-6), 0.0, 1.0)
        words = e.words / most if most > 0 else e.words
        score = trust * ((1.0 - share) * sure * meaning + share * words) * np.where(e.headings, _HEADING, 1.0)
        fused.append(score.astype(np.float32))
    return fused
