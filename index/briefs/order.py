"""Keys that sort as the entries stand: an entry that is moved gets another key, and all others keep theirs."""

from __future__ import annotations

from typing import Final

_DIGITS: Final = "0123456789abcdefghijklmnopqrstuvwxyz"
_BASE: Final = len(_DIGITS)


def is_key(text: str) -> bool:
    """True for a fraction in base 36: digits after the point, the last of them no nought."""
    return bool(text) and all(c in _DIGITS for c in text) and not text.endswith("0")


def between(before: str, after: str) -> str:
    """A key that sorts after ``before`` and before ``after``; an empty one leaves that side open.

    Raises ``ValueError`` where there is no room: a key that is none, or two in the wrong order.
    """
    if any(key and not is_key(key) for key in (before, after)) or (after and before >= after):
        raise ValueError(f"there is no key between {before!r} and {after!r}")
    made: list[str] = []
    open_above = not after
    place = 0
    while True:
        low = _DIGITS.index(before[place]) if place < len(before) else 0
        high = _BASE if open_above else _DIGITS.index(after[place]) if place < len(after) else 0
        place += 1
        if high - low > 1:
            # Most entries are added at the end: there the keys grow slowest with the least of steps.
            step = low + 1 if open_above and before else (low + high) // 2
            return "".join(made) + _DIGITS[step]
        made.append(_DIGITS[low])
        open_above = open_above or high > low


def spread(count: int, before: str = "", after: str = "") -> tuple[str, ...]:
    """So many keys in ascending order between two others."""
    keys: list[str] = []
    for _ in range(count):
        keys.append(between(keys[-1] if keys else before, after))
    return tuple(keys)
