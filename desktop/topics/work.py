"""What the topics window has done behind it: reading, asking, looking for English. No Qt."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import TYPE_CHECKING, Final

from desktop.services import Services
from desktop.steps import Step, Work
from desktop.topics.cells import Cell, make_cell, with_english, with_figures
from desktop.topics.loading import Mapped, TopicShelf
from index.errors import DamagedModel, MissingModel
from index.report import Language
from index.text import Span

if TYPE_CHECKING:
    from index.indicators import Indicator
    from index.report import Report
    from index.topics import Extract, Sorted, Topic

Row = tuple[Cell | None, ...]
"""Passages beside each other: one, or two of which one may be missing."""

MOST_ROWS: Final = 300
_LIKE: Final = 15
_ANSWERS: Final = 60
_FIGURES_OF: Final = 8
"""In how many reports figures are looked for to be set off, where many are shown."""


@dataclass(frozen=True, slots=True)
class Like:
    """The place in a report whose like is asked for; an empty ``words`` are looked up in the report."""

    path: str
    span: Span
    words: str = ""

    def said_in(self, report: Report) -> str:
        """What stands at the place."""
        return (self.words or self.span.of(report.text)).replace("\n", " ").strip()


@dataclass(frozen=True, slots=True)
class Shown:
    """Passages to show: the rows, and how many there are beyond them."""

    rows: tuple[Row, ...]
    columns: int
    left_out: int = 0


def reading(shelf: TopicShelf, paths: Sequence[str], *, with_figures: bool) -> Work:
    """Reads and maps reports; what is ready to be shown comes as a step before the figures are looked for."""
    mapped = yield from shelf.load(paths)
    assert isinstance(mapped, Mapped)
    if with_figures:
        yield Step(0, len(mapped.reports), mapped)
        for n, each in enumerate(mapped.reports):
            shelf.figures(each.report)
            yield Step(n + 1, len(mapped.reports))
    return mapped


def listing(shelf: TopicShelf, mapped: Mapped, subject: Topic | str, *, beside: bool) -> Work:
    """The passages on a topic, or those that answer a question; gives ``Shown``."""
    from index.topics import Topic, compare_on, told

    yield Step(0, 1)
    if beside and len(mapped.reports) == 2:
        left, right = mapped.reports
        pairs = compare_on(
            subject, left, right, shelf.sorter(), {}, MOST_ROWS if isinstance(subject, Topic) else 20
        )
        rows = tuple(
            tuple(_cell(shelf, t.extract) if t is not None else None for t in (pair.left, pair.right))
            for pair in pairs
        )
        return Shown(rows, 2)
    several = len(mapped.reports) > 1
    if isinstance(subject, Topic):
        extracts = [e for each in mapped.reports for e in subject.of(each.report.id)]
    else:
        found = [t for each in mapped.reports for t in told(subject, each, shelf.sorter(), {}, _ANSWERS)]
        if several:
            found.sort(key=lambda t: -t.score)
        extracts = [t.extract for t in found][:_ANSWERS]
    shown = extracts[:MOST_ROWS]
    rows = tuple((_cell(shelf, e, with_report=several),) for e in shown)
    return Shown(rows, 1, len(extracts) - len(shown))


def likening(shelf: TopicShelf, like: Like, own: Sorted, others: Sequence[str]) -> Work:
    """The passages like a place in the report ``own``, in it and beside them in the others; gives ``Shown``."""
    loaded = yield from shelf.load(others)
    assert isinstance(loaded, Mapped)
    reports = [own, *(s for s in loaded.reports if s.report.id != own.report.id)]
    asked = (own.report.id, like.span, like.said_in(own.report), _LIKE)
    here = shelf.neighbourhood([own]).more_like(*asked)
    if len(reports) == 1:
        return Shown(tuple((_cell(shelf, near.extract),) for near in here), 1)
    there = shelf.neighbourhood(reports).more_like(*asked, elsewhere=True)
    rows = tuple(
        (
            _cell(shelf, one.extract) if one is not None else None,
            _cell(shelf, other.extract, with_report=True) if other is not None else None,
        )
        for one, other in zip_longest(here, there)
    )
    return Shown(rows, 2)


def enriching(services: Services, shelf: TopicShelf, rows: tuple[Row, ...]) -> Work:
    """The rows with the English that memory or library hold, and with the figures of a few reports more.

    A step brings each as soon as it is there. Nothing is translated.
    """
    cells = [cell for row in rows for cell in row if cell is not None and cell.is_chinese]
    english = yield from _known_english(services, cells)
    assert isinstance(english, dict)
    if english:
        rows = _changed(rows, lambda cell: with_english(cell, english) if cell.is_chinese else cell)
        yield Step(0, 1, rows)
    reports = {c.extract.report.id: c.extract.report for row in rows for c in row if c is not None}
    unread = [report for report in reports.values() if not shelf.known_figures(report)]
    for report in unread[:_FIGURES_OF]:
        figures = shelf.figures(report)
        if figures:
            rows = _changed(rows, lambda cell: _with_own(cell, report.id, figures))  # noqa: B023 - used at once
            yield Step(0, 1, rows)
    return rows


def _changed(rows: tuple[Row, ...], change: Callable[[Cell], Cell]) -> tuple[Row, ...]:
    return tuple(tuple(None if cell is None else change(cell) for cell in row) for row in rows)


def _with_own(cell: Cell, report_id: str, figures: tuple[Indicator, ...]) -> Cell:
    return with_figures(cell, figures) if cell.extract.report.id == report_id else cell


def _known_english(services: Services, cells: Sequence[Cell]) -> Work:
    """English by report id and sentence id."""
    from desktop.translations import unpack

    yield Step(0, 1)
    wanted: dict[str, list[tuple[str, str]]] = {}
    for cell in cells:
        report = cell.extract.report
        inside = set(cell.extract.sentence_ids)
        for sentence in report.sentences:
            if sentence.id in inside:
                wanted.setdefault(sentence.span.of(report.text), []).append((report.id, sentence.id))
    if not wanted:
        return {}
    remembered = services.memories().memory.translations(list(wanted), Language.ZH)
    known = {s: t for s, t in zip(wanted, remembered, strict=True) if t is not None}
    yield Step(0, 1)
    try:
        translator = services.enforced(Language.ZH, Language.EN)
    except (MissingModel, DamagedModel):
        payloads: dict[str, str] = {}
    else:
        payloads = translator.kept(services.library(), [s for s in wanted if s not in known])
    for source, payload in payloads.items():
        translation = unpack(source, payload)
        if translation is not None:
            known[source] = translation
    return {
        place: f"{t.target} ⚠" if t.warning else t.target
        for source, t in known.items()
        for place in wanted[source]
    }


def _cell(shelf: TopicShelf, extract: Extract, *, with_report: bool = False) -> Cell:
    return make_cell(extract, shelf.known_figures(extract.report), with_report=with_report)
