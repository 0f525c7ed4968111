"""The briefs in the store of the user's own work. Every change is one transaction, and knows how to be taken back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import Final

from index.annotations import AnnotationStore, Item, new_item, stamped
from index.annotations.edit import Edit
from index.annotations.payload import storable, storable_anchor, written
from index.briefs.content import content_of, entry_of
from index.briefs.model import NOWHERE, Brief, Entry, Quote
from index.briefs.order import is_key, spread

BRIEF: Final = "brief"
ENTRY: Final = "brief-entry"
_LAST: Final = "~"
"""Sorts after every key: where an entry stands whose key is damaged."""
_Patches = Mapping[str, Mapping[str, object]]
_NONE: Final[_Patches] = MappingProxyType({})
FIELDS: Final = ("text", "remark", "target", "engine", "warning", "doubts")
"""What of an entry can be edited."""


class Shelf:
    """All briefs. What this version cannot read stays in the store, untouched."""

    def __init__(self, store: AnnotationStore) -> None:
        self._store = store

    # Reading

    def briefs(self, *, deleted: bool = False) -> tuple[Brief, ...]:
        """The briefs, the last one changed first; instead those that were deleted, where these are asked for.

        A brief whose own row is damaged comes with its entries and without a title.
        """
        items = {item.id: item for item in self._store.of_kind(BRIEF, deleted=True)}
        rows: dict[str, list[Item]] = {}
        for item in self._store.of_kind(ENTRY):
            rows.setdefault(str(item.content().get("brief", "")), []).append(item)
        found = [_brief(item, rows.get(key, [])) for key, item in items.items() if item.deleted is deleted]
        if not deleted:
            found += [_orphaned(key, left) for key, left in rows.items() if key not in items and key]
        return tuple(sorted(found, key=lambda brief: brief.modified, reverse=True))

    def brief(self, key: str) -> Brief | None:
        """One brief that is not deleted."""
        return next((brief for brief in self.briefs() if brief.id == key), None)

    def named(self, title: str) -> tuple[Brief, ...]:
        """The briefs with this title, case aside; else those whose id begins so."""
        briefs = self.briefs()
        wanted = title.strip().casefold()
        exact = [b for b in briefs if b.title.strip() == title.strip()]
        alike = [b for b in briefs if b.title.strip().casefold() == wanted]
        by_id = [b for b in briefs if len(wanted) >= 4 and b.id.startswith(wanted)]
        return tuple(exact or alike or by_id)

    # Changing

    def create(self, title: str, entries: Sequence[Entry] = ()) -> Edit:
        """A new brief, with its first entries; the last of ``keys`` is the brief's own."""
        brief = new_item(BRIEF, "", "", NOWHERE, written({"title": title}))
        made = [_item(brief.id, e, key) for e, key in zip(entries, spread(len(entries)), strict=True)]
        return self._added([*made, brief])

    def rename(self, brief: Brief, title: str) -> Edit:
        """Another title."""
        if (
            self._store.item(brief.id) is None
        ):  # its row is damaged: it gets a new one, the old goes into the history
            item = replace(new_item(BRIEF, "", "", NOWHERE, written({"title": title})), id=brief.id)
            untitled = self._patched({}, {brief.id: {"title": ""}})
            return Edit((brief.id,), untitled.undo, self._added([item]).redo)
        return self._patched({brief.id: {"title": title}}, {brief.id: {"title": brief.title}})

    def delete(self, brief: Brief) -> Edit:
        """Delete a brief; its entries go and come back with it."""
        return self._removed((brief.id,))

    def restore(self, brief: Brief) -> Edit:
        """Bring a deleted brief back."""
        taken = self._removed((brief.id,))
        return Edit(taken.keys, taken.redo, taken.undo)

    def add(self, brief: Brief, entries: Sequence[Entry], at: int | None = None) -> Edit:
        """Add entries before the place ``at``, at the end where there is none."""
        keys, moved, before = self._keys(brief, len(entries), at, ())
        made = [_item(brief.id, entry, key) for entry, key in zip(entries, keys, strict=True)]
        return self._added(made, moved, before)

    def remove(self, keys: Iterable[str]) -> Edit:
        """Take entries out."""
        return self._removed(tuple(keys))

    def move(self, brief: Brief, keys: Sequence[str], at: int) -> Edit | None:
        """Move entries, in the order of the brief, before what now stands at ``at``; None where nothing would move."""
        ids = [entry.id for entry in brief.entries]
        going = [key for key in ids if key in set(keys)]
        rest = [key for key in ids if key not in set(keys)]
        place = sum(1 for key in ids[:at] if key not in set(keys))
        if not going or [*rest[:place], *going, *rest[place:]] == ids:
            return None
        fresh, moved, before = self._keys(brief, len(going), at, going)
        after: _Patches = {
            **moved,
            **{key: {"order": order} for key, order in zip(going, fresh, strict=True)},
        }
        was: _Patches = {key: {"order": self._order(key)} for key in going}
        return self._patched(after, {**before, **was}, going)

    def edit(self, key: str, **fields: str | tuple[str, ...]) -> Edit | None:
        """Change fields of an entry; None where it is not there, or nothing changes."""
        known = self._store.item(key)
        if known is None:
            return None
        content = known.content()
        after = {
            name: list(value) if isinstance(value, tuple) else value
            for name, value in fields.items()
            if name in FIELDS
        }
        after = {name: value for name, value in after.items() if content.get(name, "") != value}
        if not after:
            return None
        return self._patched({key: after}, {key: {name: content.get(name, "") for name in after}})

    def fill(self, key: str, target: str, engine: str, warning: str, doubts: tuple[str, ...]) -> bool:
        """Give a quote its translation where it has none yet; False where it has, or is gone. No step of its own."""
        known = self._store.item(key)
        if known is None or known.content().get("target"):
            return False
        fields = {"target": target, "engine": engine, "warning": warning, "doubts": list(doubts)}
        self._patch({key: fields})
        return True

    # Keys

    def _order(self, key: str) -> str:
        known = self._store.item(key)
        return _order(known) if known is not None else _LAST

    def _keys(
        self, brief: Brief, count: int, at: int | None, without: Sequence[str]
    ) -> tuple[tuple[str, ...], dict[str, dict[str, object]], dict[str, dict[str, object]]]:
        """Keys for ``count`` entries before the place ``at``; with new and old keys of the others where there is no room."""
        ids = [entry.id for entry in brief.entries]
        place = len(ids) if at is None else at
        ahead = [key for key in ids[:place] if key not in without]
        behind = [key for key in ids[place:] if key not in without]
        first = self._order(ahead[-1]) if ahead else ""
        last = self._order(behind[0]) if behind else ""
        try:
            return spread(count, first, last), {}, {}
        except ValueError:
            keys = spread(len(ahead) + count + len(behind))
            others = [*ahead, *behind]
            given = [*keys[: len(ahead)], *keys[len(ahead) + count :]]
            after: dict[str, dict[str, object]] = {
                k: {"order": o} for k, o in zip(others, given, strict=True)
            }
            before: dict[str, dict[str, object]] = {key: {"order": self._order(key)} for key in others}
            return keys[len(ahead) : len(ahead) + count], after, before

    # Writing

    def _added(self, items: Sequence[Item], moved: _Patches = _NONE, before: _Patches = _NONE) -> Edit:
        def put(*, deleted: bool) -> None:
            known = [self._store.item(item.id) or item for item in items]
            others = self._with(before if deleted else moved)
            self._store.put_all([*others, *(stamped(replace(item, deleted=deleted)) for item in known)])

        return Edit(tuple(item.id for item in items), lambda: put(deleted=True), lambda: put(deleted=False))

    def _removed(self, keys: tuple[str, ...]) -> Edit:
        return Edit(
            keys,
            lambda: self._store.set_all_deleted(keys, deleted=False),
            lambda: self._store.set_all_deleted(keys, deleted=True),
        )

    def _patched(self, after: _Patches, before: _Patches, keys: Sequence[str] = ()) -> Edit:
        return Edit(tuple(keys or after), lambda: self._patch(before), lambda: self._patch(after))

    def _patch(self, patches: _Patches) -> None:
        self._store.put_all(self._with(patches))

    def _with(self, patches: _Patches) -> list[Item]:
        """Items with some fields changed, and all others, those of later versions too, as they are."""
        found = ((self._store.item(key), fields) for key, fields in patches.items())
        return [
            stamped(replace(item, payload=written({**item.content(), **fields})))
            for item, fields in found
            if item is not None
        ]


def _brief(item: Item, rows: Sequence[Item]) -> Brief:
    title = item.content().get("title")
    return replace(
        _orphaned(item.id, rows),
        title=title if isinstance(title, str) else "",
        created=item.created,
        modified=max([item.modified, *(row.modified for row in rows)]),
    )


def _orphaned(key: str, rows: Sequence[Item]) -> Brief:
    ordered = sorted(rows, key=lambda row: (_order(row), row.created, row.id))
    entries = [entry_of(row, row.content()) for row in ordered]
    shown = tuple(entry for entry in entries if entry is not None)
    times = [row.modified for row in rows]
    return Brief(key, "", shown, min(times, default=""), max(times, default=""), len(entries) - len(shown))


def _order(item: Item) -> str:
    key = item.content().get("order")
    return key if isinstance(key, str) and is_key(key) else _LAST


def _item(brief: str, entry: Entry, order: str) -> Item:
    content = {**content_of(entry), "brief": brief, "order": order}
    if isinstance(entry, Quote):
        anchor = storable_anchor(entry.anchor)
        return new_item(ENTRY, storable(entry.report_id), storable(entry.title), anchor, written(content))
    return new_item(ENTRY, "", "", NOWHERE, written(content))
