"""Records against the published schema, differences, and workbooks."""

from __future__ import annotations

import json
import re
from decimal import Decimal
from pathlib import Path

import pytest

from index.indicators import Indicator, extract, to_json_lines, to_xlsx
from index.indicators.difference import difference
from index.indicators.records import FIELDS
from index.report import Report
from index.segmentation import segment
from resources import resource

TEXT = """2024年某市政府工作报告

一、2023年工作回顾

地区生产总值增长5.9%。改造老旧小区473个。税收收入增长4.5%至5.5%。实际使用外资下降3%。规上工业增加值居全省第5位。城镇新增就业36.8万人。

二、2024年工作安排

地区生产总值增长5.5%左右。改造老旧小区433个。城镇新增就业35万人以上。实际使用外资增长2%。
"""


@pytest.fixture(scope="module")
def found() -> tuple[Indicator, ...]:
    return extract(segment(TEXT, title="2024年某市政府工作报告"))


def _schema() -> dict[str, dict[str, object]]:
    properties: dict[str, dict[str, object]] = json.loads(
        resource("indicators", "indicators.schema.json").read_text("utf-8")
    )["properties"]
    return properties


_TYPES: dict[str, tuple[type, ...]] = {"string": (str,), "integer": (int,), "number": (int, float), "array": (list,),
    "null": (type(None),)}  # fmt: skip


def test_records_follow_the_published_schema(sample: Report) -> None:
    properties = _schema()
    assert tuple(properties) == FIELDS
    for line in to_json_lines(extract(sample)).splitlines():
        row = json.loads(line)
        assert tuple(row) == FIELDS
        for key, rule in properties.items():
            value = row[key]
            kinds = rule.get("type", "string")
            names = [kinds] if isinstance(kinds, str) else list(kinds)  # type: ignore[call-overload]
            allowed = tuple(kind for name in names for kind in _TYPES[name])
            assert isinstance(value, allowed), (key, value)
            assert value in rule.get("enum", [value])  # type: ignore[operator]
            assert re.search(str(rule.get("pattern", "")), str(value))
            assert len(str(value)) >= int(str(rule.get("minLength", 0)))


def _apart(found: tuple[Indicator, ...], text: str) -> str:
    known = {i.id: i for i in found}
    one = next(i for i in found if i.text == text)
    apart = difference(one, known[one.links[0]])
    return apart.text if apart else ""


@pytest.mark.parametrize(
    ("text", "apart"),
    [("5.9%", "≈ −0.4 pp"), ("473个", "−8.5 %"), ("36.8万人", "≈ −4.9 %")],
)
def test_differences_are_of_their_measure(found: tuple[Indicator, ...], text: str, apart: str) -> None:
    assert _apart(found, text) == apart


def test_unlike_figures_have_no_difference(found: tuple[Indicator, ...]) -> None:
    growth = next(i for i in found if i.text == "5.9%")
    count = next(i for i in found if i.text == "473个")
    assert difference(growth, count) is None
    assert difference(growth, growth) is None


def test_a_fall_and_a_rise_are_five_points_apart(found: tuple[Indicator, ...]) -> None:
    fall, rise = (next(i for i in found if i.text == text) for text in ("3%", "2%"))
    assert fall.direction == "down"
    apart = difference(fall, rise)
    assert apart is None or apart.value == Decimal(5)


def test_a_workbook_has_figures_and_links(found: tuple[Indicator, ...], tmp_path: Path) -> None:
    from openpyxl import load_workbook

    to_xlsx(found, tmp_path / "i.xlsx", "某市")
    book = load_workbook(tmp_path / "i.xlsx")
    assert book.sheetnames == ["indicators", "links"]
    assert book.properties.title == "某市"
    heads = [cell.value for cell in book["indicators"][1]]
    assert heads == list(FIELDS)
    values = {
        row[heads.index("text")].value: row[heads.index("value")].value
        for row in book["indicators"].iter_rows(min_row=2)
    }
    assert values["36.8万人"] == 368000
    reasons = [row[8].value for row in book["links"].iter_rows(min_row=2)]
    assert any("the same indicator and measure (growth)" in str(words) for words in reasons)
    assert book["indicators"].freeze_panes == "A2"
    assert book["indicators"].auto_filter.ref.startswith("A1:U")
