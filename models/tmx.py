"""TMX 1.4b, the exchange format of translation memories: read with care, written so that it reads back the same.

A file is hostile until shown otherwise: no entities, no external parts, and limits on everything that can grow.
"""

from __future__ import annotations

import re
from collections.abc import Generator, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Final
from xml.sax.saxutils import escape, quoteattr

from index.errors import UnreadableMemory
from index.report import Language
from models.memory import Entry, Origin, one_line

if TYPE_CHECKING:
    from xml.parsers.expat import XMLParserType

MAX_BYTES: Final = 512 * 1024 * 1024
MAX_UNITS: Final = 500_000
MAX_SEGMENT: Final = 20_000
"""Characters of a segment; a longer one is skipped with its unit."""
_MAX_DEPTH: Final = 64
_CHUNK: Final = 256 * 1024
_DECLARED: Final = re.compile(rb"""^<\?xml[^>]{0,200}?encoding\s*=\s*["']([A-Za-z0-9._-]{1,40})["']""")
_MULTIBYTE: Final = {
    "gb2312": "gb18030", "gbk": "gb18030", "gb18030": "gb18030", "big5": "big5hkscs", "big5-hkscs": "big5hkscs",
}  # fmt: skip
_STAMP: Final = re.compile(r"(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z")
_ISO: Final = re.compile(r"(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:\.\d+)?Z")
_CODES: Final = frozenset(("bpt", "ept", "ph", "it", "ut"))
"""Inline elements that hold the codes of a format, and in ``sub`` words of another place; ``hi`` holds words of its own."""
_GAP: Final = "\0"
"""Where a code stood that keeps words apart; no XML holds this character."""
_BETWEEN_WORDS: Final = re.compile(f"(?<=[A-Za-z0-9]){_GAP}+(?=[A-Za-z0-9])")
_CJK_BREAK: Final = re.compile(r"(?<=[^\x00-\x7f])\s*\n\s*(?=[^\x00-\x7f])")
_XML_LANG: Final = "xml:lang"
_TAGS: Final = {Language.ZH: "zh-CN", Language.EN: "en"}


@dataclass(frozen=True, slots=True)
class Skipped:
    """Units that gave no entry, by the reason."""

    without_both_languages: int = 0
    empty: int = 0
    too_long: int = 0
    unreadable: int = 0

    @property
    def total(self) -> int:
        """All of them."""
        return self.without_both_languages + self.empty + self.too_long + self.unreadable


@dataclass(frozen=True, slots=True)
class TmxContent:
    """The pairs of a file, in its order, and what was skipped."""

    entries: tuple[Entry, ...]
    skipped: Skipped


def read_tmx(path: Path) -> TmxContent:
    """The Chinese and English pairs of a file; raises ``UnreadableMemory``."""
    steps = read_tmx_steps(path)
    while True:
        try:
            next(steps)
        except StopIteration as end:
            content: TmxContent = end.value
            return content


def read_tmx_steps(path: Path) -> Generator[tuple[int, int], None, TmxContent]:
    """``read_tmx``, giving (bytes read, bytes in all) on the way."""
    try:
        size = path.stat().st_size
        if size > MAX_BYTES:
            raise UnreadableMemory(str(path), f"it is larger than {MAX_BYTES // 2**20} MB")
        if not size:
            raise UnreadableMemory(str(path), "it is empty")
        with path.open("rb") as file:
            head = file.read(1024)
            file.seek(0)
            reader = _Reader(path, head)
            done = 0
            while chunk := file.read(_CHUNK):
                reader.feed(chunk)
                done += len(chunk)
                yield done, size
            return reader.finish()
    except OSError as error:
        raise UnreadableMemory(str(path), (error.strerror or str(error)).lower()) from error


