"""The card of the chosen indicator: what it says, and its counterparts one click away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from desktop.itemmodels.indicators import IndicatorRow
from desktop.theme import LIGHT, Theme
from desktop.wording import base_value, kind_word, when_and_what

if TYPE_CHECKING:
    from index.indicators import Indicator

_COUNTERPARTS = 3


class IndicatorCard(QFrame):
    """Shown while an indicator is chosen."""

    indicator_activated = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._theme = LIGHT
        self._row: IndicatorRow | None = None
        self._name = self._label(15, bold=True)
        self._english = self._label(13)
        self._english.setObjectName("muted")
        self._value = self._label(21, bold=True)
        self._facts = self._label(12)
        self._facts.setObjectName("muted")
        self._chips = QHBoxLayout()
        self._chips.setSpacing(6)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(3)
        for part in (self._name, self._english, self._value, self._facts):
            column.addWidget(part)
        column.addLayout(self._chips)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.hide()

    def _label(self, pixels: int, *, bold: bool = False) -> QLabel:
        label = QLabel("", self)
        label.setWordWrap(True)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        label.setStyleSheet(f"font-size: {pixels}px; font-weight: {700 if bold else 400};")
        return label

    def set_theme(self, theme: Theme) -> None:
        """Another theme."""
        self._theme = theme
        self._fill()

    def show_row(self, row: IndicatorRow | None) -> None:
        """Show an indicator, or nothing."""
        self._row = row
        self.setVisible(row is not None)
        self._fill()

    def _fill(self) -> None:
        while (item := self._chips.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        if self._row is None:
            return
        i = self._row.indicator
        colour = self._colour(i)
        self._name.setText(i.name)
        self._english.setText(i.name_en)
        self._value.setText(i.text)
        self._value.setStyleSheet(f"font-size: 21px; font-weight: 600; color: {colour};")
        self._facts.setText(
            " · ".join(p for p in (base_value(i), when_and_what(i), kind_word(str(i.kind))) if p)
        )
        for other in self._row.counterparts[:_COUNTERPARTS]:
            self._chips.addWidget(self._chip(other))
        self._chips.addStretch(1)

    def _colour(self, indicator: Indicator) -> str:
        return self._theme.target if str(indicator.status) == "target" else self._theme.actual

    def _chip(self, other: Indicator) -> QPushButton:
        chip = QPushButton(f"↔ {when_and_what(other)}: {other.text}", self)
        chip.setObjectName("chip")
        chip.setCursor(Qt.CursorShape.PointingHandCursor)
        chip.setToolTip(self.tr("Go to its counterpart"))
        dotted = "dotted" if str(other.status) == "target" else "solid"
        chip.setStyleSheet(f"border: 1px {dotted} {self._colour(other)};")
        chip.clicked.connect(lambda: self.indicator_activated.emit(other.id))
        return chip
