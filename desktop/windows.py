"""The open windows: they share the services, the keys and the choices, and what is written in one shows in all."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtWidgets import QApplication

from desktop.commands.keys import Keys
from desktop.commands.table import commands
from desktop.messages import Gate
from desktop.services import SAMPLE
from resources import resource_path

if TYPE_CHECKING:
    from desktop.main_window import MainWindow
    from desktop.messages import CrashReport, Notice
    from desktop.services import Services
    from desktop.undo import Change

_STEP: Final = QPoint(32, 32)
"""A new window stands so far from the one it was opened from."""


class Windows(QObject):
    """Opens windows and keeps them until they are closed."""

    def __init__(
        self, services: Services, parent: QObject | None = None, *, keys: Keys | None = None
    ) -> None:
        super().__init__(parent)
        self.services = services
        self.keys = keys if keys is not None else Keys(commands(str))
        self.keys_notice = self.keys.load(services.data_folder)
        self.all: list[MainWindow] = []
        self.greets = False
        """Whether the next window may show the tips by itself: where a person started the reader."""
        self.places: list[tuple[str, int]] = []
        """What the windows showed when they were closed to come back in another language."""

    @property
    def comes_back(self) -> bool:
        """True where all were closed to be opened again."""
        return bool(self.places)

    def open(self, path: str, offset: int | None = None, *, near: MainWindow | None = None) -> MainWindow:
        """A new window that shows a file."""
        from desktop.main_window import MainWindow

        window = MainWindow(self.services, windows=self)
        window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if near is not None:
            window.resize(near.size())
            window.move(near.pos() + _STEP)
        self.show(window, path, offset)
        return window

    def show(self, window: MainWindow, path: str, offset: int | None = None) -> None:
        """Show a file in a window that was just made; the sample below the notice where it cannot be read."""
        self.join(window)
        window.open_path(path, offset)
        sample = str(resource_path(*SAMPLE))
        if not window.view.text.rows and path != sample and not window.session.is_opening:
            window.open_sample_behind()
        window.show()
        window.view.setFocus()

    def open_like(self, window: MainWindow) -> MainWindow:
        """A new window over the same report, at the same place; it can then go elsewhere."""
        shown = window.view.text.report.path
        if not shown:
            return self.open(str(resource_path(*SAMPLE)), near=window)
        return self.open(shown, window.view.top_offset(), near=window)

    def join(self, window: MainWindow) -> None:
        """Count a window among those that share."""
        self.all.append(window)
        window.windows = self
        window.session.changed.connect(lambda change: self._tell(window, change))

    def leave(self, window: MainWindow) -> None:
        """Forget a window that is being closed."""
        if window in self.all:
            self.all.remove(window)

    def _tell(self, window: MainWindow, change: Change) -> None:
        for other in self.all:
            if other is not window:
                other.session.follow(change)

    def follow_theme(self, window: MainWindow) -> None:
        """Draw the other windows in the theme of one."""
        for other in self.all:
            if other is not window:
                other.show_theme()

    def bind(self) -> None:
        """Give every window the keys as they are now."""
        for window in self.all:
            window.actions_.bind()

    def close_all(self) -> None:
        """Close every window; the program then ends."""
        for window in tuple(self.all):
            window.close()

    def come_back(self, first: MainWindow) -> None:
        """Close the windows but ``first``, which closes itself, and remember what they show."""
        shown = [first, *(window for window in self.all if window is not first)]
        self.places = [(w.view.text.report.path, w.view.top_offset()) for w in shown if w.view.text.rows]
        for window in shown[1:]:
            window.close()

    # Faults

    def install(self) -> Callable[[], None]:
        """Show what nobody caught in the window that is in use; gives a function that ends this."""
        return Gate(self._notify, self._crash).install()

    @property
    def _current(self) -> MainWindow | None:
        active = QApplication.activeWindow()
        return next((w for w in self.all if w is active), self.all[-1] if self.all else None)

    def _notify(self, notice: Notice) -> None:
        window = self._current
        if window is not None:
            window.show_notice(notice)
        else:
            sys.stderr.write(f"report-reader: {notice.text}\n")

    def _crash(self, report: CrashReport) -> None:
        window = self._current
        if window is not None:
            window.faults.show(report)
        else:
            sys.stderr.write(f"report-reader: {report.summary}\n{report.details}\n")
