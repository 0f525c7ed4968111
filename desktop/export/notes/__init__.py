"""Notes as files: Markdown, Word, CSV, and W3C annotations."""

from __future__ import annotations

from desktop.export.notes.writing import FORMATS, export_notes, render_notes

__all__ = ["FORMATS", "export_notes", "render_notes"]
