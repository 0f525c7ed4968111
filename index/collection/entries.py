"""What a segment says of each of its reports."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Entry:
    """One report of a segment. ``order`` is when it was first added, ``english`` a checksum of its English or "".

    ``texts`` and ``length`` are what BM25 is told of its sentences, the last two of their English.
    """

    id: str
    title: str
    order: int
    sentences: int
    vectors: int
    texts: int
    length: int
    english: str
    english_texts: int
    english_length: int

    def fields(self) -> list[str | int]:
        """The entry for a file."""
        return [getattr(self, name) for name in self.__slots__]

    @classmethod
    def read(cls, fields: Sequence[object]) -> Entry:
        """The entry that ``fields`` gave; raises ValueError for what is none."""
        if len(fields) != len(cls.__slots__):
            raise ValueError("an entry has other fields")
        report_id, title, order, sentences, vectors, texts, length, english, english_texts, english_length = (
            str(value) for value in fields
        )
        return cls(
            id=report_id,
            title=title,
            order=int(order),
            sentences=int(sentences),
            vectors=int(vectors),
            texts=int(texts),
            length=int(length),
            english=english,
            english_texts=int(english_texts),
            english_length=int(english_length),
        )
