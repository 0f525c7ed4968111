"""The CC-CEDICT format: ``Traditional Simplified [pin1 yin1] /gloss/gloss/``, one entry a line."""

from __future__ import annotations

import gzip
import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Final

from index.errors import UnreadableDictionary
from models.pinyin import with_marks

MAX_BYTES: Final = 128 * 1024 * 1024
"""Of the text, unpacked."""
MAX_ENTRIES: Final = 1_000_000
_LONGEST_LINE: Final = 20_000
_LONGEST_WORD: Final = 40
_BAD_AT_MOST: Final = 50
"""Lines that are no entries, of which the first is told; a file with more of them is another format."""
_ENTRY: Final = re.compile(r"(?P<trad>\S+) (?P<simp>\S+) \[(?P<pinyin>[^\]\[]*)\] ?/(?P<glosses>.+)/\s*")
_IN_GLOSS: Final = re.compile(r"\[([^\]\[]*[1-5][^\]\[]*)\]")


@dataclass(frozen=True, slots=True)
class Entry:
    """A word of a dictionary: in both scripts, its reading with tone marks, its glosses."""

    simplified: str
    traditional: str
    pinyin: str
    glosses: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Header:
    """What a dictionary says of itself in its first lines."""

    title: str = ""
    licence: str = ""
    date: str = ""


def parse_entry(line: str) -> Entry | None:
    """The entry of a line, None where it is none."""
    match = _ENTRY.fullmatch(line)
    if match is None or max(len(match["trad"]), len(match["simp"])) > _LONGEST_WORD:
        return None
    glosses = tuple(
        _IN_GLOSS.sub(lambda m: f"[{with_marks(m[1])}]", gloss.strip())
        for gloss in match["glosses"].split("/")
        if gloss.strip()
    )
    return Entry(match["simp"], match["trad"], with_marks(match["pinyin"]), glosses) if glosses else None


def read_header(path: Path) -> Header:
    """Title, licence and date, as far as the comment lines tell them; raises UnreadableDictionary."""
    title = licence = date = ""
    for _, line in _lines(path):
        if not line.startswith("#"):
            break
        name, equals, value = line.lstrip("#! ").partition("=")
        if equals and name == "license":
            licence = value.strip()[:200]
        elif equals and name == "date":
            date = value.strip()[:10]
        elif not title and line.lstrip("# ").strip():
            title = line.lstrip("# ").strip()[:80]
    return Header(title or path.name[:80], licence, date)


def read_entries(path: Path) -> Iterator[Entry]:
    """The entries of a file (``.u8`` or ``.txt``, or one of these in ``.gz`` or ``.zip``).

    Raises UnreadableDictionary, with the line, where it is too large or is no such dictionary.
    """
    count = bad = 0
    first_bad = 0
    for number, line in _lines(path):
        if line.startswith("#") or not line.strip():
            continue
        entry = parse_entry(line)
        if entry is None:
            bad += 1
            first_bad = first_bad or number
            if bad > _BAD_AT_MOST or not count:
                raise UnreadableDictionary(
                    str(path), f"line {first_bad} is no entry like 中國 中国 [Zhong1 guo2] /China/"
                )
            continue
        count += 1
        if count > MAX_ENTRIES:
            raise UnreadableDictionary(str(path), f"it has more than {MAX_ENTRIES:,} entries")
        yield entry
    if not count:
        raise UnreadableDictionary(str(path), "it has no entries")


def _lines(path: Path) -> Iterator[tuple[int, str]]:
    """Every line with its number from 1."""
    size = 0
    number = 0
    try:
        with path.open("rb") as file, _unpacked(file, path) as stream:
            while raw := stream.readline(_LONGEST_LINE):
                number += 1
                size += len(raw)
                if size > MAX_BYTES:
                    raise UnreadableDictionary(str(path), "it is larger than 128 MB")
                if len(raw) == _LONGEST_LINE:
                    raise UnreadableDictionary(
                        str(path), f"line {number} is longer than {_LONGEST_LINE:,} bytes"
                    )
                yield number, raw.decode("utf-8-sig" if number == 1 else "utf-8").rstrip("\r\n")
    except UnicodeDecodeError:
        raise UnreadableDictionary(str(path), f"line {number} is not UTF-8") from None
    except (EOFError, zlib.error, zipfile.BadZipFile, RuntimeError, NotImplementedError) as error:
        raise UnreadableDictionary(str(path), f"it cannot be unpacked ({error})") from error
    except OSError as error:
        raise UnreadableDictionary(str(path), (error.strerror or str(error)).lower()) from error


def _unpacked(file: IO[bytes], path: Path) -> IO[bytes]:
    head = file.read(4)
    file.seek(0)
    if head[:2] == b"\x1f\x8b":
        return io.BufferedReader(gzip.GzipFile(fileobj=file))
    if head == b"PK\x03\x04":
        archive = zipfile.ZipFile(file)
        inside = [m for m in archive.infolist() if m.filename.lower().endswith((".u8", ".txt"))]
        if len(inside) != 1:
            raise UnreadableDictionary(str(path), "the archive does not hold exactly one .u8 or .txt file")
        return archive.open(inside[0])
    return file
