"""Texts that are odd or very long, through all that is done with a text."""

from __future__ import annotations

import random
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.export.bilingual import Rendered, to_html, to_markdown, to_tmx
from index.indicators import extract
from index.report import Report
from index.search import Searcher
from index.segmentation import segment
from index.text import normalise
from tests.fakes import HashingEmbedder

ODD = (
    "2024年某市政府工作报告\n一、回顾\n𠮷林省生产总值增长5.9%，\u202e逆\u202c；👩\u200d💻就业38万人。\ud800孤\udfff，\x00零。"
    "e\u0301\u0301\u0301增长\u200b12%。\ufeff中\ufeff。𠀀𪚥𠮷。\n\u2028（一）\u2067右左\u2069增长3.1个百分点。\n\U000e0001标签。\ufdd0\uffff。"
)
PIECES = [
    "生产总值", "增长", "5.9%", "15760.3亿元", "。", "；", "，", "\n", "一、", "（二）", "𠮷", "😀", "\u200d", "\u202e",
    "\u2066", "\ud800", "\x00", "\u0301", "\u200b", "\ufeff", "\u3000", "２０２４年", "GDP ", "“", "”", "\u2028", "\t",
    "万", "%", "约", "至", "-", "—", "1", "０",
]  # fmt: skip


def _through(report: Report) -> None:
    at = 0
    for sentence in report.sentences:
        assert at <= sentence.span.start < sentence.span.end <= len(report.text)
        at = sentence.span.end
    for indicator in extract(report):
        assert indicator.span.of(report.text)
        assert indicator.number.of(report.text)
    searcher = Searcher(HashingEmbedder())
    searcher.add(report, {s.id: s.span.of(report.text) for s in report.sentences})
    for query in ("增长", "𠮷", report.text[:20], "\ud800\x00\u202e", "👩\u200d💻"):
        for passage in searcher.search(query):
            assert passage.text == passage.span.of(report.text)
    done = {s.id: Rendered(s.span.of(report.text), "\u202e warning", "machine") for s in report.sentences}
    for write in (to_html, to_markdown, to_tmx):
        write(report, done).encode("utf-8")


def test_an_odd_text_is_segmented_searched_and_exported() -> None:
    report = segment(normalise(ODD), path="odd.txt")
    assert len(report.sentences) > 5
    assert "\ud800" not in report.text
    assert any("5.9" in i.number.of(report.text) for i in extract(report))
    _through(report)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=60))
def test_odd_texts_of_all_kinds(pieces: list[str]) -> None:
    _through(segment(normalise("".join(pieces)), path="odd.txt"))


def test_fifty_thousand_paragraphs() -> None:
    rng = random.Random(5)
    text = "\n".join(f"第{n}项工作增长{rng.randint(1, 99)}%，新增就业{n}人。" for n in range(50_000))
    started = time.monotonic()
    report = segment(text, path="long.txt")
    assert len(report.paragraphs) == 50_000
    assert report.section_path(len(text) // 2) == ()
    assert time.monotonic() - started < 10


def test_the_section_of_a_sentence_is_found_among_thousands() -> None:
    text = "2024年报告\n" + "\n".join(
        f"一、第{n}节\n增长{n}%。\n（一）小节\n就业{n}万人。" for n in range(3000)
    )
    report = segment(text, path="sections.txt")
    sections = [section for root in report.sections for section in root.walk()]
    assert len(sections) > 3000
    for sentence in report.sentences[::97]:
        start = sentence.span.start
        path = report.section_path(start)
        inside = [section for section in sections if section.span.holds(start)]
        assert list(path) == inside
    started = time.monotonic()
    for sentence in report.sentences:
        report.section_path(sentence.span.start)
    assert time.monotonic() - started < 2


@pytest.mark.models
def test_odd_sentences_are_translated() -> None:
    from models.catalog import Catalog
    from models.translation import Translator

    report = segment(normalise(ODD), path="odd.txt")
    sentences = [s.span.of(report.text) for s in report.sentences]
    import tempfile
    from pathlib import Path

    with tempfile.TemporaryDirectory() as folder:
        route = Catalog(Path(folder) / "packages").translation_route("zh", "en")
        made = Translator(route.packages[0]).translate([*sentences, "\ud800增长5%。", "\x00", "\u202e"])
    assert len(made) == len(sentences) + 3
    for translation in made:
        translation.target.encode("utf-8")
