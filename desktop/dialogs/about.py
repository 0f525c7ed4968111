"""About the reader."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QVBoxLayout, QWidget


class AboutDialog(QDialog):
    """Says what the reader is, and where it keeps its data."""

    def __init__(self, data_folder: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("About Report Reader"))
        self.resize(520, 240)
        what = QLabel(self._about(data_folder))
        what.setWordWrap(True)
        what.setTextFormat(Qt.TextFormat.RichText)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 14)
        column.addWidget(what)
        column.addStretch(1)
        column.addWidget(buttons)

    def _about(self, data_folder: str) -> str:
        name = self.tr("Report Reader")
        said = self.tr(
            "An offline bilingual reader of Chinese government work reports. Everything happens on this computer; "
            "nothing is ever sent. Translations are made by a machine: check before you quote."
        )
        where = self.tr("Data folder: {path}").format(path=data_folder)
        return f"<h2>{escape(name)} 对照阅读</h2><p>{escape(said)}</p><p>{escape(where)}</p>"
