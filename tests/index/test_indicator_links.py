"""Links: the same measure at another time, never a stock with what was added, and why."""

from __future__ import annotations

from index.indicators import Indicator, Relation, extract, reason, relation
from index.indicators.difference import difference
from index.segmentation import segment

TITLE = "海州省政府工作报告（2026年）"
REVIEW, FIVE, PLAN, AIMS = (
    "一、2025年工作回顾",
    "二、“十四五”时期发展成就",
    "三、2026年工作安排",
    "四、“十五五”时期主要目标",
)


def report(**chapters: str) -> tuple[Indicator, ...]:
    """The indicators of a report with these chapters."""
    heads = {"review": REVIEW, "five": FIVE, "plan": PLAN, "aims": AIMS}
    lines = [TITLE]
    for name, head in heads.items():
        if name in chapters:
            lines += [head, chapters[name]]
    return extract(segment("\n".join(lines), title=TITLE))


def pairs(found: tuple[Indicator, ...]) -> set[tuple[str, str]]:
    """The texts of all linked pairs in the order of the report."""
    known = {i.id: i for i in found}
    order = {i.id: n for n, i in enumerate(found)}
    return {(i.text, known[o].text) for i in found for o in i.links if order[i.id] < order[o]}


def test_a_yearly_average_stands_beside_a_year() -> None:
    found = report(
        review="地区生产总值增长5.1%。", five="地区生产总值年均增长5.2%。", plan="地区生产总值增长5%左右。"
    )
    assert pairs(found) == {("5.1%", "5%左右")}
    assert set(found[1].related) == {found[0].id, found[2].id}
    assert relation(found[0], found[1]) is Relation.OTHER_MEASURE
    assert difference(found[0], found[1]) is None
    assert reason(found[1], found[2]).words == (
        "the yearly average of 2021-2025 beside the growth of 2026: Gross regional product"
    )
    assert relation(found[0], found[2]) is Relation.COUNTERPART


def test_a_change_over_five_years_stands_beside_no_year() -> None:
    assert pairs(report(review="天然气产量增长5%。", five="天然气产量增长37.9%。")) == set()


def test_stock_and_flow_are_never_compared() -> None:
    assert pairs(report(five="高标准农田达到4808万亩。", plan="建设高标准农田200万亩以上。")) == set()
    assert pairs(report(review="新增高新技术企业500家。", plan="高新技术企业达到8000家。")) == set()
    assert (
        pairs(report(five="累计完成林分优化1105万亩、森林抚育1111万亩。", plan="完成森林抚育200万亩。"))
        == set()
    )


def test_what_lasts_is_compared_across_five_years_and_one() -> None:
    found = report(
        five="粮食产量稳定在1300亿斤以上，城镇化率达到64%。", plan="粮食产量1310亿斤，城镇化率65%。"
    )
    assert pairs(found) == {("1300亿斤以上", "1310亿斤"), ("64%", "65%")}


def test_the_same_figure_said_again_is_a_mention() -> None:
    found = report(plan="城镇新增就业40万人以上。稳定就业，城镇新增就业40万人以上，培训12万人次。")
    again = [(i, j) for i in found for j in found if j.id in i.links]
    assert {relation(i, j) for i, j in again} == {Relation.MENTION}
    assert pairs(report(plan="城镇新增就业40万人以上。稳定就业，城镇新增就业42万人。")) == set()


def test_shares_are_one_however_their_whole_is_written() -> None:
    found = report(
        five="战略性新兴产业占规上工业增加值比重超过25%。", aims="战略性新兴产业增加值占规上工业比重达到30%。"
    )
    assert pairs(found) == {("超过25%", "30%")}


def test_another_place_and_another_scope_are_no_counterparts() -> None:
    assert pairs(report(review="青岛市生产总值增长6%。", plan="全省生产总值增长5%。")) == set()
    assert pairs(report(review="实际使用内外资增长6.4%。", plan="实际使用外资增长5%。")) == set()
    assert pairs(report(review="农村居民收入增长6%。", plan="居民收入增长5%。")) == set()


def test_level_growth_and_share_of_one_thing_are_related_not_compared() -> None:
    level, growth, share = report(review="进出口总额8759.7亿元、增长4.6%、占全省26.8%。")
    assert set(level.related) == {growth.id, share.id}
    assert level.links == ()
    assert reason(level, growth).relation is Relation.OTHER_MEASURE


def test_a_milestone_that_was_passed_on_the_way_is_not_the_level_reached() -> None:
    found = report(
        review="地区生产总值达到60199亿元。",
        five="五年来，地区生产总值连跨5万亿元、6万亿元两个台阶。",
    )
    assert pairs(found) == {("60199亿元", "6万亿元")}
