"""Writes the bundled glossary: ``python -m models.training.glossary [FILE.tsv ...]``.

The table ``resources/glossaries/government-terms.csv`` is the source; the TBX beside it is made of it. Files named on the
command line (``zh<TAB>en | other en<TAB>category<TAB>note``) are taken in first, the first English of a term winning.
Every term is checked; what cannot be taken is told with its file and line.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from dataclasses import replace
from pathlib import Path

from index.variants import to_simplified
from models.glossary import Origin, Term, fold_chinese
from models.glossary_files import read_csv, to_csv
from models.tbx import to_tbx
from models.term_rows import UnusableTermError, checked
from resources import resource_path

CATEGORIES = (
    "policy party government law economy finance industry technology agriculture rural urban transport energy "
    "environment social health education culture opening-up statistics region security programme slogan"
).split()
CSV = resource_path("glossaries", "government-terms.csv")
TBX = resource_path("glossaries", "government-terms.tbx")
SHORTEST, LONGEST = 2, 20


def read_tsv(path: Path) -> tuple[list[Term], list[str]]:
    """The terms of a file, and what is wrong with its other lines."""
    terms, wrong = [], []
    for number, line in enumerate(path.read_text("utf-8-sig").splitlines(), start=1):
        if not line.strip():
            continue
        cells = [cell.strip() for cell in (*line.split("\t"), "", "", "")[:4]]
        zh, *variants = (each.strip() for each in cells[0].split("|"))
        en, *others = (each.strip() for each in cells[1].split("|"))
        try:
            terms.append(usable(Term(zh, en, tuple(variants), tuple(others), cells[2].lower(), cells[3])))
        except UnusableTermError as error:
            wrong.append(f"{path.name}:{number}: {error}: {line[:60]}")
    return terms, wrong


def usable(term: Term) -> Term:
    """``term``, if it may be bundled; raises UnusableTermError."""
    term = checked(term)
    if term.category not in CATEGORIES:
        raise UnusableTermError(f"no category {term.category!r}")
    for zh in term.chinese:
        if not SHORTEST <= len(zh) <= LONGEST:
            raise UnusableTermError("too short or too long")
        if to_simplified(zh) != zh:
            raise UnusableTermError("not in Simplified Chinese")
        if any(c in zh for c in "。；：！？ "):
            raise UnusableTermError("a phrase and no term")
    return term


def merge(terms: list[Term]) -> tuple[list[Term], int]:
    """One entry for each Chinese term, its other English taken in; and how many were joined."""
    known: dict[str, Term] = {}
    joined = 0
    for term in terms:
        key = fold_chinese(term.zh)
        if key not in known:
            known[key] = term
            continue
        joined += 1
        told = {each.casefold() for each in known[key].english}
        new = tuple(each for each in term.english if each.casefold() not in told)
        kept = known[key]
        known[key] = replace(kept, alternatives=(*kept.alternatives, *new), note=kept.note or term.note)
    order = {name: n for n, name in enumerate(CATEGORIES)}
    return sorted(known.values(), key=lambda t: (order[t.category], t.zh.strip("“"))), joined


def main() -> int:
    """Take the files in, check, write both files."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--anew", action="store_true", help="leave the terms of the table out")
    arguments = parser.parse_args()
    terms = [] if arguments.anew or not CSV.is_file() else list(read_csv(CSV, Origin.BUNDLED).terms)
    wrong: list[str] = []
    for path in arguments.files:
        found, problems = read_tsv(path)
        terms += found
        wrong += problems
    terms, joined = merge([usable(term) for term in terms])
    CSV.write_text(to_csv(terms), "utf-8", newline="\n")
    TBX.write_text(to_tbx(terms), "utf-8", newline="\n")
    print(f"{len(terms)} terms, {joined} joined, {len(wrong)} left out")
    print(", ".join(f"{name} {count}" for name, count in Counter(t.category for t in terms).most_common()))
    for line in wrong:
        print(line, file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
