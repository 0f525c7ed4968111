"""Checksums of single values in a cache: SQLite does not see a flipped bit inside one."""

from __future__ import annotations

import hashlib
from typing import Final

_LENGTH: Final = 16
_END: Final = ":"


def seal(*parts: object) -> str:
    """A short checksum of some values, in their order."""
    said = "\x1f".join("" if part is None else str(part) for part in parts)
    return hashlib.sha256(said.encode("utf-8", "surrogatepass")).hexdigest()[:_LENGTH]


def sealed(payload: str, *about: str) -> str:
    """``payload`` with a checksum of it and of what it is about before it."""
    return f"{seal(payload, *about)}{_END}{payload}"


def unsealed(text: str, *about: str) -> str | None:
    """The payload that was sealed, or None where it is no longer that, or never was."""
    checksum, payload = text[:_LENGTH], text[_LENGTH + 1 :]
    if text[_LENGTH : _LENGTH + 1] != _END or seal(payload, *about) != checksum:
        return None
    return payload
