"""BM25 over character bigrams and words."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from index.lexical import LexicalIndex, query_terms

TEXTS = [
    "新建改造农村公路2500公里，乡村振兴取得新成效。",
    "港口集装箱吞吐量突破3000万标箱。",
    "We will promote rural revitalization and build ports.",
    "城镇新增就业35万人，乡村建设扎实推进。",
    "",
]


def ranking(query: str, texts: list[str] = TEXTS) -> list[int]:
    index = LexicalIndex.build(texts)
    terms = query_terms(query)
    scores = index.scores(terms, index.statistics(terms))
    assert scores.shape == (len(texts),)
    assert (scores >= 0).all()
    assert (scores <= 1).all()
    return [int(i) for i in np.argsort(-scores, kind="stable") if scores[i] > 0]


def test_the_text_with_the_words_comes_first() -> None:
    assert ranking("乡村振兴") == [0, 3]
    assert ranking("集装箱吞吐量") == [1]
    assert ranking("没有这些") == []


def test_both_scripts_and_both_widths_are_one() -> None:
    assert ranking("鄉村振興") == ranking("乡村振兴")
    assert ranking("３０００") == ranking("3000")
    assert (query_terms("鄉村振興") == query_terms("乡村振兴")).all()


def test_a_single_character_is_searched_too() -> None:
    assert ranking("港") == [1]
    assert set(ranking("乡")) == {0, 3}


def test_english_words_match_without_case_number_or_filler() -> None:
    assert ranking("the Port") == [2]
    assert ranking("REVITALIZATION of the countryside") == [2]
    assert ranking("promoting") == [2]


def test_a_question_is_about_its_subject() -> None:
    assert ranking("集装箱吞吐量是多少？")[0] == 1
    assert (query_terms("就业情况怎么样") == query_terms("就业情况")).all()


def test_numbers_are_words() -> None:
    assert ranking("2500") == [0]
    assert ranking("35") == [3]


def test_rare_words_weigh_more_than_common_ones() -> None:
    texts = ["发展经济", "发展教育", "发展海洋", "发展文化"]
    assert ranking("发展海洋", texts)[0] == 2


def test_statistics_of_several_indexes_add_up() -> None:
    terms = query_terms("乡村振兴")
    whole = LexicalIndex.build(TEXTS).statistics(terms)
    parts = LexicalIndex.build(TEXTS[:2]).statistics(terms) + LexicalIndex.build(TEXTS[2:]).statistics(terms)
    assert (whole.documents, whole.length) == (parts.documents, parts.length)
    assert (whole.frequencies == parts.frequencies).all()


@given(st.lists(st.text(max_size=20), max_size=8), st.text(max_size=10))
def test_any_texts_and_any_query(texts: list[str], query: str) -> None:
    ranking(query, texts)


@given(st.lists(st.text(alphabet="甲乙丙丁戊 ab", max_size=12), min_size=1, max_size=8), st.data())
def test_a_text_is_found_by_any_two_of_its_characters(texts: list[str], data: st.DataObject) -> None:
    number = data.draw(st.integers(0, len(texts) - 1))
    pairs = [a + b for a, b in zip(texts[number], texts[number][1:], strict=False) if a + b > "一"]
    if pairs and all("甲乙丙丁戊".find(c) >= 0 for c in pairs[0]):
        assert number in ranking(pairs[0], texts)
