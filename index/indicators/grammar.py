"""Finds the figures of a sentence: what states a quantity of the world, with its unit and qualifier words.

Numbers come from ``scan_chinese``; ranks, streaks and doublings have patterns of their own. Each candidate is
judged by ``denial``. All matching is done on a text of the same length, so that offsets stay valid.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from typing import Final

from index.indicators import denial, words
from index.indicators.model import Figure
from index.indicators.units import lookup, unit_pattern
from index.numerals import FULL_WIDTH, chinese_numeral
from index.quantities import Form, Qualifier, Quantity, QuantityMention, scan_chinese
from index.text import Span

_PREFIXES: Final = {
    "不低于": Qualifier.AT_LEAST, "不少于": Qualifier.AT_LEAST, "不小于": Qualifier.AT_LEAST,
    "至少": Qualifier.AT_LEAST,
    "不超过": Qualifier.UP_TO, "不高于": Qualifier.UP_TO, "不多于": Qualifier.UP_TO, "不足": Qualifier.UP_TO,
    "不到": Qualifier.UP_TO, "低于": Qualifier.UP_TO, "少于": Qualifier.UP_TO,
    "超过": Qualifier.OVER, "突破": Qualifier.OVER, "超出": Qualifier.OVER, "超": Qualifier.OVER,
    "逾": Qualifier.OVER, "高于": Qualifier.OVER, "多于": Qualifier.OVER,
    "大约": Qualifier.ABOUT, "约为": Qualifier.ABOUT, "约": Qualifier.ABOUT, "上": Qualifier.ABOUT,
    "接近": Qualifier.NEARLY, "将近": Qualifier.NEARLY, "近": Qualifier.NEARLY,
}  # fmt: skip
_SUFFIXES: Final = {
    "左右": Qualifier.ABOUT, "上下": Qualifier.ABOUT, "以上": Qualifier.AT_LEAST, "之上": Qualifier.AT_LEAST,
    "及以上": Qualifier.AT_LEAST, "及以下": Qualifier.UP_TO, "以内": Qualifier.UP_TO, "之内": Qualifier.UP_TO, "以下": Qualifier.UP_TO,
    "多": Qualifier.OVER, "余": Qualifier.OVER,
}  # fmt: skip
_PREFIX: Final = re.compile("(?:" + "|".join(sorted(_PREFIXES, key=len, reverse=True)) + ")$")
_NOT_PREFIX: Final = re.compile(
    r"(?:[节集条公契预签履合]约|[附最临邻靠亲拉走贴]近|[马早晚网线路车船岸海以迈跨跃站登]上|反超)$"
)
_SUFFIX: Final = re.compile(
    r"(?:及以[上下]|左右|上下|以上|之上|以内|之内|以下|[多余](?=[，。；、）)的\u4e00-\u9fff]))"
)
_MORE: Final = re.compile(r"[余多来](?=[百千万亿]*$)")
_BREAKTHROUGH: Final = re.compile(
    r"[^，。；、]*(?:技术|难题|瓶颈|关键|核心|工艺|装备|产品|成果|课题|项目|卡点)"
)
_CODE_UNIT: Final = re.compile(
    r"(\d+(?:\.\d+)?)(GW|MW|kW|GWh|MWh|kWh|kV|PFLOPS|PFlops|EFLOPS|EFlops|TB|PB|TEU|P|E)"
)
_NUMERAL: Final = r"\d+|[一二两三四五六七八九十]+"
_STREAK: Final = re.compile(
    rf"(?:连续|持续|蝉联)第?(?P<number>{_NUMERAL})(?P<more>余|多)?(?P<unit>个?(?:年|月|季度|届|次|批|周|天|赛季))(?:多(?=[，保位居列]))?"
)
_DOUBLING: Final = re.compile(r"翻了?(?P<times>[一两二三四五六]|\d)?番|翻倍|翻一倍")
_RANK: Final = re.compile(
    rf"第(?P<nth>{_NUMERAL})(?:位次|位|名)?(?:以内)?|前(?P<top>{_NUMERAL})(?:位次|位|名|列)?|首位|榜首|第一方阵$"
)
_CLASS: Final = re.compile(
    r"(?<![\d.零一二三四五六七八九十百千万亿几数])(?P<number>[一二两三四五六七八九]?[十百千]?[万亿]+)级(?![以别]|城市|园区|企业|县|市|开发区|经开区|高新区)"
)
_CONCENTRATION: Final = re.compile(r"(每立方米)(\d+(?:\.\d+)?)(微克|毫克)")
_ROUND: Final = re.compile(
    r"(?:超过?|突破|逾|将近|接近)(?P<number>[一两三四五六七八九]?[百千万][万亿]?)(?=[，。；、的）]|大关|$)"
)
_MAYBE: Final = re.compile(r"[\d二两三四五六七八九十百千万亿]|[第首榜翻倍成连]")
_SHARED: Final = re.compile(r"(?:[、和至到]\d[\d.]*[万亿]+)+")
_BOUNDS: Final = (Decimal(0), Decimal(10) ** 24)


def find_figures(text: str) -> tuple[Figure, ...]:
    """All figures of a sentence in reading order, none overlapping another."""
    plain = text.translate(FULL_WIDTH)
    if not _MAYBE.search(plain):
        return ()
    quoted = denial.quoted_mask(plain)
    taken = bytearray(len(plain))
    found: list[Figure] = []
    for figures in (
        _streaks(plain),
        _ranks(plain),
        _doublings(plain),
        _classes(plain),
        _concentrations(plain),
        _numbers(plain),
        _rounds(plain),
    ):
        for figure in figures:
            if any(taken[figure.span.start : figure.span.end]):
                continue
            if all(quoted[figure.span.start : figure.span.end]):
                continue
            found.append(figure)
            taken[figure.span.start : figure.span.end] = b"\x01" * (figure.span.end - figure.span.start)
    return _without_named_sizes(plain, sorted(found, key=lambda figure: figure.span))


_SIZED: Final = re.compile(r"[^，。；：、\d]{1,14}(?:达到?|增至|总数|突破|超过|分别|有)*$")


def _without_named_sizes(plain: str, found: list[Figure]) -> tuple[Figure, ...]:
    """千亿级产业链|11条 and 2个|千亿级产业集群 count things of a size: the size is a part of their name."""
    kept: list[Figure] = []
    for at, figure in enumerate(found):
        if figure.surface == "级":
            before, after = (found[at - 1] if at else None), (found[at + 1] if at + 1 < len(found) else None)
            counted = (
                before is not None and before.span.end == figure.span.start and before.dimension == "count"
            )
            gap = plain[figure.span.end : after.span.start] if after is not None else ""
            if counted or (after is not None and after.dimension == "count" and _SIZED.fullmatch(gap)):
                continue
        if _passed(plain, found[at - 1] if at else None, figure):
            continue
        kept.append(figure)
    return tuple(kept)


def _passed(plain: str, before: Figure | None, figure: Figure) -> bool:
    """3个过三千亿元城市: what the counted have passed is a part of their name."""
    if before is None or before.dimension != "count" or figure.dimension != "money":
        return False
    gap = plain[before.span.end : figure.span.start]
    return (
        gap in ("过", "超", "超过")
        and re.match(r"的?(?:城市|县|市|区|镇|企业|产业|集群)", plain[figure.span.end :]) is not None
    )


def _value(numeral: str) -> Decimal | None:
    return Decimal(numeral) if numeral.isdigit() else chinese_numeral(numeral)


def _streaks(plain: str) -> Iterator[Figure]:
    keys = {"年": "year", "月": "month", "季度": "quarter", "届": "session", "次": "time", "批": "batch", "周": "week",
            "天": "day", "赛季": "season"}  # fmt: skip
    for m in _STREAK.finditer(plain):
        value = _value(m["number"])
        if value is None or denial.is_plain_duration(plain, Span(*m.span())):
            continue
        qualifier = Qualifier.OVER if m["more"] else Qualifier.EXACT
        quantity = Quantity(value, keys[m["unit"].removeprefix("个")], qualifier)
        yield Figure(
            Span(*m.span()), Span(*m.span("number")), quantity, m["unit"], "streak", not m["number"].isdigit()
        )


def _ranks(plain: str) -> Iterator[Figure]:
    for m in _RANK.finditer(plain):
        if not denial.is_rank(plain, m):
            continue
        numeral = m["nth"] or m["top"] or "1"
        value = _value(numeral)
        if value is None:
            continue
        number = Span(*m.span("nth" if m["nth"] else "top")) if m["nth"] or m["top"] else Span(*m.span())
        qualifier = Qualifier.UP_TO if m["top"] or m.group().endswith("以内") else Qualifier.EXACT
        yield Figure(
            Span(*m.span()), number, Quantity(value, "rank", qualifier), "位", "rank", not numeral.isdigit()
        )
    for m in re.finditer(r"第(\d+|[一二三四五六七八九十]+)次(?=获|入选|上榜|荣|被|蝉联|当选|捧|夺)", plain):
        value = _value(m[1])
        if value is not None:
            span = Span(*m.span())
            yield Figure(span, Span(*m.span(1)), Quantity(value, "time"), "次", "count", not m[1].isdigit())


def _doublings(plain: str) -> Iterator[Figure]:
    for m in _DOUBLING.finditer(plain):
        times = _value(m["times"]) if m["times"] else Decimal(1)
        value = Decimal(2) ** int(times or 1)
        span = Span(*m.span())
        yield Figure(span, span, Quantity(value, "times"), "番", "multiple", True)


def _concentrations(plain: str) -> Iterator[Figure]:
    """每立方米19微克."""
    for m in _CONCENTRATION.finditer(plain):
        unit = lookup(f"{m[3]}/立方米")
        if unit is None:
            continue
        quantity = Quantity(Decimal(m[2]), unit.key)
        whole = _qualified(plain, Span(*m.span()), m.end(), quantity, unit.written, unit.dimension, False)
        yield replace(whole, number=Span(*m.span(2)))


def _rounds(plain: str) -> Iterator[Figure]:
    """人口超百万, 收入突破万亿: a magnitude that stands for a number, without a unit."""
    for m in _ROUND.finditer(plain):
        value = chinese_numeral(m["number"])
        if value is None:
            continue
        number = Span(*m.span("number"))
        money = denial.is_money_total(plain, number)
        key, dimension = ("CNY", "money") if money else ("", "count")
        yield _qualified(plain, number, number.end, Quantity(value, key), "", dimension, True)


def _classes(plain: str) -> Iterator[Figure]:
    """百亿级, 千亿级: a size class of an industry, money unless something else is named."""
    for m in _CLASS.finditer(plain):
        value = chinese_numeral(m["number"])
        if value is not None and value >= 10**8:
            span = Span(*m.span())
            quantity = Quantity(value, "CNY", Qualifier.EXACT)
            yield Figure(span, Span(*m.span("number")), quantity, "级", "money", True)


def _numbers(plain: str) -> Iterator[Figure]:
    for mention in scan_chinese(plain):
        if mention.form in (Form.DATE, Form.ORDINAL):
            continue
        figure = _code_figure(plain, mention) if mention.form is Form.CODE else _figure(plain, mention)
        if figure is not None and _BOUNDS[0] <= figure.quantity.value < _BOUNDS[1]:
            yield figure


def _code_figure(plain: str, mention: QuantityMention) -> Figure | None:
    """20GW, 3000P: digits and Latin letters that are a unit and not a name."""
    m = _CODE_UNIT.fullmatch(mention.span.of(plain))
    if m is None or (
        m[2] in ("P", "E") and "算力" not in plain[max(0, mention.span.start - 30) : mention.span.end + 8]
    ):
        return None
    start = mention.span.start
    number = Span(start, start + len(m[1]))
    unit = lookup(m[2])
    if unit is None:
        return None
    return _qualified(
        plain, number, mention.span.end, Quantity(Decimal(m[1]), unit.key), m[2], unit.dimension, False
    )


def _figure(plain: str, mention: QuantityMention) -> Figure | None:
    number = mention.core
    if mention.form is Form.FRACTION or (mention.form is Form.PERCENT and mention.spelled):
        if plain[: number.start].endswith("前"):
            return None  # 排名前千分之一: the band of a list
        quantity = Quantity(_whole(mention.quantity.value), mention.quantity.unit or "fraction")
        return _qualified(plain, number, number.end, quantity, mention.core.of(plain), "percent", True)
    m = unit_pattern().match(plain, number.end)
    surface = m.group() if m else ""
    unit = lookup(surface) if surface else None
    if denial.denied(plain, number, surface, mention):
        return None
    if unit is None:
        shared = _shared_unit(plain, number)
        if shared is not None:
            return _qualified(
                plain, number, number.end, _revalued(mention, shared[0]), "", shared[1], mention.spelled
            )
        if not denial.may_stand_alone(plain, number):
            return None
        ratio = re.match(r"[:：∶]1(?!\d)", plain[number.end :])
        if ratio and re.search(r"比|倍差", plain[max(0, number.start - 24) : number.start]):
            return _qualified(plain, number, number.end + 2, _revalued(mention, ""), "", "", mention.spelled)
        if denial.is_money_total(plain, number):
            return _qualified(
                plain, number, number.end, _revalued(mention, "CNY"), "", "money", mention.spelled
            )
        key = (
            "person"
            if re.match(
                rf"[^，。；、]{{0,8}}?(?:{words.PEOPLE})(?<!收人口)",
                plain[number.end :],
            )
            else ""
        )
        return _qualified(plain, number, number.end, _revalued(mention, key), "", "count", mention.spelled)
    dimension = unit.dimension
    if surface == "位" and denial.is_place_change(plain, number):
        return _qualified(
            plain, number, number.end + 1, _revalued(mention, "rank"), "位", "places", mention.spelled
        )
    if surface == "位" and denial.is_rank_of_change(plain, number):
        return _qualified(
            plain, number, number.end + 1, _revalued(mention, "rank"), "位", "rank", mention.spelled
        )
    end = number.end + len(surface)
    quantity = _revalued(mention, unit.key, 10 if surface == "成" else 1)
    return _qualified(plain, number, end, quantity, surface, dimension, mention.spelled)


def _shared_unit(plain: str, number: Span) -> tuple[str, str] | None:
    """Key and dimension of the unit that follows the last number of a list (3500万、2300万人)."""
    m = _SHARED.match(plain, number.end)
    if m is None or not re.search(r"[万亿]$", number.of(plain)):
        return None
    unit = unit_pattern().match(plain, m.end())
    known = lookup(unit.group()) if unit else None
    return (known.key, known.dimension) if known else None


def _revalued(mention: QuantityMention, key: str, times: int = 1) -> Quantity:
    upper = mention.quantity.upper
    return Quantity(
        _whole(mention.quantity.value * times), key, Qualifier.EXACT, None if upper is None else upper * times
    )


def _whole(value: Decimal) -> Decimal:
    """15760.3 × 10⁸ as 1576030000000, not 1576030000000.0."""
    return (
        value.quantize(Decimal(1))
        if value == value.to_integral_value() and value < 10**24
        else value.normalize()
    )


def _qualified(
    plain: str, number: Span, end: int, quantity: Quantity, surface: str, dimension: str, spelled: bool
) -> Figure:
    """The figure with the qualifier words on both sides taken in."""
    start, qualifier = number.start, Qualifier.EXACT
    before = plain[max(0, start - 3) : start]
    prefix = _PREFIX.search(before)
    if prefix is not None and not _NOT_PREFIX.search(plain[max(0, start - 2) : start]):
        word = prefix.group()
        idle = word == "上" and number.of(plain)[0] not in "十百千万"
        if not idle and not (word == "突破" and dimension == "count" and _BREAKTHROUGH.match(plain, end)):
            start -= len(word)
            qualifier = _PREFIXES[word]
            if word == "近" and plain[max(0, start - 1) : start] in ("接", "将"):
                start -= 1
    if _MORE.search(number.of(plain)):
        qualifier = Qualifier.OVER
    suffix = _SUFFIX.match(plain, end)
    if suffix is not None and not denial.is_no_suffix(plain, suffix, surface):
        end = suffix.end()
        if qualifier is Qualifier.EXACT or qualifier is Qualifier.ABOUT:
            qualifier = _SUFFIXES[suffix.group()]
    quantity = Quantity(quantity.value, quantity.unit, qualifier, quantity.upper)
    return Figure(Span(start, end), number, quantity, surface, dimension, spelled)
