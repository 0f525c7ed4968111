"""The file of a segment: arrays, found and verified without reading the whole, and mapped into memory."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Generator, Mapping
from pathlib import Path
from types import TracebackType
from typing import Final, Self

import numpy as np
from numpy.typing import NDArray

from index.errors import StaleIndex

_MAGIC: Final = b"RRSEGM01"
_BLOCK: Final = 64 * 1024
_ALIGNED: Final = 64
_DIGEST: Final = hashlib.sha256().digest_size
_TRAILER: Final = 8 + 8 + _DIGEST
"""The lengths of the table of digests and of the description, and the checksum of both, the last bytes of a file."""
_CHUNK: Final = 16 * 1024 * 1024

Description = Mapping[str, object]


class FileWriter:
    """Writes a segment's file array by array; ``finish`` flushes it to disk and gives its checksum.

    The file is: a mark, the arrays, a SHA-256 of each block of 64 KiB before it, the description as JSON, the
    lengths of these two, and the SHA-256 of all these: the file's checksum, which so is one of all there is.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._file = path.open("wb")
        self._digests: list[bytes] = []
        self._block = hashlib.sha256()
        self._at = 0
        self._arrays: dict[str, tuple[str, list[int], int]] = {}
        self.write(_MAGIC)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._file.close()

    def write(self, data: bytes | memoryview) -> int:
        """Append bytes; an array that is not at hand at once is written so, between ``begin`` and ``end``."""
        view = memoryview(data).cast("B")
        for start in range(0, len(view), _CHUNK):
            self._digest(view[start : start + _CHUNK])
            self._file.write(view[start : start + _CHUNK])
        return len(view)

    def add(self, name: str, array: NDArray[np.generic]) -> None:
        """Append an array under a name."""
        self._align()
        self._arrays[name] = (array.dtype.str, list(array.shape), self._at)
        if array.size:
            self.write(np.ascontiguousarray(array).reshape(-1).view(np.uint8).data)

    def begin(self, name: str) -> None:
        """Begin an array of bytes that follows through ``write``."""
        self._align()
        self._arrays[name] = ("|u1", [-1], self._at)

    def end(self, name: str) -> None:
        """End what ``begin`` began."""
        self._arrays[name] = ("|u1", [self._at - self._arrays[name][2]], self._arrays[name][2])

    def finish(self, description: Description) -> tuple[int, str]:
        """Write what is in the file and wait until all is on disk; the file's size and its checksum."""
        if self._at % _BLOCK:
            self._digests.append(self._block.digest())
        digests = b"".join(self._digests)
        body = {"description": description, "arrays": self._arrays, "size": self._at}
        said = json.dumps(body, ensure_ascii=True, separators=(",", ":")).encode("ascii")
        tail = digests + said + len(digests).to_bytes(8, "little") + len(said).to_bytes(8, "little")
        checksum = hashlib.sha256(tail)
        self._file.write(tail + checksum.digest())
        self._file.flush()
        os.fsync(self._file.fileno())
        return self._at + len(tail) + _DIGEST, checksum.hexdigest()

    def _align(self) -> None:
        self.write(bytes(-self._at % _ALIGNED))

    def _digest(self, view: memoryview) -> None:
        at = 0
        while at < len(view):
            taken = min(_BLOCK - self._at % _BLOCK, len(view) - at)
            self._block.update(view[at : at + taken])
            at += taken
            self._at += taken
            if self._at % _BLOCK == 0:
                self._digests.append(self._block.digest())
                self._block = hashlib.sha256()


