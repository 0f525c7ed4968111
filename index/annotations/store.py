"""The store of what the user wrote: annotations.db, of which nothing that was acknowledged is ever lost.

SQLite with a write-ahead log and ``synchronous=FULL``: a power cut after a call has returned loses nothing. Each row
carries its SHA-256, because SQLite's own check does not see a flipped bit inside a value.
"""

from __future__ import annotations

import contextlib
import sqlite3
import threading
import uuid
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Final

from index.annotations.anchor import Anchor
from index.annotations.backups import is_due, make_backup, newest_whole
from index.annotations.clock import utc_now
from index.annotations.item import Item
from index.errors import DamagedNotes, ReaderError, UnwritableFolder

_COLUMNS: Final = (
    "id, kind, report, title, start, end, quote, before, after, payload, created, modified, deleted"
)
_SELECT: Final = f"SELECT {_COLUMNS}, sha256 FROM item WHERE "  # noqa: S608
_KEEP_OLD: Final = (
    f"INSERT INTO history ({_COLUMNS}, sha256) SELECT {_COLUMNS}, sha256 FROM item WHERE id = ?"  # noqa: S608
)
_KEEP_NEW: Final = f"INSERT OR REPLACE INTO item ({_COLUMNS}, sha256) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?)"  # noqa: S608
_BUSY_MS: Final = 5000
_TOGETHER: Final = 500


def _begin(connection: sqlite3.Connection) -> None:
    columns = """id TEXT, kind TEXT NOT NULL, report TEXT NOT NULL, title TEXT NOT NULL, start INTEGER NOT NULL,
        end INTEGER NOT NULL, quote TEXT NOT NULL, before TEXT NOT NULL, after TEXT NOT NULL, payload TEXT NOT NULL,
        created TEXT NOT NULL, modified TEXT NOT NULL, deleted INTEGER NOT NULL, sha256 TEXT NOT NULL"""
    connection.execute(f"CREATE TABLE item ({columns}, PRIMARY KEY (id)) WITHOUT ROWID")
    connection.execute("CREATE INDEX item_report ON item (kind, report)")
    connection.execute(f"CREATE TABLE history (n INTEGER PRIMARY KEY AUTOINCREMENT, {columns})")


_MIGRATIONS: Final[tuple[Callable[[sqlite3.Connection], None], ...]] = (_begin,)


