"""Finds the figures of a sentence: what states a quantity of the world, with its unit and qualifier words.

Numbers come from ``scan_chinese``; ranks, streaks and doublings have patterns of their own. Each candidate is
judged by ``denial``. All matching is done on a text of the same length, so that offsets stay valid.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from index.indicators import denial, words
from index.indicators.forms import bare_figures, special_figures
from index.indicators.model import Figure
from index.indicators.qualified import qualified
from index.indicators.units import lookup, unit_pattern
from index.numerals import FULL_WIDTH
from index.quantities import Form, Qualifier, Quantity, QuantityMention, scan_chinese
from index.text import Span

_CODE_UNIT: Final = re.compile(
    r"(\d+(?:\.\d+)?)(GW|MW|kW|GWh|MWh|kWh|kV|PFLOPS|PFlops|EFLOPS|EFlops|PF|EF|TB|PB|TEU|P|E)"
)
_MAYBE: Final = re.compile(r"[\d二两三四五六七八九十百千万亿]|[第首榜翻倍成连]")
_SHARED_POINTS: Final = re.compile(
    r"个?(?:[、和及]\d+(?:\.\d+)?个?)*[、和及]\d+(?:\.\d+)?(?P<unit>个百分点|[%％])"
)
_SHARED_ANY: Final = re.compile(r"(?:[、和及]\d+(?:\.\d+)?[万亿]*)+")
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
    for figures in (special_figures(plain), _numbers(plain), bare_figures(plain)):
        for figure in figures:
            if any(taken[figure.span.start : figure.span.end]):
                continue
            if all(quoted[figure.span.start : figure.span.end]) and not _in_a_row(plain, figure):
                continue
            found.append(figure)
            taken[figure.span.start : figure.span.end] = b"\x01" * (figure.span.end - figure.span.start)
    return _without_named_sizes(plain, sorted(found, key=lambda figure: figure.span))


def _in_a_row(plain: str, figure: Figure) -> bool:
    """“六连增”: stands in quotation marks, and is none the less a figure."""
    return figure.dimension == "streak" and plain[figure.number.end : figure.number.end + 1] == "连"


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
        m[2] in ("P", "E", "PF", "EF")
        and not re.search("算力|智算|超算", plain[max(0, mention.span.start - 30) : mention.span.end + 8])
    ):
        return None
    start = mention.span.start
    number = Span(start, start + len(m[1]))
    unit = lookup(m[2])
    if unit is None:
        return None
    return qualified(
        plain, number, mention.span.end, Quantity(Decimal(m[1]), unit.key), m[2], unit.dimension, False
    )


def _figure(plain: str, mention: QuantityMention) -> Figure | None:
    number = mention.core
    if mention.form is Form.FRACTION or (mention.form is Form.PERCENT and mention.spelled):
        if plain[: number.start].endswith("前"):
            return None  # 排名前千分之一: the band of a list
        quantity = Quantity(_whole(mention.quantity.value), mention.quantity.unit or "fraction")
        return qualified(plain, number, number.end, quantity, mention.core.of(plain), "percent", True)
    m = unit_pattern().match(plain, number.end)
    surface = m.group() if m else ""
    unit = lookup(surface) if surface else None
    points = _SHARED_POINTS.match(plain, number.end) if surface in ("", "个") else None
    if points is not None:
        of_list = lookup(points["unit"])
        if of_list is not None:
            return qualified(
                plain,
                number,
                number.end + len(surface),
                _revalued(mention, of_list.key),
                surface,
                of_list.dimension,
                mention.spelled,
            )
    if denial.denied(plain, number, surface, mention):
        return None
    if unit is None:
        shared = _shared_unit(plain, number)
        if shared is not None:
            return qualified(
                plain, number, number.end, _revalued(mention, shared[0]), "", shared[1], mention.spelled
            )
        if not denial.may_stand_alone(plain, number):
            return None
        ratio = re.match(r"[:：∶]1(?!\d)", plain[number.end :])
        if ratio and re.search(r"比|倍差", plain[max(0, number.start - 24) : number.start]):
            return qualified(plain, number, number.end + 2, _revalued(mention, ""), "", "", mention.spelled)
        if denial.is_money_total(plain, number):
            return qualified(
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
        return qualified(plain, number, number.end, _revalued(mention, key), "", "count", mention.spelled)
    dimension = unit.dimension
    if surface == "位" and denial.is_place_change(plain, number):
        return qualified(
            plain, number, number.end + 1, _revalued(mention, "rank"), "位", "places", mention.spelled
        )
    if surface == "位" and denial.is_rank_of_change(plain, number):
        return qualified(
            plain, number, number.end + 1, _revalued(mention, "rank"), "位", "rank", mention.spelled
        )
    end = number.end + len(surface)
    quantity = _revalued(mention, unit.key, 10 if surface == "成" else 1)
    return qualified(plain, number, end, quantity, surface, dimension, mention.spelled)


def _shared_unit(plain: str, number: Span) -> tuple[str, str] | None:
    """Key and dimension of the unit that follows the last number of a list (3500万、2300万人)."""
    m = _SHARED.match(plain, number.end)
    if m is None or not re.search(r"[万亿]$", number.of(plain)):
        # 分别达到15、22家
        m = (
            _SHARED_ANY.match(plain, number.end)
            if "分别" in denial.clause_before(plain, number.start)
            else None
        )
        if m is None:
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
