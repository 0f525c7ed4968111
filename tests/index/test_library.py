"""The library: a cache that may be lost but never in the way."""

from __future__ import annotations

import sqlite3
import threading
from pathlib import Path

import pytest

from index.errors import DamagedLibrary, UnwritableFolder
from index.library import Library
from index.segmentation import segment

REPORT = segment("一、2023年工作回顾\n经济增长5.9%。", path="/reports/青岛.txt")


def test_reports_are_remembered_the_last_first(tmp_path: Path) -> None:
    other = segment("I. Review of 2022\nThe economy of the city grew.", path="b.txt")
    library = Library(tmp_path / "data" / "library.db")
    library.remember_report(REPORT)
    library.remember_report(other)
    library.remember_report(REPORT)
    library.close()
    again = Library(tmp_path / "data" / "library.db")
    known = again.reports()
    assert [k.id for k in known] == [REPORT.id, other.id]
    assert (known[0].title, known[0].year, known[0].path) == (REPORT.title, 2024, "/reports/青岛.txt")
    assert again.notice is None
    again.forget_report(other.id)
    assert [k.id for k in again.reports()] == [REPORT.id]
    again.close()


def test_translations_are_kept_by_engine_direction_and_source(tmp_path: Path) -> None:
    library = Library(tmp_path / "library.db")
    library.keep_translation("v1", "zh-en", "增长。", '{"target": "Growth."}')
    assert library.cached_translation("v1", "zh-en", "增长。") == '{"target": "Growth."}'
    assert library.cached_translation("v2", "zh-en", "增长。") is None
    assert library.cached_translation("v1", "en-zh", "增长。") is None
    library.keep_translation("v1", "zh-en", "增长。", "newer")
    library.forget_translations("v2")
    assert library.cached_translation("v1", "zh-en", "增长。") == "newer"
    library.forget_translations()
    assert library.cached_translation("v1", "zh-en", "增长。") is None
    library.close()


def test_batches_of_any_size(tmp_path: Path) -> None:
    payloads = {f"第{i}句。'\"": str(i) for i in range(2500)}
    library = Library(tmp_path / "library.db")
    library.keep_translations("v1", "zh-en", payloads)
    library.keep_translations("v1", "zh-en", {})
    assert library.cached_translations("v1", "zh-en", [*payloads, "没有", *payloads]) == payloads
    assert library.cached_translations("v1", "zh-en", []) == {}
    library.close()


def test_in_memory() -> None:
    library = Library(None)
    library.remember_report(REPORT)
    assert library.reports()[0].id == REPORT.id
    assert library.notice is None
    library.close()


@pytest.mark.parametrize("damage", ["junk", "middle", "cut", "foreign"])
def test_a_damaged_file_is_put_aside_and_a_new_one_begun(tmp_path: Path, damage: str) -> None:
    path = tmp_path / "library.db"
    library = Library(path)
    library.keep_translations("v1", "zh-en", {f"第{i}句。" * 40: "x" * 500 for i in range(200)})
    library.close()
    data = path.read_bytes()
    if damage == "foreign":
        path.unlink()
        connection = sqlite3.connect(path)
        connection.execute("PRAGMA user_version = 1")
        connection.close()
        data = path.read_bytes()
    else:
        kinds = {
            "junk": b"not a database at all " * 500,
            "middle": data[:100] + bytes(len(data) - 100),
            "cut": data[:5000],
        }
        data = kinds[damage]
        path.write_bytes(data)
    library = Library(path)
    library.cached_translation("v1", "zh-en", "第7句。" * 40)
    library.keep_translation("v1", "zh-en", "新。", "new")
    assert library.cached_translation("v1", "zh-en", "新。") == "new"
    assert isinstance(library.notice, DamagedLibrary)
    (aside,) = [
        file
        for file in tmp_path.iterdir()
        if ".damaged-" in file.name and not file.name.endswith(("-wal", "-shm"))
    ]
    assert aside.stat().st_size > 0
    library.close()
    library = Library(path)
    assert library.notice is None
    assert library.cached_translation("v1", "zh-en", "新。") == "new"
    library.close()


def test_damage_met_later_is_met_with_a_new_file(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    library = Library(path)
    library.keep_translations("v1", "zh-en", {f"第{i}句。" * 40: "x" * 2000 for i in range(500)})
    library.close()
    data = bytearray(path.read_bytes())
    data[len(data) // 2 :] = bytes(len(data) - len(data) // 2)
    path.write_bytes(bytes(data))
    library = Library(path)
    for i in range(500):
        library.cached_translation("v1", "zh-en", f"第{i}句。" * 40)
    library.keep_translation("v1", "zh-en", "新。", "new")
    assert library.cached_translation("v1", "zh-en", "新。") == "new"
    library.close()


def test_a_folder_that_cannot_be_written_means_memory(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("in the way", encoding="utf-8")
    library = Library(blocked / "data" / "library.db")
    assert isinstance(library.notice, UnwritableFolder)
    library.remember_report(REPORT)
    library.keep_translation("v1", "zh-en", "甲", "a")
    assert library.cached_translation("v1", "zh-en", "甲") == "a"
    assert len(library.reports()) == 1
    library.close()


def test_a_file_that_turns_read_only_means_memory(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    Library(path).close()
    library = Library(path)
    library._connection.execute("PRAGMA query_only = ON")
    library.keep_translation("v1", "zh-en", "甲", "a")
    assert isinstance(library.notice, UnwritableFolder)
    assert library.cached_translation("v1", "zh-en", "甲") == "a"
    library.close()


def test_a_newer_library_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE future (x)")
    connection.execute("PRAGMA user_version = 99")
    connection.commit()
    connection.close()
    before = path.read_bytes()
    library = Library(path)
    assert "newer version" in str(library.notice)
    library.remember_report(REPORT)
    library.close()
    assert path.read_bytes() == before


def test_locked_by_someone_else_is_no_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("index.library._BUSY_SECONDS", 0.05)
    path = tmp_path / "library.db"
    library = Library(path)
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    library.keep_translation("v1", "zh-en", "甲", "a")
    assert library.cached_translation("v1", "zh-en", "甲") is None
    other.execute("ROLLBACK")
    other.close()
    library.keep_translation("v1", "zh-en", "甲", "a")
    assert library.cached_translation("v1", "zh-en", "甲") == "a"
    library.close()


def test_many_threads_share_one_library(tmp_path: Path) -> None:
    library = Library(tmp_path / "library.db")
    failures: list[Exception] = []

    def work(number: int) -> None:
        try:
            for i in range(30):
                library.keep_translation("v1", "zh-en", f"{number}-{i}", "x")
                assert library.cached_translation("v1", "zh-en", f"{number}-{i}") == "x"
        except Exception as error:  # noqa: BLE001
            failures.append(error)

    threads = [threading.Thread(target=work, args=(n,)) for n in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    assert (
        len(library.cached_translations("v1", "zh-en", [f"{n}-{i}" for n in range(4) for i in range(30)]))
        == 120
    )
    library.close()


def test_after_closing_nothing_is_found_and_nothing_breaks(tmp_path: Path) -> None:
    library = Library(tmp_path / "library.db")
    library.close()
    library.close()
    library.remember_report(REPORT)
    assert library.reports() == ()
