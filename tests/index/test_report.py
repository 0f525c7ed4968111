"""Finding one's way in a report: lines, sentences, sections."""

from __future__ import annotations

import pytest

from index.report import Language, Report
from index.segmentation import segment
from resources import resource_path


@pytest.fixture(scope="module")
def sample() -> Report:
    text = resource_path("reports", "qingdao-2024.txt").read_text(encoding="utf-8")
    return segment(text, path="qingdao-2024.txt")


def test_each_language_faces_the_other() -> None:
    assert Language.ZH.other is Language.EN
    assert Language.EN.other is Language.ZH


def test_line_and_column_lead_back_to_the_same_character(sample: Report) -> None:
    lines = sample.text.split("\n")
    for sentence in sample.sentences:
        line, column = sample.line_of(sentence.span.start)
        assert lines[line][column : column + 4] == sample.text[sentence.span.start :][:4].split("\n")[0]


def test_every_offset_of_a_sentence_finds_that_sentence(sample: Report) -> None:
    for sentence in sample.sentences:
        assert sample.sentence_at(sentence.span.start) is sentence
        assert sample.sentence_at(sentence.span.end - 1) is sentence


def test_nothing_is_found_between_sentences(sample: Report) -> None:
    blank = sample.text.index("\n\n")
    assert sample.sentence_at(blank) is None
    assert sample.sentence_at(len(sample.text) + 5) is None


def test_the_section_path_runs_from_the_chapter_inwards(sample: Report) -> None:
    path = sample.section_path(sample.text.index("支持企业研发能力建设"))
    assert [section.title for section in path] == [
        "2024年重点工作安排",
        "大力推进新型工业化，在以科技创新引领现代化产业体系建设上奋力争先",
        "增强产业创新能力",
    ]


def test_walking_a_section_gives_it_and_all_below_in_reading_order(sample: Report) -> None:
    starts = [section.span.start for root in sample.sections for section in root.walk()]
    assert starts == sorted(starts)
    assert len(starts) > 18
