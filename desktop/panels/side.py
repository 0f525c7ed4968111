"""The side panel: Search, Indicators, Notes, Terms, Brief, Words under tabs, and the card of the chosen indicator below."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QTabBar, QVBoxLayout, QWidget

from desktop.panels.brief import BriefPanel
from desktop.panels.card import IndicatorCard
from desktop.panels.indicators import IndicatorsPanel
from desktop.panels.notes import NotesPanel
from desktop.panels.search import SearchPanel
from desktop.panels.terms import TermsPanel
from desktop.panels.words import WordsPanel
from desktop.reader.bilingual import Bilingual
from desktop.selection import Selection
from desktop.theme import Theme

TABS = ("search", "indicators", "notes", "glossary", "brief", "words")


class SidePanel(QWidget):
    """Six panels, one at a time."""

    def __init__(self, selection: Selection, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self._selection = selection
        self.text_of: Callable[[], Bilingual | None] = lambda: None
        self.search = SearchPanel(self)
        self.indicators = IndicatorsPanel(selection, self)
        self.notes = NotesPanel(self)
        self.glossary = TermsPanel(self)
        self.brief = BriefPanel(self)
        self.words = WordsPanel(self)
        self.card = IndicatorCard(self)
        self.tabs = QTabBar(self)
        self.tabs.setExpanding(False)
        self.tabs.setDrawBase(False)
        self.tabs.setElideMode(Qt.TextElideMode.ElideNone)
        self.tabs.setUsesScrollButtons(True)  # six do not fit into a narrow window
        self.tabs.setAccessibleName(self.tr("Panels"))
        self.stack = QStackedWidget(self)
        for words, page in (
            (self.tr("Search"), self.search),
            (self.tr("Indicators"), self.indicators),
            (self.tr("Notes"), self.notes),
            (self.tr("Terms"), self.glossary),
            (self.tr("Brief"), self.brief),
            (self.tr("Words"), self.words),
        ):
            self.tabs.addTab(words)
            self.stack.addWidget(page)
        self.tabs.currentChanged.connect(self.stack.setCurrentIndex)
        self.brief.counted.connect(lambda n: self._show_count("brief", self.tr("Brief"), n))
        self.words.counted.connect(lambda n: self._show_count("words", self.tr("Words"), n))
        self.notes.counted.connect(lambda n: self._show_count("notes", self.tr("Notes"), n))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.tabs)
        column.addWidget(self.stack, 1)
        column.addWidget(self.card)
        selection.indicator_chosen.connect(self._show_card)
        self.setMinimumWidth(300)

    def show_tab(self, name: str) -> None:
        """Bring a panel to the front."""
        self.tabs.setCurrentIndex(TABS.index(name))

    def set_theme(self, theme: Theme) -> None:
        """Another theme for what is painted by hand."""
        self.search.set_theme(theme)
        self.indicators.set_theme(theme)
        self.brief.set_theme(theme)
        self.notes.set_theme(theme)
        self.words.set_theme(theme)
        self.card.set_theme(theme)

    def _show_count(self, tab: str, words: str, count: int) -> None:
        self.tabs.setTabText(TABS.index(tab), f"{words} ({count})" if count else words)

    def _show_card(self, indicator: str) -> None:
        from desktop.explained import explained

        text = self.text_of()
        known = text.indicators.get(indicator) if text else None
        self.card.show_indicator(known, explained(text, known) if text and known else None)

    def refresh_card(self) -> None:
        """The figures are others now."""
        self._show_card(self._selection.indicator)
