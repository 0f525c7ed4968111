"""Opens annotations.db whatever state it is in: whole, damaged, half gone, or where nothing can be written."""

from __future__ import annotations

import contextlib
import shutil
import sqlite3
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from index.annotations.backups import is_due, make_backup, newest_whole
from index.annotations.clock import utc_now
from index.annotations.mending import Mended, mend, put_newer
from index.annotations.schema import LOST_TEXT, MIGRATIONS, salvaged
from index.annotations.second_copy import NAME, SecondCopy
from index.databases import log_ahead
from index.errors import DamagedNotes, MendedNotes, ReaderError, UnwritableFolder
from index.storage import write_atomically

_BUSY_MS: Final = 3000
_TAILS: Final = ("", "-wal", "-shm")
_LATER: Final = "it was written by a later version of the reader"
_NOTHING: Final = Mended()


@dataclass(frozen=True, slots=True)
class Opened:
    """An open database. ``copy`` is None where nothing is written beside it, ``refusal`` why nothing can be written."""

    connection: sqlite3.Connection
    copy: SecondCopy | None = None
    notice: ReaderError | None = None
    mended: Mended = _NOTHING
    refusal: str = ""


class _LaterVersionError(Exception):
    pass


def open_in_memory() -> Opened:
    """A new database in memory, which can be written."""
    connection = _connected(":memory:")
    _migrate(connection, None)
    return Opened(connection)


