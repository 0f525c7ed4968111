"""Citations that people read: GB/T 7714—2015, APA (7th edition), Chicago (17th edition, notes)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from index.citing.model import CitedPlace, CitedReport
from index.report import Language

_CONTROL: Final = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff\u2028\u2029]+")


class Run(NamedTuple):
    """Some words, in italics or not."""

    text: str
    italic: bool = False


Line = tuple[Run, ...]


def plain(text: str) -> str:
    """``text`` on one line, without controls and without halves of surrogate pairs."""
    return " ".join(_CONTROL.sub(" ", text).split())


def gb(report: CitedReport, place: CitedPlace | None, language: Language) -> tuple[Line, ...]:
    """``青岛市人民政府. 青岛市政府工作报告（2024年）[R]. 青岛: 青岛市人民政府, 2024: 第12段.``, in English below where wanted.

    The standard has the entry in the language of its source first, and lets one in another language follow.
    """
    own = _gb(report, place, report.language)
    if not report.is_chinese or language is Language.ZH or not report.title_en:
        return ((Run(own),),)
    return (Run(own),), (Run(_gb(report, place, Language.EN)),)


def _gb(report: CitedReport, place: CitedPlace | None, language: Language) -> str:
    chinese = language is Language.ZH
    author = plain(report.author if chinese else report.author_en)
    seat = plain(report.seat if chinese else report.seat_en)
    title = plain(report.title if chinese or not report.title_en else report.title_en)
    if author:
        unknown = "出版地不详" if chinese else "S.l."
        imprint = f"{seat or f'[{unknown}]'}: {author}"
    else:
        imprint = "[出版地不详: 出版者不详]" if chinese else "[S.l.: s.n.]"
    if report.year:
        imprint += f", {report.year}"
    if place is not None:
        here = f"第{place.paragraph}段" if chinese else f"para. {place.paragraph}"
        imprint += f": {place.page or here}"
    own = "" if chinese or not report.is_chinese else " (in Chinese)"
    return "".join((f"{_ended(author)} " if author else "", f"{title}[R]{own}. ", imprint, "."))


def apa(report: CitedReport, place: CitedPlace | None, language: Language) -> tuple[Line, ...]:
    """Body, year, title: ``Qingdao Municipal People's Government. (2024). Title [Title in English]``.

    APA puts the place into the text and not into the list: it comes first, on a line of its own, in brackets.
    """
    author = _author(report, language)
    year = str(report.year) if report.year else "n.d."
    runs = [*_titled(report)]
    head = (Run(f"{_ended(author)} ({year}). "),) if author else ()
    entry = (*head, *runs, Run("." if author else f". ({year})."))
    if place is None:
        return (entry,)
    named = author or plain(report.title)
    here = f"p. {place.page}" if place.page else f"para. {place.paragraph}"
    return (Run(f"({named}, {year}, {here})"),), entry


def chicago(report: CitedReport, place: CitedPlace | None, language: Language) -> tuple[Line, ...]:
    """A note: ``Qingdao Municipal People's Government, Title [Title in English] (Qingdao, 2024), para. 12``."""
    author = _author(report, language)
    seat = plain(report.seat if language is Language.ZH and report.is_chinese else report.seat_en)
    imprint = ", ".join(part for part in (seat, str(report.year or "n.d.")) if part)
    here = f", {place.page or f'para. {place.paragraph}'}" if place is not None else ""
    tail = f" ({imprint}){here}."
    return ((Run(f"{author}, ") if author else Run(""), *_titled(report), Run(tail)),)


def _author(report: CitedReport, language: Language) -> str:
    if language is Language.ZH:
        return plain(report.author)
    return plain(report.author_en or report.author)


def _titled(report: CitedReport) -> Iterator[Run]:
    """The title; Chinese characters are not set in italics, and are explained in brackets."""
    title = plain(report.title) or "?"
    yield Run(title, italic=not report.is_chinese)
    if report.is_chinese and report.title_en:
        yield Run(f" [{plain(report.title_en)}]")


def _ended(words: str) -> str:
    return words if words.endswith(".") else f"{words}."
