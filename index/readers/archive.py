"""Zip files and folders of reports: which documents are in them, and the bytes of one."""

from __future__ import annotations

import os
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Final, NamedTuple

from index.errors import UnreadableReport
from index.readers.formats import SUFFIXES
from index.readers.source import most_bytes
from index.readers.zipped import ArchiveLimits, name_of, opened

LIMITS: Final = ArchiveLimits(members=20_000, unpacked=8 * 1024 * 1024 * 1024, ratio=200)
_DEPTH: Final = 16
_ENTRIES: Final = 100_000
"""Files and folders that are looked at below one folder."""


class Listing(NamedTuple):
    """The documents in a folder or a zip file, by path; a path into an archive can be opened like any other.

    ``left_out`` says in one line each what was not taken: links, what cannot be looked into.
    """

    documents: tuple[Path, ...]
    left_out: tuple[str, ...] = ()


def is_container(path: Path) -> bool:
    """True for a folder or a zip file."""
    try:
        return path.is_dir() or (path.suffix.lower() == ".zip" and path.is_file())
    except (OSError, ValueError):
        return False


def documents_in(path: Path) -> Listing:
    """The documents at ``path``: in a folder and all below it, in a zip file, or the file itself.

    Raises UnreadableReport for an archive that is not to be trusted: it is refused whole.
    """
    if not is_container(path):
        return Listing((path,))
    return _in_archive(path) if path.suffix.lower() == ".zip" and path.is_file() else _in_folder(path)


def read_member(archive: Path, inner: str) -> bytes:
    """The bytes of one document of a zip file, by its name in it; raises UnreadableReport."""
    name = str(archive / inner)
    with opened(archive, str(archive), "zip file", LIMITS) as file:
        for member in file.infolist():
            if not member.is_dir() and _as_path(name_of(member)) == inner:
                limit = most_bytes(Path(inner).suffix.lower())
                if member.file_size > limit:
                    raise UnreadableReport(
                        name,
                        f"the file has {member.file_size >> 20} MB; more than {limit >> 20} MB is no report",
                    )
                data = file.read(member)
                break
        else:
            raise UnreadableReport(name, "there is no such file in the archive")
    if not data:
        raise UnreadableReport(name, "the file is empty")
    return data


def _as_path(name: str) -> str:
    return name.replace("\\", "/")


def _in_archive(path: Path) -> Listing:
    with opened(path, str(path), "zip file", LIMITS) as file:
        found = [path / _as_path(name_of(member)) for member in _files(file)]
    return Listing(tuple(sorted(inner for inner in found if _is_document(inner.relative_to(path)))))


def _files(file: zipfile.ZipFile) -> Iterator[zipfile.ZipInfo]:
    return (member for member in file.infolist() if not member.is_dir())


def _is_document(path: Path) -> bool:
    """True for what can be read and was not left by a system or an editor."""
    hidden = any(part.startswith((".", "~$", "__MACOSX")) for part in path.parts)
    return path.suffix.lower() in SUFFIXES and not hidden


def _in_folder(top: Path) -> Listing:
    documents: list[Path] = []
    left_out: list[str] = []
    waiting = [(top, 0)]
    archives: list[Path] = []
    looked_at = 0
    while waiting:
        folder, depth = waiting.pop()
        try:
            with os.scandir(folder) as entries:
                for entry in entries:
                    looked_at += 1
                    if looked_at > _ENTRIES:
                        raise UnreadableReport(
                            str(top), f"there are more than {_ENTRIES:,} files in it; choose a smaller folder"
                        )
                    path = Path(entry.path)
                    if entry.is_symlink():
                        if _is_document(path.relative_to(top)):
                            left_out.append(f"{path}: it is a link and is not followed")
                    elif entry.is_dir():
                        if not entry.name.startswith("."):
                            waiting.append((path, depth + 1))
                    elif entry.is_file() and _is_document(path.relative_to(top)):
                        documents.append(path)
                    elif entry.is_file() and is_container(path):
                        archives.append(path)
        except OSError as error:
            left_out.append(f"{folder}: {(error.strerror or 'it cannot be looked into').lower()}")
        waiting = [(path, level) for path, level in waiting if level <= _DEPTH]
    for archive in sorted(archives):
        try:
            documents.extend(_in_archive(archive).documents)
        except UnreadableReport as error:
            left_out.append(f"{archive}: {error.reason}")
    return Listing(tuple(sorted(documents)), tuple(left_out))
