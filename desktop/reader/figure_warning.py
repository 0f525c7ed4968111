"""The line below a translation that is being written: do its figures agree with the source, and what is wrong if not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from desktop.reader.painting import warning_sign
from desktop.theme import Theme

if TYPE_CHECKING:
    from models.figures import FigureCheck


class Sign(QWidget):
    """The warning triangle."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme = theme
        self.setFixedSize(18, 18)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        warning_sign(painter, QRectF(2, 2, 14, 14), self.theme.warning, self.theme.raised)


class FigureWarning(QWidget):
    """What does not agree between the figures of both texts."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.sign = Sign(theme, self)
        self.words = QLabel("", self)
        self.words.setWordWrap(True)
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self.sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.words, 1)

    def text(self) -> str:
        """What is said."""
        return self.words.text()

    def show_check(self, check: FigureCheck | None) -> None:
        """Say it."""
        wrong = check is not None and not check.sound
        self.sign.setVisible(wrong)
        self.words.setText(self._said(check) if check is not None else "")
        self.words.setObjectName("problem" if wrong else "muted")
        self.words.style().unpolish(self.words)
        self.words.style().polish(self.words)
        self.setVisible(bool(self.words.text()))

    def _said(self, check: FigureCheck) -> str:
        if check.sound:
            count = sum(1 for link in check.links if link.kind == "number")
            return self.tr("Figures: all {n} agree").format(n=count) if count else ""
        parts = []
        if check.missing:
            figures = "; ".join(
                m.written if m.written == m.rendered else f"{m.written} = {m.rendered}" for m in check.missing
            )
            parts.append(self.tr("Missing figures: {figures}.").format(figures=figures))
        if check.invented:
            parts.append(self.tr("Not in the source: {figures}.").format(figures=", ".join(check.invented)))
        return " ".join(
            [*parts, self.tr("It can be saved all the same; the sentence then carries a warning.")]
        )
