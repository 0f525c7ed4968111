"""Markdown into plain paragraphs through markdown-it-py, its only importer; HTML in it is read as text, never run."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from index.errors import UnreadableReport
from index.readers.document import Document
from index.readers.html import fragment_lines
from index.readers.plain import decode, is_blank
from index.text import normalise

if TYPE_CHECKING:
    from markdown_it.token import Token

_HEAD: Final = re.compile(r"---[ \t]*\n(.{0,4000}?)\n(?:---|\.\.\.)[ \t]*(?:\n|$)", re.DOTALL)
_NAMED: Final = re.compile(r"^title\s*:\s*[\"']?(.+?)[\"']?\s*$", re.MULTILINE | re.IGNORECASE)
_STRONG: Final = re.compile(r"\*\*([^*\n]+)\*\*")
"""Bold that CommonMark does not see, because a Chinese stop stands at its edge."""
_CLOSED: Final = frozenset("。！？：；…”」』】")
_NUMBERED: Final = re.compile(
    r"\s*(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)]|——)"
)
_WIDE: Final = re.compile(r"[\u2e80-\u9fff\uff00-\uffef\u3000-\u303f“”‘’—…]")


def read_markdown(data: bytes, name: str, encoding: str | None = None) -> Document:
    """The text of a Markdown file, a paragraph a line. Raises UnreadableReport with one reason."""
    from markdown_it import MarkdownIt

    plain = decode(data, name, encoding)
    text, title = plain.text, ""
    if head := _HEAD.match(text):
        text = text[head.end() :]
        if named := _NAMED.search(head.group(1)):
            title = named.group(1).strip()[:120]
    try:
        tokens = MarkdownIt("commonmark", {"html": True}).enable("table").parse(text)
        lines = list(_lines(tokens, name))
    except RecursionError:
        raise UnreadableReport(name, "its markup is nested too deeply; it is not opened") from None
    read = normalise("\n".join(line for line in lines if line))
    if is_blank(read):
        raise UnreadableReport(name, "there is no text in the file")
    return Document(read, plain.encoding, title=title)


def _lines(tokens: Sequence[Token], name: str) -> Iterator[str]:
    cells: list[str] = []
    numbers: list[int | None] = []
    mark, in_table = "", False
    for token in tokens:
        kind = token.type
        if kind in ("table_open", "table_close"):
            in_table = kind == "table_open"
        elif kind in ("ordered_list_open", "bullet_list_open"):
            numbers.append(int(token.attrGet("start") or 1) if kind.startswith("ordered") else None)
        elif kind in ("ordered_list_close", "bullet_list_close"):
            numbers.pop()
        elif kind == "list_item_open" and numbers[-1] is not None:
            mark = f"{token.info}{token.markup} "
        elif kind == "tr_open":
            cells = []
        elif kind == "tr_close":
            yield "\t".join(cells)
        elif kind == "inline":
            said = _inline(token.children or ())
            if in_table:
                cells.append(said.replace("\n", " "))
            else:
                for line in (mark + said).split("\n"):
                    yield line.strip(" \t\u3000\xa0")
                mark = ""
        elif kind in ("code_block", "fence"):
            for line in token.content.split("\n"):
                yield line.strip(" \t\u3000\xa0")
        elif kind == "html_block":
            yield from fragment_lines(token.content, name)


def _inline(children: Sequence[Token]) -> str:
    words: list[str] = []
    for child in children:
        if child.type in ("text", "code_inline"):
            words.append(child.content)
        elif child.type == "image":
            continue
        elif child.type == "hardbreak":
            words.append("\n")
        elif child.type == "softbreak":
            words.append("\r")
        elif child.type == "html_inline" and re.match(r"<br\b", child.content, re.IGNORECASE):
            words.append("\n")
    return _healed(_STRONG.sub(r"\1", "".join(words)))


def _healed(text: str) -> str:
    """``text`` with its soft ends of lines healed: in Chinese many write a paragraph a line, with no empty one between."""
    lines = text.split("\r")
    whole = lines[0]
    for line in lines[1:]:
        before, first = whole.rstrip()[-1:], line.lstrip(" ")[:1]
        if (
            before in _CLOSED
            or _NUMBERED.match(line)
            or first in "\u3000\xa0"
            or _NUMBERED.match(_last(whole))
        ):
            whole += "\n" + line
        elif _WIDE.match(before) or _WIDE.match(first):
            whole = whole.rstrip() + line.lstrip()
        else:
            whole += " " + line
    return whole


def _last(text: str) -> str:
    """The last line of ``text``, where it is as short as a heading."""
    line = text.rsplit("\n", 1)[-1]
    return line if len(line) <= 40 else ""
