"""The indicators panel, what can be done with its figures, and the chart."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest
from PySide6.QtCore import QItemSelectionModel, QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.chart.series import make_panels
from desktop.chart.window import ChartWindow
from desktop.export.citation import cite
from desktop.itemmodels.indicators import Column
from desktop.main_window import MainWindow
from desktop.panels.indicators import IndicatorsPanel
from desktop.selection import Selection
from desktop.theme import DARK, LIGHT
from index.indicators import Indicator, extract
from index.report import Report


@pytest.fixture(scope="module")
def known(sample: Report) -> dict[str, Indicator]:
    return {i.id: i for i in extract(sample)}


@pytest.fixture
def panel(qtbot: QtBot, known: dict[str, Indicator]) -> IndicatorsPanel:
    made = IndicatorsPanel(Selection())
    qtbot.addWidget(made)
    made.resize(480, 700)
    made.show()
    made.set_indicators(known.values(), lambda i: "一" if i.status == "actual" else "二")
    return made


def _pick(panel: IndicatorsPanel, ids: list[str]) -> None:
    model = panel.table.selectionModel()
    model.clearSelection()
    flags = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
    for one in ids:
        source = panel.model.index(panel.model.row_of(one), 0)
        model.select(panel.filter.mapFromSource(source), flags)


def _named(known: dict[str, Indicator], text: str) -> Indicator:
    return next(i for i in known.values() if i.text == text)


def test_filters_narrow_and_can_be_cleared(panel: IndicatorsPanel, known: dict[str, Indicator]) -> None:
    panel.more.choose("kind", "growth")
    shown = [known[i] for i in panel.shown_ids()]
    assert shown
    assert {str(i.kind) for i in shown} == {"growth"}
    panel.more.choose("chapter", "二")
    assert {str(known[i].status) for i in panel.shown_ids()} == {"target"}
    assert "(2)" in panel.more.text()
    panel.more.choose("unit", "CNY")
    assert panel.shown_ids() == []
    assert "pass" in panel.empty.text()
    panel.clear_filters()
    assert len(panel.shown_ids()) == len(known)


def test_a_chosen_figure_shows_through_the_filters(
    panel: IndicatorsPanel, known: dict[str, Indicator]
) -> None:
    panel.more.choose("kind", "rank")
    growth = _named(known, "5.9%")
    panel._selection.choose_indicator(growth.id)
    assert panel.picked_ids() == [growth.id]
    assert panel.delegate.related == frozenset((*growth.links, *growth.related))


def test_a_third_click_on_a_header_gives_back_the_order_of_the_text(
    panel: IndicatorsPanel, known: dict[str, Indicator]
) -> None:
    order = list(known)
    header = panel.table.horizontalHeader()
    header.sectionClicked.emit(Column.VALUE)
    upwards = panel.shown_ids()
    header.sectionClicked.emit(Column.VALUE)
    downwards = panel.shown_ids()
    assert upwards != order
    assert [known[i].quantity.value for i in downwards] == [
        known[i].quantity.value for i in reversed(upwards)
    ]
    header.sectionClicked.emit(Column.VALUE)
    assert panel.shown_ids() == order


def test_differences_are_shown_and_sorted(panel: IndicatorsPanel, known: dict[str, Indicator]) -> None:
    row = panel.model.row_of(_named(known, "5.9%").id)
    assert panel.model.index(row, Column.DIFFERENCE).data() == "≈ −0.4 pp"
    panel.table.horizontalHeader().sectionClicked.emit(Column.DIFFERENCE)
    first = panel.model.rows[panel.model.row_of(panel.shown_ids()[0])]
    assert first.apart is not None


def test_the_mouse_on_a_row_lights_the_text_and_back(
    panel: IndicatorsPanel, known: dict[str, Indicator], qtbot: QtBot
) -> None:
    index = panel.filter.index(3, 0)
    panel.table.entered.emit(index)
    assert panel._selection.hovered_indicator == panel.shown_ids()[3]
    assert panel.delegate.hovered == panel.shown_ids()[3]
    plain = panel.table.viewport().grab().toImage()
    panel._selection.hover("")
    assert panel.delegate.hovered == ""
    assert plain != panel.table.viewport().grab().toImage()


def test_a_narrow_panel_keeps_value_and_period(panel: IndicatorsPanel) -> None:
    panel.resize(330, 600)
    assert panel.table.isColumnHidden(Column.PERIOD)
    assert panel.table.isColumnHidden(Column.COUNTERPART)
    assert panel.delegate.compact
    panel.resize(520, 600)
    assert not panel.table.isColumnHidden(Column.PERIOD)


def test_rows_are_copied_with_their_citation(
    panel: IndicatorsPanel, known: dict[str, Indicator], sample: Report, qtbot: QtBot
) -> None:
    ids = [_named(known, "5.9%").id, _named(known, "15760.3亿元").id]
    _pick(panel, ids)
    with qtbot.waitSignal(panel.copy_wanted) as told:
        QTest.keyClick(panel.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert set(told.args[0]) == set(ids)
    words = cite(known[ids[1]], sample)
    assert words.startswith(
        "全市生产总值 (Gross regional product): 15760.3亿元 (RMB 1,576.03 billion), 2023 actual."
    )
    assert sample.title in words
    assert f"line {known[ids[1]].line + 1}" in words


def test_escape_lets_go_of_the_rows(
    panel: IndicatorsPanel, known: dict[str, Indicator], qtbot: QtBot
) -> None:
    _pick(panel, list(known)[:3])
    with qtbot.waitSignal(panel.escaped):
        QTest.keyClick(panel.table, Qt.Key.Key_Escape)
    assert panel.picked_ids() == []


# --- the chart


def test_units_never_share_an_axis(known: dict[str, Indicator]) -> None:
    ids = [i.id for i in known.values() if i.links][:12]
    panels = make_panels(ids, known, "en")
    assert len({(p.unit, p.measure) for p in panels}) == len(panels) > 2
    for panel in panels:
        assert {bar.indicator.quantity.unit for row in panel.rows for bar in row.bars} == {panel.unit}
        assert all(len(row.bars) >= 2 for row in panel.rows)


def test_amounts_are_scaled_to_magnitudes_that_can_be_read(known: dict[str, Indicator]) -> None:
    money = _named(known, "15760.3亿元")
    english, chinese = (make_panels([money.id], known, language)[0] for language in ("en", "zh"))
    assert (english.magnitude, chinese.magnitude) == ("trillion", "万亿")
    assert make_panels(["nothing"], known, "en") == ()


@pytest.fixture
def chart(qtbot: QtBot, known: dict[str, Indicator]) -> ChartWindow:
    made = ChartWindow(Selection(), LIGHT, "en")
    qtbot.addWidget(made)
    made.show()
    made.show_figures([i.id for i in known.values() if i.links][:4], known, "青岛")
    return made


def test_a_chart_is_written_as_png_and_svg(chart: ChartWindow, tmp_path: Path) -> None:
    chart.save(tmp_path / "c.png", "png")
    chart.save(tmp_path / "c.svg", "svg")
    assert (tmp_path / "c.png").read_bytes().startswith(b"\x89PNG")
    svg = (tmp_path / "c.svg").read_text("utf-8")
    assert "<svg" in svg
    assert "青岛" in svg
    image = chart.view.image()
    colours = {
        image.pixelColor(x, y).name() for x in range(0, image.width(), 5) for y in range(0, image.height(), 5)
    }
    assert QColor(LIGHT.actual).name() in colours


def test_a_chart_that_cannot_be_written_says_so(chart: ChartWindow, tmp_path: Path, qtbot: QtBot) -> None:
    with qtbot.waitSignal(chart.failed) as told:
        chart.save(tmp_path / "no" / "c.png", "png")
    assert "c.png" in str(told.args[0])


def test_a_click_on_a_bar_goes_to_the_figure(
    chart: ChartWindow, known: dict[str, Indicator], qtbot: QtBot
) -> None:
    item = chart.view._bars[chart.view.bar_ids()[0]]
    middle = item.mapToScene(item._box.center())
    spot: QPoint = chart.view.graphics.mapFromScene(middle)
    with qtbot.waitSignal(chart.indicator_activated) as told:
        QTest.mouseClick(chart.view.graphics.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert told.args[0] in known


def test_the_chosen_bar_and_its_counterpart_look_different(
    chart: ChartWindow, known: dict[str, Indicator]
) -> None:
    before = chart.view.image()
    first = chart.view.bar_ids()[0]
    chart._selection.choose_indicator(first)
    frames = {key: item._frame.style() for key, item in chart.view._bars.items() if item._frame is not None}
    assert frames[first] is Qt.PenStyle.SolidLine
    assert {frames[other] for other in known[first].links if other in frames} == {Qt.PenStyle.DashLine}
    chart._selection.hover("", chart.view.bar_ids()[-1])
    frame = chart.view._bars[chart.view.bar_ids()[-1]]._frame
    assert frame is not None
    assert frame.style() is Qt.PenStyle.DotLine
    assert chart.view.image() != before
    chart.set_theme(DARK)
    assert chart.view.bar_ids()


def test_nothing_selected_says_what_to_do(chart: ChartWindow, known: dict[str, Indicator]) -> None:
    chart.show_figures([], known, "")
    assert chart.stack.currentWidget() is chart.empty
    assert not any(button.isEnabled() for button in chart.buttons)


def test_a_picture_goes_to_the_clipboard(chart: ChartWindow) -> None:
    chart.copy()
    assert not QApplication.clipboard().image().isNull()


def test_exports_follow_the_selection(window: MainWindow, tmp_path: Path) -> None:
    panel = window.panes.side.indicators
    ids = panel.shown_ids()[:3]
    _pick(panel, ids)
    window.panes.figures.export(tmp_path / "i.json", "json")
    rows = [json.loads(line) for line in (tmp_path / "i.json").read_text("utf-8").splitlines()]
    assert [row["id"] for row in rows] == ids
    panel.table.clearSelection()
    panel.more.choose("kind", "rank")
    window.panes.figures.export(tmp_path / "i.csv", "csv")
    with (tmp_path / "i.csv").open(encoding="utf-8-sig", newline="") as file:
        assert {row["kind"] for row in csv.DictReader(file)} == {"rank"}
    window.panes.figures.export(tmp_path / "i.xlsx", "xlsx")
    assert (tmp_path / "i.xlsx").read_bytes().startswith(b"PK")
