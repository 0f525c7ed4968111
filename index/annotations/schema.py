"""The tables of annotations.db, how they came to be, and an item as a row of them."""

from __future__ import annotations

import contextlib
import hashlib
import sqlite3
from collections.abc import Callable, Iterator
from typing import Final

from index.annotations.anchor import Anchor
from index.annotations.item import Item, Version
from index.text import without_surrogates

COLUMNS: Final = (
    "id, kind, report, title, start, end, quote, before, after, payload, created, modified, deleted"
)
SELECT: Final = f"SELECT {COLUMNS}, sha256 FROM item WHERE "  # noqa: S608
KEEP_OLD: Final = f"INSERT INTO history ({COLUMNS}, sha256) SELECT {COLUMNS}, sha256 FROM item WHERE id = ?"  # noqa: S608
KEEP_NEW: Final = f"""INSERT INTO item ({COLUMNS}, sha256, added, changed)
    VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,
        (SELECT coalesce(max(added), 0) + 1 FROM item), (SELECT coalesce(max(changed), 0) + 1 FROM item))
    ON CONFLICT (id) DO UPDATE SET kind = excluded.kind, report = excluded.report, title = excluded.title,
        start = excluded.start, end = excluded.end, quote = excluded.quote, before = excluded.before,
        after = excluded.after, payload = excluded.payload, created = excluded.created,
        modified = excluded.modified, deleted = excluded.deleted, sha256 = excluded.sha256,
        changed = excluded.changed"""  # noqa: S608
KEEP_OLDER: Final = f"""INSERT INTO history ({COLUMNS}, sha256) SELECT ?,?,?,?,?,?,?,?,?,?,?,?,?,?
    WHERE NOT EXISTS (SELECT 1 FROM history WHERE id = ? AND sha256 = ?)"""  # noqa: S608
"""A version from elsewhere, once."""
LOST_TEXT: Final = "could not decode"
"""What SQLite's binding says of a text that is no UTF-8."""

Row = tuple[object, ...]


def _begin(connection: sqlite3.Connection) -> None:
    columns = """id TEXT, kind TEXT NOT NULL, report TEXT NOT NULL, title TEXT NOT NULL, start INTEGER NOT NULL,
        end INTEGER NOT NULL, quote TEXT NOT NULL, before TEXT NOT NULL, after TEXT NOT NULL, payload TEXT NOT NULL,
        created TEXT NOT NULL, modified TEXT NOT NULL, deleted INTEGER NOT NULL, sha256 TEXT NOT NULL"""
    connection.execute(f"CREATE TABLE item ({columns}, PRIMARY KEY (id)) WITHOUT ROWID")
    connection.execute("CREATE INDEX item_report ON item (kind, report)")
    connection.execute(f"CREATE TABLE history (n INTEGER PRIMARY KEY AUTOINCREMENT, {columns})")


def _number(connection: sqlite3.Connection) -> None:
    """Count items as they are added and changes as they are made: a clock may be set back, a count may not."""
    connection.execute("ALTER TABLE item ADD COLUMN added INTEGER NOT NULL DEFAULT 0")
    connection.execute("ALTER TABLE item ADD COLUMN changed INTEGER NOT NULL DEFAULT 0")
    keys = [row[0] for row in connection.execute("SELECT id FROM item ORDER BY created, id")]
    connection.executemany("UPDATE item SET added = ? WHERE id = ?", enumerate(keys, start=1))
    keys = [row[0] for row in connection.execute("SELECT id FROM item ORDER BY modified, id")]
    connection.executemany("UPDATE item SET changed = ? WHERE id = ?", enumerate(keys, start=1))
    connection.execute("CREATE UNIQUE INDEX item_added ON item (added)")
    connection.execute("CREATE INDEX item_changed ON item (changed)")


MIGRATIONS: Final[tuple[Callable[[sqlite3.Connection], None], ...]] = (_begin, _number)
"""Each takes the database one version on; ``PRAGMA user_version`` counts those that were applied."""


def row_of(item: Item) -> list[object]:
    """What ``KEEP_NEW`` wants."""
    a = item.anchor
    return [item.id, item.kind, item.report, item.title, a.start, a.end, a.quote, a.before, a.after, item.payload,
            item.created, item.modified, int(item.deleted), item.digest()]  # fmt: skip


