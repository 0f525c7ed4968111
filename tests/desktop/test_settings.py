"""Settings on disk."""

from __future__ import annotations

import os
import sys
import tempfile
import tomllib
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.data_folder import find_data_folder
from desktop.settings import BrokenSettings, Settings, SettingsFile
from index.errors import UnwritableFolder

WORDS = st.text(max_size=20).filter(lambda t: not any("\ud800" <= c <= "\udfff" for c in t))


@given(st.lists(WORDS, max_size=5), WORDS, st.integers(60, 240), st.integers(0, 10**7))
def test_what_is_saved_is_loaded(recent: list[str], last: str, zoom: int, offset: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        file = SettingsFile(Path(folder))
        settings = Settings("interleaved", "traditional", "dark", "zh", zoom, last, offset, tuple(recent))
        assert file.save(settings) is None
        assert file.load() == (settings, None)


def test_a_missing_file_means_defaults_and_makes_no_folder(tmp_path: Path) -> None:
    folder = tmp_path / "nowhere"
    assert SettingsFile(folder).load() == (Settings(), None)
    assert not folder.exists()


@pytest.mark.parametrize("content", [b"layout = ", b"\xff\xfe\x00", b"[[["])
def test_a_broken_file_is_put_aside_with_one_notice(tmp_path: Path, content: bytes) -> None:
    file = SettingsFile(tmp_path)
    file.path.write_bytes(content)
    settings, notice = file.load()
    assert settings == Settings()
    assert isinstance(notice, BrokenSettings)
    assert (tmp_path / "settings.toml.broken").read_bytes() == content
    assert file.load() == (Settings(), None)


def test_a_wrong_value_costs_only_itself(tmp_path: Path) -> None:
    file = SettingsFile(tmp_path)
    file.path.write_text('layout = "sideways"\nzoom = 9000\ntheme = "dark"\nlast_offset = true\n')
    settings, notice = file.load()
    assert (settings.layout, settings.zoom, settings.theme) == ("columns", 240, "dark")
    assert isinstance(notice, BrokenSettings)
    assert "layout" in notice.reason
    assert "last_offset" in notice.reason


def test_unknown_keys_are_kept(tmp_path: Path) -> None:
    file = SettingsFile(tmp_path)
    file.path.write_text('voice = "low"\nsizes = [1, 2]\ntheme = "light"\n')
    settings, _ = file.load()
    assert file.save(replace(settings, theme="dark")) is None
    table = tomllib.loads(file.path.read_text())
    assert (table["voice"], table["sizes"], table["theme"]) == ("low", [1, 2], "dark")


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("")
    assert isinstance(SettingsFile(blocked / "data").save(Settings()), UnwritableFolder)
    assert SettingsFile(blocked / "data").load() == (Settings(), None)


def test_saving_leaves_no_temporary_file(tmp_path: Path) -> None:
    file = SettingsFile(tmp_path)
    file.save(Settings())
    file.save(Settings(zoom=120))
    assert [p.name for p in tmp_path.iterdir()] == ["settings.toml"]


def test_recent_files_are_few_and_each_once() -> None:
    settings = Settings()
    for i in range(15):
        settings = settings.with_recent(f"r{i}.txt")
    settings = settings.with_recent("r9.txt")
    assert settings.recent[0] == settings.last_report == "r9.txt"
    assert len(settings.recent) == len(set(settings.recent)) == 10


def test_the_data_folder_is_where_one_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REPORT_READER_DATA", str(tmp_path / "a"))
    assert find_data_folder(tmp_path / "b") == tmp_path / "a"
    monkeypatch.delenv("REPORT_READER_DATA")
    assert find_data_folder(tmp_path / "b") == tmp_path / "b"
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "c"))
    if sys.platform.startswith("linux"):
        assert find_data_folder() == tmp_path / "c" / "report-reader"
    assert not list(tmp_path.iterdir())
    assert os.fspath(find_data_folder("~/x")).startswith(str(Path.home()))
