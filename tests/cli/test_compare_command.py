"""``report-reader compare``: tables to read, records for other programs, and one line where nothing compares."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from desktop.cli import main
from tests.fakes import write_reports_to_compare


@pytest.fixture
def files(tmp_path: Path) -> list[str]:
    return write_reports_to_compare(tmp_path)


def test_a_table_tells_what_became_of_targets_and_how_places_stand(
    files: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["compare", *files]) == 0
    out = capsys.readouterr().out
    assert "四川省 Sichuan: targets of 2025, told by the report of 2026\n1 of 2 met" in out
    assert "not met  城镇新增就业" in out
    assert main(["compare", *files, "--of", "places", "--name", "GDP"]) == 0
    out = capsys.readouterr().out
    rows = [line.split() for line in out.splitlines() if line.strip()[:1] in ("1", "2")]
    assert [row[:4] for row in rows] == [
        ["1", "四川省", "Sichuan", "5.4%"],
        ["2", "贵州省", "Guizhou", "4.1%"],
    ]


def test_records_carry_both_sides(files: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["compare", *files, "--format", "json"]) == 0
    records = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [r["type"] for r in records] == ["outcome"] * 2 + ["place"] * 4
    assert records[1]["verdict"] == "not met"
    assert (records[1]["target_value"], records[1]["actual_value"]) == (400000, 380000)
    assert (records[3]["place_en"], records[3]["target_value"], records[3]["target_upper"]) == (
        "Guizhou",
        5,
        6,
    )


def test_tables_go_to_files(files: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = tmp_path / "t.csv"
    assert main(["compare", *files, "--format", "csv", "--output", str(target)]) == 0
    assert "one table" in capsys.readouterr().err
    assert target.read_bytes().startswith(b"\xef\xbb\xbfplace,")
    assert main(["compare", *files, "--format", "xlsx", "--output", str(tmp_path / "t.xlsx")]) == 0
    assert (tmp_path / "t.xlsx").stat().st_size > 4000


@pytest.mark.parametrize(
    ("arguments", "status", "words"),
    [
        (["{b}"], 1, "at least two reports"),
        (["{b}", "{c}", "--name", "税收"], 1, "'税收'"),
        (["{b}", "{c}", "--least", "1"], 2, "at least 2"),
        (["{b}", "/no/such.txt"], 1, "left out: cannot read /no/such.txt"),
        (["/no/such.txt"], 1, "cannot read /no/such.txt"),
    ],
)
def test_what_cannot_be_compared_is_said_in_a_line(
    files: list[str], arguments: list[str], status: int, words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    named = [a.format(b=files[1], c=files[2]) for a in arguments]
    assert main(["compare", *named]) == status
    assert words in capsys.readouterr().err


def test_a_text_without_place_or_year_is_left_out_with_a_word(
    files: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "plain.txt").write_text("今天天气很好，气温20度。\n", encoding="utf-8")
    assert main(["compare", *files, str(tmp_path / "plain.txt")]) == 0
    assert "does not say of which place and year it is" in capsys.readouterr().err


def test_without_files_the_library_is_compared(
    files: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data = ["--data-dir", str(tmp_path / "data")]
    assert main(["compare", *data]) == 1  # the sample alone
    assert main(["import", *files[:2], *data]) == 0
    capsys.readouterr()
    assert main(["compare", *data]) == 0
    assert "1 of 2 met" in capsys.readouterr().out
