"""How well the search finds, on graded queries over five reports: against words alone and against the encoder alone."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from desktop.services import build_services
from tests.bench import search_quality

pytestmark = [pytest.mark.bench, pytest.mark.slow, pytest.mark.models]


@pytest.mark.parametrize(
    "queries", [search_quality.DEVELOPMENT, search_quality.HELD_OUT], ids=lambda p: p.name
)
def test_both_together_find_more_than_either(
    queries: Path, tmp_path: Path, summary: Callable[[str, str], None]
) -> None:
    services = build_services(tmp_path / "data")
    found = list(search_quality.outcomes(queries, services, services.embedder()))
    services.close()
    title = {"development": "development queries", "search": "held-out queries"}[queries.name]
    summary("search quality", f"{title}: nDCG@10 / success@3")
    for line in search_quality.table(found):
        summary("search quality", line)
    figures = search_quality.summary(found)
    for group in ("all", "en", "zh-Hans", "zh-Hant"):
        fused, success = figures["fused", group]
        assert fused > figures["words", group][0]
        assert fused > figures["meaning", group][0]
        assert fused >= 0.70
        assert success >= 0.80
    assert figures["fused", "zh-Hans"][0] == pytest.approx(figures["fused", "zh-Hant"][0], abs=0.02)
