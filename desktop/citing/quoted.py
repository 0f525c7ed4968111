"""A quotation in one language or in both, with its citation below, as plain text and as HTML. No Qt."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Final, NamedTuple

from index.citing import Style, as_html, cite_report
from index.report import Language

if TYPE_CHECKING:
    from index.citing.model import CitedPlace, CitedReport

_MARKS: Final = {Language.ZH: ("“", "”"), Language.EN: ("“", "”")}
_NESTED: Final = {Language.ZH: ("‘", "’"), Language.EN: ("‘", "’")}


class Quote(NamedTuple):
    """Words in a language; ``remark`` says who translated them, where somebody did."""

    words: str
    language: Language
    remark: str = ""


class Copied(NamedTuple):
    """What goes on the clipboard."""

    plain: str
    html: str


def quoted(quote: Quote) -> str:
    """The words in quotation marks; those within become single ones, as both languages have it."""
    opening, closing = _MARKS[quote.language]
    inner, outer = _NESTED[quote.language]
    words = quote.words.strip().replace(opening, inner).replace(closing, outer)
    return f"{opening}{words}{closing}" + (f" {quote.remark}" if quote.remark else "")


def with_citation(
    quotes: tuple[Quote, ...], report: CitedReport, place: CitedPlace, style: Style, language: Language
) -> Copied:
    """The quotations, each a paragraph, and the citation below them."""
    lines = [quoted(quote) for quote in quotes]
    citation = cite_report(report, place, style, language).rstrip("\n")
    html = "".join(
        f'<p lang="{quote.language}">{escape(line)}</p>' for quote, line in zip(quotes, lines, strict=True)
    )
    return Copied("\n".join((*lines, citation)), html + as_html(report, place, style, language))


def together(quotes: tuple[Quote, ...]) -> Copied:
    """The words in all languages, without marks and without a source."""
    html = "".join(f'<p lang="{quote.language}">{escape(quote.words)}</p>' for quote in quotes)
    return Copied("\n".join(quote.words for quote in quotes), html)
