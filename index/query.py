"""What a reader types into the search line: free words, exact phrases, what must not occur, and filters.

``"exact words"`` (also “…” and 「…」), ``-word``, ``section:``, ``report:``, ``year:2024`` or ``year:2020..2024``,
``has:target``; the keys in Chinese too (章节：, 报告：, 年份：, 含：). Whatever is none of these is free words: a quotation
mark without its partner, an unknown key, the operators of other search engines.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from index.variants import to_simplified

LONGEST: Final = 2_000
"""Characters of a query that are looked at; a passage pasted whole is answered by its beginning."""


class Has(StrEnum):
    """What a sentence may be asked to contain."""

    TARGET = "target"
    ACTUAL = "actual"
    FIGURE = "figure"
    GROWTH = "growth"
    RANK = "rank"
    MONEY = "money"


KEYS: Final[Mapping[str, tuple[str, ...]]] = {
    "section": ("section", "chapter", "in", "章节", "章"),
    "report": ("report", "place", "报告", "地区"),
    "year": ("year", "年份", "年"),
    "has": ("has", "含", "有"),
}
"""The filters and the words that name each, the first one being the one that is offered."""
HAS_WORDS: Final[Mapping[str, Has]] = {
    **{each.value: each for each in Has},
    "targets": Has.TARGET, "目标": Has.TARGET, "指标": Has.FIGURE, "result": Has.ACTUAL, "完成": Has.ACTUAL, "实绩": Has.ACTUAL,
    "figures": Has.FIGURE, "number": Has.FIGURE, "数字": Has.FIGURE, "数据": Has.FIGURE, "增长": Has.GROWTH, "增速": Has.GROWTH,
    "排名": Has.RANK, "位次": Has.RANK, "金额": Has.MONEY,
}  # fmt: skip

_KEY_OF: Final = {word: key for key, words in KEYS.items() for word in words}
_VALUE: Final = r"(?:\"(?P<{0}>[^\"]*)\"|“(?P<{0}b>[^”]*)”|「(?P<{0}c>[^」]*)」)"
_TOKEN: Final = re.compile(
    rf"(?P<minus>(?<!\S)[-−－](?=[^\s\-−－]))?{_VALUE.format('q')}"
    rf"|(?<!\S)(?P<key>[a-z]+|[章节报告地区年份含有]+)[:：]{_VALUE.format('v')}"
    r"|(?<!\S)(?P<key2>[a-z]+|[章节报告地区年份含有]+)[:：](?P<value>[^\s\"“「]+)"
    r"|(?P<bare>(?<!\S)[-−－](?=[^\s\d.\-−－])(?P<word>\S+))",
    re.IGNORECASE,
)
_YEARS: Final = re.compile(r"(\d{4})年?(?:(?:\.{2,3}|[-–—~至到])(\d{4})年?)?")


@dataclass(frozen=True, slots=True)
class Query:
    """A search line taken apart. ``text`` is what is looked for by meaning and by words: free words and phrases.

    ``phrases`` must all occur and none of ``without`` may; ``sections`` and ``reports`` are parts of titles, any one of
    which is enough; ``years`` is the first and the last year that are wanted.
    """

    text: str
    phrases: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    sections: tuple[str, ...] = ()
    reports: tuple[str, ...] = ()
    years: tuple[int, int] | None = None
    has: frozenset[Has] = frozenset()

    @property
    def narrows(self) -> bool:
        """True where not every sentence of a report may be an answer."""
        return bool(self.phrases or self.without or self.sections or self.has)

    @property
    def is_empty(self) -> bool:
        """True where there is nothing to look for: no letter in the words, and no filter on the sentences."""
        return not self.narrows and not any(char.isalnum() for char in self.text)

    def takes(self, title: str, place: str, year: int | None) -> bool:
        """Whether a report is among those that are asked for."""
        if self.years and not (year is not None and self.years[0] <= year <= self.years[1]):
            return False
        known = to_simplified(f"{title} {place}").casefold()
        return not self.reports or any(part in known for part in self.reports)


def parse_query(raw: str) -> Query:
    """The parts of a search line, in Simplified characters; never fails."""
    line = to_simplified(unicodedata.normalize("NFKC", raw[:LONGEST].replace("\x00", " "))).strip()
    words: list[str] = []
    phrases: list[str] = []
    without: list[str] = []
    filters: dict[str, list[str]] = {"section": [], "report": []}
    years: tuple[int, int] | None = None
    has: set[Has] = set()
    at = 0
    for token in _TOKEN.finditer(line):
        words.append(line[at : token.start()])
        at = token.end()
        key = _KEY_OF.get((token["key"] or token["key2"] or "").casefold(), "")
        value = _quoted(token, "v") or token["value"] or ""
        quoted = _quoted(token, "q")
        if token["bare"]:
            without.append(token["word"].strip('"“”「」'))
        elif quoted and token["minus"]:
            without.append(quoted)
        elif quoted:
            phrases.append(quoted)
            words.append(f" {quoted} ")
        elif key in filters and value:
            filters[key].append(value.casefold())
        elif key == "year" and (span := _years(value)):
            years = span
        elif key == "has" and value.casefold() in HAS_WORDS:
            has.add(HAS_WORDS[value.casefold()])
        else:
            words.append(token[0])
    words.append(line[at:])
    return Query(
        text=" ".join("".join(words).split()),
        phrases=_said(phrases),
        without=_said(without),
        sections=_said(filters["section"]),
        reports=_said(filters["report"]),
        years=years,
        has=frozenset(has),
    )


def _quoted(token: re.Match[str], name: str) -> str:
    return next((token[n].strip() for n in (name, f"{name}b", f"{name}c") if token[n]), "")


def _said(parts: list[str]) -> tuple[str, ...]:
    """The parts that say anything, each once."""
    kept = (part.casefold() for part in parts if any(char.isalnum() for char in part))
    return tuple(dict.fromkeys(kept))


def _years(value: str) -> tuple[int, int] | None:
    match = _YEARS.fullmatch(value)
    if match is None:
        return None
    first, last = int(match[1]), int(match[2] or match[1])
    return min(first, last), max(first, last)
