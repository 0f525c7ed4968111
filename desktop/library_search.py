"""The search over every report of the library, whose index stays on disk; brought up to date when it is asked. No Qt.

There is one index for each encoder. While that of a newly chosen encoder is being made, the one before goes on
answering, with the encoder it was made by; it is removed once the new one has everything.
"""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Generator, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from threading import RLock
from typing import TYPE_CHECKING, Final

from desktop.translations import unpack
from index.errors import ReaderError
from index.query import parse_query
from index.report import Language, Report

if TYPE_CHECKING:
    from desktop.services import Services
    from index.collection import Addition, Collection
    from index.figure_search import FigureHit, FigureIndex
    from index.library import KnownReport
    from index.passage import Passage
    from models.package import ModelPackage

_PREFIX: Final = "library-"
_BLOCKS: Final = 1_024
"""After so many blocks (64 MB) the look at the index may be stopped."""
_READ_MOST: Final = 60
"""The figures of so many reports are kept once they were looked at."""


@dataclass(frozen=True, slots=True)
class Synced:
    """What came of bringing the index up to date: how many reports it has, and those that could not be read."""

    reports: int
    left_out: tuple[ReaderError, ...] = ()


class LibrarySearch:
    """Searches the library and the sample. Every method may be called from any thread."""

    def __init__(self, services: Services) -> None:
        self._services = services
        self._lock = RLock()
        self._collections: dict[str, Collection] = {}
        self._answering: Collection | None = None
        self._figures: dict[str, FigureIndex] = {}
        self._sample: KnownReport | None = None

    def search(self, query: str, limit: int = 10) -> tuple[Passage, ...]:
        """The best passages of all reports that are in the index, best first."""
        asked = parse_query(query)
        among = None
        if asked.reports or asked.years:
            among = frozenset(r.id for r in self._known() if asked.takes(r.title, r.place, r.year))
        rendered = self._services.rendered(query)
        return self._serving().search(query, limit, among, rendered, self._english)

    def figures(self, query: str, report_ids: Sequence[str], limit: int = 5) -> tuple[FigureHit, ...]:
        """The figures that ``query`` asks for in some reports, best first; each is read, which takes a moment."""
        from index.figure_search import best_figures
        from index.fusion import query_vector
        from index.variants import to_simplified

        asked, rendered = parse_query(query), to_simplified(self._services.rendered(query))
        if not any(char.isalnum() for char in asked.text):
            return ()
        indexes = [found for i in report_ids if (found := self._figures_of(i)) is not None]
        vector = query_vector(self._services.embedder().embed, asked.text, rendered)
        return best_figures(asked, vector, indexes, limit, rendered)

    def _figures_of(self, report_id: str) -> FigureIndex | None:
        with self._lock:
            known = self._figures.get(report_id)
        if known is not None:
            return known
        from index.figure_search import FigureIndex
        from index.readers import open_report

        where = self.report(report_id)
        if where is None:
            return None
        try:
            report = open_report(where.path)
        except ReaderError:
            return None  # its passages are in the index, its figures are not
        known = FigureIndex.build(report_id, self._services.indicators(report), self._services.embedder())
        with self._lock:
            if len(self._figures) >= _READ_MOST:
                self._figures.clear()
            self._figures[report_id] = known
        return known

    def report(self, report_id: str) -> KnownReport | None:
        """What is known of a report that a passage comes from."""
        return next((known for known in self._known() if known.id == report_id), None)

    def sync_steps(self) -> Generator[tuple[int, int], None, Synced]:
        """Take in what is new in the library and forget what has left it, in steps that tell ``(done, total)`` reports.

        Ended early, it keeps what it has done. Raises MissingModel, DamagedModel, UnwritableFolder.
        """
        package = self._services.catalog().encoder()
        collection = self._collection(package)
        for done, _ in collection.verify_steps(again=False):  # what is damaged is made again below
            if done % _BLOCKS == 0:
                yield 0, 0
        wanted = {known.id: known for known in self._known()}
        for gone in set(collection.report_ids) - set(wanted):
            collection.forget(gone)
        missing = [wanted[i] for i in wanted if i not in set(collection.report_ids)]
        left_out: list[ReaderError] = []
        if missing:
            yield 0, len(missing)
            for done in collection.add_many_steps(self._additions(missing, left_out)):
                yield done, len(missing)
            for _ in collection.compact_steps():
                yield len(missing), len(missing)
        with self._lock:
            self._answering = None
        if not left_out:
            self._remove_others(package)
        return Synced(len(collection.report_ids), tuple(left_out))

    def add(self, report: Report, english: Mapping[str, str] | None = None) -> None:
        """Take in a report that is open anyway, and its English; raises like ``sync_steps``."""
        collection = self._collection(self._services.catalog().encoder())
        known = report.id in collection.report_ids
        if english is not None or not known:
            figures = None if known else self._services.indicators(report)
            collection.add(report, english, figures)
            with self._lock:
                self._answering = None

    def forget_encoders(self) -> None:
        """Encoders came or went."""
        with self._lock:
            self._collections.clear()
            self._figures.clear()
            self._answering = None

    @property
    def exists(self) -> bool:
        """True once the library was searched: there is an index, of whatever encoder."""
        return any(self._services.index_folder.glob(f"{_PREFIX}*"))

    @property
    def encoder(self) -> str:
        """The name of the encoder that answers; another than the chosen one while that one's index is being made."""
        answering = self._serving()
        with self._lock:
            fingerprint = next(key for key, each in self._collections.items() if each is answering)
        return next((p.name for p in self._services.catalog().encoders() if p.fingerprint == fingerprint), "")

    @property
    def notices(self) -> tuple[ReaderError, ...]:
        """What the user should be told of the indexes."""
        with self._lock:
            return tuple(notice for each in self._collections.values() for notice in each.notices)

    def _known(self) -> tuple[KnownReport, ...]:
        """The reports of the library, and the sample."""
        from desktop.services import SAMPLE
        from index.library import KnownReport
        from resources import resource_path

        known = {report.id: report for report in self._services.library().reports()}
        with self._lock:
            if self._sample is None:
                from index.readers import open_report

                report = open_report(resource_path(*SAMPLE))
                self._sample = KnownReport(
                    report.id, report.title, report.place, report.year, report.language, report.path
                )
        known.setdefault(self._sample.id, self._sample)
        return tuple(known.values())

    def _additions(self, missing: list[KnownReport], left_out: list[ReaderError]) -> Iterator[Addition]:
        from index.collection import Addition
        from index.readers import open_report

        for known in missing:
            try:
                report = open_report(known.path)
            except ReaderError as error:
                left_out.append(error)
                continue
            if report.id != known.id:  # the file has changed since: the library knows it as it is now
                self._services.library().forget_report(known.id)
                self._services.library().remember_report(report)
            yield Addition(report, None, self._services.indicators(report))

    def _serving(self) -> Collection:
        """The index of the chosen encoder, unless that of another has more of the library."""
        with self._lock:
            if self._answering is None:
                self._answering = self._most_complete()
            return self._answering

    def _most_complete(self) -> Collection:
        chosen = self._services.catalog().encoder()
        best = self._collection(chosen)
        wanted = {known.id for known in self._known()}
        most = len(wanted & set(best.report_ids))
        if most == len(wanted):
            return best
        for package in self._services.catalog().encoders():
            if package.fingerprint == chosen.fingerprint or not self._folder(package).is_dir():
                continue
            with suppress(ReaderError):
                other = self._collection(package)
                if (found := len(wanted & set(other.report_ids))) > most:
                    best, most = other, found
        return best

    def _collection(self, package: ModelPackage) -> Collection:
        with self._lock:
            known = self._collections.get(package.fingerprint)
            if known is None:
                from index.collection import Collection
                from models.embedding import load_embedder

                chosen = self._services.catalog().encoder()
                same = package.fingerprint == chosen.fingerprint
                embedder = self._services.embedder() if same else load_embedder(package)
                known = Collection(self._folder(package), embedder)
                self._collections[package.fingerprint] = known
            return known

    def _folder(self, package: ModelPackage) -> Path:
        encoder = hashlib.sha256(package.fingerprint.encode("utf-8")).hexdigest()[:12]
        return self._services.index_folder / f"{_PREFIX}{encoder}"

    def _remove_others(self, package: ModelPackage) -> None:
        """Indexes can be made again, and those of other encoders are of no use once this one is whole."""
        own = self._folder(package)
        with self._lock:
            others = [path for path in own.parent.glob(f"{_PREFIX}*") if path != own and path.is_dir()]
            if others:
                self._collections = {
                    key: each for key, each in self._collections.items() if key == package.fingerprint
                }
        for path in others:
            shutil.rmtree(path, ignore_errors=True)

    def _english(self, text: str) -> str:
        """The English of a sentence or a heading, where it was translated once."""
        try:
            translator = self._services.enforced(Language.ZH, Language.EN)
        except ReaderError:
            return ""
        kept = translator.kept(self._services.library(), [text]).get(text)
        translation = unpack(text, kept) if kept is not None else None
        return translation.target if translation is not None else ""
