"""The index of a library: the searcher's answers, from a folder that survives whatever happens to it."""

from __future__ import annotations

import os
import threading
from pathlib import Path

import pytest

import index.ann
import index.collection.collection
import index.collection.postings
from index.collection import Addition, Collection
from index.errors import StaleIndex, UnwritableFolder
from index.indicators import extract
from index.passage import Passage
from index.query import parse_query
from index.report import Report
from index.search import Searcher
from index.segmentation import segment
from index.variants import to_traditional
from resources import resource_path
from tests.fakes import HashingEmbedder

QUERIES = [
    "乡村振兴",
    "集装箱吞吐量是多少",
    "就业",
    "海洋经济发展",
    "5.5%左右",
    "海",
    "人工智能和数字经济",
    "发展",
    "GDP",
]
SPECS = Path(__file__).resolve().parents[1] / "specs" / "reports"
NAMES = ["gansu-2025", "hainan-2025", "henan-2026", "jilin-2026"]


@pytest.fixture(scope="module")
def reports() -> list[Report]:
    found = [resource_path("reports", "qingdao-2024.txt"), *(SPECS / f"{name}.txt" for name in NAMES)]
    return [segment(path.read_text(encoding="utf-8"), path=path.name, title=path.stem) for path in found]


@pytest.fixture(scope="module")
def small() -> list[Report]:
    """Forty reports of a few sentences."""
    return [
        segment(
            f"一、回顾\n第{n}港吞吐量增长{n}%，就业{n}万人。建成{n}座学校。\n二、安排\n推进乡村振兴{n}。",
            title=f"报告{n}",
        )
        for n in range(40)
    ]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "书库 é" / "集合"


def opened(folder: Path, name: str = "hashing") -> Collection:
    return Collection(folder, HashingEmbedder(256, name))


def searcher_of(reports: list[Report]) -> Searcher:
    searcher = Searcher(HashingEmbedder(256))
    for report in reports:
        searcher.add(report)
    return searcher


def keys(passages: tuple[Passage, ...]) -> list[tuple[str, str]]:
    return [(p.report_id, p.sentence_id) for p in passages]


def segments(folder: Path) -> list[Path]:
    return sorted(folder.glob("*.segment"))


def assert_same(
    collection: Collection, searcher: Searcher, chosen: list[str] | None = None, within: float = 0.02
) -> None:
    """The same passages with about the same scores; those that are as good as each other may change places."""
    for query in QUERIES:
        ours, theirs = collection.search(query, 12, chosen), searcher.search(query, 12, chosen)
        assert [p.rank for p in ours] == [p.rank for p in theirs]
        assert [p.score for p in ours] == pytest.approx([p.score for p in theirs], abs=within)
        of_theirs = {(p.report_id, p.sentence_id): p for p in searcher.search(query, 40, chosen)}
        for passage in ours:
            other = of_theirs[passage.report_id, passage.sentence_id]
            assert passage.score == pytest.approx(other.score, abs=within)
            for name in ("report_title", "section_title", "span", "line", "start", "end", "text"):
                assert getattr(passage, name) == getattr(other, name)
        assert len(set(keys(ours)) & set(keys(theirs))) >= len(ours) - 1


def test_it_answers_as_the_searcher_does(folder: Path, reports: list[Report]) -> None:
    collection, searcher = opened(folder), searcher_of(reports)
    for report in reports:
        collection.add(report)
    assert collection.report_ids == searcher.report_ids
    assert_same(collection, searcher)
    assert_same(collection, searcher, [reports[0].id, reports[3].id])
    collection.compact()
    assert len(segments(folder)) == 1
    assert_same(collection, searcher)
    assert_same(collection, searcher, [reports[1].id])
    collection.forget(reports[2].id)
    searcher.forget(reports[2].id)
    assert_same(collection, searcher)
    again = opened(folder)
    assert again.report_ids == searcher.report_ids
    assert_same(again, searcher)
    assert again.notices == collection.notices == ()


