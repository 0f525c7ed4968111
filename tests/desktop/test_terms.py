"""Terms in the window: marked, explained, listed; the glossary, its files, undo; dictionaries."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QToolTip
from pytestqt.qtbot import QtBot

from desktop.dialogs.glossary import ALL, OWN, GlossaryDialog
from desktop.dialogs.term import TermDialog
from desktop.main_window import MainWindow
from desktop.reader.hits import Hit
from desktop.reader.term_layer import TermLayer
from desktop.reader.text_selection import TextSelection
from desktop.services import build_services
from desktop.terms import Terms
from desktop.vocabulary import Vocabulary
from index.errors import UnwritableFolder
from index.report import Language
from index.text import Span
from models.glossary import Origin, Term
from models.passages import Terms as Names
from models.term_rows import TermFile
from models.translation import Link, Translation
from tests.desktop.conftest import MakeWindow, settle
from tests.desktop_fakes import RuleTranslator

OWN_TERM = Term("高质量发展", "top-quality growth", category="policy", note="my note", origin=Origin.USER)


class TermTranslator(RuleTranslator):
    """Says 营商环境 in English, and the user's terms where it is asked to."""

    def __init__(self) -> None:
        super().__init__()
        self.fixed: list[str] = []

    def _one(self, source: str) -> Translation:
        made = super()._one(source)
        return replace(made, target=f"{made.target} Business environment.") if "营商环境" in source else made

    def translate_with(self, sentences: Sequence[str], terms: Names) -> list[Translation]:
        self.fixed.extend(sentences)
        out = []
        for made in map(self._one, sentences):
            names = terms(made.source) if terms else ()
            target = " ".join((made.target, *(name.key for name in names)))
            links = [
                Link(n.span, Span(target.index(n.key), target.index(n.key) + len(n.key)), "term")
                for n in names
            ]
            out.append(replace(made, target=target, links=(*made.links, *links)))
        return out


@pytest.fixture
def window(make_window: MakeWindow, qtbot: QtBot) -> MainWindow:
    window = make_window(translator=TermTranslator())
    settle(window, qtbot)
    wait(window, qtbot)
    return window


def terms_of(window: MainWindow) -> Terms:
    assert window.terms is not None
    return window.terms


