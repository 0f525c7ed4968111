"""The window as a person uses it."""

from __future__ import annotations

import csv
import json
import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QApplication, QHeaderView, QLineEdit
from pytestqt.qtbot import QtBot

from desktop.itemmodels.hits import HIT_ROLE, FigureRow, HitRow
from desktop.itemmodels.outline import SECTION_ROLE
from desktop.main_window import MainWindow
from desktop.messages import crash_report
from desktop.panels.search import SearchPanel
from desktop.panels.side import TABS
from index.report import Language
from tests.desktop.conftest import MakeWindow, settle
from tests.desktop_fakes import BrokenServices, FakeServices, RuleTranslator


def type_words(line: QLineEdit, words: str) -> None:
    line.setFocus()
    line.clear()
    for word in words:  # QTest types ASCII alone; Chinese comes from an input method, a piece at a time
        line.insert(word)


def test_the_text_is_there_before_anything_else(make_window: MakeWindow, qtbot: QtBot) -> None:
    window = make_window(translator=RuleTranslator(delay=0.02))
    assert window.view.text.rows
    assert "青岛市" in window.windowTitle()
    assert not window.view.text.translations
    settle(window, qtbot)
    assert len(window.view.text.translations) == len(window.view.text.report.sentences)
    assert window.view.text.indicators
    assert "figures" in window.view.facts


def test_work_is_done_off_the_ui_thread(window: MainWindow) -> None:
    services = window.services
    assert isinstance(services, FakeServices)
    assert services.rule.threads
    assert threading.main_thread().name not in services.rule.threads


def test_what_is_on_screen_is_translated_first(make_window: MakeWindow, qtbot: QtBot) -> None:
    window = make_window(translator=RuleTranslator(delay=0.06))
    qtbot.waitUntil(lambda: len(window.view.text.translations) > 10)
    window.view.go_to_offset(window.view.text.rows[60].span.start)
    visible = set(window.view.visible_sentences())
    qtbot.waitUntil(lambda: visible <= set(window.view.text.translations), timeout=15_000)
    assert not window.session.translation_done


def test_progress_is_told_and_can_be_paused_and_resumed(make_window: MakeWindow, qtbot: QtBot) -> None:
    window = make_window(translator=RuleTranslator(delay=0.02))
    progress = window.panes.progress
    qtbot.waitUntil(lambda: progress.isVisible() and "/542" in progress.text())
    QTest.mouseClick(progress.button, Qt.MouseButton.LeftButton)
    assert "paused" in progress.text()
    qtbot.wait(120)
    count = len(window.view.text.translations)
    qtbot.wait(120)
    assert len(window.view.text.translations) == count < 542
    QTest.mouseClick(progress.button, Qt.MouseButton.LeftButton)
    settle(window, qtbot)
    qtbot.waitUntil(lambda: not progress.isVisible())


