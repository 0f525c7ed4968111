"""From a note to its words, in the report that is open or in another one."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from index.notes import Note
from index.words import Example

if TYPE_CHECKING:
    from desktop.main_window import MainWindow
    from desktop.notes.notes import Notes
    from desktop.services import Services


class NotePlaces(QObject):
    """Goes to a note; opens its report first where that is another one."""

    told = Signal(str)

    def __init__(self, window: MainWindow, notes: Notes) -> None:
        super().__init__(notes)
        self._window, self._notes = window, notes
        self._wanted = ""
        window.view.first_painted.connect(self._arrive)

    def go_to(self, note: Note) -> None:
        """Show where ``note`` stands; says why where it cannot be shown."""
        window = self._window
        if note.is_of(window.view.text.report):
            self._show(note.id)
            return
        path = path_of(window.services, note)
        if not path:
            self.told.emit(
                self.tr("The report of this note is not in the library: {title}").format(title=note.title)
            )
            return
        window.navigator.leave()
        self._wanted = note.id
        window.open_path(path)

    def _arrive(self) -> None:
        key, self._wanted = self._wanted, ""
        if key:
            self._notes.refresh()
            self._show(key, leave=False)

    def _show(self, key: str, *, leave: bool = True) -> None:
        placed = self._window.view.text.notes
        if placed is None or key not in placed.notes:
            self.told.emit(self.tr("These words are not in the report any more."))
            return
        if leave:
            self._window.navigator.leave()
        self._notes.show_note(key)


def path_of(services: Services, note: Note | Example) -> str:
    """The file of the report that something was written in, where the library knows one that is still there; else empty."""
    known = services.library().reports()
    same = [r for r in known if r.id == note.report_id]
    newer = [
        r for r in known if (r.title, r.place, r.year) == (note.title, note.place, note.year) and note.title
    ]
    return next((r.path for r in (*same, *newer) if Path(r.path).is_file()), "")
