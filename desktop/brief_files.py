"""Exporting a brief from the window: asks where to, writes in the background, says what became of it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.jobs import Job, Lane
from desktop.steps import Step, Work
from index.briefs import Brief

if TYPE_CHECKING:
    from index.report import Language

_ENDINGS: Final = {"docx": (".docx",), "html": (".html", ".htm"), "md": (".md", ".markdown")}


class BriefFiles(QObject):
    """Writes briefs, one at a time."""

    told = Signal(str)
    failed = Signal(object)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._folder = ""
        self._lane = Lane("brief file", self)

    @property
    def is_busy(self) -> bool:
        """True while a file is being written."""
        return self._lane.busy

    def ask(self, brief: Brief, form: str, language: Language) -> None:
        """Ask for a file and write the brief."""
        from desktop.export.brief.writing import file_name

        kinds = {
            "docx": self.tr("Word documents (*.docx)"),
            "html": self.tr("Web pages (*.html)"),
            "md": self.tr("Markdown (*.md)"),
        }
        start = str(Path(self._folder) / file_name(brief, form))
        path, _ = QFileDialog.getSaveFileName(self._window, self.tr("Export this brief"), start, kinds[form])
        if path:
            self.write(brief, Path(path), form, language)

    def write(self, brief: Brief, path: Path, form: str, language: Language) -> Job:
        """Write the brief to ``path``, whose ending is added where it has none."""
        if path.suffix.lower() not in _ENDINGS[form]:
            path = path.with_name(f"{path.name}.{form}")
        self._folder = str(path.parent)
        job = self._lane.start(_writing(brief, path, form, language))
        job.succeeded.connect(lambda _: self.told.emit(self.tr("Saved as {path}").format(path=path)))
        job.failed.connect(self.failed)
        return job

    def close(self) -> None:
        """Wait for what is being written."""
        self._lane.close()


def _writing(brief: Brief, path: Path, form: str, language: Language) -> Work:
    from desktop.export.brief import export_brief

    yield Step(0, 1)
    export_brief(brief, path, form, language)
    return None
