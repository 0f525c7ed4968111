"""What the user chose: one frozen record, one TOML file, written whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import Final

from index.errors import ReaderError, UnwritableFolder

CHOICES: Final[Mapping[str, tuple[str, ...]]] = {
    "layout": ("columns", "interleaved", "zh", "en"),
    "script": ("written", "simplified", "traditional"),
    "theme": ("system", "light", "sepia", "dark", "contrast"),
    "language": ("system", "en", "zh", "zh_TW"),
    "citation_style": ("gb", "apa", "chicago", "bibtex", "ris", "csl"),
}
ZOOM_RANGE: Final = (60, 240)
RANGES: Final[Mapping[str, tuple[int, int]]] = {
    "zoom": ZOOM_RANGE,
    "line_height": (120, 220),
    "text_width": (60, 180),
}
"""In percent; a number outside is taken as the nearest within."""
RECENT_LIMIT: Final = 10
_HEAD: Final = "# Report Reader settings; unknown keys are kept, and so are changes by hand."
_CHECKSUM: Final = "# sha256 of all above: "


class BrokenSettings(ReaderError):
    """A settings file that cannot be read; the defaults are used and the file is kept beside the new one."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(path, reason)
        self.path = path
        self.reason = reason

    def __str__(self) -> str:
        return f"the settings in {self.path} cannot be read ({self.reason}); the defaults are used"


class ChangedSettings(ReaderError):
    """A settings file that is not as the reader wrote it: edited by hand, or damaged. What it says is used."""

    def __init__(self, path: str) -> None:
        super().__init__(path)
        self.path = path

    def __str__(self) -> str:
        return f"the settings in {self.path} were changed outside the reader; look whether they are as you want them"


@dataclass(frozen=True, slots=True)
class Settings:
    """The user's choices, with their defaults. ``extra`` keeps keys that this version does not know.

    ``models`` names the model that the user wants for a task, where that is not the first one.
    """

    layout: str = "columns"
    script: str = "written"
    theme: str = "system"
    language: str = "system"
    zoom: int = 100
    last_report: str = ""
    last_offset: int = 0
    recent: tuple[str, ...] = ()
    underline_terms: bool = False
    paragraph_numbers: bool = False
    tips_seen: bool = False
    print_notes: bool = True
    line_height: int = 162
    text_width: int = 100
    font_chinese: str = ""
    font_english: str = ""
    citation_style: str = "gb"
    models: Mapping[str, str] = field(default_factory=dict)
    extra: tuple[tuple[str, str], ...] = field(default=())

    def with_recent(self, path: str) -> Settings:
        """The same, with ``path`` as the newest of the recent files."""
        others = tuple(p for p in self.recent if p != path)
        return replace(self, recent=(path, *others)[:RECENT_LIMIT], last_report=path)


