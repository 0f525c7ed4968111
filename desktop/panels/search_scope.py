"""Two buttons that say where the search looks: in the open report or in all."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QWidget

from desktop.toolbar import Segments


class Scope(Segments):
    """``changed`` tells whether all reports are searched."""

    changed = Signal(bool)

    def __init__(self, here: str, everywhere: str, parent: QWidget | None = None) -> None:
        self.here, self.all = QAction(here), QAction(everywhere)
        for action in (self.here, self.all):
            action.setCheckable(True)
        self.here.setChecked(True)
        super().__init__((self.here, self.all), parent)
        group = QActionGroup(self)
        for action in (self.here, self.all):
            action.setParent(self)
            group.addAction(action)
        self.all.toggled.connect(self.changed)

    @property
    def everywhere(self) -> bool:
        """True while all reports are searched."""
        return self.all.isChecked()

    def look(self, *, everywhere: bool) -> None:
        """Search there from now on."""
        (self.all if everywhere else self.here).setChecked(True)
