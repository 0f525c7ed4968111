"""Saved searches in the window: kept, run again, and what has come in since. The search panel shows them."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, TypeVar

from PySide6.QtCore import QObject, Signal

from desktop.jobs import Job, Lane
from desktop.steps import Step, Work
from desktop.undo import SEARCHES, Change
from index.errors import ReaderError, UnreadableReport
from index.readers import open_report
from index.report import Report
from index.saved_searches import SavedSearch, SavedSearches, Scope

if TYPE_CHECKING:
    from desktop.services import Services
    from desktop.session import Session
    from index.passage import Passage

_T = TypeVar("_T")
LIMIT: Final = 50
"""Passages that a run shows, best first: what is new but far from the query is no news."""
SEEN: Final = 400
"""Passages that a run remembers. More than it shows: added reports change how words are weighed, and what moves up a
little by that is not new."""


@dataclass(frozen=True, slots=True)
class Findings:
    """What a saved search found, and what of it was not there at the last run; at the first all of it is new."""

    search: SavedSearch
    hits: tuple[Passage, ...]
    new: tuple[Passage, ...]


class Searches(QObject):
    """The user's saved searches. What cannot be kept is told by ``failed``, and nothing is changed then.

    ``changed``: the list is another one. ``found``: the ``Findings`` of ``run``. ``counted``: id and number of new
    passages, one for each search that ``look_for_new`` looks at.
    """

    changed = Signal()
    found = Signal(object)
    counted = Signal(str, int)
    failed = Signal(object)

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self._services: Services = session.services
        self._lanes = {name: Lane(f"saved search {name}", self) for name in ("run", "count", "mark")}
        self._unmarked: list[str] = []
        session.searches_changed.connect(self.changed)
        session.closing.connect(self._finish)

    @property
    def is_busy(self) -> bool:
        """True while something is searched."""
        return any(lane.busy for lane in self._lanes.values())

    # The list

    def all(self) -> tuple[SavedSearch, ...]:
        """The saved searches, the oldest first; the store is not opened where there is none."""
        if not self._services.has_annotations:
            return ()
        return self._guarded(self._kept.all) or ()

    def find(self, key: str) -> SavedSearch | None:
        """One of them."""
        if not self._services.has_annotations:
            return None
        return self._guarded(lambda: self._kept.find(key))

    def save(self, query: str, scope: Scope = Scope.LIBRARY, name: str = "") -> SavedSearch | None:
        """Keep a search, of the open report where that is its scope; what it finds now is looked up and not new later."""
        query = " ".join(query.split())
        text = self._session.text
        if not query or (scope is Scope.REPORT and text is None):
            return None
        report = text.report if text is not None and scope is Scope.REPORT else None
        of_report = (report.id, report.title) if report is not None else ("", "")
        made = self._guarded(lambda: self._kept.add(name or query, query, scope, *of_report))
        if made is not None:
            key = made.id
            change = Change(lambda: self._kept.delete(key), lambda: self._kept.restore(key), SEARCHES)
            self._session.changes.add(change)
            self._session.look_again(change)
            self._unmarked.append(key)
            self._mark()
        return made

    def _mark(self) -> None:
        """What searches find that were saved just now is seen."""
        searches = tuple(search for search in self.all() if search.id in self._unmarked)
        job = self._lanes["mark"].start(_searching(self._services, searches, self._report()))
        job.progressed.connect(self._marked)  # where nothing can be searched, that is told elsewhere

    def _marked(self, step: object) -> None:
        for key, hits in _found(step):
            self.mark_seen(key, hits)
            if key in self._unmarked:
                self._unmarked.remove(key)

    def rename(self, key: str, name: str) -> bool:
        """Call a search otherwise; False where there is nothing to do, or it could not be kept."""
        known, name = self.find(key), " ".join(name.split())
        if known is None or not name or name == known.name:
            return False
        before = known.name
        undo = lambda: self._kept.rename(key, before)  # noqa: E731
        return self._session.change(Change(undo, lambda: self._kept.rename(key, name), SEARCHES))

    def delete(self, key: str) -> bool:
        """Delete a search; undo brings it back with what it has seen."""
        if self.find(key) is None:
            return False
        undo = lambda: self._kept.restore(key)  # noqa: E731
        return self._session.change(Change(undo, lambda: self._kept.delete(key), SEARCHES))

    # Running

    def run(self, key: str, *, mark: bool = True) -> Job | None:
        """Search again, in the background; ``found`` follows. What was found counts as seen, unless ``mark`` is off."""
        search = self.find(key)
        if search is None:
            return None
        job = self._lanes["run"].start(_running(self._services, search, self._report()))
        job.succeeded.connect(lambda hits: self._tell(key, hits, mark=mark))
        job.failed.connect(self.failed)
        return job

    def _tell(self, key: str, hits: object, *, mark: bool) -> None:
        search = self.find(key)
        if search is None or not isinstance(hits, tuple):
            return
        findings = Findings(search, hits[:LIMIT], search.unseen(hits[:LIMIT]))
        if mark:
            self.mark_seen(key, hits)
        self.found.emit(findings)

    def mark_seen(self, key: str, hits: Iterable[Passage]) -> None:
        """These were looked at; no step of the history."""
        self._guarded(lambda: self._kept.mark_seen(key, hits))

    def look_for_new(self) -> Job | None:
        """Count what is new for every search, after reports were added; ``counted`` follows for each."""
        searches = self.all()
        if not searches:
            return None
        job = self._lanes["count"].start(_searching(self._services, searches, self._report()))
        job.progressed.connect(self._count)
        job.failed.connect(self.failed)
        return job

    def _count(self, step: object) -> None:
        for key, hits in _found(step):
            search = self.find(key)
            if search is not None:
                self.counted.emit(key, len(search.unseen(hits[:LIMIT])))

    # Common

    @property
    def _kept(self) -> SavedSearches:
        return SavedSearches(self._services.annotations())

    def _report(self) -> Report | None:
        return self._session.text.report if self._session.text is not None else None

    def _guarded(self, use: Callable[[], _T]) -> _T | None:
        try:
            return use()
        except ReaderError as error:
            self.failed.emit(error)
            return None

    def _finish(self) -> None:
        for lane in self._lanes.values():
            lane.close()


_Hits = tuple["Passage", ...]
_Search = Generator[Step, None, _Hits]


def _found(step: object) -> tuple[tuple[str, _Hits], ...]:
    """What a step of ``_searching`` has found: a search's id and its passages."""
    value = step.value if isinstance(step, Step) else None
    return (value,) if isinstance(value, tuple) else ()


