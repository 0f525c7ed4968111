"""Dictionaries that the user adds: a SQLite file each, built once, named by its own checksum and verified when opened."""

from __future__ import annotations

import contextlib
import hashlib
import json
import sqlite3
import threading
from collections.abc import Generator, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from uuid import uuid4

from index.errors import ReaderError, UnreadableDictionary, UnwritableFolder
from index.storage import flush_folder
from models.cedict import Entry, read_entries, read_header
from models.glossary import fold_chinese
from models.pinyin import has_han

LONGEST: Final = 12
"""Characters of the longest word that is looked up."""
_FORMAT: Final = 1
_BATCH: Final = 2000
_DIGEST: Final = 32
_SHOWN: Final = 8
"""Entries of one word at most."""


@dataclass(frozen=True, slots=True)
class Found:
    """What a dictionary says at a place: the longest word there with its entries, then its characters."""

    word: str
    start: int
    entries: tuple[Entry, ...]
    characters: tuple[Entry, ...] = ()


class Dictionary:
    """One dictionary, open for reading from any thread; raises UnreadableDictionary where its file is damaged."""

    def __init__(self, path: Path) -> None:
        self.path = path
        if _digest(path) != path.stem:
            raise UnreadableDictionary(str(path), "the file is damaged; add the dictionary again")
        self._lock = threading.Lock()
        try:
            self._connection = sqlite3.connect(
                f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False
            )
            about = dict(self._connection.execute("SELECT name, value FROM about").fetchall())
        except sqlite3.Error as error:
            raise UnreadableDictionary(str(path), str(error)) from error
        self.title = str(about.get("title", ""))
        self.licence = str(about.get("licence", ""))
        self.date = str(about.get("date", ""))
        self.count = int(str(about.get("count", 0)))

    @property
    def name(self) -> str:
        """What it is called when it shall be removed."""
        return self.path.stem[:8]

    def close(self) -> None:
        """Let go of the file."""
        with self._lock:
            self._connection.close()

    def entries(self, words: Iterable[str]) -> dict[str, list[Entry]]:
        """The entries of each of ``words`` (folded), in the order of the file; words without any are left out."""
        wanted = list(dict.fromkeys(words))
        marks = ",".join("?" * len(wanted))
        with self._lock:
            rows = self._connection.execute(
                f"SELECT word, simplified, traditional, pinyin, glosses FROM entry WHERE word IN ({marks}) ORDER BY n",  # noqa: S608
                wanted,
            ).fetchall()
        found: dict[str, list[Entry]] = {}
        for word, simplified, traditional, pinyin, glosses in rows:
            entry = Entry(simplified, traditional, pinyin, tuple(json.loads(glosses)))
            found.setdefault(word, []).append(entry)
        return found


