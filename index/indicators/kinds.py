"""What sort of statement a figure makes, which way it points and what it is measured against."""

from __future__ import annotations

import re
from typing import Final

from index.indicators import words
from index.indicators.model import Extent, Figure, Kind
from index.indicators.readings import Reading
from index.quantities import Qualifier

_EARLIER_ITEMS: Final = re.compile(r"(?:\d[\d.]*[%％](?:左右|以上)?[、和])+$")
"""What a list says before the figure: 增长5.3%、7.7%."""
_TAIL: Final = re.compile(r"[^，。；：]*$")
_GROWTH: Final = re.compile(
    r"(?:增长|增速|增幅|涨幅|降幅|增加?|上涨|提高|提升|上升|下降|降低|减少|压减|压降|压缩|缩减|削减|精简|缩短|下调|上调|回升|回落|下滑|降|扩大|缩小|改善|高于|低于|快于)"
    r"(?:了|约|超|近|分别|为|达|达到|保持在|控制在|稳定在|均|累计|年均|\s)*$"
)
_GROWTH_NAME: Final = re.compile(r"(?:增速|增幅|涨幅|降幅|增长率|增长速度)$")
_ADDED_NAME: Final = re.compile(r"增[量产]$")
_CUT: Final = re.compile(r"^(?:压减|削减|精简|减少|压缩|缩减|缩短|降低)(?!.*(?:率|比例|比重)$)")
_PRICE: Final = re.compile(r"CPI|消费价格|PPI")
_DOWN: Final = re.compile(
    r"下降|降低|减少|压减|压降|压缩|缩减|缩短|下调|回落|下滑|降幅|缩小|收窄|后移|低于|降(?=[至到\d]|$)"
)
_UP: Final = re.compile(r"增长|提高|提升|上升|增加|上调|回升|增|前移|跃升|攀升|前进|扩大|翻|高于|快于|上涨")
_SHARE: Final = re.compile(r"占(?!有率)|比重|份额")
_RATIO: Final = re.compile(r"率$|比$|度$|强度|水平$")
_TO: Final = re.compile(r"[到至]$")
_INCREASE: Final = re.compile(
    rf"^(?!新建续建)(?:{words.INCREASE})(?!额|率|值|速|幅|点|长|企业法)|(?:新增|净增|新设|新登记|新注册|新签约|新开工|新引进|新培育|新造林|新发现|增设|招引|引育)(?![一-鿿]*[额率值])"
)
_ADDED: Final = re.compile(
    r"(?:净增加?|增加|新增|增长|提高|上调|减少|下降|降低|压减|多增)(?:了|约|超过|近|\s)*$"
)
_REACHED: Final = re.compile(
    r"(?:达到?了?|增至|增加[到至]|发展[到至]|扩[大容]?[到至]|拓展[到至]|升至|总数|增长[到至]|提升[到至]|整合[为成]|[升降减加大高长缩压扩展立][到至]|稳定在|保持在|达|突破)(?:约|超过|近|了)*$"
)
_TOTAL_NAME: Final = re.compile(
    r"总数|总量|总户数|总人数|累计|保有量|存量|数量$|总规模$|参保人数|在校生|床位数|托位数|户数$|总计"
)
_FLOW_NAME: Final = re.compile(r"(?<![总存数])(?<!保有)量$|人次$|人次数$")
"""What flows in a period, 产量 or 客运量, has no stock to reach."""
_STOCK_NOUN: Final = re.compile(
    r"^(?!.*(?:集聚|吸引|服务|带动|赋能|引进|惠及)).*(?:企业|主体|工商户|合作社|高企)$"
)
_PART_OF: Final = re.compile(r"(?:达到?|为|是)[^，。；、均]{2,12}的$")
_SCORE: Final = re.compile(r"指数|系数|得分|评分|分值|满意度|比值?$|倍差")
_FLOW: Final = re.compile(rf"^(?:{words.ACTION})")
_COMPARED: Final = re.compile(
    r"(?:高于|低于|快于|优于|好于|高出|超过|领先)(全国|全省|国家|GDP|经济|规划|考核|全市|平均)"
)
_CUMULATIVE: Final = re.compile(
    r"累计|(?:五年|5年)(?:来|间)?(?:共|总共|合计|新增)|(?:共|合计)(?:完成|投入|实施|争取)"
)
_SHARE_OF: Final = re.compile(
    r"占(?P<whole>[^占，。；]*?)的?(?:比重|比例|比|份额)?(?:的|为|达到?|提[升高][到至]|超过|约|由|从|升至|稳定在|保持在|超)*$"
)