class AnnotationStore:
    """The items in the file at ``path``, or in memory for None. Every method may be called from any thread.

    A damaged file is put aside, never deleted, and the newest whole backup takes its place; a folder that cannot be
    written makes the store work in memory. ``notice`` then says so. Writing raises ``UnwritableFolder`` where an item
    could not be kept: an item that was acknowledged is on the disk.
    """

    def __init__(self, path: Path | None = None) -> None:
        self.notice: ReaderError | None = None
        self.damaged: tuple[str, ...] = ()
        self._path = path
        self._lock = threading.RLock()
        self._connection = self._open()

    # Opening

    def _open(self) -> sqlite3.Connection:
        if self._path is None:
            return self._prepared(":memory:")
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            return self._prepared(str(self._path))
        except sqlite3.DatabaseError as error:
            if isinstance(error, sqlite3.OperationalError) and not _is_damage(error):
                return self._in_memory(str(error))
            return self._restored()
        except OSError as error:
            return self._in_memory(error.strerror or str(error))

    def _prepared(self, place: str) -> sqlite3.Connection:
        connection = sqlite3.connect(
            place, isolation_level=None, check_same_thread=False, timeout=_BUSY_MS / 1000
        )
        try:
            connection.execute("PRAGMA journal_mode=WAL")
            connection.execute("PRAGMA synchronous=FULL")
            if connection.execute("PRAGMA quick_check").fetchone() != ("ok",):
                raise sqlite3.DatabaseError("malformed")
            self._migrate(connection)
            if self._folder is not None and place != ":memory:" and is_due(self._folder):
                make_backup(connection, self._folder)
        except BaseException:
            connection.close()
            raise
        return connection

    def _migrate(self, connection: sqlite3.Connection) -> None:
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        if version > len(_MIGRATIONS):
            raise OSError(0, "it was written by a later version of the reader")
        if 0 < version < len(_MIGRATIONS) and self._folder is not None:
            make_backup(connection, self._folder)
        for n in range(version, len(_MIGRATIONS)):
            connection.execute("BEGIN IMMEDIATE")
            try:
                _MIGRATIONS[n](connection)
                connection.execute(f"PRAGMA user_version = {n + 1}")
                connection.execute("COMMIT")
            except BaseException:
                connection.execute("ROLLBACK")
                raise

    @property
    def _folder(self) -> Path | None:
        return None if self._path is None else self._path.parent / "backups"

    def _in_memory(self, reason: str) -> sqlite3.Connection:
        self.notice = UnwritableFolder(str(self._path), reason)
        return self._prepared(":memory:")

    def _restored(self) -> sqlite3.Connection:
        """Put the damaged file aside and take the newest whole backup."""
        assert self._path is not None
        assert self._folder is not None
        aside = self._path.with_name(f"annotations.damaged-{utc_now('%Y%m%dT%H%M%S')[0]}.db")
        try:
            for tail in ("", "-wal", "-shm"):
                part = self._path.with_name(self._path.name + tail)
                if part.exists():
                    part.replace(aside.with_name(aside.name + tail))
            backup = newest_whole(self._folder)
            if backup is not None:
                self._path.write_bytes(backup.read_bytes())
            connection = self._prepared(str(self._path))
        except (OSError, sqlite3.Error) as error:
            return self._in_memory(str(error))
        self.notice = DamagedNotes(str(self._path), str(aside), "" if backup is None else str(backup))
        return connection

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
        with self._lock:
            rows = self._connection.execute(_SELECT + where + " ORDER BY created, id", values).fetchall()
        return tuple(self._checked(rows))

    def item(self, key: str) -> Item | None:
        """One item, deleted or not."""
        with self._lock:
            rows = self._connection.execute(_SELECT + "id = ?", [key]).fetchall()
        return next(self._checked(rows), None)

    def of_kind(self, kind: str, *, deleted: bool = False) -> tuple[Item, ...]:
        """The items of a kind, of whatever report, the oldest first; damaged rows are left out and named."""
        where = "kind = ?" if deleted else "kind = ? AND deleted = 0"
        with self._lock:
            rows = self._connection.execute(_SELECT + where + " ORDER BY created, id", [kind]).fetchall()
        return tuple(self._checked(rows))

    def _checked(self, rows: list[tuple[object, ...]]) -> Iterator[Item]:
        for *values, sha in rows:
            item = _item(values)
            if item.digest() == sha:
                yield item
            elif item.id not in self.damaged:
                self.damaged = (*self.damaged, item.id)

    # Writing

    def add(self, kind: str, report: str, title: str, anchor: Anchor, payload: str) -> Item:
        """Keep something new."""
        return self.put(new_item(kind, report, title, anchor, payload))

    def put(self, item: Item) -> Item:
        """Keep ``item`` in place of what stood under its id; the old one stays in the history."""
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
                rows = self._connection.execute(f"{_SELECT}id IN ({places})", some).fetchall()
            known += self._checked(rows)
        changed = [replace(item, deleted=deleted, modified=now) for item in known]
        self.put_all(changed)
        return tuple(changed)

    def put_all(self, items: Iterable[Item]) -> None:
        """Keep several items in one transaction, each in place of what stood under its id; either all or none."""
        rows = [_row(item) for item in items]
        with self._lock:
            try:
                self._connection.execute("BEGIN IMMEDIATE")
                try:
                    self._connection.executemany(_KEEP_OLD, ([row[0]] for row in rows))
                    self._connection.executemany(_KEEP_NEW, rows)
                    self._connection.execute("COMMIT")
                except BaseException:
                    self._connection.execute("ROLLBACK")
                    raise
            except sqlite3.Error as error:
                raise UnwritableFolder(str(self._path), str(error)) from error

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


def _row(item: Item) -> list[object]:
    a = item.anchor
    return [item.id, item.kind, item.report, item.title, a.start, a.end, a.quote, a.before, a.after, item.payload,
            item.created, item.modified, int(item.deleted), item.digest()]  # fmt: skip


def _item(values: list[object]) -> Item:
    texts = [str(v) for v in values]
    anchor = Anchor(int(texts[4]), int(texts[5]), texts[6], texts[7], texts[8])
    return Item(
        texts[0], texts[1], texts[2], texts[3], anchor, texts[9], texts[10], texts[11], texts[12] == "1"
    )


def _now() -> str:
    second, rest = utc_now("%Y-%m-%dT%H:%M:%S")
    return f"{second}.{rest // 1000:06d}Z"


def _is_damage(error: sqlite3.Error) -> bool:
    words = str(error).lower()
    return "malformed" in words or "not a database" in words or "corrupt" in words or "disk image" in words
