"""What can go wrong, as types with attributes; ``desktop.messages`` puts them into the user's words.

Plain classes: making dataclasses of them takes a measurable part of the time to the first text on screen.
"""

from __future__ import annotations


class ReaderError(Exception):
    """Anything that the user should be told in one clear line; ``str(error)`` is that line in English."""


class UnreadableReport(ReaderError):
    """A file that cannot be read as a report: missing, a folder, no permission, binary, empty, bad encoding."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(path, reason)
        self.path = path
        self.reason = reason

    def __str__(self) -> str:
        return f"cannot read {self.path}: {self.reason}"


class MissingModel(ReaderError):
    """No installed package does this task, e.g. ``translation zh→en``."""

    def __init__(self, task: str) -> None:
        super().__init__(task)
        self.task = task

    def __str__(self) -> str:
        return f"no model for {self.task} is installed; add one with: report-reader models add FILE"


class DamagedModel(ReaderError):
    """A model package whose files are not what its manifest says; it is never loaded."""

    def __init__(self, name: str, reason: str) -> None:
        super().__init__(name, reason)
        self.name = name
        self.reason = reason

    def __str__(self) -> str:
        return f"model package {self.name} is damaged and was not loaded: {self.reason}"


class StaleIndex(ReaderError):
    """An index file that does not match its checksum, its report or its encoder; it is rebuilt."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(path, reason)
        self.path = path
        self.reason = reason

    def __str__(self) -> str:
        return f"search index {self.path} cannot be used: {self.reason}"


class DamagedLibrary(ReaderError):
    """A library file that SQLite cannot read; it was put aside and a new one begun."""

    def __init__(self, path: str, moved_to: str) -> None:
        super().__init__(path, moved_to)
        self.path = path
        self.moved_to = moved_to

    def __str__(self) -> str:
        return f"the library {self.path} was damaged; it was put aside as {self.moved_to} and begun anew"


class LostReports(ReaderError):
    """Rows of the library that were damaged and are left out; the files of the reports themselves are not touched."""

    def __init__(self, path: str, count: int) -> None:
        super().__init__(path, count)
        self.path = path
        self.count = count

    def __str__(self) -> str:
        return f"{self.count} entries of the library {self.path} are damaged and left out; add those reports again"


class UnwritableFolder(ReaderError):
    """A data folder that cannot be written; the reader goes on without keeping caches."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(path, reason)
        self.path = path
        self.reason = reason

    def __str__(self) -> str:
        return f"cannot write to {self.path}: {self.reason}"


class UnreadableLibrary(ReaderError):
    """A file that is no library, or not a whole one; nothing was taken in."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(path, reason)
        self.path = path
        self.reason = reason

    def __str__(self) -> str:
        return f"cannot take in the library {self.path}: {self.reason}"


class UnusableOutput(ReaderError):
    """An export target that cannot be written."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(path, reason)
        self.path = path
        self.reason = reason

    def __str__(self) -> str:
        return f"cannot write {self.path}: {self.reason}"


class DamagedNotes(ReaderError):
    """The file of the user's own work was damaged; it was put aside, and made again of its backup and second copy.

    ``kept`` items are there now, ``lost`` are known to have been there and are in none of the copies.
    """

    def __init__(self, path: str, moved_to: str, restored_from: str, kept: int = 0, lost: int = 0) -> None:
        super().__init__(path, moved_to, restored_from, kept, lost)
        self.path = path
        self.moved_to = moved_to
        self.restored_from = restored_from
        self.kept = kept
        self.lost = lost

    def __str__(self) -> str:
        taken = f"{self.restored_from} took its place" if self.restored_from else "there was no backup of it"
        lost = f"; {self.lost} are lost" if self.lost else ""
        return (
            f"{self.path} was damaged; it was kept as {self.moved_to}, and {taken}: {self.kept} items{lost}"
        )


class MendedNotes(ReaderError):
    """Parts of the user's own work were damaged or gone: ``mended`` came from the second copy, ``lost`` did not."""

    def __init__(self, path: str, mended: int, lost: int) -> None:
        super().__init__(path, mended, lost)
        self.path = path
        self.mended = mended
        self.lost = lost

    def __str__(self) -> str:
        parts = []
        if self.mended:
            parts.append(f"{self.mended} were taken from the second copy")
        if self.lost:
            parts.append(f"{self.lost} are lost and left out")
        return f"items in {self.path} were damaged or missing: {', '.join(parts)}"


class UnreadableCorrections(ReaderError):
    """A file that holds no corrections that the reader knows."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(path, reason)
        self.path = path
        self.reason = reason

    def __str__(self) -> str:
        return f"cannot read corrections from {self.path}: {self.reason}"


class UnknownBrief(ReaderError):
    """A brief that was asked for by name and is not there, or not alone in having it."""

    def __init__(self, name: str, reason: str) -> None:
        super().__init__(name, reason)
        self.name = name
        self.reason = reason

    def __str__(self) -> str:
        return f"cannot take the brief {self.name!r}: {self.reason}"


class UnreadableMemory(ReaderError):
    """A file that holds no translation memory that the reader can read."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(path, reason)
        self.path = path
        self.reason = reason

    def __str__(self) -> str:
        return f"cannot read the translation memory {self.path}: {self.reason}"


class UnreadableGlossary(ReaderError):
    """A file that holds no terms that the reader can take in."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(path, reason)
        self.path = path
        self.reason = reason

    def __str__(self) -> str:
        return f"cannot read terms from {self.path}: {self.reason}"


class UnreadableDictionary(ReaderError):
    """A file that is no dictionary in the format of CC-CEDICT."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(path, reason)
        self.path = path
        self.reason = reason

    def __str__(self) -> str:
        return f"cannot read a dictionary from {self.path}: {self.reason}"


class UnreadableNotes(ReaderError):
    """A file that holds no annotations that the reader can take in."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(path, reason)
        self.path = path
        self.reason = reason

    def __str__(self) -> str:
        return f"cannot read notes from {self.path}: {self.reason}"
