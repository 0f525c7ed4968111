"""The window over texts that are odd or very long."""

from __future__ import annotations

import time
from pathlib import Path

from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from desktop.jobs import Lane
from desktop.steps import Step, Work
from tests.desktop.conftest import MakeWindow, settle
from tests.desktop_fakes import RuleTranslator
from tests.index.test_odd_texts import ODD


def test_an_odd_text_is_painted_and_translated(make_window: MakeWindow, qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "怪\U0001f469\u202e.txt"
    path.write_bytes(("\ufeff" + ODD * 3).encode("utf-16-le", "surrogatepass"))
    window = make_window(str(path), translator=RuleTranslator())
    settle(window, qtbot)
    assert window.session.text is not None
    assert not window.grab().isNull()
    for size in (500, 1400):
        window.resize(size, 600)
        assert not window.grab().isNull()


def test_a_long_text_is_there_soon(
    make_window: MakeWindow, qtbot: QtBot, tmp_path: Path, sample_path: Path
) -> None:
    path = tmp_path / "long.txt"
    path.write_text(sample_path.read_text("utf-8") * 60, "utf-8")  # 2.4 MB
    window = make_window()
    started = time.monotonic()
    window.open_path(str(path))
    qtbot.waitUntil(
        lambda: window.session.text is not None and window.session.text.report.path == str(path),
        timeout=20_000,
    )
    window.grab()
    assert time.monotonic() - started < 6  # two seconds on a quiet machine
    window.session.close()


def test_a_flood_of_steps_leaves_the_window_its_turn(qtbot: QtBot) -> None:
    lane = Lane("flood")
    seen: list[int] = []
    ticks: list[float] = []
    timer = QTimer()
    timer.timeout.connect(lambda: ticks.append(time.monotonic()))
    timer.start(5)

    def work() -> Work:
        for n in range(3000):
            yield Step(n, 3000)
        return None

    job = lane.start(work())
    job.progressed.connect(lambda step: seen.append(step.done))
    with qtbot.waitSignal(job.succeeded, timeout=20_000):
        pass
    lane.close()
    assert seen == list(range(3000)), "none is left out"
    assert max((b - a for a, b in zip(ticks, ticks[1:], strict=False)), default=0.0) < 0.5
