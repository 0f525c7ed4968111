"""Bad input through the command line: one clear line, status 1, nothing lost, never a traceback."""

from __future__ import annotations

import os
import random
import shutil
import time
from pathlib import Path

import pytest

from desktop.cli import main
from tests.conftest import BUNDLED

COMMANDS = (
    ["indicators"],
    ["export"],
    ["import"],
    ["translate"],
    ["search", "海洋", "--report"],
    ["tour", "--no-screenshot"],
)


def files(folder: Path) -> dict[str, tuple[Path, str]]:
    """Files that are no reports, each with a word that must stand in what is said about it."""
    empty = folder / "empty.txt"
    empty.write_bytes(b"")
    blank = folder / "blank.txt"
    blank.write_bytes("\n \u3000\n".encode())
    binary = folder / "binary.txt"
    binary.write_bytes(bytes(random.Random(7).randrange(256) for _ in range(20_000)))
    picture = folder / "picture.txt"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n" + b"\x00" * 500)
    old = folder / "old.docx"
    old.write_bytes(b"PK\x03\x04" + b"\x00" * 500)
    nothing = folder / "nothing"
    nothing.mkdir()
    pipe = folder / "pipe.txt"
    os.mkfifo(pipe)
    return {
        "empty": (empty, "empty"),
        "blank": (blank, "blanks"),
        "binary": (binary, "binary"),
        "picture": (picture, "image"),
        "docx": (old, ""),
        "missing": (folder / "missing.txt", "no such file"),
        "folder": (nothing, "folder"),
        "pipe": (pipe, "regular"),
        "long name": (folder / ("x" * 300), ""),
    }


