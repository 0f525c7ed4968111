"""Where the report of a fault goes: a dialog, and without a screen the terminal."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from desktop.messages import CrashReport

if TYPE_CHECKING:
    from desktop.dialogs.crash import CrashDialog


class Faults(QObject):
    """Shows one report at a time over a window."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._dialog: CrashDialog | None = None

    def show(self, report: CrashReport) -> None:
        """Show the report of a fault; without a screen it goes to stderr."""
        sys.stderr.write(f"report-reader: internal fault: {report.summary}\n{report.details}\n")
        if QGuiApplication.platformName() == "offscreen" or self._dialog is not None:
            return
        from desktop.dialogs.crash import CrashDialog

        self._dialog = CrashDialog(report, self._window)
        self._dialog.finished.connect(self._forget)
        self._dialog.open()

    def _forget(self) -> None:
        if self._dialog is not None:
            self._dialog.deleteLater()
            self._dialog = None
