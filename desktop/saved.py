"""Joins the saved searches to the search panel: save, run again, what is new."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QInputDialog

from desktop.searches import Findings, Searches
from index.saved_searches import Scope

if TYPE_CHECKING:
    from desktop.panels.search import SearchPanel
    from desktop.session import Session


class Saved(QObject):
    """Shows the saved searches in the panel, and looks for what is new once reports were added."""

    told = Signal(str)

    def __init__(self, searches: Searches, panel: SearchPanel, session: Session) -> None:
        super().__init__(searches)
        self._searches, self._panel, self._session = searches, panel, session
        self._new: dict[str, int] = {}
        menu = panel.saved
        menu.save_wanted.connect(self.save)
        menu.run_wanted.connect(self.run)
        menu.rename_wanted.connect(self.rename)
        menu.delete_wanted.connect(searches.delete)
        searches.changed.connect(self.refresh)
        searches.counted.connect(self._count)
        searches.found.connect(self._show)
        session.indexed.connect(self.look_for_new)
        self.refresh()

    def refresh(self) -> None:
        """Show the list as it is kept."""
        self._panel.saved.show_searches(self._searches.all(), self._new)

    def look_for_new(self) -> None:
        """A report is in the library that was not there before, or is there anew."""
        self._searches.look_for_new()

    def save(self) -> None:
        """Keep the search at hand."""
        scope = Scope.LIBRARY if self._panel.scope.everywhere else Scope.REPORT
        made = self._searches.save(self._panel.line.text(), scope)
        if made is not None:
            self.told.emit(self.tr("Saved: {name}").format(name=made.name))

    def run(self, key: str) -> None:
        """Ask a saved search again; what is new in it is marked."""
        search = self._searches.find(key)
        if search is None:
            return
        self._panel.mark_new(())
        everywhere = search.scope is Scope.LIBRARY
        self._panel.scope.look(everywhere=everywhere)
        self._panel.ask(search.query)
        self._searches.run(key)

    def rename(self, key: str) -> None:
        """Ask for another name."""
        search = self._searches.find(key)
        if search is None:
            return
        name, agreed = QInputDialog.getText(
            self._panel, self.tr("Rename the search"), self.tr("Name"), text=search.name
        )
        if agreed:
            self._searches.rename(key, name)

    def _count(self, key: str, new: int) -> None:
        self._new[key] = new
        self.refresh()

    def _show(self, findings: Findings) -> None:
        self._new.pop(findings.search.id, None)
        self.refresh()
        if findings.search.query == self._panel.line.text():
            self._panel.mark_new((hit.report_id, hit.sentence_id) for hit in findings.new)
