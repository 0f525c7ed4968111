"""The interface in Chinese: every word is there, and takes the same fillings."""

from __future__ import annotations

import ast
import importlib.util
import re
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from xml.sax.saxutils import escape

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.catalogue import FILES, Catalogue, in_taiwan, interface_language, load_words, make_catalogue
from desktop.window import make_window as make
from desktop.wording import status_word
from resources import resource_path
from tests.conftest import ROOT
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


def linguist() -> ModuleType:
    spec = importlib.util.spec_from_file_location("linguist", ROOT / "packaging" / "linguist.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("language", ["zh", "zh_TW"])
def test_what_is_compiled_is_what_is_written(language: str) -> None:
    """Where this fails: python packaging/linguist.py write."""
    tool = linguist()
    words = tool.tables()[language]
    catalogue = make_catalogue(language)
    assert catalogue is not None
    assert {source: catalogue.translate("", source) for source in words} == words
    source = resource_path("translations", f"{FILES[language]}.ts").read_bytes()
    assert tool.from_ts(source) == words
    assert source == tool.as_ts(words, FILES[language].removeprefix("report-reader_"))


def test_a_file_that_was_edited_in_linguist_comes_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tool = linguist()
    for name in ("zh.toml", "zh_TW.toml"):
        (tmp_path / name).write_bytes((resource_path("translations", name)).read_bytes())
    monkeypatch.setattr(tool, "FOLDER", tmp_path)
    monkeypatch.setattr(tool, "SIMPLIFIED", tmp_path / "zh.toml")
    monkeypatch.setattr(tool, "TRADITIONAL", tmp_path / "zh_TW.toml")
    tool.write()
    for name, old, new in (
        ("zh_CN", "打开示例报告", '打开范例 <&> "x"'),
        ("zh_TW", "檔案(&amp;F)", "文檔(&amp;F)"),
    ):
        file = tmp_path / f"report-reader_{name}.ts"
        words = file.read_text("utf-8")
        assert old in words
        file.write_text(words.replace(old, escape(new) if name == "zh_CN" else new), "utf-8")
        tool.read(file)
    tables = tool.tables()
    assert tables["zh"]["Open the sample report"] == '打开范例 <&> "x"'
    assert tables["zh"]["&File"] == "文件(&F)"
    assert tables["zh_TW"]["&File"] == "文檔(&F)"
    assert (tmp_path / "report-reader_zh_TW.qm").stat().st_size > 10_000


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
