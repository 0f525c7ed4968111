"""Translations of collected passages that had none: looked for in the background, filled in as they come."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.jobs import Lane
from desktop.quoting import Wanted, with_translation
from desktop.steps import Step, Work
from index.briefs import Quote, Shelf
from index.sentences import split_sentences

if TYPE_CHECKING:
    from desktop.services import Services


class QuoteFilling(QObject):
    """``filled`` follows where something was; what could not be translated stays as it is."""

    filled = Signal()
    failed = Signal(object)

    def __init__(self, services: Services, shelf: Callable[[], Shelf], parent: QObject) -> None:
        super().__init__(parent)
        self._services, self._shelf = services, shelf
        self._wanted: dict[str, Wanted] = {}
        self._lane = Lane("brief translate", self)

    @property
    def is_busy(self) -> bool:
        """True while something is translated."""
        return self._lane.busy

    def translate(self, quote: Quote) -> None:
        """Look for the translation of a passage that has none."""
        spans = split_sentences(quote.source, quote.language)
        self.fill({quote.id: (quote, tuple(span.of(quote.source) for span in spans))})

    def fill(self, wanted: Mapping[str, Wanted]) -> None:
        """Look for these too, by the ids of their entries."""
        if not wanted:
            return
        self._wanted.update(wanted)
        job = self._lane.start(_filling(self._services, self._shelf(), dict(self._wanted)))
        job.progressed.connect(self._take)
        job.failed.connect(self._give_up)

    def _take(self, step: object) -> None:
        if isinstance(step, Step) and isinstance(step.value, str):
            self._wanted.pop(step.value, None)
            self.filled.emit()

    def _give_up(self, error: object) -> None:
        self._wanted.clear()
        self.failed.emit(error)

    def close(self) -> None:
        """Stop."""
        self._lane.close()


def _filling(services: Services, shelf: Shelf, wanted: Mapping[str, Wanted]) -> Work:
    """``value`` of a step is the id of an entry that is done."""
    from desktop.translations import translate_sentences

    for n, (key, (quote, sentences)) in enumerate(wanted.items()):
        yield Step(n, len(wanted))
        language = quote.language
        made = dict(translate_sentences(services, language, language.other, sentences))
        done = with_translation(quote, [made[place] for place in sorted(made)])
        if done.target:
            shelf.fill(key, done.target, done.engine, done.warning, done.doubts)
        yield Step(n + 1, len(wanted), key)
    return None
