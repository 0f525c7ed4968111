"""What of a sentence shows in its translation, whoever made it: its length, its figures, its terms, whether it is a heading."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from index.quantities import Form, scan_chinese, scan_english
from index.report import Language, Report

Terms = Callable[[str, Language], Iterable[Hashable]]
"""The terms in a sentence, by a key that is the same in both languages."""
_DATES: Final = (Form.CODE,)


@dataclass(frozen=True, slots=True)
class Features:
    """``length`` in characters, blanks left out; ``numbers`` are the values of the figures, ``terms`` keys of terms.

    ``level`` is that of a heading, 0 for running text; ``begins`` where a paragraph begins.
    """

    length: int
    numbers: Counter[Decimal]
    terms: frozenset[Hashable]
    level: int = 0
    begins: bool = False


def features_of(report: Report, terms: Terms | None = None) -> list[Features]:
    """Of each sentence of a report, in reading order."""
    levels = {p.span.start: p.level for p in report.paragraphs}
    scan = scan_chinese if report.language is Language.ZH else scan_english
    found = []
    for sentence in report.sentences:
        words = sentence.span.of(report.text)
        numbers = Counter(abs(m.quantity.value) for m in scan(words) if m.form not in _DATES)
        keys = frozenset(terms(words, report.language)) if terms is not None else frozenset[Hashable]()
        length = sum(not char.isspace() for char in words)
        start = sentence.span.start
        found.append(Features(length, numbers, keys, levels.get(start, 0), start in levels))
    return found
