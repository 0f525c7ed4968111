"""The categories of the bundled terms, in the language of the interface."""

from __future__ import annotations

from typing import Final

from desktop.wording import noted, tr

CATEGORIES: Final[dict[str, str]] = {
    "policy": noted("policy"),
    "party": noted("Party"),
    "government": noted("government"),
    "law": noted("law"),
    "economy": noted("economy"),
    "finance": noted("finance"),
    "industry": noted("industry"),
    "technology": noted("technology"),
    "agriculture": noted("agriculture"),
    "rural": noted("rural areas"),
    "urban": noted("cities"),
    "transport": noted("transport"),
    "energy": noted("energy"),
    "environment": noted("environment"),
    "social": noted("social affairs"),
    "health": noted("health"),
    "education": noted("education"),
    "culture": noted("culture"),
    "opening-up": noted("opening up"),
    "statistics": noted("statistics"),
    "region": noted("regions"),
    "security": noted("security"),
    "programme": noted("programme"),
    "slogan": noted("slogan"),
}
"""What each is called, by its name in the files."""


def category_word(category: str) -> str:
    """A category in the language of the interface; one of the user's own as it is written."""
    return tr(CATEGORIES[category]) if category in CATEGORIES else category
