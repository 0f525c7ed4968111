"""Topics: every passage in one of them, good names in both languages, the same every time; likeness and comparison."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from index.chunking import chunk
from index.readers import open_report
from index.report import Report
from index.text import Span
from index.topics import (
    Neighbourhood,
    Sorted,
    Sorter,
    Topic,
    TopicMap,
    compare_on,
    more_like,
    told,
    topic_map,
)
from index.topics.grouping import grouped
from index.topics.themes import NO_THEME, themes, words_of_themes
from models.catalog import Catalog
from models.embedding import load_embedder
from models.glossary import Glossary, bundled_terms
from models.topic_names import GlossaryNames
from tests.fakes import HashingEmbedder, write_report

REPORTS = Path(__file__).resolve().parent.parent / "specs" / "reports"

# Words of a passage of a report, and the theme that it must be in.
RIGHT = [
    ("jiangsu-2026", "城镇新增就业", {"employment", "economy"}),
    ("tibet-2026", "定日地震灾后恢复重建取得", {"safety"}),
    ("tibet-2026", "拉萨不夜城", {"consumption"}),
    ("tibet-2026", "首批智慧边防项目", {"ethnic"}),
    ("tibet-2026", "我们也清醒地认识到", {"difficulties"}),
    ("tibet-2026", "三甲", {"health"}),
    ("tibet-2026", "现在，我代表自治区人民政府", {"other"}),
    ("jilin-2026", "黑土地", {"agriculture"}),
    ("national-2012", "大力发展职业教育", {"education"}),
    ("national-2012", "货物进出口总额3.64万亿美元", {"opening"}),
    ("national-2012", "地方政府融资平台公司", {"finance"}),
    ("national-2012", "保障性安居工程建设", {"housing"}),
    ("national-2012", "表示诚挚的感谢", {"other"}),
    ("national-2012", "天然林保护", {"environment"}),
]

ENGLISH = """Report on the Work of the Government
Fellow deputies,
On behalf of the People's Government, I will now report to you on the work of the government.
I. Review of 2024
Gross domestic product grew by 5 percent and general public budget revenue rose by 3 percent.
We built 120 kilometers of expressways and opened two metro lines.
The share of days with good air quality reached 88 percent, and water quality improved.
II. Tasks for 2025
We will build new schools and train more teachers.
Affordable housing will be provided and the real estate market kept stable.
"""


@pytest.fixture(scope="module")
def names() -> GlossaryNames:
    return GlossaryNames(Glossary(bundled_terms()))


@pytest.fixture(scope="module")
def sorter(tmp_path_factory: pytest.TempPathFactory) -> Sorter:
    """With the encoder that comes with the reader."""
    return Sorter(load_embedder(Catalog(tmp_path_factory.mktemp("data") / "packages").encoder()))


def every(topics: TopicMap) -> list[Topic]:
    return [each for topic in topics.topics for each in (topic, *topic.finer)]


def check(topics: TopicMap, reports: Sequence[Report]) -> None:
    """What must hold of every map."""
    for report in reports:
        own = [e for topic in topics.topics for e in topic.of(report.id)]
        held = [s for e in own for s in e.sentence_ids]
        body = {s.id for p in report.paragraphs if p.level == 0 for s in p.sentences}
        assert len(held) == len(set(held))  # no sentence in two passages, no passage in two topics
        assert set(held) <= body
        assert {c.sentence_ids[0] for c in chunk(report) if c.whole} & body <= set(held)
        assert sum(t.shares.get(report.id, 0) for t in topics.topics) == pytest.approx(1 if own else 0)
    for names in ([t.name_zh for t in every(topics)], [t.name_en.casefold() for t in every(topics)]):
        assert all(name.strip() for name in names)
        assert len(names) == len(set(names))
    assert len({t.id for t in every(topics)}) == len(every(topics))
    for topic in topics.topics:
        starts = [(list(topics.reports).index(e.report), e.span.start) for e in topic.extracts]
        assert starts == sorted(starts)
        assert topic.typical
        if topic.finer:
            inner = sorted(e.key for f in topic.finer for e in f.extracts)
            assert inner == sorted(e.key for e in topic.extracts)
    sizes = [t.characters for t in topics.topics if t.id != NO_THEME.id]
    assert sizes == sorted(sizes, reverse=True)
    assert all(t.id != NO_THEME.id for t in topics.topics[:-1])


def test_themes_are_told_apart_by_name_and_phrase() -> None:
    known = themes()
    assert 25 <= len(known) <= 35
    for values in ([t.id for t in known], [t.name_zh for t in known], [t.name_en for t in known]):
        assert len(set(values)) == len(known)
    for theme in known:
        assert min(len(theme.phrases_zh), len(theme.phrases_en)) >= 8
        assert len(set(theme.phrases)) == len(theme.phrases), theme.id
        assert all(phrase == phrase.casefold() for phrase in theme.phrases)


def test_phrases_are_found_as_words() -> None:
    scores = words_of_themes(["the report on ports", "the port of the city", "港口吞吐量", ""])
    column = [t.id for t in themes()].index("transport")
    assert scores[:, column].tolist() == pytest.approx([1.0, 1.0, 2.25, 0.0])
    assert words_of_themes([]).shape == (0, len(themes()))


def test_a_phrase_within_a_longer_one_of_another_theme_says_nothing() -> None:
    scores = words_of_themes(["新能源汽车", "新能源发电", "pm2.5浓度", "mortgage"])
    told = [{t.id for t, score in zip(themes(), row, strict=True) if score} for row in scores.tolist()]
    assert told == [{"emerging"}, {"energy"}, {"environment"}, set()]


def test_the_sample_is_mapped_the_same_every_time(sample: Report, names: GlossaryNames) -> None:
    first = topic_map([sample], HashingEmbedder(256), names)
    again = topic_map([open_report(sample.path)], HashingEmbedder(256), names)
    assert [(t.id, t.name_zh, t.characters) for t in every(first)] == [
        (t.id, t.name_zh, t.characters) for t in every(again)
    ]
    assert [e.key for t in first.topics for e in t.extracts] == [
        e.key for t in again.topics for e in t.extracts
    ]
    check(first, [sample])
    assert first.characters == sum(len(e.text) for t in first.topics for e in t.extracts)


@pytest.mark.models
def test_maps_of_one_and_of_many(sample: Report, sorter: Sorter, names: GlossaryNames) -> None:
    one = topic_map([sample], sorter.embedder, names)
    check(one, [sample])
    assert 15 <= len(one.topics) <= 33
    assert one.topics[-1].characters < 0.1 * one.characters  # little is of no theme
    assert max(t.characters for t in one.topics) < 0.2 * one.characters
    many = [
        sample,
        *(open_report(REPORTS / f"{n}.txt") for n in ("jiangsu-2026", "tibet-2026", "jilin-2026")),
    ]
    several = topic_map([*many, sample], sorter.embedder, names)
    check(several, many)
    assert several.reports == tuple(many)
    assert any(topic.finer for topic in several.topics)


@pytest.mark.models
@pytest.mark.parametrize(("file", "words", "right"), RIGHT)
def test_passages_are_in_the_right_theme(file: str, words: str, right: set[str], sorter: Sorter) -> None:
    found = [
        e.theme.id for e in sorter.sort(open_report(REPORTS / f"{file}.txt")).extracts if words in e.text
    ]
    assert found
    assert found[0] in right


@pytest.mark.models
def test_an_english_report_is_sorted_too(tmp_path: Path, sorter: Sorter, names: GlossaryNames) -> None:
    (tmp_path / "en.txt").write_text(ENGLISH, encoding="utf-8")
    report = open_report(tmp_path / "en.txt")
    found = [e.theme.id for e in sorter.sort(report).extracts if e.theme.id != "other"]
    assert found == ["economy", "transport", "environment", "education", "housing"]
    check(topic_map([report], sorter.embedder, names), [report])


@pytest.mark.parametrize("text", ["好。", "政府工作报告\n", "。。。\n", "一、工作回顾\n二、工作安排\n"])
def test_reports_that_say_next_to_nothing(text: str, tmp_path: Path, names: GlossaryNames) -> None:
    (tmp_path / "short.txt").write_text(text, encoding="utf-8")
    report = open_report(tmp_path / "short.txt")
    topics = topic_map([report], HashingEmbedder(64), names)
    check(topics, [report])
    assert {t.id for t in topics.topics} <= {"other"}
    part = Sorter(HashingEmbedder(64)).sort(report)
    assert compare_on("养老", part, part, Sorter(HashingEmbedder(64)), {}) == ()
    assert more_like([part], Sorter(HashingEmbedder(64)), report.id, Span(0, len(report.text))) == ()


def test_no_reports_make_an_empty_map(names: GlossaryNames) -> None:
    topics = topic_map([], HashingEmbedder(64), names)
    assert topics.topics == ()
    assert topics.characters == 0
    assert topics.named("housing") is None


def test_topics_go_by_their_names(sample: Report, names: GlossaryNames) -> None:
    topics = topic_map([sample], HashingEmbedder(256), names)
    for words in ("marine", "Marine Economy", "海洋", "海洋经济", "economy (no such)", ""):
        found = topics.named(words)
        assert (found.id if found else "") == ("" if words in ("economy (no such)", "") else "marine")
    assert topics.topic("marine") is topics.named("marine")
    assert topics.topic("no-such") is None


def test_a_line_that_was_broken_is_one_passage(tmp_path: Path) -> None:
    lines = [
        "一、生态环境",
        "空气质量改善，PM",
        "2.5",
        "平均浓度下降3%，优良天数增加。",
        "新建学校3所，增加义务教育学位，招聘教师。",
    ]
    (tmp_path / "broken.txt").write_text("\n".join(lines), encoding="utf-8")
    report = open_report(tmp_path / "broken.txt")
    found = [(e.theme.id, len(e.sentence_ids)) for e in Sorter(HashingEmbedder(64)).sort(report).extracts]
    assert found == [("environment", 3), ("education", 1)]


# --- likeness


@pytest.mark.models
def test_passages_like_one_are_about_the_same(sample: Report, sorter: Sorter) -> None:
    other = open_report(REPORTS / "jiangsu-2026.txt")
    parts = [sorter.sort(sample), sorter.sort(other)]
    sentence = next(s for s in sample.sentences if "吞吐量" in s.span.of(sample.text))
    found = more_like(parts, sorter, sample.id, sentence.span, 8)
    assert 4 <= len(found) <= 8
    assert all(
        not near.extract.span.overlaps(sentence.span) or near.extract.report is other for near in found
    )
    assert [n.score for n in found] == sorted((n.score for n in found), reverse=True)
    assert any("港" in near.extract.text for near in found[:4])
    assert {near.extract.report.id for near in found} <= {sample.id, other.id}
    assert more_like(parts, sorter, sample.id, Span(sentence.span.start, sentence.span.start)) == ()
    assert more_like(parts, sorter, "no such report", sentence.span) == ()
    assert more_like(parts, sorter, sample.id, sentence.span, 0) == ()
    elsewhere = Neighbourhood.of(parts, sorter).more_like(
        sample.id, sentence.span, sentence.span.of(sample.text), elsewhere=True
    )
    assert {near.extract.report.id for near in elsewhere} == {other.id}


# --- side by side


def pair_of(folder: Path) -> tuple[Sorted, Sorted, Sorter]:
    sorter = Sorter(HashingEmbedder(256))
    homes = "建设保障性住房3万套，稳定房地产市场。新建高速公路200公里。"
    more = "建设保障性住房5万套，稳定房地产市场。发展住房租赁市场，提高公积金贷款额度。新建医院4所。"
    files = [
        write_report(folder, "a.txt", "四川省", 2026, homes, "地区生产总值增长5%左右。"),
        write_report(folder, "b.txt", "贵州省", 2026, more, "地区生产总值增长6%左右。"),
    ]
    left, right = (sorter.sort(open_report(file)) for file in files)
    return left, right, sorter


def test_two_reports_on_a_topic(tmp_path: Path, names: GlossaryNames) -> None:
    from index.indicators import extract

    left, right, sorter = pair_of(tmp_path)
    topic = topic_map([left.report, right.report], sorter.embedder, names).named("housing")
    assert topic is not None
    figures = {s.report.id: extract(s.report) for s in (left, right)}
    pairs = compare_on(topic, left, right, sorter, figures)
    assert pairs[0].left is not None
    assert pairs[0].right is not None
    assert [i.text for i in pairs[0].left.indicators] == ["3万套"]
    assert "5万套" in [i.text for i in pairs[0].right.indicators]
    sides = [
        {t.extract.theme.id for t in side if t}
        for side in zip(*((p.left, p.right) for p in pairs), strict=True)
    ]
    assert sides == [{"housing"}, {"housing"}]
    alone = topic_map([left.report, right.report], sorter.embedder, names).named("health")
    assert alone is not None
    assert [(p.left, p.right is not None) for p in compare_on(alone, left, right, sorter, {})] == [
        (None, True)
    ]


def test_two_reports_on_a_question(tmp_path: Path) -> None:
    left, right, sorter = pair_of(tmp_path)
    pairs = compare_on("保障性住房", left, right, sorter, {})
    assert pairs[0].left is not None
    assert pairs[0].right is not None
    assert "保障性住房" in pairs[0].left.extract.text
    assert compare_on("保障性住房", left, right, sorter, {}, 0) == ()
    for nothing in ("", "。", "zzzz"):
        assert compare_on(nothing, left, right, sorter, {}) == ()
    starts = [t.extract.span.start for t in told("住房", right, sorter, {})]
    assert starts == sorted(starts)


def test_groups_are_numbered_by_size_and_are_the_same_every_time() -> None:
    random = np.random.default_rng(7)
    middles = np.eye(3, 16, dtype=np.float32)
    rows = np.concatenate(
        [middles[n] + 0.1 * random.standard_normal((size, 16)) for n, size in enumerate((6, 14, 10))]
    )
    vectors = (rows / np.linalg.norm(rows, axis=1, keepdims=True)).astype(np.float32)
    weights = np.ones(len(vectors), dtype=np.float32)
    labels = grouped(vectors, weights)
    assert (labels == grouped(vectors, weights)).all()
    assert [len(set(part.tolist())) for part in np.split(labels, [6, 20])] == [1, 1, 1]
    assert labels[6] == 0
    assert set(grouped(vectors[:5], weights[:5]).tolist()) == {0}
