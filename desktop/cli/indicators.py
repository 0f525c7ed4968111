"""``report-reader indicators``: the figures of a report, as a table or for other programs."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from desktop.cli.commands import UsageError
from desktop.cli.output import shorten, show, table, tell, write_output
from desktop.services import build_services
from index.indicators import Indicator, extract, to_csv, to_json_lines
from index.indicators.correction_files import read_corrections
from index.indicators.corrections import apply
from index.indicators.records import xlsx_bytes
from index.readers import open_report

FILES = ("file",)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The command's arguments."""
    parser.add_argument("file", metavar="FILE", help="a report")
    parser.add_argument(
        "--format",
        choices=("table", "json", "csv", "xlsx"),
        default="table",
        help="a table to read (the default), JSON lines, CSV, or an Excel workbook",
    )
    parser.add_argument("--output", metavar="PATH", help="write to this file")
    parser.add_argument(
        "--corrections",
        metavar="PATH",
        type=Path,
        help="apply the corrections of this file, after those kept",
    )
    parser.add_argument("--as-found", action="store_true", help="leave all corrections out")


def run(arguments: argparse.Namespace) -> int:
    """Extract and show."""
    if arguments.format == "xlsx" and arguments.output is None and sys.stdout.isatty():
        raise UsageError("an Excel workbook needs a file: --output PATH")
    services = build_services(arguments.data_dir)
    try:
        report = open_report(arguments.file)
        corrections = () if arguments.as_found else services.corrections(report)
        if arguments.corrections is not None:
            corrections = (*corrections, *read_corrections(arguments.corrections))
        found = extract(report)
        done = apply(report, found, corrections) if corrections else None
        indicators = done.indicators if done else found
    finally:
        services.close()
    if done and done.unplaced:
        tell(
            f"{len(done.unplaced)} of {len(corrections)} corrections are about words that are not in {arguments.file}"
        )
    output = None if arguments.output == "-" else arguments.output
    if arguments.format == "xlsx":
        write_output(output, xlsx_bytes(indicators, report.title))
    elif arguments.format == "csv":
        # Spreadsheets know a CSV file as UTF-8 by its mark alone; a pipe does not want one.
        write_output(output, ("\ufeff" if output else "") + to_csv(indicators))
    elif arguments.format == "json":
        write_output(output, to_json_lines(indicators))
    elif output:
        write_output(output, "\n".join(_table(indicators)) + "\n")
    else:
        for line in _table(indicators):
            show(line)
    if not indicators:
        tell(f"no figures were found in {arguments.file}")
    return 0


def _table(indicators: Sequence[Indicator]) -> list[str]:
    rows = [
        (
            i.id,
            str(i.line),
            shorten(i.name, 28),
            shorten(i.name_en, 36),
            i.text,
            str(i.kind),
            f"{i.period} {i.status}".strip(),
            " ".join(i.links),
        )
        for i in indicators
    ]
    return table(("Id", "Line", "Name", "English", "Figure", "Kind", "Period", "Links"), rows, frozenset({1}))