def item_of(values: Row) -> Item:
    """The item in a row that was found good, or in one that will be looked at then: wrong numbers become -1."""
    texts = [str(v) for v in values]
    anchor = Anchor(_integer(values[4]), _integer(values[5]), texts[6], texts[7], texts[8])
    return Item(
        texts[0], texts[1], texts[2], texts[3], anchor, texts[9], texts[10], texts[11], values[12] == 1
    )


def is_good(row: Row) -> bool:
    """True where the checksum of a row (its columns, then ``sha256``) agrees with all it says."""
    key, kind, report, title, start, end, quote, before, after, payload, created, modified, deleted, sha = (
        row[:14]
    )
    if type(start) is not int or type(end) is not int or deleted not in (0, 1):
        return False
    parts = (key, kind, report, title, payload, created, modified, str(deleted == 1),
             str(start), str(end), quote, before, after)  # fmt: skip
    try:
        said = "\x1f".join(parts)  # type: ignore[arg-type]  # what is no text is no good row
    except TypeError:
        return False
    return hashlib.sha256(said.encode("utf-8", "surrogatepass")).hexdigest() == sha


def cleaned(item: Item) -> Item:
    """``item`` as it can be kept: SQLite takes no lone surrogates."""
    texts = (item.id, item.kind, item.report, item.title, item.payload, item.anchor.quote, item.anchor.before)
    if all(text.isascii() for text in texts) and item.anchor.after.isascii():
        return item
    a = item.anchor
    anchor = Anchor(a.start, a.end, *(without_surrogates(text) for text in (a.quote, a.before, a.after)))
    key, kind, report, title, payload, created, modified = (
        without_surrogates(text)
        for text in (item.id, item.kind, item.report, item.title, item.payload, item.created, item.modified)
    )
    return Item(key, kind, report, title, anchor, payload, created, modified, item.deleted)


def rows_of(
    connection: sqlite3.Connection, statement: str, values: list[object] | tuple[()] = ()
) -> list[Row]:
    """The rows of a statement; texts that a damaged file gives as no UTF-8 are read so that no checksum agrees."""
    try:
        return connection.execute(statement, values).fetchall()
    except sqlite3.OperationalError as error:
        if LOST_TEXT not in str(error).lower():
            raise
    before = connection.text_factory
    connection.text_factory = lambda raw: raw.decode("utf-8", "surrogateescape")
    try:
        return connection.execute(statement, values).fetchall()
    finally:
        connection.text_factory = before


def version_of(row: Row) -> Version:
    """A good row, and its two numbers where it has them (0 where it has none)."""
    added, changed = (*row[14:16], 0, 0)[:2]
    return Version(item_of(row), max(0, _integer(added)), max(0, _integer(changed)))


def salvaged(connection: sqlite3.Connection) -> Iterator[Version]:
    """The good items of a damaged file, as far as they can be reached: from both ends, then one by one."""
    connection.text_factory = lambda raw: raw.decode("utf-8", "surrogateescape")
    seen: set[object] = set()
    for columns in (f"{COLUMNS}, sha256, added, changed", f"{COLUMNS}, sha256"):
        select = f"SELECT {columns} FROM item"  # noqa: S608
        for order in ("ORDER BY id", "ORDER BY id DESC"):
            yield from _reached(connection, f"{select} {order}", (), seen)
        keys: list[object] = []
        with contextlib.suppress(sqlite3.Error):
            keys.extend(row[0] for row in connection.execute("SELECT id FROM item INDEXED BY item_report"))
        for key in keys:
            if key not in seen:
                yield from _reached(connection, f"{select} WHERE id = ?", (key,), seen)


def _reached(
    connection: sqlite3.Connection, statement: str, values: tuple[object, ...], seen: set[object]
) -> Iterator[Version]:
    try:
        for row in connection.execute(statement, values):
            if is_good(row) and row[0] not in seen:
                seen.add(row[0])
                yield version_of(row)
    except (sqlite3.Error, UnicodeError):
        return  # what can be read was


def _integer(value: object) -> int:
    return value if isinstance(value, int) else -1
