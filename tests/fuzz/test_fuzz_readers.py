"""Broken and hostile documents are read or refused in one line, quickly; ``tests/fuzz/readers.py`` tries more of them."""

from __future__ import annotations

import time
from collections import Counter
from pathlib import Path

from tests.fuzz.broken import broken, hostile, seeds
from tests.fuzz.readers import read


def test_whole_documents_are_read(tmp_path: Path) -> None:
    for n, (suffix, data) in enumerate(seeds()):
        if suffix in (".txt", ".docx"):
            path = tmp_path / f"{n}{suffix}"
            path.write_bytes(data)
            assert read(path) == "read", (n, suffix)


def test_three_hundred_broken_documents(tmp_path: Path) -> None:
    ends: Counter[str] = Counter()
    for n, (suffix, data) in enumerate(broken(300)):
        path = tmp_path / f"{n}{suffix}"
        path.write_bytes(data)
        ends[read(path)] += 1
    assert ends["refused"] > 30
    assert ends["read"] > 30


def test_hostile_documents_do_no_harm(tmp_path: Path) -> None:
    for n, (suffix, data) in enumerate(hostile()):
        path = tmp_path / f"{n}{suffix}"
        path.write_bytes(data)
        started = time.monotonic()
        read(path)
        assert time.monotonic() - started < 10, (n, suffix)
