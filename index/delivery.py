"""When a report was given and by whom, as its head lines say: ——2025年1月20日在…会议上, 省长 王清宪."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Final

_DIGIT: Final = str.maketrans("０１２３４５６７８９〇○零一二三四五六七八九", "0123456789000123456789")
_LONGEST: Final = 200
_OFFICE: Final = "省长|市长|主席|州长|盟长|县长|区长|旗长|专员|总理|主任|行政长官"
_OFFICES: Final = tuple(_OFFICE.split("|"))
_MEETING: Final = ("会议", "大会", "會議", "大會", "代表", "在")
_PUBLISHED: Final = ("来源", "时间", "日期", "发布", "记者", "摄", "编辑")
_MONTHS: Final = (
    "January February March April May June July August September October November December".split()
)


def delivery(head: Sequence[str]) -> tuple[str, str]:
    """``(date, speaker)`` of the head lines of a report, as ``2025-01-20`` and a name; empty where they do not tell."""
    lines = [text for text in head if len(text) <= _LONGEST]
    return _date(lines), _speaker(lines)


_NAME: Final = (
    r"([^\x00-\u02ff\W]{2,4}|[^\x00-\u02ff\W]{2,8}·[^\x00-\u02ff\W]{2,8}"
    r"|[^\x00-\u02ff\W][ \u3000]+[^\x00-\u02ff\W])"
)
_NUMBER: Final = "([0-9０-９〇一二三四五六七八九十]{1,3})"
_PATTERNS: Final = {
    "day": rf"([12１２一二][0-9０-９〇○零一二三四五六七八九]{{3}})\s*年\s*{_NUMBER}\s*月\s*{_NUMBER}\s*日",
    # 省长 王清宪, 代省长李殿勋作政府工作报告, 自治区主席 韦 韬
    "after": rf"(?:代理?|副)?(?:{_OFFICE})[\s\u3000]*{_NAME}(?=[\s\u3000]*(?:同志|作|代表|在|向|受|于|的|[，。,：:（(]|$))",
    # 龚正市长在
    "before": rf"(?:^|日|会议上|—)[\s\u3000]*{_NAME}(?:代理?)?(?:{_OFFICE})(?:在|作|代表|向|受)",
    "alone": rf"[（(]?{_NAME}[）)]?",
    "office": rf"[^。]{{0,24}}(?:{_OFFICE})",
    "english day": r"([A-Z][a-z]+)\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+((?:19|20)\d\d)|(\d{1,2})\s+([A-Z][a-z]+)\s+((?:19|20)\d\d)",
    "english": (
        r"(?:Premier|Governor|Mayor|Chairman|Chairwoman|Chair)(?:\s+of\s+[\w\s,'’]{1,60}?)?[\s,:–—-]+"
        r"([A-Z][a-z]+(?:[ -][A-Z]?[a-z]+){1,2})$|^(?:[Bb]y\s+)?([A-Z][a-z]+ [A-Z][a-z]+),?\s+"
        r"(?:Acting\s+)?(?:Premier|Governor|Mayor|Chairman|Chairwoman)\b"
    ),
}


@cache
def _pattern(name: str) -> re.Pattern[str]:
    """Each is compiled when a line could match it: the first text on screen waits for none that is not needed."""
    return re.compile(_PATTERNS[name])


def _date(lines: Sequence[str]) -> str:
    found = [
        (text, day)
        for text in lines
        if "年" in text
        and (day := _pattern("day").search(text))
        and not text.lstrip("（( ").startswith(_PUBLISHED)
    ]
    # What is said at a meeting tells the day; a bare day below the title may be that of the web page.
    found.sort(key=lambda entry: not any(word in entry[0] for word in _MEETING))
    for text, day in found:
        rest = text[day.end() :].strip()
        if rest[:1].isdigit():
            continue  # an hour: the page was put on the net then
        return _iso(*(_value(day.group(i)) for i in (1, 2, 3)))
    for text in lines:
        if not any(month in text for month in _MONTHS):
            continue
        said = _pattern("english day").search(text)
        if said is not None:
            month, number, year = (said[1], said[2], said[3]) if said[1] else (said[5], said[4], said[6])
            if month in _MONTHS:
                return _iso(int(year), _MONTHS.index(month) + 1, int(number))
    return ""


def _value(digits: str) -> int:
    """2025 for 二〇二五, 21 for 二十一."""
    if "十" in digits:
        tens, _, ones = digits.partition("十")
        return int((tens or "一").translate(_DIGIT)) * 10 + int((ones or "零").translate(_DIGIT))
    return int(digits.translate(_DIGIT))


def _iso(year: int, month: int, day: int) -> str:
    if 1900 <= year < 2100 and 1 <= month <= 12 and 1 <= day <= 31:
        return f"{year:04}-{month:02}-{day:02}"
    return ""


def _speaker(lines: Sequence[str]) -> str:
    offices = [text for text in lines if any(office in text for office in _OFFICES)]
    for name in ("after", "before"):
        for text in offices:
            found = _pattern(name).search(text)
            if found is not None and not text.startswith(_PUBLISHED):
                return "".join(found.group(1).split()).removesuffix("同志")
    dated = next(
        (i for i, text in enumerate(lines) if "年" in text and _pattern("day").search(text)), len(lines)
    )
    for i, text in enumerate(lines):
        if text.isascii() and (english := _pattern("english").search(text)):
            return english.group(1) or english.group(2)
        below_office = (
            i > 0 and lines[i - 1] in offices and _pattern("office").fullmatch(lines[i - 1].strip())
        )
        if below_office or i > dated:
            only = _pattern("alone").fullmatch(text.strip())
            if only is not None and not _is_word(only.group(1)):
                return "".join(only.group(1).split())
    return ""


def _is_word(text: str) -> bool:
    """True for short lines of a web page that are no name."""
    return (
        text.endswith(("报", "网", "页", "大", "中", "小", "享", "印", "源", "告", "府", "息", "闻"))
        or len(text) < 2
    )
