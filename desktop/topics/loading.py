"""Reads reports for the topic map and sorts their passages; remembers what it made. No Qt."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from threading import RLock
from typing import TYPE_CHECKING

from desktop.services import Services
from desktop.steps import Step, Work
from index.errors import ReaderError
from index.readers import open_report

if TYPE_CHECKING:
    from index.indicators import Indicator
    from index.report import Report
    from index.topics import Neighbourhood, Sorted, Sorter, TopicMap


@dataclass(slots=True)
class Mapped:
    """The reports that were read, sorted, with their topics, and a line for each that could not be read."""

    reports: list[Sorted] = field(default_factory=list)
    topics: TopicMap | None = None
    left_out: list[str] = field(default_factory=list)

    def sorted_of(self, report_id: str) -> Sorted | None:
        """The passages of one report."""
        return next((s for s in self.reports if s.report.id == report_id), None)


class TopicShelf:
    """Sorts each report once for each encoder, and looks for its figures once."""

    def __init__(self, services: Services) -> None:
        self._services = services
        self._lock = RLock()
        self._sorter: Sorter | None = None
        self._sorted: dict[str, Sorted] = {}
        self._figures: dict[str, tuple[Indicator, ...]] = {}

    def sorter(self) -> Sorter:
        """The sorter over the encoder that serves now; raises MissingModel or DamagedModel."""
        from index.topics import Sorter

        embedder = self._services.embedder()
        with self._lock:
            if self._sorter is None or self._sorter.embedder.fingerprint != embedder.fingerprint:
                self._sorter = Sorter(embedder)
                self._sorted.clear()
            return self._sorter

    def sorted_report(self, report: Report) -> Sorted:
        """The passages of ``report``."""
        sorter = self.sorter()
        known = self._sorted.get(report.id)
        if known is None:
            known = self._sorted[report.id] = sorter.sort(report)
        return known

    def figures(self, report: Report) -> tuple[Indicator, ...]:
        """The indicators of ``report``, with the user's corrections as they were when they were first asked for."""
        known = self._figures.get(report.id)
        if known is None:
            known = self._figures[report.id] = self._services.indicators(report)
        return known

    def known_figures(self, report: Report) -> tuple[Indicator, ...]:
        """The indicators of ``report`` where they were looked for already."""
        return self._figures.get(report.id, ())

    def take_figures(self, report: Report, figures: tuple[Indicator, ...]) -> None:
        """The figures of a report as the window knows them now, with all corrections."""
        self._figures[report.id] = figures

    def load(self, paths: Iterable[str]) -> Work:
        """Reads and sorts the files at ``paths``; gives ``Mapped``, with its topics."""
        from index.topics import map_of
        from models.topic_names import GlossaryNames

        files = list(dict.fromkeys(paths))
        mapped = Mapped()
        seen: set[str] = set()
        for n, path in enumerate(files):
            yield Step(n, len(files), path)
            try:
                report = open_report(path)
            except ReaderError as error:
                mapped.left_out.append(str(error))
                continue
            if report.id not in seen:
                seen.add(report.id)
                mapped.reports.append(self.sorted_report(report))
        yield Step(len(files), len(files))
        names = GlossaryNames(self._services.vocabulary.glossary())
        mapped.topics = map_of(mapped.reports, self.sorter(), names)
        return mapped

    def neighbourhood(self, reports: Iterable[Sorted]) -> Neighbourhood:
        """The passages of these reports, to be asked for those like a sentence."""
        from index.topics import Neighbourhood

        return Neighbourhood.of(tuple(reports), self.sorter())
