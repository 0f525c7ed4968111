"""Indicators as records: the stable format of the command line, CSV, JSON lines and workbooks."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable
from decimal import Decimal
from pathlib import Path
from typing import Final

from index.errors import UnusableOutput
from index.indicators.catalogue import code_of
from index.indicators.difference import difference
from index.indicators.model import Indicator
from index.indicators.relations import reason
from index.storage import write_atomically

Value = str | int | float | list[str] | None

FIELDS: Final = (
    "id", "line", "start", "end", "text", "name", "name_en", "value", "unit", "qualifier", "kind", "period", "status",
    "base", "links", "upper", "direction", "region", "name_source", "related", "code",
)  # fmt: skip
_LINK_FIELDS: Final = (
    "id",
    "name",
    "text",
    "other",
    "other name",
    "other text",
    "relation",
    "difference",
    "reason",
)
_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")


def number(value: Decimal) -> int | float:
    """A decimal as a JSON number: whole numbers as integers, the rest as the nearest float."""
    return int(value) if value == value.to_integral_value() else float(value)


def record(indicator: Indicator) -> dict[str, Value]:
    """One indicator with exactly the keys of the command's JSON lines (``indicators.schema.json``)."""
    return {
        "id": indicator.id,
        "line": indicator.line,
        "start": indicator.start,
        "end": indicator.end,
        "text": indicator.text,
        "name": indicator.name,
        "name_en": indicator.name_en,
        "value": number(indicator.quantity.value),
        "unit": indicator.quantity.unit,
        "qualifier": indicator.quantity.qualifier.value,
        "kind": indicator.kind.value,
        "period": indicator.period,
        "status": indicator.status.value,
        "base": indicator.base,
        "links": list(indicator.links),
        "upper": None if indicator.quantity.upper is None else number(indicator.quantity.upper),
        "direction": indicator.direction,
        "region": indicator.region,
        "name_source": indicator.name_en_source.value,
        "related": list(indicator.related),
        "code": code_of(indicator.name),
    }


def to_json_lines(indicators: Iterable[Indicator]) -> str:
    """One JSON object a line."""
    return "".join(json.dumps(record(i), ensure_ascii=False) + "\n" for i in indicators)


def guarded(value: Value) -> str | int | float:
    """A cell that no spreadsheet takes for a formula."""
    if value is None:
        return ""
    if isinstance(value, list):
        return " ".join(value)
    if isinstance(value, str) and value.startswith(_FORMULA):
        return "'" + value
    return value


def to_csv(indicators: Iterable[Indicator]) -> str:
    """A table with a heading row; written with a byte-order mark, spreadsheets read it as UTF-8."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(FIELDS)
    for indicator in indicators:
        row = record(indicator)
        writer.writerow([guarded(row[name]) for name in FIELDS])
    return out.getvalue()


def to_xlsx(indicators: Iterable[Indicator], path: str | Path, title: str = "") -> None:
    """Writes a workbook of the indicators (``xlsx_bytes``); raises ``UnusableOutput``."""
    try:
        write_atomically(Path(path), xlsx_bytes(indicators, title))
    except OSError as error:
        raise UnusableOutput(str(path), error.strerror or str(error)) from error


def xlsx_bytes(indicators: Iterable[Indicator], title: str = "") -> bytes:
    """A workbook with the indicators and, on a second sheet, why they are linked."""
    from index.indicators.workbook import Sheet, make_workbook

    known = {i.id: i for i in indicators}
    rows = [[guarded(record(i)[name]) for name in FIELDS] for i in known.values()]
    links = [
        [i.id, i.name, i.text, other, known[other].name, known[other].text, *_reason(i, known[other])]
        for i in known.values()
        for other in (*i.links, *i.related)
        if other in known
    ]
    return make_workbook((Sheet("indicators", FIELDS, rows), Sheet("links", _LINK_FIELDS, links)), title)


def _reason(one: Indicator, other: Indicator) -> tuple[str, str, str]:
    why, apart = reason(one, other), difference(one, other)
    return why.relation.value, "" if apart is None else apart.text, why.words
