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
        with contextlib.closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as connection:
            return connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    except sqlite3.Error:
        return False


def make_backup(connection: sqlite3.Connection, folder: Path) -> Path | None:
    """A copy of the database in ``folder``, checked before it counts; None where that cannot be done."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        second, rest = utc_now("%Y%m%dT%H%M%S")
        stamp = f"{second}-{rest:09d}"
        made = folder / f"{_PREFIX}{stamp}.db"
        rough = made.with_suffix(".tmp")
        with contextlib.closing(sqlite3.connect(rough)) as copy:
            connection.backup(copy)
            copy.execute("PRAGMA journal_mode=DELETE")
        if not is_whole(rough):
            rough.unlink()
            return None
        descriptor = os.open(rough, os.O_RDWR)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
        rough.replace(made)
        flush_folder(folder)
    except (OSError, sqlite3.Error):
        return None
    for old in backups(folder)[KEPT:]:
        with contextlib.suppress(OSError):
            old.unlink()
    return made


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
    """True where the newest backup is more than a day old."""
    made = backups(folder)
    if not made:
        return True
    try:
        return time.time() - made[0].stat().st_mtime > _DAY
    except OSError:
        return True
