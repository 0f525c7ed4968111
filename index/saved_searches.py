"""Searches that the user keeps, each with the passages already seen, so that new ones can be told."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from index.annotations import Anchor, AnnotationStore, Item, new_item, stamped
from index.annotations.payload import storable, written
from index.variants import fold

if TYPE_CHECKING:
    from index.search import Passage

KIND: Final = "search"
MOST_SEEN: Final = 5_000
"""Passages that are remembered as seen, the last of them; a search shows far fewer at a time."""


class Scope(StrEnum):
    """Where a search looks."""

    REPORT = "report"
    LIBRARY = "library"


@dataclass(frozen=True, slots=True)
class SavedSearch:
    """A search; ``report`` and ``title`` say in which report, where its scope is one. ``seen`` holds keys of passages."""

    id: str
    name: str
    query: str
    scope: Scope = Scope.LIBRARY
    report: str = ""
    title: str = ""
    created: str = ""
    seen: tuple[str, ...] = ()

    def unseen(self, hits: Iterable[Passage]) -> tuple[Passage, ...]:
        """Those of ``hits`` that were not there when this search was last looked at."""
        known = frozenset(self.seen)
        return tuple(hit for hit in hits if passage_key(hit) not in known)


def passage_key(hit: Passage) -> str:
    """What makes a passage the same one although its file was read anew: its report's title and its words."""
    words = f"{hit.report_title}\x1f{fold(hit.text)}"
    return hashlib.sha256(words.encode("utf-8", "surrogatepass")).hexdigest()[:16]


class SavedSearches:
    """The searches in the store of the user's own work. Writing raises ``UnwritableFolder``."""

    def __init__(self, store: AnnotationStore) -> None:
        self._store = store

    def all(self, *, deleted: bool = False) -> tuple[SavedSearch, ...]:
        """The searches, the oldest first; instead those that were deleted, where these are asked for."""
        items = self._store.of_kind(KIND, deleted=deleted)
        found = (_search_of(item) for item in items if item.deleted is deleted)
        return tuple(search for search in found if search is not None)

    def find(self, key: str) -> SavedSearch | None:
        """One search that is not deleted."""
        item = self._store.item(key)
        return _search_of(item) if item is not None and item.kind == KIND and not item.deleted else None

    def add(
        self, name: str, query: str, scope: Scope = Scope.LIBRARY, report: str = "", title: str = ""
    ) -> SavedSearch:
        """Keep a search; nothing of it is seen yet."""
        content = {"name": name, "query": query, "scope": str(scope), "report_title": title, "seen": []}
        item = new_item(KIND, storable(report), storable(title), Anchor(0, 0, ""), written(content))
        self._store.put(item)
        return SavedSearch(item.id, name, query, scope, item.report, title, item.created)

    def rename(self, key: str, name: str) -> SavedSearch | None:
        """Another name; None where there is no such search."""
        return self._change(key, {"name": name})

    def delete(self, key: str) -> None:
        """Delete a search; ``restore`` brings it back."""
        self._store.set_deleted(key, deleted=True)

    def restore(self, key: str) -> None:
        """Bring a deleted search back."""
        self._store.set_deleted(key, deleted=False)

    def mark_seen(self, key: str, hits: Iterable[Passage]) -> SavedSearch | None:
        """Remember that these were shown; what was seen before stays seen."""
        known = self.find(key)
        if known is None:
            return None
        seen = tuple(dict.fromkeys((*known.seen, *(passage_key(hit) for hit in hits))))
        if seen == known.seen:
            return known
        return self._change(key, {"seen": list(seen[-MOST_SEEN:])})

    def _change(self, key: str, fields: dict[str, object]) -> SavedSearch | None:
        item = self._store.item(key)
        if item is None or item.kind != KIND:
            return None
        changed = stamped(replace(item, payload=written({**item.content(), **fields})))
        return _search_of(self._store.put(changed))


def _search_of(item: Item) -> SavedSearch | None:
    """The search of an item; None for one that this version cannot read, which stays in the store."""
    content = item.content()
    query, name, seen = content.get("query"), content.get("name"), content.get("seen")
    if not isinstance(query, str):
        return None
    try:
        scope = Scope(str(content.get("scope")))
    except ValueError:
        return None
    return SavedSearch(
        item.id,
        name if isinstance(name, str) and name else query,
        query,
        scope,
        item.report,
        str(content.get("report_title", item.title)),
        item.created,
        tuple(each for each in seen if isinstance(each, str)) if isinstance(seen, list) else (),
    )
