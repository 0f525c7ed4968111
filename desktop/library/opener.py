"""Opens the library window over a window of the reader, and keeps what is said in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.shelves import change_said
from desktop.undo import LIBRARY, Change
from index.errors import ReaderError

if TYPE_CHECKING:
    from desktop.library.window import LibraryWindow
    from desktop.main_window import MainWindow
    from desktop.theme import Theme


class LibraryOpener(QObject):
    """Builds the window when it is first asked for."""

    def __init__(self, main: MainWindow) -> None:
        super().__init__(main)
        self._main = main
        self.window: LibraryWindow | None = None
        main.actions_.connect(library=self.show)
        main.session.library_changed.connect(self._refresh)
        main.session.indexed.connect(self._refresh)
        main.session.notes_changed.connect(self._refresh)
        main.session.closing.connect(self._finish)

    def show(self) -> None:
        """Show the library."""
        if self.window is None:
            from desktop.library.window import LibraryWindow

            self.window = LibraryWindow(self._main.services, self._main.view.style_.theme, self._main)
            self.window.report_wanted.connect(self._open)
            self.window.said.connect(self._say)
            self.window.changed.connect(self._main.session.renew_library)
            self.window.failed.connect(self._tell)
        else:
            self.window.refresh()
        self.window.show()
        self.window.raise_()
        self.window.activateWindow()
        self.window.choose(self._main.view.text.report.id)

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme."""
        if self.window is not None:
            self.window.set_theme(theme)

    def _open(self, path: str) -> None:
        self._main.navigator.leave()
        self._main.open_path(path)
        self._main.raise_()
        self._main.activateWindow()

    def _say(self, changed: object, titles: object) -> None:
        """Keep what was said, as a step that can be taken back; ``undo`` and ``redo`` come as words."""
        session = self._main.session
        if titles == "undo":
            session.undo()
        elif titles == "redo":
            session.redo()
        elif isinstance(changed, dict) and isinstance(titles, dict):
            try:
                edit = change_said(self._main.services, changed, titles)
            except ReaderError as error:
                self._tell(error)
                return
            session.change(Change(edit.undo, edit.redo, LIBRARY))

    def _tell(self, error: object) -> None:
        """Where the user looks: below the list, and in the window behind."""
        from desktop.messages import describe

        if isinstance(error, ReaderError) and self.window is not None:
            self.window.tell(describe(error).text)
        else:
            self._main.gate.tell(error)  # type: ignore[arg-type]  # a job fails with an exception

    def _refresh(self) -> None:
        if self.window is not None and self.window.isVisible():
            self.window.refresh()

    def _finish(self) -> None:
        if self.window is not None:
            self.window.finish()