_RUNNING: Final = re.compile(r"累计|总数|总量|合计")
_LISTED: Final = re.compile(r"^[、和及]")
_FROM: Final = re.compile(r"[由从]$")


def inherited(kind: Kind, reading: Reading, before: Kind, reading_before: Reading) -> Kind:
    """The kind of a listed figure, which may be told by the words before the first of its list."""
    added = before is Kind.INCREMENT and _INCREASE.search(reading_before.name)
    if added and kind in (Kind.COUNT, Kind.LEVEL) and reading.left.startswith("其中"):
        return Kind.INCREMENT
    if not _LISTED.match(reading.left):
        return kind
    bare = not clause_verb(reading)
    if kind in (Kind.COUNT, Kind.INCREMENT) and before is Kind.TOTAL and bare:
        running = _RUNNING.search(reading_before.left) or _REACHED.search(tail_of(reading_before.left))
        return Kind.TOTAL if running or _LISTED.match(reading_before.left) else kind
    if kind in (Kind.RATIO, Kind.SHARE) and before is Kind.GROWTH and re.fullmatch(r"[、和]", reading.left):
        return Kind.GROWTH
    return kind


def clause_verb(reading: Reading) -> bool:
    """True where a listed figure has a verb of its own."""
    return re.match(rf"^[、和及](?:{words.INCREASE}|{words.ACTION})", reading.left) is not None


def tail_of(left: str) -> str:
    """The last clause of the words before a figure."""
    m = _TAIL.search(left)
    return m.group() if m else left


def classify(figure: Figure, reading: Reading) -> Kind:
    """The kind of a figure."""
    fixed = {"points": Kind.PP_CHANGE, "places": Kind.RANK_CHANGE, "rank": Kind.RANK, "streak": Kind.STREAK,
             "multiple": Kind.MULTIPLE}  # fmt: skip
    if figure.dimension in fixed:
        return fixed[figure.dimension]
    left = tail_of(reading.left).rstrip()
    name = reading.name
    if reading.bound:
        return Kind.LEVEL
    if figure.dimension == "percent":
        return _of_percent(figure, reading, left, name)
    if figure.dimension in ("count", ""):
        counts = reading.attributive and figure.quantity.value >= 10
        counts = counts or (figure.quantity.value >= 1000 and not _SCORE.search(name))
        if not figure.surface and figure.quantity.unit == "" and not counts:
            return Kind.RATIO if re.search(r"比值?$|倍差|系数", name) else Kind.LEVEL
        return _of_count(figure, reading, left, name)
    if figure.dimension not in ("voltage", "concentration", "temperature") and (
        _ADDED.search(left)
        or (_INCREASE.search(name) and not name.endswith("总投资"))
        or _ADDED_NAME.search(name)
    ):
        return Kind.INCREMENT
    return Kind.LEVEL


def _of_percent(figure: Figure, reading: Reading, left: str, name: str) -> Kind:
    left = _EARLIER_ITEMS.sub("", left)
    if re.search(r"增长|增速|降幅" if reading.attributive else r"增长$", name):
        return Kind.GROWTH
    if re.match(r"的?(?:增长|增速|增幅)", reading.right):
        return Kind.GROWTH
    grows = _GROWTH.search(left) is not None and not reading.attributive
    if not grows and (
        figure.quantity.unit == "fraction" or reading.attributive or reading.right.startswith("的")
    ):
        return Kind.SHARE
    if (
        grows
        or _CUT.match(name)
        or _GROWTH_NAME.search(name)
        or _PRICE.search(name)
        or re.search(r"年均|同比$", left)
    ):
        return Kind.GROWTH
    if re.search(r"达到[^，。；]*(?:计划|预算|目标)的?$", left):
        return Kind.RATIO
    tenths = figure.spelled and not name.endswith(("率", "比例", "度"))
    if tenths or _SHARE.search(name) or re.search(r"占[^率]*$", left) or _PART_OF.search(left):
        return Kind.SHARE
    return Kind.RATIO


