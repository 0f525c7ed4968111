"""The bar of the review: how much of the numbers is covered, steps between the rest, and the corrections made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from desktop.icons import icon, icon_size
from desktop.theme import LIGHT, Theme

if TYPE_CHECKING:
    from index.indicators.corrections import Corrected
    from index.indicators.coverage import Coverage


class ReviewBar(QFrame):
    """Stands above the text while a report is reviewed."""

    step_wanted = Signal(int)
    add_wanted = Signal()
    withdraw_wanted = Signal(str)
    close_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("review")
        self._words = QLabel("", self)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._words.setMinimumWidth(120)
        self._place = QLabel("", self)
        self._place.setObjectName("muted")
        self.previous = self._arrow("‹", self.tr("Previous number without a figure"), -1)
        self.next = self._arrow("›", self.tr("Next number without a figure"), 1)
        self.add = QPushButton(self.tr("Add as a figure…"), self)
        self.add.clicked.connect(self.add_wanted)
        self.list = QToolButton(self)
        self.list.setObjectName("boxed")
        self.list.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.list.setToolTip(self.tr("Corrections of this report; choose one to take it back"))
        self._menu = QMenu(self)
        self.list.setMenu(self._menu)
        self.close_button = QToolButton(self)
        self.close_button.setToolTip(self.tr("End the review (U)"))
        self.close_button.setAccessibleName(self.tr("End the review (U)"))
        self.close_button.setIconSize(icon_size())
        self.close_button.clicked.connect(self.close_wanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 6, 8, 6)
        row.setSpacing(8)
        row.addWidget(self._words, 1)
        for widget in (self.previous, self._place, self.next, self.add, self.list, self.close_button):
            row.addWidget(widget)
        self.set_theme(LIGHT)
        self.hide()

    def _arrow(self, sign: str, words: str, by: int) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName("boxed")
        button.setText(sign)
        button.setToolTip(words)
        button.setAccessibleName(words)
        button.clicked.connect(lambda: self.step_wanted.emit(by))
        return button

    def set_theme(self, theme: Theme) -> None:
        """Another theme."""
        self.close_button.setIcon(icon("close", theme.muted, theme.faint))

    def text(self) -> str:
        """What is said."""
        return f"{self._words.text()} {self._place.text()}".strip()

    def show_coverage(self, coverage: Coverage, at: int) -> None:
        """Say how much is covered; ``at`` is the open number that the text stands at, -1 for none."""
        count = len(coverage.open)
        explained = len(coverage.runs) - coverage.covered - count
        words = self.tr("Coverage {percent} % · {open} of {total} numbers open")
        self._words.setText(
            words.format(percent=f"{coverage.of_figures:.1f}", open=count, total=len(coverage.runs))
        )
        more = self.tr(
            "{percent} % of the numbers that could be figures are figures of the table; {explained} numbers are dates, "
            "headings, names and the like. Of all {total} numbers {all} % are figures."
        )
        self._words.setToolTip(
            more.format(
                percent=f"{coverage.of_figures:.1f}",
                total=len(coverage.runs),
                explained=explained,
                all=f"{coverage.of_all:.1f}",
            )
        )
        self._place.setText(f"{at + 1} / {count}" if count and at >= 0 else f"– / {count}" if count else "")
        for widget in (self.previous, self.next):
            widget.setEnabled(count > 0)

    def show_corrections(self, corrected: Corrected | None) -> None:
        """List what was corrected, so that it can be taken back."""
        self._menu.clear()
        entries: list[tuple[str, str]] = []
        if corrected is not None:
            for correction, indicator in corrected.rejected:
                words = self.tr("Rejected: {text} {name}").format(text=indicator.text, name=indicator.name)
                entries.append((words, correction.id))
            for key, correction in corrected.marks.items():
                known = next((i for i in corrected.indicators if i.id == key), None)
                name = known.name if known else ""
                form = (
                    self.tr("Added: {text} {name}")
                    if key.startswith("u")
                    else self.tr("Edited: {text} {name}")
                )
                entries.append((form.format(text=correction.anchor.quote, name=name), correction.id))
            for correction in corrected.unplaced:
                words = self.tr("Not found in this text: {text}").format(text=correction.anchor.quote)
                entries.append((words, correction.id))
        for words, key in entries:
            action = self._menu.addAction(words)
            action.triggered.connect(lambda _=False, key=key: self.withdraw_wanted.emit(key))
        self.list.setText(self.tr("Corrections ({n})").format(n=len(entries)))
        self.list.setEnabled(bool(entries))
