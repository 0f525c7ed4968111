"""``report-reader brief``, and the files it writes: Word, HTML and Markdown, read back, whatever the user wrote."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from html.parser import HTMLParser
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING
from zipfile import ZipFile

import pytest

from desktop.cli import main
from desktop.cli.briefs import add_to_brief
from desktop.export.brief import FORMATS, export_brief, render_brief
from desktop.export.brief.writing import file_name
from desktop.services import Services
from index.briefs import Brief, Heading, Note, Quote, Shelf
from index.errors import UnknownBrief, UnusableOutput
from index.report import Language, Report
from index.search import Passage
from index.text import Span
from tests.desktop_fakes import FakeServices

if TYPE_CHECKING:
    from docx.document import Document

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
DAY = date(2026, 11, 26)
ZH, EN = Language.ZH, Language.EN
HOSTILE = '<script>alert("1")</script> & &lt;b&gt; <!-- --> ]]> `x` *y* [z](javascript:1) | # \ud83d \x00\x0b\x1f\ufffe 𠮷'
QUOTE = Quote(
    "地区生产总值达到15760.3亿元。", target="GDP reached 1.57603 trillion yuan.", engine="neural", report_id="r1",
    title="青岛市政府工作报告（2024年）", place="青岛市", year=2024, sections=("一、2023年工作回顾", "（一）经济向好"), paragraph=6,
    warning="figures missing from the translation: 1", doubts=("unsure",), remark="Above the plan.\nAsk again.", id="q1",
)  # fmt: skip
OTHER = Quote(
    "Exports grew.",
    EN,
    target="出口增长。",
    engine="corrected",
    report_id="r2",
    title="Report",
    year=2023,
    id="q2",
)
BRIEF = Brief("b1", "Trade 外贸", (Heading("Economy"), Note("First.\n\nSecond."), QUOTE, OTHER, Note("完。")))
NASTY = Brief("b2", HOSTILE, (
    Heading(HOSTILE), Note(HOSTILE + "\n" + "长" * 10_000), Note("\n---\n1. one\n# two\n> three\n    four"),
    Quote(HOSTILE, target=HOSTILE, engine="neural", title=HOSTILE, place=HOSTILE, sections=(HOSTILE,), warning=HOSTILE,
          doubts=(HOSTILE,), remark=HOSTILE), Quote("\x00"), Quote("")))  # fmt: skip


@pytest.fixture
def services(data_folder: Path) -> Iterator[Services]:
    made = FakeServices(data_folder)
    yield made
    made.close()


def passages(sample: Report, *places: int) -> list[Passage]:
    return [
        Passage(n, 0.5, sample.id, sample.title, "", s.id, s.span, 0, 0, 1, s.span.of(sample.text))
        for n, s in enumerate((sample.sentences[place] for place in places), start=1)
    ]


class Page(HTMLParser):
    """What a browser would make of a page."""

    def __init__(self, data: bytes) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.open: list[str] = []
        self.feed(data.decode("utf-8"))
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in ("meta",):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data


def document_of(data: bytes) -> Document:
    import docx

    return docx.Document(BytesIO(data))


def paragraphs(data: bytes) -> list[tuple[str, str]]:
    return [(str(p.style.name) if p.style else "", p.text) for p in document_of(data).paragraphs]


# The files


def test_a_word_document_has_styles_both_languages_and_citations() -> None:
    data = render_brief(BRIEF, "docx", EN, DAY)
    assert paragraphs(data) == [
        ("Title", "Trade 外贸"),
        ("Subtitle", "26 November 2026 · 2 passages from 2 reports"),
        ("Heading 1", "Economy"),
        ("Normal", "First."),
        ("Normal", "Second."),
        ("Brief Original", "地区生产总值达到15760.3亿元。"),
        ("Brief Translation", "GDP reached 1.57603 trillion yuan."),
        ("Brief Citation", "[1] 青岛市政府工作报告（2024年），一、2023年工作回顾 › （一）经济向好, paragraph 6 · Machine translation"),
        ("Brief Caution", "⚠ Check the figures (figures missing from the translation: 1)"),
        ("Brief Caution", "⚠ The machine is unsure of this translation; compare it with the original"),
        ("Brief Comment", "Comment: Above the plan."),
        ("Brief Comment", "Ask again."),
        ("Brief Original", "Exports grew."),
        ("Brief Translation", "出口增长。"),
        ("Brief Citation", "[2] Report (2023)"),
        ("Normal", "完。"),
        ("Heading 1", "Sources"),
        ("Brief Source", "[1]\tPeople’s Government of Qingdao (青岛市人民政府). 青岛市政府工作报告（2024年） [Government work report, in Chinese]. 2024."),
        ("Brief Source", "[2]\tReport [Government work report]. 2023."),
        ("Brief Remark on Translations", "Passages marked “machine translation” were not checked by a person."),
    ]  # fmt: skip
    document = document_of(data)
    for style in document.styles:
        if style.name in ("Normal", "Title", "Heading 1", "Brief Original", "Brief Translation"):
            fonts = style.element.rPr.rFonts
            assert fonts.get(_W + "eastAsia") == "DengXian"
            assert not [name for name in fonts.attrib if "heme" in name]
    italics = {
        p.text: p.runs[0].italic
        for p in document.paragraphs
        if p.style and "Translation" in str(p.style.name)
    }
    assert italics["GDP reached 1.57603 trillion yuan."] is True
    assert italics["出口增长。"] is False
    assert document.core_properties.title == "Trade 外贸"
    assert document.core_properties.author == ""


def test_the_parts_of_a_style_stand_in_the_order_that_word_demands() -> None:
    order = "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs spacing ind contextualSpacing jc outlineLvl".split()
    document = document_of(render_brief(BRIEF, "docx", EN, DAY))
    elements = [p._p.pPr for p in document.paragraphs] + [
        style.element.find(_W + "pPr") for style in document.styles
    ]
    checked = 0
    for element in elements:
        if element is not None:
            places = [order.index(child.tag.split("}")[1]) for child in element]
            assert places == sorted(places)
            checked += 1
    assert checked > 20


def test_a_chinese_frame_cites_after_the_national_standard() -> None:
    text = render_brief(BRIEF, "md", ZH, DAY).decode("utf-8")
    assert "*2026年11月26日 · 摘录2条，出自2份报告*" in text
    assert "（一）经济向好，第6段 · 机器翻译" in text
    assert "\\[1\\] 青岛市人民政府. 青岛市政府工作报告（2024年）\\[R\\]. 2024." in text
    assert "**⚠ 请对照原文核对数字**" in text
    assert "**评注：**Above the plan." in text
    assert "Check" not in text


def test_a_page_is_one_file_with_languages_and_nothing_from_elsewhere() -> None:
    data = render_brief(BRIEF, "html", EN, DAY)
    page = Page(data)
    assert page.tags[0] == ("html", {"lang": "en"})
    quoted = [(a["class"], a["lang"]) for tag, a in page.tags if tag == "blockquote"]
    assert quoted == [("source", "zh-CN"), ("target", "en"), ("source", "en"), ("target", "zh-CN")]
    assert [a["lang"] for tag, a in page.tags if tag == "cite"] == ["zh-CN", "en"]
    assert ("p", {"lang": "zh-CN"}) in page.tags  # the user's own Chinese note in an English frame
    assert not {tag for tag, _ in page.tags} & {"script", "link", "img", "iframe", "object", "a", "base"}
    assert b"url(" not in data
    assert b"http:" not in data
    assert b"https:" not in data
    assert b"default-src 'none'" in data
    assert b"prefers-color-scheme: dark" in data
    assert b"@media print" in data
    for words in (
        "地区生产总值达到15760.3亿元。",
        "Machine translation",
        "Check the figures",
        "Comment: ",
        "Sources",
    ):
        assert words in page.text


def test_markdown_quotes_and_cites() -> None:
    text = render_brief(BRIEF, "md", EN, DAY).decode("utf-8")
    assert text.startswith(
        "# Trade 外贸\n\n*26 November 2026 · 2 passages from 2 reports*\n\n## Economy\n\nFirst.\n\nSecond.\n\n"
    )
    assert (
        "> 地区生产总值达到15760.3亿元。\n>\n> *GDP reached 1.57603 trillion yuan.*\n>\n> — \\[1\\] 青岛市"
        in text
    )
    assert "> 出口增长。\n>\n> — \\[2\\] Report (2023)\n" in text


@pytest.mark.parametrize("language", list(Language))
def test_hostile_words_break_no_format(language: Language) -> None:
    data = render_brief(NASTY, "docx", language, DAY)
    read = paragraphs(data)
    assert any('<script>alert("1")</script>' in text for _, text in read)
    assert max(len(text) for _, text in read) == 10_000
    with ZipFile(BytesIO(data)) as archive:
        assert archive.testzip() is None
    raw = render_brief(NASTY, "html", language, DAY)
    page = Page(raw)
    assert "script" not in {tag for tag, _ in page.tags}
    assert all(not name.startswith("on") for _, attributes in page.tags for name in attributes)
    assert '<script>alert("1")</script> & &lt;b&gt; <!-- -->' in page.text
    assert b"\x00" not in raw
    text = render_brief(NASTY, "md", language, DAY).decode("utf-8")
    for line in text.splitlines():
        bare = line.removeprefix("> ").lstrip("#* ")
        assert not bare.startswith(("<", "[", "|", "---", "1. "))
    assert "\\<script\\>" in text
    assert "&amp;lt;" in text


def test_an_empty_brief_can_be_written() -> None:
    for form in FORMATS:
        assert render_brief(Brief("b", ""), form, EN, DAY)
    assert "Untitled brief" in render_brief(Brief("b", " "), "md", EN, DAY).decode()


def test_files_are_whole_or_as_they_were(tmp_path: Path) -> None:
    there = tmp_path / "a.docx"
    export_brief(BRIEF, there, "docx", EN, DAY)
    before = there.read_bytes()
    for path in (tmp_path, tmp_path / "none" / "a.docx", tmp_path / "a\x00.docx", there / "b.docx"):
        with pytest.raises(UnusableOutput) as error:
            export_brief(BRIEF, path, "docx", EN, DAY)
        assert "\n" not in str(error.value)
    assert there.read_bytes() == before
    assert [p.name for p in tmp_path.iterdir()] == ["a.docx"]
    assert file_name(BRIEF, "docx") == "Trade 外贸.docx"
    assert file_name(Brief("b", "../a/b: <c>?"), "md") == "a b c.md"
    assert file_name(Brief("b", "..."), "md") == "brief.md"


# The command


def test_briefs_are_listed_shown_and_exported(
    services: Services, sample: Report, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["brief"]) == 0
    assert "no brief" in capsys.readouterr().out
    assert not services.annotations_file.exists()
    assert add_to_brief(services, "Trade 外贸", passages(sample, 40, 41), {sample.id: sample}) == 2
    assert add_to_brief(services, "trade 外贸", passages(sample, 41, 60), {sample.id: sample}) == 1
    assert main(["brief", "list"]) == 0
    assert "Trade 外贸" in capsys.readouterr().out
    assert main(["brief", "list", "--json"]) == 0
    record = json.loads(capsys.readouterr().out)
    assert (record["title"], record["passages"], record["reports"]) == ("Trade 外贸", 3, 1)
    assert main(["brief", "show", "Trade 外贸", "--json"]) == 0
    first = json.loads(capsys.readouterr().out.splitlines()[0])
    assert first["text"] == sample.sentences[40].span.of(sample.text).strip()
    assert first["engine"] == "neural"
    assert first["translation"]
    assert first["section"]
    assert main(["brief", "show", record["id"][:8]]) == 0
    assert sample.title in capsys.readouterr().out
    for form in FORMATS:
        target = tmp_path / f"out.{form}"
        assert main(["brief", "export", "Trade 外贸", "--output", str(target), "--language", "zh"]) == 0
        assert target.stat().st_size > 500
    assert b'lang="zh-CN"' in (tmp_path / "out.html").read_bytes()
    assert document_of((tmp_path / "out.docx").read_bytes()).paragraphs[0].text == "Trade 外贸"
    assert main(["brief", "export", "Trade 外贸", "--format", "html"]) == 0
    assert capsys.readouterr().out.startswith("<!DOCTYPE html>")


def test_a_name_that_fits_no_brief_or_two_is_one_line(
    services: Services, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["brief", "show", "Nothing"]) == 1
    shelf = Shelf(services.annotations())
    shelf.create("Twice").redo()
    shelf.create("Twice").redo()
    assert main(["brief", "export", "Twice"]) == 1
    assert main(["brief", "export", "Nothing"]) == 1
    assert main(["brief", "export"]) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.count("\n") == 4
    assert shelf.briefs()[0].id[:8] in captured.err
    with pytest.raises(UnknownBrief):
        add_to_brief(services, "Twice", [], {})


def test_a_target_that_cannot_be_written_is_one_line(
    services: Services, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    Shelf(services.annotations()).create("B").redo()
    assert main(["brief", "export", "B", "--output", str(tmp_path / "no" / "b.docx")]) == 1
    assert capsys.readouterr().err.count("\n") == 1


def test_hits_are_added_without_a_model_and_without_their_report(
    tmp_path: Path, sample: Report, capsys: pytest.CaptureFixture[str]
) -> None:
    services = FakeServices(tmp_path / "other", without_models=True)
    lone = Passage(1, 0.5, "gone", "A report", "一、", "s1", Span(3, 7), 2, 0, 4, "某些词语")
    assert add_to_brief(services, " New ", [*passages(sample, 40), lone], {sample.id: sample}) == 2
    assert "without a translation" in capsys.readouterr().err
    (brief,) = Shelf(services.annotations()).briefs()
    assert brief.title == "New"
    assert [q.target for q in brief.quotes] == ["", ""]
    assert brief.quotes[1].anchor.quote == brief.quotes[1].source == "某些词语"
    assert "Not translated" in render_brief(brief, "md", EN, DAY).decode("utf-8")
    services.close()
