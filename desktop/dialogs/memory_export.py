"""The dialog that asks what a translation memory file is to hold."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

_STYLE: Final = """
QRadioButton { spacing: 8px; }
QRadioButton::indicator { width: 12px; height: 12px; border: 1px solid palette(placeholder-text); border-radius: 7px;
    background: palette(base); }
QRadioButton::indicator:checked { width: 6px; height: 6px; border: 4px solid palette(link); }
QRadioButton::indicator:disabled { border-color: palette(mid); }
"""
"""Drawn by hand: the platform's own buttons all but vanish on a dark ground."""


class MemoryExportDialog(QDialog):
    """``choice`` is ``report`` (the pairs of the open report), ``corrections`` or ``all`` (imported pairs, too)."""

    def __init__(
        self,
        report: str,
        pairs: tuple[int, int],
        corrections: int,
        imported: int,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Export translation memory"))
        done, total = pairs
        head = QLabel(self.tr("What is the file to hold?"), self)
        head.setObjectName("heading")
        words = self.tr("The open report, sentence by sentence ({n})").format(n=f"{done:,}")
        self.options = {
            "report": QRadioButton(words, self),
            "corrections": QRadioButton(
                self.tr("Your corrections, of all reports ({n})").format(n=f"{corrections:,}"), self
            ),
            "all": QRadioButton(
                self.tr("Your corrections and the imported memories ({n})").format(
                    n=f"{corrections + imported:,}"
                ),
                self,
            ),
        }
        counts = {"report": done, "corrections": corrections, "all": corrections + imported}
        group = QButtonGroup(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 18, 22, 16)
        column.setSpacing(10)
        column.addWidget(head)
        for name, option in self.options.items():
            option.setEnabled(counts[name] > 0)
            group.addButton(option)
            column.addWidget(option)
            if name == "report":
                about = report
                if done < total:
                    about += "\n" + self.tr("{n} sentences are not translated yet and are left out.").format(
                        n=f"{total - done:,}"
                    )
                note = QLabel(about, self)
                note.setObjectName("muted")
                note.setTextFormat(Qt.TextFormat.PlainText)
                note.setWordWrap(True)
                note.setIndent(24)
                column.addWidget(note)
        first = next((name for name in self.options if counts[name]), "")
        if first:
            self.options[first].setChecked(True)
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel, self
        )
        buttons.button(QDialogButtonBox.StandardButton.Save).setText(self.tr("Save as…"))
        buttons.button(QDialogButtonBox.StandardButton.Cancel).setText(self.tr("Cancel"))
        buttons.button(QDialogButtonBox.StandardButton.Save).setEnabled(bool(first))
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column.addSpacing(6)
        column.addWidget(buttons)
        self.setMinimumWidth(440)
        self.setStyleSheet(_STYLE)

    def choice(self) -> str:
        """What was chosen."""
        return next((name for name, option in self.options.items() if option.isChecked()), "")