def _running(services: Services, search: SavedSearch, shown: Report | None) -> Work:
    yield Step(0, 1)
    if search.scope is Scope.REPORT:
        return (yield from _in_report(services, search, shown))
    yield from _up_to_date(services)
    return services.library_search().search(search.query, SEEN)


def _searching(services: Services, searches: tuple[SavedSearch, ...], shown: Report | None) -> Work:
    """``value`` of a step is a search's id and what it finds; one whose report is gone is left out."""
    if any(search.scope is Scope.LIBRARY for search in searches):
        yield from _up_to_date(services)
    for n, search in enumerate(searches, start=1):
        if search.scope is Scope.REPORT:
            try:
                hits = yield from _in_report(services, search, shown)
            except UnreadableReport:
                continue
        else:
            hits = services.library_search().search(search.query, SEEN)
        yield Step(n, len(searches), (search.id, hits))
    return None


def _up_to_date(services: Services) -> Generator[Step, None, None]:
    for done, total in services.library_search().sync_steps():
        yield Step(done, total)


def _in_report(services: Services, search: SavedSearch, shown: Report | None) -> _Search:
    """The passages of the report that a search is about, or of a newer text of it. Raises UnreadableReport."""
    report = shown if shown is not None and shown.id == search.report else None
    if report is None:
        library = services.library().reports()
        known = [r for r in library if r.id == search.report] or [
            r for r in library if r.title == search.title
        ]
        if len(known) != 1:  # several of this title: of which the search is cannot be told
            raise UnreadableReport(search.title, "it is not in the library any more")
        report = open_report(known[0].path)
    if report.id not in services.searcher().report_ids:
        for done, total in services.searcher().add_steps(report):
            yield Step(done, total)
    return services.search(search.query, SEEN, (report.id,))
