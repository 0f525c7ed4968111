"""The word list in a real store: no word twice, nothing lost, every change taken back, files that are read again as written."""

from __future__ import annotations

import csv
import io
import json
import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.export.words import export_words, render_words
from desktop.export.words.table import FIELDS as CSV_FIELDS
from desktop.export.words.tsv import to_tsv
from index.annotations import AnnotationStore
from index.errors import UnusableOutput
from index.readers import open_report
from index.report import Language
from index.words import Example, Word, WordShelf
from index.words.model import example_at
from tests.conftest import ROOT

SAMPLE = ROOT / "resources" / "reports" / "qingdao-2024.txt"
ONE = Example(
    "推动产业升级。", "Promote industrial upgrading.", title="青岛市政府工作报告", place="青岛", year=2024
)
TWO = Example("产业结构优化。", "", title="青岛市政府工作报告", place="青岛", year=2024)
WORD = Word("产业", "chǎn yè", "industry", examples=(ONE,))


@pytest.fixture
def shelf() -> WordShelf:
    return WordShelf(AnnotationStore())


def add(shelf: WordShelf, *words: Word) -> None:
    edit = shelf.add_all(words)
    assert edit is not None
    edit.redo()


def test_a_word_is_kept_with_all_that_is_known_of_it(shelf: WordShelf) -> None:
    report = open_report(SAMPLE)
    sentence = report.sentences[30]
    words = sentence.span.of(report.text)
    example = example_at(report, sentence.span, words, "Its English.")
    add(shelf, Word("经济", "jīng jì", "economy", examples=(example,)))
    (word,) = shelf.words()
    assert (word.word, word.reading, word.meaning, word.language) == (
        "经济",
        "jīng jì",
        "economy",
        Language.ZH,
    )
    (kept,) = word.examples
    assert replace(kept, added="") == example
    assert kept.added.endswith("Z")
    assert kept.anchor.quote == words
    assert kept.is_of(report)
    assert kept.file == "qingdao-2024.txt"


def test_the_same_word_with_another_sentence_adds_a_sentence(shelf: WordShelf) -> None:
    add(shelf, WORD)
    assert shelf.add(WORD) is None
    add(shelf, Word("產業", "", "other", examples=(ONE, TWO)))  # the same in the other script
    (word,) = shelf.words()
    assert [e.sentence for e in word.examples] == [ONE.sentence, TWO.sentence]
    assert word.meaning == "industry"  # what the user has stays
    assert shelf.named("產業") == word
    same_elsewhere = replace(ONE, title="另一份报告")
    add(shelf, replace(WORD, examples=(same_elsewhere,)))
    assert len(shelf.words()[0].examples) == 3


def test_what_a_known_word_lacks_is_filled_and_taken_back(shelf: WordShelf) -> None:
    add(shelf, Word("产业"))
    edit = shelf.add(WORD)
    assert edit is not None
    edit.redo()
    assert shelf.words()[0].meaning == "industry"
    edit.undo()
    assert (shelf.words()[0].meaning, shelf.words()[0].examples) == ("", ())
    edit.redo()
    assert (shelf.words()[0].meaning, len(shelf.words()[0].examples)) == ("industry", 1)


def test_english_words_differ_by_letters_not_by_case(shelf: WordShelf) -> None:
    add(
        shelf,
        Word("Industry", language=Language.EN),
        Word("industry", language=Language.EN),
        Word("industries"),
    )
    assert [w.word for w in shelf.words()] == ["Industry", "industries"]


def test_every_change_is_taken_back_and_made_again(shelf: WordShelf) -> None:
    made = shelf.add(WORD)
    assert made is not None
    made.redo()
    (word,) = shelf.words()
    changed = shelf.change(word.id, meaning="branch of industry")
    assert changed is not None
    changed.redo()
    more = shelf.add(replace(WORD, examples=(TWO,)))
    assert more is not None
    more.redo()
    dropped = shelf.remove_example(word.id, ONE)
    assert dropped is not None
    dropped.redo()
    gone = shelf.remove([word.id])
    gone.redo()
    states = []
    steps = (made, changed, more, dropped, gone)

    def state() -> list[tuple[str, list[str]]]:
        return [(w.meaning, sorted(e.sentence for e in w.examples)) for w in shelf.words()]

    for step in reversed(steps):
        states.append(state())
        step.undo()
    assert shelf.words() == ()
    assert states[1:] == [
        [("branch of industry", [TWO.sentence])],
        [("branch of industry", sorted([ONE.sentence, TWO.sentence]))],
        [("branch of industry", [ONE.sentence])],
        [("industry", [ONE.sentence])],
    ]
    for n, step in enumerate(steps):
        step.redo()
        assert state() == states[len(steps) - 1 - n]


def test_a_word_that_two_wrote_at_once_is_one_word(tmp_path: Path) -> None:
    one = WordShelf(AnnotationStore(tmp_path / "a.db"))
    two = WordShelf(AnnotationStore(tmp_path / "a.db"))
    first, second = one.add(WORD), two.add(replace(WORD, examples=(TWO,)))
    assert first is not None
    assert second is not None
    first.redo()
    second.redo()
    (word,) = one.words()
    assert [e.sentence for e in word.examples] == [ONE.sentence, TWO.sentence]
    gone = one.remove([word.id])
    gone.redo()
    assert one.words() == ()
    gone.undo()
    assert len(one.words()[0].examples) == 2


def test_nothing_that_was_written_meanwhile_is_lost_by_undo(shelf: WordShelf) -> None:
    add(shelf, WORD)
    (word,) = shelf.words()
    changed = shelf.change(word.id, meaning="x")
    assert changed is not None
    changed.redo()
    add(shelf, replace(WORD, examples=(TWO,)))
    changed.undo()
    assert (shelf.words()[0].meaning, len(shelf.words()[0].examples)) == ("industry", 2)


