"""Groups the passages of one theme into finer topics: spherical k-means from fixed beginnings."""

from __future__ import annotations

from typing import Final

import numpy as np
from numpy.typing import NDArray

from index.embedding import Vectors

_FEWEST: Final = 9
"""Passages below which a theme is not divided."""
_MOST: Final = 6
_ROUNDS: Final = 12
_AROUND: Final = 0.2
"""Rows that are nearer than this are around each other."""
_SAME: Final = 0.88
"""Two groups whose middles are as near as this are one."""
_SMALLEST: Final = 2


def grouped(vectors: Vectors, weights: NDArray[np.float32]) -> NDArray[np.int64]:
    """The number of the group of each row; all are in group 0 where there is nothing to divide."""
    count = len(vectors)
    labels = np.zeros(count, dtype=np.int64)
    if count < _FEWEST:
        return labels
    middles = vectors[_beginnings(vectors, min(_MOST, max(2, round(float(np.sqrt(count / 2.5))))))]
    for _ in range(_ROUNDS):
        found = (vectors @ middles.T).argmax(axis=1)
        if (found == labels).all():
            break
        labels = found
        middles = _middles(vectors, weights, labels, len(middles))
    return _merged(vectors, weights, labels)


def _beginnings(vectors: Vectors, count: int) -> list[int]:
    """Rows with many others around them, each as far from those before it as such rows can be."""
    near = vectors @ vectors.T
    crowd = np.maximum(near - _AROUND, 0).sum(axis=1)
    chosen = [int(crowd.argmax())]
    nearest = near[chosen[0]]
    while len(chosen) < count:
        chosen.append(int((crowd * np.maximum(1 - nearest, 0) ** 2).argmax()))
        nearest = np.maximum(nearest, near[chosen[-1]])
    return chosen


def _middles(
    vectors: Vectors, weights: NDArray[np.float32], labels: NDArray[np.int64], count: int
) -> Vectors:
    sums: Vectors = np.zeros((count, vectors.shape[1]), dtype=np.float32)
    np.add.at(sums, labels, vectors * weights[:, None])
    lengths = np.linalg.norm(sums, axis=1, keepdims=True)
    middles: Vectors = (sums / np.where(lengths > 0, lengths, 1)).astype(np.float32)
    return middles


def _merged(vectors: Vectors, weights: NDArray[np.float32], labels: NDArray[np.int64]) -> NDArray[np.int64]:
    """Groups of too few passages go to their nearest, as do two that are all but the same; numbered by size."""
    while True:
        numbers, counts = np.unique(labels, return_counts=True)
        if len(numbers) < 2:
            break
        middles = _middles(vectors, weights, np.searchsorted(numbers, labels), len(numbers))
        near = middles @ middles.T
        np.fill_diagonal(near, -2)
        small = int(counts.argmin())
        one, other = np.unravel_index(int(near.argmax()), near.shape)
        if counts[small] < _SMALLEST:
            one, other = np.intp(near[small].argmax()), np.intp(small)
        elif near[one, other] < _SAME:
            break
        labels = np.where(labels == numbers[other], numbers[one], labels)
    numbers = np.unique(labels)
    sizes = [float(weights[labels == number].sum()) for number in numbers]
    order = {int(numbers[at]): new for new, at in enumerate(np.argsort(-np.array(sizes), kind="stable"))}
    return np.array([order[int(label)] for label in labels], dtype=np.int64)
