"""Glossaries in files: tables (CSV with comma, semicolon or tab) and TBX; read with care, written whole or not at all."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Final

from index.errors import UnreadableGlossary, UnusableOutput
from index.storage import write_atomically
from models.glossary import SEPARATOR, Origin, Term
from models.pinyin import has_han
from models.tbx import read_tbx_bytes, to_tbx
from models.term_rows import MOST, Collector, Problem, TermFile

LIMIT: Final = 32 * 1024 * 1024
"""Bytes that a file may have."""
COLUMNS: Final = ("zh", "en", "variants", "alternatives", "category", "note")
_NAMES: Final = {
    "zh": "zh zh-cn zh-hans zh-tw zh-hant chinese source src term 中文 汉语 术语 原文 源语言 词条",
    "en": "en en-us en-gb english target tgt translation 英文 英语 译文 译名 翻译 目标语言",
    "variants": "variants variant 变体 异名 别名",
    "alternatives": "alternatives alternative synonyms also 其他译法 备选译法 同义词",
    "category": "category domain subject subjectfield field 类别 分类 领域 类型",
    "note": "note notes comment comments definition gloss description 备注 说明 注释 释义 定义",
}
_COLUMN_OF: Final = {name: column for column, names in _NAMES.items() for name in names.split()}
_FORMULA: Final = tuple("=+-@\t")


def read_glossary(path: Path, origin: Origin = Origin.USER) -> TermFile:
    """The terms of a CSV, TSV or TBX file; raises UnreadableGlossary where there are none."""
    raw = _bytes_of(path)
    if path.suffix.lower() in (".tbx", ".xml") or raw.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):
        return _usable(path, read_tbx_bytes(raw, str(path), origin))
    return _usable(path, _read_table(raw, path, origin))


def read_csv(path: Path, origin: Origin = Origin.BUNDLED) -> TermFile:
    """The terms of a table; raises UnreadableGlossary."""
    return _usable(path, _read_table(_bytes_of(path), path, origin))


def write_glossary(path: Path, terms: Sequence[Term]) -> None:
    """Write terms as TBX or, for any other suffix, as CSV with a byte-order mark; raises UnusableOutput."""
    document = to_tbx(terms) if path.suffix.lower() == ".tbx" else "\ufeff" + to_csv(terms)
    try:
        write_atomically(path, document.encode("utf-8"))
    except OSError as error:
        raise UnusableOutput(str(path), error.strerror or str(error)) from error


def to_csv(terms: Iterable[Term]) -> str:
    """Terms as a table with a header. No cell can become a formula in a spreadsheet."""
    out = io.StringIO()
    table = csv.writer(out, lineterminator="\n")
    table.writerow(COLUMNS)
    for t in terms:
        cells = (t.zh, t.en, SEPARATOR.join(t.variants), SEPARATOR.join(t.alternatives), t.category, t.note)
        table.writerow([f"'{cell}" if cell.startswith(_FORMULA) else cell for cell in cells])
    return out.getvalue()


def _bytes_of(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            raw = file.read(LIMIT + 1)
    except OSError as error:
        raise UnreadableGlossary(str(path), (error.strerror or str(error)).lower()) from error
    if len(raw) > LIMIT:
        raise UnreadableGlossary(str(path), "it is larger than 32 MB")
    if not raw.strip():
        raise UnreadableGlossary(str(path), "it is empty")
    return raw


def _usable(path: Path, found: TermFile) -> TermFile:
    if found.terms:
        if len(found.terms) > MOST:
            raise UnreadableGlossary(str(path), f"it holds more than {MOST:,} terms")
        return found
    if not found.problems:
        raise UnreadableGlossary(str(path), "it holds no terms in Chinese and English")
    first = found.problems[0]
    raise UnreadableGlossary(str(path), f"line {first.line}: {first.reason}")


def _text_of(raw: bytes, path: Path) -> str:
    """UTF-8, UTF-16 with its mark, or what Chinese spreadsheets write."""
    encodings = ("utf-16",) if raw[:2] in (b"\xff\xfe", b"\xfe\xff") else ("utf-8-sig", "gb18030")
    for encoding in encodings:
        try:
            text = raw.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\x00" not in text:
            return text
    raise UnreadableGlossary(str(path), "it is no text in UTF-8, UTF-16 or GB 18030")


def _read_table(raw: bytes, path: Path, origin: Origin) -> TermFile:
    text = _text_of(raw, path)
    collector = Collector(origin)
    columns: dict[str, int] | None = None
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text), strict=True)
    line = 0
    try:
        for cells in reader:
            line, start = reader.line_num, line + 1
            cells = [cell.strip() for cell in cells]
            if not any(cells) or cells[0].startswith("#"):
                continue
            if columns is None:
                columns = _header(cells)
                if columns is not None:
                    if not {"zh", "en"} <= set(columns):
                        raise UnreadableGlossary(
                            str(path), f"line {start}: the header names no column for Chinese and English"
                        )
                    continue
                columns = _guessed(cells)
            _add(collector, start, cells, columns)
            if collector.is_full:
                break
    except csv.Error as error:
        raise UnreadableGlossary(str(path), f"line {line + 1}: {error}") from error
    return collector.result()


def _delimiter(text: str) -> str:
    """Tab, semicolon or comma: the first that stands in the first line of content."""
    lines = (line for line in text.splitlines() if line.strip() and not line.startswith("#"))
    first = next(lines, "")
    return next((mark for mark in "\t;," if mark in first), ",")


def _header(cells: Sequence[str]) -> dict[str, int] | None:
    """The columns that a first row names, None where it is a term itself."""
    names = [_COLUMN_OF.get(cell.strip().lower().replace("_", "-"), "") for cell in cells]
    if not any(names) or sum(map(bool, names)) < min(2, len(cells)):
        return None
    columns: dict[str, int] = {}
    for at, name in enumerate(names):
        if name:
            columns.setdefault(name, at)
    return columns


def _guessed(cells: Sequence[str]) -> dict[str, int]:
    """The columns of a table without a header: Chinese and English, in whichever order, then a category and a note."""
    turned = len(cells) > 1 and has_han(cells[1]) and not has_han(cells[0])
    first, second = (1, 0) if turned else (0, 1)
    if len(cells) == 3:
        return {"zh": first, "en": second, "note": 2}
    return {"zh": first, "en": second, "category": 2, "note": 3}


def _add(collector: Collector, line: int, cells: Sequence[str], columns: dict[str, int]) -> None:
    def cell(name: str) -> str:
        at = columns.get(name, -1)
        value = cells[at] if 0 <= at < len(cells) else ""
        return value[1:] if value[:1] == "'" and value[1:].startswith(_FORMULA) else value

    if len(cells) < 2:
        collector.problems.append(Problem(line, "there is one column; Chinese and English are needed"))
        return
    zh, *variants = cell("zh").split("|")
    en, *alternatives = cell("en").split("|")
    variants += cell("variants").split("|")
    alternatives += cell("alternatives").split("|")
    term = Term(zh, en, tuple(variants), tuple(alternatives), cell("category"), cell("note"))
    collector.add(line, term)
