"""Terms are found in both languages, the user's first; what a translation makes of them is told."""

from __future__ import annotations

import pytest

from index.report import Language, Report
from models.glossary import Glossary, Origin, Term, bundled_terms
from models.pinyin import pinyin, reading_at, with_marks
from models.stems import stem
from models.term_use import names_of, term_uses

ECONOMY = Term("经济", "economy")
DIGITAL = Term("数字经济", "digital economy")
LITTLE = Term("“小巨人”企业", "little giant", note="small firms that lead a niche")
REVIVAL = Term("乡村振兴", "rural revitalization", alternatives=("rural vitalization",), category="rural")
MINE = Term("乡村振兴", "village revival", origin=Origin.USER, key="1")
NETWORK = Term("5G网络", "5G network (mobile)")


def words(glossary: Glossary, text: str) -> list[tuple[str, str]]:
    return [(hit.span.of(text), hit.term.en) for hit in glossary.find(text)]


def test_the_longest_term_is_found_in_either_script() -> None:
    glossary = Glossary([ECONOMY, DIGITAL, REVIVAL])
    assert words(glossary, "發展數字經濟，推進鄉村振興和经济") == [
        ("數字經濟", "digital economy"),
        ("鄉村振興", "rural revitalization"),
        ("经济", "economy"),
    ]


def test_a_character_beyond_the_basic_plane_moves_no_span() -> None:
    text = "𠮷村推進鄉村振興"
    assert words(Glossary([REVIVAL]), text) == [("鄉村振興", "rural revitalization")]


def test_width_case_and_quotes_make_no_difference() -> None:
    glossary = Glossary([NETWORK, LITTLE])
    text = "建设５Ｇ网络、5g网络，培育「小巨人」企业和小巨人企业"
    assert [w for w, _ in words(glossary, text)] == ["５Ｇ网络", "5g网络", "「小巨人」企业", "小巨人企业"]
    assert words(glossary, "15G网络") == []


def test_the_users_terms_win_also_over_longer_ones() -> None:
    longer = Term("全面推进乡村振兴", "advance rural revitalization across the board")
    glossary = Glossary([longer, REVIVAL, MINE])
    assert words(glossary, "全面推进乡村振兴") == [("乡村振兴", "village revival")]
    assert [t.en for t in glossary.terms] == [
        "village revival",
        "advance rural revitalization across the board",
    ]
    assert glossary.look_up("鄉村振興") == MINE


def test_words_that_hold_a_term_by_chance_are_read_over() -> None:
    glossary = Glossary([Term("化债", "resolve debts"), Term("严打", "crackdown")])
    assert words(glossary, "优化债务结构，从严打击，化债任务") == [("化债", "resolve debts")]


def test_english_is_found_in_any_case_number_and_spelling() -> None:
    glossary = Glossary([DIGITAL, REVIVAL, Term("工业园区", "industrial park")])
    text = "Digital Economies grew; Rural Revitalisation of the industrial parks. The digital. Economy"
    assert [hit.span.of(text) for hit in glossary.find_english(text)] == [
        "Digital Economies",
        "Rural Revitalisation",
        "industrial parks",
    ]


@pytest.mark.parametrize(
    ("one", "other"),
    [("industries", "industry"), ("planning", "planned"), ("programmes", "program"), ("centre", "centers"),
     ("labour", "labor"), ("businesses", "business"), ("revitalising", "revitalized"), ("uses", "use")],
)  # fmt: skip
def test_endings_make_no_difference(one: str, other: str) -> None:
    assert stem(one) == stem(other)


def test_different_words_stay_different() -> None:
    assert (
        len({stem(w) for w in "news new process progress policy police gas class business bus".split()}) == 10
    )


def test_the_place_of_a_term_in_the_translation_is_found() -> None:
    glossary = Glossary([ECONOMY, DIGITAL, REVIVAL])
    source, target = "数字经济和经济，乡村振兴", "The digital economy, the economies and rural vitalisation"
    uses = term_uses(glossary, source, target, Language.ZH)
    assert [(u.source.of(source), u.target.of(target) if u.target else "") for u in uses] == [
        ("数字经济", "digital economy"),
        ("经济", "economies"),
        ("乡村振兴", "rural vitalisation"),
    ]


def test_a_term_said_otherwise_is_told() -> None:
    uses = term_uses(Glossary([MINE, REVIVAL]), "乡村振兴", "Rural revitalization", Language.ZH)
    assert [(u.term.en, u.target) for u in uses] == [("village revival", None)]


def test_terms_of_an_english_text_are_found_in_its_chinese() -> None:
    source, target = "Digital economies and rural revitalization", "數字經濟與农村发展"
    uses = term_uses(Glossary([DIGITAL, REVIVAL]), source, target, Language.EN)
    assert [u.target.of(target) if u.target else None for u in uses] == ["數字經濟", None]


def test_brackets_in_the_english_need_not_be_in_the_translation() -> None:
    uses = term_uses(Glossary([NETWORK]), "5G网络", "We built 5G networks.", Language.ZH)
    assert uses[0].target is not None


def test_a_term_never_carries_an_amount_through_the_network() -> None:
    terms = [
        Term("3亿元项目", "big project", origin=Origin.USER),
        Term("十四五规划", "the plan", origin=Origin.USER),
    ]
    names = names_of(Glossary(terms), Language.ZH)
    assert [n.key for n in names("投资3亿元项目，落实十四五规划")] == ["the plan"]


def test_bundled_terms_are_found_in_the_sample(sample: Report) -> None:
    glossary = Glossary(bundled_terms())
    assert len(glossary) >= 1500
    found = {hit.term.zh for hit in glossary.find(sample.text)}
    assert {"高质量发展", "营商环境"} <= found


@pytest.mark.parametrize(
    ("text", "reading"),
    [("高质量发展", "gāo zhì liàng fā zhǎn"), ("长三角", "cháng sān jiǎo"), ("银行行长", "yín háng háng zhǎng"),
     ("“双碳”", "shuāng tàn"), ("5G网络", "5G wǎng luò"), ("GDP", "")],
)  # fmt: skip
def test_readings(text: str, reading: str) -> None:
    assert pinyin(text) == reading


def test_a_character_is_read_as_the_words_around_it_tell() -> None:
    assert reading_at("支持重庆的银行", 2) == "chóng"
    assert reading_at("支持重庆的银行", 6) == "háng"
    assert reading_at("GDP增长", 0) == ""
    assert reading_at("", 3) == ""


@pytest.mark.parametrize(
    ("numbers", "marks"),
    [("lu:4 se4", "lǜ sè"), ("r5", "r"), ("E2", "É"), ("liu2 gui4", "liú guì"), ("ou1", "ōu"), ("Nu:3", "Nǚ"),
     ("ng2", "ńg"), ("A B zhi4", "A B zhì"), ("xx5", "xx"), ("2019", "2019")],
)  # fmt: skip
def test_tone_numbers_become_marks(numbers: str, marks: str) -> None:
    assert with_marks(numbers) == marks
