"""Word documents (.docx): the running text with its tables, read by python-docx, after the archive was checked.

A document is hostile until shown otherwise: its size, its archive and its XML are looked at before anything parses it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Final

from index.errors import UnreadableReport
from index.readers.plain import is_blank
from index.readers.source import read_source
from index.readers.zipped import ArchiveLimits, opened, short
from index.text import normalise

if TYPE_CHECKING:
    from lxml.etree import _Element

_OLE: Final = b"\xd0\xcf\x11\xe0"
_MAIN: Final = "word/document.xml"
_DECLARES: Final = re.compile(rb"<!(?:DOCTYPE|ENTITY)")
_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_LEFT_OUT: Final = frozenset(
    f"{_W}{tag}" for tag in ("del", "moveFrom", "txbxContent", "footnoteReference", "instrText", "delText")
)
_BREAKS: Final = frozenset((f"{_W}br", f"{_W}cr"))


def read_word(path: Path) -> str:
    """The text of the Word document at ``path``; as ``word_text``."""
    return word_text(read_source(path), str(path))


def word_text(data: bytes, name: str) -> str:
    """The text of a Word document, normalised; a table row is one line with tabs between its cells.

    Headers, footers, notes and text boxes are left out, tracked insertions are in, deletions are not. Raises
    UnreadableReport with one reason; ``name`` is what it calls the document.
    """
    _check(data, name)
    try:
        import docx

        document = docx.Document(BytesIO(data))
        lines = list(_lines(document.element.body))
    except (MemoryError, KeyboardInterrupt):
        raise
    except Exception as error:  # whatever a broken document makes the library raise, the user gets one line
        raise UnreadableReport(name, f"it is no whole Word document ({short(error)})") from error
    text = normalise("\n".join(lines))
    if is_blank(text):
        raise UnreadableReport(name, "there is no text in the document")
    return text


def _check(data: bytes, name: str) -> None:
    if data.startswith(_OLE):
        raise UnreadableReport(
            name, "it is an old or an encrypted Word document; save it as .docx without a password"
        )
    with opened(data, name, "Word document", ArchiveLimits()) as archive:
        members = archive.infolist()
        names = {member.filename for member in members}
        if _MAIN not in names and not any(part.endswith("document.xml") for part in names):
            raise UnreadableReport(name, "it is a zip archive and no Word document")
        for member in members:
            if member.filename.endswith((".xml", ".rels")):
                with archive.open(member) as part:
                    if _DECLARES.search(part.read(4096)):
                        raise UnreadableReport(name, "its XML declares entities; it is not opened")


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
