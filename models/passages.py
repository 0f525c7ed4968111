"""Cuts a sentence into the segments that the network translates well, each with the way back to the source."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final

from index.numerals import FULL_WIDTH, chinese_numeral
from index.quantities import QuantityMention
from index.report import Language
from models.forms import network_form, split_heading_mark
from models.placeholders import Protected, protect

LONGEST: Final = {Language.ZH: 90, Language.EN: 260}
"""Characters above which a segment is cut at a comma: beyond that small networks begin to drop clauses."""
_TOO_LONG: Final = {Language.ZH: 220, Language.EN: 480}
"""Characters that no segment exceeds, marks or no marks: training text ends there, and a network's positions soon after."""
_SEAMS: Final = (
    re.compile(r"[，、,：:）)”]"),
    re.compile(r"\s"),
    re.compile(r"(?<=[\u3400-\u9fff])(?![\s\d.%一二三四五六七八九十百千万亿零〇两几点分之多余])"),
    re.compile(r"(?<=.)", re.DOTALL),
)
"""Where a text without any mark is cut at last, best first; the last but one spares figures."""
_BREAKS: Final = {Language.ZH: re.compile(r"[；：](?=.)|。(?=.)"), Language.EN: re.compile(r"[;](?=\s)")}
_COMMAS: Final = {Language.ZH: re.compile(r"，(?=.)"), Language.EN: re.compile(r",(?=\s)")}
_ENUMERATOR: Final = re.compile(r"([一二三四五六七八九]|十[一二三四五六七八九]?|二十)是(?=[^，。、；])")
"""一是… 二是…: what a small network drops or miscounts."""
_ENUMERATORS: Final = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
    "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
).split()
_OPEN: Final = "（《“‘「『(["
_CLOSE: Final = "）》”’」』)]"


Terms = Callable[[str], tuple[QuantityMention, ...]] | None


@dataclass(frozen=True, slots=True)
class Segment:
    """What the network gets: a protected text and where each of its characters stood in the source sentence.

    ``origin[i]`` is the source offset of character ``i`` of the unprotected segment ``text``. ``lead`` is the
    rendering of an enumerator that stood before it (十一是 → eleventh,). ``terms`` finds what must be translated as the
    user says.
    """

    text: str
    origin: tuple[int, ...]
    protected: Protected
    lead: str = ""
    terms: Terms = None


@dataclass(frozen=True, slots=True)
class Plan:
    """A sentence ready to translate: the heading mark's rendering, and its segments in order."""

    mark: str
    segments: tuple[Segment, ...]


def formed(source: str, language: Language) -> tuple[str, tuple[int, ...]]:
    """``network_form(source)`` and, for each of its characters, the offset in ``source``."""
    form = network_form(source, language)
    if form == source:
        return form, tuple(range(len(form)))
    origin: list[int] = []
    at = 0
    for char in form:
        while at < len(source) and not _same(source[at], char, language):
            at += 1
        origin.append(min(at, len(source) - 1))
        at += 1
    return form, tuple(origin)


def _same(raw: str, char: str, language: Language) -> bool:
    if raw == char or (char == " " and raw.isspace()):
        return True
    return network_form(f"x{raw}x", language) == f"x{char}x" or raw.translate(FULL_WIDTH) == char


def plan(source: str, language: Language, longest: int | None = None, terms: Terms = None) -> Plan:
    """Cut ``source`` at semicolons and, where it is long, at commas outside brackets and quotes."""
    form, origin = formed(source, language)
    _, mark, rest = split_heading_mark(form, language)
    offset = len(form) - len(rest)
    limit = longest if longest is not None else LONGEST[language]
    segments: list[Segment] = []
    for start, end in _cut(rest, language, limit):
        text = rest[start:end]
        lead = len(text) - len(text.lstrip())
        text = text.strip()
        if not text:
            continue
        first = offset + start + lead
        enumerator = _ENUMERATOR.match(text) if language is Language.ZH else None
        skipped = enumerator.end() if enumerator else 0
        text, first = text[skipped:], first + skipped
        made = _protected(text, origin[first : first + len(text)], language, terms)
        if enumerator:
            made[0] = replace(made[0], lead=_enumerated(enumerator[1]))
        segments.extend(made)
    return Plan(mark, tuple(segments))


def _enumerated(numeral: str) -> str:
    value = chinese_numeral(numeral)
    return f"{_ENUMERATORS[int(value) - 1]}," if value else ""


def _protected(text: str, origin: tuple[int, ...], language: Language, terms: Terms) -> list[Segment]:
    protected = protect(text, language, terms=terms)
    if protected is not None:
        return [Segment(text, origin, protected, terms=terms)]
    middle = _best_cut(text)  # more figures of one kind than there are placeholders
    return _protected(text[:middle], origin[:middle], language, terms) + _protected(
        text[middle:], origin[middle:], language, terms
    )


def _best_cut(text: str) -> int:
    marks = [m.end() for m in re.finditer(r"[，、；,;]", text)] or [len(text) // 2]
    return min(marks, key=lambda at: abs(at - len(text) / 2))


def _cut(text: str, language: Language, limit: int) -> list[tuple[int, int]]:
    cuts = [0, *_outside(text, _BREAKS[language]), len(text)]
    out: list[tuple[int, int]] = []
    for start, end in zip(cuts, cuts[1:], strict=False):
        out.extend(_shorten(text, start, end, language, limit))
    return [(s, e) for s, e in out if e > s]


def _shorten(text: str, start: int, end: int, language: Language, limit: int) -> list[tuple[int, int]]:
    if end - start <= limit:
        return [(start, end)]
    places = [start + at for at in _outside(text[start:end], _COMMAS[language])]
    places = [at for at in places if at - start > 12 and end - at > 12] if limit > 30 else places
    if not places and end - start <= _TOO_LONG[language]:
        return [(start, end)]
    places = places or _anywhere(text, start, end)
    middle = min(places, key=lambda at: abs(at - (start + end) / 2))
    return _shorten(text, start, middle, language, limit) + _shorten(text, middle, end, language, limit)


def _anywhere(text: str, start: int, end: int) -> list[int]:
    """Cuts near the middle of a stretch that has no mark to cut it at."""
    low, high = start + (end - start) // 4, end - (end - start) // 4
    for seam in _SEAMS:
        if places := [m.end() for m in seam.finditer(text, low, high)]:
            return places
    return [(start + end) // 2]


def _outside(text: str, pattern: re.Pattern[str]) -> list[int]:
    """Ends of the matches of ``pattern`` that lie outside brackets and quotes."""
    depth = 0
    depths: list[int] = []
    for char in text:
        if char in _OPEN:
            depth += 1
        elif char in _CLOSE:
            depth = max(0, depth - 1)
        depths.append(depth)
    return [m.end() for m in pattern.finditer(text) if depths[m.start()] == 0]
