"""PDF files: order of reading, what is on every page, lines into paragraphs, pages, and what cannot be read."""

from __future__ import annotations

from pathlib import Path

import pytest

from index.errors import UnreadableReport
from index.readers import open_report, read_document
from index.readers.document import Allowance, Limits
from index.readers.pdf import read_pdf, render_page
from index.readers.pdfium import PdfiumFailure, read_glyphs
from tests.document_files import pdf_file, pdf_of, save, wrapped

PARAGRAPHS = [
    "各位代表：",
    "一、2024年工作回顾",
    "过去一年，全市生产总值增长5.8%，一般公共预算收入增长4.1%，城镇新增就业三十六万人，居民人均可支配收入增长5.6%，粮食总产量达到三百一十八万吨，市场主体总量超过二百一十三万户，各项工作取得新的成绩。",
    "（一）经济运行稳中向好。工业投资增长百分之十二，高技术制造业投资增长百分之十八，社会消费品零售总额增长百分之七点三，进出口总额保持增长，实际使用外资居全省第一位，重点项目建设全面提速。",
    "二、2025年重点工作",
    "做好今年工作，要坚持稳中求进工作总基调，完整、准确、全面贯彻新发展理念，加快构建新发展格局，扎实推动高质量发展，统筹扩大内需和深化供给侧结构性改革，统筹新型城镇化和乡村全面振兴。",
]
Printed = list[tuple[float, float, str]]


def column(lines: list[str], x: float = 80, top: float = 760, pitch: float = 20) -> Printed:
    return [(x, top - pitch * i, line) for i, line in enumerate(lines)]


def text_of(pages: list[Printed], **more: object) -> list[str]:
    return read_pdf(pdf_file(pages, **more), "a.pdf").text.split("\n")  # type: ignore[arg-type]


def test_lines_become_paragraphs_again() -> None:
    assert text_of([column(wrapped(PARAGRAPHS, 34))]) == PARAGRAPHS
    assert text_of([column(wrapped(PARAGRAPHS, 33, indent=False))]) == PARAGRAPHS


def test_paragraphs_set_apart_need_no_indent() -> None:
    lines: Printed = []
    y = 780.0
    for words in ["一二三四五六七八九十" * 6, "甲乙丙丁戊己庚辛壬癸" * 6]:  # both end in a full line
        for printed in wrapped([words], 30, indent=False):
            lines.append((80, y, printed))
            y -= 20
        y -= 16
    assert text_of([lines]) == ["一二三四五六七八九十" * 6, "甲乙丙丁戊己庚辛壬癸" * 6]


def test_columns_are_read_one_after_the_other() -> None:
    printed = wrapped(PARAGRAPHS, 17)
    half = len(printed) // 2
    page = [
        (180.0, 800.0, "某市人民政府工作报告全文刊登"),
        *column(printed[:half], 60),
        *column(printed[half:], 320),
    ]
    assert text_of([page]) == ["某市人民政府工作报告全文刊登", *PARAGRAPHS]


def test_a_table_is_no_pair_of_columns() -> None:
    rows = [
        ("指标", "2023年", "2024年"),
        ("生产总值", "5.9%", "5.8%"),
        ("就业", "35万人", "36万人"),
        ("粮食", "310万吨", "318万吨"),
    ]
    page = [
        (80 + 150.0 * k, 600 - 20.0 * i, cell) for i, row in enumerate(rows) for k, cell in enumerate(row)
    ]
    found = text_of([[*column(wrapped(PARAGRAPHS[:3], 34)), *page]])
    assert found[-4:] == ["\t".join(row) for row in rows]


def test_what_stands_on_every_page_is_left_out_and_pages_are_known() -> None:
    printed = wrapped(PARAGRAPHS * 3, 34)
    pages = [
        [
            (200.0, 810.0, f"某市政府工作报告 第{n + 1}页"),
            *column(printed[k : k + 14]),
            (290.0, 40.0, f"- {n + 1} -"),
        ]
        for n, k in enumerate(range(0, len(printed), 14))
    ]
    document = read_pdf(pdf_file(pages), "a.pdf")
    assert document.text.split("\n") == PARAGRAPHS * 3
    assert [page for _, page in document.pages] == list(range(1, len(pages) + 1))
    for offset, page in document.pages:
        shown = pages[page - 1][1][2].strip("　")
        assert document.text[offset : offset + len(shown)] == shown


