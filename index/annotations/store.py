"""The store of what the user wrote: annotations.db, of which nothing that was acknowledged is ever lost.

SQLite with a write-ahead log and ``synchronous=FULL``: a power cut after a call has returned loses nothing. Each row
carries its SHA-256, because SQLite's own check does not see a flipped bit inside a value. Every change is also written
to a second copy in plain text, from which the file is mended when it is opened.
"""

from __future__ import annotations

import contextlib
import sqlite3
import threading
import uuid
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Final

from index.annotations.anchor import Anchor
from index.annotations.backups import make_backup
from index.annotations.clock import utc_now
from index.annotations.item import Item, Version
from index.annotations.mending import Mended
from index.annotations.opening import Opened, is_damage, open_in_memory, open_store
from index.annotations.schema import (
    KEEP_NEW,
    KEEP_OLD,
    KEEP_OLDER,
    SELECT,
    Row,
    cleaned,
    is_good,
    item_of,
    row_of,
    rows_of,
)
from index.errors import MendedNotes, ReaderError, UnwritableFolder

_NUMBERS: Final = "SELECT added, changed FROM item WHERE id = ?"
_TOGETHER: Final = 500


class AnnotationStore:
    """The items in the file at ``path``, or in memory for None. Every method may be called from any thread.

    A damaged file is put aside, never deleted, and made again of the second copy, the newest whole backup and what can
    be read of it. Where the file cannot be written what is in it is read, and writing is refused. ``notice`` then says
    so. Writing raises ``UnwritableFolder`` where an item could not be kept: an item that was acknowledged is on the disk.
    """

    def __init__(self, path: Path | None = None) -> None:
        self.damaged: tuple[str, ...] = ()
        self._path = path
        self._lock = threading.RLock()
        self._take(open_in_memory() if path is None else open_store(path))

    def _take(self, opened: Opened) -> None:
        self.notice: ReaderError | None = opened.notice
        self._connection, self._copy, self._refusal = opened.connection, opened.copy, opened.refusal
        self.damaged = opened.mended.left
        self.mended: Mended = opened.mended

    @property
    def is_read_only(self) -> bool:
        """True where what is in the file can be read, and nothing can be kept."""
        return bool(self._refusal)

    @property
    def _folder(self) -> Path | None:
        return None if self._path is None else self._path.parent / "backups"

    def close(self) -> None:
        """Finish; the log is folded into the file."""
        with self._lock, contextlib.suppress(sqlite3.Error):
            self._connection.close()

    # Reading

    def items(self, kind: str, report: str, title: str = "", *, deleted: bool = False) -> tuple[Item, ...]:
        """The items of a report, the oldest first; those of an earlier text of the same ``title`` too.

        Rows whose checksum does not agree are left out and named in ``damaged``.
        """
        where = "kind = ? AND (report = ? OR (? <> '' AND title = ?))"
        values: list[object] = [kind, report, title, title]
        if not deleted:
            where += " AND deleted = 0"
        return tuple(self._checked(self._rows(SELECT + where + " ORDER BY added", values)))

    def item(self, key: str) -> Item | None:
        """One item, deleted or not."""
        return next(self._checked(self._rows(SELECT + "id = ?", [key])), None)

    def of_kind(self, kind: str, *, deleted: bool = False) -> tuple[Item, ...]:
        """The items of a kind, of whatever report, the oldest first; damaged rows are left out and named."""
        where = "kind = ?" if deleted else "kind = ? AND deleted = 0"
        return tuple(self._checked(self._rows(SELECT + where + " ORDER BY added", [kind])))

    def everything(self) -> tuple[Item, ...]:
        """All items of all kinds, deleted or not, the oldest first; damaged rows are left out and named."""
        return tuple(self._checked(self._rows(SELECT + "1 = 1 ORDER BY added", [])))

    def _rows(self, statement: str, values: list[object]) -> list[Row]:
        """The rows of a statement; where the file turns out to be damaged meanwhile, those of the mended one."""
        with self._lock:
            try:
                return rows_of(self._connection, statement, values)
            except (sqlite3.Error, UnicodeDecodeError, MemoryError) as error:
                if self._path is None or not is_damage(error):
                    raise UnwritableFolder(str(self._path), str(error)) from error
                self._open_again()
            try:
                return rows_of(self._connection, statement, values)
            except sqlite3.Error as error:
                raise UnwritableFolder(str(self._path), str(error)) from error

    def _open_again(self) -> None:
        assert self._path is not None
        with contextlib.suppress(sqlite3.Error):
            self._connection.close()
        self._take(open_store(self._path))

    def _checked(self, rows: list[Row]) -> Iterator[Item]:
        for row in rows:
            if is_good(row):
                yield item_of(row)
            elif str(row[0]) not in self.damaged:
                self.damaged = (*self.damaged, str(row[0]))
                self.notice = self.notice or MendedNotes(str(self._path), 0, len(self.damaged))

    # Writing

    def add(self, kind: str, report: str, title: str, anchor: Anchor, payload: str) -> Item:
        """Keep something new."""
        return self.put(new_item(kind, report, title, anchor, payload))

    def put(self, item: Item) -> Item:
        """Keep ``item`` in place of what stood under its id; the old one stays in the history. Gives it as it is kept."""
        item = cleaned(item)
        self.put_all([item])
        return item

    def change(self, key: str, payload: str) -> Item | None:
        """Give an item another content."""
        known = self.item(key)
        return self.put(replace(known, payload=payload, modified=_now())) if known else None

    def set_deleted(self, key: str, *, deleted: bool) -> Item | None:
        """Delete an item, or take that back."""
        known = self.item(key)
        return self.put(replace(known, deleted=deleted, modified=_now())) if known else None

    def set_all_deleted(self, keys: Iterable[str], *, deleted: bool) -> tuple[Item, ...]:
        """Delete several items at once, or take that back; either all of them or none."""
        now, wanted = _now(), list(dict.fromkeys(keys))
        known: list[Item] = []
        for start in range(0, len(wanted), _TOGETHER):
            some = wanted[start : start + _TOGETHER]
            with self._lock:
                places = ",".join("?" * len(some))
                rows = self._rows(f"{SELECT}id IN ({places})", list(some))
            known += self._checked(rows)
        changed = [replace(item, deleted=deleted, modified=now) for item in known]
        self.put_all(changed)
        return tuple(changed)

    def put_all(self, items: Iterable[Item]) -> None:
        """Keep several items in one transaction, each in place of what stood under its id; either all or none."""
        rows = [row_of(cleaned(item)) for item in items]
        with self._lock:
            if self._refusal:
                self._open_again()  # the disk may have room again
            if self._refusal:
                raise UnwritableFolder(str(self._path), self._refusal)
            try:
                self._connection.execute("BEGIN IMMEDIATE")
                try:
                    self._connection.executemany(KEEP_OLD, ([row[0]] for row in rows))
                    self._connection.executemany(KEEP_NEW, rows)
                    kept = self._versions(rows)
                    self._connection.execute("COMMIT")
                except BaseException:
                    with contextlib.suppress(sqlite3.Error):  # SQLite may have done so itself
                        self._connection.execute("ROLLBACK")
                    raise
            except sqlite3.Error as error:
                raise UnwritableFolder(str(self._path), str(error)) from error
            if self._copy is not None:
                self._copy.append(kept)  # where this fails the next opening makes up for it
                with contextlib.suppress(sqlite3.Error):  # so that a copy of the file alone has everything
                    self._connection.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchone()

    def _versions(self, rows: list[list[object]]) -> list[Version]:
        if self._copy is None:
            return []
        last = {row[0]: row for row in rows}
        numbers = [self._connection.execute(_NUMBERS, [key]).fetchone() for key in last]
        found = [
            Version(item_of(tuple(row)), added, changed)
            for row, (added, changed) in zip(last.values(), numbers, strict=True)
        ]
        return sorted(found, key=lambda version: version.changed)

    def keep_in_history(self, items: Iterable[Item]) -> None:
        """Keep versions that are older than what is shown, in the history alone. Raises ``UnwritableFolder``."""
        rows = [row_of(cleaned(item)) for item in items]
        with self._lock:
            if rows and self._refusal:
                raise UnwritableFolder(str(self._path), self._refusal)
            try:
                self._connection.executemany(KEEP_OLDER, [[*row, row[0], row[-1]] for row in rows])
            except sqlite3.Error as error:
                raise UnwritableFolder(str(self._path), str(error)) from error

    def count(self) -> int:
        """How many items there are that are not deleted."""
        return int(str(self._rows("SELECT count(*) FROM item WHERE deleted = 0", [])[0][0]))

    def back_up(self) -> Path | None:
        """A checked copy now, beside the file."""
        with self._lock:
            return None if self._folder is None else make_backup(self._connection, self._folder)


def new_item(kind: str, report: str, title: str, anchor: Anchor, payload: str) -> Item:
    """An item with an id and the time of its own, which is not kept yet."""
    now = _now()
    return Item(uuid.uuid4().hex, kind, report, title, anchor, payload, now, now)


def stamped(item: Item) -> Item:
    """``item`` as changed just now."""
    return replace(item, modified=_now())


def _now() -> str:
    second, rest = utc_now("%Y-%m-%dT%H:%M:%S")
    return f"{second}.{rest // 1000:06d}Z"
