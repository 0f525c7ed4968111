"""What the dialog says of a model package."""

from __future__ import annotations

from typing import Final

from desktop.model_packages.reasons import reason_words
from desktop.wording import noted, tr
from index.errors import DamagedModel, ReaderError, UnwritableFolder
from models.roster import Entry

_SOURCES: Final = {
    "bundled": noted("bundled"),
    "user": noted("added"),
    "argos": noted("Argos Translate"),
    "shared": noted("shared"),
}
_TASKS: Final = {
    "zh-en": noted("中文 → English"),
    "en-zh": noted("English → 中文"),
    "search": noted("Search by meaning"),
}
_STATES: Final = {
    "active": noted("Active"),
    "overridden": noted("Overridden"),
    "damaged": noted("Damaged"),
    "half": noted("Part of a pair"),
}
MARKS: Final = {"active": "●", "overridden": "○", "damaged": "✕", "half": "◐"}


def task_words(entry: Entry) -> str:
    """What it does."""
    package = entry.package
    return tr(_TASKS[entry.role]) if entry.role else f"{package.from_code} → {package.to_code}"


def name_words(entry: Entry) -> str:
    """The package's name, or the languages of a way of two packages."""
    return entry.route.name


def version_words(entry: Entry) -> str:
    """The version, or both."""
    return " + ".join(package.version or "–" for package in entry.route.packages)


def source_words(entry: Entry) -> str:
    """Where it is from."""
    return " + ".join(dict.fromkeys(tr(_SOURCES[p.source]) for p in entry.route.packages))


def size_words(size: int) -> str:
    """A size on disk."""
    if size < 1e6:
        return f"{size / 1e3:.0f} kB"
    return f"{size / 1e9:.1f} GB" if size >= 1e9 else f"{size / 1e6:.1f} MB"


def figures_words(entry: Entry) -> str:
    """The figures that its model card states, in a line."""
    return " · ".join(f"{s.measure} {s.range}" for s in entry.figures) or tr("not stated")


def figures_at_length(entry: Entry) -> str:
    """The same with the test sets that they were measured on."""
    lines = []
    for stated in entry.figures:
        names = stated.on or ("",) * len(stated.values)
        each = [
            f"{stated.written(value)} ({name})" if name else stated.written(value)
            for value, name in zip(stated.values, names, strict=False)
        ]
        lines.append(f"{stated.measure} {', '.join(each)}")
    return "\n".join(lines) or tr("Its model card states no BLEU, chrF or retrieval figures.")


def state_words(entry: Entry) -> str:
    """Whether it serves, in a word or two."""
    if entry.missing is not None:
        return tr("Waits for {source} → {target}").format(source=entry.missing[0], target=entry.missing[1])
    return tr(_STATES[entry.state])


def state_at_length(entry: Entry, active: Entry | None) -> str:
    """Whether it serves, and why not; ``active`` is the one that does its task."""
    if entry.state == "damaged":
        return tr("Damaged: {reason}. It is never loaded.").format(reason=reason_words(entry.damage))
    if entry.state == "active":
        return tr("Active: it does this task.")
    if entry.state == "half":
        if entry.missing is not None:
            words = tr(
                "It does no task alone. Add a package {source} → {target} and the two are used in a row."
            )
            return words.format(source=entry.missing[0], target=entry.missing[1])
        return tr("It does no task alone; it is a part of {ways}.").format(ways=", ".join(entry.ways))
    if active is None:
        return tr("Overridden: not in use.")
    words = tr("Overridden: {name} {version} does this task.")
    return words.format(name=active.route.name, version=version_words(active)).replace(" .", ".")


def refusal(name: str, error: ReaderError) -> str:
    """Why a package could not be added, in one line."""
    if isinstance(error, DamagedModel):
        return tr("{name} was not added: {reason}.").format(name=name, reason=reason_words(error.reason))
    if isinstance(error, UnwritableFolder):
        words = tr("{name} was not added: {path} cannot be written ({reason}).")
        return words.format(name=name, path=error.path, reason=reason_words(error.reason))
    return str(error)
