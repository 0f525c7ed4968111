"""Typography of the reading view: sizes, fonts and measures, all from the theme and the zoom."""

from __future__ import annotations

from typing import Final, NamedTuple

from PySide6.QtGui import QFont

from desktop.settings import Settings
from desktop.theme import Theme, reading_font
from index.report import Language

BASE_PIXELS: Final = 16
SCALE: Final = {1: 1.36, 2: 1.14}
MEASURE: Final = {Language.ZH: 36.0, Language.EN: 37.0}
"""Widest comfortable column, in em: 36 characters of Chinese, about 75 letters of English."""


LINE_HEIGHTS: Final = (120, 220)
WIDTHS: Final = (60, 180)
"""What may be chosen, in percent: of the letters' height, and of the comfortable column."""


class Typography(NamedTuple):
    """What the reader chose of the text's look: families ("" for the theme's own), line height and width in percent."""

    chinese: str = ""
    english: str = ""
    line_height: int = 162
    width: int = 100

    def family(self, side: Language) -> str:
        """The family that is wished for a language."""
        return self.chinese if side is Language.ZH else self.english


AS_DESIGNED: Final = Typography()


def typography_of(settings: Settings) -> Typography:
    """What the settings say of it."""
    return Typography(settings.font_chinese, settings.font_english, settings.line_height, settings.text_width)


class TextStyle(NamedTuple):
    """How one paragraph is set."""

    font: QFont
    strong: QFont
    line_height: int


class ReadingStyle:
    """Every measure that the reading view needs; made anew when the theme, the zoom or the typography changes."""

    def __init__(
        self, theme: Theme, zoom: int = 100, typography: Typography = AS_DESIGNED, *, numbered: bool = False
    ) -> None:
        self.theme = theme
        self.typography = typography
        self.zoom = zoom
        self.pixels = BASE_PIXELS * zoom / 100
        self.gutter = round(self.pixels * 2.4)
        self.numbered = numbered
        self.margin = round(self.pixels * (2.9 if numbered else 1.8))
        self.paragraph_gap = round(self.pixels * 0.95)
        self.pair_gap = round(self.pixels * 0.3)
        self._texts: dict[tuple[Language, int], TextStyle] = {}

    @classmethod
    def chosen(cls, theme: Theme, settings: Settings) -> ReadingStyle:
        """The style that the settings ask for."""
        return cls(theme, settings.zoom, typography_of(settings), numbered=settings.paragraph_numbers)

    def text(self, side: Language, level: int = 0) -> TextStyle:
        """The style of a paragraph of a heading level (0: body text)."""
        level = min(level, 3)
        key = (side, level)
        if key not in self._texts:
            size = self.pixels * SCALE.get(level, 1.0)
            family, step = self.typography.family(side), self.typography.line_height / 100
            if side is Language.EN:
                size *= 0.96
            self._texts[key] = TextStyle(
                reading_font(side, size, bold=level > 0, family=family),
                reading_font(side, size, bold=True, family=family),
                round(self.pixels * SCALE.get(level, 1.0) * (step if not level else 0.9 * step)),
            )
        return self._texts[key]

    def space_above(self, level: int) -> int:
        """Room above a paragraph, more above a heading."""
        return round(self.pixels * {0: 0.0, 1: 1.7, 2: 0.9}.get(level, 0.5))

    def widest(self, side: Language) -> int:
        """The widest column for a language."""
        return round(self.pixels * MEASURE[side] * self.typography.width / 100)
