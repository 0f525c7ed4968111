"""Tables of numeric expressions for the Chinese and the English scanner."""

from __future__ import annotations

import pytest

from index.numerals import chinese_numeral, plain
from index.quantities import Form, scan_chinese, scan_english

CHINESE = [
    ("达到15760.3亿元", "15760.3亿元", "1576030000000", "CNY", "exact"),
    ("超过3万亿元", "3万亿元", "3000000000000", "CNY", "exact"),
    ("近1万亿元", "近1万亿元", "1000000000000", "CNY", "nearly"),
    ("1.3亿人次", "1.3亿人次", "130000000", "人次", "exact"),
    ("5万余个岗位", "5万余个", "50000", "个", "over"),
    ("300家以上", "300家以上", "300", "家", "at_least"),
    ("5.5%左右", "5.5%左右", "5.5", "%", "about"),
    ("提高4个百分点", "4个百分点", "4", "pp", "exact"),
    ("装机115万千瓦", "115万千瓦", "1150000", "kW", "exact"),
    ("500千伏线路", "500千伏", "500", "kV", "exact"),
    ("20多万人", "20多万人", "200000", "人", "over"),
    ("1,234人", "1,234人", "1234", "人", "exact"),
    ("约500万元", "约500万元", "5000000", "CNY", "about"),
    ("节约500万元", "500万元", "5000000", "CNY", "exact"),
    ("四批政策", "四批", "4", "批", "exact"),
    ("突破千万千升", "千万千升", "10000000", "kL", "exact"),
    ("29微克／立方米", "29微克／立方米", "29", "ug/m3", "exact"),
    ("7.32亿吨", "7.32亿吨", "732000000", "t", "exact"),
    ("8.69亿美元", "8.69亿美元", "869000000", "USD", "exact"),
]


@pytest.mark.parametrize(("text", "span", "value", "unit", "qualifier"), CHINESE)
def test_chinese(text: str, span: str, value: str, unit: str, qualifier: str) -> None:
    (found,) = scan_chinese(text)
    assert found.span.of(text) == span
    assert (plain(found.quantity.value), found.quantity.unit, found.quantity.qualifier) == (
        value,
        unit,
        qualifier,
    )


def test_chinese_ranges_and_pairs() -> None:
    (growth,) = scan_chinese("增长4.5%—5%")
    assert (plain(growth.quantity.value), plain(growth.quantity.upper or growth.quantity.value)) == (
        "4.5",
        "5",
    )
    (both,) = scan_chinese("3至5万人")
    assert plain(both.quantity.value) == "30000"
    assert [plain(m.quantity.value) for m in scan_chinese("从54万亿元增加到82.7万亿元")] == [
        "54000000000000",
        "82700000000000",
    ]


def test_chinese_dates_codes_and_ordinals_are_told_apart() -> None:
    forms = {m.span.of("2023年5G第23位十四五"): m.form for m in scan_chinese("2023年5G第23位十四五")}
    assert forms["2023"] is Form.DATE
    assert forms["5G"] is Form.CODE
    assert forms["第23"] is Form.ORDINAL


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("二十三", "23"),
        ("三亿五千万", "350000000"),
        ("两", "2"),
        ("二〇二四", "2024"),
        ("一万零五", "10005"),
        ("百", "100"),
    ],
)
def test_numerals(text: str, value: str) -> None:
    number = chinese_numeral(text)
    assert number is not None
    assert plain(number) == value


def test_no_numerals() -> None:
    assert chinese_numeral("一体") is None
    assert chinese_numeral("") is None


ENGLISH = [
    ("reached 1,576.03 billion yuan", "1576030000000", "CNY"),
    ("about 5.5 percent", "5.5", "%"),
    ("up 4 percentage points", "4", "pp"),
    ("37.6 billion yuan", "37600000000", "CNY"),
    ("263,000 people", "263000", ""),
    ("7,600 mu of land", "7600", "mu"),
    ("RMB 3 trillion", "3000000000000", "CNY"),
    ("twenty-three projects", "23", ""),
    ("1.15 million kilowatts", "1150000", "kW"),
    ("US$8.69 billion", "8690000000", "USD"),
]


@pytest.mark.parametrize(("text", "value", "unit"), ENGLISH)
def test_english(text: str, value: str, unit: str) -> None:
    (found,) = scan_english(text)
    assert (plain(found.quantity.value), found.quantity.unit) == (value, unit)


def test_english_years_ordinals_and_codes() -> None:
    forms = [m.form for m in scan_english("ranked 23rd in 2023 with 5G")]
    assert forms == [Form.ORDINAL, Form.DATE, Form.CODE]
