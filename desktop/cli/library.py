"""``report-reader library``: the reports that the reader knows, what is said about them, and all of it as one file."""

from __future__ import annotations

import argparse
from collections.abc import Generator
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from desktop.cli.commands import UsageError
from desktop.cli.output import JsonValue, Progress, show, show_json, table, tell
from desktop.services import Services, build_services
from desktop.shelves import change_said, library_entries
from index.errors import ReaderError
from index.shelving import Entry, Filed, Sort, State, Wanted
from index.shelving.filed import names_of
from index.shelving.level import LEVELS

_REASONS = {
    "text": "the same words",
    "near": "nearly the same text",
    "place and year": "the same place and year",
}
ACTIONS = ("list", "set", "forget", "same", "export", "import")
_T = TypeVar("_T")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The command's arguments."""
    parser.add_argument(
        "action", nargs="?", choices=ACTIONS, default="list",
        help="list reports (the default), set what is said about one, forget one, list those that are there twice, "
        "export the whole library to one file, import such a file",
    )  # fmt: skip
    parser.add_argument(
        "target",
        nargs="?",
        metavar="WHAT",
        help="a report (the beginning of its id, its title or file), or a file",
    )
    narrow = parser.add_argument_group("list, export: only reports with")
    narrow.add_argument(
        "--search", metavar="WORDS", default="", help="these words in title, place, tags or file name"
    )
    for name, what in (("place", "this place"), ("tag", "this tag"), ("shelf", "on this shelf")):
        narrow.add_argument(f"--{name}", action="append", metavar="NAME", default=[], help=what)
    narrow.add_argument("--year", action="append", type=int, metavar="YEAR", default=[], help="of this year")
    narrow.add_argument(
        "--level", action="append", choices=LEVELS, default=[], help="of this level of government"
    )
    narrow.add_argument(
        "--state", action="append", choices=[str(s) for s in State], default=[], help="as far as this"
    )
    parser.add_argument(
        "--sort", choices=[str(s) for s in Sort], default="opened", help="the last opened first, or by this"
    )
    said = parser.add_argument_group("set: say that it has")
    for name, what in (
        ("title", "this title"), ("as-place", "this place"), ("as-year", "this year"), ("date", "this date"),
        ("speaker", "this speaker"), ("tags", "these tags, between commas"), ("shelves", "these shelves, between commas"),
    ):  # fmt: skip
        said.add_argument(
            f"--{name}", metavar="WORDS", help=f"{what}; empty words: what the reader recognises"
        )
    said.add_argument("--as-level", choices=("", *LEVELS), help="this level")
    said.add_argument("--as-state", choices=[str(s) for s in State], help="unread, reading or read")
    parser.add_argument("--json", action="store_true", help="one JSON object a line")


def run(arguments: argparse.Namespace) -> int:
    """Do it."""
    services = build_services(arguments.data_dir)
    try:
        code = _ACTIONS[arguments.action](services, arguments)
        notice = services.library().notice
        if notice is not None:
            tell(str(notice))
        return code
    finally:
        services.close()


def _wanted(arguments: argparse.Namespace) -> Wanted:
    return Wanted(
        words=arguments.search,
        places=frozenset(arguments.place),
        years=frozenset(arguments.year),
        levels=frozenset(arguments.level),
        states=frozenset(arguments.state),
        tags=frozenset(arguments.tag),
        shelves=frozenset(arguments.shelf),
        sort=Sort(arguments.sort),
    )


def _record(entry: Entry) -> dict[str, JsonValue]:
    known, filed = entry.known, entry.filed
    return {
        "id": known.id, "title": entry.title, "place": entry.place, "year": entry.year, "level": entry.level,
        "date": filed.date, "speaker": filed.speaker, "tags": list(filed.tags), "shelves": list(filed.shelves),
        "state": str(filed.state), "notes": entry.notes, "language": str(known.language), "path": known.path,
        "found": known.found,
    }  # fmt: skip


def _list(services: Services, arguments: argparse.Namespace) -> int:
    all_ = library_entries(services)
    found = _wanted(arguments).of(all_)
    if arguments.json:
        for entry in found:
            show_json(_record(entry))
        return 0
    if not all_:
        show("The library is empty; add reports with: report-reader import FILE...")
        return 0
    if not found:
        show("No report is like that.")
        return 0
    rows = [
        (
            entry.title,
            entry.place,
            str(entry.year or ""),
            ", ".join((*entry.filed.tags, *(f"[{shelf}]" for shelf in entry.filed.shelves))),
            entry.known.path if entry.known.found else f"{entry.known.path} (not there now)",
        )
        for entry in found
    ]
    head = ("Report", "Place", "Year", "Tags", "File")
    columns = [n for n in range(len(head)) if head[n] != "Tags" or any(row[n] for row in rows)]
    lines = table([head[n] for n in columns], [[row[n] for n in columns] for row in rows])
    for line in lines:
        show(line)
    return 0


