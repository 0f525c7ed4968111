"""The citation of a report in six styles; what its head does not tell can be written in."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QMimeData, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.dialogs.preferences import CITATIONS
from desktop.export.files import file_stem, write_file
from desktop.wording import language
from index.citing import TEXT_STYLES, Style, as_html, cite_report
from index.errors import ReaderError
from index.report import Language

if TYPE_CHECKING:
    from index.citing.model import CitedReport

_ENDINGS: Final = {Style.BIBTEX: "bib", Style.RIS: "ris", Style.CSL: "json"}
_YEARS: Final = range(1000, 3000)


class CitationDialog(QDialog):
    """Shows the citation as the fields have it; ``style_chosen`` tells a style that is to be kept."""

    style_chosen = Signal(str)
    failed = Signal(object)

    def __init__(self, report: CitedReport, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._report = report
        self.setWindowTitle(self.tr("Cite this report"))
        self.setMinimumWidth(600)
        self.style_ = QComboBox(self)
        for key, name in CITATIONS.items():
            self.style_.addItem(name, key)
        self.style_.setCurrentIndex(self.style_.findData(str(style)))
        self.language = QComboBox(self)
        for tongue, name in (("zh", "中文"), ("en", "English")):
            self.language.addItem(name, tongue)
        usual = str(report.language) if style is Style.GB else language()
        self.language.setCurrentIndex(self.language.findData(usual))
        form = QFormLayout()
        form.setVerticalSpacing(8)
        form.setHorizontalSpacing(16)
        self._add(form, self.tr("Style"), self.style_)
        self._add(form, self.tr("In words of"), self.language)
        self.title = self._line(form, self.tr("Title"), report.title)
        self.author = self._line(form, self.tr("Body that reports"), report.author)
        self.speaker = self._line(form, self.tr("Speaker"), report.speaker)
        self.place = self._line(form, self.tr("Place"), report.seat)
        self.date = self._line(
            form,
            self.tr("Date or year"),
            report.given.isoformat() if report.given else str(report.year or ""),
        )
        self.problem = QLabel("", self)
        self.problem.setObjectName("problem")
        self.text = QPlainTextEdit(self)
        self.text.setReadOnly(True)
        self.text.setAccessibleName(self.tr("Citation"))
        self.text.setFixedHeight(150)
        self.text.setTabChangesFocus(True)
        self.copy = self._button(self.tr("Copy"), self._copy)
        self.save = self._button(self.tr("Save…"), self._ask_file)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        for button in (self.copy, self.save):
            buttons.addButton(button, QDialogButtonBox.ButtonRole.ActionRole)
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 18, 22, 14)
        column.setSpacing(12)
        column.addLayout(form)
        for widget in (self.problem, self.text, buttons):
            column.addWidget(widget)
        self.style_.currentIndexChanged.connect(self._choose_style)
        self.language.currentIndexChanged.connect(self._show)
        self._show()

    def _add(self, form: QFormLayout, words: str, widget: QWidget) -> None:
        label = QLabel(words, self)
        label.setBuddy(widget)
        widget.setAccessibleName(words)
        form.addRow(label, widget)

    def _line(self, form: QFormLayout, words: str, text: str) -> QLineEdit:
        line = QLineEdit(text, self)
        line.setCursorPosition(0)
        line.textChanged.connect(self._show)
        self._add(form, words, line)
        return line

    def _button(self, words: str, use: object) -> QPushButton:
        button = QPushButton(words, self)
        button.setAutoDefault(False)
        button.clicked.connect(use)
        return button

    @property
    def style_chosen_now(self) -> Style:
        """The style that is shown."""
        return Style(self.style_.currentData())

    def _choose_style(self) -> None:
        self.style_chosen.emit(str(self.style_chosen_now))
        self._show()

    @property
    def report(self) -> CitedReport:
        """The report as the fields have it. What the user writes is the same in both languages."""
        known = self._report
        author, seat = self.author.text().strip(), self.place.text().strip()
        given, year = _dated(self.date.text())
        return replace(
            known,
            title=self.title.text().strip() or known.title,
            author=author,
            author_en=known.author_en if author == known.author else author,
            seat=seat,
            seat_en=known.seat_en if seat == known.seat else seat,
            speaker=self.speaker.text().strip(),
            given=given,
            year=year,
        )

    def _show(self) -> None:
        words = self.date.text().strip()
        wrong = bool(words) and _dated(words) == (None, None)
        self.problem.setText(self.tr("A date is written 2024-01-22, a year 2024.") if wrong else "")
        self.problem.setVisible(wrong)
        tongue = Language(self.language.currentData())
        self.text.setPlainText(cite_report(self.report, None, self.style_chosen_now, tongue))

    def _copy(self) -> None:
        data = QMimeData()
        data.setText(self.text.toPlainText())
        if self.style_chosen_now in TEXT_STYLES:
            data.setHtml(
                as_html(self.report, None, self.style_chosen_now, Language(self.language.currentData()))
            )
        QGuiApplication.clipboard().setMimeData(data)
        self.copy.setText(self.tr("Copied"))

    def _ask_file(self) -> None:
        ending = _ENDINGS.get(self.style_chosen_now, "txt")
        start = f"{file_stem(self.report.title) or 'citation'}.{ending}"
        path, _ = QFileDialog.getSaveFileName(self, self.tr("Save the citation"), start, f"*.{ending}")
        if path:
            self.write(Path(path))

    def write(self, path: Path) -> None:
        """Write the citation to a file."""
        words = self.text.toPlainText().rstrip("\n") + "\n"
        try:
            write_file(path, words.encode("utf-8", "replace"))
        except ReaderError as error:
            self.failed.emit(error)


def _dated(words: str) -> tuple[date | None, int | None]:
    """A day and its year, or a year alone; neither where the words are neither."""
    words = words.strip().replace("/", "-").replace(".", "-")
    try:
        given = date.fromisoformat(words)
    except ValueError:
        year = int(words) if words.isascii() and words.isdigit() and len(words) <= 4 else 0
        return None, year if year in _YEARS else None
    return given, given.year
