"""What hands expect of any window: the palette, the list of keys, other windows, paragraph numbers, quitting."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from desktop.commands.palette import Palette
from desktop.commands.sources import Sources
from desktop.reader.style import ReadingStyle
from desktop.windows import Windows

if TYPE_CHECKING:
    from desktop.commands.shortcuts import ShortcutsDialog
    from desktop.main_window import MainWindow


class Habits(QObject):
    """Joins these commands to a window."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        if window.windows is None:
            windows = Windows(window.services, window, keys=window.actions_.keys)
            windows.join(window)
            windows.bind()
        self.palette = Palette(Sources(window), window)
        self.dialog: ShortcutsDialog | None = None
        window.actions_.connect(
            palette=self._ask,
            go_to=lambda: self.palette.ask(":"),
            shortcuts=self.show_keys,
            preferences=self.show_preferences,
            new_window=self._open_window,
            close=window.close,
            quit=self._quit,
            paragraph_numbers=self._number,
        )
        window.actions_.serve(window.view)
        window.actions_["paragraph_numbers"].setChecked(window.settings.paragraph_numbers)
        if window.windows is not None and window.windows.keys_notice is not None:
            window.gate.tell(window.windows.keys_notice)
            window.windows.keys_notice = None  # told once, in the first of the windows

    def _ask(self) -> None:
        self.palette.ask()

    def show_keys(self) -> None:
        """The list of all keys, in which they can be changed."""
        from desktop.commands.shortcuts import ShortcutsDialog

        window = self._window
        assert window.windows is not None
        self.dialog = ShortcutsDialog(
            window.actions_.table, window.windows.keys, window.services.data_folder, window
        )
        self.dialog.changed.connect(window.windows.bind)
        self.dialog.failed.connect(window.gate.tell)
        self.dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.dialog.open()

    def show_preferences(self) -> None:
        """All choices in one place."""
        from desktop.dialogs.preferences import PreferencesDialog

        dialog = PreferencesDialog(self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _open_window(self) -> None:
        if self._window.windows is not None:
            self._window.windows.open_like(self._window)

    def _quit(self) -> None:
        if self._window.windows is not None:
            self._window.windows.close_all()

    def _number(self) -> None:
        on = self._window.actions_["paragraph_numbers"].isChecked()
        self._window.settings = replace(self._window.settings, paragraph_numbers=on)
        view = self._window.view
        view.set_style(ReadingStyle.chosen(view.style_.theme, self._window.settings))
