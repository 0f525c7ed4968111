"""The styles of citations, and the one way to ask for them."""

from __future__ import annotations

from enum import StrEnum
from html import escape
from typing import Final

from index.citing.model import CitedPlace, CitedReport, cited, place_of
from index.citing.records import bibtex, csl, ris
from index.citing.words import Run, apa, chicago, gb
from index.report import Language, Report


class Style(StrEnum):
    """How a citation is written."""

    GB = "gb"
    APA = "apa"
    CHICAGO = "chicago"
    BIBTEX = "bibtex"
    RIS = "ris"
    CSL = "csl"


STYLES: Final = tuple(Style)
TEXT_STYLES: Final = (Style.GB, Style.APA, Style.CHICAGO)
"""Those that people read; the others are for programs."""
_WORDS: Final = {Style.GB: gb, Style.APA: apa, Style.CHICAGO: chicago}
_RECORDS: Final = {Style.BIBTEX: bibtex, Style.RIS: ris, Style.CSL: csl}


def cite(report: Report, offset: int | None, style: str, language: Language | str = Language.ZH) -> str:
    """The citation of ``report``, with the paragraph at ``offset`` (in code points) where that is not None.

    ``language`` is that of the words around: GB/T 7714 gives the entry in the report's own language, and in English
    after it where that was asked for; the English styles name the bodies in English for ``en``, as written for ``zh``.
    Words without a line end at the end; records end in one. Raises ValueError for a style that there is not.
    """
    place = None if offset is None else place_of(report, offset)
    return cite_report(cited(report), place, style, language)


def cite_report(
    report: CitedReport, place: CitedPlace | None, style: str, language: Language | str = Language.ZH
) -> str:
    """The same for a report whose facts are known."""
    chosen, tongue = Style(style), Language(language)
    if chosen in _RECORDS:
        return _RECORDS[chosen](report, place, tongue)
    return "\n".join("".join(run.text for run in line) for line in _WORDS[chosen](report, place, tongue))


def as_html(
    report: CitedReport, place: CitedPlace | None, style: str, language: Language | str = Language.ZH
) -> str:
    """A citation in words as HTML, its titles in italics where the style wants them; records as preformatted text."""
    chosen, tongue = Style(style), Language(language)
    if chosen in _RECORDS:
        return f"<pre>{escape(_RECORDS[chosen](report, place, tongue))}</pre>"
    lines = ("".join(_html(run) for run in line) for line in _WORDS[chosen](report, place, tongue))
    return "".join(f"<p>{line}</p>" for line in lines)


def _html(run: Run) -> str:
    return f"<i>{escape(run.text)}</i>" if run.italic else escape(run.text)
