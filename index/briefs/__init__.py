"""Briefs: passages collected from reports, in an order of the user's own, with headings and notes between them."""

from __future__ import annotations

from index.annotations.edit import Edit
from index.briefs.model import Brief, Entry, Heading, Note, Quote
from index.briefs.quoting import quotes_of
from index.briefs.shelf import Shelf

__all__ = ["Brief", "Edit", "Entry", "Heading", "Note", "Quote", "Shelf", "quotes_of"]
