"""A collection of a whole library, measured.

Run as ``python tests/bench/collection_scale.py --passages 1200000 --data FOLDER`` with the project on the path.

FOLDER holds reports as *.txt. The library that is made of them is built in a temporary folder, or in --folder, where it
stays and is measured again by the next run. README.md in this folder has the figures.
"""

from __future__ import annotations

import argparse
import os
import random
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from index.collection import Addition, Collection
from index.collection.collection import _chosen
from index.collection.selection import Selection
from index.embedding import Embedder, Vectors
from index.feedback import FEEDBACK, lean
from index.fusion import Evidence, fuse
from index.lexical import query_terms, weights_of
from index.report import Report
from index.segmentation import segment
from models.catalog import Catalog
from models.embedding import load_embedder

_VECTORS_OF_A_SENTENCE = 1.88
_PASSAGES_OF_A_REPORT = 200


_FIGURE = re.compile(r"[0-9]+(?:\.[0-9]+)?")
_CLAUSE = re.compile(r"[^，；]+[，；]?")


class Material:
    """Libraries of any size out of the reports in a folder: clauses recombined, numbers varied."""

    def __init__(self, folder: Path) -> None:
        self.sentences: list[list[str]] = []
        self.headings: list[str] = []
        for path in sorted(folder.glob("*.txt")):
            report = segment(path.read_text(encoding="utf-8"), path=path.name)
            for paragraph in report.paragraphs:
                if paragraph.level:
                    self.headings.append(paragraph.span.of(report.text))
                    continue
                for sentence in paragraph.sentences:
                    clauses = _CLAUSE.findall(sentence.span.of(report.text))
                    if clauses:
                        self.sentences.append(clauses)
        if not self.sentences:
            raise SystemExit(f"there are no reports (*.txt) in {folder}")

    def reports(self, count: int, sentences: int, seed: int = 1) -> Iterator[Report]:
        """So many reports of about so many sentences."""
        chance = random.Random(seed)
        for number in range(count):
            lines = [f"{2000 + number % 27}年第{number}号政府工作报告"]
            left = int(sentences * chance.uniform(0.6, 1.4))
            while left > 0:
                if self.headings and chance.random() < 0.3:
                    lines.append(chance.choice(self.headings))
                taken = chance.randint(2, 6)
                lines.append("".join(self._sentence(chance) for _ in range(taken)))
                left -= taken
            yield segment("\n".join(lines), path=f"{number}.txt", title=lines[0])

    def _sentence(self, chance: random.Random) -> str:
        clauses = list(chance.choice(self.sentences))
        for n in range(len(clauses) - 1):
            if chance.random() < 0.4:
                other = chance.choice(self.sentences)
                clauses[n] = chance.choice(other[:-1] or clauses[n : n + 1])
        return _FIGURE.sub(lambda figure: _varied(figure[0], chance), "".join(clauses))


def _varied(figure: str, chance: random.Random) -> str:
    return "".join(str(chance.randint(1, 9)) if char != "." else char for char in figure)


_TOPICS = """就业 发展 教育 海洋 养老 住房 财政 乡村振兴 营商环境 科技创新 绿色低碳 数字经济 社会保障 对外开放 人工智能 新能源车
粮食安全 污染防治 医疗卫生 城市更新 民营经济 安全生产 文化旅游 固定资产 集装箱 吞吐量 新型城镇化建设 高标准农田建设 战略性新兴产业
居民人均可支配收入 一般公共预算收入 社会消费品零售 规模以上工业增加值 城镇新增就业人数 外贸进出口总额 空气质量优良天数 先进制造业集群
农村人居环境整治 老旧小区改造 义务教育优质均衡 基层医疗服务能力 国家重点实验室 跨境电子商务 轨道交通建设 数字政府建设 专精特新企业
自由贸易试验区 生态环境保护""".split()
_ENGLISH = """employment growth|rural revitalization|green development|housing|port throughput|digital economy|foreign trade
|science and technology innovation|air quality|pension|private enterprises|high-speed railway|grain output|tourism revenue
|carbon peak|artificial intelligence|new energy vehicles|public budget revenue|compulsory education|urban renewal""".replace(
    "\n", ""
).split("|")


