"""Postings on disk: what is passed over never changes which texts are best."""

from __future__ import annotations

import random
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

import index.collection.postings as subject
from index.collection.files import FileWriter, MappedFile
from index.collection.postings import Piece, Postings, Selected, blank, piece_of, write_postings
from index.errors import StaleIndex
from index.lexical import LexicalIndex, query_terms, weights_of

QUERIES = [
    "发展",
    "海港",
    "港",
    "乡村振兴发展",
    "port of the sea",
    "海洋经济发展目标",
    "没有的字",
    "发展发展海",
]


def texts(count: int = 1_000, seed: int = 5) -> list[str]:
    chance = random.Random(seed)
    words = "发展 发展 发展 经济 乡村 振兴 海洋 海港 目标 港口 port sea 增长 ， 。".split()
    return ["".join(chance.choices(words, k=chance.randint(0, 30))) for _ in range(count)]


@pytest.fixture(autouse=True)
def bands(monkeypatch: pytest.MonkeyPatch) -> None:
    """Bands and lists so short that a thousand texts have several."""
    monkeypatch.setattr(subject, "BAND", 300)
    monkeypatch.setattr(subject, "_WORTH", 10)


def written(path: Path, pieces: Sequence[Piece]) -> Postings:
    with FileWriter(path) as file:
        for _ in write_postings(file, "words", pieces):
            pass
        size, checksum = file.finish({})
    return Postings(MappedFile(path, size, checksum), "words", sum(len(piece.lengths) for piece in pieces))


def assert_same(postings: Postings, kept: Sequence[str], selected: Selected | None = None) -> None:
    exact = LexicalIndex.build(kept)
    for query in QUERIES:
        terms = query_terms(query)
        statistics = exact.statistics(terms)
        weights = weights_of(statistics)
        wanted = exact.scores(terms, statistics) * np.float32(weights.sum())
        found = postings.scores_of(np.arange(len(kept)), terms, weights, statistics)
        assert np.allclose(found, wanted, atol=1e-4)
        assert np.array_equal(postings.frequencies(terms, None), statistics.frequencies)
        allowed = wanted if selected is None else np.where(selected, wanted, 0)
        for k in (1, 10, 200):
            best = postings.best(terms, weights, statistics, k, selected)
            assert len(best) == min(k, np.count_nonzero(allowed))
            assert np.allclose(found[best], np.sort(allowed)[::-1][: len(best)], atol=1e-4)


def test_the_best_are_the_best(tmp_path: Path) -> None:
    kept = texts()
    assert_same(written(tmp_path / "a", [piece_of(kept)]), kept)
    assert_same(written(tmp_path / "b", [piece_of(kept[n : n + 70]) for n in range(0, len(kept), 70)]), kept)


def test_the_best_of_some(tmp_path: Path) -> None:
    kept = texts()
    assert_same(written(tmp_path / "a", [piece_of(kept)]), kept, np.arange(len(kept)) % 7 == 3)


def test_frequencies_in_runs(tmp_path: Path) -> None:
    kept = texts()
    postings = written(tmp_path / "a", [piece_of(kept)])
    runs = [(0, 20), (250, 620), (900, 1_000)]
    inside = LexicalIndex.build([text for start, end in runs for text in kept[start:end]])
    for query in QUERIES:
        terms = query_terms(query)
        assert np.array_equal(postings.frequencies(terms, runs), inside.statistics(terms).frequencies)


def test_merging_is_as_building(tmp_path: Path) -> None:
    first, second = texts(500, 1), texts(777, 2)
    selected = np.arange(500) % 3 != 0
    one, two = written(tmp_path / "a", [piece_of(first)]), written(tmp_path / "b", [piece_of(second)])
    everything = np.ones(777, dtype=np.bool_)
    merged = written(tmp_path / "c", [*one.pieces(selected), blank(40), *two.pieces(everything)])
    assert_same(merged, [*(t for t, s in zip(first, selected, strict=True) if s), *[""] * 40, *second])


def test_no_texts(tmp_path: Path) -> None:
    postings = written(tmp_path / "a", [piece_of([]), blank(3)])
    terms = query_terms("发展")
    statistics = LexicalIndex.build(["发展"]).statistics(terms)
    assert len(postings.best(terms, weights_of(statistics), statistics, 5, None)) == 0


def test_a_file_says_where_it_is_damaged(tmp_path: Path) -> None:
    path = tmp_path / "文件"
    with FileWriter(path) as file:
        file.add("numbers", np.arange(100_000))
        file.begin("bytes")
        file.write(b"abc" * 50_000)
        file.end("bytes")
        size, checksum = file.finish({"said": "\ud800"})
    whole = MappedFile(path, size, checksum)
    assert np.array_equal(whole.array("numbers"), np.arange(100_000))
    assert whole.array("bytes").tobytes() == b"abc" * 50_000
    assert whole.description == {"said": "\ud800"}
    assert [*whole.verify_steps()][-1] == whole.blocks
    data = bytearray(path.read_bytes())
    data[400_000] ^= 1
    path.unlink()
    path.write_bytes(bytes(data))
    damaged = MappedFile(path, size, checksum)
    damaged.verify("bytes", 100_000, 150_000)
    with pytest.raises(StaleIndex, match="damaged"):
        damaged.verify("numbers", 399_000, 401_000)
    with pytest.raises(StaleIndex, match="damaged"):
        list(damaged.verify_steps())
