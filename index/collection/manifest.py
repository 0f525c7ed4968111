"""Which segments a collection is made of: one small file, which is always the old one or the new one whole."""

from __future__ import annotations

import hashlib
import json
import os
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from index.errors import StaleIndex
from index.locking import locked as held
from index.storage import write_atomically

NAME: Final = "manifest.json"
_LOCK: Final = ".lock"
_VERSION: Final = 1


@dataclass(frozen=True, slots=True)
class Part:
    """A segment as the manifest has it; ``forgotten`` are the numbers of reports in it that are there no more."""

    name: str
    size: int
    checksum: str
    forgotten: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Manifest:
    """The segments, the oldest first."""

    parts: tuple[Part, ...] = ()

    def write(self, folder: Path) -> None:
        """Make this the manifest of the folder. Raises OSError, and then the old one stays."""
        parts = [[p.name, p.size, p.checksum, sorted(p.forgotten)] for p in self.parts]
        body = json.dumps({"version": _VERSION, "segments": parts}, ensure_ascii=True).encode("ascii")
        write_atomically(folder / NAME, hashlib.sha256(body).hexdigest().encode("ascii") + b"\n" + body)


def read_manifest(folder: Path) -> Manifest | None:
    """The manifest of the folder, None where there is none; raises StaleIndex where it is damaged."""
    path = folder / NAME
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise StaleIndex(str(path), error.strerror or "it cannot be read") from None
    checksum, _, body = data.partition(b"\n")
    if hashlib.sha256(body).hexdigest().encode("ascii") != checksum:
        raise StaleIndex(str(path), "it is damaged (its checksum does not match)")
    try:
        said = json.loads(body)
        if said["version"] != _VERSION:
            raise StaleIndex(str(path), "it was made for another version of the reader")
        parts = [
            Part(str(name), int(size), str(of_it), frozenset(map(int, gone)))
            for name, size, of_it, gone in said["segments"]
        ]
    except (KeyError, TypeError, ValueError):
        raise StaleIndex(str(path), "it is malformed") from None
    return Manifest(tuple(part for part in parts if Path(part.name).name == part.name))


def signature(folder: Path) -> tuple[int, int, int] | None:
    """Changes when the manifest does, whoever changed it."""
    try:
        found = os.stat(folder / NAME)
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size, found.st_ino


def locked(folder: Path) -> AbstractContextManager[None]:
    """Keep all others that use the folder from changing it, in this process and in others. Raises OSError."""
    return held(folder / _LOCK)
