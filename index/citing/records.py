"""Citations for programs: BibTeX, RIS, CSL-JSON. Each is whole and ends in a line end."""

from __future__ import annotations

import json
from typing import Final

from index.citing.model import CitedPlace, CitedReport
from index.citing.words import plain
from index.report import Language

_SORT: Final = {Language.ZH: "政府工作报告", Language.EN: "Government work report"}
_CODE: Final = {Language.ZH: "zh-CN", Language.EN: "en"}
_BABEL: Final = {Language.ZH: "chinese", Language.EN: "english"}
_MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_TEX: Final = str.maketrans(
    {
        # BibTeX counts braces even where a backslash stands before them: one alone would end the field, or never.
        "{": r"{\textbraceleft}",
        "}": r"{\textbraceright}",
        "\\": r"{\textbackslash}",
        "^": r"{\textasciicircum}",
        "~": r"{\textasciitilde}",
        "$": r"\$",
        "&": r"\&",
        "#": r"\#",
        "%": r"\%",
        "_": r"\_",
    }
)


def bibtex(report: CitedReport, place: CitedPlace | None, language: Language) -> str:
    """A ``@techreport``; names stand in double braces, so that no comma or ``and`` in them makes two authors."""
    author, seat = _names(report, language)
    year = str(report.year) if report.year else ""
    fields = [
        ("author", f"{{{_tex(author)}}}" if author else ""),
        ("title", f"{{{_tex(report.title)}}}"),
        ("titleaddon", f"{{{_tex(report.title_en)}}}" if report.is_chinese and report.title_en else ""),
        ("institution", f"{{{_tex(author)}}}" if author else ""),
        ("address", _tex(seat)),
        ("year", year),
        ("type", _tex(_SORT[language])),
        ("language", _BABEL[report.language]),
        ("note", _tex(_note(report, place, language))),
    ]
    lines = [f"@techreport{{{report.key},"]
    lines += [f"  {name} = {{{value}}}," for name, value in fields if value]
    if report.given is not None:
        lines.append(f"  month = {_MONTHS[report.given.month - 1]},")
    return "\n".join([*lines, "}", ""])


def ris(report: CitedReport, place: CitedPlace | None, language: Language) -> str:
    """``TY  - RPRT`` to ``ER  - ``, each tag on a line of its own, lines ended by CR LF."""
    author, seat = _names(report, language)
    given = report.given
    pairs = [
        ("TY", "RPRT"),
        ("ID", report.key),
        ("AU", author),
        ("TI", report.title),
        ("TT", report.title_en if report.is_chinese else ""),
        ("PY", str(report.year) if report.year else ""),
        ("DA", f"{given.year:04}/{given.month:02}/{given.day:02}" if given else ""),
        ("CY", seat),
        ("PB", author),
        ("M3", _SORT[language]),
        ("LA", _CODE[report.language]),
        ("AN", report.id),
        ("N1", _note(report, place, language, urn=False)),
    ]
    lines = [f"{tag}  - {words}" for tag, value in pairs if (words := plain(value))]
    return "\r\n".join([*lines, "ER  - ", ""])


def csl(report: CitedReport, place: CitedPlace | None, language: Language) -> str:
    """A list of one item in CSL-JSON, of the type ``report``."""
    return json.dumps([csl_item(report, place, language)], ensure_ascii=False, indent=2) + "\n"


def csl_item(report: CitedReport, place: CitedPlace | None, language: Language) -> dict[str, object]:
    """The item; every name in it is one of the CSL schema. What that has no name for stands in ``custom``."""
    author, seat = _names(report, language)
    given = report.given
    # A report that was given on another day than in its year is cited by its year.
    dated = given is not None and given.year == report.year
    parts = [given.year, given.month, given.day] if given is not None and dated else [report.year]
    custom: dict[str, object] = {"urn": report.id}
    for name, value in (("file", report.file), ("title-en", report.title_en if report.is_chinese else "")):
        if value:
            custom[name] = plain(value)
    if place is not None:
        custom["paragraph"] = place.paragraph
        if place.page:
            custom["page"] = place.page
        custom["line"] = place.line + 1
    item: dict[str, object] = {
        "id": report.key,
        "type": "report",
        "title": plain(report.title),
        "author": [{"literal": author}] if author else [],
        "issued": {"date-parts": [parts]} if report.year else {},
        "publisher": author,
        "publisher-place": seat,
        "event-title": plain(report.occasion),
        "genre": _SORT[language],
        "language": _CODE[report.language],
        "note": _note(report, place, language),
        "custom": custom,
    }
    return {name: value for name, value in item.items() if value}


def _names(report: CitedReport, language: Language) -> tuple[str, str]:
    """Body and seat: in English for English readers where known, else as written."""
    if language is Language.EN and report.author_en:
        return plain(report.author_en), plain(report.seat_en)
    return plain(report.author), plain(report.seat)


def _note(report: CitedReport, place: CitedPlace | None, language: Language, *, urn: bool = True) -> str:
    chinese = language is Language.ZH
    parts = []
    if place is not None:
        if place.page:
            parts.append(f"第{place.page}页" if chinese else f"p. {place.page}")
        parts.append(f"第{place.paragraph}段" if chinese else f"para. {place.paragraph}")
    if report.speaker:
        speaker = plain(report.speaker)
        parts.append(f"报告人：{speaker}" if chinese else f"delivered by {speaker}")
    if report.file:
        parts.append(f"文件：{plain(report.file)}" if chinese else f"file: {plain(report.file)}")
    if urn:
        parts.append(report.id)
    return ("；" if chinese else "; ").join(parts)


def _tex(text: str) -> str:
    return plain(text).translate(_TEX)
