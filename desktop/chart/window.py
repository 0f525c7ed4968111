"""The chart window: the selected figures beside their counterparts, to look at and to take along."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop.chart.plot import ChartView
from desktop.chart.series import MOST, make_panels
from desktop.panels.empty import EmptyState
from desktop.selection import Selection
from desktop.theme import Theme
from index.errors import UnusableOutput
from index.storage import write_atomically

if TYPE_CHECKING:
    from collections.abc import Mapping

    from index.indicators import Indicator


class ChartWindow(QDialog):
    """Follows the selection of the table; a click on a bar goes to the figure."""

    indicator_activated = Signal(str)
    failed = Signal(object)
    written = Signal(str)

    def __init__(
        self, selection: Selection, theme: Theme, language: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Chart of figures"))
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self.resize(860, 620)
        self._selection, self._language = selection, language
        self._known: Mapping[str, Indicator] = {}
        self._title = ""
        self.view = ChartView(theme, self)
        self.area = QScrollArea(self)
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setWidget(self.view)
        self.empty = EmptyState(
            self.tr("Select one or more figures"),
            self.tr("Rows of the indicators table are drawn here beside their counterparts."),
            self,
        )
        self.stack = QStackedWidget(self)
        self.stack.addWidget(self.area)
        self.stack.addWidget(self.empty)
        self._hint = QLabel("", self)
        self._hint.setObjectName("muted")
        self.buttons = [
            self._button("PNG…", lambda: self._ask("png")),
            self._button("SVG…", lambda: self._ask("svg")),
            self._button(self.tr("Copy picture"), self.copy),
        ]
        foot = QHBoxLayout()
        foot.setContentsMargins(14, 8, 14, 12)
        foot.addWidget(self._hint, 1)
        for button in self.buttons:
            foot.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.stack, 1)
        column.addLayout(foot)
        self.view.clicked.connect(self.indicator_activated)
        self.view.hovered.connect(self._hover)
        selection.indicator_chosen.connect(self._show_looks)
        selection.indicator_hovered.connect(self._show_looks)

    def _button(self, words: str, use: object) -> QPushButton:
        button = QPushButton(words, self)
        button.setAutoDefault(False)
        button.clicked.connect(use)
        return button

    def set_theme(self, theme: Theme) -> None:
        """Another theme."""
        self.view.set_theme(theme)

    def show_figures(self, ids: list[str], known: Mapping[str, Indicator], title: str) -> None:
        """Draw these, with what they are linked to."""
        self._known, self._title = known, title
        panels = make_panels(ids, known, self._language)
        self.stack.setCurrentWidget(self.area if panels else self.empty)
        for button in self.buttons:
            button.setEnabled(bool(panels))
        self.view.show_panels(panels)
        self._show_looks()
        if len(ids) > MOST:
            self._hint.setText(self.tr("The first {n} of {total} are drawn.").format(n=MOST, total=len(ids)))
        else:
            self._hint.setText(self.tr("Solid: reached. Hatched: aimed at.") if panels else "")

    def _show_looks(self, _: str = "") -> None:
        known = self._known.get(self._selection.indicator)
        related = frozenset((*known.links, *known.related)) if known else frozenset()
        self.view.set_looks(self._selection.indicator, related, self._selection.hovered_indicator)

    def _hover(self, indicator: str) -> None:
        known = self._known.get(indicator)
        self._selection.hover(known.sentence_id if known else "", indicator)

    def copy(self) -> None:
        """Put the picture on the clipboard."""
        QApplication.clipboard().setImage(self.view.image())
        self._hint.setText(self.tr("The picture is on the clipboard."))

    def _ask(self, form: str) -> None:
        words = self.tr("Save the chart")
        path, _ = QFileDialog.getSaveFileName(self, words, f"chart.{form}", f"{form.upper()} (*.{form})")
        if path:
            self.save(Path(path), form)

    def save(self, path: Path, form: str) -> None:
        """Write the chart as ``png`` or ``svg``; ``failed`` tells where that cannot be done."""
        data = self.view.png() if form == "png" else self.view.svg(self._title)
        try:
            write_atomically(path, data)
        except OSError as error:
            self.failed.emit(UnusableOutput(str(path), error.strerror or str(error)))
            return
        self._hint.setText(self.tr("Written to {path}").format(path=path.name))
        self.written.emit(str(path))
