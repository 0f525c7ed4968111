"""Sets the database and its second copy against each other: what one of them has lost, the other gives back."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from typing import Final, NamedTuple

from index.annotations.item import Version
from index.annotations.schema import (
    COLUMNS,
    KEEP_OLD,
    LOST_TEXT,
    Row,
    is_good,
    row_of,
    rows_of,
    version_of,
)
from index.annotations.second_copy import SecondCopy

_ALL: Final = f"SELECT {COLUMNS}, sha256, added, changed FROM item"  # noqa: S608
_BRIEF: Final = "SELECT id, sha256, changed, modified FROM item"
_TIP: Final = "SELECT id, sha256, changed FROM item ORDER BY changed DESC, added DESC LIMIT 1"
_PUT: Final = f"""INSERT INTO item ({COLUMNS}, sha256, added, changed)
    VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)"""  # noqa: S608
_TO_HISTORY: Final = (
    f"INSERT INTO history ({COLUMNS}, sha256) SELECT {COLUMNS}, sha256 FROM item WHERE added = ?"  # noqa: S608
)
_TEXTS: Final = "length(payload) + length(quote) + length(before) + length(after) + length(title)"
_LARGE: Final = 4 * 1024 * 1024
_GROWN: Final = 4
"""A second copy of so many times what the items take is written anew."""
_BYTES: Final = 3
_LINE: Final = 500


class Mended(NamedTuple):
    """``taken`` items came from the second copy; those in ``left`` are damaged in both, ``gone`` are in neither."""

    taken: int = 0
    left: tuple[str, ...] = ()
    gone: int = 0


def mend(
    connection: sqlite3.Connection, copy: SecondCopy, *, writable: bool = True, thoroughly: bool = False
) -> Mended:
    """Check every row, and take from the second copy what is damaged, missing or older than there.

    Also brings the second copy up to date. Where no row is damaged or missing and the last change is the same in both,
    the second copy is not read, unless ``thoroughly``. Raises sqlite3.Error.
    """
    bad, missing = _look(connection)
    if not (thoroughly or bad or missing) and _agrees(connection, copy):
        if writable:
            _compact(connection, copy)
        return Mended()
    versions = copy.versions()
    ids = {str(row[0]) for row in bad}
    known = {str(row[0]): row for row in rows_of(connection, _BRIEF) if str(row[0]) not in ids}
    taken = [v for v in versions.values() if _is_newer(v, known.get(v.item.id))]
    left = [row for row in bad if str(row[0]) not in versions]
    absent = sum(1 for v in taken if v.item.id not in known and v.item.id not in ids)
    if left and absent >= len(left):  # their ids are what was damaged: they are among the absent
        with _changing(connection):
            _remove(connection, left)
        left = []
    put_versions(connection, taken)
    gone = _renumber(connection)
    if writable:
        _bring_up_to_date(connection, copy, versions)
    return Mended(len(taken), tuple(str(row[0]) for row in left), gone)


def put_versions(connection: sqlite3.Connection, versions: Iterable[Version]) -> None:
    """Keep versions with their numbers; what stood under their ids goes into the history."""
    with _changing(connection):
        for version in sorted(versions, key=lambda v: v.added):
            connection.execute(KEEP_OLD, [version.item.id])
            connection.execute("DELETE FROM item WHERE id = ?", [version.item.id])
            most, most_changed = connection.execute(
                "SELECT coalesce(max(added), 0), coalesce(max(changed), 0) FROM item"
            ).fetchone()
            used = connection.execute("SELECT 1 FROM item WHERE added = ?", [version.added]).fetchone()
            added = version.added if version.added > 0 and used is None else most + 1
            connection.execute(_PUT, [*row_of(version.item), added, version.changed or most_changed + 1])


def put_newer(connection: sqlite3.Connection, versions: Iterable[Version]) -> None:
    """Keep those versions that are newer than what is there."""
    known = {str(row[0]): row for row in rows_of(connection, _BRIEF)}
    put_versions(connection, [v for v in versions if _is_newer(v, known.get(v.item.id))])


@contextmanager
def _changing(connection: sqlite3.Connection) -> Iterator[None]:
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        with suppress(sqlite3.Error):
            connection.execute("ROLLBACK")
        raise


def _look(connection: sqlite3.Connection) -> tuple[list[Row], int]:
    """The damaged rows, and how many rows are missing."""
    try:
        bad, most, count = _checked(connection.execute(_ALL))
    except sqlite3.OperationalError as error:
        if LOST_TEXT not in str(error).lower():
            raise
        bad, most, count = _checked(rows_of(connection, _ALL))
    return bad, most - count


def _checked(rows: Iterable[Row]) -> tuple[list[Row], int, int]:
    bad, most, count = [], 0, 0
    for row in rows:
        count += 1
        if isinstance(row[14], int):
            most = max(most, row[14])
        if not is_good(row):
            bad.append(row)
    return bad, most, count


def _is_newer(version: Version, row: Row | None) -> bool:
    """True where a version is newer than the row (id, checksum, number of its last change, time of that)."""
    if row is None:
        return True
    _, sha, changed, modified = row
    if sha == version.item.digest():
        return False
    if version.changed:
        return isinstance(changed, int) and version.changed > changed
    return version.item.modified > str(modified)


def _agrees(connection: sqlite3.Connection, copy: SecondCopy) -> bool:
    """True where the last change of both is the same."""
    row, tip = connection.execute(_TIP).fetchone(), copy.tip()
    if row is None or tip is None:
        return row is None and copy.size() == 0
    return bool(row == (tip.item.id, tip.item.digest(), tip.changed))


def _remove(connection: sqlite3.Connection, rows: list[Row]) -> None:
    """Take damaged rows out; they stay in the history as they are."""
    for row in rows:
        connection.execute(_TO_HISTORY, [row[14]])
        connection.execute("DELETE FROM item WHERE added = ?", [row[14]])


def _renumber(connection: sqlite3.Connection) -> int:
    """Close the gaps left by items that nobody has any more; how many there were."""
    most, count = connection.execute("SELECT coalesce(max(added), 0), count(*) FROM item").fetchone()
    if most == count:
        return 0
    numbers = rows_of(connection, "SELECT added FROM item ORDER BY added")
    with _changing(connection):
        for n, (added,) in enumerate(numbers, start=1):  # ascending, so that no number is taken twice
            if n != added:
                connection.execute("UPDATE item SET added = ? WHERE added = ?", [n, added])
    return int(most - count)


def _bring_up_to_date(
    connection: sqlite3.Connection, copy: SecondCopy, versions: Mapping[str, Version]
) -> None:
    """Add what the second copy lacks, in the order of the changes; the last change of all comes last."""
    lacking: list[Version] = []
    last: Version | None = None
    for row in rows_of(connection, f"{_ALL} ORDER BY changed, added"):
        if not is_good(row):
            continue
        last = version_of(row)
        known = versions.get(last.item.id)
        if known is None or known.item.digest() != row[13] or known.changed < last.changed:
            lacking.append(last)
    if last is not None and (not lacking or lacking[-1] != last):
        lacking.append(last)
    copy.append(lacking)


def _compact(connection: sqlite3.Connection, copy: SecondCopy) -> None:
    """Write a second copy anew that has grown by many changes of the same items."""
    size = copy.size()
    if size < _LARGE:
        return
    characters, count = connection.execute(f"SELECT sum({_TEXTS}), count(*) FROM item").fetchone()  # noqa: S608
    if size > _GROWN * (_BYTES * (characters or 0) + _LINE * count):
        copy.rewrite(version_of(row) for row in rows_of(connection, f"{_ALL} ORDER BY changed, added"))
