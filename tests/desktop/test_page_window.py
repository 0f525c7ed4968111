"""The page of a PDF beside its text: drawn elsewhere, followed, turned."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.main_window import MainWindow
from desktop.pages.opener import Pages
from tests.desktop.conftest import MakeWindow, settle
from tests.desktop.pdf_pages import print_pdf

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
LINES = [
    f"第{n}段。全市经济稳中向好，改革开放不断深化，民生保障持续加强，各项事业取得新的进展。" * 2
    for n in range(60)
]


def pages_of(window: MainWindow) -> Pages:
    assert window.pages is not None
    return window.pages


def drawn(pages: Pages, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not pages.is_busy, timeout=15_000)


def test_it_follows_the_text_and_turns(make_window: MakeWindow, tmp_path: Path, qtbot: QtBot) -> None:
    window = make_window(str(print_pdf(tmp_path / "报告.pdf", LINES, indent=True)))
    qtbot.waitUntil(lambda: bool(window.view.text.rows))
    settle(window, qtbot)
    assert window.actions_["page_image"].isEnabled()
    window.actions_["page_image"].trigger()
    pages = pages_of(window)
    drawn(pages, qtbot)
    shown = pages.window
    assert shown is not None
    assert shown.words.text().startswith("Page 1 of ")
    picture = shown.picture.pixmap().toImage()
    assert picture.width() > 300
    colours = {
        picture.pixelColor(x, y).name()
        for x in range(0, picture.width(), 7)
        for y in range(0, picture.height(), 3)
    }
    assert "#ffffff" in colours
    assert len(colours) > 3, "there are letters on it"
    starts = {page: offset for offset, page in reversed(window.view.text.report.pages)}
    window.view.go_to_offset(starts[2] + 300)
    qtbot.waitUntil(lambda: shown.page == 2)
    drawn(pages, qtbot)
    assert shown.picture.pixmap().toImage() != picture
    QTest.keyClick(shown, Qt.Key.Key_PageUp)
    drawn(pages, qtbot)
    assert shown.page == 1
    for _ in starts:
        QTest.keyClick(shown, Qt.Key.Key_PageDown)
        drawn(pages, qtbot)
    assert shown.page == max(starts), "the last page, too"
    assert not shown.next.isEnabled()
    shown.close()


def test_a_text_without_pages_has_none(window: MainWindow) -> None:
    assert not window.actions_["page_image"].isEnabled()


def test_a_file_that_went_is_told(make_window: MakeWindow, tmp_path: Path, qtbot: QtBot) -> None:
    path = print_pdf(tmp_path / "报告.pdf", LINES[:5])
    window = make_window(str(path))
    qtbot.waitUntil(lambda: bool(window.view.text.rows))
    settle(window, qtbot)
    path.unlink()
    window.actions_["page_image"].trigger()
    shown = pages_of(window).window
    assert shown is not None
    qtbot.waitUntil(lambda: "no such file" in shown.picture.text())
    shown.close()
