"""``report-reader models``: listing with states, choosing, and refusing in one line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from desktop.cli import main
from tests.real_packages import real_archive

pytestmark = pytest.mark.models


def records(capsys: pytest.CaptureFixture[str]) -> dict[str, dict[str, object]]:
    return {row["key"]: row for row in map(json.loads, capsys.readouterr().out.splitlines())}


def test_models_are_added_chosen_and_removed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data = ["--data-dir", str(tmp_path / "data")]
    archive = real_archive(tmp_path / "zh_en.argosmodel", package_version="1.9")
    assert main(["models", "add", str(archive), *data]) == 0
    capsys.readouterr()
    assert main(["models", "list", "--json", *data]) == 0
    found = records(capsys)
    assert found["user/translate-zh_en-1.9"]["state"] == "active"
    assert found["user/translate-zh_en-1.9"]["figures"] == {"BLEU": [12.5]}
    bundled = found["bundled/translate-zh_en"]
    assert bundled["state"] == "overridden"
    assert isinstance(bundled["size"], int)
    assert main(["models", "use", "bundled/translate-zh_en", *data]) == 0
    assert capsys.readouterr().out == "zh-en: translate-zh_en 2.1\n"
    assert main(["models", *data]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert any("bundled" in line and "active" in line for line in lines[2:3])
    assert main(["models", "use", "--default", "zh-en", *data]) == 0
    assert capsys.readouterr().out == "zh-en: translate-zh_en 1.9\n"
    assert main(["models", "remove", "user/translate-zh_en-1.9", *data]) == 0
    assert not list((tmp_path / "data" / "packages").glob("translate-*"))


def test_two_packages_translate_over_a_third_language(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data = ["--data-dir", str(tmp_path / "data")]
    for pair in (("zh", "ja"), ("ja", "en")):
        assert (
            main(
                ["models", "add", str(real_archive(tmp_path / f"{'_'.join(pair)}.argosmodel", *pair)), *data]
            )
            == 0
        )
    assert main(["models", "use", "zh → ja → en", *data]) == 0
    capsys.readouterr()
    text = tmp_path / "text.txt"
    text.write_text("经济增长5.5%。\n", encoding="utf-8")
    assert main(["translate", "--json", str(text), *data]) == 0
    record = json.loads(capsys.readouterr().out)
    assert (record["engine"], record["numbers"]) == ("neural", "warning")
    assert main(["models", "use", "translate-zh_ja", *data]) == 1
    assert "no task by itself" in capsys.readouterr().err


def test_what_cannot_be_chosen_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data = ["--data-dir", str(tmp_path / "data")]
    assert main(["models", "use", "nothing", *data]) == 1
    assert capsys.readouterr().err.count("\n") == 1
    assert main(["models", "use", *data]) == 2
    bad = tmp_path / "bad.argosmodel"
    bad.write_bytes(b"?")
    assert main(["models", "add", str(bad), *data]) == 1
    assert capsys.readouterr().err.count("\n") >= 1
    assert not (tmp_path / "data" / "packages").exists()
