"""Print and save as PDF from the window: the dialogs, the progress, and what became of it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QProgressDialog

from desktop.jobs import Job, Lane
from desktop.printing.pages import Look, draw_steps
from desktop.printing.pdf import page_layout, write_pdf_steps
from desktop.reader.style import typography_of
from desktop.steps import Step, Work
from index.errors import UnusableOutput

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from desktop.main_window import MainWindow
    from desktop.reader.bilingual import Bilingual

_WAIT_MS = 600


class Printing(QObject):
    """Two entries of the file menu. What is printed is what is shown: layout, script, fonts, translations made so far."""

    told = Signal(str)
    failed = Signal(object)

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._lane = Lane("printing", self)
        self._progress: QProgressDialog | None = None
        window.actions_.connect(print=self.ask_print, export_pdf=self.ask_file)
        with_notes = window.actions_["print_notes"]
        with_notes.setChecked(window.settings.print_notes)
        with_notes.toggled.connect(self._keep_notes)
        window.session.closing.connect(self._lane.close)
        self.told.connect(lambda words: window.statusBar().showMessage(words, 6000))
        self.failed.connect(window.gate.tell)

    @property
    def look(self) -> Look:
        """As the window shows the text."""
        settings = self._window.settings
        return Look(self._window.view.mode, typography_of(settings), settings.print_notes)

    def _keep_notes(self, on: bool) -> None:
        self._window.settings = replace(self._window.settings, print_notes=on)

    def ask_file(self) -> None:
        """Ask where to, and write."""
        text = self._window.session.text
        if text is None:
            return
        name = f"{Path(text.report.path).stem or text.report.title}.pdf"
        words, kinds = self.tr("Save as PDF"), self.tr("PDF (*.pdf)")
        path, _ = QFileDialog.getSaveFileName(self._window, words, name, kinds)
        if path:
            self.write(Path(path))

    def write(self, path: Path) -> Job | None:
        """Write a PDF file in the background; an old one stays until the new one is whole."""
        text = self._window.session.text
        if text is None:
            return None
        job = self._start(_writing(path, text, self.look), self.tr("Writing {name}…").format(name=path.name))
        job.succeeded.connect(
            lambda pages: self.told.emit(
                self.tr("{n} pages written to {path}").format(n=pages, path=str(path))
            )
        )
        return job

    def ask_print(self) -> None:
        """Ask which printer, and print."""
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        text = self._window.session.text
        if text is None:
            return
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setPageLayout(page_layout(self._window.view.mode))
        printer.setDocName(text.report.title)
        dialog = QPrintDialog(printer, self._window)
        if dialog.exec() == QPrintDialog.DialogCode.Accepted:
            self.print_on(printer)

    def print_on(self, printer: QPrinter) -> Job | None:
        """Print in the background."""
        text = self._window.session.text
        if text is None:
            return None
        job = self._start(_printing(printer, text, self.look), self.tr("Printing…"))
        job.succeeded.connect(lambda pages: self.told.emit(self.tr("{n} pages printed").format(n=pages)))
        return job

    def _start(self, work: Work, words: str) -> Job:
        self._end()
        progress = QProgressDialog(words, self.tr("Cancel"), 0, 100, self._window)
        progress.setMinimumDuration(_WAIT_MS)
        progress.setAutoClose(False)
        progress.setAutoReset(False)
        progress.setValue(0)
        self._progress = progress
        job = self._lane.start(work)
        progress.canceled.connect(self._lane.cancel)
        progress.canceled.connect(self._end)
        job.progressed.connect(self._advance)
        job.succeeded.connect(lambda _: self._end())
        job.failed.connect(lambda _: self._end())
        job.failed.connect(self.failed)
        return job

    def _advance(self, step: Step) -> None:
        if self._progress is not None and step.total:
            self._progress.setValue(100 * step.done // step.total)

    def _end(self) -> None:
        progress, self._progress = self._progress, None  # closing it asks once more
        if progress is not None:
            progress.close()
            progress.deleteLater()


def _writing(path: Path, text: Bilingual, look: Look) -> Work:
    return (yield from write_pdf_steps(path, text, look))


def _printing(printer: QPrinter, text: Bilingual, look: Look) -> Work:
    try:
        return (yield from draw_steps(printer, text, look))
    except OSError as error:
        raise UnusableOutput(printer.printerName(), str(error)) from None
