"""What the reader's user wrote: kept in a file of its own, apart from everything that can be made again."""

from __future__ import annotations

from index.annotations.anchor import Anchor, anchor_at, find_anchor
from index.annotations.item import Item
from index.annotations.store import AnnotationStore, new_item, stamped

__all__ = ["Anchor", "AnnotationStore", "Item", "anchor_at", "find_anchor", "new_item", "stamped"]
