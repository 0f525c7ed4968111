"""The store of the user's own work: nothing acknowledged is lost, nothing damaged is used, nothing is overwritten."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.annotations import Anchor, AnnotationStore, anchor_at, find_anchor, new_item
from index.annotations.backups import KEPT, backups, is_whole
from index.errors import DamagedNotes, MendedNotes, UnwritableFolder
from index.text import Span
from tests.conftest import ROOT

TEXT = "全市生产总值达到15760.3亿元，同比增长5.9%；一般公共预算收入增长5.1%。今年增长5.9%左右。"
ANCHOR = anchor_at(TEXT, Span(TEXT.index("5.9%"), TEXT.index("5.9%") + 4))


def _add(store: AnnotationStore, payload: str = "{}", report: str = "r", title: str = "t") -> str:
    return store.add("correction", report, title, ANCHOR, payload).id


def test_items_are_kept_changed_deleted_and_brought_back(tmp_path: Path) -> None:
    store = AnnotationStore(tmp_path / "annotations.db")
    key = _add(store, '{"a": 1}')
    store.change(key, '{"a": 2}')
    store.set_deleted(key, deleted=True)
    assert store.items("correction", "r") == ()
    assert store.items("correction", "r", deleted=True)[0].content() == {"a": 2}
    store.set_deleted(key, deleted=False)
    store.close()
    again = AnnotationStore(tmp_path / "annotations.db")
    assert [i.content() for i in again.items("correction", "r")] == [{"a": 2}]
    assert again.items("note", "r") == ()
    again.close()
    with closing(sqlite3.connect(tmp_path / "annotations.db")) as connection:
        assert connection.execute("SELECT count(*) FROM history").fetchone() == (3,)


def test_a_new_text_of_the_same_title_keeps_its_items(tmp_path: Path) -> None:
    store = AnnotationStore(tmp_path / "annotations.db")
    _add(store, report="old", title="某市报告")
    assert store.items("correction", "new") == ()
    assert len(store.items("correction", "new", "某市报告")) == 1
    store.close()


def test_every_write_is_on_the_disk_before_it_returns(tmp_path: Path) -> None:
    store = AnnotationStore(tmp_path / "annotations.db")
    with closing(sqlite3.connect(tmp_path / "annotations.db")) as other:
        assert other.execute("PRAGMA journal_mode").fetchone() == ("wal",)
        assert store._connection.execute("PRAGMA synchronous").fetchone() == (2,)
        _add(store)
        assert other.execute("SELECT count(*) FROM item").fetchone() == (1,)
    store.close()


_WRITER = """
import sys
from pathlib import Path
from index.annotations import Anchor, AnnotationStore
store = AnnotationStore(Path(sys.argv[1]))
n = 0
while True:
    store.add("correction", "r", "t", Anchor(0, 1, "x"), str(n))
    print(n, flush=True)
    n += 1
