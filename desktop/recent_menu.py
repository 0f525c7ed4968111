"""The menu of the files that were opened last, in any window."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu

if TYPE_CHECKING:
    from desktop.main_window import MainWindow


class RecentMenu(QMenu):
    """Leads back to each of them."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window.tr("Open recent"), window)
        self._window = window
        self.aboutToShow.connect(self.fill)

    def fill(self) -> None:
        """List what was opened by now."""
        self.clear()
        for path in self._window.settings.recent:
            action = self.addAction(Path(path).name)
            action.setToolTip(path)
            action.triggered.connect(partial(self._open, path))
        self.setEnabled(bool(self._window.settings.recent))

    def _open(self, path: str, _: bool = False) -> None:
        self._window.open_recent(path)
