"""Pairs the open report with its official translation, or with its original, in another file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog

from desktop.jobs import Job, Lane
from desktop.opening import report_filter
from desktop.pairs import Paired, pairing

if TYPE_CHECKING:
    from desktop.main_window import MainWindow


class Pairing(QObject):
    """One entry of the translation menu."""

    told = Signal(str)

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._lane = Lane("pairing", self)
        window.actions_.connect(pair=self.ask)
        window.session.closing.connect(self._lane.close)
        self.told.connect(lambda words: window.statusBar().showMessage(words, 9000))

    @property
    def is_busy(self) -> bool:
        """True while two texts are being aligned."""
        return self._lane.busy

    def ask(self) -> None:
        """Ask for the other file."""
        if not self._window.view.text.rows:
            self.told.emit(self.tr("Open a report first."))
            return
        words = self.tr("The same report in the other language")
        path, _ = QFileDialog.getOpenFileName(self._window, words, "", report_filter())
        if path:
            self.pair_with(path)

    def pair_with(self, path: str) -> Job:
        """Set the open report against the one in a file, behind the work."""
        window = self._window
        window.statusBar().showMessage(self.tr("Setting the two texts side by side…"))
        job = self._lane.start(pairing(window.services, window.view.text.report.path, path))
        job.succeeded.connect(self._show)
        job.failed.connect(window.gate.tell)
        return job

    def _show(self, paired: object) -> None:
        if not isinstance(paired, Paired):
            return
        if paired.change is None:
            self.told.emit(self.tr("The two texts have nothing in common; nothing was changed."))
            return
        session = self._window.session
        session.changes.add(paired.change)
        session.look_again(paired.change)
        words = self.tr(
            "{n} of {all} sentences show their official translation. Undo brings the machine's back."
        )
        self.told.emit(words.format(n=paired.used, all=paired.sentences))
