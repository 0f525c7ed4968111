"""File › Encoding: read a text file in another encoding than the one that was found out; remembered while we run."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu

from index.readers import choose_encoding, chosen_encoding

if TYPE_CHECKING:
    from desktop.main_window import MainWindow
    from desktop.reader.bilingual import Bilingual

ENCODINGS: Final = (("UTF-8", "utf-8"), ("GB18030", "gb18030"), ("Big5", "big5hkscs"), ("UTF-16", "utf-16"))
_SHOWN: Final = {"utf-8-sig": "UTF-8", "big5hkscs": "Big5", "cp1252": "Windows-1252"}


def encoding_name(encoding: str) -> str:
    """``GB18030`` for ``gb18030``: an encoding as people write it."""
    if encoding.startswith("utf-16"):
        return "UTF-16"
    return _SHOWN.get(encoding, encoding.upper())


class EncodingMenu(QObject):
    """The menu, below *Open recent*; it can be used while a text file is open."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._path = ""
        self._before: tuple[str | None] | None = None
        """What was chosen before, while the file is being read again."""
        self.menu = QMenu(self.tr("Encoding"), window)
        self._group = QActionGroup(self)
        self.detected = self._add(self.tr("Detected"), "")
        self.menu.addSeparator()
        self.actions = {encoding: self._add(name, encoding) for name, encoding in ENCODINGS}
        self._group.triggered.connect(self._choose)
        recent = window.recent_menu.menuAction()
        for parent in recent.associatedObjects():
            if isinstance(parent, QMenu):
                entries = parent.actions()
                parent.insertMenu(entries[entries.index(recent) + 1], self.menu)
        window.session.report_opened.connect(self._show)
        window.session.failed.connect(self._take_back)
        if window.session.text is not None:
            self._show(window.session.text)

    def _add(self, words: str, encoding: str) -> QAction:
        action = self.menu.addAction(words)
        action.setCheckable(True)
        action.setData(encoding)
        self._group.addAction(action)
        return action

    def _show(self, text: Bilingual) -> None:
        """Say how the open report was read."""
        report = text.report
        self._path, self._before = report.path, None
        self.menu.menuAction().setEnabled(bool(report.encoding and report.path))
        chosen = chosen_encoding(report.path) if report.path else None
        words = self.tr("Detected")
        if chosen is None and report.encoding:
            words = self.tr("Detected ({name})").format(name=encoding_name(report.encoding))
        self.detected.setText(words)
        self.actions.get(chosen or "", self.detected).setChecked(True)

    def _choose(self, action: QAction) -> None:
        """Read the open file again."""
        if not self._path:
            return
        before = chosen_encoding(self._path)
        choose_encoding(self._path, str(action.data()) or None)
        self._before = (before,)
        self._window.open_path(self._path)

    def _take_back(self, _: object) -> None:
        """The file cannot be read so: what is on screen stays, and so does its encoding."""
        if self._before is not None:
            before = self._before[0]
            choose_encoding(self._path, before)
            self.actions.get(before or "", self.detected).setChecked(True)
            self._before = None
