"""Opening text files: every encoding, and every way a file can be no text."""

from __future__ import annotations

import codecs
import os
import time
from pathlib import Path

import pytest

from index.errors import UnreadableReport
from index.readers import open_report
from index.readers.plain import read_plain
from index.readers.source import MAX_BYTES
from index.variants import to_traditional
from resources import resource_path

SAMPLE = resource_path("reports", "qingdao-2024.txt")
TEXT = SAMPLE.read_text(encoding="utf-8")[:6000]
TRADITIONAL = to_traditional(TEXT)


def reason(path: Path | str, encoding: str | None = None) -> str:
    with pytest.raises(UnreadableReport) as caught:
        open_report(path, encoding)
    said = str(caught.value)
    assert "\n" not in said
    assert str(path) in said
    return caught.value.reason


def test_the_sample_opens() -> None:
    report = open_report(SAMPLE)
    assert report.path == str(SAMPLE)
    assert len(report.sentences) > 500


@pytest.mark.parametrize(
    ("text", "encoding", "mark"),
    [
        (TEXT, "utf-8", b""),
        (TEXT, "utf-8", codecs.BOM_UTF8),
        (TEXT, "utf-16-le", codecs.BOM_UTF16_LE),
        (TEXT, "utf-16-be", codecs.BOM_UTF16_BE),
        (TEXT, "utf-32-le", codecs.BOM_UTF32_LE),
        (TEXT, "utf-16-le", b""),
        (TEXT, "utf-16-be", b""),
        (TEXT, "gb18030", b""),
        (TRADITIONAL, "gb18030", b""),
        (TRADITIONAL, "utf-16-be", b""),
        ("The Government Work Report\n\nGDP grew by 5.9 percent — as planned.", "cp1252", b""),
        ("The Government Work Report\nGDP grew.\n", "utf-16-le", b""),
    ],
)
@pytest.mark.parametrize("length", [400, 6000])
def test_the_encoding_is_found(tmp_path: Path, text: str, encoding: str, mark: bytes, length: int) -> None:
    file = tmp_path / "报告.txt"
    file.write_bytes(mark + text[:length].encode(encoding))
    found = read_plain(file)
    assert found.text == text[:length]
    assert found.damaged == 0


def test_big5_is_told_from_gb18030(tmp_path: Path) -> None:
    file = tmp_path / "big5.txt"
    data = TRADITIONAL.encode("big5hkscs", errors="ignore")
    file.write_bytes(data)
    assert read_plain(file).text == data.decode("big5hkscs")


def test_the_user_overrules_the_detection(tmp_path: Path) -> None:
    file = tmp_path / "short.txt"
    file.write_bytes("工作".encode("big5"))
    assert open_report(file, "big5").text == "工作"
    assert "no text encoding named klingon" in reason(file, "klingon")
    assert "no text encoding" in reason(file, "hex")


def test_a_few_bad_bytes_are_shown_and_counted(tmp_path: Path) -> None:
    file = tmp_path / "damaged.txt"
    data = bytearray(TEXT.encode("utf-8"))
    data[900] = 0xFF
    data[3000] = 0xFE
    file.write_bytes(bytes(data[:-1]))
    found = read_plain(file)
    assert found.encoding == "utf-8"
    assert 2 <= found.damaged <= 9
    assert found.text.count("\ufffd") == found.damaged
    assert TEXT[1500:2500] in found.text


def test_line_ends_of_all_kinds(tmp_path: Path) -> None:
    file = tmp_path / "lines.txt"
    file.write_bytes("一、回顾\r\n第二行\r第三行\n".encode())
    assert [p.span.of("一、回顾\n第二行\n第三行\n") for p in open_report(file).paragraphs] == [
        "一、回顾",
        "第二行",
        "第三行",
    ]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "empty"),
        (b" \r\n\xef\xbb\xbf\n", "only blanks"),
        (codecs.BOM_UTF8, "only blanks"),
        (b"%PDF-1.7\n%\xe2\xe3", "PDF"),
        (b"PK\x03\x04" + bytes(40), "zip archive"),
        (bytes(range(256)) * 40, "not a text file"),
        (bytes(4096), "not a text file"),
        (b"\x00\x01\x02\x03text" * 50, "not a text file"),
    ],
)
def test_what_is_no_text_is_refused_with_one_reason(tmp_path: Path, content: bytes, said: str) -> None:
    file = tmp_path / "file.txt"
    file.write_bytes(content)
    assert said in reason(file)


def test_random_bytes_are_refused(tmp_path: Path) -> None:
    file = tmp_path / "noise.txt"
    for seed in range(20):
        state, data = seed * 7919 + 1, bytearray()
        for _ in range(5000):
            state = (state * 1103515245 + 12345) % 2**31
            data.append(state >> 16 & 0xFF)
        file.write_bytes(bytes(data))
        assert reason(file)


def test_missing_folder_and_odd_names(tmp_path: Path) -> None:
    assert "no such file" in reason(tmp_path / "nowhere.txt")
    assert "a folder" in reason(tmp_path)
    with pytest.raises(UnreadableReport):
        open_report("bad\x00name.txt")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_pipe_does_not_hang(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    assert "not a regular file" in reason(tmp_path / "pipe.txt")


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_a_forbidden_file(tmp_path: Path) -> None:
    file = tmp_path / "secret.txt"
    file.write_text(TEXT, encoding="utf-8")
    file.chmod(0)
    assert "permission" in reason(file)


def test_a_huge_file_is_refused_unread(tmp_path: Path) -> None:
    file = tmp_path / "huge.txt"
    with file.open("wb") as handle:
        handle.truncate(MAX_BYTES + 1)
    assert "64 MB" in reason(file)


def test_formats_that_are_not_read_are_told_with_a_way_out(tmp_path: Path) -> None:
    file = tmp_path / "report.odt"
    file.write_bytes(b"PK\x03\x04")
    assert ".odt files are not read; save it as .docx" in reason(file)
    assert "no such file" in reason(tmp_path / "other.docx")


def test_an_unknown_suffix_with_text_in_it_is_read(tmp_path: Path) -> None:
    file = tmp_path / "report.2024"
    file.write_text(TEXT, encoding="utf-8")
    assert open_report(file).year == 2024


@pytest.mark.slow
def test_twenty_megabytes_open_in_seconds(tmp_path: Path) -> None:
    file = tmp_path / "large.txt"
    copies = 20 * 1024 * 1024 // len(TEXT.encode("utf-8")) + 1
    file.write_text((TEXT + "\n") * copies, encoding="utf-8")
    began = time.process_time()
    report = open_report(file)
    assert time.process_time() - began < 15
    assert len(report.paragraphs) > 20_000