def test_a_title_that_is_the_header_of_all_pages_stays_once() -> None:
    printed = wrapped(PARAGRAPHS * 2, 34)
    pages = [
        [(240.0, 815.0, "政府工作报告"), *column(printed[k : k + 9], top=700)]
        for k in range(0, len(printed), 9)
    ]
    pages[0].insert(1, (240.0, 740.0, "政府工作报告"))
    assert text_of(pages) == ["政府工作报告", *PARAGRAPHS * 2]


def test_english_lines_are_joined_with_blanks_and_hyphens_mended() -> None:
    lines = [
        "We kept to the general principle of pursuing pro-",
        "gress while ensuring stability, and GDP grew by 5.2",
        "percent. High-quality development advanced.",
        "Employment remained stable over the whole year.",
    ]
    page = [(72.0, 760.0 - 18 * i, line) for i, line in enumerate(lines)]
    report = read_pdf(pdf_file([page], size=11), "a.pdf").text.replace("\n", " ")
    assert "pursuing progress while" in report
    assert "5.2 percent" in report


def test_lists_keep_their_entries_whole() -> None:
    lines = [
        "● Rural incomes grew faster than",
        "those of cities for the fifth",
        "year.",
        "● Grain was plentiful.",
    ]
    page = [(72.0 if line.startswith("●") else 96.0, 700.0 - 18 * i, line) for i, line in enumerate(lines)]
    first = [(72.0, 760.0, "We made progress in every part")]
    found = read_pdf(pdf_file([[*first, *page]], size=11), "a.pdf").text.split("\n")
    assert found[-2:] == [
        "● Rural incomes grew faster than those of cities for the fifth year.",
        "● Grain was plentiful.",
    ]


def test_footnotes_do_not_stand_inside_a_paragraph() -> None:
    words = "全市生产总值增长百分之五点八，就业稳定，物价平稳，各项工作取得新的成绩。" * 4
    printed = wrapped(["各位代表：", words, "现在报告工作。"], 30)
    notes = ["①生产总值：一个地区所有常住单位的生产成果。", "②就业：指从事有报酬的劳动。"]
    below = [(80.0, 80.0 - 14 * i, note) for i, note in enumerate(notes)]
    pages = [[*column(printed[:4]), *below], column(printed[4:])]
    document = read_pdf(pdf_file(pages, small=notes), "a.pdf")
    assert document.text.split("\n") == ["各位代表：", words, *notes, "现在报告工作。"]
    assert document.pages[0] == (0, 1)
    assert [page for _, page in document.pages] == [1, 2, 1, 2]


def test_the_report_knows_its_pages(tmp_path: Path) -> None:
    printed = wrapped(PARAGRAPHS, 34)
    file = save(tmp_path, "a.pdf", pdf_file([column(printed[:5]), [], column(printed[5:])]))
    report = open_report(file)
    assert report.page_of(0) == 1
    assert report.page_of(len(report.text) - 1) == 3
    assert [s.words for s in report.sections] == ["一、2024年工作回顾", "二、2025年重点工作"]
    assert not report.notice


def test_a_scan_is_told_with_what_to_do() -> None:
    image = b"<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 /Length 1 >>\nstream\nx\nendstream"
    stream = b"q 500 0 0 700 40 40 cm /I Do Q"
    scan = pdf_of(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /XObject << /I 5 0 R >> >> >>",
            b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
            image,
        ]
    )
    with pytest.raises(UnreadableReport, match="OCR"):
        read_pdf(scan, "a.pdf")
    with pytest.raises(UnreadableReport, match="no text"):
        read_pdf(pdf_file([[]]), "a.pdf")


