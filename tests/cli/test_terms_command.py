"""``report-reader terms``, ``glossary`` and ``dictionary``."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from desktop.cli import main


@pytest.fixture
def own(tmp_path: Path) -> Path:
    path = tmp_path / "own.csv"
    path.write_text(
        "zh,en,category,note\n乡村振兴,village revival,rural,mine\n高质量发展,top-quality growth,,\n", "utf-8"
    )
    return path


def lines(capsys: pytest.CaptureFixture[str]) -> list[str]:
    return capsys.readouterr().out.splitlines()


def test_terms_of_a_text_with_their_places(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = tmp_path / "t.txt"
    text.write_text("第一行没有。\n推動高質量發展，優化營商環境。\nHigh-quality development\n", "utf-8")
    data = ["--data-dir", str(tmp_path / "d")]
    assert main(["terms", "--json", str(text), *data]) == 0
    found = [json.loads(line) for line in lines(capsys)]
    places = [(f["line"], f["start"], f["end"], f["text"], f["zh"], f["origin"]) for f in found]
    assert places == [
        (1, 2, 7, "高質量發展", "高质量发展", "bundled"),
        (1, 10, 14, "營商環境", "营商环境", "bundled"),
        (2, 0, 24, "High-quality development", "高质量发展", "bundled"),
    ]
    assert found[0]["pinyin"] == "gāo zhì liàng fā zhǎn"
    assert main(["terms", str(text), *data]) == 0
    assert any("高质量发展" in line and line.lstrip().startswith("2") for line in lines(capsys))
    assert not (tmp_path / "d" / "annotations.db").exists()


def test_terms_of_a_text_without_any(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = tmp_path / "t.txt"
    text.write_text("你好\n", "utf-8")
    assert main(["terms", str(text), "--data-dir", str(tmp_path / "d")]) == 0
    assert lines(capsys) == ["No terms were found."]


def test_the_users_terms_are_kept_and_given_out(
    own: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data = ["--data-dir", str(tmp_path / "d")]
    assert main(["glossary", *data]) == 0
    assert lines(capsys)[0].startswith("You have no terms")
    assert main(["glossary", "import", str(own), *data]) == 0
    assert main(["glossary", "import", str(own), *data]) == 0
    assert lines(capsys) == [
        "2 terms added, 0 replaced, 0 known already",
        "0 terms added, 0 replaced, 2 known already",
    ]
    out = tmp_path / "out.tbx"
    assert main(["glossary", "export", str(out), *data]) == 0
    capsys.readouterr()
    assert main(["glossary", "list", "--json", *data]) == 0
    assert [json.loads(line)["en"] for line in lines(capsys)] == ["village revival", "top-quality growth"]
    assert main(["glossary", "import", str(out), *data]) == 0
    assert lines(capsys) == ["0 terms added, 0 replaced, 2 known already"]
    assert main(["glossary", "list", "--all", "--json", *data]) == 0
    assert len(lines(capsys)) >= 1500


def test_other_english_is_kept_unless_told(
    own: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data = ["--data-dir", str(tmp_path / "d")]
    assert main(["glossary", "import", str(own), *data]) == 0
    own.write_text("乡村振兴,rural renewal\nbad,line\n", "utf-8")
    assert main(["glossary", "import", str(own), *data]) == 0
    told = capsys.readouterr()
    assert "--replace" in told.err
    assert "line 2 left out" in told.err
    assert main(["glossary", "import", str(own), "--replace", *data]) == 0
    assert "0 terms added, 1 replaced" in capsys.readouterr().out


@pytest.mark.models
def test_the_users_terms_stand_in_translations(
    own: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data = ["--data-dir", str(tmp_path / "d")]
    text = tmp_path / "t.txt"
    text.write_text("全面推进乡村振兴。\n发展经济。\n", "utf-8")
    assert main(["translate", str(text), *data]) == 0
    before = lines(capsys)
    assert main(["glossary", "import", str(own), *data]) == 0
    capsys.readouterr()
    assert main(["translate", "--json", str(text), *data]) == 0
    after = [json.loads(line) for line in lines(capsys)]
    assert "village revival" in after[0]["target"].lower()
    assert after[0]["alignment"][0]["kind"] == "term"
    assert after[1]["target"] == before[1]


def test_dictionaries(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data = ["--data-dir", str(tmp_path / "d")]
    file = tmp_path / "small.u8"
    file.write_text("# Small\n發展 发展 [fa1 zhan3] /development/\n", "utf-8")
    assert main(["dictionary", *data]) == 0
    assert "No dictionary" in lines(capsys)[0]
    assert main(["dictionary", "add", str(file), *data]) == 0
    name = lines(capsys)[0].split(" added as ")[1].split(",")[0]
    assert main(["dictionary", "list", *data]) == 0
    assert "Small" in lines(capsys)[2]
    assert main(["dictionary", "look-up", "發展好", *data]) == 0
    assert lines(capsys) == ["发展 發展  fā zhǎn  development", "好  hǎo"]
    assert main(["dictionary", "remove", name, *data]) == 0
    assert main(["dictionary", "remove", name, *data]) == 1


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        (["terms", "/no/such/file"], 1),
        (["terms"], 2),
        (["glossary", "import"], 2),
        (["glossary", "list", "x.csv"], 2),
        (["glossary", "import", "/no/such/file.csv"], 1),
        (["glossary", "export", "/no/such/folder/x.csv"], 1),
        (["dictionary", "add", "/no/such/file.u8"], 1),
        (["dictionary", "add"], 2),
        (["dictionary", "frobnicate"], 2),
    ],
)
def test_wrong_use_is_one_line(
    arguments: list[str], status: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([*arguments, "--data-dir", str(tmp_path / "d")]) == status
    error = capsys.readouterr().err
    assert error.count("\n") == 1
    assert error.startswith("report-reader: ")
