"""Many reports into the library, one after the other: told as it goes, stopped at any report, gone on with later. No Qt.

What is still to do is kept in a file, a line for each report that is done, so that not even a power cut loses the place.
"""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Final

from desktop.steps import Step, Work
from index.errors import ReaderError, UnreadableReport

if TYPE_CHECKING:
    from desktop.services import Services

_MOST: Final = 50_000_000


@dataclass
class Imported:
    """What became of an import. ``known`` are reports that the library had; ``failed`` one error for each file."""

    total: int = 0
    added: int = 0
    known: int = 0
    failed: list[ReaderError] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)
    notices: list[str] = field(default_factory=list)


class Journal:
    """``import.jsonl`` in the data folder: which documents are wanted, and how many of them are done."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / "import.jsonl"

    def begin(self, documents: Sequence[Path]) -> None:
        """Note what is to be imported. Where nothing can be written, an import cannot be gone on with, but made."""
        from index.storage import write_atomically

        names = [os.fsdecode(document) for document in documents]
        with suppress(OSError):
            self._path.parent.mkdir(parents=True, exist_ok=True)
            write_atomically(self._path, json.dumps(names, ensure_ascii=True).encode() + b"\n")

    def advance(self) -> None:
        """One more is done."""
        with suppress(OSError), self._path.open("ab") as file:
            file.write(b".\n")

    def end(self) -> None:
        """All are done, or no more are wanted."""
        with suppress(OSError):
            self._path.unlink(missing_ok=True)

    def left(self) -> tuple[Path, ...]:
        """What an import that was interrupted still had to do; nothing where there was none."""
        return tuple(Path(name) for name in self._read()[1])

    def state(self) -> tuple[int, int]:
        """How many are done, and how many there are in all; (0, 0) where no import was interrupted."""
        done, left = self._read()
        return (done, done + len(left)) if left else (0, 0)

    def _read(self) -> tuple[int, list[str]]:
        try:
            if self._path.stat().st_size > _MOST:
                return 0, []
            first, *rest = self._path.read_bytes().split(b"\n")
            names = json.loads(first)
        except (OSError, ValueError, RecursionError):
            return 0, []
        if not isinstance(names, list) or not all(isinstance(name, str) for name in names):
            return 0, []
        done = min(sum(line == b"." for line in rest), len(names))
        return done, names[done:]


def importing(services: Services, paths: Sequence[Path] = (), *, go_on: bool = False) -> Work:
    """Import what is at ``paths`` (files, folders, zip files), or go on with an import that was interrupted.

    Yields a step for each document, with its path; returns ``Imported``. Stopping leaves the journal.
    """
    from index.readers import open_report
    from index.readers.archive import documents_in

    result, journal = Imported(), Journal(services.data_folder)
    yield Step(0, 0)
    documents: list[Path] = [*journal.left()] if go_on else []
    for path in paths:
        try:
            listing = documents_in(path)
            if not listing.documents:
                raise UnreadableReport(str(path), "there are no reports in the folder or archive")
        except ReaderError as error:
            result.failed.append(error)
            continue
        documents += listing.documents
        result.left_out += listing.left_out
    library = services.library()
    known = {report.id: report.path for report in library.reports()}
    result.total = len(documents)
    if not go_on or paths:
        journal.begin(documents)
    for number, document in enumerate(documents):
        yield Step(number, len(documents), str(document))
        try:
            report = open_report(document)
        except ReaderError as error:
            result.failed.append(error)
            journal.advance()
            continue
        if report.id in known and Path(known[report.id]).exists():
            result.known += 1
        else:
            library.remember_report(report)
            known[report.id] = report.path
            result.added += 1
        if report.notice:
            result.notices.append(f"{document}: {report.notice}")
        journal.advance()
    journal.end()
    yield Step(len(documents), len(documents))
    return result
