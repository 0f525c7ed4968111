"""English names of indicators: the catalogue's where it has one, else put together from a glossary of terms."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Final

from index.gazetteer import place_names
from index.indicators.catalogue import catalogue, known_as, rows, unscoped
from index.indicators.model import NameSource

_COVERED: Final = 0.75
"""Of a name's characters, below which its English is shown beside the name and not in its place."""
_LONGEST: Final = 16
_LATIN: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9.+%‰-]*")
_MARKS: Final = re.compile(r"[“”‘’《》]")
_LOOSE: Final = frozenset("的各之与和及、等")
_LAST_ONLY: Final = frozenset("率数量额值")
_FIRST_ONLY: Final = frozenset("新非")
_LONE: Final = frozenset("省市县户村站草")
_SHARE: Final = re.compile(r"^(?P<part>.+?)占(?![地比有用])(?P<whole>.+?)的?(?:比重|比例|份额)?$")
_PER_HEAD: Final = re.compile(
    r"^每(?P<many>百|千|万|十万|10万|百万|亿)?(?P<heads>人口|人|户|平方公里)?(?P<what>.{2,})$"
)
_PER_UNIT: Final = re.compile(r"^单位(?P<unit>(?:地区|国内)?生产总值|GDP|工业增加值)(?P<what>.+)$")
_MANY: Final = {"百": "100 ", "千": "1,000 ", "万": "10,000 ", "十万": "100,000 ", "10万": "100,000 ", "百万": "1,000,000 ", "亿": "100 million ", None: ""}  # fmt: skip
_HEADS: Final = {"人口": "people", "人": "people", "户": "households", "平方公里": "km²", None: "people"}
_SHORT_HEAD: Final = {**_HEADS, "人口": "person", "人": "person", "户": "household", None: "person"}
_TWICE: Final = re.compile(r"\b([a-z]+|number of|value of|volume of) \1\b")
_HEAD_NOUNS: Final = frozenset(
    "项目 工程 资金 平台 基地 中心 试点 行动 政策 措施 举措 费用 设备 产业 企业 人员 机构 场所 设施 技术 能力 计划 任务 活动 成果 案例 示范区".split()
)
"""Nouns that take the verb before them as their kind: 治理|项目, 培训|机构."""
_DEED: Final = re.compile(r"^[a-z, ]*(?:ion|ment|al|ance|ing|cut|start)\b[a-z, ]* of \{\}$")
_THINGS: Final = ("subsidies", "loans", "allowances", "capacity", "deposits", "expenditure", "standards")
_ARTICLE: Final = re.compile(r"^(?:the|a|an) ")
_INVARIABLE: Final = ("gas", "species", "ics", "ss", "sports", "goods", "news", "services", "affairs", "us", "is", "series", "works", "sales", "savings", "overseas")  # fmt: skip
_PROPER: Final = re.compile(
    r"(?:China|Chinese|Belt|ASEAN|Hong Kong|Macao|Taiwan|Yangtze|Yellow River|Party|Internet)\b"
)
_ACTORS: Final = re.compile(
    r"(?:enterprises|companies|institutions|banks|hospitals|universities|colleges|schools|cities|counties|entities|businesses)$"
)


@dataclass(frozen=True, slots=True)
class _Piece:
    """A term of a name with its English, where ``{}`` takes what it is said of."""

    chinese: str
    english: str

    @property
    def takes(self) -> bool:
        return "{}" in self.english


@cache
def english_name(name: str) -> tuple[str, NameSource]:
    """The English of an indicator's name and where it comes from; never empty.

    A name that the glossary covers in part only is followed by itself in brackets: half of a name misleads.
    """
    known = known_as(name)
    if known:
        return known[1], NameSource.CATALOGUE
    text, covered = _composed(_MARKS.sub("", unscoped(name)))
    text = re.sub(r"\s+", " ", text)
    text = re.sub(r"\b(?:of|in|to|for) (?=(?:with|for|in) )", "", text)
    text = _TWICE.sub(r"\1", text)
    text = re.sub(r"\s+(?=,)|^[ ,]+|[ ,]+$", "", text)
    if covered < _COVERED or not text:
        text = f"{text} ({name})" if text else name
    return text[:1].upper() + text[1:], NameSource.COMPOSED


