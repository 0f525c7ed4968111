"""``report-reader corrections``: what the user has put right in the figures of a report."""

from __future__ import annotations

import argparse
from pathlib import Path

from desktop.cli.output import shorten, show, table, tell, write_output
from desktop.corrections import Corrections
from desktop.services import build_services
from index.indicators.correction_files import to_document
from index.readers import open_report

FILES = ("file",)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The command's arguments."""
    parser.add_argument("file", metavar="FILE", help="a report")
    what = parser.add_mutually_exclusive_group()
    what.add_argument(
        "--export", metavar="PATH", help="write the corrections to this JSON file (- for the output)"
    )
    what.add_argument(
        "--import", metavar="PATH", dest="take_in", type=Path, help="add the corrections of this file"
    )


def run(arguments: argparse.Namespace) -> int:
    """List them, or write them, or take some in."""
    services = build_services(arguments.data_dir)
    try:
        report = open_report(arguments.file)
        corrections = Corrections(services, report)
        if arguments.take_in is not None:
            added = corrections.take_in(arguments.take_in)
            if services.annotations_notice is not None:
                tell(str(services.annotations_notice))
                return 1
            show(f"{added} corrections added to {report.title}")
            return 0
        found = corrections.all()
        if services.annotations_notice is not None:
            tell(str(services.annotations_notice))
    finally:
        services.close()
    if arguments.export is not None:
        output = None if arguments.export == "-" else arguments.export
        write_output(output, to_document(report, found))
        return 0
    if not found:
        show("Nothing was corrected in this report.")
        return 0
    rows = [
        (
            str(c.action),
            c.anchor.quote,
            shorten(", ".join(f"{name} {value}" for name, value in c.fields.items()), 60),
        )
        for c in found
    ]
    for line in table(("Action", "Words", "Now"), rows):
        show(line)
    return 0
