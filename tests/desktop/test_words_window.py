"""Words in a real window: the card and its keys, the word list with undo, the way back, a restart, several real texts."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QPushButton
from pytestqt.qtbot import QtBot

from desktop.dialogs.term import TermDialog
from desktop.itemmodels.words import SORTS
from desktop.main_window import MainWindow
from desktop.panels.words_delegate import excerpt, marks_of
from desktop.reader.bilingual import Bilingual
from desktop.reader.text_selection import TextSelection
from desktop.services import SAMPLE as SAMPLE_PARTS
from desktop.services import Services
from desktop.translations import translate_sentences
from desktop.words.editor import WordEditor
from desktop.words.looked import Looked, Place, look_up, side_text, step_character, step_word
from desktop.words.usual import UsualWords, counted, usual
from desktop.words.words import Words
from index.readers import open_report
from index.report import Language
from index.text import Span
from index.words import Word
from models.word_lookup import WordLookup
from resources import resource_path
from tests.desktop.conftest import MakeWindow, settle
from tests.desktop_fakes import FakeServices

ZH, EN = Language.ZH, Language.EN


def words_of(window: MainWindow, qtbot: QtBot) -> Words:
    words = window.findChild(Words)
    assert words is not None
    assert window.terms is not None
    terms = window.terms
    qtbot.waitUntil(lambda: not words.is_busy and not terms.is_busy, timeout=10_000)
    return words


def place(window: MainWindow, words: str, side: Language = ZH, nth: int = 0) -> Place:
    """Where words stand in the report, for the n-th time."""
    text = window.view.text
    for sentence in text.report.sentences:
        at = side_text(text, sentence.id, side).find(words)
        if at >= 0:
            if nth == 0:
                return Place(sentence.id, Span(at, at + len(words)))
            nth -= 1
    raise AssertionError(words)


def ctrl_click(window: MainWindow, words: Words, where: Place, side: Language = ZH) -> None:
    window.view.go_to_sentence(where.sentence, flash=False, choose=False)
    words.pointer.bring(where, side)
    box = words.pointer.rect_of(Place(where.sentence, Span(where.span.start, where.span.start + 1)), side)
    assert box is not None
    QTest.mouseClick(
        window.view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier, box.center()
    )


def shown(words: Words) -> Looked:
    assert not words.card.isHidden()
    assert words.card.looked is not None
    return words.card.looked


# The card


def test_ctrl_and_a_click_look_up_and_do_nothing_else(window: MainWindow, qtbot: QtBot) -> None:
    words = words_of(window, qtbot)
    window.selection.choose_sentence("s3")
    ctrl_click(window, words, place(window, "营商环境"))
    looked = shown(words)
    assert (looked.head.word, looked.head.reading) == ("营商环境", "yíng shāng huán jìng")
    assert "business environment" in words.card.meaning.text()
    assert "official term" in words.card.facts.text()
    assert window.selection.sentence == "s3"
    chosen = window.view.marks.selection
    assert chosen is not None
    assert chosen.text(window.view.text) == "营商环境"
    assert window.notes is not None
    assert window.notes.bar.isHidden()
    assert words.card.hasFocus()
    QTest.keyClick(words.card, Qt.Key.Key_Escape)
    assert words.card.isHidden()
    assert window.view.hasFocus()
    assert window.view.marks.selection is None


def test_a_click_without_ctrl_closes_the_card_and_chooses_as_ever(window: MainWindow, qtbot: QtBot) -> None:
    words = words_of(window, qtbot)
    where = place(window, "营商环境")
    ctrl_click(window, words, where)
    box = words.pointer.rect_of(where, ZH)
    assert box is not None
    QTest.mouseClick(
        window.view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, box.center()
    )
    assert words.card.isHidden()
    assert window.selection.sentence == where.sentence


def test_letters_walk_from_word_to_word(window: MainWindow, qtbot: QtBot) -> None:
    words = words_of(window, qtbot)
    window.selection.choose_sentence(place(window, "营商环境").sentence)
    window.view.setFocus()
    QTest.keyClick(window.view, Qt.Key.Key_D)
    first = shown(words)
    assert first.place.sentence == window.selection.sentence
    seen = [first.place]
    for _ in range(12):
        QTest.keyClick(words.card, Qt.Key.Key_N)
        seen.append(shown(words).place)
    assert len(set(seen)) == 13
    assert all(
        a.sentence != b.sentence or a.span.end <= b.span.start for a, b in zip(seen, seen[1:], strict=False)
    )
    for before in reversed(seen[:-1]):
        QTest.keyClick(words.card.places, Qt.Key.Key_B)
        assert shown(words).place == before
    at = shown(words).place.span.start
    QTest.keyClick(words.card, Qt.Key.Key_M)
    assert shown(words).place.span.start > at


def test_the_end_of_the_report_is_said(window: MainWindow, qtbot: QtBot) -> None:
    words = words_of(window, qtbot)
    window.selection.choose_sentence(window.view.text.report.sentences[0].id)
    words.look_up_here()
    QTest.keyClick(words.card, Qt.Key.Key_B)
    assert "no more words" in window.statusBar().currentMessage()
    assert not words.card.isHidden()


def test_all_places_are_listed_and_one_click_away(window: MainWindow, qtbot: QtBot) -> None:
    words = words_of(window, qtbot)
    ctrl_click(window, words, place(window, "高质量发展"))
    looked = shown(words)
    count = window.view.text.report.text.count("高质量发展")
    assert count > 2
    assert words.card.places.count() == len(looked.places) >= count
    assert all("高质量发展" in words.card.places.item(n).text() for n in range(count))
    QTest.keyClick(words.card, Qt.Key.Key_Right)
    assert shown(words).place == looked.places[1]
    assert "2 of" in words.card.times.text()
    item = words.card.places.item(2)
    words.card.places.itemClicked.emit(item)
    assert shown(words).at == 2
    assert words.pointer.rect_of(looked.places[2], ZH) is not None
    words.card.previous.click()
    assert shown(words).at == 1
    QTest.keyClick(words.card, Qt.Key.Key_Left)
    QTest.keyClick(words.card, Qt.Key.Key_Left)
    assert shown(words).at == len(looked.places) - 1
    assert window.actions_["back"].isEnabled()


def test_the_name_of_a_figure_leads_to_it(window: MainWindow, qtbot: QtBot) -> None:
    words = words_of(window, qtbot)
    ctrl_click(window, words, place(window, "生产总值"))
    looked = shown(words)
    assert looked.names_a_figure
    assert "15760.3亿元" in {i.text for i in looked.indicators}
    chips = [b for b in words.card.findChildren(QPushButton) if b.objectName() == "chip" and not b.isHidden()]
    assert len(chips) == len(looked.indicators)
    chips[0].click()
    assert window.selection.indicator == looked.indicators[0].id
    assert words.card.isHidden()


def test_an_unknown_word_says_how_to_know_more(window: MainWindow, qtbot: QtBot) -> None:
    words = words_of(window, qtbot)
    where = place(window, "持续")
    looked = look_up(words.lookup, window.view.text, where, ZH)
    assert looked is not None
    assert not looked.head.known
    words._open(looked)
    assert "CC-CEDICT" in words.card.unknown.text()
    assert not words.card.dictionaries.isHidden()
    words.card.dictionaries.click()
    assert window.terms is not None
    assert window.terms.dialog is not None
    assert window.terms.dialog.isVisible()
    window.terms.dialog.close()


def test_an_added_dictionary_explains(make_window: MakeWindow, qtbot: QtBot, tmp_path: Path) -> None:
    services = FakeServices(tmp_path / "data")
    source = tmp_path / "d.u8"
    source.write_text(
        "持續 持续 [chi2 xu4] /to continue/to persist/\n持 持 [chi2] /to hold/\n續 续 [xu4] /to continue/\n",
        "utf-8",
    )
    for _ in services.vocabulary.dictionaries().add_steps(source):
        pass
    window = make_window(services=services)
    settle(window, qtbot)
    words = words_of(window, qtbot)
    ctrl_click(window, words, place(window, "持续"))
    assert shown(words).head.word == "持续"
    assert "to continue; to persist" in words.card.meaning.text()
    assert words.card.unknown.isHidden()
    assert words.card.dictionaries.isHidden()
    assert words.card.reading.text() == "chí xù"
    words.card.add.click()
    assert words.words()[0].meaning == "to continue; to persist"


def test_english_words_are_looked_up_too(window: MainWindow, qtbot: QtBot) -> None:
    words = words_of(window, qtbot)
    ctrl_click(window, words, place(window, "industries", EN), EN)
    looked = shown(words)
    assert (looked.head.word, looked.side) == ("industries", EN)
    text = window.view.text
    assert looked.places
    assert all("industr" in side_text(text, p.sentence, EN)[p.span.start : p.span.end] for p in looked.places)
    assert "add it with its Chinese" in words.card.unknown.text()
    QTest.keyClick(words.card, Qt.Key.Key_N)
    assert shown(words).side is EN
    words.card.add.click()
    (kept,) = words.words()
    assert kept.language is EN
    assert kept.examples[0].translation == " ".join(text.source_of(shown(words).place.sentence).split())


def test_selected_words_are_looked_up_as_they_are(window: MainWindow, qtbot: QtBot) -> None:
    words = words_of(window, qtbot)
    where = place(window, "优化营商")
    chosen = words.pointer.selection_of(where, ZH)
    assert chosen is not None
    window.view.marks.selection = chosen
    words.look_up_here()
    assert shown(words).head.word == "优化营商"
    words.card.leave()
    row = chosen.anchor[0]
    window.view.marks.selection = TextSelection(
        ZH, (row, 0), (row, 200)
    )  # too long for a word: its first one
    words.look_up_here()
    assert len(shown(words).head.word) < 20


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_the_menu_offers_both(window: MainWindow, qtbot: QtBot) -> None:
    words = words_of(window, qtbot)
    where = place(window, "营商环境")
    window.view.go_to_sentence(where.sentence, flash=False, choose=False)
    box = words.pointer.rect_of(Place(where.sentence, Span(where.span.start, where.span.start + 1)), ZH)
    assert box is not None
    menu = QMenu()
    window.view.menu_asked.emit(menu, window.view.hit_at(box.center()))
    by_name = {action.text(): action for action in menu.actions()}
    by_name["Add “营商环境” to the word list"].trigger()
    by_name["Look up “营商环境”"].trigger()
    assert [word.word for word in words.words()] == ["营商环境"]
    assert shown(words).head.word == "营商环境"
    assert not words.card.add.isEnabled()


def test_copy_and_glossary(window: MainWindow, qtbot: QtBot) -> None:
    words = words_of(window, qtbot)
    ctrl_click(window, words, place(window, "营商环境"))
    words.card.copy.click()
    lines = QGuiApplication.clipboard().text().split("\n")
    assert lines[0] == "营商环境  yíng shāng huán jìng"
    assert lines[1].startswith("business environment")
    words.card.glossary.click()
    assert words.card.isHidden()
    (asked,) = (d for d in QApplication.topLevelWidgets() if isinstance(d, TermDialog) and d.isVisible())
    assert any(line.text() == "营商环境" for line in asked.findChildren(QLineEdit))
    asked.reject()


def test_what_cannot_be_kept_is_one_line_and_not_acknowledged(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    words = words_of(window, qtbot)
    keep(words, window, "高质量发展")
    store = window.services.annotations()
    monkeypatch.setattr(store, "_refusal", "the disk is full")
    monkeypatch.setattr(store, "_open_again", lambda: None)
    ctrl_click(window, words, place(window, "营商环境"))
    words.card.add.click()
    assert "the disk is full" in window.notice.text()
    assert [word.word for word in words.words()] == ["高质量发展"]
    assert words.card.add.isEnabled()
    assert not window.session.changes.can_redo


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_a_note_makes_room_for_a_word_and_the_other_way_round(window: MainWindow, qtbot: QtBot) -> None:
    words = words_of(window, qtbot)
    assert window.notes is not None
    where = place(window, "营商环境")
    window.selection.choose_sentence(where.sentence)
    window.notes.write()
    assert not window.notes.card.isHidden()
    ctrl_click(window, words, where)
    assert window.notes.card.isHidden()
    assert not words.card.isHidden()
    assert words.card.hasFocus()
    QTest.keyClick(words.card, Qt.Key.Key_N)
    assert not words.card.isHidden()


def test_scrolling_the_word_away_closes_the_card(window: MainWindow, qtbot: QtBot) -> None:
    words = words_of(window, qtbot)
    ctrl_click(window, words, place(window, "营商环境"))
    window.view.scroll_by(40)
    assert not words.card.isHidden()
    window.view.scroll_by(5_000)
    assert words.card.isHidden()


def test_everything_in_the_card_can_be_reached_by_key_and_has_a_name(
    window: MainWindow, qtbot: QtBot
) -> None:
    words = words_of(window, qtbot)
    ctrl_click(window, words, place(window, "高质量发展"))
    card = words.card
    reached = set()
    for _ in range(12):
        QTest.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
        reached.add(window.focusWidget())
    for widget in (
        card.close_,
        card.previous,
        card.following,
        card.places,
        card.add,
        card.copy,
        card.glossary,
    ):
        assert widget in reached, widget
        assert widget.accessibleName() or getattr(widget, "text", str)()
    card.glossary.setFocus()
    QTest.keyClick(card.glossary, Qt.Key.Key_Escape)
    assert card.isHidden()


def test_a_word_deep_in_a_long_sentence_is_brought_on_screen(
    make_window: MakeWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "long.txt"
    path.write_text(
        "2026年甲省政府工作报告\n\n" + "我们推动各项事业向前发展，" * 120 + "持续改善民生。\n", "utf-8"
    )
    window = make_window(str(path))
    settle(window, qtbot)
    words = words_of(window, qtbot)
    where = place(window, "民生")
    looked = look_up(words.lookup, window.view.text, where, ZH)
    assert looked is not None
    words._open(looked)
    rect = words.pointer.rect_of(looked.place, ZH)
    assert rect is not None
    assert window.view.viewport().rect().contains(rect.topLeft())
    assert not words.card.isHidden()


def test_a_narrow_window_has_room_for_the_card(window: MainWindow, qtbot: QtBot) -> None:
    words = words_of(window, qtbot)
    window.resize(640, 360)
    qtbot.wait(20)
    ctrl_click(window, words, place(window, "高质量发展"))
    card, viewport = words.card, window.view.viewport()
    assert card.width() <= viewport.width()
    assert card.x() >= 0
    assert not card.add.isHidden()
    window.resize(1440, 900)
    qtbot.wait(20)
    ctrl_click(window, words, place(window, "高质量发展"))
    assert viewport.rect().contains(card.geometry())
    assert not card.keys.isHidden()
    assert not card.places.isHidden()


# The list


def test_kept_undone_and_made_again(window: MainWindow, qtbot: QtBot) -> None:
    words = words_of(window, qtbot)
    panel = words.panel
    assert "D" in panel.empty.text()
    assert not window.services.has_annotations
    ctrl_click(window, words, place(window, "营商环境"))
    words.card.add.click()
    assert window.panes.side.tabs.tabText(5) == "Words (1)"
    assert words.card.add.text() == "In the word list"
    ctrl_click(window, words, place(window, "营商环境", nth=1))
    assert words.card.add.text() == "Add this sentence"
    words.card.add.click()
    (word,) = words.words()
    assert len(word.examples) == 2
    assert all("营商环境" in e.sentence and e.translation for e in word.examples)
    assert word.examples[0].title == window.view.text.report.title
    window.session.undo()
    assert len(words.words()[0].examples) == 1
    assert words.card.add.text() == "Add this sentence"
    window.session.undo()
    assert words.words() == ()
    assert panel.stack.currentWidget() is panel.empty
    window.session.redo()
    window.session.redo()
    assert len(words.words()[0].examples) == 2


def keep(words: Words, window: MainWindow, *texts: str) -> None:
    for text in texts:
        looked = look_up(words.lookup, window.view.text, place(window, text), ZH)
        assert looked is not None
        assert words.add(looked.to_word())


def test_searched_sorted_edited_and_deleted(window: MainWindow, qtbot: QtBot) -> None:
    words = words_of(window, qtbot)
    keep(words, window, "营商环境", "高质量发展", "乡村振兴")
    panel = words.panel
    window.panes.focus_words()

    def listed() -> list[str]:
        return [word.word for word in panel.shown()]

    assert listed() == ["乡村振兴", "高质量发展", "营商环境"]
    orders = {}
    for n, by in enumerate(SORTS):
        panel.sort.setCurrentIndex(n)
        orders[by] = listed()
    assert orders["oldest"] == orders["newest"][::-1]
    assert orders["reading"] == ["高质量发展", "乡村振兴", "营商环境"]
    starts = [panel.model.rows[n].examples[0].anchor.start for n in range(3)]
    assert starts == sorted(starts)
    for typed, found in (("鄉村", "乡村振兴"), ("gaozhi", "高质量发展"), ("business", "营商环境")):
        panel.line.setText(typed)
        assert found in listed()
        panel.line.clear()
    panel.line.setText("no such thing")
    assert panel.stack.currentWidget() is panel.empty
    panel.empty.suggestion.click()
    assert len(listed()) == 3
    panel.choose(words.words()[0].id)
    assert panel.picked()[0].word.word == "营商环境"
    QTest.keyClick(panel.list, Qt.Key.Key_F2)
    editor = window.findChild(WordEditor)
    assert editor is not None
    editor._meaning.setPlainText("where business is done")
    editor.accept()
    assert words.words()[0].meaning == "where business is done"
    assert panel.picked()[0].word.meaning == "where business is done"
    QTest.keyClick(panel.list, Qt.Key.Key_Delete)
    assert len(words.words()) == 2
    window.session.undo()
    window.session.undo()
    assert words.words()[0].meaning.startswith("business environment")
    panel.choose(words.words()[1].id)
    QTest.keyClick(panel.list, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text().startswith("高质量发展")
    QTest.keyClick(panel.list, Qt.Key.Key_Escape)
    assert window.view.hasFocus()


def test_a_double_click_goes_to_each_of_its_sentences(window: MainWindow, qtbot: QtBot) -> None:
    words = words_of(window, qtbot)
    keep(words, window, "营商环境")
    first, second = place(window, "营商环境"), place(window, "营商环境", nth=1)
    looked = look_up(words.lookup, window.view.text, second, ZH)
    assert looked is not None
    words.add(looked.to_word())
    window.panes.focus_words()
    panel = words.panel
    window.view.go_to_offset(0)
    box = panel.list.visualRect(panel.model.index(0)).center()
    for where in (first, second, first):
        QTest.mouseClick(
            panel.list.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, box
        )
        QTest.mouseDClick(
            panel.list.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, box
        )
        assert window.selection.sentence == where.sentence
        chosen = window.view.marks.selection
        assert chosen is not None
        assert chosen.text(window.view.text) == "营商环境"
    panel.choose(words.words()[0].id)
    menu = panel.menu()
    _, leaving = menu.findChildren(QMenu)
    leaving.actions()[0].trigger()
    assert len(words.words()[0].examples) == 1
    window.session.undo()
    assert len(words.words()[0].examples) == 2


def test_another_report_is_opened_for_its_word_and_all_is_there_after_a_restart(
    make_window: MakeWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    other = tmp_path / "other.txt"
    other.write_text("2023年乙市政府工作报告\n\n我们持续推动高质量发展。\n\n成绩来之不易。\n", "utf-8")
    window = make_window()
    settle(window, qtbot)
    words = words_of(window, qtbot)
    keep(words, window, "营商环境")
    sample = window.view.text.report.title
    before = words.words()
    window.close()
    again = make_window(str(other), FakeServices(window.services.data_folder))
    settle(again, qtbot)
    back = words_of(again, qtbot)
    assert back.words() == before
    assert back.panel.shown() == before
    back.panel.scope.look(everywhere=False)
    assert back.panel.stack.currentWidget() is back.panel.empty
    assert "other reports" in back.panel.empty.text()
    back.panel.empty.suggestion.click()
    assert back.panel.scope.everywhere
    back.go_to(before[0], before[0].examples[0])
    qtbot.waitUntil(lambda: again.view.text.report.title == sample, timeout=10_000)
    qtbot.waitUntil(lambda: again.selection.sentence != "", timeout=10_000)
    assert "营商环境" in again.view.text.source_of(again.selection.sentence)


def test_a_sentence_whose_report_is_gone_is_said(window: MainWindow, qtbot: QtBot) -> None:
    words = words_of(window, qtbot)
    from index.words import Example

    words.go_to(Word("产业"), None)
    assert "no sentence" in window.statusBar().currentMessage()
    words.go_to(Word("产业"), Example("x"))
    assert "without a report" in window.statusBar().currentMessage()
    words.go_to(Word("产业"), Example("x", title="某地报告", report_id="?"))
    assert "not in the library: 某地报告" in window.statusBar().currentMessage()
    report = window.view.text.report
    words.go_to(Word("产业"), Example("x", title=report.title, place=report.place, year=report.year))
    assert "not in the report any more" in window.statusBar().currentMessage()


def test_files_are_written_behind_the_work(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    words = words_of(window, qtbot)
    keep(words, window, "营商环境", "高质量发展")
    words.files.write(words.panel.shown(), tmp_path / "words", "tsv")
    qtbot.waitUntil(lambda: not words.is_busy, timeout=10_000)
    rows = list(csv.reader((tmp_path / "words.tsv").read_text("utf-8").split("\n")[4:], delimiter="\t"))
    assert [row[0] for row in rows if row] == ["高质量发展", "营商环境"]
    words.files.write_terms(tmp_path / "terms.txt")
    qtbot.waitUntil(lambda: not words.is_busy, timeout=10_000)
    rows = [
        r
        for r in csv.reader((tmp_path / "terms.txt").read_text("utf-8").split("\n")[4:], delimiter="\t")
        if r
    ]
    assert len(rows) > 100
    glossary = window.services.vocabulary.glossary()
    assert all(row[0] in {hit.term.zh for hit in glossary.find(row[3])} for row in rows)
    assert sum(1 for row in rows if row[4]) > 90
    told: list[object] = []
    words.files.failed.connect(told.append)
    words.files.write(words.panel.shown(), tmp_path / "no" / "folder" / "x.tsv", "tsv")
    qtbot.waitUntil(lambda: not words.is_busy, timeout=10_000)
    assert len(told) <= 1


def test_themes_scripts_and_languages(window: MainWindow, qtbot: QtBot) -> None:
    words = words_of(window, qtbot)
    keep(words, window, "营商环境")
    ctrl_click(window, words, place(window, "营商环境"))
    for theme in ("dark", "sepia", "contrast", "light"):
        window.set_theme(theme)
        assert words.panel.delegate.theme.name == theme
        assert words.card._theme.name == theme
    window.set_script("traditional")
    words.card.leave()
    ctrl_click(window, words, place(window, "营商环境"))
    assert words.card.word.text() == "營商環境"
    assert words.words()[0].word == "营商环境"
    assert words.panel.delegate.script == "traditional"


def test_the_excerpt_shows_the_word() -> None:
    sentence = "面对复杂形势，" * 8 + "我们优化营商环境，成效明显。"
    shown_words = excerpt(sentence, Word("營商環境"))
    assert shown_words.startswith("…我们优化营商环境")
    assert [span.of(shown_words) for span in marks_of("營商環境", shown_words)] == ["营商环境"]
    assert excerpt("优化营商环境。", Word("营商环境")) == "优化营商环境。"
    assert marks_of(" ", sentence) == []


# On real texts


TEXTS = {
    "simplified": "2026年甲省政府工作报告\n\n（一）全面贯彻落实党的二十大精神，加快推进产业转型升级。\n\n地区生产总值增长5.5%左右。\n",
    "traditional": "2026年甲省政府工作報告\n\n推動經濟實現質的有效提升和量的合理增長，優化營商環境。\n",
    "mixed": "2026年甲省政府工作报告\n\n发展AI、5G和“新三样”，R&D投入强度达2.8%，吸引😀人才。\n",
    "english": "Report on the Work of the Government 2026\n\nWe improved the business environment and people's lives.\n\nThe well-being of low-income residents rose.\n",
}


@pytest.mark.parametrize("name", TEXTS)
def test_every_character_has_a_word_or_none_and_steps_never_stand_still(
    name: str, tmp_path: Path, lookup: WordLookup
) -> None:
    path = tmp_path / f"{name}.txt"
    path.write_text(TEXTS[name], "utf-8")
    text = Bilingual(open_report(path))
    side = text.source
    for sentence in text.report.sentences:
        words = side_text(text, sentence.id, side)
        tiles = lookup.words(words, side)
        assert all(a.span.end <= b.span.start for a, b in zip(tiles, tiles[1:], strict=False))
        for at, char in enumerate(words):
            looked = look_up(lookup, text, Place(sentence.id, Span(at, at + 1)), side)
            assert looked is not None or not char.isalpha()
            if looked is not None:
                assert looked.head.span.holds(at)
                assert looked.head.word == looked.head.span.of(words)
                assert looked.at >= 0
                ahead = step_word(lookup, looked, 1)
                assert ahead is None or (ahead.place > looked.place or ahead.place.sentence != sentence.id)
                further = step_character(lookup, looked)
                assert further is None or further.place != looked.place


@pytest.fixture(scope="module")
def lookup(tmp_path_factory: pytest.TempPathFactory) -> WordLookup:
    services = FakeServices(tmp_path_factory.mktemp("data"))
    found = services.vocabulary.lookup({"品牌首店落户数": "first stores opened"})
    services.close()
    return found


def test_what_a_word_mostly_becomes_is_counted_over_the_report(lookup: WordLookup) -> None:
    pairs = [
        ("持续优化营商环境", "We continued to improve the business environment"),
        ("持续扩大就业", "We will continue to expand employment"),
        ("持续深化改革", "Continue to deepen reform"),
        ("持续推进创新", "We continue to advance innovation"),
        ("深化改革开放", "We will deepen reform and opening up"),
        ("深化国企改革", "Deepen the reform of state firms"),
        ("深化改革创新", "We deepened reform and innovation"),
    ]
    zh = UsualWords([(str(n), a) for n, (a, _) in enumerate(pairs)], ZH, lookup.pieces)
    en = UsualWords([(str(n), b) for n, (_, b) in enumerate(pairs)], EN, lookup.pieces)

    def of(word: str, own: UsualWords, other: UsualWords, side: Language) -> str:
        return usual(counted(word, side), own.holding(counted(word, side)), own, other)

    assert of("持续", zh, en, ZH) == "continue"
    assert of("持續", zh, en, ZH) == "continue"
    assert of("continued", en, zh, EN) == "持续"
    assert of("就业", zh, en, ZH) == ""  # in one sentence alone
    assert of("改革", zh, en, ZH) == ""  # always with 深化: either could be the other
    assert of("to", en, zh, EN) == ""
    assert UsualWords([], EN, lookup.pieces).best({"0"}) == ""


@pytest.mark.models
def test_counted_words_of_a_real_report_are_right(tmp_path: Path) -> None:
    report = open_report(resource_path(*SAMPLE_PARTS))
    services = Services(tmp_path / "data")
    text = Bilingual(report)
    lookup = services.vocabulary.lookup()
    sentences = [s for s in report.sentences if any(w in s.span.of(report.text) for w in ("持续", "改革"))]
    words = [s.span.of(report.text) for s in sentences]
    for n, made in translate_sentences(services, ZH, EN, words):
        text.set_translation(sentences[n].id, made)
    services.close()
    at = next(s for s in sentences if "持续" in s.span.of(report.text))
    start = at.span.of(report.text).find("持续")
    looked = look_up(lookup, text, Place(at.id, Span(start, start + 2)), ZH)
    assert looked is not None
    assert looked.meaning.startswith("continu")
    assert looked.to_word().meaning == looked.meaning


def test_words_are_cut_as_readers_cut_them(lookup: WordLookup) -> None:
    cut = [w.word for w in lookup.words("加快推进改革，持续优化营商环境", ZH)]
    assert cut == ["加快", "推进", "改革", "持续", "优化", "营商环境"]
    traditional = [w.word for w in lookup.words("加快推進，優化營商環境", ZH)]
    assert traditional == ["加快", "推進", "優化", "營商環境"]
    named = lookup.at("品牌首店落户数增加", 4, ZH)
    assert named is not None
    assert (named.word, named.meaning) == ("品牌首店落户数", "first stores opened")


def test_the_longest_word_from_a_character_on(lookup: WordLookup) -> None:
    found = lookup.from_here("持续优化营商环境建设", 4, ZH)
    assert found is not None
    assert found.word.startswith("营商环境")
    inside = lookup.from_here("营商环境", 2, ZH)
    assert inside is not None
    assert inside.word == "环境"
    assert lookup.at("，。", 0, ZH) is None
    assert lookup.at("字", 5, ZH) is None
    assert lookup.from_here("字", -1, ZH) is None
