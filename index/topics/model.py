"""A topic map: what reports are about, as topics with their passages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Protocol

from index.report import Report
from index.text import Span
from index.topics.sorting import Extract


class TopicNames(Protocol):
    """What the naming of topics needs of a glossary."""

    def names_in(self, text: str, language: str) -> Sequence[tuple[str, str]]:
        """The terms that stand in a text, Chinese and English, as often as they do."""
        ...


@dataclass(frozen=True, slots=True)
class Typical:
    """A sentence that shows well what a topic is about."""

    report: Report
    span: Span

    @property
    def text(self) -> str:
        """Its words."""
        return self.span.of(self.report.text)


@dataclass(frozen=True, slots=True)
class Topic:
    """Passages about one thing, in reading order, report by report.

    ``characters`` is their length; ``shares`` what part of each report they are (by report id, 0 to 1);
    ``finer`` the topics within a large one, which hold the same passages once more.
    """

    id: str
    name_zh: str
    name_en: str
    extracts: tuple[Extract, ...]
    characters: int
    shares: dict[str, float] = field(compare=False)
    typical: tuple[Typical, ...]
    finer: tuple[Topic, ...] = ()

    def of(self, report_id: str) -> tuple[Extract, ...]:
        """Its passages in one report."""
        return tuple(e for e in self.extracts if e.report.id == report_id)


@dataclass(frozen=True, slots=True)
class TopicMap:
    """The topics of some reports, the largest first; what belongs nowhere is in the last one."""

    reports: tuple[Report, ...]
    topics: tuple[Topic, ...]

    @property
    def characters(self) -> int:
        """The length of all passages."""
        return sum(topic.characters for topic in self.topics)

    def topic(self, topic_id: str) -> Topic | None:
        """The topic, or finer topic, with this id."""
        for topic in self.topics:
            for each in (topic, *topic.finer):
                if each.id == topic_id:
                    return each
        return None

    def named(self, words: str) -> Topic | None:
        """The topic that goes by these words in either language: by its name, or by a word that begins in it."""
        asked = words.strip().casefold()
        if not asked:
            return None
        every = [each for topic in self.topics for each in (topic, *topic.finer)]
        for each in every:
            if asked in (each.id, each.name_zh.casefold(), each.name_en.casefold()):
                return each
        return next(
            (t for t in self.topics if f" {asked}" in f" {t.name_en.casefold()}" or asked in t.name_zh), None
        )
