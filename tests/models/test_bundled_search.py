"""The search with the encoder that comes with the reader: meaning, over both languages and both scripts."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from index.report import Report
from index.search import Searcher
from index.variants import to_traditional
from models.catalog import Catalog
from models.embedding import load_embedder

pytestmark = pytest.mark.models

# What is asked, and words of which one must stand in one of the first three passages.
QUESTIONS = [
    ("container throughput of the port", "吞吐量"),
    ("rural revitalization", "乡村振兴"),
    ("marine industry", "海洋"),
    ("new urban jobs", "新增就业"),
    ("air quality", "空气质量"),
    ("elderly care", "老"),
    ("metro lines", "地铁"),
    ("港口吞吐量是多少", "吞吐量"),
    ("老人照料", "老"),
    ("人工智能", "人工智能"),
]


@pytest.fixture(scope="module")
def searcher(sample: Report, tmp_path_factory: pytest.TempPathFactory) -> Searcher:
    folder = tmp_path_factory.mktemp("data")
    found = Searcher(load_embedder(Catalog(folder / "packages").encoder()), folder / "indexes")
    found.add(sample)
    return found


@pytest.mark.parametrize(("question", "words"), QUESTIONS)
def test_the_first_three_passages_are_on_the_subject(searcher: Searcher, question: str, words: str) -> None:
    found = searcher.search(question, 3)
    assert any(words in passage.text for passage in found), [passage.text for passage in found]


@pytest.mark.parametrize("question", [question for question, _ in QUESTIONS if not question.isascii()])
def test_both_scripts_find_the_same(searcher: Searcher, question: str) -> None:
    assert searcher.search(question) == searcher.search(to_traditional(question))


def test_a_query_about_nothing_in_the_report_scores_low(searcher: Searcher) -> None:
    assert searcher.search("dinosaur fossils")[0].score < searcher.search("marine industry")[0].score


@pytest.mark.bench
def test_speed(sample: Report, tmp_path: Path, summary: Callable[[str, str], None]) -> None:
    embedder = load_embedder(Catalog(tmp_path / "packages").encoder())
    embedder.embed(["热身"])
    searcher = Searcher(embedder, tmp_path / "indexes")
    began = time.perf_counter()
    searcher.add(sample)
    built = time.perf_counter() - began
    times = []
    for question, _ in QUESTIONS * 5:
        began = time.perf_counter()
        searcher.search(question)
        times.append(time.perf_counter() - began)
    p95 = sorted(times)[int(len(times) * 0.95)]
    summary("search", f"index of the sample built in {built:.2f} s; a search takes {p95 * 1000:.1f} ms (p95)")
    assert built <= 1.0 * (1 + os.getloadavg()[0] / 2)
    assert p95 <= 0.010 * (1 + os.getloadavg()[0] / 2)
