"""How long the indicators of a report take: against a tenth of a second, and against a text of a hundred times its length."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from index.indicators import extract
from index.report import Report
from index.segmentation import segment

pytestmark = [pytest.mark.bench, pytest.mark.slow]

LIMIT = 0.1
"""Processor seconds that a report may take on one core."""
LONGER = 100


def seconds(text: str) -> tuple[float, int]:
    """Processor seconds for the figures of ``text``, and how many there are."""
    report = segment(text)
    started = time.process_time()
    found = extract(report)
    return time.process_time() - started, len(found)


def test_a_report_takes_a_tenth_of_a_second_and_a_long_one_as_much_for_its_length(
    sample: Report, summary: Callable[[str, str], None]
) -> None:
    one = min(seconds(sample.text)[0] for _ in range(7))
    long, count = seconds("\n".join([sample.text] * LONGER))
    ratio = long / LONGER / one
    summary(
        "speed",
        f"figures of the sample in {one * 1000:.0f} processor ms, {one / LIMIT:.2f} of the limit; of {LONGER} times its "
        f"text in {long:.1f} s, {ratio:.2f} times as much for its length; {count:,} figures",
    )
    assert one / LIMIT <= 1
    assert ratio <= 2
