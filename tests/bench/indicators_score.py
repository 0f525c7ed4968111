"""Scores the indicators against the annotated lines: found, spans, values, units, kinds, names.

Run as ``python tests/bench/indicators_score.py [--misses]``.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from index.indicators import extract, record
from index.report import Report
from index.segmentation import segment

SPECS = Path(__file__).resolve().parents[1] / "specs" / "indicators"
ATTRIBUTES = ("value", "unit", "qualifier", "kind", "period", "status")
FIGURES = ("found", "precise", "span", "name", "name exact", *ATTRIBUTES)
Row = dict[str, str | int | float]


@dataclass
class Score:
    """Counts of one or more annotated reports."""

    wanted: int = 0
    returned: int = 0
    counts: Counter[str] = field(default_factory=Counter)
    misses: list[str] = field(default_factory=list)

    def rate(self, name: str) -> float:
        """``found`` of all wanted, ``precise`` of all returned, everything else of those found."""
        total = {"found": self.wanted, "span": self.wanted, "precise": self.returned}.get(
            name, self.counts["found"]
        )
        return self.counts[name] / total if total else 1.0


def rebuild(spec: dict[str, object]) -> tuple[Report, dict[int, int]]:
    """A short report of the annotated lines under their headings, and the line each came from."""
    lines = {int(n): str(text) for n, text in dict(spec["lines"]).items()}  # type: ignore[call-overload]
    heading = spec["heading"]
    heads = (
        {int(n): str(h) for n, h in heading.items()}
        if isinstance(heading, dict)
        else {min(lines): str(heading)}
    )
    texts, origin = [str(spec["title"]), ""], {}
    for n, text in sorted(lines.items()):
        if n in heads:
            texts.append(heads[n])
        origin[len(texts)] = n
        texts.append(text)
    return segment("\n".join(texts), title=str(spec["title"])), origin


def alike(one: str, other: str) -> bool:
    """True for names whose characters agree to three quarters."""
    shared = sum((Counter(one) & Counter(other)).values())
    return 2 * shared / (len(one) + len(other)) >= 0.75


def score(spec: dict[str, object], into: Score) -> None:
    """Adds one annotated report."""
    report, origin = rebuild(spec)
    wanted: list[Row] = list(spec["records"])  # type: ignore[call-overload]
    found = [record(i) for i in extract(report) if i.line in origin]
    into.wanted += len(wanted)
    into.returned += len(found)
    for row in found:
        at = origin[int(str(row["line"]))]
        hits = [
            w
            for w in wanted
            if w["line"] == at
            and int(w["start"]) < int(str(row["end"]))
            and int(str(row["start"])) < int(w["end"])
        ]
        if not hits:
            into.misses.append(f"extra   {at} {row['text']} {row['name']}")
            continue
        want = hits[0]
        into.counts["precise"] += 1
        into.counts["found"] += 1
        into.counts["span"] += (row["start"], row["end"]) == (want["start"], want["end"])
        into.counts["name"] += alike(str(row["name"]), str(want["name"]))
        into.counts["name exact"] += row["name"] == want["name"]
        for name in ATTRIBUTES:
            if row[name] == want[name]:
                into.counts[name] += 1
            else:
                into.misses.append(
                    f"{name:9}{at} {want['text']} {want['name']}: {row[name]} for {want[name]}"
                )
        if not alike(str(row["name"]), str(want["name"])):
            into.misses.append(f"name     {at} {want['text']}: {row['name']} for {want['name']}")
    starts = {
        (origin[int(str(r["line"]))], n)
        for r in found
        for n in range(int(str(r["start"])), int(str(r["end"])))
    }
    for want in wanted:
        if not any((int(want["line"]), n) in starts for n in range(int(want["start"]), int(want["end"]))):
            into.misses.append(f"missed  {want['line']} {want['text']} {want['name']}")


def load() -> dict[str, dict[str, object]]:
    """The annotated reports by name."""
    return {p.stem: json.loads(p.read_text(encoding="utf-8")) for p in sorted(SPECS.glob("*-20*.json"))}


def main() -> None:
    """Prints the figures by report and together."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--misses", action="store_true", help="list every difference")
    parser.add_argument("--json", action="store_true", help="print the figures of all reports as one object")
    arguments = parser.parse_args()
    every = Score()
    for name, spec in load().items():
        one = Score()
        score(spec, one)
        score(spec, every)
        if not arguments.json:
            show(name, one)
    if arguments.json:
        print(json.dumps({name: every.rate(name) for name in FIGURES}))
        return
    show("all", every)
    if arguments.misses:
        print("\n".join(every.misses))


def show(name: str, result: Score) -> None:
    """One line of figures."""
    print(f"{name:14}{result.wanted:5}  " + "  ".join(f"{n} {result.rate(n):.3f}" for n in FIGURES))


if __name__ == "__main__":
    main()
