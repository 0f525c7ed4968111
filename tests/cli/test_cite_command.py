"""``report-reader cite``."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from desktop.cli.commands import main
from resources import resource_path

SAMPLE = str(resource_path("reports", "qingdao-2024.txt"))


def test_cites_in_every_style(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["cite", SAMPLE]) == 0
    assert (
        capsys.readouterr().out
        == "青岛市人民政府. 青岛市政府工作报告（2024年）[R]. 青岛: 青岛市人民政府, 2024.\n"
    )
    for style, start in (
        ("apa", "Qingdao "),
        ("bibtex", "@techreport{"),
        ("ris", "TY  - RPRT"),
        ("csl", "[\n"),
    ):
        assert main(["cite", SAMPLE, "--style", style]) == 0
        assert capsys.readouterr().out.startswith(start)


def test_cites_the_paragraph_on_a_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["cite", SAMPLE, "--line", "7", "--style", "chicago", "--json"]) == 0
    record = json.loads(capsys.readouterr().out)
    assert (record["line"], record["paragraph"]) == (7, 4)
    assert record["citation"].endswith("para. 4.")
    assert record["id"].startswith("urn:sha256:")
    assert record["section"].startswith("一、2023年工作回顾")


def test_wrong_use_is_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["cite", SAMPLE, "--line", "0"]) == 2
    assert main(["cite", SAMPLE, "--line", "99999"]) == 2
    assert main(["cite", "/no/such/file"]) == 1
    assert main(["cite", SAMPLE, "--style", "mla"]) == 2
    assert len(capsys.readouterr().err.splitlines()) == 4


def test_writes_a_file(tmp_path: Path) -> None:
    made = tmp_path / "report.ris"
    assert main(["cite", SAMPLE, "--style", "ris", "--output", str(made)]) == 0
    assert made.read_bytes().endswith(b"\r\nER  - \r\n")
