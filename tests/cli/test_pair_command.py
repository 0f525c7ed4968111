"""``report-reader pair``, and the official translation in the window: shown, named, taken back."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from desktop.cli import main
from tests.index.test_pairing import CHINESE, ENGLISH


@pytest.fixture
def files(tmp_path: Path) -> tuple[str, str]:
    zh, en = tmp_path / "报告.txt", tmp_path / "report.txt"
    zh.write_text(CHINESE, "utf-8")
    en.write_text(ENGLISH, "utf-8")
    return str(zh), str(en)


def test_the_pairs_are_shown_and_nothing_is_kept(
    files: tuple[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["pair", *files, "--dry-run", "--json"]) == 0
    said = capsys.readouterr()
    pairs = [json.loads(line) for line in said.out.splitlines()]
    assert any(p["zh"].startswith("一、") and p["en"].startswith("I. Review") and p["kept"] for p in pairs)
    assert "sentences have their official translation" in said.err
    assert main(["memory", "list", "--json"]) == 0
    assert capsys.readouterr().out == ""


def test_the_order_does_not_matter_and_pairing_twice_is_once(
    files: tuple[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["pair", files[1], files[0]]) == 0
    assert 'memory remove "official: report.txt"' in capsys.readouterr().out
    main(["memory", "list", "--json"])
    once = capsys.readouterr().out
    assert once.count("official: report.txt") >= 8
    assert main(["pair", *files]) == 0
    capsys.readouterr()
    main(["memory", "list", "--json"])
    assert len(capsys.readouterr().out.splitlines()) == len(once.splitlines())
    assert main(["memory", "remove", "official: report.txt"]) == 0
    capsys.readouterr()
    main(["memory", "list", "--json"])
    assert capsys.readouterr().out == ""


def test_two_texts_of_one_language_are_refused(
    files: tuple[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["pair", files[0], files[0]]) == 1
    told = capsys.readouterr().err
    assert "both texts are in Chinese" in told
    assert len(told.splitlines()) == 1
