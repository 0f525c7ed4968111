"""What is hovered and chosen, by id. Panes listen to this and never to each other."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal


class Selection(QObject):
    """The sentence and the indicator that the reader is concerned with; an empty id means none."""

    sentence_hovered = Signal(str)
    sentence_chosen = Signal(str)
    indicator_hovered = Signal(str)
    indicator_chosen = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.hovered = ""
        self.sentence = ""
        self.indicator = ""
        self.hovered_indicator = ""

    def hover(self, sentence: str, indicator: str = "") -> None:
        """Note what is under the mouse."""
        if sentence != self.hovered:
            self.hovered = sentence
            self.sentence_hovered.emit(sentence)
        if indicator != self.hovered_indicator:
            self.hovered_indicator = indicator
            self.indicator_hovered.emit(indicator)

    def choose_sentence(self, sentence: str) -> None:
        """Make ``sentence`` the current one."""
        if sentence != self.sentence:
            self.sentence = sentence
            self.sentence_chosen.emit(sentence)

    def choose_indicator(self, indicator: str) -> None:
        """Make ``indicator`` the current one; its counterparts light up everywhere."""
        if indicator != self.indicator:
            self.indicator = indicator
            self.indicator_chosen.emit(indicator)

    def clear(self) -> None:
        """Forget everything, when another report is opened."""
        self.hover("")
        self.choose_sentence("")
        self.choose_indicator("")