class Dictionaries:
    """The dictionaries in a folder. ``notices`` tells of those that are damaged and left out."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.notices: tuple[ReaderError, ...] = ()
        self.all: list[Dictionary] = []
        for path in sorted(folder.glob("*.dictionary"), key=lambda p: p.stat().st_mtime):
            try:
                self.all.append(Dictionary(path))
            except ReaderError as error:
                self.notices = (*self.notices, error)

    def close(self) -> None:
        """Let go of all files."""
        for each in self.all:
            each.close()

    def add_steps(self, path: Path) -> Generator[tuple[int, int], None, Dictionary]:
        """Build a dictionary from a file in CC-CEDICT format; yields ``(entries done, 0)`` and gives it at the end.

        Raises UnreadableDictionary or UnwritableFolder; stopped or failed, it leaves nothing behind.
        """
        header = read_header(path)
        unfinished = self.folder / f".{uuid4().hex}.tmp"
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            connection = sqlite3.connect(unfinished)
            try:
                count = yield from _fill(connection, path)
                facts = {
                    "title": header.title,
                    "licence": header.licence,
                    "date": header.date,
                    "count": count,
                }
                connection.executemany("INSERT INTO about VALUES (?, ?)", facts.items())
                connection.commit()
                _verify(connection, path, count)
            finally:
                connection.close()
            finished = self.folder / f"{_digest(unfinished)}.dictionary"
            unfinished.replace(finished)
            flush_folder(self.folder)
        except (OSError, sqlite3.Error) as error:
            reason = getattr(error, "strerror", None) or str(error)
            raise UnwritableFolder(str(self.folder), reason) from error
        finally:
            with suppress(OSError):
                unfinished.unlink()
        same = next((each for each in self.all if each.path == finished), None)
        made = same or Dictionary(finished)
        if same is None:
            self.all.append(made)
        return made

    def remove(self, name: str) -> bool:
        """Take a dictionary away for good; False where there is none of that name."""
        found = [each for each in self.all if each.name == name or each.path.stem == name]
        for each in found:
            each.close()
            self.all.remove(each)
            with contextlib.suppress(FileNotFoundError):
                each.path.unlink()
        return bool(found)

    def look_up(self, text: str, at: int) -> Found | None:
        """The longest word of ``text`` that holds the character ``at``, its entries, and those of its characters."""
        if not self.all or not 0 <= at < len(text) or not has_han(text[at]):
            return None
        first, last = max(0, at - LONGEST + 1), min(len(text), at + LONGEST)
        folded = fold_chinese(text[first:last])
        here = at - first
        candidates = {
            folded[start:end]: start
            for start in range(here, -1, -1)
            for end in range(here + 1, min(len(folded), start + LONGEST) + 1)
        }
        known = self._entries(candidates)
        if not known:
            return None
        word = max(known, key=lambda w: (len(w), -abs(candidates[w] - here)))
        start = first + candidates[word]
        characters: list[Entry] = []
        if len(word) > 1:
            singles = self._entries(dict.fromkeys(word))
            characters = [entry for c in dict.fromkeys(word) for entry in singles.get(c, ())[:2]]
        shown = text[start : start + len(word)]
        return Found(shown, start, tuple(known[word][:_SHOWN]), tuple(characters))

    def longest_from(self, text: str, at: int) -> Found | None:
        """The longest word of ``text`` that begins at ``at``, with its entries."""
        folded = fold_chinese(text[at : at + LONGEST])
        known = self._entries(folded[:end] for end in range(1, len(folded) + 1)) if self.all else {}
        word = max(known, key=len, default="")
        return Found(text[at : at + len(word)], at, tuple(known[word][:_SHOWN])) if word else None

    def entries_of(self, word: str) -> tuple[Entry, ...]:
        """The entries of one word, in either script."""
        folded = fold_chinese(word)
        return tuple(self._entries([folded]).get(folded, ())[:_SHOWN]) if self.all else ()

    def _entries(self, words: Iterable[str]) -> dict[str, list[Entry]]:
        wanted = list(words)
        found: dict[str, list[Entry]] = {}
        for each in self.all:
            for word, entries in each.entries(wanted).items():
                found.setdefault(word, []).extend(entries)
        for entries in found.values():
            entries.sort(key=lambda entry: entry.pinyin[:1].isupper())  # surnames and places after the word
        return found


def _fill(connection: sqlite3.Connection, path: Path) -> Generator[tuple[int, int], None, int]:
    connection.execute("PRAGMA journal_mode=OFF")
    connection.execute(f"PRAGMA user_version={_FORMAT}")
    connection.execute("CREATE TABLE about (name TEXT PRIMARY KEY, value) WITHOUT ROWID")
    connection.execute(
        "CREATE TABLE entry (n INTEGER PRIMARY KEY, word TEXT NOT NULL, simplified TEXT NOT NULL,"
        " traditional TEXT NOT NULL, pinyin TEXT NOT NULL, glosses TEXT NOT NULL)"
    )
    count = 0
    batch: list[Entry] = []
    for entry in read_entries(path):
        batch.append(entry)
        if len(batch) == _BATCH:
            count = _insert(connection, batch, count)
            batch = []
            yield count, 0
    count = _insert(connection, batch, count)
    connection.execute("CREATE INDEX entry_word ON entry (word)")
    yield count, count
    return count


def _insert(connection: sqlite3.Connection, batch: Sequence[Entry], count: int) -> int:
    folded = fold_chinese("\n".join(entry.simplified for entry in batch)).split("\n")
    connection.executemany(
        "INSERT INTO entry VALUES (?, ?, ?, ?, ?, ?)",
        (
            (n, word, e.simplified, e.traditional, e.pinyin, json.dumps(e.glosses, ensure_ascii=False))
            for n, (word, e) in enumerate(zip(folded, batch, strict=True), start=count + 1)
        ),
    )
    return count + len(batch)


def _verify(connection: sqlite3.Connection, path: Path, count: int) -> None:
    whole = connection.execute("PRAGMA quick_check").fetchone() == ("ok",)
    if not whole or connection.execute("SELECT count(*) FROM entry").fetchone() != (count,):
        raise UnreadableDictionary(str(path), "the file that was built of it is not whole")


def _digest(path: Path) -> str:
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()[:_DIGEST]
    except OSError as error:
        raise UnreadableDictionary(str(path), (error.strerror or str(error)).lower()) from error
