"""Bytes from a path: a file, or one document inside a zip file, ``reports.zip/安徽/2025.docx``."""

from __future__ import annotations

import stat
from pathlib import Path
from typing import Final

from index.errors import UnreadableReport

MAX_BYTES: Final = 64 * 1024 * 1024
MAX_PDF_BYTES: Final = 256 * 1024 * 1024


def most_bytes(suffix: str) -> int:
    """The size in bytes from which a file with this suffix is refused."""
    return MAX_PDF_BYTES if suffix == ".pdf" else MAX_BYTES


def read_source(path: Path) -> bytes:
    """What is in the file at ``path``, or in the document inside an archive; raises UnreadableReport."""
    archive = archive_of(path)
    if archive is not None:
        from index.readers.archive import read_member

        return read_member(archive, path.relative_to(archive).as_posix())
    return _read_file(path)


def archive_of(path: Path) -> Path | None:
    """The zip file that ``path`` leads into, or None where it is a path like any other."""
    if ".zip/" not in path.as_posix().lower():
        return None
    for parent in path.parents:
        if parent.suffix.lower() == ".zip":
            try:
                if parent.is_file():
                    return parent
            except (OSError, ValueError):
                return None
    return None


def is_there(path: Path) -> bool:
    """True while there is a file, or an archive that holds it, at ``path``."""
    try:
        return path.is_file() or archive_of(path) is not None
    except (OSError, ValueError):
        return False


def _read_file(path: Path) -> bytes:
    limit = most_bytes(path.suffix.lower())
    try:
        mode = path.stat()
        if stat.S_ISDIR(mode.st_mode):
            raise UnreadableReport(str(path), "it is a folder, not a file")
        if not stat.S_ISREG(mode.st_mode):
            raise UnreadableReport(str(path), "it is not a regular file")
        if mode.st_size > limit:
            size = mode.st_size / (1024 * 1024)
            raise UnreadableReport(
                str(path), f"the file has {size:.0f} MB; more than {limit >> 20} MB is no report"
            )
        data = path.read_bytes()
    except FileNotFoundError:
        raise UnreadableReport(str(path), "there is no such file") from None
    except PermissionError:
        raise UnreadableReport(str(path), "you have no permission to read it") from None
    except OSError as error:
        raise UnreadableReport(str(path), error.strerror or "the system could not read it") from None
    except ValueError:
        raise UnreadableReport(ascii(str(path)), "this is no valid file name") from None
    if not data:
        raise UnreadableReport(str(path), "the file is empty")
    return data
