"""Finds words literally, as a find bar does: whatever their script, width, case, quotation marks and blanks."""

from __future__ import annotations

import re
import unicodedata
from functools import cached_property
from typing import Final

from index.text import Span
from index.variants import to_simplified

_SAME: Final = str.maketrans("“”„‟「」『』‘’‚‛–—―−‐‑・•", '""""""""\'\'\'\'------··')
"""Signs that people type one for the other; none of them changes the length."""
_PLAIN: Final = re.compile("[\x21-\x7e\xa0-\xa7\u3001-\u3029\u3400-\u4dbf\u4e00-\u9fff\uff01-\uff5e]*")
"""Text of these characters folds one to one, and has no blank that could be too much."""
_HAN: Final = re.compile("[\u2e80-\u32ff\u3400-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff]")
_UNSEEN: Final = frozenset("\u200b\u200c\u200d\u2060\ufeff\u00ad")


class FoldedText:
    """A text ready to be searched; what it finds are spans of the text as it is, in code points."""

    def __init__(self, text: str) -> None:
        self.text = text

    def find(self, words: str, *, whole: bool = False) -> list[Span]:
        """Every place of ``words``, from left to right and apart; ``whole``: not within a longer Latin word or number."""
        wanted = _fold(words.strip())[0]
        if not wanted.strip():
            return []
        text, places = self._folded
        found: list[Span] = []
        at = text.find(wanted)
        while at >= 0:
            end = at + len(wanted)
            if whole and not _is_whole(text, at, end):
                at = text.find(wanted, at + 1)
                continue
            start, last = (places[at], places[end - 1]) if places else (at, end - 1)
            found.append(Span(start, last + 1))
            at = text.find(wanted, end)
        return found

    @cached_property
    def _folded(self) -> tuple[str, list[int]]:
        return _fold(self.text)


def _fold(text: str) -> tuple[str, list[int]]:
    """The folded text, and for each of its characters the place of the one it comes from (empty: its own place)."""
    simplified = to_simplified(text).translate(_SAME)
    if _PLAIN.fullmatch(simplified):
        return unicodedata.normalize("NFKC", simplified).casefold(), []
    kept: list[str] = []
    places: list[int] = []
    last = len(simplified) - 1
    for place, char in enumerate(simplified):
        if char in _UNSEEN:
            continue
        if char.isspace():
            beside = (kept[-1] if kept else " ") + (simplified[place + 1] if place < last else " ")
            if beside[0] == " " or beside[1].isspace() or _HAN.search(beside):
                continue
            folded = " "
        else:
            folded = unicodedata.normalize("NFKC", char).casefold() if char > "\x7f" else char.lower()
        kept += folded
        places += [place] * len(folded)
    return "".join(kept), places


def _is_whole(text: str, start: int, end: int) -> bool:
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    return not (_joins(before) and _joins(text[start])) and not (_joins(after) and _joins(text[end - 1]))


def _joins(char: str) -> bool:
    return char.isalnum() and not _HAN.match(char)
