"""Briefs in the window: passages added, put in order, edited in place, found again, exported; undo; nothing lost."""

from __future__ import annotations

import shutil
from pathlib import Path
from zipfile import ZipFile

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QDragMoveEvent, QDropEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QMenu, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from desktop.briefs import Briefs
from desktop.itemmodels.brief import source_line, spoken
from desktop.main_window import MainWindow
from desktop.panels.brief import BriefPanel
from desktop.panels.brief_list import BriefList
from desktop.panels.side import TABS
from desktop.reader.text_selection import TextSelection
from desktop.services import SAMPLE
from desktop.theme import DARK, LIGHT
from index.briefs import Brief, Heading, Note, Quote, Shelf
from index.errors import UnwritableFolder
from index.readers import open_report
from index.report import Language
from resources import resource_path
from tests.desktop.conftest import MakeWindow, settle
from tests.desktop_fakes import FakeServices, RuleTranslator

ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
WORDS = ("15760.3亿元", "376亿元", "消费拉动作用")


def briefs_of(window: MainWindow) -> Briefs:
    assert window.briefs is not None
    return window.briefs


def panel_of(window: MainWindow) -> BriefPanel:
    return window.panes.side.brief


def current(window: MainWindow) -> Brief:
    brief = panel_of(window).brief
    assert brief is not None
    return brief


def sentence_with(window: MainWindow, words: str) -> str:
    text = window.view.text
    return next(s for s in text.sentences if words in text.source_of(s))


def labels(window: MainWindow) -> list[str]:
    """The entries by their first words, as they are shown."""
    return [e.source[:6] if isinstance(e, Quote) else e.text for e in panel_of(window).list.entries.entries]


def choose(window: MainWindow, *rows: int) -> BriefList:
    shown = panel_of(window).list
    shown.setFocus()
    selection = shown.selectionModel()
    selection.clear()
    for row in rows:
        selection.select(shown.entries.index(row), selection.SelectionFlag.Select)
    selection.setCurrentIndex(shown.entries.index(rows[-1]), selection.SelectionFlag.NoUpdate)
    return shown


def editor_of(window: MainWindow) -> QWidget:
    found = panel_of(window).list.delegate.editor
    assert found is not None
    return found


