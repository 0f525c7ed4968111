"""Saved searches in the window: kept, run again after reports were added, undone."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from desktop.main_window import MainWindow
from desktop.searches import LIMIT, Findings, Searches
from index.errors import UnreadableReport, UnwritableFolder
from index.readers import open_report
from index.saved_searches import SavedSearch, Scope
from tests.desktop.conftest import MakeWindow, settle

QUERY = "养老服务"
TITLE = "丹山市政府工作报告（2025年）"
NEW = f"{TITLE}\n\n一、民生\n养老服务体系更加健全，新建养老服务站300处。\n"


def searches_of(window: MainWindow) -> Searches:
    assert window.searches is not None
    return window.searches


def run(window: MainWindow, qtbot: QtBot, key: str) -> Findings:
    searches = searches_of(window)
    with qtbot.waitSignal(searches.found, timeout=30_000) as caught:
        assert searches.run(key) is not None
    findings = caught.args[0]
    assert isinstance(findings, Findings)
    return findings


def settled(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not searches_of(window).is_busy, timeout=30_000)


def saved(window: MainWindow, query: str = QUERY, scope: Scope = Scope.LIBRARY) -> SavedSearch:
    made = searches_of(window).save(query, scope)
    assert made is not None
    return made


def add_report(window: MainWindow, tmp_path: Path, words: str = NEW) -> Path:
    path = tmp_path / "new.txt"
    path.write_text(words, "utf-8")
    window.services.library().remember_report(open_report(str(path)))
    return path


def test_without_any_the_store_is_not_opened(window: MainWindow) -> None:
    searches = searches_of(window)
    assert searches.all() == ()
    assert searches.find("x") is None
    assert searches.run("x") is None
    assert searches.look_for_new() is None
    assert not searches.delete("x")
    assert searches.save("   ") is None
    assert not window.services.has_annotations


def test_what_is_new_since_the_last_run(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    made = saved(window)
    settled(window, qtbot)
    first = run(window, qtbot, made.id)
    assert first.new == ()  # it was all there when the search was saved
    assert 0 < len(first.hits) <= LIMIT
    add_report(window, tmp_path)
    again = run(window, qtbot, made.id)
    assert {p.report_title for p in again.new} == {TITLE}
    assert any("300处" in p.text for p in again.new)
    assert len(again.hits) > len(again.new)
    assert run(window, qtbot, made.id).new == ()


def test_the_new_are_counted_without_being_seen(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    searches, made = searches_of(window), saved(window)
    other = saved(window, "经济增长", Scope.REPORT)
    settled(window, qtbot)
    add_report(window, tmp_path)
    counts: list[tuple[str, int]] = []
    searches.counted.connect(lambda key, number: counts.append((key, number)))
    for _ in range(2):
        counts.clear()
        assert searches.look_for_new() is not None
        settled(window, qtbot)
        assert dict(counts)[made.id] >= 1
        assert dict(counts)[other.id] == 0
    assert len(run(window, qtbot, made.id).new) == dict(counts)[made.id]


def test_a_run_can_leave_the_new_as_new(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    searches = searches_of(window)
    made = searches.save(QUERY, Scope.LIBRARY, "Old age")
    assert made is not None
    assert (made.name, made.report) == ("Old age", "")
    settled(window, qtbot)
    add_report(window, tmp_path)
    for _ in range(2):
        with qtbot.waitSignal(searches.found, timeout=30_000) as caught:
            searches.run(made.id, mark=False)
        assert caught.args[0].new
    searches.mark_seen(made.id, caught.args[0].hits)
    assert run(window, qtbot, made.id).new == ()


def test_two_searches_saved_at_once_are_both_looked_up(window: MainWindow, qtbot: QtBot) -> None:
    made = [saved(window, query) for query in (QUERY, "经济增长", "海洋经济")]
    settled(window, qtbot)
    assert all(search.seen for search in searches_of(window).all())
    assert [run(window, qtbot, search.id).new for search in made] == [(), (), ()]


def test_a_search_of_a_report_runs_when_another_is_open(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    path = add_report(window, tmp_path)
    window.open_path(str(path))
    settle(window, qtbot)
    made = saved(window, QUERY, Scope.REPORT)
    window.open_sample()
    settle(window, qtbot)
    findings = run(window, qtbot, made.id)
    assert {p.report_title for p in findings.hits} == {TITLE}
    # A newer text of the same report takes its place.
    add_report(window, tmp_path, NEW + "养老服务补贴提高到每月200元。\n")
    window.services.library().forget_report(made.report)
    findings = run(window, qtbot, made.id)
    assert [p.text for p in findings.new] == ["养老服务补贴提高到每月200元。"]
    for known in window.services.library().reports():
        if known.title == made.title:
            window.services.library().forget_report(known.id)
    with qtbot.waitSignal(searches_of(window).failed) as caught:
        searches_of(window).run(made.id)
    assert isinstance(caught.args[0], UnreadableReport)


def test_saving_renaming_and_deleting_are_undone(window: MainWindow, qtbot: QtBot) -> None:
    searches = searches_of(window)
    heard: list[int] = []
    searches.changed.connect(lambda: heard.append(len(searches.all())))
    made = saved(window, "  养老   服务 ")
    assert (made.name, made.query) == ("养老 服务", "养老 服务")
    assert searches.rename(made.id, "Old age")
    assert not searches.rename(made.id, "Old age")
    assert not searches.rename(made.id, " ")
    run(window, qtbot, made.id)
    assert searches.delete(made.id)
    assert searches.all() == ()
    window.actions_["undo"].trigger()
    (back,) = searches.all()
    assert back.name == "Old age"
    assert back.seen
    window.actions_["undo"].trigger()
    assert searches.all()[0].name == "养老 服务"
    assert searches.all()[0].seen
    window.actions_["undo"].trigger()
    assert searches.all() == ()
    window.actions_["redo"].trigger()
    assert heard == [1, 1, 0, 1, 1, 0, 1]


def test_they_are_there_again_and_undo_outlives_the_report(make_window: MakeWindow, qtbot: QtBot) -> None:
    first = make_window()
    settle(first, qtbot)
    saved(first)
    first.open_sample()
    settle(first, qtbot)
    assert first.actions_["undo"].isEnabled()
    first.close()
    again = make_window()
    settle(again, qtbot)
    assert [search.query for search in searches_of(again).all()] == [QUERY]


def test_what_cannot_be_kept_is_told(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise UnwritableFolder("here", "full")

    monkeypatch.setattr(window.services.annotations(), "put", refuse)
    assert searches_of(window).save(QUERY) is None
    assert "kept" in window.notice.text()
    assert not window.actions_["undo"].isEnabled()


def actions_of(menu: QMenu) -> dict[str, QAction]:
    return {action.text(): action for action in menu.actions()}


def test_the_panel_saves_runs_and_marks_what_is_new(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    panel = window.panes.side.search
    menu = panel.saved.menu()
    assert panel.saved.text() == "☆"
    assert not actions_of(menu)["Save this search"].isEnabled()
    panel.scope.all.trigger()
    panel.ask(QUERY)
    qtbot.waitUntil(lambda: bool(panel.model.hits), timeout=30_000)
    actions_of(menu)["Save this search"].trigger()
    settled(window, qtbot)
    assert panel.saved.text() == "★"
    panel.scope.here.trigger()
    panel.line.clear()
    add_report(window, tmp_path)
    searches_of(window).look_for_new()
    qtbot.waitUntil(lambda: panel.saved.text() != "★", timeout=30_000)
    assert panel.saved.text() == "★ 1"
    actions_of(menu)[f"{QUERY}  —  1 new"].trigger()
    assert panel.line.text() == QUERY
    assert panel.scope.everywhere
    qtbot.waitUntil(lambda: bool(panel.delegate.new) and bool(panel.model.hits), timeout=30_000)
    marked = [
        row
        for row in panel.model.hits
        if (row.passage.report_id, row.passage.sentence_id) in panel.delegate.new
    ]
    assert [row.passage.report_title for row in marked] == [TITLE]
    assert "1 new" in panel.count.text()
    assert panel.saved.text() == "★", "it was looked at"


def test_the_panel_deletes_with_undo(window: MainWindow, qtbot: QtBot) -> None:
    panel = window.panes.side.search
    saved(window)
    settled(window, qtbot)
    actions_of(panel.saved.deleting)[QUERY].trigger()
    qtbot.waitUntil(lambda: panel.saved.text() == "☆")
    window.actions_["undo"].trigger()
    qtbot.waitUntil(lambda: panel.saved.text() == "★")
