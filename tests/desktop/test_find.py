"""The find bar over a real window: both languages, counting, stepping, following the translation."""

from __future__ import annotations

import re

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.find.finder import FindInText
from desktop.main_window import MainWindow
from desktop.reader.text_selection import TextSelection
from index.report import Language
from tests.desktop.conftest import MakeWindow, settle
from tests.desktop_fakes import RuleTranslator

CONTROL = Qt.KeyboardModifier.ControlModifier


def finder_of(window: MainWindow) -> FindInText:
    assert window.finder is not None
    return window.finder


def look(window: MainWindow, qtbot: QtBot, words: str) -> FindInText:
    finder = finder_of(window)
    if not finder.is_open:
        QTest.keyClick(window, Qt.Key.Key_F, CONTROL)
    finder.bar.line.setText(words)
    qtbot.waitUntil(lambda: not finder.is_busy)
    return finder


def shown_words(window: MainWindow) -> str:
    finder = finder_of(window)
    place = finder.found.places[finder._at]
    return place.span.of(window.view.text.cell(place.row, place.side).text)


def test_both_languages_are_found_and_counted(window: MainWindow, qtbot: QtBot) -> None:
    text = window.view.text
    finder = look(window, qtbot, "经济")
    assert window.focusWidget() is finder.bar.line
    in_source = text.report.text.count("经济")
    assert sum(place.side is Language.ZH for place in finder.found.places) == in_source
    assert finder.bar.text() == f"1 / {len(finder.found.places)}"
    word = re.findall(r"[A-Za-z]{4,}", text.translations[text.report.sentences[5].id].target)[0]
    look(window, qtbot, word)
    targets = " ".join(t.target for t in text.translations.values()).casefold()
    in_target = sum(place.side is Language.EN for place in finder.found.places)
    assert in_target == targets.count(word.casefold()) > 0


def test_traditional_and_full_width_find_the_same(window: MainWindow, qtbot: QtBot) -> None:
    plain = look(window, qtbot, "5.9%").found
    assert plain.places
    assert look(window, qtbot, "５．９％").found == plain
    assert look(window, qtbot, "經濟發展").found == look(window, qtbot, "经济发展").found


def test_stepping_goes_round_and_back_returns(window: MainWindow, qtbot: QtBot) -> None:
    view = window.view
    view.go_to_offset(6_000)
    before = view.top_offset()
    finder = look(window, qtbot, "高质量发展")
    count = len(finder.found.places)
    first = finder.found.places[finder._at]
    assert first.row >= view.text.row_at(6_000)
    for _ in range(count):
        QTest.keyClick(finder.bar.line, Qt.Key.Key_Return)
        place = finder.found.places[finder._at]
        assert view.top_of(place.row) is not None, "the place is on screen"
        assert shown_words(window) == "高质量发展"
        assert place.row == view.text.row_of(view.selection.sentence)
    assert finder.found.places[finder._at] == first
    QTest.keyClick(finder.bar.line, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert finder.found.places[finder._at] != first
    QTest.keyClick(finder.bar.line, Qt.Key.Key_Escape)
    assert finder.bar.isHidden()
    assert view.marks.found is None
    assert window.focusWidget() is view
    window.actions_["back"].trigger()
    assert view.top_offset() == before


def test_f3_goes_on_with_what_was_used_last(window: MainWindow, qtbot: QtBot) -> None:
    finder = look(window, qtbot, "改革")
    QTest.keyClick(finder.bar.line, Qt.Key.Key_Escape)
    QTest.keyClick(window, Qt.Key.Key_F3)
    qtbot.waitUntil(lambda: not finder.is_busy)
    assert finder.is_open
    assert shown_words(window) == "改革"
    panel = window.panes.side.search
    panel.ask("养老服务")
    qtbot.waitUntil(lambda: panel.model.rowCount() > 2)
    panel.step(1)
    at = finder._at
    QTest.keyClick(window, Qt.Key.Key_F3)
    assert finder._at == at, "the search goes on, not the find bar"
    finder.open()
    qtbot.waitUntil(lambda: not finder.is_busy)
    QTest.keyClick(window, Qt.Key.Key_G, CONTROL)
    assert finder._at != at


def test_the_slash_opens_it_while_reading_only(window: MainWindow) -> None:
    window.view.setFocus()
    QTest.keyClick(window.view, Qt.Key.Key_Slash)
    assert finder_of(window).is_open
    finder_of(window).close()
    line = window.panes.side.search.line
    line.setFocus()
    QTest.keyClicks(line, "a/b")
    assert line.text() == "a/b"
    assert not finder_of(window).is_open


def test_what_is_selected_is_looked_for(window: MainWindow, qtbot: QtBot) -> None:
    row, words = 3, window.view.text.cell(3, Language.ZH).text[:4]
    window.view.marks.selection = TextSelection(Language.ZH, (row, 0), (row, 4))
    window.actions_["find"].trigger()
    finder = finder_of(window)
    qtbot.waitUntil(lambda: not finder.is_busy)
    assert finder.bar.line.text() == words
    assert finder.found.places


def test_nothing_found_is_said(window: MainWindow, qtbot: QtBot) -> None:
    finder = look(window, qtbot, "火星殖民")
    assert finder.bar.text() == "Not in the text"
    assert not finder.bar.next.isEnabled()
    window.actions_["find_next"].trigger()
    finder.bar.line.clear()
    assert finder.bar.text() == ""


def test_one_language_on_screen_is_named(window: MainWindow, qtbot: QtBot) -> None:
    finder = look(window, qtbot, "经济")
    both = len(finder.found.places)
    window.actions_["layout.zh"].trigger()
    qtbot.waitUntil(lambda: not finder.is_busy)
    assert all(place.side is Language.ZH for place in finder.found.places)
    assert len(finder.found.places) <= both
    assert finder.bar.text().endswith("中文")


def test_whole_words_are_offered_for_latin_words_alone(window: MainWindow, qtbot: QtBot) -> None:
    finder = look(window, qtbot, "经济")
    assert finder.bar.whole.isHidden()
    look(window, qtbot, "in")
    assert not finder.bar.whole.isHidden()
    loose = len(finder.found.places)
    finder.bar.whole.click()
    qtbot.waitUntil(lambda: not finder.is_busy)
    assert len(finder.found.places) < loose


def test_new_translations_are_found_and_the_place_stays(make_window: MakeWindow, qtbot: QtBot) -> None:
    window = make_window(translator=RuleTranslator(delay=0.004))
    qtbot.waitUntil(lambda: window.finder is not None)
    finder = finder_of(window)
    finder.open()
    finder.bar.line.setText("20")
    qtbot.waitUntil(lambda: bool(finder.found.places))
    early = len(finder.found.places)
    window.actions_["find_next"].trigger()
    place = finder.found.places[finder._at]
    settle(window, qtbot)
    qtbot.waitUntil(lambda: not finder.is_busy and len(finder.found.places) > early)
    assert finder.found.places[finder._at] == place


def test_another_report_is_looked_through(window: MainWindow, qtbot: QtBot, tmp_path: object) -> None:
    from pathlib import Path

    finder = look(window, qtbot, "经济")
    other = Path(str(tmp_path)) / "另一份.txt"
    other.write_text("某市政府工作报告\n一、回顾\n经济增长。\n二、安排\n发展经济，发展經濟。\n", "utf-8")
    window.open_path(str(other))
    qtbot.waitUntil(lambda: not finder.is_busy)
    assert sum(place.side is Language.ZH for place in finder.found.places) == 3
