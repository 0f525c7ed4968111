"""Lists of figures that travel as one word, names that do, and what counts as missing."""

from __future__ import annotations

import pytest

from index.report import Language
from index.text import Span
from models.numbers import restore, verify
from models.placeholders import protect
from models.places import scan_english_names


def test_a_list_of_codes_is_one_placeholder_and_each_code_keeps_its_place() -> None:
    source = "实施G109、G219、G318和G695提质改造。"
    protected = protect(source, Language.ZH)
    assert protected is not None
    assert len(protected.slots) == 1
    restored = restore(f"We will upgrade {protected.slots[0].symbol}.", protected.slots, Language.EN)
    assert restored.text == "We will upgrade G109, G219, G318 and G695."
    assert [link.source.of(source) for link in restored.links] == ["G109", "G219", "G318", "G695"]
    assert [link.target.of(restored.text) for link in restored.links] == ["G109", "G219", "G318", "G695"]


def test_figures_of_a_list_travel_apart_unless_they_are_asked_to_travel_together() -> None:
    source = "收入从46503元和16935元分别提高到58794元和23184元。"
    apart, together = protect(source, Language.ZH), protect(source, Language.ZH, lists=True)
    assert apart is not None
    assert together is not None
    assert (len(apart.slots), len(together.slots)) == (4, 2)
    first, second = together.slots
    restored = restore(f"rose from {first.symbol} to {second.symbol}", together.slots, Language.EN)
    assert restored.text == "rose from 46,503 yuan and 16,935 yuan to 58,794 yuan and 23,184 yuan"
    assert restored.sound
    assert len(restored.links) == 4


def test_every_member_of_a_list_that_is_left_out_is_missing() -> None:
    together = protect("增长5%、6%和7%。", Language.ZH, lists=True)
    assert together is not None
    assert restore("It grew.", together.slots, Language.EN).missing == ("5%", "6%", "7%")


def test_what_was_said_once_is_not_missing_the_second_time() -> None:
    protected = protect("这五年是变化最大的五年。", Language.ZH)
    assert protected is not None
    assert len(protected.slots) == 2
    restored = restore(
        f"These {protected.slots[0].symbol} years saw great changes.", protected.slots, Language.EN
    )
    assert restored.missing == ()


@pytest.mark.parametrize("phrase", ["千方百计增加就业", "千家万户受益", "万众一心"])
def test_numerals_of_phrases_are_not_invented_figures(phrase: str) -> None:
    assert verify("We will do everything we can.", phrase, Language.EN, ()) == ()


def test_five_year_plans_and_places_have_their_chinese_names() -> None:
    text = "Review of the 14th Five-Year Plan Period in Xizang; the 15th Five-Year Plan of Inner Mongolia"
    found = scan_english_names(text)
    assert [m.key for m in found] == ["“十四五”时期", "西藏", "“十五五”规划", "内蒙古"]
    assert found[0].span == Span(14, 40)
    protected = protect(text, Language.EN)
    assert protected is not None
    drafted = restore("".join(s.symbol for s in protected.slots), protected.slots, Language.ZH)
    assert drafted.text == "“十四五”时期西藏“十五五”规划内蒙古"


def test_numerals_of_compounds_are_left_to_the_network() -> None:
    protected = protect("promote the two-way flow of factors and two one-stop platforms", Language.EN)
    assert protected is not None
    assert [slot.mention.quantity.value for slot in protected.slots] == [2]
