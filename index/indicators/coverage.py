"""Which numbers of a text no indicator covers, and why: what a reviewer looks at last."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import Final

from index.indicators.context import read_chapters
from index.indicators.model import Indicator
from index.numerals import FULL_WIDTH
from index.quantities import Form, scan_chinese
from index.report import Report
from index.text import Span

_RUN: Final = re.compile(r"\d+(?:[.,]\d+)*")
_QUOTED: Final = re.compile(
    r"“[^“”\n]{0,24}”|《[^《》\n]{0,80}》|‘[^‘’\n]{0,24}’|〔[^〔〕\n]{0,12}〕|［\d+］|\[\d+\]"
)
_LEAD: Final = re.compile(r"^\s*(?:（\d{1,3}）|\(\d{1,3}\)|\d{1,3}[.．、])")
_LETTER: Final = re.compile(r"[A-Za-z]")
_NAMED: Final = re.compile(r"强|号|版|英寸|岁|维|时代|级|兆瓦级|万吨级|吨级|车道")
_PHONE: Final = re.compile(r"(?:[^，。；、]{0,4}(?:热线|电话)|平台)")
_SPELL: Final = re.compile(r"个?(?:年|月|季度|天|日|周|小时|分钟|秒|工作日)|(?:时|分)(?!之)")


class Why(StrEnum):
    """Why a number is no indicator; ``OPEN`` where nothing explains it."""

    COVERED = "covered"
    DATE = "date"
    HEADING = "heading"
    NAME = "name"
    PHONE = "phone line"
    DURATION = "duration"
    ORDINAL = "ordinal"
    NOTE = "explanation"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Run:
    """A run of digits in the report's text."""

    span: Span
    why: Why


@dataclass(frozen=True)
class Coverage:
    """All runs of digits of a text in reading order."""

    runs: tuple[Run, ...]

    @cached_property
    def open(self) -> tuple[Run, ...]:
        """The runs that no indicator covers and nothing explains."""
        return tuple(run for run in self.runs if run.why is Why.OPEN)

    @cached_property
    def covered(self) -> int:
        """How many runs stand in an indicator."""
        return sum(1 for run in self.runs if run.why is Why.COVERED)

    @property
    def of_all(self) -> float:
        """Percent of all runs that an indicator covers."""
        return 100 * self.covered / len(self.runs) if self.runs else 100.0

    @property
    def of_figures(self) -> float:
        """Percent of the runs that are covered, of those that are no dates, headings, names and the like."""
        figures = self.covered + len(self.open)
        return 100 * self.covered / figures if figures else 100.0


def find_coverage(report: Report, indicators: Iterable[Indicator]) -> Coverage:
    """Every run of digits of ``report`` with why it is no indicator, where it is none."""
    text = report.text.translate(FULL_WIDTH)
    spans = sorted((i.span.start, i.span.end) for i in indicators)
    starts = [start for start, _ in spans]
    quoted = [m.span() for m in _QUOTED.finditer(text)]
    quotes = [start for start, _ in quoted]
    headings = [s.heading for top in report.sections for s in top.walk()]
    moments = read_chapters(report).moments
    notes = [(s.span.start, s.span.end) for s in report.sentences if moments.get(s.id) is None]
    note_starts = [start for start, _ in notes]
    runs = []
    for m in _RUN.finditer(text):
        span = Span(*m.span())
        if _within(span, spans, starts):
            why = Why.COVERED
        elif any(h.start <= span.start < h.end for h in headings) or _leads(text, span):
            why = Why.HEADING
        elif _within(span, notes, note_starts):
            why = Why.NOTE
        else:
            why = _explained(text, span, in_quotes=_within(span, quoted, quotes))
        runs.append(Run(span, why))
    return Coverage(tuple(runs))


def _within(span: Span, spans: list[tuple[int, int]], starts: list[int]) -> bool:
    at = bisect_right(starts, span.start) - 1
    return at >= 0 and spans[at][0] <= span.start < spans[at][1]


def _leads(text: str, span: Span) -> bool:
    line = text.rfind("\n", 0, span.start) + 1
    m = _LEAD.match(text[line : span.end + 2])
    return m is not None and span.end <= line + m.end()


def _explained(text: str, span: Span, *, in_quotes: bool) -> Why:
    before, after = text[max(0, span.start - 1) : span.start], text[span.end : span.end + 8]
    start = max(0, span.start - 6)
    for mention in scan_chinese(text[start : span.end + 8]):
        if mention.core.start <= span.start - start < mention.core.end:
            if mention.form is Form.DATE:
                return Why.DATE
            if mention.form is Form.ORDINAL:
                return Why.ORDINAL
    if (
        in_quotes
        or _LETTER.match(before)
        or _LETTER.match(after)
        or after[:1] in ("+", "-")
        or before in ("+", "-")
    ):
        return Why.NAME
    if span.end - span.start >= 3 and _PHONE.match(after):
        return Why.PHONE
    if _NAMED.match(after):
        return Why.NAME
    if before == "第":
        return Why.ORDINAL
    return Why.DURATION if _SPELL.match(after) else Why.OPEN
