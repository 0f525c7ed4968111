"""The vector index and its file: right answers, or StaleIndex, and nothing between."""

from __future__ import annotations

import os
from pathlib import Path

import numpy as np
import pytest

from index.embedding import Vectors
from index.errors import StaleIndex
from index.vectors import VectorIndex


def vectors(count: int = 200, dimension: int = 32) -> Vectors:
    rows = np.random.default_rng(7).standard_normal((count, dimension)).astype(np.float32)
    unit: Vectors = (rows / np.linalg.norm(rows, axis=1, keepdims=True)).astype(np.float32)
    return unit


def load(path: Path, fingerprint: str = "encoder", content: str = "text", count: int = 200) -> VectorIndex:
    return VectorIndex.load(path, fingerprint=fingerprint, content=content, count=count)


@pytest.fixture
def saved(tmp_path: Path) -> Path:
    path = tmp_path / "缓存 索引.vectors"
    VectorIndex.build(vectors(), fingerprint="encoder", content="text").save(path)
    return path


def test_search_is_exact() -> None:
    rows = vectors()
    queries = rows[:5] + 0.1
    scores, ids = VectorIndex.build(rows).search(queries, 10)
    exact = queries @ rows.T
    assert (ids == np.argsort(-exact, axis=1)[:, :10]).all()
    assert np.allclose(scores, np.sort(exact, axis=1)[:, ::-1][:, :10], atol=1e-5)


def test_asking_for_more_than_there_is() -> None:
    scores, ids = VectorIndex.build(vectors(3)).search(vectors(1), 50)
    assert scores.shape == ids.shape == (1, 3)
    assert (ids >= 0).all()


def test_an_empty_index_answers_nothing() -> None:
    index = VectorIndex.build(np.zeros((0, 32), dtype=np.float32))
    assert index.search(vectors(2), 5)[1].shape == (2, 0)


def test_scores_of_single_rows() -> None:
    rows = vectors()
    index = VectorIndex.build(rows)
    wanted = np.array([3, 199, 0])
    assert np.allclose(index.scores_of(rows[3], wanted), rows[wanted] @ rows[3], atol=1e-6)
    assert len(index.scores_of(rows[3], np.array([], dtype=np.int64))) == 0


def test_what_was_saved_is_what_is_loaded(saved: Path) -> None:
    queries = vectors()[:20]
    loaded, built = load(saved).search(queries, 5), VectorIndex.build(vectors()).search(queries, 5)
    assert np.array_equal(loaded[0], built[0])
    assert np.array_equal(loaded[1], built[1])
    assert [path.name for path in saved.parent.iterdir()] == [saved.name]


@pytest.mark.parametrize(
    ("fingerprint", "content", "count", "said"),
    [
        ("other", "text", 200, "encoder"),
        ("encoder", "other", 200, "text"),
        ("encoder", "text", 9, "number of sentences"),
    ],
)
def test_an_index_of_something_else_is_stale(
    saved: Path, fingerprint: str, content: str, count: int, said: str
) -> None:
    with pytest.raises(StaleIndex, match=said):
        load(saved, fingerprint, content, count)


def test_every_kind_of_damage_is_noticed(saved: Path) -> None:
    whole = saved.read_bytes()
    damaged = [
        b"",
        whole[:7],
        whole[:40],
        whole[: len(whole) // 2],
        whole[:-1],
        whole + b"\x00",
        b"\x00" * len(whole),
    ]
    middle = len(whole) // 2
    damaged.append(whole[:middle] + bytes(len(whole) - middle))
    for place in range(0, len(whole), 997):
        flipped = bytearray(whole)
        flipped[place] ^= 1 << place % 8
        damaged.append(bytes(flipped))
    for data in damaged:
        saved.write_bytes(data)
        with pytest.raises(StaleIndex):
            load(saved)


def test_a_missing_file_is_stale(tmp_path: Path) -> None:
    with pytest.raises(StaleIndex):
        load(tmp_path / "none.vectors")


def test_a_save_that_fails_leaves_the_old_file_and_no_rest(
    saved: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = saved.read_bytes()

    def fail(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(OSError, match="No space"):
        VectorIndex.build(vectors(5)).save(saved)
    assert saved.read_bytes() == whole
    assert list(saved.parent.iterdir()) == [saved]
