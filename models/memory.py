"""The translation memory: sentences with the translation that a person gave them, found again exactly or nearly.

An exact match has the same words and the same figures; script, blanks and the width of characters aside. One that
differs in its figures alone is near, and is only offered.
"""

from __future__ import annotations

import re
import threading
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from index.report import Language
from index.text import normalise
from index.variants import to_simplified

if TYPE_CHECKING:
    from models.fuzzy import NearIndex
    from models.translation import Translation

LEAST: Final = 0.7
_MANY: Final = 1_000
"""The least likeness that is worth showing."""
_WIDE: Final = {c: c - 0xFEE0 for c in range(0xFF01, 0xFF5F)} | {0x3000: 0x20, 0xA0: 0x20}
_CJK_BLANK: Final = re.compile(r"(?<=[^\x00-\x7f]) | (?=[^\x00-\x7f])")
_NOT_TEXT: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]")


class Origin(StrEnum):
    """Where an entry comes from."""

    CORRECTED = "corrected"
    IMPORTED = "imported"


@dataclass(frozen=True, slots=True)
class Entry:
    """A sentence in ``language`` with its translation, each on one line.

    ``file`` is the name of the memory that it was imported from, ``date`` when it was written (ISO 8601, UTC) and
    ``author`` who wrote it, where that is known.
    """

    source: str
    target: str
    language: Language
    origin: Origin = Origin.CORRECTED
    file: str = ""
    date: str = ""
    author: str = ""
    id: str = ""

    def reversed(self) -> Entry:
        """The same pair for the other direction."""
        return replace(self, source=self.target, target=self.source, language=self.language.other)


@dataclass(frozen=True, slots=True)
class Match:
    """An entry that is like a sentence; ``likeness`` is 1.0 for the same words and figures, else below."""

    entry: Entry
    likeness: float


def one_line(text: str) -> str:
    """``text`` as entries keep it: normalised, without control characters, on one line."""
    return " ".join(_NOT_TEXT.sub(" ", normalise(text)).split())


def memory_key(text: str, language: Language) -> str:
    """What two texts have in common that are the same sentence: script, blanks and width of characters are folded."""
    plain = " ".join((to_simplified(text) if language is Language.ZH else text).translate(_WIDE).split())
    return _CJK_BLANK.sub("", plain) if language is Language.ZH else plain


def memory_keys(texts: Sequence[str], language: Language) -> list[str]:
    """``memory_key`` of each; Chinese is converted in one pass, which is much faster for many."""
    if language is Language.ZH and len(texts) > 1:
        lines = to_simplified("\n".join(" ".join(text.split()) for text in texts)).split("\n")
        if len(lines) == len(texts):
            return [_CJK_BLANK.sub("", " ".join(line.translate(_WIDE).split())) for line in lines]
    return [memory_key(text, language) for text in texts]


