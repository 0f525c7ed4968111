"""All actions of the window, by the names of their commands; menus, toolbar and palette are made of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence, QShortcut
from PySide6.QtWidgets import QMainWindow, QWidget

from desktop.commands.keys import Keys, shown
from desktop.commands.table import CHECKED, LANGUAGES, LAYOUTS, SCRIPTS, THEMES, Command, commands
from desktop.icons import icon
from desktop.theme import Theme

_ICONS: Final = {
    "open": "open", "back": "back", "forward": "forward", "search": "search", "outline": "outline", "side": "panel",
    "night": "theme", "typography": "letters",
}  # fmt: skip
_UNAVAILABLE: Final = ("back", "forward", "undo", "redo")
"""Until there is somewhere to go, or something to take back."""


class Actions:
    """``actions["open"]`` and so on; ``connect`` joins them to what they do."""

    def __init__(self, window: QMainWindow, keys: Keys | None = None) -> None:
        self._window = window
        self.table: tuple[Command, ...] = commands(self.tr_)
        self.keys = keys if keys is not None else Keys(self.table)
        self._text: QWidget | None = None
        self._letters: list[QShortcut] = []
        self._all = {command.name: QAction(command.words, window) for command in self.table}
        window.addActions(list(self._all.values()))
        for name in CHECKED:
            self[name].setCheckable(True)
        for name in _UNAVAILABLE:
            self[name].setEnabled(False)
        self.layouts = self._group(LAYOUTS, "layout.")
        self.scripts = self._group(SCRIPTS, "script.")
        self.themes = self._group(THEMES, "theme.")
        self.languages = self._group(LANGUAGES, "language.")
        self.bind()

    def __getitem__(self, name: str) -> QAction:
        return self._all[name]

    def tr_(self, words: str) -> str:
        """``words`` in the language of the interface."""
        return QCoreApplication.translate("Actions", words)

    def _group(self, names: Iterable[str], prefix: str) -> QActionGroup:
        group = QActionGroup(self._window)
        for name in names:
            action = self[prefix + name]
            action.setCheckable(True)
            action.setData(name)
            group.addAction(action)
        return group

    def bind(self) -> None:
        """Give every action the keys that it has now."""
        for name, action in self._all.items():
            keys = self.keys[name].window
            if keys or action.shortcuts():
                action.setShortcuts([QKeySequence(k) for k in keys])
        if self._text is not None:
            self._tell_keys()
            self._bind_letters()

    def _tell_keys(self) -> None:
        for command in self.table:
            keys = self.keys[command.name].window
            words = f"{command.words} ({shown(keys[0])})" if keys else command.words
            self[command.name].setToolTip(words)

    def serve(self, text: QWidget) -> None:
        """``text`` is where single letters are keys: there is nothing to type into. Called once it is on screen."""
        self._text = text
        self._tell_keys()
        self._bind_letters()

    def _bind_letters(self) -> None:
        for shortcut in self._letters:
            shortcut.deleteLater()
            shortcut.setEnabled(False)
        self._letters.clear()
        if self._text is None:
            return
        for command in self.table:
            for key in self.keys[command.name].text:
                shortcut = QShortcut(QKeySequence(key), self._text)
                shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
                shortcut.activated.connect(self[command.name].trigger)
                self._letters.append(shortcut)

    def connect(self, **slots: Callable[[], object]) -> None:
        """Join actions to what they do, by name."""
        for name, slot in slots.items():
            self[name].triggered.connect(slot)

    def paint(self, theme: Theme) -> None:
        """Draw the icons in the colours of a theme."""
        for name, drawn in _ICONS.items():
            self[name].setIcon(icon(drawn, theme.text, theme.faint))
