"""Short words that several panes share, translatable like all others."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication

if TYPE_CHECKING:
    from index.indicators import Indicator


def noted(words: str) -> str:
    """``words`` themselves: marks them as words of the interface that are translated when they are shown."""
    return words


_STATUS: Final[dict[str, str]] = {
    "actual": noted("actual"),
    "target": noted("target"),
}
_KINDS: Final[dict[str, str]] = {
    "level": noted("level"),
    "count": noted("count"),
    "increment": noted("increment"),
    "total": noted("total"),
    "growth": noted("growth"),
    "pp_change": noted("change in points"),
    "share": noted("share"),
    "ratio": noted("ratio"),
    "rank": noted("rank"),
    "rank_change": noted("change of rank"),
    "multiple": noted("multiple"),
    "streak": noted("streak"),
}


def tr(words: str) -> str:
    """``words`` in the language of the interface, for code that is no QObject."""
    return QCoreApplication.translate("wording", words)


def language() -> str:
    """``en`` or ``zh``: the language that the interface speaks."""
    return "en" if tr("Indicator") == "Indicator" else "zh"


def said(indicator: Indicator) -> str:
    """The figure as written, or for an English interface as an English reader would say it."""
    from index.indicators.spoken import in_english

    return in_english(indicator.quantity) if language() == "en" else indicator.text


def status_word(status: str) -> str:
    """``actual`` or ``target``, in the language of the interface."""
    return tr(_STATUS[status]) if status in _STATUS else status


def kind_word(kind: str) -> str:
    """The kind of an indicator, in the language of the interface."""
    return tr(_KINDS[kind]) if kind in _KINDS else kind


def base_value(indicator: Indicator) -> str:
    """The value in base units with a readable magnitude: 1.57603 trillion yuan."""
    from index.quantities.render import english_number

    quantity = indicator.quantity
    number = english_number(quantity.value)
    if quantity.upper is not None:
        number += f"–{english_number(quantity.upper)}"
    unit = {"CNY": " yuan", "%": "%", "pp": " pp"}.get(
        quantity.unit, f" {quantity.unit}" if quantity.unit else ""
    )
    return f"= {number}{unit}"


_UNITS: Final[dict[str, str]] = {
    "CNY": noted("yuan"),
    "USD": noted("US dollars"),
    "pp": noted("percentage points"),
    "person": noted("people"),
    "person-time": noted("visits"),
    "household": noted("households"),
    "enterprise": noted("enterprises"),
    "item": noted("items"),
    "project": noted("projects"),
    "rank": noted("rank"),
    "times": noted("times"),
    "year": noted("years"),
}


def unit_word(unit: str) -> str:
    """A unit in the language of the interface."""
    return tr(_UNITS[unit]) if unit in _UNITS else unit


def source_words(indicator: Indicator) -> str:
    """A remark behind an English name that no person has written; empty for the catalogue's and the reader's own."""
    made = str(indicator.name_en_source) not in ("catalogue", "reader")
    return f"  ({tr('put together by machine')})" if made else ""


def when_and_what(indicator: Indicator) -> str:
    """Period and status of an indicator: ``2024 target``."""
    return f"{indicator.period} {status_word(str(indicator.status))}".strip()
