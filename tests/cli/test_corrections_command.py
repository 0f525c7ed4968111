"""``report-reader corrections`` and the corrected records of ``report-reader indicators``."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from desktop.cli import main
from desktop.cli.reports import sample_path
from desktop.corrections import Corrections
from desktop.services import build_services
from index.annotations import anchor_at
from index.indicators import extract
from index.indicators.correction_files import write_corrections
from index.indicators.corrections import Action, Correction
from index.report import Report


@pytest.fixture
def file(sample: Report, tmp_path: Path) -> Path:
    figure = next(i for i in extract(sample) if i.text == "376亿元")
    corrections = [
        Correction(Action.EDIT, anchor_at(sample.text, figure.span), {"name": "减负", "value": "37600000001"})
    ]
    write_corrections(tmp_path / "c.json", sample, corrections)
    return tmp_path / "c.json"


def _records(capsys: pytest.CaptureFixture[str]) -> dict[str, dict[str, object]]:
    return {row["text"]: row for row in map(json.loads, capsys.readouterr().out.splitlines())}


def test_a_file_of_corrections_is_applied(
    file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data = ["--data-dir", str(tmp_path / "data")]
    assert (
        main(["indicators", str(sample_path()), "--format", "json", "--corrections", str(file), *data]) == 0
    )
    corrected = _records(capsys)["376亿元"]
    assert (corrected["name"], corrected["value"]) == ("减负", 37600000001)
    assert not (tmp_path / "data" / "annotations.db").exists()


def test_corrections_that_are_kept_hold_until_told_otherwise(
    file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data = ["--data-dir", str(tmp_path / "data")]
    assert main(["corrections", str(sample_path()), *data]) == 0
    assert "Nothing" in capsys.readouterr().out
    assert main(["corrections", str(sample_path()), "--import", str(file), *data]) == 0
    assert main(["corrections", str(sample_path()), "--import", str(file), *data]) == 0
    assert capsys.readouterr().out.splitlines()[1].startswith("0 corrections")
    assert main(["corrections", str(sample_path()), *data]) == 0
    assert "减负" in capsys.readouterr().out
    assert main(["indicators", str(sample_path()), "--format", "json", *data]) == 0
    assert _records(capsys)["376亿元"]["name"] == "减负"
    assert main(["indicators", str(sample_path()), "--format", "json", "--as-found", *data]) == 0
    assert _records(capsys)["376亿元"]["name"] != "减负"
    assert main(["corrections", str(sample_path()), "--export", "-", *data]) == 0
    assert json.loads(capsys.readouterr().out)["corrections"][0]["quote"] == "376亿元"


def test_corrections_of_other_words_are_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], file: Path
) -> None:
    other = tmp_path / "other.txt"
    other.write_text("2024年政府工作报告\n\n一、2023年工作回顾\n\n税收增长5%。\n", encoding="utf-8")
    assert (
        main(["indicators", str(other), "--corrections", str(file), "--data-dir", str(tmp_path / "d")]) == 0
    )
    assert "1 of 1 corrections" in capsys.readouterr().err


def test_a_file_that_is_none_is_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "bad.json").write_text("[]")
    data = ["--data-dir", str(tmp_path / "d")]
    assert main(["corrections", str(sample_path()), "--import", str(tmp_path / "bad.json"), *data]) == 1
    error = capsys.readouterr().err
    assert error.count("\n") == 1
    assert "bad.json" in error


def test_undo_takes_back_one_step_at_a_time(sample: Report, tmp_path: Path) -> None:
    services = build_services(tmp_path)
    corrections = Corrections(services, sample)
    spans = [i.span for i in extract(sample)[:3]]
    for span in spans:
        corrections.reject(span)
    corrections.history.undo()
    corrections.history.undo()
    assert [c.anchor.start for c in corrections.all()] == [spans[0].start]
    corrections.history.redo()
    assert len(corrections.all()) == 2
    corrections.reject(spans[2])
    assert not corrections.history.can_redo
    services.close()
