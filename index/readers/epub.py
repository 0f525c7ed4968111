"""EPUB books: the chapters in the order of reading, each read like a web page."""

from __future__ import annotations

import posixpath
import re
import zipfile
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote

from index.errors import UnreadableReport
from index.readers.document import Allowance, Document, Limits
from index.readers.html import fragment_lines
from index.readers.markup import parse_xml
from index.readers.plain import decode, is_blank
from index.readers.zipped import ArchiveLimits, opened
from index.text import normalise

if TYPE_CHECKING:
    from lxml.etree import _Element

_CONTAINER: Final = "META-INF/container.xml"
_LARGEST: Final = 32 * 1024 * 1024
_PAGES: Final = frozenset(("application/xhtml+xml", "text/html", "text/x-oeb1-document"))
_ENCODING: Final = re.compile(rb"""^\s*<\?xml[^>]{0,80}encoding=["']([A-Za-z0-9_\-]{2,20})""")


def read_epub(data: bytes, name: str, limits: Limits | None = None) -> Document:
    """The text of a book, its chapters one after the other. Raises UnreadableReport with one reason."""
    allowance = Allowance(name, limits or Limits())
    lines: list[str] = []
    length = 0
    with opened(data, name, "EPUB book", ArchiveLimits()) as archive:
        package = _package(archive, name)
        root = parse_xml(_part(archive, package, name), name)
        locked = _locked(archive, name)
        for chapter in _spine(root, package):
            allowance.check(length)
            if chapter in locked:
                raise UnreadableReport(name, "it is protected against copying (DRM) and cannot be read")
            if chapter not in archive.NameToInfo:
                continue
            raw = _part(archive, chapter, name)
            declared = _ENCODING.match(raw)
            if not raw.strip():
                continue
            markup = decode(raw, name, declared.group(1).decode("ascii") if declared else None).text
            found = [line for line in fragment_lines(markup, name) if line]
            lines.extend(found)
            length += sum(map(len, found))
    text = normalise("\n".join(lines))
    if is_blank(text):
        raise UnreadableReport(name, "there is no text in the book; it may hold nothing but pictures")
    return Document(text, title=_title(root))


def _package(archive: zipfile.ZipFile, name: str) -> str:
    if _CONTAINER not in archive.NameToInfo:
        raise UnreadableReport(name, "it is a zip archive and no EPUB book")
    for element in parse_xml(_part(archive, _CONTAINER, name), name).iter("{*}rootfile"):
        path = element.get("full-path") or ""
        if path in archive.NameToInfo:
            return path
    raise UnreadableReport(name, "the list of its chapters is missing")


def _part(archive: zipfile.ZipFile, inner: str, name: str) -> bytes:
    member = archive.getinfo(inner)
    if member.file_size > _LARGEST:
        raise UnreadableReport(name, "one of its chapters is larger than any report")
    return archive.read(member)


def _spine(root: _Element, package: str) -> Iterator[str]:
    """The files of the chapters as they are read; the table of contents is none."""
    folder = posixpath.dirname(package)
    items: dict[str, str] = {}
    for item in root.iter("{*}item"):
        if (item.get("media-type") or "") in _PAGES and "nav" not in (item.get("properties") or "").split():
            path = posixpath.normpath(posixpath.join(folder, unquote(item.get("href") or "")))
            items[item.get("id") or ""] = path
    seen: set[str] = set()
    for reference in root.iter("{*}itemref"):
        found = items.get(reference.get("idref") or "")
        if found is not None and found not in seen:
            seen.add(found)
            yield found


def _locked(archive: zipfile.ZipFile, name: str) -> frozenset[str]:
    inner = "META-INF/encryption.xml"
    if inner not in archive.NameToInfo:
        return frozenset()
    root = parse_xml(_part(archive, inner, name), name)
    return frozenset(unquote(element.get("URI") or "") for element in root.iter("{*}CipherReference"))


def _title(root: _Element) -> str:
    for element in root.iter("{http://purl.org/dc/elements/1.1/}title"):
        return " ".join("".join(element.itertext()).split())[:120]
    return ""
