"""Word documents (.docx): the running text with its tables, read by python-docx, after the archive was checked.

A document is hostile until shown otherwise: its size, its archive and its XML are looked at before anything parses it.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Final

from index.errors import UnreadableReport
from index.text import normalise

if TYPE_CHECKING:
    from lxml.etree import _Element

MAX_BYTES: Final = 64 * 1024 * 1024
_MAX_MEMBERS: Final = 2000
_MAX_UNPACKED: Final = 256 * 1024 * 1024
_MAX_RATIO: Final = 200
_RATIO_FROM: Final = 4 * 1024 * 1024
"""Bytes unpacked from which the ratio counts: small files of blanks pack very well."""
_OLE: Final = b"\xd0\xcf\x11\xe0"
_MAIN: Final = "word/document.xml"
_DECLARES: Final = re.compile(rb"<!(?:DOCTYPE|ENTITY)")
_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_LEFT_OUT: Final = frozenset(
    f"{_W}{tag}" for tag in ("del", "moveFrom", "txbxContent", "footnoteReference", "instrText", "delText")
)
_BREAKS: Final = frozenset((f"{_W}br", f"{_W}cr"))


def read_word(path: Path) -> str:
    """The text of a Word document, normalised; a table row is one line with tabs between its cells.

    Headers, footers, notes and text boxes are left out, tracked insertions are in, deletions are not. Raises
    UnreadableReport with one reason.
    """
    _check(path)
    try:
        import docx

        document = docx.Document(str(path))
        lines = list(_lines(document.element.body))
    except (MemoryError, KeyboardInterrupt):
        raise
    except Exception as error:  # whatever a broken document makes the library raise, the user gets one line
        raise UnreadableReport(str(path), f"it is no whole Word document ({_short(error)})") from error
    text = normalise("\n".join(lines))
    if not text.strip("\ufeff\u200b \t\n\u3000\xa0"):
        raise UnreadableReport(str(path), "there is no text in the document")
    return text


def _short(error: Exception) -> str:
    return str(error).split("\n")[0][:80] or type(error).__name__


def _check(path: Path) -> None:
    try:
        size = path.stat().st_size
        with path.open("rb") as file:
            head = file.read(4)
    except OSError as error:
        raise UnreadableReport(
            str(path), (error.strerror or "the system could not read it").lower()
        ) from None
    if size > MAX_BYTES:
        raise UnreadableReport(str(path), f"the file has {size / 2**20:.0f} MB; more than 64 MB is no report")
    if head == _OLE:
        raise UnreadableReport(
            str(path), "it is an old or an encrypted Word document; save it as .docx without a password"
        )
    if not size:
        raise UnreadableReport(str(path), "the file is empty")
    try:
        with zipfile.ZipFile(path) as archive:
            _check_archive(path, archive)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError, ValueError) as error:
        raise UnreadableReport(str(path), f"it is no whole Word document ({_short(error)})") from error


def _check_archive(path: Path, archive: zipfile.ZipFile) -> None:
    members = archive.infolist()
    if len(members) > _MAX_MEMBERS:
        raise UnreadableReport(
            str(path), f"its archive has {len(members):,} parts; more than {_MAX_MEMBERS:,} is no report"
        )
    unpacked = sum(m.file_size for m in members)
    packed = sum(m.compress_size for m in members) or 1
    if unpacked > _MAX_UNPACKED or (unpacked > _RATIO_FROM and unpacked / packed > _MAX_RATIO):
        raise UnreadableReport(str(path), "it unpacks to far more than a report; it is not opened")
    if any(m.flag_bits & 1 for m in members):
        raise UnreadableReport(str(path), "it is protected by a password")
    names = {m.filename for m in members}
    if any(name.startswith(("/", "\\")) or ".." in Path(name).parts for name in names):
        raise UnreadableReport(str(path), "its archive points outside itself; it is not opened")
    if _MAIN not in names and not any(name.endswith("document.xml") for name in names):
        raise UnreadableReport(str(path), "it is a zip archive and no Word document")
    for member in members:
        if member.filename.endswith((".xml", ".rels")):
            with archive.open(member) as part:
                if _DECLARES.search(part.read(4096)):
                    raise UnreadableReport(str(path), "its XML declares entities; it is not opened")


def _lines(body: _Element) -> Iterator[str]:
    """Paragraphs and table rows in the order of the document; content controls are looked into."""
    for child in body:
        tag = str(child.tag)
        if tag == f"{_W}p":
            yield from _paragraph(child).split("\n")
        elif tag == f"{_W}tbl":
            yield from _table(child)
        elif tag in (f"{_W}sdt", f"{_W}sdtContent", f"{_W}ins", f"{_W}customXml", f"{_W}smartTag"):
            yield from _lines(child)


def _table(table: _Element) -> Iterator[str]:
    for row in table.iter(f"{_W}tr"):
        cells = [
            "".join(_paragraph(p) for p in cell.iter(f"{_W}p")).replace("\n", " ")
            for cell in row.iter(f"{_W}tc")
        ]
        if any(cell.strip() for cell in cells):
            yield "\t".join(cells)


def _paragraph(paragraph: _Element) -> str:
    return "".join(_words(paragraph))


def _words(element: _Element) -> Iterator[str]:
    for child in element:
        tag = str(child.tag)
        if tag in _LEFT_OUT:
            continue
        if tag == f"{_W}t":
            yield child.text or ""
        elif tag == f"{_W}tab":
            yield "\t"
        elif tag in _BREAKS:
            yield "\n"
        elif tag in (f"{_W}noBreakHyphen", f"{_W}softHyphen"):
            yield "-" if tag.endswith("noBreakHyphen") else ""
        else:
            yield from _words(child)
