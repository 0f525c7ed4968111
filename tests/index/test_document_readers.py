"""One report in every format: the same text comes out, and what surrounds it does not."""

from __future__ import annotations

from pathlib import Path

import pytest

from index.errors import UnreadableReport
from index.readers import choose_encoding, chosen_encoding, open_report, read_document
from index.report import Report
from tests.document_files import PAGE, docx_file, epub_file, html_page, pdf_file, save, wrapped, zip_file

TITLE = "2024年青岛市政府工作报告"


def lines_of(text: str) -> list[str]:
    return [line.strip() for line in text.split("\n") if line.strip()]


@pytest.fixture(scope="module")
def lines() -> list[str]:
    from resources import resource_path

    return lines_of(resource_path("reports", "qingdao-2024.txt").read_text("utf-8"))


def paged(lines: list[str], across: int = 38, down: int = 38) -> list[list[tuple[float, float, str]]]:
    printed = wrapped(lines, across)
    return [
        [(70.0, 780.0 - 18 * i, line) for i, line in enumerate(printed[start : start + down])]
        for start in range(0, len(printed), down)
    ]


def test_the_same_report_in_every_format_has_the_same_text(lines: list[str], tmp_path: Path) -> None:
    text = "\n\n".join(lines)
    files = {
        "a.txt": text.encode(),
        "b.txt": text.encode("gb18030"),
        "c.txt": text.encode("utf-16"),
        "a.docx": docx_file(lines),
        "a.md": text.encode(),
        "b.md": "\n".join(lines).encode("gb18030"),
        "a.epub": epub_file([lines[:20], lines[20:50], lines[50:]]),
        "a.pdf": pdf_file(paged(lines)),
    }
    for name, data in files.items():
        assert lines_of(open_report(save(tmp_path, name, data)).text) == lines, name
    for name, charset in (("a.html", "utf-8"), ("b.htm", "gb18030"), ("c.html", "gb2312")):
        written = [line.replace("·", "・") if charset == "gb2312" else line for line in lines]
        data = (
            html_page(lines, TITLE, charset) if charset != "gb2312" else html_page(written, TITLE, "gb18030")
        )
        if charset == "gb2312":
            data = data.replace(b'charset="gb18030"', b'charset="gb2312"')
        found = lines_of(open_report(save(tmp_path, name, data)).text)
        assert found == [TITLE, *written], name


def test_a_web_page_loses_what_surrounds_its_text(tmp_path: Path) -> None:
    body = [
        "各位代表：",
        "一、2024年工作回顾",
        "全市生产总值增长5.8%，就业稳定。" * 3,
        "下载量增长20%，打印成本下降。" * 2,
    ]
    report = open_report(save(tmp_path, "a.html", html_page(body, TITLE, "gb18030")))
    assert lines_of(report.text) == [TITLE, *body]
    assert (report.title, report.place, report.encoding) == (TITLE, "青岛市", "gb18030")


def test_scripts_hidden_parts_and_links_of_a_page_are_no_text(tmp_path: Path) -> None:
    page = PAGE.format(
        title=TITLE,
        charset="utf-8",
        body='<p style="display: none">看不见的话，不在正文里，不应该出现。</p><table><tr><td>指标</td><td>数值</td></tr>'
        "<tr><td>生产总值</td><td>增长5%</td></tr></table><p>全市生产总值增长<b>5.8</b>%，\n  就业稳定，物价平稳。<br>另起一行，继续说明情况。</p>",
    )
    text = open_report(save(tmp_path, "a.html", page.encode())).text
    assert "看不见" not in text
    assert "脚本" not in text
    assert lines_of(text)[1:] == [
        "指标\t数值",
        "生产总值\t增长5%",
        "全市生产总值增长5.8%，就业稳定，物价平稳。",
        "另起一行，继续说明情况。",
    ]


@pytest.mark.parametrize("depth", [300, 100_000])
def test_deep_pages_are_refused_in_one_line(tmp_path: Path, depth: int) -> None:
    page = f"<html><body>{'<div>' * depth}<p>正文在很深的地方，读不到。</p>{'</div>' * depth}</body></html>"
    with pytest.raises(UnreadableReport, match="nested too deeply"):
        open_report(save(tmp_path, "deep.html", page.encode()))


