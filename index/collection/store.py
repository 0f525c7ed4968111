"""The folder of a collection: its segments as they are now, and the changes that are made to them."""

from __future__ import annotations

import os
import threading
import time
import uuid
from collections.abc import Callable, Generator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

import numpy as np

from index.collection.manifest import NAME, Manifest, Part, locked, read_manifest, signature
from index.collection.segment import Segment
from index.collection.selection import Selection
from index.embedding import Embedder
from index.errors import ReaderError, StaleIndex, UnwritableFolder
from index.storage import flush_folder

_SUFFIX: Final = ".segment"
_ABANDONED: Final = 3_600
"""Seconds after which a temporary file that is no longer written to was left by a crash."""


@dataclass(frozen=True, slots=True)
class Opened:
    """A part of the manifest, opened; ``live`` are its reports that are not forgotten."""

    part: Part
    live: Selection

    @property
    def segment(self) -> Segment:
        """Its segment."""
        return self.live.segment


Change = Callable[[tuple[Opened, ...]], Sequence[Part]]
"""What is to become of the parts that there are; it may be asked when others have changed them meanwhile."""


class Store:
    """The segments in ``folder``; every method may be called from any thread.

    A segment that is missing, damaged or of another encoder is left out, with a notice, and is gone at the next change.
    Changes of another handle, in this process or another, are seen at the next look.
    """

    def __init__(self, folder: Path, embedder: Embedder) -> None:
        self.folder = folder
        self._fingerprint = embedder.fingerprint
        self._dimension = embedder.dimension
        self._lock = threading.RLock()
        self._notices: list[ReaderError] = []
        self._refused: set[str] = set()
        self._opened: tuple[Opened, ...] = ()
        self._signature: tuple[int, int, int] | None = None
        self._look(anew=True)

    @property
    def notices(self) -> tuple[ReaderError, ...]:
        """What was left out and why, oldest first."""
        with self._lock:
            return tuple(self._notices)

    def opened(self) -> tuple[Opened, ...]:
        """The segments as they are now, the oldest first."""
        with self._lock:
            if signature(self.folder) != self._signature:
                self._look(anew=False)
            return self._opened

    def find(self, report_id: str) -> Selection | None:
        """The report alone, or None where there is none of that id."""
        for opened in self.opened():
            number = opened.segment.numbers.get(report_id)
            if number is not None and opened.live.reports[number]:
                alone = np.zeros(len(opened.live.reports), dtype=np.bool_)
                alone[number] = True
                return Selection(opened.segment, alone)
        return None

    @contextmanager
    def draft(self) -> Generator[Path, None, None]:
        """A path for a new segment to be written to; what is there at the end is removed. Raises UnwritableFolder."""
        path = self.folder / f".{uuid.uuid4().hex}.tmp"
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            yield path
        except OSError as error:
            raise self._unwritable(error) from error
        finally:
            with suppress(OSError):
                path.unlink(missing_ok=True)

    def publish(self, path: Path, size: int, checksum: str, change: Callable[[Part], Change]) -> None:
        """Make the file at ``path`` a segment, and then the change that takes it in; both or none."""
        with self._changing() as before:
            there = [
                *self.folder.glob(f"*{_SUFFIX}"),
                *map(Path, self._refused),
            ]  # whose names may not come again
            numbers = [0, *map(_number, there)]
            name = f"{max(numbers) + 1:08d}-{checksum[:12]}{_SUFFIX}"
            parts = change(Part(name, size, checksum))(before)
            if any(part.name == name for part in parts):
                os.replace(path, self.folder / name)
                flush_folder(self.folder)
            self._write(parts)

    def change(self, change: Change) -> None:
        """Make a change. Raises UnwritableFolder, and then all stays as it was."""
        with self._changing() as before:
            self._write(change(before))

    def drop(self, segment: Segment, stale: StaleIndex) -> None:
        """Leave a segment out from now on: it turned out to be damaged."""
        with self._lock:
            if segment.name in self._refused:
                return
            self._refused.add(segment.name)
            self._notices.append(stale)
            self._opened = tuple(o for o in self._opened if o.part.name != segment.name)
            with suppress(UnwritableFolder):
                self.change(lambda before: [o.part for o in before])

    @contextmanager
    def _changing(self) -> Generator[tuple[Opened, ...], None, None]:
        with self._lock:
            try:
                self.folder.mkdir(parents=True, exist_ok=True)
                with locked(self.folder):
                    self._look(anew=False)
                    yield self._opened
            except OSError as error:
                raise self._unwritable(error) from error

    def _write(self, parts: Sequence[Part]) -> None:
        Manifest(tuple(parts)).write(self.folder)
        self._look(anew=False)
        kept = {part.name for part in parts}
        for path in self.folder.glob(f"*{_SUFFIX}"):
            if path.name not in kept:
                with suppress(
                    OSError
                ):  # Windows keeps a file that another handle has mapped; the next change removes it
                    path.unlink()
        for path in self.folder.glob(".*.tmp"):
            with suppress(OSError):
                if time.time() - path.stat().st_mtime > _ABANDONED:
                    path.unlink()

    def _look(self, *, anew: bool) -> None:
        """Take in the manifest as it is now."""
        seen = signature(self.folder)
        while anew or seen != self._signature:
            anew = False
            opened, stale = self._read()
            self._signature, seen = seen, signature(self.folder)
            if (
                seen == self._signature or not stale
            ):  # else another handle replaced what was about to be opened
                self._opened = opened
                self._notices.extend(notice for _, notice in stale)
                self._refused.update(name for name, _ in stale)

    def _read(self) -> tuple[tuple[Opened, ...], list[tuple[str, StaleIndex]]]:
        """The segments of the manifest, and the names of those that cannot be used, with the reason."""
        stale: list[tuple[str, StaleIndex]] = []
        try:
            manifest = read_manifest(self.folder)
        except StaleIndex as notice:
            stale.append((NAME, notice))
            manifest = None
        if manifest is None:
            return self._recovered(stale), stale
        known = {o.part.name: o for o in self._opened}
        found = [self._open(part, known.get(part.name), stale) for part in manifest.parts]
        return tuple(o for o in found if o is not None), stale

    def _open(self, part: Part, known: Opened | None, stale: list[tuple[str, StaleIndex]]) -> Opened | None:
        if part.name in self._refused:
            return None
        if known is not None and known.part == part:
            return known
        segment = known.segment if known is not None and known.part.checksum == part.checksum else None
        if segment is None:
            segment = self._segment(self.folder / part.name, stale, part.size, part.checksum)
        return None if segment is None else _opened(segment, part.forgotten)

    def _recovered(self, stale: list[tuple[str, StaleIndex]]) -> tuple[Opened, ...]:
        """The segments that are there, where the manifest is not: of a report that several have, the newest.

        A report that was forgotten since its segment was written is there again.
        """
        opened: list[Opened] = []
        taken: set[str] = set()
        for path in sorted(self.folder.glob(f"*{_SUFFIX}"), key=_number, reverse=True):
            segment = None if path.name in self._refused else self._segment(path, stale)
            if segment is None:
                continue
            ids = [entry.id for entry in segment.entries]
            forgotten = frozenset(n for n, report_id in enumerate(ids) if report_id in taken)
            taken.update(ids)
            if len(forgotten) < len(ids):
                opened.append(_opened(segment, forgotten))
        return tuple(reversed(opened))

    def _segment(
        self,
        path: Path,
        stale: list[tuple[str, StaleIndex]],
        size: int | None = None,
        checksum: str | None = None,
    ) -> Segment | None:
        try:
            return Segment(path, self._fingerprint, self._dimension, size, checksum)
        except StaleIndex as notice:
            stale.append((path.name, notice))
            return None

    def _unwritable(self, error: OSError) -> UnwritableFolder:
        return UnwritableFolder(str(self.folder), error.strerror or "it cannot be written")


def _opened(segment: Segment, forgotten: frozenset[int]) -> Opened:
    live = np.array([n not in forgotten for n in range(len(segment.entries))], dtype=np.bool_)
    part = Part(segment.name, segment.file.size, segment.file.checksum, forgotten)
    return Opened(part, Selection(segment, live))


def without(opened: Sequence[Opened], report_ids: frozenset[str] | set[str]) -> list[Part]:
    """The parts without some reports; a part of which nothing is left is left out."""
    parts: list[Part] = []
    for o in opened:
        gone = {n for n, entry in enumerate(o.segment.entries) if entry.id in report_ids}
        forgotten = o.part.forgotten | gone
        if len(forgotten) < len(o.segment.entries):
            parts.append(replace(o.part, forgotten=forgotten) if gone - o.part.forgotten else o.part)
    return parts


def _number(path: Path) -> int:
    number = path.name.partition("-")[0]
    return int(number) if number.isascii() and number.isdigit() else 0
