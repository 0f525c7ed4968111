"""``report-reader memory``: the pairs that translations are taken from, as corrected in the window or imported."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.cli.commands import UsageError
from desktop.cli.output import Progress, shorten, show, show_json, table, tell
from desktop.services import Services, build_services
from index.readers import open_report

if TYPE_CHECKING:
    from desktop.memories import TakenIn
    from index.report import Report
    from models.memory import Entry
    from models.translation import Translation

FILES = ("report",)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The command's arguments."""
    actions = parser.add_subparsers(dest="action", metavar="ACTION")
    listing = actions.add_parser("list", help="the pairs of the memory (the default)")
    listing.add_argument("--json", action="store_true", help="one JSON object a line")
    importing = actions.add_parser("import", help="take the pairs of a TMX file in")
    importing.add_argument("file", metavar="FILE", type=Path, help="a translation memory in TMX 1.4")
    exporting = actions.add_parser("export", help="write your corrections, or the pairs of a report, as TMX")
    exporting.add_argument("file", metavar="FILE", type=Path, help="the TMX file to write")
    exporting.add_argument(
        "--encoding", metavar="NAME", default=argparse.SUPPRESS, help="how the report is encoded"
    )
    what = exporting.add_mutually_exclusive_group()
    what.add_argument("--report", metavar="FILE", help="the sentences of this report with their translations")
    what.add_argument("--all", action="store_true", help="your corrections and the imported pairs")
    removing = actions.add_parser("remove", help="take the pairs of an imported file out")
    removing.add_argument("name", metavar="NAME", help="the name of the file that the list shows")
    for action in (listing, importing, exporting, removing):
        # SUPPRESS leaves alone what was given before the action.
        action.add_argument("--data-dir", type=Path, default=argparse.SUPPRESS, help=argparse.SUPPRESS)


def run(arguments: argparse.Namespace) -> int:
    """Do what the action says."""
    services = build_services(arguments.data_dir)
    try:
        if arguments.action == "import":
            status = _import(services, arguments.file)
        elif arguments.action == "export":
            status = _export(services, arguments)
        elif arguments.action == "remove":
            status = _remove(services, arguments.name)
        else:
            status = _list(services, as_json=bool(getattr(arguments, "json", False)))
        notice = services.annotations_notice
        if notice is not None:
            tell(str(notice))
            return 1 if arguments.action in ("import", "remove") else status
        return status
    finally:
        services.close()


def _import(services: Services, path: Path) -> int:
    steps = services.memories().take_in_steps(path)
    progress = Progress("read, in percent", 100)
    while True:
        try:
            done, _ = next(steps)
        except StopIteration as end:
            progress.advance(100)
            taken: TakenIn = end.value
            break
        progress.advance(min(done, 99))
    show(f"{taken.added} pairs imported from {path.name}")
    if taken.known:
        tell(f"{taken.known} pairs were known already")
    skipped = taken.skipped
    for count, why in (
        (skipped.without_both_languages, "not in both Chinese and English"),
        (skipped.empty, "empty"),
        (skipped.too_long, "too long"),
        (skipped.unreadable, "unreadable"),
    ):
        if count:
            tell(f"{count} units left out: {why}")
    return 0


def _export(services: Services, arguments: argparse.Namespace) -> int:
    from desktop.memory_export import entry_units, report_units, write_units

    if arguments.report is not None:
        report = open_report(arguments.report)
        units, language = report_units(report, _translated(services, report)), report.language
        count = write_units(arguments.file, units, language)
    else:
        entries = services.memories().memory.entries()
        count = write_units(arguments.file, entry_units(entries, with_imported=arguments.all))
    show(f"{count} pairs written to {arguments.file}")
    return 0


def _translated(services: Services, report: Report) -> dict[str, Translation]:
    from desktop.translations import translate_sentences

    sentences = [sentence.span.of(report.text) for sentence in report.sentences]
    progress = Progress("translated", len(sentences))
    done: dict[str, Translation] = {}
    steps = translate_sentences(services, report.language, report.language.other, sentences)
    for place, translation in steps:
        done[report.sentences[place].id] = translation
        progress.advance(len(done))
    return done


def _remove(services: Services, name: str) -> int:
    files = {file.name: file.entries for file in services.memories().files()}
    if name not in files:
        known = f"; there are {', '.join(files)}" if files else ""
        raise UsageError(f"no imported memory is called {name}{known}")
    services.memories().remove_file(name).redo()
    show(f"{files[name]} pairs of {name} removed")
    return 0


def _list(services: Services, *, as_json: bool) -> int:
    entries = services.memories().memory.entries()
    if as_json:
        for entry in entries:
            show_json(_record(entry))
        return 0
    if not entries:
        show("The translation memory is empty.")
        return 0
    rows = [
        (str(e.origin), e.file or "–", e.date[:10] or "–", shorten(e.source, 40), shorten(e.target, 40))
        for e in entries
    ]
    for line in table(("Origin", "File", "Date", "Source", "Translation"), rows):
        show(line)
    return 0


def _record(entry: Entry) -> dict[str, str]:
    return {
        "source": entry.source,
        "target": entry.target,
        "from": str(entry.language),
        "to": str(entry.language.other),
        "origin": str(entry.origin),
        "file": entry.file,
        "date": entry.date,
        "author": entry.author,
    }
