"""Names for finer topics: the terms of a glossary that tell a group of passages from all the others."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Final

import numpy as np

from index.embedding import Embedder, Vectors
from index.topics.model import TopicNames
from index.topics.sorting import Extract, Sorter
from index.topics.themes import Theme
from index.variants import to_simplified

Name = tuple[str, str]

_CANDIDATES: Final = 12
_TERMS: Final = 2
"""A name is made of this many terms."""
_NEARNESS: Final = 1.2
_OWN: Final = 0.2
"""A term that stands in more than so many passages of other themes for one of its own is no name (高质量发展)."""
_IN_HEADING: Final = 1
"""A term in the heading above a passage counts as if it stood in the passage once more."""
_LONGEST_ZH, _LONGEST_EN = 12, 46


class Namer:
    """Gives each group of passages a name of its own."""

    def __init__(self, sorter: Sorter, names: TopicNames) -> None:
        self._sorter = sorter
        self._names = names
        self._known: dict[str, tuple[Name, ...]] = {}

    def terms_of(self, extract: Extract) -> Counter[Name]:
        """In how many ways each term speaks from a passage: from its text, and from the heading above it."""
        language = str(extract.report.language)
        found = Counter(dict.fromkeys(self._terms(extract.text, language), 1))
        path = extract.report.section_path(extract.span.start)
        if len(path) > 1:
            found.update(dict.fromkeys(self._terms(path[-1].title, language), _IN_HEADING))
        return found

    def _terms(self, text: str, language: str) -> tuple[Name, ...]:
        known = self._known.get(text)
        if known is None:
            found = dict.fromkeys(self._names.names_in(text, language))
            known = self._known[text] = tuple(name for name in found if _is_name(name))
        return known

    def name(
        self,
        theme: Theme,
        groups: Sequence[Sequence[Extract]],
        middles: Vectors,
        common: Counter[Name],
        taken: set[str],
    ) -> list[Name | None]:
        """A name for each group of a theme, None for one that no term tells from the others.

        ``common`` counts the passages of all themes that have a term; ``taken`` holds the terms that stand in
        another name already, and takes in the new ones.
        """
        counts = [Counter[Name]() for _ in groups]
        for count, group in zip(counts, groups, strict=True):
            for extract in group:
                count.update(self.terms_of(extract))
        within = Counter[Name]()
        for count in counts:
            within.update(count)
        own = {name: number / max(number, common[name]) for name, number in within.items()}
        taken.update((theme.name_zh, theme.name_en.casefold()))
        return [
            self._one(count, len(group), middle, within, own, taken)
            for count, group, middle in zip(counts, groups, middles, strict=True)
        ]

    def _one(
        self,
        count: Counter[Name],
        size: int,
        middle: Vectors,
        within: Counter[Name],
        own: Mapping[Name, float],
        taken: set[str],
    ) -> Name | None:
        scores = {
            name: number / size * (number / within[name]) * own[name]
            for name, number in count.items()
            if number >= 2 and own[name] >= _OWN and name[0] not in taken and name[1].casefold() not in taken
        }
        best = sorted(scores, key=lambda name: (-scores[name], name))[:_CANDIDATES]
        near = self._nearness(best, middle, self._sorter.embedder)
        best.sort(key=lambda name: (-scores[name] * (0.3 + _NEARNESS * max(near[name], 0.0)), name))
        chosen: list[Name] = []
        for name in best:
            if not any(_overlap(*name, *other) for other in chosen):
                chosen.append(name)
            if len(chosen) == _TERMS:
                break
        if not chosen:
            return None
        taken.update(part for zh, en in chosen for part in (zh, en.casefold()))
        return "、".join(zh for zh, _ in chosen), _capital("; ".join(en for _, en in chosen))

    def _nearness(self, names: Sequence[Name], middle: Vectors, embedder: Embedder) -> dict[Name, float]:
        if not names:
            return {}
        rows = self._sorter.themes.centred(
            np.nan_to_num(embedder.embed([to_simplified(zh) for zh, _ in names]))
        )
        return {name: float(value) for name, value in zip(names, rows @ middle, strict=True)}


def _is_name(name: Name) -> bool:
    zh, en = name
    return 2 <= len(zh) <= _LONGEST_ZH and 2 <= len(en) <= _LONGEST_EN


def _overlap(zh: str, en: str, other_zh: str, other_en: str) -> bool:
    """True where two terms say all but the same."""
    shared = len(set(zh) & set(other_zh))
    return shared * 2 > min(len(zh), len(other_zh)) or en.casefold() == other_en.casefold()


def rest_of(theme: Theme) -> Name:
    """What the passages of a theme are called that are in no finer topic."""
    return f"{theme.name_zh}·其他", f"{theme.name_en}: more"


def _capital(name: str) -> str:
    return name[:1].upper() + name[1:]
