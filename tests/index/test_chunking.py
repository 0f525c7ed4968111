"""What is indexed of a report."""

from __future__ import annotations

from index.chunking import chunk
from index.segmentation import segment
from resources import resource_path


def test_every_sentence_is_a_chunk_where_it_stands() -> None:
    report = segment(resource_path("reports", "qingdao-2024.txt").read_text(encoding="utf-8"))
    chunks = chunk(report)
    spoken = [s for s in report.sentences if not s.span.of(report.text).startswith("各位代表")]
    assert [c.sentence_ids for c in chunks if c.whole] == [(s.id,) for s in spoken]
    assert [c.span for c in chunks if c.whole] == [s.span for s in spoken]
    assert len({c.id for c in chunks}) == len(chunks)


def test_a_long_sentence_is_followed_by_clauses_that_tile_it() -> None:
    report = segment(resource_path("reports", "qingdao-2024.txt").read_text(encoding="utf-8"))
    chunks = chunk(report)
    parts: dict[str, list[str]] = {}
    for piece in chunks:
        if not piece.whole:
            parts.setdefault(piece.sentence_ids[0], []).append(piece.text)
    wholes = {c.sentence_ids[0]: c.text for c in chunks if c.whole}
    assert len(parts) > 20
    for sentence, clauses in parts.items():
        assert "".join(clauses) == wholes[sentence]
        assert len(clauses) > 1
    targets = next(clauses for clauses in parts.values() if clauses[0].startswith("主要预期目标是"))
    assert targets[0] == "主要预期目标是：全市生产总值增长5.5%左右，"


def test_a_short_sentence_is_embedded_with_its_section() -> None:
    report = segment(
        "一、海洋经济\n产值增长一成。\n我们坚持稳中求进工作总基调，推动高质量发展。\n二、其他\n好。"
    )
    assert [c.text for c in chunk(report)] == [
        "一、海洋经济",
        "海洋经济：产值增长一成。",
        "我们坚持稳中求进工作总基调，推动高质量发展。",
        "二、其他",
        "其他：好。",
    ]


def test_punctuation_alone_is_no_chunk() -> None:
    assert [c.sentence_ids for c in chunk(segment("【\n……\n增长。"))] == [("s2",)]
