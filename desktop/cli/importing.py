"""``report-reader import``: reports into the library, ready to be searched."""

from __future__ import annotations

import argparse
from pathlib import Path

from desktop.cli.commands import UsageError, use_encoding
from desktop.cli.output import Progress, show, tell
from desktop.importing import Journal
from desktop.services import Services, build_services
from index.errors import ReaderError, UnreadableReport
from index.readers import open_report
from index.readers.archive import documents_in

FILES = ("files",)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The command's arguments."""
    parser.add_argument(
        "files", nargs="*", metavar="FILE", help="a report, or a folder or zip file of reports"
    )
    parser.add_argument(
        "--resume", action="store_true", help="go on with an import that was interrupted, where it was"
    )


def run(arguments: argparse.Namespace) -> int:
    """Add each file; one that cannot be read does not keep the others out."""
    services = build_services(arguments.data_dir)
    journal = Journal(services.data_folder)
    if not arguments.files and not arguments.resume:
        raise UsageError("name at least one FILE to import, or say --resume")
    failed = 0
    try:
        groups, failed = _listed(arguments.files, arguments.encoding)
        if arguments.resume and not journal.go_on():
            raise UsageError("that import is still running, in another window or process")
        if arguments.resume:
            done, total = journal.state()
            show(f"going on after {done} of {total} reports" if total else "no import was interrupted")
            groups = {Path("the interrupted import"): journal.left(), **groups}
        journal.begin([document for documents in groups.values() for document in documents])
        for path, documents in groups.items():
            failed += _add_all(services, journal, path, documents)
        journal.end()
        _index(services)
        notice = services.library().notice
        if notice is not None:
            failed += 1
            tell(f"{notice}; nothing was kept")
        waiting = journal.state()[1]
        if waiting and not journal.is_running():
            tell(f"{waiting} reports are still to be imported: report-reader import --resume")
    finally:
        journal.release()
        services.close()
    return 1 if failed else 0


def _listed(files: list[str], encoding: str | None) -> tuple[dict[Path, tuple[Path, ...]], int]:
    """The documents at each path, and how many paths there are that have none."""
    groups: dict[Path, tuple[Path, ...]] = {}
    failed = 0
    for file in files:
        path = Path(file).absolute()
        try:
            listing = documents_in(path)
            if not listing.documents:
                raise UnreadableReport(str(path), "there are no reports in the folder or archive")
        except ReaderError as error:
            tell(str(error))
            failed += 1
            continue
        for line in listing.left_out:
            tell(f"left out: {line}")
        if encoding:
            use_encoding(encoding, listing.documents)
        groups[path] = listing.documents
    return groups, failed


def _add_all(services: Services, journal: Journal, path: Path, documents: tuple[Path, ...]) -> int:
    """Add the documents at ``path``; gives how many could not be read."""
    failed = 0
    for document in documents:
        try:
            _add(services, document)
        except ReaderError as error:
            failed += 1
            tell(str(error))
        journal.advance()
    if len(documents) > 1:
        show(f"{len(documents) - failed} of {len(documents)} reports added from {path.name}")
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