def _one(services: Services, arguments: argparse.Namespace) -> Entry:
    """The report that is meant: by the beginning of its id, its title, or its file."""
    target = arguments.target
    if not target:
        raise UsageError("name a report: the beginning of its id, its title, or its file")
    all_ = library_entries(services)
    path = str(Path(target).absolute())
    found = [e for e in all_ if e.known.path == path or target in (e.title, Path(e.known.path).name)]
    found = found or [e for e in all_ if len(target) >= 6 and e.known.id.startswith(target)]
    if len(found) != 1:
        raise UsageError(
            f"{'no' if not found else 'more than one'} report of the library is meant by {target}"
        )
    return found[0]


def _set(services: Services, arguments: argparse.Namespace) -> int:
    entry = _one(services, arguments)
    plain = {
        "title": arguments.title, "place": arguments.as_place, "year": arguments.as_year, "date": arguments.date,
        "speaker": arguments.speaker, "level": arguments.as_level,
    }  # fmt: skip
    said: dict[str, object] = {name: words.strip() for name, words in plain.items() if words is not None}
    if arguments.tags is not None:
        said["tags"] = names_of(arguments.tags)
    if arguments.shelves is not None:
        said["shelves"] = names_of(arguments.shelves)
    if arguments.as_state:
        said["state"] = State(arguments.as_state)
    year = said.get("year")
    if year and not (str(year).isascii() and str(year).isdigit()):
        raise UsageError(f"{year} is no year")
    if not said:
        raise UsageError("say what the report has, e.g. --tags 海洋,科技 or --as-state read")
    filed: Filed = replace(entry.filed, **said)  # type: ignore[arg-type]  # the names are those of its fields
    change_said(services, {entry.known.id: filed}, {entry.known.id: entry.known.title}).redo()
    if arguments.json:
        show_json(_record(replace(entry, filed=filed)))
    else:
        show(f"{filed.title or entry.known.title}: kept")
    return 0


def _forget(services: Services, arguments: argparse.Namespace) -> int:
    entry = _one(services, arguments)
    services.library().forget_report(entry.known.id)
    show(f"{entry.title} is no longer in the library; its file and your notes stay")
    return 0


def _same(services: Services, arguments: argparse.Namespace) -> int:
    """Reports that may be one, whatever they are called: each text is read, and compared with all others."""
    from index.readers import open_report
    from index.shelving.duplicates import fingerprint, twins

    all_ = {entry.known.id: entry for entry in library_entries(services)}
    prints = {}
    for key, entry in all_.items():
        try:
            prints[key] = fingerprint(open_report(entry.known.path).text)
        except ReaderError as error:
            tell(str(error))
    for pair in twins(all_.values(), prints):
        first, second = all_[pair.first], all_[pair.second]
        if arguments.json:
            records = [_record(first), _record(second)]
            show_json({"reason": str(pair.reason), "shared": round(pair.shared, 3), "reports": records})
            continue
        show(f"{_REASONS[pair.reason]}, {pair.shared:.0%} of the text in common")
        for entry in (first, second):
            show(f"  {entry.known.id[:12]}  {entry.title}  {entry.known.path}")
    return 0


def _export(services: Services, arguments: argparse.Namespace) -> int:
    from index.shelving.bundle import write_bundle

    if not arguments.target:
        raise UsageError("name the file to write, e.g. library.rrlib")
    reports = [entry.known for entry in _wanted(arguments).of(library_entries(services))]
    store = services.annotations() if services.has_annotations else None
    done = _through(write_bundle(Path(arguments.target), reports, store), "packed")
    for line in done.left_out:
        tell(f"left out: {line}")
    show(f"{done.reports} reports and {done.items} items of your own work are in {arguments.target}")
    return 1 if done.left_out else 0


def _import(services: Services, arguments: argparse.Namespace) -> int:
    from index.shelving.bundle import take_bundle

    if not arguments.target:
        raise UsageError("name the file to take in")
    steps = take_bundle(
        Path(arguments.target), services.data_folder / "reports", services.library(), services.annotations()
    )
    done = _through(steps, "taken in")
    show(
        f"{done.reports} reports are new, {done.known} were known; {done.items} items of your own work were taken in"
    )
    return 0


def _through(steps: Generator[tuple[int, int], None, _T], what: str) -> _T:
    progress = None
    try:
        while True:
            done, total = next(steps)
            progress = progress or Progress(what, total)
            progress.advance(done)
    except StopIteration as end:
        result: _T = end.value
        return result


_ACTIONS = {
    "list": _list,
    "set": _set,
    "forget": _forget,
    "same": _same,
    "export": _export,
    "import": _import,
}
