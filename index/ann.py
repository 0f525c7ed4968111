"""Nearest vectors of a segment of a large collection, through FAISS, over a file mapped into memory.

Up to ``FLAT_MOST`` vectors are kept as they are and compared one and all. More are put into lists around centroids, as
one byte a dimension; a query looks into the nearest lists alone. FAISS is given bytes, never a path: its own file calls
take narrow paths, which cannot say every path on Windows. It reads the mapped bytes in place.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np
from numpy.typing import NDArray

from index.embedding import Vectors

if TYPE_CHECKING:
    import faiss

FLAT_MOST: Final = 32_768
"""Up to so many vectors are compared one and all, which takes a few milliseconds."""
_PROBES: Final = 64
"""How many lists a query looks into; of the ten nearest it then misses about one in a hundred."""
_ROUNDS: Final = 8
_SAMPLE: Final = 40
"""Vectors of the sample from which the centroids are learnt, for each centroid."""
_FEW: Final = 16_384
"""So many allowed vectors are compared one and all, whatever the kind of the index."""
_BATCH: Final = 16_384

Rows = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Codebook:
    """What was learnt of the vectors: the centroids of the lists, and the range of each dimension."""

    centroids: Vectors
    ranges: Vectors


def lists_for(count: int) -> int:
    """How many lists there should be for so many vectors; 0 for none."""
    return 0 if count <= FLAT_MOST else int(2 * count**0.5)


def sample_size(count: int) -> int:
    """How many of the vectors are to be sampled for ``learn_steps``."""
    return min(count, lists_for(count) * _SAMPLE)


def learn_steps(sample: Vectors, lists: int) -> Generator[int, None, Codebook]:
    """Learn centroids and ranges from a sample, round by round; each step tells how many rounds are done."""
    import faiss

    dimension = int(sample.shape[1])
    centroids = sample[np.linspace(0, len(sample) - 1, lists).astype(np.int64)]
    for done in range(_ROUNDS):
        means = faiss.Kmeans(
            dimension, lists, niter=1, spherical=True, max_points_per_centroid=10 * _SAMPLE, seed=done
        )
        means.train(sample, init_centroids=centroids)
        assert means.centroids is not None
        centroids = means.centroids
        yield done + 1
    quantizer = faiss.ScalarQuantizer(dimension, faiss.ScalarQuantizer.QT_8bit)
    quantizer.train(sample)
    return Codebook(centroids, faiss.vector_to_array(quantizer.trained).copy())


def write_steps(
    sink: Callable[[bytes], object], batches: Iterable[Vectors], dimension: int, codebook: Codebook | None
) -> Generator[int, None, Rows]:
    """Write an index over the vectors of the batches; each step tells how many are in it.

    Gives the place of each row in the lists, for ``NearestVectors`` (nothing where there are no lists).
    """
    import faiss

    index: faiss.Index = faiss.IndexFlatIP(dimension) if codebook is None else _empty(dimension, codebook)
    for batch in batches:
        for start in range(0, len(batch), _BATCH):
            index.add(np.ascontiguousarray(batch[start : start + _BATCH], dtype=np.float32))
            yield int(index.ntotal)
    places = _places(index) if isinstance(index, faiss.IndexIVF) else np.zeros(0, dtype=np.int64)
    failures: list[OSError] = []

    def put(data: bytes) -> None:
        if failures:
            return
        try:
            sink(data)
        except OSError as error:  # which FAISS would make something else of
            failures.append(error)

    faiss.write_index(index, faiss.PyCallbackIOWriter(put))  # type: ignore[attr-defined]
    if failures:
        raise failures[0]
    return places


def _places(index: faiss.IndexIVF) -> Rows:
    """For each row the number of its list and its place in it, as FAISS wants them in one number."""
    import faiss

    places = np.empty(index.ntotal, dtype=np.int64)
    lists = index.invlists
    assert lists is not None
    for number in range(index.nlist):
        size = lists.list_size(number)
        if size:
            places[faiss.rev_swig_ptr(lists.get_ids(number), size)] = (number << 32) | np.arange(size)
    return places


def _empty(dimension: int, codebook: Codebook) -> faiss.IndexIVFScalarQuantizer:
    import faiss

    centroids = faiss.IndexFlatIP(dimension)
    centroids.add(codebook.centroids)
    index = faiss.IndexIVFScalarQuantizer(
        centroids,
        dimension,
        len(codebook.centroids),
        faiss.ScalarQuantizer.QT_8bit,
        faiss.METRIC_INNER_PRODUCT,
        False,  # whole vectors, not what is left beside the centroid: so a vector keeps its bytes when merged
    )
    faiss.copy_array_to_vector(codebook.ranges, index.sq.trained)
    index.is_trained = True
    return index


def products(rows: Vectors, vector: NDArray[np.float32]) -> NDArray[np.float32]:
    """The inner product of each row with the vector; not through BLAS, whose threads wait for each other (see below)."""
    found: NDArray[np.float32] = np.einsum("ij,j->i", rows, vector.astype(np.float32))
    return found


@contextmanager
def _one_thread() -> Generator[None, None, None]:
    """Let FAISS work in this thread alone: for one query, threads that wait for a busy processor cost more than they do."""
    import faiss

    before = faiss.omp_get_max_threads()
    faiss.omp_set_num_threads(1)  # of this thread, not of the process
    try:
        yield
    finally:
        faiss.omp_set_num_threads(before)


class NearestVectors:
    """The index in ``data``, a mapped array of bytes that ``write_steps`` wrote; raises ValueError for others."""

    def __init__(self, data: NDArray[np.uint8], places: Rows, dimension: int, count: int) -> None:
        import faiss

        self._data = data  # FAISS reads it in place
        self._reader = faiss.ZeroCopyIOReader(faiss.swig_ptr(data), len(data))  # type: ignore[attr-defined]
        try:
            self._index = faiss.read_index(self._reader, faiss.IO_FLAG_MMAP_IFC)
        except RuntimeError:
            raise ValueError("FAISS cannot read the vectors") from None
        if self._index.ntotal != count or self._index.d != dimension:
            raise ValueError("the vectors are not those of the segment")
        self._lists = self._index if isinstance(self._index, faiss.IndexIVFScalarQuantizer) else None
        if self._lists is not None:
            direct = self._lists.direct_map
            faiss.copy_array_to_vector(np.ascontiguousarray(places), direct.array)
            direct.type = faiss.DirectMap.Array  # type: ignore[attr-defined]

    def __len__(self) -> int:
        return int(self._index.ntotal)

    @property
    def codebook(self) -> Codebook | None:
        """What was learnt of these vectors, to be used again when more are added to them."""
        import faiss

        if self._lists is None:
            return None
        centroids = self._lists.quantizer.reconstruct_n(0, int(self._lists.nlist))
        return Codebook(centroids, faiss.vector_to_array(self._lists.sq.trained).copy())

    def search(
        self, vector: NDArray[np.float32], k: int, allowed: NDArray[np.bool_] | None = None
    ) -> tuple[NDArray[np.float32], Rows]:
        """Scores and numbers of the ``k`` nearest of all rows or of those allowed, best first."""
        import faiss

        if allowed is not None and np.count_nonzero(allowed) <= max(k, _FEW):
            return self._among(vector, np.flatnonzero(allowed), k)
        k = min(k, len(self))
        if k <= 0:
            return np.empty(0, dtype=np.float32), np.empty(0, dtype=np.int64)
        parameters = faiss.SearchParameters()
        if self._lists is not None:
            parameters = faiss.SearchParametersIVF()
            parameters.nprobe = _PROBES
        if allowed is not None:
            bits = np.packbits(allowed, bitorder="little")
            parameters.sel = faiss.IDSelectorBitmap(bits)  # type: ignore[call-arg, arg-type]
        query = np.ascontiguousarray(vector[None, :], dtype=np.float32)
        with _one_thread():
            scores, found = self._index.search(query, k, params=parameters)
        known = found[0] >= 0
        return scores[0][known], found[0][known]

    def scores_of(self, vector: NDArray[np.float32], rows: Rows) -> NDArray[np.float32]:
        """The inner product of a vector with each of the given rows."""
        return products(self.vectors(rows), vector)

    def vectors(self, rows: Rows | Sequence[int]) -> Vectors:
        """The given rows, as exactly as they are kept."""
        if not len(rows):
            return np.empty((0, int(self._index.d)), dtype=np.float32)
        wanted = np.ascontiguousarray(rows, dtype=np.int64)
        if wanted.min() < 0 or wanted.max() >= len(self):
            raise IndexError("no such vector")  # FAISS would read past its end
        with _one_thread():
            found: Vectors = self._index.reconstruct_batch(wanted)
        return found

    def _among(self, vector: NDArray[np.float32], rows: Rows, k: int) -> tuple[NDArray[np.float32], Rows]:
        scores = self.scores_of(vector, rows)
        if len(rows) > k:
            best = np.argpartition(-scores, k - 1)[:k] if k else np.empty(0, dtype=np.int64)
            rows, scores = rows[best], scores[best]
        order = np.argsort(-scores, kind="stable")
        return scores[order], rows[order]
