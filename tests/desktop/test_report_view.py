"""The reading view, driven by real mouse and keyboard events and looked at by pixel."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QHelpEvent, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from desktop.main_window import MainWindow
from desktop.reader.bilingual import State
from desktop.reader.report_view import ReportView
from index.report import Language
from tests.desktop.conftest import MakeWindow, settle
from tests.desktop_fakes import RuleTranslator

ZH, EN = Language.ZH, Language.EN


def move_mouse(view: ReportView, point: QPoint, buttons: Qt.MouseButton = Qt.MouseButton.NoButton) -> None:
    """A real move event; QTest's own is dropped where the cursor is thought to be there already."""
    where = QPointF(point)
    event = QMouseEvent(
        QEvent.Type.MouseMove, where, QPointF(view.viewport().mapToGlobal(point)), Qt.MouseButton.NoButton,
        buttons, Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    QApplication.sendEvent(view.viewport(), event)


def colours(view: ReportView, box: QRectF) -> set[str]:
    """The colours within a box."""
    image = view.viewport().grab(box.toRect()).toImage()
    return {QColor(image.pixel(x, y)).name() for x in range(image.width()) for y in range(image.height())}


def press(view: ReportView, point: QPoint) -> None:
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=point)


def body_sentence(view: ReportView) -> str:
    """A sentence on screen with figures, in both languages."""
    return next(i.sentence_id for i in view.text.indicators.values() if "15760.3" in i.text)


@pytest.fixture
def view(window: MainWindow) -> ReportView:
    window.view.go_to_sentence(body_sentence(window.view), flash=False, choose=False)
    return window.view


def centre(view: ReportView, sentence: str, side: Language) -> QPoint:
    box = view.sentence_rect(sentence, side)
    assert box is not None
    return QPointF(box.left() + 12, box.center().y()).toPoint()


@pytest.mark.parametrize("side", [ZH, EN])
def test_hovering_a_sentence_tints_it_and_its_counterpart(view: ReportView, side: Language) -> None:
    sentence = body_sentence(view)
    tint = view.style_.theme.hover
    boxes = [view.sentence_rect(sentence, s) for s in (ZH, EN)]
    assert all(box is not None for box in boxes)
    assert not any(tint in colours(view, box) for box in boxes if box)
    move_mouse(view, centre(view, sentence, side))
    assert view.selection.hovered == sentence
    assert all(tint in colours(view, box) for box in boxes if box)
    QApplication.sendEvent(view.viewport(), QEvent(QEvent.Type.Leave))
    assert view.selection.hovered == ""
    assert not any(tint in colours(view, box) for box in boxes if box)


def test_hovering_a_number_marks_its_twin(view: ReportView) -> None:
    indicator = next(i for i in view.text.indicators.values() if "15760.3" in i.text)
    box = view.indicator_rect(indicator.id, EN)
    assert box is not None
    move_mouse(view, box.center().toPoint())
    assert view.marks.pair is not None
    sentence, (source,), (target,), kind = view.marks.pair
    assert kind == "number"
    assert source.of(view.text.source_of(sentence)) == "15760.3亿元"
    assert target.of(view.text.translations[sentence].target) == "1.57603 trillion"
    twin = view.indicator_rect(indicator.id, ZH)
    assert twin is not None
    assert view.style_.theme.number in colours(view, twin)


