"""``report-reader memory``: imported, listed, used by ``translate`` and ``export``, written and removed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from desktop.cli import main
from index.readers import open_report
from index.report import Language
from models.memory import Entry
from models.tmx import Unit, read_tmx, to_tmx

ZH = Language.ZH
SOURCE = "全市快速增长5%。"
TARGET = "The city grew fast, by 5%."


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "shared.tmx"
    units = [Unit(Entry(SOURCE, TARGET, ZH, date="2025-01-20T00:00:00Z", author="Li"))]
    text = to_tmx(units).replace("</body>", "<tu/></body>")
    path.write_text(text, encoding="utf-8")
    return path


def test_a_memory_is_imported_listed_exported_and_removed(
    file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data = ["--data-dir", str(tmp_path / "data")]
    assert main(["memory", *data]) == 0
    assert "empty" in capsys.readouterr().out
    assert main(["memory", "import", str(file), *data]) == 0
    said = capsys.readouterr()
    assert said.out == "1 pairs imported from shared.tmx\n"
    assert "1 units left out" in said.err
    assert main(["memory", "import", str(file), *data]) == 0
    assert capsys.readouterr().out.startswith("0 pairs")
    assert main(["memory", "list", "--json", *data]) == 0
    record = json.loads(capsys.readouterr().out)
    assert record == {
        "source": SOURCE, "target": TARGET, "from": "zh", "to": "en", "origin": "imported", "file": "shared.tmx",
        "date": "2025-01-20T00:00:00Z", "author": "Li",
    }  # fmt: skip
    assert main(["memory", "list", *data]) == 0
    assert "shared.tmx" in capsys.readouterr().out
    assert main(["memory", "export", str(tmp_path / "c.tmx"), *data]) == 0
    assert read_tmx(tmp_path / "c.tmx").entries == ()
    assert main(["memory", "export", str(tmp_path / "all.tmx"), "--all", *data]) == 0
    assert [e.target for e in read_tmx(tmp_path / "all.tmx").entries] == [TARGET]
    capsys.readouterr()
    assert main(["memory", "remove", "other.tmx", *data]) == 2
    assert "shared.tmx" in capsys.readouterr().err
    assert main(["memory", "remove", "shared.tmx", *data]) == 0
    assert main(["memory", "list", "--json", *data]) == 0
    assert capsys.readouterr().out == "1 pairs of shared.tmx removed\n"


@pytest.mark.models
def test_the_memory_translates_before_the_machine(
    file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data = ["--data-dir", str(tmp_path / "data")]
    assert main(["memory", "import", str(file), *data]) == 0
    lines = tmp_path / "lines.txt"
    lines.write_text(f"{SOURCE}\n{SOURCE.replace('5', '6')}\n全市快速增長５％。\n", encoding="utf-8")
    capsys.readouterr()
    assert main(["translate", str(lines), "--json", *data]) == 0
    same, other, traditional = map(json.loads, capsys.readouterr().out.splitlines())
    assert (same["engine"], same["target"], same["numbers"]) == ("memory", TARGET, "ok")
    assert [a["kind"] for a in same["alignment"]] == ["number"]
    assert other["engine"] == "neural"
    assert traditional["engine"] == "memory"


@pytest.mark.models
def test_the_pairs_of_a_report_go_into_a_file_and_come_back(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    report = tmp_path / "r.txt"
    report.write_text(
        f"2024年甲市政府工作报告\n\n一、工作回顾\n\n{SOURCE}高新技术企业达到7900家。\n", encoding="utf-8"
    )
    data = ["--data-dir", str(tmp_path / "data")]
    target = tmp_path / "pairs.tmx"
    assert main(["memory", "export", str(target), "--report", str(report), *data]) == 0
    sentences = open_report(report).sentences
    assert len(read_tmx(target).entries) == len(sentences)
    assert target.read_text("utf-8").count('"x-origin">machine<') == len(sentences)
    assert main(["memory", "import", str(target), *data]) == 0
    capsys.readouterr()
    assert main(["export", str(report), "--format", "tmx", *data]) == 0
    assert capsys.readouterr().out.count('"x-origin">memory<') == len(sentences)


@pytest.mark.parametrize(
    "arguments",
    [
        ["import", "no-such.tmx"],
        ["export", "no/such/folder.tmx"],
        ["export", "out.tmx", "--report", "no-such.txt"],
    ],
)
def test_what_is_wrong_is_one_line(
    arguments: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["memory", *arguments]) == 1
    error = capsys.readouterr().err
    assert error.count("\n") == 1


def test_wrong_usage(capsys: pytest.CaptureFixture[str]) -> None:
    for arguments in (
        ["memory", "import"],
        ["memory", "paint"],
        ["memory", "export", "a", "--all", "--report", "b"],
    ):
        assert main(arguments) == 2
        assert capsys.readouterr().err.count("\n") == 1
