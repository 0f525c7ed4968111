"""Many reports into the library, one after the other: told as it goes, stopped at any report, gone on with later. No Qt.

What is still to do is kept in a file, a line for each report that is done, so that not even a power cut loses the place.
"""

from __future__ import annotations

import json
import os
from collections.abc import Generator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from desktop.steps import Step, Work
from index.errors import ReaderError, UnreadableReport
from index.locking import Claim

if TYPE_CHECKING:
    from desktop.services import Services

_MOST: Final = 50_000_000


@dataclass
class Imported:
    """What became of an import.

    ``first`` is the first document that could be read, ``known`` how many reports the library had; ``failed`` has one
    error for each file.
    """

    total: int = 0
    first: str = ""
    added: int = 0
    known: int = 0
    failed: list[ReaderError] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)
    notices: list[str] = field(default_factory=list)


class Importing(NamedTuple):
    """The document that is read now, and the first one that could be read."""

    document: str
    first: str


class Journal:
    """``import.jsonl`` in the data folder: which documents are wanted, and how many of them are done.

    It is of one import at a time, held by a lock: another one that runs beside it, in a second window or process, does
    all its work, and only cannot be gone on with.
    """

    def __init__(self, folder: Path) -> None:
        self._path = folder / "import.jsonl"
        self._claim = Claim(folder / "import.lock")
        self._ours = False
        self._earlier: list[str] = []

    def begin(self, documents: Sequence[Path]) -> None:
        """Note what is to be imported. Where nothing can be written, an import cannot be gone on with, but made."""
        names = [os.fsdecode(document) for document in documents]
        with suppress(OSError):
            self._path.parent.mkdir(parents=True, exist_ok=True)
            self._ours = self._claim.take()
            if self._ours:
                wanted = set(names)
                self._earlier = [name for name in self._read()[1] if name not in wanted]
                self._write([*names, *self._earlier])

    def go_on(self) -> bool:
        """Take over what is left of an interrupted import; False where that import is running still."""
        if self.is_running():
            return False
        self._ours = self._claim.take()
        return True

    def advance(self) -> None:
        """One more is done."""
        if self._ours:
            with suppress(OSError), self._path.open("ab") as file:
                file.write(b".\n")

    def end(self) -> None:
        """All are done, or no more are wanted; what another import notes, or one before this left, stays."""
        if self._ours or self._claim.take():
            with suppress(OSError):
                if self._earlier:
                    self._write(self._earlier)
                else:
                    self._path.unlink(missing_ok=True)
        self.release()

    def release(self) -> None:
        """Stop for now: what is left is there to be gone on with."""
        self._ours, self._earlier = False, []
        self._claim.give_back()

    def is_running(self) -> bool:
        """True while an import notes here what it does."""
        return self._claim.is_taken_elsewhere()

    def left(self) -> tuple[Path, ...]:
        """What an import that was interrupted still had to do; nothing where there was none."""
        return tuple(Path(name) for name in self._read()[1])

    def state(self) -> tuple[int, int]:
        """How many are done, and how many there are in all; (0, 0) where no import was interrupted."""
        done, left = self._read()
        return (done, done + len(left)) if left else (0, 0)

    def _write(self, names: Sequence[str]) -> None:
        from index.storage import write_atomically

        write_atomically(self._path, json.dumps(names, ensure_ascii=True).encode() + b"\n")

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
    journal = Journal(services.data_folder)
    try:
        return (yield from _importing(services, journal, paths, go_on=go_on))
    finally:
        journal.release()


def _importing(
    services: Services, journal: Journal, paths: Sequence[Path], *, go_on: bool
) -> Generator[Step, None, Imported]:
    from index.readers import open_report
    from index.readers.archive import documents_in

    result = Imported()
    yield Step(0, 0)
    documents: list[Path] = [*journal.left()] if go_on and journal.go_on() else []
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
        yield Step(number, len(documents), Importing(str(document), result.first))
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
        result.first = result.first or str(document)
        if report.notice:
            result.notices.append(f"{document}: {report.notice}")
        journal.advance()
    journal.end()
    yield Step(len(documents), len(documents), Importing("", result.first))
    return result
