"""Payloads as SQLite takes them, whatever characters are in them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Final

from index.annotations.anchor import Anchor

Content = Mapping[str, object]
_LONE: Final = dict.fromkeys(range(0xD800, 0xE000), "\ufffd")


def written(content: Content) -> str:
    """``content`` as JSON that SQLite takes, whatever characters are in it."""
    readable = json.dumps(dict(content), ensure_ascii=False)
    try:
        readable.encode("utf-8")
    except UnicodeEncodeError:  # half a surrogate pair: escaped it is kept as it is
        return json.dumps(dict(content))
    return readable


def storable(text: str) -> str:
    """``text`` for a column of its own, where nothing can be escaped."""
    return text.translate(_LONE)


def storable_anchor(anchor: Anchor) -> Anchor:
    """The same for an anchor."""
    a = anchor
    return Anchor(a.start, a.end, storable(a.quote), storable(a.before), storable(a.after))


def text_in(content: Content, name: str) -> str:
    """The text under ``name``; empty where there is none."""
    value = content.get(name)
    return value if isinstance(value, str) else ""


def texts_in(content: Content, name: str) -> tuple[str, ...]:
    """The texts of the list under ``name``."""
    value = content.get(name)
    return tuple(each for each in value if isinstance(each, str)) if isinstance(value, list) else ()


def number_in(content: Content, name: str) -> int:
    """The whole number under ``name``; 0 where there is none."""
    value = content.get(name)
    return value if isinstance(value, int) and not isinstance(value, bool) else 0
