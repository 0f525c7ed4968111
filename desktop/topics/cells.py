"""What stands in the passages of the topics window: the words, where they stand, and what in them is marked. No widgets."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import Enum
from functools import cache
from itertools import groupby
from typing import TYPE_CHECKING

from index.gazetteer import english_place, place_names
from index.report import Language, Report
from index.text import Span

if TYPE_CHECKING:
    from index.indicators import Indicator
    from index.topics import Extract


class Mark(Enum):
    """Why some words of a passage are set off."""

    REACHED = "reached"
    TARGET = "target"
    PLACE = "place"


@dataclass(frozen=True, slots=True)
class Cell:
    """A passage as it is shown; ``where`` says where it stands, ``english`` what is known of its English."""

    extract: Extract
    where: str
    text: str
    marks: tuple[tuple[Span, Mark], ...]
    english: str = ""

    @property
    def is_chinese(self) -> bool:
        """True for a passage in Chinese."""
        return self.extract.report.language is Language.ZH

    @property
    def spoken(self) -> str:
        """What a screen reader says."""
        return ". ".join(part for part in (self.where, self.text, self.english) if part)


def report_label(report: Report) -> str:
    """``Guangdong 2026``, or the title of a report whose place is not known."""
    return label_of(report.place, report.year, report.title or report.path)


def label_of(place: str, year: int | None, title: str) -> str:
    """A short name for a report, in the language of the interface."""
    from desktop.wording import language

    if not place:
        return title
    name = english_place(place) if language() == "en" else place
    return f"{name} {year}" if year else name


def make_cell(extract: Extract, indicators: Iterable[Indicator], *, with_report: bool) -> Cell:
    """The cell of a passage; ``with_report`` where it must say of which report it is."""
    report, span = extract.report, extract.span
    line, _ = report.line_of(span.start)
    where = [report_label(report)] if with_report else []
    sections = " › ".join(f"{s.number}{s.title}" for s in report.section_path(span.start)[-2:])
    where += [sections] if sections else []
    where.append(f"¶\u00a0{line + 1}")  # no line break between the two
    text = extract.text.replace("\n", " ")
    return Cell(extract, " · ".join(where), text, _marks(extract, text, indicators))


def with_figures(cell: Cell, indicators: Iterable[Indicator]) -> Cell:
    """The cell with these figures set off."""
    return replace(cell, marks=_marks(cell.extract, cell.text, indicators))


def with_english(cell: Cell, known: Mapping[tuple[str, str], str]) -> Cell:
    """The cell with the English of its sentences, by report id and sentence id; a gap is shown as one."""
    report = cell.extract.report.id
    said = [known.get((report, sentence), "…") for sentence in cell.extract.sentence_ids]
    words = " ".join(s for s, _ in groupby(said)) if any(s != "…" for s in said) else ""
    return replace(cell, english=words)


def cite(cell: Cell) -> str:
    """The passage in words, with where it stands: to be pasted into a letter or a brief."""
    report, span = cell.extract.report, cell.extract.span
    sections = " › ".join(s.title for s in report.section_path(span.start))
    line, _ = report.line_of(span.start)
    place = ", ".join(part for part in (report.title, sections, f"line {line + 1}") if part)
    said = "\n".join(part for part in (cell.text, cell.english) if part)
    return f"{said}\n— {place}"


def _marks(extract: Extract, text: str, indicators: Iterable[Indicator]) -> tuple[tuple[Span, Mark], ...]:
    span = extract.span
    figures = [
        (i.span.shifted(-span.start), Mark.TARGET if str(i.status) == "target" else Mark.REACHED)
        for i in indicators
        if span.contains(i.span)
    ]
    places = [Span(m.start(), m.end()) for m in _place_pattern().finditer(text)]
    free = [(s, Mark.PLACE) for s in places if not any(s.overlaps(other) for other, _ in figures)]
    return tuple(sorted((*figures, *free), key=lambda mark: (mark[0], mark[1].value)))


@cache
def _place_pattern() -> re.Pattern[str]:
    names = sorted(place_names(), key=lambda name: (-len(name), name))
    english = sorted({en for en in place_names().values() if len(en) > 3}, key=lambda en: (-len(en), en))
    return re.compile("|".join([*map(re.escape, names), *(rf"\b{re.escape(en)}\b" for en in english)]))
