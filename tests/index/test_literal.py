"""Literal finding: what people type for what stands there, and where exactly it stands."""

from __future__ import annotations

import random

import pytest

from index.literal import FoldedText
from index.report import Report

TEXT = "全市生产总值１５７６０．３亿元， 增长 5.9％。經濟「高質量」发展——GDP grew 5.9%, in  real\u00a0terms; 面积90㎡，𠮷野家。"


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("15760.3", ["１５７６０．３"]),
        ("经济", ["經濟"]),
        ("經濟", ["經濟"]),
        ("“高质量”", ["「高質量」"]),
        ('"高质量"', ["「高質量」"]),
        ("5.9%", ["5.9％", "5.9%"]),
        ("增长5.9%", ["增长 5.9％"]),
        ("增长 5.9 %", []),
        ("，增长", ["， 增长"]),
        ("in real terms", ["in  real\u00a0terms"]),
        ("GREW", ["grew"]),
        ("--", ["——"]),
        ("90m2", ["90㎡"]),
        ("𠮷野", ["𠮷野"]),
        ("in come", []),
        ("  ", []),
        ("", []),
    ],
)
def test_what_is_typed_finds_what_stands_there(typed: str, found: list[str]) -> None:
    assert [span.of(TEXT) for span in FoldedText(TEXT).find(typed)] == found


def test_whole_words_are_those_of_latin_text() -> None:
    text = FoldedText("income in China, in2024 win; 增长in华 in")
    assert [span.start for span in text.find("in", whole=True)] == [7, 31, 35]
    assert len(text.find("in")) == 7


def test_every_run_of_a_report_is_found_where_it_stands(sample: Report) -> None:
    chance = random.Random(7)
    folded = FoldedText(sample.text)
    for _ in range(150):
        start = chance.randrange(len(sample.text) - 12)
        words = sample.text[start : start + chance.randint(2, 12)].strip()
        if not words or "\n" in words:
            continue
        assert any(span.of(sample.text) == words for span in folded.find(words)), words


def test_odd_characters_are_no_obstacle() -> None:
    text = "a\u200bb \ud800 经\u200b济 \U0001f600 ǅ ﬃ"
    folded = FoldedText(text)
    assert [s.of(text) for s in folded.find("ab")] == ["a\u200bb"]
    assert [s.of(text) for s in folded.find("经济")] == ["经\u200b济"]
    assert [s.of(text) for s in folded.find("ffi")] == ["ﬃ"]
    assert [s.of(text) for s in folded.find("\U0001f600")] == ["\U0001f600"]
