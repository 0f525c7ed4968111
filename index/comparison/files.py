"""Comparisons as records: what the command line prints, and CSV, JSON lines and workbooks hold."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from index.comparison.outcomes import Outcome
from index.comparison.places import Comparison, Entry
from index.comparison.sources import Source
from index.gazetteer import english_place
from index.indicators.model import Indicator
from index.indicators.records import guarded, number

Cell = str | int | float | None
Record = dict[str, Cell]

OUTCOME_FIELDS: Final = (
    "place", "place_en", "year", "name", "name_en", "kind", "unit", "target", "target_value", "target_upper",
    "target_qualifier", "actual", "actual_value", "actual_upper", "actual_qualifier", "verdict", "why",
    "target_line", "actual_line",
)  # fmt: skip
PLACE_FIELDS: Final = (
    "name", "name_en", "measure", "rank", "place", "place_en", "actual_year", "actual", "actual_value", "actual_upper",
    "actual_unit", "target_year", "target", "target_value", "target_upper", "target_unit", "actual_line", "target_line",
)  # fmt: skip


def outcome_records(earlier: Source, found: Iterable[Outcome]) -> list[Record]:
    """One record for each target of ``earlier`` that the next report answers."""
    report = earlier.report
    head: Record = {"place": report.place, "place_en": english_place(report.place), "year": report.year}
    return [
        {
            **head,
            "name": o.target.name,
            "name_en": o.target.name_en,
            "kind": o.target.kind.value,
            "unit": o.target.quantity.unit,
            **_figure("target", o.target),
            "target_qualifier": o.target.quantity.qualifier.value,
            **_figure("actual", o.actual),
            "actual_qualifier": o.actual.quantity.qualifier.value,
            "verdict": o.verdict.value,
            "why": o.why,
            "target_line": o.target.line,
            "actual_line": o.actual.line,
        }
        for o in found
    ]


def place_records(comparison: Comparison) -> list[Record]:
    """One record for each place of a comparison, in its order."""
    return [_place(comparison, entry) for entry in comparison.entries]


def _place(comparison: Comparison, entry: Entry) -> Record:
    return {
        "name": comparison.name,
        "name_en": comparison.name_en,
        "measure": comparison.measure,
        "rank": entry.rank or None,
        "place": entry.place,
        "place_en": english_place(entry.place),
        "actual_year": comparison.year - 1,
        **_figure("actual", entry.actual),
        "actual_unit": entry.actual.quantity.unit if entry.actual else None,
        "target_year": comparison.year,
        **_figure("target", entry.target),
        "target_unit": entry.target.quantity.unit if entry.target else None,
        "actual_line": entry.actual.line if entry.actual else None,
        "target_line": entry.target.line if entry.target else None,
    }


def _figure(what: str, indicator: Indicator | None) -> Record:
    if indicator is None:
        return {what: None, f"{what}_value": None, f"{what}_upper": None}
    quantity, sign = indicator.quantity, indicator.sign
    return {
        what: indicator.text,
        f"{what}_value": number(quantity.value * sign),
        f"{what}_upper": None if quantity.upper is None else number(quantity.upper * sign),
    }


def to_json_lines(kind: str, records: Iterable[Record]) -> str:
    """One JSON object a line, each with its ``type``: ``outcome`` or ``place``."""
    return "".join(json.dumps({"type": kind, **record}, ensure_ascii=False) + "\n" for record in records)


def to_csv(fields: Sequence[str], records: Iterable[Mapping[str, Cell]]) -> str:
    """A table with a heading row."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(fields)
    for record in records:
        writer.writerow([guarded(record.get(name)) for name in fields])
    return out.getvalue()


def to_xlsx(outcomes: Sequence[Record], places: Sequence[Record]) -> bytes:
    """A workbook with a sheet for each sort of comparison that has records."""
    from index.indicators.workbook import Sheet, make_workbook

    sheets = [
        Sheet(name, fields, [[guarded(record.get(f)) for f in fields] for record in records])
        for name, fields, records in (
            ("targets met", OUTCOME_FIELDS, outcomes),
            ("places", PLACE_FIELDS, places),
        )
        if records or (name == "places" and not outcomes)
    ]
    return make_workbook(sheets, "Comparison of reports")
