"""``report-reader library``: the reports that the reader knows."""

from __future__ import annotations

import argparse

from desktop.cli.output import show, show_json, table, tell
from desktop.services import build_services


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The command's arguments."""
    parser.add_argument("--json", action="store_true", help="one JSON object a line")


def run(arguments: argparse.Namespace) -> int:
    """List them."""
    services = build_services(arguments.data_dir)
    try:
        library = services.library()
        known = library.reports()
        if library.notice is not None:
            tell(str(library.notice))
    finally:
        services.close()
    if arguments.json:
        for report in known:
            show_json(
                {
                    "id": report.id,
                    "title": report.title,
                    "place": report.place,
                    "year": report.year,
                    "path": report.path,
                    "found": report.found,
                }
            )
        return 0
    if not known:
        show("The library is empty; add reports with: report-reader import FILE...")
        return 0
    rows = [
        (
            r.title,
            r.place,
            str(r.year or ""),
            r.path if r.found else f"{r.path} (not there now)",
        )
        for r in known
    ]
    for line in table(("Report", "Place", "Year", "File"), rows):
        show(line)
    return 0