@pytest.mark.parametrize(
    "kind", ["empty", "blank", "binary", "picture", "docx", "missing", "folder", "pipe", "long name"]
)
@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command[0])
def test_a_file_that_is_no_report(
    command: list[str], kind: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    if command[0] == "translate" and not any(BUNDLED.glob("*.argosmodel")):
        pytest.skip("the missing model is told first")
    path, word = files(tmp_path)[kind]
    assert main([*command, str(path)]) == 1
    told = capsys.readouterr().err
    assert told.startswith("report-reader: cannot read "), told
    assert told.count("\n") == 1
    assert "Traceback" not in told
    assert word in told


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030", "big5hkscs"])
def test_reports_in_other_encodings_are_read_alike(
    encoding: str, sample_path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = sample_path.read_text("utf-8")
    if encoding == "big5hkscs":
        from index.variants import to_traditional

        text = "".join(c for c in to_traditional(text) if c.encode(encoding, "ignore"))
    path = tmp_path / "report.txt"
    path.write_text(text, encoding)
    assert main(["indicators", str(path), "--format", "json"]) == 0
    captured = capsys.readouterr()
    assert captured.err == ""
    assert '"15760.3' in captured.out


@pytest.mark.slow
@pytest.mark.models
def test_twenty_megabytes_are_read_and_searched(
    sample_path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = sample_path.read_text("utf-8")
    path = tmp_path / "large.txt"
    path.write_text(text * (20_000_000 // len(text.encode()) + 1), "utf-8")
    assert path.stat().st_size > 20_000_000
    started = time.perf_counter()
    assert main(["search", "海洋经济", "--report", str(path), "--json"]) == 0
    assert time.perf_counter() - started < 120
    captured = capsys.readouterr()
    assert captured.err == ""
    assert "海洋" in captured.out


def test_a_data_folder_that_is_a_file(
    tmp_path: Path, sample_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    # Root may write anywhere; a file in the folder's place stops everyone.
    (tmp_path / "occupied").write_text("not a folder", "utf-8")
    monkeypatch.setenv("REPORT_READER_DATA", str(tmp_path / "occupied"))
    assert main(["indicators", str(sample_path)]) == 0
    assert main(["library"]) == 0
    told = capsys.readouterr().err
    assert "cannot write" in told
    assert "Traceback" not in told
    assert main(["import", str(sample_path)]) == 1
    told = capsys.readouterr().err
    assert "nothing was kept" in told
    assert (tmp_path / "occupied").read_text("utf-8") == "not a folder"


def test_a_read_only_data_folder(
    tmp_path: Path, sample_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "closed"
    folder.mkdir()
    folder.chmod(0o500)
    monkeypatch.setenv("REPORT_READER_DATA", str(folder))
    try:
        assert main(["indicators", str(sample_path)]) == 0
        assert main(["library"]) == 0
    finally:
        folder.chmod(0o700)
    assert "Traceback" not in capsys.readouterr().err


@pytest.mark.parametrize("content", [b"", b"not a zip file", b"PK\x03\x04" + b"\x00" * 200])
def test_a_model_file_that_is_none(
    content: bytes, tmp_path: Path, data_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "translate-zh_en.argosmodel"
    path.write_bytes(content)
    assert main(["models", "add", str(path)]) == 1
    told = capsys.readouterr().err
    assert told.count("\n") == 1
    assert "damaged" in told
    left = [p for p in data_folder.rglob("*") if p.is_file() and "package" in str(p)]
    assert left == []


def test_a_model_that_is_not_there(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["models", "add", "nowhere.argosmodel"]) == 1
    assert "no such file" in capsys.readouterr().err
    assert main(["models", "remove", "nothing"]) == 1
    assert capsys.readouterr().err.count("\n") == 1
    assert main(["models", "verify", "nothing"]) == 1
    assert "nothing" in capsys.readouterr().err


@pytest.mark.models
def test_a_damaged_model_is_told_and_the_bundled_one_serves(
    tmp_path: Path, data_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["models", "add", str(BUNDLED / "translate-zh_en.argosmodel")]) == 0
    weights = next(path for path in data_folder.rglob("model.bin") if "bundled" not in path.parts)
    raw = bytearray(weights.read_bytes())
    raw[len(raw) // 2 : len(raw) // 2 + 4096] = bytes(4096)
    weights.write_bytes(raw)
    capsys.readouterr()
    assert main(["models", "verify"]) == 1
    shown = capsys.readouterr().out
    assert "SHA-256" in shown
    source = tmp_path / "one.txt"
    source.write_text("海洋经济增长5.9%。\n", "utf-8")
    assert main(["translate", str(source)]) == 0
    assert "5.9" in capsys.readouterr().out


@pytest.mark.models
def test_a_damaged_index_is_made_anew(
    data_folder: Path, sample_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    argv = ["search", "海洋经济", "--report", str(sample_path), "--json"]
    assert main(argv) == 0
    before = capsys.readouterr().out
    (index,) = [path for path in (data_folder / "indexes").iterdir() if path.is_file()]
    raw = bytearray(index.read_bytes())
    raw[-8192:-4096] = bytes(4096)
    index.write_bytes(raw)
    assert main(argv) == 0
    captured = capsys.readouterr()
    assert captured.out == before
    assert captured.err.count("\n") <= 1
    assert main(argv) == 0
    captured = capsys.readouterr()
    assert (captured.out, captured.err) == (before, "")


@pytest.mark.models
def test_a_damaged_library_is_put_aside(
    data_folder: Path, sample_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["import", str(sample_path)]) == 0
    library = data_folder / "library.db"
    shutil.copyfile(library, data_folder / "copy.db")
    library.write_bytes(b"SQLite format 3\x00" + bytes(5000))
    capsys.readouterr()
    assert main(["library"]) == 0
    told = capsys.readouterr()
    assert "Traceback" not in told.err
    assert main(["import", str(sample_path)]) == 0
    assert main(["library", "--json"]) == 0
    assert "青岛" in capsys.readouterr().out


def test_output_that_cannot_be_written(
    tmp_path: Path, sample_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for target in (tmp_path, tmp_path / "no" / "such" / "folder.csv"):
        assert main(["indicators", str(sample_path), "--format", "csv", "--output", str(target)]) == 1
        told = capsys.readouterr().err
        assert told.startswith("report-reader: cannot write ")
        assert told.count("\n") == 1
