"""Nearest vectors of one report, through FAISS, and the guard of its files; ``index.ann`` has those of a library."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import TYPE_CHECKING, Final, Self

import numpy as np
from numpy.typing import NDArray

from index.embedding import Vectors
from index.errors import StaleIndex
from index.storage import write_atomically

if TYPE_CHECKING:
    import faiss

_MAGIC: Final = b"RRVECTOR"
_VERSION: Final = 1
_LENGTHS: Final = 8
_MAX_HEADER: Final = 64 * 1024


class VectorIndex:
    """Vectors of one report, searched exactly by inner product; row *n* is chunk *n*.

    A file carries what it was made from (``content``) and by what (``fingerprint``), and a checksum over all of it.
    FAISS reads damaged bytes without complaint and answers wrongly, so nothing reaches it unverified.
    """

    def __init__(self, index: faiss.Index, fingerprint: str, content: str) -> None:
        self._index = index
        self.fingerprint = fingerprint
        self.content = content

    @classmethod
    def build(cls, vectors: Vectors, *, fingerprint: str = "", content: str = "") -> Self:
        """An index over the rows of ``vectors``."""
        import faiss

        index = faiss.IndexFlatIP(int(vectors.shape[1]))
        if len(vectors):
            index.add(np.ascontiguousarray(vectors, dtype=np.float32))
        return cls(index, fingerprint, content)

    def __len__(self) -> int:
        return int(self._index.ntotal)

    @property
    def dimension(self) -> int:
        """The length of a vector."""
        return int(self._index.d)

    def search(self, query_vectors: Vectors, k: int) -> tuple[Vectors, NDArray[np.int64]]:
        """Scores and row numbers of the ``k`` nearest rows (fewer where there are fewer), best first."""
        k = min(k, len(self))
        queries = np.ascontiguousarray(query_vectors, dtype=np.float32)
        if k <= 0:
            empty = (len(queries), 0)
            return np.empty(empty, dtype=np.float32), np.empty(empty, dtype=np.int64)
        scores, ids = self._index.search(queries, k)
        return scores, ids

    def scores_of(self, query_vector: NDArray[np.float32], rows: NDArray[np.int64]) -> NDArray[np.float32]:
        """The inner product of one query vector with each of the given rows."""
        if not len(rows):
            return np.empty(0, dtype=np.float32)
        found: Vectors = self._index.reconstruct_batch(np.ascontiguousarray(rows, dtype=np.int64))
        products: NDArray[np.float32] = found @ query_vector.astype(np.float32)
        return products

    def rows(self, numbers: NDArray[np.int64]) -> Vectors:
        """The vectors of the given rows."""
        found: Vectors = self._index.reconstruct_batch(np.ascontiguousarray(numbers, dtype=np.int64))
        return found

    def save(self, path: Path) -> None:
        """Write the index so that the file is the old one or the new one whole, whatever happens meanwhile."""
        import faiss

        body = faiss.serialize_index(self._index).tobytes()
        header = {
            "version": _VERSION,
            "fingerprint": self.fingerprint,
            "content": self.content,
            "count": len(self),
            "dimension": self.dimension,
        }
        head = json.dumps(header, ensure_ascii=True, sort_keys=True).encode("ascii")
        payload = len(head).to_bytes(_LENGTHS, "little") + head + body
        write_atomically(path, _MAGIC + hashlib.sha256(payload).digest() + payload)

    @classmethod
    def load(cls, path: Path, *, fingerprint: str, content: str, count: int) -> Self:
        """The index in the file at ``path``; raises StaleIndex where it is damaged or not the one expected."""
        try:
            data = path.read_bytes()
        except OSError as error:
            raise StaleIndex(str(path), error.strerror or "it cannot be read") from None
        body_at = len(_MAGIC) + hashlib.sha256().digest_size
        checksum, payload = data[len(_MAGIC) : body_at], memoryview(data)[body_at:]
        if not data.startswith(_MAGIC):
            raise StaleIndex(str(path), "it is no search index")
        if hashlib.sha256(payload).digest() != checksum:
            raise StaleIndex(str(path), "it is damaged (its checksum does not match)")
        length = int.from_bytes(payload[:_LENGTHS], "little")
        if length > min(_MAX_HEADER, len(payload) - _LENGTHS):
            raise StaleIndex(str(path), "its header is malformed")
        expected = {"version": _VERSION, "fingerprint": fingerprint, "content": content, "count": count}
        header = _read_header(path, bytes(payload[_LENGTHS : _LENGTHS + length]))
        for key, value in expected.items():
            if header.get(key) != value:
                raise StaleIndex(str(path), f"it was made for another {_SAID[key]}")
        return cls(_deserialise(path, payload[_LENGTHS + length :], header), fingerprint, content)


_SAID: Final = {
    "version": "version of the reader",
    "fingerprint": "encoder",
    "content": "text",
    "count": "number of sentences",
}


def _read_header(path: Path, raw: bytes) -> dict[str, object]:
    try:
        header = json.loads(raw)
    except ValueError:
        raise StaleIndex(str(path), "its header is malformed") from None
    if not isinstance(header, dict):
        raise StaleIndex(str(path), "its header is malformed")
    return header


def _deserialise(path: Path, body: memoryview, header: dict[str, object]) -> faiss.Index:
    import faiss

    try:
        index = faiss.deserialize_index(np.frombuffer(body, dtype=np.uint8))
    except RuntimeError:
        raise StaleIndex(str(path), "FAISS cannot read it") from None
    if (
        not isinstance(index, faiss.IndexFlat)
        or index.ntotal != header["count"]
        or index.d != header.get("dimension")
    ):
        raise StaleIndex(str(path), "its header and its vectors disagree")
    return index
