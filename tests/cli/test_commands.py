"""What the commands print: keys, offsets, line for line, and files for other programs."""

from __future__ import annotations

import csv
import io
import json
import re
import subprocess
import sys
from decimal import Decimal
from pathlib import Path
from xml.etree import ElementTree

import pytest

from desktop.cli import main
from desktop.cli.output import shorten, table, width
from desktop.cli.reports import sample_path
from index.indicators.records import FIELDS
from index.report import Report
from tests.conftest import BUNDLED, ROOT

SHORT = "一、2023年工作回顾\n\n全市生产总值达到15760.3亿元，同比增长5.9%。高新技术企业达到7900家。\n=危险的一行增长3%。\n"


@pytest.fixture
def short(tmp_path: Path) -> Path:
    path = tmp_path / "short.txt"
    path.write_text(SHORT, "utf-8")
    return path


def lines_of(text: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in text.splitlines()]


def piped(argv: list[str], stdin: bytes) -> subprocess.CompletedProcess[bytes]:
    command = [
        sys.executable,
        "-c",
        "import sys; from desktop.cli import main; sys.exit(main(sys.argv[1:]))",
        *argv,
    ]
    return subprocess.run(command, cwd=ROOT, input=stdin, capture_output=True, check=False)


# --- indicators


def test_indicator_records_stand_where_they_say(sample: Report, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["indicators", str(sample_path()), "--format", "json"]) == 0
    source = sample_path().read_text("utf-8").split("\n")
    records = lines_of(capsys.readouterr().out)
    assert len(records) > 100
    ids = {record["id"] for record in records}
    for record in records:
        assert list(record) == list(FIELDS)
        line, start, end = (int(str(record[key])) for key in ("line", "start", "end"))
        assert source[line][start:end] == record["text"]
        links = record["links"]
        assert isinstance(links, list)
        assert set(links) <= ids - {record["id"]}
    product = next(record for record in records if record["text"] == "15760.3亿元")
    assert (product["value"], product["unit"], product["kind"]) == (1576030000000, "CNY", "level")


