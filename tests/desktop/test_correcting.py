"""Correcting a translation in place: the editor, what it checks and offers, where the correction shows, and undo."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from desktop.correcting import Correcting
from desktop.dialogs.memory_export import MemoryExportDialog
from desktop.main_window import MainWindow
from desktop.reader.editor import SentenceEditor
from desktop.reader.hints import explain
from desktop.reader.matches import difference_html, difference_words
from desktop.theme import DARK, LIGHT
from index.report import Language
from models.memory import Entry, Origin
from models.tmx import Unit, read_tmx, to_tmx
from tests.desktop.conftest import MakeWindow, settle
from tests.desktop_fakes import FakeServices, RuleTranslator

ZH, EN = Language.ZH, Language.EN
GOOD = "The city's product reached 1.57603 trillion yuan, up 5.9%; revenue grew by 5.1% and incomes by 6%."


def correcting(window: MainWindow) -> Correcting:
    assert window.correcting is not None
    return window.correcting


def editor(window: MainWindow) -> SentenceEditor:
    found = correcting(window).editor
    assert found is not None
    return found


def sentence_with(window: MainWindow, words: str) -> str:
    text = window.view.text
    return next(s for s in text.sentences if words in text.source_of(s))


@pytest.fixture
def gdp(window: MainWindow) -> str:
    sentence = sentence_with(window, "15760.3亿元")
    window.view.go_to_sentence(sentence, flash=False)
    return sentence


def save(window: MainWindow) -> None:
    QTest.keyClick(editor(window).line, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def wait_for(window: MainWindow, qtbot: QtBot, sentence: str, words: str) -> None:
    def shown() -> bool:
        known = window.view.text.translations.get(sentence)
        return known is not None and words in known.target

    qtbot.waitUntil(shown, timeout=10_000)


def correct(window: MainWindow, qtbot: QtBot, sentence: str, words: str) -> None:
    correcting(window).edit(sentence)
    editor(window).put(words)
    save(window)
    wait_for(window, qtbot, sentence, words)


@pytest.mark.parametrize("key", [Qt.Key.Key_F2, Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_a_key_opens_the_editor_over_the_translation(window: MainWindow, gdp: str, key: Qt.Key) -> None:
    before = window.view.text.translations[gdp].target
    window.view.setFocus()
    QTest.keyClick(window.view, key)
    box = window.view.sentence_rect(gdp, EN)
    assert box is not None
    assert editor(window).geometry().contains(box.center().toPoint())
    assert editor(window).text() == before
    assert editor(window).source.text() == window.view.text.source_of(gdp)
    assert window.view.viewport().rect().contains(editor(window).geometry())
    QTest.keyClick(editor(window).line, Qt.Key.Key_Escape)
    assert correcting(window).editor is None
    assert window.view.text.translations[gdp].target == before


def test_without_a_sentence_the_key_says_what_to_do(window: MainWindow) -> None:
    window.selection.choose_sentence("")
    window.actions_["correct"].trigger()
    assert correcting(window).editor is None
    assert "F2" in window.statusBar().currentMessage()


def test_a_correction_shows_at_once_is_marked_and_says_whose_it_is(
    window: MainWindow, qtbot: QtBot, gdp: str
) -> None:
    correct(window, qtbot, gdp, GOOD)
    assert correcting(window).editor is None
    text = window.view.text
    known = text.translations[gdp]
    assert (known.engine, known.numbers) == ("memory", "ok")
    assert len([k for k in known.links if k.kind == "number"]) == 4
    cell = window.view.layouts[text.row_of(gdp)].side(EN)
    assert cell is not None
    piece = cell.cell.piece_of(gdp)
    assert piece is not None
    assert piece.memory_at > piece.span.end - 1
    assert cell.cell.piece_at(piece.memory_at) == piece
    box = window.view.sentence_rect(gdp, EN)
    assert box is not None
    hit = window.view.hit_at(box.center().toPoint())
    assert hit is not None
    assert "From your correction, " in explain(hit, text, LIGHT)
    assert window.panes.side.search.model is not None


def test_undo_and_redo_go_back_in_the_order_of_the_changes(
    window: MainWindow, qtbot: QtBot, gdp: str
) -> None:
    machine = window.view.text.translations[gdp].target
    figure = next(i for i in window.view.text.indicators.values() if i.text == "376亿元")
    correct(window, qtbot, gdp, GOOD)
    window.review.reject(figure.id)
    qtbot.waitUntil(lambda: figure.id not in window.view.text.indicators, timeout=5000)
    correct(window, qtbot, gdp, GOOD.replace("product", "output"))
    window.actions_["undo"].trigger()
    wait_for(window, qtbot, gdp, GOOD)
    assert figure.id not in window.view.text.indicators
    window.actions_["undo"].trigger()
    qtbot.waitUntil(lambda: figure.id in window.view.text.indicators, timeout=5000)
    window.actions_["undo"].trigger()
    wait_for(window, qtbot, gdp, machine)
    assert not window.actions_["undo"].isEnabled()
    window.actions_["redo"].trigger()
    wait_for(window, qtbot, gdp, GOOD)
    assert window.actions_["redo"].isEnabled()


def test_a_missing_figure_is_told_before_it_can_be_saved(window: MainWindow, qtbot: QtBot, gdp: str) -> None:
    correcting(window).edit(gdp)
    bad = GOOD.replace("1.57603 trillion", "1.57603 billion")
    editor(window).line.setPlainText(bad)
    save(window)  # the check of what was typed is still to come: it comes now, and nothing is saved
    assert "15760.3亿元 = 1.57603 trillion yuan" in editor(window).warning.text()
    assert "1.57603 billion yuan" in editor(window).warning.text()
    assert not editor(window).warning.sign.isHidden()
    save(window)
    wait_for(window, qtbot, gdp, bad)
    known = window.view.text.translations[gdp]
    assert known.numbers == "warning"
    box = window.view.sentence_rect(gdp, EN)
    assert box is not None
    hit = window.view.hit_at(box.center().toPoint())
    assert hit is not None
    words = explain(hit, window.view.text, LIGHT)
    assert "1.57603 trillion yuan" in words
    assert "From your correction" in words


def test_figures_are_checked_while_typing(window: MainWindow, qtbot: QtBot, gdp: str) -> None:
    correcting(window).edit(gdp)
    line = editor(window).line
    line.selectAll()
    QTest.keyClicks(line, "Growth was 5.9%")
    qtbot.waitUntil(lambda: "15760.3亿元" in editor(window).warning.text(), timeout=3000)
    editor(window).put(GOOD)
    assert editor(window).warning.sign.isHidden()
    assert "4" in editor(window).warning.text()
    editor(window).put("")
    assert not editor(window).save_button.isEnabled()
    save(window)
    assert correcting(window).editor is not None


def test_the_machines_version_takes_a_correction_back(window: MainWindow, qtbot: QtBot, gdp: str) -> None:
    machine = window.view.text.translations[gdp].target
    correct(window, qtbot, gdp, GOOD)
    correcting(window).edit(gdp)
    editor(window).machine.click()
    qtbot.waitUntil(lambda: editor(window).text() == " ".join(machine.split()), timeout=5000)
    save(window)
    wait_for(window, qtbot, gdp, machine)
    assert window.view.text.translations[gdp].engine == "neural"
    assert window.services.memories().corrected(window.view.text.source_of(gdp), ZH) is None


def test_the_menu_corrects_and_takes_back(window: MainWindow, qtbot: QtBot, gdp: str) -> None:
    def words() -> list[str]:
        box = window.view.sentence_rect(gdp, EN)
        assert box is not None
        menu = QMenu()
        window.view.menu_asked.emit(menu, window.view.hit_at(box.center().toPoint()))
        return [a.text() for a in menu.actions() if a.text()]

    assert "Correct the translation…" in words()
    assert "Take the correction back" not in words()
    correct(window, qtbot, gdp, GOOD)
    assert "Take the correction back" in words()
    correcting(window).withdraw(gdp)
    qtbot.waitUntil(lambda: window.view.text.translations[gdp].engine == "neural", timeout=5000)


def test_a_correction_is_used_in_every_report_that_has_the_sentence(
    make_window: MakeWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    words = "加快建设现代化产业体系。"
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(
            f"2024年甲市政府工作报告\n\n一、工作安排\n\n{words}{words}稳步推进。\n", encoding="utf-8"
        )
    window = make_window(str(tmp_path / "a.txt"))
    settle(window, qtbot)
    text = window.view.text
    both = [s for s in text.sentences if text.source_of(s) == words]
    assert len(both) == 2
    correct(window, qtbot, both[0], "Build a modern industrial system.")
    wait_for(window, qtbot, both[1], "Build a modern industrial system.")
    window.open_path(str(tmp_path / "b.txt"))
    settle(window, qtbot)
    other = window.view.text
    assert other is not text
    shown = [other.translations[s] for s in other.sentences if other.source_of(s) == words]
    assert {t.target for t in shown} == {"Build a modern industrial system."}
    assert not window.actions_["undo"].isEnabled()


def test_what_was_not_saved_is_there_again(make_window: MakeWindow, qtbot: QtBot) -> None:
    window = make_window()
    settle(window, qtbot)
    sentence = sentence_with(window, "15760.3亿元")
    correcting(window).edit(sentence)
    editor(window).put("Half of what I wan")
    window.close()
    again = make_window()
    settle(again, qtbot)
    correcting(again).edit(sentence)
    assert editor(again).text() == "Half of what I wan"
    assert not editor(again).note.isHidden()
    editor(again).put(GOOD)
    save(again)
    wait_for(again, qtbot, sentence, GOOD)
    correcting(again).edit(sentence)
    assert editor(again).text() == GOOD
    assert editor(again).note.isHidden()


def test_near_matches_are_offered_with_their_differences_and_taken_with_a_key(
    window: MainWindow, qtbot: QtBot, gdp: str
) -> None:
    source = window.view.text.source_of(gdp)
    old = source.replace("15760.3", "14920.8").replace("5.9%", "3.9%")
    before = GOOD.replace("1.57603", "1.49208").replace("5.9%", "3.9%")
    window.services.memories().memory.put(Entry(old, before, ZH, Origin.IMPORTED, "2023.tmx", id="x"))
    correcting(window).edit(gdp)
    qtbot.waitUntil(lambda: bool(editor(window).matches.offers), timeout=5000)
    offer = editor(window).matches.offers[0]
    assert offer.match.likeness == 0.99
    assert offer.target == GOOD
    assert offer.is_adapted
    QTest.keyClick(editor(window).line, Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    assert editor(window).text() == GOOD
    QTest.keyClick(editor(window).line, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    assert editor(window).text() == GOOD


def test_differences_are_shown_by_more_than_colour() -> None:
    html = difference_html("增长<3.9%。", "快增长<5.9%。", ZH, LIGHT)
    assert "<s " in html
    assert ">3.9%</s>" in html
    assert "<u>5.9%</u>" in html
    assert "&lt;" in html
    words = difference_words("增长3.9%。", "增长5.9%。", ZH)
    assert words == "without 3.9%; with 5.9%"


@pytest.mark.parametrize("mode", ["columns", "interleaved", "zh", "en"])
def test_the_editor_keeps_to_its_sentence(window: MainWindow, gdp: str, mode: str) -> None:
    window.set_layout(mode)
    correcting(window).edit(gdp)
    where = editor(window).geometry()
    assert window.view.viewport().rect().contains(where)
    window.view.scroll_by(40)
    assert editor(window).geometry().top() == where.top() - 40
    window.view.scroller.place(len(window.view.text.rows))
    window.view._moved()
    assert not window.view.viewport().rect().intersects(editor(window).geometry())
    editor(window).line.insertPlainText("x")
    assert window.view.viewport().rect().intersects(editor(window).geometry())
    window.set_theme("dark")
    assert editor(window).theme is DARK
    window.resize(900, 700)
    assert editor(window).width() <= window.view.viewport().width()


def test_a_sentence_that_waits_for_the_machine_can_be_written_by_hand(
    make_window: MakeWindow, qtbot: QtBot
) -> None:
    window = make_window(translator=RuleTranslator(delay=0.2))
    qtbot.waitUntil(lambda: window.correcting is not None)
    last = window.view.text.report.sentences[-1].id
    assert last not in window.view.text.translations
    correcting(window).edit(last)
    assert not editor(window).machine.isEnabled()
    editor(window).put("By hand, before the machine.")
    save(window)
    if correcting(window).editor is not None:  # a figure of the sentence is missing
        save(window)
    wait_for(window, qtbot, last, "By hand, before the machine.")
    settle(window, qtbot)
    assert window.view.text.translations[last].engine == "memory"


def test_a_failed_translation_starts_empty(window: MainWindow, qtbot: QtBot) -> None:
    sentence = sentence_with(window, "消费拉动作用")
    assert window.view.text.translations[sentence].engine == "none"
    correct(window, qtbot, sentence, "Consumption did more for growth.")
    assert window.view.text.translations[sentence].engine == "memory"


def test_a_folder_that_cannot_be_written_keeps_the_words_in_the_editor(
    window: MainWindow, qtbot: QtBot, gdp: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    from index.annotations import AnnotationStore
    from index.errors import UnwritableFolder

    def refuse(*_: object) -> None:
        raise UnwritableFolder("annotations.db", "disk full")

    correcting(window).edit(gdp)
    editor(window).put(GOOD)
    monkeypatch.setattr(AnnotationStore, "put_all", refuse)
    save(window)
    assert editor(window).text() == GOOD
    assert "disk full" in window.notice.text()
    assert not window.actions_["undo"].isEnabled()
    monkeypatch.undo()
    save(window)
    wait_for(window, qtbot, gdp, GOOD)


# Files


def test_a_memory_is_imported_shown_and_taken_back(
    window: MainWindow, qtbot: QtBot, gdp: str, tmp_path: Path
) -> None:
    machine = window.view.text.translations[gdp].target
    source = window.view.text.source_of(gdp)
    path = tmp_path / "shared.tmx"
    path.write_text(to_tmx([Unit(Entry(source, GOOD, ZH)), Unit(Entry("别的。", "Other.", ZH))]), "utf-8")
    correcting(window).files.take_in(path)
    wait_for(window, qtbot, gdp, GOOD)
    assert "2 sentence pairs imported" in window.statusBar().currentMessage()
    box = window.view.sentence_rect(gdp, EN)
    assert box is not None
    hit = window.view.hit_at(box.center().toPoint())
    assert hit is not None
    assert explain(hit, window.view.text, LIGHT) == "<p>From memory: shared.tmx</p>"
    window.session.undo()
    wait_for(window, qtbot, gdp, machine)


def test_a_bad_file_is_told_in_the_notice_bar(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "bad.tmx").write_text("no memory")
    correcting(window).files.take_in(tmp_path / "bad.tmx")
    qtbot.waitUntil(lambda: "bad.tmx" in window.notice.text(), timeout=5000)
    assert not window.actions_["undo"].isEnabled()


def test_an_import_can_be_cancelled(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "large.tmx"
    path.write_text(to_tmx(Unit(Entry(f"第{n}项。", f"Item {n}.", ZH)) for n in range(20_000)), "utf-8")
    files = correcting(window).files
    job = files.take_in(path)
    assert files._progress is not None
    files._progress.cancel()
    qtbot.waitUntil(lambda: job.over, timeout=20_000)
    kept = len(window.services.memories().memory)
    assert kept in (0, 20_000)
    expected = "Nothing was imported" if not kept else "20,000"
    assert expected in window.statusBar().currentMessage()


def test_export_writes_what_was_chosen(window: MainWindow, qtbot: QtBot, gdp: str, tmp_path: Path) -> None:
    correct(window, qtbot, gdp, GOOD)
    window.services.memories().memory.put(Entry("甲。", "A.", ZH, Origin.IMPORTED, "x.tmx", id="x"))
    files = correcting(window).files
    assert files.export(tmp_path / "c.tmx", "corrections") == 1
    content = read_tmx(tmp_path / "c.tmx")
    assert [(e.source, e.target) for e in content.entries] == [(window.view.text.source_of(gdp), GOOD)]
    assert files.export(tmp_path / "all.tmx", "all") == 2
    count = files.export(tmp_path / "report.tmx", "report")
    done = [t for t in window.view.text.translations.values() if t.engine != "none"]
    assert count == len(done) > 300
    assert len(read_tmx(tmp_path / "report.tmx").entries) == count
    text = (tmp_path / "report.tmx").read_text("utf-8")
    assert text.count('"x-origin">corrected<') == 1
    assert "<note>figures missing" in text
    assert files.export(tmp_path / "no" / "folder.tmx", "all") == 0
    assert "folder.tmx" in window.notice.text()


def test_the_export_dialog_offers_what_there_is(qtbot: QtBot) -> None:
    dialog = MemoryExportDialog("Report", (5, 7), 0, 3)
    qtbot.addWidget(dialog)
    assert dialog.choice() == "report"
    assert not dialog.options["corrections"].isEnabled()
    dialog.options["all"].setChecked(True)
    assert dialog.choice() == "all"
    empty = MemoryExportDialog("Report", (0, 7), 0, 0)
    qtbot.addWidget(empty)
    assert empty.choice() == ""


def test_the_services_of_another_window_read_what_was_kept(
    window: MainWindow, qtbot: QtBot, gdp: str
) -> None:
    correct(window, qtbot, gdp, GOOD)
    services = FakeServices(window.services.data_folder)
    entry = services.memories().corrected(window.view.text.source_of(gdp), ZH)
    assert entry is not None
    assert entry.target == GOOD
    services.close()