def wait(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(
        lambda: window.terms is not None and not window.terms.is_busy and window.view.text.terms is not None
    )


def point_of(window: MainWindow, words: str, side: Language) -> tuple[QPoint, Hit]:
    """Where words are on screen, scrolled to if they are not."""
    view = window.view
    row = next(r for r in range(len(view.text.rows)) if words in view.text.cell(r, side).text)
    view.go_to_offset(view.text.rows[row].span.start)
    placed = view.layouts[row].side(side)
    assert placed is not None
    start = placed.cell.content.text.index(words)
    box = placed.cell.rects(Span(start, start + len(words)))[0]
    top = view.top_of(row)
    assert top is not None
    point = QPoint(round(placed.x + box.center().x()), round(top + placed.y + box.center().y()))
    hit = view.hit_at(point)
    assert hit is not None
    return point, hit


def move_to(window: MainWindow, point: QPoint) -> None:
    viewport = window.view.viewport()
    where = QPointF(viewport.mapToGlobal(point))
    none = Qt.MouseButton.NoButton
    event = QMouseEvent(
        QEvent.Type.MouseMove, QPointF(point), where, none, none, Qt.KeyboardModifier.NoModifier
    )
    QApplication.sendEvent(viewport, event)


def test_a_term_is_lit_and_explained_where_the_mouse_rests(window: MainWindow, qtbot: QtBot) -> None:
    point, hit = point_of(window, "营商环境", Language.ZH)
    plain = window.view.viewport().grab().toImage()
    move_to(window, point)
    term = window.view.marks.term
    assert term is not None
    assert term.use.term.zh == "营商环境"
    assert window.view.viewport().grab().toImage() != plain
    pair = window.view.marks.pair
    assert pair is not None
    assert pair.kind == "term"
    qtbot.waitUntil(QToolTip.isVisible, timeout=3000)
    for words in ("营商环境", "yíng shāng huán jìng", "business environment"):
        assert words in QToolTip.text()
    QToolTip.hideText()
    assert hit.mark is None


def test_it_works_from_the_translation_too(window: MainWindow) -> None:
    point, hit = point_of(window, "Business environment", Language.EN)
    move_to(window, point)
    term = window.view.marks.term
    assert term is not None
    assert term.use.term.zh == "营商环境"
    said = terms_of(window).layer.words_at(hit)
    assert said is not None
    assert "营商环境" in said[0]


def test_a_term_said_otherwise_is_told_quietly(window: MainWindow) -> None:
    _, hit = point_of(window, "高质量发展", Language.ZH)
    said = terms_of(window).layer.words_at(hit)
    assert said is not None
    assert "otherwise" in said[0]
    assert "warning" not in said[0]


def test_other_words_show_their_reading_and_with_a_dictionary_their_meaning(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    terms = terms_of(window)
    _, hit = point_of(window, "代表市", Language.ZH)
    said = terms.layer.words_at(hit)
    assert said is not None
    assert "biǎo" in said[0]
    file = tmp_path / "small.u8"
    file.write_text("代表 代表 [dai4 biao3] /to <stand> for/\n代 代 [dai4] /generation/\n", "utf-8")
    terms.show_glossary()
    dialog = terms.dialog
    assert dialog is not None
    assert "CC-CEDICT" in dialog.dictionaries.words.text()
    dialog.dictionaries.take_in(file)
    qtbot.waitUntil(lambda: not dialog.is_busy)
    assert "1 entries" in dialog.dictionaries.words.text() or "2 entries" in dialog.dictionaries.words.text()
    said = terms.layer.words_at(hit)
    assert said is not None
    assert "to &lt;stand&gt; for" in said[0]
    assert "dài biǎo" in said[0]
    assert "generation" in said[0]
    dialog.dictionaries.take_away(terms._vocabulary.dictionaries().all[0].name)
    assert "CC-CEDICT" in dialog.dictionaries.words.text()
    bad = tmp_path / "bad.u8"
    bad.write_text("no dictionary\n", "utf-8")
    dialog.dictionaries.take_in(bad)
    qtbot.waitUntil(lambda: "line 1" in dialog.note.text())


def test_terms_are_underlined_by_option_and_while_ctrl_is_held(window: MainWindow, qtbot: QtBot) -> None:
    view = window.view
    plain = view.viewport().grab().toImage()
    window.actions_["underline_terms"].setChecked(True)
    assert view.viewport().grab().toImage() != plain
    assert window.settings.underline_terms
    window.actions_["underline_terms"].setChecked(False)
    assert view.viewport().grab().toImage() == plain
    none = Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(
        view, QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Control, Qt.KeyboardModifier.ControlModifier)
    )
    qtbot.waitUntil(lambda: view.marks.terms_shown, timeout=2000)
    QApplication.sendEvent(view, QKeyEvent(QEvent.Type.KeyRelease, Qt.Key.Key_Control, none))
    assert not view.marks.terms_shown


def test_the_option_is_remembered(make_window: MakeWindow, qtbot: QtBot) -> None:
    window = make_window()
    settle(window, qtbot)
    window.actions_["underline_terms"].setChecked(True)
    window.close()
    again = make_window()
    settle(again, qtbot)
    assert again.actions_["underline_terms"].isChecked()
    assert again.view.marks.terms_shown
    again.open_sample()
    assert again.view.marks.terms_shown


def test_the_panel_lists_the_terms_and_leads_to_them(window: MainWindow, qtbot: QtBot) -> None:
    panel = window.panes.side.glossary
    window.panes.side.show_tab("glossary")
    rows = panel.model.rows
    assert len(rows) > 100
    assert [len(r.places) for r in rows] == sorted((len(r.places) for r in rows), reverse=True)
    panel.line.setText("yíng business environment")
    assert panel.filter.rowCount() == 0
    panel.line.setText("business environment")
    shown = [panel.filter.row_at(panel.filter.index(n, 0)) for n in range(panel.filter.rowCount())]
    row = next(r for r in shown if r is not None and r.term.zh == "营商环境")
    assert "of" in panel.count.text()
    for place in (*row.places, row.places[0]):
        panel.term_wanted.emit(row)
        assert window.selection.sentence == place
    panel.line.clear()
    panel.table.setCurrentIndex(panel.filter.index(0, 0))
    QTest.keyClick(panel.table, Qt.Key.Key_Return)
    assert window.selection.sentence == rows[0].places[0]
    QTest.keyClick(panel.table, Qt.Key.Key_Escape)
    assert window.view.hasFocus()


def test_a_term_of_the_users_is_translated_anew_and_nothing_else(window: MainWindow, qtbot: QtBot) -> None:
    translator = window.session.services.translator("zh", "en")
    assert isinstance(translator, TermTranslator)
    translator.asked.clear()
    terms = terms_of(window)
    terms.show_glossary()
    dialog = terms.dialog
    assert dialog is not None
    assert dialog.tabs.currentIndex() == OWN
    assert "no terms of your own" in dialog.empty.text()
    dialog._change(lambda: terms._vocabulary.add(OWN_TERM))
    settle(window, qtbot)
    wait(window, qtbot)
    holding = {s for s in translator.asked if "高质量发展" in s}
    assert set(translator.asked) == holding == set(translator.fixed)
    assert len(holding) > 5
    changed = [t for t in window.view.text.translations.values() if "高质量发展" in t.source]
    assert all("top-quality growth" in t.target for t in changed)
    _, hit = point_of(window, "高质量发展", Language.ZH)
    said = terms.layer.words_at(hit)
    assert said is not None
    assert "your term" in said[0]
    assert "otherwise" not in said[0]
    assert window.panes.side.glossary.model.rows[0].term.origin is Origin.USER
    translator.asked.clear()
    dialog.undo()
    settle(window, qtbot)
    wait(window, qtbot)
    assert translator.asked == []  # the plain translation was kept
    assert not any("top-quality" in t.target for t in window.view.text.translations.values())
    dialog.redo()
    settle(window, qtbot)
    assert translator.asked == []


def test_add_edit_delete_and_filter(window: MainWindow, qtbot: QtBot) -> None:
    terms = terms_of(window)
    window.actions_["glossary"].trigger()
    dialog = terms.dialog
    assert isinstance(dialog, GlossaryDialog)
    dialog.ask_add()
    form = dialog.findChild(TermDialog)
    assert form is not None
    form.accept()
    assert "needs" in form.problem.text()
    form.lines["zh"].setText("abc")
    form.lines["en"].setText("x")
    form.accept()
    assert "no Chinese" in form.problem.text()
    form.lines["zh"].setText("海洋牧场")
    form.lines["en"].setText("中文")
    form.accept()
    assert "has Chinese" in form.problem.text()
    form.lines["en"].setText("ocean ranch")
    form.lines["alternatives"].setText("sea ranch；marine ranch")
    form.category.setCurrentIndex(form.category.findData("agriculture"))
    form.accept()
    (term,) = terms._vocabulary.own_terms()
    assert (term.zh, term.english, term.category) == (
        "海洋牧场",
        ("ocean ranch", "sea ranch", "marine ranch"),
        "agriculture",
    )
    assert dialog.tabs.tabText(OWN) == "Your terms (1)"
    dialog.table.selectRow(0)
    assert dialog.buttons["delete"].isEnabled()
    dialog._vocabulary.change(term.key, replace(term, en="sea farm"))
    dialog.refresh()
    assert terms._vocabulary.own_terms()[0].en == "sea farm"
    dialog.table.selectRow(0)
    dialog.delete()
    assert terms._vocabulary.own_terms() == ()
    assert "1 deleted" in dialog.note.text()
    dialog.buttons["undo"].click()
    assert len(terms._vocabulary.own_terms()) == 1
    dialog.show_tab(ALL, "rural vitalisation nothing")
    assert "No term" in dialog.empty.text()
    dialog.show_tab(ALL, "高質量發展")
    assert dialog.filter.rowCount() >= 1
    dialog.table.selectRow(0)
    assert not dialog.buttons["delete"].isEnabled()
    dialog.ask_edit()
    forms = [f for f in dialog.findChildren(TermDialog) if f.isVisible()]
    assert "wins over" in " ".join(label.text() for label in forms[-1].findChildren(type(dialog.note)))
    forms[-1].reject()


def test_files_are_taken_in_and_given_out(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    terms = terms_of(window)
    terms.show_glossary()
    dialog = terms.dialog
    assert dialog is not None
    file = tmp_path / "g.csv"
    file.write_text("乡村振兴,village revival\n乡村振兴,rural revival\n双碳,twin carbon\nbad,line\n", "utf-8")
    dialog.take_in(file)
    qtbot.waitUntil(lambda: "added" in dialog.note.text())
    assert "2 terms added" in dialog.note.text()
    assert "1 with more than one English" in dialog.note.text()
    assert "(line 4:" in dialog.note.text()
    file.write_text("乡村振兴,renewal\n", "utf-8")
    dialog.take_in(file, replacing=False)
    qtbot.waitUntil(lambda: "1 kept" in dialog.note.text())
    dialog.take_in(file, replacing=True)
    qtbot.waitUntil(lambda: "1 replaced" in dialog.note.text())
    dialog.show_tab(OWN)
    out = tmp_path / "out.tbx"
    dialog.export(out)
    assert "2 terms written" in dialog.note.text()
    dialog.take_in(out)
    qtbot.waitUntil(lambda: "2 known" in dialog.note.text())
    dialog.take_in(tmp_path / "none.csv")
    qtbot.waitUntil(lambda: "no such file" in dialog.note.text())
    dialog.export(tmp_path / "no" / "x.csv")
    assert "Cannot write" in dialog.note.text()
    settle(window, qtbot)


def test_the_menu_of_the_text_offers_terms(window: MainWindow) -> None:
    terms = terms_of(window)
    _, hit = point_of(window, "营商环境", Language.ZH)
    menu = QMenu()
    window.view.menu_asked.emit(menu, hit)
    words = [action.text() for action in menu.actions()]
    assert "Say this term otherwise…" in words
    window.view.marks.selection = TextSelection(Language.ZH, (hit.row, hit.index), (hit.row, hit.index + 1))
    menu = QMenu()
    window.view.menu_asked.emit(menu, hit)
    add = next(action for action in menu.actions() if action.text() == "Add as a term…")
    add.trigger()
    assert terms.dialog is not None
    form = terms.dialog.findChild(TermDialog)
    assert form is not None
    assert form.lines["zh"].text()
    form.reject()


def test_the_layer_says_nothing_beside_the_text(window: MainWindow) -> None:
    layer: TermLayer = terms_of(window).layer
    layer._point = QPoint(1, 1)
    assert not layer.explain_here()


def test_terms_outlive_the_reader_and_damaged_ones_are_left_out(tmp_path: Path) -> None:
    services = build_services(tmp_path)
    kept = services.vocabulary.add(OWN_TERM)
    services.annotations().add(
        "term", "", "", services.annotations().items("term", "")[0].anchor, '{"zh": 1}'
    )
    services.close()
    again = build_services(tmp_path)
    (term,) = again.vocabulary.own_terms()
    assert term == kept
    assert again.vocabulary.add(replace(OWN_TERM, en="other")).key == kept.key
    assert [t.en for t in again.vocabulary.own_terms()] == ["other"]
    again.vocabulary.undo()
    assert [t.en for t in again.vocabulary.own_terms()] == ["top-quality growth"]
    again.close()


def test_an_import_is_one_change(tmp_path: Path) -> None:
    services = build_services(tmp_path)
    vocabulary: Vocabulary = services.vocabulary
    many = tuple(Term(f"术语{chr(0x4E00 + n)}", f"term {n}", origin=Origin.USER) for n in range(500))
    assert vocabulary.take_in(TermFile(many)).added == 500
    vocabulary.undo()
    assert vocabulary.own_terms() == ()
    vocabulary.redo()
    assert len(vocabulary.own_terms()) == 500
    services.close()


def test_what_cannot_be_kept_is_told_in_the_glossary(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_: object) -> None:
        raise UnwritableFolder("here", "full")

    terms = terms_of(window)
    monkeypatch.setattr(window.services.annotations(), "put_all", refuse)
    terms.show_glossary()
    assert terms.dialog is not None
    terms.dialog._change(lambda: terms._vocabulary.add(OWN_TERM))
    assert "Nothing can be kept" in terms.dialog.note.text()
    assert terms.dialog.tabs.tabText(OWN) == "Your terms (0)"


def test_a_term_that_cannot_be_kept_is_no_term(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    services = build_services(tmp_path)
    store = services.annotations()

    def refuse(_: object) -> None:
        raise UnwritableFolder(str(tmp_path), "full")

    monkeypatch.setattr(store, "put_all", refuse)
    with pytest.raises(UnwritableFolder):
        services.vocabulary.add(OWN_TERM)
    assert services.vocabulary.own_terms() == ()
    assert not services.vocabulary.can_undo
    services.close()
