"""The review of a report: coverage, corrections, undo, files, and what is said of a figure."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from desktop.dialogs.correction import CorrectionDialog, guess
from desktop.explained import explained
from desktop.main_window import MainWindow
from desktop.reader.hints import indicator_hint
from desktop.theme import LIGHT
from index.indicators import Indicator
from index.indicators.model import NameSource
from index.text import Span
from tests.desktop.conftest import MakeWindow, settle


def _named(window: MainWindow, text: str) -> Indicator:
    return next(i for i in window.view.text.indicators.values() if i.text == text)


def _wait_for(window: MainWindow, qtbot: QtBot, words: str, *, there: bool) -> None:
    qtbot.waitUntil(
        lambda: any(i.text == words for i in window.view.text.indicators.values()) is there, timeout=5000
    )


def test_u_shows_what_is_not_covered(window: MainWindow, qtbot: QtBot) -> None:
    window.view.setFocus()
    QTest.keyClick(window.view, Qt.Key.Key_U)
    assert window.review.is_on
    assert "%" in window.review.bar.text()
    coverage = window.review.coverage
    assert coverage is not None
    assert coverage.of_figures > 97
    QTest.keyClick(window.view, Qt.Key.Key_U)
    assert not window.review.is_on


def test_a_letter_in_a_line_is_a_letter(window: MainWindow) -> None:
    window.panes.side.show_tab("indicators")
    line = window.panes.side.indicators.line
    line.setFocus()
    QTest.keyClick(line, Qt.Key.Key_U)
    assert line.text() == "u"
    assert not window.review.is_on


def test_a_rejected_figure_opens_a_gap_that_can_be_stepped_to(window: MainWindow, qtbot: QtBot) -> None:
    figure = _named(window, "376亿元")
    window.review.toggle()
    before = window.review.bar.text()
    window.review.reject(figure.id)
    _wait_for(window, qtbot, "376亿元", there=False)
    assert window.review.bar.text() != before
    coverage = window.review.coverage
    assert coverage is not None
    assert [r.span.of(window.view.text.report.text) for r in coverage.open] == ["376"]
    plain = window.view.viewport().grab().toImage()
    window.review.step(1)
    assert window.view.marks.open_run == (coverage.open[0].span.start, coverage.open[0].span.end)
    assert "1 / 1" in window.review.bar.text()
    qtbot.waitUntil(lambda: window.view.viewport().grab().toImage() != plain)
    assert window.actions_["undo"].isEnabled()
    window.actions_["undo"].trigger()
    _wait_for(window, qtbot, "376亿元", there=True)
    window.actions_["redo"].trigger()
    _wait_for(window, qtbot, "376亿元", there=False)


def test_corrections_outlive_the_window(make_window: MakeWindow, qtbot: QtBot) -> None:
    window = make_window()
    settle(window, qtbot)
    figure = _named(window, "473个")
    corrections = window.review.corrections
    assert corrections is not None
    window.review._edited(figure, {"name": "城镇老旧小区改造", "name_en": "Old estates", "value": "474"})
    qtbot.waitUntil(lambda: window.view.text.indicators[figure.id].name_en == "Old estates", timeout=5000)
    window.close()
    again = make_window()
    settle(again, qtbot)
    changed = _named(again, "473个")
    assert changed.name_en == "Old estates"
    assert changed.name_en_source is NameSource.READER
    assert int(changed.quantity.value) == 474
    again.review.show(on=True)
    assert "(1)" in again.review.bar.list.text()
    again.review.bar.list.menu().actions()[0].trigger()
    qtbot.waitUntil(lambda: int(_named(again, "473个").quantity.value) == 473, timeout=5000)


def test_selected_words_become_a_figure(window: MainWindow, qtbot: QtBot) -> None:
    report = window.view.text.report
    start = report.text.index("世界500强")
    span = Span(start + 2, start + 5)
    window.review._added(span, {"name": "世界强企", "value": "500", "kind": "count", "period": "2023"})
    qtbot.waitUntil(lambda: "u0" in window.view.text.indicators, timeout=5000)
    made = window.view.text.indicators["u0"]
    assert made.text == "500"
    assert report.text.split("\n")[made.line][made.start : made.end] == "500"
    assert "u0" in window.panes.side.indicators.shown_ids()


def test_the_dialog_refuses_what_cannot_be(window: MainWindow, qtbot: QtBot) -> None:
    figure = _named(window, "5.9%")
    dialog = CorrectionDialog(figure, figure.text, window)
    qtbot.addWidget(dialog)
    assert dialog.fields() == {}
    dialog.lines["value"].setText("5,9 0a")
    dialog.accept()
    assert dialog.result() == 0
    assert "value" in dialog.problem.text()
    dialog.lines["value"].setText("6.1")
    dialog.boxes["status"].setCurrentIndex(1)
    dialog.accept()
    assert dialog.fields() == {"value": "6.1", "status": "target"}
    empty = CorrectionDialog(None, "x", window)
    qtbot.addWidget(empty)
    empty.accept()
    assert "name" in empty.problem.text()


def test_a_new_figure_is_guessed_from_its_words(window: MainWindow) -> None:
    report = window.view.text.report
    start = report.text.index("15760.3亿元")
    bare = Span(start, start + 7)
    whole = guess.whole(report.text, bare)
    assert whole.of(report.text) == "15760.3亿元"
    fields = guess.fields(report, whole)
    assert (fields["value"], fields["unit"], fields["period"], fields["status"]) == (
        "1576030000000",
        "CNY",
        "2023",
        "actual",
    )


def test_the_menu_offers_corrections(window: MainWindow) -> None:
    figure = _named(window, "5.9%")
    window.navigator.to_indicator(figure.id)
    box = window.view.indicator_rect(figure.id, window.view.text.source)
    assert box is not None
    menu = QMenu()
    window.view.menu_asked.emit(menu, window.view.hit_at(box.center().toPoint()))
    words = [action.text() for action in menu.actions() if action.text()]
    assert words[:7] == [
        "Correct this figure…",
        "This is no figure",
        "Correct the translation…",
        "Add to the brief",
        "Highlight",
        "Underline",
        "Write a note…",
    ]


def test_corrections_go_to_a_file_and_come_back(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    window.review.reject(_named(window, "376亿元").id)
    _wait_for(window, qtbot, "376亿元", there=False)
    window.review.export(tmp_path / "c.json")
    document = json.loads((tmp_path / "c.json").read_text("utf-8"))
    assert [c["quote"] for c in document["corrections"]] == ["376亿元"]
    window.session.undo()
    _wait_for(window, qtbot, "376亿元", there=True)
    window.review.take_in(tmp_path / "c.json")
    _wait_for(window, qtbot, "376亿元", there=False)
    window.review.take_in(tmp_path / "c.json")
    corrections = window.review.corrections
    assert corrections is not None
    assert len(corrections.all()) == 1


@pytest.mark.parametrize("name", ["missing.json", "bad.json"])
def test_a_file_that_is_none_is_told_in_the_notice_bar(window: MainWindow, tmp_path: Path, name: str) -> None:
    (tmp_path / "bad.json").write_text("{")
    window.review.take_in(tmp_path / name)
    assert name in window.notice.text()


# --- what is said of a figure


def test_a_figure_is_explained_in_english_with_its_counterpart(window: MainWindow) -> None:
    text = window.view.text
    facts = explained(text, _named(window, "15760.3亿元"))
    assert facts.spoken == "RMB 1,576.03 billion"
    growth = explained(text, _named(window, "5.9%"))
    assert growth.counterparts[0].words == "2024 target: 5.5%左右  (≈ −0.4 pp)"
    assert "same indicator" in growth.counterparts[0].reason
    hint = indicator_hint(text, _named(window, "5.9%").id, LIGHT)
    assert "5.5%左右" in hint
    assert "1 / 2" in hint


def test_brackets_walk_the_figures_and_alt_their_mentions(window: MainWindow) -> None:
    first = _named(window, "5.9%")
    window.navigator.to_indicator(first.id)
    window.view.setFocus()
    QTest.keyClick(window.view, Qt.Key.Key_BracketRight)
    ids = list(window.view.text.indicators)
    assert window.selection.indicator == ids[ids.index(first.id) + 1]
    QTest.keyClick(window.view, Qt.Key.Key_BracketLeft)
    assert window.selection.indicator == first.id
    window.actions_["next_mention"].trigger()
    assert window.selection.indicator == first.links[0]
    card = window.panes.side.card
    assert card.place.text() == "2 / 2"
    QTest.mouseClick(card.next, Qt.MouseButton.LeftButton)
    assert window.selection.indicator == first.id
