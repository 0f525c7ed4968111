"""The search index of a whole library: thousands of reports, kept on disk and mapped into memory."""

from index.collection.collection import Collection

__all__ = ["Collection"]
