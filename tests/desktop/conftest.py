"""A window over the sample report, with rule-made translations, closed when the test is over."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from desktop.main_window import MainWindow
from tests.desktop_fakes import FakeServices, RuleTranslator

MakeWindow = Callable[..., MainWindow]


@pytest.fixture
def make_window(qtbot: QtBot, tmp_path: Path) -> Iterator[MakeWindow]:
    """Opens windows; all are closed, and their threads ended, after the test."""
    windows: list[MainWindow] = []

    def make(path: str | None = None, services: FakeServices | None = None, **choices: Any) -> MainWindow:
        window = MainWindow(services or FakeServices(tmp_path / "data", **choices))
        windows.append(window)
        if path is None:
            window.open_sample()
        else:
            window.open_path(path)
        window.show()
        qtbot.waitExposed(window)
        return window

    yield make
    for window in windows:
        window.close()
        window.deleteLater()


@pytest.fixture
def window(make_window: MakeWindow, qtbot: QtBot) -> MainWindow:
    """The sample, wholly translated, indexed and analysed."""
    window = make_window(translator=RuleTranslator(warn_on="376亿元", fail_on="消费拉动作用"))
    settle(window, qtbot)
    return window


def settle(window: MainWindow, qtbot: QtBot) -> None:
    """Wait until all background work is done."""
    session = window.session
    qtbot.waitUntil(
        lambda: (
            session.analysed
            and (session.is_indexed or session.search_error)
            and (session.translation_done or bool(window.view.text.unavailable))
        ),
        timeout=30_000,
    )
