"""What the library window lets others do for it: each a generator that can be stopped at its yields. No Qt."""

from __future__ import annotations

from collections.abc import Generator
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from desktop.shelves import library_entries
from desktop.steps import Step

if TYPE_CHECKING:
    from desktop.services import Services
    from desktop.steps import Work
    from index.shelving import Entry
    from index.shelving.bundle import Outcome


class Recognised(NamedTuple):
    """What the head of a report says of its delivery."""

    report: str
    date: str
    speaker: str


def listing(services: Services) -> Work:
    """All reports with what is said about them; returns a tuple of entries."""
    yield Step(0, 1)
    return library_entries(services)


def recognising(entry: Entry) -> Work:
    """Read a report for its date and its speaker; returns ``Recognised``."""
    from index.citing import cited
    from index.readers import open_report

    yield Step(0, 1)
    facts = cited(open_report(entry.known.path))
    return Recognised(entry.known.id, facts.given.isoformat() if facts.given else "", facts.speaker)


def exporting(services: Services, path: Path, entries: tuple[Entry, ...]) -> Work:
    """Write these reports and all of the user's own work to one file; returns ``Outcome``."""
    from index.shelving.bundle import write_bundle

    yield Step(0, 0)
    store = services.annotations() if services.has_annotations else None
    return (yield from _told(write_bundle(path, [entry.known for entry in entries], store)))


def taking_in(services: Services, path: Path) -> Work:
    """Take such a file in; returns ``Outcome``."""
    from index.shelving.bundle import take_bundle

    yield Step(0, 0)
    folder = services.data_folder / "reports"
    return (yield from _told(take_bundle(path, folder, services.library(), services.annotations())))


def _told(steps: Generator[tuple[int, int], None, Outcome]) -> Generator[Step, None, Outcome]:
    while True:
        try:
            done, total = next(steps)
        except StopIteration as end:
            outcome: Outcome = end.value
            return outcome
        yield Step(done, total)
