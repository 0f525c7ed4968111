"""Scores the search on graded queries: words alone (BM25), meaning alone (the encoder), both fused as the reader has it.

Run as ``python tests/bench/search_quality.py [--encoder FOLDER] [--misses]`` or through ``test_bench_search_quality``.
The score is nDCG@10 (Järvelin & Kekäläinen 2002) with gain 2^grade - 1 over every sentence of the report, and success@3.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

import numpy as np
from numpy.typing import NDArray

from desktop.services import Services, build_services
from index.lexical import LexicalIndex, query_terms
from index.readers import open_report
from index.report import Report
from index.search import Searcher
from index.variants import to_simplified

if TYPE_CHECKING:
    from index.embedding import Embedder

SPECS: Final = Path(__file__).resolve().parents[1] / "specs"
DEVELOPMENT: Final = SPECS / "search" / "development"
HELD_OUT: Final = SPECS / "search"
FIGURES: Final = 5
METHODS: Final = ("words", "meaning", "fused")
GROUPS: Final = ("all", "en", "zh-Hans", "zh-Hant", "keywords", "question", "paraphrase")


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a way of searching made of one query."""

    method: str
    topic: str
    language: str
    kind: str
    query: str
    ndcg: float
    success: bool
    """One of the first three is relevant."""
    first: str


@dataclass(frozen=True, slots=True)
class Pool:
    """The sentences of a report and their vectors."""

    report: Report
    starts: Mapping[int, int]
    lines: tuple[int, ...]
    texts: tuple[str, ...]

    @classmethod
    def of(cls, report: Report) -> Pool:
        """Every sentence, in order."""
        spans = [s.span for s in report.sentences]
        return cls(
            report,
            {span.start: row for row, span in enumerate(spans)},
            tuple(report.line_of(span.start)[0] for span in spans),
            tuple(span.of(report.text) for span in spans),
        )

    def grades(self, marks: Sequence[Mapping[str, object]]) -> dict[int, int]:
        """The grade of each relevant sentence."""
        grades: dict[int, int] = {}
        for mark in marks:
            rows = [
                row
                for row, (line, text) in enumerate(zip(self.lines, self.texts, strict=True))
                if line == mark["line"] and str(mark["quote"]) in text
            ]
            if not rows:
                raise ValueError(
                    f"{self.report.title}, line {mark['line']}: no sentence has {mark['quote']!r}"
                )
            for row in rows:
                grades[row] = max(grades.get(row, 0), int(str(mark["grade"])))
        return grades


def outcomes(
    queries: Path, services: Services, embedder: Embedder, methods: Sequence[str] = METHODS
) -> Iterator[Outcome]:
    """Every query of a folder by every method."""
    for path in sorted(queries.glob("*.jsonl")):
        report = open_report(_report(path))
        pool, searcher = Pool.of(report), Searcher(embedder)
        searcher.add(report)
        words = LexicalIndex.build(pool.texts)
        vectors = embedder.embed([to_simplified(text) for text in pool.texts])

        def by_words(query: str, words: LexicalIndex = words) -> list[int]:
            terms = query_terms(to_simplified(query))
            scores = words.scores(terms, words.statistics(terms))
            return [row for row in np.argsort(-scores, kind="stable")[:10].tolist() if scores[row] > 0]

        def by_meaning(query: str, vectors: NDArray[np.float32] = vectors) -> list[int]:
            (vector,) = embedder.embed([to_simplified(query)])
            best: list[int] = np.argsort(-(vectors @ vector), kind="stable")[:10].tolist()
            return best

        def by_both(query: str, pool: Pool = pool, searcher: Searcher = searcher) -> list[int]:
            chinese = services.rendered(query)
            figures = searcher.figures(query, FIGURES, rendered=chinese)
            found = searcher.search(query, 10, rendered=chinese, figures=figures)
            return [pool.starts[passage.span.start] for passage in found]

        ways: dict[str, Callable[[str], list[int]]] = {
            "words": by_words,
            "meaning": by_meaning,
            "fused": by_both,
        }
        for topic in map(json.loads, path.read_text(encoding="utf-8").splitlines()):
            grades = pool.grades(topic["relevant"])
            ideal = gain(sorted(grades.values(), reverse=True)[:10])
            for language, query in topic["queries"].items():
                for method in methods:
                    rows = ways[method](query)
                    found = [grades.get(row, 0) for row in rows]
                    yield Outcome(
                        method, topic["id"], language, topic["kind"], query, gain(found) / ideal,
                        any(found[:3]), pool.texts[rows[0]] if rows else "",
                    )  # fmt: skip


def gain(grades: Sequence[int]) -> float:
    """Discounted cumulative gain of grades in the order of their ranks."""
    return float(sum((2.0**grade - 1) / np.log2(rank + 2) for rank, grade in enumerate(grades)))


def summary(found: Sequence[Outcome]) -> dict[tuple[str, str], tuple[float, float]]:
    """Mean nDCG@10 and success@3 of each method, over all queries and by language and kind."""
    groups: defaultdict[tuple[str, str], list[Outcome]] = defaultdict(list)
    for each in found:
        for group in ("all", each.language, each.kind):
            groups[each.method, group].append(each)
    return {
        key: (float(np.mean([o.ndcg for o in group])), float(np.mean([o.success for o in group])))
        for key, group in groups.items()
    }


def table(found: Sequence[Outcome]) -> list[str]:
    """The summary as lines of text: nDCG@10 and success@3."""
    figures = summary(found)
    lines = [f"{'':8}" + "".join(f"{group:>14}" for group in GROUPS)]
    for method in METHODS:
        cells = [figures.get((method, group)) for group in GROUPS]
        lines.append(
            f"{method:8}" + "".join(f"{f'{c[0]:.3f} / {c[1]:.2f}' if c else '-':>14}" for c in cells)
        )
    return lines


@cache
def _report(queries: Path) -> Path:
    """The text of a report stands beside its queries, or among the reports of the other tests."""
    beside = queries.with_suffix(".txt")
    return beside if beside.exists() else SPECS / "reports" / beside.name


def main() -> None:
    """Print both tables, and what was found worst."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--encoder", type=Path, help="another encoder's folder")
    parser.add_argument("--misses", action="store_true", help="the queries that find least")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        services = build_services(Path(folder))
        embedder = services.embedder()
        if arguments.encoder:
            from models.embedding import StaticEmbedder

            embedder = StaticEmbedder(arguments.encoder, "scored")
        for queries in (DEVELOPMENT, HELD_OUT):
            found = list(outcomes(queries, services, embedder))
            print(queries.name, "queries, nDCG@10 / success@3")
            print("\n".join(table(found)))
            if arguments.misses:
                for each in sorted(found, key=lambda o: o.ndcg):
                    if each.method == "fused" and each.language != "zh-Hant" and each.ndcg < 0.4:
                        print(f"{each.ndcg:.2f} {each.topic} {each.kind}: {each.query} → {each.first[:60]}")
        services.close()


if __name__ == "__main__":
    main()
