"""Joins the find bar with the text: marks every place, goes from one to the next, and follows the translation."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QRectF, QTimer

from desktop.find.bar import FindBar
from desktop.find.places import FoldedRows, Found, Place, finding
from desktop.jobs import Lane
from desktop.reader.found_marks import FoundMarks

if TYPE_CHECKING:
    from desktop.main_window import MainWindow
    from desktop.theme import Theme
    from index.report import Language

_SOON_MS: Final = 400
_LONGEST: Final = 200
_MANY: Final = 2_000


class FindInText(QObject):
    """The find bar of a window; ``step`` is what F3 does."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._view = window, window.view
        self.bar = FindBar(window)
        window.show_bar(self.bar)
        self.found = Found()
        self._cells = self.found.by_cell()
        self._at = -1
        self._left_at = (-1, 0)
        self._rows = FoldedRows(self._view.text)
        self._lane = Lane("find", self)
        self._go_on: Callable[[], None] | None = None
        self._is_last = True  # what was used last, this or the search, is what F3 goes on with
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.setInterval(_SOON_MS)
        self._again.timeout.connect(self._refresh)
        self._connect()
        self.set_theme(self._view.style_.theme)

    def _connect(self) -> None:
        window, bar, session = self._window, self.bar, self._window.session
        window.actions_.connect(
            find=self.open, find_next=lambda: self.step(1), find_previous=lambda: self.step(-1)
        )
        bar.query_changed.connect(self._look)
        bar.whole_changed.connect(lambda _: self._look(bar.line.text()))
        bar.step_wanted.connect(self.step_here)
        bar.closed.connect(self.close)
        search = window.panes.side.search
        search.hit_activated.connect(self._search_used)
        search.query_changed.connect(self._search_used)
        session.report_opened.connect(self._leave_report)
        session.translated.connect(self._follow)
        session.untranslated.connect(self._follow)
        session.closing.connect(self._lane.close)
        window.actions_.layouts.triggered.connect(lambda _: self._refresh())

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme."""
        self.bar.set_theme(theme)

    @property
    def is_open(self) -> bool:
        """True while the bar is shown."""
        return not self.bar.isHidden()

    @property
    def is_busy(self) -> bool:
        """True while the text is being looked through, or will be in a moment."""
        return self._lane.busy or self._again.isActive()

    def open(self) -> None:
        """Show the bar, with what is selected in the text."""
        chosen = self._view.marks.selection
        words = chosen.text(self._view.text) if chosen is not None and not chosen.is_empty else ""
        self.bar.show()
        if words and "\n" not in words and len(words) <= _LONGEST:
            self.bar.line.setText(words.strip())
        self.bar.line.setFocus()
        self.bar.line.selectAll()
        self._is_last = True
        if self.bar.line.text() and not self.found.places:
            self._look(self.bar.line.text())

    def close(self) -> None:
        """Hide the bar and the marks; the place stays, and F3 goes on from it."""
        self.bar.hide()
        self._lane.cancel()
        self._again.stop()
        self._show(Found())
        self._view.setFocus()

    def step(self, by: int) -> None:
        """Go to the next or the previous place: of the find bar, or of the search where that was used last."""
        search = self._window.panes.side.search
        if not self._is_last and search.line.text().strip():
            search.step(by)
        else:
            self.step_here(by)

    def step_here(self, by: int) -> None:
        """Go to the next or the previous place in the text, round and round."""
        if not self.bar.line.text().strip():
            self.open()
            return
        if self.is_open and not self._lane.busy:
            self._step(by)
            return
        self._go_on = lambda: self._step(by)
        if not self.is_open:
            self.bar.show()
            self._look(self.bar.line.text())

    def _step(self, by: int) -> None:
        count = len(self.found.places)
        if count:
            at = self._at + by if self._at >= 0 else self._nearest(by)
            self._go(at % count)

    def _nearest(self, by: int) -> int:
        """The first place from the top of the screen on, or the last before it."""
        rows = self._view.visible_rows()
        first = rows[0] if rows else 0
        at = bisect_left([place.row for place in self.found.places], first)
        return at if by > 0 else at - 1

    def _go(self, at: int) -> None:
        if self._at < 0:
            self._window.navigator.leave()
        self._at = at
        place = self.found.places[at]
        self._mark()
        self._bring(place)
        pieces = self._view.text.cell(place.row, place.side).pieces
        self._view.selection.choose_sentence(
            next((piece.sentence for piece in pieces if piece.span.overlaps(place.span)), "")
        )
        self._tell()

    def _bring(self, place: Place) -> None:
        placed = self._view.layouts[place.row].side(place.side)
        if placed is None:
            return
        box = QRectF()
        for part in placed.cell.rects(place.span):
            box = box.united(part.translated(placed.x, placed.y))
        self._view.show_box(place.row, box)
        self._left_at = self._stands

    @property
    def _stands(self) -> tuple[int, int]:
        return self._view.scroller.row, self._view.scroller.offset

    # Looking

    def _look(self, query: str) -> None:
        self._at = -1
        self._is_last = True
        if not self.is_open:
            return
        if not query.strip():
            self._lane.cancel()
            self._show(Found())
            return
        if len(self._view.text.rows) > _MANY:
            self.bar.show_waiting()
        self._run(query, self._take_new)

    def _run(self, query: str, then: Callable[[object], None]) -> None:
        if self._rows.text is not self._view.text:
            self._rows = FoldedRows(self._view.text)
        job = self._lane.start(finding(self._rows, query, self._sides(), whole=self.bar.is_whole))
        job.succeeded.connect(then)
        job.failed.connect(self._window.gate.tell)

    def _sides(self) -> list[Language]:
        """The languages on screen, the report's own first."""
        return sorted(
            (column.side for column in self._view.layouts.columns),
            key=lambda s: s is not self._view.text.source,
        )

    def _take_new(self, found: object) -> None:
        if not isinstance(found, Found):
            return
        self._show(found)
        go_on, self._go_on = self._go_on, None
        if go_on is not None:
            go_on()
        elif found.places:
            self._go(self._nearest(1) % len(found.places))

    def _follow(self, _: object) -> None:
        if self.is_open and self.bar.line.text().strip() and not self._again.isActive():
            self._again.start()

    def _refresh(self) -> None:
        """Look again; the place that is shown stays, whatever else was found."""
        query = self.bar.line.text()
        if self._lane.busy:
            self._again.start()
        elif self.is_open and query.strip():
            self._run(query, self._take_again)

    def _take_again(self, found: object) -> None:
        if not isinstance(found, Found):
            return
        shown = self._current()
        self.found, self._cells = found, found.by_cell()
        self._at = -1
        if shown is not None and found.places:
            order = [(p.row, p.side != self._view.text.source, p.span) for p in found.places]
            at = bisect_left(order, (shown.row, shown.side != self._view.text.source, shown.span))
            self._at = min(at, len(order) - 1)
        self._mark()
        self._tell()
        place = self._current()
        if place is not None and self._left_at == self._stands:
            self._bring(place)  # the translation above it has grown

    def _current(self) -> Place | None:
        return self.found.places[self._at] if 0 <= self._at < len(self.found.places) else None

    def _leave_report(self, _: object) -> None:
        self._show(Found())
        self._at = -1
        if self.is_open and self.bar.line.text().strip():
            self._again.start()

    def _search_used(self, asked: object) -> None:
        if asked:
            self._is_last = False

    # Showing

    def _show(self, found: Found) -> None:
        self.found, self._cells = found, found.by_cell()
        self._at = -1
        self._mark()
        self._tell()

    def _mark(self) -> None:
        current = self._current()
        self._view.marks.found = FoundMarks(self._cells, current) if self.found.places else None
        self._view.viewport().update()

    def _tell(self) -> None:
        sides = self._sides()
        one = self._window.actions_[f"layout.{sides[0]}"].text() if len(sides) == 1 else ""
        self.bar.show_count(self._at, len(self.found.places), one_language=one)
