"""Background work as the reader writes it: a generator that yields progress and returns its result. No Qt."""

from __future__ import annotations

from collections.abc import Callable, Generator
from typing import NamedTuple


class Step(NamedTuple):
    """Progress of a piece of work; ``value`` is a part of the result that is ready to be shown."""

    done: int
    total: int
    value: object = None


class Done(NamedTuple):
    """The end of a piece of work, with its result."""

    value: object


Work = Generator[Step, None, object]
"""Every ``yield`` is a place where the work may be stopped."""


def drain(work: Work, progressed: Callable[[Step], object] = lambda _: None) -> object:
    """Run ``work`` to its end and give its result; for callers without a window. ``progressed`` is told each step."""
    while True:
        try:
            progressed(next(work))
        except StopIteration as end:
            value: object = end.value
            return value
