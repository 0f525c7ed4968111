"""The library: known reports and cached translations. All of it can be made again, none of it is the user's work."""

from __future__ import annotations

import contextlib
import sqlite3
import threading
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final, TypeVar

from index.databases import log_ahead
from index.errors import DamagedLibrary, LostReports, ReaderError, UnwritableFolder
from index.readers.source import is_there
from index.report import Language, Report
from index.seals import seal, sealed, unsealed

_T = TypeVar("_T")
_BATCH: Final = 400
"""Rows for one statement; SQLite's older builds take 999 parameters."""
_BUSY_SECONDS: Final = 3.0
_REPORT: Final = "id, title, place, year, language, path"
_TABLES: Final = {"report": ("id",), "translation": ("engine", "direction", "source")}
"""The tables with the columns of their keys."""


@dataclass(frozen=True, slots=True)
class KnownReport:
    """A report that was opened once, as the library remembers it."""

    id: str
    title: str
    place: str
    year: int | None
    language: Language
    path: str

    @property
    def found(self) -> bool:
        """True while its file, or the zip file that holds it, is where it was."""
        return is_there(Path(self.path))


def _begin(connection: sqlite3.Connection) -> None:
    connection.execute(
        """CREATE TABLE report (
            id TEXT PRIMARY KEY, title TEXT NOT NULL, place TEXT NOT NULL, year INTEGER,
            language TEXT NOT NULL, path TEXT NOT NULL, opened REAL NOT NULL
        ) WITHOUT ROWID"""
    )
    connection.execute(
        """CREATE TABLE translation (
            engine TEXT NOT NULL, direction TEXT NOT NULL, source TEXT NOT NULL, payload TEXT NOT NULL,
            PRIMARY KEY (engine, direction, source)
        ) WITHOUT ROWID"""
    )


def _seal(connection: sqlite3.Connection) -> None:
    """A checksum for each row; reports that were kept before have none until they are opened again."""
    connection.execute("ALTER TABLE report ADD COLUMN seal TEXT NOT NULL DEFAULT ''")
    connection.create_function("sealed", 4, sealed, deterministic=True)
    connection.execute("UPDATE translation SET payload = sealed(payload, engine, direction, source)")


_MIGRATIONS: Final[tuple[Callable[[sqlite3.Connection], None], ...]] = (_begin, _seal)
"""Each takes the database one version on; ``PRAGMA user_version`` counts those that were applied."""


class _NewerLibraryError(Exception):
    """The file was written by a later version of the reader, and is left alone."""


