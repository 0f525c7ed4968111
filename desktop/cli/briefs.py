"""``report-reader brief``: what the user's briefs are, what is in them, and writing one as a file."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from desktop.cli.commands import UsageError
from desktop.cli.output import JsonValue, show, show_json, table, tell, write_output
from desktop.export.brief import FORMATS, render_brief
from desktop.quoting import quote_of, translated
from desktop.services import Services, build_services
from index.briefs import Brief, Heading, Note, Quote, Shelf
from index.errors import DamagedModel, MissingModel, UnknownBrief
from index.report import Language, Report

if TYPE_CHECKING:
    from index.search import Passage

_DAY: Final = 10
_ID: Final = 8


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The command's arguments."""
    what = parser.add_subparsers(dest="what", metavar="ACTION")
    listing = what.add_parser("list", help="list the briefs (the default)")
    listing.add_argument("--json", action="store_true", help="one JSON object a line")
    showing = what.add_parser("show", help="show what is in a brief")
    showing.add_argument("name", metavar="NAME", help="its title, or the beginning of its id")
    showing.add_argument("--json", action="store_true", help="one JSON object an entry")
    export = what.add_parser("export", help="write a brief as a file")
    export.add_argument("name", metavar="NAME", help="its title, or the beginning of its id")
    export.add_argument(
        "--format", choices=FORMATS, help="docx, html or md; else what FILE ends with, else md"
    )
    export.add_argument("--output", metavar="FILE", help="write to this file; without it, to standard output")
    export.add_argument(
        "--language", choices=("en", "zh"), default="en", help="of the frame around the passages (en)"
    )
    for action in (listing, showing, export):
        # SUPPRESS leaves alone what was given before the action.
        action.add_argument("--data-dir", type=Path, default=argparse.SUPPRESS, help=argparse.SUPPRESS)


def run(arguments: argparse.Namespace) -> int:
    """List, show or export."""
    services = build_services(arguments.data_dir)
    try:
        briefs = Shelf(services.annotations()).briefs() if services.has_annotations else ()
        if services.annotations_notice is not None:
            tell(str(services.annotations_notice))
        if arguments.what in (None, "list"):
            _list(briefs, as_json=bool(getattr(arguments, "json", False)))
            return 0
        brief = find_brief(services, arguments.name)
    finally:
        services.close()
    if arguments.what == "show":
        _show(brief, as_json=arguments.json)
        return 0
    return _export(brief, arguments.format, arguments.output, Language(arguments.language))


def find_brief(services: Services, name: str) -> Brief:
    """The brief with this title, or whose id begins so. Raises UnknownBrief where there is none, or more than one."""
    found = Shelf(services.annotations()).named(name) if services.has_annotations else ()
    if len(found) != 1:
        ids = ", ".join(brief.id[:_ID] for brief in found)
        reason = f"several have this title, use the id: {ids}" if found else "there is none with this title"
        raise UnknownBrief(name, reason)
    return found[0]


def add_to_brief(
    services: Services, name: str, passages: Sequence[Passage], reports: Mapping[str, Report]
) -> int:
    """Add search hits to the brief ``name``, which is made where there is none; gives how many were added.

    What is in the brief already is left out. ``reports`` holds the reports by their ids. Passages come with their
    English where it is known or can be made. Raises UnknownBrief and UnwritableFolder.
    """
    shelf = Shelf(services.annotations())
    found = shelf.named(name)
    if len(found) > 1:
        find_brief(services, name)
    here = {(q.report_key, q.source) for q in found[0].quotes} if found else set()
    quotes = [quote_of(passage, reports.get(passage.report_id)) for passage in passages]
    new: Sequence[Quote] = [q for q in quotes if (q.report_key, q.source) not in here]
    try:
        new = translated(services, new)
    except (MissingModel, DamagedModel) as error:
        tell(f"the passages are added without a translation: {error}")
    if new:
        (shelf.add(found[0], new) if found else shelf.create(name.strip(), new)).redo()
    return len(new)


def _list(briefs: Sequence[Brief], *, as_json: bool) -> None:
    if as_json:
        for brief in briefs:
            show_json(
                {
                    "id": brief.id, "title": brief.title, "passages": len(brief.quotes),
                    "reports": brief.report_count, "entries": len(brief.entries), "created": brief.created,
                    "changed": brief.modified,
                }
            )  # fmt: skip
        return
    if not briefs:
        show("There is no brief yet.")
        return
    rows = [(b.title, str(len(b.quotes)), str(b.report_count), b.modified[:_DAY], b.id[:_ID]) for b in briefs]
    for line in table(("Title", "Passages", "Reports", "Changed", "Id"), rows, frozenset({1, 2})):
        show(line)


def _show(brief: Brief, *, as_json: bool) -> None:
    if as_json:
        for n, entry in enumerate(brief.entries, start=1):
            show_json(_record(n, entry))
        return
    sys.stdout.write(render_brief(brief, "md", Language.EN).decode("utf-8"))
    if brief.skipped:
        tell(f"{brief.skipped} entries cannot be shown by this version; they are kept")


def _record(n: int, entry: Heading | Note | Quote) -> dict[str, JsonValue]:
    if not isinstance(entry, Quote):
        kind = "heading" if isinstance(entry, Heading) else "note"
        return {"number": n, "type": kind, "text": entry.text}
    return {
        "number": n,
        "type": "quote",
        "text": entry.source,
        "translation": entry.target,
        "engine": entry.engine,
        "warning": entry.warning,
        "remark": entry.remark,
        "report": entry.title,
        "year": entry.year,
        "section": " › ".join(entry.sections),
        "paragraph": entry.paragraph,
        "line": entry.line,
        "path": entry.path,
    }


def _export(brief: Brief, form: str | None, output: str | None, language: Language) -> int:
    ending = Path(output).suffix.removeprefix(".").lower() if output else ""
    form = form or (ending if ending in FORMATS else "md")
    if form == "docx" and output in (None, "-") and sys.stdout.isatty():
        raise UsageError("a Word document cannot be shown in a terminal; give it a file with --output")
    write_output(output, render_brief(brief, form, language))
    return 0
