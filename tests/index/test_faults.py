"""Full disks, read-only folders, locks, clocks that are set back, files that do not belong together."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from pathlib import Path

import pytest

from index.annotations import Anchor, AnnotationStore
from index.annotations.backups import backups, is_due, is_whole
from index.errors import DamagedNotes, MendedNotes, UnwritableFolder
from index.library import Library
from index.segmentation import segment
from tests.conftest import ROOT

NOWHERE = Anchor(0, 0, "")
Mount = Callable[..., None]


def _texts(store: AnnotationStore) -> list[object]:
    return [item.content()["n"] for item in store.of_kind("note")]


def _add(store: AnnotationStore, n: int, size: int = 0) -> None:
    store.add("note", "r", "t", NOWHERE, f'{{"n": {n}, "long": "{"x" * size}"}}')


def _mount(folder: Path, *options: str) -> None:
    done = subprocess.run(
        ["mount", "-t", "tmpfs", *options, "tmpfs", str(folder)], capture_output=True, check=False
    )
    if done.returncode:
        pytest.skip("a file system cannot be mounted here")


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A folder that is a disk of two megabytes."""
    if sys.platform != "linux" or os.geteuid() != 0:
        pytest.skip("only root can mount a small disk")
    folder = tmp_path / "disk"
    folder.mkdir()
    _mount(folder, "-o", "size=2m")
    try:
        yield folder
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=False)


def _read_only(folder: Path) -> None:
    subprocess.run(["mount", "-o", "remount,ro", str(folder)], check=True)


# --- full disks


def test_a_full_disk_refuses_and_loses_nothing(disk: Path) -> None:
    store = AnnotationStore(disk / "annotations.db")
    kept = 0
    with suppress(UnwritableFolder):
        for n in range(1000):
            _add(store, n, 20_000)
            kept += 1
    assert 5 < kept < 100
    assert _texts(store) == list(range(kept))
    with pytest.raises(UnwritableFolder, match="full"):
        _add(store, 999, 20_000)
    store.close()
    (disk / "filler").write_bytes(b"")
    free = os.statvfs(disk)
    (disk / "filler").write_bytes(bytes(free.f_bavail * free.f_frsize))
    store = AnnotationStore(disk / "annotations.db")
    assert _texts(store) == list(range(kept)), "not a byte is free, and all can be read"
    with pytest.raises(UnwritableFolder):
        _add(store, 999, 200_000)
    (disk / "filler").unlink()
    shutil.rmtree(disk / "backups", ignore_errors=True)
    for name in ("annotations.jsonl",):  # half of the disk
        (disk / name).unlink()
    _add(store, kept)
    assert _texts(store) == list(range(kept + 1)), "there is room again"
    store.close()
    with closing(sqlite3.connect(disk / "annotations.db")) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)


