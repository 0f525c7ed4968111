"""Keeps what is said about reports in the store of the user's own work; every change knows how to be taken back."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from index.annotations import Anchor, AnnotationStore, Item, new_item, stamped
from index.annotations.edit import Edit
from index.annotations.payload import storable, written
from index.shelving.filed import Filed, filed_of

KIND: Final = "report"
_NOWHERE: Final = Anchor(0, 0, "")


class Desk:
    """What is said about each report, by the id of its text."""

    def __init__(self, store: AnnotationStore) -> None:
        self._store = store

    def all(self) -> dict[str, Filed]:
        """Everything that was said."""
        return {item.report: filed_of(item.content()) for item in self._store.of_kind(KIND)}

    def of(self, report: str) -> Filed:
        """What is said about one report; nothing, where nothing was."""
        item = self._store.item(_key(report))
        return filed_of(item.content()) if item is not None and not item.deleted else Filed()

    def change(self, changed: Mapping[str, Filed], titles: Mapping[str, str]) -> Edit:
        """Say something else about these reports, as one step; ``titles`` names them where they have to be found again."""
        new = [self._item(report, filed, titles.get(report, "")) for report, filed in changed.items()]
        before = [(item, self._store.item(item.id)) for item in new]

        def redo() -> None:
            self._store.put_all(stamped(item) for item in new)

        def undo() -> None:
            self._store.put_all(
                stamped(old) if old is not None else stamped(replace(item, deleted=True))
                for item, old in before
            )

        return Edit(tuple(item.report for item in new), undo, redo)

    def _item(self, report: str, filed: Filed, title: str) -> Item:
        made = new_item(KIND, report, storable(title), _NOWHERE, written(filed.content()))
        known = self._store.item(_key(report))
        return replace(made, id=_key(report), created=known.created if known is not None else made.created)


def _key(report: str) -> str:
    """One item for each report."""
    return uuid.uuid5(uuid.NAMESPACE_URL, f"report:{report}").hex
