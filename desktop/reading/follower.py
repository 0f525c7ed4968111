"""Watches what is on screen: what stays there is read, and where one is is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer

from desktop.reading.spans import ReadSpans, minutes_left

if TYPE_CHECKING:
    from desktop.main_window import MainWindow
    from desktop.reader.bilingual import Bilingual

_LOOK_MS: Final = 1_000
_KEEP_MS: Final = 10_000
_STAYS: Final = 2
"""Looks for which a row must be on screen to count as read."""


class ReadingFollower(QObject):
    """Feeds the outline, and keeps places through every way of leaving a report."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._view = window, window.view
        self._places = window.places
        self._text: Bilingual = self._view.text
        self.read = ReadSpans()
        self._seen: dict[int, int] = {}
        self._kept_at = -1
        self._looking = QTimer(self)
        self._looking.setInterval(_LOOK_MS)
        self._looking.timeout.connect(self.look)
        self._keeping = QTimer(self)
        self._keeping.setInterval(_KEEP_MS)
        self._keeping.timeout.connect(self.keep)
        self._view.viewport_changed.connect(self._stand)
        window.session.report_opened.connect(self._begin)
        window.session.closing.connect(self.keep)
        self._begin(self._text)
        self._looking.start()
        self._keeping.start()

    def _begin(self, text: Bilingual) -> None:
        """Another report: the one before is kept by ``keep`` before it goes."""
        if text is not self._text:
            self.keep()
        self._text = text
        left = self._places.of(text.report) if text.rows else None
        self.read = ReadSpans(left.read if left is not None else ())
        self._seen = {}
        self._kept_at = -1
        self._last = left.offset if left is not None else 0
        self._tell()

    def look(self) -> None:
        """Count the rows that are on screen; a window that nobody looks at reads nothing."""
        if (
            not self._window.isActiveWindow()
            or self._window.isMinimized()
            or self._view.text is not self._text
        ):
            return
        rows = self._view.visible_rows()
        self._seen = {row: self._seen.get(row, 0) + 1 for row in rows}
        changed = False
        for row, times in self._seen.items():
            if times == _STAYS and row < len(self._text.rows):
                changed |= self.read.add(*self._around(row))
        if changed:
            self._kept_at = -1
            self._tell()

    def _around(self, row: int) -> tuple[int, int]:
        """A row with the blanks around it, so that all rows are all of the text."""
        rows = self._text.rows
        start = rows[row].span.start if row else 0
        return start, rows[row + 1].span.start if row + 1 < len(rows) else len(self._text.report.text)

    def _stand(self) -> None:
        if self._view.text is self._text:
            self._last = self._view.top_offset()

    def _tell(self) -> None:
        report = self._text.report
        outline = self._window.panes.outline
        length = len(report.text)
        words = ""
        if self._text.rows:
            percent = round(100 * self.read.share(0, length))
            minutes = minutes_left(self.read, length, report.language)
            if minutes:
                words = self.tr("{percent} % read · about {n} min left").format(percent=percent, n=minutes)
            else:
                words = self.tr("All read")
        outline.show_read(self.read, words, self.read.share(0, length))

    def keep(self) -> None:
        """Write down where the report is left, where that has changed."""
        if not self._text.rows:
            return
        if self._last != self._kept_at:
            self._kept_at = self._last
            self._places.leave(self._text.report, self._last, self.read)
