"""The search index of a whole library: thousands of reports, kept on disk and mapped into memory."""

from index.collection.collection import Addition, Collection

__all__ = ["Addition", "Collection"]
