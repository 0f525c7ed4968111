"""The second copy of the user's work: annotations.jsonl, plain text to which a line is added for every change.

Each line is one version of an item as JSON, with the checksum that the item has in the database. The last line of an
item is what it says now; a line that was cut short by a crash, or damaged, is known by its checksum and skipped.
"""

from __future__ import annotations

import json
import os
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from index.annotations.anchor import Anchor
from index.annotations.item import Item, Version
from index.storage import flush_folder, write_atomically

NAME: Final = "annotations.jsonl"
_TEXTS: Final = ("id", "kind", "report", "title", "payload", "created", "modified")
_TAIL: Final = 64 * 1024
_LONGEST: Final = 8 * 1024 * 1024


class SecondCopy:
    """The file at ``path``, which need not exist. It belongs to one database; see ``index.annotations.mending``."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def append(self, versions: Iterable[Version]) -> bool:
        """Add what was just kept, and wait until it is on the disk; false where that cannot be done."""
        data = b"".join(_line(version) for version in versions)
        if not data:
            return True
        try:
            new = not self.path.exists()
            with self.path.open("a+b", buffering=0) as file:
                if file.seek(0, os.SEEK_END):
                    file.seek(-1, os.SEEK_END)
                    if file.read(1) != b"\n":  # a crash cut the last line short
                        data = b"\n" + data
                view = memoryview(data)
                while view:
                    view = view[file.write(view) or 0 :]
                os.fsync(file.fileno())
            if new:
                flush_folder(self.path.parent)
        except OSError:
            return False
        return True

    def versions(self) -> dict[str, Version]:
        """What each item says now, by id; lines that are damaged are left out."""
        found: dict[str, Version] = {}
        for version in self._read():
            before = found.get(version.item.id)
            if before is None or version.changed >= before.changed:
                found[version.item.id] = version
        return found

    def tip(self) -> Version | None:
        """The last line, or None where it is damaged or there is none."""
        try:
            with self.path.open("rb") as file:
                size, length = file.seek(0, os.SEEK_END), _TAIL
                while True:
                    length = min(length, size)
                    file.seek(size - length)
                    tail = file.read(length)
                    if not tail.endswith(b"\n"):
                        return None
                    line = tail[:-1].rpartition(b"\n")
                    if line[1] or length == size:
                        return _parsed(line[2])
                    if length >= _LONGEST:
                        return None
                    length *= 8
        except OSError:
            return None

    def size(self) -> int:
        """In bytes; 0 where there is none."""
        try:
            return self.path.stat().st_size
        except OSError:
            return 0

    def rewrite(self, versions: Iterable[Version]) -> bool:
        """Make the file anew of what the items say now, or leave it as it is."""
        try:
            write_atomically(self.path, b"".join(_line(version) for version in versions))
        except OSError:
            return False
        return True

    def _read(self) -> Iterator[Version]:
        try:
            with self.path.open("rb") as file:
                for line in file:
                    version = _parsed(line)
                    if version is not None:
                        yield version
        except OSError:
            return


def _line(version: Version) -> bytes:
    item, anchor = version.item, version.item.anchor
    fields: dict[str, object] = {name: getattr(item, name) for name in _TEXTS}
    fields |= {"deleted": item.deleted, "added": version.added, "changed": version.changed}
    fields |= {"start": anchor.start, "end": anchor.end, "quote": anchor.quote}
    fields |= {"before": anchor.before, "after": anchor.after, "sha256": item.digest()}
    fields["check"] = _check(str(fields["sha256"]), version.added, version.changed)
    return json.dumps(fields, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace") + b"\n"


def _check(digest: str, added: int, changed: int) -> int:
    """A checksum over the checksum of the item and what the line says besides."""
    return zlib.crc32(f"{digest} {added} {changed}".encode())


def _parsed(line: bytes) -> Version | None:
    try:
        fields = json.loads(line)
        start, end, added, changed = (fields[name] for name in ("start", "end", "added", "changed"))
        if not all(type(number) is int for number in (start, end, added, changed)):
            return None
        texts = [fields[name] for name in _TEXTS]
        around = [fields[name] for name in ("quote", "before", "after")]
        if not all(isinstance(text, str) for text in (*texts, *around)):
            return None
        key, kind, report, title, payload, created, modified = texts
        anchor = Anchor(start, end, *around)
        item = Item(key, kind, report, title, anchor, payload, created, modified, fields["deleted"] is True)
        digest = item.digest()
        good = digest == fields["sha256"] and _check(digest, added, changed) == fields["check"]
        return Version(item, added, changed) if good else None
    except (ValueError, KeyError, TypeError, RecursionError):
        return None