def _of_count(figure: Figure, reading: Reading, left: str, name: str) -> Kind:
    if words.REACH_VERB.fullmatch(reading.verb):
        return Kind.COUNT
    if figure.surface.endswith("人次") and not re.search(r"累计|总", left + name) and not _ADDED.search(left):
        return Kind.INCREMENT if _INCREASE.search(name) else Kind.COUNT
    if re.match(r"^[^，。；]*累计(?!新增|净增)", left) and not _ADDED.search(left):
        return Kind.TOTAL
    if _INCREASE.search(name) or _ADDED.search(left):
        return Kind.INCREMENT
    if re.search(r"^(?:每(?![个家县村户镇所])|万人)|人均|平均|[日月年]均", name) or re.search(
        r"每[百千万]+人", left
    ):
        return Kind.LEVEL
    if _FLOW_NAME.search(name):
        return Kind.COUNT
    if _FROM.search(left) or re.fullmatch(r"整合[为成]|[增扩][到至]", left):
        return Kind.TOTAL
    if _TOTAL_NAME.search(name) or _TOTAL_NAME.search(left):
        return Kind.TOTAL
    if re.match(r"增至|增加[到至]|发展到|上升[到至]|提高[到至]|减少[到至]|压减[到至]", reading.right):
        return Kind.TOTAL
    if not reading.attributive and _REACHED.search(left) and not _FLOW.match(name):
        return Kind.TOTAL
    passed = figure.quantity.qualifier in (Qualifier.OVER, Qualifier.NEARLY) and not reading.attributive
    if passed and _STOCK_NOUN.search(name) and not _DOING.match(name) and not _DONE.search(left):
        return Kind.TOTAL
    return Kind.COUNT


_DOING: Final = re.compile(
    rf"^(?:{words.INCREASE}|{words.ACTION}|完成|实施|争取|投入|落实|兑现|改造|新)(?!能源|材料|型|兴|区|机构)"
)
_VISITS: Final = re.compile(r"游客|旅客|客流|人次")
_DONE: Final = re.compile(rf"(?:{words.INCREASE}|{words.ACTION}|完成|实施)(?:了|各类|一批|约|超过?|近)*$")


def extent(kind: Kind, reading: Reading) -> Extent:
    """Stock or flow, where the words tell it."""
    if kind is Kind.TOTAL:
        return Extent.STOCK
    if kind is Kind.INCREMENT:
        return Extent.FLOW
    if kind not in (Kind.COUNT, Kind.LEVEL):
        return Extent.UNTOLD
    left = tail_of(reading.left)
    if _VISITS.search(reading.name):
        return Extent.FLOW
    if _DOING.match(reading.name) or _DONE.search(left) or re.search(r"完成|实施|新增|累计", left):
        return Extent.FLOW
    return Extent.STOCK if _REACHED.search(left) and not reading.attributive else Extent.UNTOLD


def direction(kind: Kind, reading: Reading) -> str:
    """``up`` or ``down`` for a change, empty for a level."""
    if kind not in (Kind.GROWTH, Kind.PP_CHANGE, Kind.RANK_CHANGE, Kind.MULTIPLE, Kind.INCREMENT):
        return ""
    left = tail_of(reading.left)[-14:].replace("减税降费", "")
    down = [m.start() for m in _DOWN.finditer(left)]
    up = [m.start() for m in _UP.finditer(left)]
    if down and (not up or down[-1] > up[-1]) and not _TO.search(left):
        return "down"
    return "down" if reading.name.endswith("降幅") else "up"


def base(kind: Kind, reading: Reading, turned: str) -> str:
    """What a figure is measured against, in English; empty where nothing is said."""
    left = tail_of(reading.left)
    parts: list[str] = []
    if kind is Kind.SHARE or re.search(r"占[^，。；]*$", left):
        m = _SHARE_OF.search(left.replace("占比", "")) or re.search(
            r"占(?P<whole>[^占]+?)比重$", reading.name
        )
        if m and m["whole"]:
            whole = m["whole"].removesuffix("的").removesuffix("比重")
            parts.append("share of " + words.SCOPES.get(whole, whole))
    if kind in (Kind.RANK, Kind.STREAK):
        scopes = [en for zh, en in words.SCOPES.items() if zh in left or zh in reading.right[:12]][:1]
        parts.extend("in the " + s if s != "world" else "in the world" for s in scopes)
    compared = _COMPARED.search(left)
    if compared:
        above = "below" if compared.group().startswith("低于") else "above"
        parts.append(
            f"{above} "
            + {"全国": "national", "全省": "provincial", "国家": "national"}.get(compared[1], compared[1])
        )
    if re.search(r"同比|比上年|较上年|比去年|较去年", left):
        parts.append("year-on-year")
    if re.search(r"同口径|可比口径", left):
        parts.append("on a comparable basis")
    since = re.search(r"(?:比|较|是)(20\d\d)年", left)
    if since:
        parts.append(f"from {since[1]}")
    if re.search(r"年均(?!气温|浓度)|(?<!人)每年", left) or "年均增" in reading.name:
        parts.append("annual average")
    elif kind in (Kind.LEVEL, Kind.COUNT, Kind.INCREMENT, Kind.TOTAL) and _CUMULATIVE.search(left):
        parts.append("cumulative")
    if turned == "down":
        parts.append("decrease")
    return "; ".join(parts)
