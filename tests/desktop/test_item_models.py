"""The item models, put through Qt's own tester, and what they say."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtCore import QAbstractItemModel, QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from desktop.itemmodels.hits import HIT_ROLE, HitRow, HitsModel
from desktop.itemmodels.indicators import (
    INDICATOR_ROLE,
    Column,
    IndicatorsModel,
    make_rows,
)
from desktop.itemmodels.indicators_filter import IndicatorsFilter, Wanted
from desktop.itemmodels.outline import SECTION_ROLE, OutlineModel, section_words
from index.indicators import extract
from index.matching import matches
from index.report import Report
from index.search import Passage
from index.text import Span


def watched(model: QAbstractItemModel) -> QAbstractItemModelTester:
    return QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)


def passage(rank: int, text: str) -> Passage:
    return Passage(rank, 1.0 / rank, "r", "t", "一、", f"s{rank}", Span(0, len(text)), 0, 0, len(text), text)


def test_the_outline_is_the_section_tree(qtbot: QtBot, sample: Report) -> None:
    model = OutlineModel()
    tester = watched(model)
    model.set_sections(sample.sections)

    def walk(parent: QModelIndex) -> list[str]:
        words = []
        for row in range(model.rowCount(parent)):
            index = model.index(row, 0, parent)
            assert index.parent() == parent
            words += [str(index.data()), *walk(index)]
        return words

    sections = [s for top in sample.sections for s in top.walk()]
    assert walk(QModelIndex()) == [section_words(s) for s in sections]
    for section in sections:
        assert model.index_of(section).data(SECTION_ROLE) is section
    model.set_sections(())
    assert model.rowCount() == 0
    del tester


def test_hits_take_their_translations_when_they_arrive(qtbot: QtBot) -> None:
    model = HitsModel()
    tester = watched(model)
    rows = tuple(HitRow(passage(n, f"第{n}句"), "一、", f"第{n}句", "") for n in (1, 2, 3))
    model.set_rows(rows)
    changed: list[int] = []
    model.dataChanged.connect(lambda top, _: changed.append(top.row()))
    model.set_translations({"s2": "The second.", "s9": "Elsewhere."})
    assert changed == [1]
    row = model.index(1).data(HIT_ROLE)
    assert isinstance(row, HitRow)
    assert row.translation == "The second."
    assert "The second." in str(model.index(1).data(Qt.ItemDataRole.AccessibleTextRole))
    del tester


def test_indicators_are_filtered_by_words_of_either_language(qtbot: QtBot, sample: Report) -> None:
    model, proxy = IndicatorsModel(), IndicatorsFilter()
    proxy.setSourceModel(model)
    testers = watched(model), watched(proxy)
    model.set_rows(make_rows(extract(sample)))
    assert proxy.rowCount() == model.rowCount() > 100

    def shown() -> list[str]:
        return [str(proxy.index(r, 0).data(INDICATOR_ROLE).text) for r in range(proxy.rowCount())]

    proxy.set_wanted(Wanted("15760.3"))
    assert shown() == ["15760.3亿元"]
    proxy.set_wanted(Wanted("生产总值 2024"))
    assert shown()
    assert all(proxy.index(r, 0).data(INDICATOR_ROLE).period == "2024" for r in range(proxy.rowCount()))
    proxy.set_wanted(Wanted("生產總值 5.9%"))
    assert "5.9%" in shown()
    proxy.set_wanted(Wanted(status="target"))
    assert {str(proxy.index(r, 0).data(INDICATOR_ROLE).status) for r in range(proxy.rowCount())} == {"target"}
    proxy.set_wanted(Wanted(linked=True))
    assert all(proxy.index(r, Column.COUNTERPART).data() for r in range(proxy.rowCount()))
    proxy.set_wanted(Wanted("no such figure"))
    assert shown() == []
    del testers


def test_values_are_sorted_as_numbers_within_their_unit(qtbot: QtBot, sample: Report) -> None:
    model, proxy = IndicatorsModel(), IndicatorsFilter()
    proxy.setSourceModel(model)
    model.set_rows(make_rows(extract(sample)))
    proxy.sort(Column.VALUE)
    keys: list[tuple[str, Decimal]] = []
    for row in range(proxy.rowCount()):
        quantity = proxy.index(row, 0).data(INDICATOR_ROLE).quantity
        keys.append((quantity.unit, quantity.value))
    assert keys == sorted(keys)
    proxy.sort(-1)
    order = [proxy.index(r, 0).data(INDICATOR_ROLE).span.start for r in range(proxy.rowCount())]
    assert order == sorted(order)


def test_the_counterpart_column_shows_the_linked_figure(qtbot: QtBot, sample: Report) -> None:
    model = IndicatorsModel()
    model.set_rows(make_rows(extract(sample)))
    growth = next(r for r in model.rows if r.indicator.text == "5.9%")
    assert [c.text for c in growth.counterparts] == ["5.5%左右"]
    shown = str(model.index(growth.order, Column.COUNTERPART).data())
    assert "5.5%左右" in shown
    assert "2024 target" in shown
    assert model.row_of(growth.indicator.id) == growth.order
    assert model.row_of("nothing") == -1


def test_matching_words_are_found_in_either_script_and_language() -> None:
    text = "对外贸易稳增提质，科技创新走在前列。"
    assert [s.of(text) for s in matches(("科技創新",), text)] == ["科技创新"]
    english = "Foreign trade grew; innovation leads."
    assert [s.of(english) for s in matches(("foreign trade",), english)] == ["Foreign", "trade"]
    assert matches("the of and", english) == ()
    assert matches("", text) == ()