class Library:
    """The library in the file at ``path``, or in memory for None. Every method may be called from any thread.

    A file that is damaged is put aside and a new one begun; a folder that cannot be written makes the library work
    in memory. ``notice`` then says so; no method raises for it.
    """

    def __init__(self, path: Path | None = None) -> None:
        self.notice: ReaderError | None = None
        self._path = path
        self._lock = threading.RLock()
        self._closed = False
        self._connection = self._open()

    def close(self) -> None:
        """Finish; further calls find and keep nothing."""
        with self._lock:
            if not self._closed:
                self._closed = True
                with contextlib.suppress(sqlite3.Error):
                    self._connection.close()

    def remember_report(self, report: Report) -> None:
        """Put a report on the shelf, or bring it to the front."""
        self.remember_known(
            KnownReport(report.id, report.title, report.place, report.year, report.language, report.path)
        )

    def remember_known(self, known: KnownReport) -> None:
        """The same for a report whose facts are known without its text."""
        facts = (known.id, known.title, known.place, known.year, str(known.language), known.path)
        row = [_storable(value) for value in facts]
        self._write(
            f"INSERT OR REPLACE INTO report ({_REPORT}, opened, seal) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",  # noqa: S608
            [[*row, time.time(), seal(*row)]],
        )

    def forget_report(self, report_id: str) -> None:
        """Take a report off the shelf; its file is not touched."""
        self._write("DELETE FROM report WHERE id = ?", [(report_id,)])

    def reports(self) -> tuple[KnownReport, ...]:
        """The known reports, the last opened first. Rows that are damaged are left out, and ``notice`` says so."""
        rows = self._read(f"SELECT {_REPORT}, seal FROM report ORDER BY opened DESC, id", ())  # noqa: S608
        good = [values for *values, said in rows if said in ("", seal(*values))]
        if len(good) < len(rows) and self._path is not None:
            self.notice = LostReports(str(self._path), len(rows) - len(good))
        return tuple(
            KnownReport(
                str(report_id),
                str(title),
                str(place),
                year if isinstance(year, int) else None,
                Language.EN if language == "en" else Language.ZH,
                str(path),
            )
            for report_id, title, place, year, language, path in good
        )

    def cached_translation(self, engine: str, direction: str, source: str) -> str | None:
        """What was kept for this sentence, or None."""
        return self.cached_translations(engine, direction, [source]).get(source)

    def cached_translations(self, engine: str, direction: str, sources: Iterable[str]) -> dict[str, str]:
        """What was kept, by source sentence; sentences without a translation are left out."""
        wanted = list(dict.fromkeys(sources))
        found: dict[str, str] = {}
        for start in range(0, len(wanted), _BATCH):
            batch = wanted[start : start + _BATCH]
            marks = ",".join("?" * len(batch))
            rows = self._read(
                f"SELECT source, payload FROM translation WHERE engine = ? AND direction = ? AND source IN ({marks})",  # noqa: S608
                [engine, direction, *batch],
            )
            for source, said in rows:
                payload = unsealed(str(said), engine, direction, str(source))
                if payload is not None:
                    found[str(source)] = payload
        return found

    def keep_translation(self, engine: str, direction: str, source: str, payload: str) -> None:
        """Keep the translation of one sentence (as JSON) by this engine."""
        self.keep_translations(engine, direction, {source: payload})

    def keep_translations(self, engine: str, direction: str, payloads: Mapping[str, str]) -> None:
        """Keep several translations in one transaction, by source sentence."""
        rows = [
            (engine, direction, clean, sealed(_clean(payload), engine, direction, clean))
            for source, payload in payloads.items()
            for clean in (_clean(source),)
        ]
        self._write("INSERT OR REPLACE INTO translation VALUES (?, ?, ?, ?)", rows)

    def forget_translations(self, engine: str | None = None) -> None:
        """Drop the cached translations of one engine, or of all."""
        if engine is None:
            self._write("DELETE FROM translation", [()])
        else:
            self._write("DELETE FROM translation WHERE engine = ?", [(engine,)])

    def _read(self, statement: str, values: Sequence[object]) -> list[tuple[object, ...]]:
        def read(connection: sqlite3.Connection) -> list[tuple[object, ...]]:
            return connection.execute(statement, [_storable(value) for value in values]).fetchall()

        return self._guarded(read, [])

    def _write(self, statement: str, rows: Sequence[Sequence[object]]) -> None:
        def write(connection: sqlite3.Connection) -> None:
            with connection:
                connection.execute("BEGIN IMMEDIATE")
                connection.executemany(statement, [[_storable(value) for value in row] for row in rows])

        if rows:
            self._guarded(write, None)

    def _guarded(self, use: Callable[[sqlite3.Connection], _T], otherwise: _T) -> _T:
        """``use`` the connection; where the file turns out damaged begin a new one, where it is locked do without."""
        with self._lock:
            if self._closed:
                return otherwise
            for _ in range(2):
                try:
                    return use(self._connection)
                except sqlite3.OperationalError as error:
                    if _is_unwritable(error):
                        self._go_on_in_memory(str(error))
                        continue
                    if not _is_damage(error):
                        return otherwise  # locked by another reader: a cache can wait
                    self._begin_anew()
                except (
                    sqlite3.DatabaseError,
                    UnicodeDecodeError,
                    MemoryError,
                ):  # names and sizes in a damaged file
                    self._begin_anew()
            return otherwise

    def _begin_anew(self) -> None:
        with contextlib.suppress(sqlite3.Error):
            self._connection.close()
        if self._path is not None:
            self._put_aside(self._path)
        self._connection = self._open()
        if isinstance(self.notice, DamagedLibrary):
            _rescue(Path(self.notice.moved_to), self._connection)

    def _open(self) -> sqlite3.Connection:
        if self._path is None:
            return _connect(":memory:")
        for _ in range(2):
            try:
                self._path.parent.mkdir(parents=True, exist_ok=True)
                return _connect(str(self._path))
            except OSError as error:
                return self._in_memory(error.strerror or "it cannot be written")
            except sqlite3.OperationalError as error:
                if not _is_damage(error):
                    return self._in_memory(str(error))
                self._put_aside(self._path)
            except (sqlite3.DatabaseError, UnicodeDecodeError, MemoryError):
                self._put_aside(self._path)
            except _NewerLibraryError:
                self.notice = UnwritableFolder(
                    str(self._path.parent), "library.db was written by a newer version of the reader"
                )
                return _connect(":memory:")
        return self._in_memory("library.db is damaged and cannot be moved")

    def _in_memory(self, reason: str) -> sqlite3.Connection:
        folder = str(self._path.parent) if self._path is not None else ""
        self.notice = UnwritableFolder(folder, reason)
        connection = _connect(":memory:")
        if self._path is not None and self._path.is_file():
            _rescue_copy(self._path, connection)  # what is in the file can still be read
        return connection

    def _go_on_in_memory(self, reason: str) -> None:
        with contextlib.suppress(sqlite3.Error):
            self._connection.close()
        self._connection = self._in_memory(reason)

    def _put_aside(self, path: Path) -> None:
        """Move a damaged file out of the way, with what belongs to it; nothing is thrown away."""
        stamp = time.strftime("%Y%m%d-%H%M%S")
        aside = path.with_name(f"{path.name}.damaged-{stamp}")
        number = 1
        while aside.exists():
            number += 1
            aside = path.with_name(f"{path.name}.damaged-{stamp}-{number}")
        with contextlib.suppress(OSError):
            path.replace(aside)
            self.notice = DamagedLibrary(str(path), str(aside))
        for suffix in ("-wal", "-shm"):
            with contextlib.suppress(OSError):
                Path(f"{path}{suffix}").replace(f"{aside}{suffix}")


