"""What the window tells of notes that were damaged, and of folders in which nothing can be kept."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from index.annotations import Anchor, AnnotationStore
from tests.desktop.conftest import MakeWindow
from tests.desktop_fakes import FakeServices


@pytest.mark.parametrize(
    ("second_copy", "said"),
    [
        (True, "1 of your notes were damaged or missing, and were taken"),
        (False, "1 of your notes are damaged"),
    ],
)
def test_the_window_tells_of_damaged_notes(
    make_window: MakeWindow, qtbot: QtBot, tmp_path: Path, second_copy: bool, said: str
) -> None:
    path = tmp_path / "data" / "annotations.db"
    store = AnnotationStore(path)
    item = store.add("note", "r", "t", Anchor(0, 0, ""), "{}")
    store.close()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("UPDATE item SET payload = 'x' WHERE id = ?", [item.id])
        connection.commit()
    if not second_copy:
        (tmp_path / "data" / "annotations.jsonl").unlink()
    window = make_window(services=FakeServices(tmp_path / "data"))
    qtbot.waitUntil(lambda: said in window.notice.text(), timeout=20_000)


def test_the_window_opens_where_the_notes_are_no_database(
    make_window: MakeWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    folder = tmp_path / "data"
    folder.mkdir()
    (folder / "annotations.db").write_bytes(b"no database " * 900)
    (folder / "library.db").write_bytes(b"\x00" * 9000)
    (folder / "settings.toml").write_bytes(b"\xff\xfe\x00 theme")
    window = make_window(services=FakeServices(folder))

    def said() -> str:
        told = [window.notice.current, *window.notice._waiting]
        return " ".join(notice.text for notice in told if notice is not None)

    wanted = ("notes file was damaged", "list of reports was damaged", "settings could not be read")
    qtbot.waitUntil(lambda: all(words in said() for words in wanted), timeout=20_000)
