"""Notes in a real window: made on both sides, written, undone, found again after a restart and in a changed text."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from desktop.itemmodels.notes import HeadRow, NoteRow
from desktop.main_window import MainWindow
from desktop.notes.colours import PIGMENTS
from desktop.notes.notes import Notes
from desktop.reader.note_marks import margin_marks
from desktop.reader.text_selection import TextSelection
from desktop.theme import THEMES
from index.errors import UnreadableNotes
from index.notes import Colour, Look, Note
from index.report import Language
from tests.desktop.conftest import MakeWindow, settle
from tests.desktop.test_themes import contrast
from tests.desktop_fakes import FakeServices, RuleTranslator

ZH, EN = Language.ZH, Language.EN
GDP = "全市生产总值达到15760.3亿元"


def notes_of(window: MainWindow) -> Notes:
    assert window.notes is not None
    return window.notes


def settled(window: MainWindow, qtbot: QtBot) -> Notes:
    notes = notes_of(window)
    qtbot.waitUntil(lambda: not notes.is_busy, timeout=10_000)
    return notes


def select(window: MainWindow, side: Language, words: str) -> int:
    """Select words as the mouse would; gives their row."""
    view = window.view
    for row in range(len(view.text.rows)):
        at = view.text.cell(row, side).text.find(words)
        if at >= 0:
            view.marks.selection = TextSelection(side, (row, at), (row, at + len(words)))
            return row
    raise AssertionError(words)


def trigger(window: MainWindow, name: str) -> None:
    window.actions_[name].trigger()


def placed(window: MainWindow, row: int, side: Language) -> list[tuple[str, bool]]:
    """The noted words of a cell, and whether they are certain."""
    notes = window.view.text.notes
    assert notes is not None
    cell = window.view.text.cell(row, side)
    return [(piece.span.of(cell.text), piece.certain) for piece in notes.in_cell(cell)]


def all_notes(window: MainWindow) -> tuple[Note, ...]:
    return notes_of(window).shelf.notes()


def test_without_any_the_store_is_not_opened(window: MainWindow) -> None:
    assert notes_of(window).panel.stack.currentWidget() is notes_of(window).panel.empty
    assert "Alt+1" in notes_of(window).panel.empty.text()
    assert not window.services.has_annotations
    trigger(window, "highlight")  # nothing is selected, and no sentence is current
    assert not window.services.has_annotations
    assert "Select words" in window.statusBar().currentMessage()


def test_made_on_the_chinese_shown_on_the_english(window: MainWindow) -> None:
    row = select(window, ZH, GDP)
    trigger(window, "highlight")
    (note,) = all_notes(window)
    assert (note.anchor.quote, note.look, note.colour, note.made_on) == (
        GDP,
        Look.HIGHLIGHT,
        Colour.YELLOW,
        ZH,
    )
    assert placed(window, row, ZH) == [(GDP, True)]
    ((words, _),) = placed(window, row, EN)
    assert words
    assert window.view.marks.selection is None
    assert window.view.marks.note == note.id
    assert window.panes.side.tabs.tabText(2) == "Notes (1)"


def test_made_on_the_english_shown_on_the_chinese(window: MainWindow) -> None:
    sentence = window.view.text.report.sentences[14]
    target = window.view.text.translations[sentence.id].target
    row = window.view.text.row_of(sentence.id)
    piece = next(p for p in window.view.text.cell(row, EN).pieces if p.sentence == sentence.id)
    at = piece.span.start
    window.view.marks.selection = TextSelection(EN, (row, at + 3), (row, at + 20))
    trigger(window, "underline")
    (note,) = all_notes(window)
    assert (note.look, note.made_on) == (Look.UNDERLINE, EN)
    assert note.translation == target[3:20].strip()
    assert placed(window, row, EN) == [(target[3:20].strip(), True)]
    ((words, certain),) = placed(window, row, ZH)
    assert words in sentence.span.of(window.view.text.report.text)
    assert certain is (words != sentence.span.of(window.view.text.report.text).strip())


def test_the_current_sentence_is_marked_where_nothing_is_selected(window: MainWindow) -> None:
    sentence = window.view.text.report.sentences[9]
    window.selection.choose_sentence(sentence.id)
    trigger(window, "highlight")
    row = window.view.text.row_of(sentence.id)
    words = sentence.span.of(window.view.text.report.text).strip()
    assert placed(window, row, ZH) == [(words, True)]
    ((_, certain),) = placed(window, row, EN)
    assert certain  # all of it is meant


def test_digits_colour_and_mark_again_changes(window: MainWindow, qtbot: QtBot) -> None:
    select(window, ZH, GDP)
    window.view.setFocus()
    window.activateWindow()
    trigger(window, "highlight")
    select(window, ZH, GDP)
    notes_of(window).mark(Look.HIGHLIGHT, Colour.GREEN)
    trigger(window, "underline")  # the chosen note
    (note,) = all_notes(window)
    assert (note.colour, note.look) == (Colour.GREEN, Look.UNDERLINE)


def test_every_step_is_undone_and_done_again(window: MainWindow) -> None:
    select(window, ZH, GDP)
    trigger(window, "highlight")
    (note,) = all_notes(window)
    notes = notes_of(window)
    notes.recolour((note.id,), Colour.PINK)
    notes.delete((note.id,))
    assert all_notes(window) == ()
    assert window.view.text.notes is not None
    assert window.view.text.notes.notes == {}
    trigger(window, "undo")
    assert all_notes(window)[0].colour is Colour.PINK
    trigger(window, "undo")
    assert all_notes(window)[0].colour is Colour.YELLOW
    trigger(window, "undo")
    assert all_notes(window) == ()
    for _ in range(2):
        trigger(window, "redo")
    assert all_notes(window)[0].colour is Colour.PINK
    assert [row.note.id for row in notes.panel.model.rows if isinstance(row, NoteRow)] == [note.id]


def test_what_is_written_is_kept_while_one_writes(window: MainWindow, qtbot: QtBot) -> None:
    select(window, ZH, GDP)
    trigger(window, "note")
    notes = notes_of(window)
    card = notes.card
    assert card.isVisible()
    (note,) = all_notes(window)
    QTest.keyClicks(card.comment, "Compare")
    qtbot.waitUntil(lambda: all_notes(window)[0].comment == "Compare", timeout=5000)
    QTest.keyClicks(card.comment, " with 2022")
    card.tags.setText("growth")
    QTest.keyClicks(card.tags, ", people")
    QTest.keyClick(card.tags, Qt.Key.Key_Return)
    assert not card.isVisible()
    (note,) = all_notes(window)
    assert (note.comment, note.tags) == ("Compare with 2022", ("growth", "people"))
    trigger(window, "undo")  # all of the writing is one step
    assert all_notes(window)[0].comment == ""
    trigger(window, "redo")
    assert all_notes(window)[0].comment == "Compare with 2022"


def test_what_is_being_written_outlives_the_window(
    make_window: MakeWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    services = FakeServices(tmp_path / "data", translator=RuleTranslator())
    window = make_window(services=services)
    settle(window, qtbot)
    row = select(window, ZH, GDP)
    trigger(window, "note")
    QTest.keyClicks(notes_of(window).card.comment, "half a thou")
    window.close()
    again = make_window(services=FakeServices(tmp_path / "data", translator=RuleTranslator()))
    settle(again, qtbot)
    notes = settled(again, qtbot)
    (note,) = all_notes(again)
    assert note.comment == "half a thou"
    assert placed(again, row, ZH) == [(GDP, True)]
    assert notes.panel.shown() == (note,)


def test_a_click_opens_the_note_and_escape_returns(window: MainWindow, qtbot: QtBot) -> None:
    select(window, ZH, "请予审议")
    trigger(window, "highlight")
    (note,) = all_notes(window)
    notes, view = notes_of(window), window.view
    place = notes.pointer.note_rect(note.id)
    assert place is not None
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place.center())
    qtbot.waitUntil(notes.card.isVisible)
    assert notes.card.key == note.id
    assert notes.panel.picked() == (note.id,)
    QTest.keyClick(notes.card.comment, Qt.Key.Key_Escape)
    assert not notes.card.isVisible()
    # The mark in the margin leads there, too.
    row = next(r for r in view.visible_rows() if placed(window, r, ZH))
    top = view.top_of(row)
    assert top is not None
    assert view.text.notes is not None
    (mark,) = margin_marks(view.layouts[row], view.style_, view.text.notes)
    QTest.mouseClick(
        view.viewport(), Qt.MouseButton.LeftButton, pos=mark.box.center().toPoint() + QPoint(0, top)
    )
    qtbot.waitUntil(notes.card.isVisible)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    qtbot.waitUntil(lambda: not notes.card.isVisible())
    assert view.marks.note == ""


def test_the_bar_comes_with_a_selection_and_takes_no_focus(window: MainWindow, qtbot: QtBot) -> None:
    notes, view = notes_of(window), window.view
    view.setFocus()
    boxes = view.layouts[1].side(ZH)
    assert boxes is not None
    top = view.top_of(1)
    assert top is not None
    at = QPoint(boxes.x + 60, top + boxes.y + 12)
    QTest.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    qtbot.waitUntil(notes.bar.isVisible)
    assert view.viewport().rect().contains(notes.bar.geometry())
    notes.bar.swatches.buttons[Colour.BLUE].click()
    assert all_notes(window)[0].colour is Colour.BLUE
    assert not notes.bar.isVisible()


def test_marks_are_painted_in_the_colour(window: MainWindow, qtbot: QtBot) -> None:
    select(window, ZH, "请予审议")
    trigger(window, "highlight")
    (note,) = all_notes(window)
    window.view.marks.note = ""
    place = notes_of(window).pointer.note_rect(note.id)
    assert place is not None
    image = window.view.viewport().grab().toImage()
    ratio = image.devicePixelRatio()
    seen = {
        image.pixelColor(round(x * ratio), round((place.top() + 4) * ratio)).name()
        for x in range(place.left() + 4, place.right() - 4, 2)
    }
    ground = PIGMENTS[window.view.style_.theme.name][Colour.YELLOW].ground
    assert ground in seen


@pytest.mark.parametrize("theme", THEMES)
def test_text_stays_readable_on_every_ground(theme: str) -> None:
    for pigment in PIGMENTS[theme].values():
        assert contrast(pigment.ground, THEMES[theme].text) >= 7
        assert contrast(pigment.ground, THEMES[theme].second) >= 4.5
        assert contrast(pigment.ink, THEMES[theme].paper) >= 4.5
        assert contrast(pigment.ink, THEMES[theme].raised) >= 3


def test_searched_filtered_and_sorted(window: MainWindow, qtbot: QtBot) -> None:
    notes = notes_of(window)
    panel = notes.panel
    for words, colour in ((GDP, Colour.BLUE), ("请予审议", Colour.YELLOW), ("各位代表", Colour.YELLOW)):
        select(window, ZH, words)
        notes.mark(Look.HIGHLIGHT, colour)
    by_words = {note.anchor.quote: note for note in all_notes(window)}
    edit = notes.shelf.change(by_words[GDP].id, comment="Growth", tags=("經濟",))
    assert edit is not None
    edit.redo()
    notes.refresh()

    def shown() -> list[str]:
        return [note.anchor.quote for note in panel.shown()]

    assert shown() == ["各位代表", "请予审议", GDP]
    panel.line.setText("growth 经济")  # folded, and both scripts
    assert shown() == [GDP]
    panel.line.setText("nothing of the kind")
    assert panel.stack.currentWidget() is panel.empty
    panel.clear_filters()
    panel._fill_filters()
    by_name = {action.text().split("  ")[0]: action for action in panel._menu.actions()}
    by_name["Yellow"].trigger()
    assert shown() == ["各位代表", "请予审议"]
    assert panel.filters.text() == "Filters (1)"
    panel.clear_filters()
    panel.sort.setCurrentIndex(panel.sort.findData("newest"))
    assert shown() == ["各位代表", "请予审议", GDP]
    panel.sort.setCurrentIndex(panel.sort.findData("colour"))
    assert shown() == ["各位代表", "请予审议", GDP]
    assert isinstance(panel.model.rows[0], HeadRow)


def test_keys_of_the_list(window: MainWindow, qtbot: QtBot) -> None:
    notes = notes_of(window)
    for words in (GDP, "请予审议"):
        select(window, ZH, words)
        trigger(window, "highlight")
    notes.panel.list.selectAll()
    assert len(notes.panel.picked()) == 2
    QTest.keyClick(notes.panel.list, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    copied = QGuiApplication.clipboard().text()
    assert GDP in copied
    assert window.view.text.report.title in copied
    QTest.keyClick(notes.panel.list, Qt.Key.Key_Delete)
    assert all_notes(window) == ()
    trigger(window, "undo")
    assert len(all_notes(window)) == 2
    notes.panel.choose(all_notes(window)[0].id)
    QTest.keyClick(notes.panel.list, Qt.Key.Key_F2)
    assert notes.card.isVisible()


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_menus_offer_it(window: MainWindow, qtbot: QtBot) -> None:
    row = select(window, ZH, GDP)
    trigger(window, "highlight")
    view = window.view
    view.go_to_offset(view.text.rows[row].span.start)
    (note,) = all_notes(window)
    place = notes_of(window).pointer.note_rect(note.id)
    assert place is not None
    hit = next(
        h for x in range(place.left(), place.right()) if (h := view.hit_at(QPoint(x, place.top() + 8)))
    )
    menu = QMenu()
    view.menu_asked.emit(menu, hit)
    words = [action.text() for action in menu.actions()]
    assert "Edit the note" in words
    assert "Delete the note" in words


def test_exported_and_taken_in_again(make_window: MakeWindow, qtbot: QtBot, tmp_path: Path) -> None:
    window = make_window(translator=RuleTranslator())
    settle(window, qtbot)
    notes = notes_of(window)
    select(window, ZH, GDP)
    key = notes.mark(Look.UNDERLINE, Colour.PURPLE)
    edit = notes.shelf.change(key, comment="=1+1", tags=("a", "b"))
    assert edit is not None
    edit.redo()
    notes.refresh()
    for form in ("jsonld", "md", "csv", "docx"):
        notes.files.write(notes.panel.shown(), tmp_path / "notes", form)
        qtbot.waitUntil(lambda: not notes.is_busy)
        assert (tmp_path / f"notes.{form}").stat().st_size > 100
    table = (tmp_path / "notes.csv").read_text("utf-8-sig")
    assert "'=1+1" in table
    assert json.loads((tmp_path / "notes.jsonld").read_text("utf-8"))["type"] == "AnnotationPage"
    before = all_notes(window)
    other = make_window(services=FakeServices(tmp_path / "elsewhere", translator=RuleTranslator()))
    settle(other, qtbot)
    for expected in ("1 notes were taken in, 0", "0 notes were taken in, 1"):
        notes_of(other).files.read(tmp_path / "notes.jsonld")
        settled(other, qtbot)
        assert expected in other.statusBar().currentMessage()
    assert all_notes(other) == before
    with qtbot.waitSignal(notes_of(other).files.failed) as caught:
        notes_of(other).files.read(tmp_path / "notes.csv")
    assert isinstance(caught.args[0], UnreadableNotes)
    trigger(other, "undo")
    assert all_notes(other) == ()


def test_in_a_changed_text_found_again_or_listed(
    make_window: MakeWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "report.txt"
    head = "丹山市政府工作报告（2024年）\n\n一、回顾\n"
    path.write_text(head + "全年粮食产量稳定在三百万吨。\n新建养老服务站四十处。\n", "utf-8")
    window = make_window(str(path), translator=RuleTranslator())
    settle(window, qtbot)
    notes = notes_of(window)
    for words in ("粮食产量稳定在三百万吨", "新建养老服务站四十处"):
        select(window, ZH, words)
        trigger(window, "highlight")
    path.write_text(head + "这一年很不平凡。\n全年粮食产量稳定在三百万吨。\n", "utf-8")
    window.open_path(str(path))
    settle(window, qtbot)
    settled(window, qtbot)
    rows = notes.panel.model.rows
    assert [(row.note.anchor.quote, row.lost) for row in rows if isinstance(row, NoteRow)] == [
        ("粮食产量稳定在三百万吨", False),
        ("新建养老服务站四十处", True),
    ]
    assert any(isinstance(row, HeadRow) and row.remark for row in rows)
    lost = notes.panel.shown()[1]
    notes.go_to(lost.id)
    assert "not in the report" in window.statusBar().currentMessage()
    window.open_sample()
    settle(window, qtbot)
    assert settled(window, qtbot).panel.shown() == ()
    notes.panel.scope.look(everywhere=True)
    assert len(notes.panel.shown()) == 2
    notes.go_to(notes.panel.shown()[0].id)
    qtbot.waitUntil(lambda: window.view.text.report.path == str(path))
    qtbot.waitUntil(lambda: window.view.marks.note == notes.panel.shown()[0].id, timeout=10_000)


@pytest.mark.parametrize("name", ["", "nothing.jsonld", "/dev/zero", "nul\0.jsonld"])
def test_what_is_no_file_is_told_at_once(window: MainWindow, qtbot: QtBot, tmp_path: Path, name: str) -> None:
    with qtbot.waitSignal(notes_of(window).files.failed, timeout=5000) as caught:
        notes_of(window).files.read(tmp_path / name)
    assert isinstance(caught.args[0], UnreadableNotes)
    assert not window.services.has_annotations


def test_a_bookmark_is_set_listed_and_taken_away(window: MainWindow, qtbot: QtBot) -> None:
    sentence = window.view.text.report.sentences[20]
    window.view.go_to_sentence(sentence.id)
    window.view.setFocus()
    QTest.keyClick(window.view, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    (note,) = all_notes(window)
    assert note.look is Look.BOOKMARK
    assert note.anchor.start == sentence.span.start
    notes = notes_of(window)
    qtbot.waitUntil(lambda: notes.panel.model.rowCount() == 2)
    before = window.view.viewport().grab().toImage()
    trigger(window, "highlight")  # on the same words; the bookmark stays
    assert {n.look for n in all_notes(window)} == {Look.BOOKMARK, Look.HIGHLIGHT}
    trigger(window, "bookmark")
    assert [n.look for n in all_notes(window)] == [Look.HIGHLIGHT]
    trigger(window, "undo")
    assert len(all_notes(window)) == 2
    assert window.view.viewport().grab().toImage() != before


def test_without_a_choice_the_first_sentence_on_screen_is_bookmarked(window: MainWindow) -> None:
    window.view.go_to_offset(7_000)
    first = window.view.visible_sentences()[0]
    trigger(window, "bookmark")
    (note,) = all_notes(window)
    assert note.anchor.start == window.view.text.sentences[first].span.start


def test_bookmarks_go_out_and_come_back_as_bookmarking(window: MainWindow) -> None:
    import json

    from index.notes.jsonld import from_jsonld, to_jsonld

    trigger(window, "bookmark")
    words = to_jsonld(all_notes(window))
    assert json.loads(words)["items"][0]["motivation"] == ["bookmarking"]
    assert from_jsonld(words.encode(), "x").notes == all_notes(window)
    bare = words.replace('"reader:look": "bookmark"', '"reader:other": ""')
    assert from_jsonld(bare.encode(), "x").notes[0].look is Look.BOOKMARK
