"""One thing that the user wrote down, as it is kept."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, fields
from typing import Final, NamedTuple

from index.annotations.anchor import Anchor

_SEPARATOR: Final = "\x1f"


@dataclass(frozen=True, slots=True)
class Item:
    """``kind`` says what it is (``correction``, ``translation``, later ``note``); ``payload`` is its content as JSON.

    ``report`` is the id of the text it was written in, ``title`` finds it again when that text was replaced.
    Times are ISO 8601 in UTC. Deleted items stay, so that deleting can be undone.
    """

    id: str
    kind: str
    report: str
    title: str
    anchor: Anchor
    payload: str
    created: str
    modified: str
    deleted: bool = False

    def digest(self) -> str:
        """The SHA-256 of all that the item says."""
        parts = [str(getattr(self, field.name)) for field in fields(self) if field.name != "anchor"]
        a = self.anchor
        parts += [str(a.start), str(a.end), a.quote, a.before, a.after]
        return hashlib.sha256(_SEPARATOR.join(parts).encode("utf-8", "surrogatepass")).hexdigest()

    def content(self) -> dict[str, object]:
        """The payload as a table; empty where it is none."""
        try:
            value = json.loads(self.payload)
        except ValueError:
            return {}
        return value if isinstance(value, dict) else {}


class Version(NamedTuple):
    """An item as it was after a change: ``added`` counts the items, ``changed`` the changes, both from 1."""

    item: Item
    added: int
    changed: int
