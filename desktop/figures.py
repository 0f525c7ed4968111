"""What can be done with the figures of the table: export them, copy them with their citation, draw them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from desktop.export.citation import cite
from desktop.panels.indicators import IndicatorsPanel
from desktop.reader.report_view import ReportView
from desktop.theme import LIGHT, Theme
from index.errors import ReaderError, UnusableOutput
from index.storage import write_atomically

if TYPE_CHECKING:
    from desktop.chart.window import ChartWindow
    from index.indicators import Indicator


class Figures(QObject):
    """Serves the indicators panel; ``told`` is for the status bar."""

    failed = Signal(object)
    told = Signal(str)
    indicator_activated = Signal(str)

    def __init__(self, view: ReportView, panel: IndicatorsPanel, parent: QWidget) -> None:
        super().__init__(parent)
        self._view, self._panel, self._parent = view, panel, parent
        self._theme: Theme = LIGHT
        self.chart: ChartWindow | None = None
        panel.export_wanted.connect(self._ask)
        panel.copy_wanted.connect(self.copy)
        panel.chart_wanted.connect(self.show_chart)
        panel.picked.connect(self._redraw)

    def set_theme(self, theme: Theme) -> None:
        """Another theme for the chart."""
        self._theme = theme
        if self.chart is not None:
            self.chart.set_theme(theme)

    def chapter_of(self, indicator: Indicator) -> str:
        """The title of the top section that a figure stands in."""
        path = self._view.text.report.section_path(indicator.span.start)
        return path[0].title if path else ""

    # Export

    def _ask(self, form: str) -> None:
        name = f"{Path(self._view.text.report.path).stem or 'report'}-indicators.{form}"
        words = self.tr("Export indicators")
        path, _ = QFileDialog.getSaveFileName(self._parent, words, name, f"{form.upper()} (*.{form})")
        if path:
            self.export(Path(path), form)

    def export(self, path: Path, form: str) -> None:
        """Write the figures as CSV, as JSON lines, or as a workbook.

        The selected rows where several are selected, else those that the filters show.
        """
        from index.indicators import to_csv, to_json_lines, to_xlsx

        known, picked = self._view.text.indicators, self._panel.picked_ids()
        ids = picked if len(picked) > 1 else self._panel.shown_ids() or list(known)
        indicators = [known[i] for i in ids if i in known]
        try:
            if form == "xlsx":
                to_xlsx(indicators, path, self._view.text.report.title)
            else:
                # The mark at the beginning tells spreadsheets that the file is UTF-8.
                words = "\ufeff" + to_csv(indicators) if form == "csv" else to_json_lines(indicators)
                write_atomically(path, words.encode("utf-8"))
        except ReaderError as error:
            self.failed.emit(error)
            return
        except OSError as error:
            self.failed.emit(UnusableOutput(str(path), error.strerror or str(error)))
            return
        self.told.emit(self.tr("{n} figures written to {path}").format(n=len(indicators), path=path))

    # Copying

    def copy(self, ids: Sequence[str]) -> None:
        """Put figures with their citation on the clipboard."""
        text = self._view.text
        lines = [cite(text.indicators[i], text.report) for i in ids if i in text.indicators]
        if lines:
            QApplication.clipboard().setText("\n".join(lines) + ("\n" if len(lines) > 1 else ""))
            self.told.emit(self.tr("{n} figures copied").format(n=len(lines)))

    # Drawing

    def show_chart(self) -> None:
        """Open the chart of the selected figures; it follows the selection."""
        if self.chart is None:
            from desktop.chart.window import ChartWindow
            from desktop.wording import language

            self.chart = ChartWindow(self._view.selection, self._theme, language(), self._parent)
            self.chart.indicator_activated.connect(self.indicator_activated)
            self.chart.failed.connect(self.failed)
        self._draw(self._panel.picked_ids())
        self.chart.show()
        self.chart.raise_()

    def _redraw(self, ids: list[str]) -> None:
        if self.chart is not None and self.chart.isVisible() and ids:
            self._draw(ids)

    def _draw(self, ids: list[str]) -> None:
        if self.chart is not None:
            text = self._view.text
            self.chart.show_figures(ids, text.indicators, text.report.title)
