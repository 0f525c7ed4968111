"""English names of indicators: the catalogue's rows, and names put together from the glossary."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.indicators.catalogue import canonical, catalogue, code_of, rows
from index.indicators.english import english_name, is_covered
from index.indicators.model import Kind, NameSource


def test_the_catalogue_is_whole() -> None:
    table = rows("catalogue.tsv")
    assert len(table) >= 420
    assert all(len(row) == 6 for row in table)
    assert {row[4] for row in table} <= {kind.value for kind in Kind}
    assert all(
        row[2] and (row[2][0].isupper() or row[2][0] == "5") and not re.search(r"[\u4e00-\u9fff]", row[2])
        for row in table
    )
    written = [name for row in table for name in (row[0], *filter(None, row[1].split("|")))]
    assert len(written) == len(set(written)) == len(catalogue())


def test_codes_are_those_of_the_field() -> None:
    assert code_of("全省常住人口城镇化率") == "WDI:SP.URB.TOTL.IN.ZS"
    assert code_of("地区生产总值") == ""  # a province's product is no series of the World Bank
    assert all(re.fullmatch(r"(?:WDI:[A-Z0-9.]+)?", row[5]) for row in rows("catalogue.tsv"))


def test_the_glossary_is_whole() -> None:
    terms = rows("terms.tsv")
    assert len(terms) >= 3000
    assert all(len(row) == 2 and (row[1] or row[0] == "的") for row in terms)
    names = [row[0] for row in terms]
    assert len(names) == len(set(names))
    assert all(row[1].count("{}") <= 1 for row in terms)


@pytest.mark.parametrize(
    ("name", "alias"), [("高速铁路里程", "高铁运营里程"), ("新增技能人才", "全省新增技能人才")]
)
def test_aliases_lead_to_one_name(name: str, alias: str) -> None:
    assert canonical(alias) == canonical(name) == name


@pytest.mark.parametrize(
    ("name", "english"),
    [
        ("新建和美乡村", "Newly built harmonious and beautiful villages"),
        ("新能源产业营业收入", "Operating revenue of new energy industries"),
        (
            "战略性新兴产业占规上工业比重",
            "Strategic emerging industries as a share of industry above designated size",
        ),
        (
            "获得中国专利奖项目占全省比重",
            "Award of China Patent Award projects as a share of the provincial total",
        ),
        ("每10万人口注册护士", "Registered nurses per 100,000 people"),
        ("每千人口注册护士", "Registered nurses per 1,000 people"),
        ("单位工业增加值用水量", "Water consumption per unit of industrial value added"),
        ("制定、废止省政府规章", "Formulation and repeal of government regulations"),
        ("环境综合治理项目", "Environmental comprehensive treatment projects"),
        ("发放城镇住房租赁补贴", None),
        ("对东盟出口", "Exports with ASEAN"),
        ("改造供热管网", "Renovation of heating networks"),
        ("内河高等级航道里程", "Length of high-grade inland waterways"),
        ("开通地铁新线", "Opening of metro new lines"),
        ("青岛港货物吞吐量", "Cargo throughput of Qingdao Port"),
        (
            "大连国家级数据产业集聚区营业收入",
            "Operating revenue of Dalian national-level data industry clusters",
        ),
        ("新增持证养老护理员", "New licensed elderly care caregivers"),
        ("全省不良贷款率", "Non-performing loan ratio"),
    ],
)
def test_names_are_put_together(name: str, english: str | None) -> None:
    said, source = english_name(name)
    assert is_covered(name)
    if english is not None:
        assert said == english
    assert source is (NameSource.CATALOGUE if name == "全省不良贷款率" else NameSource.COMPOSED)


def test_half_of_a_name_never_stands_alone() -> None:
    said, _ = english_name("卡奥斯平台赋能企业")
    assert not is_covered("青绣互助家政")
    assert "青绣互助家政" in english_name("青绣互助家政")[0]
    assert said


@given(st.text(alphabet="新增全省工业投资的占比重率数额企业ABC9%、和“”（）", max_size=24))
def test_a_name_is_never_empty(name: str) -> None:
    said, _ = english_name(name or "值")
    assert said.strip()
    assert "{}" not in said