def open_store(path: Path) -> Opened:
    """The database at ``path``, made where there is none, mended where it is damaged; read-only where need be."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        return _opened(path)
    except _LaterVersionError:
        return _empty(path, _LATER)
    except sqlite3.Error as error:
        return _restored(path) if is_damage(error) else _read_only(path, str(error))
    except (MemoryError, UnicodeError):  # sizes and texts in a damaged file
        return _restored(path)
    except OSError as error:
        return _read_only(path, error.strerror or str(error))


def is_damage(error: Exception) -> bool:
    """True where the error says that the file is damaged, not that it is locked or cannot be reached."""
    if not isinstance(error, sqlite3.Error):
        return True
    if isinstance(error, sqlite3.ProgrammingError | sqlite3.InterfaceError):
        return False
    if not isinstance(error, sqlite3.OperationalError):
        return True
    said = str(error).lower()
    return any(
        word in said
        for word in ("malformed", "not a database", "corrupt", "disk image", "no such", LOST_TEXT)
    )


def _opened(path: Path) -> Opened:
    copy = SecondCopy(path.with_name(NAME))
    brought_back = not path.exists() and _put_back(path)
    connection = _prepared(path)
    try:
        mended = mend(connection, copy, thoroughly=brought_back)
        if brought_back:
            (count,) = connection.execute("SELECT count(*) FROM item").fetchone()
            mended = mended._replace(taken=int(count))
        if is_due(path.parent / "backups"):
            make_backup(connection, path.parent / "backups")
    except BaseException:
        connection.close()
        raise
    return Opened(connection, copy, _said(path, mended), mended)


def _said(path: Path, mended: Mended) -> ReaderError | None:
    lost = len(mended.left) + mended.gone
    return MendedNotes(str(path), mended.taken, lost) if mended.taken or lost else None


def _connected(place: str) -> sqlite3.Connection:
    return sqlite3.connect(place, isolation_level=None, check_same_thread=False, timeout=_BUSY_MS / 1000)


def _prepared(path: Path) -> sqlite3.Connection:
    connection = _connected(str(path))
    try:
        if _version(connection) > len(MIGRATIONS):
            raise _LaterVersionError  # before anything is written
        log_ahead(connection, _BUSY_MS / 1000)
        connection.execute("PRAGMA synchronous=FULL")
        connection.execute("PRAGMA cell_size_check=ON")
        if connection.execute("PRAGMA integrity_check").fetchone() != ("ok",):
            raise sqlite3.DatabaseError("malformed")
        _migrate(connection, path.parent / "backups")
    except BaseException:
        connection.close()
        raise
    return connection


def _version(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def _migrate(connection: sqlite3.Connection, backups: Path | None) -> None:
    """Bring the tables up to date, one version after the other; a checked backup is made before."""
    version = _version(connection)
    if version == len(MIGRATIONS):
        return
    if version and backups is not None and make_backup(connection, backups) is None:
        raise OSError(0, "no backup could be made before the file is brought up to date")
    while True:
        connection.execute("BEGIN IMMEDIATE")
        try:
            version = _version(connection)  # another process may have been faster
            if version >= len(MIGRATIONS):
                connection.execute("ROLLBACK")
                return
            MIGRATIONS[version](connection)
            connection.execute(f"PRAGMA user_version = {version + 1}")
            connection.execute("COMMIT")
        except BaseException:
            with contextlib.suppress(sqlite3.Error):
                connection.execute("ROLLBACK")
            raise


def _empty(path: Path, reason: str) -> Opened:
    return Opened(open_in_memory().connection, notice=UnwritableFolder(str(path), reason), refusal=reason)


def _read_only(path: Path, reason: str) -> Opened:
    """What is in the file, in memory: SQLite opens no file with a log where it cannot write beside it."""
    connection = open_in_memory().connection
    mended = Mended()
    try:
        _merge_copy(connection, path)
    except OSError:
        _merge(connection, path, immutable=True)
    with contextlib.suppress(sqlite3.Error):
        mended = mend(connection, SecondCopy(path.with_name(NAME)), writable=False, thoroughly=True)
    return Opened(connection, None, UnwritableFolder(str(path), reason), Mended(0, mended.left), reason)


def _merge_copy(connection: sqlite3.Connection, path: Path) -> None:
    """``_merge`` of a copy of the file and of its log. Raises OSError."""
    with tempfile.TemporaryDirectory(prefix="report-reader-", ignore_cleanup_errors=True) as folder:
        for tail in ("", "-wal"):
            part = path.with_name(path.name + tail)
            if part.is_file():
                shutil.copyfile(part, Path(folder) / f"copy.db{tail}")
        _merge(connection, Path(folder) / "copy.db")


def _merge(connection: sqlite3.Connection, path: Path, *, immutable: bool = False) -> None:
    """Take in all that can be read of another database and is newer; nothing where there is none."""
    if not path.is_file():
        return
    try:
        how = "?mode=ro&immutable=1" if immutable else ""
        with contextlib.closing(sqlite3.connect(f"{path.absolute().as_uri()}{how}", uri=True)) as other:
            put_newer(connection, salvaged(other))
    except (sqlite3.Error, UnicodeError, MemoryError):
        return


def _restored(path: Path) -> Opened:
    """Put the damaged file aside, and make it again of the newest whole backup, the second copy and what is left of it."""
    backups = path.parent / "backups"
    try:
        aside = _put_aside(path)
        backup = newest_whole(backups)
        if backup is not None:
            write_atomically(path, backup.read_bytes())
        connection = _prepared(path)
    except (OSError, sqlite3.Error) as error:
        return _read_only(path, str(error))
    copy = SecondCopy(path.with_name(NAME))
    with contextlib.suppress(OSError):
        _merge_copy(connection, aside)  # reading may change the log: what was put aside stays as it was
    try:
        mended = mend(connection, copy, thoroughly=True)
        (count,) = connection.execute("SELECT count(*) FROM item WHERE deleted = 0").fetchone()
    except sqlite3.Error as error:
        connection.close()
        return _read_only(path, str(error))
    source = str(backup) if backup is not None else str(copy.path) if copy.size() else ""
    notice = DamagedNotes(str(path), str(aside), source, int(count), len(mended.left) + mended.gone)
    return Opened(connection, copy, notice, mended)


def _put_back(path: Path) -> bool:
    """Where the file is gone, but not what belongs to it: take the newest whole backup in its place."""
    _put_aside(path)  # a log without its file would be written into the next one
    backup = newest_whole(path.parent / "backups")
    if backup is None:
        return False
    write_atomically(path, backup.read_bytes())
    return True


def _put_aside(path: Path) -> Path:
    aside = _free(path)
    for tail in reversed(_TAILS):  # the file itself last: until it is gone this is done again
        part = path.with_name(path.name + tail)
        if part.exists():
            part.replace(aside.with_name(aside.name + tail))
    return aside


def _free(path: Path) -> Path:
    stamp = utc_now("%Y%m%dT%H%M%S")[0]
    aside, number = path.with_name(f"annotations.damaged-{stamp}.db"), 1
    while any(aside.with_name(aside.name + tail).exists() for tail in _TAILS):
        number += 1
        aside = path.with_name(f"annotations.damaged-{stamp}-{number}.db")
    return aside
