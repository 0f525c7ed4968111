"""Levels and states in the language of the interface."""

from __future__ import annotations

from typing import Final

from desktop.wording import noted, tr
from index.shelving import State

_LEVELS: Final = {
    "national": noted("National"),
    "province": noted("Province"),
    "city": noted("City"),
    "county": noted("County"),
}
_STATES: Final = {
    State.UNREAD: noted("Unread"),
    State.READING: noted("Reading"),
    State.READ: noted("Read"),
}


def level_words(level: str) -> str:
    """``province`` as the user calls it; empty for a level that is not known."""
    return tr(_LEVELS[level]) if level in _LEVELS else ""


def state_words(state: str) -> str:
    """How far the user is."""
    return tr(_STATES[State(state)])