def _connect(name: str) -> sqlite3.Connection:
    """An open database at the newest version; raises sqlite3.DatabaseError for a file that is none."""
    connection = sqlite3.connect(name, timeout=_BUSY_SECONDS, check_same_thread=False, isolation_level=None)
    connection.text_factory = _read_text
    try:
        if _version(connection) > len(_MIGRATIONS):
            raise _NewerLibraryError  # before anything is written
        log_ahead(connection, _BUSY_SECONDS)
        connection.execute("PRAGMA synchronous = NORMAL")
        _migrate(connection)
        connection.execute("SELECT count(*) FROM report").fetchone()
        connection.execute("SELECT engine FROM translation LIMIT 1").fetchone()
    except BaseException:
        connection.close()
        raise
    return connection


def _read_text(raw: bytes) -> str:
    """A text of the file; what is no UTF-8 any more is read so that no checksum agrees."""
    return raw.decode("utf-8", "surrogateescape")


def _rescue(damaged: Path, into: sqlite3.Connection) -> None:
    """Take over what can still be read of a damaged library; what has a checksum that does not agree stays behind."""
    try:
        with contextlib.closing(sqlite3.connect(f"{damaged.absolute().as_uri()}?mode=ro", uri=True)) as old:
            old.text_factory = _read_text
            for table, keys in _TABLES.items():
                for way in ("ASC", "DESC"):  # from both ends, as far as it goes
                    order = ", ".join(f"{key} {way}" for key in keys)
                    _take_over(old, into, table, order)
    except (sqlite3.Error, UnicodeError):
        return


def _rescue_copy(path: Path, into: sqlite3.Connection) -> None:
    """``_rescue`` of a copy: SQLite opens no file with a log where it cannot write beside it."""
    import shutil
    import tempfile

    with contextlib.suppress(OSError), tempfile.TemporaryDirectory(prefix="report-reader-") as folder:
        for tail in ("", "-wal"):
            part = path.with_name(path.name + tail)
            if part.is_file():
                shutil.copyfile(part, Path(folder) / f"copy.db{tail}")
        _rescue(Path(folder) / "copy.db", into)


def _take_over(old: sqlite3.Connection, into: sqlite3.Connection, table: str, order: str) -> None:
    with contextlib.suppress(sqlite3.Error, UnicodeDecodeError, MemoryError):
        for row in old.execute(f"SELECT * FROM {table} ORDER BY {order}"):  # noqa: S608
            if table == "report":
                good = len(row) == 8 and row[7] == seal(*row[:6])
            else:
                good = len(row) == 4 and unsealed(str(row[3]), *map(str, row[:3])) is not None
            if good:
                marks = ",".join("?" * len(row))
                into.execute(f"INSERT OR IGNORE INTO {table} VALUES ({marks})", row)  # noqa: S608


def _version(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def _migrate(connection: sqlite3.Connection) -> None:
    if _version(connection) == len(_MIGRATIONS):
        return
    with connection:
        connection.execute("BEGIN IMMEDIATE")
        for step in _MIGRATIONS[_version(connection) :]:
            step(connection)
        connection.execute(f"PRAGMA user_version = {len(_MIGRATIONS)}")


def _is_unwritable(error: sqlite3.Error) -> bool:
    said = str(error)
    return "readonly" in said or "read-only" in said or "full" in said or "disk I/O" in said


def _is_damage(error: sqlite3.Error) -> bool:
    said = str(error)
    return (
        "malformed" in said
        or "not a database" in said
        or "no such table" in said
        or "no such column" in said
        or "could not decode" in said.lower()
    )


def _storable(value: object) -> object:
    """SQLite takes no lone surrogates (a file name on Linux may have them)."""
    return _clean(value) if isinstance(value, str) else value


def _clean(text: str) -> str:
    return text if text.isascii() else text.encode("utf-8", errors="replace").decode("utf-8")
