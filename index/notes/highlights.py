"""Highlights that Foliate and KOReader wrote in JSON, as annotations of the W3C's model.

Foliate has one file for each book: ``annotations`` with ``text``, ``note``, ``color`` and ``created`` (ISO 8601).
KOReader has ``entries`` with ``text``, ``note``, ``color``, ``drawer`` and ``time`` (seconds since 1970), for one book or
below ``documents``. Their places count in the markup of an e-book, so that only the words tell where a highlight stands.
"""

from __future__ import annotations

import json
import uuid
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Final

from index.annotations.payload import text_in

Json = dict[str, object]
_COLOURS: Final = {
    "yellow": "yellow", "orange": "yellow", "lime": "green", "green": "green", "olive": "green", "aqua": "blue",
    "blue": "blue", "cyan": "blue", "red": "pink", "magenta": "pink", "pink": "pink", "purple": "purple",
}  # fmt: skip
_LINES: Final = frozenset(("underline", "underscore", "squiggly", "strikethrough", "strikeout"))
_LATEST: Final = 253402300799
"""The last second that a date can tell: 9999-12-31."""


def from_highlights(value: object) -> Iterator[Json]:
    """One annotation for each highlight, in the order of the file; none where ``value`` is something else."""
    if not isinstance(value, dict):
        return
    documents = value.get("documents")
    for book in documents if isinstance(documents, list) else [value]:
        if not isinstance(book, dict):
            continue
        for name in ("annotations", "entries"):
            each = book.get(name)
            yield from (_annotation(e) for e in each if isinstance(e, dict)) if isinstance(each, list) else ()


def _annotation(entry: Json) -> Json:
    style = {text_in(entry, name).lower() for name in ("color", "style", "drawer")}
    colour = next((_COLOURS[each] for each in sorted(style) if each in _COLOURS), "")
    created = _time(entry)
    comment = text_in(entry, "note").strip()
    exact = text_in(entry, "text").strip()
    return {
        # The same highlight has the same name when its file is read again.
        "id": "urn:uuid:" + str(uuid.uuid5(uuid.NAMESPACE_URL, json.dumps([exact, comment, created]))),
        "type": "Annotation",
        "created": created,
        "modified": _iso(entry.get("modified")),
        "body": {"type": "TextualBody", "value": comment} if comment else [],
        "target": {
            "selector": {"type": "TextQuoteSelector", "exact": exact},
            "styleClass": f"{'underline' if style & _LINES else 'highlight'} {colour}",
        },
    }


def _time(entry: Json) -> str:
    seconds = entry.get("time")
    if isinstance(seconds, int | float) and 0 < seconds <= _LATEST:
        return datetime.fromtimestamp(seconds, UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
    return _iso(entry.get("created"))


def _iso(value: object) -> str:
    return value if isinstance(value, str) else ""
