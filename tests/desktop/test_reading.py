"""Where a report was left and what was read of it: kept, found again, shown in the outline."""

from __future__ import annotations

import json
import random
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.main_window import MainWindow
from desktop.reading.follower import ReadingFollower
from desktop.reading.places import ReadingPlaces
from desktop.reading.spans import ReadSpans, minutes_left
from index.report import Language, Report
from index.segmentation import segment
from tests.desktop.conftest import MakeWindow, settle
from tests.desktop_fakes import FakeServices


def follower_of(window: MainWindow) -> ReadingFollower:
    assert window.follower is not None
    return window.follower


def test_spans_are_a_set_of_offsets() -> None:
    chance = random.Random(3)
    read, known = ReadSpans(), set[int]()
    for _ in range(300):
        start = chance.randrange(500)
        end = start + chance.randrange(30)
        new = bool(set(range(start, end)) - known)
        assert read.add(start, end) is new
        known |= set(range(start, end))
        a, b = sorted((chance.randrange(540), chance.randrange(540)))
        assert read.covered(a, b) == len(known & set(range(a, b)))
    spans = read.as_list()
    assert all(end < start for (_, end), (start, _) in zip(spans, spans[1:], strict=False))
    assert ReadSpans((start, end) for start, end in spans).as_list() == spans


def test_minutes() -> None:
    read = ReadSpans()
    assert minutes_left(read, 2_550, Language.ZH) == 10
    read.add(0, 2_500)
    assert minutes_left(read, 2_550, Language.ZH) == 1
    read.add(0, 2_550)
    assert minutes_left(read, 2_550, Language.ZH) == 0


def test_a_place_is_kept_by_text_and_found_in_a_newer_text(sample: Report, tmp_path: Path) -> None:
    offset = sample.paragraphs[30].span.start
    places = ReadingPlaces(tmp_path)
    assert places.of(sample) is None
    read = ReadSpans([(0, 900)])
    places.leave(sample, offset, read)
    again = ReadingPlaces(tmp_path).of(sample)
    assert again is not None
    assert (again.offset, again.read) == (offset, ((0, 900),))
    newer = segment(sample.text.replace("\n", "\n新增的一段。\n", 3), title=sample.title, path=sample.path)
    found = ReadingPlaces(tmp_path).of(newer)
    assert found is not None
    assert newer.text[found.offset : found.offset + 20] == sample.text[offset : offset + 20]
    assert found.offset != offset


@pytest.mark.parametrize(
    "content",
    [b"", b"[1, 2]", b"\xff\xfe", b"{", b'{"x": 3}', b'{"x": {"at": -1}}', b'{"x": {"at": true, "read": [[3, 1]]}}',
     b"[" * 100_000],
)  # fmt: skip
def test_a_broken_file_is_no_file(sample: Report, tmp_path: Path, content: bytes) -> None:
    (tmp_path / "reading.json").write_bytes(content)
    places = ReadingPlaces(tmp_path)
    assert places.of(sample) is None
    places.leave(sample, 10, ReadSpans())
    assert ReadingPlaces(tmp_path).of(sample) is not None


def test_a_folder_that_cannot_be_written_is_no_obstacle(sample: Report, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x", "utf-8")
    places = ReadingPlaces(tmp_path / "file")
    places.leave(sample, 10, ReadSpans())
    left = places.of(sample)
    assert left is not None
    assert left.offset == 10


def test_the_oldest_are_forgotten(sample: Report, tmp_path: Path) -> None:
    places = ReadingPlaces(tmp_path)
    for n in range(405):
        places.leave(segment(f"报告{n}\n正文{n}。\n", path=f"{n}.txt"), 1, ReadSpans())
    kept = json.loads((tmp_path / "reading.json").read_text("utf-8"))
    assert 400 <= len(kept) <= 800


def test_each_report_opens_where_it_was_left(make_window: MakeWindow, tmp_path: Path, qtbot: QtBot) -> None:
    other = tmp_path / "另一份报告.txt"
    other.write_text(
        "某市政府工作报告\n" + "".join(f"第{n}段内容，写得长一些。" * 8 + "\n" for n in range(80)), "utf-8"
    )
    window = make_window(services=FakeServices(tmp_path / "data"))
    settle(window, qtbot)
    window.view.go_to_offset(6_000)
    left = window.view.top_offset()
    window.open_path(str(other))
    settle(window, qtbot)
    assert window.view.top_offset() == 0
    window.view.go_to_offset(3_000)
    there = window.view.top_offset()
    window.open_sample()
    settle(window, qtbot)
    assert window.view.top_offset() == left
    window.close()
    again = make_window(str(other), services=FakeServices(tmp_path / "data"))
    settle(again, qtbot)
    assert again.view.top_offset() == there


def test_a_place_that_is_asked_for_comes_first(make_window: MakeWindow, tmp_path: Path, qtbot: QtBot) -> None:
    window = make_window(services=FakeServices(tmp_path / "data"))
    settle(window, qtbot)
    window.view.go_to_offset(6_000)
    follower_of(window).keep()
    window.open_path(window.view.text.report.path, 0)
    assert window.view.top_offset() == 0


def test_what_stays_on_screen_is_read(window: MainWindow) -> None:
    follower, outline = follower_of(window), window.panes.outline
    window.activateWindow()
    assert outline.read_words().startswith("0 % read · about ")
    follower.look()
    assert follower.read.as_list() == [], "a glance is no reading"
    follower.look()
    rows = window.view.visible_rows()
    assert follower.read.covered(0, window.view.text.rows[rows[-1]].span.end) > 100
    window.view.setFocus()
    for _ in range(400):
        QTest.keyClick(window.view, Qt.Key.Key_PageDown)
        follower.look()
        follower.look()
    assert outline.read_words() == "All read"
    assert outline.progress.value() == 1000
    first = window.view.text.report.sections[0]
    assert outline.delegate.read.share(first.span.start, first.span.end) > 0.98


def test_jumping_over_is_not_reading(window: MainWindow) -> None:
    follower = follower_of(window)
    window.view.go_to_offset(12_000)
    follower.look()
    follower.look()
    read = follower.read.as_list()
    assert read
    assert read[0][0] > 10_000


def test_what_was_read_is_there_again(make_window: MakeWindow, tmp_path: Path, qtbot: QtBot) -> None:
    window = make_window(services=FakeServices(tmp_path / "data"))
    settle(window, qtbot)
    follower_of(window).look()
    follower_of(window).look()
    read = follower_of(window).read.as_list()
    window.close()
    again = make_window(services=FakeServices(tmp_path / "data"))
    settle(again, qtbot)
    assert follower_of(again).read.as_list() == read != []
