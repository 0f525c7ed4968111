"""Importing and exporting translation memories from the window: files, progress, and what became of them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QProgressBar, QProgressDialog

from desktop.jobs import Job, Lane
from desktop.steps import Step, Work
from index.errors import ReaderError

if TYPE_CHECKING:
    from desktop.main_window import MainWindow
    from desktop.memories import Memories, TakenIn
    from models.tmx import Skipped

_WAIT_MS: Final = 700


class MemoryFiles(QObject):
    """The two entries of the file menu."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._lane = Lane("memory file", self)
        self._progress: QProgressDialog | None = None

    # In

    def ask_import(self) -> None:
        """Ask for a file and take its pairs in."""
        words = self.tr("Import translation memory")
        kinds = self.tr("Translation memories (*.tmx);;All files (*)")
        path, _ = QFileDialog.getOpenFileName(self._window, words, "", kinds)
        if path:
            self.take_in(Path(path))

    def take_in(self, path: Path) -> Job:
        """Take the pairs of a file in, in the background."""
        progress = QProgressDialog(
            self.tr("Importing {name}…").format(name=path.name), self.tr("Cancel"), 0, 100, self._window
        )
        progress.setWindowTitle(self.tr("Import translation memory"))
        bar = QProgressBar(progress)
        bar.setTextVisible(False)
        progress.setBar(bar)
        progress.setMinimumWidth(340)
        progress.setMinimumDuration(_WAIT_MS)
        progress.setAutoClose(False)
        progress.setAutoReset(False)
        progress.setValue(0)
        self._end_progress()
        self._progress = progress
        taken: list[TakenIn] = []
        job = self._lane.start(_taking_in(self._memories, path, taken))
        progress.canceled.connect(self._lane.cancel)
        job.progressed.connect(self._show_progress)
        job.succeeded.connect(lambda _: self._taken_in(taken[0]))
        job.cancelled.connect(lambda: self._cancelled(taken))
        job.failed.connect(self._failed)
        return job

    def _show_progress(self, step: object) -> None:
        if self._progress is not None and isinstance(step, Step):
            self._progress.setValue(step.done)

    def _cancelled(self, taken: list[TakenIn]) -> None:
        if taken:  # it was all written already
            self._taken_in(taken[0])
            return
        self._end_progress()
        self._tell(self.tr("Nothing was imported."))

    def _failed(self, error: Exception) -> None:
        self._end_progress()
        self._window.gate.tell(error)

    def _taken_in(self, taken: TakenIn) -> None:
        self._end_progress()
        session = self._window.session
        if taken.added:
            session.changes.add(taken.change)
            session.look_again(taken.change)
        parts = [self.tr("{n} sentence pairs imported").format(n=f"{taken.added:,}")]
        if taken.known:
            parts.append(self.tr("{n} were known already").format(n=f"{taken.known:,}"))
        if taken.skipped.total:
            skipped = self.tr("{n} left out ({reasons})")
            parts.append(skipped.format(n=f"{taken.skipped.total:,}", reasons=self._reasons(taken.skipped)))
        self._tell("  ·  ".join(parts))

    def _reasons(self, skipped: Skipped) -> str:
        reasons = (
            (skipped.without_both_languages, self.tr("{n} not in Chinese and English")),
            (skipped.empty, self.tr("{n} empty")),
            (skipped.too_long, self.tr("{n} too long")),
            (skipped.unreadable, self.tr("{n} unreadable")),
        )
        return ", ".join(words.format(n=f"{count:,}") for count, words in reasons if count)

    def _end_progress(self) -> None:
        progress, self._progress = self._progress, None
        if progress is not None:
            progress.canceled.disconnect()
            progress.close()
            progress.deleteLater()

    # Out

    def ask_export(self) -> None:
        """Ask what to write and where."""
        from desktop.dialogs.memory_export import MemoryExportDialog
        from models.memory import Origin

        try:
            entries = self._memories.memory.entries()
        except ReaderError as error:
            self._window.gate.tell(error)
            return
        corrected = sum(1 for e in entries if e.origin is Origin.CORRECTED)
        text = self._window.view.text
        done = sum(1 for t in text.translations.values() if t.engine != "none")
        dialog = MemoryExportDialog(
            text.report.title or Path(text.report.path).name, (done, len(text.report.sentences)),
            corrected, len(entries) - corrected, self._window,
        )  # fmt: skip
        dialog.accepted.connect(lambda: self._ask_where(dialog.choice()))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _ask_where(self, choice: str) -> None:
        stem = Path(self._window.view.text.report.path).stem or "report"
        name = f"{stem}.tmx" if choice == "report" else "translation-memory.tmx"
        kinds = self.tr("Translation memories (*.tmx);;All files (*)")
        path, _ = QFileDialog.getSaveFileName(self._window, self.tr("Export translation memory"), name, kinds)
        if path:
            self.export(Path(path), choice)

    def export(self, path: Path, choice: str) -> int:
        """Write the pairs of the open report, the corrections, or all entries; gives how many, 0 where it failed."""
        from desktop.memory_export import entry_units, report_units, write_units

        text = self._window.view.text
        try:
            if choice == "report":
                units = report_units(text.report, text.translations)
            else:
                units = entry_units(self._memories.memory.entries(), with_imported=choice == "all")
            count = write_units(path, units, text.source if choice == "report" else None)
        except ReaderError as error:
            self._window.gate.tell(error)
            return 0
        self._tell(self.tr("{n} sentence pairs written to {path}").format(n=f"{count:,}", path=path))
        return count

    @property
    def _memories(self) -> Memories:
        return self._window.services.memories()

    def _tell(self, words: str) -> None:
        self._window.statusBar().showMessage(words, 10_000)

    def close(self) -> None:
        """Stop."""
        self._end_progress()
        self._lane.close()


def _taking_in(memories: Memories, path: Path, taken: list[TakenIn]) -> Work:
    steps = memories.take_in_steps(path)
    while True:
        try:
            done, total = next(steps)
        except StopIteration as end:
            taken.append(end.value)
            return None
        yield Step(done, total)
