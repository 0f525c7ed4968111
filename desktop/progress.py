"""The translation's progress in the status bar: how far, how long still, stop and go on."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QToolButton, QWidget

from desktop.icons import icon, icon_size
from desktop.session import Progress
from desktop.theme import LIGHT, Theme


class TranslationProgress(QWidget):
    """Hidden while there is nothing to say."""

    stop_wanted = Signal()
    resume_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = LIGHT
        self._running = False
        self._label = QLabel("", self)
        self._bar = QProgressBar(self)
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(120)
        self._bar.setAccessibleName(self.tr("Translation"))
        self.button = QToolButton(self)
        self.button.setIconSize(icon_size())
        self.button.clicked.connect(self._press)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 6, 0)
        row.setSpacing(6)
        for part in (self._label, self._bar, self.button):
            row.addWidget(part)
        self.hide()

    def text(self) -> str:
        """What is said."""
        return self._label.text()

    def set_theme(self, theme: Theme) -> None:
        """Another theme."""
        self._theme = theme
        self._show_button()

    def show_progress(self, progress: Progress) -> None:
        """The translation is under way."""
        self._running = True
        self._bar.setRange(0, max(1, progress.total))
        self._bar.setValue(progress.done)
        words = self.tr("Translating {done}/{total}").format(done=progress.done, total=progress.total)
        if progress.seconds_left is not None:
            words += " · " + self._time_left(progress.seconds_left)
        self._label.setText(words)
        self._show_button()
        self.show()

    def show_stopped(self) -> None:
        """It was stopped and can go on."""
        self._running = False
        words = self.tr("Translation paused at {done}/{total}")
        self._label.setText(words.format(done=self._bar.value(), total=self._bar.maximum()))
        self._show_button()

    def show_done(self) -> None:
        """Nothing is left to say."""
        self._running = False
        self.hide()

    def _time_left(self, seconds: float) -> str:
        if seconds < 60:
            return self.tr("{n} s left").format(n=max(1, round(seconds)))
        return self.tr("{n} min left").format(n=round(seconds / 60))

    def _show_button(self) -> None:
        words = self.tr("Pause translating") if self._running else self.tr("Go on translating")
        self.button.setIcon(
            icon("pause" if self._running else "resume", self._theme.muted, self._theme.faint)
        )
        self.button.setToolTip(words)
        self.button.setAccessibleName(words)

    def _press(self) -> None:
        (self.stop_wanted if self._running else self.resume_wanted).emit()
