"""``report-reader cite``: the citation of a report, or of a place in it, in the style that is asked for."""

from __future__ import annotations

import argparse

from desktop.cli.commands import UsageError
from desktop.cli.output import show_json, write_output
from index.citing import STYLES, TEXT_STYLES, Style, cite_report, cited, place_of
from index.readers import open_report
from index.report import Language


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The command's arguments."""
    parser.add_argument("file", metavar="FILE", help="a report")
    parser.add_argument(
        "--style",
        choices=[str(style) for style in STYLES],
        default=str(Style.GB),
        help="GB/T 7714 (the default), APA, Chicago; BibTeX, RIS or CSL-JSON for reference managers",
    )
    parser.add_argument(
        "--line", metavar="N", type=int, help="cite the paragraph on this line, counted from 1"
    )
    parser.add_argument(
        "--language",
        choices=("zh", "en"),
        help="of the words around (zh for GB/T 7714 and en for all others, where it is not given)",
    )
    parser.add_argument("--output", metavar="PATH", help="write to this file")
    parser.add_argument(
        "--json", action="store_true", help="one JSON object: the citation and what it is made of"
    )


def run(arguments: argparse.Namespace) -> int:
    """Cite."""
    report = open_report(arguments.file)
    lines = len(report.line_starts)
    if arguments.line is not None and not 1 <= arguments.line <= lines:
        raise UsageError(f"there is no line {arguments.line}; the lines of this report are 1 to {lines}")
    place = None if arguments.line is None else place_of(report, report.line_starts[arguments.line - 1])
    style = Style(arguments.style)
    language = Language(arguments.language or ("zh" if style is Style.GB else "en"))
    facts = cited(report)
    words = cite_report(facts, place, style, language)
    if not arguments.json:
        write_output(arguments.output, f"{words}\n" if style in TEXT_STYLES else words)
        return 0
    show_json(
        {
            "style": str(style),
            "language": str(language),
            "citation": words,
            "id": facts.id,
            "file": facts.file,
            "title": facts.title,
            "title_en": facts.title_en,
            "author": facts.author,
            "author_en": facts.author_en,
            "speaker": facts.speaker,
            "year": facts.year,
            "date": facts.given.isoformat() if facts.given else "",
            "paragraph": place.paragraph if place else None,
            "page": place.page if place else None,
            "line": place.line + 1 if place else None,
            "section": " › ".join(place.sections) if place else "",
        }
    )
    return 0
