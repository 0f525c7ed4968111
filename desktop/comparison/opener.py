"""Opens the comparison window over the window's reports, and leads from its figures back to the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.comparison.loading import Shelf
from desktop.comparison.neighbours import find_neighbours
from desktop.jobs import Lane
from desktop.services import SAMPLE
from desktop.theme import Theme
from desktop.topics.opener import Topics
from resources import resource_path

if TYPE_CHECKING:
    from desktop.comparison.lines import Figure
    from desktop.comparison.window import ComparisonWindow
    from desktop.main_window import MainWindow
    from desktop.reader.bilingual import Bilingual
    from index.indicators import Indicator


class Comparisons(QObject):
    """Builds the window when it is first asked for."""

    failed = Signal(object)
    neighbours_found = Signal()

    def __init__(self, main: MainWindow) -> None:
        super().__init__(main)
        self._main = main
        self._shelf = Shelf(main.services)
        self._lane = Lane("neighbours", self)
        self.window: ComparisonWindow | None = None
        self._awaited: Figure | None = None
        self.topics = Topics(main)
        self.topics.failed.connect(self.failed)
        main.session.indicators_found.connect(self._arrive)

    def show(self, name: str = "") -> None:
        """Compare the open report with those of the library; ``name`` asks for an indicator across places."""
        if self.window is None:
            from desktop.comparison.window import ComparisonWindow

            self.window = ComparisonWindow(
                self._main.services, self._main.view.style_.theme, self._shelf, self._main
            )
            self.window.figure_wanted.connect(self.go_to)
            self.window.failed.connect(self.failed)
        self.window.show_reports(self._paths(), name)
        self.window.show()
        self.window.raise_()

    def _paths(self) -> list[str]:
        text = self._main.session.text
        known = [k.path for k in self._main.services.library().reports() if k.found]
        return [*([text.report.path] if text is not None else []), *known, str(resource_path(*SAMPLE))]

    def go_to(self, figure: Figure) -> None:
        """Open the report of a figure and choose the figure in it."""
        self._main.raise_()
        self._main.activateWindow()
        text = self._main.session.text
        if text is not None and text.report.id == figure.report.id and self._choose(figure):
            return
        self._awaited = figure
        self._main.navigator.leave()
        self._main.open_path(figure.report.path, figure.indicator.span.start)

    def go_across(self, indicator: str) -> None:
        """Open what the report of the year before or after says of a figure."""
        text = self._main.session.text
        neighbour = text.neighbours.get(indicator) if text is not None else None
        if neighbour is not None:
            self.go_to(neighbour.figure)

    def _arrive(self, _: object) -> None:
        awaited, self._awaited = self._awaited, None
        text = self._main.session.text
        self._look_around()
        if awaited is not None and text is not None and text.report.id == awaited.report.id:
            self._choose(awaited)

    def _look_around(self) -> None:
        """Look for what the reports of the year before and after say of the figures."""
        from index.comparison import Source

        text = self._main.session.text
        if text is None:
            return
        known = self._main.services.library().reports()
        own = Source(text.report, tuple(text.indicators.values()))
        job = self._lane.start(find_neighbours(self._shelf, own, known))
        job.succeeded.connect(lambda found: self._tell(text, found))
        job.failed.connect(self.failed)

    def _tell(self, text: Bilingual, found: object) -> None:
        assert isinstance(found, dict)
        if text is self._main.session.text and found != text.neighbours:
            text.neighbours = found
            self.neighbours_found.emit()

    @property
    def is_looking(self) -> bool:
        """True while neighbouring reports are being read."""
        return self._lane.busy

    def _choose(self, figure: Figure) -> bool:
        text = self._main.session.text
        known: dict[str, Indicator] = dict(text.indicators) if text is not None else {}
        hit = next((i for i in known.values() if i.span == figure.indicator.span), None)
        if hit is not None:
            self._main.navigator.to_indicator(hit.id)
        return hit is not None

    def set_theme(self, theme: Theme) -> None:
        """Another theme."""
        self.topics.set_theme(theme)
        if self.window is not None:
            self.window.set_theme(theme)

    def finish(self) -> None:
        """Stop what goes on in the window."""
        self._lane.close()
        self.topics.finish()
        if self.window is not None:
            self.window.finish()
