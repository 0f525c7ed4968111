"""Briefs and saved searches in a real store: in order, undone and redone, and nothing of them lost."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.annotations import Anchor, AnnotationStore, find_anchor
from index.briefs import Brief, Edit, Entry, Heading, Note, Quote, Shelf, quotes_of
from index.briefs.order import between, is_key, spread
from index.briefs.shelf import BRIEF, ENTRY
from index.report import Language, Report
from index.saved_searches import SavedSearches, Scope
from index.search import Passage
from index.text import Span

HOSTILE = "<script>alert(1)</script> \ud83d half, \x00\x0b\x1f, 𠮷 " + "长" * 10_000


@pytest.fixture
def store(tmp_path: Path) -> Iterator[AnnotationStore]:
    made = AnnotationStore(tmp_path / "annotations.db")
    yield made
    made.close()


@pytest.fixture
def shelf(store: AnnotationStore) -> Shelf:
    return Shelf(store)


def begun(shelf: Shelf, *words: str) -> Brief:
    edit = shelf.create("Trade", [Note(w) for w in words])
    edit.redo()
    return now(shelf, edit.keys[-1])


def now(shelf: Shelf, key: str) -> Brief:
    brief = shelf.brief(key)
    assert brief is not None
    return brief


def texts(entries: tuple[Entry, ...]) -> list[str]:
    return [e.source if isinstance(e, Quote) else e.text for e in entries]


def passage(sample: Report, n: int) -> Passage:
    s = sample.sentences[n]
    return Passage(1, 0.5, sample.id, sample.title, "", s.id, s.span, 0, 0, 1, s.span.of(sample.text))


def test_a_quote_keeps_its_own_copy_of_all_that_is_cited(
    shelf: Shelf, sample: Report, tmp_path: Path
) -> None:
    (quote, held), *_ = quotes_of(sample, [sample.sentences[40]])
    assert [s.id for s in held] == ["s40"]
    kept = replace(
        quote, target="English.", engine="neural", warning="numbers", doubts=("unsure",), remark="mine"
    )
    edit = shelf.create("青岛", [Heading("一"), kept, Note("a\nb")])
    edit.redo()
    again = Shelf(AnnotationStore(tmp_path / "annotations.db"))
    (brief,) = again.briefs()
    assert brief.title == "青岛"
    assert brief.entries == (
        Heading("一", edit.keys[0]), replace(kept, id=edit.keys[1]), Note("a\nb", edit.keys[2]),
    )  # fmt: skip
    assert kept.sections
    assert sample.paragraphs[kept.paragraph - 1].span.contains(sample.sentences[40].span)
    assert find_anchor(sample.text, kept.anchor) is not None
    assert brief.report_count == 1


def test_neighbours_in_a_paragraph_are_one_quote(sample: Report) -> None:
    paragraph = next(p for p in sample.paragraphs if len(p.sentences) >= 4)
    first = int(paragraph.sentences[0].id[1:])
    last = first + len(paragraph.sentences)
    chosen = [sample.sentences[n] for n in (first + 3, first, first + 1, last, first)]
    made = quotes_of(sample, chosen)
    assert [[int(s.id[1:]) - first for s in held] for _, held in made] == [[0, 1], [3], [last - first]]
    assert made[0][0].source == sample.text[chosen[1].span.start : chosen[2].span.end].strip()
    assert made[0][0].paragraph + 1 == made[2][0].paragraph


def test_entries_stand_where_they_are_put(shelf: Shelf) -> None:
    brief = begun(shelf, "a", "b", "c")
    shelf.add(brief, [Heading("0"), Heading("1")], at=0).redo()
    brief = now(shelf, brief.id)
    assert texts(brief.entries) == ["0", "1", "a", "b", "c"]
    shelf.add(brief, [Note("x")], at=3).redo()
    brief = now(shelf, brief.id)
    assert texts(brief.entries) == ["0", "1", "a", "x", "b", "c"]
    ids = [e.id for e in brief.entries]
    edit = shelf.move(brief, [ids[5], ids[0]], at=3)
    assert edit is not None
    edit.redo()
    assert texts(now(shelf, brief.id).entries) == ["1", "a", "0", "c", "x", "b"]
    edit.undo()
    assert now(shelf, brief.id).entries == brief.entries
    assert shelf.move(brief, [ids[1]], at=1) is None
    assert shelf.move(brief, [ids[1]], at=2) is None
    assert shelf.move(brief, ["nobody"], at=2) is None


def some_change(shelf: Shelf, brief: Brief, chance: random.Random, n: int) -> Edit | None:
    ids = [e.id for e in brief.entries]
    at, kind = chance.randint(0, len(ids)), chance.choice("aammerd")
    if kind == "a":
        return shelf.add(brief, [Note(f"n{n}"), Heading(f"h{n}")], at)
    if kind == "m":
        return shelf.move(brief, chance.sample(ids, min(2, len(ids))), at)
    if kind == "r":
        return shelf.rename(brief, f"t{n}")
    if kind == "d":
        return shelf.remove(ids[at : at + 1])
    return shelf.edit(ids[at - 1], text=f"e{n}") if ids else None


def test_every_change_is_undone_and_redone(shelf: Shelf) -> None:
    """A long walk of changes: all taken back one by one, then made again, with the same states on both ways."""
    chance = random.Random(7)
    brief = begun(shelf, "a", "b", "c", "d")
    states, edits = [brief], list[Edit]()
    for n in range(60):
        brief = states[-1]
        edit = some_change(shelf, brief, chance, n)
        if edit is None:
            continue
        edit.redo()
        edits.append(edit)
        states.append(now(shelf, brief.id))
    seen = [(s.title, s.entries) for s in states]
    assert len(edits) > 40
    for edit, before in zip(reversed(edits), reversed(seen[:-1]), strict=True):
        edit.undo()
        assert (now(shelf, brief.id).title, now(shelf, brief.id).entries) == before
    for edit, after in zip(edits, seen[1:], strict=True):
        edit.redo()
        assert (now(shelf, brief.id).title, now(shelf, brief.id).entries) == after


def test_deleted_briefs_come_back_with_their_entries(shelf: Shelf) -> None:
    brief = begun(shelf, "a")
    other = shelf.create("Other")
    other.redo()
    assert [b.title for b in shelf.briefs()] == ["Other", "Trade"]
    edit = shelf.delete(brief)
    edit.redo()
    assert [b.title for b in shelf.briefs()] == ["Other"]
    (gone,) = shelf.briefs(deleted=True)
    assert texts(gone.entries) == ["a"]
    shelf.restore(gone).redo()
    assert now(shelf, brief.id).entries == brief.entries
    other.undo()
    assert [b.title for b in shelf.briefs()] == ["Trade"]
    assert [b.id for b in shelf.named("trade")] == [b.id for b in shelf.named(brief.id[:8])] == [brief.id]
    assert shelf.named("nothing") == ()


def test_old_words_stay_in_the_history(shelf: Shelf, store: AnnotationStore) -> None:
    brief = begun(shelf, "before")
    edit = shelf.edit(brief.entries[0].id, text="after")
    assert edit is not None
    edit.redo()
    rows = store._connection.execute("SELECT payload FROM history WHERE kind = ?", [ENTRY]).fetchall()
    assert json.loads(rows[-1][0])["text"] == "before"
    assert shelf.edit(brief.entries[0].id, text="after") is None
    assert shelf.edit("nobody", text="x") is None
    assert shelf.edit(brief.entries[0].id, brief="stolen") is None


def test_a_translation_that_comes_late_fills_a_quote_once(shelf: Shelf) -> None:
    edit = shelf.create("B", [Quote("原文")])
    edit.redo()
    key, brief = edit.keys[0], edit.keys[-1]
    assert shelf.fill(key, "Text.", "neural", "", ())
    assert not shelf.fill(key, "Other.", "neural", "", ())
    edit.undo()
    edit.redo()
    (quote,) = now(shelf, brief).quotes
    assert (quote.target, quote.is_machine_made) == ("Text.", True)


@pytest.mark.parametrize("words", [HOSTILE, "", "\ud800", "\x00"])
def test_any_words_are_kept_as_they_are(shelf: Shelf, words: str) -> None:
    quote = Quote(
        words, title=words, anchor=Anchor(0, 1, words, words), remark=words, sections=(words,), path=words
    )
    edit = shelf.create(words, [Heading(words), Note(words), quote])
    edit.redo()
    brief = now(shelf, edit.keys[-1])
    heading, note, kept = brief.entries
    assert isinstance(heading, Heading)
    assert isinstance(note, Note)
    assert isinstance(kept, Quote)
    assert brief.title == heading.text == note.text == kept.source == kept.remark == kept.title == words


def test_what_a_later_version_wrote_is_kept_and_left_out(shelf: Shelf, store: AnnotationStore) -> None:
    brief = begun(shelf, "a", "b")
    row = store.item(brief.entries[0].id)
    assert row is not None
    store.change(row.id, json.dumps({**row.content(), "colour": "red"}))
    picture = store.add(ENTRY, "", "", Anchor(0, 0, ""), json.dumps({"type": "picture", "brief": brief.id}))
    broken = store.add(ENTRY, "", "", Anchor(0, 0, ""), "no JSON")
    brief = now(shelf, brief.id)
    assert texts(brief.entries) == ["a", "b"]
    assert brief.skipped == 1
    edit = shelf.move(brief, [brief.entries[1].id], 0)
    assert edit is not None
    edit.redo()
    shelf.edit(row.id, text="A").redo()  # type: ignore[union-attr]
    kept = store.item(row.id)
    assert kept is not None
    assert kept.content()["colour"] == "red"
    assert store.item(picture.id) == picture
    assert store.item(broken.id) == broken


def test_entries_with_a_damaged_place_come_last_and_can_be_moved(
    shelf: Shelf, store: AnnotationStore
) -> None:
    brief = begun(shelf, "a", "b", "c")
    for entry, order in zip(brief.entries[:2], (17, "0"), strict=True):
        row = store.item(entry.id)
        assert row is not None
        store.change(row.id, json.dumps({**row.content(), "order": order}))
    brief = now(shelf, brief.id)
    assert texts(brief.entries) == ["c", "a", "b"]
    edit = shelf.move(brief, [brief.entries[0].id], 2)
    assert edit is not None
    edit.redo()
    assert texts(now(shelf, brief.id).entries) == ["a", "c", "b"]
    edit.undo()
    assert texts(now(shelf, brief.id).entries) == ["c", "a", "b"]
    added = shelf.add(brief, [Note("x")])
    added.redo()
    assert texts(now(shelf, brief.id).entries) == ["c", "a", "b", "x"]
    added.undo()
    assert texts(now(shelf, brief.id).entries) == ["c", "a", "b"]


def test_a_brief_whose_row_is_damaged_is_shown_without_its_title(
    shelf: Shelf, store: AnnotationStore
) -> None:
    brief = begun(shelf, "a", "b")
    store._connection.execute("UPDATE item SET payload = '{}' WHERE id = ?", [brief.id])
    (found,) = shelf.briefs()
    assert (found.title, texts(found.entries)) == ("", ["a", "b"])
    rename = shelf.rename(found, "Mended")
    rename.redo()
    assert [(b.title, texts(b.entries)) for b in shelf.briefs()] == [("Mended", ["a", "b"])]
    rename.undo()
    assert [(b.title, texts(b.entries)) for b in shelf.briefs()] == [("", ["a", "b"])]
    assert store.of_kind(BRIEF)


def test_two_windows_add_to_the_same_brief(shelf: Shelf, tmp_path: Path) -> None:
    brief = begun(shelf, "a")
    other = Shelf(AnnotationStore(tmp_path / "annotations.db"))
    first, second = shelf.add(brief, [Note("one")]), other.add(brief, [Note("two")])
    first.redo()
    second.redo()
    found = now(shelf, brief.id)
    assert texts(found.entries)[0] == "a"
    assert sorted(texts(found.entries)) == ["a", "one", "two"]
    between_them = shelf.add(
        found, [Note("x")], at=2
    )  # both have the same key: there is no room, so all get new ones
    between_them.redo()
    assert texts(now(shelf, brief.id).entries)[2] == "x"
    between_them.undo()
    assert now(shelf, brief.id).entries == found.entries


@given(st.lists(st.integers(0, 10_000), max_size=120))
def test_there_is_always_a_key_between_two(places: list[int]) -> None:
    keys: list[str] = []
    for place in places:
        at = place % (len(keys) + 1)
        keys.insert(at, between(keys[at - 1] if at else "", keys[at] if at < len(keys) else ""))
    assert keys == sorted(set(keys))
    assert all(is_key(key) for key in keys)


def test_keys_stay_short_and_refuse_what_is_none() -> None:
    assert max(map(len, spread(1000))) < 40
    for before, after in (("b", "a"), ("a", "a"), ("a0", ""), ("", "A"), ("", "~")):
        with pytest.raises(ValueError):
            between(before, after)


def test_saved_searches_tell_what_is_new(store: AnnotationStore, sample: Report, tmp_path: Path) -> None:
    searches = SavedSearches(store)
    ageing = searches.add("Ageing", "养老服务")
    local = searches.add("Here", "ports", Scope.REPORT, sample.id, sample.title)
    hits = [passage(sample, n) for n in (30, 31, 32)]
    assert ageing.unseen(hits) == tuple(hits)
    searches.mark_seen(ageing.id, hits[:2])
    again = SavedSearches(AnnotationStore(tmp_path / "annotations.db"))
    found = again.find(ageing.id)
    assert found is not None
    assert found.unseen(hits) == (hits[2],)
    # the same words in a file that was read anew, with another id and at another place
    moved = replace(hits[0], report_id="other", sentence_id="s7", span=Span(0, 9))
    assert found.unseen([moved]) == ()
    assert found.unseen([replace(hits[0], report_title="another report")])
    searches.rename(local.id, "There")
    assert [(s.name, s.scope, s.report) for s in again.all()] == [
        ("Ageing", Scope.LIBRARY, ""), ("There", Scope.REPORT, sample.id),
    ]  # fmt: skip
    searches.delete(ageing.id)
    assert again.find(ageing.id) is None
    assert [s.id for s in again.all(deleted=True)] == [ageing.id]
    searches.restore(ageing.id)
    assert [s.name for s in again.all()] == ["Ageing", "There"]
    assert searches.rename("nobody", "x") is None
    assert searches.mark_seen("nobody", hits) is None


def test_a_search_of_a_later_version_is_left_alone(store: AnnotationStore) -> None:
    kept = store.add("search", "", "", Anchor(0, 0, ""), json.dumps({"query": "x", "scope": "galaxy"}))
    broken = store.add("search", "", "", Anchor(0, 0, ""), "[]")
    assert SavedSearches(store).all() == ()
    assert store.item(kept.id) == kept
    assert store.item(broken.id) == broken


def test_language_of_a_quote(shelf: Shelf) -> None:
    edit = shelf.create("B", [Quote("Text", Language.EN, target="文")])
    edit.redo()
    assert now(shelf, edit.keys[-1]).quotes[0].language is Language.EN
