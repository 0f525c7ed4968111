"""The topics window: topics, two reports side by side, a question, passages like one, the way back, empty states."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.hit_menu import hit_menu
from desktop.main_window import MainWindow
from desktop.theme import DARK
from desktop.topics.window import ALL, TopicsWindow
from index.text import Span
from tests.desktop.conftest import MakeWindow, settle
from tests.fakes import write_report


@pytest.fixture
def files(tmp_path: Path) -> list[str]:
    homes = "建设保障性住房3万套，稳定房地产市场，发展住房租赁。"
    more = "建设保障性住房5万套，稳定房地产市场。新建医院4所，增加医疗床位。"
    return [
        write_report(tmp_path, "a.txt", "四川省", 2026, homes, "地区生产总值增长5%左右。"),
        write_report(tmp_path, "b.txt", "贵州省", 2026, more, "地区生产总值增长6%左右。"),
    ]


def rest(made: TopicsWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not made.is_busy, timeout=20_000)


def shown(window: MainWindow, qtbot: QtBot) -> TopicsWindow:
    """The window over the open report, wholly read."""
    window.comparisons.topics.show()
    made = window.comparisons.topics.window
    assert made is not None
    rest(made, qtbot)
    return made


def texts(made: TopicsWindow) -> list[list[str]]:
    return [[cell.text if cell is not None else "" for cell in row] for row in made.ui.table.passages.rows]


def test_topics_of_the_open_report(window: MainWindow, qtbot: QtBot) -> None:
    made = shown(window, qtbot)
    assert made.ui.first.currentText() == "Qingdao 2024"
    assert made.ui.tree.count > 15
    first = made.ui.tree.chosen()
    assert first is not None
    assert made.ui.heading.text() == f"{first.name_en}  {first.name_zh}"
    assert len(texts(made)) == len(first.extracts)
    QTest.keyClick(made.ui.tree, Qt.Key.Key_Down)
    rest(made, qtbot)
    second = made.ui.tree.chosen()
    assert second is not None
    assert second.id != first.id
    assert len(texts(made)) == len(second.extracts)
    made.ui.line.setText("MARINE")
    assert [line.title for line in made.ui.tree.lines()] == ["Marine economy"]
    made.set_theme(DARK)
    made.grab()


def test_two_reports_side_by_side(window: MainWindow, qtbot: QtBot, files: list[str]) -> None:
    made = shown(window, qtbot)
    made.add_reports(files)
    rest(made, qtbot)
    made.set_first(files[1])
    made.set_beside(files[0])
    rest(made, qtbot)
    assert [head.split()[-2:] for head in made.heads] == [["Guizhou", "2026"], ["Sichuan", "2026"]]
    made.ui.tree.choose("housing")
    rest(made, qtbot)
    left, right = texts(made)[0]
    assert "5万套" in left
    assert "3万套" in right
    assert all(len(line.shares) == 2 for line in made.ui.tree.lines())
    made.ui.copy.click()
    copied = QApplication.clipboard().text()
    assert left in copied
    assert "—" in copied
    made.set_first(ALL)
    rest(made, qtbot)
    assert not made.ui.second.isEnabled()
    assert made.heads == ("",)


def test_a_question_in_other_words(window: MainWindow, qtbot: QtBot) -> None:
    made = shown(window, qtbot)
    made.ui.line.setText("集装箱吞吐量")
    assert made.ui.tree.count == 0
    assert made.ui.hint.isVisibleTo(made)
    QTest.keyClick(made.ui.line, Qt.Key.Key_Return)
    rest(made, qtbot)
    assert any("集装箱" in row[0] for row in texts(made))
    made.ask("zzzz")
    rest(made, qtbot)
    assert texts(made) == []
    assert made.ui.pages.currentIndex() == 1
    assert not made.ui.copy.isEnabled()


def test_passages_like_a_place_of_any_report(window: MainWindow, qtbot: QtBot, files: list[str]) -> None:
    made = shown(window, qtbot)
    made.add_reports(files)
    rest(made, qtbot)
    text = Path(files[0]).read_text(encoding="utf-8")
    at = text.index("建设保障性住房")
    window.comparisons.topics.more_like(files[0], Span(at, at + 12))
    rest(made, qtbot)
    assert made.ui.heading.text() == "More like this passage"
    assert text[at : at + 12] in made.ui.summary.text()
    there = [row[1] for row in texts(made)]
    assert any("保障性住房5万套" in words for words in there)
    report = window.view.text.report
    sentence = next(s for s in report.sentences if "城镇新增就业" in s.span.of(report.text))
    window.comparisons.topics.like(sentence.id)
    rest(made, qtbot)
    assert made.ui.first.currentText() == "Qingdao 2024"
    cells = [row[0] for row in made.ui.table.passages.rows if row[0] is not None]
    assert cells
    assert not any(cell.extract.span.overlaps(sentence.span) for cell in cells)


def test_enter_leads_to_the_passage(window: MainWindow, qtbot: QtBot, files: list[str]) -> None:
    made = shown(window, qtbot)
    made.add_reports(files)
    rest(made, qtbot)
    made.set_first(files[1])
    made.set_beside("")
    rest(made, qtbot)
    made.ui.tree.choose("health")
    rest(made, qtbot)
    QTest.keyClick(made.ui.table, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.view.text.report.path == files[1], timeout=10_000)
    settle(window, qtbot)


def test_everything_has_a_name_for_a_screen_reader(window: MainWindow, qtbot: QtBot) -> None:
    made = shown(window, qtbot)
    for widget in (made.ui.first, made.ui.second, made.ui.line, made.ui.tree, made.ui.table):
        assert widget.accessibleName()
    model = made.ui.tree.model()
    said = str(model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole))
    assert "%" in said
    assert "passage" in said
    passage = str(made.ui.table.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole))
    assert "¶" in passage


def test_without_an_encoder_the_reason_is_said(make_window: MakeWindow, qtbot: QtBot) -> None:
    window = make_window(without_models=True)
    settle(window, qtbot)
    window.comparisons.topics.show()
    made = window.comparisons.topics.window
    assert made is not None
    rest(made, qtbot)
    assert made.ui.stack.currentWidget() is made.ui.empty
    assert "encoder" in made.ui.empty.text()


def test_a_report_that_says_nothing(make_window: MakeWindow, qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_text("。\n", encoding="utf-8")
    window = make_window()
    settle(window, qtbot)
    made = shown(window, qtbot)
    made.add_reports([str(tmp_path / "empty.txt"), str(tmp_path / "none.txt")])
    rest(made, qtbot)
    made.set_beside("")
    made.set_first(str(tmp_path / "none.txt"))
    rest(made, qtbot)
    assert made.ui.stack.currentWidget() is made.ui.empty
    assert "none.txt" in made.ui.note.toolTip()


def test_a_search_result_leads_to_passages_like_it(window: MainWindow, qtbot: QtBot) -> None:
    panel = window.panes.side.search
    panel.ask("海洋经济")
    qtbot.waitUntil(lambda: bool(panel.model.hits))
    row = panel.model.hits[0]
    menu = hit_menu(row, panel, window.navigator)
    next(a for a in menu.actions() if a.text() == "More like this passage").trigger()
    assert window.comparisons.topics.window is not None
    assert window.comparisons.topics.window.isVisible()
