"""Documents of every format, broken in many ways: a report comes out or one line, never anything else."""

from __future__ import annotations

import random
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest

from index.errors import UnreadableReport
from index.readers import open_report
from index.readers.archive import documents_in, is_container
from index.readers.document import Limits
from tests.document_files import docx_file, epub_file, html_page, pdf_file, save, wrapped, zip_file

LINES = [
    "2025年某市政府工作报告",
    "——2025年1月20日在某市第十六届人民代表大会第三次会议上",
    "各位代表：",
    "一、2024年工作回顾",
    "全市生产总值增长5.8%，就业稳定，物价平稳，各项工作取得新的成绩。" * 4,
    "二、2025年重点工作",
    "全市生产总值增长5.5%左右，城镇新增就业36万人，坚持稳中求进工作总基调。" * 4,
]
EACH = 24
"""Mutants of each format."""


def _seeds() -> dict[str, bytes]:
    text = "\n".join(LINES)
    page = [(70.0, 780.0 - 18 * i, line) for i, line in enumerate(wrapped(LINES, 36))]
    return {
        "a.txt": text.encode("gb18030"),
        "b.txt": text.encode("utf-16"),
        "a.docx": docx_file(LINES),
        "a.html": html_page(LINES[2:], LINES[0], "gb18030"),
        "a.md": (
            "# " + "\n\n".join(LINES) + "\n\n1. 甲\n2. 乙\n\n| a | b |\n|---|---|\n| 1 | 2 |\n"
        ).encode(),
        "a.epub": epub_file([LINES[:3], LINES[3:]]),
        "a.pdf": pdf_file([page, page]),
        "a.zip": zip_file(
            {"a.txt": text.encode(), "b.html": html_page(LINES, "x"), "c.docx": docx_file(LINES)}
        ),
    }


def _cut(data: bytes, chance: random.Random) -> bytes:
    return data[: chance.randrange(len(data))]


def _flip(data: bytes, chance: random.Random) -> bytes:
    broken = bytearray(data)
    for _ in range(chance.choice((1, 8, 64))):
        broken[chance.randrange(len(broken))] ^= 1 << chance.randrange(8)
    return bytes(broken)


def _zero(data: bytes, chance: random.Random) -> bytes:
    start = chance.randrange(len(data))
    size = min(chance.choice((16, 256, 4096)), len(data) - start)
    return data[:start] + b"\x00" * size + data[start + size :]


def _repeat(data: bytes, chance: random.Random) -> bytes:
    start = chance.randrange(len(data))
    piece = data[start : start + chance.choice((8, 200, 3000))]
    at = chance.randrange(len(data))
    return data[:at] + piece * chance.choice((1, 2, 40)) + data[at:]


def _noise(data: bytes, chance: random.Random) -> bytes:
    at = chance.randrange(len(data))
    return data[:at] + chance.randbytes(chance.choice((1, 20, 500))) + data[at:]


def _inside(data: bytes, chance: random.Random) -> bytes:
    """The archive with one of its parts broken and packed again, so that its checksums hold."""
    if not data.startswith(b"PK"):
        return _flip(data, chance)
    with zipfile.ZipFile(BytesIO(data)) as archive:
        parts: dict[str, bytes | str] = {name: archive.read(name) for name in archive.namelist()}
    name = chance.choice([part for part, held in parts.items() if held])
    held = parts[name]
    assert isinstance(held, bytes)
    parts[name] = chance.choice(WAYS[:-1])(held, chance)
    if chance.random() < 0.1:
        del parts[name]
    return zip_file(parts)


WAYS: tuple[Callable[[bytes, random.Random], bytes], ...] = (_cut, _flip, _zero, _repeat, _noise, _inside)


def outcomes(file: Path) -> list[str]:
    """What became of each document in a file: why it was refused, or nothing where a whole report came out."""
    try:
        documents = documents_in(file).documents if is_container(file) else (file,)
    except UnreadableReport as error:
        return [str(error)]
    return [outcome(document) for document in documents]


def outcome(file: Path) -> str:
    """Why a document was refused; empty where a whole report came out."""
    try:
        report = open_report(file, limits=Limits(seconds=20))
    except UnreadableReport as error:
        return str(error)
    assert report.text.strip()
    assert len(report.id) == 64
    assert report.sentences
    assert all(page >= 1 and 0 <= offset <= len(report.text) for offset, page in report.pages)
    return ""


@pytest.mark.parametrize("name", sorted(_seeds()))
def test_broken_documents_are_read_or_refused(name: str, tmp_path: Path) -> None:
    seed = _seeds()[name]
    for number in range(EACH):
        chance = random.Random(f"{name} {number}")
        file = save(tmp_path, name, WAYS[number % len(WAYS)](seed, chance))
        assert not [line for line in outcomes(file) if "\n" in line]


def test_files_that_say_they_are_what_they_are_not(tmp_path: Path) -> None:
    seeds = _seeds()
    for suffix in (".txt", ".docx", ".html", ".md", ".epub", ".pdf"):
        for data in seeds.values():
            assert "\n" not in outcome(save(tmp_path, f"x{suffix}", data))


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("laughs.xhtml", b'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><html><body><p>&b;</p></body></html>'),
        ("open.html", "<html><body><script>文字都在没有关上的脚本里。".encode()),
        ("attributes.html", b"<p " + b"a=1 " * 50_000 + "x>全市生产总值增长5.8%，就业稳定，物价平稳。".encode()),
        ("spans.html", b"<table><tr><td colspan=1000000000 rowspan=1000000000>" + "全市生产总值增长5.8%，就业稳定。".encode()),
        ("quotes.md", b">" * 5_000 + "深处".encode()),
        ("lists.md", b"".join(b" " * (2 * n) + b"- x\n" for n in range(300))),
        ("brackets.md", b"[" * 20_000),
        ("stars.md", b"*a_ " * 5_000),
        ("page-loop.pdf", b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Count 1/Kids[2 0 R]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF"),
        ("count.pdf", b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Count 99999999/Kids[]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF"),
        ("surrogates.txt", "各位代表\ud800".encode("utf-8", "surrogatepass")),
    ],
)  # fmt: skip
def test_hostile_documents_cost_little(name: str, data: bytes, tmp_path: Path) -> None:
    assert "\n" not in outcome(save(tmp_path, name, data))
