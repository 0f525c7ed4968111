"""A popup with what can be chosen of the text's look; the text behind it follows at once."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSlider,
    QWidget,
)

from desktop.reader.style import LINE_HEIGHTS, WIDTHS, Typography
from desktop.settings import ZOOM_RANGE


class TypographyPopup(QFrame):
    """Closes by Escape or a click elsewhere; ``changed`` tells typography and zoom."""

    changed = Signal(object, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("popup")
        self.setAccessibleName(self.tr("Text"))
        form = QFormLayout(self)
        form.setContentsMargins(16, 14, 16, 14)
        form.setVerticalSpacing(10)
        self.chinese = self._families(QFontDatabase.WritingSystem.SimplifiedChinese)
        self.english = self._families(QFontDatabase.WritingSystem.Latin)
        form.addRow(self._label(self.tr("Chinese font"), self.chinese), self.chinese)
        form.addRow(self._label(self.tr("English font"), self.english), self.english)
        self.size_, size = self._slider(ZOOM_RANGE, 10)
        self.lines, lines = self._slider(LINE_HEIGHTS, 5)
        self.width_, width = self._slider(WIDTHS, 5)
        form.addRow(self._label(self.tr("Text size"), self.size_), size)
        form.addRow(self._label(self.tr("Line height"), self.lines), lines)
        form.addRow(self._label(self.tr("Width of the text"), self.width_), width)
        self.reset = QPushButton(self.tr("As it was designed"), self)
        self.reset.clicked.connect(self._reset)
        form.addRow("", self.reset)
        self._telling = True

    def show_choices(self, typography: Typography, zoom: int) -> None:
        """Show what is chosen now; nothing is told."""
        self._telling = False
        for box, family in ((self.chinese, typography.chinese), (self.english, typography.english)):
            at = box.findData(family)
            if at < 0:  # chosen once, and not installed any more
                box.addItem(family, family)
                at = box.count() - 1
            box.setCurrentIndex(at)
        for slider, value in (
            (self.size_, zoom), (self.lines, typography.line_height), (self.width_, typography.width),
        ):  # fmt: skip
            slider.setValue(value)
        self._telling = True

    def _reset(self) -> None:
        self.show_choices(Typography(), 100)
        self._tell()

    def _tell(self) -> None:
        if self._telling:
            chosen = Typography(
                str(self.chinese.currentData()), str(self.english.currentData()), self.lines.value(),
                self.width_.value(),
            )  # fmt: skip
            self.changed.emit(chosen, self.size_.value())

    def _families(self, system: QFontDatabase.WritingSystem) -> QComboBox:
        box = QComboBox(self)
        box.setMaxVisibleItems(16)
        box.setMinimumWidth(230)
        box.addItem(self.tr("By itself"), "")
        for family in QFontDatabase.families(system):
            if not QFontDatabase.isPrivateFamily(family):
                box.addItem(family, family)
        box.currentIndexChanged.connect(self._tell)
        return box

    def _slider(self, around: tuple[int, int], step: int) -> tuple[QSlider, QWidget]:
        slider = QSlider(Qt.Orientation.Horizontal, self)
        slider.setRange(*around)
        slider.setSingleStep(step)
        slider.setPageStep(2 * step)
        slider.setMinimumHeight(20)
        words = QLabel(self)
        words.setObjectName("muted")
        words.setMinimumWidth(44)
        words.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        slider.valueChanged.connect(lambda value: words.setText(f"{value} %"))
        slider.valueChanged.connect(self._tell)
        row = QWidget(self)
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(slider, 1)
        line.addWidget(words)
        return slider, row

    def _label(self, words: str, partner: QWidget) -> QLabel:
        label = QLabel(words, self)
        label.setBuddy(partner)
        partner.setAccessibleName(words)
        return label