def test_all_is_there_after_a_restart_and_after_damage(tmp_path: Path) -> None:
    path = tmp_path / "annotations.db"
    store = AnnotationStore(path)
    add(WordShelf(store), WORD, Word("营商环境", "yíng shāng huán jìng", "business environment"))
    before = WordShelf(store).words()
    store.close()
    again = AnnotationStore(path)
    assert WordShelf(again).words() == before
    again.close()
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE item SET payload = '{}' WHERE kind = 'word'")
    connection.close()
    mended = AnnotationStore(path)
    assert WordShelf(mended).words() == before
    mended.close()


def test_what_a_later_version_wrote_stays(shelf: WordShelf) -> None:
    store = AnnotationStore()
    shelf = WordShelf(store)
    add(shelf, WORD)
    (item,) = store.of_kind("word")
    content = {**item.content(), "level": 4, "examples": [*content_list(item.content()), {"video": "x"}, 7]}
    store.change(item.id, json.dumps(content))
    add(shelf, replace(WORD, examples=(TWO,)))
    kept = store.of_kind("word")[0].content()
    assert kept["level"] == 4
    assert {"video": "x"} in content_list(kept)
    assert len(shelf.words()[0].examples) == 2


def content_list(content: dict[str, object]) -> list[object]:
    value = content["examples"]
    assert isinstance(value, list)
    return value


def test_words_are_found_in_both_scripts_and_by_pinyin_without_tones() -> None:
    word = Word("绿色", "lǜ sè", "green", examples=(replace(ONE, sentence="綠色發展"),))
    for words in ("绿色", "綠色", "lvse", "lv se", "LÜ", "GREEN", "发展 青岛", "upgrading"):
        assert word.matches(words), words
    assert not word.matches("green red")


def test_words_of_any_characters_are_kept(shelf: WordShelf) -> None:
    odd = Word("a\ud800b\x00\n", meaning="\ud83d", examples=(Example("\udfff \x07 s"),))
    add(shelf, odd)
    assert len(shelf.words()) == 1
    assert shelf.add(Word("  ")) is None


# Files


def anki(text: str) -> tuple[dict[str, str], list[list[str]]]:
    """What Anki reads: header lines, then rows as a table quotes them; lines that begin with # are remarks."""
    heads = {}
    body = text
    while body.startswith("#"):
        line, _, body = body.partition("\n")
        name, _, value = line[1:].partition(":")
        heads[name] = value
    assert not [line for line in body.split("\n") if line.startswith("#") and '"' not in line]
    return heads, list(csv.reader(io.StringIO(body, newline=""), delimiter="\t"))


def test_the_tsv_is_what_anki_reads() -> None:
    nasty = Example('He said "no"\tthen\nleft', "#1\ttab", title="=cmd()", place="内 蒙古", year=2026)
    words = (Word("#标签", "biāo qiān", '"quoted"', examples=(nasty,)), replace(WORD, examples=(ONE, TWO)))
    heads, rows = anki(to_tsv(words))
    assert heads == {
        "separator": "tab",
        "html": "false",
        "columns": "word\tpinyin\tmeaning\tsentence\ttranslation\tsource\ttags",
        "tags column": "7",
    }
    assert rows == [
        [
            "#标签", "biāo qiān", '"quoted"', 'He said "no"\tthen\nleft', "#1\ttab", "=cmd() (内 蒙古, 2026)",
            "report-reader 内_蒙古 2026",
        ],
        [
            "产业", "chǎn yè", "industry", f"{ONE.sentence}\n{TWO.sentence}", ONE.translation,
            "青岛市政府工作报告 (2024)", "report-reader 青岛 2024",
        ],
    ]  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.text(st.characters(exclude_categories=("Cs", "Cc"), include_characters="\t\n")),
        min_size=5,
        max_size=5,
    )
)
def test_any_cell_comes_back_as_it_was(cells: list[str]) -> None:
    word, reading, meaning, sentence, translation = cells
    given_word = Word(word, reading, meaning, examples=(Example(sentence, translation),))
    _, rows = anki(to_tsv((given_word,)))
    if any(word for word in (word, reading, meaning, sentence, translation)):
        assert len(rows) == 1
        assert rows[0][:3] == [word, reading, meaning]
        assert rows[0][3] == sentence.strip()


def test_the_csv_opens_in_spreadsheets_and_runs_nothing(tmp_path: Path) -> None:
    evil = Example("=HYPERLINK(1)", "+1", title="@x", year=2026)
    data = render_words((Word("-1+1", meaning='a,b\n"c"', examples=(evil, TWO)), Word("孤")), "csv")
    assert data.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    assert tuple(rows[0]) == CSV_FIELDS
    assert [row["word"] for row in rows] == ["'-1+1", "'-1+1", "孤"]
    assert (rows[0]["sentence"], rows[0]["translation"], rows[0]["source"]) == (
        "'=HYPERLINK(1)",
        "'+1",
        "'@x (2026)",
    )
    assert rows[0]["meaning"] == 'a,b\n"c"'
    assert rows[2]["sentence"] == ""


def test_a_file_is_written_whole_or_not_at_all(tmp_path: Path) -> None:
    export_words((WORD,), tmp_path / "words.tsv", "tsv")
    assert (tmp_path / "words.tsv").read_bytes() == to_tsv((WORD,)).encode("utf-8")
    with pytest.raises(UnusableOutput):
        export_words((WORD,), tmp_path, "tsv")
