"""HTML into text through lxml, its only importer beside Word's: nothing is fetched, no script is run, no entity opened."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final, NamedTuple

from index.errors import UnreadableReport
from index.text import without_surrogates

if TYPE_CHECKING:
    from lxml.etree import _Element

_DROPPED: Final = frozenset(
    "script style noscript head template iframe object embed applet svg math canvas audio video button select option "
    "datalist textarea input form-nothing map area img".split()
)
_APART: Final = frozenset(
    "address article aside blockquote body br caption center dd details div dl dt fieldset figcaption figure footer form "
    "h1 h2 h3 h4 h5 h6 header hr html li main nav ol p pre section summary table tbody tfoot thead tr ul".split()
)
_SINGLE: Final = frozenset(
    "address blockquote br caption dd dt h1 h2 h3 h4 h5 h6 hr li p tr tbody thead tfoot table ol ul dl".split()
)
"""What holds a paragraph or a list; the text of a page is never in one alone."""
_CELLS: Final = frozenset(("td", "th"))
_FURNITURE_TAGS: Final = frozenset(("nav", "footer", "aside", "header"))
_BLANKS: Final = re.compile(r"[ \t\n\r\f]+")
_CJK: Final = "\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f“”‘’…—"
_BETWEEN: Final = re.compile(rf"(?<=[{_CJK}]) (?=[{_CJK}])")
_HIDDEN: Final = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_DECLARATION: Final = re.compile(
    r"^\s*<\?xml[^>]*\?>|<!DOCTYPE[^>\[]*(?:\[.*?\]\s*)?>", re.DOTALL | re.IGNORECASE
)
_ENDS: Final = re.compile(r"</(?:html|body)\s*>", re.IGNORECASE)
"""What comes after these is dropped by the parser."""
_BAD: Final = re.compile(
    r"[\x00-\x08\x0b\x0e-\x1f\ufffe\uffff]|&#(?:x0*(?:[0-8bce-f]|1[0-9a-f]|d[89a-f][0-9a-f]{2}|fff[ef])|0*(?:[0-8]|1[124-9]|2\d|3[01]));",
    re.IGNORECASE,
)
_END: Final = "\ue0fe\ue0ff"
"""Stands at the end of what is parsed: where it is gone, the parser gave up before."""


class Block(NamedTuple):
    """A paragraph of a page: what it says, how many of its characters are links, and the elements around it.

    Elements are numbered in their order, outermost first; those that hold a paragraph or a list are below zero.
    """

    text: str
    linked: int
    around: tuple[int, ...]
    tag: str


class Page(NamedTuple):
    """A page's paragraphs in their order, and what its head calls it."""

    blocks: tuple[Block, ...]
    title: str
    named: str
    """The title in its ``<meta name="ArticleTitle">``, as government sites have it."""


def parse_page(markup: str, name: str) -> Page:
    """The paragraphs of an HTML page; raises UnreadableReport where it cannot be parsed to its end."""
    root = _parsed(markup, name)
    if root is None:
        return Page((), "", "")
    return Page(
        tuple(block for block in _blocks(root) if block.text),
        " ".join("".join(t.itertext()) for t in root.iter("title"))[:300].strip(),
        _named(root),
    )


def _parsed(markup: str, name: str) -> _Element | None:
    from lxml import etree

    text = _BAD.sub("\ufffd", without_surrogates(_ENDS.sub("", _DECLARATION.sub("", markup, count=3))))
    parser = etree.HTMLParser(
        encoding="utf-8",
        no_network=True,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
        recover=True,
    )
    try:
        root = etree.fromstring(f"{text}<p>{_END}</p>".encode(), parser)
    except (etree.LxmlError, ValueError) as error:
        raise UnreadableReport(name, "its markup cannot be read") from error
    if root is None or not any(_END in (words or "") for words in root.itertext()):
        # an open <script> or <textarea> swallows the end; that is no reason to refuse the page
        if root is not None and any(_END in (e.text or "") for e in root.iter("script", "style", "title")):
            return root
        raise UnreadableReport(name, "its markup is nested too deeply; it is not opened")
    return root


def _named(root: _Element) -> str:
    for meta in root.iter("meta"):
        if (meta.get("name") or "").lower() in ("articletitle", "title") and (
            meta.get("content") or ""
        ).strip():
            return str(meta.get("content")).strip()[:300]
    return ""


class _Gatherer:
    """The paragraph that is being read, and the elements that are open around it."""

    def __init__(self) -> None:
        self.words: list[str] = []
        self.linked = 0
        self.open: list[int] = []
        self.tag = "p"
        self.in_link = 0
        self.in_pre = 0

    def take(self, words: str | None) -> None:
        if not words:
            return
        if self.in_pre:
            self.words.append(words)
            return
        self.words.append(_BLANKS.sub(" ", words))
        if self.in_link:
            self.linked += len(words.strip())

    def finished(self) -> Iterator[Block]:
        text = "".join(self.words)
        linked, around, tag = self.linked, tuple(self.open), self.tag
        self.words, self.linked = [], 0
        for line in text.split("\n"):
            said = "\t".join(
                _BETWEEN.sub("", _BLANKS.sub(" ", cell)).replace(_END, "").strip(" \u3000\xa0")
                for cell in line.split("\x1f")
            ).strip()
            yield Block(said, min(linked, len(said)), around, tag)


def _blocks(root: _Element) -> Iterator[Block]:
    """The paragraphs below ``root``; without recursion, so that depth costs nothing."""
    from lxml import etree

    gathered, number = _Gatherer(), 0
    walk = etree.iterwalk(root, events=("start", "end"))
    for event, element in walk:
        tag = str(element.tag).lower() if isinstance(element.tag, str) else ""
        if event == "start":
            if tag in _DROPPED or (tag and _HIDDEN.search(element.get("style") or "")):
                walk.skip_subtree()
                continue
            if tag in _APART:
                yield from gathered.finished()
                number += 1
                gathered.open.append(-number if tag in _SINGLE else number)
                gathered.tag = tag
            elif tag in _CELLS and gathered.words:
                gathered.words.append("\x1f")
            gathered.in_link += tag == "a"
            gathered.in_pre += tag == "pre"
            gathered.take(element.text)
            continue
        dropped = tag in _DROPPED or (tag and _HIDDEN.search(element.get("style") or ""))
        if not dropped:
            if tag in _APART:
                yield from gathered.finished()
                gathered.open.pop()
                gathered.tag = "p"
            gathered.in_link -= tag == "a"
            gathered.in_pre -= tag == "pre"
        gathered.take(element.tail)
    yield from gathered.finished()


def parse_xml(data: bytes, name: str) -> _Element:
    """The root of an XML file that declares no entities; raises UnreadableReport."""
    from lxml import etree

    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.LxmlError, ValueError) as error:
        raise UnreadableReport(name, "the XML in it cannot be read") from error
    if (
        root.getroottree().docinfo.internalDTD is not None
        and root.getroottree().docinfo.internalDTD.entities()
    ):
        raise UnreadableReport(name, "its XML declares entities; it is not opened")
    return root
