"""What the reports of the year before and after say of a report's figures. No Qt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.comparison.loading import Loaded, Shelf
from desktop.steps import Step, Work
from index.report import Report

if TYPE_CHECKING:
    from desktop.comparison.lines import Figure
    from index.comparison import Verdict
    from index.library import KnownReport


@dataclass(frozen=True, slots=True)
class Neighbour:
    """The other end of a target: ``figure`` in the report of the year before (its target) or after (its result)."""

    figure: Figure
    verdict: Verdict
    why: str


def neighbouring_paths(report: Report, known: Sequence[KnownReport]) -> list[str]:
    """The files of the library's reports of the same place, a year before or after."""
    if not report.place or not report.year:
        return []
    years = (report.year - 1, report.year + 1)
    fitting = (k for k in known if k.place == report.place and k.year in years and k.id != report.id)
    return [k.path for k in fitting if k.path and Path(k.path).is_file()]


def find_neighbours(shelf: Shelf, report: Report, known: Sequence[KnownReport]) -> Work:
    """By indicator id, what the neighbouring reports say; empty where the library has none of them."""
    paths = neighbouring_paths(report, known)
    if not paths:
        return {}
    loaded = yield from shelf.load([report.path, *paths])
    assert isinstance(loaded, Loaded)
    yield Step(1, 1)
    return _by_id(report, loaded)


def _by_id(report: Report, loaded: Loaded) -> dict[str, Neighbour]:
    from desktop.comparison.lines import Figure
    from index.comparison import outcomes, pairs

    found: dict[str, Neighbour] = {}
    for earlier, later in pairs(loaded.sources):
        for outcome in outcomes(earlier, later):
            if earlier.report.id == report.id:
                other = Figure(later.report, outcome.actual)
                found[outcome.target.id] = Neighbour(other, outcome.verdict, outcome.why)
            elif later.report.id == report.id:
                other = Figure(earlier.report, outcome.target)
                found[outcome.actual.id] = Neighbour(other, outcome.verdict, outcome.why)
    return found
