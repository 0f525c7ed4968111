"""Sentences of two languages set against each other: figures, terms and headings hold what length alone would lose."""

from __future__ import annotations

import random
from collections import Counter
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from index.pairing import Bead, Features, align, features_in, features_of, split
from index.report import Language
from index.segmentation import segment

CHINESE = """政府工作报告
各位代表：
现在，我代表市人民政府，向大会报告工作。
一、过去一年工作回顾
过去一年，我市经济稳中有进。全市生产总值增长5.8%，达到1.2万亿元。城镇新增就业36万人，完成年度目标。
民生保障继续加强。新建养老床位3200张。改造老旧小区410个，惠及居民12万户，群众满意度明显提高。
二、今年工作安排
今年发展主要目标是：生产总值增长6%左右，进出口总额保持增长。我们要全力以赴。
谢谢大家！
"""
ENGLISH = """Report on the Work of the Government
Fellow Deputies,
On behalf of the municipal government, I will now report to you on its work.
I. Review of Work in the Past Year
Over the past year, our economy made steady progress. GDP grew by 5.8 percent. It reached 1.2 trillion yuan. A total of 360,000 urban jobs were created, meeting the target for the year.
We further improved living standards and built 3,200 beds for elderly care. We renovated 410 old residential areas, which benefited 120,000 households; public satisfaction rose markedly.
II. Work for This Year
The main targets for development this year are: GDP growth of around 6 percent and continued growth of imports and exports. We must spare no effort.
Thank you!
"""


def said(beads: list[Bead]) -> list[tuple[int, int]]:
    return [(b.first_end - b.first, b.second_end - b.second) for b in beads]


def test_a_report_and_its_translation() -> None:
    zh, en = segment(CHINESE), segment(ENGLISH)
    beads = align(features_of(zh), features_of(en))
    pairs = {
        zh.sentences[b.first].span.of(zh.text)[:6]: " ".join(
            s.span.of(en.text) for s in en.sentences[b.second : b.second_end]
        )
        for b in beads
        if b.first_end - b.first == 1
    }
    assert pairs["全市生产总值"].endswith("1.2 trillion yuan.")
    assert pairs["城镇新增就业"].startswith("A total of 360,000")
    assert pairs["一、过去一年"].startswith("I. Review")
    assert pairs["二、今年工作"].startswith("II. Work")
    assert pairs["改造老旧小区"].startswith("We renovated 410")
    assert pairs["谢谢大家！"] == "Thank you!"


def test_a_passage_that_the_translation_lacks_stays_alone() -> None:
    zh = segment(
        CHINESE.replace(
            "二、今年工作安排",
            "另外一段译文里没有的话，讲的是别的事情，比较长，有好几十个字，确实没有对应的译文。\n二、今年工作安排",
        )
    )
    en = segment(ENGLISH)
    beads = align(features_of(zh), features_of(en))
    alone = [zh.sentences[b.first].span.of(zh.text) for b in beads if b.second == b.second_end]
    assert any(words.startswith("另外一段译文") for words in alone)
    last = beads[-1]
    assert zh.sentences[last.first].span.of(zh.text) == "谢谢大家！"
    assert en.sentences[last.second].span.of(en.text) == "Thank you!"


def test_terms_decide_where_lengths_are_alike() -> None:
    def features(term: str) -> Features:
        return Features(120 if term == "c" else 40, Counter(), frozenset({term}))

    first = [features(t) for t in "abcdef"]
    second = [Features(120, Counter(), frozenset({t})) for t in "abdef"]
    beads = align(first, second)
    assert (2, 3, 2, 2) in {(b.first, b.first_end, b.second, b.second_end) for b in beads}


features = st.builds(
    Features, length=st.integers(1, 200),
    numbers=st.lists(st.integers(0, 9).map(Decimal), max_size=3).map(Counter),
    terms=st.frozensets(st.sampled_from("abcdef"), max_size=3), level=st.integers(0, 2),
)  # fmt: skip


@given(st.lists(features, max_size=14), st.lists(features, max_size=14))
def test_every_sentence_is_in_exactly_one_bead(one: list[Features], other: list[Features]) -> None:
    beads = align(one, other)
    assert [n for b in beads for n in range(b.first, b.first_end)] == list(range(len(one)))
    assert [n for b in beads for n in range(b.second, b.second_end)] == list(range(len(other)))
    assert all(0.0 <= b.sure <= 1.0 for b in beads)


def test_the_same_text_twice_is_set_against_itself() -> None:
    chance = random.Random(5)
    text = [
        Features(chance.randint(8, 90), Counter({Decimal(chance.randint(1, 10**6)): 1}), frozenset())
        for _ in range(300)
    ]
    assert said(align(text, text)) == [(1, 1)] * 300


def cut(chinese: list[str], english: str) -> tuple[str, ...] | None:
    found = split(
        [features_in(words, Language.ZH) for words in chinese], english,
        lambda words: features_in(words, Language.EN), 3.2,
    )  # fmt: skip
    return found.parts if found else None


def test_a_sentence_for_two_is_cut_at_its_clause() -> None:
    chinese = ["城镇登记失业率4.1%。", "城镇新增就业1310万人，创历史新高。"]
    english = "The registered urban unemployment rate was kept at 4.1% and 13.1 million urban jobs were created, an all-time high."
    parts = cut(chinese, english)
    assert parts is not None
    assert parts[0].endswith("4.1%")
    assert parts[1].startswith("and 13.1 million")


def test_a_sentence_for_three() -> None:
    chinese = ["新建养老床位3200张。", "改造老旧小区410个。", "发放补贴5亿元，惠及群众12万人。"]
    english = (
        "We built 3,200 beds for elderly care, renovated 410 old residential areas, and granted subsidies "
        "of 500 million yuan, which benefited 120,000 people."
    )
    parts = cut(chinese, english)
    assert parts is not None
    assert [next(n for n in ("3,200", "410", "500 million") if n in part) for part in parts] == [
        "3,200", "410", "500 million",
    ]  # fmt: skip
    assert " ".join(parts) == english


def test_where_no_cut_stands_out_there_is_none() -> None:
    assert (
        cut(["我们要继续努力工作，再创佳绩。", "各位代表！"], "Let us work hard, and achieve more.") is None
    )
    assert (
        cut(["我们要继续努力工作。", "我们要再创更好佳绩。"], "We will work hard to achieve more than ever")
        is None
    )
