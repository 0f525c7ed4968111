"""What a session lets others do for it: each a generator that can be stopped at its yields."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from desktop.steps import Step
from index.errors import ReaderError
from index.readers import open_report

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.services import Services
    from desktop.steps import Work
    from desktop.undo import Change
    from index.report import Report
    from models.translation import Translation


def reading(path: str) -> Work:
    """Read a file; returns the ``Report``, raises ``ReaderError``."""
    yield Step(0, 1)
    return open_report(path)


def stepping(step: Callable[[], Change | None]) -> Work:
    """Take a step of the history that takes seconds; returns the ``Change``."""
    yield Step(0, 1)
    return step()


def analysing(services: Services, report: Report) -> Work:
    """Find the figures; returns ``Corrected``."""
    yield Step(0, 1)
    corrected = services.corrected(report)
    with suppress(ReaderError):  # no encoder: the search says so itself
        services.searcher().set_figures(report.id, corrected.indicators)
    return corrected


def indexing(services: Services, report: Report, english: dict[str, str] | None = None) -> Work:
    """Index a report for the search, with its translation by sentence where that is given."""
    yield Step(0, 1)
    if english is None:
        services.library().remember_report(report)
    for done, total in services.searcher().add_steps(report, english):
        yield Step(done, total)
    return None


def aligning(services: Services, report: Report, translation: Translation) -> Work:
    """Find which words of a sentence and its translation say the same; returns a tuple of links."""
    from models.alignment import align

    yield Step(0, 1)
    there = services.translator(report.language, report.language.other)
    try:
        back = services.translator(report.language.other, report.language)
    except ReaderError:
        back = None
    return align(translation.source, translation.target, report.language, there, back)
