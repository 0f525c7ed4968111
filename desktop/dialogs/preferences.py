"""All that can be chosen, in one place; every choice takes effect at once, as it does in the menus."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QUrl
from PySide6.QtGui import QActionGroup, QDesktopServices
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

if TYPE_CHECKING:
    from desktop.main_window import MainWindow

CITATIONS: Final = {
    "gb": "GB/T 7714", "apa": "APA", "chicago": "Chicago", "bibtex": "BibTeX", "ris": "RIS", "csl": "CSL-JSON",
}  # fmt: skip
"""The proper names of the styles; they are the same in every language."""


class PreferencesDialog(QDialog):
    """A form over the choices of a window."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        actions = window.actions_
        self.setWindowTitle(self.tr("Preferences"))
        self._form = QFormLayout()
        self._form.setVerticalSpacing(10)
        self._form.setHorizontalSpacing(18)
        self.language = self._group(actions.languages, self.tr("Language of the interface"))
        self.theme = self._group(actions.themes, self.tr("Theme"))
        self.layout_ = self._group(actions.layouts, self.tr("Layout"))
        self.script = self._group(actions.scripts, self.tr("Chinese script"))
        self.citation = self._citations()
        for name in ("paragraph_numbers", "underline_terms"):
            self._check(name)
        self._buttons()
        self._folder()
        close = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        close.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 20, 22, 14)
        column.setSpacing(16)
        column.addLayout(self._form)
        column.addStretch(1)
        column.addWidget(close)
        self.setMinimumWidth(520)

    def _add(self, words: str, widget: QWidget) -> None:
        label = QLabel(words, self)
        label.setBuddy(widget)
        widget.setAccessibleName(words)
        self._form.addRow(label, widget)

    def _group(self, group: QActionGroup, words: str) -> QComboBox:
        box = QComboBox(self)
        for action in group.actions():
            box.addItem(action.text(), action)
            if action.isChecked():
                box.setCurrentIndex(box.count() - 1)
        box.activated.connect(lambda at: self._choose(box, at))
        self._add(words, box)
        return box

    def _choose(self, box: QComboBox, at: int) -> None:
        action = box.itemData(at)
        if not action.isChecked():
            action.trigger()

    def _citations(self) -> QComboBox:
        box = QComboBox(self)
        for key, name in CITATIONS.items():
            box.addItem(name, key)
        box.setCurrentIndex(box.findData(self._window.settings.citation_style))
        box.activated.connect(lambda at: self._cite(str(box.itemData(at))))
        self._add(self.tr("Style of citations"), box)
        return box

    def _cite(self, style: str) -> None:
        self._window.settings = replace(self._window.settings, citation_style=style)

    def _check(self, name: str) -> None:
        action = self._window.actions_[name]
        box = QCheckBox(action.text(), self)
        box.setChecked(action.isChecked())
        box.clicked.connect(action.trigger)
        self._form.addRow("", box)

    def _buttons(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        for name in ("typography", "shortcuts", "models"):
            button = QPushButton(self._window.actions_[name].text(), self)
            button.setAutoDefault(False)
            button.clicked.connect(lambda _=False, name=name: self._go(name))
            row.addWidget(button)
        row.addStretch(1)
        self._form.addRow("", row)

    def _go(self, name: str) -> None:
        """One dialog at a time."""
        self.close()
        self._window.actions_[name].trigger()

    def _folder(self) -> None:
        folder = str(self._window.services.data_folder)
        line = QLineEdit(folder, self)
        line.setReadOnly(True)
        line.setCursorPosition(0)
        line.setAccessibleName(self.tr("Data folder"))
        open_ = QPushButton(self.tr("Show"), self)
        open_.setAutoDefault(False)
        open_.setToolTip(self.tr("Show the folder in the file manager"))
        open_.clicked.connect(lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(folder)))
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(line, 1)
        row.addWidget(open_)
        label = QLabel(self.tr("Data folder"), self)
        label.setBuddy(line)
        self._form.addRow(label, row)