class MappedFile:
    """A segment's file, mapped into memory; raises StaleIndex where it is not the file that was written.

    Opening verifies size, digests and description. The arrays, which may be hundreds of megabytes, are verified
    block by block: ``verify`` those that are about to be shown, ``verify_steps`` all, in the background.
    Python opens the file and FAISS gets its bytes, so that a path with any characters works on every system.
    """

    def __init__(self, path: Path, size: int | None = None, checksum: str | None = None) -> None:
        self.path = path
        try:
            self._bytes: NDArray[np.uint8] = np.memmap(path, dtype=np.uint8, mode="r")
        except OSError as error:
            raise StaleIndex(str(path), error.strerror or "it cannot be read") from None
        except ValueError:  # numpy maps no empty file
            raise StaleIndex(str(path), "it is empty") from None
        if size is not None and len(self._bytes) != size:
            raise StaleIndex(str(path), "it is cut short or has grown")
        body = self._open(checksum)
        self.description: dict[str, object] = body["description"]  # type: ignore[assignment]
        self._arrays: dict[str, tuple[str, list[int], int]] = body["arrays"]  # type: ignore[assignment]
        self._verified = np.zeros(len(self._digests), dtype=bool)

    def _open(self, checksum: str | None) -> dict[str, object]:
        whole = len(self._bytes)
        trailer = self._bytes[-_TRAILER:].tobytes()
        digests, said = (int.from_bytes(trailer[i : i + 8], "little") for i in (0, 8))
        start = whole - _TRAILER - said - digests
        if start < len(_MAGIC) or self._bytes[: len(_MAGIC)].tobytes() != _MAGIC or digests % _DIGEST:
            raise StaleIndex(str(self.path), "it is no search index")
        tail = self._bytes[start : whole - _DIGEST].tobytes()
        self.checksum = hashlib.sha256(tail).hexdigest()
        self.size = whole
        if self.checksum != trailer[-_DIGEST:].hex() or checksum not in (None, self.checksum):
            raise StaleIndex(str(self.path), "it is damaged (its checksum does not match)")
        self._digests = [tail[i : i + _DIGEST] for i in range(0, digests, _DIGEST)]
        self._end = start
        try:
            body = json.loads(tail[digests : digests + said])
        except ValueError:
            raise StaleIndex(str(self.path), "its description is malformed") from None
        if (
            not isinstance(body, dict)
            or body.get("size") != start
            or len(self._digests) != -(-start // _BLOCK)
        ):
            raise StaleIndex(str(self.path), "its description and its size disagree")
        return body

    def __contains__(self, name: str) -> bool:
        return name in self._arrays

    @property
    def blocks(self) -> int:
        """How many blocks there are to verify."""
        return len(self._digests)

    def array(self, name: str) -> NDArray[np.generic]:
        """The array under a name, in the file: what is not looked at is not read."""
        kind, shape, at = self._arrays[name]
        dtype = np.dtype(kind)
        length = int(np.prod(shape)) * dtype.itemsize
        plain: NDArray[np.uint8] = self._bytes.view(np.ndarray)[at : at + length]
        found: NDArray[np.generic] = plain.view(dtype).reshape(shape)
        return found

    def verify(self, name: str, start: int = 0, end: int | None = None) -> None:
        """Make sure of the bytes from ``start`` to ``end`` of an array, or of all; raises StaleIndex."""
        at = self._arrays[name][2]
        if end is None:
            end = self.array(name).nbytes
        for number in range((at + start) // _BLOCK, -(-(at + end) // _BLOCK)):
            self._verify_block(number)

    def verify_steps(self, *, again: bool = True) -> Generator[int, None, None]:
        """Make sure of everything, a number of blocks at each step; raises StaleIndex.

        Without ``again`` blocks that were verified since the file was opened are taken to be as they were.
        """
        if again:
            self._verified[:] = False
        for number in range(self.blocks):
            self._verify_block(number)
            if number % 16 == 15 or number == self.blocks - 1:
                yield number + 1

    def _verify_block(self, number: int) -> None:
        if self._verified[number]:
            return
        block = self._bytes[number * _BLOCK : min((number + 1) * _BLOCK, self._end)]
        if hashlib.sha256(block.data).digest() != self._digests[number]:
            raise StaleIndex(str(self.path), "it is damaged (its checksum does not match)")
        self._verified[number] = True
