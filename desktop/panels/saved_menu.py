"""The button beside the search line with the searches that the reader keeps, and what is new in each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

if TYPE_CHECKING:
    from index.saved_searches import SavedSearch


class SavedMenu(QToolButton):
    """Its menu keeps the search at hand, runs a kept one again, renames and deletes."""

    save_wanted = Signal()
    run_wanted = Signal(str)
    rename_wanted = Signal(str)
    delete_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setObjectName("toggle")
        self.setAccessibleName(self.tr("Saved searches"))
        self._menu = QMenu(self)
        self.setMenu(self._menu)
        self._searches: Sequence[SavedSearch] = ()
        self._new: Mapping[str, int] = {}
        self._query = ""
        self.renaming, self.deleting = QMenu(self), QMenu(self)
        self._fill()

    def show_searches(self, searches: Sequence[SavedSearch], new: Mapping[str, int]) -> None:
        """Offer these, with how many passages of each were not there before."""
        self._searches, self._new = searches, new
        self._fill()

    def set_query(self, query: str) -> None:
        """What would be kept."""
        self._query = query
        self._save.setEnabled(bool(query.strip()))

    def _fill(self) -> None:
        menu = self._menu
        menu.clear()
        self.renaming.deleteLater()
        self.deleting.deleteLater()
        self.renaming, self.deleting = QMenu(self), QMenu(self)
        self._save = menu.addAction(self.tr("Save this search"), self.save_wanted.emit)
        self._save.setEnabled(bool(self._query.strip()))
        menu.addSeparator()
        for search in self._searches:
            new = self._new.get(search.id, 0)
            words = self.tr("{name}  —  {n} new").format(name=search.name, n=new) if new else search.name
            action = menu.addAction(words.replace("&", "&&"))
            action.setToolTip(search.query)
            action.triggered.connect(lambda _=False, key=search.id: self.run_wanted.emit(key))
        if not self._searches:
            menu.addAction(self.tr("No searches are saved yet")).setEnabled(False)
        else:
            menu.addSeparator()
            self._add_each(self.renaming, self.tr("Rename"), self.rename_wanted)
            self._add_each(self.deleting, self.tr("Delete"), self.delete_wanted)
        total = sum(self._new.get(search.id, 0) for search in self._searches)
        self.setText(f"★ {total}" if total else "☆" if not self._searches else "★")
        self.setToolTip(
            self.tr("Saved searches: {n} new passages").format(n=total)
            if total
            else self.tr("Saved searches")
        )

    def _add_each(self, inner: QMenu, words: str, signal: SignalInstance) -> None:
        """A menu of all searches below ``words``; the signal tells which was chosen."""
        inner.setTitle(words)
        for search in self._searches:
            action = inner.addAction(search.name.replace("&", "&&"))
            action.triggered.connect(lambda _=False, key=search.id: signal.emit(key))
        self._menu.addMenu(inner)
