"""``report-reader pair``: a report and its official translation, set side by side sentence by sentence."""

from __future__ import annotations

import argparse

from desktop.cli.output import show, show_json, tell
from desktop.pairs import Paired, pairing
from desktop.services import Services, build_services

FILES = ("first", "second")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The command's arguments."""
    parser.add_argument("first", metavar="FILE", help="a report, in Chinese or in English")
    parser.add_argument("second", metavar="TRANSLATION", help="the same in the other language")
    parser.add_argument("--dry-run", action="store_true", help="only show the pairs; nothing is kept")
    parser.add_argument(
        "--json", action="store_true", help="one JSON object a line: Chinese, English, how sure they are"
    )


def run(arguments: argparse.Namespace) -> int:
    """Align, show, keep."""
    services = build_services(arguments.data_dir)
    try:
        paired = _paired(services, arguments)
        notice = services.annotations_notice if not arguments.dry_run else None
    finally:
        services.close()
    for pair in paired.pairs if arguments.json else ():
        show_json(
            {"zh": pair.chinese, "en": pair.english, "sure": round(pair.sure, 3), "kept": pair.one_to_many}
        )
    said = f"{paired.used} of {paired.sentences} sentences have their official translation"
    if arguments.json:
        tell(said)
    else:
        show(said)
        if not arguments.dry_run:
            show(
                f'they come before the machine\'s; to undo this: report-reader memory remove "{paired.name}"'
            )
    if notice is not None:
        tell(str(notice))
    return 0 if paired.pairs else 1


def _paired(services: Services, arguments: argparse.Namespace) -> Paired:
    work = pairing(services, arguments.first, arguments.second, keep=not arguments.dry_run)
    try:
        while True:
            next(work)
    except StopIteration as end:
        result: Paired = end.value
        return result
