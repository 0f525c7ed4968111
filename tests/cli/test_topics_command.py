"""``report-reader topics``: a table, records, two reports side by side, and one line for what goes wrong."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from desktop.cli import main
from tests.fakes import write_report

pytestmark = pytest.mark.models


@pytest.fixture
def files(tmp_path: Path) -> list[str]:
    homes = "建设保障性住房3万套，稳定房地产市场。新建高速公路200公里。"
    more = "建设保障性住房5万套，稳定房地产市场。新建医院4所。"
    return [
        write_report(tmp_path, "a.txt", "四川省", 2026, homes, "地区生产总值增长5%左右。"),
        write_report(tmp_path, "b.txt", "贵州省", 2026, more, "地区生产总值增长6%左右。"),
    ]


def test_a_table_of_topics(files: list[str], sample_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["topics", *files]) == 0
    out = capsys.readouterr().out
    assert out.splitlines()[0].split() == [
        "主题", "Topic", "Passages", "Share", "Sichuan", "2026", "Guizhou", "2026",
    ]  # fmt: skip
    assert "Housing and real estate" in out
    assert main(["topics", "--finer", str(sample_path)]) == 0
    assert "海洋经济" in capsys.readouterr().out
    assert main(["topics"]) == 0  # the library and the sample
    assert "海洋经济" in capsys.readouterr().out


def test_records_hold_every_passage(files: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["topics", *files, "--json"]) == 0
    records = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    homes = next(r for r in records if r["id"] == "housing")
    assert homes["name"] == "住房与房地产"
    assert [len(r["passages"]) for r in homes["reports"]] == [1, 1]
    assert homes["reports"][0]["passages"][0]["line"] == 3
    assert sum(r["share"] for r in records) == pytest.approx(1, abs=0.01)


def test_two_reports_side_by_side(files: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["topics", *files, "--on", "housing"]) == 0
    out = capsys.readouterr().out
    assert out.startswith("住房与房地产 Housing and real estate\n")
    assert "3万套 = 30,000 dwellings" in out
    assert "Guizhou 2026" in out
    assert main(["topics", *files, "--on", "高速公路", "--json"]) == 0
    records = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert "200公里" in records[0]["left"]["text"]
    assert records[0]["left"]["figures"][0]["text"] == "200公里"


@pytest.mark.parametrize(
    ("arguments", "status", "words"),
    [
        (["{a}", "--on", "housing"], 2, "name two files"),
        (["{a}", "{b}", "--on", "housing", "--limit", "0"], 2, "--limit"),
        (["{a}", "/no/such.txt", "--on", "housing"], 1, "left out"),
        (["{a}", "{c}", "--on", "housing"], 1, "same report"),
        (["{a}", "{b}", "--on", "zzzz qqqq"], 1, "neither report"),
        (["/no/such.txt"], 1, "left out"),
    ],
)
def test_what_goes_wrong_is_one_line(
    arguments: list[str],
    status: int,
    words: str,
    files: list[str],
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    (tmp_path / "c.txt").write_text(Path(files[0]).read_text(encoding="utf-8"), encoding="utf-8")
    named = {"{a}": files[0], "{b}": files[1], "{c}": str(tmp_path / "c.txt")}
    assert main(["topics", *(named.get(a, a) for a in arguments)]) == status
    found = capsys.readouterr()
    assert words in found.err
    assert len(found.err.splitlines()) == 1
