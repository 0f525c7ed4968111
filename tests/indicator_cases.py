"""The cases of ``specs/indicators/cases``: sentences of real reports with every figure that must be found in them.

``python tests/indicator_cases.py [--write] [THEME...]`` lists what is not right, and renews the list of known failures.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import TypedDict

from index.indicators import Indicator, extract
from index.indicators.units import lookup, refine
from index.segmentation import segment

FOLDER = Path(__file__).resolve().parent / "specs" / "indicators"
_HEAD = """\
# Cases that are not right yet, by id; written by tests/indicator_cases.py --write.
# A case that goes wrong without standing here fails the tests; one that has come right should leave the list.
"""
_UNWRITTEN = {
    "月": "month",
    "届": "session",
    "季度": "quarter",
    "周": "week",
    "批": "batch",
    "赛季": "season",
    "pp": "pp",
    "rank": "rank",
    "places": "rank",
    "番": "times",
    "大": "kind",
    "": "",
}
_WIDTHS = str.maketrans("０１２３４５６７８９％．", "0123456789%.")


class _Expected(TypedDict, total=False):
    start: int
    text: str | list[str]
    name: str | list[str]
    value: str
    unit: str | list[str]
    qualifier: str | list[str]
    kind: str | list[str]
    status: str
    period: str
    upper: str
    name_en: str
    optional: bool


class _Written(TypedDict):
    id: str
    report: str
    year: int
    chapter: str
    text: str
    why: str
    find: list[_Expected]


@dataclass(frozen=True)
class Case:
    """One sentence; ``find`` lists all records of it in order, those marked optional may be missing."""

    id: str
    theme: str
    year: int
    chapter: str
    text: str
    why: str
    find: tuple[_Expected, ...]


def load() -> Iterator[Case]:
    """All cases, file by file."""
    for path in sorted((FOLDER / "cases").glob("*.json")):
        rows: list[_Written] = json.loads(path.read_text(encoding="utf-8"))
        for row in rows:
            yield Case(
                row["id"], path.stem, row["year"], row["chapter"], row["text"], row["why"], tuple(row["find"])
            )


def known_failures() -> frozenset[str]:
    """The ids of the cases that are not right yet."""
    lines = (FOLDER / "known_failures.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(line.split()[0] for line in lines if line and not line.startswith("#"))


def found_in(case: Case) -> list[Indicator]:
    """What the extractor finds in a report that is nothing but a title, the chapter's heading and the text."""
    lines = (f"{case.year}年政府工作报告", "", case.chapter, "", case.text)
    report = segment("\n".join(lines), title=lines[0])
    first = next(n for n, line in enumerate(report.text.split("\n")) if line == case.text)
    return [i for i in extract(report) if i.line == first]


def differences(case: Case) -> list[str]:
    """What is wrong, one line each; empty where every record of the case is right."""
    free = found_in(case)
    wrong: list[str] = []
    for expected in case.find:
        texts = _either(expected["text"])
        start = expected["start"]
        end = start + next(len(t) for t in texts if case.text.startswith(t, start))
        hit = next((i for i in free if i.start < end and start < i.end), None)
        if hit is None:
            if not expected.get("optional"):
                wrong.append(f"missing {texts[0]} {expected['name']}")
            continue
        free.remove(hit)
        if not expected.get("optional"):
            wrong.extend(_compared(expected, hit))
    wrong.extend(f"extra {i.text} {i.name}" for i in free)
    return wrong


def _either(value: str | list[str]) -> list[str]:
    return [value] if isinstance(value, str) else value


def _compared(expected: _Expected, found: Indicator) -> Iterator[str]:
    label = f"{found.text} {found.name}:"
    if found.text not in _either(expected["text"]):
        yield f"span {label} {expected['text']}"
    if not any(alike(found.name, name) for name in _either(expected["name"])):
        yield f"name {label} {expected['name']}"
    above, _, below = expected["value"].partition("/")
    value = Decimal(above) / Decimal(below or 1)
    if abs(found.quantity.value - value) > value * Decimal("1e-9"):
        yield f"value {label} {expected['value']}, not {found.quantity.value}"
    upper = Decimal(expected["upper"]) if "upper" in expected else None
    if found.quantity.upper != upper:
        yield f"upper {label} {upper}, not {found.quantity.upper}"
    units = {key for written in _either(expected["unit"]) for key in _keys(written, found.name)}
    if found.quantity.unit not in units:
        yield f"unit {label} {expected['unit']}, not {found.quantity.unit!r}"
    if found.quantity.qualifier.value not in _either(expected["qualifier"]):
        yield f"qualifier {label} {expected['qualifier']}, not {found.quantity.qualifier}"
    if found.kind.value not in _either(expected["kind"]):
        yield f"kind {label} {expected['kind']}, not {found.kind}"
    for what, have in (("status", found.status.value), ("period", found.period), ("name_en", found.name_en)):
        if expected.get(what, have) != have:
            yield f"{what} {label} {expected.get(what)}, not {have}"


def _keys(written: str, name: str) -> set[str]:
    """The keys that a written unit may have in a record; the noun counted may make it more telling."""
    if written in _UNWRITTEN:
        plain = _UNWRITTEN[written]
        return {plain, "fraction", "%", "person"} if written == "" else {plain, refine(plain, name)}
    unit = lookup(written)
    key = unit.key if unit else written
    return {key, refine(key, name)}


def alike(one: str, other: str) -> bool:
    """True for names whose characters agree to three quarters, whatever their script and width."""
    from index.variants import to_simplified

    pair = [to_simplified(name).translate(_WIDTHS) for name in (one, other)]
    shared = sum((Counter(pair[0]) & Counter(pair[1])).values())
    return 2 * shared / (len(pair[0]) + len(pair[1])) >= 0.75


def main() -> None:
    """Prints every difference, and with ``--write`` replaces the list."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true", help="renew known_failures.txt")
    parser.add_argument("theme", nargs="*", help="only these themes")
    arguments = parser.parse_args()
    cases = [case for case in load() if not arguments.theme or case.theme in arguments.theme]
    wrong = [(case, found) for case in cases if (found := differences(case))]
    for case, found in wrong:
        print(f"{case.id} [{case.theme}] {case.why}\n  {case.text}\n    " + "\n    ".join(found))
    print(f"{len(cases) - len(wrong)} right, {len(wrong)} not yet")
    if arguments.write and not arguments.theme:
        rows = (f"{case.id}  # {found[0]}\n" for case, found in wrong)
        (FOLDER / "known_failures.txt").write_text(_HEAD + "".join(rows), encoding="utf-8")


if __name__ == "__main__":
    main()
