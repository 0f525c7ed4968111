"""The strip of the glossary that tells which dictionaries there are, and adds and removes them."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QToolButton,
    QWidget,
)

from desktop.jobs import Job, Lane
from desktop.steps import Step, Work

if TYPE_CHECKING:
    from desktop.vocabulary import Vocabulary


class DictionariesBar(QFrame):
    """``changed`` follows when a dictionary was added or removed."""

    changed = Signal()
    failed = Signal(object)

    def __init__(self, vocabulary: Vocabulary, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._vocabulary = vocabulary
        self._lane = Lane("dictionary", self)
        self._job: Job | None = None
        self.heading = QLabel(self.tr("Dictionary"), self)
        self.words = QLabel("", self)
        self.words.setObjectName("muted")
        self.words.setWordWrap(True)
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.add = QPushButton(self.tr("Add dictionary…"), self)
        self.add.setAutoDefault(False)
        self.add.clicked.connect(self.ask_add)
        self.stop = QPushButton(self.tr("Cancel"), self)
        self.stop.setAutoDefault(False)
        self.stop.clicked.connect(self._stop)
        self.remove = QToolButton(self)
        self.remove.setObjectName("boxed")
        self.remove.setText(self.tr("Remove"))
        self.remove.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.remove.setMenu(QMenu(self))
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 10, 14, 12)
        row.setSpacing(10)
        row.addWidget(self.heading)
        row.addWidget(self.words, 1)
        for button in (self.add, self.stop, self.remove):
            row.addWidget(button)
        self.refresh()

    def refresh(self) -> None:
        """Say which dictionaries there are."""
        found = self._vocabulary.dictionaries().all
        if found:
            lines = []
            for each in found:
                parts = [
                    each.title,
                    self.tr("{n} entries").format(n=f"{each.count:,}"),
                    each.date,
                    each.licence,
                ]
                lines.append(" · ".join(part for part in parts if part))
            self.words.setText("\n".join(lines))
        else:
            self.words.setText(
                self.tr(
                    "Without a dictionary, words that are no terms show their pinyin alone. Add one in CC-CEDICT format (a .u8 "
                    "file, which you can download at mdbg.net and copy here), and they show their meaning, too."
                )
            )
        menu = self.remove.menu()
        menu.clear()
        for each in found:
            menu.addAction(each.title).triggered.connect(partial(self.take_away, each.name))
        self.remove.setVisible(bool(found))
        self.stop.hide()
        self.add.show()
        for notice in self._vocabulary.notices:
            self.failed.emit(notice)

    def ask_add(self) -> None:
        """Ask for a dictionary."""
        words = self.tr("Dictionaries (*.u8 *.txt *.gz *.zip);;All files (*)")
        path, _ = QFileDialog.getOpenFileName(self, self.tr("Add a dictionary"), "", words)
        if path:
            self.take_in(Path(path))

    def take_in(self, path: Path) -> None:
        """Read a dictionary, which takes some seconds."""
        self.add.hide()
        self.stop.show()
        self.words.setText(self.tr("Reading {name}…").format(name=path.name))
        job = self._lane.start(_adding(self._vocabulary, path))
        self._job = job
        job.progressed.connect(self._show_progress)
        job.succeeded.connect(self._added)
        job.failed.connect(self._not_added)
        job.cancelled.connect(self.refresh)

    def _show_progress(self, step: object) -> None:
        if isinstance(step, Step) and step.done:
            self.words.setText(self.tr("{n} entries read…").format(n=f"{step.done:,}"))

    def _added(self, _: object) -> None:
        self.refresh()
        self.changed.emit()

    def _not_added(self, error: object) -> None:
        self.refresh()
        self.failed.emit(error)

    def _stop(self) -> None:
        self._lane.cancel()

    def take_away(self, name: str) -> None:
        """Remove a dictionary; its file can be added again."""
        self._vocabulary.dictionaries().remove(name)
        self.refresh()
        self.changed.emit()

    @property
    def is_busy(self) -> bool:
        """True while a dictionary is being read."""
        return self._lane.busy

    def finish(self) -> None:
        """Stop what goes on."""
        self._lane.close()


def _adding(vocabulary: Vocabulary, path: Path) -> Work:
    work = vocabulary.dictionaries().add_steps(path)
    while True:
        try:
            done, total = next(work)
        except StopIteration as end:
            return end.value
        try:
            yield Step(done, total)
        except GeneratorExit:
            work.close()
            raise
