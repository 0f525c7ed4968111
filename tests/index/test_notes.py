"""Notes in the store: kept, changed, taken back, found again, given away and taken in."""

from __future__ import annotations

import json
import random
import re
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.annotations import Anchor, AnnotationStore, anchor_at
from index.errors import UnreadableNotes
from index.notes import Colour, Facing, Finder, Look, Note, NoteShelf
from index.notes.jsonld import from_jsonld, to_jsonld
from index.notes.making import note_at, sentences_in
from index.notes.model import tags_of
from index.report import Language, Report
from index.segmentation import segment
from index.text import Span


@pytest.fixture
def shelf(tmp_path: Path) -> NoteShelf:
    return NoteShelf(AnnotationStore(tmp_path / "annotations.db"))


def some_note(report: Report, words: str = "全市生产总值", **fields: object) -> Note:
    at = report.text.index(words)
    return replace(note_at(report, Span(at, at + len(words))), **fields)  # type: ignore[arg-type]


def test_a_note_knows_where_it_stands(sample: Report) -> None:
    note = some_note(sample)
    assert note.anchor.quote == "全市生产总值"
    assert len(note.anchor.before) == len(note.anchor.after) == 32
    assert (note.title, note.place, note.year) == (sample.title, "青岛市", 2024)
    assert note.sections
    assert sample.line_of(note.anchor.start)[0] == note.line
    assert sample.paragraphs[note.paragraph - 1].span.holds(note.anchor.start)
    assert note.file == "qingdao-2024.txt"


def test_kept_changed_and_taken_back(sample: Report, shelf: NoteShelf, tmp_path: Path) -> None:
    added = shelf.add([some_note(sample, comment="GDP", tags=("growth",))])
    added.redo()
    (key,) = added.keys
    changed = shelf.change(key, colour=Colour.BLUE, comment="Gross product")
    assert changed is not None
    changed.redo()
    other = NoteShelf(AnnotationStore(tmp_path / "annotations.db"))
    (found,) = other.of_report(sample)
    assert (found.colour, found.comment, found.tags) == (Colour.BLUE, "Gross product", ("growth",))
    changed.undo()
    assert shelf.of_report(sample)[0].comment == "GDP"
    gone = shelf.remove([key])
    gone.redo()
    assert shelf.of_report(sample) == ()
    assert [note.id for note in shelf.notes(deleted=True)] == [key]
    gone.undo()
    added.undo()
    assert shelf.notes() == ()
    added.redo()
    assert [note.id for note in shelf.notes()] == [key]


def test_a_change_of_nothing_is_none(sample: Report, shelf: NoteShelf) -> None:
    added = shelf.add([some_note(sample)])
    added.redo()
    assert shelf.change(added.keys[0], colour=Colour.YELLOW) is None
    assert shelf.change("nobody", comment="x") is None
    with pytest.raises(TypeError):
        shelf.change(added.keys[0], report_id="x")


def test_what_a_later_version_wrote_stays(sample: Report, shelf: NoteShelf, tmp_path: Path) -> None:
    shelf.add([some_note(sample)]).redo()
    store = AnnotationStore(tmp_path / "annotations.db")
    (item,) = store.of_kind("note")
    store.change(item.id, json.dumps({**item.content(), "shape": "star", "colour": "teal", "tags": [1, "a"]}))
    (note,) = NoteShelf(store).notes()
    assert (note.colour, note.tags) == (Colour.YELLOW, ("a",))
    edit = NoteShelf(store).change(item.id, comment="x")
    assert edit is not None
    edit.redo()
    kept = store.item(item.id)
    assert kept is not None
    assert kept.content()["shape"] == "star"


def test_notes_belong_to_the_report_and_to_a_newer_text_of_it(sample: Report, shelf: NoteShelf) -> None:
    shelf.add([some_note(sample)]).redo()
    newer = segment(sample.text + "\n补充一句。\n", path=sample.path)
    assert newer.id != sample.id
    assert len(shelf.of_report(newer)) == 1
    # The same title does not make it the same report: many are called 政府工作报告.
    assert shelf.of_report(replace(newer, place="烟台市")) == ()
    assert shelf.of_report(replace(newer, year=2025)) == ()


def test_tags_in_a_line() -> None:
    assert tags_of("#growth,  public  services，民生 、growth;") == ("growth", "public services", "民生")
    assert tags_of("#a #b") == ("a", "b")
    assert tags_of("  ,, ") == ()


def test_sentences_under_a_note(sample: Report) -> None:
    one, two = sample.sentences[10:12]
    assert sentences_in(sample, Span(one.span.start + 1, two.span.start + 1)) == (one, two)
    assert sentences_in(sample, one.span) == (one,)


