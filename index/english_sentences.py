"""Where English sentences end: a stop that does not belong to an abbreviation, an initial or a number."""

from __future__ import annotations

import re
from typing import Final

_ENGLISH_END: Final = re.compile(r"(?:[.!?]+|…)[\"'”’)\]]*(?=[\s\u200b]|$)|[。！？]+[”’」』）)]*")
_ENGLISH_WORD_BEFORE: Final = re.compile(r"[^\s\"'“”‘’(\[]+$")
_ENGLISH_NEXT: Final = re.compile(r"[\s\u200b\"'“‘(\[]*(\S+)")
_INITIALS: Final = re.compile(r"(?:[A-Za-z]\.)*[A-Za-z]")
_LIST_NUMBER: Final = re.compile(r"\(?(?:\d{1,3}|[ivxlIVXL]{1,6}|[A-Za-z])\)?")
_ABBREVIATIONS: Final = frozenset(
    """mr mrs ms dr prof st gen sen rep gov lt col capt hon vs cf eg ie viz approx dept est fig figs art arts sec
    secs vol vols ch pp para paras ed eds al ave mt ft""".split()
)
_BEFORE_NUMBERS: Final = frozenset("no nos p jan feb mar apr jun jul aug sept sep oct nov dec".split())
_OFTEN_LAST: Final = frozenset("etc inc ltd co corp jr sr bros".split())
_STARTERS: Final = frozenset(
    """the a an this that these those we our in on at for from by to of with as it its he she they there their
    but and so if when while after before during since however moreover meanwhile all both each no not over
    under last next total i you one most more what""".split()
)


def english_ends(text: str) -> list[int]:
    """The offsets behind the sentences of ``text``, but for the last."""
    return [m.end() for m in _ENGLISH_END.finditer(text) if _ends_english(text, m)]


def _ends_english(text: str, match: re.Match[str]) -> bool:
    mark = match.group()
    following = _ENGLISH_NEXT.match(text, match.end())
    if following is None or mark[0] in "。！？":
        return True
    after = following.group(1)
    if after[0].islower() or after[0] in ",;:":
        return False
    if not mark.startswith(".") or mark.startswith(".."):
        return True
    before = _ENGLISH_WORD_BEFORE.search(text, max(0, match.start() - 40), match.start())
    if before is None:
        return True
    word = before.group()
    if not text[: before.start()].strip(" \t\u3000(（") and _LIST_NUMBER.fullmatch(word):
        return False  # "1." or "I." at the head of a line is a number, not a sentence
    return _ends_after_word(word.lstrip("-–—"), after)


def _ends_after_word(word: str, after: str) -> bool:
    plain = word.lower().replace(".", "")
    if plain in _ABBREVIATIONS and (word.islower() or word.istitle() or "." in word):
        return False
    if plain in _BEFORE_NUMBERS and after[0].isdigit():
        return False
    if plain in _OFTEN_LAST:
        return after[0].isupper() and _bare(after) in _STARTERS
    if _INITIALS.fullmatch(word):
        return _bare(after) in _STARTERS or not after[0].isalnum()
    return True


def _bare(word: str) -> str:
    return word.strip(".,;:!?\"'”’)").lower()
