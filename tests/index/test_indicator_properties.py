"""What holds for every text: a quantity that is written is read again, and nothing hangs, breaks or points elsewhere."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from index.indicators import Indicator, extract
from index.indicators.grammar import find_figures
from index.indicators.spoken import in_english
from index.quantities import Qualifier, Quantity, scan_english
from index.segmentation import segment

_FULL = str.maketrans("0123456789.%", "０１２３４５６７８９．％")
_UNITS = {
    "元": "CNY", "%": "%", "个百分点": "pp", "家": "enterprise", "人": "person", "户": "household", "公里": "km",
    "亩": "mu", "吨": "t", "平方米": "m2", "千瓦时": "kWh", "亿元": "CNY", "万人次": "person-time",
    "万千瓦": "kW", "微克/立方米": "ug/m3", "标箱": "TEU", "美元": "USD",
}  # fmt: skip
_FACTORS = {"": 1, "万": 10**4, "亿": 10**8, "万亿": 10**12}
_WORDS = {
    Qualifier.EXACT: ("", ""), Qualifier.ABOUT: ("约", ""), Qualifier.AT_LEAST: ("", "以上"),
    Qualifier.OVER: ("超过", ""), Qualifier.NEARLY: ("近", ""), Qualifier.UP_TO: ("", "以内"),
}  # fmt: skip

numbers = st.decimals(min_value="0.01", max_value="99999", places=2).map(lambda d: d.normalize())


@st.composite
def written(draw: st.DrawFn) -> tuple[str, Decimal, str, Qualifier]:
    """A quantity as a report may write it, and what it is."""
    number = draw(numbers)
    unit = draw(st.sampled_from(sorted(_UNITS)))
    plain = unit in ("%", "个百分点", "微克/立方米") or unit.startswith(("万", "亿"))
    scale = "" if plain else draw(st.sampled_from(sorted(_FACTORS)))
    qualifier = draw(st.sampled_from(list(Qualifier)))
    digits = f"{number:f}"
    if draw(st.booleans()) and number >= 1000:
        whole, dot, rest = digits.partition(".")
        digits = f"{int(whole):,}{dot}{rest}"
    value = number * _FACTORS[scale]
    factor = {"亿元": 10**8, "万人次": 10**4, "万千瓦": 10**4}.get(unit, 1)
    before, after = _WORDS[qualifier]
    text = f"{before}{digits}{scale}{unit}{after}"
    return (text.translate(_FULL) if draw(st.booleans()) else text), value * factor, _UNITS[unit], qualifier


@given(written())
@example(("超过1.65万亿元", Decimal("1.65e12"), "CNY", Qualifier.OVER))
@settings(max_examples=400, deadline=None)
def test_what_is_written_in_chinese_is_read_as_it_was_meant(
    case: tuple[str, Decimal, str, Qualifier],
) -> None:
    text, value, unit, qualifier = case
    sentence = f"全市新兴产业相关指标达到{text}，同比有所变化。"
    (figure,) = find_figures(sentence)
    assert figure.span.of(sentence) == text
    assert figure.quantity == Quantity(value, unit, qualifier)


@given(
    st.decimals(min_value="0.1", max_value="999999", places=1),
    st.sampled_from(["CNY", "%", "person", "household", "km", "USD"]),
    st.sampled_from([1, 10**4, 10**8]),
)
@settings(max_examples=300, deadline=None)
def test_what_is_said_in_english_is_read_as_it_was_meant(number: Decimal, unit: str, factor: int) -> None:
    value = number if unit == "%" else number * factor
    said = in_english(Quantity(value, unit))
    found = [m for m in scan_english(f"The figure was {said} in that year.") if not m.key]
    assert [m.quantity.value for m in found] == [value], said


_ODD = st.text(
    alphabet=st.sampled_from(
        list("0123456789０１９.．,，、。；：％%‰/／-—～~一二三十百千万亿两零点余多近超约第前连续年元个人户家倍成番分之占比增长下降达到分别新增"
             "（）()“”《》[]〔〕　 \t𠮷\u200b\u202eABkWPM同期万元以上以内左右名位首")
    ),
    max_size=160,
)  # fmt: skip


@given(_ODD)
@example("0" * 150)
@example("第" * 80 + "1位")
@example("1/" * 70 + "3")
@example("增长" * 40 + "5%、" * 20)
@settings(max_examples=500, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_text_gives_sound_records_or_none(noise: str) -> None:
    title = "2026年海州省政府工作报告"
    report = segment(
        "\n".join((title, "一、2025年工作回顾", noise, "二、2026年工作安排", noise[::-1])), title=title
    )
    found = extract(report)
    known: dict[str, Indicator] = {i.id: i for i in found}
    for i in found:
        assert i.text == i.span.of(report.text)
        assert report.text.split("\n")[i.line][i.start : i.end] == i.text
        assert i.name
        assert i.name_en
        assert 0 <= i.quantity.value < Decimal(10) ** 24
        assert all(i.id in known[other].links for other in i.links)
        assert all(i.id in known[other].related for other in i.related)
    assert all(one.span.end <= other.span.start for one, other in pairwise(found))


@given(st.text(max_size=300))
@settings(max_examples=200, deadline=None)
def test_any_unicode_at_all_is_survived(noise: str) -> None:
    extract(segment(noise.replace("\r", "\n")))
