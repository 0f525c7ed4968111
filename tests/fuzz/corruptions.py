"""Damages the reader's files at random and looks whether it notices.

Run as ``python tests/fuzz/corruptions.py --count 500``: each case damages one file of one part of the data, opens it as
the reader does, and compares the answers with those of the undamaged one. A case is made again by its number:
``--first N --count 1``. Cases run in processes of their own, twenty at a time, so that one that crashes is named.
"""

from __future__ import annotations

import argparse
import json
import random
import shutil
import subprocess
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from types import ModuleType
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[2]
if __name__ == "__main__":  # Argos Translate brings a package named tests, which would come first
    sys.path.insert(0, str(ROOT))
    sys.modules["tests"] = ModuleType("tests")
    sys.modules["tests"].__path__ = [str(ROOT / "tests")]

from tests.fuzz.damage import KINDS, damaged  # noqa: E402
from tests.fuzz.subjects import SUBJECTS, Looked, Subject  # noqa: E402

_TOGETHER = 20
_LIMIT = 120.0


class Outcome(NamedTuple):
    """``verdict`` is ``same``, ``mended`` (told, nothing lost), ``told`` (something is lacking, and said so), or one
    of the failures: ``lost``, ``wrong``, ``error``, ``crash``."""

    number: int
    subject: str
    file: str
    kind: str
    verdict: str
    detail: str = ""


FAILURES = ("lost", "wrong", "error", "crash")


class Bench:
    """The undamaged files of each part, and what they answer."""

    def __init__(self, folder: Path, subjects: Iterable[Subject] = SUBJECTS) -> None:
        self._folder = folder
        self._whole: dict[str, Looked] = {}
        self.subjects = tuple(subjects)

    def _made(self, subject: Subject) -> Path:
        made = self._folder / "whole" / subject.name.replace(" ", "-")
        if subject.name not in self._whole:
            made.mkdir(parents=True)
            subject.make(made)
            look = self._copy(made)
            self._whole[subject.name] = subject.look(look)
            shutil.rmtree(look)
        return made

    def _copy(self, made: Path) -> Path:
        copy = self._folder / "case"
        shutil.rmtree(copy, ignore_errors=True)
        shutil.copytree(made, copy)
        return copy

    def case(self, number: int) -> Outcome:
        """Damage something, and say what became of it; the same number does the same."""
        rng = random.Random(number)
        subject = self.subjects[number % len(self.subjects)]
        kind = tuple(KINDS)[rng.randrange(len(KINDS))]
        copy = self._copy(self._made(subject))
        file = rng.choice(subject.files(copy))
        file.write_bytes(damaged(file.read_bytes(), kind, rng))
        name = file.name
        try:
            found = subject.look(copy)
        except Exception as error:  # noqa: BLE001 - whatever gets out would be a crash report
            said = "".join(traceback.format_exception(error)[-3:])
            return Outcome(number, subject.name, name, kind, "error", said)
        finally:
            shutil.rmtree(copy, ignore_errors=True)
        verdict, detail = _judged(subject, self._whole[subject.name], found)
        return Outcome(number, subject.name, name, kind, verdict, detail)


def _judged(subject: Subject, whole: Looked, found: Looked) -> tuple[str, str]:
    wrong = [key for key, answer in found.answers.items() if whole.answers.get(key, answer) != answer]
    extra = [key for key in found.answers if key not in whole.answers]
    lacking = [key for key in whole.answers if key not in found.answers]
    if wrong or extra:
        first = (wrong or extra)[0]
        return "wrong", f"{first}: {whole.answers.get(first)!r:.300} became {found.answers[first]!r:.300}"
    if not lacking:
        return ("mended" if found.told else "same"), ""
    if subject.may_lack and (found.told or not subject.must_tell):
        return "told", f"{len(lacking)} lacking"
    return "lost", f"{len(lacking)} lacking, {'told' if found.told else 'not told'}"


def run_here(numbers: Iterable[int], folder: Path) -> Iterator[Outcome]:
    """Cases in this process."""
    bench = Bench(folder)
    for number in numbers:
        yield bench.case(number)


def run_apart(numbers: Iterable[int]) -> Iterator[Outcome]:
    """Cases in other processes; one that ends its process is found by running those of its batch one by one."""
    wanted = list(numbers)
    for start in range(0, len(wanted), _TOGETHER):
        batch = wanted[start : start + _TOGETHER]
        outcomes = _child(batch)
        yield from outcomes
        for number in batch[len(outcomes) :]:
            alone = _child([number])
            yield alone[0] if alone else Outcome(number, "", "", "", "crash", "its process ended")


def _child(numbers: list[int]) -> list[Outcome]:
    command = [sys.executable, __file__, "--child", ",".join(map(str, numbers))]
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=_LIMIT, check=False, cwd=ROOT)
        said = done.stdout
    except subprocess.TimeoutExpired as slow:
        said = slow.stdout.decode() if isinstance(slow.stdout, bytes) else ""
    return [Outcome(*json.loads(line)) for line in said.splitlines() if line.endswith("]")]


def figures(outcomes: Iterable[Outcome]) -> str:
    """A table of what became of the cases of each part."""
    table: dict[str, Counter[str]] = {}
    for outcome in outcomes:
        table.setdefault(outcome.subject, Counter())[outcome.verdict] += 1
    verdicts = ("same", "mended", "told", *FAILURES)
    lines = [f"{'':18}" + "".join(f"{v:>8}" for v in verdicts)]
    for subject, counts in [*table.items(), ("all", sum(table.values(), Counter()))]:
        lines.append(f"{subject:18}" + "".join(f"{counts[v]:>8}" for v in verdicts))
    return "\n".join(lines)


def main() -> int:
    """Run the cases; 1 where one failed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=500)
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--child", default="", help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.child:
        with tempfile.TemporaryDirectory() as folder:
            for outcome in run_here(map(int, arguments.child.split(",")), Path(folder)):
                print(json.dumps(outcome), flush=True)
        return 0
    started = time.monotonic()
    outcomes: list[Outcome] = []
    for outcome in run_apart(range(arguments.first, arguments.first + arguments.count)):
        outcomes.append(outcome)
        if outcome.verdict in FAILURES:
            print(*outcome, sep=" | ", flush=True)
    print(figures(outcomes))
    failed = sum(outcome.verdict in FAILURES for outcome in outcomes)
    print(f"{len(outcomes)} corruptions, {failed} failures, {time.monotonic() - started:.0f} s")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
