"""The library window with real stores: what is narrowed, said, taken in, interrupted and taken back."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from desktop.importing import Journal
from desktop.library.model import PLACE, YEAR
from desktop.library.window import LibraryWindow
from desktop.main_window import MainWindow
from index.shelving import Filed, State
from tests.desktop.conftest import MakeWindow, settle
from tests.desktop_fakes import FakeServices

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
TEXT = (
    "{place}政府工作报告\n——{year}年1月12日在{place}第十四届人民代表大会第三次会议上\n{place}市长 王某\n各位代表：\n"
    "一、{last}年工作回顾\n经济增长5%。\n二、{year}年工作安排\n增长6%左右。\n"
)


def report(folder: Path, place: str, year: int) -> str:
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / f"{place}{year}.txt"
    file.write_text(TEXT.format(place=place, year=year, last=year - 1), "utf-8")
    return str(file)


def settled(library: LibraryWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not library.is_busy, timeout=15_000)


@pytest.fixture
def main(make_window: MakeWindow, tmp_path: Path, qtbot: QtBot) -> MainWindow:
    window = make_window(services=FakeServices(tmp_path / "data"))
    settle(window, qtbot)
    qtbot.waitUntil(lambda: window.shelves is not None)
    return window


@pytest.fixture
def library(main: MainWindow, tmp_path: Path, qtbot: QtBot) -> LibraryWindow:
    main.actions_["library"].trigger()
    made = library_of(main)
    settled(made, qtbot)
    for place, year in (("济南市", 2023), ("济南市", 2024), ("山东省", 2024)):
        report(tmp_path / "files", place, year)
    made.take((str(tmp_path / "files"),))
    settled(made, qtbot)
    qtbot.waitUntil(lambda: len(made.model.rows) == 4)
    return made


def library_of(main: MainWindow) -> LibraryWindow:
    assert main.shelves is not None
    assert main.shelves.window is not None
    return main.shelves.window


def places(library: LibraryWindow) -> list[str]:
    return [f"{entry.place}{entry.year}" for entry in library.model.rows]


def entry_id(library: LibraryWindow, place: str, year: int) -> str:
    return next(e.known.id for e in library.entries if (e.place, e.year) == (place, year))


def test_a_folder_is_taken_in_and_told(library: LibraryWindow) -> None:
    assert "3 reports added" in library.progress.text()
    assert sorted(places(library)) == ["山东省2024", "济南市2023", "济南市2024", "青岛市2024"]
    assert library.stack.currentWidget() is library.table


def test_words_and_filters_narrow(library: LibraryWindow) -> None:
    library.line.setText("濟南")
    assert sorted(places(library)) == ["济南市2023", "济南市2024"]
    library.filters.tick("years", 2024)
    assert places(library) == ["济南市2024"]
    library.line.setText("没有这样的")
    assert library.stack.currentWidget() is library.none
    library.clear.click()
    assert len(library.model.rows) == 4
    assert library.clear.isHidden()


def test_a_column_orders_both_ways_and_not(library: LibraryWindow) -> None:
    before = places(library)
    head = library.table.horizontalHeader()
    head.sectionClicked.emit(YEAR)
    assert [e.year for e in library.model.rows] == [2023, 2024, 2024, 2024]
    head.sectionClicked.emit(YEAR)
    assert library.model.rows[-1].year == 2023
    head.sectionClicked.emit(YEAR)
    assert places(library) == before
    head.sectionClicked.emit(PLACE)
    assert [e.place for e in library.model.rows] == ["山东省", "济南市", "济南市", "青岛市"]


def test_what_is_said_is_kept_undone_and_there_after_a_restart(
    library: LibraryWindow, main: MainWindow, qtbot: QtBot, make_window: MakeWindow, tmp_path: Path
) -> None:
    key = entry_id(library, "山东省", 2024)
    library.choose(key)
    details = library.details
    qtbot.waitUntil(lambda: details.lines["date"].placeholderText() == "2024-01-12")
    details.lines["tags"].setText("海洋，科技")
    details.lines["tags"].editingFinished.emit()
    qtbot.waitUntil(lambda: bool(library.chosen) and library.chosen[0].filed.tags == ("海洋", "科技"))
    details.lines["title"].setText("山东报告")
    details.lines["title"].editingFinished.emit()
    qtbot.waitUntil(lambda: library.chosen[0].title == "山东报告")
    details.state.setCurrentIndex(2)
    details.state.activated.emit(2)
    qtbot.waitUntil(lambda: library.chosen[0].filed.state is State.READ)
    main.actions_["undo"].trigger()
    qtbot.waitUntil(lambda: library.chosen[0].filed.state is State.UNREAD)
    main.actions_["undo"].trigger()
    qtbot.waitUntil(lambda: library.chosen[0].title == "山东省政府工作报告")
    main.actions_["redo"].trigger()
    qtbot.waitUntil(lambda: library.chosen[0].title == "山东报告")
    main.close()
    again = make_window(services=FakeServices(tmp_path / "data"))
    settle(again, qtbot)
    again.actions_["library"].trigger()
    qtbot.waitUntil(lambda: any(e.title == "山东报告" and e.filed.tags for e in library_of(again).entries))


def test_many_at_once_get_a_tag_and_keep_their_own(
    library: LibraryWindow, main: MainWindow, qtbot: QtBot
) -> None:
    assert main.shelves is not None
    main.shelves._say({entry_id(library, "济南市", 2023): Filed(tags=("自己的",))}, {})
    qtbot.waitUntil(lambda: any(e.filed.tags for e in library.entries))
    library.line.setText("济南")
    library.table.selectAll()
    assert not library.details.lines["title"].isEnabled()
    library.details.lines["tags"].setText("共同")
    library.details.lines["tags"].editingFinished.emit()
    qtbot.waitUntil(lambda: sum("共同" in e.filed.tags for e in library.entries) == 2)
    assert any(e.filed.tags == ("自己的", "共同") for e in library.entries)


def test_a_wrong_year_is_said_and_not_kept(library: LibraryWindow) -> None:
    library.choose(entry_id(library, "山东省", 2024))
    library.details.lines["year"].setText("soon")
    library.details.lines["year"].editingFinished.emit()
    assert not library.details.problem.isHidden()
    assert library.chosen[0].year == 2024


def test_a_report_is_opened(library: LibraryWindow, main: MainWindow, qtbot: QtBot) -> None:
    library.choose(entry_id(library, "山东省", 2024))
    QTest.keyClick(library.table, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: main.view.text.report.place == "山东省")
    assert main.actions_["back"].isEnabled()


def test_removing_asks_and_leaves_the_file(library: LibraryWindow, qtbot: QtBot) -> None:
    key = entry_id(library, "山东省", 2024)
    library.choose(key)
    path = Path(library.chosen[0].known.path)
    library.files.ask_remove()
    box = next(w for w in QApplication.topLevelWidgets() if isinstance(w, QMessageBox) and w.isVisible())
    next(b for b in box.buttons() if b.text() == "Cancel").click()
    assert len(library.entries) == 4
    library.files.ask_remove()
    box = next(w for w in QApplication.topLevelWidgets() if isinstance(w, QMessageBox) and w.isVisible())
    next(b for b in box.buttons() if b.text() == "Remove").click()
    qtbot.waitUntil(lambda: len(library.entries) == 3)
    assert path.is_file()


def test_what_cannot_be_read_is_named_and_the_rest_comes(
    library: LibraryWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    (tmp_path / "bad").mkdir()
    (tmp_path / "bad" / "a.docx").write_bytes(b"no zip")
    report(tmp_path / "bad", "烟台市", 2025)
    library.take((str(tmp_path / "bad"),))
    settled(library, qtbot)
    assert "1 reports added" in library.progress.text()
    assert "1 could not be read" in library.progress.text()
    assert "a.docx" in library.progress.why.menu().actions()[0].text()


def test_a_stopped_import_is_offered_and_gone_on_with(
    library: LibraryWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    for n in range(40):
        report(tmp_path / "many", f"第{n}市", 2001 + n % 20)
    library.take((str(tmp_path / "many"),))
    qtbot.waitUntil(lambda: Journal(library.services.data_folder).state()[0] > 3)
    library.progress.stop.click()
    qtbot.waitUntil(lambda: "stopped after" in library.progress.text() or len(library.entries) == 44)
    if len(library.entries) < 44:
        library.progress.resume.click()
        settled(library, qtbot)
    qtbot.waitUntil(lambda: len(library.entries) == 44)
    assert Journal(library.services.data_folder).state() == (0, 0)


def test_files_are_dropped(library: LibraryWindow, tmp_path: Path, qtbot: QtBot) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(report(tmp_path / "drop", "威海市", 2025))])
    event = QDropEvent(
        QPointF(100, 100),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    library.dropEvent(event)
    qtbot.waitUntil(lambda: any(e.place == "威海市" for e in library.entries))


def test_the_library_goes_out_and_comes_in(
    library: LibraryWindow, tmp_path: Path, qtbot: QtBot, make_window: MakeWindow
) -> None:
    file = tmp_path / "all.rrlib"
    library.files.export(file)
    settled(library, qtbot)
    assert "4 reports" in library.progress.text()
    other = make_window(services=FakeServices(tmp_path / "other"))
    settle(other, qtbot)
    other.actions_["library"].trigger()
    made = library_of(other)
    settled(made, qtbot)
    made.take((str(file),))
    settled(made, qtbot)
    qtbot.waitUntil(lambda: len(made.entries) == 4)
    file.write_bytes(b"x")
    made.take((str(file),))
    qtbot.waitUntil(lambda: "Cannot take in" in made.progress.text())


def test_reports_that_are_there_twice(library: LibraryWindow, tmp_path: Path, qtbot: QtBot) -> None:
    other = tmp_path / "second" / "again.txt"
    other.parent.mkdir()
    other.write_text(TEXT.format(place="济南市", year=2024, last=2023) + "另加一句。\n", "utf-8")
    library.take((str(other),))
    settled(library, qtbot)
    qtbot.waitUntil(lambda: len(library.entries) == 5)
    library.same.setChecked(True)
    assert places(library) == ["济南市2024", "济南市2024"]


def test_an_empty_library_says_what_to_do(make_window: MakeWindow, tmp_path: Path, qtbot: QtBot) -> None:
    window = make_window("/no/such/file.txt", services=FakeServices(tmp_path / "fresh"))
    from desktop.theme import LIGHT

    library = LibraryWindow(window.services, LIGHT, window)
    settled(library, qtbot)
    assert library.stack.currentWidget() is library.empty
    library.finish()
