"""The searcher: right passages, the same for both scripts, and a cache that can only help."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

from index.errors import StaleIndex, UnwritableFolder
from index.report import Report
from index.search import Passage, Searcher
from index.segmentation import segment
from index.variants import to_traditional
from resources import resource_path
from tests.fakes import HashingEmbedder

QUERIES = [
    "乡村振兴",
    "集装箱吞吐量是多少",
    "就业",
    "海洋经济发展",
    "污染防治",
    "5.5%左右",
    "海",
    "人工智能和数字经济",
]


@pytest.fixture(scope="module")
def sample() -> Report:
    return segment(
        resource_path("reports", "qingdao-2024.txt").read_text(encoding="utf-8"), path="qingdao-2024.txt"
    )


@pytest.fixture(scope="module")
def searcher(sample: Report) -> Searcher:
    found = Searcher(HashingEmbedder(256))
    found.add(sample)
    return found


def other_report() -> Report:
    return segment(
        "一、回顾\n平陆运河建设全面提速，港口吞吐量稳步增长。\n二、安排\n推进乡村振兴，建设和美乡村。",
        title="另一份",
    )


def test_a_passage_says_exactly_where_it_stands(searcher: Searcher, sample: Report) -> None:
    lines = sample.text.split("\n")
    for query in QUERIES:
        for passage in searcher.search(query, 20):
            assert (
                lines[passage.line][passage.start : passage.end]
                == passage.text
                == passage.span.of(sample.text)
            )
            assert passage.report_id == sample.id
            sentence = sample.sentence_at(passage.span.start)
            assert sentence is not None
            assert passage.sentence_id == sentence.id


def test_the_passage_on_the_subject_comes_first(searcher: Searcher) -> None:
    assert "吞吐量" in searcher.search("集装箱吞吐量是多少")[0].text
    first = searcher.search("乡村振兴示范片区")[0]
    assert "乡村振兴示范片区" in first.text
    assert first.section_title == "促进城乡深度融合发展"


@pytest.mark.parametrize("query", QUERIES)
def test_both_scripts_get_the_same_list(searcher: Searcher, query: str) -> None:
    assert searcher.search(query) == searcher.search(to_traditional(query)) != ()


@pytest.mark.parametrize("query", QUERIES)
def test_ranks_and_scores_are_in_order(searcher: Searcher, query: str) -> None:
    found = searcher.search(query, 30)
    assert [p.rank for p in found] == list(range(1, len(found) + 1))
    scores = [p.score for p in found]
    assert scores == sorted(scores, reverse=True)
    assert all(0 <= score <= 1 for score in scores)
    assert len({p.text for p in found}) == len(found)
    assert found == searcher.search(query, 30)
    assert found[:5] == searcher.search(query, 5)


@pytest.mark.parametrize("query", ["", "   ", "。", "？！", "\n\u3000"])
def test_an_empty_query_finds_nothing(searcher: Searcher, query: str) -> None:
    assert searcher.search(query) == ()


def test_odd_queries_do_no_harm(searcher: Searcher) -> None:
    for query in ["a" * 5000, "乡" * 3000, "\x00\ud800x", "%s' OR 1=1 --", "𠮷", "👩‍🌾"]:
        assert isinstance(searcher.search(query), tuple)
    assert searcher.search("就业", 0) == ()


def test_an_english_query_finds_through_the_english_text(sample: Report) -> None:
    searcher = Searcher(HashingEmbedder(256))
    target = next(s for s in sample.sentences if "集装箱吞吐量" in s.span.of(sample.text))
    searcher.add(sample)
    searcher.add(sample, {target.id: "Port cargo and container throughput exceeded 700 million tons."})
    assert searcher.search("container throughput")[0].sentence_id == target.id
    assert searcher.report_ids == (sample.id,)


def test_several_reports_and_a_choice_of_them(sample: Report) -> None:
    searcher = Searcher(HashingEmbedder(256))
    other = other_report()
    for report in (sample, other):
        searcher.add(report)
    assert {p.report_id for p in searcher.search("乡村振兴", 20)} == {sample.id, other.id}
    assert searcher.search("平陆运河")[0].report_title == "另一份"
    assert {p.report_id for p in searcher.search("乡村振兴", 20, [other.id])} == {other.id}
    assert searcher.search("乡村振兴", 20, []) == ()
    searcher.forget(other.id)
    assert {p.report_id for p in searcher.search("平陆运河")} <= {sample.id}


def test_nothing_added_nothing_found() -> None:
    assert Searcher(HashingEmbedder()).search("就业") == ()


def answers(folder: Path | None, report: Report) -> tuple[tuple[Passage, ...], HashingEmbedder, Searcher]:
    embedder = HashingEmbedder(256)
    searcher = Searcher(embedder, folder)
    searcher.add(report)
    embedded = embedder.texts_embedded
    found = searcher.search("乡村振兴")
    embedder.texts_embedded = embedded
    return found, embedder, searcher


def test_the_cache_saves_the_encoding_and_changes_no_answer(tmp_path: Path, sample: Report) -> None:
    folder = tmp_path / "缓存" / "indexes"
    fresh, first, _ = answers(folder, sample)
    cached, second, searcher = answers(folder, sample)
    assert fresh == cached == answers(None, sample)[0]
    assert first.texts_embedded > 500
    assert second.texts_embedded == 0
    assert searcher.notices == ()


def test_a_damaged_cache_is_made_anew_and_told(tmp_path: Path, sample: Report) -> None:
    whole, _, _ = answers(tmp_path, sample)
    (file,) = tmp_path.iterdir()
    data = file.read_bytes()
    for damaged in (data[: len(data) // 2] + bytes(len(data) // 2), b"", b"junk", data[:-3]):
        file.write_bytes(damaged)
        found, embedder, searcher = answers(tmp_path, sample)
        assert found == whole
        assert embedder.texts_embedded > 500
        assert [type(notice) for notice in searcher.notices] == [StaleIndex]
        assert answers(tmp_path, sample)[1].texts_embedded == 0  # repaired


def test_another_encoder_has_a_cache_of_its_own(tmp_path: Path, sample: Report) -> None:
    answers(tmp_path, sample)
    searcher = Searcher(HashingEmbedder(256, name="newer"), tmp_path)
    searcher.add(sample)
    assert searcher.notices == ()
    assert len(list(tmp_path.iterdir())) == 2


def test_a_folder_that_cannot_be_written_is_done_without(tmp_path: Path, sample: Report) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("in the way", encoding="utf-8")
    found, _, searcher = answers(blocked / "indexes", sample)
    assert found == answers(None, sample)[0]
    assert [type(notice) for notice in searcher.notices] == [UnwritableFolder]


def test_adding_in_steps_can_be_given_up(sample: Report) -> None:
    searcher = Searcher(HashingEmbedder())
    steps = searcher.add_steps(sample)
    assert next(steps)[1] > 500
    steps.close()
    assert searcher.report_ids == ()
    assert searcher.search("就业") == ()


def test_searching_while_adding(sample: Report) -> None:
    searcher = Searcher(HashingEmbedder())
    searcher.add(sample)
    failures: list[Exception] = []

    def search() -> None:
        try:
            for _ in range(50):
                assert searcher.search("就业")
        except Exception as error:  # noqa: BLE001
            failures.append(error)

    threads = [threading.Thread(target=search) for _ in range(3)]
    for thread in threads:
        thread.start()
    for number in range(20):
        searcher.add(segment(f"第{number}份。促进就业。"))
    for thread in threads:
        thread.join()
    assert failures == []


def test_a_report_without_a_word_in_it() -> None:
    searcher = Searcher(HashingEmbedder())
    searcher.add(segment("……\n。"))
    assert searcher.search("就业") == ()
