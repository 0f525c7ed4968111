"""How well an encoder finds: aligned sentences of held-out reports, and graded queries over two reports.

Run as ``python -m models.training.retrieval --data FOLDER [--package FOLDER]``.
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from index.report import Language
from index.sentences import split_sentences
from models.training.corpus import read_pairs

Encode = Callable[[Sequence[str]], NDArray[np.float32]]

QUERIES: Final = Path(__file__).parents[2] / "tests" / "specs" / "search"
HELD_OUT_FILES: Final = ("official/state-council-2020.tsv", "parallel/tibet-2026.tsv")
BUNDLED: Final = Path(__file__).parents[1] / "packages" / "encoder-zh-en"


@dataclass(frozen=True, slots=True)
class Alignment:
    """Whether each sentence finds its translation among all the translations of a report."""

    name: str
    direction: str
    sentences: int
    first: float
    in_ten: float


@dataclass(frozen=True, slots=True)
class QueryScore:
    """nDCG@10 of one graded query."""

    topic: str
    language: str
    kind: str
    score: float


def score_alignment(
    encode: Encode, name: str, pairs: Sequence[tuple[str, str]]
) -> tuple[Alignment, Alignment]:
    """R@1 and R@10 in both directions; a pair of texts that occurs twice counts once."""
    pairs = list(dict.fromkeys(pairs))
    chinese, english = encode([zh for zh, _ in pairs]), encode([en for _, en in pairs])
    scores = chinese @ english.T
    return (
        Alignment(name, "zh-en", len(pairs), *_recalls(scores, [en for _, en in pairs])),
        Alignment(name, "en-zh", len(pairs), *_recalls(scores.T, [zh for zh, _ in pairs])),
    )


def _recalls(scores: NDArray[np.float32], targets: Sequence[str]) -> tuple[float, float]:
    first = tenth = 0
    for i, row in enumerate(scores):
        # Texts that differ in punctuation alone have the same vector, but for rounding.
        better = {targets[j] for j in np.flatnonzero(row > row[i] + 1e-6).tolist()}
        first += not better
        tenth += len(better) < 10
    return first / len(targets), tenth / len(targets)


def score_queries(encode: Encode, data: Path, queries: Path = QUERIES) -> tuple[QueryScore, ...]:
    """The graded queries, each against every sentence of its report, by the encoder alone.

    Traditional queries are not folded: what the package itself makes of them is measured.
    """
    scores: list[QueryScore] = []
    for path in sorted(queries.glob("*.jsonl")):
        lines = (data / "reports" / "zh" / f"{path.stem}.txt").read_text(encoding="utf-8").splitlines()
        pool = [
            (i, span.of(line)) for i, line in enumerate(lines) for span in split_sentences(line, Language.ZH)
        ]
        passages = encode([sentence for _, sentence in pool])
        for topic in map(json.loads, path.read_text(encoding="utf-8").splitlines()):
            grades = np.zeros(len(pool))
            for mark in topic["relevant"]:
                for i, (line, sentence) in enumerate(pool):
                    if line == mark["line"] and mark["quote"] in sentence:
                        grades[i] = max(grades[i], mark["grade"])
            vectors = encode(list(topic["queries"].values()))
            for language, vector in zip(topic["queries"], vectors, strict=True):
                found = grades[np.argsort(-(passages @ vector), kind="stable")[:10]]
                scores.append(
                    QueryScore(
                        topic["id"], language, topic["kind"], _gain(found) / _gain(np.sort(grades)[::-1][:10])
                    )
                )
    return tuple(scores)


def _gain(grades: NDArray[np.float64]) -> float:
    return float(np.sum((2.0**grades - 1) / np.log2(np.arange(2, len(grades) + 2))))


def summarise(scores: Sequence[QueryScore]) -> dict[str, float]:
    """Mean nDCG@10 over all queries, by language and by kind."""
    groups: defaultdict[str, list[float]] = defaultdict(list)
    for score in scores:
        for group in ("all", score.language, score.kind):
            groups[group].append(score.score)
    return {group: float(np.mean(values)) for group, values in groups.items()}


def alignment_files(data: Path) -> list[tuple[str, list[tuple[str, str]]]]:
    """The held-out parallel reports of the corpora folder."""
    return [(Path(name).stem, list(read_pairs(data / "reports" / name))) for name in HELD_OUT_FILES]


def main() -> None:
    """Print the figures of a package."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--data", type=Path, required=True, help="the corpora folder")
    parser.add_argument("--package", type=Path, default=BUNDLED, help="the encoder's folder")
    arguments = parser.parse_args()
    from models.embedding import StaticEmbedder

    encode = StaticEmbedder(arguments.package, "").embed
    for name, pairs in alignment_files(arguments.data):
        for row in score_alignment(encode, name, pairs):
            print(
                f"{row.name:22} {row.direction}  n={row.sentences}  R@1 {row.first:.3f}  R@10 {row.in_ten:.3f}"
            )
    for group, value in summarise(score_queries(encode, arguments.data)).items():
        print(f"nDCG@10 {group:12} {value:.3f}")


if __name__ == "__main__":
    main()