def test_a_locked_pdf_is_told() -> None:
    import io

    import pypdf

    writer = pypdf.PdfWriter(clone_from=io.BytesIO(pdf_file([column(wrapped(PARAGRAPHS, 34))])))
    writer.encrypt("secret", "owner", algorithm="RC4-128")
    locked = io.BytesIO()
    writer.write(locked)
    with pytest.raises(UnreadableReport, match="password"):
        read_pdf(locked.getvalue(), "a.pdf")
    opened = pypdf.PdfWriter(clone_from=io.BytesIO(pdf_file([column(wrapped(PARAGRAPHS, 34))])))
    opened.encrypt("", "owner", algorithm="RC4-128")  # may be read by anyone, only not changed
    written = io.BytesIO()
    opened.write(written)
    assert read_pdf(written.getvalue(), "a.pdf").text.split("\n") == PARAGRAPHS


def test_the_second_reader_takes_over() -> None:
    lines = [
        "各位代表：",
        "过去一年，城镇新增就业三十六万人，粮食总产量达到三百一十八万吨，市场主体总量超过二百万户。",
        "现在报告工作。",
    ]
    # PDFium does not look so far down for the beginning.
    data = b"\n" * 1500 + pdf_file([column(wrapped(lines, 20))])
    with pytest.raises(PdfiumFailure):
        read_glyphs(data, "a.pdf", Allowance("a.pdf", Limits()))
    document = read_pdf(data, "a.pdf")
    assert document.text.split("\n") == lines
    assert "damaged" in document.notice
    with pytest.raises(UnreadableReport, match="damaged"):
        read_pdf(b"%PDF-1.4\nnothing", "a.pdf")


def test_limits_are_kept(tmp_path: Path) -> None:
    file = save(tmp_path, "a.pdf", pdf_file([column(wrapped(PARAGRAPHS, 34))] * 3))
    with pytest.raises(UnreadableReport, match="3 pages; more than 2"):
        read_document(file, limits=Limits(pages=2))
    with pytest.raises(UnreadableReport, match="more than 100 characters"):
        read_document(file, limits=Limits(characters=100))
    with pytest.raises(UnreadableReport, match="too long"):
        read_document(file, limits=Limits(seconds=1e-9))


def test_a_table_of_contents_that_was_damaged_is_told() -> None:
    data = pdf_file([column(wrapped(PARAGRAPHS, 34))])
    wrong = data[: data.rindex(b"startxref")] + b"startxref\n7\n%%EOF\n"
    document = read_pdf(wrong, "a.pdf")
    assert document.text.split("\n") == PARAGRAPHS
    assert "damaged" in document.notice


def test_a_page_is_shown_as_a_picture() -> None:
    data = pdf_file([column(wrapped(PARAGRAPHS, 34)), [(80, 700, "第二页")]])
    image = render_page(data, "a.pdf", 2, 300)
    assert image.width == 300
    assert abs(image.height - 300 * 842 / 595) < 2
    assert len(image.rgba) == 4 * image.width * image.height
    assert image.rgba[:4] == b"\xff\xff\xff\xff"
    assert render_page(data, "a.pdf", 1, 100_000).width <= 6_000
    with pytest.raises(UnreadableReport, match="no page 3"):
        render_page(data, "a.pdf", 3, 300)


@pytest.mark.parametrize("turned", [90, 180, 270])
def test_turned_pages_are_read_as_they_are_shown(turned: int) -> None:
    across = {90: (0, 1, -1, 0), 180: (-1, 0, 0, -1), 270: (0, -1, 1, 0)}[turned]
    data = pdf_file([column(wrapped(PARAGRAPHS, 34))])
    a, b, c, d = across
    # the text is set turned on the sheet; readers turn the sheet
    places = [(x, y, words) for x, y, words in column(wrapped(PARAGRAPHS, 34))]
    for x, y, _ in places:
        old = f"1 0 0 1 {x} {y} Tm".encode()
        new = f"{a} {b} {c} {d} {a * (x - 300) + c * (y - 400) + 300:.0f} {b * (x - 300) + d * (y - 400) + 400:.0f} Tm".encode()
        data = data.replace(old, new)
    assert read_pdf(data, "a.pdf").text.split("\n") == PARAGRAPHS