def test_a_second_opening_shows_the_kept_translation(
    make_window: MakeWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    settle(make_window(services=FakeServices(tmp_path / "kept")), qtbot)
    again = FakeServices(tmp_path / "kept")
    window = make_window(services=again)
    settle(window, qtbot)
    assert again.rule.asked == []


def chosen_sentence(panel: SearchPanel) -> str:
    """The sentence of the chosen result, a passage or a figure."""
    row = panel.list.currentIndex().data(HIT_ROLE)
    return row.passage.sentence_id if isinstance(row, HitRow) else str(row.indicator.sentence_id)


def test_searching_while_typing_and_going_there(window: MainWindow, qtbot: QtBot) -> None:
    panel, view = window.panes.side.search, window.view
    control, shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(window, Qt.Key.Key_F, control | shift)
    assert window.focusWidget() is panel.line
    type_words(panel.line, "外贸进出口")
    qtbot.waitUntil(lambda: len(panel.model.hits) > 3)
    hits = panel.model.hits
    assert any("进出口" in row.text for row in hits[:3])
    assert all(row.translation and row.path and row.why for row in hits)
    before = view.top_offset()
    QTest.keyClick(panel.line, Qt.Key.Key_Return)
    first = chosen_sentence(panel)
    assert view.selection.sentence == first
    assert view.sentence_rect(first, Language.ZH) is not None
    QTest.keyClick(window, Qt.Key.Key_F3)
    assert view.selection.sentence == chosen_sentence(panel)
    QTest.keyClick(window, Qt.Key.Key_F3, Qt.KeyboardModifier.ShiftModifier)
    assert view.selection.sentence == first
    QTest.keyClick(panel.line, Qt.Key.Key_Escape)
    assert window.focusWidget() is view
    for _ in range(3):
        window.actions_["back"].trigger()
    assert view.top_offset() == before


def test_arrow_keys_walk_the_results(window: MainWindow, qtbot: QtBot) -> None:
    panel = window.panes.side.search
    panel.ask("养老")
    qtbot.waitUntil(lambda: panel.model.rowCount() > 2)
    panel.line.setFocus()
    QTest.keyClick(panel.line, Qt.Key.Key_Down)
    assert window.focusWidget() is panel.list
    first = panel.list.currentIndex().row()
    QTest.keyClick(panel.list, Qt.Key.Key_Down)
    second = panel.list.currentIndex().row()
    assert second > first
    assert isinstance(panel.model.rows[second], (HitRow, FigureRow)), "headings are passed over"
    QTest.keyClick(panel.list, Qt.Key.Key_Return)
    assert window.selection.sentence == chosen_sentence(panel)
    QTest.keyClick(panel.list, Qt.Key.Key_Up)
    QTest.keyClick(panel.list, Qt.Key.Key_Up)
    assert window.focusWidget() is panel.line


def test_clicking_a_result_goes_there(window: MainWindow, qtbot: QtBot) -> None:
    panel = window.panes.side.search
    panel.ask("增长")
    qtbot.waitUntil(lambda: len(panel.model.hits) > 2)
    at = panel.model.rows.index(panel.model.hits[2])
    index = panel.model.index(at)
    panel.list.scrollTo(index)
    point = panel.list.visualRect(index).center()
    QTest.mouseClick(panel.list.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert window.selection.sentence == panel.model.hits[2].passage.sentence_id


def test_an_empty_search_offers_examples_that_work(window: MainWindow, qtbot: QtBot) -> None:
    panel = window.panes.side.search
    assert panel.stack.currentWidget() is panel.empty
    link = panel.empty._links[1]
    QTest.mouseClick(link, Qt.MouseButton.LeftButton)
    assert panel.line.text() == link.text()
    qtbot.waitUntil(lambda: panel.model.rowCount() > 0)
    panel.line.clear()
    qtbot.waitUntil(lambda: panel.model.rowCount() == 0)
    assert "Ask" in panel.empty.text()


def test_the_outline_follows_and_leads(window: MainWindow, qtbot: QtBot) -> None:
    outline, view = window.panes.outline, window.view
    sections = view.text.report.sections
    last = list(sections[-1].walk())[-1]
    view.go_to_offset(last.heading.start)
    current = outline.tree.currentIndex().data(SECTION_ROLE)
    assert sections[-1].span.contains(current.span)
    target = sections[1]
    index = outline.model.index_of(target)
    outline.tree.scrollTo(index)
    point = outline.tree.visualRect(index).center()
    QTest.mouseClick(outline.tree.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert view.text.row_at(target.heading.start) in view.visible_rows()
    window.actions_["back"].trigger()
    assert view.text.row_at(last.heading.start) in view.visible_rows()
    window.actions_["forward"].trigger()
    assert view.text.row_at(target.heading.start) in view.visible_rows()


def test_a_row_of_the_table_leads_to_the_figure(window: MainWindow) -> None:
    window.panes.side.show_tab("indicators")
    table = window.panes.side.indicators.table
    index = table.model().index(40, 0)
    table.scrollTo(index)
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=table.visualRect(index).center())
    chosen = window.view.text.indicators[window.selection.indicator]
    assert chosen.text == index.siblingAtColumn(1).data()
    assert window.view.indicator_rect(chosen.id, Language.ZH) is not None
    card = window.panes.side.card
    assert card.isVisible()
    assert card._value.text() == chosen.text


def test_the_card_leads_to_the_counterpart_and_so_does_the_key(window: MainWindow) -> None:
    growth = next(i for i in window.view.text.indicators.values() if i.text == "5.9%" and i.links)
    window.navigator.to_indicator(growth.id)
    chip = next(b for b in window.panes.side.card.findChildren(QAbstractButton) if "5.5%左右" in b.text())
    QTest.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert window.selection.indicator == growth.links[0]
    window.view.setFocus()
    QTest.keyClick(window.view, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert window.selection.indicator == growth.id
    window.actions_["next_indicator"].trigger()
    ids = list(window.view.text.indicators)
    assert window.selection.indicator == ids[ids.index(growth.id) + 1]


def test_a_filter_that_hides_the_chosen_figure_gives_way(window: MainWindow) -> None:
    panel = window.panes.side.indicators
    panel.line.setText("no such figure")
    assert panel.filter.rowCount() == 0
    growth = next(i for i in window.view.text.indicators.values() if i.text == "5.9%")
    window.selection.choose_indicator(growth.id)
    assert panel.line.text() == ""
    assert panel.table.currentIndex().siblingAtColumn(1).data() == "5.9%"


def test_exporting_indicators(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    count = len(window.view.text.indicators)
    window.panes.figures.export(tmp_path / "i.csv", "csv")
    with (tmp_path / "i.csv").open(encoding="utf-8-sig", newline="") as file:
        assert len(list(csv.DictReader(file))) == count
    window.panes.figures.export(tmp_path / "i.json", "json")
    records = [json.loads(line) for line in (tmp_path / "i.json").read_text("utf-8").splitlines()]
    assert len(records) == count
    assert {"id", "name", "value", "unit", "period", "status"} <= set(records[0])
    window.panes.figures.export(tmp_path / "no" / "such" / "i.csv", "csv")
    assert "Cannot write" in window.notice.text()


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("empty.txt", b"", "empty"),
        ("blank.txt", b"  \n\n ", "blank"),
        ("binary.txt", bytes(range(256)) * 40, ""),
        ("picture.txt", b"\x89PNG\r\n\x1a\n" + b"\0" * 100, ""),
        ("missing.txt", None, "no such file"),
    ],
)
def test_a_file_that_cannot_be_read_is_one_notice(
    window: MainWindow, tmp_path: Path, name: str, content: bytes | None, said: str
) -> None:
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content)
    report = window.view.text.report
    window.open_path(str(path))
    assert window.notice.isVisible()
    assert name in window.notice.text()
    assert said in window.notice.text()
    assert "\n" not in window.notice.text()
    assert window.view.text.report is report
    QTest.mouseClick(window.notice.close_button, Qt.MouseButton.LeftButton)
    assert not window.notice.isVisible()


def test_a_folder_is_no_report(window: MainWindow, tmp_path: Path) -> None:
    window.open_path(str(tmp_path))
    assert "folder" in window.notice.text()


def test_a_very_large_file_is_read_in_the_background(
    make_window: MakeWindow, qtbot: QtBot, tmp_path: Path, sample_path: Path
) -> None:
    path = tmp_path / "large.txt"
    path.write_text(sample_path.read_text("utf-8") * 30, encoding="utf-8")
    window = make_window()
    settle(window, qtbot)
    window.open_path(str(path))
    assert window.session.is_opening
    qtbot.waitUntil(lambda: window.view.text.report.path == str(path), timeout=30_000)
    assert len(window.view.text.rows) > 1000
    window.session.stop_translating()


def test_without_models_the_text_and_its_figures_are_there(make_window: MakeWindow, qtbot: QtBot) -> None:
    window = make_window(without_models=True)
    settle(window, qtbot)
    assert window.view.text.indicators
    notices = {window.notice.text()}
    window.notice.dismiss()
    notices.add(window.notice.text())
    assert any("translation" in n for n in notices)
    assert any("search" in n for n in notices)
    window.notice.dismiss()
    assert window.notice.text() == ""
    assert window.view.text.cell(3, Language.EN).text == "No translation"
    window.panes.search_for("anything")
    qtbot.wait(150)
    assert "No search" in window.panes.side.search.empty.text()
    assert not window.panes.progress.isVisible()


def test_a_data_folder_that_cannot_be_written_costs_only_the_caches(
    make_window: MakeWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    blocked = tmp_path / "blocked"
    blocked.write_text("")
    window = make_window(services=FakeServices(blocked / "data"))
    settle(window, qtbot)
    assert len(window.view.text.translations) == len(window.view.text.report.sentences)
    assert "Nothing can be kept" in window.notice.text()
    window.panes.search_for("养老")
    qtbot.waitUntil(lambda: window.panes.side.search.model.rowCount() > 0)


def test_broken_settings_are_one_notice(make_window: MakeWindow, qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "settings.toml").write_text("theme = [")
    window = make_window(services=FakeServices(tmp_path / "data"))
    qtbot.waitUntil(lambda: "settings could not be read" in window.notice.text())


def test_a_fault_of_the_reader_makes_a_crash_report(
    make_window: MakeWindow, qtbot: QtBot, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    window = make_window(services=BrokenServices(tmp_path / "data"))
    qtbot.waitUntil(lambda: len(window.view.text.translations) > 20)
    said = capsys.readouterr().err
    assert "internal fault: RuntimeError: a fault for the test" in said
    assert "Traceback" in said
    assert window.view.text.rows


def test_the_crash_dialog_can_be_copied(qtbot: QtBot) -> None:
    from desktop.dialogs.crash import CrashDialog

    dialog = CrashDialog(crash_report(ValueError("oops")))
    qtbot.addWidget(dialog)
    dialog._copy()
    assert "ValueError: oops" in QApplication.clipboard().text()


def test_choices_are_remembered(make_window: MakeWindow, qtbot: QtBot, tmp_path: Path) -> None:
    window = make_window(services=FakeServices(tmp_path / "kept"))
    settle(window, qtbot)
    window.set_layout("interleaved")
    window.set_theme("dark")
    window.set_script("traditional")
    window.set_zoom(140)
    window.view.go_to_offset(window.view.text.rows[50].span.start)
    place = window.view.top_offset()
    window.close()
    services = FakeServices(tmp_path / "kept")
    chosen = services.settings
    assert (chosen.layout, chosen.theme, chosen.script, chosen.zoom) == (
        "interleaved",
        "dark",
        "traditional",
        140,
    )
    assert chosen.last_offset == place
    again = MainWindow(services)
    again.open_path(chosen.last_report, chosen.last_offset)
    again.show()
    qtbot.waitExposed(again)
    assert again.view.mode == "interleaved"
    assert again.view.style_.theme.is_dark
    assert again.view.top_offset() == place
    assert again.recent_menu.actions()[0].text() == "qingdao-2024.txt"
    again.close()
    again.deleteLater()


def test_the_script_toggle_changes_glyphs_only(window: MainWindow) -> None:
    view = window.view
    before = view.text.cell(4, Language.ZH).text
    window.set_script("traditional")
    after = view.text.cell(4, Language.ZH).text
    assert after != before
    assert len(after) == len(before)
    outline = window.panes.outline.model
    assert "顧" in outline.index(0, 0).data()
    window.set_script("written")
    assert view.text.cell(4, Language.ZH).text == before
    assert "顾" in outline.index(0, 0).data()


def test_themes_have_readable_contrast() -> None:
    from desktop.theme import DARK, LIGHT

    def light(colour: str) -> float:
        parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
        linear = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    def contrast(a: str, b: str) -> float:
        high, low = sorted((light(a), light(b)), reverse=True)
        return (high + 0.05) / (low + 0.05)

    for theme in (LIGHT, DARK):
        for ground in (theme.paper, theme.chrome, theme.raised):
            for ink in (theme.text, theme.second, theme.muted, theme.accent, theme.warning):
                assert contrast(ink, ground) >= 4.5, (theme.name, ink, ground)
        for tint in (
            theme.hover,
            theme.current,
            theme.flash,
            theme.actual_soft,
            theme.target_soft,
            theme.selection,
        ):
            assert contrast(theme.text, tint) >= 4.5, (theme.name, tint)


def test_files_can_be_dropped(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    path = tmp_path / "other.txt"
    path.write_text("一、工作回顾\n全年增长6.1%。\n", encoding="utf-8")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    actions, buttons = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    enter = QDragEnterEvent(QPoint(5, 5), actions, data, buttons, Qt.KeyboardModifier.NoModifier)
    window.dragEnterEvent(enter)
    assert enter.isAccepted()
    window.dropEvent(QDropEvent(QPointF(5, 5), actions, data, buttons, Qt.KeyboardModifier.NoModifier))
    assert window.view.text.report.path == str(path)
    settle(window, qtbot)
    window.actions_["back"].trigger()
    assert window.view.text.report.path != str(path)
    settle(window, qtbot)


def test_an_english_report_is_read_too(make_window: MakeWindow, qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "english.txt"
    path.write_text("I. Review\nGDP grew by 5.2 percent last year. Exports rose.\n", encoding="utf-8")
    window = make_window(str(path))
    settle(window, qtbot)
    assert window.view.text.source is Language.EN
    assert window.view.layouts.columns[0].side is Language.EN
    assert "No model" in window.notice.text()


def test_every_control_can_be_reached_and_has_a_name(window: MainWindow) -> None:
    kinds = (QAbstractButton, QLineEdit, QAbstractItemView)
    for tab in TABS:
        window.panes.side.show_tab(tab)
        for widget in (
            window.findChildren(kinds[0]) + window.findChildren(kinds[1]) + window.findChildren(kinds[2])
        ):
            if (
                isinstance(widget, QHeaderView)
                or not widget.isVisible()
                or widget.objectName().startswith("qt_")
            ):
                continue
            named = widget.accessibleName() or getattr(widget, "text", str)() or widget.toolTip()
            assert named or isinstance(widget.parent(), QLineEdit), widget


def test_panes_take_the_focus_in_turn(window: MainWindow) -> None:
    window.view.setFocus()
    seen = []
    for _ in range(3):
        window.actions_["next_pane"].trigger()
        seen.append(window.focusWidget())
    assert seen[0] is window.panes.side.search.line
    assert seen[1] is window.panes.outline.tree
    assert seen[2] is window.view


def test_the_about_dialog_says_where_the_data_are(window: MainWindow) -> None:
    window.show_about()
    dialog = next(w for w in QApplication.topLevelWidgets() if type(w).__name__ == "AboutDialog")
    words = " ".join(label.text() for label in dialog.findChildren(type(window.place_label)))
    assert str(window.services.data_folder) in words
    dialog.close()


def test_closing_ends_every_thread(make_window: MakeWindow, qtbot: QtBot) -> None:
    window = make_window(translator=RuleTranslator(delay=0.02))
    qtbot.waitUntil(lambda: len(window.view.text.translations) > 5)
    names = ("open", "analyse", "index", "search", "translate")
    assert [t for t in threading.enumerate() if t.name.startswith(names)]
    window.close()
    assert not [t for t in threading.enumerate() if t.name.startswith(names)]
