"""The outline: where one is in the report, and a way to everywhere else."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLabel,
    QProgressBar,
    QStackedLayout,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from desktop.itemmodels.outline import SECTION_ROLE, OutlineModel
from desktop.panels.empty import EmptyState
from desktop.panels.outline_delegate import OutlineDelegate
from desktop.reading.spans import ReadSpans
from desktop.theme import Theme
from index.report import Report, Section


class OutlinePanel(QWidget):
    """The section tree; it follows the text, and a click leads there."""

    section_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self.model = OutlineModel(self)
        self.tree = QTreeView(self)
        self.tree.setModel(self.model)
        self.delegate = OutlineDelegate(self)
        self.tree.setItemDelegate(self.delegate)
        self.tree.setHeaderHidden(True)
        self.tree.setIndentation(14)
        self.tree.setUniformRowHeights(True)
        self.tree.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.tree.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.tree.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.tree.setAccessibleName(self.tr("Outline"))
        self._empty = EmptyState(
            self.tr("No headings"),
            self.tr("No headings were found in this text. It can be read and searched all the same."),
        )
        self.progress = QProgressBar(self)
        self.progress.setRange(0, 1000)
        self.progress.setTextVisible(False)
        self.progress.setFixedHeight(3)
        self.progress.setAccessibleName(self.tr("Read so far"))
        self._read = QLabel("", self)
        self._read.setObjectName("muted")
        self._read.setContentsMargins(14, 6, 8, 6)
        stacked = QWidget(self)
        self._stack = QStackedLayout(stacked)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(stacked, 1)
        column.addWidget(self.progress)
        column.addWidget(self._read)
        self._stack.addWidget(self.tree)
        self._stack.addWidget(self._empty)
        self._report: Report | None = None
        self._following = False
        self._headings: dict[str, str] = {}
        self.tree.clicked.connect(self._choose)
        self.tree.activated.connect(self._choose)

    def show_report(self, report: Report) -> None:
        """Show the sections of a report."""
        self._report = report
        self._headings = {}
        for section in (s for top in report.sections for s in top.walk()):
            sentence = report.sentence_at(section.heading.start)
            if sentence is not None:
                self._headings[sentence.id] = section.id
        self.model.set_sections(report.sections)
        self.tree.expandToDepth(1)
        self._stack.setCurrentWidget(self.tree if report.sections else self._empty)

    @property
    def headings(self) -> list[str]:
        """The sentences that are headings, in reading order."""
        return list(self._headings)

    def set_translations(self, translations: Mapping[str, str]) -> None:
        """Translations have arrived, by sentence id; those of headings are shown."""
        found = {self._headings[s]: words for s, words in translations.items() if s in self._headings}
        self.model.set_translations(found)

    def show_read(self, read: ReadSpans, words: str, share: float) -> None:
        """How much of the report and of each section was read."""
        self.delegate.read = read
        self._read.setText(words)
        self._read.setVisible(bool(words))
        self.progress.setVisible(bool(words))
        self.progress.setValue(round(1000 * share))
        self.tree.viewport().update()

    def read_words(self) -> str:
        """What is said of it."""
        return self._read.text()

    def set_theme(self, theme: Theme) -> None:
        """Another theme."""
        self.delegate.theme = theme
        self.tree.viewport().update()

    def follow(self, offset: int) -> None:
        """Mark the section that holds a place of the text."""
        if self._report is None:
            return
        path = self._report.section_path(offset)
        if not path:
            self.tree.setCurrentIndex(QModelIndex())
            return
        index = self.model.index_of(path[-1])
        # A section that is folded away is told by the nearest one around it that is not.
        while index.parent().isValid() and not self._is_open(index.parent()):
            index = index.parent()
        if index != self.tree.currentIndex():
            self._following = True
            self.tree.setCurrentIndex(index)
            self.tree.scrollTo(index)
            self._following = False

    def _is_open(self, index: QModelIndex) -> bool:
        while index.isValid():
            if not self.tree.isExpanded(index):
                return False
            index = index.parent()
        return True

    def _choose(self, index: QModelIndex) -> None:
        section = index.data(SECTION_ROLE)
        if isinstance(section, Section) and not self._following:
            self.section_chosen.emit(section)
