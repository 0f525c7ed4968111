"""TMX files: what is written reads back the same, what others write is read, and nothing in a file can do harm."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from index.errors import UnreadableMemory
from index.report import Language
from models.memory import Entry, Origin, one_line
from models.tmx import MAX_SEGMENT, Skipped, Unit, read_tmx, read_tmx_steps, to_tmx

ZH, EN = Language.ZH, Language.EN
HEAD = '<?xml version="1.0" encoding="{0}"?><!DOCTYPE tmx SYSTEM "tmx14.dtd"><tmx version="1.4"><header srclang="{1}"/><body>'


def document(units: str, encoding: str = "UTF-8", source: str = "en-US") -> str:
    return HEAD.format(encoding, source) + units + "</body></tmx>"


def unit(first: str, second: str, one: str = "en-US", other: str = "zh-CN", more: str = "") -> str:
    return (
        f'<tu {more}><tuv xml:lang="{one}"><seg>{first}</seg></tuv>'
        f'<tuv xml:lang="{other}"><seg>{second}</seg></tuv></tu>'
    )


def write(folder: Path, text: str | bytes) -> Path:
    path = folder / "memory.tmx"
    path.write_bytes(text.encode("utf-8") if isinstance(text, str) else text)
    return path


_TEXT = st.text(max_size=40).map(one_line).filter(bool)
_ENTRY = st.builds(
    Entry,
    _TEXT,
    _TEXT,
    st.sampled_from([ZH, EN]),
    st.just(Origin.IMPORTED),
    st.just("memory.tmx"),
    st.sampled_from(["", "2026-11-25T09:30:00Z"]),
    st.sampled_from(["", 'Li "N" & <Co>']),
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(_ENTRY, max_size=6))
def test_what_is_written_reads_back_the_same(tmp_path: Path, entries: list[Entry]) -> None:
    units = [Unit(e, f"s{n}", "a <note>", "corrected") for n, e in enumerate(entries)]
    content = read_tmx(write(tmp_path, to_tmx(units)))
    assert list(content.entries) == entries
    assert content.skipped == Skipped()


@pytest.mark.parametrize("encoding", ["UTF-8", "UTF-16", "GB2312", "Big5"])
def test_encodings_of_the_trade(tmp_path: Path, encoding: str) -> None:
    text = document(unit("Opening up", "改革"), encoding)
    codec = {"GB2312": "gbk"}.get(encoding, encoding)
    content = read_tmx(write(tmp_path, text.encode(codec)))
    assert [(e.source, e.target, e.language) for e in content.entries] == [("Opening up", "改革", EN)]


@pytest.mark.parametrize(
    ("one", "other"), [("EN", "ZH"), ("en_GB", "zh-Hans"), ("en-us", "zh-TW"), ("eng", "cmn")]
)
def test_language_tags_in_all_their_spellings(tmp_path: Path, one: str, other: str) -> None:
    content = read_tmx(write(tmp_path, document(unit("a", "b", one, other), source=one)))
    assert [(e.source, e.language) for e in content.entries] == [("a", EN)]


def test_the_source_language_is_that_of_the_unit_then_of_the_header(tmp_path: Path) -> None:
    units = unit("a", "甲") + unit("b", "乙", more='srclang="zh-CN"')
    content = read_tmx(write(tmp_path, document(units)))
    assert [e.source for e in content.entries] == ["a", "乙"]
    content = read_tmx(write(tmp_path, document(units, source="*all*")))
    assert [e.source for e in content.entries] == ["甲", "乙"]


def test_codes_are_left_out_and_words_kept(tmp_path: Path) -> None:
    english = (
        'The <bpt i="1">&lt;b&gt;</bpt>city<ept i="1">&lt;/b&gt;</ept> grew<ph>&lt;br/&gt;</ph>fast'
        '<it pos="begin">{1}</it> by <hi>5%</hi><ph>n<sub>a footnote</sub></ph>.'
    )
    content = read_tmx(write(tmp_path, document(unit(english, "全市<ph/>快速\n   增长5%。"))))
    assert content.entries[0].source == "The city grew fast by 5%."
    assert content.entries[0].target == "全市快速增长5%。"


def test_who_wrote_it_and_when_is_kept(tmp_path: Path) -> None:
    stamps = 'creationdate="20200101T000000Z" changedate="20210203T040506Z" creationid="A" changeid="B"'
    entry = read_tmx(write(tmp_path, document(unit("a", "甲", more=stamps)))).entries[0]
    assert (entry.date, entry.author, entry.file) == ("2021-02-03T04:05:06Z", "B", "memory.tmx")
    odd = read_tmx(write(tmp_path, document(unit("a", "甲", more='creationdate="last week"')))).entries[0]
    assert odd.date == ""


def test_what_cannot_be_used_is_skipped_and_counted(tmp_path: Path) -> None:
    units = "".join(
        (
            unit("a", "甲"),
            unit("ein Satz", "甲", one="de"),
            unit("only", "English", other="en-GB"),
            unit(" ", "甲"),
            unit("x" * (MAX_SEGMENT + 1), "甲"),
            unit("a&nbsp;b", "甲"),
            "<tu/>",
        )
    )
    content = read_tmx(write(tmp_path, document(units)))
    assert [e.source for e in content.entries] == ["a"]
    assert content.skipped == Skipped(without_both_languages=3, empty=1, too_long=1, unreadable=1)
    assert content.skipped.total == 6


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (b"", "empty"),
        (b"\x00\x01\x02", "no whole XML"),
        (b"plain text", "no whole XML"),
        (b"<html/>", "no TMX"),
        (b"<tmx><body><tu>", "no whole XML"),
        (b'<!DOCTYPE tmx [<!ENTITY a "b">]><tmx>&a;</tmx>', "declares entities"),
        (b'<!DOCTYPE tmx [<!ENTITY % a SYSTEM "file:///etc/passwd"> %a;]><tmx/>', "declares entities"),
        (b'<!DOCTYPE tmx [<!ENTITY a SYSTEM "http://example.org/x">]><tmx/>', "declares entities"),
        (b"<tmx>" + b"<a>" * 200, "nested too deeply"),
        (b'<?xml version="1.0" encoding="no-such"?><tmx/>', "no whole XML"),
    ],
)
def test_bad_files_are_one_clear_line(tmp_path: Path, text: bytes, reason: str) -> None:
    with pytest.raises(UnreadableMemory, match=reason) as caught:
        read_tmx(write(tmp_path, text))
    assert "\n" not in str(caught.value)


def test_a_file_that_is_not_there_or_a_folder(tmp_path: Path) -> None:
    for path in (tmp_path / "none.tmx", tmp_path):
        with pytest.raises(UnreadableMemory):
            read_tmx(path)


def test_reading_tells_how_far_it_is(tmp_path: Path) -> None:
    path = write(tmp_path, to_tmx([Unit(Entry("甲" * 50, "a" * 400, ZH))] * 1500))
    steps = list(read_tmx_steps(path))
    assert len(steps) > 2
    assert steps[-1][0] == steps[-1][1] == path.stat().st_size
    assert [done for done, _ in steps] == sorted(done for done, _ in steps)


def test_a_document_says_which_unit_has_another_direction() -> None:
    text = to_tmx([Unit(Entry("甲", "a", ZH)), Unit(Entry("b", "乙", EN), made_by="corrected")])
    assert text.count("srclang=") == 2
    assert '<prop type="x-origin">corrected</prop>' in text
