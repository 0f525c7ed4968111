"""The comparison window: reading, both questions, the way back to the text, export, and its empty states."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from desktop.comparison.window import CHART, PLACES, TARGETS, ComparisonWindow
from desktop.main_window import MainWindow
from desktop.reader.hints import indicator_hint
from desktop.theme import DARK
from tests.desktop.conftest import MakeWindow, settle
from tests.fakes import write_reports_to_compare


@pytest.fixture
def files(tmp_path: Path) -> list[str]:
    return write_reports_to_compare(tmp_path)


def compare(window: MainWindow, qtbot: QtBot, files: list[str], name: str = "") -> ComparisonWindow:
    """The window over these reports, wholly read."""
    window.show_comparison(name)
    made = window.comparisons.window
    assert made is not None
    qtbot.waitUntil(lambda: not made.is_loading, timeout=20_000)
    if files:
        made.add_reports(files)
        qtbot.waitUntil(lambda: not made.is_loading, timeout=20_000)
    return made


def rows(made: ComparisonWindow) -> list[list[str]]:
    model = made.table.model()
    return [
        [str(model.index(r, c).data()) for c in range(model.columnCount())] for r in range(model.rowCount())
    ]


def test_targets_and_places_are_shown(window: MainWindow, qtbot: QtBot, files: list[str]) -> None:
    made = compare(window, qtbot, files)
    assert made.tabs.currentIndex() == TARGETS
    assert made.heading.text() == "Sichuan 2025"
    assert made.summary.text() == "1 of 2 met · 1 not met"
    assert [row[0] for row in rows(made)] == ["✓ met", "✗ not met"]
    assert rows(made)[1][1:] == [
        "New urban jobs",
        "城镇新增就业",
        "increment",
        "at least 400,000 people",
        "380,000 people",
    ]
    made.tabs.setCurrentIndex(PLACES)
    made.line.setText("GROSS")
    assert made.list.count() == 1
    assert [row[:3] for row in rows(made)] == [["1", "Sichuan", "5.4%"], ["2", "Guizhou", "4.1%"]]
    assert made.chart.bar_ids() == []  # drawn when it is asked for
    made.views.setCurrentIndex(CHART)
    assert len(made.chart.bar_ids()) == 4
    made.set_theme(DARK)
    made.line.setText("no such thing")
    assert made.list.count() == 0
    assert made.chosen() is None
    assert rows(made) == []


def test_columns_sort_by_value(window: MainWindow, qtbot: QtBot, files: list[str]) -> None:
    made = compare(window, qtbot, files, "城镇新增就业")
    assert made.tabs.currentIndex() == PLACES
    assert made.heading.text() == "New urban jobs"
    made.table.sortByColumn(2, Qt.SortOrder.AscendingOrder)
    assert [row[2] for row in rows(made)] == ["380,000 people", "900,000 people"]
    made.table.sortByColumn(2, Qt.SortOrder.DescendingOrder)
    assert [row[2] for row in rows(made)] == ["900,000 people", "380,000 people"]


def test_an_indicator_that_only_one_report_states_is_said_so(
    window: MainWindow, qtbot: QtBot, files: list[str]
) -> None:
    compare(window, qtbot, files)
    made = compare(window, qtbot, [], "海洋生产总值")
    assert "海洋生产总值" in made.note.text()
    assert made.list.currentRow() == 0


def test_a_figure_leads_to_its_sentence(window: MainWindow, qtbot: QtBot, files: list[str]) -> None:
    made = compare(window, qtbot, files)
    made.table.setCurrentIndex(made.table.model().index(1, 4))
    QTest.keyClick(made.table, Qt.Key.Key_Return)
    settle(window, qtbot)
    text = window.view.text
    qtbot.waitUntil(lambda: bool(window.selection.indicator), timeout=5_000)
    assert text.report.path == files[0]
    assert text.indicators[window.selection.indicator].text == "40万人以上"
    made.tabs.setCurrentIndex(PLACES)
    made.views.setCurrentIndex(CHART)
    made.chart.clicked.emit(made.chart.bar_ids()[0])
    settle(window, qtbot)
    qtbot.waitUntil(lambda: window.view.text.report.path == files[1], timeout=5_000)
    chosen = window.selection.indicator
    qtbot.waitUntil(lambda: bool(window.selection.indicator), timeout=5_000)
    assert window.view.text.indicators[window.selection.indicator or chosen].text == "5.4%"


def test_empty_states_say_what_to_add(window: MainWindow, qtbot: QtBot, files: list[str]) -> None:
    made = compare(window, qtbot, [])
    assert made.stack.currentWidget() is made.empty
    assert "a year apart" in made.empty.text()
    made.tabs.setCurrentIndex(PLACES)
    assert "other places" in made.empty.text()
    assert not made.export.isEnabled()
    made.add_reports([files[1], files[2], "/no/such/file.txt"])
    qtbot.waitUntil(lambda: not made.is_loading, timeout=20_000)
    assert made.tabs.currentIndex() == PLACES  # no target can be judged, places can be compared
    assert "1 left out" in made.note.text()
    assert "/no/such/file.txt" in made.note.toolTip()


def test_reading_can_be_cancelled_and_added_reports_are_kept(
    window: MainWindow, qtbot: QtBot, files: list[str]
) -> None:
    made = compare(window, qtbot, [])
    made.add_reports(files)
    assert made.cancel.isVisible()
    made.cancel.click()
    assert not made.is_loading
    assert not made.cancel.isVisible()
    made.add_reports(files)
    qtbot.waitUntil(lambda: not made.is_loading, timeout=20_000)
    known = {known.path for known in window.services.library().reports()}
    assert set(files) <= known


def test_comparisons_are_exported_and_copied(
    window: MainWindow, qtbot: QtBot, files: list[str], tmp_path: Path
) -> None:
    made = compare(window, qtbot, files)
    for form in ("csv", "xlsx", "json", "png", "svg"):
        made.save(tmp_path / f"c.{form}", form)
        assert (tmp_path / f"c.{form}").stat().st_size > 200, form
    first = json.loads((tmp_path / "c.json").read_text("utf-8").splitlines()[0])
    assert (first["name"], first["verdict"]) == ("地区生产总值", "met")
    made.table.selectRow(0)
    QTest.keyClick(made.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.clipboard().text().startswith("✓ met\tGross regional product\t地区生产总值")
    with qtbot.waitSignal(made.failed):
        made.save(tmp_path / "no" / "such" / "c.csv", "csv")


def test_a_correction_changes_the_comparison(make_window: MakeWindow, qtbot: QtBot, files: list[str]) -> None:
    window = make_window(files[1])
    settle(window, qtbot)
    figure = next(i for i in window.view.text.indicators.values() if i.text == "38万人")
    made = compare(window, qtbot, files)
    assert made.summary.text().startswith("1 of 2")
    window.review._edited(figure, {"value": "410000"})
    settle(window, qtbot)
    made.show_reports(files)
    qtbot.waitUntil(lambda: not made.is_loading, timeout=20_000)
    assert made.summary.text() == "2 of 2 met"


def test_the_card_tells_what_the_report_of_the_year_before_aimed_at(
    make_window: MakeWindow, qtbot: QtBot, files: list[str]
) -> None:
    window = make_window(files[0])
    settle(window, qtbot)  # the earlier report is in the library now
    window.open_path(files[1])
    settle(window, qtbot)
    qtbot.waitUntil(
        lambda: not window.comparisons.is_looking and bool(window.view.text.neighbours), timeout=10_000
    )
    figure = next(i for i in window.view.text.indicators.values() if i.text == "38万人")
    window.selection.choose_indicator(figure.id)
    card = window.panes.side.card

    def chips() -> list[str]:
        return [chip.text() for chip in card.findChildren(QPushButton) if chip.isVisible()]

    qtbot.waitUntil(lambda: "⇄ 2025 report: 2025 target 40万人以上  ✗ not met" in chips(), timeout=5_000)
    assert "✗ not met" in indicator_hint(window.view.text, figure.id, DARK)
    window.panes.side.card.across_activated.emit(figure.id)
    settle(window, qtbot)
    qtbot.waitUntil(lambda: bool(window.selection.indicator), timeout=5_000)
    assert window.view.text.report.path == files[0]
    assert window.view.text.indicators[window.selection.indicator].text == "40万人以上"
