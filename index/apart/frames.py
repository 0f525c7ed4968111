"""What goes through the pipes between the reader and its parser: a length, JSON, a length, bytes. Nothing is executed."""

from __future__ import annotations

import json
from typing import IO, Final

_LENGTH: Final = 8
MAX_HEADER: Final = 64 * 1024 * 1024
MAX_BODY: Final = 512 * 1024 * 1024


class BrokenFrame(Exception):
    """What came is no frame, or the other side has gone."""


def write_frame(pipe: IO[bytes], header: dict[str, object], body: bytes = b"") -> None:
    """Send a frame. Raises OSError where nobody reads any more."""
    words = json.dumps(header, ensure_ascii=True).encode("ascii")
    pipe.write(len(words).to_bytes(_LENGTH, "big") + words + len(body).to_bytes(_LENGTH, "big"))
    pipe.write(body)
    pipe.flush()


def read_frame(pipe: IO[bytes]) -> tuple[dict[str, object], bytes]:
    """The next frame. Raises BrokenFrame at the end, and for what makes no sense."""
    words = _read(pipe, _read_length(pipe, MAX_HEADER))
    body = _read(pipe, _read_length(pipe, MAX_BODY))
    try:
        header = json.loads(words)
    except (ValueError, RecursionError) as error:
        raise BrokenFrame("no JSON") from error
    if not isinstance(header, dict):
        raise BrokenFrame("no object")
    return header, body


def _read_length(pipe: IO[bytes], most: int) -> int:
    length = int.from_bytes(_read(pipe, _LENGTH), "big")
    if length > most:
        raise BrokenFrame("too long")
    return length


def _read(pipe: IO[bytes], count: int) -> bytes:
    parts: list[bytes] = []
    while count:
        part = pipe.read(min(count, 1 << 20))
        if not part:
            raise BrokenFrame("the end")
        parts.append(part)
        count -= len(part)
    return b"".join(parts)
