"""What the head of a report says that its title does not: who gave it, when, and before whom."""

from __future__ import annotations

import re
from datetime import date
from typing import Final, NamedTuple

from index.report import Language, Report

_LINES: Final = 30
_LONGEST: Final = 160
_OPENING: Final = re.compile(
    r"各位(?:代表|委员|领导|同志|来宾)|(?i:(?:fellow|esteemed|distinguished|dear) (?:\w+ )?deput)"
)
_HAN: Final = "[\u3400-\u9fff]"
_NAME: Final = rf"(?P<name>{_HAN}[ \u3000]{{1,2}}{_HAN}|{_HAN}{{2,4}}?|{_HAN}{{1,8}}(?:[·•]{_HAN}{{1,10}})+)"
_OFFICE: Final = "(?:省长|市长|主席|总理|州长|县长|区长|盟长|旗长|专员|行政长官)"
_SPEAKER: Final = re.compile(rf"{_OFFICE}[\s:：]*{_NAME}(?:同志)?\s*(?=作政府工作报告|作报告|代表|在|$)")
_NAME_FIRST: Final = re.compile(rf"日[\s]*{_NAME}{_OFFICE}(?=在|作)")
_ONLY_OFFICE: Final = re.compile(rf"{_OFFICE}[\s:：]*$")
_ONLY_NAME: Final = re.compile(rf"^{_NAME}$")
_GIVES: Final = re.compile("作政府工作报告|代表.{0,12}政府|会议(?:上|在).{0,30}(?:举行|开幕)")
_NUMERAL: Final = "[0-9０-９〇○零一二三四五六七八九十]"
_DATE: Final = re.compile(
    rf"({_NUMERAL}{{4}})\s*年\s*({_NUMERAL}{{1,3}})\s*月\s*({_NUMERAL}{{1,3}})\s*日[^。]{{0,24}}?在"
)
_OCCASION: Final = re.compile(
    rf"在\s*({_HAN}{{2,20}}?第?{_NUMERAL}{{1,4}}届{_HAN}{{0,20}}?第?{_NUMERAL}{{1,3}}次{_HAN}{{0,4}}?会议)"
)
_MONTHS: Final = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
)  # fmt: skip
_MONTH: Final = "(?P<month>" + "|".join(_MONTHS) + ")"
_ENGLISH_DATES: Final = (
    re.compile(rf"(?i)\b{_MONTH}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>(?:19|20)\d\d)\b"),
    re.compile(rf"(?i)\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+{_MONTH}\s+(?P<year>(?:19|20)\d\d)\b"),
)
_ENGLISH_NAME: Final = r"(?P<name>[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){1,2})"
_ENGLISH_OFFICE: Final = "(?:Premier|Governor|Mayor|Chair(?:man|woman|person)?|Chief Executive)"
_ENGLISH_SPEAKERS: Final = (
    re.compile(rf"^(?:[Bb]y )?{_ENGLISH_NAME},? (?:Acting )?{_ENGLISH_OFFICE}\b"),
    re.compile(rf"\b{_ENGLISH_OFFICE},? {_ENGLISH_NAME}$"),
)
_ENGLISH_BODIES: Final = (
    re.compile(r"\b(?P<place>[A-Z][\w'’]+(?: [A-Z][\w'’]+){0,2}) (?P<rank>Municipal|Provincial) People['’]s (?:Congress|Government)"),
    re.compile(r"People['’]s (?:Congress|Government) of (?P<place>[A-Z][\w'’]+(?: [A-Z][\w'’]+){0,4})"),
)  # fmt: skip
_NATIONAL: Final = re.compile(r"National People['’]s Congress|State Council")
_CHINESE: Final = {c: i % 10 for i, c in enumerate("〇一二三四五六七八九")} | {"○": 0, "零": 0}


class Head(NamedTuple):
    """Empty and None where the head does not tell. ``body`` is the English name of the body, of a report in English."""

    speaker: str = ""
    given: date | None = None
    occasion: str = ""
    body: str = ""
    national: bool = False


def read_head(report: Report) -> Head:
    """Look at the lines before the salutation, at most 30; where there is no salutation, at the first six."""
    lines = [p.span.of(report.text).strip() for p in report.paragraphs[:_LINES]]
    opening = next((i for i, line in enumerate(lines) if _OPENING.match(line)), None)
    head = [line for line in lines[: 6 if opening is None else opening] if len(line) <= _LONGEST]
    return _english(head) if report.language is Language.EN else _chinese(head)


def _chinese(head: list[str]) -> Head:
    joined = "".join(head)
    when, where = _DATE.search(joined), _OCCASION.search(joined)
    given = _date(*(_number(digits) for digits in when.groups())) if when else None
    return Head(_speaker(head), given, where[1] if where else "")


def _speaker(head: list[str]) -> str:
    for line, below in zip(head, [*head[1:], ""], strict=False):
        found = _SPEAKER.search(line) or _NAME_FIRST.search(line)
        if found is None and _ONLY_OFFICE.search(line):
            found = _ONLY_NAME.match(below)
        if found:
            return "".join(found["name"].split())
    for line in head:
        # A name on a line of its own is one only where another line says what this person does.
        named = _ONLY_NAME.match(line)
        if named and any(named["name"] in other and _GIVES.search(other) for other in head if other != line):
            return "".join(named["name"].split())
    return ""


def _english(head: list[str]) -> Head:
    joined = " ".join(head)
    when = next((m for pattern in _ENGLISH_DATES if (m := pattern.search(joined))), None)
    given = (
        _date(int(when["year"]), _MONTHS.index(when["month"].lower()) + 1, int(when["day"])) if when else None
    )
    names = (m["name"] for line in head for pattern in _ENGLISH_SPEAKERS if (m := pattern.search(line)))
    national = _NATIONAL.search(joined) is not None
    return Head(next(names, ""), given, body="" if national else _english_body(joined), national=national)


def _english_body(joined: str) -> str:
    for pattern in _ENGLISH_BODIES:
        if found := pattern.search(joined):
            place = found["place"]
            rank = found.groupdict().get("rank") or ""
            return f"{place} {rank} People's Government" if rank else f"People's Government of {place}"
    return ""


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _number(digits: str) -> int:
    """``2026``, 二〇二六, 二十七, 十一 as numbers; 0 for what is none, which makes no date."""
    if digits.isdecimal():
        return int(digits)
    tens, ten, ones = digits.partition("十")
    if not ten:
        return int("".join(str(_CHINESE.get(c, 0)) for c in digits))
    return (_CHINESE.get(tens, 1) if tens else 1) * 10 + (_CHINESE.get(ones, 0) if ones else 0)
