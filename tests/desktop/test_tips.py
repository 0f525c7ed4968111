"""The tips of the first start, and which models serve."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.main_window import MainWindow
from desktop.model_packages.status import ModelsStatus
from desktop.tips.tips import Tips
from desktop.windows import Windows
from resources import resource_path
from tests.desktop.conftest import MakeWindow, settle
from tests.desktop_fakes import FakeServices


def tips_of(window: MainWindow) -> Tips:
    assert window.tips is not None
    return window.tips


def status_of(window: MainWindow) -> ModelsStatus:
    assert window.models_status is not None
    return window.models_status


def test_three_tips_point_at_what_they_are_about(window: MainWindow) -> None:
    window.actions_["tips"].trigger()
    tips, seen = tips_of(window), []
    for at in range(3):
        assert tips.card.isVisible()
        assert f"{at + 1} / 3" in tips.card._count.text()
        ring = tips.card.ring.geometry()
        assert window.rect().intersects(ring)
        assert window.rect().contains(tips.card.geometry()), "the card is whole"
        seen.append(QRect(ring))
        tips.card.next.click()
    assert not tips.card.isVisible()
    assert not tips.card.ring.isVisible()
    assert len({(r.x(), r.y()) for r in seen}) == 3
    line = window.panes.side.search.line
    assert seen[0].contains(line.mapTo(window, line.rect().center()))
    assert window.settings.tips_seen


def test_escape_ends_them(window: MainWindow) -> None:
    window.actions_["tips"].trigger()
    QTest.keyClick(window.view, Qt.Key.Key_Escape)
    assert not tips_of(window).is_shown


def test_what_cannot_be_pointed_at_is_passed_over(window: MainWindow) -> None:
    window.side_dock.hide()
    window.actions_["tips"].trigger()
    assert tips_of(window).card.head.text() == "Two languages, one text"


def test_they_come_by_themselves_once(tmp_path: Path, qtbot: QtBot) -> None:
    def start() -> MainWindow:
        windows = Windows(FakeServices(tmp_path / "data"))
        windows.greets = True
        window = MainWindow(windows.services, windows=windows)
        windows.show(window, str(resource_path("reports", "qingdao-2024.txt")))
        settle(window, qtbot)
        qtbot.waitUntil(lambda: window.tips is not None)
        return window

    first = start()
    qtbot.waitUntil(lambda: tips_of(first).is_shown)
    tips_of(first).card.skip.click()
    first.close()
    second = start()
    qtbot.wait(1_200)
    assert not tips_of(second).is_shown
    second.close()
    for window in (first, second):
        window.deleteLater()


def test_no_one_asked_no_tips(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.wait(1_100)
    assert not tips_of(window).is_shown


def test_the_status_bar_says_which_models_serve(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: status_of(window).text() == "Bundled models")
    assert "without a network" in status_of(window).button.toolTip()


def test_missing_models_are_said_kindly(make_window: MakeWindow, qtbot: QtBot, tmp_path: Path) -> None:
    from models.catalog import Catalog

    services = FakeServices(tmp_path / "data")
    services._catalog = Catalog(tmp_path / "none", bundled=tmp_path / "no bundle")
    window = make_window(services=services)
    settle(window, qtbot)
    qtbot.waitUntil(lambda: status_of(window).text() == "No models")
    assert "can be read" in status_of(window).button.toolTip()
