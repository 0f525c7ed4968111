"""What a citation says of a report, and of a place in it."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from datetime import date
from pathlib import PurePath
from typing import Final

from index.citing.bodies import (
    body_in_chinese,
    body_in_english,
    name_in_english,
    seat_in_english,
    seat_of,
)
from index.citing.head import read_head
from index.gazetteer import NATIONAL
from index.report import Language, Report

_TITLED: Final = re.compile("工作报告")


@dataclass(frozen=True, slots=True)
class CitedReport:
    """A report as its citation names it. Whatever its head does not tell is empty, or None.

    ``author`` is the body that reports in the language of the report, ``author_en`` in English; ``id`` is
    ``urn:sha256:`` and the checksum of its text, ``file`` a name without a folder.
    """

    title: str
    language: Language = Language.ZH
    title_en: str = ""
    author: str = ""
    author_en: str = ""
    seat: str = ""
    seat_en: str = ""
    speaker: str = ""
    occasion: str = ""
    year: int | None = None
    given: date | None = None
    file: str = ""
    id: str = ""
    key: str = "report"

    @property
    def is_chinese(self) -> bool:
        """True where the report was written in Chinese."""
        return self.language is Language.ZH


@dataclass(frozen=True, slots=True)
class CitedPlace:
    """A place in a report: the paragraph counted from 1, the line of the file from 0, the sections around it.

    ``page`` is that of the file, from 1; None where the file has no pages.
    """

    paragraph: int
    line: int
    sections: tuple[str, ...] = ()
    page: int | None = None


def cited(report: Report, title_en: str = "") -> CitedReport:
    """What is known of ``report``; ``title_en`` is its title in English where somebody knows a better one."""
    head = read_head(report)
    file = PurePath(report.path.replace("\\", "/")).name
    urn = f"urn:sha256:{report.id}"
    year = report.year or (head.given.year if head.given else None)
    if report.language is Language.EN:
        place = NATIONAL if head.national else report.place
        body, seat = body_in_english(place) or head.body, seat_in_english(place)
        return CitedReport(
            report.title, Language.EN, report.title, body, body, seat, seat, head.speaker, head.occasion, year,
            head.given, file, urn, _key(place, year, report.id),
        )  # fmt: skip
    place = report.place
    body = body_in_chinese(place)
    return CitedReport(
        report.title, Language.ZH, title_en or _title_in_english(report.title, place, year), body,
        body_in_english(place) if body else "", seat_of(place) if body else "", seat_in_english(place) if body else "",
        head.speaker, head.occasion, year, head.given, file, urn, _key(place, year, report.id),
    )  # fmt: skip


def place_of(report: Report, offset: int) -> CitedPlace:
    """The paragraph of ``report`` that holds ``offset``, the line, and the headings above it."""
    starts = [paragraph.span.start for paragraph in report.paragraphs]
    line = report.line_of(offset)[0]
    return CitedPlace(
        max(1, bisect_right(starts, offset)),
        line,
        tuple(s.words for s in report.section_path(offset)),
        report.page_of(offset),
    )


def _title_in_english(title: str, place: str, year: int | None) -> str:
    """What such a report is called in English, in sentence case; empty for a title of another sort."""
    if not _TITLED.search(title):
        return ""
    name = "" if place == NATIONAL else name_in_english(place)
    words = "Report on the work of the government" + (f" of {name}" if name else "")
    return f"{words}, {year}" if year else words


def _key(place: str, year: int | None, digest: str) -> str:
    """A key of ASCII letters, digits and hyphens: ``qingdao2024``, or with a part of the checksum where no place is known."""
    name = re.sub("[^a-z]", "", name_in_english(place).lower()) if place else ""
    key = f"{name or 'report'}{year or ''}"
    return key if name else f"{key}-{digest[:8]}"
