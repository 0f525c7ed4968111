"""Characters as they stand on a page, and those that fonts name by their looks: ⼈ for 人."""

from __future__ import annotations

import unicodedata
from typing import Final, NamedTuple


class Glyph(NamedTuple):
    """A character and its box in points, y upwards; ``base`` is its baseline.

    ``spaced`` is True where a blank was left before it, or stands there as a character.
    """

    char: str
    left: float
    right: float
    bottom: float
    top: float
    base: float
    spaced: bool = False

    @property
    def height(self) -> float:
        """From the bottom of the line to its top, in points."""
        return self.top - self.bottom


# Radicals of the CJK Radicals Supplement that look like whole characters: a font's table names a glyph by the first
# character that it serves, which often is the radical. Unicode's own folding knows only the Kangxi radicals.
_SUPPLEMENT: Final = (
    "⺁厂⺄乙⺊卜⺎兀⺒巳⺓幺⺛旡⺜日⺝月⺟母⺠民⺧牛⺩王⺪疋⺫目⺬示⺮竹⺶羊⺷羊⺻聿⻁虎⻄西⻅见⻆角⻉贝⻋车"
    "⻏阝⻑長⻓长⻔门⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻬齐⻮齿⻰龙⻱龜⻲亀⻳龟"
)
_WHOLE: Final = {
    **{ord(_SUPPLEMENT[i]): _SUPPLEMENT[i + 1] for i in range(0, len(_SUPPLEMENT), 2)},
    **{code: unicodedata.normalize("NFKC", chr(code)) for code in range(0x2F00, 0x2FD6)},
    **{code: unicodedata.normalize("NFKC", chr(code)) for code in range(0xFB00, 0xFB07)},  # ligatures: ﬁ
    0x301C: "～",
    0x2215: "／",
    0x02: "-",  # PDFium's sign for a hyphen at the end of a line
    0xFFFE: "-",
    0xAD: "-",
}


def whole_characters(text: str) -> str:
    """``text`` with characters in place of the radicals and ligatures that only look like them."""
    return text.translate(_WHOLE)


# Two characters that one glyph serves in the fonts of Source Han (Noto CJK); only the first is in use in Simplified text.
_SHARED: Final = {ord("戶"): "户", ord("㬵"): "胶"}


def as_simplified(text: str) -> str:
    """``text`` without the Traditional characters that Simplified text does not hold, where it is Simplified."""
    simplified = sum(text.count(char) for char in "国发经济")
    traditional = sum(text.count(char) for char in "國發經濟")
    return text.translate(_SHARED) if simplified > traditional else text


EITHER: Final = frozenset("“”‘’—…·")
"""Signs that are as wide as the script around them."""


def is_wide(char: str) -> bool:
    """True for what takes the width of a Chinese character: joined without a blank."""
    return char >= "\u2e80"
