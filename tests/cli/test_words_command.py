"""``report-reader words``."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from desktop.cli import main
from tests.conftest import ROOT

SAMPLE = str(ROOT / "resources" / "reports" / "qingdao-2024.txt")


@pytest.fixture
def data(tmp_path: Path) -> list[str]:
    return ["--data-dir", str(tmp_path / "d")]


def said(capsys: pytest.CaptureFixture[str]) -> list[str]:
    return capsys.readouterr().out.splitlines()


def test_words_are_added_listed_and_removed(data: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["words", *data]) == 0
    assert said(capsys) == ["There are no words."]
    assert not (Path(data[1]) / "annotations.db").exists()
    assert main(["words", "add", "營商環境", "--report", SAMPLE, *data]) == 0
    assert said(capsys) == ["營商環境 was added."]
    assert main(["words", "add", "营商环境", "--report", SAMPLE, *data]) == 0
    assert said(capsys) == ["营商环境 is in the list already, and nothing was new."]
    again = [
        "add",
        "营商环境",
        "--sentence",
        "优化营商环境。",
        "--translation",
        "Improve it.",
        "--meaning",
        "mine",
    ]
    assert main(["words", *again, "--json", *data]) == 0
    (record,) = map(json.loads, said(capsys))
    assert (record["word"], record["pinyin"], record["meaning"]) == (
        "營商環境",
        "yíng shāng huán jìng",
        "mine",
    )
    assert [s["translation"] for s in record["sentences"]] == ["", "Improve it."]
    assert "营商环境" in record["sentences"][0]["sentence"]
    assert record["sentences"][0]["year"] == 2024
    assert main(["words", "list", "--search", "yingshang", "--json", *data]) == 0
    assert len(said(capsys)) == 1
    assert main(["words", "list", "--search", "nothing like it", *data]) == 0
    assert said(capsys) == ["There are no words."]
    assert main(["words", "remove", "营商环境", "没有", *data]) == 2
    assert "nothing was removed" in capsys.readouterr().err
    assert main(["words", "remove", "营商环境", *data]) == 0
    assert said(capsys) == ["營商環境 was removed."]
    assert main(["words", "list", "--json", *data]) == 0
    assert said(capsys) == []


def test_the_meaning_is_that_of_the_glossary(data: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["words", "add", "高质量发展", "--json", *data]) == 0
    (record,) = map(json.loads, said(capsys))
    assert record["meaning"].startswith("high-quality development")
    assert record["sentences"] == []
    assert main(["words", "add", "high-quality development", "--json", *data]) == 0
    (record,) = map(json.loads, said(capsys))
    assert record["language"] == "en"
    assert record["meaning"].startswith("高质量发展")


def test_export_follows_the_ending(
    data: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["words", "add", "产业", "--sentence", "产业\t升级", *data])
    capsys.readouterr()
    assert main(["words", "export", *data]) == 0
    assert said(capsys)[:2] == ["#separator:tab", "#html:false"]
    out = tmp_path / "w.csv"
    assert main(["words", "export", "--output", str(out), *data]) == 0
    assert out.read_bytes().startswith(b"\xef\xbb\xbfword,")
    assert main(["words", "export", "--format", "tsv", "--output", str(tmp_path), *data]) == 1
    assert "folder" in capsys.readouterr().err


@pytest.mark.parametrize(
    "arguments",
    [
        ["add", "  "],
        ["add", "产业", "--translation", "x"],
        ["add", "不在其中的词", "--report", SAMPLE],
        ["add", "industry", "--report", SAMPLE],
        ["remove", "产业"],
    ],
)
def test_what_makes_no_sense_is_one_line(
    arguments: list[str], data: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["words", *arguments, *data]) == 2
    assert len(capsys.readouterr().err.splitlines()) == 1


@pytest.mark.models
def test_terms_of_a_report_with_sentence_and_translation(
    data: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    report = tmp_path / "r.txt"
    report.write_text("2024年政府工作报告\n我们坚持推动高质量发展，持续优化营商环境。\n", "utf-8")
    out = tmp_path / "terms.tsv"
    assert main(["words", "terms", str(report), "--output", str(out), *data]) == 0
    assert capsys.readouterr().err == ""
    lines = out.read_text("utf-8").split("\n")
    rows = {row[0]: row for row in csv.reader(lines[4:], delimiter="\t") if row}
    assert {"高质量发展", "营商环境"} <= set(rows)
    _, reading, meaning, sentence, translation, source, tags = rows["营商环境"]
    assert (reading, sentence) == ("yíng shāng huán jìng", "我们坚持推动高质量发展，持续优化营商环境。")
    assert "business environment" in meaning
    assert translation
    assert "2024" in source
    assert tags.startswith("report-reader")
    assert not (Path(data[1]) / "annotations.db").exists()
