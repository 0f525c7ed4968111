"""Puts words into a format, and writes the file whole or not at all."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from desktop.export.files import write_file
from desktop.export.words.table import to_csv
from desktop.export.words.tsv import to_tsv
from index.words.model import Word

FORMATS: Final = ("tsv", "csv")


def render_words(words: Sequence[Word], form: str) -> bytes:
    """The file of ``words`` in one of ``FORMATS``."""
    return to_csv(words) if form == "csv" else to_tsv(words).encode("utf-8")


def export_words(words: Sequence[Word], path: Path, form: str) -> None:
    """Write ``words`` to ``path``. Raises ``UnusableOutput``; what was there before then stays."""
    write_file(path, render_words(words, form))
