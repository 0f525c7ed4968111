"""Looks into a translation package's zip file without trusting a word of it, and takes out only what belongs there."""

from __future__ import annotations

import re
import stat
import struct
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from index.errors import DamagedModel

LARGEST_FILE: Final = 1_000_000_000
LARGEST_TOTAL: Final = 2_000_000_000
LARGEST_TEXT: Final = 4_000_000
"""For metadata, manifest, read-me and configuration."""
MOST_FILES: Final = 5_000
_RATIO: Final = 200
"""No real model shrinks to less than a two-hundredth; a file of zeros does."""
_RATIO_FROM: Final = 1_000_000

_ALLOWED: Final = re.compile(
    r"(?:metadata\.json|manifest\.json|README(?:\.md|\.txt)?|LICEN[CS]E(?:\.md|\.txt)?|sentencepiece\.model|bpe\.model"
    r"|model/(?:model\.bin|config\.json|vmap\.txt|(?:shared|source|target)_vocabulary\.(?:json|txt)))"
)
_TEXT: Final = re.compile(r"(?:metadata\.json|manifest\.json|README.*|LICEN[CS]E.*|model/config\.json)")
_PASSED_OVER: Final = re.compile(
    r"(?:__MACOSX/|(?:[^/]+/)?(?:stanza|spacy|minisbd)/)|(?:^|/)(?:\.DS_Store|Thumbs\.db)$"
)
"""Sentence splitters of other programs (the reader has its own) and litter: not taken out, not an offence."""
_CODE: Final = re.compile(
    r"\.(?:py|pyc|pyd|pyw|so|dll|dylib|exe|com|bat|cmd|ps1|sh|js|jar|pkl|pickle|pt|pth|joblib|npy|npz|onnx|zip)$",
    re.IGNORECASE,
)
_BLOCK: Final = 1 << 20


@dataclass(frozen=True, slots=True)
class Member:
    """One file to take out: its place in the archive and in the package."""

    entry: str
    path: str


def is_allowed(path: str) -> bool:
    """Whether a file with this path in the package belongs to a translation package."""
    return bool(_ALLOWED.fullmatch(path))


def size_limit(path: str) -> int:
    """The bytes that a file of a translation package may have."""
    return LARGEST_TEXT if _TEXT.fullmatch(path) else LARGEST_FILE


def inspect(archive: zipfile.ZipFile, name: str) -> tuple[Member, ...]:
    """The members to take out; raises DamagedModel for anything that a real package does not have."""
    entries = archive.infolist()
    if len(entries) > MOST_FILES:
        raise DamagedModel(name, f"it holds {len(entries)} files, more than any package")
    members: dict[str, Member] = {}
    roots: set[str] = set()
    total = 0
    # Packages have a folder of their own in the archive, but one packed anew by hand may not.
    bare = any(entry.filename == "metadata.json" for entry in entries)
    for entry in entries:
        _check_name(entry, name)
        if entry.is_dir() or _PASSED_OVER.search(entry.filename):
            continue
        root, _, path = ("", "", entry.filename) if bare else entry.filename.partition("/")
        if not path:
            raise DamagedModel(name, f"{_shown(root)} lies outside the package's folder")
        if _CODE.search(path):
            raise DamagedModel(name, f"it contains {_shown(path)}, which a translation package does not need")
        if not _ALLOWED.fullmatch(path):
            continue
        _check_size(entry, path, name)
        total += entry.file_size
        roots.add(root)
        if len(roots) > 1:
            raise DamagedModel(name, "it holds more than one package")
        if path.casefold() in members:
            raise DamagedModel(name, f"{path} is in it twice")
        members[path.casefold()] = Member(entry.filename, path)
    if total > LARGEST_TOTAL:
        raise DamagedModel(name, f"unpacked it would take {total / 1e9:.1f} GB")
    return tuple(members.values())


def _check_name(entry: zipfile.ZipInfo, name: str) -> None:
    path = entry.filename
    parts = path.rstrip("/").split("/")
    # orig_filename: zipfile cuts a name at a NUL and turns the platform's separator into a slash
    raw = entry.orig_filename
    if (
        "\\" in raw
        or "\x00" in raw
        or path.startswith("/")
        or ":" in path
        or any(p in ("", ".", "..") for p in parts)
    ):
        raise DamagedModel(name, f"{_shown(raw)} points outside the package")
    mode = entry.external_attr >> 16
    if stat.S_IFMT(mode) not in (0, stat.S_IFREG, stat.S_IFDIR):
        raise DamagedModel(name, f"{_shown(path)} is a link or a device, not a file")
    if entry.flag_bits & 0x1:
        raise DamagedModel(name, "it is encrypted")
    if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise DamagedModel(name, "it is compressed in a way that packages are not")


def _check_size(entry: zipfile.ZipInfo, path: str, name: str) -> None:
    if entry.file_size > size_limit(path):
        raise DamagedModel(name, f"{path} would take {entry.file_size / 1e6:,.0f} MB")
    if entry.file_size > _RATIO_FROM and entry.file_size > _RATIO * max(entry.compress_size, 1):
        raise DamagedModel(
            name, f"{path} unpacks to {entry.file_size / max(entry.compress_size, 1):,.0f} times its size"
        )


def read_text(archive: zipfile.ZipFile, member: Member, name: str) -> str:
    """A small member as text."""
    try:
        return b"".join(_blocks(archive, member, name)).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise DamagedModel(name, f"{member.path} is not UTF-8 text") from error


def take_out(archive: zipfile.ZipFile, member: Member, target: Path, name: str) -> Iterator[int]:
    """Write one member to ``target``, whose folder exists; yields the bytes of each block written."""
    with target.open("xb") as file:
        for block in _blocks(archive, member, name):
            file.write(block)
            yield len(block)


def _blocks(archive: zipfile.ZipFile, member: Member, name: str) -> Iterator[bytes]:
    """The bytes of a member, never more than its header announced; zipfile checks the CRC at the end."""
    left = archive.getinfo(member.entry).file_size
    try:
        with archive.open(member.entry) as source:
            while block := source.read(_BLOCK):
                left -= len(block)
                if left < 0:
                    raise DamagedModel(name, f"{member.path} is larger than it says")
                yield block
    except (
        zipfile.BadZipFile,
        zlib.error,
        struct.error,
        EOFError,
        OSError,
        RuntimeError,
        ValueError,
    ) as error:
        raise DamagedModel(name, f"{member.path} cannot be unpacked ({error})") from error
    if left > 0:
        raise DamagedModel(name, f"{member.path} is cut short")


def _shown(path: str) -> str:
    """A name from the archive, made harmless for a message."""
    return ascii(path if len(path) <= 80 else path[:77] + "...")
