"""What can go wrong, as types with attributes; ``desktop.messages`` puts them into the user's words."""

from __future__ import annotations

from dataclasses import dataclass


class ReaderError(Exception):
    """Anything that the user should be told in one clear line; ``str(error)`` is that line in English."""


@dataclass(eq=False)
class UnreadableReport(ReaderError):
    """A file that cannot be read as a report: missing, a folder, no permission, binary, empty, bad encoding."""

    path: str
    reason: str

    def __str__(self) -> str:
        return f"cannot read {self.path}: {self.reason}"


@dataclass(eq=False)
class MissingModel(ReaderError):
    """No installed package does this task, e.g. ``translation zh→en``."""

    task: str

    def __str__(self) -> str:
        return f"no model for {self.task} is installed; add one with: report-reader models add FILE"


@dataclass(eq=False)
class DamagedModel(ReaderError):
    """A model package whose files are not what its manifest says; it is never loaded."""

    name: str
    reason: str

    def __str__(self) -> str:
        return f"model package {self.name} is damaged and was not loaded: {self.reason}"


@dataclass(eq=False)
class StaleIndex(ReaderError):
    """An index file that does not match its checksum, its report or its encoder; it is rebuilt."""

    path: str
    reason: str

    def __str__(self) -> str:
        return f"search index {self.path} cannot be used: {self.reason}"


@dataclass(eq=False)
class DamagedLibrary(ReaderError):
    """A library file that SQLite cannot read; it was put aside and a new one begun."""

    path: str
    moved_to: str

    def __str__(self) -> str:
        return f"the library {self.path} was damaged; it was put aside as {self.moved_to} and begun anew"


@dataclass(eq=False)
class UnwritableFolder(ReaderError):
    """A data folder that cannot be written; the reader goes on without keeping caches."""

    path: str
    reason: str

    def __str__(self) -> str:
        return f"cannot write to {self.path}: {self.reason}"


@dataclass(eq=False)
class UnusableOutput(ReaderError):
    """An export target that cannot be written."""

    path: str
    reason: str

    def __str__(self) -> str:
        return f"cannot write {self.path}: {self.reason}"


@dataclass(eq=False)
class DamagedNotes(ReaderError):
    """The file of the user's own work was damaged; it was put aside and the newest whole backup took its place."""

    path: str
    moved_to: str
    restored_from: str

    def __str__(self) -> str:
        taken = (
            f"the backup {self.restored_from} took its place"
            if self.restored_from
            else "there was no backup of it"
        )
        return f"{self.path} was damaged; it was kept as {self.moved_to}, and {taken}"


@dataclass(eq=False)
class UnreadableCorrections(ReaderError):
    """A file that holds no corrections that the reader knows."""

    path: str
    reason: str

    def __str__(self) -> str:
        return f"cannot read corrections from {self.path}: {self.reason}"