def test_it_does_so_where_vectors_are_in_lists_and_words_in_bands(
    folder: Path, reports: list[Report], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(index.ann, "FLAT_MOST", 500)
    monkeypatch.setattr(index.ann, "_ROUNDS", 2)
    monkeypatch.setattr(index.collection.collection, "FLAT_MOST", 500)
    monkeypatch.setattr(index.collection.postings, "BAND", 300)
    monkeypatch.setattr(index.collection.postings, "_WORTH", 10)
    collection, searcher = opened(folder), searcher_of(reports)
    for report in reports:
        collection.add(report)
    collection.compact()
    # Rounded vectors may put another text among the three that the query leans towards.
    assert_same(collection, searcher, within=0.1)
    for gone in (reports[1].id, reports[3].id):
        collection.forget(gone)
        searcher.forget(gone)
    assert_same(collection, searcher, within=0.1)
    collection.compact()
    assert_same(collection, searcher, within=0.1)
    collection.verify()
    assert collection.notices == ()


@pytest.mark.parametrize("query", QUERIES)
def test_both_scripts_get_the_same_list(folder: Path, reports: list[Report], query: str) -> None:
    collection = opened(folder)
    collection.add(reports[0])
    assert collection.search(query) == collection.search(to_traditional(query))


def test_queries_that_find_nothing_or_are_odd(folder: Path, reports: list[Report]) -> None:
    collection = opened(folder)
    assert collection.search("就业") == ()
    assert collection.report_ids == ()
    collection.add(reports[0])
    for query in ["", "   ", "。", "？！"]:
        assert collection.search(query) == ()
    for query in ["a" * 5000, "乡" * 3000, "\x00\ud800x", "𠮷", "👩‍🌾"]:
        assert isinstance(collection.search(query), tuple)
    assert collection.search("就业", 0) == collection.search("就业", 5, []) == ()
    assert len(collection.search("发展", 10**9)) > 10


def test_english_is_searched_replaced_and_kept(folder: Path, reports: list[Report]) -> None:
    collection = opened(folder)
    target = next(s for s in reports[0].sentences if "集装箱吞吐量" in s.span.of(reports[0].text))
    collection.add(reports[1])
    collection.add(reports[0])
    embedder = HashingEmbedder(256)
    collection = Collection(folder, embedder)
    collection.add(reports[0], {target.id: "Port cargo and container throughput exceeded 700 million tons."})
    assert embedder.texts_embedded == 0  # the vectors are there already
    assert collection.report_ids == (reports[1].id, reports[0].id)
    written = segments(folder)
    collection.add(reports[0])
    assert segments(folder) == written  # nothing new, nothing written
    collection.compact()
    assert collection.search("container throughput")[0].sentence_id == target.id
    collection.add(reports[0], {target.id: "Ships and boxes."})
    searcher = searcher_of([reports[1], reports[0]])
    searcher.add(reports[0], {target.id: "Ships and boxes."})
    assert collection.search("ships and boxes")[0].sentence_id == target.id
    for query in ("ships and boxes", "container throughput ships"):
        ours, theirs = collection.search(query), searcher.search(query)
        assert [p.score for p in ours] == pytest.approx([p.score for p in theirs], abs=0.02)


def test_many_are_added_in_few_writes(folder: Path, small: list[Report]) -> None:
    collection = opened(folder)
    told = list(collection.add_many_steps(Addition(report) for report in [*small, small[3]]))
    assert told == sorted(told)
    assert told[-1] == len(small) + 1
    assert len(segments(folder)) == 1
    assert collection.report_ids == tuple(report.id for report in small)
    assert collection.search("第7港吞吐量")[0].report_id == small[7].id


def test_adding_one_by_one_and_compacting_keeps_segments_few(folder: Path, small: list[Report]) -> None:
    collection = opened(folder)
    for report in small:
        collection.add(report)
        collection.compact()
        assert len(segments(folder)) <= 4
    for report in small[::2]:
        collection.forget(report.id)
    collection.compact()
    assert collection.report_ids == tuple(report.id for report in small[1::2])
    assert collection.search("第8港吞吐量", 40)
    assert {p.report_id for p in collection.search("吞吐量", 100)} <= set(collection.report_ids)
    for report in small:
        collection.forget(report.id)
    assert segments(folder) == []
    assert collection.search("吞吐量") == ()


def test_steps_that_are_given_up_change_nothing(folder: Path, small: list[Report]) -> None:
    collection = opened(folder)
    for report in small[:3]:
        collection.add(report)
    before, found = sorted(folder.iterdir()), collection.search("乡村振兴")
    for steps in (collection.add_steps(Addition(small[5])), collection.compact_steps()):
        next(steps)
        steps.close()
        assert sorted(folder.iterdir()) == before
        assert collection.search("乡村振兴") == found
    steps_of_many = collection.add_many_steps(Addition(report) for report in small[5:])
    next(steps_of_many)
    steps_of_many.close()
    assert collection.report_ids == opened(folder).report_ids == tuple(r.id for r in small[:3])


def test_a_crash_at_any_write_leaves_a_collection(
    folder: Path, small: list[Report], monkeypatch: pytest.MonkeyPatch
) -> None:
    collection = opened(folder)
    for report in small[:4]:
        collection.add(report)
    ids, found = collection.report_ids, collection.search("乡村振兴")
    for call in ("fsync", "replace"):
        with monkeypatch.context() as patched:

            def fail(*arguments: object) -> None:
                raise OSError(28, "No space left on device")

            patched.setattr(os, call, fail)
            with pytest.raises(UnwritableFolder):
                collection.add(small[6])
            with pytest.raises(UnwritableFolder):
                collection.compact()
        for handle in (collection, opened(folder)):
            assert handle.report_ids == ids
            assert handle.search("乡村振兴") == found
            assert handle.notices == ()
    collection.add(small[6])
    collection.compact()
    assert opened(folder).report_ids == (*ids, small[6].id)
    assert len(segments(folder)) == 1


def test_what_a_crash_left_is_passed_over_and_removed(folder: Path, small: list[Report]) -> None:
    collection = opened(folder)
    collection.add(small[0])
    (whole,) = segments(folder)
    orphan = folder / "00000099-abc.segment"  # renamed, and then the power went
    orphan.write_bytes(whole.read_bytes())
    part = folder / ".part.tmp"
    part.write_bytes(whole.read_bytes()[:1000])
    os.utime(part, (1, 1))
    again = opened(folder)
    assert again.report_ids == (small[0].id,)
    again.add(small[1])
    assert not orphan.exists()
    assert not part.exists()
    assert again.notices == ()


DAMAGE = [
    ("missing", True),
    ("empty", True),
    ("cut short", True),
    ("longer", True),
    ("end flipped", True),
    ("middle flipped", False),
]


@pytest.mark.parametrize(("kind", "at_once"), DAMAGE)
def test_a_damaged_segment_is_left_out_and_told(
    folder: Path, small: list[Report], kind: str, at_once: bool
) -> None:
    collection = opened(folder)
    collection.add(small[0])
    collection.add(small[1])
    path = segments(folder)[0]
    data = bytearray(path.read_bytes())
    if kind == "missing":
        path.unlink()
    else:
        place = {"end flipped": len(data) - 100, "middle flipped": len(data) // 2}.get(kind)
        if place is not None:
            data[place] ^= 4
        changed = {"empty": b"", "cut short": data[:-200], "longer": data + b"\0"}.get(kind, data)
        path.unlink()  # the handle that has it mapped keeps the old bytes
        path.write_bytes(bytes(changed))
    again = opened(folder)
    assert len(again.notices) == (1 if at_once else 0)
    again.verify()
    assert [type(notice) for notice in again.notices] == [StaleIndex]
    assert again.report_ids == (small[1].id,)
    assert {p.report_id for p in again.search("乡村振兴")} == {small[1].id}
    again.add(small[0])
    assert set(opened(folder).report_ids) == {small[0].id, small[1].id}
    assert opened(folder).notices == ()


def test_damage_is_not_merged_into_what_is_whole(folder: Path, small: list[Report]) -> None:
    collection = opened(folder)
    for report in small[:3]:
        collection.add(report)
    path = segments(folder)[1]
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.unlink()
    path.write_bytes(bytes(data))
    again = opened(folder)
    again.compact()
    assert [type(notice) for notice in again.notices] == [StaleIndex]
    assert again.report_ids == (small[0].id, small[2].id)
    again.verify()
    assert len(again.notices) == len(segments(folder)) == 1


def test_a_flipped_byte_is_never_shown(folder: Path, small: list[Report]) -> None:
    collection = opened(folder)
    collection.add(small[0])
    (path,) = segments(folder)
    whole = path.read_bytes()
    right = collection.search("乡村振兴", 50)
    texts = {p.text for p in right}
    for place in range(0, len(whole), 211):
        data = bytearray(whole)
        data[place] ^= 1 << place % 8
        path.unlink(missing_ok=True)
        path.write_bytes(bytes(data))
        again = opened(folder)
        found = again.search("乡村振兴", 50)
        assert {p.text for p in found} <= texts
        again.verify()
        assert len(again.notices) == 1
        assert again.report_ids == ()
        collection.add(small[1])  # makes the manifest anew
        collection.forget(small[1].id)
        path.write_bytes(whole)
        for left in folder.iterdir():
            if left != path:
                left.unlink()


@pytest.mark.parametrize("data", [None, b"", b"junk", b"0" * 64 + b"\n{}"])
def test_without_its_manifest_the_segments_are_found(
    folder: Path, small: list[Report], data: bytes | None
) -> None:
    collection = opened(folder)
    for report in small[:3]:
        collection.add(report)
    collection.add(small[1], {"s1": "Port throughput rose."})
    found = collection.search("吞吐量")
    manifest = folder / "manifest.json"
    manifest.unlink()
    if data is not None:
        manifest.write_bytes(data)
    again = opened(folder)
    assert again.report_ids == tuple(report.id for report in small[:3])
    assert again.search("吞吐量") == found
    assert len(again.notices) == (0 if data is None else 1)
    again.add(small[3])
    assert opened(folder).report_ids == tuple(report.id for report in small[:4])
    assert opened(folder).notices == ()


def test_another_encoder_finds_nothing_of_it(folder: Path, small: list[Report]) -> None:
    opened(folder).add(small[0])
    other = opened(folder, "newer")
    assert other.report_ids == ()
    assert other.search("乡村振兴") == ()
    assert [type(notice) for notice in other.notices] == [StaleIndex]
    assert "encoder" in str(other.notices[0])
    other.add(small[0])
    assert other.search("乡村振兴")
    assert opened(folder, "newer").notices == ()


def test_a_report_without_a_word_and_one_with_lone_surrogates(folder: Path) -> None:
    collection = opened(folder)
    empty = segment("……\n。")
    collection.add(empty)
    assert collection.search("就业") == ()
    told = Report("标题\udc80", empty.language, "促进就业\ud800增长。", (), ())
    odd = segment("促进就业增长，建设海港。", title="标题\udc80")
    collection.add(told)
    collection.add(odd)
    collection.compact()
    again = opened(folder)
    assert set(again.report_ids) == {empty.id, told.id, odd.id}
    (passage,) = again.search("就业")
    assert passage.report_title == "标题\udc80"
    assert passage.text == "促进就业增长，建设海港。"
    again.add(odd, {"s0": "jobs \ud800"})
    assert again.search("jobs")[0].report_id == odd.id


def test_two_handles_see_each_others_changes(folder: Path, small: list[Report]) -> None:
    one, other = opened(folder), opened(folder)
    one.add(small[0])
    assert other.report_ids == (small[0].id,)
    other.add(small[1])
    one.add(small[2])
    assert one.search("乡村振兴", 20) == other.search("乡村振兴", 20)
    steps = one.compact_steps()
    next(steps)
    other.forget(small[0].id)
    other.add(small[1], {"s1": "A new school."})
    for _ in steps:
        pass
    one.compact()
    for handle in (one, other, opened(folder)):
        assert set(handle.report_ids) == {small[1].id, small[2].id}
        assert handle.search("new school")[0].report_id == small[1].id
        assert handle.notices == ()


def test_searching_while_adding_and_compacting(folder: Path, small: list[Report]) -> None:
    collection = opened(folder)
    collection.add(small[0])
    failures: list[Exception] = []
    done = threading.Event()

    def search() -> None:
        handle = opened(folder)
        try:
            while not done.is_set():
                assert handle.search("乡村振兴")
                assert collection.search("吞吐量")
            assert handle.notices == ()
        except Exception as error:  # noqa: BLE001
            failures.append(error)

    threads = [threading.Thread(target=search) for _ in range(2)]
    for thread in threads:
        thread.start()
    for report in small[1:]:
        collection.add(report)
        collection.compact()
    done.set()
    for thread in threads:
        thread.join()
    assert failures == []
    assert collection.notices == ()


def test_a_folder_that_cannot_be_written(tmp_path: Path, small: list[Report]) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("in the way", encoding="utf-8")
    collection = opened(blocked / "collection")
    assert collection.search("就业") == ()
    with pytest.raises(UnwritableFolder):
        collection.add(small[0])
    collection.forget(small[0].id)
    assert collection.report_ids == ()


FILTERED = (
    "section:回顾 就业",
    'section:2024 "人工智能"',
    "产业 -海洋 -工业",
    "has:target 增长",
    "has:money has:growth",
    "section:安排 has:rank",
    '"不在任何报告里的话"',
    "就业 section:没有这一章",
)


@pytest.mark.parametrize("query", FILTERED)
def test_filters_are_those_of_the_searcher(folder: Path, reports: list[Report], query: str) -> None:
    collection, searcher = opened(folder), searcher_of(reports)
    for report in reports:
        collection.add(report, figures=extract(report))
    collection.compact()
    ours, theirs = collection.search(query, 200), searcher.search(query, 200)
    words = parse_query(query).text
    if words:
        # Of words the collection has the nearest thousands alone; what it shows passed the same filters.
        assert set(keys(ours)) <= set(keys(searcher.search(query, 5_000)))
        assert len(set(keys(ours[:10])) & set(keys(theirs[:10]))) >= len(theirs[:10]) - 1
    else:
        assert keys(ours) == keys(theirs)


def test_where_the_figures_are_unknown_none_is_claimed_until_they_are_told(
    folder: Path, reports: list[Report]
) -> None:
    collection = opened(folder)
    collection.add(reports[0])
    assert collection.search("has:target") == ()
    before = len(segments(folder))
    collection.add(reports[0], figures=extract(reports[0]))
    found = collection.search("has:target", 500)
    targets = {i.sentence_id for i in extract(reports[0]) if i.status == "target"}
    assert {p.sentence_id for p in found} <= targets
    assert len(found) > 5
    assert opened(folder).search("has:target", 500) == found
    assert len(segments(folder)) == before
    stamps = [path.name for path in segments(folder)]
    collection.add(reports[0], figures=extract(reports[0]))
    assert [path.name for path in segments(folder)] == stamps, "nothing is written where nothing is new"


def test_english_phrases_and_headings_go_by_the_english_that_is_known(
    folder: Path, reports: list[Report]
) -> None:
    collection = opened(folder)
    collection.add(reports[0])
    sentence = reports[0].sentences[40].span.of(reports[0].text)

    def english(text: str) -> str:
        return {sentence: "Nobody says quite this."}.get(text, "")

    found = collection.search('"quite this"', 5, rendered=sentence, english=english)
    assert [p.text for p in found] == [sentence]
    assert collection.search('"quite this"', 5, rendered=sentence) == ()


def test_a_hit_says_why(folder: Path, reports: list[Report]) -> None:
    collection = opened(folder)
    collection.add(reports[0])
    first = collection.search("海洋经济", 1)[0]
    assert first.reason.words > 0.1
    assert [m.of(first.text) for m in first.reason.matches]
