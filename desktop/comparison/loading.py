"""Reads the reports that are to be compared, with their figures. No Qt."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from desktop.services import Services
from desktop.steps import Step, Work
from index.errors import ReaderError
from index.readers import open_report

if TYPE_CHECKING:
    from index.comparison import Source
    from index.indicators.corrections import Correction


@dataclass(slots=True)
class Loaded:
    """The reports that can be compared, and a line for each that cannot."""

    sources: list[Source] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)


class Shelf:
    """Remembers what was read, so that adding one report does not read all of them again."""

    def __init__(self, services: Services) -> None:
        self._services = services
        self._known: dict[str, tuple[Source, tuple[Correction, ...]]] = {}

    def load(self, paths: Iterable[str]) -> Work:
        """Reads the files at ``paths``; gives ``Loaded``. A report whose corrections changed is looked at again."""
        from index.comparison import Source

        files = list(dict.fromkeys(paths))
        loaded = Loaded()
        seen: set[str] = set()
        for n, path in enumerate(files):
            yield Step(n, len(files), path)
            try:
                report = open_report(path)
            except ReaderError as error:
                loaded.left_out.append(str(error))
                continue
            if report.id in seen:
                continue
            seen.add(report.id)
            if not report.place or not report.year:
                missing = " and ".join(
                    w for w, v in (("place", report.place), ("year", report.year)) if not v
                )
                loaded.left_out.append(f"{path} does not say of which {missing} it is")
                continue
            corrections = self._services.corrections(report)
            known = self._known.get(report.id)
            if known is None or known[1] != corrections:
                known = (Source(report, self._services.indicators(report)), corrections)
                self._known[report.id] = known
            loaded.sources.append(known[0])
        yield Step(len(files), len(files))
        return loaded
