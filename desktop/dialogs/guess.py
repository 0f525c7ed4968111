"""What a new figure may be, read from its words: a start for the dialog, not a judgement."""

from __future__ import annotations

import re
from typing import Final

from index.indicators.context import read_chapters
from index.indicators.grammar import find_figures
from index.quantities import scan_chinese
from index.report import Report
from index.text import Span

_TAIL: Final = re.compile(
    r"[多余]?[百千万亿]*(?:个百分点|%|％|‰|[\u4e00-\u9fff]{0,2}?(?:元|人|户|家|个|项|亩|公里|吨|所|处|座))?(?:以上|左右|以内)?"
)


def whole(text: str, span: Span) -> Span:
    """``span`` with the magnitude, unit and qualifier behind it, where it is a bare number."""
    if not re.fullmatch(r"[\d.,]+", span.of(text)):
        return span
    m = _TAIL.match(text, span.end)
    return Span(span.start, m.end()) if m else span


def fields(report: Report, span: Span) -> dict[str, str]:
    """Value, unit, qualifier, kind, period and status as far as the words and the chapter tell them."""
    words = span.of(report.text)
    sentence = next((s for s in report.sentences if s.span.start <= span.start < s.span.end), None)
    known: dict[str, str] = {"kind": "level"}
    if sentence is not None:
        text = sentence.span.of(report.text)
        moment = read_chapters(report).moment(sentence.id, text, span.start - sentence.span.start)
        if moment is not None:
            known |= {"period": moment.period, "status": str(moment.status)}
    found = find_figures(words)
    if found:
        quantity = found[0].quantity
        kind = {"percent": "ratio", "count": "count", "points": "pp_change", "rank": "rank"}.get(
            found[0].dimension, "level"
        )
        return known | {
            "value": f"{quantity.value:f}",
            "unit": quantity.unit,
            "qualifier": str(quantity.qualifier),
            "kind": kind,
        }
    mentions = scan_chinese(words)
    if mentions:
        return known | {"value": f"{mentions[0].quantity.value:f}", "unit": mentions[0].quantity.unit}
    return known
