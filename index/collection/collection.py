"""Search over a whole library, with an index that stays on disk."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Mapping, Sequence
from collections.abc import Collection as Reports
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeVar

import numpy as np

from index.ann import FLAT_MOST
from index.chunking import chunk
from index.collection.building import Draft, Kept, Source, gather_steps
from index.collection.manifest import Part
from index.collection.ranking import Question, ranked
from index.collection.segment import write_segment
from index.collection.selection import Selection
from index.collection.store import Change, Opened, Store, without
from index.embedding import Embedder, Vectors
from index.errors import ReaderError, StaleIndex
from index.fusion import query_vector
from index.passage import Passage
from index.query import parse_query
from index.report import Report
from index.variants import to_simplified

if TYPE_CHECKING:
    from index.indicators import Indicator

_T = TypeVar("_T")
_BATCH: Final = 2_048
_GROWTH: Final = 4
"""A segment is merged with all smaller ones once these together have more than one in so many of its vectors."""
_WASTE: Final = 0.25
"""A segment of which a greater share is forgotten is written anew."""


@dataclass(frozen=True, slots=True)
class Addition:
    """A report to be added, its English by sentence id and its figures, where these are known."""

    report: Report
    english: Mapping[str, str] | None = None
    figures: Sequence[Indicator] | None = None


def _untranslated(_: str) -> str:
    return ""


class Collection:
    """The index in ``folder``, which belongs to one encoder; like ``Searcher``, but for a whole library.

    It consists of segments that never change. Adding reports writes a new one, forgetting one makes a note of it, and
    ``compact`` merges small ones to large ones; the new is in place as a whole or not at all, whenever a crash comes.
    A segment that is missing, damaged or of another encoder is left out and its reports are no longer among
    ``report_ids``; ``notices`` says so, and they are to be added again. Opening verifies the descriptions alone, a
    search what it shows, ``verify`` everything. Every method may be called from any thread, by any number of handles.
    """

    def __init__(self, folder: Path, embedder: Embedder) -> None:
        self._embedder = embedder
        self._store = Store(folder, embedder)

    @property
    def notices(self) -> tuple[ReaderError, ...]:
        """What was left out and why, oldest first."""
        return self._store.notices

    @property
    def report_ids(self) -> tuple[str, ...]:
        """The reports that are searched, in the order they were added."""
        found = [
            (int(o.segment.orders[n]), o.segment.entries[n].id)
            for o in self._store.opened()
            for n in np.flatnonzero(o.live.reports).tolist()
        ]
        return tuple(report_id for _, report_id in sorted(found))

    @property
    def passages(self) -> int:
        """How many vectors of these reports there are."""
        return sum(int(np.diff(o.segment.vector_starts)[o.live.reports].sum()) for o in self._store.opened())

    def add(
        self,
        report: Report,
        english: Mapping[str, str] | None = None,
        figures: Sequence[Indicator] | None = None,
    ) -> None:
        """Make a report searchable, with its English by sentence id and its figures where these are known.

        Adding a report again replaces its English and figures and costs little. Raises UnwritableFolder.
        """
        for _ in self.add_steps(Addition(report, english, figures)):
            pass

    def add_steps(self, addition: Addition) -> Generator[tuple[int, int], None, None]:
        """``add`` in steps that tell ``(done, total)`` pieces; closing the generator leaves all as it was."""
        draft = yield from self._draft_steps(addition, self._next_order())
        if draft is not None:
            for _ in self._write_steps([draft]):
                yield draft.entry.vectors, draft.entry.vectors

    def add_many_steps(self, additions: Iterable[Addition]) -> Generator[int, None, None]:
        """Add many reports in far fewer writes; tells how many were taken in so far.

        Closing the generator, or a crash, leaves out what came after the last write.
        """
        waiting: dict[str, Draft] = {}
        order = self._next_order()
        done = held = 0
        for addition in additions:
            key = addition.report.id
            if (again := waiting.get(key)) is not None:
                waiting[key] = _with(again, addition)
            elif (draft := _result(self._draft_steps(addition, order))) is not None:
                waiting[key] = draft
                order += 1
                held += draft.entry.vectors
            done += 1
            if held >= FLAT_MOST // 2:
                for _ in self._write_steps(list(waiting.values())):
                    yield done
                waiting.clear()
                held = 0
            yield done
        if waiting:
            for _ in self._write_steps(list(waiting.values())):
                yield done

    def forget(self, report_id: str) -> None:
        """Take a report out of the search. Raises UnwritableFolder."""
        if self._store.find(report_id) is not None:
            self._store.change(lambda before: without(before, {report_id}))

    def search(
        self,
        query: str,
        limit: int = 10,
        report_ids: Reports[str] | None = None,
        rendered: str = "",
        english: Callable[[str], str] = _untranslated,
    ) -> tuple[Passage, ...]:
        """The best passages for a query in Chinese (either script) or English, best first; its syntax is in `index.query`.

        ``rendered`` is a translation of the query into Chinese, ``english`` gives the known English of a sentence or a
        heading, for phrases and filters. The filters ``report:`` and ``year:`` are the caller's, who knows both and
        gives ``report_ids``. Nothing for an empty query. The same query in Simplified and Traditional characters gets
        the same answer.
        """
        asked, chinese = parse_query(query), to_simplified(rendered)
        if asked.is_empty or limit <= 0:
            return ()
        question = Question(asked, chinese, query_vector(self._embed, asked.text, chinese), english)
        while True:
            opened = self._store.opened()
            chosen = _chosen(opened, report_ids)
            if not chosen:
                return ()
            try:
                return ranked(question, chosen, limit)
            except (StaleIndex, IndexError, ValueError, OverflowError, MemoryError, RuntimeError):
                if not self._drop_damaged(opened):
                    raise

    def compact(self) -> None:
        """Merge what should be merged. Raises UnwritableFolder."""
        for _ in self.compact_steps():
            pass

    def compact_steps(self) -> Generator[tuple[int, int], None, None]:
        """``compact`` in steps that tell ``(done, total)`` vectors of the merge at hand.

        The old segments are searched until the new one is whole; closing the generator leaves them as they are.
        """
        while due := _due(self._store.opened()):
            total = sum(entry.vectors for o in due for entry in Kept(o.live).entries)
            try:
                for done in self._merge_steps(due):
                    yield done, total
            except (StaleIndex, IndexError, ValueError, OverflowError, MemoryError, RuntimeError):
                if not self._drop_damaged(due):
                    raise

    def verify(self) -> None:
        """Read everything, and leave out what is damaged."""
        for _ in self.verify_steps():
            pass

    def verify_steps(self, *, again: bool = True) -> Generator[tuple[int, int], None, None]:
        """``verify`` in steps that tell ``(done, total)`` blocks of the disk; to be run in the background.

        Without ``again`` what was verified since it was opened is taken to be as it was.
        """
        opened = self._store.opened()
        total = sum(o.segment.file.blocks for o in opened)
        before = 0
        for o in opened:
            try:
                for done in o.segment.file.verify_steps(again=again):
                    yield before + done, total
            except StaleIndex as stale:
                self._store.drop(o.segment, stale)
            before += o.segment.file.blocks

    def _draft_steps(self, addition: Addition, order: int) -> Generator[tuple[int, int], None, Draft | None]:
        """The report as it will be written, or None where it is there already, with the same English and figures."""
        report = addition.report
        known = self._whole(report.id)
        if known is not None:
            (entry,) = Kept(known).entries
            kept = Draft.kept(known, report.title)
            draft = _with(kept, addition)
            same = draft.entry == entry and np.array_equal(draft.sentences.offers, kept.sentences.offers)
            return None if same else draft
        chunks = chunk(report)
        rows = np.zeros((len(chunks), self._embedder.dimension), dtype=np.float32)
        for start in range(0, len(chunks), _BATCH):
            texts = [to_simplified(c.text) for c in chunks[start : start + _BATCH]]
            rows[start : start + len(texts)] = self._embed(texts)
            yield start + len(texts), len(chunks)
        return Draft.of(report, chunks, rows, addition.english, order, addition.figures)

    def _whole(self, report_id: str) -> Selection | None:
        """A report that is there, and in a segment of which nothing is damaged."""
        while (known := self._store.find(report_id)) is not None:
            try:
                for _ in known.segment.file.verify_steps(again=False):
                    pass
                return known
            except StaleIndex as stale:
                self._store.drop(known.segment, stale)
        return None

    def _write_steps(self, drafts: Sequence[Draft]) -> Generator[int, None, None]:
        """Write reports as a new segment, and take them out of those they were in."""
        ids = {draft.entry.id for draft in drafts}

        def taking_in(part: Part) -> Change:
            return lambda before: [*without(before, ids), part]

        with self._store.draft() as path:
            contents = yield from gather_steps(drafts)
            size, checksum = yield from write_segment(
                path, contents, self._embedder.fingerprint, self._embedder.dimension
            )
            self._store.publish(path, size, checksum, taking_in)

    def _merge_steps(self, due: Sequence[Opened]) -> Generator[int, None, None]:
        """Write the reports of some segments as one, in place of them."""
        sources: list[Source] = [Kept(o.live) for o in due]
        names = {o.part.name for o in due}
        ids = [entry.id for source in sources for entry in source.entries]

        def in_place(part: Part) -> Change:
            def change(before: tuple[Opened, ...]) -> list[Part]:
                if not names <= {o.part.name for o in before}:
                    return [o.part for o in before]  # another handle was faster
                live = {e.id for o in before if o.part.name in names for e in Kept(o.live).entries}
                forgotten = frozenset(n for n, report_id in enumerate(ids) if report_id not in live)
                merged = [Part(part.name, part.size, part.checksum, forgotten)] if live else []
                return [*merged, *(o.part for o in before if o.part.name not in names)]

            return change

        for o in due:  # what is damaged must not get a new checksum
            for _ in o.segment.file.verify_steps():
                yield 0
        with self._store.draft() as path:
            contents = yield from gather_steps(sources)
            size, checksum = yield from write_segment(
                path, contents, self._embedder.fingerprint, self._embedder.dimension
            )
            self._store.publish(path, size, checksum, in_place)

    def _drop_damaged(self, opened: Sequence[Opened]) -> bool:
        """Leave out those of the segments that are damaged; false where none is."""
        found = False
        for o in opened:
            try:
                for _ in o.segment.file.verify_steps():
                    pass
            except StaleIndex as stale:
                self._store.drop(o.segment, stale)
                found = True
        return found

    def _next_order(self) -> int:
        return 1 + max((int(o.segment.orders.max(initial=-1)) for o in self._store.opened()), default=-1)

    def _embed(self, texts: Sequence[str]) -> Vectors:
        return np.nan_to_num(self._embedder.embed(texts), nan=0.0, posinf=0.0, neginf=0.0)


def _with(draft: Draft, addition: Addition) -> Draft:
    if addition.english is not None:
        draft = draft.with_english(addition.english)
    return draft if addition.figures is None else draft.with_figures(addition.figures)


def _chosen(opened: Sequence[Opened], report_ids: Reports[str] | None) -> list[Selection]:
    if report_ids is None:
        return [o.live for o in opened]
    wanted = frozenset(report_ids)
    chosen: list[Selection] = []
    for o in opened:
        numbers = o.segment.numbers
        among = np.zeros(len(numbers), dtype=np.bool_)
        among[[numbers[report_id] for report_id in wanted if report_id in numbers]] = True
        among &= o.live.reports
        if among.any():
            chosen.append(o.live if (among == o.live.reports).all() else Selection(o.segment, among))
    return chosen


def _due(opened: Sequence[Opened]) -> tuple[Opened, ...]:
    """The segments that should become one, or none."""
    by_size = sorted(opened, key=lambda o: -int(o.segment.vector_starts[-1]))
    sizes = [int(o.segment.vector_starts[-1]) for o in by_size]
    for n, size in enumerate(sizes):
        smaller = sum(sizes[n + 1 :])
        if n + 1 < len(sizes) and _GROWTH * smaller >= size:
            return tuple(by_size[n:])
    return next(((o,) for o in by_size if o.live.count < (1 - _WASTE) * len(o.live.reports)), ())


def _result(steps: Generator[object, None, _T]) -> _T:
    """What a generator of steps gives at its end."""
    while True:
        try:
            next(steps)
        except StopIteration as end:
            result: _T = end.value
            return result
