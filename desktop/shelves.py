"""The library as the user arranged it: what the reader knows of reports, and what is said about them. No Qt."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import TYPE_CHECKING

from index.shelving import Desk, Entry, Filed, entries

if TYPE_CHECKING:
    from desktop.services import Services
    from index.annotations.edit import Edit


def library_entries(services: Services) -> tuple[Entry, ...]:
    """The reports of the library, the last opened first. Raises UnwritableFolder where the store cannot be read."""
    known = services.library().reports()
    if not services.has_annotations:
        return entries(known, {})
    store = services.annotations()
    notes = Counter(item.report for item in store.of_kind("note"))
    return entries(known, Desk(store).all(), notes)


def change_said(services: Services, changed: Mapping[str, Filed], titles: Mapping[str, str]) -> Edit:
    """The change that says something else about these reports; nothing is kept until it is made."""
    return Desk(services.annotations()).change(changed, titles)
