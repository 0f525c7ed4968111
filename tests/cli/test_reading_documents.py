"""The commands take every readable format, folders and zip files, and an encoding where the detection is not wanted."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from desktop.cli import main
from index.readers import choose_encoding
from tests.document_files import docx_file, epub_file, gbk_zip, html_page, pdf_file, save, wrapped, zip_file

LINES = [
    "2024年某市政府工作报告",
    "各位代表：",
    "一、2023年工作回顾",
    "全市生产总值增长5.8%，就业稳定，物价平稳，各项工作取得新的成绩。",
]


def formats() -> dict[str, bytes]:
    text = "\n".join(LINES)
    return {
        "a.txt": text.encode("gb18030"),
        "a.docx": docx_file(LINES),
        "a.html": html_page(LINES[1:], LINES[0]),
        "a.md": text.encode(),
        "a.epub": epub_file([LINES]),
        "a.pdf": pdf_file([[(80, 700 - 20 * i, line) for i, line in enumerate(wrapped(LINES, 30))]]),
    }


@pytest.mark.parametrize("name", formats())
def test_every_format_has_its_figures(name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = save(tmp_path, name, formats()[name])
    assert main(["indicators", str(file), "--format", "json", "--data-dir", str(tmp_path / "data")]) == 0
    found = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [row["text"] for row in found] == ["5.8%"]
    assert main(["terms", str(file), "--json", "--data-dir", str(tmp_path / "data")]) == 0


def test_folders_and_zip_files_are_imported(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "reports"
    folder.mkdir()
    other = "\n".join(LINES).replace("5.8", "6.1").replace("某市", "甲市")
    save(folder, "a.docx", docx_file(LINES))
    save(folder, "bad.pdf", b"%PDF-1.4 nothing")
    archive = save(tmp_path, "乙.zip", gbk_zip({"山东/甲市.txt": other.encode("gb18030")}))
    data = ["--data-dir", str(tmp_path / "data")]
    assert main(["import", str(folder), str(archive), *data]) == 1
    told = capsys.readouterr()
    assert "1 of 2 reports added from reports" in told.out
    assert told.err.count("\n") == 1
    assert "bad.pdf: it is damaged" in told.err
    assert main(["library", "--json", *data]) == 0
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert {(row["title"], row["found"]) for row in rows} == {
        ("2024年某市政府工作报告", True),
        ("2024年甲市政府工作报告", True),
    }
    bomb = save(tmp_path, "bomb.zip", zip_file({"a.txt": b" " * (64 * 1024 * 1024)}))
    assert main(["import", str(bomb), *data]) == 1
    assert "far more" in capsys.readouterr().err
    assert main(["indicators", str(archive), *data]) == 1
    assert "several documents" in capsys.readouterr().err


def test_an_encoding_can_be_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = save(tmp_path, "a.txt", "\n".join(LINES).encode("utf-16-le"))
    data = ["--data-dir", str(tmp_path / "data")]
    try:
        assert main(["indicators", str(file), "--encoding", "utf-16-le", "--format", "json", *data]) == 0
        assert "5.8%" in capsys.readouterr().out
        assert main(["indicators", str(file), "--encoding", "utf-8", *data]) == 1
        assert "not utf-8 text" in capsys.readouterr().err
        assert main(["search", "就业", "--report", str(file), "--encoding", "klingon", *data]) == 2
        assert "no text encoding named klingon" in capsys.readouterr().err
        assert main(["import", str(tmp_path), "--encoding", "utf-16-le", *data]) == 0
    finally:
        choose_encoding(file, None)
