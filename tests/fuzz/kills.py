"""Kills work at random times with SIGKILL, and looks whether everything is there that was said to be kept.

Run as ``python tests/fuzz/kills.py --kills 200``. A process that has loaded everything makes a child for each kill; the
child works and says what it has kept, and ends where the signal finds it.
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType, TracebackType
from typing import NamedTuple, Self

ROOT = Path(__file__).resolve().parents[2]
if __name__ == "__main__":  # Argos Translate brings a package named tests, which would come first
    sys.path.insert(0, str(ROOT))
    sys.modules["tests"] = ModuleType("tests")
    sys.modules["tests"].__path__ = [str(ROOT / "tests")]

from tests.fuzz.work import TASKS  # noqa: E402

_LONGEST = 0.25
_TOGETHER = 6
"""So many kills happen to the same folder, one after the other."""


class Kill(NamedTuple):
    """What was found after a kill: ``kept`` things were said to be kept until then."""

    task: str
    after: float
    kept: int
    wrong: list[str]


class Nursery:
    """The process that makes the children."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, __file__, "--nursery"],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.close()
        self._process.wait()
        self._process.stdout.close()

    def killed(self, task: str, folder: Path, after: float) -> list[str]:
        """Let a child work for so many seconds after it began, kill it, and give what it said."""
        into, out = self._process.stdin, self._process.stdout
        assert into is not None
        assert out is not None
        into.write(f"{task}\t{folder}\n")
        into.flush()
        child = int(out.readline())
        time.sleep(after)
        os.kill(child, signal.SIGKILL)
        said: list[str] = []
        for line in out:
            if line.startswith("ended "):
                if line.strip() != f"ended {signal.SIGKILL}":
                    raise RuntimeError(f"{task} ended by itself: {line.strip()}")
                return said
            if line.endswith("\n"):
                said.append(line.strip())
        raise RuntimeError("the process that makes the children has ended")


def kills(count: int, seed: int, folder: Path) -> Iterator[Kill]:
    """So many kills, of all tasks in turn."""
    rng = random.Random(seed)
    kept: dict[str, list[str]] = {}
    with Nursery() as nursery:
        for n in range(count):
            task = tuple(TASKS)[n % len(TASKS)]
            place = folder / task.replace(" ", "-")
            if (n // len(TASKS)) % _TOGETHER == 0:
                shutil.rmtree(place, ignore_errors=True)
                place.mkdir()
                kept[task] = []
            after = rng.uniform(0.002, _LONGEST)
            said = nursery.killed(task, place, after)
            kept[task] += said
            wrong = TASKS[task].check(place, kept[task])
            yield Kill(task, after, len(said), wrong)


def _nursery() -> None:
    """Make a child for each line that is read; the child writes what it has kept, this process when it has ended."""
    for line in sys.stdin:
        task, _, folder = line.strip().partition("\t")
        child = os.fork()
        if child == 0:
            try:
                os.write(1, f"{os.getpid()}\n".encode())
                for said in TASKS[task].work(Path(folder)):
                    os.write(1, f"{said}\n".encode())
            except BaseException:  # noqa: BLE001 - whatever ends the work is told and is a failure
                traceback.print_exc()
            finally:
                os._exit(3)
        _, status = os.waitpid(child, 0)
        os.write(1, f"ended {os.WTERMSIG(status) if os.WIFSIGNALED(status) else f'with {status}'}\n".encode())


def main() -> int:
    """Kill; 1 where something was lost."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--nursery", action="store_true", help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.nursery:
        _nursery()
        return 0
    started = time.monotonic()
    done: Counter[str] = Counter()
    kept: Counter[str] = Counter()
    failed = 0
    with tempfile.TemporaryDirectory() as folder:
        for kill in kills(arguments.kills, arguments.seed, Path(folder)):
            done[kill.task] += 1
            kept[kill.task] += kill.kept
            failed += bool(kill.wrong)
            if kill.wrong:
                print(f"{kill.task} after {kill.after:.3f} s: {'; '.join(kill.wrong)[:800]}", flush=True)
    for task in TASKS:
        print(f"{task:15}{done[task]:5} kills{kept[task]:8} acknowledged")
    print(
        f"{arguments.kills} kills, {sum(kept.values())} acknowledged, {failed} with losses, {time.monotonic() - started:.0f} s"
    )
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
