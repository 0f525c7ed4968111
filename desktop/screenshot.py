"""Takes a picture of the window once there is something to see: text, translation, figures, search results."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from desktop.main_window import MainWindow

QUERY: Final = "economic growth target"
TIME_LIMIT: Final = 90.0
_SETTLE_MS: Final = 2_200
"""The flash of a jump has faded by then."""


class Photographer(QObject):
    """Waits, sets the scene, and writes the picture; then the application ends."""

    def __init__(self, window: MainWindow, path: Path, limit: float = TIME_LIMIT) -> None:
        super().__init__(window)
        self._window, self._path = window, path
        self._until = time.monotonic() + limit
        self._staged = False
        self.error = ""
        self._timer = QTimer(self)
        self._timer.setInterval(100)
        self._timer.timeout.connect(self._look)
        self._timer.start()

    def _look(self) -> None:
        late = time.monotonic() > self._until
        if not self._staged and (self._is_known() or late):
            self._staged = True
            self._stage()
        elif self._staged and (self._is_translated() or late):
            self._timer.stop()
            QTimer.singleShot(_SETTLE_MS, self._take)

    def _is_known(self) -> bool:
        session = self._window.session
        return not session.is_opening and session.analysed and (session.is_indexed or session.search_error)

    def _stage(self) -> None:
        """Choose a figure with a counterpart, and ask the search something."""
        indicators = self._window.view.text.indicators.values()
        linked = next((i for i in indicators if i.links), None)
        if linked is not None:
            self._window.navigator.to_indicator(linked.id)
        self._window.panes.search_for(QUERY)

    def _is_translated(self) -> bool:
        window = self._window
        if window.view.text.unavailable or window.session.translation_done:
            return True
        wanted = window.panes.awaited
        return all(s in window.view.text.translations for s in wanted)

    def _take(self) -> None:
        picture = self._window.grab()
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            written = picture.save(str(self._path), "PNG")
        except OSError:
            written = False
        if not written:
            self.error = f"cannot write {self._path}"
        self._window.close()
        QApplication.exit(0)
