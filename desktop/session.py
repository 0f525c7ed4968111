"""One report being read: opening, translating, indexing, searching, each in its own lane. No widgets."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QObject, Signal

from desktop.jobs import Job, Lane
from desktop.reader.bilingual import Bilingual
from desktop.services import Services
from desktop.session_work import aligning, analysing, indexing, reading, stepping
from desktop.steps import Step, Work
from desktop.undo import OWN_WORK, Change, UndoHistory
from index.errors import ReaderError
from index.readers import open_report
from index.readers.parsing import APART
from index.report import Language, Report

if TYPE_CHECKING:
    from desktop.reader.filling import TranslationQueue
    from index.indicators.corrections import Corrected
    from models.translation import Translation

LANES: Final = tuple("open analyse index search library translate align memory change".split())
AT_ONCE: Final = 400_000
"""Bytes up to which a file is read on the spot, so that the first paint shows text."""


class Progress(NamedTuple):
    """How far the translation is; ``seconds_left`` is None until that can be said."""

    done: int
    total: int
    seconds_left: float | None = None


class Session(QObject):
    """The work behind the window. All signals are emitted on the UI thread."""

    report_opened = Signal(object)
    opening = Signal(str)
    indicators_found = Signal(object)
    indexed = Signal()
    hits_found = Signal(object)
    library_progressed = Signal(int, int)
    """How many reports of the library are taken in; nothing is left to do where both are the same."""
    translated = Signal(object)
    progressed = Signal(object)
    translation_stopped = Signal(bool)
    translation_unavailable = Signal(object)
    search_unavailable = Signal(object)
    aligned = Signal(str)
    untranslated = Signal(object)
    changes_changed = Signal(bool, bool)
    briefs_changed = Signal()
    searches_changed = Signal()
    notes_changed = Signal()
    words_changed = Signal()
    library_changed = Signal()
    changed = Signal(object)
    """A ``Change`` was made, taken back or made again here; other windows that show the same must look again."""
    closing = Signal()
    failed = Signal(object)

    def __init__(self, services: Services, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.services = services
        self.text: Bilingual | None = None
        self.translation_done = False
        self.is_indexed = False
        self.analysed = False
        self.search_error = False
        self.corrected: Corrected | None = None
        self._lanes = {name: Lane(name, self) for name in LANES}
        self._queue: TranslationQueue | None = None
        self._stale: set[str] = set()
        self._urgent: list[str] = []
        self._started = (0.0, 0)
        self._told: set[str] = set()
        self._aligning = ""
        self._taken_in = False
        self.changes = UndoHistory()
        self._release = services.hold()

    # Opening

    def open(self, path: str) -> None:
        """Open a file; ``report_opened`` or ``failed`` follows, at once for text files of usual size."""
        try:
            small = Path(path).suffix.lower() not in APART and Path(path).stat().st_size <= AT_ONCE
        except (OSError, ValueError):
            small = True  # the reader says what is wrong with it
        if small:
            try:
                self._show(open_report(path))
            except ReaderError as error:
                self.failed.emit(error)
            return
        self.opening.emit(path)
        self._run("open", reading(path), self._show_object)

    def _show_object(self, report: object) -> None:
        if isinstance(report, Report):
            self._show(report)

    def _show(self, report: Report) -> None:
        for lane in ("analyse", "index", "search", "translate", "align", "memory"):
            self._lanes[lane].cancel()
        self.text = Bilingual(report)
        self.translation_done = self.is_indexed = self.analysed = self.search_error = False
        self.corrected = None
        self._queue = None
        self._stale.clear()
        self.changes.leave_report()
        self.tell_changes()
        self.report_opened.emit(self.text)

    def begin(self) -> None:
        """Start what goes on behind the text; called once the text is on screen."""
        if self.text is None:
            return
        self.analyse()
        self.index()
        self.translate()

    def index(self) -> None:
        """Index the report for the search, with its English where that is whole."""
        if self.text is None:
            return
        self.is_indexed = self.search_error = False
        whole = self.translation_done and self.text.target == "en"
        english = {k: t.target for k, t in self.text.translations.items()} if whole else None
        job = self._lanes["index"].start(indexing(self.services, self.text.report, english))
        job.succeeded.connect(self._tell_indexed)
        job.failed.connect(self._search_failed)

    def analyse(self) -> None:
        """Look for the figures of the report, with the user's corrections."""
        if self.text is not None:
            self._run("analyse", analysing(self.services, self.text.report), self._tell_indicators)

    @property
    def is_opening(self) -> bool:
        """True while a large file is being read."""
        return self._lanes["open"].busy

    def _tell_indicators(self, found: object) -> None:
        self.analysed = True
        corrected: Corrected = found  # type: ignore[assignment]  # the lane carries any object
        self.corrected = corrected
        self.indicators_found.emit(corrected.indicators)
        notice = self.services.annotations_notice
        if notice is not None:
            self._tell_once((notice,))

    def _tell_indexed(self, _: object) -> None:
        self.is_indexed = True
        self._taken_in = False  # the report may be new to the library
        self.indexed.emit()
        self._tell_once(self.services.searcher().notices)

    def _search_failed(self, error: object) -> None:
        self.search_error = True
        if isinstance(error, ReaderError):
            self.search_unavailable.emit(error)
        self.failed.emit(error)

    # Translating

    def translate(self) -> None:
        """Translate what is not translated yet."""
        if self.text is None or self.translation_done:
            return
        from desktop.reader.filling import TranslationQueue, fill

        # Made anew each time: what a job had taken when it was stopped is pending again.
        self._queue = TranslationQueue([s.id for s in self.text.report.sentences])
        self._queue.discard(self.text.translations.keys() - self._stale)
        self._queue.prioritise(self._urgent)
        self._started = (time.monotonic(), len(self._queue))
        job = self._lanes["translate"].start(fill(self.services, self.text.report, self._queue))
        job.progressed.connect(self._take_translations)
        job.succeeded.connect(self._finish_translations)
        job.failed.connect(self._translation_failed)

    def retranslate(self) -> None:
        """Translate the whole report anew, with the model that serves now; what it made before comes from the library."""
        if self.text is None:
            return
        self._lanes["align"].cancel()
        self._aligning = ""
        self._translate_anew(s.id for s in self.text.report.sentences)

    def stop_translating(self) -> None:
        """Stop after the batch that is under way."""
        self._lanes["translate"].cancel()
        self.translation_stopped.emit(False)

    def translate_again(self, sentences: Iterable[str]) -> None:
        """Translate these anew; what is shown of them stays until then."""
        again = list(sentences)
        if self.text is not None and again:
            self._translate_anew(again)

    def _translate_anew(self, sentences: Iterable[str]) -> None:
        assert self.text is not None
        for sentence in sentences:
            self._stale.add(sentence)
            self.text.alignments.pop(sentence, None)
        self.translation_done = False
        self.translate()

    @property
    def is_translating(self) -> bool:
        """True while sentences are being translated."""
        return self._lanes["translate"].busy

    def prioritise(self, sentences: list[str]) -> None:
        """Translate these next."""
        self._urgent = sentences
        if self._queue is not None:
            self._queue.prioritise(sentences)

    def _take_translations(self, step: object) -> None:
        from desktop.reader.filling import Filled

        if not isinstance(step, Step) or not isinstance(step.value, Filled):
            return
        self._stale.difference_update(sentence for sentence, _ in step.value.pairs)
        pairs = self._without_remembered(step.value.pairs)
        if pairs:
            self.translated.emit(pairs)
        if step.value.kept:
            self._started = (time.monotonic(), step.total - step.done)
        began, then = self._started
        left = step.total - step.done
        made = then - left
        seconds = (time.monotonic() - began) / made * left if made >= 8 else None
        self.progressed.emit(Progress(step.done, step.total, seconds))
        self._tell_library()

    def take_asked(self, step: object) -> None:
        """Show translations that were made out of turn."""
        from desktop.reader.filling import Filled

        if isinstance(step, Step) and isinstance(step.value, Filled) and self.text is not None:
            pairs = self._without_remembered(step.value.pairs)
            if self._queue is not None:
                self._queue.discard(sentence for sentence, _ in pairs)
            if pairs:
                self.translated.emit(pairs)

    def _finish_translations(self, _: object) -> None:
        self.translation_done = True
        self.translation_stopped.emit(True)
        self._index_translation()

    def _index_translation(self) -> None:
        """Let the search find the words of the translation, once there is all of it."""
        if self.text is None or not self.is_indexed or self.text.target != "en":
            return
        english = {key: t.target for key, t in self.text.translations.items()}
        self._run("index", indexing(self.services, self.text.report, english), None)

    def _translation_failed(self, error: object) -> None:
        self.translation_stopped.emit(False)
        if isinstance(error, ReaderError):
            self.translation_unavailable.emit(error)
        self.failed.emit(error)

    # Aligning

    def align(self, sentence: str) -> None:
        """Find which words of a sentence and of its translation say the same; ``aligned`` follows."""
        text = self.text
        translation = text.translations.get(sentence) if text is not None else None
        if text is None or translation is None or self._aligning == sentence or translation.engine == "none":
            return
        self._aligning = sentence
        work = aligning(self.services, text.report, translation)
        self._run(
            "align",
            work,
            lambda links: self._tell_alignment(text, sentence, translation, links),
            self._not_aligned,
        )

    def _tell_alignment(
        self, text: Bilingual, sentence: str, translation: Translation, links: object
    ) -> None:
        self._aligning = ""
        if isinstance(links, tuple) and text.translations.get(sentence) is translation:
            text.alignments[sentence] = links
            self.aligned.emit(sentence)

    def _not_aligned(self, _: object) -> None:
        """Where no network can be asked there are no word links; that the model is missing is told elsewhere."""
        self._aligning = ""

    # What the user changes

    def undo(self) -> None:
        """Take the last change back, whatever it was."""
        self._step(self.changes.undo)

    def redo(self) -> None:
        """Make it again."""
        self._step(self.changes.redo)

    def change(self, change: Change) -> bool:
        """Make a change that can be undone; False where it could not be kept, which is told."""
        try:
            self.changes.do(change)
        except ReaderError as error:
            self.failed.emit(error)
            return False
        self.look_again(change)
        return True

    def _step(self, step: Callable[[], Change | None]) -> None:
        if self._lanes["change"].busy:
            return  # one step at a time
        if self.changes.is_large:
            self._run("change", stepping(step), self._stepped)
            return
        try:
            self._stepped(step())
        except ReaderError as error:
            self.failed.emit(error)

    def _stepped(self, change: object) -> None:
        if isinstance(change, Change):
            self.look_again(change)

    def look_again(self, change: Change) -> None:
        """Show what a change touched, here and wherever else it is seen."""
        self.follow(change)
        self.tell_changes()
        self.changed.emit(change)

    def follow(self, change: Change) -> None:
        """Show what a change touched, which may have been made in another window."""
        if change.touches == "figures":
            self.analyse()
        elif change.touches in OWN_WORK:
            getattr(self, f"{change.touches}_changed").emit()
        else:
            self.refresh_translations()

    def tell_changes(self) -> None:
        """Say what can be undone and redone."""
        self.changes_changed.emit(self.changes.can_undo, self.changes.can_redo)

    def refresh_translations(self) -> None:
        """Show what the memory says now, and the machine's version of what it no longer holds."""
        if self.text is None:
            return
        from desktop.remembered import refreshing

        work = refreshing(self.services, self.text.report, dict(self.text.translations))
        self._run("memory", work, self._take_refreshed)

    def _take_refreshed(self, found: object) -> None:
        from desktop.remembered import Refreshed

        if self.text is None or not isinstance(found, Refreshed):
            return
        if found.pairs:
            self.translated.emit(found.pairs)
        if found.missing:
            for sentence in found.missing:
                self.text.translations.pop(sentence, None)
            self.untranslated.emit(found.missing)
            self.translation_done = False
            self.translate()
        elif self.translation_done and found.pairs:
            self._index_translation()

    def _without_remembered(
        self, pairs: tuple[tuple[str, Translation], ...]
    ) -> tuple[tuple[str, Translation], ...]:
        """Without those that were corrected while the machine was at work on them."""
        shown = self.text.translations if self.text else {}
        language = self.text.source if self.text else Language.ZH
        memory = self.services.memories().memory

        def is_late(sentence: str, made: Translation) -> bool:
            before = shown.get(sentence)
            remembered = before is not None and before.engine == "memory" != made.engine
            return remembered and memory.exact(made.source, language) is not None

        return tuple(pair for pair in pairs if not is_late(*pair))

    # Searching

    def search(self, query: str, everywhere: bool = False) -> None:
        """Look for ``query`` in the report or in all; ``hits_found`` follows unless a newer query comes first."""
        from desktop.answers import Answer, asking_library, asking_report

        if everywhere:
            self.take_in()
        if not query.strip() or (self.text is None and not everywhere):
            self._lanes["search"].cancel()
            self.hits_found.emit(Answer(query, everywhere=everywhere))
            return
        if everywhere or self.text is None:
            work = asking_library(self.services, query)
        else:
            work = asking_report(self.services, self.text.report, query)
        job = self._run("search", work, self.hits_found.emit, self._search_failed)
        job.progressed.connect(self._tell_answer)

    def _tell_answer(self, step: Step) -> None:
        if step.value is not None:
            self.hits_found.emit(step.value)

    def take_in(self) -> None:
        """Bring the index of the library up to date, once in a session and after changes; progress is told."""
        if self._taken_in or self._lanes["library"].busy:
            return
        from desktop.answers import taking_in

        self._taken_in = True
        job = self._run("library", taking_in(self.services), self._tell_taken_in, self._taking_in_failed)
        job.progressed.connect(lambda step: self.library_progressed.emit(step.done, step.total))

    def renew_library(self) -> None:
        """Another encoder serves: make its index of the library behind the work, where there was one before."""
        self._taken_in = False
        if self.services.library_search().exists or self._lanes["library"].busy:
            self._lanes["library"].cancel()
            self.take_in()

    def _taking_in_failed(self, error: object) -> None:
        self.library_progressed.emit(0, 0)
        self._search_failed(error)

    def _tell_taken_in(self, synced: object) -> None:
        left_out: tuple[ReaderError, ...] = getattr(synced, "left_out", ())
        self.library_progressed.emit(0, 0)
        self._tell_once((*left_out, *self.services.library_search().notices))

    # Common

    def _run(
        self,
        lane: str,
        work: Work,
        then: Callable[[object], None] | None,
        otherwise: Callable[[object], None] | None = None,
    ) -> Job:
        job = self._lanes[lane].start(work)
        if then is not None:
            job.succeeded.connect(then)
        job.failed.connect(otherwise or self.failed.emit)
        return job

    def _tell_library(self) -> None:
        notice = self.services.library().notice
        if notice is not None:
            self._tell_once((notice,))

    def _tell_once(self, notices: tuple[ReaderError, ...]) -> None:
        for notice in notices:
            key = type(notice).__name__
            if key not in self._told:
                self._told.add(key)
                self.failed.emit(notice)

    def close(self) -> None:
        """Stop everything and wait for it."""
        self.closing.emit()
        for lane in self._lanes.values():
            lane.cancel()
        for lane in self._lanes.values():
            lane.close()
        self._release()
