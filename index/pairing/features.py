"""What of a sentence shows in its translation, whoever made it: its length, its figures, its terms, whether it is a heading."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass, replace
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
    found = []
    for sentence in report.sentences:
        start = sentence.span.start
        bare = features_in(sentence.span.of(report.text), report.language, terms)
        found.append(replace(bare, level=levels.get(start, 0), begins=start in levels))
    return found


def features_in(words: str, language: Language, terms: Terms | None = None) -> Features:
    """Of words by themselves, as running text."""
    scan = scan_chinese if language is Language.ZH else scan_english
    numbers = Counter(abs(m.quantity.value) for m in scan(words) if m.form not in _DATES)
    keys = frozenset(terms(words, language)) if terms is not None else frozenset[Hashable]()
    return Features(sum(not char.isspace() for char in words), numbers, keys)
