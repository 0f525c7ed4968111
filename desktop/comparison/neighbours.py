"""What the reports of the year before and after say of a report's figures. No Qt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.comparison.loading import Loaded, Shelf
from desktop.steps import Step, Work
from index.report import Report

if TYPE_CHECKING:
    from desktop.comparison.lines import Figure
    from index.comparison import Source, Verdict
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
    return [k.path for k in fitting if k.found]


def find_neighbours(shelf: Shelf, own: Source, known: Sequence[KnownReport]) -> Work:
    """By indicator id of ``own``, what the neighbouring reports say; empty where the library has none of them."""
    paths = neighbouring_paths(own.report, known)
    if not paths:
        return {}
    loaded = yield from shelf.load(paths)
    assert isinstance(loaded, Loaded)
    yield Step(1, 1)
    return _by_id(own.report.id, [own, *loaded.sources])


def _by_id(own: str, sources: Sequence[Source]) -> dict[str, Neighbour]:
    from desktop.comparison.lines import Figure
    from index.comparison import outcomes, pairs

    found: dict[str, Neighbour] = {}
    for earlier, later in pairs(sources):
        for outcome in outcomes(earlier, later):
            if earlier.report.id == own:
                other = Figure(later.report, outcome.actual)
                found[outcome.target.id] = Neighbour(other, outcome.verdict, outcome.why)
            elif later.report.id == own:
                other = Figure(earlier.report, outcome.target)
                found[outcome.actual.id] = Neighbour(other, outcome.verdict, outcome.why)
    return found
