"""Copying with a citation, and citing a whole report: what lands on the clipboard and in files."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.citing.dialog import CitationDialog
from desktop.citing.quoted import Quote, quoted
from desktop.main_window import MainWindow
from desktop.reader.text_selection import TextSelection
from index.citing import Style
from index.errors import UnusableOutput
from index.report import Language
from tests.desktop.conftest import MakeWindow, settle

ZH, EN = Language.ZH, Language.EN
GDP = "全市生产总值达到15760.3亿元"


def select(window: MainWindow, side: Language, words: str) -> None:
    view = window.view
    for row in range(len(view.text.rows)):
        at = view.text.cell(row, side).text.find(words)
        if at >= 0:
            view.marks.selection = TextSelection(side, (row, at), (row, at + len(words)))
            return
    raise AssertionError(words)


def pasted() -> list[str]:
    return QGuiApplication.clipboard().text().split("\n")


def test_words_with_their_translation_and_their_source(window: MainWindow) -> None:
    select(window, ZH, GDP)
    QTest.keyClick(
        window, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    )
    quote, translation, citation = pasted()
    assert quote == f"“{GDP}”"
    assert "1.57603 trillion" in translation
    assert translation.endswith("(machine translation)")
    assert citation == "青岛市人民政府. 青岛市政府工作报告（2024年）[R]. 青岛: 青岛市人民政府, 2024: 第5段."
    html = QGuiApplication.clipboard().mimeData().html()
    assert '<p lang="zh">' in html
    assert '<p lang="en">' in html
    assert "paragraph 5" in window.statusBar().currentMessage()


def test_only_what_is_shown_is_quoted_and_in_the_style_that_was_chosen(window: MainWindow) -> None:
    from dataclasses import replace

    window.settings = replace(window.settings, citation_style="apa")
    window.actions_["layout.zh"].trigger()
    select(window, ZH, GDP)
    window.actions_["copy_cited"].trigger()
    lines = pasted()
    assert lines[0] == f"“{GDP}”"
    assert lines[1] == "(Qingdao Municipal People's Government, 2024, para. 5)"
    assert len(lines) == 3


def test_the_script_on_screen_changes_nothing_in_a_quotation(window: MainWindow) -> None:
    window.actions_["script.traditional"].trigger()
    select(window, ZH, "全市生產總值")
    window.actions_["copy_cited"].trigger()
    assert pasted()[0] == "“全市生产总值”"


def test_both_languages_of_a_sentence(window: MainWindow) -> None:
    window.actions_["layout.zh"].trigger()
    sentence = window.view.text.report.sentences[6]
    window.selection.choose_sentence(sentence.id)
    window.actions_["copy_both"].trigger()
    own, other = pasted()
    assert own == sentence.span.of(window.view.text.report.text).strip()
    assert other == window.view.text.translations[sentence.id].target


def test_english_words_are_quoted_with_what_they_translate(window: MainWindow) -> None:
    select(window, EN, "1.57603 trillion")
    window.actions_["copy_cited"].trigger()
    own, other, _ = pasted()
    assert "15760.3亿" in own
    assert other.startswith("“1.57603 trillion”")


def test_nothing_chosen_is_told(window: MainWindow) -> None:
    QGuiApplication.clipboard().setText("before")
    window.actions_["copy_cited"].trigger()
    assert pasted() == ["before"]
    assert "Select words" in window.statusBar().currentMessage()


def test_without_a_translation_only_the_report_is_quoted(make_window: MakeWindow, qtbot: QtBot) -> None:
    window = make_window(without_models=True)
    settle(window, qtbot)
    qtbot.waitUntil(lambda: window.citing is not None)
    select(window, ZH, GDP)
    window.actions_["copy_both"].trigger()
    assert pasted() == [GDP]


def test_quotation_marks_within_become_single() -> None:
    assert quoted(Quote("提出“四减四增”行动", ZH)) == "“提出‘四减四增’行动”"


# The dialog


@pytest.fixture
def dialog(window: MainWindow) -> CitationDialog:
    window.actions_["cite"].trigger()
    assert window.citing is not None
    assert window.citing.dialog is not None
    return window.citing.dialog


def choose(dialog: CitationDialog, style: Style) -> None:
    dialog.style_.setCurrentIndex(dialog.style_.findData(str(style)))


def test_every_style_is_shown_and_the_choice_is_kept(window: MainWindow, dialog: CitationDialog) -> None:
    seen = set()
    for style in Style:
        choose(dialog, style)
        seen.add(dialog.text.toPlainText())
        assert "2024" in dialog.text.toPlainText()
    assert len(seen) == 6
    assert window.settings.citation_style == "csl"
    assert json.loads(dialog.text.toPlainText())


def test_what_is_written_in_changes_the_citation(dialog: CitationDialog) -> None:
    choose(dialog, Style.BIBTEX)
    dialog.title.setText("改过的题名")
    dialog.date.setText("2024-01-22")
    dialog.speaker.setText("某人")
    words = dialog.text.toPlainText()
    assert "改过的题名" in words
    assert "某人" in words
    dialog.date.setText("yesterday")
    assert dialog.problem.text()
    dialog.date.clear()
    assert not dialog.problem.text()


def test_it_is_copied_and_saved(dialog: CitationDialog, tmp_path: Path) -> None:
    choose(dialog, Style.RIS)
    dialog.copy.click()
    assert QGuiApplication.clipboard().text() == dialog.text.toPlainText()
    dialog.write(tmp_path / "x.ris")
    assert (tmp_path / "x.ris").read_text("utf-8").startswith("TY  - ")
    told: list[object] = []
    dialog.failed.connect(told.append)
    dialog.write(tmp_path)
    assert isinstance(told[0], UnusableOutput)
