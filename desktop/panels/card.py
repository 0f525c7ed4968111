"""The card of the chosen indicator: what it says, its counterparts one click away, and where else it is stated."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop.theme import LIGHT, Theme
from desktop.wording import when_and_what

if TYPE_CHECKING:
    from desktop.explained import Counterpart, Explained
    from index.indicators import Indicator

_COUNTERPARTS = 2


class IndicatorCard(QFrame):
    """Shown while an indicator is chosen."""

    indicator_activated = Signal(str)
    across_activated = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._theme = LIGHT
        self._shown: tuple[Indicator, Explained] | None = None
        self._name = self._label(15, bold=True)
        self._english = self._label(13)
        self._english.setObjectName("muted")
        self._value = self._label(21, bold=True)
        self._facts = self._label(12)
        self._facts.setObjectName("muted")
        self._conflict = self._label(12)
        self._conflict.setObjectName("problem")
        self.place = QLabel("", self)
        self.place.setObjectName("muted")
        self.previous = self._step("‹", self.tr("Previous mention (Alt+[)"), -1)
        self.next = self._step("›", self.tr("Next mention (Alt+])"), 1)
        head = QHBoxLayout()
        head.setSpacing(4)
        head.addWidget(self._name, 1)
        for part in (self.previous, self.place, self.next):
            head.addWidget(part, 0, Qt.AlignmentFlag.AlignTop)
        self._chips = QVBoxLayout()
        self._chips.setSpacing(5)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(3)
        column.addLayout(head)
        for part in (self._english, self._value, self._facts, self._conflict):
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

    def _step(self, sign: str, words: str, by: int) -> QToolButton:
        button = QToolButton(self)
        button.setText(sign)
        button.setToolTip(words)
        button.setAccessibleName(words)
        button.clicked.connect(lambda: self._walk(by))
        return button

    def set_theme(self, theme: Theme) -> None:
        """Another theme."""
        self._theme = theme
        self._fill()

    def show_indicator(self, indicator: Indicator | None, facts: Explained | None) -> None:
        """Show an indicator, or nothing."""
        self._shown = (indicator, facts) if indicator is not None and facts is not None else None
        self.setVisible(self._shown is not None)
        self._fill()

    def _fill(self) -> None:
        while (item := self._chips.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        if self._shown is None:
            return
        i, facts = self._shown
        self._name.setText(facts.name)
        self._english.setText(facts.english)
        self._value.setText(facts.value)
        self._value.setStyleSheet(f"font-size: 21px; font-weight: 600; color: {self._colour(i)};")
        self._facts.setText(f"= {facts.spoken} · {facts.facts}")
        self._conflict.setVisible(bool(facts.conflict))
        self._conflict.setText(
            self.tr("Stated differently elsewhere: {values}").format(values=facts.conflict)
        )
        self.place.setText(facts.place_words)
        for part in (self.place, self.previous, self.next):
            part.setVisible(len(facts.places) > 1)
        for other in facts.counterparts[:_COUNTERPARTS]:
            self._chips.addWidget(self._chip(other), 0, Qt.AlignmentFlag.AlignLeft)

        if facts.across is not None:
            self._chips.addWidget(self._across_chip(i.id, facts.across), 0, Qt.AlignmentFlag.AlignLeft)

    def _across_chip(self, indicator: str, other: Counterpart) -> QPushButton:
        """What the report of the year before or after says; it opens that report."""
        chip = QPushButton(f"⇄ {other.words}", self)
        chip.setObjectName("chip")
        chip.setCursor(Qt.CursorShape.PointingHandCursor)
        chip.setToolTip(self.tr("Open it in its report") + "\n" + other.reason)
        chip.setAccessibleName(other.words)
        chip.clicked.connect(lambda: self.across_activated.emit(indicator))
        return chip

    def _walk(self, by: int) -> None:
        if self._shown is not None:
            facts = self._shown[1]
            self.indicator_activated.emit(facts.places[(facts.place + by) % len(facts.places)])

    def _colour(self, indicator: Indicator) -> str:
        return self._theme.target if str(indicator.status) == "target" else self._theme.actual

    def _chip(self, other: Counterpart) -> QPushButton:
        chip = QPushButton(f"↔ {other.words}", self)
        chip.setObjectName("chip")
        chip.setCursor(Qt.CursorShape.PointingHandCursor)
        chip.setToolTip(self.tr("Go to its counterpart") + "\n" + other.reason)
        chip.setAccessibleName(f"{when_and_what(other.indicator)} {other.indicator.text}")
        dotted = "dotted" if str(other.indicator.status) == "target" else "solid"
        chip.setStyleSheet(f"border: 1px {dotted} {self._colour(other.indicator)};")
        chip.clicked.connect(lambda: self.indicator_activated.emit(other.indicator.id))
        return chip