@dataclass(slots=True)
class _Variant:
    """A ``tuv``: its language, its text so far, and who wrote it when."""

    language: Language | None
    parts: list[str] = field(default_factory=list)
    length: int = 0
    date: str = ""
    author: str = ""

    def add(self, text: str) -> None:
        self.length += len(text)
        if self.length <= MAX_SEGMENT:
            self.parts.append(text)


class _Reader:
    """Takes a file in chunk by chunk."""

    def __init__(self, path: Path, head: bytes) -> None:
        from codecs import getincrementaldecoder
        from xml.parsers import expat

        self._path = path
        declared = _DECLARED.match(head.removeprefix(b"\xef\xbb\xbf"))
        codec = _MULTIBYTE.get(declared[1].decode("ascii").lower()) if declared else None
        # expat reads UTF-8 and UTF-16 by itself, but no multi-byte encoding
        self._decoder = getincrementaldecoder(codec)("replace") if codec else None
        self._parser: XMLParserType = expat.ParserCreate("utf-8" if codec else None)
        self._error = expat.ExpatError
        self._parser.buffer_text = True
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._text
        self._parser.EntityDeclHandler = self._refuse
        self._parser.SkippedEntityHandler = (
            self._unknown
        )  # &nbsp; and the like, of a document type that is not read
        self._stack: list[str] = []
        self._source: Language | None = None
        self._unit_source: Language | None = None
        self._variants: list[_Variant] = []
        self._unit: dict[str, str] = {}
        self._broken = False
        self._seen_units = 0
        self._inside_code = 0
        self._entries: list[Entry] = []
        self._skips = {"both": 0, "empty": 0, "long": 0, "broken": 0}

    def feed(self, chunk: bytes, *, final: bool = False) -> None:
        """Take in the next bytes."""
        if self._decoder is not None:
            chunk = self._decoder.decode(chunk, final).encode("utf-8")
        try:
            self._parser.Parse(chunk, final)
        except (self._error, ValueError, LookupError) as error:
            raise UnreadableMemory(str(self._path), f"it is no whole XML file ({error})") from error

    def finish(self) -> TmxContent:
        """What was read; raises ``UnreadableMemory`` where the file breaks off."""
        self.feed(b"", final=True)
        skips = self._skips
        skipped = Skipped(skips["both"], skips["empty"], skips["long"], skips["broken"])
        return TmxContent(tuple(self._entries), skipped)

    def _refuse(self, *_: object) -> None:
        raise UnreadableMemory(str(self._path), "its XML declares entities; it is not read")

    def _unknown(self, *_: object) -> None:
        self._broken = True

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        if not self._stack and name != "tmx":
            raise UnreadableMemory(str(self._path), "it is XML, but no TMX")
        if len(self._stack) >= _MAX_DEPTH:
            raise UnreadableMemory(str(self._path), "its elements are nested too deeply")
        self._stack.append(name)
        if name == "header":
            self._source = _language(attributes.get("srclang", ""))
        elif name == "tu":
            self._seen_units += 1
            if self._seen_units > MAX_UNITS:
                raise UnreadableMemory(str(self._path), f"it has more than {MAX_UNITS:,} units")
            self._unit, self._variants, self._broken = attributes, [], False
            self._unit_source = _language(attributes.get("srclang", "")) or self._source
        elif name == "tuv":
            variant = _Variant(_language(attributes.get(_XML_LANG) or attributes.get("lang", "")))
            variant.date = attributes.get("changedate") or attributes.get("creationdate", "")
            variant.author = attributes.get("changeid") or attributes.get("creationid", "")
            self._variants.append(variant)
        elif name in _CODES:
            if name == "ph":
                self._text(_GAP)  # a line break, an image: words on both sides of it stay apart
            self._inside_code += 1

    def _end(self, name: str) -> None:
        self._stack.pop()
        if name == "tu":
            self._take()
        elif name in _CODES:
            self._inside_code -= 1

    def _text(self, text: str) -> None:
        if self._inside_code == 0 and self._variants and "seg" in self._stack:
            self._variants[-1].add(text)

    def _take(self) -> None:
        """End of a unit: an entry, or one more that was skipped."""
        zh = next((v for v in self._variants if v.language is Language.ZH), None)
        en = next((v for v in self._variants if v.language is Language.EN), None)
        if self._broken:
            self._skips["broken"] += 1
        elif zh is None or en is None:
            self._skips["both"] += 1
        elif max(zh.length, en.length) > MAX_SEGMENT:
            self._skips["long"] += 1
        else:
            first, second = (en, zh) if self._unit_source is Language.EN else (zh, en)
            source, target = (_flat("".join(variant.parts)) for variant in (first, second))
            if not source or not target:
                self._skips["empty"] += 1
                return
            unit = self._unit
            date = unit.get("changedate") or second.date or unit.get("creationdate", "")
            author = unit.get("changeid") or second.author or unit.get("creationid", "")
            language = Language.EN if first is en else Language.ZH
            self._entries.append(
                Entry(
                    source, target, language, Origin.IMPORTED, self._path.name, _iso(date), one_line(author)
                )
            )


