"""Going places in the report, and back again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.history import History, Place
from desktop.reader.report_view import ReportView
from desktop.selection import Selection
from index.report import Section

if TYPE_CHECKING:
    from desktop.itemmodels.hits import FigureRow, HitRow


class Navigator(QObject):
    """Every jump goes through here, so that Back knows it."""

    history_changed = Signal(bool, bool)
    report_wanted = Signal(str, int)

    def __init__(self, view: ReportView, selection: Selection, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._view = view
        self._selection = selection
        self._history = History()

    def here(self) -> Place:
        """The place on screen."""
        return Place(self._view.text.report.path, self._view.top_offset())

    def leave(self) -> None:
        """Remember this place: a jump follows."""
        if self._view.text.rows:
            self._history.leave(self.here())
            self._tell()

    def back(self) -> None:
        """Return to the place before the last jump."""
        self._go(self._history.back(self.here()))

    def forward(self) -> None:
        """Undo going back."""
        self._go(self._history.forward(self.here()))

    def _go(self, place: Place | None) -> None:
        if place is not None and place.path != self._view.text.report.path:
            self.report_wanted.emit(place.path, place.offset)
        elif place is not None:
            self._view.go_to_offset(place.offset)
        self._tell()

    def _tell(self) -> None:
        self.history_changed.emit(self._history.can_go_back, self._history.can_go_forward)

    def to_section(self, section: Section) -> None:
        """Go to the heading of a section."""
        self.leave()
        self._view.go_to_offset(section.heading.start)
        self._view.setFocus()

    def to_offset(self, offset: int) -> None:
        """Go to a place of the report."""
        self.leave()
        self._view.go_to_offset(offset)
        self._view.setFocus()

    def to_hit(self, row: HitRow) -> None:
        """Go to a passage that was found, and flash it; its report is opened where it is another."""
        self.leave()
        if row.file:
            self.report_wanted.emit(row.file, row.passage.span.start)
            return
        self._view.go_to_sentence(row.passage.sentence_id)

    def to_figure(self, row: FigureRow) -> None:
        """Go to a figure that was found; its report is opened where it is another."""
        if row.file:
            self.leave()
            self.report_wanted.emit(row.file, row.indicator.span.start)
        else:
            self.to_indicator(row.indicator.id)

    def to_indicator(self, indicator: str) -> None:
        """Choose an indicator and bring its sentence on screen."""
        known = self._view.text.indicators.get(indicator)
        if known is not None:
            self.leave()
            self._view.go_to_sentence(known.sentence_id)
            self._selection.choose_indicator(indicator)

    def to_counterpart(self) -> None:
        """Go to the first counterpart of the chosen indicator."""
        known = self._view.text.indicators.get(self._selection.indicator)
        if known is not None and known.links:
            self.to_indicator(known.links[0])

    def mentions(self, indicator: str) -> list[str]:
        """The places of an indicator in the order of the text: itself and what it is linked to."""
        known = self._view.text.indicators
        if indicator not in known:
            return []
        ids = {indicator, *(other for other in known[indicator].links if other in known)}
        return [i for i in known if i in ids]

    def step_mention(self, by: int) -> None:
        """Go to the next or the previous place of the chosen indicator, round and round."""
        places = self.mentions(self._selection.indicator)
        if len(places) > 1:
            at = places.index(self._selection.indicator)
            self.to_indicator(places[(at + by) % len(places)])

    def step_indicator(self, by: int) -> None:
        """Choose the next or the previous figure of the text."""
        indicators = self._view.text.indicators
        ids = list(indicators)
        if self._selection.indicator in indicators:
            at = ids.index(self._selection.indicator) + by
        else:
            top = self._view.top_offset()
            at = next((n for n, i in enumerate(ids) if indicators[i].span.start >= top), 0)
        if 0 <= at < len(ids):
            self.to_indicator(ids[at])
