"""Twenty kills at random times; ``tests/fuzz/kills.py`` does more of them."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.fuzz.kills import kills


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL and no fork")
def test_nothing_that_was_acknowledged_is_lost_when_the_reader_is_killed(tmp_path: Path) -> None:
    done = list(kills(24, 20, tmp_path))
    assert [kill for kill in done if kill.wrong] == []
    assert sum(kill.kept for kill in done) > 100
