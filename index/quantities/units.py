"""The units of Chinese official prose: how they are written, what they mean, how English writes them."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Final


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit: its key in records, its Chinese and English writing, and what is measured.

    ``english`` and ``plural`` are empty for counters (个, 家) that English leaves out.
    """

    key: str
    chinese: str
    english: str = ""
    plural: str = ""
    dimension: str = "count"


def _units(dimension: str, *rows: tuple[str, str, str, str]) -> list[Unit]:
    return [Unit(key, zh, en, plural, dimension) for key, zh, en, plural in rows]


CLOSED: Final = tuple(
    _units(
        "money",
        ("CNY", "元", "yuan", "yuan"),
        ("CNY", "人民币", "yuan", "yuan"),
        ("CNY", "元人民币", "yuan", "yuan"),
        ("USD", "美元", "US dollar", "US dollars"),
        ("EUR", "欧元", "euro", "euros"),
        ("HKD", "港元", "Hong Kong dollar", "Hong Kong dollars"),
    )
    + _units("percent", ("%", "%", "%", "%"), ("per mille", "‰", "‰", "‰"))
    + _units(
        "points", ("pp", "个百分点", "percentage point", "percentage points"),
        ("pp", "百分点", "percentage point", "percentage points"),
    )
    + _units(
        "area",
        ("mu", "亩", "mu", "mu"),
        ("ha", "公顷", "hectare", "hectares"),
        ("m2", "平方米", "square meter", "square meters"),
        ("km2", "平方公里", "square kilometer", "square kilometers"),
        ("km2", "平方千米", "square kilometer", "square kilometers"),
    )
    + _units(
        "volume",
        ("m3", "立方米", "cubic meter", "cubic meters"),
        ("m3", "方", "cubic meter", "cubic meters"),
        ("kL", "千升", "kiloliter", "kiloliters"),
        ("L", "升", "liter", "liters"),
    )
    + _units(
        "concentration",
        ("ug/m3", "微克/立方米", "microgram per cubic meter", "micrograms per cubic meter"),
        ("ug/m3", "微克每立方米", "microgram per cubic meter", "micrograms per cubic meter"),
    )
    + _units(
        "length",
        ("km", "公里", "kilometer", "kilometers"),
        ("km", "千米", "kilometer", "kilometers"),
        ("nmi", "海里", "nautical mile", "nautical miles"),
        ("mm", "毫米", "millimeter", "millimeters"),
        ("m", "米", "meter", "meters"),
    )
    + _units(
        "mass",
        ("t", "吨", "metric ton", "metric tons"),
        ("tce", "吨标准煤", "metric ton of standard coal", "metric tons of standard coal"),
        ("kg", "公斤", "kilogram", "kilograms"),
        ("kg", "千克", "kilogram", "kilograms"),
        ("jin", "斤", "jin", "jin"),
        ("dwt", "载重吨", "deadweight ton", "deadweight tons"),
    )
    + _units(
        "power",
        ("kW", "千瓦", "kilowatt", "kilowatts"),
        ("MW", "兆瓦", "megawatt", "megawatts"),
        ("GW", "吉瓦", "gigawatt", "gigawatts"),
        ("kV", "千伏", "kilovolt", "kilovolts"),
        ("kVA", "千伏安", "kilovolt-ampere", "kilovolt-amperes"),
    )
    + _units(
        "energy",
        ("kWh", "千瓦时", "kilowatt-hour", "kilowatt-hours"),
        ("kWh", "度", "kilowatt-hour", "kilowatt-hours"),
        ("MWh", "兆瓦时", "megawatt-hour", "megawatt-hours"),
        ("GWh", "吉瓦时", "gigawatt-hour", "gigawatt-hours"),
    )
    + _units("freight", ("TEU", "标箱", "TEU", "TEUs"), ("TEU", "标准箱", "TEU", "TEUs"))
    + _units("temperature", ("degC", "℃", "degree Celsius", "degrees Celsius"),
             ("degC", "摄氏度", "degree Celsius", "degrees Celsius"))
    + _units("computing", ("PFLOPS", "P", "PFLOPS", "PFLOPS"), ("EFLOPS", "EFLOPS", "EFLOPS", "EFLOPS"))
)  # fmt: skip
"""Units that stay beside their number in English; number and unit are rendered together, by rule."""

