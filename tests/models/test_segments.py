"""Cutting Chinese into words by the vocabulary of an encoder."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from models.segments import WordCutter, read_cutter
from tests.conftest import BUNDLED


def cut(cutter: WordCutter, text: str) -> list[str]:
    return [span.of(text) for span in cutter.cut(text)]


def test_the_likeliest_row_of_words() -> None:
    cutter = WordCutter({"发展": -5.0, "展经": -9.0, "经济": -5.0, "发展经济": -1.0, "A股": -1.0})
    assert cut(cutter, "发展经济") == ["发展", "经济"]  # a phrase is not a word
    assert cut(cutter, "發展經濟，发展3年") == ["發展", "經濟", "发展", "年"]
    assert cut(cutter, "A股abc 12%") == ["股"]
    assert cut(cutter, "") == []


def test_without_a_vocabulary_every_character_is_a_word(tmp_path: Path) -> None:
    assert cut(read_cutter(tmp_path / "none"), "发展") == ["发", "展"]
    for n, text in enumerate(("{", "[]", '{"model": 3}', json.dumps({"model": {"vocab": {"a": 1}}}))):
        folder = tmp_path / str(n)
        folder.mkdir()
        (folder / "tokenizer.json").write_text(text, "utf-8")
        assert cut(read_cutter(folder), "发展") == ["发", "展"]


@pytest.mark.models
def test_the_bundled_vocabulary_cuts_as_readers_do() -> None:
    cutter = read_cutter(BUNDLED / "encoder-zh-en")
    assert cut(cutter, "加快推进产业转型升级，扎实做好民生实事") == [
        "加快", "推进", "产业", "转型", "升级", "扎实", "做好", "民生", "实事",
    ]  # fmt: skip
    assert cut(cutter, "統籌發展和安全") == ["統籌", "發展", "和", "安全"]
    long = "改革" * 5_000
    assert len(cutter.cut(long)) == 5_000
