"""What is remembered of a sentence while its figures are read."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from operator import itemgetter
from typing import Final

from index.indicators import words
from index.indicators.model import Figure
from index.indicators.phrases import bracket_start, clean_left, done_in, stem, with_measure
from index.indicators.readings import LIST_MARK, Place, Reading

_PAPERS: Final = re.compile(r"(?:议案|建议|提案)$")


@dataclass(slots=True)
class SentenceState:
    """The sentence with its figures, the readings so far, and what later clauses may leave out.

    ``subject`` is what was last spoken of, ``topic`` what the paragraph is about, ``group`` the names of the
    last list, ``verb`` the verb that its members share, ``bounds`` the clauses.
    """

    text: str
    figures: tuple[Figure, ...]
    subject: str
    topic: str
    group: list[str] = field(default_factory=list)
    verb: str = ""
    bounds: list[tuple[int, int]] = field(default_factory=list)
    readings: list[Reading] = field(default_factory=list)

    def bounds_of(self, at: int) -> tuple[int, int]:
        """The clause around ``at``."""
        return self.bounds[max(0, bisect_right(self.bounds, at, key=itemgetter(0)) - 1)]

    def sentence_part(self, at: int) -> int:
        """The start of the clause before the one that starts at ``at``."""
        return self.bounds_of(max(0, at - 2))[0]

    def place(self, i: int) -> Place:
        """The figure at ``i`` with the words on both sides up to its neighbours."""
        figure = self.figures[i]
        start, end = self.bounds_of(figure.span.start)
        start = bracket_start(self.text, start, figure.span.start)
        same_clause = i > 0 and self.figures[i - 1].span.start >= start
        follows = i + 1 < len(self.figures) and self.figures[i + 1].span.start < end
        left = self.text[self.figures[i - 1].span.end if same_clause else start : figure.span.start]
        right = self.text[figure.span.end : self.figures[i + 1].span.start if follows else end]
        listed = bool(same_clause and LIST_MARK.match(left))
        return Place(i, figure, start, end, same_clause, follows, left, right, listed)

    def measured(self, place: Place, measure: str) -> str:
        """总数, 产值, 规模 of what the clause before, the sentence before or the paragraph speaks of."""
        before = self.subject if place.index or not self.topic else self.topic
        told = "" if place.same_clause else self.clause_subject(place.start)
        told = re.sub(r"(?<=[圈带区群])建设$", "", told)
        told = re.sub(r"(?<=[粮油棉糖])(?:食)?生产$", lambda m: m.group().removesuffix("生产"), told)
        if (
            measure.endswith("率")
            and not place.same_clause
            and len(self.group) == 2
            and _PAPERS.search(self.group[-1])
        ):
            return f"{self.group[0]}和{self.group[1]}{measure}"  # 办理建议…、提案…，办结率
        return with_measure(stem(told or before or self.topic), measure)

    def clause_subject(self, start: int) -> str:
        """The subject of the clause that ends at ``start``, if it has no figures itself."""
        if start == 0:
            return ""
        first, last = self.bounds_of(start - 1)
        after = bisect_left(self.figures, first, key=lambda figure: figure.span.start)
        if last + 1 != start or (after < len(self.figures) and self.figures[after].span.start < last):
            return ""
        clause = self.text[first:last]
        m = words.SUBJECT_VERB.search(clause, 2)
        listed = re.match(r"^([\u4e00-\u9fff]{2,6}?)(?:播种面积|面积|总产|单产|产量)、", clause)
        if listed:
            return listed[1]
        if m:
            return re.sub(r"^.*[和与、]$", "", clean_left(clause[: m.start()]))
        return ""

    def object_before(self, start: int) -> str:
        """What the clause that ends at ``start`` does, if it has no figures: 实施|消费品以旧换新."""
        if start == 0:
            return ""
        first, last = self.bounds_of(start - 1)
        if last + 1 != start or any(first <= figure.span.start < last for figure in self.figures):
            return ""
        return done_in(self.text[first:last])

    def nearest_words(self, place: Place) -> str:
        """The nearest words before a figure whose subject cannot be told."""
        before = re.sub(r"[\d.%，。；、：]+", " ", self.text[: place.start]).split()
        after = self.text[place.figure.span.end :][:8].strip("，。；、")
        return (before[-1][-12:] if before else "") or after or place.figure.surface or "数值"
