"""The figures of translations that people write: what agrees, what is missing, what can be put in."""

from __future__ import annotations

import pytest

from index.report import Language
from models.figures import check_figures, with_new_figures

ZH, EN = Language.ZH, Language.EN
OLD = "生产总值达到14920.8亿元，增长3.9%，新增就业28.5万人，新建公园300家以上。"
TARGET = (
    "GDP reached 1.49208 trillion yuan, up 3.9%; 285,000 jobs were created and at least 300 parks were built."
)


def test_a_missing_figure_is_given_as_it_could_be_written() -> None:
    check = check_figures("减税376亿元，增长5%左右。", "Taxes were cut, up about 5%.", ZH)
    assert [(m.written, m.rendered) for m in check.missing] == [("376亿元", "37.6 billion yuan")]
    assert check.invented == ()
    assert not check.sound
    assert len(check.links) == 1


def test_a_wrong_magnitude_is_both_missing_and_invented() -> None:
    check = check_figures("投资1.2万亿元。", "Investment came to 1.2 billion yuan.", ZH)
    assert [m.written for m in check.missing] == ["1.2万亿元"]
    assert check.invented == ("1.2 billion yuan",)


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("（三）深化改革", "3. Deepening reform"),
        ("支持港澳发展。", "We will support the two regions."),
        ("做好疫情防控。", "We will control COVID-19."),
        ("促进经济发展。", "We will promote growth."),
    ],
)
def test_what_people_write_for_good_reasons_is_no_invention(source: str, target: str) -> None:
    assert check_figures(source, target, ZH).sound


def test_the_other_direction() -> None:
    check = check_figures(
        "GDP grew by 5.2%, reaching 376 billion yuan.", "生产总值增长5.2%，达到3760亿元。", EN
    )
    assert check.sound
    assert len(check.links) == 2
    assert not check_figures("GDP grew by 5.2%.", "生产总值增长2.5%。", EN).sound


def test_new_figures_go_to_the_places_of_the_old_ones() -> None:
    new = "生产总值达到15760.3亿元，增长约5.9%，新增就业30万人，新建公园420家以上。"
    text = with_new_figures(OLD, TARGET, new, ZH)
    assert text == (
        "GDP reached 1.57603 trillion yuan, up about 5.9%; 300,000 jobs were created and at least 420 parks were built."
    )
    assert check_figures(new, text, ZH).sound


def test_figures_that_are_the_same_stay_as_they_were_written() -> None:
    target = TARGET.replace("1.49208 trillion", "1,492.08 billion")
    new = OLD.replace("3.9%", "5.9%")
    assert with_new_figures(OLD, target, new, ZH) == target.replace("3.9%", "5.9%")


@pytest.mark.parametrize(
    "new",
    [
        "增长3.9%。",
        "没有数字。",
        OLD.replace("14920.8亿元", "14920.8万户"),
        OLD.replace("3.9%", "3.9个百分点"),
    ],
)
def test_nothing_is_guessed_where_the_figures_do_not_match(new: str) -> None:
    text = with_new_figures(OLD, TARGET, new, ZH)
    assert text == TARGET or "1.49208 trillion" in text