@cache
def is_covered(name: str) -> bool:
    """True where the catalogue or the glossary has enough of ``name`` for its English to stand alone."""
    return known_as(name) is not None or _composed(_MARKS.sub("", unscoped(name)))[1] >= _COVERED


def _composed(name: str) -> tuple[str, float]:
    """The English of a name and the part of its characters that the glossary covers."""
    share = _SHARE.match(name)
    if share and len(share["part"]) >= 2:
        part, covered_part = _composed(share["part"])
        whole, covered_whole = _composed(
            re.sub(r"^(?:全国|全省|全市|全区|全球)$", r"\g<0>总量", share["whole"])
        )
        size = len(share["part"]) + len(share["whole"])
        covered = (covered_part * len(share["part"]) + covered_whole * len(share["whole"])) / size
        return f"{part} as a share of {_whole(share['whole'], whole)}", covered
    per_head = _PER_HEAD.match(name)
    if per_head and (per_head["many"] or per_head["heads"]):
        text, covered = _composed(per_head["what"])
        heads = _HEADS[per_head["heads"]] if per_head["many"] else _SHORT_HEAD[per_head["heads"]]
        return f"{text} per {_MANY[per_head['many']]}{heads}", covered
    per_unit = _PER_UNIT.match(name)
    if per_unit:
        text, covered = _composed(per_unit["what"])
        return (
            f"{text} per unit of {'industrial value added' if '工业' in per_unit['unit'] else 'GDP'}",
            covered,
        )
    pieces, missing = _segment(name)
    return _compose(pieces), 1 - missing / max(len(name), 1)


_WHOLES: Final = {"全国": "the national total", "全省": "the provincial total", "全市": "the city total",
                  "全区": "the regional total", "全球": "the world total", "世界": "the world total",
                  "比": "the total", "全部": "the total"}  # fmt: skip


def _whole(chinese: str, english: str) -> str:
    return _WHOLES.get(chinese, english)


@cache
def _terms() -> dict[str, str]:
    terms = {zh: en for zh, en, *_ in rows("terms.tsv")}
    return {**place_names(), **terms}


def _english_of(piece: str, first: bool, last: bool) -> str | None:
    """The English of one stretch of a name; single characters serve only where they are words."""
    if len(piece) == 1:
        if piece in _LONE or (piece in _LAST_ONLY and not last) or (piece in _FIRST_ONLY and not first):
            return None
        return _terms().get(piece)
    if piece in _terms():
        return _terms()[piece]
    known = catalogue().get(piece) if len(piece) >= 4 else None
    if known is None:
        return None
    keeps = known[1][:2].isupper() or _PROPER.match(known[1])
    return known[1] if keeps else known[1][0].lower() + known[1][1:]


def _segment(name: str) -> tuple[list[_Piece], int]:
    """The terms of ``name`` that leave the fewest characters over, of these the fewest terms; and how many are left."""
    size = len(name)
    best: list[tuple[int, int, int, str | None]] = [(0, 0, 0, None)] * (size + 1)
    for start in range(size - 1, -1, -1):
        skipped, count, _, _ = best[start + 1]
        loose = name[start] in _LOOSE
        choice: tuple[int, int, int, str | None] = (
            skipped + (not loose),
            count + (not loose),
            start + 1,
            None,
        )
        latin = _LATIN.match(name, start)
        if latin and (start == 0 or not _LATIN.match(name, start - 1)):
            end = latin.end()
            choice = min(choice, (best[end][0], best[end][1] + 1, end, latin.group()), key=lambda c: c[:2])
        for end in range(start + 1, min(size, start + _LONGEST) + 1):
            if (best[end][0], best[end][1] + 1) >= choice[:2]:
                continue
            english = _english_of(name[start:end], start == 0, end == size)
            if english is not None:
                choice = (best[end][0], best[end][1] + 1, end, english)
        best[start] = choice
    pieces, at = [], 0
    while at < size:
        _, _, end, english = best[at]
        if english is not None:
            pieces.append(_Piece(name[at:end], english))
        elif name[at] in "、和与及":
            pieces.append(_Piece(name[at], "," if name[at] == "、" else "and"))
        at = end
    return pieces, best[0][0]