def key(
    window: MainWindow, code: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    QTest.keyClick(panel_of(window).list, code, modifier)


@pytest.fixture
def filled(window: MainWindow) -> MainWindow:
    """Three passages in a brief."""
    for words in WORDS:
        window.selection.choose_sentence(sentence_with(window, words))
        window.actions_["add_to_brief"].trigger()
    window.panes.side.show_tab("brief")
    return window


def test_the_empty_panel_says_what_to_do_and_opens_no_store(window: MainWindow) -> None:
    panel = panel_of(window)
    window.actions_["brief"].trigger()
    assert window.panes.side.stack.currentWidget() is panel
    assert TABS[window.panes.side.tabs.currentIndex()] == "brief"
    assert "Ctrl+B" in panel.empty.text()
    assert panel.stack.currentWidget() is panel.empty
    assert panel.head.more.hasFocus()
    assert not panel.head.export.isEnabled()
    assert briefs_of(window).deleted() == ()
    assert not window.services.has_annotations
    assert window.actions_["add_to_brief"].shortcut() == QKeySequence("Ctrl+B")


def test_nothing_chosen_is_told(window: MainWindow) -> None:
    window.selection.choose_sentence("")
    window.actions_["add_to_brief"].trigger()
    assert "Click on a sentence" in window.statusBar().currentMessage()
    assert panel_of(window).brief is None


def test_a_sentence_comes_with_its_translation_and_its_source(window: MainWindow) -> None:
    sentence = sentence_with(window, "15760.3亿元")
    window.selection.choose_sentence(sentence)
    window.actions_["add_to_brief"].trigger()
    (quote,) = current(window).quotes
    assert quote.source == window.view.text.source_of(sentence)
    assert quote.target == window.view.text.translations[sentence].target
    assert quote.engine == "neural"
    assert quote.year == 2024
    assert quote.sections
    assert window.panes.side.tabs.tabText(4) == "Brief (1)"
    assert "Ctrl+Z" in window.statusBar().currentMessage()
    assert f"paragraph {quote.paragraph}" in source_line(quote)
    assert quote.sections[0] in source_line(quote)
    for words in (quote.source, quote.target, quote.sections[-1]):
        assert words in spoken(quote)
    window.actions_["add_to_brief"].trigger()
    assert "already" in window.statusBar().currentMessage()
    assert len(current(window).quotes) == 1
    window.actions_["undo"].trigger()
    assert panel_of(window).brief is None
    assert window.panes.side.tabs.tabText(4) == "Brief"
    window.actions_["redo"].trigger()
    assert current(window).quotes[0].target == quote.target


@pytest.mark.parametrize("side", [Language.ZH, Language.EN])
def test_selected_sentences_of_a_paragraph_are_one_passage(window: MainWindow, side: Language) -> None:
    text = window.view.text
    row = next(n for n, row in enumerate(text.rows) if len(row.sentences) >= 3 and not row.level)
    pieces = text.cell(row, side).pieces
    window.view.marks.selection = TextSelection(
        side, (row, pieces[0].span.end - 1), (row, pieces[1].span.start + 1)
    )
    assert briefs_of(window).chosen() == (pieces[0].sentence, pieces[1].sentence)
    window.actions_["add_to_brief"].trigger()
    (quote,) = current(window).quotes
    for piece in pieces[:2]:
        assert text.source_of(piece.sentence) in quote.source
        assert " ".join(text.translations[piece.sentence].target.split()) in quote.target


def test_the_menu_of_the_text_adds_what_is_under_the_mouse_or_selected(window: MainWindow) -> None:
    text, view = window.view.text, window.view
    row = next(n for n, row in enumerate(text.rows) if len(row.sentences) >= 2 and not row.level)
    view.go_to_offset(text.rows[row].span.start)
    piece = text.cell(row, Language.ZH).pieces[1]
    box = view.sentence_rect(piece.sentence, Language.ZH)
    assert box is not None
    hit = view.hit_at(box.topLeft().toPoint() + QPoint(4, 6))
    assert hit is not None
    menu = QMenu()
    view.menu_asked.emit(menu, hit)
    add = next(action for action in menu.actions() if action.text() == "Add to the brief")
    assert add.shortcut() == QKeySequence("Ctrl+B")
    add.trigger()
    assert hit.piece is not None
    assert current(window).quotes[0].source == text.source_of(hit.piece.sentence)
    menu = QMenu()
    view.menu_asked.emit(menu, None)
    assert "Add to the brief" not in [action.text() for action in menu.actions()]


def test_entries_move_by_keyboard_and_undo_brings_them_back(filled: MainWindow) -> None:
    first, second, third = labels(filled)
    choose(filled, 2)
    key(filled, Qt.Key.Key_Up, ALT)
    assert labels(filled) == [first, third, second]
    assert panel_of(filled).list.currentIndex().row() == 1
    key(filled, Qt.Key.Key_Up, ALT)
    key(filled, Qt.Key.Key_Up, ALT)  # it is at the top already
    assert labels(filled) == [third, first, second]
    choose(filled, 0, 1)
    key(filled, Qt.Key.Key_Down, ALT)
    assert labels(filled) == [second, third, first]
    assert len(panel_of(filled).list.selected_ids()) == 2
    for _ in range(3):
        filled.actions_["undo"].trigger()
    assert labels(filled) == [first, second, third]
    filled.actions_["redo"].trigger()
    assert labels(filled) == [first, third, second]


def drop(shown: BriefList, row: int, *, below: bool) -> None:
    data = shown.entries.mimeData(
        [shown.entries.index(r) for r in sorted(i.row() for i in shown.selectedIndexes())]
    )
    rect = shown.visualRect(shown.entries.index(row))
    point = QPointF(rect.center().x(), rect.bottom() - 2 if below else rect.top() + 2)
    none, button = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton
    move = QDragMoveEvent(point.toPoint(), Qt.DropAction.MoveAction, data, button, none)
    shown.dragMoveEvent(move)
    assert move.isAccepted()
    event = QDropEvent(point, Qt.DropAction.MoveAction, data, button, none)
    shown.dropEvent(event)
    assert event.isAccepted()


def test_entries_move_by_dragging(filled: MainWindow) -> None:
    first, second, third = labels(filled)
    shown = choose(filled, 0)
    QApplication.processEvents()
    drop(shown, 2, below=True)
    assert labels(filled) == [second, third, first]
    QApplication.processEvents()
    shown = choose(filled, 2)
    drop(shown, 1, below=False)
    assert labels(filled) == [second, first, third]
    assert not shown.entries.flags(shown.entries.index(0)) & Qt.ItemFlag.ItemIsDropEnabled


def test_a_heading_and_a_note_are_written_in_place(filled: MainWindow) -> None:
    before = labels(filled)
    choose(filled, 1)
    panel_of(filled).add_heading.click()
    line = editor_of(filled)
    assert isinstance(line, QLineEdit)
    QTest.keyClicks(line, "Growth")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert labels(filled) == [before[0], "Growth", *before[1:]]
    choose(filled, 2)
    panel_of(filled).add_note.click()
    text = editor_of(filled)
    assert isinstance(text, QPlainTextEdit)
    QTest.keyClicks(text, "First line")
    QTest.keyClick(text, Qt.Key.Key_Return)
    QTest.keyClicks(text, "second")
    QTest.keyClick(text, Qt.Key.Key_Return, CTRL)
    assert labels(filled) == [before[0], "Growth", before[1], "First line\nsecond", before[2]]
    assert panel_of(filled).list.delegate.editor is None
    shelf = Shelf(filled.services.annotations())
    assert [type(e) for e in shelf.briefs()[0].entries] == [Quote, Heading, Quote, Note, Quote]
    filled.actions_["undo"].trigger()
    filled.actions_["undo"].trigger()
    assert labels(filled) == before


def test_a_heading_without_words_is_none(filled: MainWindow) -> None:
    before = labels(filled)
    panel_of(filled).add_heading.click()
    assert len(labels(filled)) == 4
    QTest.keyClick(editor_of(filled), Qt.Key.Key_Escape)
    assert labels(filled) == before
    panel_of(filled).add_note.click()
    QTest.keyClick(editor_of(filled), Qt.Key.Key_Return, CTRL)
    assert labels(filled) == before


def test_entries_are_edited_in_place(filled: MainWindow) -> None:
    shown = choose(filled, 0)
    key(filled, Qt.Key.Key_F2)
    QTest.keyClicks(editor_of(filled), "My comment")
    QTest.keyClick(editor_of(filled), Qt.Key.Key_Return, CTRL)
    assert current(filled).quotes[0].remark == "My comment"
    shown.edit_entry(shown.entries.index(1), "target")
    text = editor_of(filled)
    assert isinstance(text, QPlainTextEdit)
    assert text.toPlainText() == current(filled).quotes[1].target
    assert current(filled).quotes[1].warning
    QTest.keyClicks(text, "My own English")
    QTest.keyClick(text, Qt.Key.Key_Tab)
    quote = current(filled).quotes[1]
    assert (quote.target, quote.engine, quote.warning) == ("My own English", "reader", "")
    filled.actions_["undo"].trigger()
    assert (current(filled).quotes[1].engine, bool(current(filled).quotes[1].warning)) == ("neural", True)
    filled.actions_["undo"].trigger()
    assert current(filled).quotes[0].remark == ""
    shown.edit_entry(shown.entries.index(0))
    QTest.keyClicks(editor_of(filled), "not kept")
    QTest.keyClick(editor_of(filled), Qt.Key.Key_Escape)
    assert current(filled).quotes[0].remark == ""


def test_what_is_being_written_is_kept_when_something_else_happens(filled: MainWindow, qtbot: QtBot) -> None:
    shown = choose(filled, 0)
    shown.edit_entry(shown.entries.index(0))
    QTest.keyClicks(editor_of(filled), "half a thought")
    briefs_of(filled).refresh()
    briefs_of(filled).add_sentences([next(iter(filled.view.text.sentences))])
    assert current(filled).quotes[0].remark == "half a thought"
    assert len(current(filled).quotes) == 4
    shown.edit_entry(shown.entries.index(1))
    QTest.keyClicks(editor_of(filled), "written as the window closed")
    folder = filled.services.data_folder
    filled.close()
    services = FakeServices(folder)
    try:
        (brief,) = Shelf(services.annotations()).briefs()
        assert brief.quotes[1].remark == "written as the window closed"
    finally:
        services.close()


def test_entries_are_removed(filled: MainWindow) -> None:
    before = labels(filled)
    choose(filled, 0, 2)
    key(filled, Qt.Key.Key_Delete)
    assert labels(filled) == [before[1]]
    filled.actions_["undo"].trigger()
    assert labels(filled) == before
    key(filled, Qt.Key.Key_Escape)
    assert filled.view.hasFocus()


def test_the_list_keeps_its_keys_from_the_window(filled: MainWindow) -> None:
    """F2 corrects a translation elsewhere; in the list it edits the entry."""
    choose(filled, 0)
    key(filled, Qt.Key.Key_F2)
    assert isinstance(editor_of(filled), QPlainTextEdit)
    assert filled.correcting is not None
    assert filled.correcting.editor is None


def test_the_menu_of_an_entry(filled: MainWindow) -> None:
    shown = choose(filled, 0)
    words = [action.text() for action in shown.menu().actions() if action.text()]
    assert words[0] == "Go to the passage"
    assert "Add a comment" in words
    assert "Translate this passage" not in words
    choose(filled, 2)  # of this one the translation failed
    assert "Translate this passage" in [action.text() for action in shown.menu().actions()]
    shown.write(Heading(""))
    QTest.keyClicks(editor_of(filled), "H")
    QTest.keyClick(editor_of(filled), Qt.Key.Key_Return)
    choose(filled, labels(filled).index("H"))
    words = [action.text() for action in shown.menu().actions() if action.text()]
    assert words[0] == "Edit…"


def test_briefs_are_made_chosen_renamed_deleted_and_brought_back(filled: MainWindow) -> None:
    head, briefs = panel_of(filled).head, briefs_of(filled)
    head.ask_new()
    QTest.keyClicks(head.name, "  Second   brief ")
    QTest.keyClick(head.name, Qt.Key.Key_Return)
    assert current(filled).title == "Second brief"
    assert "Nothing is in this brief" in panel_of(filled).empty.text()
    assert [head.choice.itemText(n) for n in range(head.choice.count())] == ["Brief", "Second brief"]
    briefs.add_sentences([sentence_with(filled, WORDS[0])])
    assert len(current(filled).quotes) == 1
    head.choice.setCurrentIndex(0)
    head.choice.activated.emit(0)
    assert len(current(filled).quotes) == 3
    head.ask_rename()
    assert head.name.text() == "Brief"
    QTest.keyClicks(head.name, "Qingdao")
    QTest.keyClick(head.name, Qt.Key.Key_Return)
    assert current(filled).title == "Qingdao"
    head.ask_rename()
    QTest.keyClicks(head.name, "never")
    QTest.keyClick(head.name, Qt.Key.Key_Escape)
    assert current(filled).title == "Qingdao"
    assert not head.is_naming
    head.delete_action.trigger()
    assert current(filled).title == "Second brief"
    assert "“Qingdao” was deleted" in filled.statusBar().currentMessage()
    head.fill_deleted()
    (back,) = head._restore.actions()
    assert back.text() == "Qingdao  (3)"
    back.trigger()
    assert (current(filled).title, len(current(filled).quotes)) == ("Qingdao", 3)
    for _ in range(2):
        filled.actions_["undo"].trigger()
    assert {brief.title for brief in briefs._all()} == {"Qingdao", "Second brief"}


def test_briefs_are_there_again_and_undo_outlives_the_report(
    make_window: MakeWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    first = make_window()
    settle(first, qtbot)
    first.selection.choose_sentence(sentence_with(first, WORDS[0]))
    first.actions_["add_to_brief"].trigger()
    other = tmp_path / "other.txt"
    other.write_text("另一份报告\n\n一、目标\n今年目标增长5%左右。\n", "utf-8")
    first.open_path(str(other))
    settle(first, qtbot)
    first.actions_["undo"].trigger()
    assert panel_of(first).brief is None
    first.actions_["redo"].trigger()
    first.close()
    again = make_window()
    settle(again, qtbot)
    qtbot.waitUntil(lambda: panel_of(again).brief is not None)
    assert len(current(again).quotes) == 1


def test_a_double_click_leads_to_the_passage(filled: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    shown = choose(filled, 1)
    sentence = sentence_with(filled, WORDS[1])
    filled.view.go_to_offset(0)
    shown.doubleClicked.emit(shown.entries.index(1))
    assert filled.selection.sentence == sentence
    assert filled.view.hasFocus()
    assert filled.actions_["back"].isEnabled()
    other = tmp_path / "other.txt"
    other.write_text("另一份报告\n\n一、目标\n今年目标增长5%左右。\n", "utf-8")
    filled.open_path(str(other))
    settle(filled, qtbot)
    choose(filled, 0)
    key(filled, Qt.Key.Key_Return)
    assert filled.view.text.report.title == current(filled).quotes[0].title
    assert filled.selection.sentence == sentence_with(filled, WORDS[0])
    filled.actions_["back"].trigger()
    assert filled.view.text.report.path == str(other)


def test_a_passage_is_found_in_a_text_that_changed_and_its_absence_is_told(
    make_window: MakeWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "report.txt"
    shutil.copy(resource_path(*SAMPLE), path)
    window = make_window(str(path))
    settle(window, qtbot)
    for words in WORDS[:2]:
        briefs_of(window).add_sentences([sentence_with(window, words)])
    text = path.read_text("utf-8")
    path.write_text("青岛市政府工作报告\n一段新的文字。\n" + text.replace("376亿元", "377亿元"), "utf-8")
    window.open_path(str(path))
    settle(window, qtbot)
    first, second = current(window).quotes
    briefs_of(window).places.go_to(first)
    assert window.selection.sentence == sentence_with(window, WORDS[0])
    briefs_of(window).places.go_to(second)
    assert "not in the report any more" in window.statusBar().currentMessage()
    path.unlink()
    window.open_sample()
    briefs_of(window).places.go_to(second)
    # The library knows the same text in another file? It does not: the sample's words are another text's.
    shown = window.statusBar().currentMessage()
    assert "not where it was" in shown or window.selection.sentence == sentence_with(window, WORDS[1])


def test_search_hits_are_added_from_this_report_and_from_others(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    other = tmp_path / "other.txt"
    other.write_text("另一份报告\n\n一、目标\n今年目标增长5%左右。\n新增就业2.5万人。\n", "utf-8")
    report = open_report(str(other))
    window.services.library().remember_report(report)
    searcher = window.services.searcher()
    searcher.add(report)
    own = searcher.search("养老服务", 2, (window.view.text.report.id,))
    foreign = searcher.search("新增就业2.5万人", 1, (report.id,))
    assert briefs_of(window).add_passages((*own, *foreign)) == 3
    assert briefs_of(window).add_passages(own) == 0
    qtbot.waitUntil(lambda: all(quote.target for quote in current(window).quotes), timeout=10_000)
    quote = current(window).quotes[-1]
    assert (quote.source, quote.title, quote.path) == (foreign[0].text, report.title, str(other))
    assert quote.sections[-1] == "一、目标"
    assert quote.target == RuleTranslator().translate([quote.source])[0].target
    other.unlink()
    assert (
        briefs_of(window).add_passages(searcher.search("增长5%", 1, (report.id,))) == 1
    )  # by what the hit knows
    window.actions_["undo"].trigger()
    window.actions_["undo"].trigger()
    assert panel_of(window).brief is None


def test_the_menu_of_a_search_hit_adds_it(window: MainWindow, qtbot: QtBot) -> None:
    searcher = window.services.searcher()
    (hit,) = searcher.search("养老服务", 1, (window.view.text.report.id,))
    menu = QMenu()
    window.panes.hit_menu_asked.emit(menu, hit)
    menu.actions()[-1].trigger()
    assert [quote.source for quote in current(window).quotes] == [hit.text]


def test_what_is_not_translated_yet_is_filled_in_later(make_window: MakeWindow, qtbot: QtBot) -> None:
    window = make_window(translator=RuleTranslator(delay=0.02))
    qtbot.waitUntil(lambda: window.briefs is not None)
    last = list(window.view.text.sentences)[-1]
    assert last not in window.view.text.translations
    briefs_of(window).add_sentences([last])
    (quote,) = current(window).quotes
    assert quote.target == ""
    qtbot.waitUntil(lambda: bool(current(window).quotes[0].target), timeout=20_000)
    window.actions_["undo"].trigger()
    assert panel_of(window).brief is None


def test_without_models_passages_are_added_untranslated(make_window: MakeWindow, qtbot: QtBot) -> None:
    window = make_window(without_models=True)
    qtbot.waitUntil(lambda: window.briefs is not None)
    briefs_of(window).add_sentences([next(iter(window.view.text.sentences))])
    qtbot.waitUntil(lambda: not briefs_of(window).is_busy)
    assert current(window).quotes[0].target == ""
    delegate = panel_of(window).list.delegate
    assert "Not translated" in [part.text for part in delegate.parts(current(window).quotes[0])]


@pytest.mark.parametrize("form", ["docx", "html", "md"])
def test_a_brief_is_exported(
    filled: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, form: str
) -> None:
    asked: list[str] = []

    def answer(_: object, title: str, start: str, kinds: str) -> tuple[str, str]:
        asked.extend((title, start, kinds))
        return str(tmp_path / "out"), kinds

    monkeypatch.setattr(QFileDialog, "getSaveFileName", answer)
    panel = panel_of(filled)
    panel.head.set_frame(Language.ZH)
    action = next(a for a in panel.head.export.menu().actions() if a.data() == form)
    action.trigger()
    qtbot.waitUntil(lambda: not briefs_of(filled).is_busy)
    path = tmp_path / f"out.{form}"
    assert asked[1].endswith(f"Brief.{form}")
    assert "Saved as" in filled.statusBar().currentMessage()
    if form == "docx":
        with ZipFile(path) as file:
            words = file.read("word/document.xml").decode("utf-8")
    else:
        words = path.read_text("utf-8")
    for wanted in ("15760.3亿元", "1.57603", "参考文献"):
        assert wanted in words


def test_what_cannot_be_written_is_told(filled: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    job = briefs_of(filled).files.write(current(filled), tmp_path / "no" / "x.md", "md", Language.EN)
    with qtbot.waitSignal(job.failed):
        pass
    assert "Cannot write" in filled.notice.text()


def test_a_change_that_cannot_be_kept_is_told_and_not_shown(
    filled: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise UnwritableFolder("here", "full")

    store = filled.services.annotations()
    monkeypatch.setattr(store, "put_all", refuse)
    monkeypatch.setattr(store, "set_all_deleted", refuse)
    before = labels(filled)
    choose(filled, 0)
    key(filled, Qt.Key.Key_Delete)
    key(filled, Qt.Key.Key_Down, ALT)
    assert briefs_of(filled).add_sentences([next(iter(filled.view.text.sentences))]) == 0
    assert labels(filled) == before
    assert filled.notice.text()


def test_it_is_drawn_in_both_themes_and_scripts(filled: MainWindow) -> None:
    shown = panel_of(filled).list
    filled.set_theme("light")
    light = shown.viewport().grab().toImage()
    filled.set_theme("dark")
    assert shown.delegate.theme is DARK
    assert shown.viewport().grab().toImage() != light
    filled.set_theme("light")
    assert shown.delegate.theme is LIGHT
    filled.set_script("traditional")
    words = shown.delegate.parts(current(filled).quotes[0])[0].text
    assert "億元" in words
    assert "亿元" in current(filled).quotes[0].source
    warned = [part.text for part in shown.delegate.parts(current(filled).quotes[1])]
    assert "Check the figures" in warned


def test_the_row_is_as_high_as_its_words(filled: MainWindow) -> None:
    shown = panel_of(filled).list
    QApplication.processEvents()
    index = shown.entries.index(0)
    before = shown.visualRect(index).height()
    shown.edit_entry(index)
    QApplication.processEvents()
    rect = shown.visualRect(index)
    assert rect.height() > before
    assert rect.contains(editor_of(filled).geometry())
    QTest.keyClick(editor_of(filled), Qt.Key.Key_Escape)
    QApplication.processEvents()
    assert shown.visualRect(index).height() == before


def test_the_focus_goes_round_through_the_brief(filled: MainWindow) -> None:
    filled.view.setFocus()
    filled.actions_["next_pane"].trigger()
    assert panel_of(filled).list.hasFocus()
    for widget in (panel_of(filled).list, panel_of(filled).head.more, panel_of(filled).head.choice):
        assert widget.accessibleName()
