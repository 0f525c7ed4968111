"""The word list given away from the window: asks for a file, writes it in the background, says what became of it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog

from desktop.export.files import file_stem
from desktop.jobs import Job, Lane
from desktop.steps import Step, Work
from index.words import Word

if TYPE_CHECKING:
    from desktop.main_window import MainWindow
    from desktop.reader.bilingual import Bilingual
    from desktop.words.words import Words
    from models.glossary import Glossary

TERMS: Final = "terms"
_ENDINGS: Final = {"tsv": (".tsv", ".txt"), "csv": (".csv",)}


class WordFiles(QObject):
    """Writes files of words, one at a time."""

    told = Signal(str)
    failed = Signal(object)

    def __init__(self, window: MainWindow, words: Words) -> None:
        super().__init__(words)
        self._window, self._words = window, words
        self._folder = ""
        self._lane = Lane("words file", self)

    @property
    def is_busy(self) -> bool:
        """True while a file is being written."""
        return self._lane.busy

    def close(self) -> None:
        """Wait for what is being written."""
        self._lane.close()

    def ask_export(self, form: str) -> None:
        """Ask for a file and write the words that the panel lists, or the terms of the report (``terms``)."""
        words = self._words.panel.shown()
        if form != TERMS and not words:
            self.told.emit(self.tr("There are no words to export."))
            return
        kind = self.tr("CSV (*.csv)") if form == "csv" else self.tr("Anki notes (*.tsv *.txt)")
        name = self.tr("Terms") if form == TERMS else self.tr("Words")
        title = self._window.view.text.report.title
        if form != TERMS and self._words.panel.scope.everywhere:
            title = ""
        ending = "csv" if form == "csv" else "tsv"
        start = str(Path(self._folder) / f"{file_stem(title)} {name}.{ending}".strip())
        path, _ = QFileDialog.getSaveFileName(self._window, self.tr("Export words"), start, kind)
        if path and form == TERMS:
            self.write_terms(Path(path))
        elif path:
            self.write(words, Path(path), ending)

    def write(self, words: Sequence[Word], path: Path, form: str) -> Job:
        """Write words to ``path``, whose ending is added where it has none."""
        return self._start(_writing(words, self._ended(path, form), form), self._ended(path, form))

    def write_terms(self, path: Path) -> Job:
        """Write the glossary's terms of the open report to ``path``, each with a sentence and its translation."""
        path = self._ended(path, "tsv")
        glossary = self._window.services.vocabulary.glossary()
        return self._start(_writing_terms(self._window.view.text, glossary, path), path)

    def _ended(self, path: Path, form: str) -> Path:
        return path if path.suffix.lower() in _ENDINGS[form] else path.with_name(f"{path.name}.{form}")

    def _start(self, work: Work, path: Path) -> Job:
        self._folder = str(path.parent)
        job = self._lane.start(work)
        job.succeeded.connect(lambda _: self.told.emit(self.tr("Saved as {path}").format(path=path)))
        job.failed.connect(self.failed)
        return job

    def copy(self, words: Sequence[Word]) -> None:
        """Put words with reading, meaning and sentences on the clipboard."""
        parts = []
        for word in words:
            lines = [f"{word.word}  {word.reading}".strip(), word.meaning]
            for example in word.examples:
                lines += [example.sentence, example.translation]
            parts.append("\n".join(line for line in lines if line))
        if parts:
            QGuiApplication.clipboard().setText("\n\n".join(parts))
            self.told.emit(self.tr("Copied"))


def _writing(words: Sequence[Word], path: Path, form: str) -> Work:
    from desktop.export.words import export_words

    yield Step(0, 1)
    export_words(words, path, form)
    return None


def _writing_terms(text: Bilingual, glossary: Glossary, path: Path) -> Work:
    from desktop.export.words import export_words
    from desktop.words.report_terms import terms_met, words_of_terms

    yield Step(0, 2)
    met = terms_met(text.report, glossary)
    yield Step(1, 2)
    made = {
        key: " ".join(t.target.split()) for key, t in tuple(text.translations.items()) if t.engine != "none"
    }
    export_words(words_of_terms(text.report, met, made), path, "tsv")
    return None