def _compose(pieces: list[_Piece]) -> str:
    """Puts terms together: a measure at the end takes all before it, a verb at the head all behind it."""
    while pieces and pieces[0].english in (",", "and"):
        pieces = pieces[1:]
    if not pieces:
        return ""
    pieces = _merged(pieces)
    thing = pieces[0].takes and len(pieces) > 1 and pieces[-1].english.startswith(_THINGS)
    if pieces[-1].takes and not thing and not pieces[0].english.startswith(("new {}", "net increase")):
        return _fill(pieces[-1].english, _compose(pieces[:-1]))
    if pieces[0].takes:
        return _fill(pieces[0].english, _compose(pieces[1:]))
    for n, piece in enumerate(pieces):
        if piece.takes:
            return _around(pieces[:n], piece, pieces[n + 1 :])
    parts = [piece.english for piece in pieces if piece.english]
    last = len(parts) - 1
    return " ".join(
        word if n == last or parts[n + 1] in (",", "and", "and other") else _singular(word)
        for n, word in enumerate(parts)
    ).replace(" -minute", "-minute")


def _merged(pieces: list[_Piece]) -> list[_Piece]:
    """A verb inside a name that stands right before a general noun says of what kind it is."""
    merged: list[_Piece] = []
    for n, piece in enumerate(_joined(pieces)):
        if n > 1 and piece.chinese in _HEAD_NOUNS and not piece.takes and merged[-1].takes:
            kind = _fill(merged[-1].english, "")
            merged[-1] = _Piece(merged[-1].chinese + piece.chinese, f"{kind} {piece.english}")
        else:
            merged.append(piece)
    return merged


def _joined(pieces: list[_Piece]) -> list[_Piece]:
    """制定、废止|规章: two verbs of one object."""
    joined: list[_Piece] = []
    for piece in pieces:
        twins = len(joined) > 1 and joined[-1].english in (",", "and") and joined[-2].takes and piece.takes
        if twins and all(
            p.english.endswith(" of {}") and _DEED.match(p.english) for p in (joined[-2], piece)
        ):
            first = joined[-2].english.removesuffix(" of {}")
            mark = " and "
            joined[-2:] = [_Piece(joined[-2].chinese + piece.chinese, f"{first}{mark}{piece.english}")]
        else:
            joined.append(piece)
    return joined


def _around(before: list[_Piece], verb: _Piece, after: list[_Piece]) -> str:
    """企业|发行|债券: who does it stands behind; what only describes it stays before."""
    lead, rest = _compose(before), _compose(after)
    if verb.english.startswith(
        ("rate of", "number of", "volume of", "value of", "area of", "length of", "output of")
    ):
        return _compose([*before[:-1], _Piece("", _fill(verb.english, _compose(before[-1:]))), *after])
    said = _fill(verb.english, rest)
    if _ACTORS.search(lead):
        return f"{said} by {lead}"
    return f"{_singular(lead)} {said}"


def _fill(template: str, rest: str) -> str:
    rest = rest.strip(" ,")
    if rest:
        return template.replace("{}", _ARTICLE.sub("", rest) if template.startswith("{}") else rest)
    return re.sub(r"\s*\b(?:of|in|for|to|by|with|per|on|from)?\s*\{\}", "", template).strip()


def _singular(english: str) -> str:
    """The form of a noun before another noun: enterprises → enterprise."""
    if english.endswith(_INVARIABLE) or "'" in english or " of " in english:
        return english
    if english.endswith("ies"):
        return english[:-3] + "y"
    if english.endswith(("ches", "shes", "xes", "sses", "buses")):
        return english[:-2]
    return english[:-1] if english.endswith("s") else english