def test_indicators_as_csv_for_a_pipe_and_for_a_spreadsheet(
    short: Path, tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert main(["indicators", str(short), "--format", "csv"]) == 0
    shown = capsysbinary.readouterr().out
    assert shown.startswith(b"id,line,")
    target = tmp_path / "figures.csv"
    assert main(["indicators", str(short), "--format", "csv", "--output", str(target)]) == 0
    raw = target.read_bytes()
    assert raw == b"\xef\xbb\xbf" + shown
    rows = list(csv.DictReader(io.StringIO(raw.decode("utf-8-sig"))))
    assert Decimal(rows[0]["value"]) == 1576030000000
    for row in rows:
        assert not any(re.match(r"[=+@\t\r]|-\D", cell) for cell in row.values())


def test_indicators_as_a_workbook(short: Path, tmp_path: Path) -> None:
    from openpyxl import load_workbook

    target = tmp_path / "figures.xlsx"
    assert main(["indicators", str(short), "--format", "xlsx", "--output", str(target)]) == 0
    sheet = load_workbook(target).active
    rows = list(sheet.iter_rows(values_only=True))
    assert rows[0][:5] == ("id", "line", "start", "end", "text")
    assert 1576030000000 in rows[1]
    assert all(cell.data_type != "f" for row in sheet.iter_rows() for cell in row)


def test_indicators_as_a_table(short: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["indicators", str(short)]) == 0
    shown = capsys.readouterr().out.splitlines()
    assert shown[0].split()[:3] == ["Id", "Line", "Name"]
    assert any("15760.3亿元" in line for line in shown)


# --- translate


@pytest.mark.models
def test_one_line_out_for_each_line_in(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lines = [
        "一、2023年工作回顾",
        "",
        "生产总值增长5.9%。新增就业38.9万人。",
        "  ",
        "……",
        "Already English 5G.",
        "\u3000\u3000好",
    ]
    path = tmp_path / "lines.txt"
    path.write_text("\n".join(lines) + "\n", "utf-8")
    assert main(["translate", str(path)]) == 0
    out = capsys.readouterr().out.split("\n")
    assert out.pop() == ""
    assert len(out) == len(lines)
    for source, target in zip(lines, out, strict=True):
        assert bool(source.strip()) == bool(target.strip())
    assert "5.9" in out[2]
    done = piped(["translate"], "\n".join(lines).encode())
    assert done.stdout.decode("utf-8").split("\n")[:-1] == out


@pytest.mark.models
def test_translation_records(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    path = tmp_path / "lines.txt"
    path.write_text("全市生产总值达到15760.3亿元。同比增长5.9%。\n", "utf-8")
    assert main(["translate", str(path), "--json"]) == 0
    first = capsys.readouterr().out
    (record,) = lines_of(first)
    assert list(record)[:6] == ["source", "target", "engine", "numbers", "confidence", "alignment"]
    assert record["engine"] in ("neural", "memory", "none")
    assert record["numbers"] in ("ok", "repaired", "warning")
    source, target, alignment = str(record["source"]), str(record["target"]), record["alignment"]
    assert isinstance(alignment, list)
    for link in alignment:
        (a, b), (c, d) = link["source"], link["target"]
        assert 0 <= a < b <= len(source)
        assert 0 <= c < d <= len(target)
    pairs = {
        source[slice(*link["source"])]: target[slice(*link["target"])]
        for link in alignment
        if link["kind"] == "number"
    }
    growth = next(value for key, value in pairs.items() if "5.9%" in key)
    assert "5.9" in growth
    # The second time it comes from the library, and is the same.
    assert main(["translate", str(path), "--json"]) == 0
    assert capsys.readouterr().out == first


@pytest.mark.models
def test_translation_into_chinese_needs_one_option(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "english.txt"
    path.write_text("The economy grew by 5.9 percent.\n", "utf-8")
    for options in (["--to", "zh"], ["--from", "en"], ["--from", "en", "--to", "zh"]):
        assert main(["translate", *options, str(path)]) == 0
        assert "5.9" in capsys.readouterr().out


@pytest.mark.models
def test_bytes_that_are_no_text_on_standard_input() -> None:
    done = piped(["translate"], b"\xff\xfe\x00bad\xb0\n")
    assert done.returncode == 1
    assert done.stderr.count(b"\n") == 1
    assert b"UTF-8" in done.stderr


# --- search


@pytest.mark.models
@pytest.mark.parametrize("query", ["marine economy", "海洋经济", "海洋經濟"])
def test_search_records_stand_where_they_say(query: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["search", query, "--report", str(sample_path()), "--limit", "5", "--json"]) == 0
    source = sample_path().read_text("utf-8").split("\n")
    records = lines_of(capsys.readouterr().out)
    assert [record["rank"] for record in records] == [1, 2, 3, 4, 5]
    scores = [float(str(record["score"])) for record in records]
    assert scores == sorted(scores, reverse=True)
    for record in records:
        assert {"rank", "score", "report", "section", "line", "start", "end", "text"} <= set(record)
        line, start, end = (int(str(record[key])) for key in ("line", "start", "end"))
        assert source[line][start:end] == record["text"]
    assert any("海洋" in str(record["text"]) for record in records[:3])


@pytest.mark.models
def test_search_without_a_report_takes_the_library(short: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["import", str(short)]) == 0
    capsys.readouterr()
    assert main(["search", "危险的一行", "--json", "--limit", "3"]) == 0
    first = lines_of(capsys.readouterr().out)[0]
    assert first["path"] == str(short)
    assert main(["search", "海洋经济", "--json", "--limit", "3"]) == 0
    assert "海洋" in capsys.readouterr().out
    short.unlink()
    assert main(["search", "危险的一行", "--json", "--limit", "3"]) == 0
    captured = capsys.readouterr()
    assert lines_of(captured.out)[0] == first, (
        "the index has the passage; its place is in a file that is gone"
    )
    assert "found in the index alone" in captured.err


@pytest.mark.models
def test_search_gives_its_reasons_and_the_figure(capsys: pytest.CaptureFixture[str]) -> None:
    asked = ["search", "GDP growth target", "--report", str(sample_path()), "--limit", "3"]
    assert main([*asked, "--json"]) == 0
    first = lines_of(capsys.readouterr().out)[0]
    assert isinstance(first["indicator"], dict)
    assert first["indicator"]["value"] == "5.5"
    assert first["indicator"]["status"] == "target"
    assert set(first["why"]) == {"meaning", "words", "figure"}  # type: ignore[call-overload]
    source = sample_path().read_text("utf-8").split("\n")[int(str(first["line"]))]
    assert isinstance(first["matches"], list)
    assert "增长" in {source[start:end] for start, end in first["matches"]}
    assert main(asked) == 0
    assert capsys.readouterr().out.startswith("  = 全市生产总值")


@pytest.mark.models
@pytest.mark.parametrize(
    "query",
    [
        "a", "海", "?!。，", '"', "\"未完", "-", "AND OR NOT NEAR(", "'; DROP TABLE report; --", "* ^ : { }",
        "section:", "has:nothing", "year:", "year:20", "croissance économique", "экономический рост", "経済成長の目標",
        "👍", "\u202e文", "x" * 10_000, "经济" * 5_000, "a\x00b", "(((((", "report:没有 经济",
    ],
)  # fmt: skip
def test_any_query_gets_an_answer_or_one_line(query: str, capsys: pytest.CaptureFixture[str]) -> None:
    for reports in (["--report", str(sample_path())], []):
        assert main(["search", query, *reports, "--json", "--limit", "2"]) == 0
        captured = capsys.readouterr()
        if not captured.out:
            assert captured.err.startswith("report-reader: nothing was found for")
            assert captured.err.count("\n") == 1
        for record in lines_of(captured.out):
            assert record["text"]


# --- library


@pytest.mark.models
def test_a_report_that_cannot_be_read_keeps_no_other_out(
    short: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["import", str(tmp_path / "missing.txt"), str(short)]) == 1
    captured = capsys.readouterr()
    assert "no such file" in captured.err
    assert captured.out.count("\n") == 1
    assert main(["library", "--json"]) == 0
    (known,) = lines_of(capsys.readouterr().out)
    assert known["path"] == str(short)


def test_an_empty_library_says_how_to_fill_it(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["library"]) == 0
    assert "report-reader import" in capsys.readouterr().out


# --- export


@pytest.mark.models
@pytest.mark.parametrize("kind", ["html", "md", "tmx"])
def test_export_holds_every_sentence(
    kind: str, short: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / f"report.{kind}"
    assert main(["export", str(short), "--format", kind, "--output", str(target)]) == 0
    text = target.read_text("utf-8")
    for sentence in ("一、2023年工作回顾", "高新技术企业达到7900家。"):
        assert sentence in text
    if kind == "tmx":
        root = ElementTree.fromstring(text)
        units = root.findall("./body/tu")
        assert len(units) == 4
        assert all((seg.text or "").strip() for unit in units for seg in unit.iter("seg"))


# --- models


@pytest.mark.models
def test_models_are_listed_added_verified_and_removed(
    data_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["models", "list", "--json"]) == 0
    tasks = {(m["task"], m["from"], m["to"]) for m in lines_of(capsys.readouterr().out)}
    assert {("translate", "zh", "en"), ("translate", "en", "zh")} <= tasks
    assert main(["models", "add", str(BUNDLED / "translate-zh_en.argosmodel")]) == 0
    assert main(["models", "--data-dir", str(data_folder), "verify"]) == 0
    capsys.readouterr()
    assert main(["models", "list", "--json"]) == 0
    added = [m for m in lines_of(capsys.readouterr().out) if m["source"] == "user"]
    assert len(added) == 1
    assert main(["models", "remove", str(added[0]["name"])]) == 0
    assert main(["models", "list", "--json"]) == 0
    assert '"user"' not in capsys.readouterr().out


# --- doctor and tour


@pytest.mark.models
def test_the_doctor_finds_no_problem_here(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["doctor", "--json"]) in (0, 1)
    findings = {str(f["subject"]): f for f in lines_of(capsys.readouterr().out)}
    problems = {subject for subject, finding in findings.items() if finding["state"] == "problem"}
    # A machine without a display may lack these; everything else is ours.
    assert problems <= {"Chinese font", "window"}
    assert {"Python", "data folder", "offline", "sealing"} <= set(findings)


@pytest.mark.models
def test_the_tour_shows_every_part(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["tour", "--no-screenshot"]) == 0
    captured = capsys.readouterr()
    for heading in ("The report", "Search by meaning", "Indicators", "Translation"):
        assert f"── {heading} " in captured.out
    assert len(re.findall(r"\d ms\)", captured.out)) == 5
    assert captured.out.count("↔") >= 5
    assert "一、2023年工作回顾" in captured.out


# --- tables


def test_tables_know_that_chinese_characters_are_wide() -> None:
    assert width("海洋ab") == 6
    assert shorten("海洋经济", 5) == "海洋…"
    shown = table(("Name", "N"), [("海洋", "1"), ("abcd", "10")], frozenset({1}))
    assert [width(line) for line in shown] == [8, 8, 8, 8]
