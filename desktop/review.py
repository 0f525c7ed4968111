"""Reviewing the figures of a report: what is not covered, what is wrong, and putting it right."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QMenu

from desktop.navigator import Navigator
from desktop.panels.review_bar import ReviewBar
from desktop.reader.hits import Hit
from desktop.reader.report_view import ReportView
from desktop.session import Session
from index.errors import ReaderError
from index.text import Span

if TYPE_CHECKING:
    from desktop.corrections import Corrections
    from index.indicators import Indicator
    from index.indicators.coverage import Coverage


class Review(QObject):
    """Joins the review bar, the marks in the text and the corrections."""

    failed = Signal(object)
    told = Signal(str)

    def __init__(
        self,
        session: Session,
        view: ReportView,
        navigator: Navigator,
        bar: ReviewBar,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session, self._view, self._navigator, self.bar = session, view, navigator, bar
        self.coverage: Coverage | None = None
        self._corrections: Corrections | None = None
        self._at = -1
        session.report_opened.connect(self._begin)
        session.indicators_found.connect(self._refresh)
        view.menu_asked.connect(self._fill_menu)
        bar.step_wanted.connect(self.step)
        bar.close_wanted.connect(lambda: self.show(on=False))
        bar.add_wanted.connect(self.add_here)
        bar.withdraw_wanted.connect(self._withdraw)

    def _begin(self, text: object) -> None:
        del text
        self._corrections = None
        self.coverage = None
        self._at = -1
        self._view.text.set_coverage(())

    @property
    def corrections(self) -> Corrections | None:
        """The corrections of the open report; built when first asked for."""
        if self._corrections is None and self._session.text is not None:
            from desktop.corrections import Corrections

            self._corrections = Corrections(
                self._session.services, self._session.text.report, self._session.changes
            )
        return self._corrections

    @property
    def is_on(self) -> bool:
        """True while the numbers that are not covered are shown."""
        return not self.bar.isHidden()

    # Coverage

    def toggle(self) -> None:
        """Show what is not covered, or stop showing it."""
        self.show(on=not self.is_on)

    def show(self, *, on: bool) -> None:
        """Show every number that no figure covers, and how many they are."""
        self.bar.setVisible(on)
        self._view.marks.review = on
        self._refresh()
        if not on:
            self._view.setFocus()

    def _refresh(self, _: object = None) -> None:
        from index.indicators.coverage import find_coverage

        self._view.viewport().update()
        if not self.is_on:
            return
        text, corrected = self._view.text, self._session.corrected
        self.coverage = find_coverage(text.report, corrected.indicators if corrected else ())
        text.set_coverage(self.coverage.runs)
        self._at = min(self._at, len(self.coverage.open) - 1)
        self.bar.show_coverage(self.coverage, self._at)
        self.bar.show_corrections(corrected)

    def step(self, by: int) -> None:
        """Go to the next or the previous number that is not covered."""
        if self.coverage is None or not self.coverage.open:
            return
        runs = self.coverage.open
        if self._at < 0:
            top = self._view.top_offset()
            ahead = next((n for n, run in enumerate(runs) if run.span.start >= top), 0)
            self._at = ahead if by > 0 else (ahead - 1) % len(runs)
        else:
            self._at = (self._at + by) % len(runs)
        run = runs[self._at]
        sentence = self._sentence_at(run.span)
        self._view.marks.open_run = (run.span.start, run.span.end)
        if sentence:
            self._navigator.leave()
            self._view.go_to_sentence(sentence)
        self.bar.show_coverage(self.coverage, self._at)

    def _sentence_at(self, span: Span) -> str:
        sentences = self._view.text.report.sentences
        return next((s.id for s in sentences if s.span.start <= span.start < s.span.end), "")

    # Correcting

    def _fill_menu(self, menu: QMenu, hit: Hit | None) -> None:
        text = self._view.text
        indicator = text.indicators.get(hit.mark.indicator) if hit and hit.mark else None
        span = self.selected_span()
        menu.addSeparator()
        if indicator is not None:
            menu.addAction(self.tr("Correct this figure…"), partial(self.edit, indicator.id))
            menu.addAction(self.tr("This is no figure"), partial(self.reject, indicator.id))
        elif span is not None:
            menu.addAction(self.tr("Add as a figure…"), partial(self.add, span))
        else:
            run = self._run_under(hit)
            if run is not None:
                menu.addAction(self.tr("Add as a figure…"), partial(self.add, run))

    def _run_under(self, hit: Hit | None) -> Span | None:
        text = self._view.text
        if hit is None or hit.piece is None or hit.placed.cell.content.side is not text.source:
            return None
        offset = text.rows[hit.row].span.start + hit.index
        return next((r.span for r in text.coverage if r.span.start <= offset < r.span.end), None)

    def selected_span(self) -> Span | None:
        """What is selected in the source text, of one sentence at most."""
        chosen, text = self._view.marks.selection, self._view.text
        if chosen is None or chosen.is_empty or chosen.side is not text.source:
            return None
        first, last = sorted((chosen.anchor, chosen.head))
        span = Span(text.rows[first[0]].span.start + first[1], text.rows[last[0]].span.start + last[1])
        words = span.of(text.report.text)
        lead = len(words) - len(words.lstrip())
        span = Span(span.start + lead, span.start + len(words.rstrip()))
        inside = any(s.span.start <= span.start and span.end <= s.span.end for s in text.report.sentences)
        return span if inside and 0 < span.end - span.start <= 60 else None

    def reject(self, indicator: str) -> None:
        """Take a figure out."""
        known = self._view.text.indicators.get(indicator)
        if known is not None and self.corrections is not None:
            self._change(partial(self.corrections.reject, known.span))
            self.told.emit(
                self.tr("{text} is no longer a figure. Ctrl+Z takes that back.").format(text=known.text)
            )

    def edit(self, indicator: str) -> None:
        """Ask what a figure really is."""
        from desktop.dialogs.correction import CorrectionDialog

        known = self._view.text.indicators.get(indicator)
        if known is None:
            return
        dialog = CorrectionDialog(known, known.text, self._view)
        dialog.accepted.connect(lambda: self._edited(known, dialog.fields()))
        dialog.open()

    def _edited(self, known: Indicator, fields: dict[str, str]) -> None:
        corrected = self._session.corrected
        before = corrected.marks.get(known.id) if corrected else None
        if fields and self.corrections is not None:
            merged = {**(before.fields if before else {}), **fields}
            self._change(partial(self.corrections.edit, known.span, merged, before.id if before else ""))

    def add_here(self) -> None:
        """Add what is selected, else the number that the bar stands at."""
        span = self.selected_span()
        if span is None and self.coverage is not None and self.coverage.open:
            span = self.coverage.open[max(0, self._at)].span
        if span is None:
            self.told.emit(self.tr("Select the words of a figure first."))
        else:
            self.add(span)

    def add(self, span: Span) -> None:
        """Ask what figure some words state."""
        from desktop.dialogs.correction import CorrectionDialog, guess

        report = self._view.text.report
        span = guess.whole(report.text, span)
        dialog = CorrectionDialog(None, span.of(report.text), self._view, guess.fields(report, span))
        dialog.accepted.connect(lambda: self._added(span, dialog.fields()))
        dialog.open()

    def _added(self, span: Span, fields: dict[str, str]) -> None:
        if self.corrections is not None:
            self._change(partial(self.corrections.add, span, fields))

    def _withdraw(self, key: str) -> None:
        if self.corrections is not None:
            self._change(partial(self.corrections.withdraw, key))

    def _change(self, change: Callable[[], object]) -> None:
        """Do something to the corrections and look at the report again."""
        try:
            change()
        except ReaderError as error:
            self.failed.emit(error)
        self._session.analyse()
        self._session.tell_changes()

    # Files

    def ask_export(self) -> None:
        """Ask for a file and write the corrections to it."""
        name = f"{Path(self._view.text.report.path).stem or 'report'}-corrections.json"
        words = self.tr("Export corrections")
        path, _ = QFileDialog.getSaveFileName(self._view, words, name, "JSON (*.json)")
        if path:
            self.export(Path(path))

    def export(self, path: Path) -> None:
        """Write the corrections to a file."""
        if self.corrections is None:
            return
        try:
            count = self.corrections.export(path)
        except ReaderError as error:
            self.failed.emit(error)
            return
        self.told.emit(self.tr("{n} corrections written to {path}").format(n=count, path=path))

    def ask_import(self) -> None:
        """Ask for a file and take its corrections in."""
        words = self.tr("Import corrections")
        path, _ = QFileDialog.getOpenFileName(self._view, words, "", "JSON (*.json)")
        if path:
            self.take_in(Path(path))

    def take_in(self, path: Path) -> None:
        """Take the corrections of a file in."""
        if self.corrections is None:
            return
        before = len(self.corrections.all())
        self._change(partial(self.corrections.take_in, path))
        added = len(self.corrections.all()) - before
        self.told.emit(self.tr("{n} corrections taken in").format(n=added))
