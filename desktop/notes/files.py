"""Notes given away and taken in from the window: asks for a file, works in the background, says what became of it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog

from desktop.catalogue import interface_language
from desktop.export.files import file_stem
from desktop.jobs import Job, Lane
from desktop.notes.incoming import Incoming, incoming
from desktop.steps import Step, Work
from index.notes import Note
from index.report import Language, Report

if TYPE_CHECKING:
    from desktop.main_window import MainWindow
    from desktop.notes.notes import Notes
    from desktop.services import Services

_ENDINGS: Final = {
    "docx": (".docx",),
    "md": (".md", ".markdown"),
    "csv": (".csv",),
    "jsonld": (".jsonld", ".json"),
}


class NoteFiles(QObject):
    """Writes and reads files of notes, one at a time."""

    told = Signal(str)
    failed = Signal(object)

    def __init__(self, window: MainWindow, notes: Notes) -> None:
        super().__init__(notes)
        self._window, self._notes = window, notes
        self._folder = ""
        self._lane = Lane("notes file", self)

    @property
    def is_busy(self) -> bool:
        """True while a file is being written or read."""
        return self._lane.busy

    def close(self) -> None:
        """Wait for what is being written."""
        self._lane.close()

    # Out

    def ask_export(self, form: str) -> None:
        """Ask for a file and write the notes that the panel lists; without a ``form`` the file's ending says it."""
        notes = self._notes.panel.shown()
        if not notes:
            self.told.emit(self.tr("There are no notes to export."))
            return
        kinds = {
            "docx": self.tr("Word documents (*.docx)"),
            "md": self.tr("Markdown (*.md)"),
            "csv": self.tr("CSV (*.csv)"),
            "jsonld": self.tr("W3C annotations (*.jsonld)"),
        }
        wanted = kinds[form] if form else ";;".join(kinds.values())
        start = str(Path(self._folder) / f"{self._name(notes)}.{form or 'docx'}")
        path, kind = QFileDialog.getSaveFileName(self._window, self.tr("Export notes"), start, wanted)
        if path:
            chosen = form or next((f for f, words in kinds.items() if words == kind), "docx")
            self.write(notes, Path(path), form or _form_of(Path(path)) or chosen)

    def write(self, notes: Sequence[Note], path: Path, form: str) -> Job:
        """Write notes to ``path``, whose ending is added where it has none."""
        if path.suffix.lower() not in _ENDINGS[form]:
            path = path.with_name(f"{path.name}.{form}")
        self._folder = str(path.parent)
        job = self._lane.start(_writing(notes, path, form, self._language()))
        job.succeeded.connect(lambda _: self.told.emit(self.tr("Saved as {path}").format(path=path)))
        job.failed.connect(self.failed)
        return job

    def copy(self, keys: Sequence[str]) -> None:
        """Put notes on the clipboard: the words in both languages, what was written, and where they stand."""
        from datetime import date

        from desktop.export.notes.page import page_of

        chosen = [note for note in self._notes.panel.shown() if note.id in keys]
        language = self._language()
        page = page_of(chosen, language, date.today())  # noqa: DTZ011 - the user's own day
        parts = []
        for report in page.reports:
            for block in report.notes:
                place = ", ".join(part for part in (report.title, block.place) if part)
                tags = (" ".join(f"#{tag}" for tag in block.tags),) if block.tags else ()
                parts.append("\n".join((*block.source, *block.target, f"— {place}", *block.comment, *tags)))
        if parts:
            QGuiApplication.clipboard().setText("\n\n".join(parts))
            self.told.emit(self.tr("Copied"))

    def _name(self, notes: Sequence[Note]) -> str:
        titles = {note.title for note in notes}
        title = titles.pop() if len(titles) == 1 else ""
        return f"{file_stem(title)} {self.tr('Notes')}".strip()

    def _language(self) -> Language:
        return Language(interface_language(self._window.settings.language)[:2])

    # In

    def ask_import(self) -> None:
        """Ask for a file of annotations and take its notes in."""
        words = self.tr("W3C annotations (*.jsonld *.json);;All files (*)")
        path, _ = QFileDialog.getOpenFileName(self._window, self.tr("Import notes"), self._folder, words)
        if path:
            self.read(Path(path))

    def read(self, path: Path) -> Job:
        """Take the notes of a file in; what has no report of its own is looked for in the one that is open."""
        self._folder = str(path.parent)
        job = self._lane.start(_reading(self._window.services, path, self._window.view.text.report))
        job.succeeded.connect(self._take)
        job.failed.connect(self.failed)
        return job

    def _take(self, found: object) -> None:
        if not isinstance(found, Incoming):
            return
        if found.new and not self._notes.add(found.new):
            return
        words = self.tr("{new} notes were taken in, {known} were here already.")
        said = words.format(new=len(found.new), known=found.known)
        if found.left_out:
            said += " " + self.tr("{n} quote no words and were left out.").format(n=found.left_out)
        self.told.emit(said)


def _form_of(path: Path) -> str:
    return next((form for form, endings in _ENDINGS.items() if path.suffix.lower() in endings), "")


def _writing(notes: Sequence[Note], path: Path, form: str, language: Language) -> Work:
    from desktop.export.notes import export_notes

    yield Step(0, 1)
    export_notes(notes, path, form, language)
    return None


def _reading(services: Services, path: Path, report: Report) -> Work:
    yield Step(0, 1)
    return incoming(services, path, report)