COUNTERS: Final = (
    "个", "家", "户", "项", "处", "套", "间", "人", "人次", "名", "位", "列", "所", "座", "条", "件", "批", "次",
    "场", "只", "台", "辆", "艘", "架", "班", "栋", "幢", "期", "种", "类", "款", "部", "支", "对", "头", "株",
    "棵", "宗", "起", "份", "张", "口", "根", "组", "倍", "天", "年", "月", "周", "小时", "分钟", "岁", "级", "届",
    "万人次", "床", "张床位", "个月", "周年", "航次", "班列", "单", "笔", "门", "片", "段", "站", "村", "县", "市",
    "省", "国", "城", "镇", "乡", "区", "校", "店", "园", "街", "线", "路", "桥", "港", "厂", "企", "颗", "枚", "票",
    "方面", "年来", "届", "代", "步", "集", "首", "篇", "本", "册", "册次", "便", "标段", "套（间）", "套(间)",
    "家（个）", "人（次）", "人（户）", "例", "点", "盏", "面", "幅", "道", "层", "趟", "杆", "把",
)  # fmt: skip
"""Counters and nouns that follow a number directly; English translates or drops them."""

BY_CHINESE: Final = {unit.chinese: unit for unit in CLOSED}
BY_KEY: Final = {unit.key: unit for unit in reversed(CLOSED)}

ENGLISH_WRITINGS: Final = {
    "yuan": "CNY", "RMB yuan": "CNY", "yuan RMB": "CNY", "renminbi": "CNY",
    "US dollar": "USD", "US dollars": "USD", "U.S. dollars": "USD", "dollars": "USD", "euros": "EUR", "euro": "EUR",
    "Hong Kong dollars": "HKD",
    "%": "%", "percent": "%", "per cent": "%", "percentage points": "pp", "percentage point": "pp",
    "mu": "mu", "hectares": "ha", "hectare": "ha", "square meters": "m2", "square metres": "m2", "square meter": "m2",
    "square kilometers": "km2", "square kilometres": "km2", "square kilometer": "km2", "sq km": "km2",
    "cubic meters": "m3", "cubic metres": "m3", "cubic meter": "m3", "liters": "L", "liter": "L",
    "micrograms per cubic meter": "ug/m3", "μg/m³": "ug/m3", "μg/m3": "ug/m3",
    "kilometers": "km", "kilometres": "km", "kilometer": "km", "km": "km", "nautical miles": "nmi",
    "nautical mile": "nmi",
    "millimeters": "mm", "mm": "mm", "meters": "m", "metres": "m", "meter": "m",
    "metric tons": "t", "metric ton": "t", "tons": "t", "tonnes": "t", "ton": "t",
    "tons of standard coal": "tce", "metric tons of standard coal": "tce", "metric tons of coal equivalent": "tce",
    "tons of coal equivalent": "tce",
    "kilograms": "kg", "kilogram": "kg", "kg": "kg", "jin": "jin", "deadweight tons": "dwt",
    "kilowatts": "kW", "kilowatt": "kW", "kW": "kW", "megawatts": "MW", "MW": "MW", "gigawatts": "GW", "GW": "GW",
    "kilovolts": "kV", "kilovolt": "kV", "kV": "kV", "kVA": "kVA", "kilovolt-amperes": "kVA",
    "kilowatt-hours": "kWh", "kilowatt hours": "kWh", "kilowatt-hour": "kWh", "kWh": "kWh",
    "megawatt-hours": "MWh", "MWh": "MWh", "GWh": "GWh", "gigawatt-hours": "GWh",
    "TEUs": "TEU", "TEU": "TEU", "degrees Celsius": "degC", "PFLOPS": "PFLOPS", "EFLOPS": "EFLOPS",
}  # fmt: skip

SCALES: Final = {"MW": ("kW", Decimal(1000)), "GW": ("kW", Decimal(10) ** 6), "jin": ("kg", Decimal("0.5"))}
"""Units that a checker may accept for each other: ``(other key, factor)``."""
