"""What a name takes from its sentence once all figures are read: whose measure it is, and gaps of growth."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from operator import itemgetter
from typing import Final

from index.indicators import words
from index.indicators.model import Figure
from index.indicators.phrases import done_in, stem
from index.indicators.readings import Reading

_OWNER: Final = re.compile(
    r"^(?:其中|依托|推动|支持|[\u4e00-\u9fff]{2,4}(?:唯一|首个|最大)的?[\u4e00-\u9fff]{2,6}(?:机场|平台|港|口岸))?"
    r"(?P<who>(?:[\u4e00-\u9fff]{0,6}“[^”]{2,10}”[\u4e00-\u9fff]{0,10}?|[\u4e00-\u9fff]{2,14}?)(?:机场|铁路|电厂|电站|平台|基金|APP|口岸|港|银行|景区|博物馆|交易所|(?<=”)))"
    r"(?=[建开实投发授规用累旅年达完运突获接月注]|三期|二期)"
)
_OF_OWNER: Final = re.compile(
    r"(?:年度?|月|日|国际|累计|注册)*(?:用户|访问量|货邮吞吐量|旅客吞吐量|货物吞吐量|吞吐量|客流量|服务客户|发送旅客|运输货物|总装机|授信|赋能项目|支持项目)"
)
"""Measures that something must have."""
_VERB_ALONE: Final = re.compile(r"完工|累计招生|招生|开户|入驻|竣工")
_THIN: Final = re.compile(
    rf"(?:支持|诊断|改造|服务|推动|吸引|新设立|落地|扶持|惠及|培训|资助|实施|完成)?(?:具体|各类)?(?:项目|企业|政策|措施|机构|贷款|群众|人员|商户|工程|任务|问题|举措|行动|领域)|"
    rf"(?:实施|开工)?项目(?:完成|年度)?投资|(?:综合)?治理任务|完成投资|"
    rf"{_VERB_ALONE.pattern}|新开工|基本建成|安排|办件量|受益|项目总投资"
)
"""Names that nobody could place without the words before them."""
_GAP: Final = re.compile(
    r"(?P<growth>增速|增幅|增长)?(?:分别|均|继续|持续)*(?:高于|快于|低于|高出|领先)(?:全国|全省|全区|全市|经济|GDP|东部|城镇|工业)[^，。；、]{0,8}$"
)
_ITSELF: Final = re.compile(r"(?:率|比重|占比|比例|增速|增幅|水平|度)$")
"""Measures that are told in percent themselves."""


_BIG: Final = re.compile(r"(?:实施|建设)?(?:重大|重点)(?:项目|工程)(?:投资)?")
_AIM: Final = re.compile(r"^(?:着眼|围绕|聚焦|抢抓|抓住)(?P<what>[^，。；、]{3,16}?)(?:建设)?(?:机遇|目标)?$")
_ENTITY: Final = re.compile(
    r"(?P<who>(?!力争|确保|努力|全省|全市|全区|我省|我市|一批|各|推动|支持|推进|加快|建设|打造|实施)[一-鿿]{2,10}?(?:实验室|都市圈|自贸试验区|自贸区|试验区|新区|开发区|高新区|经开区|科学城|科创区|示范区|城市群|"
    r"经济带|基地|科创中心|合作区|园区|创新区))(?P<does>[^，。；、]{2,})$"
)
_LEAVES_OUT: Final = re.compile(
    rf"(?:{words.ACTION}|通办|帮办|集聚|入驻|实施|完成|累计|研发|转化)[^的]{{2,8}}|(?:通办)?事项|产值|入驻企业|科研人员"
)
"""A deed or a measure without anybody who does or has it."""


def is_thin(name: str) -> bool:
    """True for a name that nobody could place without the words before it."""
    return _THIN.fullmatch(name) is not None


def give_owners(
    text: str, figures: Sequence[Figure], readings: Sequence[Reading], bounds: Sequence[tuple[int, int]]
) -> None:
    """机场开通航线91条，货邮吞吐量达到…: a measure that a place or a service has bears its name."""
    for reading, figure in zip(readings, figures, strict=True):
        if _OF_OWNER.fullmatch(reading.name) is None:
            continue
        at = bisect_right(bounds, figure.span.start, key=itemgetter(0)) - 1
        for start, end in reversed(bounds[max(0, at - 2) : at + 1]):
            owner = _OWNER.match(text[start : min(end, figure.span.start)])
            if owner:
                reading.name = owner["who"] + reading.name
                break


def give_doers(
    text: str, figures: Sequence[Figure], readings: Sequence[Reading], bounds: Sequence[tuple[int, int]]
) -> None:
    """辽宁实验室快速成长，集聚科研人员698人、转化成果181项: who does it is told once, at the head of the sentence."""
    who, since = "", 0
    for at, (start, end) in enumerate(bounds):
        here = next((f.span.start for f in figures if start <= f.span.start < end), end)
        entity = _ENTITY.match(text[start:here].lstrip())
        if entity:
            who, since = entity["who"], at + 1
        elif who and at >= since and text[start:here] and not _LEAVES_OUT.match(text[start:here]):
            who = ""
        if not who or at < since:
            continue
        for reading, figure in zip(readings, figures, strict=True):
            if (
                start <= figure.span.start < end
                and _LEAVES_OUT.fullmatch(reading.name)
                and not reading.name.endswith(("投入", "收入", "支出"))
                and figure.dimension != "rank"
            ):
                reading.name = who + reading.name


def tell_gaps(figures: Sequence[Figure], readings: Sequence[Reading]) -> None:
    """增长6.2%、高于全国平均0.3个百分点: the gap is one of growth, and is called so."""
    for at, (reading, figure) in enumerate(zip(readings, figures, strict=True)):
        if figure.dimension != "points":
            continue
        gap = _GAP.search(reading.left) if not reading.distributed else None
        grows = gap is not None and (gap["growth"] or (at and figures[at - 1].dimension == "percent"))
        if grows and not _ITSELF.search(reading.name):
            reading.name += "增速"


def thicken(
    text: str, figures: Sequence[Figure], readings: Sequence[Reading], bounds: Sequence[tuple[int, int]]
) -> None:
    """A name that says too little by itself takes what the clauses before do: 出台…贴息政策，|支持项目684个."""
    for at, (reading, figure) in enumerate(zip(readings, figures, strict=True)):
        if not is_thin(reading.name):
            if _BIG.fullmatch(reading.name):
                _give_aim(text, figures, reading, bounds, figure)
            continue
        before = readings[at - 1].name if at else ""
        if _VERB_ALONE.fullmatch(reading.name) and before and not is_thin(before):
            reading.name = stem(before) + reading.name
            continue
        clause = bisect_right(bounds, figure.span.start, key=itemgetter(0)) - 1
        for start, end in reversed(bounds[max(0, clause - 2) : clause]):
            done = "" if any(start <= f.span.start < end for f in figures) else done_in(text[start:end])
            if done:
                reading.name = done + reading.name
                break


def _give_aim(
    text: str, figures: Sequence[Figure], reading: Reading, bounds: Sequence[tuple[int, int]], figure: Figure
) -> None:
    """着眼工业经济转型升级，加快…等|5500个重大项目建设: what the projects are for."""
    clause = bisect_right(bounds, figure.span.start, key=itemgetter(0)) - 1
    for start, end in reversed(bounds[max(0, clause - 2) : clause]):
        aim = (
            None
            if any(start <= f.span.start < end for f in figures)
            else _AIM.match(text[start:end].lstrip())
        )
        if aim:
            reading.name = aim["what"] + re.sub("^(?:实施|建设)", "", reading.name)
            return