def _flat(text: str) -> str:
    return one_line(_CJK_BREAK.sub("", _BETWEEN_WORDS.sub(" ", text).replace(_GAP, "")))


def _language(tag: str) -> Language | None:
    """The language of a tag such as zh, zh-CN, zh_Hans, ZH-TW, cmn, en, en-US."""
    primary = re.split("[-_]", tag.strip().lower(), maxsplit=1)[0]
    return {"zh": Language.ZH, "cmn": Language.ZH, "chi": Language.ZH, "zho": Language.ZH, "en": Language.EN,
            "eng": Language.EN}.get(primary)  # fmt: skip


def _iso(stamp: str) -> str:
    """20261125T090000Z as 2026-11-25T09:00:00Z; empty where it is neither."""
    found = _STAMP.fullmatch(stamp.strip())
    return "{}-{}-{}T{}:{}:{}Z".format(*found.groups()) if found else ""


def _stamp(iso: str) -> str:
    found = _ISO.fullmatch(iso)
    return "{}{}{}T{}{}{}Z".format(*found.groups()) if found else ""


@dataclass(frozen=True, slots=True)
class Unit:
    """A pair as it is written, with what is told of it: ``made_by`` is ``corrected``, ``memory`` or ``machine``."""

    entry: Entry
    key: str = ""
    note: str = ""
    made_by: str = ""


def to_tmx(units: Iterable[Unit], source: Language = Language.ZH) -> str:
    """A TMX 1.4 document; units whose language is not ``source`` say so themselves."""
    header = (
        '<header creationtool="report-reader" creationtoolversion="0.1" segtype="sentence" o-tmf="report-reader"'
        f' adminlang="en" srclang="{_TAGS[source]}" datatype="plaintext"/>'
    )
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', '<tmx version="1.4">', header, "<body>"]
    lines += [_unit(unit, source) for unit in units]
    return "\n".join([*lines, "</body>", "</tmx>", ""])


def _unit(unit: Unit, source: Language) -> str:
    entry = unit.entry
    stamp = _stamp(entry.date)
    attributes = {
        "tuid": one_line(unit.key),
        "srclang": _TAGS[entry.language] if entry.language is not source else "",
        "creationdate": stamp,
        "changedate": stamp,
        "changeid": one_line(entry.author),
    }
    written = "".join(f" {name}={quoteattr(value)}" for name, value in attributes.items() if value)
    inner = f"<note>{escape(one_line(unit.note))}</note>" if unit.note else ""
    if unit.made_by:
        inner += f'<prop type="x-origin">{escape(unit.made_by)}</prop>'
    for language, text in ((entry.language, entry.source), (entry.language.other, entry.target)):
        inner += f'<tuv xml:lang="{_TAGS[language]}"><seg>{escape(one_line(text))}</seg></tuv>'
    return f"  <tu{written}>{inner}</tu>"
