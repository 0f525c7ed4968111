"""What is typed into the search line, taken apart; and what of a report it lets through."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.indicators import extract
from index.matching import matches
from index.query import LONGEST, Has, Query, parse_query
from index.report import Report
from index.search import Searcher
from index.variants import to_traditional
from tests.fakes import HashingEmbedder


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("housing for workers", Query("housing for workers")),
        ("「營商環境」", Query("营商环境", phrases=("营商环境",))),
        ('"two words" more', Query("two words more", phrases=("two words",))),
        ("“甲乙” 丙", Query("甲乙 丙", phrases=("甲乙",))),
        ("海洋 -渔业 -“海上 风电”", Query("海洋", without=("渔业", "海上 风电"))),
        ("section:民生 就业", Query("就业", sections=("民生",))),
        ('章节："改革 开放" 就业', Query("就业", sections=("改革 开放",))),
        ("report:广东 地区：四川 GDP", Query("GDP", reports=("广东", "四川"))),
        ("year:2024 jobs", Query("jobs", years=(2024, 2024))),
        ("年份：2026年 就业", Query("就业", years=(2026, 2026))),
        ("year:2026..2024 jobs", Query("jobs", years=(2024, 2026))),
        ("year:2024-2026 jobs", Query("jobs", years=(2024, 2026))),
        ("has:target has:money tax", Query("tax", has=frozenset({Has.TARGET, Has.MONEY}))),
        ("含：目标 税", Query("税", has=frozenset({Has.TARGET}))),
        ("ＧＤＰ　增長", Query("GDP 增长")),
        # What is none of the syntax is words.
        ('an "open mark', Query('an "open mark')),
        ("has:nothing", Query("has:nothing")),
        ("year:20", Query("year:20")),
        ("colour:red", Query("colour:red")),
        ("growth of -5%", Query("growth of -5%")),
        ("PM2.5-free low-carbon", Query("PM2.5-free low-carbon")),
        ("section:", Query("section:")),
        ("a AND b NOT c* NEAR(d)", Query("a AND b NOT c* NEAR(d)")),
        ("-", Query("-")),
        ('""', Query('""')),
        ("", Query("")),
    ],
)
def test_a_line_is_taken_apart(line: str, wanted: Query) -> None:
    assert parse_query(line) == wanted


@given(st.text(max_size=80) | st.text(alphabet='"“”「」-:：ab年 section has', max_size=40))
def test_nothing_typed_fails(line: str) -> None:
    parsed = parse_query(line)
    assert parsed == parse_query(line)
    assert "\x00" not in parsed.text
    assert isinstance(parsed.narrows, bool)
    assert isinstance(parsed.is_empty, bool)


def test_both_scripts_are_one_query() -> None:
    line = "「营商环境」 -审批 section:改革"
    assert parse_query(to_traditional(line)) == parse_query(line)


def test_a_passage_pasted_whole_is_asked_by_its_beginning() -> None:
    assert len(parse_query("经济" * 5_000).text) == LONGEST


def test_reports_are_taken_by_title_place_and_year() -> None:
    asked = parse_query("report:廣東 year:2024..2025")
    assert asked.takes("广东省政府工作报告", "广东", 2025)
    assert asked.takes("政府工作报告", "廣東省", 2024)
    assert not asked.takes("政府工作报告", "广东", 2026)
    assert not asked.takes("政府工作报告", "广东", None)
    assert not asked.takes("政府工作报告", "四川", 2025)


@pytest.fixture(scope="module")
def searcher(sample: Report) -> Searcher:
    made = Searcher(HashingEmbedder(256))
    made.add(sample, {s.id: f"Sentence {n} in English." for n, s in enumerate(sample.sentences)})
    return made


def texts(searcher: Searcher, query: str, limit: int = 600) -> list[str]:
    return [p.text for p in searcher.search(query, limit)]


def test_phrases_must_stand_there_and_excluded_words_must_not(searcher: Searcher, sample: Report) -> None:
    found = texts(searcher, '"乡村振兴"')
    assert set(found) == {
        s.span.of(sample.text) for s in sample.sentences if "乡村振兴" in s.span.of(sample.text)
    }
    assert texts(searcher, "「鄉村振興」") == found
    fewer = texts(searcher, '"乡村振兴" -产业')
    assert fewer
    assert set(fewer) == {text for text in found if "产业" not in text}
    assert texts(searcher, '"Sentence 7 in English"') == [sample.sentences[7].span.of(sample.text)]


def test_a_section_holds_everything_below_it(searcher: Searcher, sample: Report) -> None:
    found = searcher.search("section:工作回顾 增长", 600)
    assert found
    for passage in found:
        titles = [s.title for s in sample.section_path(passage.span.start)]
        assert any("工作回顾" in title for title in titles)


@pytest.mark.parametrize("kind", list(Has))
def test_a_kind_of_figure_is_in_every_passage(searcher: Searcher, sample: Report, kind: Has) -> None:
    found = searcher.search(f"has:{kind.value}", 600)
    with_figures = {i.sentence_id for i in extract(sample)}
    assert found
    assert {p.sentence_id for p in found} <= with_figures
    starts = [p.span.start for p in found]
    assert starts == sorted(starts), "filters alone give the order of reading"


def test_filters_that_nothing_meets_give_nothing(searcher: Searcher) -> None:
    for query in ("report:火星 增长", "year:1949 增长", "section:没有这一章 增长", '"没有这样的话"'):
        assert texts(searcher, query) == []


@pytest.mark.parametrize(
    ("queries", "text", "found"),
    [
        (("科技創新",), "科技创新走在前列", ["科技创新"]),
        (("有多少新能源汽车？",), "新能源汽车产量", ["新能源汽车"]),
        (("what about farming",), "Farms and farmed fish: what a year", ["Farms", "farmed"]),
        (("nuclear power", "核电"), "建设核电基地", ["核电"]),
        (("水",), "水利与水库", ["水", "水"]),
        (("???",), "什么也没有", []),
        (("a", ""), "", []),
    ],
)
def test_words_that_matched_are_marked(queries: tuple[str, ...], text: str, found: list[str]) -> None:
    assert [span.of(text) for span in matches(queries, text)] == found


@given(st.text(max_size=30), st.text(max_size=60))
def test_marks_are_in_order_apart_and_inside(query: str, text: str) -> None:
    at = 0
    for span in matches((query,), text):
        assert at <= span.start < span.end <= len(text)
        at = span.end
