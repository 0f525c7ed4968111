"""Fills the translation of a report in: what is on screen first, then onwards from there. No Qt."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from threading import Lock
from typing import TYPE_CHECKING, Final

from desktop.steps import Step, Work
from desktop.translations import pack, unpack
from index.report import Report

if TYPE_CHECKING:
    from desktop.services import Services
    from models.translation import Translation

FIRST_BATCH: Final = 4
BATCH: Final = 10
_LOOKED_UP: Final = 400


@dataclass(frozen=True, slots=True)
class Filled:
    """Translations that are ready, by sentence id; ``kept`` ones come from the library and say no speed."""

    pairs: tuple[tuple[str, Translation], ...]
    kept: bool = False


class TranslationQueue:
    """The sentences still to translate. The window says what is urgent while a worker takes from it."""

    def __init__(self, order: Sequence[str]) -> None:
        self._order = order
        self._places: dict[str, int] = {}
        self._pending = dict.fromkeys(order)
        self._urgent: list[str] = []
        self._from = 0
        self._lock = Lock()

    def __len__(self) -> int:
        return len(self._pending)

    def prioritise(self, urgent: Sequence[str]) -> None:
        """Take ``urgent`` next, and go on from the last of them."""
        with self._lock:
            self._urgent = list(urgent)
            if urgent:
                if not self._places:
                    self._places = {s: i for i, s in enumerate(self._order)}
                self._from = self._places.get(urgent[-1], self._from)

    def discard(self, done: Iterable[str]) -> None:
        """These are translated."""
        with self._lock:
            for sentence in done:
                self._pending.pop(sentence, None)

    def upcoming(self) -> list[str]:
        """All that is pending, in the order in which it would be taken now."""
        with self._lock:
            return list(dict.fromkeys(self._walk()))

    def take(self, count: int) -> list[str]:
        """The next sentences; empty when all are done."""
        with self._lock:
            taken = list(islice(dict.fromkeys(islice(self._walk(), count * 2)), count))
            for sentence in taken:
                del self._pending[sentence]
            return taken

    def put_back(self, sentences: Iterable[str]) -> None:
        """These were taken and not translated after all."""
        with self._lock:
            self._pending.update(dict.fromkeys(sentences))

    def _walk(self) -> Iterator[str]:
        for sentence in self._urgent:
            if sentence in self._pending:
                yield sentence
        count = len(self._order)
        for i in range(count):
            sentence = self._order[(self._from + i) % count]
            if sentence in self._pending:
                yield sentence


def fill(services: Services, report: Report, queue: TranslationQueue) -> Work:
    """Translate what is in ``queue``; each step carries a ``Filled``."""
    words = {s.id: s.span for s in report.sentences}
    total = len(words)
    remembered = _from_memory(services, report, queue)
    if remembered:
        yield Step(total - len(queue), total, Filled(remembered, kept=True))
    translator = services.enforced(report.language, report.language.other)
    library = services.library()
    yield Step(total - len(queue), total, Filled((), kept=True))
    upcoming = queue.upcoming()
    for start in range(0, len(upcoming), _LOOKED_UP):
        sources = {s: words[s].of(report.text) for s in upcoming[start : start + _LOOKED_UP]}
        kept = translator.kept(library, sources.values())
        found: list[tuple[str, Translation]] = []
        for sentence, source in sources.items():
            known = unpack(source, kept[source]) if source in kept else None
            if known is not None:
                found.append((sentence, known))
        queue.discard(sentence for sentence, _ in found)
        yield Step(total - len(queue), total, Filled(tuple(found), kept=True))
    count = FIRST_BATCH
    while taken := queue.take(count):
        made: list[Translation] = []
        try:
            made = translator.translate([words[s].of(report.text) for s in taken])
        finally:
            if len(made) < len(taken):
                queue.put_back(taken)
        good = {t.source: pack(t) for t in made if t.engine != "none"}
        translator.keep(library, good)
        yield Step(total - len(queue), total, Filled(tuple(zip(taken, made, strict=True))))
        count = BATCH
    return total


def _from_memory(
    services: Services, report: Report, queue: TranslationQueue
) -> tuple[tuple[str, Translation], ...]:
    """What the memory holds of the sentences in ``queue``; they are taken out of it."""
    words = {s.id: s.span for s in report.sentences}
    upcoming = queue.upcoming()
    sources = [words[s].of(report.text) for s in upcoming]
    known = services.memories().memory.translations(sources, report.language)
    found = tuple((s, t) for s, t in zip(upcoming, known, strict=True) if t is not None)
    queue.discard(s for s, _ in found)
    return found
