"""Words as CSV that spreadsheet programs open as it is: UTF-8 with a byte-order mark, nothing in it a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from typing import Final

from desktop.export.escaping import clean
from index.indicators.records import guarded
from index.words.model import Example, Word

FIELDS: Final = (
    "word", "pinyin", "meaning", "sentence", "translation", "source", "place", "year", "added", "language", "id",
)  # fmt: skip


def to_csv(words: Iterable[Word]) -> bytes:
    """The file: a row for each sentence of a word, and one for a word without any."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(FIELDS)
    for word in words:
        for example in word.examples or (Example(""),):
            cells = (
                word.word, word.reading, word.meaning, example.sentence, example.translation, example.source,
                example.place, example.year or "", example.added or word.created, str(word.language), word.id,
            )  # fmt: skip
            writer.writerow(guarded(clean(cell) if isinstance(cell, str) else cell) for cell in cells)
    return out.getvalue().encode("utf-8-sig")
