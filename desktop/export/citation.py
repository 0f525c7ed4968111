"""A figure in words, with where it stands: to be pasted into a letter or a brief."""

from __future__ import annotations

from index.indicators.model import Indicator
from index.indicators.spoken import in_english
from index.report import Report


def cite(indicator: Indicator, report: Report) -> str:
    """``地区生产总值 (Gross regional product): 15760.3亿元 = 1.57603 trillion yuan, 2023 actual. — title, section, line``."""
    sections = " › ".join(section.title for section in report.section_path(indicator.span.start))
    place = ", ".join(part for part in (report.title, sections, f"line {indicator.line + 1}") if part)
    value = f"{indicator.text} ({in_english(indicator.quantity)})"
    when = f"{indicator.period} {indicator.status}".strip()
    return f"{indicator.name} ({indicator.name_en}): {value}, {when}. — {place}"
