"""``report-reader glossary``: the user's terms, listed, taken in from a file and written to one."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.cli.commands import UsageError
from desktop.cli.output import shorten, show, show_json, table, tell
from desktop.cli.terms import term_record
from desktop.services import Services, build_services

if TYPE_CHECKING:
    from models.glossary import Term

_COLUMN = 44
_TOLD = 10


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The command's arguments."""
    parser.add_argument("what", nargs="?", choices=("list", "import", "export"), default="list")
    parser.add_argument("file", nargs="?", metavar="FILE", type=Path, help="a CSV, TSV or TBX file")
    parser.add_argument("--all", action="store_true", help="the terms that come with the reader, too")
    parser.add_argument(
        "--replace", action="store_true", help="let the file win where you have other English"
    )
    parser.add_argument("--json", action="store_true", help="list one JSON object a line")


def run(arguments: argparse.Namespace) -> int:
    """List, import or export."""
    if (arguments.file is None) != (arguments.what == "list"):
        raise UsageError(
            f"glossary {arguments.what} takes no file"
            if arguments.file
            else f"glossary {arguments.what} needs a file"
        )
    services = build_services(arguments.data_dir)
    try:
        if arguments.what == "import":
            return _take_in(services, arguments.file, replacing=arguments.replace)
        vocabulary = services.vocabulary
        terms = vocabulary.glossary().terms if arguments.all else vocabulary.own_terms()
        if services.annotations_notice is not None:
            tell(str(services.annotations_notice))
        if arguments.what == "export":
            vocabulary.export(arguments.file, terms)
            show(f"{len(terms)} terms written to {arguments.file}")
            return 0
    finally:
        services.close()
    _list(terms, as_json=arguments.json)
    return 0


def _list(terms: tuple[Term, ...], *, as_json: bool) -> None:
    if as_json:
        for term in terms:
            show_json(term_record(term))
        return
    if not terms:
        show("You have no terms of your own; --all lists those that come with the reader.")
        return
    rows = [
        (t.zh, shorten(" | ".join(t.english), _COLUMN), t.category, str(t.origin), shorten(t.note, _COLUMN))
        for t in terms
    ]
    for line in table(("Term", "English", "Category", "From", "Note"), rows):
        show(line)


def _take_in(services: Services, path: Path, *, replacing: bool) -> int:
    vocabulary = services.vocabulary
    file = vocabulary.read(path)
    done = vocabulary.take_in(file, replacing=replacing)
    if services.annotations_notice is not None:
        tell(str(services.annotations_notice))
        return 1
    show(f"{done.added} terms added, {done.replaced} replaced, {done.known} known already")
    if done.kept:
        tell(f"left as you have them, with other words: {done.kept} (--replace lets the file win)")
    if file.repeated:
        tell(f"repeated in the file: {file.repeated}")
    if file.conflicts:
        shown = ", ".join(file.conflicts[:_TOLD]) + (" …" if len(file.conflicts) > _TOLD else "")
        tell(f"with more than one English in the file, all of which is kept: {len(file.conflicts)} ({shown})")
    for problem in file.problems[:_TOLD]:
        tell(f"line {problem.line} left out: {problem.reason}")
    if len(file.problems) > _TOLD:
        tell(f"more lines left out: {len(file.problems) - _TOLD}")
    return 0
