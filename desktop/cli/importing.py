"""``report-reader import``: reports into the library, ready to be searched."""

from __future__ import annotations

import argparse
from pathlib import Path

from desktop.cli.commands import use_encoding
from desktop.cli.output import Progress, show, tell
from desktop.services import Services, build_services
from index.errors import ReaderError, UnreadableReport
from index.readers import open_report
from index.readers.archive import documents_in

FILES = ("files",)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The command's arguments."""
    parser.add_argument(
        "files", nargs="+", metavar="FILE", help="a report, or a folder or zip file of reports"
    )


def run(arguments: argparse.Namespace) -> int:
    """Add each file; one that cannot be read does not keep the others out."""
    services = build_services(arguments.data_dir)
    failed = 0
    try:
        for file in arguments.files:
            failed += _add_all(services, Path(file).absolute(), arguments.encoding)
        _index(services)
        notice = services.library().notice
        if notice is not None:
            failed += 1
            tell(f"{notice}; nothing was kept")
    finally:
        services.close()
    return 1 if failed else 0


def _add_all(services: Services, path: Path, encoding: str | None) -> int:
    """Add the report at ``path``, or those in it; gives how many could not be read."""
    try:
        listing = documents_in(path)
    except ReaderError as error:
        tell(str(error))
        return 1
    failed = 0
    for line in listing.left_out:
        tell(f"left out: {line}")
    if not listing.documents:
        tell(str(UnreadableReport(str(path), "there are no reports in the folder or archive")))
        return 1
    if encoding:
        use_encoding(encoding, listing.documents)
    for document in listing.documents:
        try:
            _add(services, document)
        except ReaderError as error:
            failed += 1
            tell(str(error))
    if len(listing.documents) > 1:
        show(f"{len(listing.documents) - failed} of {len(listing.documents)} reports added from {path.name}")
    return failed


def _add(services: Services, path: Path) -> None:
    report = open_report(path)
    services.library().remember_report(report)
    show(f"{report.title}: {len(report.paragraphs)} paragraphs, {len(report.sentences)} sentences")
    if report.notice:
        tell(f"{path}: {report.notice}")


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
