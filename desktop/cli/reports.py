"""Which reports a command is about: the files it names, else those of the library, else the sample."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from desktop.cli.output import tell
from desktop.services import SAMPLE, Services
from index.errors import ReaderError
from index.readers import open_report
from index.report import Report
from resources import resource_path


def sample_path() -> Path:
    """The report that comes with the reader."""
    return resource_path(*SAMPLE)


def open_reports(services: Services, paths: Sequence[str]) -> tuple[Report, ...]:
    """The reports at ``paths``, or those of the library with the sample among them."""
    if paths:
        return tuple(open_report(path) for path in paths)
    reports = {report.id: report for report in (open_report(sample_path()),)}
    for path in library_paths(services):
        try:
            report = open_report(path)
        except ReaderError as error:
            tell(f"left out: {error}")
            continue
        reports.setdefault(report.id, report)
    return tuple(reports.values())


def library_paths(services: Services) -> tuple[str, ...]:
    """The files of the library's reports."""
    return tuple(known.path for known in services.library().reports() if known.path)


def place(report: Report, offset: int) -> str:
    """The headings above ``offset``, outermost first."""
    return " › ".join(f"{section.number}{section.title}" for section in report.section_path(offset))