def test_a_page_opens_no_file_and_no_entity(tmp_path: Path) -> None:
    secret = save(tmp_path, "secret.txt", "机密内容".encode())
    page = (
        f'<?xml version="1.0"?><!DOCTYPE html [<!ENTITY x SYSTEM "{secret.as_uri()}">]><html><body>'
        f'<img src="{secret.as_uri()}"><p>全市生产总值增长5.8%，就业稳定。&x; &#xD800; &#0;</p></body></html>'
    )
    assert "机密" not in open_report(save(tmp_path, "x.xhtml", page.encode())).text


def test_markdown_is_read_as_text(tmp_path: Path) -> None:
    text = (
        "---\ntitle: 2025年某市政府工作报告\n---\n\n# 政府工作报告\n\n各位代表：\n\n## 一、回顾\n"
        "**全市生产总值增长5%。**就业*稳定*，\n物价平稳。\n第二段，见[附件](http://x.y/z)。\n\n1. 第一条\n2. 第二条\n\n"
        "| 指标 | 数值 |\n|---|---|\n| 就业 | 30万 |\n\n<script>alert('坏')</script>\n\n<div>网页里的一段。</div>\n\nfirst line\nsecond line\n"
    )
    report = open_report(save(tmp_path, "a.md", text.encode()))
    assert lines_of(report.text) == [
        "政府工作报告",
        "各位代表：",
        "一、回顾",
        "全市生产总值增长5%。就业稳定，物价平稳。",
        "第二段，见附件。",
        "1. 第一条",
        "2. 第二条",
        "指标\t数值",
        "就业\t30万",
        "网页里的一段。",
        "first line second line",
    ]


def test_books_are_read_in_the_order_of_their_spine_without_their_contents(tmp_path: Path) -> None:
    book = epub_file([["各位代表：", "一、回顾"], ["二、安排", "增长5%。"]], title="2025年某省政府工作报告")
    report = open_report(save(tmp_path, "a.epub", book))
    assert lines_of(report.text) == ["各位代表：", "一、回顾", "二、安排", "增长5%。"]
    assert report.title == "2025年某省政府工作报告"


def test_books_under_lock_are_told(tmp_path: Path) -> None:
    lock = '<encryption><CipherReference URI="OEBPS/text/chapter%200.xhtml"/></encryption>'
    book = epub_file([["各位代表："]], **{"META-INF/encryption.xml": lock})
    with pytest.raises(UnreadableReport, match="DRM"):
        open_report(save(tmp_path, "a.epub", book))
    with pytest.raises(UnreadableReport, match="no EPUB"):
        open_report(save(tmp_path, "b.epub", zip_file({"a.txt": "x"})))


def test_an_encoding_can_be_chosen_and_is_remembered(tmp_path: Path) -> None:
    file = save(tmp_path, "a.txt", "工作報告，各位代表".encode("big5"))
    assert open_report(file).encoding in ("big5hkscs", "gb18030")
    choose_encoding(file, "big5")
    try:
        report = open_report(file)
        assert (report.text, report.encoding) == ("工作報告，各位代表", "big5")
        assert chosen_encoding(file) == "big5"
        assert open_report(file, "gb18030").encoding == "gb18030"
    finally:
        choose_encoding(file, None)
    assert chosen_encoding(file) is None


@pytest.mark.parametrize(
    ("name", "way"), [("a.doc", ".docx"), ("a.mhtml", ".html"), ("a.rar", "unpack"), ("a.png", "OCR")]
)
def test_other_formats_are_told_with_a_way_out(tmp_path: Path, name: str, way: str) -> None:
    with pytest.raises(UnreadableReport, match=way):
        read_document(save(tmp_path, name, b"anything"))


def test_ids_of_known_formats_stay(lines: list[str], tmp_path: Path) -> None:
    text = "\n".join(lines)
    plain = open_report(save(tmp_path, "a.txt", text.encode()))
    assert isinstance(plain, Report)
    assert plain.id == open_report(save(tmp_path, "a.docx", docx_file(lines))).id
