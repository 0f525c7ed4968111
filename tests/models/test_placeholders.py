"""Figures become placeholders and come back exactly."""

from __future__ import annotations

import random

import pytest

from index.report import Language
from models.forms import network_form, split_heading_mark
from models.numbers import complete, restore, verify
from models.placeholders import PER_CLASS, SYMBOLS, is_placeholder, protect, protect_pair


def protected(text: str, language: Language = Language.ZH) -> str:
    result = protect(text, language)
    assert result is not None
    return "".join("#" if is_placeholder(c) else c for c in result.text)


@pytest.mark.parametrize(
    ("chinese", "masked"),
    [
        ("全市生产总值达到15760.3亿元，同比增长5.9%。", "全市生产总值达到#，同比增长#。"),
        ("新增300家以上企业", "新增#家企业"),
        ("提高4个百分点左右", "提高#"),
        ("2021—2025年", "#—#年"),
        ("出台四批308项政策", "出台#批#项政策"),
        ("5G基站达到3.5万个", "#基站达到#个"),
        ("党的二十届二中全会", "党的#届#中全会"),
        ("“十四五”规划", "“#五”规划"),
        ("千家万户", "千家万户"),
        ("十分重要的一体化", "十分重要的一体化"),
        ("三大攻坚战", "三大攻坚战"),
    ],
)
def test_numeric_expressions_are_replaced_whole(chinese: str, masked: str) -> None:
    assert protected(chinese) == masked


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("达到15760.3亿元", "1.57603 trillion yuan"),
        ("负担376亿元", "37.6 billion yuan"),
        ("培育2.5万个", "25,000"),
        ("惠及28.5万户", "285,000"),
        ("增长5.5%左右", "about 5.5%"),
        ("新增300家以上", "at least 300"),
        ("提高4个百分点", "4 percentage points"),
        ("浓度29微克／立方米", "29 micrograms per cubic meter"),
        ("连续四年", "four"),
        ("居第23位", "23rd"),
        ("装机115万千瓦", "1.15 million kilowatts"),
        ("约1.39万亿斤", "about 1.39 trillion jin"),
        ("近六成", "nearly 60%"),
        ("约三分之一", "one-third"),
        ("增长4.5%—5%", "4.5% to 5%"),
        ("超千亿元", "over 100 billion yuan"),
        ("2024年1月27日召开", "January 27, 2024"),
        ("超过1000万元", "over 10 million yuan"),
    ],
)
def test_chinese_figures_are_rendered_by_rule(chinese: str, english: str) -> None:
    result = protect(chinese, Language.ZH)
    assert result is not None
    assert [restore(slot.symbol, [slot], Language.EN).text.lower() for slot in result.slots] == [
        english.lower()
    ]


@pytest.mark.parametrize(
    ("english", "chinese"),
    [
        ("GDP of 1.57603 trillion yuan", "15760.3亿元"),
        ("up about 5.5 percent", "约5.5%"),
        ("up 4 percentage points", "4个百分点"),
        ("at least 300 firms", "至少300"),
        ("over 285,000 households", "超过28.5万"),
        ("on March 5, 2024", "2024年3月5日"),
        ("US$3.5 billion in exports", "35亿美元"),
        ("one third of the total", "三分之一"),
    ],
)
def test_english_figures_are_rendered_by_rule(english: str, chinese: str) -> None:
    result = protect(english, Language.EN)
    assert result is not None
    assert [restore(slot.symbol, [slot], Language.ZH).text for slot in result.slots] == [chinese]


def test_restoring_tells_where_each_figure_went() -> None:
    source = "全市生产总值达到15760.3亿元，增长5.9%"
    result = protect(source, Language.ZH)
    assert result is not None
    money, growth = result.slots
    out = restore(f"GDP grew by {growth.symbol} to {money.symbol}", result.slots, Language.EN)
    assert out.text == "GDP grew by 5.9% to 1.57603 trillion yuan"
    assert [(k.source.of(source), k.target.of(out.text)) for k in out.links] == [
        ("5.9%", "5.9%"),
        ("15760.3亿元", "1.57603 trillion yuan"),
    ]
    assert out.sound


def test_a_lost_figure_is_told_and_a_doubled_one_kept_once() -> None:
    result = protect("增长5.9%，达到376亿元", Language.ZH)
    assert result is not None
    growth = result.slots[0].symbol
    assert not complete(f"up {growth} and {growth}", result.slots)
    out = restore(f"up {growth} and {growth}", result.slots, Language.EN)
    assert out.text.count("5.9%") == 1
    assert out.missing == ("37.6 billion yuan",)


def test_an_invented_figure_is_noticed() -> None:
    assert verify("经济稳步增长。", "The economy grew by 5.9%.", Language.ZH, ()) == ("5.9%",)
    assert verify("“十四五”时期", "the 14th Five-Year Plan period", Language.ZH, ()) == ()
    assert verify("两个维护", "the Two Upholds", Language.ZH, ()) == ()


@pytest.mark.parametrize(
    ("draft", "text"),
    [("a {} increase", "an 8% increase"), ("an {} increase", "an 8% increase"), ("rose {}", "rose 8%")],
)
def test_the_article_follows_the_figure(draft: str, text: str) -> None:
    result = protect("增长8%", Language.ZH)
    assert result is not None
    assert restore(draft.format(result.slots[0].symbol), result.slots, Language.EN).text == text


def test_pairs_share_placeholders_only_for_figures_that_agree() -> None:
    pair = protect_pair("贷款增长26.8%、提高4个百分点", "Loans rose 26.8%, up 4 percentage points")
    assert pair.complete
    assert {c for c in pair.chinese if is_placeholder(c)} == {c for c in pair.english if is_placeholder(c)}
    wrong = protect_pair("提高4个百分点", "an increase of 4 percent")
    assert not wrong.complete


def test_too_many_figures_for_the_placeholders_are_refused() -> None:
    assert protect("、".join(f"{n}.5%" for n in range(PER_CLASS + 1)), Language.ZH) is None


def test_training_pairs_use_every_placeholder() -> None:
    chance = random.Random(1)
    seen = set()
    for _ in range(300):
        seen |= set(
            filter(
                is_placeholder,
                protect_pair("增长5%，300家，20亿元", "up 5%, 300 firms, 2 billion yuan", chance).chinese,
            )
        )
    assert len(seen) == 3 * PER_CLASS
    assert seen <= set(SYMBOLS)


@pytest.mark.parametrize(
    ("text", "language", "rendered", "rest"),
    [
        ("（三）扩大开放", Language.ZH, "(III) ", "扩大开放"),
        ("二、重点工作", Language.ZH, "II. ", "重点工作"),
        ("3.扩大内需", Language.ZH, "3. ", "扩大内需"),
        ("——城镇新增就业", Language.ZH, "— ", "城镇新增就业"),
        ("(IV) Opening up", Language.EN, "（四）", "Opening up"),
        ("一体推进", Language.ZH, "", "一体推进"),
        ("3.5万个项目", Language.ZH, "", "3.5万个项目"),
    ],
)
def test_heading_marks_are_rendered_by_rule(text: str, language: Language, rendered: str, rest: str) -> None:
    _, mark, tail = split_heading_mark(text, language)
    assert (mark, tail) == (rendered, rest)


def test_forms_differ_only_in_spelling() -> None:
    assert network_form("增长５.９％ ，", Language.ZH) == "增长5.9%，"
    assert network_form("the “dual  carbon” goals", Language.EN) == 'the "dual carbon" goals'
