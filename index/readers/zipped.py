"""Zip archives that nobody vouches for: looked over whole before anything in them is unpacked."""

from __future__ import annotations

import stat
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from io import BytesIO
from pathlib import Path, PurePosixPath
from typing import Final, NamedTuple

from index.errors import UnreadableReport
from index.readers.plausibility import plausibility

_RATIO_FROM: Final = 4 * 1024 * 1024
"""Bytes unpacked from which the ratio counts: small files of blanks pack very well."""
_UTF8_NAME: Final = 0x800
_SURE: Final = 0.6
BROKEN: Final = (
    zipfile.BadZipFile,
    zlib.error,
    NotImplementedError,
    RuntimeError,
    EOFError,
    OSError,
    ValueError,
)
"""What a damaged archive makes ``zipfile`` raise."""


class ArchiveLimits(NamedTuple):
    """What is refused: more members, more bytes unpacked, or more times the packed size."""

    members: int = 2_000
    unpacked: int = 256 * 1024 * 1024
    ratio: int = 200


@contextmanager
def opened(source: bytes | Path, name: str, kind: str, limits: ArchiveLimits) -> Iterator[zipfile.ZipFile]:
    """The archive in ``source``, once it was looked over; raises UnreadableReport, also for damage met later.

    ``kind`` says what it should be: "Word document".
    """
    try:
        with zipfile.ZipFile(BytesIO(source) if isinstance(source, bytes) else source) as archive:
            _look_over(archive, name, limits)
            yield archive
    except BROKEN as error:
        raise UnreadableReport(name, f"it is no whole {kind} ({short(error)})") from error


def short(error: Exception) -> str:
    """The first words of an error, for a line about it."""
    return str(error).split("\n")[0][:80] or type(error).__name__


def name_of(member: zipfile.ZipInfo) -> str:
    """A member's name as it was written: archives made on Chinese systems do not say that their names are GBK."""
    name = member.filename
    if member.flag_bits & _UTF8_NAME or name.isascii():
        return name
    try:
        raw = name.encode("cp437")
    except UnicodeEncodeError:
        return name
    for encoding in ("utf-8", "gb18030", "big5hkscs"):
        with suppress(UnicodeDecodeError):
            decoded = raw.decode(encoding)
            if encoding == "utf-8" or plausibility(decoded) > _SURE or _is_simplified(decoded):
                return decoded
    return name


def _is_simplified(name: str) -> bool:
    """True for characters in common use; a name from Western Europe gives rare ones when it is taken for GBK."""
    try:
        name.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return True


def is_link(member: zipfile.ZipInfo) -> bool:
    """True where a member would be unpacked as a link or a device."""
    kind = stat.S_IFMT(member.external_attr >> 16)
    return kind not in (0, stat.S_IFREG, stat.S_IFDIR)


def _look_over(archive: zipfile.ZipFile, name: str, limits: ArchiveLimits) -> None:
    members = archive.infolist()
    if len(members) > limits.members:
        raise UnreadableReport(
            name, f"its archive has {len(members):,} parts; more than {limits.members:,} is no report"
        )
    unpacked = sum(member.file_size for member in members)
    packed = sum(member.compress_size for member in members) or 1
    bombs = [
        member
        for member in members
        if member.file_size > _RATIO_FROM and member.file_size / (member.compress_size or 1) > limits.ratio
    ]
    if bombs or unpacked > limits.unpacked or (unpacked > _RATIO_FROM and unpacked / packed > limits.ratio):
        raise UnreadableReport(name, "it unpacks to far more than a report; it is not opened")
    if any(member.flag_bits & 1 for member in members):
        raise UnreadableReport(name, "it is protected by a password")
    if any(is_link(member) for member in members):
        raise UnreadableReport(name, "its archive holds links; it is not opened")
    names = [name_of(member) for member in members]
    if any(_leads_outside(inner) for inner in names):
        raise UnreadableReport(name, "its archive points outside itself; it is not opened")
    if len(set(names)) < len(names):
        raise UnreadableReport(name, "its archive holds two parts of one name; it is not opened")


def _leads_outside(name: str) -> bool:
    posix = name.replace("\\", "/")
    return posix.startswith("/") or ".." in PurePosixPath(posix).parts or posix[1:2] == ":" or "\x00" in posix