def queries() -> dict[str, list[str]]:
    """Queries of the usual kinds."""
    short = [topic for topic in _TOPICS if len(topic) <= 4]
    long = [topic for topic in _TOPICS if len(topic) > 4]
    return {
        "Chinese, 2 to 4 characters": short,
        "Chinese, 5 to 9 characters": long,
        "English words": _ENGLISH,
        "Chinese questions": [f"{topic}的目标是多少？" for topic in short[:12]]
        + [f"今年将如何推进{topic}？" for topic in long[:12]],
        "English questions": [f"what is planned for {words} this year?" for words in _ENGLISH],
    }


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
    found = {
        line.split(":")[0]: int(line.split()[1]) // 1024
        for line in lines
        if line.startswith(("Rss", "VmHWM"))
    }
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
                yield Addition(report)

    for _ in collection.add_many_steps(made()):  # type: ignore[arg-type]
        pass
    embedder.close()
    print(
        f"added {count:,} reports: {time.monotonic() - began - spent:.0f} s, and {spent:.0f} s to make them up"
    )
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
    times: dict[str, list[tuple[float, float]]] = {}
    for turn in range(3):
        for kind, texts in queries().items():
            for text in texts:
                began, of_processor = time.perf_counter(), time.thread_time()
                found = collection.search(text)
                spent = (time.perf_counter() - began, time.thread_time() - of_processor)
                times.setdefault(kind, []).append(spent)
                assert len(found) == 10
        if turn == 0:
            print(f"each query once: {_shares([t for each in times.values() for t in each])}; {memory()}")
            times.clear()
    for kind, of_kind in [*times.items(), ("all", [t for each in times.values() for t in each])]:
        print(f"{kind} ({len(of_kind)}): {_shares(of_kind)}")
    print(f"after all: {memory()}")
    compare(collection, embedder, folder)
    change(collection, data)
    began = time.monotonic()
    collection.verify()
    print(f"verified: {time.monotonic() - began:.1f} s; notices: {collection.notices}")


def _shares(times: Sequence[tuple[float, float]]) -> str:
    """Of the time on the clock, and of that of the processor, which others that use it do not change as much."""
    clock, processor = (
        [_share(of_kind, share) for share in (0.5, 0.95, 1)] for of_kind in zip(*times, strict=True)
    )
    return f"p50 / p95 / most {' / '.join(clock)} ms; of the processor {' / '.join(processor)} ms"


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
    vectors = embedder.embed(texts)
    flat = _products(vectors, rows, recorded)
    nearest = [np.argsort(-exact, kind="stable")[:FEEDBACK] for exact in flat]
    leaning = np.stack([lean(v, list(rows[recorded[n]])) for v, n in zip(vectors, nearest, strict=True)])
    leant = _products(leaning, rows, recorded)
    recall, hundred, strict, lexical, fused = [], [], [], [], []
    for text, vector, exact, further_off, all_of_it in zip(texts, vectors, flat, leaning, leant, strict=True):
        _, found = segment.nearest.search(vector, 10, None)
        best = np.argpartition(-exact, 9)[:10]
        tenth = exact[best].min()
        recall.append(float((exact[found] >= tenth - 1e-6).mean()))
        _, further = segment.nearest.search(vector, 100, None)
        hundred.append(float((exact[further] >= np.partition(exact, -100)[-100] - 1e-6).mean()))
        strict.append(len(set(best.tolist()) & set(found.tolist())) / 10)
        terms = query_terms(text)
        statistics = selection.words(terms)
        weights = weights_of(statistics)
        words = segment.words.scores_of(np.arange(len(segment.columns)), terms, weights, statistics)
        cut = segment.words.best(terms, weights, statistics, 10, None)
        if len(cut):
            lexical.append(float((words[cut] >= np.partition(words, -10)[-10] - 1e-6).mean()))
        wanted = _exhaustive(selection, further_off, all_of_it, words / np.float32(weights.sum()))
        answers = [_row(selection, p.report_id, p.sentence_id) for p in collection.search(text)]
        fused.append(float((wanted[answers] >= np.partition(wanted, -10)[-10] - 2e-3).mean()))
    print(
        f"recall@10 of the nearest: {np.mean(recall):.4f} ({np.mean(strict):.4f} by number, where some are equally near)"
    )
    print(f"recall@100 of the nearest: {np.mean(hundred):.4f}")
    print(f"of the ten best by words: {np.mean(lexical):.4f}")
    print(f"of the final ten, with everything weighed: {np.mean(fused):.4f}")


def _products(vectors: Vectors, rows: Vectors, recorded: NDArray[np.int64]) -> Vectors:
    """The products of some vectors with all recorded rows, in their order."""
    flat = np.empty((len(vectors), len(recorded)), dtype=np.float32)
    for start in range(0, len(recorded), 50_000):
        part = slice(start, min(start + 50_000, len(recorded)))
        flat[:, part] = vectors @ rows[recorded[part]].T
    return flat


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
    more = list(Material(data).reports(9, 400, seed=99))
    _timed("one more report added", lambda: collection.add(more[0]))
    _timed("query after that", lambda: collection.search("乡村振兴"))
    ids = collection.report_ids
    _timed("one report forgotten", lambda: collection.forget(ids[len(ids) // 2]))
    _queries_again(collection)
    for report in more[1:]:
        collection.add(report)
    print("eight more added, not merged:")
    _queries_again(collection)
    _timed("merged", collection.compact)
    _queries_again(collection)
    for report in more:
        collection.forget(report.id)


def _timed(what: str, do: Callable[[], object]) -> None:
    began = time.perf_counter()
    do()
    print(f"{what}: {(time.perf_counter() - began) * 1000:.0f} ms")


def _queries_again(collection: Collection) -> None:
    times = []
    for text in queries()["Chinese, 5 to 9 characters"] * 2:
        began, of_processor = time.perf_counter(), time.thread_time()
        collection.search(text)
        times.append((time.perf_counter() - began, time.thread_time() - of_processor))
    print(f"queries after that: {_shares(times)}")


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
