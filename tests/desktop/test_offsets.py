"""Offsets between Python and Qt."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.offsets import Utf16Map
from index.text import Span

TEXT = st.text(st.sampled_from("a亿，𠮷😀\n5%"), max_size=40) | st.text(max_size=30)


def units(text: str) -> int:
    return len(text.encode("utf-16-le", errors="surrogatepass")) // 2


ODD = st.text(
    st.sampled_from("a亿𠮷😀\U0010ffff\ud800\udfff\u200d\u202e\u0301\x00\ufffd\u2028\r\n")
    | st.characters(codec=None),
    max_size=24,
)


@settings(max_examples=10_000, deadline=None)
@given(ODD)
def test_ten_thousand_odd_texts_both_ways(text: str) -> None:
    offsets = Utf16Map(text)
    at = 0
    for i, char in enumerate(text):
        assert offsets.to_qt(i) == at
        assert offsets.from_qt(at) == i
        at += 2 if char > "\uffff" else 1
        assert offsets.from_qt(at - 1) == i, "the second half of a pair"
    assert offsets.to_qt(len(text)) == at


@given(TEXT)
def test_every_offset_is_the_length_of_what_stands_before_it(text: str) -> None:
    offsets = Utf16Map(text)
    for i in range(len(text) + 1):
        assert offsets.to_qt(i) == units(text[:i])


@given(TEXT)
def test_the_way_back_finds_the_character(text: str) -> None:
    offsets = Utf16Map(text)
    for i in range(len(text) + 1):
        assert offsets.from_qt(offsets.to_qt(i)) == i


@given(TEXT, st.data())
def test_ranges_keep_their_words(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    first, length = Utf16Map(text).range_to_qt(Span(start, end))
    raw = text.encode("utf-16-le", errors="surrogatepass")
    words = raw[2 * first : 2 * (first + length)].decode("utf-16-le", errors="surrogatepass")
    assert words == text[start:end]


def test_the_middle_of_a_pair_belongs_to_its_character() -> None:
    offsets = Utf16Map("𠮷野家增长12.5%")
    assert offsets.from_qt(1) == 0
    assert offsets.range_to_qt(Span(5, 10)) == (6, 5)
