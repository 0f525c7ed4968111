"""Reports in Traditional characters, read as if they were in Simplified ones: the grammar knows one script."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from index.report import Report, Section
from index.variants import to_simplified

_TRADITIONAL: Final = re.compile("[萬億個產業開發對農經實現國會總額數達點幣區縣報]")
_TELLING: Final = 12
"""A report has hundreds of these characters in one script and none, or a quoted few, in the other."""


def in_simplified(report: Report) -> Report:
    """``report`` with its text and titles in Simplified Chinese, every span as it was; itself if it has no others."""
    if len(_TRADITIONAL.findall(report.text, 0, 20_000)) < (_TELLING if len(report.text) > 5000 else 1):
        return report
    text = to_simplified(report.text)
    if len(text) != len(report.text) or text == report.text:
        return report
    return replace(report, text=text, sections=tuple(map(_simplified, report.sections)))


def _simplified(section: Section) -> Section:
    return replace(
        section, title=to_simplified(section.title), children=tuple(map(_simplified, section.children))
    )
