"""From a passage of a brief back to the place where it stands, in the report that is open or in another one."""

from __future__ import annotations

from bisect import bisect_right
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from index.annotations import find_anchor
from index.briefs import Quote
from index.report import Report

if TYPE_CHECKING:
    from desktop.main_window import MainWindow
    from desktop.reader.bilingual import Bilingual


class QuotePlaces(QObject):
    """Goes to a passage; opens its report first where that is another one."""

    told = Signal(str)

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._wanted: Quote | None = None
        window.session.report_opened.connect(self._arrive)

    def go_to(self, quote: Quote) -> None:
        """Show where ``quote`` stands."""
        report = self._window.view.text.report
        if quote.report_id == report.id or (quote.path and quote.path == report.path):
            self._window.navigator.leave()
            self._show(quote, report)
            return
        path = self._path_of(quote)
        if not path:
            self.told.emit(
                self.tr("The report is not where it was: {path}").format(path=quote.path or quote.title)
            )
            return
        self._window.navigator.leave()
        self._wanted = quote
        self._window.open_path(path)

    def _path_of(self, quote: Quote) -> str:
        """The file of its report: where it was, else where the library knows the same text."""
        known = self._window.services.library().reports()
        paths = [quote.path, *(report.path for report in known if report.id == quote.report_id)]
        return next((path for path in paths if path and Path(path).is_file()), "")

    def _arrive(self, text: Bilingual) -> None:
        quote, self._wanted = self._wanted, None
        if quote is not None and (text.report.path == quote.path or text.report.id == quote.report_id):
            self._show(quote, text.report)

    def _show(self, quote: Quote, report: Report) -> None:
        sentence = sentence_of(quote, report)
        if sentence:
            self._window.view.go_to_sentence(sentence)
            self._window.view.setFocus()
        else:
            self.told.emit(self.tr("These words are not in the report any more."))


def sentence_of(quote: Quote, report: Report) -> str:
    """The sentence in which a passage begins; empty where its words are gone."""
    span = find_anchor(report.text, quote.anchor)
    if span is None or not report.sentences:
        return ""
    starts = [sentence.span.start for sentence in report.sentences]
    return report.sentences[max(0, bisect_right(starts, span.start) - 1)].id