"""


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")
def test_a_killed_program_loses_nothing_that_was_acknowledged(tmp_path: Path) -> None:
    path = tmp_path / "annotations.db"
    for _ in range(3):
        process = subprocess.Popen(
            [sys.executable, "-c", _WRITER, str(path)], cwd=ROOT, stdout=subprocess.PIPE, text=True
        )
        assert process.stdout is not None
        for _ in range(40):
            process.stdout.readline()
        os.kill(process.pid, signal.SIGKILL)
        told = 40 + sum(1 for _ in process.stdout)
        process.stdout.close()
        process.wait()
        store = AnnotationStore(path)
        assert store.notice is None
        kept = len(store.items("correction", "r"))
        store.close()
        assert kept >= told
        path.unlink()


def test_threads_may_write_together(tmp_path: Path) -> None:
    store = AnnotationStore(tmp_path / "annotations.db")
    threads = [threading.Thread(target=lambda: [_add(store) for _ in range(20)]) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(store.items("correction", "r")) == 80
    store.close()


def test_a_flipped_bit_is_mended_from_the_second_copy(tmp_path: Path) -> None:
    store = AnnotationStore(tmp_path / "annotations.db")
    bad, good = _add(store, "first"), _add(store, "second")
    store.close()
    with closing(sqlite3.connect(tmp_path / "annotations.db")) as connection:
        connection.execute("UPDATE item SET payload = 'firsu' WHERE id = ?", [bad])
        connection.commit()
    store = AnnotationStore(tmp_path / "annotations.db")
    assert [(i.id, i.payload) for i in store.items("correction", "r")] == [(bad, "first"), (good, "second")]
    assert isinstance(store.notice, MendedNotes)
    assert (store.notice.mended, store.notice.lost) == (1, 0)
    assert store.damaged == ()
    store.close()
    store = AnnotationStore(tmp_path / "annotations.db")
    assert store.notice is None
    store.close()


def test_a_flipped_bit_without_a_second_copy_is_seen_and_the_rest_is_kept(tmp_path: Path) -> None:
    store = AnnotationStore(tmp_path / "annotations.db")
    bad, good = _add(store, "first"), _add(store, "second")
    store.close()
    (tmp_path / "annotations.jsonl").unlink()
    with closing(sqlite3.connect(tmp_path / "annotations.db")) as connection:
        connection.execute("UPDATE item SET payload = 'firsu' WHERE id = ?", [bad])
        connection.commit()
    store = AnnotationStore(tmp_path / "annotations.db")
    assert [i.id for i in store.items("correction", "r")] == [good]
    assert store.damaged == (bad,)
    assert isinstance(store.notice, MendedNotes)
    assert store.notice.lost == 1
    store.close()


def test_a_damaged_file_is_put_aside_and_the_backup_taken(tmp_path: Path) -> None:
    path = tmp_path / "annotations.db"
    store = AnnotationStore(path)
    key = _add(store)
    made = store.back_up()
    assert made is not None
    assert is_whole(made)
    store.close()
    path.write_bytes(b"no database at all " * 400)
    store = AnnotationStore(path)
    assert isinstance(store.notice, DamagedNotes)
    assert store.notice.restored_from == str(made)
    assert Path(store.notice.moved_to).read_bytes().startswith(b"no database")
    assert [i.id for i in store.items("correction", "r")] == [key]
    _add(store)
    store.close()


def test_the_newest_backup_comes_first_whatever_the_second(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = AnnotationStore(tmp_path / "annotations.db")
    clock = iter((1_900_000_000_999_999_999, 1_900_000_001_000_000_000))
    monkeypatch.setattr(time, "time_ns", lambda: next(clock))
    made = [store.back_up(), store.back_up()]
    assert backups(tmp_path / "backups")[:2] == made[::-1]
    store.close()


def test_a_damaged_file_without_a_backup_is_still_kept(tmp_path: Path) -> None:
    path = tmp_path / "annotations.db"
    path.write_bytes(b"\x00" * 8192)
    store = AnnotationStore(path)
    assert isinstance(store.notice, DamagedNotes)
    assert "no backup" in str(store.notice)
    assert Path(store.notice.moved_to).is_file()
    _add(store)
    store.close()


def test_a_later_version_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "annotations.db"
    store = AnnotationStore(path)
    _add(store)
    store.close()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA user_version = 99")
    before = path.read_bytes()
    store = AnnotationStore(path)
    assert isinstance(store.notice, UnwritableFolder)
    assert "later version" in str(store.notice)
    with pytest.raises(UnwritableFolder):
        _add(store)
    store.close()
    assert path.read_bytes() == before


def test_where_nothing_can_be_kept_nothing_is_acknowledged(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    store = AnnotationStore(tmp_path / "file" / "annotations.db")
    assert isinstance(store.notice, UnwritableFolder)
    with pytest.raises(UnwritableFolder):
        _add(store)
    assert store.items("correction", "r") == ()
    store.close()


def test_only_the_last_backups_are_kept(tmp_path: Path) -> None:
    store = AnnotationStore(tmp_path / "annotations.db")
    for _ in range(KEPT + 3):
        assert store.back_up() is not None
        time.sleep(0.002)
    assert len(backups(tmp_path / "backups")) == KEPT
    assert all(is_whole(path) for path in backups(tmp_path / "backups"))
    store.close()


# --- anchors


def test_words_are_found_where_they_stood_and_where_they_went() -> None:
    assert find_anchor(TEXT, ANCHOR) == Span(ANCHOR.start, ANCHOR.end)
    moved = "前言。" * 20 + TEXT
    assert find_anchor(moved, ANCHOR) == Span(ANCHOR.start + 60, ANCHOR.end + 60)


def test_words_that_are_gone_are_not_guessed() -> None:
    assert find_anchor(TEXT.replace("5.9%", "6.0%"), ANCHOR) is None
    bare = Anchor(0, 2, "增长", "", "")
    assert find_anchor("增长", bare) == Span(0, 2)
    ambiguous = Anchor(99, 101, "增长", "甲", "乙")
    assert find_anchor("丙增长丁，戊增长己", ambiguous) is None


@given(st.text(alphabet="增长5.9%，。亿元甲乙", min_size=12, max_size=60), st.data())
def test_an_unchanged_text_gives_back_the_words(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 2))
    end = data.draw(st.integers(start + 1, len(text)))
    found = find_anchor(text, anchor_at(text, Span(start, end)))
    assert found is None or found.of(text) == text[start:end]


def test_many_items_are_kept_in_one_transaction_or_not_at_all(tmp_path: Path) -> None:
    path = tmp_path / "annotations.db"
    store = AnnotationStore(path)
    items = [new_item("translation", "", "", Anchor(0, 0, ""), str(n)) for n in range(1200)]
    nowhere = replace(items[600].anchor, start=None)  # type: ignore[arg-type]  # SQLite refuses it
    bad = replace(items[600], anchor=nowhere)
    with pytest.raises(UnwritableFolder):
        store.put_all([*items[:600], bad, *items[601:]])
    assert store.of_kind("translation") == ()
    store.put_all(items)
    kept = store.of_kind("translation")
    assert {i.id for i in kept} == {i.id for i in items}
    assert store.of_kind("correction") == ()
    changed = store.set_all_deleted([i.id for i in items[:700]] + ["unknown"], deleted=True)
    assert len(changed) == 700
    assert len(store.of_kind("translation")) == 500
    assert len(store.of_kind("translation", deleted=True)) == 1200
    store.close()
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("SELECT count(*) FROM history").fetchone() == (700,)


def test_a_damaged_row_of_many_is_left_out(tmp_path: Path) -> None:
    store = AnnotationStore(tmp_path / "annotations.db")
    items = [new_item("translation", "", "", Anchor(0, 0, ""), str(n)) for n in range(3)]
    store.put_all(items)
    store.close()
    (tmp_path / "annotations.jsonl").unlink()
    with closing(sqlite3.connect(tmp_path / "annotations.db")) as connection:
        connection.execute("UPDATE item SET payload = 'x' WHERE id = ?", [items[1].id])
        connection.commit()
    again = AnnotationStore(tmp_path / "annotations.db")
    assert {i.id for i in again.of_kind("translation")} == {items[0].id, items[2].id}
    assert again.damaged == (items[1].id,)
    again.close()
