"""Dictionaries in CC-CEDICT format: built once, verified, looked up by the longest word."""

from __future__ import annotations

import gzip
import zipfile
from pathlib import Path

import pytest

from index.errors import UnreadableDictionary
from models import cedict
from models.cedict import parse_entry
from models.dictionary import Dictionaries, Dictionary

TEXT = """# A small dictionary
#! license=https://example.invalid/licence
#! date=2024-01-02T03:04:05Z
發展 发展 [fa1 zhan3] /development/to develop/
發 发 [fa1] /to send out/
髮 发 [fa4] /hair/
展 展 [Zhan3] /surname Zhan/
展 展 [zhan3] /to open/see 發展|发展[fa1 zhan3]/
經濟 经济 [jing1 ji4] /economy/
經濟發展 经济发展 [jing1 ji4 fa1 zhan3] /economic development/
綠 绿 [lu:4] /green/
"""


def drain(dictionaries: Dictionaries, path: Path) -> Dictionary:
    work = dictionaries.add_steps(path)
    while True:
        try:
            next(work)
        except StopIteration as end:
            made = end.value
            assert isinstance(made, Dictionary)
            return made


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "small.u8"
    path.write_text(TEXT, encoding="utf-8", newline="\r\n")
    return path


def test_an_entry_is_parsed() -> None:
    entry = parse_entry("彈幕 弹幕 [dan4 mu4] /barrage (see 字幕[zi4 mu4])/danmaku/")
    assert entry is not None
    assert (entry.simplified, entry.traditional, entry.pinyin) == ("弹幕", "彈幕", "dàn mù")
    assert entry.glosses == ("barrage (see 字幕[zì mù])", "danmaku")
    assert parse_entry("弹幕 dan4 mu4") is None
    assert parse_entry("") is None


def test_it_is_built_verified_and_found_again(file: Path, tmp_path: Path) -> None:
    folder = tmp_path / "data" / "dictionaries"
    made = drain(Dictionaries(folder), file)
    assert (made.title, made.count, made.date) == ("A small dictionary", 8, "2024-01-02")
    assert [p.suffix for p in folder.iterdir()] == [".dictionary"]
    again = Dictionaries(folder)
    assert [(d.title, d.count) for d in again.all] == [("A small dictionary", 8)]
    assert drain(again, file).path == made.path
    assert len(again.all) == 1
    assert again.remove(made.name)
    assert not again.remove(made.name)
    assert list(folder.iterdir()) == []


def test_the_longest_word_then_its_characters(file: Path, tmp_path: Path) -> None:
    dictionaries = Dictionaries(tmp_path / "d")
    assert dictionaries.look_up("经济发展", 0) is None
    drain(dictionaries, file)
    found = dictionaries.look_up("推動經濟發展。", 3)
    assert found is not None
    assert (found.word, found.start) == ("經濟發展", 2)
    assert [e.traditional for e in found.characters] == ["發", "髮", "展", "展"]
    assert [e.pinyin for e in found.characters] == ["fā", "fà", "zhǎn", "Zhǎn"]  # surnames last
    single = dictionaries.look_up("绿", 0)
    assert single is not None
    assert (single.entries[0].pinyin, single.characters) == ("lǜ", ())
    assert dictionaries.look_up("推動", 0) is None
    assert dictionaries.look_up("A经济", 0) is None
    assert dictionaries.look_up("经济", 9) is None


def test_packed_files(file: Path, tmp_path: Path) -> None:
    packed = tmp_path / "small.txt.gz"
    packed.write_bytes(gzip.compress(file.read_bytes()))
    archive = tmp_path / "small.zip"
    with zipfile.ZipFile(archive, "w") as out:
        out.write(file, "cedict_ts.u8")
    for path in (packed, archive):
        assert drain(Dictionaries(tmp_path / path.stem), path).count == 8


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (b"", "no entries"),
        (b"# only words\n", "no entries"),
        ("你好,hello\n".encode(), "line 1 is no entry"),
        (TEXT.encode("utf-16"), "not UTF-8"),
        (TEXT.encode() + b"\xff\xfe", "line 12 is not UTF-8"),
        (TEXT.encode() + b"x" * 30_000, "longer than"),
        (gzip.compress(TEXT.encode())[:-20], "unpacked"),
        (b"PK\x03\x04broken", "unpacked"),
        (TEXT.encode() + "坏行\n".encode() * 60, "line 12 is no entry"),
    ],
)
def test_what_is_no_dictionary_is_one_line_and_leaves_nothing(
    tmp_path: Path, raw: bytes, reason: str
) -> None:
    path = tmp_path / "bad.u8"
    path.write_bytes(raw)
    folder = tmp_path / "d"
    with pytest.raises(UnreadableDictionary) as error:
        drain(Dictionaries(folder), path)
    assert reason in str(error.value)
    assert "\n" not in str(error.value)
    assert not folder.exists() or list(folder.iterdir()) == []


def test_a_bomb_is_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cedict, "MAX_BYTES", 1000)
    path = tmp_path / "bomb.gz"
    path.write_bytes(gzip.compress(TEXT.encode() * 500))
    with pytest.raises(UnreadableDictionary, match="larger"):
        drain(Dictionaries(tmp_path / "d"), path)


def test_stopping_leaves_nothing(file: Path, tmp_path: Path) -> None:
    work = Dictionaries(tmp_path / "d").add_steps(file)
    next(work)
    work.close()
    assert list((tmp_path / "d").iterdir()) == []


def test_a_damaged_file_is_left_out_and_told(file: Path, tmp_path: Path) -> None:
    made = drain(Dictionaries(tmp_path / "d"), file)
    raw = bytearray(made.path.read_bytes())
    raw[len(raw) // 2] ^= 1
    made.path.write_bytes(bytes(raw))
    again = Dictionaries(tmp_path / "d")
    assert again.all == []
    assert "damaged" in str(again.notices[0])