_LIMITED = """
import resource, signal, sys
from pathlib import Path
from index.annotations import Anchor, AnnotationStore
from index.errors import UnwritableFolder
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (300_000, 300_000))
store = AnnotationStore(Path(sys.argv[1]))
try:
    for n in range(1000):
        store.add("note", "r", "t", Anchor(0, 0, ""), '{"n": %d, "long": "%s"}' % (n, "x" * 9000))
        print(n, flush=True)
except UnwritableFolder as error:
    print("refused", error, flush=True)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="there are no limits for processes")
def test_a_file_that_cannot_grow_refuses_and_loses_nothing(tmp_path: Path) -> None:
    path = tmp_path / "annotations.db"
    done = subprocess.run(
        [sys.executable, "-c", _LIMITED, str(path)], cwd=ROOT, capture_output=True, text=True, check=True
    )
    *kept, last = done.stdout.splitlines()
    assert last.startswith("refused cannot write to")
    assert len(kept) > 5
    store = AnnotationStore(path)
    assert _texts(store)[: len(kept)] == list(range(len(kept)))
    store.close()


# --- folders that cannot be written


def test_a_read_only_folder_is_read_and_notes_are_refused(disk: Path) -> None:
    store = AnnotationStore(disk / "annotations.db")
    _add(store, 1)
    crashed = disk / "crashed"
    crashed.mkdir()
    for name in ("annotations.db", "annotations.db-wal"):  # as a crash leaves them
        shutil.copyfile(disk / name, crashed / name)
    store.close()
    library = Library(disk / "library.db")
    library.remember_report(segment("工作报告\n经济增长5%。", path="/a.txt", title="报告"))
    library.keep_translations("e", "zh-en", {"增长。": "Growth."})
    library.close()
    before = {path: path.read_bytes() for path in disk.rglob("*") if path.is_file()}
    _read_only(disk)
    for folder in (disk, crashed):
        store = AnnotationStore(folder / "annotations.db")
        assert isinstance(store.notice, UnwritableFolder)
        assert store.is_read_only
        assert _texts(store) == [1]
        with pytest.raises(UnwritableFolder) as refused:
            _add(store, 2)
        assert len(str(refused.value).splitlines()) == 1
        assert _texts(store) == [1]
        store.close()
    library = Library(disk / "library.db")
    assert isinstance(library.notice, UnwritableFolder)
    assert [report.title for report in library.reports()] == ["报告"]
    assert library.cached_translation("e", "zh-en", "增长。") == "Growth."
    library.close()
    assert {path: path.read_bytes() for path in disk.rglob("*") if path.is_file()} == before


# --- several at once


def test_two_processes_see_what_the_other_wrote(tmp_path: Path) -> None:
    path = tmp_path / "annotations.db"
    one, other = AnnotationStore(path), AnnotationStore(path)
    _add(one, 1)
    _add(other, 2)
    assert _texts(one) == _texts(other) == [1, 2]
    code = f"""
from pathlib import Path
from index.annotations import Anchor, AnnotationStore
store = AnnotationStore(Path({str(path)!r}))
for n in range(3, 33):
    store.add("note", "r", "t", Anchor(0, 0, ""), '{{"n": %d}}' % n)
