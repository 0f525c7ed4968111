"""``report-reader import``: reports into the library, ready to be searched."""

from __future__ import annotations

import argparse
from pathlib import Path

from desktop.cli.output import Progress, show, tell
from desktop.services import Services, build_services
from index.errors import ReaderError
from index.readers import open_report


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The command's arguments."""
    parser.add_argument("files", nargs="+", metavar="FILE", help="a report")


def run(arguments: argparse.Namespace) -> int:
    """Add each file; one that cannot be read does not keep the others out."""
    services = build_services(arguments.data_dir)
    failed = 0
    try:
        for file in arguments.files:
            try:
                _add(services, Path(file).absolute())
            except ReaderError as error:
                failed += 1
                tell(str(error))
        _index(services)
        notice = services.library().notice
        if notice is not None:
            failed += 1
            tell(f"{notice}; nothing was kept")
    finally:
        services.close()
    return 1 if failed else 0


def _add(services: Services, path: Path) -> None:
    report = open_report(path)
    services.library().remember_report(report)
    show(f"{report.title}: {len(report.paragraphs)} paragraphs, {len(report.sentences)} sentences")


def _index(services: Services) -> None:
    """Make what was added ready to be searched."""
    steps = services.library_search().sync_steps()
    progress = None
    try:
        while True:
            done, total = next(steps)
            progress = progress or Progress("indexed", total)
            progress.advance(done)
    except StopIteration:
        pass
    except ReaderError as error:
        tell(f"{error}; the reports are known, and will be indexed when they are searched")
    for notice in services.library_search().notices:
        tell(str(notice))
