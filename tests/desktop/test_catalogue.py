"""The interface in Chinese: every word is there, and takes the same fillings."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.catalogue import Catalogue, in_taiwan, interface_language, load_words, make_catalogue
from desktop.window import make_window as make
from desktop.wording import status_word
from resources import resource_path
from tests.desktop.conftest import MakeWindow, settle
from tests.desktop_fakes import FakeServices

DESKTOP = Path(__file__).resolve().parents[2] / "desktop"


def words_of_the_interface() -> Iterator[str]:
    for path in DESKTOP.rglob("*.py"):
        if "cli" in path.parts:
            continue
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and node.args and isinstance(node.args[0], ast.Constant):
                name = getattr(node.func, "attr", getattr(node.func, "id", ""))
                if name in ("tr", "_tr", "noted"):
                    yield str(node.args[0].value)


def test_every_word_is_translated_and_no_translation_is_left_over() -> None:
    words = load_words(resource_path("translations", "zh.toml"))
    used = set(words_of_the_interface())
    assert len(used) > 100
    assert used - set(words) == set()
    assert set(words) - used == set()


def test_translations_take_the_same_fillings() -> None:
    for english, chinese in load_words(resource_path("translations", "zh.toml")).items():
        assert chinese.strip()
        assert sorted(re.findall(r"\{\w+\}", english)) == sorted(re.findall(r"\{\w+\}", chinese))


def test_the_window_speaks_chinese(make_window: MakeWindow, qtbot: QtBot) -> None:
    catalogue = make_catalogue("zh")
    assert catalogue is not None
    QCoreApplication.installTranslator(catalogue)
    try:
        window = make_window()
        settle(window, qtbot)
        assert window.panes.side.tabs.tabText(1) == "指标"
        assert status_word("target") == "目标"
        window.open_path("/no/such/file.txt")
        assert window.notice.text().startswith("无法打开")
    finally:
        QCoreApplication.removeTranslator(catalogue)
    assert status_word("target") == "target"


def test_traditional_chinese_has_every_word_in_the_words_of_taiwan() -> None:
    words = load_words(resource_path("translations", "zh.toml"))
    traditional = in_taiwan(words)
    assert set(traditional) == set(words)
    assert traditional["&File"] == "檔案(&F)"
    assert traditional["Search"] == "搜尋"
    for english, shown in traditional.items():
        assert sorted(re.findall(r"\{\w+\}", english)) == sorted(re.findall(r"\{\w+\}", shown))
        for general in ("软", "搜索", "文件夹", "工具欄", "文本", "默认", "設置"):
            assert general not in shown, shown


def test_another_language_closes_the_window_to_come_back_where_it_was(
    make_window: MakeWindow, qtbot: QtBot
) -> None:
    window = make_window()
    settle(window, qtbot)
    window.view.go_to_offset(6_000)
    offset, path = window.view.top_offset(), window.view.text.report.path
    window.actions_["language.zh_TW"].trigger()
    assert window.reopens
    assert not window.isVisible()
    kept, _ = window.services.settings_file.load()
    assert (kept.language, kept.last_report, kept.last_offset) == ("zh_TW", path, offset)
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    try:
        again = make(FakeServices(window.services.data_folder), application)
        assert again.panes.side.tabs.tabText(1) == "指標"
        assert again.actions_["language.zh_TW"].isChecked()
        again.close()
    finally:
        for catalogue in application.findChildren(Catalogue):
            application.removeTranslator(catalogue)
            catalogue.deleteLater()


def test_languages_are_chosen_by_setting() -> None:
    assert interface_language("zh") == "zh"
    assert interface_language("en") == "en"
    assert interface_language("system") in ("en", "zh", "zh_TW")
    assert make_catalogue("en") is None
    assert make_catalogue("xx") is None
