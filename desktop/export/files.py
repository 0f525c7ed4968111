"""Files that are exported: named after what is in them, whole or not written at all."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from index.errors import UnusableOutput
from index.storage import write_atomically

_ALLOWED: Final = " -_.()（）·，、"
_LONGEST: Final = 60


def write_file(path: Path, data: bytes) -> None:
    """Write ``data`` to ``path``. Raises ``UnusableOutput``; what was there before then stays."""
    if path.is_dir():
        raise UnusableOutput(str(path), "it is a folder")
    try:
        write_atomically(path, data)
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else None
        raise UnusableOutput(str(path), (reason or str(error)).lower()) from error


def file_stem(title: str) -> str:
    """A title without what a file system refuses; empty where nothing is left."""
    kept = "".join(c if c.isalnum() or c in _ALLOWED else " " for c in title)
    return " ".join(kept.split()).strip(". ")[:_LONGEST]
