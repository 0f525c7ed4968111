"""``report-reader dictionary``: dictionaries in CC-CEDICT format, and looking words up in them."""

from __future__ import annotations

import argparse
from pathlib import Path

from desktop.cli.commands import UsageError
from desktop.cli.output import Progress, show, table, tell
from desktop.services import build_services
from models.dictionary import Dictionaries
from models.pinyin import pinyin

_ACTIONS = ("list", "add", "remove", "look-up")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The command's arguments."""
    parser.add_argument("what", nargs="?", choices=_ACTIONS, default="list")
    parser.add_argument(
        "value", nargs="?", metavar="FILE|NAME|TEXT", help="a .u8 file, a name of the list, Chinese text"
    )


def run(arguments: argparse.Namespace) -> int:
    """List, add, remove or look up."""
    if (arguments.value is None) != (arguments.what == "list"):
        raise UsageError("dictionary list takes nothing more; add, remove and look-up need one thing each")
    services = build_services(arguments.data_dir)
    try:
        dictionaries = services.vocabulary.dictionaries()
        for notice in dictionaries.notices:
            tell(str(notice))
        match arguments.what:
            case "add":
                return _add(dictionaries, Path(arguments.value))
            case "remove":
                return _remove(dictionaries, arguments.value)
            case "look-up":
                return _look_up(dictionaries, arguments.value)
        _list(dictionaries)
        return 0
    finally:
        services.close()


def _list(dictionaries: Dictionaries) -> None:
    if not dictionaries.all:
        show("No dictionary was added; add one in CC-CEDICT format with: report-reader dictionary add FILE")
        return
    rows = [(d.name, d.title, f"{d.count:,}", d.date, d.licence) for d in dictionaries.all]
    for line in table(("Name", "Dictionary", "Entries", "Date", "Licence"), rows, frozenset((2,))):
        show(line)


def _add(dictionaries: Dictionaries, path: Path) -> int:
    progress = Progress("entries", 0)
    work = dictionaries.add_steps(path)
    while True:
        try:
            done, _ = next(work)
        except StopIteration as end:
            made = end.value
            show(f"{made.title} added as {made.name}, {made.count:,} entries")
            return 0
        progress.advance(done)


def _remove(dictionaries: Dictionaries, name: str) -> int:
    if not dictionaries.remove(name):
        tell(f"there is no dictionary {name}")
        return 1
    show(f"{name} removed")
    return 0


def _look_up(dictionaries: Dictionaries, text: str) -> int:
    at = 0
    while at < len(text):
        found = dictionaries.longest_from(text, at)
        if found is None:
            reading = pinyin(text[at])
            if reading:
                show(f"{text[at]}  {reading}")
            at += 1
            continue
        for entry in found.entries:
            both = "" if entry.traditional == entry.simplified else f" {entry.traditional}"
            show(f"{entry.simplified}{both}  {entry.pinyin}  {'; '.join(entry.glosses)}")
        at += len(found.word)
    return 0
