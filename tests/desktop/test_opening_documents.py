"""Documents in the window: dropped, in folders and zip files, in another encoding, read only in part."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from desktop.catalogue import make_catalogue
from desktop.encoding_menu import EncodingMenu, encoding_name
from desktop.main_window import MainWindow
from desktop.opening import take_dropped
from desktop.reading_reasons import reading_words
from index.readers import choose_encoding, chosen_encoding
from tests.desktop.conftest import MakeWindow, settle
from tests.document_files import docx_file, html_page, pdf_file, save, wrapped, zip_file

TEXT = "2025年某市政府工作报告\n各位代表：\n一、2024年工作回顾\n全市生产总值增长5.8%，就业稳定。\n"


def encodings(window: MainWindow, qtbot: QtBot) -> EncodingMenu:
    qtbot.waitUntil(lambda: window.findChild(EncodingMenu) is not None)
    found = window.findChild(EncodingMenu)
    assert isinstance(found, EncodingMenu)
    return found


def test_a_text_is_read_again_in_the_encoding_that_was_chosen(
    make_window: MakeWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    file = save(tmp_path, "a.txt", TEXT.encode("gb18030"))
    window = make_window(str(file))
    menu = encodings(window, qtbot)
    settle(window, qtbot)
    assert menu.menu.menuAction().isEnabled()
    assert menu.detected.text() == "Detected (GB18030)"
    assert menu.detected.isChecked()
    try:
        menu.actions["big5hkscs"].trigger()
        assert window.view.text.report.encoding == "big5hkscs"
        assert "各位代表" not in window.view.text.report.text
        assert menu.actions["big5hkscs"].isChecked()
        window.open_sample()
        assert menu.detected.isChecked()
        window.open_path(str(file))  # remembered while the program runs
        assert menu.actions["big5hkscs"].isChecked()
        menu.actions["utf-16"].trigger()  # cannot be: what is shown stays
        menu.detected.trigger()
        assert "各位代表" in window.view.text.report.text
        assert chosen_encoding(file) is None
    finally:
        choose_encoding(file, None)


def test_an_encoding_that_cannot_be_is_taken_back(
    make_window: MakeWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    file = save(tmp_path, "a.txt", TEXT.encode("gb18030"))
    window = make_window(str(file))
    menu = encodings(window, qtbot)
    settle(window, qtbot)
    menu.actions["utf-8"].trigger()
    assert "not utf-8 text" in window.notice.text()
    assert menu.detected.isChecked()
    assert chosen_encoding(file) is None
    assert "各位代表" in window.view.text.report.text


def test_the_menu_stands_in_the_file_menu_and_rests_for_word_documents(
    make_window: MakeWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    window = make_window(str(save(tmp_path, "a.docx", docx_file(TEXT.split("\n")))))
    menu = encodings(window, qtbot)
    around = window.recent_menu.menuAction().associatedObjects()
    file_menu = next(part for part in around if isinstance(part, QMenu))
    assert [action.text() for action in file_menu.actions()][:3] == ["Open…", "Open recent", "Encoding"]
    assert not menu.menu.menuAction().isEnabled()
    assert encoding_name("utf-16-le") == "UTF-16"


@pytest.mark.parametrize("kind", ["folder", "zip", "files"])
def test_of_several_reports_the_first_is_opened_and_all_are_kept(
    kind: str, make_window: MakeWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    parts = {
        "a.html": html_page(TEXT.split("\n")[1:], "2024年甲市政府工作报告"),
        "b.docx": docx_file(TEXT.split("\n")),
        "c.pdf": pdf_file(
            [[(80, 700 - 20 * i, w) for i, w in enumerate(wrapped(["各位代表：", "增长5%。" * 20], 30))]]
        ),
        "d.docx": b"PK\x03\x04 broken",
    }
    folder = tmp_path / "reports"
    folder.mkdir()
    for name, data in parts.items():
        save(folder, name, data)
    archive = save(tmp_path, "reports.zip", zip_file(parts))
    window = make_window()
    settle(window, qtbot)
    dropped = {
        "folder": [str(folder)],
        "zip": [str(archive)],
        "files": [str(folder / name) for name in parts],
    }
    take_dropped(window, dropped[kind])
    qtbot.waitUntil(lambda: "3 reports" in window.statusBar().currentMessage(), timeout=10_000)
    assert window.view.text.report.title == "2024年甲市政府工作报告"
    kept = {Path(known.path).name: known.found for known in window.services.library().reports()}
    assert {"a.html", "b.docx", "c.pdf"} <= set(kept)
    assert kept["b.docx"]
    assert "d.docx" in window.notice.text()


def test_an_empty_folder_is_told(make_window: MakeWindow, qtbot: QtBot, tmp_path: Path) -> None:
    window = make_window()
    settle(window, qtbot)
    (tmp_path / "empty").mkdir()
    take_dropped(window, [str(tmp_path / "empty")])
    qtbot.waitUntil(lambda: "no reports" in window.notice.text())


def test_what_could_not_be_read_is_told_above_the_text(
    make_window: MakeWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    data = pdf_file([[(80, 700, "各位代表："), (80, 680, "全市生产总值增长5.8%，就业稳定，物价平稳。")]])
    file = save(tmp_path, "a.pdf", data[: data.rindex(b"startxref")] + b"startxref\n7\n%%EOF\n")
    window = make_window(str(file))
    settle(window, qtbot)
    assert window.notice.text().startswith("The file is damaged")
    assert window.view.text.report.pages


def test_reasons_are_told_in_chinese(qtbot: QtBot) -> None:
    catalogue = make_catalogue("zh")
    assert catalogue is not None
    QCoreApplication.installTranslator(catalogue)
    try:
        assert "OCR" in reading_words(
            "it is a scan without a text layer; make one with text recognition (OCR), then open the new file"
        )
        assert (
            reading_words("the file has 70 MB; more than 64 MB is no report")
            == "文件有 70 MB，超过 64 MB 的不会是报告"
        )
        assert reading_words("2 of 9 pages are scans without text and are missing here: 3, 4").startswith(
            "9 页中有 2 页"
        )
        assert reading_words("something else") == "something else"
    finally:
        QCoreApplication.removeTranslator(catalogue)
