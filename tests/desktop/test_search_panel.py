"""The search panel: figures, headings, reasons, filters and their completion, one report or all."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from desktop.answers import Answer
from desktop.hit_menu import hit_menu
from desktop.itemmodels.hits import FigureRow, GroupRow, HitRow, HitsModel, in_groups
from desktop.main_window import MainWindow
from desktop.panels.search import SearchPanel
from desktop.panels.search_completion import FilterCompletion, suggest
from index.readers import open_report
from index.search import Passage
from index.text import Span
from tests.desktop.conftest import MakeWindow, settle
from tests.desktop_fakes import FakeServices

SPECS = Path(__file__).resolve().parents[1] / "specs" / "reports"


def hit(rank: int, path: str) -> HitRow:
    text = f"第{rank}句"
    found = Passage(rank, 1.0 / rank, "r", "t", path, f"s{rank}", Span(0, len(text)), 0, 0, len(text), text)
    return HitRow(found, path, text, "", "Words: 句")


def found(panel: SearchPanel, qtbot: QtBot, query: str) -> tuple[HitRow, ...]:
    panel.ask(query)
    qtbot.waitUntil(lambda: bool(panel.model.hits) and panel.delegate.queries[0] == query, timeout=10_000)
    return panel.model.hits


def test_results_stand_under_their_headings_the_best_first(qtbot: QtBot) -> None:
    rows = in_groups((hit(1, "二、"), hit(2, "一、"), hit(3, "二、")))
    assert [row.title if isinstance(row, GroupRow) else getattr(row, "text", "") for row in rows] == [
        "二、", "第1句", "第3句", "一、", "第2句",
    ]  # fmt: skip
    model = HitsModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.set_rows(rows)
    assert [model.next_of(-1, 1), model.next_of(2, 1), model.next_of(4, 1), model.next_of(1, -1)] == [
        1,
        4,
        1,
        4,
    ]
    assert model.flags(model.index(0)) == Qt.ItemFlag.NoItemFlags
    assert "Words" in str(model.index(1).data(Qt.ItemDataRole.ToolTipRole))
    model.set_rows(())
    assert model.next_of(-1, 1) == -1
    del tester


def test_a_figure_that_is_asked_for_is_a_card_on_top(window: MainWindow, qtbot: QtBot) -> None:
    panel = window.panes.side.search
    found(panel, qtbot, "全市生产总值增长目标")
    first = panel.model.rows[0]
    assert isinstance(first, FigureRow)
    assert first.indicator.text == "5.5%左右"
    assert "2024" in first.facts
    assert "5.9%" in first.other, "its counterpart of the year before"
    panel.line.setFocus()
    QTest.keyClick(panel.line, Qt.Key.Key_Return)
    assert window.selection.indicator == first.indicator.id


def test_every_passage_says_why_on_demand(window: MainWindow, qtbot: QtBot) -> None:
    panel = window.panes.side.search
    hits = found(panel, qtbot, "乡村振兴")
    assert "Words: " in hits[0].why
    assert "乡村" in hits[0].why
    assert "Meaning" in hits[0].why
    at = panel.model.index(panel.model.rows.index(hits[0]))
    before = panel.list.visualRect(at).height()
    panel.why.setChecked(True)
    qtbot.waitUntil(lambda: panel.list.visualRect(at).height() > before)
    panel.why.setChecked(False)
    qtbot.waitUntil(lambda: panel.list.visualRect(at).height() == before)


def test_filters_narrow_and_an_empty_answer_offers_to_lift_them(window: MainWindow, qtbot: QtBot) -> None:
    panel = window.panes.side.search
    hits = found(panel, qtbot, "has:target 增长")
    known = window.view.text.indicators.values()
    targets = {i.sentence_id for i in known if str(i.status) == "target"}
    assert {row.passage.sentence_id for row in hits} <= targets
    panel.ask('增长 "这句话不在报告里"')
    qtbot.waitUntil(lambda: panel.stack.currentWidget() is panel.empty)
    assert "Nothing within these limits" in panel.empty.text()
    assert panel.empty.suggestion.text() == "增长 这句话不在报告里"
    QTest.mouseClick(panel.empty.suggestion, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(panel.model.hits))


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("", "Ask in your own words"),
        ("？！", "No words"),
        ("section:无此章", "Nothing within"),
        ('"', "No words"),
    ],
)
def test_an_empty_answer_says_what_to_try(window: MainWindow, qtbot: QtBot, query: str, words: str) -> None:
    panel = window.panes.side.search
    found(panel, qtbot, "增长")
    panel.ask(query)
    qtbot.waitUntil(lambda: panel.stack.currentWidget() is panel.empty)
    assert words in panel.empty.text()


@pytest.mark.parametrize(
    "query", ["x" * 10_000, "'; DROP TABLE x; --", "AND OR NOT *", "croissance économique", "👍", "\x00\u202e", "经济" * 5_000]
)  # fmt: skip
def test_nothing_typed_is_an_error(window: MainWindow, qtbot: QtBot, query: str) -> None:
    panel = window.panes.side.search
    answers: list[Answer] = []
    window.session.hits_found.connect(answers.append)
    panel.ask(query)
    qtbot.waitUntil(lambda: bool(answers), timeout=10_000)
    assert not window.notice.isVisible()


def test_completion_offers_keys_then_values() -> None:
    values = {"section": ["工作回顾", "2024年 安排"], "report": ["青岛", "西藏"], "year": ["2026", "2024"]}

    def of(key: str) -> list[str]:
        return values[key]

    assert suggest("se", of) == ("section:",)
    assert suggest("s", of) == ()
    assert suggest("has:t", of) == ("has:target",)
    assert suggest("含:", of, chinese=True)[0] == "含:目标"
    assert suggest("章", of) == ("章节:",)
    assert suggest("section:", of) == ("section:工作回顾", 'section:"2024年 安排"')
    assert suggest("report:藏", of) == ("report:西藏",)
    assert suggest("year:202", of) == ("year:2026", "year:2024")
    assert suggest("year:2024", of) == ()
    assert suggest("http://", of) == ()
    assert suggest("", of) == ()


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_completion_takes_the_word_at_the_cursor(qtbot: QtBot) -> None:
    line = QLineEdit()
    qtbot.addWidget(line)
    completion = FilterCompletion(line, lambda _: ["一 二", "三"])
    line.show()
    QTest.keyClicks(line, "jobs sec")
    assert completion.suggestions() == ("section:",)
    completion.insert("section:")
    assert line.text() == "jobs section:"
    assert completion.suggestions() == ('section:"一 二"', "section:三")
    completion.insert('section:"一 二"')
    assert line.text() == 'jobs section:"一 二" '
    line.setCursorPosition(3)
    assert completion.suggestions() == ()


def test_filters_are_completed_from_the_open_report(window: MainWindow) -> None:
    panel = window.panes.side.search
    panel.line.setText("section:")
    offered = panel.completion.suggestions()
    assert offered
    assert all(each.startswith("section:") for each in offered)


def test_the_menu_copies_and_searches_on(window: MainWindow, qtbot: QtBot) -> None:
    panel = window.panes.side.search
    row = found(panel, qtbot, "海洋经济")[0]
    menu = hit_menu(row, panel, window.navigator)
    actions = {action.text(): action for action in menu.actions()}
    actions["Copy with its translation and source"].trigger()
    copied = QApplication.clipboard().text().split("\n")
    assert copied == [row.text, row.translation, f"— {row.path}"]
    actions["Search for this"].trigger()
    assert panel.line.text() == row.passage.text
    actions["Go to the passage"].trigger()
    assert window.selection.sentence == row.passage.sentence_id


def test_all_reports_are_searched_and_a_passage_opens_its_report(
    make_window: MakeWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    services = FakeServices(tmp_path / "data")
    other = tmp_path / "tibet-2026.txt"
    other.write_bytes((SPECS / "tibet-2026.txt").read_bytes())
    services.library().remember_report(open_report(other))
    window = make_window(services=services)
    settle(window, qtbot)
    panel = window.panes.side.search
    panel.ask("青稞")
    panel.scope.all.trigger()
    qtbot.waitUntil(lambda: any(row.file for row in panel.model.hits), timeout=20_000)
    row = next(row for row in panel.model.hits if row.file)
    assert row.file == str(other)
    assert row.passage.report_title in row.path
    assert "西藏" in row.path
    assert "青稞" in row.text
    qtbot.waitUntil(lambda: all(each.translation for each in panel.model.hits), timeout=10_000)
    window.navigator.to_hit(row)
    qtbot.waitUntil(lambda: window.view.text.report.path == str(other))
    assert panel.model.hits, "the answer over all reports stays when one of them is opened"
    settle(window, qtbot)
    panel.scope.here.trigger()
    qtbot.waitUntil(lambda: bool(panel.model.hits) and not any(each.file for each in panel.model.hits))


def test_another_encoder_renews_the_library_behind_the_work(window: MainWindow, qtbot: QtBot) -> None:
    session = window.session
    session.renew_library()
    assert not session._lanes["library"].busy, "it was never searched: nothing to be made anew"
    with qtbot.waitSignal(session.library_progressed, timeout=20_000, check_params_cb=lambda a, b: a == b):
        session.take_in()
    with qtbot.waitSignal(session.library_progressed, timeout=20_000, check_params_cb=lambda a, b: a == b):
        session.renew_library()
