"""The reports of the library as they are shown: recognised facts with the user's over them, narrowed and put in order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final, NamedTuple

from index.library import KnownReport
from index.shelving.filed import Filed, State
from index.shelving.level import LEVELS, level_of
from index.variants import fold

_STATES: Final = tuple(State)
_NOTHING: Final = Filed()


class Sort(StrEnum):
    """What the list is ordered by."""

    OPENED = "opened"
    TITLE = "title"
    PLACE = "place"
    YEAR = "year"
    LEVEL = "level"


@dataclass(frozen=True, slots=True)
class Entry:
    """One report. ``recent`` counts from the one opened last, from 0; ``notes`` those made in it."""

    known: KnownReport
    filed: Filed = _NOTHING
    recent: int = 0
    notes: int = 0

    @property
    def title(self) -> str:
        """The user's title, else the report's own."""
        return self.filed.title or self.known.title

    @property
    def place(self) -> str:
        """The place, likewise."""
        return self.filed.place or self.known.place

    @property
    def year(self) -> int | None:
        """The year, likewise."""
        said = self.filed.year
        return int(said) if said.isascii() and said.isdigit() else self.known.year

    @property
    def level(self) -> str:
        """The level, likewise; empty where nothing tells it."""
        return self.filed.level or level_of(self.place)

    def words(self) -> str:
        """All that a search in the list looks through."""
        f = self.filed
        parts = (
            self.title,
            self.place,
            str(self.year or ""),
            f.speaker,
            f.date,
            *f.tags,
            *f.shelves,
            self.known.path,
        )
        return fold("\n".join(parts))


def entries(
    known: Sequence[KnownReport], filed: Mapping[str, Filed], notes: Mapping[str, int] | None = None
) -> tuple[Entry, ...]:
    """The reports of the library, the last opened first, with what is said about them."""
    counts = notes or {}
    return tuple(
        Entry(report, filed.get(report.id, Filed()), order, counts.get(report.id, 0))
        for order, report in enumerate(known)
    )


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which reports are shown: those with all the words, and in each group one of what was chosen, if anything was."""

    words: str = ""
    places: frozenset[str] = frozenset()
    years: frozenset[int] = frozenset()
    levels: frozenset[str] = frozenset()
    states: frozenset[str] = frozenset()
    tags: frozenset[str] = frozenset()
    shelves: frozenset[str] = frozenset()
    sort: Sort = Sort.OPENED
    descending: bool = False

    def takes(self, entry: Entry) -> bool:
        """True where the report is shown."""
        filed = entry.filed
        return (
            (not self.places or entry.place in self.places)
            and (not self.years or entry.year in self.years)
            and (not self.levels or entry.level in self.levels)
            and (not self.states or filed.state in self.states)
            and (not self.tags or not self.tags.isdisjoint(filed.tags))
            and (not self.shelves or not self.shelves.isdisjoint(filed.shelves))
            and self._has_words(entry)
        )

    def _has_words(self, entry: Entry) -> bool:
        wanted = fold(self.words).split()
        if not wanted:
            return True
        words = entry.words()
        return all(word in words for word in wanted)

    def of(self, found: Iterable[Entry]) -> tuple[Entry, ...]:
        """The reports that are shown, in order; what is not known comes last, either way."""
        taken = [entry for entry in found if self.takes(entry)]
        if self.sort is Sort.OPENED:
            return tuple(reversed(taken)) if self.descending else tuple(taken)
        known = [entry for entry in taken if self._key(entry) is not None]
        known.sort(key=lambda entry: (self._key(entry), entry.recent), reverse=self.descending)
        return (*known, *(entry for entry in taken if self._key(entry) is None))

    def _key(self, entry: Entry) -> str | int | None:
        match self.sort:
            case Sort.TITLE:
                return entry.title or None
            case Sort.PLACE:
                return entry.place or None
            case Sort.YEAR:
                return entry.year
            case _:
                return LEVELS.index(entry.level) if entry.level in LEVELS else None


@dataclass(frozen=True)
class Facets:
    """What can be chosen in each group, with how many reports have it."""

    places: Mapping[str, int] = field(default_factory=dict)
    years: Mapping[int, int] = field(default_factory=dict)
    levels: Mapping[str, int] = field(default_factory=dict)
    states: Mapping[str, int] = field(default_factory=dict)
    tags: Mapping[str, int] = field(default_factory=dict)
    shelves: Mapping[str, int] = field(default_factory=dict)


def facets(found: Iterable[Entry]) -> Facets:
    """The groups of a list: places and tags by how many have them, years the newest first."""
    all_ = tuple(found)
    years = Counter(entry.year for entry in all_ if entry.year)
    levels = Counter(entry.level for entry in all_ if entry.level)
    states = Counter(entry.filed.state for entry in all_)
    return Facets(
        dict(Counter(entry.place for entry in all_ if entry.place).most_common()),
        {year: years[year] for year in sorted(years, reverse=True)},
        {level: levels[level] for level in LEVELS if levels[level]},
        {str(state): states[state] for state in _STATES if states[state]},
        dict(Counter(tag for entry in all_ for tag in entry.filed.tags).most_common()),
        dict(sorted(Counter(shelf for entry in all_ for shelf in entry.filed.shelves).items())),
    )


class SameReports(NamedTuple):
    """Texts that are probably one report: of one place and one year."""

    place: str
    year: int
    entries: tuple[Entry, ...]


def same_reports(found: Iterable[Entry]) -> tuple[SameReports, ...]:
    """Reports that the library has more than once. A text that is the same to the letter is one report anyway."""
    groups: dict[tuple[str, int, str], list[Entry]] = {}
    for entry in found:
        if entry.place and entry.year:
            groups.setdefault((entry.place, entry.year, str(entry.known.language)), []).append(entry)
    return tuple(
        SameReports(place, year, tuple(same)) for (place, year, _), same in groups.items() if len(same) > 1
    )
