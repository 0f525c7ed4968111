"""Indicators across reports: was a target met, and how do places stand; what may not be compared is not."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from index.comparison import Source, Verdict, across_places, outcomes, pairs
from index.comparison.files import (
    OUTCOME_FIELDS,
    PLACE_FIELDS,
    outcome_records,
    place_records,
    to_csv,
    to_json_lines,
    to_xlsx,
)
from index.gazetteer import english_place
from index.indicators import extract
from index.segmentation import segment


def source(year: int, review: str, plan: str, place: str = "四川省") -> Source:
    """A report of a place that reviews the year before and plans ``year``."""
    title = f"{year}年{place}政府工作报告"
    lines = [title, "", f"一、{year - 1}年工作回顾", review, f"二、{year}年工作安排", plan]
    report = segment("\n".join(lines), title=title)
    assert (report.place, report.year) == (place, year)
    return Source(report, extract(report))


def told(target: str, result: str) -> dict[str, Verdict]:
    """Name and verdict of every target of 2025 that the report of 2026 answers."""
    found = outcomes(source(2025, "经济平稳运行。", target), source(2026, result, "继续努力。"))
    return {o.target.name: o.verdict for o in found}


@pytest.mark.parametrize(
    ("target", "result", "verdict"),
    [
        ("地区生产总值增长5%左右。", "地区生产总值增长5.4%。", Verdict.MET),
        ("地区生产总值增长5%左右。", "地区生产总值增长4.9%。", Verdict.MET),
        ("地区生产总值增长5%左右。", "地区生产总值增长4.7%。", Verdict.NOT_MET),
        ("地区生产总值增长5%以上。", "地区生产总值增长4.9%。", Verdict.CLOSE),
        ("地区生产总值增长5%至6%。", "地区生产总值增长5.2%。", Verdict.MET),
        ("城镇调查失业率5.5%以内。", "城镇调查失业率5.1%。", Verdict.MET),
        ("城镇调查失业率5.5%以内。", "城镇调查失业率5.9%。", Verdict.NOT_MET),
        ("城镇新增就业40万人以上。", "城镇新增就业超过38万人。", Verdict.CANNOT_SAY),
        ("居民消费价格涨幅2%左右。", "居民消费价格上涨0.1%。", Verdict.CANNOT_SAY),
        ("粮食产量500万吨以上。", "粮食产量102亿斤。", Verdict.MET),
        ("单位地区生产总值能耗下降3%以上。", "单位地区生产总值能耗下降3.5%。", Verdict.MET),
    ],
)
def test_a_target_is_judged_by_what_its_words_ask(target: str, result: str, verdict: Verdict) -> None:
    assert list(told(target, result).values()) == [verdict]


@pytest.mark.parametrize(
    ("target", "result"),
    [
        ("新增高新技术企业300家。", "高新技术企业达到5000家。"),
        ("建成新型储能200万千瓦。", "新型储能装机达到630万千瓦。"),
        ("规上工业增加值增长6%。", "服务业增加值增长7%。"),
        ("地区生产总值增长5%。", "地区生产总值达到6万亿元。"),
        ("城镇居民人均可支配收入增长5%。", "农村居民人均可支配收入增长6%。"),
        ("实施亿元以上项目300个。", "从四个方面发力。"),
    ],
)
def test_what_is_not_the_same_measure_is_not_compared(target: str, result: str) -> None:
    assert told(target, result) == {}


def test_only_reports_of_one_place_a_year_apart_are_paired() -> None:
    first, second = source(2025, "好。", "增长。"), source(2026, "好。", "增长。")
    other, later = source(2026, "好。", "增长。", "贵州省"), source(2028, "好。", "增长。")
    assert [(a.report.year, b.report.year) for a, b in pairs([later, other, second, first])] == [(2025, 2026)]
    assert outcomes(first, other) == ()
    assert outcomes(second, first) == ()
    assert outcomes(second, later) == ()


PLACES = (
    source(2026, "地区生产总值增长5.4%。粮食产量700亿斤。", "地区生产总值增长5.5%左右。"),
    source(2026, "地区生产总值增长4.1%。", "地区生产总值增长5%。", "贵州省"),
    source(2026, "地区生产总值增长5.4%。粮食产量900万吨。", "建设新城。", "江西省"),
    source(2026, "建成新城。", "地区生产总值增长4%—5%。", "云南省"),
    source(2025, "地区生产总值增长9.9%。", "地区生产总值增长9%。", "甘肃省"),
)


def test_places_are_ranked_and_those_without_a_result_stand_last() -> None:
    comparison = across_places(PLACES)[0]
    assert (comparison.name, comparison.name_en, comparison.year) == (
        "地区生产总值",
        "Gross regional product",
        2026,
    )
    assert [(e.rank, e.place) for e in comparison.entries] == [
        (1, "四川省"),
        (1, "江西省"),
        (3, "贵州省"),
        (0, "云南省"),
    ]
    assert all(e.place != "甘肃省" for e in comparison.entries)  # its report plans another year


def test_amounts_in_jin_and_in_tonnes_are_one_indicator() -> None:
    (grain,) = across_places(PLACES, "粮食产量")
    assert grain.unit == "t"
    assert [e.place for e in grain.entries] == ["四川省", "江西省"]  # 35 million tonnes, 9 million


def test_an_indicator_is_asked_for_by_any_of_its_names() -> None:
    for name in ("GDP", "生产总值", "gross regional", "地区生产总值"):
        assert across_places(PLACES, name)[0].name == "地区生产总值"
    assert across_places(PLACES, "税收") == ()
    assert across_places((), "") == ()


def test_records_are_written_in_each_format(tmp_path: Path) -> None:
    from openpyxl import load_workbook

    first = source(2025, "好。", "地区生产总值增长5%左右。城镇新增就业40万人以上。")
    second = source(2026, "地区生产总值增长5.4%。城镇新增就业41万人。", "好。")
    met = outcome_records(first, outcomes(first, second))
    places = place_records(across_places(PLACES)[0])
    assert [set(r) for r in met] == [set(OUTCOME_FIELDS)] * 2
    assert {frozenset(r) for r in places} == {frozenset(PLACE_FIELDS)}
    assert met[0]["place_en"] == "Sichuan"
    assert (met[0]["target_value"], met[0]["actual_value"], met[0]["verdict"]) == (5, 5.4, "met")
    rows = list(csv.DictReader(io.StringIO(to_csv(PLACE_FIELDS, places))))
    assert [r["place_en"] for r in rows] == ["Sichuan", "Jiangxi", "Guizhou", "Yunnan"]
    assert json.loads(to_json_lines("outcome", met).splitlines()[1])["name"] == "城镇新增就业"
    (tmp_path / "c.xlsx").write_bytes(to_xlsx(met, places))
    book = load_workbook(tmp_path / "c.xlsx")
    assert book.sheetnames == ["targets met", "places"]
    assert book["places"].max_row == 5


def test_places_have_english_names_whatever_their_rank() -> None:
    assert [english_place(p) for p in ("广西壮族自治区", "北京市", "四川省", "无名县")] == [
        "Guangxi",
        "Beijing",
        "Sichuan",
        "无名县",
    ]
