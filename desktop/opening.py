"""Which files the window takes: what its dialogs ask for, and what becomes of files that are dropped on it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject

from desktop.jobs import Lane
from desktop.steps import Step
from desktop.wording import noted, tr

if TYPE_CHECKING:
    from desktop.main_window import MainWindow

_FILTER: Final = noted(
    "Reports (*.txt *.docx *.pdf *.html *.htm *.md *.markdown *.epub *.shtml *.xhtml);;All files (*)"
)


_REPORTS_AND_ZIPS: Final = noted(
    "Reports (*.txt *.docx *.pdf *.html *.htm *.md *.markdown *.epub *.shtml *.xhtml);;Zip files of reports (*.zip);;All files (*)"
)
_TOLD: Final = 3
"""Files that could not be read of which each is told why; more are only counted."""


def report_filter() -> str:
    """What a dialog offers to open."""
    return tr(_FILTER)


def ask_and_open(window: MainWindow) -> None:
    """Ask for a file and open it; of a zip file all reports are taken."""
    from PySide6.QtWidgets import QFileDialog

    offered = tr(_REPORTS_AND_ZIPS)
    path, _ = QFileDialog.getOpenFileName(window, tr("Open a report"), "", offered)
    if path:
        take_dropped(window, [path])


def take_dropped(window: MainWindow, paths: Sequence[str]) -> None:
    """Open what was dropped on the window; model packages are added instead."""
    from desktop.model_packages.dropped import is_package

    packages = tuple(path for path in paths if is_package(path))
    if packages:
        window.models.show(packages)
    reports = [path for path in paths if path not in packages]
    if reports:
        (window.findChild(Drops) or Drops(window)).take(reports)


class Drops(QObject):
    """Opens the first of the reports dropped on the window, and puts the others into the library behind it."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._lane = Lane("adding", self)
        self._opened = False
        window.session.closing.connect(self._lane.close)

    def take(self, paths: Sequence[str]) -> None:
        """Open what was dropped: files, folders, zip files."""
        from index.readers.archive import is_container

        window = self._window
        if len(paths) == 1 and not is_container(Path(paths[0])):
            window.navigator.leave()
            window.open_path(paths[0])
            return
        from desktop.importing import importing

        self._opened = False
        job = self._lane.start(importing(window.services, [Path(path) for path in paths]))
        job.progressed.connect(self._show)
        job.succeeded.connect(self._finish)
        job.failed.connect(window.gate.tell)

    def _show(self, step: Step) -> None:
        from desktop.importing import Importing

        if isinstance(step.value, Importing) and step.value.first and not self._opened:
            self._opened = True
            self._window.navigator.leave()
            self._window.open_path(step.value.first)
        if step.total:
            words = tr("Adding to the library: {n} of {all}…").format(n=step.done, all=step.total)
            self._window.statusBar().showMessage(words)

    def _finish(self, result: object) -> None:
        from desktop.importing import Imported

        if not isinstance(result, Imported):
            return
        self._window.session.renew_library()
        for error in result.failed[:_TOLD]:
            self._window.gate.tell(error)
        count = result.added + result.known
        words = tr("{n} reports are in the library")
        if len(result.failed) > _TOLD:
            words = tr("{n} reports are in the library; {m} could not be read")
        if count or len(result.failed) > _TOLD:
            said = words.format(n=count, m=len(result.failed))
            self._window.statusBar().showMessage(said, 8000)
