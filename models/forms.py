"""The form in which a sentence enters the translation network: a few spellings of the same thing made one."""

from __future__ import annotations

import re
from typing import Final

from index.numerals import FULL_WIDTH, chinese_numeral
from index.report import Language

_QUOTES: Final = str.maketrans("‘’“”\u00a0–—", "''\"\" --")
_CHINESE: Final = {**FULL_WIDTH, **str.maketrans("　·•﹐﹔", " ··，；")}
_BLANKS: Final = re.compile(r"\s+")
_CJK_BLANK: Final = re.compile(r"(?<=[^\x00-\x7f])\s+|\s+(?=[^\x00-\x7f])")
_HEADING_ZH: Final = re.compile(
    r"\s*(?:（(?P<second>[一二三四五六七八九十]+)）|(?P<first>[一二三四五六七八九十]+)、|(?P<third>\d{1,2})[.．、](?!\d)"
    r"|（(?P<fourth>\d{1,2})）|(?P<dash>——))\s*"
)
_HEADING_EN: Final = re.compile(
    r"\s*(?:\((?P<second>[IVX]+)\)|(?P<first>[IVX]+)\.|(?P<third>\d{1,2})\.(?!\d)|\((?P<fourth>\d{1,2})\)|(?P<dash>[—–]+))\s*"
)
_ROMAN: Final = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
_NUMERALS: Final = "零一二三四五六七八九十"
# Part of a name and no figure: Chinese writes it without (新冠), so the network would have to invent it.
_COVID: Final = re.compile(r"(?i)\b(covid)[- ]?19\b")
_ANY_COVID: Final = re.compile(r"(?i)\bcovid(?:[- ]?19)?\b")
_NAMED_EPIDEMIC: Final = re.compile(
    r"(?P<the>\b[Tt]he )?\bCOVID-19\b(?P<noun> (?:epidemic|pandemic|outbreak))?(?P<before> (?!(?:and|or|in|on|is|was|has|have|with"
    r"|for|to|by|at|of|that|which|as|while)\b)(?=[a-z]))?"
)


def network_form(text: str, language: Language) -> str:
    """``text`` with full-width digits, quotes and blanks in the one form that the networks were trained on."""
    if language is Language.ZH:
        return _CJK_BLANK.sub("", _BLANKS.sub(" ", text.translate(_CHINESE))).strip()
    return without_covid_number(_BLANKS.sub(" ", text.translate(_QUOTES)).strip())


def without_covid_number(text: str) -> str:
    """English with COVID for COVID-19, as the network knows it."""
    return _COVID.sub(r"\1", text)


def with_covid_number(text: str, source: str) -> str:
    """English from the network with the name of the disease as it is written.

    Reports of the years that the network learned from say 疫情 and mean that one; here only 新冠 does.
    """
    named = _ANY_COVID.sub("COVID-19", text)
    return named if "新冠" in source else _NAMED_EPIDEMIC.sub(_epidemic, named)


def _epidemic(match: re.Match[str]) -> str:
    article = match["the"] or ("" if match["before"] else "the ")
    return f"{article}epidemic{match['before'] or ''}"


def _roman(n: int) -> str:
    out = ""
    for value, letters in _ROMAN:
        while n >= value:
            out, n = out + letters, n - value
    return out


def _to_chinese(n: int) -> str:
    if n <= 10:
        return _NUMERALS[n]
    tens, ones = divmod(n, 10)
    return ("" if tens == 1 else _NUMERALS[tens]) + "十" + (_NUMERALS[ones] if ones else "")


def _from_roman(text: str) -> int:
    values = {"I": 1, "V": 5, "X": 10}
    return sum(
        -values[c] if i + 1 < len(text) and values[c] < values[text[i + 1]] else values[c]
        for i, c in enumerate(text)
    )


def split_heading_mark(text: str, language: Language) -> tuple[str, str, str]:
    """``(mark, its rendering in the other language, rest)`` for a text that begins with a heading's number.

    （一） ↔ (I), 一、 ↔ I., 1. ↔ 1., —— ↔ —; two empty strings where there is none.
    """
    match = (_HEADING_ZH if language is Language.ZH else _HEADING_EN).match(text)
    if match is None or match.end() == len(text):
        return "", "", text
    kind = match.lastgroup or ""
    written = match[kind]
    if kind == "dash":
        rendered = "— " if language is Language.ZH else "——"
    elif language is Language.ZH:
        number = int(written) if written.isdigit() else int(chinese_numeral(written) or 0)
        rendered = {
            "first": f"{_roman(number)}. ",
            "second": f"({_roman(number)}) ",
            "third": f"{number}. ",
        }.get(kind, f"({number}) ")
    else:
        number = int(written) if written.isdigit() else _from_roman(written)
        rendered = {
            "first": f"{_to_chinese(number)}、",
            "second": f"（{_to_chinese(number)}）",
            "third": f"{number}.",
        }.get(kind, f"（{number}）")
    return match.group(), rendered, text[match.end() :]
