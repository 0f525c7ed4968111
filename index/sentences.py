"""Where sentences end; the rules for Chinese."""

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


def split_sentences(text: str, language: Language) -> tuple[Span, ...]:
    """The sentences of one paragraph, in order: they tile it, with nothing but blanks before, between and after.

    A sentence ends at 。！？… (or . ! ?) and takes the closing quotes and brackets with it. A semicolon does not
    end it. Stops inside a short quotation or aside do not either.
    """
    if language is Language.ZH:
        ends = _chinese_ends(text)
    else:
        from index.english_sentences import (
            english_ends,  # its patterns take longer to compile than a page to read
        )

        ends = english_ends(text)
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
