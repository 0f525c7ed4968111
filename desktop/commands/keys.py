"""Which keys do what: the defaults of the table, and over them what the user wrote into ``keys.toml``."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Final, NamedTuple

from PySide6.QtGui import QKeySequence

from desktop.commands.table import FIXED, SAVING, Command
from index.errors import ReaderError, UnwritableFolder

_HEAD: Final = """\
# Keys of Report Reader that are not as they come. [window]: everywhere; [text]: single letters while reading.
# A command with an empty list has no key. Names are those of the shortcut list (Ctrl+/).
"""
_PARTS: Final = ("window", "text")
_MOST: Final = 100_000


class BrokenKeys(ReaderError):
    """A file of keys that cannot be used, or not all of it; the keys that come with the reader serve instead."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(path, reason)
        self.path = path
        self.reason = reason

    def __str__(self) -> str:
        return f"not all keys in {self.path} can be used: {self.reason}"


class Bound(NamedTuple):
    """The keys of a command: everywhere in the window, and while the text has the focus."""

    window: tuple[str, ...] = ()
    text: tuple[str, ...] = ()


def written(keys: str) -> str:
    """Keys in the one way in which they are compared and kept (``ctrl+j`` is ``Ctrl+J``); empty for what is no key."""
    sequence = QKeySequence(keys, QKeySequence.SequenceFormat.PortableText)
    text = sequence.toString(QKeySequence.SequenceFormat.PortableText)
    return "" if sequence.isEmpty() or "Unknown" in text or not text.isprintable() else text


def shown(keys: str) -> str:
    """Keys as this system writes them."""
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)


class Keys:
    """The keys of all commands. What is changed here is kept by ``save``."""

    def __init__(self, table: Iterable[Command]) -> None:
        self.defaults = {c.name: Bound(c.keys, c.letters) for c in table}
        self._own: dict[str, Bound] = {}
        self._unknown: dict[str, dict[str, tuple[str, ...]]] = {part: {} for part in _PARTS}

    def __getitem__(self, name: str) -> Bound:
        return self._own.get(name, self.defaults[name])

    def is_own(self, name: str) -> bool:
        """True where the user changed the keys of a command."""
        return name in self._own

    def set(self, name: str, bound: Bound) -> None:
        """Give a command these keys and no others."""
        bound = Bound(*(tuple(dict.fromkeys(filter(None, map(written, part)))) for part in bound))
        if bound == self.defaults[name]:
            self._own.pop(name, None)
        else:
            self._own[name] = bound

    def reset(self, name: str | None = None) -> None:
        """Give a command its own keys back, or all of them."""
        if name is None:
            self._own.clear()
        else:
            self._own.pop(name, None)

    def holders(self, keys: str, *, besides: str = "") -> tuple[str, ...]:
        """The commands that have ``keys`` already: Qt would then give them to none.

        Keys of the window work in the text too, so it does not matter where they are held.
        """
        wanted = written(keys)
        return tuple(
            name
            for name in self.defaults
            if name != besides and wanted in (*self[name].window, *self[name].text)
        )

    @staticmethod
    def refusal(keys: str, *, text: bool) -> str:
        """Why a command cannot have ``keys``: ``letter``, ``fixed`` or ``none``; empty where it can."""
        wanted = written(keys)
        if not wanted:
            return "none"
        if wanted in FIXED:
            return "fixed"
        plain = wanted.removeprefix("Shift+")
        if not text and (len(plain) == 1 or wanted in SAVING):
            return "letter"  # it would be lost to everything that is typed into
        return ""

    def clashes(self) -> list[tuple[str, tuple[str, ...]]]:
        """Keys that more than one command has, with the commands."""
        users: dict[str, list[str]] = {}
        for name in self.defaults:
            bound = self[name]
            for keys in dict.fromkeys((*bound.window, *bound.text)):
                users.setdefault(keys, []).append(name)
        return [(keys, tuple(names)) for keys, names in users.items() if len(names) > 1]

    # The file

    def load(self, folder: Path) -> ReaderError | None:
        """Take what the user wrote; gives what to tell where not all of it can be used. No file is no fault."""
        path = folder / "keys.toml"
        try:
            if path.stat().st_size > _MOST:
                return BrokenKeys(str(path), "it is too large")
            words = path.read_text("utf-8-sig")
        except (FileNotFoundError, NotADirectoryError):
            return None
        except (OSError, UnicodeDecodeError) as error:
            return BrokenKeys(str(path), str(error).splitlines()[0])
        import tomllib

        try:
            table = tomllib.loads(words)
        except (ValueError, RecursionError) as error:
            return BrokenKeys(str(path), (str(error).splitlines() or ["not TOML"])[0])
        wrong = self._take(table)
        wrong += [keys for keys, _ in self.clashes()]
        return BrokenKeys(str(path), ", ".join(wrong)) if wrong else None

    def _take(self, table: Mapping[str, object]) -> list[str]:
        """Use a table; gives the entries that make no sense."""
        wrong: list[str] = []
        found: dict[str, dict[str, tuple[str, ...]]] = {}
        for part in _PARTS:
            entries = table.get(part, {})
            if not isinstance(entries, dict):
                wrong.append(f"[{part}]")
                continue
            for name, value in entries.items():
                keys = _listed(value)
                if keys is None:
                    wrong.append(f"{part}.{name}")
                elif name not in self.defaults:
                    self._unknown[part][name] = keys  # of a newer version; it is kept
                else:
                    good = tuple(k for k in keys if not self.refusal(k, text=part == "text"))
                    wrong += [f"{name} = {k}" for k in keys if k not in good]
                    found.setdefault(name, {})[part] = good
        for name, parts in found.items():
            default = self.defaults[name]
            self.set(name, Bound(parts.get("window", default.window), parts.get("text", default.text)))
        return wrong

    def save(self, folder: Path) -> ReaderError | None:
        """Keep what differs from the defaults; gives what to tell where that cannot be written."""
        from index.storage import write_atomically

        try:
            folder.mkdir(parents=True, exist_ok=True)
            write_atomically(folder / "keys.toml", self._to_toml().encode("utf-8"))
        except OSError as error:
            return UnwritableFolder(str(folder), error.strerror or str(error))
        return None

    def _to_toml(self) -> str:
        lines = [_HEAD]
        for at, part in enumerate(_PARTS):
            own = {n: b[at] for n, b in self._own.items() if b[at] != self.defaults[n][at]}
            lines.append(f"[{part}]")
            lines += [f"{_key(name)} = {_value(keys)}" for name, keys in (own | self._unknown[part]).items()]
            lines.append("")
        return "\n".join(lines)


def _listed(value: object) -> tuple[str, ...] | None:
    if isinstance(value, str):
        return (value,) if value else ()
    if isinstance(value, list) and all(isinstance(v, str) for v in value):
        return tuple(value)
    return None


def _key(name: str) -> str:
    import json

    return json.dumps(name, ensure_ascii=False)


def _value(keys: Iterable[str]) -> str:
    import json

    return json.dumps(list(keys), ensure_ascii=False)
