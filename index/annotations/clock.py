"""The time as the store writes it."""

from __future__ import annotations

import time


def utc_now(form: str) -> tuple[str, int]:
    """The second in UTC as ``form`` (of ``strftime``) says, and the nanoseconds since, from one reading of the clock.

    Two readings may lie on both sides of a second's turn, and what is sorted by them is in the wrong order then.
    """
    seconds, rest = divmod(time.time_ns(), 10**9)
    return time.strftime(form, time.gmtime(seconds)), rest
