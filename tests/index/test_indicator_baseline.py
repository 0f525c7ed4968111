"""Every run tells which mentions were gained and lost against the committed baseline."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from tests.indicator_baseline import Place, compare, find, read

_LISTED = 12


def test_mentions_gained_and_lost_are_told(summary: Callable[[str, str], None]) -> None:
    before, now = read(), find()
    assert len({place.report for place in before}) >= 10
    changes = compare(before, now)
    heading = "mentions against the baseline"
    summary(heading, changes.words)
    for line in (*changes.gained, *changes.lost, *changes.changed)[:_LISTED]:
        summary(heading, f"  {line}")
    # A change may gain and lose; one that loses a hundredth of all mentions is not meant.
    assert len(changes.lost) <= len(before) // 100, changes.lost


def test_a_difference_is_told_by_what_differs() -> None:
    place = Place("a", 3, 4, "5%")
    fields = ("GDP", "growth", "5", "", "%", "exact", "2025", "actual", "0")
    other = replace(place, start=9)
    changes = compare(
        {place: fields, other: fields}, {place: (*fields[:-1], "1"), replace(place, line=8): fields}
    )
    assert changes.gained == ("+ a line 8: 5% GDP",)
    assert changes.lost == ("- a line 3: 5% GDP",)
    assert changes.changed == ("~ a line 3: 5% GDP: links 0 → 1",)
