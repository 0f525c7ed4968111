"""The crash report: what went wrong, ready to be copied. Nothing is sent."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from desktop.messages import CrashReport


class CrashDialog(QDialog):
    """Shows a ``CrashReport``; reading can go on afterwards."""

    def __init__(self, report: CrashReport, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Something went wrong in the reader"))
        self.resize(680, 420)
        said = QLabel(
            self.tr("This is a fault of the reader, not of your text. Nothing is lost and nothing is sent anywhere. "
                    "The report below helps to mend it.")
        )  # fmt: skip
        said.setWordWrap(True)
        self.details = QPlainTextEdit(f"{report.summary}\n\n{report.details}")
        self.details.setReadOnly(True)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        copy = buttons.addButton(self.tr("Copy report"), QDialogButtonBox.ButtonRole.ActionRole)
        copy.clicked.connect(self._copy)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(said)
        column.addWidget(self.details, 1)
        column.addWidget(buttons)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.details.toPlainText())
