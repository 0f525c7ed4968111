"""Where each report was left and what was read of it: a small file that can be lost without harm. No Qt."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Final, NamedTuple

from desktop.reading.spans import ReadSpans
from index.report import Report

_MOST: Final = 400
"""Reports that are remembered; the one that was left longest ago is forgotten first."""
_QUOTE: Final = 40
_BYTES: Final = 4_000_000


class LeftAt(NamedTuple):
    """A place in a report and the words there, so that it is found in a text that has changed."""

    offset: int
    quote: str = ""
    read: tuple[tuple[int, int], ...] = ()


class ReadingPlaces:
    """``reading.json`` in the data folder."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / "reading.json"
        self._kept: dict[str, LeftAt] | None = None

    def of(self, report: Report) -> LeftAt | None:
        """Where a report was left; in another text of the same title, place and year by its words."""
        kept = self._load()
        if not kept:  # a first start does not wait for the checksum
            return None
        same = kept.get(report.id)
        if same is not None:
            return same
        other = kept.get(_name(report)) if report.title else None
        if other is None or not other.quote:
            return None
        at = report.text.find(other.quote)
        if at < 0 or report.text.find(other.quote, at + 1) >= 0:
            return None
        return LeftAt(at, other.quote)

    def leave(self, report: Report, offset: int, read: ReadSpans) -> None:
        """Remember a place, on disk at once; a folder that cannot be written is told elsewhere."""
        quote = report.text[offset : offset + _QUOTE].split("\n")[0]
        left = LeftAt(offset, quote, tuple((start, end) for start, end in read.as_list()))
        kept = self._load()
        for key, place in ((_name(report), LeftAt(offset, quote)), (report.id, left)):
            if key:
                kept.pop(key, None)
                kept[key] = place
        while len(kept) > 2 * _MOST:
            del kept[next(iter(kept))]
        self._save(kept)

    def _load(self) -> dict[str, LeftAt]:
        if self._kept is None:
            self._kept = {}
            with suppress(OSError, ValueError, RecursionError):
                if self._path.stat().st_size <= _BYTES:
                    import json

                    self._kept = _from_json(json.loads(self._path.read_text("utf-8")))
        return self._kept

    def _save(self, kept: Mapping[str, LeftAt]) -> None:
        import json

        from index.storage import write_atomically

        with suppress(OSError):
            self._path.parent.mkdir(parents=True, exist_ok=True)
            table = {key: {"at": p.offset, "words": p.quote, "read": p.read} for key, p in kept.items()}
            write_atomically(self._path, json.dumps(table, ensure_ascii=False).encode("utf-8", "replace"))


def _name(report: Report) -> str:
    return "\n".join((report.title, report.place, str(report.year or ""))) if report.title else ""


def _from_json(table: object) -> dict[str, LeftAt]:
    """What of a file makes sense."""
    found: dict[str, LeftAt] = {}
    for key, value in table.items() if isinstance(table, dict) else ():
        if not isinstance(value, dict) or not _is_offset(value.get("at")):
            continue
        words, read = value.get("words"), value.get("read")
        spans = [s for s in read if _is_span(s)] if isinstance(read, list) else []
        quote = words if isinstance(words, str) else ""
        found[str(key)] = LeftAt(value["at"], quote, tuple((s[0], s[1]) for s in spans))
    return found


def _is_offset(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value >= 0


def _is_span(value: object) -> bool:
    return isinstance(value, list) and len(value) == 2 and all(map(_is_offset, value)) and value[0] < value[1]
