"""What both stores ask of SQLite."""

from __future__ import annotations

import sqlite3
import time


def log_ahead(connection: sqlite3.Connection, seconds: float) -> None:
    """Keep changes in a log beside the file (WAL). Raises sqlite3.OperationalError where others hold it too long.

    SQLite does not wait by itself when a file changes to that mode: two processes that make a new file together would
    find it locked at once (https://sqlite.org/wal.html, on SQLITE_BUSY).
    """
    until = time.monotonic() + seconds
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            if "locked" not in str(error) or time.monotonic() > until:
                raise
            time.sleep(0.02)
        else:
            return
