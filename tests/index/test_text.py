"""Spans, and the normalisation that comes before them."""

from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from index.text import Span, normalise

spans = st.tuples(st.integers(0, 50), st.integers(0, 50)).map(lambda pair: Span(min(pair), max(pair)))


def test_a_span_covers_what_slicing_covers() -> None:
    assert Span(2, 5).of("零一二三四五") == "二三四"


@given(spans, spans)
def test_overlap_is_mutual_and_means_a_shared_character(a: Span, b: Span) -> None:
    shared = set(range(a.start, a.end)) & set(range(b.start, b.end))
    if a.start < a.end and b.start < b.end:
        assert a.overlaps(b) == b.overlaps(a) == bool(shared)


@given(spans, spans)
def test_containing_means_every_character(a: Span, b: Span) -> None:
    if b.start < b.end:
        assert a.contains(b) == (set(range(b.start, b.end)) <= set(range(a.start, a.end)))


def test_shifting_keeps_the_length() -> None:
    assert Span(3, 7).shifted(-3) == Span(0, 4)


@given(st.text())
def test_normalising_twice_changes_nothing(raw: str) -> None:
    once = normalise(raw)
    assert normalise(once) == once or once.startswith("\ufeff")
    assert unicodedata.is_normalized("NFC", once)
    assert "\r" not in once
    assert "\x00" not in once
    once.encode("utf-8")  # no lone surrogates are left


def test_all_line_ends_become_one_kind_and_keep_their_number() -> None:
    assert normalise("\ufeff一\r\n二\r三\n四\u2028五") == "一\n二\n三\n四\n五"
