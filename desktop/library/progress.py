"""The line below the list: how far an import is, what came of it, and whether one was interrupted."""

from __future__ import annotations

import time
from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QMenu,
    QProgressBar,
    QPushButton,
    QToolButton,
    QWidget,
)

from desktop.icons import icon, icon_size
from desktop.messages import describe
from desktop.theme import LIGHT, Theme
from index.errors import ReaderError

_LISTED = 200


class LibraryProgress(QFrame):
    """Hidden while there is nothing to say."""

    stop_wanted = Signal()
    resume_wanted = Signal()
    forget_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = ""
        self._began = 0.0
        self._label = QLabel("", self)
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        self.bar.setFixedWidth(180)
        self.bar.setAccessibleName(self.tr("Progress"))
        self.stop = QPushButton(self.tr("Stop"), self)
        self.stop.clicked.connect(self.stop_wanted)
        self.resume = QPushButton(self.tr("Go on"), self)
        self.resume.clicked.connect(self.resume_wanted)
        self.forget = QPushButton(self.tr("Leave them out"), self)
        self.forget.clicked.connect(self.forget_wanted)
        self.why = QToolButton(self)
        self.why.setObjectName("boxed")
        self.why.setText(self.tr("Which"))
        self.why.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.why.setMenu(QMenu(self.why))
        self.close_ = QToolButton(self)
        self.close_.setIconSize(icon_size())
        self.close_.setToolTip(self.tr("Close"))
        self.close_.setAccessibleName(self.tr("Close"))
        self.close_.clicked.connect(self.end)
        row = QHBoxLayout(self)
        row.setContentsMargins(4, 4, 4, 4)
        row.setSpacing(10)
        row.addWidget(self._label, 1)
        for widget in (self.bar, self.stop, self.resume, self.forget, self.why, self.close_):
            row.addWidget(widget)
        for button in (self.stop, self.resume, self.forget):
            button.setAutoDefault(False)
        self.set_theme(LIGHT)
        self.end()

    def set_theme(self, theme: Theme) -> None:
        """Another theme."""
        self.close_.setIcon(icon("close", theme.text, theme.faint))

    def text(self) -> str:
        """What is said."""
        return self._label.text()

    def _show(self, *shown: QWidget) -> None:
        for widget in (self.bar, self.stop, self.resume, self.forget, self.why, self.close_):
            widget.setVisible(widget in shown)
        self.show()

    def begin(self, words: str) -> None:
        """Long work begins."""
        self._words, self._began = words, time.monotonic()
        self.bar.setRange(0, 0)
        self._label.setText(f"{words}…")
        self._show(self.bar, self.stop)

    def show_step(self, done: int, total: int, name: str) -> None:
        """So many of so many are done; ``name`` is being read."""
        if not total:
            return
        self.bar.setRange(0, total)
        self.bar.setValue(done)
        said = [f"{self._words} {done}/{total}"]
        passed = time.monotonic() - self._began
        if done >= 8 and done < total:
            seconds = round(passed / done * (total - done))
            said.append(
                self.tr("about {n} s left").format(n=max(1, seconds))
                if seconds < 90
                else self.tr("about {n} min left").format(n=round(seconds / 60))
            )
        self._label.setText(" · ".join((*said, name) if name else said))

    def offer(self, done: int, total: int) -> None:
        """An import was interrupted; it can be gone on with."""
        words = self.tr("An import stopped after {done} of {total} reports.")
        self._label.setText(words.format(done=done, total=total))
        self._show(self.resume, self.forget)

    def tell(self, words: str, failed: Sequence[ReaderError] = ()) -> None:
        """Say what came of it; why files were not read is told when it is asked for."""
        self._label.setText(words)
        menu = self.why.menu()
        menu.clear()
        for error in failed[:_LISTED]:
            menu.addAction(describe(error).text.replace("&", "&&"))
        self._show(*((self.why, self.close_) if failed else (self.close_,)))

    def end(self, _: object = None) -> None:
        """Nothing to say."""
        self.hide()
