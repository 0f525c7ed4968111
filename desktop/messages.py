"""Errors in the user's words: one table from error to notice; anything else is a bug and makes a crash report."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable
from enum import StrEnum
from types import TracebackType
from typing import TYPE_CHECKING, Final, NamedTuple

from desktop.settings import BrokenSettings, ChangedSettings
from desktop.wording import noted, tr
from index.errors import (
    DamagedLibrary,
    DamagedModel,
    DamagedNotes,
    LostReports,
    MendedNotes,
    MissingModel,
    ReaderError,
    StaleIndex,
    UnreadableDictionary,
    UnreadableGlossary,
    UnreadableLibrary,
    UnreadableMemory,
    UnreadableNotes,
    UnreadableReport,
    UnusableOutput,
    UnwritableFolder,
)

if TYPE_CHECKING:
    from index.report import Report


_FILES: Final[dict[type[ReaderError], str]] = {
    UnreadableDictionary: noted("Cannot read a dictionary from {path}: {reason}."),
    UnreadableGlossary: noted("Cannot read terms from {path}: {reason}."),
    UnreadableMemory: noted("Cannot read the translation memory {path}: {reason}."),
    UnreadableNotes: noted("Cannot read notes from {path}: {reason}."),
    UnusableOutput: noted("Cannot write {path}: {reason}."),
    UnreadableLibrary: noted("Cannot take in the library {path}: {reason}."),
}
"""What is said of a file that is of no use, by the kind of the error."""


class Severity(StrEnum):
    """How much a notice matters."""

    INFO = "info"
    WARNING = "warning"
    ERROR = "error"


class Notice(NamedTuple):
    """One line for the user: what happened, and what to do."""

    text: str
    severity: Severity = Severity.ERROR


class CrashReport(NamedTuple):
    """What a bug looked like, for copying; nothing is sent anywhere."""

    summary: str
    details: str


def describe(error: ReaderError) -> Notice:
    """The notice for an error that the reader knows."""
    match error:
        case UnreadableReport(path=path, reason=reason):
            from desktop.reading_reasons import reading_words

            words = tr("Cannot open {path}: {reason}.")
            return Notice(words.format(path=_short(path), reason=reading_words(reason)))
        case MissingModel(task=task):
            words = tr(
                "No model for {task} is installed. The text can be read and its figures seen without it."
            )
            return Notice(words.format(task=task), Severity.WARNING)
        case DamagedModel(name=name, reason=reason):
            from desktop.model_packages.reasons import reason_words

            words = tr(
                "The model {name} is damaged and is not used: {reason}. Install it again to mend this."
            )
            return Notice(words.format(name=name, reason=reason_words(reason)), Severity.WARNING)
        case DamagedNotes() | MendedNotes():
            return _notes_words(error)
        case DamagedLibrary() | LostReports():
            return _library_words(error)
        case StaleIndex(reason=reason):
            words = tr("The search index could not be used and is built again: {reason}.")
            return Notice(words.format(reason=reason), Severity.INFO)
        case UnwritableFolder(path=path, reason=reason):
            words = tr(
                "Nothing can be kept in {path} ({reason}). Reading works; translations are made anew each time."
            )
            return Notice(words.format(path=_short(path), reason=reason), Severity.WARNING)
        case (
            UnreadableDictionary()
            | UnreadableGlossary()
            | UnreadableMemory()
            | UnreadableNotes()
            | UnusableOutput()
            | UnreadableLibrary()
        ):
            words = tr(_FILES[type(error)])
            return Notice(words.format(path=_short(error.path), reason=error.reason))
        case BrokenSettings(reason=reason):
            words = tr("The settings could not be read ({reason}); the defaults are used.")
            return Notice(words.format(reason=reason), Severity.WARNING)
        case ChangedSettings():
            words = tr(
                "The settings were changed outside the reader. Look whether they are as you want them."
            )
            return Notice(words, Severity.INFO)
    text = str(error)
    return Notice(text[:1].upper() + text[1:])


def _notes_words(error: DamagedNotes | MendedNotes) -> Notice:
    """What became of the user's own work."""
    lost = tr("{n} of them could not be brought back.").format(n=error.lost) if error.lost else ""
    match error:
        case MendedNotes(mended=0):
            words = tr("{n} of your notes are damaged and left out. There is no second copy of them.")
            return Notice(words.format(n=error.lost))
        case MendedNotes(mended=mended):
            words = tr("{n} of your notes were damaged or missing, and were taken from the second copy.")
            words = words.format(n=mended)
        case DamagedNotes(moved_to=aside, restored_from=source, kept=kept) if source:
            words = tr(
                "Your notes file was damaged. It was made again of its copies, with {n} notes; "
                "the damaged file is kept as {path}."
            )
            words = words.format(n=kept, path=_short(aside))
        case DamagedNotes(moved_to=aside):
            words = tr(
                "Your notes file was damaged and there was no backup. It is kept as {path}; a new one was begun."
            )
            words = words.format(path=_short(aside))
    return Notice(f"{words} {lost}".strip(), Severity.ERROR if error.lost else Severity.WARNING)


def _library_words(error: DamagedLibrary | LostReports) -> Notice:
    """What became of the list of known reports."""
    match error:
        case LostReports(count=count):
            words = tr("{n} reports of the library are damaged entries and left out. Add them again.")
            return Notice(words.format(n=count), Severity.WARNING)
    words = tr(
        "The list of reports was damaged. What could be read of it is kept; the damaged file is {path}."
    )
    return Notice(words.format(path=_short(error.moved_to)), Severity.WARNING)


def notice_of(report: Report) -> Notice:
    """What of the report's file could not be read."""
    from desktop.reading_reasons import reading_words

    text = reading_words(report.notice)
    return Notice(f"{text[:1].upper()}{text[1:]}.", Severity.WARNING)


def _short(path: str, limit: int = 90) -> str:
    return path if len(path) <= limit else f"…{path[-limit:]}"


def crash_report(error: BaseException) -> CrashReport:
    """What to copy into a bug report: versions and the trace."""
    import platform
    import traceback

    import PySide6

    lines = traceback.format_exception(type(error), error, error.__traceback__)
    versions = f"Python {platform.python_version()}, PySide6 {PySide6.__version__}, {platform.platform()}"
    summary = f"{type(error).__name__}: {error}".splitlines()[0]
    return CrashReport(summary, f"{versions}\n\n{''.join(lines)}")


class Gate:
    """Where every error ends: a notice for those the reader knows, a crash report for all others."""

    def __init__(self, notify: Callable[[Notice], None], crash: Callable[[CrashReport], None]) -> None:
        self._notify, self._crash = notify, crash

    def tell(self, error: BaseException) -> None:
        """Tell the user; call on the UI thread."""
        if isinstance(error, ReaderError):
            self._notify(describe(error))
        elif isinstance(error, Exception):
            self._crash(crash_report(error))

    def install(self) -> Callable[[], None]:
        """Catch what nobody caught; gives a function that puts the old hooks back."""
        before, before_thread = sys.excepthook, threading.excepthook

        def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
            if isinstance(error, KeyboardInterrupt | SystemExit):
                before(kind, error, trace)
                return
            self.tell(error)

        def thread_hook(args: threading.ExceptHookArgs) -> None:
            if args.exc_value is not None:
                sys.stderr.write(crash_report(args.exc_value).details)

        def restore() -> None:
            sys.excepthook, threading.excepthook = before, before_thread

        sys.excepthook, threading.excepthook = hook, thread_hook
        return restore
