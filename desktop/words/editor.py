"""The dialog in which the meaning and the reading of a word are written."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from desktop.theme import reading_font
from index.words import Word


class WordEditor(QDialog):
    """Shows what is kept of a word; ``reading`` and ``meaning`` give what was written."""

    def __init__(self, word: Word, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Edit the word"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        head = QLabel(word.word, self)
        head.setTextFormat(Qt.TextFormat.PlainText)
        head.setFont(reading_font(word.language, 20, bold=True))
        head.setWordWrap(True)
        self._reading = QLineEdit(word.reading, self)
        self._reading.setAccessibleName(self.tr("Pinyin"))
        self._meaning = QPlainTextEdit(word.meaning, self)
        self._meaning.setAccessibleName(self.tr("Meaning"))
        self._meaning.setTabChangesFocus(True)
        self._meaning.setMinimumSize(340, 96)
        form = QFormLayout()
        form.setSpacing(8)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignRight)
        form.addRow(self.tr("Pinyin"), self._reading)
        form.addRow(self.tr("Meaning"), self._meaning)
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel, self
        )
        buttons.button(QDialogButtonBox.StandardButton.Save).setText(self.tr("Save"))
        buttons.button(QDialogButtonBox.StandardButton.Cancel).setText(self.tr("Cancel"))
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 18, 22, 16)
        column.setSpacing(12)
        column.addWidget(head)
        column.addLayout(form)
        column.addWidget(buttons)
        self._meaning.setFocus()
        self._meaning.selectAll()

    def reading(self) -> str:
        """The reading as it is written now."""
        return " ".join(self._reading.text().split())

    def meaning(self) -> str:
        """The meaning as it is written now."""
        return self._meaning.toPlainText().strip()