# Finding again


def test_found_where_it_was_and_where_it_went(sample: Report) -> None:
    note = some_note(sample)
    found = Finder(sample.text).find(note.anchor)
    assert found == (Span(note.anchor.start, note.anchor.end), False)
    moved = Finder("前言。\n" + sample.text).find(note.anchor)
    assert moved is not None
    assert moved.span.start == note.anchor.start + 4


def reflowed(text: str) -> str:
    """As another format gives it: other indentation, line ends inside paragraphs, full-width digits, no blank lines."""
    wide = str.maketrans("0123456789%", "０１２３４５６７８９％")
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    return "\n".join("\n".join(re.findall(r".{1,37}", line.translate(wide))) for line in lines)


def test_found_in_the_same_report_of_another_format(sample: Report) -> None:
    rng = random.Random(4)
    text, finder = sample.text, Finder(reflowed(sample.text))
    right = wrong = 0
    for _ in range(300):
        start = rng.randrange(len(text) - 60)
        anchor = anchor_at(text, Span(start, start + rng.choice([4, 8, 20, 60])))
        if not anchor.quote.strip():
            right += 1
            continue
        found = finder.find(anchor)
        if found is not None:
            same = squeezed(found.span.of(reflowed(text))) == squeezed(anchor.quote)
            right, wrong = right + same, wrong + (not same)
    assert wrong == 0
    assert right >= 294


def squeezed(text: str) -> str:
    narrow = str.maketrans("０１２３４５６７８９％", "0123456789%")
    return "".join(text.split()).translate(narrow)


