"""What the library window asks for: files, folders, whether something is to be removed."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QMessageBox

from desktop.library.work import exporting, taking_in
from desktop.opening import report_filter
from index.shelving.bundle import SUFFIX, Outcome

if TYPE_CHECKING:
    from desktop.library.window import LibraryWindow


class LibraryFiles(QObject):
    """The dialogs over the window."""

    def __init__(self, window: LibraryWindow) -> None:
        super().__init__(window)
        self._window = window

    def ask_files(self) -> None:
        """Add reports that are chosen."""
        paths, _ = QFileDialog.getOpenFileNames(self._window, self.tr("Add reports"), "", report_filter())
        if paths:
            self._window.take(tuple(paths))

    def ask_folder(self) -> None:
        """Add all reports of a folder."""
        folder = QFileDialog.getExistingDirectory(self._window, self.tr("Add all reports of a folder"))
        if folder:
            self._window.take((folder,))

    def ask_export(self) -> None:
        """Write the library to one file."""
        kinds = f"{self.tr('Libraries')} (*{SUFFIX})"
        path, _ = QFileDialog.getSaveFileName(
            self._window, self.tr("Export the whole library"), f"library{SUFFIX}", kinds
        )
        if path:
            self.export(Path(path))

    def export(self, path: Path) -> None:
        """Write all reports and all of the user's own work to ``path``."""
        window = self._window
        window.run(exporting(window.services, path, window.entries), self.tr("Packing"), self._exported)

    def _exported(self, outcome: object) -> None:
        if isinstance(outcome, Outcome):
            words = self.tr("{n} reports and {m} items of your own work were written.")
            said = words.format(n=outcome.reports, m=outcome.items)
            if outcome.left_out:
                said = f"{said} {self.tr('{n} files were not there.').format(n=len(outcome.left_out))}"
            self._window.tell(said)

    def ask_import(self) -> None:
        """Take in a library that was exported."""
        kinds = f"{self.tr('Libraries')} (*{SUFFIX});;{self.tr('All files')} (*)"
        path, _ = QFileDialog.getOpenFileName(self._window, self.tr("Take in a library"), "", kinds)
        if path:
            self.take_in(Path(path))

    def take_in(self, path: Path) -> None:
        """Take in the library at ``path``."""
        window = self._window
        window.run(taking_in(window.services, path), self.tr("Taking in"), self._taken_in)

    def _taken_in(self, outcome: object) -> None:
        if isinstance(outcome, Outcome):
            words = self.tr("{n} reports are new, {k} were known; {m} items of your own work were taken in.")
            self._window.tell(words.format(n=outcome.reports, k=outcome.known, m=outcome.items))
            self._window.refresh()
            self._window.changed.emit()

    def ask_remove(self) -> None:
        """Remove the chosen reports from the list, once the user has agreed."""
        chosen = self._window.chosen
        if not chosen:
            return
        words = (
            self.tr("Remove “{title}” from the library?").format(title=chosen[0].title)
            if len(chosen) == 1
            else self.tr("Remove {n} reports from the library?").format(n=len(chosen))
        )
        box = QMessageBox(QMessageBox.Icon.Question, self.tr("Library"), words, parent=self._window)
        box.setInformativeText(self.tr("The files stay where they are, and your notes are kept."))
        yes = box.addButton(self.tr("Remove"), QMessageBox.ButtonRole.AcceptRole)
        box.addButton(self.tr("Cancel"), QMessageBox.ButtonRole.RejectRole)
        box.finished.connect(lambda _: self._window.remove(chosen) if box.clickedButton() is yes else None)
        box.open()
