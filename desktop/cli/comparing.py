"""``report-reader compare``: what became of a year's targets, and places side by side."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator

from desktop.cli.commands import UsageError
from desktop.cli.output import Progress, shorten, show, table, tell, write_output
from desktop.cli.reports import library_paths, sample_path
from desktop.comparison.loading import Loaded, Shelf
from desktop.services import Services, build_services
from desktop.steps import drain
from index.comparison import Comparison, Outcome, Source, across_places, outcomes, pairs
from index.comparison.files import (
    OUTCOME_FIELDS,
    PLACE_FIELDS,
    Record,
    outcome_records,
    place_records,
    to_csv,
    to_json_lines,
    to_xlsx,
)
from index.gazetteer import english_place
from index.indicators.spoken import in_english

_SHOWN = 40
"""Comparisons that the table lists without ``--name``."""

FILES = ("files",)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The command's arguments."""
    parser.add_argument("files", nargs="*", metavar="FILE", help="reports; without any, those of the library")
    parser.add_argument(
        "--of",
        choices=("targets", "places"),
        help="targets: was each met, told by the next report of the same place; places: one indicator across places",
    )
    parser.add_argument("--name", default="", help="only indicators of this Chinese or English name")
    parser.add_argument("--least", type=int, default=2, metavar="N", help="only what at least N places state")
    parser.add_argument("--format", choices=("table", "json", "csv", "xlsx"), default="table")
    parser.add_argument("--output", metavar="PATH", help="write to this file")


def run(arguments: argparse.Namespace) -> int:
    """Compare and show."""
    if arguments.format == "xlsx" and arguments.output is None and sys.stdout.isatty():
        raise UsageError("an Excel workbook needs a file: --output PATH")
    if arguments.least < 2:
        raise UsageError("--least must be at least 2: one place alone cannot be compared")
    services = build_services(arguments.data_dir)
    try:
        sources = _read(services, arguments.files)
    finally:
        services.close()
    met = _outcomes(sources, arguments.name) if arguments.of != "places" else []
    places = across_places(sources, arguments.name, arguments.least) if arguments.of != "targets" else ()
    if arguments.format == "table":
        _show(met, places, arguments)
    else:
        _write(met, places, arguments)
    if not met and not places:
        tell(_nothing(sources, arguments.name))
        return 1
    return 0


def _read(services: Services, files: list[str]) -> list[Source]:
    """The reports with their figures; one that cannot be read does not keep the others out."""
    paths = [*files] or [*library_paths(services), str(sample_path())]
    progress = Progress("Reading", len(paths))
    loaded = drain(Shelf(services).load(paths), lambda step: progress.advance(step.done))
    assert isinstance(loaded, Loaded)
    for line in loaded.left_out:
        tell(f"left out: {line}")
    return loaded.sources


_Met = tuple[Source, Source, tuple[Outcome, ...]]


def _outcomes(sources: list[Source], name: str) -> list[_Met]:
    asked = name.strip().casefold()
    return [
        (earlier, later, chosen)
        for earlier, later in pairs(sources)
        if (
            chosen := tuple(
                o
                for o in outcomes(earlier, later)
                if not asked or asked in o.target.name.casefold() or asked in o.target.name_en.casefold()
            )
        )
    ]


def _nothing(sources: list[Source], name: str) -> str:
    if len(sources) < 2:
        return "a comparison needs at least two reports: of one place in two years, or of several places"
    if name:
        return (
            f"no two of the {len(sources)} reports state a figure that can be compared by the name {name!r}"
        )
    return f"the {len(sources)} reports state nothing that can be compared: they are of one place and year, or of years apart"


def _records(met: list[_Met], places: tuple[Comparison, ...]) -> tuple[list[Record], list[Record]]:
    return (
        [record for earlier, _, found in met for record in outcome_records(earlier, found)],
        [record for comparison in places for record in place_records(comparison)],
    )


def _write(met: list[_Met], places: tuple[Comparison, ...], arguments: argparse.Namespace) -> None:
    first, second = _records(met, places)
    output = None if arguments.output == "-" else arguments.output
    if arguments.format == "xlsx":
        write_output(output, to_xlsx(first, second))
    elif arguments.format == "csv":
        if first and second:
            tell("a CSV file holds one table: these are the targets; --of places gives the other")
        fields, records = (OUTCOME_FIELDS, first) if first else (PLACE_FIELDS, second)
        write_output(output, ("\ufeff" if output else "") + to_csv(fields, records))
    else:
        write_output(output, to_json_lines("outcome", first) + to_json_lines("place", second))


def _show(met: list[_Met], places: tuple[Comparison, ...], arguments: argparse.Namespace) -> None:
    lines = [line for group in met for line in _outcome_lines(*group)]
    lines += _place_lines(places, whole=bool(arguments.name) or len(places) == 1)
    if arguments.output and arguments.output != "-":
        write_output(arguments.output, "\n".join(lines) + "\n")
    else:
        for line in lines:
            show(line)


def _outcome_lines(earlier: Source, later: Source, found: tuple[Outcome, ...]) -> Iterator[str]:
    report = earlier.report
    reached = sum(o.verdict.value == "met" for o in found)
    yield f"{report.place} {english_place(report.place)}: targets of {report.year}, told by the report of {later.report.year}"
    yield f"{reached} of {len(found)} met"
    judged = [
        (
            o.verdict.value,
            shorten(o.target.name, 26),
            shorten(o.target.name_en, 34),
            o.target.text,
            o.actual.text,
        )
        for o in found
    ]
    yield from table(("Verdict", "Name", "English", "Target", "Reached"), judged)
    yield ""


def _place_lines(places: tuple[Comparison, ...], *, whole: bool) -> Iterator[str]:
    if not whole and places:
        rows = [
            (str(len(c.entries)), shorten(c.name, 28), shorten(c.name_en, 44), c.measure, c.unit)
            for c in places[:_SHOWN]
        ]
        yield "What most places state (--name NAME shows one of them, place by place):"
        yield from table(("Places", "Name", "English", "Measure", "Unit"), rows, frozenset({0}))
        if len(places) > _SHOWN:
            yield f"... and {len(places) - _SHOWN} more; --format json lists all"
        return
    for comparison in places:
        yield f"{comparison.name} {comparison.name_en} ({comparison.measure})"
        stated = [
            (
                str(e.rank or ""),
                e.place,
                english_place(e.place),
                e.actual.text if e.actual else "",
                e.target.text if e.target else "",
                in_english(e.target.quantity) if e.target else "",
            )
            for e in comparison.entries
        ]
        heads = ("Rank", "Place", "English", str(comparison.year - 1), f"{comparison.year} target", "")
        yield from table(heads, stated, frozenset({0}))
        yield ""
