"""Word documents: what is read of them, and what is refused."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from index.errors import UnreadableReport
from index.indicators import extract
from index.readers import open_report
from index.readers.word import read_word

PARAGRAPHS = (
    "2025年某省政府工作报告",
    "一、2024 年工作回顾",
    "全年地区生产总值增长5.1%，城镇新增就业30万人。",
    "二、2025年重点工作",
    "地区生产总值增长5.5%左右。",
)


def _document(path: Path, paragraphs: tuple[str, ...] = PARAGRAPHS) -> Path:
    import docx

    document = docx.Document()
    for words in paragraphs:
        document.add_paragraph(words)
    table = document.add_table(rows=2, cols=2)
    for n, words in enumerate(("指标", "数值", "城镇化率", "72%")):
        table.cell(n // 2, n % 2).text = words
    document.sections[0].header.paragraphs[0].text = "页眉第1页"
    document.save(str(path))
    return path


def _with_body(path: Path, body: str) -> Path:
    """The document with its body replaced by raw XML."""
    _document(path)
    parts = {}
    with zipfile.ZipFile(path) as archive:
        for name in archive.namelist():
            parts[name] = archive.read(name)
    w = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    parts["word/document.xml"] = f'<w:document xmlns:w="{w}"><w:body>{body}</w:body></w:document>'.encode()
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return path


def test_paragraphs_and_tables_come_in_their_order(tmp_path: Path) -> None:
    text = read_word(_document(tmp_path / "r.docx"))
    assert text.split("\n")[: len(PARAGRAPHS)] == list(PARAGRAPHS)
    assert "城镇化率\t72%" in text
    assert "页眉" not in text


def test_a_document_is_a_report_like_any_other(tmp_path: Path) -> None:
    report = open_report(_document(tmp_path / "r.docx"))
    assert (report.year, len(report.sections)) == (2025, 2)
    said = {(i.text, i.period, str(i.status)) for i in extract(report)}
    assert ("5.1%", "2024", "actual") in said
    assert ("5.5%左右", "2025", "target") in said


def test_insertions_are_in_and_deletions_are_not(tmp_path: Path) -> None:
    body = (
        "<w:p><w:r><w:t>增长</w:t></w:r><w:del><w:r><w:delText>4%</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>5%</w:t></w:r></w:ins><w:r><w:tab/><w:t>左右</w:t></w:r></w:p>"
        "<w:sdt><w:sdtContent><w:p><w:r><w:t>第二段</w:t></w:r></w:p></w:sdtContent></w:sdt>"
    )
    assert read_word(_with_body(tmp_path / "t.docx", body)).split("\n")[:2] == ["增长5%\t左右", "第二段"]


def test_a_document_without_text_says_so(tmp_path: Path) -> None:
    with pytest.raises(UnreadableReport, match="no text"):
        read_word(_with_body(tmp_path / "e.docx", "<w:p/>"))


@pytest.mark.parametrize("size", [0, 3, 400, 9000])
def test_a_truncated_document_is_refused_in_one_line(tmp_path: Path, size: int) -> None:
    whole = _document(tmp_path / "r.docx").read_bytes()
    (tmp_path / "cut.docx").write_bytes(whole[:size])
    with pytest.raises(UnreadableReport) as told:
        read_word(tmp_path / "cut.docx")
    assert "\n" not in str(told.value)


def test_archives_that_are_no_documents_are_refused(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.docx", "w") as archive:
        archive.writestr("a.txt", "x")
    with pytest.raises(UnreadableReport, match="no Word document"):
        read_word(tmp_path / "a.docx")
    (tmp_path / "old.docx").write_bytes(b"\xd0\xcf\x11\xe0" + b"\x00" * 600)
    with pytest.raises(UnreadableReport, match="password"):
        read_word(tmp_path / "old.docx")


def test_a_bomb_is_not_unpacked(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "b.docx", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b" " * (64 * 1024 * 1024))
    with pytest.raises(UnreadableReport, match="far more"):
        read_word(tmp_path / "b.docx")
    with zipfile.ZipFile(tmp_path / "m.docx", "w") as archive:
        for n in range(2001):
            archive.writestr(f"p{n}", b"")
    with pytest.raises(UnreadableReport, match="2,001 parts"):
        read_word(tmp_path / "m.docx")


def test_paths_out_of_the_archive_and_entities_are_refused(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "p.docx", "w") as archive:
        archive.writestr("word/document.xml", b"<x/>")
        archive.writestr("../evil.txt", b"x")
    with pytest.raises(UnreadableReport, match="outside itself"):
        read_word(tmp_path / "p.docx")
    with zipfile.ZipFile(tmp_path / "x.docx", "w") as archive:
        archive.writestr(
            "word/document.xml", b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'
        )
    with pytest.raises(UnreadableReport, match="entities"):
        read_word(tmp_path / "x.docx")
