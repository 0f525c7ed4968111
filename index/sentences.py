"""Where sentences end, in Chinese and in English."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from index.report import Language
from index.text import Span

_INVISIBLE: Final = "\u200b\u200c\u200d\u2060\ufeff\u00ad"
_EDGE: Final = re.compile(rf"[\s{_INVISIBLE}]+")

_CLOSERS: Final = '”’」』）》】〉〗)]"'
_CHINESE_END: Final = re.compile(rf"(?:[。！？｡!?]|…+)+[{re.escape(_CLOSERS)}{_INVISIBLE}]*")
_CONTINUES: Final = frozenset("，、；：,;:。）」』”’》】")
_CONTINUES_AFTER_QUOTE: Final = _CONTINUES | frozenset("的地得等之")
_PAIRS: Final = {"“": "”", "‘": "’", "「": "」", "『": "』", "（": "）", "(": ")", "《": "》", "【": "】"}
_OPENERS: Final = {close: open_ for open_, close in _PAIRS.items()}
_PAIR_MARKS: Final = re.compile("[" + re.escape("".join(_PAIRS) + "".join(_PAIRS.values())) + "]")
_KEPT_WHOLE: Final = 60
"""A quotation or an aside up to this long is never cut; a longer one is cut at the stops inside it."""

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


def split_sentences(text: str, language: Language) -> tuple[Span, ...]:
    """The sentences of one paragraph, in order: they tile it, with nothing but blanks before, between and after.

    A sentence ends at 。！？… (or . ! ?) and takes the closing quotes and brackets with it. A semicolon does not
    end it. Stops inside a short quotation or aside do not either.
    """
    ends = _chinese_ends(text) if language is Language.ZH else _english_ends(text)
    spans: list[Span] = []
    start = 0
    for end in [*ends, len(text)]:
        span = trimmed(text, start, end)
        if span is not None:
            spans.append(span)
        start = end
    return tuple(spans)


def trimmed(text: str, start: int, end: int) -> Span | None:
    """The range without the blanks and invisible characters at its two ends; None where nothing is left."""
    while start < end and (text[start].isspace() or text[start] in _INVISIBLE):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in _INVISIBLE):
        end -= 1
    return Span(start, end) if start < end else None


def _chinese_ends(text: str) -> list[int]:
    matches = list(_CHINESE_END.finditer(text))
    if len(matches) < 2 and (not matches or matches[0].end() == len(text)):
        return []
    pairs = _matched_pairs(text)
    opener_of = {close: open_ for open_, close in pairs}
    whole = _outermost(pair for pair in pairs if pair[1] - pair[0] <= _KEPT_WHOLE)
    ends: list[int] = []
    pair = 0
    for match in matches:
        end = match.end()
        if match.group().endswith('"') and text.count('"', 0, end) % 2:
            end -= 1  # a straight quote that opens the next sentence
        while pair < len(whole) and whole[pair][1] < end:
            pair += 1
        if pair < len(whole) and whole[pair][0] < match.start():
            continue  # inside a quotation that is kept whole
        follower = text[end] if end < len(text) else ""
        quoted = text[end - 1] in _CLOSERS
        if follower in (_CONTINUES_AFTER_QUOTE if quoted else _CONTINUES):
            continue
        if quoted and _is_embedded(text, opener_of.get(end - 1), follower):
            continue
        ends.append(end)
    return ends


def _is_embedded(text: str, opener: int | None, follower: str) -> bool:
    """True for a quotation that is a word of its sentence, as in 叫响“好客山东！”品牌."""
    if opener is None or opener == 0 or text[opener] in "（(":
        return False
    before = text[opener - 1]
    return "\u4e00" <= before <= "\u9fff" and "\u4e00" <= follower <= "\u9fff"


def _matched_pairs(text: str) -> list[tuple[int, int]]:
    """Offsets of matching brackets and quotes, by their ends; marks without a partner are passed over."""
    open_marks: list[tuple[str, int]] = []
    pairs: list[tuple[int, int]] = []
    for match in _PAIR_MARKS.finditer(text):
        mark = match.group()
        if mark in _PAIRS:
            open_marks.append((mark, match.start()))
            continue
        for depth in range(len(open_marks) - 1, max(-1, len(open_marks) - 6), -1):
            if open_marks[depth][0] == _OPENERS[mark]:
                pairs.append((open_marks[depth][1], match.start()))
                del open_marks[depth:]
                break
    return pairs


def _outermost(pairs: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    outer: list[tuple[int, int]] = []
    for pair in sorted(pairs):
        if not outer or pair[0] > outer[-1][1]:
            outer.append(pair)
    return outer


def _english_ends(text: str) -> list[int]:
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
