"""Looks into a CTranslate2 model.bin without loading it, for as many embeddings as there are words.

CTranslate2 does not ask, and then reads beyond its tables for the words at the end of the vocabulary.
"""

from __future__ import annotations

import json
import struct
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import IO, Final

from index.errors import DamagedModel

_MOST_VARIABLES: Final = 20_000
_MOST_DIMENSIONS: Final = 8
_TABLES: Final[Mapping[str, tuple[str, ...]]] = {
    "source": ("encoder/embeddings_0/weight", "encoder/embeddings/weight"),
    "target": ("decoder/embeddings/weight", "decoder/embeddings_0/weight"),
}


def check_vocabularies(model: Path, name: str) -> None:
    """Raises DamagedModel where a vocabulary in the folder ``model`` is larger than its table of embeddings."""
    try:
        with (model / "model.bin").open("rb") as file:
            shapes = dict(_variables(file))
    except (OSError, struct.error, UnicodeDecodeError, ValueError):
        return  # not a form known here: CTranslate2 will say
    for side, tables in _TABLES.items():
        rows = next((shapes[table][0] for table in tables if shapes.get(table)), None)
        words = _words(model, side)
        if rows is not None and words is not None and words > rows:
            raise DamagedModel(name, f"its vocabulary has {words} pieces and its network {rows}")


def _words(model: Path, side: str) -> int | None:
    for stem in (f"{side}_vocabulary", "shared_vocabulary"):
        if (path := model / f"{stem}.json").is_file():
            try:
                table = json.loads(path.read_bytes())
            except ValueError:
                return None
            return len(table) if isinstance(table, list) else None
        if (path := model / f"{stem}.txt").is_file():
            with path.open("rb") as file:
                return sum(1 for _ in file)
    return None


def _variables(file: IO[bytes]) -> Iterator[tuple[str, tuple[int, ...]]]:
    """The names and shapes of the variables, in the order of the file."""
    (version,) = _read(file, "I")
    if version >= 2:
        _string(file)
        _read(file, "I")
    (count,) = _read(file, "I")
    if not 2 <= version <= 6 or count > _MOST_VARIABLES:
        raise ValueError(version)
    for _ in range(count):
        name = _string(file)
        (rank,) = _read(file, "B")
        if rank > _MOST_DIMENSIONS:
            raise ValueError(rank)
        shape = _read(file, f"{rank}I")
        kind, size = _read(file, "BI")
        file.seek(size if version >= 4 else kind * size, 1)
        yield name, shape


def _string(file: IO[bytes]) -> str:
    (length,) = _read(file, "H")
    return file.read(length).rstrip(b"\x00").decode("utf-8")


def _read(file: IO[bytes], form: str) -> tuple[int, ...]:
    size = struct.calcsize(f"<{form}")
    return struct.unpack(f"<{form}", file.read(size))
