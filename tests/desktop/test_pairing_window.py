"""The official translation in the window: shown with its name, and taken back."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from desktop.main_window import MainWindow
from desktop.reader.provenance import origin_words, provenance
from tests.desktop.conftest import MakeWindow, settle
from tests.desktop_fakes import FakeServices
from tests.index.test_pairing import CHINESE, ENGLISH


def paired(window: MainWindow, qtbot: QtBot, path: Path) -> None:
    assert window.pairing is not None
    job = window.pairing.pair_with(str(path))
    with qtbot.waitSignal(job.succeeded, timeout=20_000):
        pass


def test_it_is_shown_named_and_taken_back(make_window: MakeWindow, tmp_path: Path, qtbot: QtBot) -> None:
    (tmp_path / "报告.txt").write_text(CHINESE, "utf-8")
    (tmp_path / "report.txt").write_text(ENGLISH, "utf-8")
    window = make_window(str(tmp_path / "报告.txt"), services=FakeServices(tmp_path / "data"))
    settle(window, qtbot)
    qtbot.waitUntil(lambda: window.pairing is not None)
    text = window.view.text
    sentence = next(s.id for s in text.report.sentences if text.source_of(s.id).startswith("城镇新增就业"))
    machine = text.translations[sentence].target
    paired(window, qtbot, tmp_path / "report.txt")
    qtbot.waitUntil(lambda: text.translations[sentence].target.startswith("A total of 360,000"))
    entry = text.translations[sentence].entry
    assert entry is not None
    assert provenance(entry) == "Official translation: report.txt"
    assert origin_words(entry) == "official translation"
    assert text.translations[sentence].numbers != "warning"
    assert "show their official translation" in window.statusBar().currentMessage()
    window.actions_["undo"].trigger()
    qtbot.waitUntil(lambda: sentence in text.translations and text.translations[sentence].target == machine)


def test_the_english_report_gets_its_original(make_window: MakeWindow, tmp_path: Path, qtbot: QtBot) -> None:
    (tmp_path / "报告.txt").write_text(CHINESE, "utf-8")
    (tmp_path / "report.txt").write_text(ENGLISH, "utf-8")
    window = make_window(str(tmp_path / "report.txt"), services=FakeServices(tmp_path / "data"))
    settle(window, qtbot)
    qtbot.waitUntil(lambda: window.pairing is not None)
    text = window.view.text
    paired(window, qtbot, tmp_path / "报告.txt")
    sentence = next(s.id for s in text.report.sentences if text.source_of(s.id).startswith("A total of"))
    qtbot.waitUntil(lambda: sentence in text.translations and "36万人" in text.translations[sentence].target)


def test_the_same_language_is_refused(window: MainWindow, qtbot: QtBot) -> None:
    assert window.pairing is not None
    job = window.pairing.pair_with(window.view.text.report.path)
    with qtbot.waitSignal(job.failed, timeout=20_000):
        pass
    assert "both texts are in Chinese" in window.notice.text()