class SettingsFile:
    """``settings.toml`` in the data folder."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / "settings.toml"

    def load(self) -> tuple[Settings, ReaderError | None]:
        """The settings, and a notice where the file was broken. A missing file is no fault."""
        try:
            words = self.path.read_text("utf-8")
        except (FileNotFoundError, NotADirectoryError):
            return Settings(), None
        except (OSError, UnicodeDecodeError) as error:
            return self._set_aside(error)
        import tomllib

        try:
            table = tomllib.loads(words)
        except (ValueError, RecursionError) as error:  # wrong dates and endless numbers are plain ValueErrors
            return self._set_aside(error)
        settings, notice = _from_table(table, str(self.path))
        return settings, notice or (None if _is_as_written(words) else ChangedSettings(str(self.path)))

    def _set_aside(self, error: Exception) -> tuple[Settings, ReaderError]:
        with suppress(OSError):
            os.replace(self.path, self.path.with_suffix(".toml.broken"))
        return Settings(), BrokenSettings(str(self.path), _first_line(error))

    def save(self, settings: Settings) -> ReaderError | None:
        """Write the file whole; gives the notice to show where the folder cannot be written."""
        import tempfile

        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            handle, name = tempfile.mkstemp(prefix="settings-", suffix=".tmp", dir=self.path.parent)
            try:
                with os.fdopen(handle, "w", encoding="utf-8", errors="replace", newline="\n") as file:
                    file.write(_to_toml(settings))
                    file.flush()
                    os.fsync(file.fileno())
                os.replace(name, self.path)
            except OSError:
                Path(name).unlink(missing_ok=True)
                raise
        except OSError as error:
            return UnwritableFolder(str(self.path.parent), error.strerror or str(error))
        return None


def _first_line(error: Exception) -> str:
    return (str(error).splitlines() or [type(error).__name__])[0]


def _from_table(table: Mapping[str, object], path: str) -> tuple[Settings, ReaderError | None]:
    known = {f.name for f in fields(Settings)} - {"extra"}
    settings, wrong = Settings(), []
    for key, value in table.items():
        if key not in known:
            continue
        try:
            settings = _with(settings, key, value)
        except ValueError:
            wrong.append(key)
    extra = tuple((key, _toml_value(value)) for key, value in table.items() if key not in known)
    notice = BrokenSettings(path, f"no such value for {', '.join(wrong)}") if wrong else None
    return replace(settings, extra=extra), notice


def _with(settings: Settings, key: str, value: object) -> Settings:
    """``settings`` with one value taken from the file; raises ValueError where it does not fit."""
    if key in CHOICES:
        return _with_choice(settings, key, value)
    if key in RANGES or key == "last_offset":
        return _with_number(settings, key, value)
    match key, value:
        case "recent", list() if all(isinstance(v, str) for v in value):
            return replace(settings, recent=tuple(value)[:RECENT_LIMIT])
        case "underline_terms", bool():
            return replace(settings, underline_terms=value)
        case "print_notes", bool():
            return replace(settings, print_notes=value)
        case "tips_seen", bool():
            return replace(settings, tips_seen=value)
        case "paragraph_numbers", bool():
            return replace(settings, paragraph_numbers=value)
        case "models", dict() if all(isinstance(v, str) for v in value.values()):
            return replace(settings, models=dict(value))
        case "last_report", str():
            return replace(settings, last_report=value)
        case "font_chinese", str():
            return replace(settings, font_chinese=value)
        case "font_english", str():
            return replace(settings, font_english=value)
    raise ValueError(key)


def _with_choice(settings: Settings, key: str, value: object) -> Settings:
    if value not in CHOICES[key]:
        raise ValueError(key)
    choice = str(value)
    match key:
        case "layout":
            return replace(settings, layout=choice)
        case "script":
            return replace(settings, script=choice)
        case "theme":
            return replace(settings, theme=choice)
        case "citation_style":
            return replace(settings, citation_style=choice)
    return replace(settings, language=choice)


def _with_number(settings: Settings, key: str, value: object) -> Settings:
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        raise ValueError(key)
    least, most = RANGES.get(key, (0, value))
    number = min(max(value, least), most)
    match key:
        case "zoom":
            return replace(settings, zoom=number)
        case "line_height":
            return replace(settings, line_height=number)
        case "text_width":
            return replace(settings, text_width=number)
    return replace(settings, last_offset=number)


def _is_as_written(words: str) -> bool:
    """False where the file has a checksum that does not agree, or has lost it, but not what stands around it."""
    import hashlib

    head, _, rest = words.partition("\n")
    body, said, checksum = rest.rpartition(_CHECKSUM)
    if not said:
        return not _HEAD.startswith(head)  # not even the first line is whole where it was cut early
    return checksum == hashlib.sha256(f"{head}\n{body}".encode("utf-8", "replace")).hexdigest() + "\n"


def _to_toml(settings: Settings) -> str:
    import hashlib

    lines = [_HEAD]
    for item in fields(settings):
        if item.name != "extra":
            lines.append(f"{item.name} = {_toml_value(getattr(settings, item.name))}")
    lines.extend(f"{_toml_key(key)} = {value}" for key, value in settings.extra)
    words = "\n".join(lines) + "\n"
    # "replace" as where it is written: a path may have what is no character
    checksum = hashlib.sha256(words.encode("utf-8", "replace")).hexdigest()
    return f"{words}{_CHECKSUM}{checksum}\n"


def _toml_key(key: str) -> str:
    bare = key.isascii() and key.replace("-", "").replace("_", "").isalnum()
    return key if bare else _toml_value(key)


def _toml_value(value: object) -> str:
    """A value in TOML; JSON's notation of strings, numbers and lists is TOML's too."""
    import json

    if isinstance(value, tuple | list):
        return "[" + ", ".join(_toml_value(v) for v in value) + "]"
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{json.dumps(k)} = {_toml_value(v)}" for k, v in value.items()) + "}"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return repr(value)
    return json.dumps(str(value), ensure_ascii=False).replace("\x7f", "\\u007f")
