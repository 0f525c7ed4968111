"""A segment: some reports with all that is searched of them, in one file that never changes."""

from __future__ import annotations

from collections.abc import Generator, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Final, cast

import numpy as np
from numpy.typing import NDArray

from index.ann import Codebook, NearestVectors, write_steps
from index.collection.columns import Columns, Place
from index.collection.entries import Entry
from index.collection.files import FileWriter, MappedFile
from index.collection.postings import Piece, Postings, write_postings
from index.embedding import Vectors
from index.errors import StaleIndex

VERSION: Final = 2
"""To be raised when the file changes, and when sentences, clauses or terms are found in another way."""

_FAISS_HEAD: Final = 65_536
_FAISS_LIST: Final = 32
"""More than FAISS writes before the vectors: some for the whole, some for each list beside its centroid."""


@dataclass(frozen=True, slots=True)
class Contents:
    """What a new segment is written from. The iterables may be long, and are gone through once.

    ``english`` is None where no report has English.
    """

    entries: tuple[Entry, ...]
    columns: Columns
    words: Iterable[Piece]
    english: Iterable[Piece] | None
    vectors: Iterable[Vectors]
    codebook: Codebook | None


def write_segment(
    path: Path, contents: Contents, fingerprint: str, dimension: int
) -> Generator[int, None, tuple[int, str]]:
    """Write a segment's file; each step tells how many vectors are in it. Its size and checksum."""
    with FileWriter(path) as file:
        contents.columns.write(file)
        for prefix, pieces in (("words", contents.words), ("english", contents.english)):
            for _ in write_postings(file, prefix, pieces or ()):
                yield 0
        file.begin("nearest")
        places = yield from write_steps(file.write, contents.vectors, dimension, contents.codebook)
        file.end("nearest")
        file.add("nearest_places", places)
        return file.finish(
            {
                "version": VERSION,
                "fingerprint": fingerprint,
                "dimension": dimension,
                "lists": 0 if contents.codebook is None else len(contents.codebook.centroids),
                "english": contents.english is not None,
                "entries": [entry.fields() for entry in contents.entries],
            }
        )


class Segment:
    """The segment in the file at ``path``, mapped; raises StaleIndex where it is damaged or of another encoder."""

    def __init__(
        self,
        path: Path,
        fingerprint: str,
        dimension: int,
        size: int | None = None,
        checksum: str | None = None,
    ) -> None:
        self.file = MappedFile(path, size, checksum)
        said = self.file.description
        for key, value, made_for in (
            ("version", VERSION, "version of the reader"),
            ("fingerprint", fingerprint, "encoder"),
            ("dimension", dimension, "encoder"),
        ):
            if said.get(key) != value:
                raise StaleIndex(str(path), f"it was made for another {made_for}")
        try:
            self.entries = tuple(
                Entry.read(fields) for fields in cast(Sequence[Sequence[object]], said["entries"])
            )
            self.columns = Columns.read(self.file)
            self.words = Postings(self.file, "words", len(self.columns))
            self.english = Postings(self.file, "english", len(self.columns)) if said["english"] else None
            self._lists = int(str(said["lists"]))
        except (KeyError, TypeError, ValueError):
            raise StaleIndex(str(path), "its description is malformed") from None
        self._dimension = dimension
        self.sentence_starts: NDArray[np.int64] = _edges([e.sentences for e in self.entries])
        self.vector_starts: NDArray[np.int64] = _edges([e.vectors for e in self.entries])

    @property
    def name(self) -> str:
        """The name of its file."""
        return self.file.path.name

    @cached_property
    def nearest(self) -> NearestVectors:
        """Its vectors, opened at the first use. Raises StaleIndex.

        All that FAISS takes for a size or a place is verified before: it would read or write beyond its memory.
        """
        data = cast(NDArray[np.uint8], self.file.array("nearest"))
        places = cast(NDArray[np.int64], self.file.array("nearest_places"))
        head = _FAISS_HEAD + self._lists * (4 * self._dimension + _FAISS_LIST)
        self.file.verify("nearest", 0, min(head, len(data)))
        self.file.verify("nearest_places")
        return NearestVectors(data, places, self._dimension, int(self.vector_starts[-1]))

    @cached_property
    def first(self) -> NDArray[np.int64]:
        """Sentence *n* owns the vectors from ``first[n]`` to ``first[n + 1]``. Raises StaleIndex."""
        self.file.verify("vectors")
        return _edges(self.columns.vectors)

    @cached_property
    def numbers(self) -> dict[str, int]:
        """The number of each report by its id."""
        return {entry.id: number for number, entry in enumerate(self.entries)}

    @cached_property
    def orders(self) -> NDArray[np.int64]:
        """When each report was first added."""
        return np.array([entry.order for entry in self.entries], dtype=np.int64)

    @cached_property
    def figures(self) -> NDArray[np.int64]:
        """What BM25 is told of each report: its texts and their length, those of its English and their length."""
        return np.array(
            [(e.texts, e.length, e.english_texts, e.english_length) for e in self.entries], dtype=np.int64
        ).reshape(-1, 4)

    def place(self, row: int) -> Place:
        """What is kept of a sentence, whose bytes are verified before. Raises StaleIndex."""
        starts, columns = self.columns.text_starts, self.columns
        self.file.verify("text_starts", row * starts.itemsize, (row + 2) * starts.itemsize)
        self.file.verify("texts", int(starts[row]), int(starts[row + 1]))
        self.file.verify("places", row * 4 * columns.places.itemsize, (row + 1) * 4 * columns.places.itemsize)
        self.file.verify("sections", row * columns.sections.itemsize, (row + 1) * columns.sections.itemsize)
        self.file.verify("titles")
        self.file.verify("title_starts")
        return columns.place(row)


def _edges(lengths: Sequence[int] | NDArray[np.uint32]) -> NDArray[np.int64]:
    edges = np.zeros(len(lengths) + 1, dtype=np.int64)
    np.cumsum(np.asarray(lengths, dtype=np.int64), out=edges[1:])
    return edges
