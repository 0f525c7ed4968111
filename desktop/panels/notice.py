"""The notice bar: one line at a time above the text, until it is dismissed."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QWidget

from desktop.icons import icon, icon_size
from desktop.messages import Notice
from desktop.theme import LIGHT, Theme


class NoticeBar(QFrame):
    """Shows notices in turn; the same one is shown once."""

    shown = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("notice")
        self._waiting: list[Notice] = []
        self.current: Notice | None = None
        self._label = QLabel("", self)
        self._label.setWordWrap(True)
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self._label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._more = QLabel("", self)
        self._more.setObjectName("muted")
        self.close_button = QToolButton(self)
        self.close_button.setAccessibleName(self.tr("Dismiss"))
        self.close_button.setToolTip(self.tr("Dismiss"))
        self.close_button.setIconSize(icon_size())
        self.close_button.clicked.connect(self.dismiss)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 6, 8, 6)
        row.addWidget(self._label, 1)
        row.addWidget(self._more)
        row.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        self.set_theme(LIGHT)
        self.hide()

    def set_theme(self, theme: Theme) -> None:
        """Another theme."""
        self.close_button.setIcon(icon("close", theme.muted, theme.faint))

    def text(self) -> str:
        """What is shown, empty where nothing is."""
        return self.current.text if self.current else ""

    def add(self, notice: Notice) -> None:
        """Show a notice now, or after those that are waiting."""
        if notice == self.current or notice in self._waiting:
            return
        if self.current is not None:
            self._waiting.append(notice)
        else:
            self.current = notice
        self._show()

    def dismiss(self) -> None:
        """Close this notice; the next one comes up."""
        self.current = self._waiting.pop(0) if self._waiting else None
        self._show()

    def taken(self) -> list[Notice]:
        """All notices, shown and waiting; none is left."""
        notices = [self.current, *self._waiting] if self.current else []
        self.clear()
        return notices

    def clear(self) -> None:
        """Close all."""
        self._waiting.clear()
        self.dismiss()

    def _show(self) -> None:
        self.setVisible(self.current is not None)
        if self.current is None:
            return
        self._label.setText(self.current.text)
        self._more.setText(self.tr("{count} more").format(count=len(self._waiting)) if self._waiting else "")
        self._more.setVisible(bool(self._waiting))
        self.setProperty("severity", str(self.current.severity))
        self.style().unpolish(self)
        self.style().polish(self)
        self.setAccessibleName(self.current.text)
        self.shown.emit(self.current.text)
