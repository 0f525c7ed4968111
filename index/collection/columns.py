"""The sentences of many reports as columns: their texts, and where each stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Final, Self, cast

import numpy as np
from numpy.typing import NDArray

from index.chunking import Chunk
from index.collection.files import FileWriter, MappedFile
from index.narrowing import offers_of
from index.report import Report

if TYPE_CHECKING:
    from index.indicators import Indicator

NO_SECTION: Final = 0xFFFF_FFFF
_ABOVE: Final = "\x1f"
"""Between the headings above a sentence, the outermost first."""
_ID_END: Final = b"\0"
"""Between the id of a sentence and its text; a normalised text has none, and an id has none."""


@dataclass(frozen=True, slots=True)
class Place:
    """What is kept of one sentence."""

    sentence_id: str
    text: str
    sections: tuple[str, ...]
    """The headings above it, the outermost first."""
    start: int
    end: int
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Columns:
    """What is kept of sentence *n*, in row *n* of each.

    Its id, a zero and its text are in ``texts`` from ``text_starts[n]`` on; ``places[n]`` is its start and end, line
    and column; ``sections[n]`` is the number of a title, which has the titles above it before it; ``vectors[n]`` says how many
    vectors it has, ``offers[n]`` what figures (see ``index.narrowing``).
    """

    texts: NDArray[np.uint8]
    text_starts: NDArray[np.uint64]
    places: NDArray[np.uint32]
    sections: NDArray[np.uint32]
    headings: NDArray[np.bool_]
    vectors: NDArray[np.uint32]
    offers: NDArray[np.uint8]
    titles: NDArray[np.uint8]
    title_starts: NDArray[np.uint64]

    def __len__(self) -> int:
        return len(self.headings)

    @classmethod
    def of(cls, report: Report, chunks: Sequence[Chunk], figures: Sequence[Indicator] | None = None) -> Self:
        """The columns of one report."""
        first = [row for row, c in enumerate(chunks) if c.whole]
        headings = {section.heading.start for root in report.sections for section in root.walk()}
        texts: list[bytes] = []
        places: list[tuple[int, int, int, int]] = []
        sections: list[int] = []
        titles: dict[str, int] = {}
        for row in first:
            span = chunks[row].span
            texts.append(_packed(chunks[row].sentence_ids[0], span.of(report.text)))
            line, column = report.line_of(span.start)
            places.append((span.start, span.end, line, column))
            title = _ABOVE.join(f"{s.number}{s.title}" for s in report.section_path(span.start))
            sections.append(titles.setdefault(title, len(titles)) if title else NO_SECTION)
        packed_titles = [title.encode("utf-8", errors="surrogatepass") for title in titles]
        return cls(
            texts=_joined(texts),
            text_starts=_starts(texts),
            places=np.array(places, dtype=np.uint32).reshape(-1, 4),
            sections=np.array(sections, dtype=np.uint32),
            headings=np.array([chunks[row].span.start in headings for row in first], dtype=np.bool_),
            vectors=np.diff([*first, len(chunks)]).astype(np.uint32)
            if first
            else np.zeros(0, dtype=np.uint32),
            offers=offers_of([chunks[row].sentence_ids[0] for row in first], figures)
            if figures is not None
            else np.zeros(len(first), dtype=np.uint8),
            titles=_joined(packed_titles),
            title_starts=_starts(packed_titles),
        )

    @classmethod
    def joined(cls, parts: Sequence[Self]) -> Self:
        """All sentences of the parts, one part after the other; a title that several have is kept once."""
        known: dict[bytes, int] = {}
        sections: list[NDArray[np.uint32]] = []
        for part in parts:
            whole, starts = part.titles.tobytes(), part.title_starts.tolist()
            numbers = np.full(len(starts), NO_SECTION, dtype=np.uint32)  # the last one stands for no section
            for n in np.unique(part.sections[part.sections != NO_SECTION]).tolist():
                numbers[n] = known.setdefault(whole[starts[n] : starts[n + 1]], len(known))
            sections.append(numbers[np.minimum(part.sections, len(starts) - 1)])
        lengths = [np.diff(p.text_starts) for p in parts]
        titles = list(known)
        return cls(
            texts=np.concatenate([p.texts for p in parts]),
            text_starts=np.concatenate([[0], np.cumsum(np.concatenate(lengths))]).astype(np.uint64),
            places=np.concatenate([p.places for p in parts]),
            sections=np.concatenate(sections),
            headings=np.concatenate([p.headings for p in parts]),
            vectors=np.concatenate([p.vectors for p in parts]),
            offers=np.concatenate([p.offers for p in parts]),
            titles=_joined(titles),
            title_starts=_starts(titles),
        )

    def run(self, start: int, end: int) -> Columns:
        """The sentences from ``start`` to ``end``; the bytes themselves stay where they are."""
        first, last = int(self.text_starts[start]), int(self.text_starts[end])
        return Columns(
            texts=self.texts[first:last],
            text_starts=self.text_starts[start : end + 1] - np.uint64(first),
            places=self.places[start:end],
            sections=self.sections[start:end],
            headings=self.headings[start:end],
            vectors=self.vectors[start:end],
            offers=self.offers[start:end],
            titles=self.titles,
            title_starts=self.title_starts,
        )

    def place(self, row: int) -> Place:
        """What is kept of sentence ``row``."""
        packed = self.texts[int(self.text_starts[row]) : int(self.text_starts[row + 1])].tobytes()
        sentence_id, _, text = packed.partition(_ID_END)
        section = int(self.sections[row])
        title = b""
        if section != NO_SECTION:
            title = self.titles[
                int(self.title_starts[section]) : int(self.title_starts[section + 1])
            ].tobytes()
        start, end, line, column = self.places[row].tolist()
        return Place(
            sentence_id.decode("utf-8", errors="surrogatepass"),
            text.decode("utf-8", errors="surrogatepass"),
            tuple(title.decode("utf-8", errors="surrogatepass").split(_ABOVE)) if title else (),
            start,
            end,
            line,
            column,
        )

    def headings_above(self) -> list[tuple[str, ...]]:
        """For each number of a title the headings that it stands for, the outermost first."""
        whole, starts = self.titles.tobytes(), self.title_starts.tolist()
        return [
            tuple(whole[start:end].decode("utf-8", errors="surrogatepass").split(_ABOVE))
            for start, end in pairwise(starts)
        ]

    def write(self, file: FileWriter) -> None:
        """Put the columns into a file."""
        for name in self.__slots__:
            file.add(name, getattr(self, name))

    @classmethod
    def read(cls, file: MappedFile) -> Self:
        """The columns in a file, mapped."""
        return cls(
            texts=cast(NDArray[np.uint8], file.array("texts")),
            text_starts=cast(NDArray[np.uint64], file.array("text_starts")),
            places=cast(NDArray[np.uint32], file.array("places")),
            sections=cast(NDArray[np.uint32], file.array("sections")),
            headings=cast(NDArray[np.bool_], file.array("headings")),
            vectors=cast(NDArray[np.uint32], file.array("vectors")),
            offers=cast(NDArray[np.uint8], file.array("offers")),
            titles=cast(NDArray[np.uint8], file.array("titles")),
            title_starts=cast(NDArray[np.uint64], file.array("title_starts")),
        )


def _packed(sentence_id: str, text: str) -> bytes:
    return _ID_END.join(part.encode("utf-8", errors="surrogatepass") for part in (sentence_id, text))


def _joined(texts: Sequence[bytes]) -> NDArray[np.uint8]:
    return np.frombuffer(b"".join(texts), dtype=np.uint8)


def _starts(texts: Sequence[bytes]) -> NDArray[np.uint64]:
    return np.cumsum([0, *map(len, texts)]).astype(np.uint64)
