"""The figure that a query asks for, found by the bundled encoder over several reports."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.services import Services, build_services
from index.readers import open_report
from index.report import Report
from resources import resource_path

pytestmark = pytest.mark.models
SPECS = Path(__file__).resolve().parents[1] / "specs" / "reports"


@pytest.fixture(scope="module")
def services(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Services]:
    made = build_services(tmp_path_factory.mktemp("data"))
    yield made
    made.close()


@pytest.fixture(scope="module")
def reports(services: Services) -> dict[str, Report]:
    found = {
        "qingdao": open_report(resource_path("reports", "qingdao-2024.txt")),
        "tibet": open_report(SPECS / "tibet-2026.txt"),
        "jilin": open_report(SPECS / "jilin-2026.txt"),
    }
    for report in found.values():
        services.add_to_search(report)
    return found


@pytest.mark.parametrize(
    ("report", "query", "value", "status"),
    [
        ("qingdao", "GDP growth target", "5.5", "target"),
        ("qingdao", "GDP growth last year", "5.9", "actual"),
        ("qingdao", "全市生产总值增长目标", "5.5", "target"),
        ("qingdao", "全市生產總值增長目標", "5.5", "target"),
        ("qingdao", "new urban jobs target", "350000", "target"),
        ("qingdao", "城镇新增就业", "368000", "actual"),
        ("jilin", "grain output", None, None),
        ("tibet", "urban surveyed unemployment rate", None, None),
    ],
)
def test_the_figure_itself_comes_first(
    services: Services,
    reports: dict[str, Report],
    report: str,
    query: str,
    value: str | None,
    status: str | None,
) -> None:
    passages, figures = services.answer(query, 5, (reports[report].id,))
    assert figures, query
    first = figures[0].indicator
    if value is not None:
        assert str(first.quantity.value) == value
        assert str(first.status) == status
    assert all(hit.report_id == reports[report].id for hit in figures)
    assert first.sentence_id in {p.sentence_id for p in passages[:3]}
    assert any(p.reason.indicator == first.id and p.reason.figure > 0 for p in passages)


@pytest.mark.parametrize(
    "query",
    ["", "?", "thank you", "加强党的领导", "dinosaur fossils", "Fellow deputies", "x" * 5_000, "has:target"],
)
def test_a_query_for_something_else_gets_no_figure(
    services: Services, reports: dict[str, Report], query: str
) -> None:
    assert services.answer(query, 5, (reports["qingdao"].id,))[1] == ()
