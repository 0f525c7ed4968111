"""Joins the same measure across periods: what was reached in one year and what is aimed at in the next.

Precision first. Two figures are counterparts only when noun, measure, scope and unit agree; a stock is never
compared with an increment, nor a part with the whole.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import replace
from typing import Final

from index.indicators import words
from index.indicators.catalogue import canonical, is_known
from index.indicators.model import Indicator, Kind
from index.indicators.relations import closeness, comparable, group, is_yearly_average

_VERBS: Final = re.compile(
    rf"^(?:上线运行|建成投运|新建运营|改造建设|{words.INCREASE}|{words.ACTION}|完成|实施|加快推进|推进|推动|加快|以?办好|启动|盯紧抓实|用好|培育壮大|壮大|做大做强|做优做强|实现|开展|滚动推进|系统|各类|再)(?![额率量值费数]|补贴|岗位|机构)"
)
_VERB_ONLY: Final = re.compile(rf"{words.INCREASE}|{words.ACTION}|{words.LIGHT}")
_DEEDS: Final = re.compile(
    r"(?:改造提升|整治提升|改造|建设|治理|整治|提升|保护修缮|更新|工程|项目建设|规划设计|创建|达到|数字化改造(?=$)|任务|推进)$"
)
_SCOPES: Final = (
    "国家级", "省级", "市级", "县级", "以上", "规上", "规模以上", "限额以上", "生产性", "生活性", "企业", "职工", "居民", "城镇", "农村", "城乡", "保障性租赁",
    "公租", "高新技术", "科技型", "专精特新", "人均", "户均", "每万人", "高技术", "战略性", "数字", "新能源", "民间", "工业", "制造业", "服务业", "农业", "其中",
    "首", "重点", "内", "新增", "示范", "国际", "出口", "进口", "高价值", "普惠", "小微", "中小学", "幼儿园", "义务", "单位",
)  # fmt: skip
_IDLE: Final = re.compile(
    r"^(?:群众急难愁盼|各类)|(?<=.{3})(?:中|运行|能级|稳定)$|(?<=价格)(?:总水平)?涨幅$|(?<=上线)运行"
)
_SHARE: Final = re.compile(r"^(?P<part>.{2,}?)占(?![地有])(?P<whole>.{2,}?)的?(?:比重|比例|比|份额)?$")
_MEASURE: Final = re.compile(r"(?:增加值|总产值|产值|总量|总额|收入|消费量)$")
_ECONOMY: Final = re.compile(r"^(?:全省|全市|全区)?(?:地区生产总值|生产总值|GDP|经济总量)$")
_LIKE_FOR_LIKE: Final = "on a comparable basis"
_MOST_RELATED: Final = 40
_MOST_PAIRS: Final = 900
"""A name stated more often than thirty times is a column of a table, not an indicator with a counterpart."""
_GENERIC: Final = frozenset(
    "项目 重点项目 企业 场景 工作 平台 活动 总投资 投资 工程 方面 政策 措施 任务 案例 产业 资金 贷款 规模 产值 产量 技术 增加值 工业 人才 地区 县 城市 "
    "村 实事 道路 制度 试点 机构 收入 总规模 产业规模 面积 基地 中心 事项 改革 服务 领域 园区".split()
)


def link(indicators: tuple[Indicator, ...]) -> tuple[Indicator, ...]:
    """The indicators with ``links`` and ``related`` filled in, both always mutual."""
    links: dict[str, set[str]] = defaultdict(set)
    related: dict[str, set[str]] = defaultdict(set)
    buckets: dict[tuple[str, str], list[tuple[str, Indicator]]] = defaultdict(list)
    plain = {_said(i) for i in indicators if _LIKE_FOR_LIKE not in i.base}
    for indicator in indicators:
        measure = group(indicator)
        if _LIKE_FOR_LIKE in indicator.base and _said(indicator) in plain:
            continue  # 增长1.7%（同口径增长2.5%）: the first is the figure
        if measure and indicator.quantity.unit not in ("kV", "kVA"):
            buckets[measure, _dimension(indicator)].append((key(indicator.name), indicator))
    for members in buckets.values():
        _link_bucket(members, links)
    _relate(indicators, related)
    _relate_averages(indicators, related)
    known = {i.id: i for i in indicators}
    return tuple(
        replace(
            i,
            links=tuple(sorted(links[i.id], key=lambda other: (*closeness(i, known[other]), _number(other)))),
            related=tuple(sorted(related[i.id] - links[i.id], key=_number)),
        )
        for i in indicators
    )


def _said(indicator: Indicator) -> tuple[str, ...]:
    return indicator.name, str(indicator.kind), indicator.period, str(indicator.status), indicator.sentence_id


def key(name: str) -> str:
    """What is counted or measured, without scope word of the report itself, verbs and quotation marks."""
    known = canonical(name)
    text = re.sub(r"[“”‘’《》\s]|（[^）]*）", "", name if known in _GENERIC else known)
    text = re.sub(r"^年(?=接待|产量|销量)", "", text)
    for _ in range(3):
        shorter = _VERBS.sub("", text)
        if shorter == text or len(shorter) < 2:
            break
        text = shorter
    for _ in range(2):
        shorter = _DEEDS.sub("", text)
        if shorter == text or len(shorter) < 3:
            break
        text = shorter
    text = re.sub(r"^(?:全市|全省|全区|我市|我省)", "", text)
    text = re.sub(r"^货物(?:贸易)?(?=进出口)", "", text)
    text = _IDLE.sub("", re.sub(r"总产量?(?=$|占)", "产量", text)) or text
    share = _SHARE.match(text)
    if share:
        part, whole = (_MEASURE.sub("", share[n]) or share[n] for n in ("part", "whole"))
        return f"{part}占{_ECONOMY.sub('GDP', whole)}"
    text = text.rsplit("的", 1)[-1] if len(text.rsplit("的", 1)[-1]) >= 3 else text
    known = canonical(text)
    return text if known in _GENERIC else known


def _dimension(indicator: Indicator) -> str:
    unit = indicator.quantity.unit
    return (
        "count"
        if unit
        in ("item", "project", "enterprise", "household", "business", "institution", "place", "village")
        else unit
    )


def _link_bucket(members: list[tuple[str, Indicator]], links: dict[str, set[str]]) -> None:
    by_key: dict[str, list[Indicator]] = defaultdict(list)
    for name, indicator in members:
        by_key[name].append(indicator)
    by_gram: dict[str, list[str]] = defaultdict(list)
    for name in by_key:
        for gram in {name[i : i + 2] for i in (0, 1)}:
            by_gram[gram].append(name)
    for name, ones in by_key.items():
        near = {n for i in (0, 1) for n in by_gram[name[i : i + 2]] if n >= name}
        for other_name in near:
            others = by_key[other_name]
            if len(ones) * len(others) <= _MOST_PAIRS and _same(name, other_name):
                _link_all(ones, others, links)


def _link_all(ones: list[Indicator], others: list[Indicator], links: dict[str, set[str]]) -> None:
    for one in ones:
        for other in others:
            if one.id != other.id and comparable(one, other):
                links[one.id].add(other.id)
                links[other.id].add(one.id)


def _same(one: str, other: str) -> bool:
    """True for equal keys, or keys that differ in a few inner characters without a change of scope."""
    if one == other:
        idle = _VERB_ONLY.fullmatch(one) is not None and not is_known(one)
        return len(one) >= 2 and one not in _GENERIC and not idle
    short, long = sorted((one, other), key=len)
    if len(short) < 5 or len(short) / len(long) < 0.75 or short[:2] != long[:2] or short[-2:] != long[-2:]:
        return False
    if any((scope in one) != (scope in other) for scope in _SCOPES):
        return False
    at = 0
    for char in long:
        if at < len(short) and char == short[at]:
            at += 1
    return at == len(short) and len(long) - len(short) <= 3


def _relate(indicators: tuple[Indicator, ...], related: dict[str, set[str]]) -> None:
    """Level, growth, share and rank of one thing: in one sentence, or of one name and moment anywhere."""
    by_sentence: dict[str, list[Indicator]] = defaultdict(list)
    by_thing: dict[tuple[str, ...], list[Indicator]] = defaultdict(list)
    for indicator in indicators:
        by_sentence[indicator.sentence_id].append(indicator)
        by_thing[_thing(indicator)].append(indicator)
    for group_ in by_sentence.values():
        if len(group_) <= _MOST_RELATED:
            _relate_group(group_, related)
    for (name, *_), group_ in by_thing.items():
        if len(name) >= 2 and name not in _GENERIC and len(group_) <= _MOST_RELATED:
            _relate_group(group_, related)


def _relate_averages(indicators: tuple[Indicator, ...], related: dict[str, set[str]]) -> None:
    """The yearly average of several years beside the growth of one."""
    by_name: dict[tuple[str, str, str], list[Indicator]] = defaultdict(list)
    for indicator in indicators:
        if indicator.kind is Kind.GROWTH:
            by_name[key(indicator.name), indicator.region, indicator.direction].append(indicator)
    for (name, *_), group_ in by_name.items():
        if len(name) < 2 or name in _GENERIC or len(group_) > _MOST_RELATED:
            continue
        averages = [i for i in group_ if is_yearly_average(i) and "-" in i.period]
        years = [i for i in group_ if not is_yearly_average(i) and "-" not in i.period]
        for average in averages:
            for year in years:
                related[average.id].add(year.id)
                related[year.id].add(average.id)


def _thing(indicator: Indicator) -> tuple[str, ...]:
    return key(indicator.name), indicator.region, indicator.period, str(indicator.status)


def _relate_group(group_: list[Indicator], related: dict[str, set[str]]) -> None:
    for n, one in enumerate(group_):
        for other in group_[n + 1 :]:
            if one.kind is not other.kind and _is_of(one.name, other.name):
                related[one.id].add(other.id)
                related[other.id].add(one.id)


def _is_of(one: str, other: str) -> bool:
    if one == other:
        return True
    first, second = key(_part(one)), key(_part(other))
    return len(first) >= 3 and len(second) >= 3 and (second.startswith(first) or first.startswith(second))


def _part(name: str) -> str:
    """进出口总额 of 进出口总额占全省比重."""
    share = _SHARE.match(name)
    return share["part"] if share else name


def _number(indicator_id: str) -> int:
    return int(indicator_id[1:])
