"""What the extractor found in a fixed set of reports when the baseline was last written.

``python tests/indicator_baseline.py [--write]`` lists what has changed since, and renews the baseline. Whoever changes
the extractor reads the list: each mention gained or lost is either meant, or a mistake.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from index.indicators import Indicator, extract
from index.readers import open_report
from resources import resource_path

SPECS = Path(__file__).resolve().parent / "specs"
FILE = SPECS / "indicators" / "baseline.tsv"
_HEAD = "# report, line, start, text, name, kind, value, upper, unit, qualifier, period, status, number of links\n"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a mention stands."""

    report: str
    line: int
    start: int
    text: str

    def __str__(self) -> str:
        return f"{self.report} line {self.line}: {self.text}"


Fields = tuple[str, ...]
Found = dict[Place, Fields]
NAMES = ("name", "kind", "value", "upper", "unit", "qualifier", "period", "status", "links")


@dataclass(frozen=True, slots=True)
class Changes:
    """The difference between the baseline and now, one line each."""

    total: int
    gained: tuple[str, ...]
    lost: tuple[str, ...]
    changed: tuple[str, ...]

    @property
    def words(self) -> str:
        """All in one line."""
        return (
            f"{self.total} mentions in the baseline; {len(self.gained)} gained, {len(self.lost)} lost, "
            f"{len(self.changed)} told otherwise"
        )


def reports() -> Iterator[tuple[str, Path]]:
    """The fixed set: the sample and every report that is kept for tests."""
    yield "qingdao-2024", resource_path("reports", "qingdao-2024.txt")
    for path in sorted((SPECS / "reports").glob("*.txt")):
        yield path.stem, path


def find() -> Found:
    """What is found now."""
    found: Found = {}
    for name, path in reports():
        for i in extract(open_report(path)):
            found[Place(name, i.line, i.start, i.text)] = _fields(i)
    return found


def _fields(i: Indicator) -> Fields:
    quantity = i.quantity
    upper = "" if quantity.upper is None else f"{quantity.upper:f}"
    return (
        i.name, i.kind.value, f"{quantity.value:f}", upper, quantity.unit, quantity.qualifier.value, i.period,
        i.status.value, str(len(i.links)),
    )  # fmt: skip


def read() -> Found:
    """The baseline."""
    found: Found = {}
    for row in FILE.read_text(encoding="utf-8").splitlines():
        if not row.startswith("#"):
            report, line, start, text, *fields = row.split("\t")
            found[Place(report, int(line), int(start), text)] = tuple(fields)
    return found


def write(found: Found) -> None:
    """Renew the baseline."""
    rows = ("\t".join((p.report, str(p.line), str(p.start), p.text, *fields)) for p, fields in found.items())
    FILE.write_text(_HEAD + "".join(f"{row}\n" for row in rows), encoding="utf-8")


def compare(before: Found, now: Found) -> Changes:
    """Mentions gained and lost, and those of which something else is said now."""
    return Changes(
        len(before),
        tuple(f"+ {place} {fields[0]}" for place, fields in now.items() if place not in before),
        tuple(f"- {place} {fields[0]}" for place, fields in before.items() if place not in now),
        tuple(
            f"~ {place} {old[0]}: " + ", ".join(
                f"{what} {a or 'none'} → {b or 'none'}" for what, a, b in zip(NAMES, old, now[place], strict=True) if a != b
            )
            for place, old in before.items()
            if place in now and now[place] != old
        ),
    )  # fmt: skip


def main() -> None:
    """Print the changes, and with ``--write`` make them the baseline."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true", help="renew the baseline")
    arguments = parser.parse_args()
    now = find()
    if FILE.is_file():
        changes = compare(read(), now)
        print("\n".join((*changes.gained, *changes.lost, *changes.changed, changes.words)))
    if arguments.write:
        write(now)


if __name__ == "__main__":
    main()
