"""The word list as files: for flashcard programs, and for spreadsheets."""

from __future__ import annotations

from desktop.export.words.writing import FORMATS, export_words, render_words

__all__ = ["FORMATS", "export_words", "render_words"]
