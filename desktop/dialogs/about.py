"""About the reader, and its keys."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QScrollArea, QVBoxLayout, QWidget


class AboutDialog(QDialog):
    """Says what the reader is, where it keeps its data, and which keys it knows."""

    def __init__(
        self, keys: Sequence[tuple[str, str]], data_folder: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("About Report Reader & shortcuts"))
        self.resize(520, 560)
        what = QLabel(self._about(data_folder))
        what.setWordWrap(True)
        what.setTextFormat(Qt.TextFormat.RichText)
        table = QLabel(_key_table(keys))
        table.setTextFormat(Qt.TextFormat.RichText)
        table.setAlignment(Qt.AlignmentFlag.AlignTop)
        area = QScrollArea()
        area.setWidget(table)
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 14)
        column.addWidget(what)
        column.addWidget(area, 1)
        column.addWidget(buttons)

    def _about(self, data_folder: str) -> str:
        name = self.tr("Report Reader")
        said = self.tr(
            "An offline bilingual reader of Chinese government work reports. Everything happens on this computer; "
            "nothing is ever sent. Translations are made by a machine: check before you quote."
        )
        where = self.tr("Data folder: {path}").format(path=data_folder)
        return f"<h2>{escape(name)} 对照阅读</h2><p>{escape(said)}</p><p>{escape(where)}</p>"


def _key_table(keys: Sequence[tuple[str, str]]) -> str:
    rows = "".join(
        f"<tr><td style='padding:3px 18px 3px 0'><b>{escape(key)}</b></td><td style='padding:3px 0'>{escape(words)}</td></tr>"
        for key, words in keys
    )
    return f"<table>{rows}</table>"