def test_beside_the_text_nothing_is_hovered(view: ReportView) -> None:
    move_mouse(view, centre(view, body_sentence(view), ZH))
    move_mouse(view, QPoint(3, view.viewport().height() // 2))
    assert view.selection.hovered == ""


@pytest.mark.parametrize("side", [ZH, EN])
def test_clicking_an_indicator_lights_its_counterparts_everywhere(
    window: MainWindow, view: ReportView, side: Language
) -> None:
    growth = next(i for i in view.text.indicators.values() if i.text == "5.9%" and i.links)
    box = view.indicator_rect(growth.id, side)
    assert box is not None
    press(view, box.center().toPoint())
    assert view.selection.indicator == growth.id
    assert view.selection.sentence == growth.sentence_id
    assert view.marks.linked == frozenset((*growth.links, *growth.related))
    for language in (ZH, EN):
        lit = view.indicator_rect(growth.id, language)
        assert lit is not None
        assert view.style_.theme.actual_soft in colours(view, lit)
    table = window.panes.side.indicators.table
    chosen = table.currentIndex().siblingAtColumn(1).data()
    assert chosen == "5.9%"
    window.navigator.to_indicator(growth.links[0])
    window.selection.choose_indicator(growth.id)
    for language in (ZH, EN):
        lit = view.indicator_rect(growth.links[0], language)
        assert lit is not None
        assert view.style_.theme.target_soft in colours(view, lit)


def test_actual_and_target_differ_by_more_than_colour(window: MainWindow, view: ReportView) -> None:
    """A solid line below what was reached, dots below what is aimed at: seen as runs of line colour."""
    growth = next(i for i in view.text.indicators.values() if i.text == "5.9%" and i.links)

    def coloured(indicator: str, colour: str) -> float:
        window.navigator.to_indicator(indicator)
        view._flash.stop()
        window.selection.choose_indicator("")
        window.selection.choose_sentence("")
        box = view.indicator_rect(indicator, ZH)
        assert box is not None
        image = view.viewport().grab(box.toRect()).toImage()
        want = QColor(colour)
        best = 0.0
        for y in range(image.height() // 2, image.height()):
            hits = [
                abs(QColor(image.pixel(x, y)).hue() - want.hue()) < 12
                and QColor(image.pixel(x, y)).saturation() > 120
                for x in range(image.width())
            ]
            best = max(best, sum(hits) / len(hits))
        return best

    assert coloured(growth.id, view.style_.theme.actual) > 0.8
    assert coloured(growth.links[0], view.style_.theme.target) < 0.8


def test_a_click_in_the_text_chooses_the_sentence_and_beside_it_none(view: ReportView) -> None:
    sentence = body_sentence(view)
    press(view, centre(view, sentence, ZH))
    assert view.selection.sentence == sentence
    press(view, QPoint(3, view.viewport().height() // 2))
    assert view.selection.sentence == ""


def test_dragging_selects_and_copies_one_language(view: ReportView) -> None:
    sentence = body_sentence(view)
    start, end = centre(view, sentence, ZH), centre(view, sentence, ZH) + QPoint(120, 0)
    QTest.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=start)
    move_mouse(view, end, Qt.MouseButton.LeftButton)
    QTest.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=end)
    words = view.clipboard.selected_text()
    assert 4 <= len(words) <= 12
    assert words in view.text.source_of(sentence)
    view.clipboard.copy()
    assert QGuiApplication.clipboard().text() == words
    assert view.selection.sentence == ""


def test_a_double_click_selects_the_whole_sentence(view: ReportView) -> None:
    sentence = body_sentence(view)
    QTest.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=centre(view, sentence, EN))
    assert view.clipboard.selected_text() == view.text.translations[sentence].target


def test_with_nothing_selected_the_sentence_is_copied_in_both_languages(view: ReportView) -> None:
    sentence = body_sentence(view)
    view.selection.choose_sentence(sentence)
    view.clipboard.copy()
    both = f"{view.text.source_of(sentence)}\n{view.text.translations[sentence].target}"
    assert QGuiApplication.clipboard().text() == both


def test_everything_can_be_selected(view: ReportView) -> None:
    view.clipboard.select_all()
    rows = range(len(view.text.rows))
    assert view.clipboard.selected_text() == "\n".join(view.text.cell(r, ZH).text for r in rows)


def test_the_keyboard_scrolls(view: ReportView) -> None:
    keys, bar = Qt.Key, view.verticalScrollBar()
    QTest.keyClick(view, keys.Key_Home)
    assert bar.value() == 0
    QTest.keyClick(view, keys.Key_Space)
    page = bar.value()
    assert 0.7 * view.viewport().height() < page < view.viewport().height()
    QTest.keyClick(view, keys.Key_Space, Qt.KeyboardModifier.ShiftModifier)
    assert bar.value() == 0
    QTest.keyClick(view, keys.Key_Down)
    assert 0 < bar.value() < 80
    QTest.keyClick(view, keys.Key_Up)
    assert bar.value() == 0
    QTest.keyClick(view, keys.Key_End)
    assert bar.value() == bar.maximum()
    assert view.visible_rows()[-1] == len(view.text.rows) - 1
    QTest.keyClick(view, keys.Key_PageUp)
    assert bar.value() < bar.maximum()


def test_paging_to_the_end_shows_every_row(view: ReportView) -> None:
    QTest.keyClick(view, Qt.Key.Key_Home)
    seen: set[int] = set()
    for _ in range(500):
        seen.update(view.visible_rows())
        before = view.scroller.row, view.scroller.offset
        QTest.keyClick(view, Qt.Key.Key_PageDown)
        if (view.scroller.row, view.scroller.offset) == before:
            break
    assert seen == set(range(len(view.text.rows)))


def test_sentence_focus_moves_and_stays_on_screen(window: MainWindow, view: ReportView) -> None:
    sentence = body_sentence(view)
    view.selection.choose_sentence(sentence)
    order = view.text.order
    for _ in range(25):
        QTest.keyClick(view, Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
        assert view.sentence_rect(view.selection.sentence, ZH) is not None
    assert order[view.selection.sentence] == order[sentence] + 25
    QTest.keyClick(view, Qt.Key.Key_Up, Qt.KeyboardModifier.ControlModifier)
    assert order[view.selection.sentence] == order[sentence] + 24
    assert view.accessibleDescription() == view.text.source_of(view.selection.sentence)
    QTest.keyClick(view, Qt.Key.Key_Escape)
    assert view.selection.sentence == ""


@pytest.mark.parametrize("mode", ["interleaved", "zh", "en", "columns"])
def test_each_layout_keeps_the_place(window: MainWindow, view: ReportView, mode: str) -> None:
    view.go_to_offset(view.text.rows[40].span.start)
    before = view.visible_rows()[1]
    window.set_layout(mode)
    assert before in view.visible_rows()[:4]
    sides = {c.cell.content.side for c in view.layouts[before].cells}
    assert sides == {"zh": {ZH}, "en": {EN}}.get(mode, {ZH, EN})
    cells = view.layouts[before].cells
    if mode == "columns":
        assert cells[0].y == cells[1].y
        assert cells[0].x + cells[0].cell.width < cells[1].x
    elif mode == "interleaved":
        assert cells[0].x == cells[1].x
        assert cells[0].y + cells[0].cell.height <= cells[1].y


def test_zoom_and_resize_keep_the_place(window: MainWindow, view: ReportView, qtbot: QtBot) -> None:
    view.go_to_offset(view.text.rows[60].span.start)
    row = view.scroller.row
    window.set_zoom(180)
    assert view.scroller.row == row
    window.resize(1000, 700)
    qtbot.wait(20)
    assert abs(view.scroller.row - row) <= 1
    assert view.style_.pixels == pytest.approx(16 * 1.8)


def tooltip(view: ReportView, point: QPoint) -> str:
    QApplication.sendEvent(
        view.viewport(), QHelpEvent(QEvent.Type.ToolTip, point, view.viewport().mapToGlobal(point))
    )
    words = QToolTip.text()
    QToolTip.hideText()
    return words


def test_the_tooltip_of_a_figure_tells_name_value_period_and_counterpart(view: ReportView) -> None:
    growth = next(i for i in view.text.indicators.values() if i.text == "5.9%" and i.links)
    box = view.indicator_rect(growth.id, EN)
    assert box is not None
    words = tooltip(view, box.center().toPoint())
    for part in (growth.name, growth.name_en, "5.9%", "2023", "actual", "5.5%左右", "2024 target"):
        assert part in words


def test_a_sentence_with_doubtful_numbers_has_a_visible_mark_with_an_explanation(view: ReportView) -> None:
    sentence = next(s for s, t in view.text.translations.items() if t.numbers == "warning")
    view.go_to_sentence(sentence, flash=False, choose=False)
    row = view.text.row_of(sentence)
    placed = view.layouts[row].side(EN)
    assert placed is not None
    piece = placed.cell.piece_of(sentence)
    assert piece is not None
    top = view.top_of(row)
    assert top is not None
    sign = placed.cell.sign_box(piece.warning_at).translated(placed.x, top + placed.y)
    assert view.style_.theme.warning in colours(view, sign)
    words = tooltip(view, centre(view, sentence, EN))
    assert "Missing figures" in words


def test_a_failed_sentence_says_so(view: ReportView) -> None:
    sentence = next(s for s, t in view.text.translations.items() if t.engine == "none")
    placed = view.layouts[view.text.row_of(sentence)].side(EN)
    assert placed is not None
    piece = placed.cell.piece_of(sentence)
    assert piece is not None
    assert piece.state is State.FAILED
    assert "[not translated]" in placed.cell.content.text


def test_html_in_a_report_stays_text(make_window: MakeWindow, qtbot: QtBot, tmp_path: object) -> None:
    from pathlib import Path

    path = Path(str(tmp_path)) / "r.txt"
    path.write_text("一、<img src='file:///etc/passwd'>\n增长<b>5.9%</b>，达到100亿元。\n")
    window = make_window(str(path), translator=RuleTranslator())
    settle(window, qtbot)
    assert "<img src='file:///etc/passwd'>" in window.view.text.cell(0, ZH).text
    for indicator in window.view.text.indicators.values():
        box = window.view.indicator_rect(indicator.id, ZH)
        assert box is not None
        assert "<img" not in tooltip(window.view, box.center().toPoint())


def test_wide_characters_shift_nothing(make_window: MakeWindow, qtbot: QtBot, tmp_path: object) -> None:
    from pathlib import Path

    path = Path(str(tmp_path)) / "r.txt"
    path.write_text("2023年𠮷野家😀销售额增长12.5%，达到30亿元。\n")
    window = make_window(str(path))
    settle(window, qtbot)
    view = window.view
    for indicator in view.text.indicators.values():
        box = view.indicator_rect(indicator.id, ZH)
        assert box is not None
        hit = view.hit_at(box.center().toPoint())
        assert hit is not None
        assert hit.mark is not None
        assert hit.mark.indicator == indicator.id
        assert hit.mark.span.of(hit.placed.cell.content.text) == indicator.text


def test_placeholders_stand_in_until_translations_arrive(make_window: MakeWindow, qtbot: QtBot) -> None:
    window = make_window(translator=RuleTranslator(delay=0.05))
    view = window.view
    pending = [p for r in view.visible_rows() for p in view.layouts[r].cells if p.cell.content.pending]
    assert pending
    place = pending[0]
    assert place.cell.character_at(5, 5) is None
    qtbot.waitUntil(
        lambda: all(s in view.text.translations for s in view.visible_sentences()), timeout=15_000
    )
    assert not [p for r in view.visible_rows() for p in view.layouts[r].cells if p.cell.content.pending]


def test_a_long_report_opens_at_once_and_scrolls_fast(
    make_window: MakeWindow, qtbot: QtBot, sample_path: object
) -> None:
    import time
    from pathlib import Path

    from desktop.reader.bilingual import Bilingual
    from index.segmentation import segment

    raw = Path(str(sample_path)).read_text(encoding="utf-8")
    report = segment("\n".join([raw] * 100))
    window = make_window()
    settle(window, qtbot)
    window.session.begin = lambda: None  # type: ignore[method-assign]
    began = time.perf_counter()
    window.view.show_text(Bilingual(report))
    window.view.viewport().repaint()
    opened = time.perf_counter() - began
    pages: list[float] = []
    for _ in range(60):
        began = time.perf_counter()
        QTest.keyClick(window.view, Qt.Key.Key_PageDown)
        window.view.viewport().repaint()
        pages.append(time.perf_counter() - began)
    print(
        f"{len(report.text):,} characters shown in {opened * 1000:.0f} ms; a page {median(pages) * 1000:.1f} ms"
    )
    assert opened < 1.0
    assert median(pages) < 0.05


def median(values: Sequence[float]) -> float:
    return sorted(values)[len(values) // 2]
