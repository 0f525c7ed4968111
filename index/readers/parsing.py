"""Bytes into a document, by the reader that the file's suffix names. Runs in the parsing process, plain text anywhere."""

from __future__ import annotations

from typing import Final

from index.readers.document import Document, Limits
from index.readers.formats import HTML, MARKDOWN
from index.readers.plain import decode

APART: Final = frozenset((".docx", ".pdf", ".epub", *HTML, *MARKDOWN))
"""Formats that have a parser of some size; these are read in a process of its own."""


def parse(
    data: bytes,
    name: str,
    suffix: str,
    encoding: str | None = None,
    limits: Limits | None = None,
    *,
    second: bool = False,
) -> Document:
    """The text in ``data``; raises UnreadableReport. ``second`` asks for the other reader of PDF files."""
    if suffix == ".docx":
        from index.readers.word import word_text  # with zipfile and re, only for those who need it

        return Document(word_text(data, name))
    if suffix == ".pdf":
        from index.readers.pdf import read_pdf, read_pdf_again

        return read_pdf_again(data, name, limits) if second else read_pdf(data, name, limits)
    if suffix in HTML:
        from index.readers.html import read_html

        return read_html(data, name, encoding)
    if suffix in MARKDOWN:
        from index.readers.markdown import read_markdown

        return read_markdown(data, name, encoding)
    if suffix == ".epub":
        from index.readers.epub import read_epub

        return read_epub(data, name, limits)
    plain = decode(data, name, encoding)
    return Document(plain.text, plain.encoding)
