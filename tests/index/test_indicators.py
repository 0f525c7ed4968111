"""Indicators: what must be found, what must not, names, moments, links and records."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
import time
from decimal import Decimal
from pathlib import Path

import pytest

from index.errors import UnusableOutput
from index.indicators import (
    Indicator,
    NameSource,
    english_spans,
    extract,
    record,
    to_csv,
    to_json_lines,
    to_xlsx,
)
from index.indicators.grammar import find_figures
from index.indicators.link import key
from index.indicators.records import FIELDS
from index.report import Report
from index.segmentation import segment
from index.text import Span
from resources import resource_path

REVIEW = "一、2023年工作回顾"
PLAN = "三、2024年重点工作安排"


def report_of(*lines: str) -> Report:
    """A report with a review and a plan, as a file would give it."""
    return segment("\n".join(("某市政府工作报告", "", *lines)), title="某市政府工作报告")


def review(sentence: str) -> list[Indicator]:
    """The indicators of one sentence in a review chapter."""
    return list(extract(report_of(REVIEW, "", sentence)))


def plan(sentence: str) -> list[Indicator]:
    """The indicators of one sentence in a plan chapter."""
    return list(extract(report_of(REVIEW, "", "稳中向好。", "", PLAN, "", sentence)))


def said(sentence: str) -> list[tuple[str, str, str]]:
    """Text, name and kind of each indicator in a review sentence."""
    return [(i.text, i.name, i.kind.value) for i in review(sentence)]


@pytest.fixture(scope="module")
def sample() -> tuple[Report, tuple[Indicator, ...]]:
    path = resource_path("reports", "qingdao-2024.txt")
    report = segment(path.read_text(encoding="utf-8"), path=str(path))
    return report, extract(report)


@pytest.mark.parametrize(
    "sentence",
    [
        "坚持“两个毫不动摇”，增强“四个意识”、做到“两个维护”。",
        "主城区“四纵五横”快速路网基本形成，出台“29条”政策。",
        "5G、8K、5A级景区和12345热线不断完善，世界500强企业落户。",
        "地铁2号线二期、6号线一期加快建设，第8.6代线投产。",
        "党的二十大和二十届二中全会精神深入贯彻。",
        "这是改革开放45周年，实施三年行动，全省首个项目、首批试点落地。",
        "一体化发展，一般工作，第二轮土地承包到期后再延长30年试点。",
        "打造15分钟生活圈、1小时通勤圈，24小时不打烊。",
        "陇西5.6级地震灾后重建完成，数字政府2.0建设。",
        "中船七一二所、三里河公园、九寨沟、百姓千家万户。",
        "2023年2月10日，《规划（2021—2035年）》印发，国发〔2023〕12号。",
    ],
)
def test_names_slogans_and_ordinals_are_no_statistics(sentence: str) -> None:
    assert [i.text for i in review(sentence)] == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("装机115万千瓦、输变电500千伏", [("115万千瓦", "1150000", "kW"), ("500千伏", "500", "kV")]),
        ("啤酒总产量突破千万千升大关", [("突破千万千升", "10000000", "kL")]),
        ("58个亿元以上项目", [("58个", "58", "item"), ("亿元以上", "100000000", "CNY")]),
        ("打造两万亿级产业", [("两万亿级", "2000000000000", "CNY")]),
        ("占比近六成", [("近六成", "60", "%")]),
        ("超过1,234.5亿美元", [("超过1,234.5亿美元", "123450000000", "USD")]),
        ("浓度２９微克／立方米", [("２９微克／立方米", "29", "ug/m3")]),
        ("就业1200万人以上", [("1200万人以上", "12000000", "person")]),
        ("有机质达到27克/千克", [("27克/千克", "27", "g/kg")]),
        (
            "分别惠及3500万、2300万人次",
            [("3500万", "35000000", "person-time"), ("2300万人次", "23000000", "person-time")],
        ),
        ("节约500万元", [("500万元", "5000000", "CNY")]),
        ("利润翻三番", [("翻三番", "8", "times")]),
        ("不低于5%", [("不低于5%", "5", "%")]),
        ("连续36个月", [("连续36个月", "36", "month")]),
        ("建设幸福河湖35条（段）", [("35条（段）", "35", "item")]),
        ("城乡居民收入比由2.50:1缩小到2.27:1", [("2.50:1", "2.5", ""), ("2.27:1", "2.27", "")]),
        ("PM2.5平均浓度29微克/立方米", [("29微克/立方米", "29", "ug/m3")]),
    ],
)
def test_spans_values_and_units(text: str, expected: list[tuple[str, str, str]]) -> None:
    found = [(f.span.of(text), f"{f.quantity.value:f}", f.quantity.unit) for f in find_figures(text)]
    assert found == expected


def test_breakthrough_is_a_verb_before_technologies_and_a_qualifier_before_amounts() -> None:
    verb, qualifier = review("国家创新中心突破12项行业共性关键技术。"), review("港口货物吞吐量突破7亿吨。")
    assert (verb[0].text, verb[0].quantity.qualifier) == ("12项", "exact")
    assert (qualifier[0].text, qualifier[0].quantity.qualifier) == ("突破7亿吨", "over")


def test_one_subject_carries_over_its_facts() -> None:
    assert said("货物进出口总额达到100亿元，增长4.6%，占全省比重提高到26.8%、提高2个百分点。") == [
        ("100亿元", "货物进出口总额", "level"),
        ("4.6%", "货物进出口总额", "growth"),
        ("26.8%", "货物进出口总额占全省比重", "share"),
        ("2个百分点", "货物进出口总额占全省比重", "pp_change"),
    ]


def test_totals_go_back_to_what_was_added() -> None:
    assert said("新增省级以上企业技术中心19家、工程研究中心22家，总数分别达到239家、129家。") == [
        ("19家", "新增省级以上企业技术中心", "increment"),
        ("22家", "新增工程研究中心", "increment"),
        ("239家", "省级以上企业技术中心总数", "total"),
        ("129家", "工程研究中心总数", "total"),
    ]


def test_lists_are_given_out_in_order() -> None:
    assert said("蔬菜、肉蛋奶、水产品产量分别达到678万吨、111万吨、103万吨。") == [
        ("678万吨", "蔬菜产量", "level"),
        ("111万吨", "肉蛋奶产量", "level"),
        ("103万吨", "水产品产量", "level"),
    ]
    assert said("城乡居民人均可支配收入分别增长4.4%、5.6%。") == [
        ("4.4%", "城镇居民人均可支配收入", "growth"),
        ("5.6%", "农村居民人均可支配收入", "growth"),
    ]
    assert [i.quantity.qualifier for i in review("港口货物、集装箱吞吐量分别突破7亿吨、3000万标箱。")] == [
        "over",
        "over",
    ]


def test_a_fall_keeps_its_value_and_says_its_direction() -> None:
    (fall,) = review("生产安全事故起数下降15.1%。")
    assert fall.quantity.value == Decimal("15.1")
    assert (fall.direction, fall.kind, fall.base) == ("down", "growth", "decrease")


def test_the_noun_after_the_number_names_it() -> None:
    assert said("完成473个老旧小区改造，打通28条未贯通道路。") == [
        ("473个", "老旧小区改造", "count"),
        ("28条", "打通未贯通道路", "count"),
    ]


def test_chapter_year_and_words_decide_period_and_status() -> None:
    (target,) = plan("城镇新增就业35万人以上。")
    assert (target.period, target.status) == ("2024", "target")
    (past,) = plan("去年新增就业36万人。")
    assert (past.period, past.status) == ("2023", "actual")
    (far,) = plan("到2030年，城镇化率达到80%。")
    assert (far.period, far.status) == ("2030", "target")
    (reached,) = review("新增就业36万人。")
    assert (reached.period, reached.status) == ("2023", "actual")
    (five,) = extract(
        report_of(
            "一、2025年和“十四五”时期工作回顾",
            "五年来，城镇新增就业150万人。",
            "二、2026年工作安排",
            "抓好落实。",
        )
    )
    assert (five.period, five.status) == ("2021-2025", "actual")


def test_same_measure_of_two_years_is_linked_both_ways() -> None:
    report = report_of(
        REVIEW, "新建充电桩2万个，高新技术企业达到7900家，服务业增加值6000亿元。",
        PLAN, "新建充电桩2.4万个，高新技术企业达到8500家，新增高新技术企业600家，生产性服务业增加值达到6400亿元。",
    )  # fmt: skip
    found = {(i.period, i.name): i for i in extract(report)}
    piles, target = found["2023", "新建充电桩"], found["2024", "新建充电桩"]
    assert piles.links == (target.id,)
    assert target.links == (piles.id,)
    assert found["2023", "高新技术企业"].links == (found["2024", "高新技术企业"].id,)  # not the increment
    assert found["2024", "新增高新技术企业"].links == ()
    assert found["2023", "服务业增加值"].links == ()  # a part is no counterpart of the whole


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("保障性租赁住房", "保障性住房"),
        ("服务业增加值", "生产性服务业增加值"),
        ("高新技术企业", "科技型中小企业"),
        ("国家级绿色工厂", "绿色工厂总数"),
        ("新增省级以上企业技术中心", "新增国家级企业技术中心"),
    ],
)
def test_other_scopes_have_other_keys(one: str, other: str) -> None:
    assert key(one) != key(other)


def test_sample_links(sample: tuple[Report, tuple[Indicator, ...]]) -> None:
    _, indicators = sample
    by_id = {i.id: i for i in indicators}
    pairs = {
        (i.name, i.text, by_id[other].text) for i in indicators for other in i.links if i.status == "actual"
    }
    assert ("全市生产总值", "5.9%", "5.5%左右") in pairs
    assert ("老旧小区改造", "473个", "433个") in pairs
    assert ("城镇新增就业", "36.8万人", "35万人以上") in pairs
    for one in indicators:
        for other in one.links:
            assert one.id in by_id[other].links
            assert {one.kind, by_id[other].kind} not in ({"total", "increment"}, {"level", "growth"})


def test_sample_is_found_whole_and_placed_exactly(sample: tuple[Report, tuple[Indicator, ...]]) -> None:
    report, indicators = sample
    assert 225 <= len(indicators) <= 236
    assert [i.id for i in indicators] == [f"i{n}" for n in range(len(indicators))]
    lines = report.text.split("\n")
    for i in indicators:
        assert lines[i.line][i.start : i.end] == i.text == i.span.of(report.text)
        assert i.span.contains(i.number)
        assert i.name
        assert i.name_en
    assert {i.status.value for i in indicators} == {"actual", "target"}


def test_annotated_reports_stay_at_their_level() -> None:
    script = Path(__file__).resolve().parents[1] / "bench" / "indicators_score.py"
    printed = subprocess.run(
        [sys.executable, str(script), "--json"], check=True, capture_output=True, text=True
    ).stdout
    figures: dict[str, float] = json.loads(printed)
    floors = {"found": 0.99, "precise": 0.99, "span": 0.98, "value": 0.99, "unit": 0.99, "qualifier": 0.99,
              "kind": 0.97, "period": 0.99, "status": 0.99, "name": 0.92}  # fmt: skip
    assert {name: figures[name] for name, floor in floors.items() if figures[name] < floor} == {}


def test_english_names_come_from_the_catalogue_or_say_that_they_do_not() -> None:
    official, composed, unknown = review("地区生产总值增长5%，新建社区食堂20个，卡奥斯达到3家。")
    assert (official.name_en, official.name_en_source) == ("Gross regional product", NameSource.CATALOGUE)
    assert composed.name_en_source is NameSource.COMPOSED
    assert "canteens" in composed.name_en
    assert "卡奥斯" in unknown.name_en


def test_record_has_the_published_keys_and_plain_numbers() -> None:
    (gdp,) = review("全市生产总值达到15760.3亿元。")
    row = record(gdp)
    assert tuple(row) == FIELDS
    assert row["value"] == 1576030000000
    assert isinstance(row["value"], int)
    assert json.loads(to_json_lines([gdp])) == row


def test_csv_never_starts_a_cell_with_a_formula() -> None:
    (gdp,) = review("全市生产总值达到15760.3亿元。")
    from dataclasses import replace

    for evil in ("=1+1", "+1", "-1", "@x", "\t=1"):
        rows = list(csv.DictReader(io.StringIO(to_csv([replace(gdp, name=evil)]))))
        assert rows[0]["name"] == "'" + evil


def test_workbook(tmp_path: Path) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    found = review("全市生产总值达到15760.3亿元，增长5.9%。")
    to_xlsx(found, tmp_path / "out.xlsx")
    rows = list(openpyxl.load_workbook(tmp_path / "out.xlsx").active.values)
    assert rows[0] == FIELDS
    assert rows[1][FIELDS.index("value")] == 1576030000000
    with pytest.raises(UnusableOutput):
        to_xlsx(found, tmp_path / "missing" / "out.xlsx")


def test_english_spans_follow_the_number_links() -> None:
    report = report_of(REVIEW, "", "地区生产总值增长5%。")
    (gdp,) = extract(report)
    sentence = next(s for s in report.sentences if s.id == gdp.sentence_id)
    at = gdp.number.start - sentence.span.start
    assert english_spans(report, [gdp], {gdp.sentence_id: [(Span(at, at + 2), Span(9, 11))]}) == {
        gdp.id: Span(9, 11)
    }
    assert english_spans(report, [gdp], {}) == {}


@pytest.mark.parametrize(
    "text",
    [
        "", "。。。", "没有数字的一句话。", "1 5 7 6 0 . 3", "9" * 400 + "亿元", "五" * 3000, "万亿" * 2000,
        "分别、、、和和1%、2%", "（" * 500 + "5%", "“" * 300 + "12家", "第第第第1位", "占占占占30%", "\u3000 \t5%",
    ],
)  # fmt: skip
def test_odd_text_is_survived(text: str) -> None:
    started = time.process_time()
    for found in review(text):
        assert found.quantity.value < Decimal(10) ** 24
    assert time.process_time() - started < 2


def test_ten_thousand_numbers_take_linear_time() -> None:
    def seconds(n: int) -> float:
        report = report_of(REVIEW, "", "新增企业12家、增长5.5%，" * n + "稳中向好。")
        started = time.process_time()
        assert len(extract(report)) == 2 * n
        return time.process_time() - started

    seconds(50)
    small, large = (min(seconds(n) for _ in range(3)) for n in (400, 4000))
    assert large < 25 * max(small, 0.01)