class TranslationMemory:
    """Entries by id. Corrections hold for their own direction, imported pairs for both. For use from any thread."""

    def __init__(self, entries: Iterable[Entry] = ()) -> None:
        self._entries: dict[str, Entry] = {}
        self._exact: dict[Language, dict[str, list[str]]] = {}
        self._near: dict[Language, NearIndex] = {}
        self._lock = threading.Lock()
        self._building = threading.Lock()
        self._changes = 0
        self.put_all(entries)

    def __len__(self) -> int:
        return len(self._entries)

    def entries(self) -> tuple[Entry, ...]:
        """All of them, in the order in which they were put."""
        with self._lock:
            return tuple(self._entries.values())

    def put(self, entry: Entry) -> None:
        """Add an entry, or put it in place of the one with its id."""
        self.put_all([entry])

    def put_all(self, entries: Iterable[Entry]) -> None:
        """Add several entries at once."""
        entries = tuple(entries)
        with self._lock:
            if len(entries) > _MANY:  # the tables are made anew when they are asked for: that is faster
                self._exact.clear()
                self._near.clear()
            for entry in entries:
                self._changes += 1
                key = entry.id or f"#{self._changes}"
                self._forget(key)
                self._entries[key] = entry if entry.id else replace(entry, id=key)
                for language, table in self._exact.items():
                    seen = _seen_from(self._entries[key], language)
                    if seen is not None:
                        table.setdefault(memory_key(seen.source, language), []).append(key)
                for language, index in self._near.items():
                    seen = _seen_from(self._entries[key], language)
                    if seen is not None:
                        index.add(key, memory_key(seen.source, language))

    def remove(self, keys: Iterable[str]) -> None:
        """Take entries out, by id."""
        with self._lock:
            for key in keys:
                self._forget(key)

    def _forget(self, key: str) -> None:
        if self._entries.pop(key, None) is not None:
            self._changes += 1
            for index in self._near.values():
                index.drop(key)

    # Exact

    def exact(self, source: str, language: Language) -> Entry | None:
        """The entry for this very sentence: a correction before what was imported, the latest first."""
        return self.exact_all([source], language)[0]

    def exact_all(self, sources: Sequence[str], language: Language) -> list[Entry | None]:
        """``exact`` of each sentence."""
        if not self._entries or not sources:
            return [None] * len(sources)
        keys = memory_keys(sources, language)
        with self._lock:
            table = self._table(language)
            return [self._best(table.get(key, ()), key, language) for key in keys]

    def all_exact(self, source: str, language: Language) -> tuple[Entry, ...]:
        """Every entry for this very sentence."""
        key = memory_key(source, language)
        with self._lock:
            return tuple(self._living(self._table(language).get(key, ()), key, language))

    def _best(self, ids: Sequence[str], key: str, language: Language) -> Entry | None:
        best: Entry | None = None
        for seen in self._living(ids, key, language):
            if best is None or _rank(seen) >= _rank(best):
                best = seen
        return best

    def _living(self, ids: Sequence[str], key: str, language: Language) -> Iterator[Entry]:
        """Those that were neither taken out nor changed since they were put into the table."""
        for known in dict.fromkeys(ids):
            entry = self._entries.get(known)
            seen = _seen_from(entry, language) if entry is not None else None
            if seen is not None and memory_key(seen.source, language) == key:
                yield seen

    def _table(self, language: Language) -> dict[str, list[str]]:
        table = self._exact.get(language)
        if table is None:
            seen = [s for e in self._entries.values() if (s := _seen_from(e, language)) is not None]
            table = {}
            for entry, key in zip(seen, memory_keys([e.source for e in seen], language), strict=True):
                table.setdefault(key, []).append(entry.id)
            self._exact[language] = table
        return table

    def translations(self, sources: Sequence[str], language: Language) -> list[Translation | None]:
        """The translation of each sentence that is in the memory word for word and figure for figure."""
        found = self.exact_all(sources, language)
        return [as_translation(s, e) if e else None for s, e in zip(sources, found, strict=True)]

    # Near

    def near(
        self, source: str, language: Language, limit: int = 5, least: float = LEAST
    ) -> tuple[Match, ...]:
        """The entries most like a sentence, best first; the figures of both are left out of the comparison."""
        if not self._entries:
            return ()
        key = memory_key(source, language)
        index = self._near_index(language)
        with self._lock:
            found: dict[tuple[str, str], Match] = {}
            for known, likeness in index.nearest(key, limit * 4, least):
                entry = self._entries.get(known)
                seen = _seen_from(entry, language) if entry is not None else None
                if seen is None:
                    continue
                same = memory_key(seen.source, language) == key
                match = Match(seen, 1.0 if same else min(likeness, 0.99))
                pair = (memory_key(seen.source, language), seen.target)
                if pair not in found or _rank(seen) > _rank(found[pair].entry):
                    found[pair] = match
        best = sorted(found.values(), key=lambda m: (m.likeness, *_rank(m.entry)), reverse=True)
        return tuple(best[:limit])

    def _near_index(self, language: Language) -> NearIndex:
        with self._building:  # so that others may look for exact matches meanwhile
            with self._lock:
                known = self._near.get(language)
                if known is not None and not known.is_stale:
                    return known
                entries, changes = tuple(self._entries.values()), self._changes
            index = self._built(entries, language)
            with self._lock:
                if changes != self._changes:  # few, and seldom: what was put or taken out meanwhile
                    index = self._built(self._entries.values(), language)
                self._near[language] = index
            return index

    @staticmethod
    def _built(entries: Iterable[Entry], language: Language) -> NearIndex:
        from models.fuzzy import NearIndex

        seen = [s for e in entries if (s := _seen_from(e, language)) is not None]
        keys = memory_keys([e.source for e in seen], language)
        return NearIndex(language, zip([e.id for e in seen], keys, strict=True))


def _seen_from(entry: Entry, language: Language) -> Entry | None:
    """The entry for sentences in ``language``; corrections are for their own direction alone."""
    if entry.language is language:
        return entry
    return entry.reversed() if entry.origin is Origin.IMPORTED else None


def _rank(entry: Entry) -> tuple[bool, str]:
    return entry.origin is Origin.CORRECTED, entry.date


def as_translation(source: str, entry: Entry) -> Translation:
    """The entry as the translation of ``source``, its figures linked, with a warning where they do not agree."""
    from models.figures import check_figures
    from models.numbers import warning_words
    from models.translation import Link, Translation

    check = check_figures(source, entry.target, entry.language)
    links = tuple(Link(k.source, k.target, k.kind) for k in check.links)
    warning = warning_words([m.rendered for m in check.missing], check.invented)
    numbers = "ok" if check.sound else "warning"
    return Translation(source, entry.target, "memory", numbers, warning, links, entry=entry)
