"""Font and spacing: chosen in a popup, followed by the text at once, kept, and the place stays."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.dialogs.typography import TypographyPopup
from desktop.main_window import MainWindow
from desktop.reader.style import Typography
from desktop.settings import SettingsFile
from index.report import Language

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def popup_of(window: MainWindow) -> TypographyPopup:
    window.actions_["typography"].trigger()
    assert window.typographer is not None
    popup = window.typographer.popup
    assert popup is not None
    assert popup.isVisible()
    return popup


def test_the_text_follows_and_its_place_stays(window: MainWindow, qtbot: QtBot) -> None:
    window.view.go_to_offset(6_000)
    before, place = window.view.style_.text(Language.ZH), window.view.top_offset()
    popup = popup_of(window)
    popup.lines.setValue(200)
    popup.size_.setValue(130)
    after = window.view.style_.text(Language.ZH)
    assert after.line_height > before.line_height * 1.4
    assert after.font.pixelSize() > before.font.pixelSize()
    assert abs(window.view.top_offset() - place) < 400
    wide = window.view.style_.widest(Language.EN)
    popup.width_.setValue(60)
    assert window.view.style_.widest(Language.EN) < wide * 0.7
    QTest.keyClick(popup, Qt.Key.Key_Escape)
    assert not popup.isVisible()


def test_families_are_those_of_the_language_and_come_first(window: MainWindow) -> None:
    popup = popup_of(window)
    assert popup.chinese.count() > 1
    family = str(popup.chinese.itemData(1))
    popup.chinese.setCurrentIndex(1)
    assert window.view.style_.text(Language.ZH).font.families()[0] == family
    assert window.view.style_.text(Language.EN).font.families()[0] != family
    assert window.settings.font_chinese == family


def test_reset_is_the_design(window: MainWindow) -> None:
    popup = popup_of(window)
    popup.lines.setValue(210)
    popup.width_.setValue(180)
    popup.chinese.setCurrentIndex(1)
    popup.reset.click()
    assert window.view.style_.typography == Typography()
    assert window.settings.zoom == 100
    assert popup.lines.value() == 162


def test_what_was_chosen_is_kept(window: MainWindow) -> None:
    popup_of(window).lines.setValue(180)
    window.actions_["theme.sepia"].trigger()
    assert window.view.style_.typography.line_height == 180, "a theme changes colours alone"
    window.actions_["zoom_in"].trigger()
    assert window.view.style_.typography.line_height == 180
    window.close()
    kept, notice = window.services.settings_file.load()
    assert notice is None
    assert (kept.line_height, kept.zoom) == (180, window.settings.zoom)


@pytest.mark.parametrize(
    ("line", "name", "value"),
    [
        ("line_height = 9999", "line_height", 220),
        ("text_width = 1", "text_width", 60),
        ("zoom = 5", "zoom", 60),
    ],
)
def test_numbers_out_of_range_are_the_nearest(tmp_path: Path, line: str, name: str, value: int) -> None:
    (tmp_path / "settings.toml").write_text(line)
    settings, notice = SettingsFile(tmp_path).load()
    assert notice is None
    assert getattr(settings, name) == value


def test_a_font_that_is_gone_is_still_named(qtbot: QtBot) -> None:
    popup = TypographyPopup()
    qtbot.addWidget(popup)
    told: list[object] = []
    popup.changed.connect(lambda chosen, _: told.append(chosen))
    popup.show_choices(Typography(chinese="没有这种字体"), 100)
    assert popup.chinese.currentText() == "没有这种字体"
    assert told == []
