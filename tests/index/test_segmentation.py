"""The section tree, paragraphs and front matter of reports of several shapes."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.report import Language, Report, Section
from index.segmentation import segment
from index.text import normalise
from resources import resource_path

BODY = "我们坚持稳中求进工作总基调，完整准确全面贯彻新发展理念，经济运行总体平稳、稳中有进。"


@pytest.fixture(scope="module")
def sample() -> Report:
    text = resource_path("reports", "qingdao-2024.txt").read_text(encoding="utf-8")
    return segment(normalise(text), path="/somewhere/qingdao-2024.txt")


def report(*lines: str, path: str = "") -> Report:
    return segment("\n".join(lines), path=path)


def outline(sections: tuple[Section, ...]) -> list[tuple[int, str, str]]:
    return [(s.level, s.number, s.title) for root in sections for s in root.walk()]


def everything(sections: tuple[Section, ...]) -> Iterator[Section]:
    for root in sections:
        yield from root.walk()


def test_the_sample_has_its_three_chapters_and_their_parts(sample: Report) -> None:
    assert [(s.number, s.title) for s in sample.sections] == [
        ("一、", "2023年工作回顾"),
        ("二、", "2024年工作总体要求和主要目标"),
        ("三、", "2024年重点工作安排"),
    ]
    assert [len(s.children) for s in sample.sections] == [8, 0, 10]
    assert sample.sections[0].children[0].title == "经济向好态势更加稳固"
    assert {s.level for s in sample.sections[2].children} == {2}
    last = sample.sections[2].children[9]
    assert [s.title for s in last.children][:2] == ["大力促进就业创业", "加快建设教育强市"]


def test_the_sample_is_named_and_dated_though_it_has_no_title_line(sample: Report) -> None:
    assert (sample.title, sample.place, sample.year) == ("青岛市政府工作报告（2024年）", "青岛市", 2024)
    assert sample.language is Language.ZH


def test_what_turns_to_the_deputies_again_is_not_in_the_last_part(sample: Report) -> None:
    closing = sample.text.index("各位代表！使命重在担当")
    assert [s.number for s in sample.section_path(closing)] == ["三、"]
    review = sample.text.index("各位代表！一年来各项成绩的取得")
    assert [s.number for s in sample.section_path(review)] == ["一、"]


def test_a_run_in_heading_is_the_first_sentence_and_its_section_runs_on(sample: Report) -> None:
    first = sample.sections[0].children[0]
    assert first.heading.of(sample.text) == "（一）经济向好态势更加稳固。"
    assert first.span.of(sample.text).startswith("（一）经济向好态势更加稳固。着力扩内需")
    assert sample.paragraphs[6].level == 0
    assert sample.paragraphs[2].level == 1


def test_paragraphs_are_the_lines_with_something_on_them(sample: Report) -> None:
    lines = [line.strip() for line in sample.text.split("\n") if line.strip()]
    assert [p.span.of(sample.text) for p in sample.paragraphs] == lines
    assert [p.id for p in sample.paragraphs] == [f"p{i}" for i in range(len(lines))]
    assert [s.id for s in sample.sentences] == [f"s{i}" for i in range(len(sample.sentences))]


def test_lines_without_blank_lines_between_are_read_the_same() -> None:
    spaced = report("一、工作回顾", "", BODY, "", "二、工作安排", "", BODY)
    dense = report("一、工作回顾", BODY, "二、工作安排", BODY)
    assert outline(spaced.sections) == outline(dense.sections)
    assert outline(dense.sections) == [(1, "一、", "工作回顾"), (1, "二、", "工作安排")]


def test_four_ranks_nest() -> None:
    found = report(
        "第一部分 回顾",
        "一、经济",
        "（一）工业",
        "1.钢铁",
        BODY,
        "（1）产量",
        BODY,
        "2．汽车",
        BODY,
        "二、社会",
        BODY,
    )
    assert outline(found.sections) == [
        (1, "第一部分", "回顾"),
        (2, "一、", "经济"),
        (3, "（一）", "工业"),
        (4, "1.", "钢铁"),
        (5, "（1）", "产量"),
        (4, "2．", "汽车"),
        (2, "二、", "社会"),
    ]


def test_a_skipped_rank_leaves_no_gap() -> None:
    found = report(
        "一、回顾", "一是经济向好。" + BODY, "二是民生改善。" + BODY, "二、安排", "（一）稳增长", BODY
    )
    assert [level for level, _, _ in outline(found.sections)] == [1, 2, 2, 1, 2]


def test_dashes_and_items_begin_sections() -> None:
    found = report("一、回顾", "——经济稳中有进。" + BODY, "——民生持续改善。" + BODY)
    assert outline(found.sections)[1:] == [(2, "——", "经济稳中有进"), (2, "——", "民生持续改善")]


def test_numbers_in_running_prose_begin_nothing() -> None:
    found = report(
        "一、回顾",
        "一是坚持创新。推动发展；二是坚持协调。促进均衡；三是坚持绿色。保护生态。",
        "为此，要做到：（一）坚持创新；（二）坚持协调。" + BODY,
        "2.5万个项目开工建设。" + BODY,
        "（一）完成投资；",
        "（二）完成改造；",
    )
    assert outline(found.sections) == [(1, "一、", "回顾")]


def test_a_list_of_single_sentences_is_not_a_row_of_sections() -> None:
    found = report("一、回顾", BODY, "1.完成老旧小区改造任务。", "2.新建公园绿地五十处。", "3.新增停车泊位。")
    assert outline(found.sections) == [(1, "一、", "回顾")]


def test_chapters_without_numbers() -> None:
    found = report(
        "2026年甘肃省政府工作报告",
        "——二〇二六年一月二十七日在甘肃省十四届人民代表大会第四次会议上",
        "来源：甘肃日报",
        "甘肃省省长 任某某",
        "各位代表：",
        "现在，我代表省人民政府，向大会报告工作，请予审议。",
        "“十四五”时期工作回顾",
        BODY,
        "2026年重点工作",
        BODY,
        "（一）放大政策效应",
        BODY,
        "（二）建设产业体系",
        BODY,
    )
    assert outline(found.sections) == [
        (1, "", "“十四五”时期工作回顾"),
        (1, "", "2026年重点工作"),
        (2, "（一）", "放大政策效应"),
        (2, "（二）", "建设产业体系"),
    ]
    assert (found.title, found.place, found.year) == ("2026年甘肃省政府工作报告", "甘肃省", 2026)


def test_an_unnumbered_heading_above_numbers_that_begin_anew() -> None:
    found = report(
        "各位代表：",
        BODY,
        "发展成就和工作回顾",
        BODY,
        "主要目标和重点工作",
        BODY,
        "一、主线",
        BODY,
        "二、任务",
        BODY,
    )
    assert [(level, title) for level, _, title in outline(found.sections)] == [
        (1, "发展成就和工作回顾"),
        (1, "主要目标和重点工作"),
        (2, "主线"),
        (2, "任务"),
    ]


def test_front_matter_is_text_but_no_heading() -> None:
    found = report(
        "当前位置：",
        "首页",
        "宁夏要闻",
        "2026年宁夏回族自治区政府工作报告",
        "来源：",
        "宁夏日报客户端",
        "——2026年2月3日在宁夏回族自治区第十三届人民代表大会第四次会议上",
        "自治区人民政府主席 张某",
        "各位代表：",
        BODY,
        "一、2025年工作总结",
        BODY,
        "扫一扫在手机打开当前页",
        "打印本页",
    )
    assert outline(found.sections) == [(1, "一、", "2025年工作总结")]
    assert len(found.paragraphs) == 14
    assert (found.place, found.year) == ("宁夏回族自治区", 2026)


def test_the_national_report() -> None:
    found = report(
        "政府工作报告",
        "——2024年3月5日在第十四届全国人民代表大会第二次会议上",
        "国务院总理",
        "各位代表：",
        BODY,
        "一、2023年工作回顾",
        BODY,
    )
    assert (found.title, found.place, found.year) == ("政府工作报告（2024年）", "全国", 2024)


def test_leads_in_a_row_are_headings_and_a_single_one_is_not() -> None:
    several = report(
        "一、安排",
        "（一）扩大需求",
        "促进消费。" + BODY,
        "扩大投资。" + BODY,
        "二、其他",
        "稳定就业。" + BODY,
    )
    assert [title for _, _, title in outline(several.sections)] == [
        "安排",
        "扩大需求",
        "促进消费",
        "扩大投资",
        "其他",
    ]


def test_a_table_of_contents_is_not_the_text() -> None:
    found = report("一、工作回顾", "二、工作安排", "一、工作回顾", BODY, "二、工作安排", BODY)
    assert [s.title for s in found.sections] == ["工作回顾", "工作安排"]
    assert all(BODY in s.span.of(found.text) for s in found.sections)


def test_an_annex_is_a_chapter_of_its_own() -> None:
    found = report(
        "一、回顾", BODY, "二、安排", BODY, "附件1", "2026年十件民生实事", BODY, "一、提高保障水平", BODY
    )
    assert outline(found.sections)[2:] == [(1, "", "附件1 2026年十件民生实事"), (2, "一、", "提高保障水平")]


def test_an_english_report() -> None:
    body = "We pursued progress while ensuring stability, and the economy grew by 5.9 percent over the year."
    found = report(
        "Report on the Work of the Government",
        "Delivered on January 16, 2024",
        "Fellow deputies,",
        body,
        "I. Review of 2023",
        "(I) The economy became more stable. " + body,
        "(II) The real economy grew. " + body,
        "II. Plans for 2024",
        "1. Expand demand",
        body,
    )
    assert found.language is Language.EN
    assert found.title == "Report on the Work of the Government (2024)"
    assert found.year == 2024
    assert outline(found.sections) == [
        (1, "I.", "Review of 2023"),
        (2, "(I)", "The economy became more stable"),
        (2, "(II)", "The real economy grew"),
        (1, "II.", "Plans for 2024"),
        (2, "1.", "Expand demand"),
    ]


@pytest.mark.parametrize(
    ("lines", "path", "year"),
    [
        (("一、2019年工作回顾", BODY, "二、2020年工作安排", BODY), "x/report.txt", 2020),
        (("一、2023年和“十四五”时期工作回顾", BODY), "", 2024),
        (("一、1998年工作回顾和1999年工作的总体要求", BODY), "", 1999),
        (("一、过去五年的工作", BODY), "reports/2013.txt", 2013),
        (("一、过去五年的工作", BODY), "notes.txt", None),
    ],
)
def test_the_year_is_found_where_it_stands(lines: tuple[str, ...], path: str, year: int | None) -> None:
    assert report(*lines, path=path).year == year


def test_a_given_title_is_kept() -> None:
    assert segment("一、回顾", title="我的报告").title == "我的报告"


def test_the_id_depends_on_the_text_alone() -> None:
    assert segment(BODY, path="a.txt").id == segment(BODY, path="b.txt").id
    assert segment(BODY).id != segment(BODY + "。").id


LINES = [
    *(
        "",
        "一、回顾",
        "二、安排",
        "（一）工业",
        "（二）农业",
        "1.钢铁",
        "各位代表！",
        "附件1",
        "第一部分",
        "一",
        "（",
        "名词解释",
    ),
    *(
        "——向好。" + BODY,
        "促进消费。" + BODY,
        "一是好。" + BODY,
        "　　" + BODY,
        BODY,
        "民生改善。",
        "I. Review",
        "\u200b",
    ),
]
lines = st.lists(
    st.one_of(st.sampled_from(LINES), st.text(alphabet="一二三、（）。！1.是的—abc“”《 　", max_size=12)),
    max_size=25,
)


@settings(max_examples=300)
@given(lines)
def test_whatever_the_lines_the_structure_holds(drawn: list[str]) -> None:
    text = "\n".join(drawn)
    found = segment(text)
    assert found.text == text
    covered = 0
    for paragraph in found.paragraphs:
        assert paragraph.span.start >= covered
        assert "\n" not in paragraph.span.of(text)
        assert paragraph.sentences[0].span.start == paragraph.span.start
        assert paragraph.sentences[-1].span.end == paragraph.span.end
        for before, after in zip(paragraph.sentences, paragraph.sentences[1:], strict=False):
            assert not text[before.span.end : after.span.start].strip(" \u3000\u200b")
        covered = paragraph.span.end
    ids = [s.id for s in everything(found.sections)]
    assert len(ids) == len(set(ids))
    assert_nested(found.sections, 1, 0, len(text))


def assert_nested(sections: tuple[Section, ...], level: int, start: int, end: int) -> None:
    for section in sections:
        assert section.level == level
        assert (
            start
            <= section.span.start
            == section.heading.start
            < section.heading.end
            <= section.span.end
            <= end
        )
        assert_nested(section.children, level + 1, section.heading.end, section.span.end)
        start = section.span.end
