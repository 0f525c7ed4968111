"""The topic map of one report or of many."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Final

import numpy as np

from index.embedding import Embedder, Vectors
from index.report import Report
from index.topics.grouping import grouped
from index.topics.model import Topic, TopicMap, TopicNames, Typical
from index.topics.naming import Name, Namer, rest_of
from index.topics.sorting import Extract, Sorted, Sorter
from index.topics.themes import NO_THEME, Theme, themes

_TYPICAL: Final = 3
_FEWEST: Final = 3
_SMALLEST: Final = 0.05
"""A finer topic has so many passages at least, and this part of its theme; the others are kept together."""


def topic_map(reports: Iterable[Report], embedder: Embedder, names: TopicNames) -> TopicMap:
    """The topics of ``reports``, named in both languages; the same for the same reports."""
    sorter = Sorter(embedder)
    return map_of([sorter.sort(report) for report in reports], sorter, names)


def map_of(sorted_reports: Sequence[Sorted], sorter: Sorter, names: TopicNames) -> TopicMap:
    """The topic map of reports that were sorted before; a report that is given twice counts once."""
    parts = list({s.report.id: s for s in sorted_reports}.values())
    extracts = [e for part in parts for e in part.extracts]
    vectors = (
        np.concatenate([p.vectors for p in parts])
        if parts
        else np.zeros((0, sorter.embedder.dimension), np.float32)
    )
    lengths = {p.report.id: max(1, sum(len(e.text) for e in p.extracts)) for p in parts}
    namer = Namer(sorter, names)
    common = Counter[Name]()
    for extract in extracts:
        common.update(dict.fromkeys(namer.terms_of(extract), 1))
    taken: set[str] = set()
    topics: list[Topic] = []
    for theme in (*themes(), NO_THEME):
        rows = [row for row, extract in enumerate(extracts) if extract.theme is theme]
        if rows:
            finer = _finer(theme, [extracts[r] for r in rows], vectors[rows], namer, common, taken, lengths)
            topics.append(
                _topic(
                    theme.id,
                    (theme.name_zh, theme.name_en),
                    [extracts[r] for r in rows],
                    vectors[rows],
                    lengths,
                    finer,
                )
            )
    topics.sort(key=lambda topic: (topic.id == NO_THEME.id, -topic.characters, topic.id))
    return TopicMap(tuple(p.report for p in parts), tuple(topics))


def _finer(
    theme: Theme,
    extracts: Sequence[Extract],
    vectors: Vectors,
    namer: Namer,
    common: Counter[Name],
    taken: set[str],
    lengths: dict[str, int],
) -> tuple[Topic, ...]:
    if theme is NO_THEME:
        return ()
    weights = np.array([len(e.text) for e in extracts], dtype=np.float32)
    labels = grouped(vectors, weights)
    count = int(labels.max()) + 1
    if count < 2:
        return ()
    rows: list[list[int]] = [np.flatnonzero(labels == label).tolist() for label in range(count)]
    groups = [[extracts[r] for r in each] for each in rows]
    middles = np.stack([_middle(vectors[each], weights[each]) for each in rows])
    given = namer.name(theme, groups, middles, common, taken)
    fewest = max(_FEWEST, len(extracts) * _SMALLEST)
    named = [(name, each) for name, each in zip(given, rows, strict=True) if name and len(each) >= fewest]
    if len(named) < 2:
        return ()
    rest = sorted(set(range(len(extracts))) - {row for _, each in named for row in each})
    if rest:
        named.append((rest_of(theme), rest))
    return tuple(
        _topic(f"{theme.id}.{n + 1}", name, [extracts[r] for r in each], vectors[each], lengths, ())
        for n, (name, each) in enumerate(named)
    )


def _topic(
    key: str,
    name: Name,
    extracts: Sequence[Extract],
    vectors: Vectors,
    lengths: dict[str, int],
    finer: tuple[Topic, ...],
) -> Topic:
    sizes = Counter[str]()
    for extract in extracts:
        sizes[extract.report.id] += len(extract.text)
    return Topic(
        id=key,
        name_zh=name[0],
        name_en=name[1],
        extracts=tuple(extracts),
        characters=sizes.total(),
        shares={report: size / lengths[report] for report, size in sizes.items()},
        typical=_typical(extracts, vectors),
        finer=finer,
    )


def _typical(extracts: Sequence[Extract], vectors: Vectors) -> tuple[Typical, ...]:
    """The best sentences of the passages that fit best and are nearest to the middle."""
    near = vectors @ _middle(vectors, np.ones(len(vectors), dtype=np.float32))
    fits = np.array([e.fit for e in extracts])
    order = np.argsort(-(near * np.maximum(fits, 0.1)), kind="stable")[:_TYPICAL]
    return tuple(Typical(extracts[row].report, extracts[row].best) for row in order)


def _middle(vectors: Vectors, weights: Vectors) -> Vectors:
    total = (vectors * weights[:, None]).sum(axis=0)
    length = float(np.linalg.norm(total))
    middle: Vectors = total / length if length else total
    return middle
