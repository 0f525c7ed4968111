"""``report-reader terms``: the terms of a text, with their places."""

from __future__ import annotations

import argparse
from collections import Counter
from typing import TYPE_CHECKING

from desktop.cli.output import JsonValue, shorten, show, show_json, table
from desktop.cli.translating import text_blocks
from desktop.services import build_services
from models.pinyin import has_han, pinyin

if TYPE_CHECKING:
    from models.glossary import Glossary, Term, TermHit

_COLUMN = 44

FILES = ("file",)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The command's arguments."""
    parser.add_argument("file", metavar="FILE", help="a text or a report; - is standard input")
    parser.add_argument("--json", action="store_true", help="one JSON object for each place")


def run(arguments: argparse.Namespace) -> int:
    """List them: every place as JSON, or each term once with how often it occurs."""
    services = build_services(arguments.data_dir)
    try:
        glossary = services.vocabulary.glossary()
        counted: Counter[Term] = Counter()
        for number, line in enumerate(_lines(arguments.file)):
            for hit in find_terms(glossary, line):
                counted[hit.term] += 1
                if arguments.json:
                    show_json(record(number, line, hit))
    finally:
        services.close()
    if arguments.json:
        return 0
    if not counted:
        show("No terms were found.")
        return 0
    rows = [
        (str(count), t.zh, pinyin(t.zh), shorten(t.en, _COLUMN), t.category, str(t.origin))
        for t, count in counted.most_common()
    ]
    for line in table(("Times", "Term", "Pinyin", "English", "Category", "From"), rows, frozenset((0,))):
        show(line)
    return 0


def find_terms(glossary: Glossary, line: str) -> tuple[TermHit, ...]:
    """The terms of a line in either language."""
    return glossary.find(line) if has_han(line) else glossary.find_english(line)


def record(number: int, line: str, hit: TermHit) -> dict[str, JsonValue]:
    """A place as the command prints it; lines count from 0, offsets in characters of the line."""
    term = hit.term
    found: dict[str, JsonValue] = {
        "line": number,
        "start": hit.span.start,
        "end": hit.span.end,
        "text": hit.span.of(line),
        **term_record(term),
    }
    return found


def term_record(term: Term) -> dict[str, JsonValue]:
    """A term as the commands print it."""
    return {
        "zh": term.zh,
        "pinyin": pinyin(term.zh),
        "en": term.en,
        "variants": list(term.variants),
        "alternatives": list(term.alternatives),
        "category": term.category,
        "note": term.note,
        "origin": str(term.origin),
    }


def _lines(file: str) -> list[str]:
    return [line for block in text_blocks(file) for line in block]