store.close()
"""
    with subprocess.Popen([sys.executable, "-c", code], cwd=ROOT) as process:
        for n in range(100, 130):
            _add(one, n)
        assert process.wait() == 0
    assert sorted(map(str, _texts(one))) == sorted(map(str, [1, 2, *range(3, 33), *range(100, 130)]))
    assert _texts(one) == _texts(other)
    one.close()
    other.close()
    again = AnnotationStore(path)
    assert again.notice is None
    assert len(_texts(again)) == 62
    again.close()


def test_a_lock_is_waited_for_and_then_told_in_one_line(tmp_path: Path) -> None:
    path = tmp_path / "annotations.db"
    store = AnnotationStore(path)
    _add(store, 1)
    with closing(sqlite3.connect(path, isolation_level=None, check_same_thread=False)) as other:
        other.execute("BEGIN IMMEDIATE")
        late = threading.Timer(0.3, lambda: other.execute("COMMIT"))
        late.start()
        _add(store, 2)
        late.join()
        other.execute("BEGIN IMMEDIATE")
        store._connection.execute("PRAGMA busy_timeout = 50")
        with pytest.raises(UnwritableFolder, match="locked"):
            _add(store, 3)
        while_locked = AnnotationStore(path)
        assert _texts(while_locked) == [1, 2]
        while_locked.close()
        other.execute("COMMIT")
    _add(store, 3)
    assert _texts(store) == [1, 2, 3]
    store.close()


# --- clocks


def test_a_clock_that_is_set_back_changes_no_order(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "annotations.db"
    store = AnnotationStore(path)
    year = 365 * 24 * 3600 * 10**9
    real = time.time_ns
    for n, shift in enumerate((0, -year, year, -2 * year)):
        monkeypatch.setattr(time, "time_ns", lambda shift=shift: real() + shift)
        _add(store, n)
        made = store.back_up()
        assert made is not None
        assert backups(tmp_path / "backups")[0] == made, "the newest is the newest, whatever the clock said"
    assert _texts(store) == [0, 1, 2, 3]
    store.close()
    store = AnnotationStore(path)
    assert store.notice is None
    assert _texts(store) == [0, 1, 2, 3]
    store.close()
    assert all(is_whole(backup) for backup in backups(tmp_path / "backups"))


def test_a_backup_of_the_future_does_not_stop_backups(tmp_path: Path) -> None:
    store = AnnotationStore(tmp_path / "annotations.db")
    made = store.back_up()
    store.close()
    assert made is not None
    assert not is_due(tmp_path / "backups")
    os.utime(made, (time.time() + 10**8, time.time() + 10**8))
    assert is_due(tmp_path / "backups")


# --- files that do not belong together


def test_a_copy_without_its_log_has_everything(tmp_path: Path) -> None:
    store = AnnotationStore(tmp_path / "annotations.db")
    for n in range(50):
        _add(store, n)
    copied = tmp_path / "copied"
    copied.mkdir()
    shutil.copyfile(tmp_path / "annotations.db", copied / "annotations.db")
    store.close()
    store = AnnotationStore(copied / "annotations.db")
    assert store.notice is None
    assert _texts(store) == list(range(50))
    store.close()


def test_a_foreign_log_is_noticed_and_nothing_is_lost(tmp_path: Path) -> None:
    for name, first in (("own", 0), ("foreign", 500)):
        (tmp_path / name).mkdir()
        store = AnnotationStore(tmp_path / name / "annotations.db")
        for n in range(first, first + 60):
            _add(store, n)
        if name == "foreign":
            shutil.copyfile(
                tmp_path / "foreign" / "annotations.db-wal", tmp_path / "own" / "annotations.db-wal"
            )
        store.close()
    store = AnnotationStore(tmp_path / "own" / "annotations.db")
    assert isinstance(store.notice, MendedNotes | DamagedNotes)
    assert set(range(60)) <= {int(str(n)) for n in _texts(store)}
    store.close()


def test_an_old_file_beside_newer_work_is_brought_up_to_date(tmp_path: Path) -> None:
    path = tmp_path / "annotations.db"
    store = AnnotationStore(path)
    _add(store, 1)
    store.close()
    old = path.read_bytes()
    store = AnnotationStore(path)
    item = store.of_kind("note")[0]
    store.change(item.id, '{"n": "changed"}')
    _add(store, 2)
    store.close()
    path.write_bytes(old)
    store = AnnotationStore(path)
    assert _texts(store) == ["changed", 2]
    assert isinstance(store.notice, MendedNotes)
    store.close()


def test_a_file_that_is_gone_comes_back(tmp_path: Path) -> None:
    path = tmp_path / "annotations.db"
    store = AnnotationStore(path)
    for n in range(5):
        _add(store, n)
    store.back_up()
    _add(store, 5)
    store.close()
    path.unlink()
    store = AnnotationStore(path)
    assert isinstance(store.notice, MendedNotes)
    assert _texts(store) == list(range(6))
    store.close()
    path.unlink()
    (tmp_path / "annotations.jsonl").unlink()
    store = AnnotationStore(path)
    assert _texts(store) == list(range(5)), "the newest backup"
    store.close()


def test_the_second_copy_alone_makes_everything_again_and_stays_small(tmp_path: Path) -> None:
    path = tmp_path / "annotations.db"
    store = AnnotationStore(path)
    for n in range(20):
        _add(store, n, 100)
    first = store.of_kind("note")[0]
    for n in range(600):
        store.change(first.id, f'{{"n": 0, "long": "{"y" * 9000}", "turn": {n}}}')
    wanted = {item.id: item.digest() for item in store.of_kind("note")}
    store.close()
    large = (tmp_path / "annotations.jsonl").stat().st_size
    AnnotationStore(path).close()
    assert (tmp_path / "annotations.jsonl").stat().st_size < large / 100
    shutil.rmtree(tmp_path / "backups")
    path.unlink()
    store = AnnotationStore(path)
    assert {item.id: item.digest() for item in store.of_kind("note")} == wanted
    assert _texts(store) == list(range(20))
    store.close()


def test_what_is_no_character_is_kept_as_one(tmp_path: Path) -> None:
    store = AnnotationStore(tmp_path / "annotations.db")
    odd = "a\ud800b\x00c\u202ed\u200de𠮷\U0001f469\u200d\U0001f4bb"
    kept = store.add("note", "r", odd, Anchor(0, 3, odd, odd, odd), odd)
    store.close()
    store = AnnotationStore(tmp_path / "annotations.db")
    (found,) = store.of_kind("note")
    assert store.notice is None
    assert found.payload == odd.replace("\ud800", "\ufffd")
    assert found.id == kept.id
    store.close()
