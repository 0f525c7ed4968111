"""Words as a text file that Anki takes as it is: its own header lines, then a note a line.

The headers are those of Anki's manual (Text Files). A cell that holds a tab, a line break or a quotation mark is quoted, as
everywhere in tables; so is one that begins with ``#``, which Anki would take for a remark.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from typing import Final

from desktop.export.escaping import clean
from index.words.model import Example, Word

FIELDS: Final = ("word", "pinyin", "meaning", "sentence", "translation", "source")
TAG: Final = "report-reader"
_HEAD: Final = (
    "#separator:tab",
    "#html:false",
    "#columns:" + "\t".join((*FIELDS, "tags")),
    f"#tags column:{len(FIELDS) + 1}",
)


def to_tsv(words: Iterable[Word]) -> str:
    """The file: a note for each word, its sentences and their translations each on a line of their own."""
    out = io.StringIO()
    out.write("\n".join(_HEAD) + "\n")
    plain = csv.writer(out, delimiter="\t", lineterminator="\n")
    quoted = csv.writer(out, delimiter="\t", lineterminator="\n", quoting=csv.QUOTE_ALL)
    for word in words:
        cells = [clean(cell).replace("\r\n", "\n").replace("\r", "\n") for cell in _cells(word)]
        (quoted if any(cell.startswith("#") for cell in cells) else plain).writerow(cells)
    return out.getvalue()


def _cells(word: Word) -> tuple[str, ...]:
    examples = word.examples
    sources = dict.fromkeys(e.source for e in examples if e.source)
    return (
        word.word,
        word.reading,
        word.meaning,
        "\n".join(e.sentence.strip() for e in examples),
        "\n".join(e.translation.strip() for e in examples if e.translation.strip()),
        "\n".join(sources),
        " ".join(dict.fromkeys((TAG, *(tag for e in examples for tag in _tags(e))))),
    )


def _tags(example: Example) -> list[str]:
    """Place and year; a tag of Anki's has no blanks."""
    return ["_".join(part.split()) for part in (example.place, str(example.year or "")) if part.strip()]
