"""What the commands print: UTF-8 whatever the terminal says, JSON lines, and tables that know wide characters."""

from __future__ import annotations

import io
import json
import sys
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from desktop.export.files import write_file

JsonValue = str | int | float | bool | None | Sequence["JsonValue"] | Mapping[str, "JsonValue"]


def use_utf8() -> None:
    """Make both streams UTF-8, so that Chinese never fails on a terminal of another code page."""
    for stream, errors in ((sys.stdout, "replace"), (sys.stderr, "backslashreplace")):
        if isinstance(stream, io.TextIOWrapper):
            with suppress(ValueError, OSError):
                stream.reconfigure(encoding="utf-8", errors=errors)


def show(line: str = "") -> None:
    """One line to standard output."""
    sys.stdout.write(line + "\n")


def show_json(record: Mapping[str, JsonValue]) -> None:
    """One JSON object as one line."""
    show(json_line(record))


def json_line(record: Mapping[str, JsonValue]) -> str:
    """``record`` as JSON on one line, its Chinese readable."""
    return json.dumps(record, ensure_ascii=False, separators=(", ", ": "))


def tell(message: str) -> None:
    """One line to standard error, with the program's name before it."""
    with suppress(OSError, ValueError):
        sys.stderr.write(f"report-reader: {' '.join(message.split())}\n")
        sys.stderr.flush()


class Progress:
    """A counter on standard error, shown to a terminal alone."""

    def __init__(self, what: str, total: int) -> None:
        self._what = what
        self._total = total
        self._shown = sys.stderr is not None and sys.stderr.isatty()

    def advance(self, done: int) -> None:
        """Show that ``done`` of the total are done."""
        if self._shown:
            sys.stderr.write(f"\r{self._what}: {done} of {self._total}")
            if done >= self._total:
                sys.stderr.write("\n")
            sys.stderr.flush()


def width(text: str) -> int:
    """The columns that ``text`` takes in a terminal; a Chinese character takes two."""
    columns = 0
    for char in text:
        if not unicodedata.combining(char):
            columns += 2 if unicodedata.east_asian_width(char) in "WF" else 1
    return columns


def shorten(text: str, columns: int) -> str:
    """``text`` cut to so many columns, with an ellipsis where something was cut."""
    if width(text) <= columns:
        return text
    kept, used = [], 0
    for char in text:
        used += width(char)
        if used > columns - 1:
            break
        kept.append(char)
    return "".join(kept) + "…"


def table(
    headings: Sequence[str], rows: Iterable[Sequence[str]], right: frozenset[int] = frozenset()
) -> list[str]:
    """Lines of a table, columns aligned; those in ``right`` to the right."""
    lines = [list(headings), *[list(row) for row in rows]]
    widths = [max(width(line[column]) for line in lines) for column in range(len(headings))]
    shown = []
    for line in lines:
        cells = []
        for column, cell in enumerate(line):
            blanks = " " * (widths[column] - width(cell))
            cells.append(blanks + cell if column in right else cell + blanks)
        shown.append("  ".join(cells).rstrip())
    shown.insert(1, "  ".join("-" * columns for columns in widths))
    return shown


def write_output(path: str | None, data: str | bytes) -> None:
    """``data`` to the file at ``path``, whole or not at all, or to standard output where there is no path.

    Raises UnusableOutput.
    """
    raw = data.encode("utf-8") if isinstance(data, str) else data
    if path in (None, "-"):
        sys.stdout.flush()
        sys.stdout.buffer.write(raw)
        sys.stdout.buffer.flush()
        return
    write_file(Path(str(path)), raw)
