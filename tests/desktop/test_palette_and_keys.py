"""The palette, the keys and their list: real widgets over a real window."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QInputMethodEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.catalogue import make_catalogue
from desktop.commands.keys import Bound, BrokenKeys, Keys, written
from desktop.commands.matching import fit
from desktop.commands.palette import Palette
from desktop.commands.shortcuts import ShortcutsDialog
from desktop.commands.table import CHECKED, commands
from desktop.main_window import MainWindow
from index.errors import UnwritableFolder
from tests.desktop.conftest import MakeWindow, settle
from tests.desktop_fakes import FakeServices

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def palette_of(window: MainWindow) -> Palette:
    found = window.findChild(Palette)
    assert isinstance(found, Palette)
    return found


def offered(window: MainWindow, typed: str) -> list[str]:
    palette = palette_of(window)
    if palette.isHidden():
        QTest.keyClick(window, Qt.Key.Key_K, CONTROL)
    palette.line.setText(typed)
    return [offer.words for offer in palette.model.offers]


# The table


def test_no_two_commands_share_a_key() -> None:
    assert Keys(commands(str)).clashes() == []


def test_the_table_writes_keys_as_qt_does() -> None:
    for command in commands(str):
        for keys in (*command.keys, *command.letters):
            assert written(keys) == keys


def test_names_are_unique_and_what_is_checked_exists() -> None:
    names = [command.name for command in commands(str)]
    assert len(names) == len(set(names))
    assert CHECKED <= set(names)


@pytest.mark.parametrize(
    ("name", "keys"),
    [
        ("find", "Ctrl+F"), ("search", "Ctrl+Shift+F"), ("search", "Ctrl+L"), ("go_to", "Ctrl+J"),
        ("go_to", "Ctrl+Alt+G"), ("palette", "Ctrl+K"), ("palette", "Ctrl+Shift+P"), ("shortcuts", "F1"),
        ("shortcuts", "Ctrl+/"), ("close", "Ctrl+W"), ("find_next", "F3"), ("find_next", "Ctrl+G"),
        ("outline", "F12"), ("indicators", "Ctrl+Alt+I"), ("notes", "Ctrl+Alt+A"), ("back", "Alt+Left"),
        ("translate_selection", "Ctrl+T"), ("highlight", "Alt+1"), ("full_screen", "F11"), ("layout.zh", "Ctrl+3"),
    ],
)  # fmt: skip
def test_hands_find_the_keys_that_they_know(window: MainWindow, name: str, keys: str) -> None:
    assert QKeySequence(keys) in window.actions_[name].shortcuts()


def test_every_action_does_something(window: MainWindow) -> None:
    grouped = {
        a
        for g in ("layouts", "scripts", "themes", "languages")
        for a in getattr(window.actions_, g).actions()
    }
    for command in window.actions_.table:
        action = window.actions_[command.name]
        connected = action.receivers("2triggered(bool)") or action.receivers("2triggered()")
        assert connected or action in grouped, command.name


# The palette


def test_a_command_is_found_and_done(window: MainWindow, qtbot: QtBot) -> None:
    palette = palette_of(window)
    assert offered(window, "interl")[0] == "Layout: Interleaved"
    QTest.keyClick(palette.line, Qt.Key.Key_Return)
    assert palette.isHidden()
    qtbot.waitUntil(lambda: window.view.mode == "interleaved")
    assert window.focusWidget() is window.view
    QTest.keyClick(window, Qt.Key.Key_P, CONTROL | SHIFT)
    assert palette.isVisible()
    assert palette.model.offers[0].words == "Layout: Interleaved", "what was used last comes first"
    assert palette.model.offers[0].side.endswith("✓")


def test_arrows_pass_over_what_cannot_be_done(window: MainWindow) -> None:
    palette = palette_of(window)
    words = offered(window, "do")
    undo = words.index("Undo")
    assert not palette.model.offers[undo].enabled
    for _ in words:
        QTest.keyClick(palette.line, Qt.Key.Key_Down)
        assert palette.model.offers[palette.list.currentIndex().row()].enabled


def test_escape_gives_the_focus_back(window: MainWindow) -> None:
    line = window.panes.side.search.line
    window.actions_["search"].trigger()
    assert window.focusWidget() is line
    offered(window, "x")
    QTest.keyClick(palette_of(window).line, Qt.Key.Key_Escape)
    assert palette_of(window).isHidden()
    assert window.focusWidget() is line


def test_headings_are_found_in_both_languages_and_scripts(window: MainWindow, qtbot: QtBot) -> None:
    section = window.view.text.report.sections[-1]
    title = section.title[-4:]
    words = offered(window, f"@{title}")
    assert any(title in word for word in words)
    QTest.keyClick(palette_of(window).line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.view.top_offset() >= section.heading.start)
    assert offered(window, "@經濟") == offered(window, "@经济") != []
    assert window.actions_["back"].isEnabled()


def test_places_by_number(window: MainWindow, qtbot: QtBot) -> None:
    paragraphs = window.view.text.report.paragraphs
    QTest.keyClick(window, Qt.Key.Key_J, CONTROL)
    palette = palette_of(window)
    assert palette.line.text() == ":"
    palette.line.setText(":37")
    offer = palette.model.offers[0]
    assert paragraphs[36].span.of(window.view.text.report.text).strip().startswith(offer.side[:20])
    QTest.keyClick(palette.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.view.text.row_at(window.view.top_offset()) == 36)
    for typed in (":0", f":{len(paragraphs) + 1}", ":p3", ":x", ":", ":99999999999"):
        offered(window, typed)
        assert palette.model.offers
        assert not any(offer.enabled for offer in palette.model.offers), typed
    offered(window, ":50%")
    QTest.keyClick(palette.line, Qt.Key.Key_Return)
    half = len(window.view.text.report.text) // 2
    qtbot.waitUntil(lambda: abs(window.view.top_offset() - half) < 600)


def test_nothing_fits_and_that_is_said(window: MainWindow) -> None:
    assert offered(window, "qqqzzz") == []
    QTest.keyClick(palette_of(window).line, Qt.Key.Key_Return)
    assert palette_of(window).isVisible()


def test_english_names_work_in_a_chinese_window(make_window: MakeWindow, qtbot: QtBot) -> None:
    catalogue = make_catalogue("zh")
    assert catalogue is not None
    QCoreApplication.installTranslator(catalogue)
    try:
        window = make_window()
        settle(window, qtbot)
        assert offered(window, "full scr")[0] == "全屏"
        assert "版式: 对照" in " ".join(offered(window, "columns")) or offered(window, "columns")
        assert offered(window, "快捷键")[0] == "键盘快捷键…"
    finally:
        QCoreApplication.removeTranslator(catalogue)


@pytest.mark.parametrize(
    ("query", "names", "marked"),
    [
        ("tra", ("Translate",), (0, 1, 2)),
        ("again tr", ("Translate again",), (0, 1, 10, 11, 12, 13, 14)),
        ("cmpr", ("Compare reports…",), (0, 2, 3, 5)),
        ("關鍵", ("关键词",), (0, 1)),
        ("zoom", ("较大文字", "Zoom in"), ()),
    ],
)
def test_fits(query: str, names: tuple[str, ...], marked: tuple[int, ...]) -> None:
    found = fit(query, names)
    assert found is not None
    assert found.marked == marked


def test_chance_letters_do_not_fit() -> None:
    assert fit("xyz", ("Export notes…",)) is None
    assert fit("eoe", ("Light or dark, sometimes else",)) is None
    whole, within, scattered = fit("note", ("Notes",)), fit("ote", ("Notes",)), fit("nts", ("Notes",))
    scores = [found.score for found in (whole, within, scattered) if found is not None]
    assert len(scores) == 3
    assert scores == sorted(scores, reverse=True)


# Keys


def test_letters_are_keys_while_reading_and_letters_elsewhere(window: MainWindow) -> None:
    window.view.setFocus()
    QTest.keyClick(window.view, Qt.Key.Key_BracketRight)
    assert window.selection.indicator
    line = window.panes.side.search.line
    line.setFocus()
    before = window.selection.indicator
    QTest.keyClicks(line, "]u/1t")
    assert line.text() == "]u/1t"
    assert window.selection.indicator == before
    assert not window.review.is_on


def test_composing_is_left_alone(window: MainWindow) -> None:
    line = window.panes.side.search.line
    line.setFocus()
    QApplication.sendEvent(line, QInputMethodEvent("u]", []))
    QTest.keyClick(line, Qt.Key.Key_U)
    assert not window.review.is_on
    commit = QInputMethodEvent()
    commit.setCommitString("经济")
    QApplication.sendEvent(line, commit)
    assert "经济" in line.text()


def test_the_text_takes_no_composition(window: MainWindow) -> None:
    assert not window.view.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)


def test_keys_are_kept_and_read_again(tmp_path: Path) -> None:
    keys = Keys(commands(str))
    keys.set("find", Bound(("ctrl+e",), ("x",)))
    keys.set("open", Bound())
    assert keys.save(tmp_path) is None
    again = Keys(commands(str))
    assert again.load(tmp_path) is None
    assert again["find"] == Bound(("Ctrl+E",), ("X",))
    assert again["open"] == Bound()
    assert again["search"] == again.defaults["search"]
    again.reset()
    again.save(tmp_path)
    assert Keys(commands(str)).load(tmp_path) is None


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("[window]\nfind = 3\n", "window.find"),
        ("[window]\nfind = [\"Ctrl+O\"]\n", "Ctrl+O"),
        ("[window]\nfind = [\"Foo+Bar\"]\n", "find = Foo+Bar"),
        ("[window]\nfind = [\"x\"]\n", "find = x"),
        ("[text]\nfind = \"Space\"\n", "find = Space"),
        ("window = 3\n", "[window]"),
        ("[[[", "keys.toml"),
        ("a = " + "[" * 5000, "keys.toml"),
    ],
)  # fmt: skip
def test_a_broken_file_is_one_line_and_the_rest_serves(tmp_path: Path, words: str, said: str) -> None:
    (tmp_path / "keys.toml").write_text(words, "utf-8")
    keys = Keys(commands(str))
    error = keys.load(tmp_path)
    assert isinstance(error, BrokenKeys)
    assert said in str(error)
    assert "\n" not in str(error)
    assert keys["open"] == keys.defaults["open"]


def test_bytes_and_unknown_commands(tmp_path: Path) -> None:
    (tmp_path / "keys.toml").write_bytes(b"\xff\xfe\x00")
    assert isinstance(Keys(commands(str)).load(tmp_path), BrokenKeys)
    (tmp_path / "keys.toml").write_text('[window]\nof_a_later_version = ["Ctrl+E"]\n', "utf-8")
    keys = Keys(commands(str))
    assert keys.load(tmp_path) is None
    keys.set("find", Bound(("F4",)))
    keys.save(tmp_path)
    assert "of_a_later_version" in (tmp_path / "keys.toml").read_text("utf-8")


def test_the_windows_tell_of_a_broken_file(make_window: MakeWindow, tmp_path: Path, qtbot: QtBot) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "keys.toml").write_text("[[[", "utf-8")
    window = make_window(services=FakeServices(tmp_path / "data"))
    settle(window, qtbot)
    assert "keys" in window.notice.text()


# The list of keys


def dialog_of(window: MainWindow) -> ShortcutsDialog:
    QTest.keyClick(window, Qt.Key.Key_F1)
    found = window.findChild(ShortcutsDialog)
    assert isinstance(found, ShortcutsDialog)
    return found


def rows_of(dialog: ShortcutsDialog) -> list[str]:
    shown = (r for r in range(dialog.list.rowCount()) if not dialog.list.isRowHidden(r))
    return [cell.text() for r in shown if (cell := dialog.list.item(r, 0)) is not None]


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_a_key_is_given_and_works_at_once(window: MainWindow) -> None:
    dialog = dialog_of(window)
    dialog.choose("find")
    dialog.edit.setKeySequence(QKeySequence("Ctrl+B"))
    assert "Add to the brief" in dialog.problem.text()
    dialog.replace.click()
    assert window.actions_["find"].shortcuts() == [QKeySequence("Ctrl+B")]
    assert window.actions_["add_to_brief"].shortcuts() == []
    kept = Keys(commands(str))
    assert kept.load(window.services.data_folder) is None
    assert kept["find"] == Bound(("Ctrl+B",), ("/",))
    assert kept["add_to_brief"] == Bound()
    dialog.choose("add_to_brief")
    dialog.reset.click()
    assert window.actions_["add_to_brief"].shortcuts() == [QKeySequence("Ctrl+B")]
    assert window.actions_["find"].shortcuts() == []
    dialog.reset_all.click()
    assert window.actions_["find"].shortcuts() == [QKeySequence("Ctrl+F")]
    dialog.close()


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_a_letter_works_while_reading(window: MainWindow) -> None:
    dialog = dialog_of(window)
    dialog.choose("full_screen")
    dialog.edit.setKeySequence(QKeySequence("G"))
    assert "while you read" in dialog.problem.text()
    dialog.add.click()
    dialog.edit.setKeySequence(QKeySequence("Space"))
    assert not dialog.add.isEnabled()
    assert "Space" in dialog.problem.text()
    dialog.close()
    window.view.setFocus()
    QTest.keyClick(window.view, Qt.Key.Key_G)
    assert window.isFullScreen()
    QTest.keyClick(window.view, Qt.Key.Key_F11)
    assert not window.isFullScreen()


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_the_list_is_filtered_by_name_and_by_key(window: MainWindow) -> None:
    dialog = dialog_of(window)
    everything = rows_of(dialog)
    assert len(everything) > 80
    dialog.line.setText("sepia")
    assert rows_of(dialog) == ["Theme: Sepia"]
    dialog.line.setText("ctrl+j")
    assert rows_of(dialog) == ["Go to paragraph…"]
    dialog.line.clear()
    assert rows_of(dialog) == everything
    QTest.keyClick(dialog.line, Qt.Key.Key_Return)
    assert dialog.isVisible()
    dialog.close()


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_keys_that_cannot_be_kept_are_told(window: MainWindow) -> None:
    blocked = window.services.data_folder / "file"
    blocked.parent.mkdir(parents=True, exist_ok=True)
    blocked.write_text("x", "utf-8")
    keys = Keys(commands(str))
    dialog = ShortcutsDialog(window.actions_.table, keys, blocked, window)
    told: list[object] = []
    dialog.failed.connect(told.append)
    dialog.choose("find")
    dialog.remove.click()
    assert isinstance(told[0], UnwritableFolder)
    assert keys["find"] == Bound()


# The mouse, the numbers


def test_ctrl_and_the_wheel_zoom(window: MainWindow) -> None:
    from PySide6.QtCore import QPoint, QPointF
    from PySide6.QtGui import QWheelEvent

    before = window.settings.zoom
    for up in (120, 120, -120):
        at = QPointF(200, 200)
        event = QWheelEvent(
            at, window.view.viewport().mapToGlobal(at), QPoint(), QPoint(0, up), Qt.MouseButton.NoButton, CONTROL,
            Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(window.view.viewport(), event)
    assert window.settings.zoom == before + 10


def test_the_side_buttons_of_the_mouse_turn_back(window: MainWindow) -> None:
    view = window.view
    window.navigator.to_offset(8_000)
    there = view.top_offset()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.BackButton)
    assert view.top_offset() < there
    QTest.mouseClick(view.viewport(), Qt.MouseButton.ForwardButton)
    assert view.top_offset() == there


def test_paragraph_numbers_are_kept(make_window: MakeWindow, tmp_path: Path, qtbot: QtBot) -> None:
    window = make_window(services=FakeServices(tmp_path / "kept"))
    settle(window, qtbot)
    plain = window.view.layouts.columns[0].x
    before = window.view.viewport().grab().toImage()
    window.actions_["paragraph_numbers"].trigger()
    assert window.view.layouts.columns[0].x > plain
    assert window.view.viewport().grab().toImage() != before
    window.close()
    again = make_window(services=FakeServices(tmp_path / "kept"))
    settle(again, qtbot)
    assert again.actions_["paragraph_numbers"].isChecked()
    assert again.view.style_.numbered
