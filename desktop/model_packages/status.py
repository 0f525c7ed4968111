"""Which models serve, in the status bar: bundled, added, or missing with the way to get them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QToolButton

from desktop.jobs import Lane
from desktop.steps import Step
from index.errors import ReaderError

if TYPE_CHECKING:
    from desktop.main_window import MainWindow
    from desktop.services import Services
    from desktop.steps import Work
    from index.report import Language


class ModelsStatus(QObject):
    """A quiet button that opens the list of models."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._lane = Lane("models seen", self)
        self.button = QToolButton(window.statusBar())
        self.button.setObjectName("quiet")
        self.button.clicked.connect(window.actions_["models"].trigger)
        self.button.hide()
        window.statusBar().addPermanentWidget(self.button)
        session = window.session
        session.report_opened.connect(lambda _: self.look())
        session.translation_stopped.connect(lambda _: self.look())
        session.translation_unavailable.connect(lambda _: self.look())
        session.closing.connect(self._lane.close)
        self.look()

    def text(self) -> str:
        """What is said."""
        return self.button.text()

    def look(self) -> None:
        """See what serves now; behind the work, for packages are verified when they are first looked at."""
        text = self._window.view.text
        if not text.rows:
            self.button.hide()
            return
        job = self._lane.start(_serving(self._window.services, text.source, text.target))
        job.succeeded.connect(self._show)

    def _show(self, found: object) -> None:
        translating, searching = found if isinstance(found, tuple) else ("", "")
        if translating and searching:
            added = {translating, searching} != {"bundled"}
            words = self.tr("Added models") if added else self.tr("Bundled models")
            more = self.tr("Translation and search work on this computer, without a network.")
        elif searching:
            words = self.tr("No translation model")
            more = self.tr("The report can be read, searched and marked. Click to add a translation model.")
        elif translating:
            words = self.tr("No search model")
            more = self.tr("Find (Ctrl+F) works without one. Click to add a search model.")
        else:
            words = self.tr("No models")
            more = self.tr(
                "The report can be read and marked, and its figures are linked. Click to add models."
            )
        self.button.setText(words)
        self.button.setToolTip(more)
        self.button.setAccessibleName(words)
        self.button.setAccessibleDescription(more)
        self.button.show()


def _serving(services: Services, source: Language, target: Language) -> Work:
    """Where the models come from that translate and search; empty where there is none."""
    yield Step(0, 1)
    try:
        route = services.catalog().translation_route(str(source), str(target))
        sources = [package.source for package in route.packages]
        translating = next((s for s in sources if s != "bundled"), "bundled")
    except ReaderError:
        translating = ""
    try:
        searching = str(services.catalog().encoder().source)
    except ReaderError:
        searching = ""
    return str(translating), searching
