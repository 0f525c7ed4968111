"""Words and their counterparts, by the bundled networks."""

from __future__ import annotations

from pathlib import Path

import pytest

from index.report import Language
from models.alignment import align
from models.catalog import Catalog
from models.translation import Translator

ZH = "制造业中长期贷款余额增长约15.3%，企业技术改造投资实现较快增长，新增300家以上企业。"
EN = (
    "Outstanding medium- and long-term loans to manufacturing grew by about 15.3%, investment in technological "
    "upgrading of enterprises grew fairly rapidly, and at least 300 enterprises were added."
)


@pytest.fixture(scope="module")
def translators(tmp_path_factory: pytest.TempPathFactory) -> tuple[Translator, Translator]:
    catalog = Catalog(Path(tmp_path_factory.mktemp("models")))
    return Translator(catalog.translation("zh", "en")), Translator(catalog.translation("en", "zh"))


def test_words_of_a_translation_by_hand_find_their_counterparts(
    translators: tuple[Translator, Translator],
) -> None:
    links = align(ZH, EN, Language.ZH, *translators)
    words = {(k.source.of(ZH), k.target.of(EN)) for k in links if k.kind == "word"}
    right = {
        ("制造业", "manufacturing"), ("贷款", "loans"), ("余额", "Outstanding"), ("增长", "grew"), ("企业", "enterprises"),
        ("技术改造", "technological"), ("技术改造", "upgrading"), ("投资", "investment"), ("较快", "fairly"),
        ("新增", "added"), ("长期", "long-term"), ("中", "medium"), ("中长期", "long-term"), ("中长期", "medium"),
        ("较快", "rapidly"), ("实现", "grew"),
    }  # fmt: skip
    assert {("制造业", "manufacturing"), ("贷款", "loans"), ("投资", "investment")} <= words
    assert len(words & right) >= 9, "most words have their counterpart"
    assert len(words - right) <= 1, "and hardly one a wrong one"
    assert not any(c.isdigit() for pair in words for c in "".join(pair))


def test_figures_are_exact_and_both_ways_agree(translators: tuple[Translator, Translator]) -> None:
    zh_en, en_zh = translators
    there = align(ZH, EN, Language.ZH, zh_en, en_zh)
    back = align(EN, ZH, Language.EN, en_zh, zh_en)
    figures = {(k.source.of(ZH), k.target.of(EN)) for k in there if k.kind == "number"}
    assert figures == {("约15.3%", "about 15.3%"), ("300家以上", "at least 300")}
    assert {(k.target, k.source) for k in back} == {(k.source, k.target) for k in there}


def test_one_direction_alone_aligns_too(translators: tuple[Translator, Translator]) -> None:
    words = {(k.source.of(ZH), k.target.of(EN)) for k in align(ZH, EN, Language.ZH, translators[0])}
    assert ("制造业", "manufacturing") in words


@pytest.mark.parametrize(
    ("source", "target"), [("", ""), ("。", "."), ("好" * 3000, "good " * 3000), ("😀𠮷", "x")]
)
def test_odd_texts_have_no_links_and_raise_nothing(
    translators: tuple[Translator, Translator], source: str, target: str
) -> None:
    for link in align(source, target, Language.ZH, *translators):
        assert link.source.end <= len(source)
        assert link.target.end <= len(target)