def test_found_although_edited_and_lost_when_gone(sample: Report) -> None:
    words = "全市生产总值增长5.9%"
    text = sample.text
    at = text.index("增长5.9%") if words not in text else text.index(words)
    sentence = sample.sentence_at(at)
    assert sentence is not None
    anchor = anchor_at(text, sentence.span)
    quote = anchor.quote
    edited = text.replace(quote, quote[: len(quote) // 2] + "（初步核算）" + quote[len(quote) // 2 :])
    found = Finder(edited).find(anchor)
    assert found is not None
    assert found.edited
    assert "初步核算" in found.span.of(edited)
    assert Finder(text.replace(quote, "")).find(anchor) is None


def test_nothing_is_attached_to_words_that_are_not_its_own(sample: Report) -> None:
    rng = random.Random(5)
    for _ in range(200):
        start = rng.randrange(len(sample.text) - 60)
        anchor = anchor_at(sample.text, Span(start, start + rng.choice([4, 12, 40])))
        without = sample.text[: max(0, start - 40)] + sample.text[start + 90 :]
        found = Finder(without).find(anchor)
        if found is not None and not found.edited:
            assert squeezed(found.span.of(without)) == squeezed(anchor.quote)
        if found is not None:
            # Left are whole clauses that the report says in another place too.
            assert len(anchor.quote) >= 12


def test_words_that_stand_everywhere_need_their_context() -> None:
    text = "发展。甲乙丙丁戊己庚发展。其他的内容也在这里发展。"
    assert Finder(text).find(Anchor(90, 92, "发展", "甲乙丙丁戊己庚", "")) == (Span(10, 12), False)
    assert Finder(text).find(Anchor(90, 92, "发展", "毫不相干的前文", "毫不相干的后文")) is None


# Giving away and taking in


def full(report: Report) -> Note:
    facing = (Facing(0, Anchor(4, 9, "GDP 𠮷", "the ", " grew")),)
    return some_note(
        report, look=Look.UNDERLINE, colour=Colour.PURPLE, comment="第一行\nsecond \"line\"", tags=("增长", "a b"),
        made_on=Language.EN, facing=facing, translation="the GDP 𠮷 grew",
    )  # fmt: skip


def test_json_ld_and_back_is_exact(sample: Report, shelf: NoteShelf) -> None:
    shelf.add([full(sample), some_note(sample, "青岛")]).redo()
    notes = shelf.notes()
    read = from_jsonld(to_jsonld(notes).encode(), "notes.jsonld")
    assert read == (notes, 0)


def test_json_ld_is_what_the_model_says(sample: Report, shelf: NoteShelf) -> None:
    shelf.add([full(sample)]).redo()
    page = json.loads(to_jsonld(shelf.notes()))
    assert page["@context"][0] == "http://www.w3.org/ns/anno.jsonld"
    assert page["type"] == "AnnotationPage"
    (annotation,) = page["items"]
    first, second = annotation["target"]
    quote, place = first["selector"]
    assert first["source"]["id"] == f"urn:sha256:{sample.id}"
    assert quote["type"] == "TextQuoteSelector"
    assert sample.text[place["start"] : place["end"]] == quote["exact"]
    assert len(quote["prefix"]) == len(quote["suffix"]) == 32
    assert second["source"]["language"] == "en"
    assert {body["purpose"] for body in annotation["body"]} == {"commenting", "tagging"}


def test_annotations_of_other_programs_are_taken_in() -> None:
    foreign = {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": "https://example.org/a1",
        "type": "Annotation",
        "creator": "Wang",
        "body": [
            {"type": "TextualBody", "value": "see p. 3"},
            {"type": "TextualBody", "value": "x", "purpose": "tagging"},
        ],
        "target": {
            "source": "https://example.org/report.html",
            "selector": {
                "type": "RangeSelector",
                "refinedBy": {"type": "TextQuoteSelector", "exact": "民生"},
            },
        },
    }
    unquoted = {"type": "Annotation", "target": "https://example.org"}
    read = from_jsonld(json.dumps([foreign, unquoted]).encode(), "x.json")
    assert read.left_out == 1
    (note,) = read.notes
    assert (note.anchor.quote, note.comment, note.tags, note.author) == ("民生", "see p. 3", ("x",), "Wang")
    assert note.report_id == ""
    assert from_jsonld(json.dumps(foreign).encode(), "x.json").notes[0].id == note.id


def test_highlights_of_other_readers_are_taken_in() -> None:
    foliate = {
        "metadata": {"title": "青岛"},
        "annotations": [
            {"value": "epubcfi(/6/4!/4/2,/1:0,/1:6)", "color": "lime", "text": "全市生产总值", "note": "看这里",
             "created": "2024-03-02T08:00:00.000Z"},
            {"value": "epubcfi(/6/4!/4/8)", "color": "squiggly", "text": "高新技术企业"},
            {"value": "epubcfi(/6/4!/4/9)"},
        ],
    }  # fmt: skip
    first, second = from_jsonld(json.dumps(foliate).encode(), "foliate.json").notes
    assert (first.anchor.quote, first.colour, first.look) == ("全市生产总值", Colour.GREEN, Look.HIGHLIGHT)
    assert (first.comment, first.created) == ("看这里", "2024-03-02T08:00:00.000Z")
    assert (second.look, second.colour) == (Look.UNDERLINE, Colour.YELLOW)
    assert from_jsonld(json.dumps(foliate).encode(), "again.json").notes[0].id == first.id
    book = {
        "title": "青岛",
        "entries": [{"text": "海洋经济", "time": 1709366400, "color": "purple", "drawer": "lighten"}],
    }
    for shape in (book, {"documents": [book]}):
        (note,) = from_jsonld(json.dumps(shape).encode(), "koreader.json").notes
        assert (note.anchor.quote, note.colour) == ("海洋经济", Colour.PURPLE)
        assert note.created == "2024-03-02T08:00:00Z"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "no JSON"),
        (b"\xff\xfe", "UTF-8"),
        (b"{}", "no annotations"),
        (b"[" * 100_000, "no JSON"),
        (b"[1, 2]", "no"),
    ],
)
def test_what_is_no_annotations_is_told(data: bytes, reason: str) -> None:
    with pytest.raises(UnreadableNotes, match=reason):
        from_jsonld(data, "x.jsonld")


_json = st.recursive(
    st.none() | st.booleans() | st.integers(-5, 5) | st.text(max_size=4),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                "type target selector exact prefix suffix start end body value purpose id source items first created "
                "reader:facing reader:look reader:translation refinedBy creator".split()
            ),
            inner
            | st.sampled_from(["Annotation", "AnnotationPage", "TextQuoteSelector", "TextPositionSelector"]),
            max_size=6,
        )
    ),
    max_leaves=25,
)


@given(_json)
def test_any_json_gives_notes_or_one_line(value: object) -> None:
    with suppress(UnreadableNotes):
        read = from_jsonld(json.dumps(value).encode(), "any.json")
        assert all(note.anchor.quote.strip() for note in read.notes)


def test_merging_keeps_what_was_changed_later(sample: Report, shelf: NoteShelf) -> None:
    shelf.add([some_note(sample)]).redo()
    (note,) = shelf.notes()
    older = replace(note, comment="old", modified="2001-01-01T00:00:00Z")
    newer = replace(note, comment="new", modified="2999-01-01T00:00:00Z")
    assert shelf.merged([older]) == ([], 1)
    assert shelf.merged([newer, replace(note, id="0" * 32)]) == ([newer, replace(note, id="0" * 32)], 0)
    edit = shelf.add([newer])
    edit.redo()
    assert shelf.notes()[0].comment == "new"
    edit.undo()
    assert shelf.notes()[0].comment == ""
