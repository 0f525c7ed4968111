"""Several windows: what they share, and that closing one leaves the others whole."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.main_window import MainWindow
from desktop.notes.notes import Notes
from desktop.reader.text_selection import TextSelection
from desktop.windows import Windows
from index.report import Language
from tests.desktop.conftest import MakeWindow, settle
from tests.desktop_fakes import FakeServices

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def two(make_window: MakeWindow, tmp_path: Path, qtbot: QtBot) -> Iterator[tuple[MainWindow, MainWindow]]:
    first = make_window(services=FakeServices(tmp_path / "data"))
    settle(first, qtbot)
    first.view.go_to_offset(5_000)
    QTest.keyClick(first, Qt.Key.Key_N, CONTROL)
    second = windows_of(first).all[-1]
    assert second is not first
    second.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)  # tests look at it after it was closed
    settle(second, qtbot)
    qtbot.waitUntil(lambda: second.notes is not None)
    yield first, second
    second.close()
    second.deleteLater()


def windows_of(window: MainWindow) -> Windows:
    assert window.windows is not None
    return window.windows


def notes_of(window: MainWindow) -> Notes:
    assert window.notes is not None
    return window.notes


def select(window: MainWindow) -> None:
    window.view.marks.selection = TextSelection(Language.ZH, (4, 0), (4, 6))


def test_a_new_window_shows_the_same_place(two: tuple[MainWindow, MainWindow]) -> None:
    first, second = two
    assert second.view.text.report.id == first.view.text.report.id
    assert second.view.top_offset() == first.view.top_offset()
    assert second.pos() != first.pos()
    second.view.go_to_offset(0)
    assert first.view.top_offset() > 0


def test_a_note_made_in_one_shows_in_both_and_is_taken_back_in_both(
    two: tuple[MainWindow, MainWindow], qtbot: QtBot
) -> None:
    first, second = two
    select(second)
    second.actions_["highlight"].trigger()
    qtbot.waitUntil(lambda: notes_of(first).panel.model.rowCount() == 2)  # with its heading
    assert not first.actions_["undo"].isEnabled(), "each window takes back what was done in it"
    second.actions_["undo"].trigger()
    qtbot.waitUntil(lambda: notes_of(first).panel.model.rowCount() == 0)


def test_theme_and_keys_are_the_same_everywhere(two: tuple[MainWindow, MainWindow]) -> None:
    from desktop.commands.keys import Bound

    first, second = two
    second.actions_["theme.sepia"].trigger()
    assert first.view.style_.theme.name == "sepia"
    assert first.actions_["theme.sepia"].isChecked()
    windows_of(first).keys.set("find", Bound(("F4",)))
    windows_of(first).bind()
    assert second.actions_["find"].shortcut().toString() == "F4"


def test_layouts_are_each_windows_own(two: tuple[MainWindow, MainWindow]) -> None:
    first, second = two
    second.actions_["layout.zh"].trigger()
    assert (first.view.mode, second.view.mode) == ("columns", "zh")


def test_closing_one_leaves_the_other_working(two: tuple[MainWindow, MainWindow], qtbot: QtBot) -> None:
    first, second = two
    QTest.keyClick(second, Qt.Key.Key_W, CONTROL)
    assert not second.isVisible()
    assert windows_of(first).all == [first]
    select(first)
    first.actions_["highlight"].trigger()
    qtbot.waitUntil(lambda: notes_of(first).panel.model.rowCount() == 2)  # with its heading
    first.panes.search_for("养老")
    qtbot.waitUntil(lambda: first.panes.side.search.model.rowCount() > 1)


def test_choices_of_both_are_kept(two: tuple[MainWindow, MainWindow]) -> None:
    first, second = two
    first.actions_["zoom_in"].trigger()
    second.actions_["paragraph_numbers"].trigger()
    second.close()
    first.close()
    kept, _ = first.services.settings_file.load()
    assert kept.zoom == 110
    assert kept.paragraph_numbers


def test_quitting_closes_all(two: tuple[MainWindow, MainWindow]) -> None:
    first, second = two
    QTest.keyClick(first, Qt.Key.Key_Q, CONTROL)
    assert not first.isVisible()
    assert not second.isVisible()


def test_another_language_brings_all_of_them_back(two: tuple[MainWindow, MainWindow]) -> None:
    first, second = two
    windows = windows_of(first)
    second.view.go_to_offset(0)
    places = [(w.view.text.report.path, w.view.top_offset()) for w in (first, second)]
    first.actions_["language.zh"].trigger()
    assert not first.isVisible()
    assert not second.isVisible()
    assert windows.places == places
