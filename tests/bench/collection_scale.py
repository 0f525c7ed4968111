"""A collection of a whole library, measured.

Run as ``python tests/bench/collection_scale.py --passages 1200000 --data FOLDER`` with the project on the path.

FOLDER holds reports as *.txt. The library that is made of them is built in a temporary folder, or in --folder, where it
stays and is measured again by the next run. README.md in this folder has the figures.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from index.collection import Collection
from index.collection.collection import _chosen
from index.collection.selection import Selection
from index.embedding import Embedder, Vectors
from index.fusion import Evidence, fuse
from index.lexical import query_terms, weights_of
from models.catalog import Catalog
from models.embedding import load_embedder
from made_up_library import Material, queries

_VECTORS_OF_A_SENTENCE = 1.88
_PASSAGES_OF_A_REPORT = 200


class Recording:
    """An embedder that also writes its vectors to a file, to compare with."""

    def __init__(self, embedder: Embedder, path: Path) -> None:
        self._embedder = embedder
        self._file = path.open("wb")
        self.fingerprint = embedder.fingerprint
        self.dimension = embedder.dimension

    def embed(self, texts: Sequence[str]) -> Vectors:
        rows = self._embedder.embed(texts)
        self._file.write(rows.tobytes())
        return rows

    def close(self) -> None:
        self._file.close()


def encoder() -> Embedder:
    return load_embedder(Catalog(Path(tempfile.gettempdir()) / "no-such-models").encoder())


def memory() -> str:
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    found = {line.split(":")[0]: int(line.split()[1]) // 1024 for line in lines if line.startswith(("Rss", "VmHWM"))}
    return f"{found['RssAnon']} MB own, {found['RssFile']} MB mapped (most ever {found['VmHWM']} MB)"


def build(data: Path, folder: Path, passages: int) -> None:
    material = Material(data)
    count = max(1, passages // _PASSAGES_OF_A_REPORT)
    sentences = int(_PASSAGES_OF_A_REPORT / _VECTORS_OF_A_SENTENCE)
    embedder = Recording(encoder(), folder / "vectors.f32")
    collection = Collection(folder / "集合", embedder)
    spent = 0.0
    began = time.monotonic()

    def made() -> object:
        nonlocal spent
        reports = material.reports(count, sentences)
        order = (folder / "order.txt").open("w", encoding="ascii")
        with order:
            while True:
                before = time.monotonic()
                report = next(reports, None)
                spent += time.monotonic() - before
                if report is None:
                    return
                order.write(report.id + "\n")
                yield report, None

    for _ in collection.add_many_steps(made()):  # type: ignore[arg-type]
        pass
    embedder.close()
    print(f"added {count:,} reports: {time.monotonic() - began - spent:.0f} s, and {spent:.0f} s to make them up")
    began = time.monotonic()
    longest, before = 0.0, began
    for _ in collection.compact_steps():
        now = time.monotonic()
        longest, before = max(longest, now - before), now
    print(f"compacted: {time.monotonic() - began:.0f} s, the longest step {longest:.1f} s; {memory()}")


def measure(data: Path, folder: Path) -> None:
    embedder = encoder()
    embedder.embed(["热身 warm-up"])
    print(f"before opening: {memory()}")
    began = time.monotonic()
    collection = Collection(folder / "集合", embedder)
    opened = time.monotonic() - began
    size = sum(path.stat().st_size for path in (folder / "集合").iterdir())
    segments = len(list((folder / "集合").glob("*.segment")))
    print(f"{collection.passages:,} passages, {len(collection.report_ids):,} reports, {segments} segments")
    print(f"on disk: {size / 1e6:.0f} MB; opened in {opened * 1000:.0f} ms; {memory()}")
    began = time.monotonic()
    collection.search("热身")
    print(f"first query: {(time.monotonic() - began) * 1000:.0f} ms; {memory()}")
    times: dict[str, list[float]] = {}
    for turn in range(3):
        for kind, texts in queries().items():
            for text in texts:
                began = time.perf_counter()
                found = collection.search(text)
                times.setdefault(kind, []).append(time.perf_counter() - began)
                assert len(found) == 10
        if turn == 0:
            print(f"after {sum(map(len, times.values()))} queries: {memory()}; p50 / p95 {_shares(times)}")
            times.clear()
    for kind, of_kind in [*times.items(), ("all", [t for of_kind in times.values() for t in of_kind])]:
        print(f"{kind}: p50 / p95 / most {_share(of_kind, 0.5)} / {_share(of_kind, 0.95)} / {_share(of_kind, 1)} ms")
    print(f"after all: {memory()}")
    compare(collection, embedder, folder)
    change(collection, data)
    began = time.monotonic()
    collection.verify()
    print(f"verified: {time.monotonic() - began:.1f} s; notices: {collection.notices}")


def _shares(times: dict[str, list[float]]) -> str:
    joined = [t for of_kind in times.values() for t in of_kind]
    return f"{_share(joined, 0.5)} / {_share(joined, 0.95)} ms"


def _share(times: Sequence[float], share: float) -> str:
    return f"{sorted(times)[min(len(times) - 1, int(share * len(times)))] * 1000:.1f}"


def compare(collection: Collection, embedder: Embedder, folder: Path) -> None:
    """Nearest vectors, best by words, and the final ten, with those that nothing was spared for."""
    (selection,) = sorted(_chosen(collection._store.opened(), None), key=lambda s: -len(s.vectors))[:1]
    segment = selection.segment
    rows = np.memmap(folder / "vectors.f32", dtype=np.float32, mode="r").reshape(-1, embedder.dimension)
    at = {report_id: n for n, report_id in enumerate((folder / "order.txt").read_text("ascii").split())}
    lengths = np.zeros(len(at), dtype=np.int64)
    for entry in segment.entries:
        lengths[at[entry.id]] = entry.vectors
    starts = np.concatenate([[0], np.cumsum(lengths)])
    recorded = np.concatenate([np.arange(starts[at[e.id]], starts[at[e.id] + 1]) for e in segment.entries])
    texts = [text for of_kind in queries().values() for text in of_kind[::3]]
    flat = np.empty((len(texts), len(recorded)), dtype=np.float32)
    vectors = embedder.embed(texts)
    for start in range(0, len(recorded), 50_000):
        part = slice(start, min(start + 50_000, len(recorded)))
        flat[:, part] = vectors @ rows[recorded[part]].T
    recall, strict, lexical, fused = [], [], [], []
    for text, vector, exact in zip(texts, vectors, flat, strict=True):
        _, found = segment.nearest.search(vector, 10, None)
        best = np.argpartition(-exact, 9)[:10]
        tenth = exact[best].min()
        recall.append(float((exact[found] >= tenth - 1e-6).mean()))
        strict.append(len(set(best.tolist()) & set(found.tolist())) / 10)
        terms = query_terms(text)
        statistics = selection.words(terms)
        weights = weights_of(statistics)
        words = segment.words.scores_of(np.arange(len(segment.columns)), terms, weights, statistics)
        cut = segment.words.best(terms, weights, statistics, 10, None)
        if len(cut):
            lexical.append(float((words[cut] >= np.partition(words, -10)[-10] - 1e-6).mean()))
        wanted = _exhaustive(selection, vector, exact, words / np.float32(weights.sum()))
        answers = [_row(selection, p.report_id, p.sentence_id) for p in collection.search(text)]
        fused.append(float((wanted[answers] >= np.partition(wanted, -10)[-10] - 2e-3).mean()))
    print(
        f"recall@10 of the nearest: {np.mean(recall):.4f} ({np.mean(strict):.4f} by number, where some are equally near)"
    )
    print(f"of the ten best by words: {np.mean(lexical):.4f}")
    print(f"of the final ten, with everything weighed: {np.mean(fused):.4f}")


def _exhaustive(
    selection: Selection, vector: NDArray[np.float32], near: NDArray[np.float32], words: NDArray[np.float32]
) -> NDArray[np.float32]:
    """The fused score of every sentence."""
    meaning = np.maximum.reduceat(near, selection.segment.first[:-1])
    headings = np.asarray(selection.segment.columns.headings)
    rows = np.arange(len(meaning))
    return fuse([Evidence(rows, meaning, words, headings, selection.background(vector))])[0]


def _row(selection: Selection, report_id: str, sentence_id: str) -> int:
    segment = selection.segment
    number = segment.numbers[report_id]
    rows = range(int(segment.sentence_starts[number]), int(segment.sentence_starts[number + 1]))
    return next(row for row in rows if segment.columns.place(row).sentence_id == sentence_id)


def change(collection: Collection, data: Path) -> None:
    (more,) = Material(data).reports(1, 400, seed=99)
    began = time.monotonic()
    collection.add(more)
    print(f"one more report added: {(time.monotonic() - began) * 1000:.0f} ms")
    began = time.monotonic()
    collection.search("乡村振兴")
    print(f"query after that: {(time.monotonic() - began) * 1000:.0f} ms")
    began = time.monotonic()
    collection.forget(collection.report_ids[len(collection.report_ids) // 2])
    print(f"one report forgotten: {(time.monotonic() - began) * 1000:.0f} ms")
    times = []
    for text in queries()["Chinese, 5 to 9 characters"] * 2:
        began = time.perf_counter()
        collection.search(text)
        times.append(time.perf_counter() - began)
    print(f"queries after that: first {times[0] * 1000:.1f}, p50 / p95 {_share(times, 0.5)} / {_share(times, 0.95)} ms")
    collection.forget(more.id)


def main() -> None:
    parser = argparse.ArgumentParser(description="measure the search over a whole library")
    parser.add_argument("--passages", type=int, default=100_000)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--folder", type=Path)
    parser.add_argument("--only", choices=["build", "measure"])
    given = parser.parse_args()
    if given.only == "build":
        build(given.data, given.folder, given.passages)
    elif given.only == "measure":
        measure(given.data, given.folder)
    else:
        with tempfile.TemporaryDirectory() as temporary:
            folder = given.folder or Path(temporary)
            folder.mkdir(parents=True, exist_ok=True)
            command = [sys.executable, __file__, "--data", str(given.data)]
            command += ["--passages", str(given.passages), "--folder", str(folder), "--only"]
            if not (folder / "order.txt").exists():
                subprocess.run([*command, "build"], check=True, env=os.environ)
            subprocess.run([*command, "measure"], check=True, env=os.environ)


if __name__ == "__main__":
    main()
