"""Corrections as a file, to be handed on or applied elsewhere."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from index.annotations.anchor import Anchor
from index.errors import UnreadableCorrections, UnusableOutput
from index.indicators.corrections import SCHEMA, Correction, InvalidCorrectionError, from_content
from index.report import Report
from index.storage import write_atomically

_LIMIT: Final = 32 * 1024 * 1024


def to_document(report: Report, corrections: Iterable[Correction]) -> str:
    """The corrections of ``report`` as a JSON document."""
    rows = [
        {
            "action": str(c.action),
            "start": c.anchor.start,
            "end": c.anchor.end,
            "quote": c.anchor.quote,
            "before": c.anchor.before,
            "after": c.anchor.after,
            "fields": dict(c.fields),
        }
        for c in corrections
    ]
    document = {"schema": SCHEMA, "report": {"id": report.id, "title": report.title}, "corrections": rows}
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def write_corrections(path: Path, report: Report, corrections: Iterable[Correction]) -> None:
    """Writes them; raises ``UnusableOutput``."""
    try:
        write_atomically(path, to_document(report, corrections).encode("utf-8"))
    except OSError as error:
        raise UnusableOutput(str(path), error.strerror or str(error)) from error


def read_corrections(path: Path) -> tuple[Correction, ...]:
    """The corrections of a file, whatever report they were made in; raises ``UnreadableCorrections``."""
    try:
        if path.stat().st_size > _LIMIT:
            raise UnreadableCorrections(str(path), "it is larger than 32 MB")
        document = json.loads(path.read_bytes().decode("utf-8-sig"))
    except OSError as error:
        raise UnreadableCorrections(str(path), (error.strerror or str(error)).lower()) from error
    except (ValueError, RecursionError) as error:
        raise UnreadableCorrections(str(path), "it is no JSON document in UTF-8") from error
    if not isinstance(document, dict) or document.get("schema") != SCHEMA:
        raise UnreadableCorrections(str(path), f"it does not say that it follows {SCHEMA}")
    rows = document.get("corrections")
    if not isinstance(rows, list):
        raise UnreadableCorrections(str(path), "it has no list of corrections")
    found = []
    for n, row in enumerate(rows, start=1):
        try:
            found.append(_correction(row))
        except (InvalidCorrectionError, TypeError, KeyError, ValueError) as error:
            words = str(error) if isinstance(error, InvalidCorrectionError) else "it is not whole"
            raise UnreadableCorrections(str(path), f"correction {n}: {words}") from error
    return tuple(found)


def _correction(row: dict[str, object]) -> Correction:
    if not isinstance(row, dict):
        raise InvalidCorrectionError("it is no table")
    quote = row["quote"]
    if not isinstance(quote, str) or not quote:
        raise InvalidCorrectionError("it quotes nothing")
    start = int(str(row.get("start", 0)))
    anchor = Anchor(start, start + len(quote), quote, str(row.get("before", "")), str(row.get("after", "")))
    return from_content(row, anchor)
