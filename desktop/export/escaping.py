"""Makes any text safe to stand in a file: nothing in it is read as markup, and no character breaks the format."""

from __future__ import annotations

import re
from typing import Final

_NOT_XML: Final = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_MARKDOWN: Final = re.compile(r"([\\`*_\[\]<>#|~])")
_ENTITY: Final = re.compile(r"&(?=#?\w+;)")
_RULE: Final = re.compile(r"^([-+=])(?=\s|[-=]|$)")
_NUMBERED: Final = re.compile(r"^(\d+)([.)])(?=\s|$)")


def clean(text: str) -> str:
    """``text`` with a blank for each character that XML forbids: controls and halves of surrogate pairs."""
    return _NOT_XML.sub(" ", text)


def markdown(text: str) -> str:
    """``text`` with what Markdown would read as marks made plain, on one line."""
    plain = _ENTITY.sub("&amp;", _MARKDOWN.sub(r"\\\1", " ".join(clean(text).split())))
    return _NUMBERED.sub(r"\1\\\2", _RULE.sub(r"\\\1", plain))
