"""Index building and search time of the sample, against their limits; p95 over real queries."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import pytest

from index.report import Report
from index.search import Searcher
from models.catalog import Catalog
from models.embedding import load_embedder

pytestmark = [pytest.mark.bench, pytest.mark.slow, pytest.mark.models]

_QUERIES = "海洋经济 就业 住房保障 營商環境 新能源汽车 外贸进出口 乡村振兴 data economy|green development|GDP growth target|housing for migrant workers|port throughput|科技创新平台".replace(
    " data", "|data"
).split("|")


def test_search_is_within_its_limits(
    sample: Report, tmp_path: Path, summary: Callable[[str, str], None]
) -> None:
    searcher = Searcher(load_embedder(Catalog(tmp_path / "models").encoder()), tmp_path / "indexes")
    searcher.search("warm-up")
    began = time.process_time()
    searcher.add(sample)
    built = time.process_time() - began
    queries = [q for group in _QUERIES for q in (group.split() if group[0] > "\u2e7f" else [group])]
    searcher.search(queries[0])
    times = []
    for query in queries * 5:
        began = time.process_time()
        assert searcher.search(query)
        times.append(time.process_time() - began)
    p95 = sorted(times)[int(0.95 * len(times))] * 1000
    summary(
        "speed", f"index of the sample built in {built:.2f} processor s (≤ 1); search p95 {p95:.1f} ms (≤ 10)"
    )
    # Limits, not rivals: three times the room, so that a busy machine does not fail a test.
    assert built <= 3
    assert p95 <= 30
