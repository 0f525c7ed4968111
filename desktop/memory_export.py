"""What of a report and of the memory goes into a TMX file. No Qt: the window and the command line share it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from index.errors import UnusableOutput
from index.report import Language, Report
from index.storage import write_atomically
from models.memory import Entry, Origin, one_line
from models.tmx import Unit, to_tmx

if TYPE_CHECKING:
    from models.translation import Translation


def report_units(report: Report, translations: Mapping[str, Translation]) -> list[Unit]:
    """The sentences of a report that are translated, in reading order, each with who translated it and its warning."""
    units = []
    for sentence in report.sentences:
        known = translations.get(sentence.id)
        if known is None or known.engine == "none":
            continue
        source = one_line(sentence.span.of(report.text))
        if known.entry is not None:
            entry = Entry(
                source, known.target, report.language, date=known.entry.date, author=known.entry.author
            )
            made_by = "corrected" if known.entry.origin is Origin.CORRECTED else "memory"
        else:
            entry, made_by = Entry(source, known.target, report.language), "machine"
        warning = known.warning if known.numbers == "warning" else ""
        units.append(Unit(entry, sentence.id, warning, made_by))
    return [unit for unit in units if unit.entry.source and unit.entry.target]


def entry_units(entries: Iterable[Entry], *, with_imported: bool) -> list[Unit]:
    """The user's corrections, and the imported pairs where these are wanted."""
    return [
        Unit(entry, made_by="corrected" if entry.origin is Origin.CORRECTED else "memory")
        for entry in entries
        if with_imported or entry.origin is Origin.CORRECTED
    ]


def write_units(path: Path, units: list[Unit], source: Language | None = None) -> int:
    """Write a TMX file, whole or not at all; gives how many units. Raises ``UnusableOutput``."""
    language = source or (units[0].entry.language if units else Language.ZH)
    try:
        write_atomically(path, to_tmx(units, language).encode("utf-8"))
    except OSError as error:
        raise UnusableOutput(str(path), (error.strerror or str(error)).lower()) from error
    return len(units)
