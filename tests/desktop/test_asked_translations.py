"""The translation that is asked for, in a card at its words."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.main_window import MainWindow
from desktop.reader.text_selection import TextSelection
from desktop.translating.asked import AskedTranslations
from desktop.translating.card import TranslationCard
from desktop.translating.parts import parts
from index.report import Language
from tests.desktop.conftest import MakeWindow, settle
from tests.desktop_fakes import FakeServices, RuleTranslator

ZH, EN = Language.ZH, Language.EN


def asked(window: MainWindow) -> AskedTranslations:
    assert window.asked is not None
    return window.asked


def card(window: MainWindow) -> TranslationCard:
    return asked(window).card


def test_the_current_sentence_in_one_language(window: MainWindow) -> None:
    window.actions_["layout.zh"].trigger()
    sentence = window.view.text.report.sentences[6]
    window.selection.choose_sentence(sentence.id)
    window.view.setFocus()
    QTest.keyClick(window.view, Qt.Key.Key_T)
    assert card(window).isVisible()
    assert card(window).text() == window.view.text.translations[sentence.id].target
    QTest.keyClick(window.view, Qt.Key.Key_Escape)
    assert card(window).isHidden()
    assert window.view.marks.selection is None


def test_selected_words_of_several_sentences_in_both_directions(window: MainWindow) -> None:
    text = window.view.text
    row = next(r for r in range(len(text.rows)) if len(text.rows[r].sentences) > 2)
    cell = text.cell(row, ZH)
    first, second = cell.pieces[:2]
    window.view.go_to_sentence(first.sentence)
    window.view.marks.selection = TextSelection(ZH, (row, first.span.start + 1), (row, second.span.end - 1))
    window.actions_["translate_selection"].trigger()
    want = " ".join(text.translations[p.sentence].target for p in (first, second))
    assert card(window).text() == want
    cell = text.cell(row, EN)
    first = cell.pieces[0]
    window.view.marks.selection = TextSelection(EN, (row, first.span.start + 1), (row, first.span.end - 1))
    window.actions_["translate_selection"].trigger()
    assert card(window).text() == text.source_of(first.sentence)


def test_the_number_that_was_selected_is_marked(window: MainWindow) -> None:
    text = window.view.text
    growth = next(i for i in text.indicators.values() if i.text == "5.9%")
    row = text.row_of(growth.sentence_id)
    at = growth.span.start - text.rows[row].span.start
    selection = TextSelection(ZH, (row, at), (row, at + 4))
    (part,) = parts(text, (growth.sentence_id,), ZH, selection)
    assert part.chosen is not None
    assert "5.9" in part.chosen.of(part.words)


def test_the_whole_paragraph(window: MainWindow) -> None:
    text = window.view.text
    row = next(r for r in range(len(text.rows)) if len(text.rows[r].sentences) > 3)
    sentences = text.rows[row].sentences
    window.view.go_to_sentence(sentences[1].id)
    window.view.setFocus()
    QTest.keyClick(window.view, Qt.Key.Key_T, Qt.KeyboardModifier.ShiftModifier)
    assert card(window).text() == " ".join(text.translations[s.id].target for s in sentences)
    card(window).copy.click()
    assert QGuiApplication.clipboard().text() == card(window).text()


def test_what_is_asked_is_translated_before_the_rest(make_window: MakeWindow, qtbot: QtBot) -> None:
    window = make_window(translator=RuleTranslator(delay=0.05))
    qtbot.waitUntil(lambda: window.asked is not None)
    window.session.stop_translating()
    sentence = window.view.text.report.sentences[400].id
    window.view.go_to_sentence(sentence)
    window.actions_["translate_selection"].trigger()
    assert "Being translated" in card(window).words.text()
    qtbot.waitUntil(lambda: bool(card(window).text()))
    assert len(window.view.text.translations) < 200
    assert sentence in window.view.text.translations


def test_without_a_model_the_card_says_why(make_window: MakeWindow, qtbot: QtBot) -> None:
    window = make_window(without_models=True)
    settle(window, qtbot)
    window.selection.choose_sentence(window.view.text.report.sentences[5].id)
    window.actions_["translate_selection"].trigger()
    qtbot.waitUntil(lambda: "No model" in card(window).words.text())
    assert not card(window).copy.isEnabled()


@pytest.mark.parametrize("name", ["translate_selection", "translate_paragraph"])
def test_in_an_empty_window_nothing_happens(make_window: MakeWindow, qtbot: QtBot, name: str) -> None:
    window = make_window("/no/such/file.txt")
    qtbot.wait(50)
    window.actions_[name].trigger()
    assert window.asked is None or card(window).isHidden()


def test_a_note_is_written_from_the_card(window: MainWindow, qtbot: QtBot) -> None:
    sentence = window.view.text.report.sentences[6]
    window.selection.choose_sentence(sentence.id)
    window.actions_["translate_selection"].trigger()
    card(window).note.click()
    assert window.notes is not None
    assert window.notes.card.isVisible()
    assert (
        window.notes.shelf.notes()[0].anchor.quote == sentence.span.of(window.view.text.report.text).strip()
    )


def test_it_goes_when_another_sentence_is_chosen(window: MainWindow) -> None:
    window.selection.choose_sentence(window.view.text.report.sentences[6].id)
    window.actions_["translate_selection"].trigger()
    window.actions_["next_sentence"].trigger()
    assert card(window).isHidden()


def test_services_are_not_asked_twice(make_window: MakeWindow, qtbot: QtBot) -> None:
    window = make_window()
    settle(window, qtbot)
    assert isinstance(window.services, FakeServices)
    before = len(window.services.rule.asked)
    window.selection.choose_sentence(window.view.text.report.sentences[6].id)
    window.actions_["translate_selection"].trigger()
    qtbot.wait(100)
    assert len(window.services.rule.asked) == before
