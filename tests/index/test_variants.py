"""Simplified and Traditional."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from index.variants import fold, fold_all, to_simplified, to_traditional
from resources import resource_path

TEXT = resource_path("reports", "qingdao-2024.txt").read_text(encoding="utf-8")


def test_both_directions_keep_every_offset() -> None:
    traditional = to_traditional(TEXT)
    assert len(traditional) == len(TEXT)
    assert "發展" in traditional
    assert to_simplified(traditional) == to_simplified(TEXT)
    spot = TEXT.index("海洋强国")
    assert traditional[spot : spot + 4] == "海洋強國"


def test_the_particle_zhe_of_traditional_texts_is_the_simplified_one() -> None:
    assert to_simplified("省著花錢，成效顯著，著名專著") == "省着花钱，成效显著，著名专著"


@given(st.text(alphabet="頭髮發展乾坤後台著裡鍾面麵𠮷A1\n，", max_size=40))
def test_no_text_changes_its_length(text: str) -> None:
    assert len(to_simplified(text)) == len(to_traditional(text)) == len(text)


def test_folding_makes_one_of_what_a_reader_takes_for_one() -> None:
    assert fold("鄉村振興ＧＤＰ５％") == fold("乡村振兴gdp5%") == "乡村振兴gdp5%"


@given(st.lists(st.text(max_size=12), max_size=6))
def test_folding_many_is_folding_each(texts: list[str]) -> None:
    assert fold_all(texts) == [fold(text) for text in texts]
