"""Backups of the user's work: whole, checked copies, the last few of them."""

from __future__ import annotations

import contextlib
import os
import sqlite3
import time
from pathlib import Path
from typing import Final

from index.annotations.clock import utc_now
from index.storage import flush_folder

KEPT: Final = 7
_PREFIX: Final = "annotations-"
_DAY: Final = 24 * 3600.0


def is_whole(path: Path) -> bool:
    """True where SQLite finds nothing wrong with the file."""
    try:
        with contextlib.closing(
            sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)
        ) as connection:
            return connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    except (sqlite3.Error, UnicodeError, MemoryError):
        return False


def make_backup(connection: sqlite3.Connection, folder: Path) -> Path | None:
    """A copy of the database in ``folder``, checked before it counts; None where that cannot be done."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        made = folder / _next_name(folder)
        rough = made.with_name(f".{made.stem}-{os.getpid()}.tmp")
        with contextlib.closing(sqlite3.connect(rough)) as copy:
            connection.backup(copy)
            copy.execute("PRAGMA journal_mode=DELETE")
        if not is_whole(rough):
            _clear(folder)
            return None
        descriptor = os.open(rough, os.O_RDWR)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
        rough.replace(made)
        flush_folder(folder)
    except (OSError, sqlite3.Error):
        _clear(folder)
        return None
    _clear(folder)
    for old in backups(folder)[KEPT:]:
        with contextlib.suppress(OSError):
            old.unlink()
    return made


def _clear(folder: Path) -> None:
    """Remove what copies that were never finished have left, but those of another process at work."""
    with contextlib.suppress(OSError):
        for path in [*folder.glob(".*.tmp"), *folder.glob(".*.tmp-journal"), *folder.glob("*.tmp")]:
            own = path.name.partition(".tmp")[0].endswith(f"-{os.getpid()}")
            if own or abs(time.time() - path.stat().st_mtime) > _DAY:
                path.unlink()


def _next_name(folder: Path) -> str:
    """The name by the time; where the clock was set back, one that still comes after those that are there."""
    second, rest = utc_now("%Y%m%dT%H%M%S")
    name = f"{_PREFIX}{second}-{rest:09d}.db"
    newest = next((path.name for path in backups(folder)), "")
    if name > newest:
        return name
    stem, _, number = newest.removesuffix(".db").rpartition("-")
    if not number.isdecimal() or int(number) >= 10**9 - 1:
        return f"{newest.removesuffix('.db')}-000000001.db"
    return f"{stem}-{int(number) + 1:09d}.db"


def backups(folder: Path) -> list[Path]:
    """All backups, the newest first."""
    try:
        return sorted(folder.glob(f"{_PREFIX}*.db"), reverse=True)
    except OSError:
        return []


def newest_whole(folder: Path) -> Path | None:
    """The newest backup that is undamaged."""
    return next((path for path in backups(folder) if is_whole(path)), None)


def is_due(folder: Path) -> bool:
    """True where the newest backup is more than a day old, or of a day that is still to come."""
    made = backups(folder)
    if not made:
        return True
    try:
        return abs(time.time() - made[0].stat().st_mtime) > _DAY
    except OSError:
        return True
