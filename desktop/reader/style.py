"""Typography of the reading view: sizes, fonts and measures, all from the theme and the zoom."""

from __future__ import annotations

from typing import Final, NamedTuple

from PySide6.QtGui import QFont

from desktop.theme import Theme, reading_font
from index.report import Language

BASE_PIXELS: Final = 16
LINE_HEIGHT: Final = 1.62
SCALE: Final = {1: 1.36, 2: 1.14}
MEASURE: Final = {Language.ZH: 36.0, Language.EN: 37.0}
"""Widest comfortable column, in em: 36 characters of Chinese, about 75 letters of English."""


class TextStyle(NamedTuple):
    """How one paragraph is set."""

    font: QFont
    strong: QFont
    line_height: int


class ReadingStyle:
    """Every measure that the reading view needs; made anew when the theme or the zoom changes."""

    def __init__(self, theme: Theme, zoom: int = 100) -> None:
        self.theme = theme
        self.zoom = zoom
        self.pixels = BASE_PIXELS * zoom / 100
        self.gutter = round(self.pixels * 2.4)
        self.margin = round(self.pixels * 1.8)
        self.paragraph_gap = round(self.pixels * 0.95)
        self.pair_gap = round(self.pixels * 0.3)
        self._texts: dict[tuple[Language, int], TextStyle] = {}

    def text(self, side: Language, level: int = 0) -> TextStyle:
        """The style of a paragraph of a heading level (0: body text)."""
        level = min(level, 3)
        key = (side, level)
        if key not in self._texts:
            size = self.pixels * SCALE.get(level, 1.0)
            if side is Language.EN:
                size *= 0.96
            self._texts[key] = TextStyle(
                reading_font(side, size, bold=level > 0),
                reading_font(side, size, bold=True),
                round(self.pixels * SCALE.get(level, 1.0) * (LINE_HEIGHT if not level else 1.45)),
            )
        return self._texts[key]

    def space_above(self, level: int) -> int:
        """Room above a paragraph, more above a heading."""
        return round(self.pixels * {0: 0.0, 1: 1.7, 2: 0.9}.get(level, 0.5))

    def widest(self, side: Language) -> int:
        """The widest column for a language."""
        return round(self.pixels * MEASURE[side])
