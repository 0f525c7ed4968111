"""Follows the text with the page of its file. The page is drawn in the parsing process: a PDF is never trusted."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer

from desktop.jobs import Lane
from desktop.messages import describe
from desktop.steps import Step
from index.errors import ReaderError, UnreadableReport

if TYPE_CHECKING:
    from desktop.main_window import MainWindow
    from desktop.pages.window import PageWindow
    from desktop.steps import Work
    from desktop.theme import Theme

_SOON_MS: Final = 250


class Pages(QObject):
    """The command is there for documents that have pages."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.window: PageWindow | None = None
        self._turned_to = -1
        self._lane = Lane("page", self)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_SOON_MS)
        self._soon.timeout.connect(self._follow)
        window.actions_.connect(page_image=self.show)
        window.session.report_opened.connect(lambda _: self._begin())
        window.session.closing.connect(self._lane.close)
        window.view.viewport_changed.connect(self._soon.start)
        self._begin()

    @property
    def is_busy(self) -> bool:
        """True while a page is drawn, or will be in a moment."""
        return self._lane.busy or self._soon.isActive()

    def _begin(self) -> None:
        report = self._window.view.text.report
        has_pages = bool(report.pages) and report.path.lower().endswith(".pdf")
        self._window.actions_["page_image"].setEnabled(has_pages)
        if self.window is not None and not has_pages:
            self.window.close()

    def show(self) -> None:
        """Show the page that the text stands on."""
        if self.window is None:
            from desktop.pages.window import PageWindow

            self.window = PageWindow(self._window.view.style_.theme, self._window)
            self.window.page_wanted.connect(self._turn)
            self.window.width_changed.connect(self._soon.start)
        self.window.show()
        self.window.raise_()
        self._draw(self._page_here())

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme."""
        if self.window is not None:
            self.window.set_theme(theme)

    def _page_here(self) -> int:
        """The page of the first sentence that begins on screen: a paragraph may go over several pages."""
        view = self._window.view
        offset = view.top_offset()
        for sentence in view.visible_sentences():
            box = view.sentence_rect(sentence, view.layouts.columns[0].side)
            if box is not None and box.bottom() > 0:
                offset = view.text.sentences[sentence].span.start
                break
        return view.text.report.page_of(offset) or 1

    def _follow(self) -> None:
        window = self.window
        if window is None or not window.isVisible():
            return
        if self._window.view.top_offset() == self._turned_to:
            self._draw(window.page)  # the end of a text cannot be brought to the top of the view
        else:
            self._turned_to = -1
            self._draw(self._page_here())

    def _turn(self, page: int) -> None:
        """Go to a page in the text, which brings its picture."""
        starts = {number: offset for offset, number in reversed(self._window.view.text.report.pages)}
        offset = starts.get(page)
        if offset is not None:
            self._window.navigator.to_offset(offset)
        self._turned_to = self._window.view.top_offset()
        self._draw(page)

    def _draw(self, page: int) -> None:
        window, report = self.window, self._window.view.text.report
        if window is None or not report.pages:
            return
        window.show_place(page, max(number for _, number in report.pages))
        job = self._lane.start(_drawing(report.path, page, window.wanted_width))
        job.succeeded.connect(window.show_image)
        job.failed.connect(self._fail)

    def _fail(self, error: object) -> None:
        if isinstance(error, ReaderError) and self.window is not None:
            self.window.show_problem(describe(error).text)
        else:
            self._window.gate.tell(error)  # type: ignore[arg-type]  # a job fails with an exception


def _drawing(path: str, page: int, width: int) -> Work:
    from index.apart.worker import shared
    from index.readers.source import read_source

    yield Step(0, 1)
    try:
        return shared().render(read_source(Path(path)), path, page, width)
    except OSError as error:
        raise UnreadableReport(path, error.strerror or "the system could not read it") from error
