"""The vectors of a segment: all of them compared where they are few, the nearest lists of them where they are many."""

from __future__ import annotations

from collections.abc import Generator
from typing import TypeVar

import numpy as np
import pytest
from numpy.typing import NDArray

from index.ann import FLAT_MOST, Codebook, NearestVectors, learn_steps, lists_for, sample_size, write_steps
from index.embedding import Vectors

T = TypeVar("T")
ROUNDED = 2e-3
"""How much a byte a dimension changes a score."""


def result(steps: Generator[object, None, T]) -> T:
    while True:
        try:
            next(steps)
        except StopIteration as end:
            value: T = end.value
            return value


def vectors(count: int, dimension: int = 32) -> Vectors:
    chance = np.random.default_rng(3)
    centres = chance.standard_normal((200, dimension))
    rows = centres[chance.integers(0, 200, count)] + 0.6 * chance.standard_normal((count, dimension))
    unit: Vectors = (rows / np.linalg.norm(rows, axis=1, keepdims=True)).astype(np.float32)
    return unit


def written(rows: Vectors, codebook: Codebook | None = None) -> NearestVectors:
    if codebook is None and lists_for(len(rows)):
        codebook = result(learn_steps(rows[: sample_size(len(rows))], lists_for(len(rows))))
    data = bytearray()
    places = result(write_steps(data.extend, [rows], rows.shape[1], codebook))
    return NearestVectors(np.frombuffer(data, dtype=np.uint8), places, rows.shape[1], len(rows))


@pytest.fixture(scope="module")
def many() -> Vectors:
    return vectors(FLAT_MOST + 1_000)


@pytest.fixture(scope="module")
def lists(many: Vectors) -> NearestVectors:
    return written(many)


def recall(index: NearestVectors, rows: Vectors, allowed: NDArray[np.bool_] | None = None) -> float:
    found = 0
    for query in rows[::500]:
        scores = rows @ query
        if allowed is not None:
            scores = np.where(allowed, scores, -1)
        tenth = np.sort(scores)[-10]
        found += int((scores[index.search(query, 10, allowed)[1]] >= tenth - ROUNDED).sum())
    return found / (10 * len(rows[::500]))


def test_few_vectors_are_all_compared() -> None:
    rows = vectors(2_000)
    index = written(rows)
    assert index.codebook is None
    assert recall(index, rows) == 1
    assert np.array_equal(index.vectors([1999, 3]), rows[[1999, 3]])


def test_many_vectors_are_found_in_lists(lists: NearestVectors, many: Vectors) -> None:
    assert lists.codebook is not None
    assert recall(lists, many) >= 0.97


def test_only_allowed_vectors_are_found(lists: NearestVectors, many: Vectors) -> None:
    for share in (2, 10):
        allowed = np.arange(len(many)) % share == 1
        assert recall(lists, many, allowed) >= 0.97
        assert allowed[lists.search(many[0], 200, allowed)[1]].all()
    assert len(lists.search(many[0], 10, np.zeros(len(many), dtype=np.bool_))[1]) == 0


def test_scores_are_those_of_the_vectors(lists: NearestVectors, many: Vectors) -> None:
    scores, found = lists.search(many[7], 50)
    assert np.allclose(lists.scores_of(many[7], found), scores, atol=1e-5)
    assert np.allclose(lists.vectors(found), many[found], atol=0.01)
    with pytest.raises(IndexError):
        lists.vectors([len(many)])


def test_a_vector_keeps_its_bytes_when_it_is_written_again(lists: NearestVectors, many: Vectors) -> None:
    rows = lists.vectors(np.arange(len(many)))
    again = written(rows, lists.codebook)
    assert np.array_equal(again.vectors(np.arange(len(many))), rows)


def test_no_vectors_at_all() -> None:
    index = written(np.zeros((0, 32), dtype=np.float32))
    assert len(index.search(np.ones(32, dtype=np.float32), 5)[1]) == 0
    assert index.vectors([]).shape == (0, 32)


def test_bytes_that_are_no_vectors() -> None:
    with pytest.raises(ValueError, match="FAISS"):
        NearestVectors(np.zeros(100, dtype=np.uint8), np.zeros(0, dtype=np.int64), 32, 5)


def test_a_full_disk_is_told_as_such() -> None:
    def full(data: bytes) -> None:
        raise OSError(28, "No space left on device")

    with pytest.raises(OSError, match="No space"):
        result(write_steps(full, [vectors(10)], 32, None))
