"""The glossary that comes with the reader: large, clean, and the same in both files."""

from __future__ import annotations

from collections import Counter

from desktop.categories import CATEGORIES
from index.variants import to_simplified
from models.glossary import BUNDLED, bundled_terms, fold_chinese
from models.glossary_files import read_csv, read_glossary
from models.pinyin import has_han, pinyin
from models.training.glossary import usable
from resources import resource_path

CSV = resource_path(*BUNDLED)
TBX = CSV.with_suffix(".tbx")


def test_both_files_hold_the_same() -> None:
    one, other = read_csv(CSV), read_glossary(TBX)
    assert not one.problems
    assert not other.problems
    fields = [
        [(t.zh, t.en, t.variants, t.alternatives, t.category, t.note) for t in found]
        for found in (one.terms, other.terms, bundled_terms())
    ]
    assert fields[0] == fields[1] == fields[2]


def test_there_are_enough_of_every_kind() -> None:
    terms = bundled_terms()
    assert len(terms) >= 1500
    counts = Counter(term.category for term in terms)
    assert set(counts) <= set(CATEGORIES)
    assert all(counts[name] >= 30 for name in ("policy", "government", "programme", "industry", "statistics"))


def test_every_term_is_clean() -> None:
    terms = bundled_terms()
    assert len({fold_chinese(term.zh) for term in terms}) == len(terms)
    for term in terms:
        assert usable(term) == term
        assert to_simplified(term.zh) == term.zh
        assert not any(map(has_han, term.english))
        assert all(english.isprintable() for english in term.english)
        assert len(set(map(str.casefold, term.english))) == len(term.english)
        assert pinyin(term.zh)
