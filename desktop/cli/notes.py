"""``report-reader notes``: list the user's notes, write them as a file, take in those of a file."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from desktop.cli.commands import UsageError
from desktop.cli.output import shorten, show, show_json, table, tell, write_output
from desktop.export.notes import FORMATS, render_notes
from desktop.services import Services, build_services
from index.notes import Note, NoteShelf
from index.report import Language

if TYPE_CHECKING:
    from index.report import Report

_DAY: Final = 10
_SHOWN: Final = 40


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The command's arguments."""
    what = parser.add_subparsers(dest="what", metavar="ACTION")
    listing = what.add_parser("list", help="list the notes (the default)")
    listing.add_argument("--json", action="store_true", help="one JSON object a line")
    export = what.add_parser("export", help="write the notes as a file")
    export.add_argument(
        "--format", choices=FORMATS, help="docx, md, csv or jsonld; else what FILE ends with, else md"
    )
    export.add_argument("--output", metavar="FILE", help="write to this file; without it, to standard output")
    export.add_argument(
        "--language", choices=("en", "zh"), default="en", help="of the frame around the notes (en)"
    )
    for action in (listing, export):
        action.add_argument(
            "--report", metavar="WORDS", default="", help="only of reports with these words in the title"
        )
        action.add_argument("--tag", metavar="TAG", default="", help="only those with this tag")
    taking = what.add_parser("import", help="take in W3C annotations (JSON-LD)")
    taking.add_argument("file", metavar="FILE", type=Path)
    taking.add_argument(
        "--report", metavar="FILE", dest="open", help="the report that annotations without one are of"
    )
    for action in (listing, export, taking):
        # SUPPRESS leaves alone what was given before the action.
        action.add_argument("--data-dir", type=Path, default=argparse.SUPPRESS, help=argparse.SUPPRESS)


def run(arguments: argparse.Namespace) -> int:
    """List, export or import."""
    services = build_services(arguments.data_dir)
    try:
        if arguments.what == "import":
            return _import(services, arguments.file, arguments.open)
        notes = NoteShelf(services.annotations()).notes() if services.has_annotations else ()
        if services.annotations_notice is not None:
            tell(str(services.annotations_notice))
    finally:
        services.close()
    words, tag = getattr(arguments, "report", ""), getattr(arguments, "tag", "")
    chosen = [n for n in notes if words in n.title and (not tag or tag in n.tags)]
    chosen.sort(key=lambda n: (n.title, n.place, n.year or 0, n.anchor.start))
    if arguments.what == "export":
        return _export(chosen, arguments.format, arguments.output, Language(arguments.language))
    _list(chosen, as_json=bool(getattr(arguments, "json", False)))
    return 0


def _list(notes: Sequence[Note], *, as_json: bool) -> None:
    if as_json:
        for note in notes:
            show_json(
                {
                    "id": note.id, "report": note.title, "place": note.place, "year": note.year,
                    "section": " › ".join(note.sections), "paragraph": note.paragraph, "line": note.line,
                    "quote": note.anchor.quote, "translation": note.translation, "comment": note.comment,
                    "tags": list(note.tags), "colour": str(note.colour), "look": str(note.look),
                    "created": note.created, "modified": note.modified,
                }
            )  # fmt: skip
        return
    if not notes:
        show("There are no notes.")
        return
    rows = [
        (
            n.title,
            str(n.paragraph or ""),
            _line(n.anchor.quote),
            _line(n.comment),
            ", ".join(n.tags),
            n.created[:_DAY],
        )
        for n in notes
    ]
    for line in table(("Report", "¶", "Words", "Note", "Tags", "Made"), rows, frozenset({1})):
        show(line)


def _line(text: str) -> str:
    return shorten(" ".join(text.split()), _SHOWN)


def _export(notes: Sequence[Note], form: str | None, output: str | None, language: Language) -> int:
    ending = Path(output).suffix.removeprefix(".").lower() if output else ""
    form = form or (ending if ending in FORMATS else "jsonld" if ending == "json" else "md")
    if form == "docx" and output in (None, "-") and sys.stdout.isatty():
        raise UsageError("a Word document cannot be shown in a terminal; give it a file with --output")
    write_output(output, render_notes(notes, form, language))
    return 0


def _import(services: Services, path: Path, report_path: str | None) -> int:
    from desktop.notes.incoming import incoming

    report: Report | None = None
    if report_path:
        from index.readers import open_report

        report = open_report(report_path)
    found = incoming(services, path, report)
    if found.new:
        NoteShelf(services.annotations()).add(found.new).redo()
    left = f"; {found.left_out} quote no words and were left out" if found.left_out else ""
    show(f"{len(found.new)} notes were taken in, {found.known} were here already{left}.")
    return 0
