"""Some fifty random corruptions; ``tests/fuzz/corruptions.py`` does more of them, each in a process apart."""

from __future__ import annotations

from pathlib import Path

from tests.fuzz.corruptions import FAILURES, run_here
from tests.fuzz.subjects import SUBJECTS


def test_damaged_files_are_mended_made_again_or_told_of(tmp_path: Path) -> None:
    outcomes = list(run_here(range(6 * len(SUBJECTS)), tmp_path))
    assert [outcome for outcome in outcomes if outcome.verdict in FAILURES] == []
    assert sum(outcome.verdict in ("mended", "told") for outcome in outcomes) > len(outcomes) / 3
