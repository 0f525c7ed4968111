"""Corrections of indicators, their files, coverage, and conflicts."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path

import pytest

from index.annotations import anchor_at
from index.errors import UnreadableCorrections
from index.indicators import Indicator, extract
from index.indicators.conflicts import agree, find_conflicts
from index.indicators.correction_files import read_corrections, write_corrections
from index.indicators.corrections import Action, Correction, InvalidCorrectionError, apply, from_content
from index.indicators.coverage import Why, find_coverage
from index.indicators.model import NameSource
from index.quantities import Qualifier, Quantity
from index.report import Report
from index.segmentation import segment
from index.text import Span

BODY = """某市政府工作报告（2024年）

一、2023年工作回顾

地区生产总值增长5.9%，改造老旧小区473个，新引进世界500强企业2家。5G基站超过3万个。拨打12345热线反映。

二、2024年工作安排

地区生产总值增长5.5%左右，改造老旧小区433个。
"""


def _report(text: str = BODY) -> Report:
    return segment(text, title="某市政府工作报告（2024年）")


def _at(report: Report, words: str) -> Span:
    start = report.text.index(words)
    return Span(start, start + len(words))


def _correction(report: Report, words: str, action: Action, **fields: str) -> Correction:
    return Correction(action, anchor_at(report.text, _at(report, words)), fields)


@pytest.fixture
def report() -> Report:
    return _report()


def test_a_rejected_figure_is_gone_with_its_links(report: Report) -> None:
    before = {i.text: i for i in extract(report)}
    assert before["473个"].links == (before["433个"].id,)
    done = apply(report, extract(report), [_correction(report, "433个", Action.REJECT)])
    after = {i.text: i for i in done.indicators}
    assert "433个" not in after
    assert after["473个"].links == ()
    assert after["473个"].id == before["473个"].id
    assert [i.text for _, i in done.rejected] == ["433个"]


def test_an_edited_figure_is_what_the_reader_says(report: Report) -> None:
    edit = _correction(
        report,
        "473个",
        Action.EDIT,
        name="城镇老旧小区改造",
        name_en="Old estates",
        value="474",
        period="2022",
    )
    done = apply(report, extract(report), [edit])
    changed = next(i for i in done.indicators if i.text == "473个")
    assert (changed.name, changed.name_en, changed.name_en_source) == (
        "城镇老旧小区改造",
        "Old estates",
        NameSource.READER,
    )
    assert (changed.quantity.value, changed.period) == (Decimal(474), "2022")
    assert done.marks[changed.id] is edit


def test_an_added_figure_takes_part_in_links(report: Report) -> None:
    text = BODY.replace("改造老旧小区433个", "老旧小区改造四百三十三个")
    report = _report(text)
    add = _correction(
        report, "四百三十三", Action.ADD, name="改造老旧小区", value="433", unit="item", kind="count", period="2024",
        status="target",
    )  # fmt: skip
    plain = [i for i in extract(report) if i.line != 8 or "5.5" in i.text]
    done = apply(report, plain, [add])
    made = next(i for i in done.indicators if i.id == "u0")
    assert made.text == "四百三十三"
    assert report.text.split("\n")[made.line][made.start : made.end] == made.text
    assert any("473个" in other.text for other in done.indicators if other.id in made.links)


def test_corrections_follow_a_text_that_has_changed(report: Report) -> None:
    reject = _correction(report, "473个", Action.REJECT)
    later = _report(BODY.replace("地区生产总值增长5.9%", "全年全市地区生产总值同比增长5.9%"))
    done = apply(later, extract(later), [reject])
    assert [i.text for _, i in done.rejected] == ["473个"]
    gone = _report(BODY.replace("473个", "480个"))
    done = apply(gone, extract(gone), [reject])
    assert done.unplaced == (reject,)
    assert any(i.text == "480个" for i in done.indicators)


@pytest.mark.parametrize(
    "fields",
    [{"value": "many"}, {"value": "1e99"}, {"kind": "size"}, {"qualifier": "maybe"}, {"status": "past"}, {"period": "23"},
     {"period": "2025-2021"}, {"value": "NaN"}],
)  # fmt: skip
def test_fields_that_cannot_be_are_refused(report: Report, fields: dict[str, str]) -> None:
    anchor = anchor_at(report.text, _at(report, "473个"))
    with pytest.raises(InvalidCorrectionError):
        from_content({"action": "edit", "fields": fields}, anchor)


def test_corrections_go_through_a_file(report: Report, tmp_path: Path) -> None:
    made = [
        _correction(report, "473个", Action.EDIT, name="甲"),
        _correction(report, "433个", Action.REJECT),
    ]
    write_corrections(tmp_path / "c.json", report, made)
    again = read_corrections(tmp_path / "c.json")
    assert [(c.action, c.anchor, dict(c.fields)) for c in again] == [
        (c.action, c.anchor, dict(c.fields)) for c in made
    ]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"\xff\xfe", "no JSON document"),
        (b"[" * 100_000, "no JSON document"),
        (b"{}", "does not say that it follows"),
        (json.dumps({"schema": "report-reader/corrections/1"}).encode(), "no list"),
        (json.dumps({"schema": "report-reader/corrections/1", "corrections": [3]}).encode(), "correction 1"),
        (
            json.dumps(
                {"schema": "report-reader/corrections/1", "corrections": [{"action": "burn", "quote": "x"}]}
            ).encode(),
            "correction 1: unknown action",
        ),
    ],
)
def test_files_that_are_none_are_refused_in_one_line(tmp_path: Path, content: bytes, words: str) -> None:
    (tmp_path / "c.json").write_bytes(content)
    with pytest.raises(UnreadableCorrections, match=words) as told:
        read_corrections(tmp_path / "c.json")
    assert "\n" not in str(told.value)


# --- coverage


def test_every_number_is_covered_explained_or_open(report: Report) -> None:
    coverage = find_coverage(report, extract(report))
    said = {run.span.of(report.text): run.why for run in coverage.runs}
    assert {said["2023"], said["2024"]} <= {Why.HEADING, Why.DATE}
    assert said["500"] is Why.NAME
    assert said["12345"] is Why.PHONE
    assert said["5"] is Why.NAME
    assert said["473"] is Why.COVERED
    assert coverage.open == ()
    assert coverage.of_figures == 100.0
    without = find_coverage(report, [i for i in extract(report) if i.text != "473个"])
    assert [run.span.of(report.text) for run in without.open] == ["473"]
    assert without.of_figures < 100


def test_a_text_without_numbers_is_covered() -> None:
    coverage = find_coverage(_report("报告\n\n一、工作回顾\n\n成绩很大。"), ())
    assert (coverage.runs, coverage.of_all, coverage.of_figures) == ((), 100.0, 100.0)


# --- conflicts


def _quantity(value: str, qualifier: Qualifier = Qualifier.EXACT) -> Quantity:
    return Quantity(Decimal(value), "CNY", qualifier)


@pytest.mark.parametrize(
    ("one", "other", "agrees"),
    [
        (_quantity("1576030000000"), _quantity("1580000000000"), True),
        (_quantity("1576030000000"), _quantity("1590000000000"), False),
        (_quantity("1500000000000", Qualifier.OVER), _quantity("1576030000000"), True),
        (_quantity("1600000000000", Qualifier.NEARLY), _quantity("1576030000000"), True),
        (_quantity("5.5", Qualifier.ABOUT), _quantity("5.6"), True),
        (_quantity("5.5"), _quantity("5.6"), False),
    ],
)
def test_rounding_and_qualifiers_are_no_conflict(one: Quantity, other: Quantity, agrees: bool) -> None:
    assert agree(one, other) is agree(other, one) is agrees


def test_two_values_of_one_figure_are_a_conflict() -> None:
    text = BODY.replace("5G基站超过3万个。", "\n\n地区生产总值增长6.2%。")
    found: tuple[Indicator, ...] = extract(_report(text))
    conflicts = find_conflicts(found)
    by_text = {i.text: i.id for i in found}
    assert conflicts == {by_text["5.9%"]: (by_text["6.2%"],), by_text["6.2%"]: (by_text["5.9%"],)}
    assert find_conflicts(extract(_report())) == {}
