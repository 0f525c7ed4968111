"""The command line: finds the command, runs it, and turns every failure into one line and an exit status."""

from __future__ import annotations

import argparse
import codecs
import os
import sys
from collections.abc import Iterable, Sequence
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from types import MappingProxyType
from typing import Final, NoReturn, Protocol, cast

from desktop.cli.output import tell, use_utf8
from index.errors import ReaderError
from index.sealing import VARIABLE, insisted, seal

COMMANDS: Final = MappingProxyType(
    {
        "translate": ("translating", "translate text, one line for one line"),
        "search": ("searching", "find passages by meaning, in either language"),
        "indicators": ("indicators", "list the figures of a report"),
        "compare": ("comparing", "compare reports: were targets met, and how do places stand"),
        "topics": ("topics", "map what reports are about, and set two side by side on one subject"),
        "corrections": ("corrections", "list, export or import the corrections of a report's figures"),
        "brief": ("briefs", "list, show and export your briefs"),
        "notes": ("notes", "list, export and import your notes"),
        "words": ("words", "list, export, add and remove the words that you learn"),
        "memory": ("memory", "import, export or list the translation memory"),
        "pair": (
            "pairing",
            "set a report and its official translation side by side, and use that in place of the machine's",
        ),
        "terms": ("terms", "list the terms of a text, with their English and their places"),
        "glossary": ("glossary", "list, import and export your own terms"),
        "dictionary": ("dictionaries", "add dictionaries in CC-CEDICT format, and look words up"),
        "cite": ("citing", "cite a report, or a place in it, in six styles"),
        "export": ("exporting", "write a report with its translation"),
        "import": ("importing", "add reports to the library"),
        "library": ("library", "list the reports of the library"),
        "models": ("packages", "list, add, remove and verify model packages"),
        "doctor": ("doctor", "check this installation and say what is wrong"),
        "tour": ("tour", "show what the reader does, in the terminal"),
    }
)
"""Each command with its module below ``desktop.cli`` and what it is for."""


ENCODING_HELP: Final = "how text files are encoded: utf-8, gb18030, big5, utf-16 (found out without it)"


class Command(Protocol):
    """What each command's module offers.

    One that reads text files names the arguments that hold them in ``FILES``, and then takes ``--encoding``.
    """

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        """Declare the command's arguments."""

    def run(self, arguments: argparse.Namespace) -> int:
        """Do it, and give the exit status."""


class UsageError(Exception):
    """Arguments that fit the grammar and still make no sense; exit status 2."""


class _Parser(argparse.ArgumentParser):
    """One line about what is wrong, in place of the whole usage text."""

    def error(self, message: str) -> NoReturn:
        tell(f"{message} (see {self.prog} --help)")
        sys.exit(2)


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; ``argv`` begins with its name. Gives the exit status: 0, 1 failed, 2 wrong usage."""
    use_utf8()
    if insisted() and not seal():
        tell(f"{VARIABLE} is set, and this system cannot refuse network sockets")
        return 1
    try:
        code = _run(list(sys.argv[1:] if argv is None else argv))
        sys.stdout.flush()
    except BrokenPipeError:
        # The reader of our output has seen enough; what is still in the buffer has nowhere to go.
        with suppress(OSError, ValueError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        return 130
    return code


def _run(argv: list[str]) -> int:
    try:
        name, command = _find(argv)
        parser = _Parser(prog=f"report-reader {name}", description=COMMANDS[name][1].capitalize() + ".")
        parser.add_argument(
            "--data-dir", metavar="FOLDER", type=Path, help="where the reader keeps what it writes"
        )
        command.add_arguments(parser)
        files: tuple[str, ...] = getattr(command, "FILES", ())
        if files:
            parser.add_argument("--encoding", metavar="NAME", help=ENCODING_HELP)
        arguments = parser.parse_args(argv[1:])
        if files and arguments.encoding:
            use_encoding(arguments.encoding, [getattr(arguments, name, None) for name in files])
        return command.run(arguments)
    except UsageError as error:
        tell(str(error))
        return 2
    except ReaderError as error:
        tell(str(error))
    except BrokenPipeError:
        raise
    except OSError as error:
        place = f"{error.filename}: " if error.filename else ""
        tell(f"{place}{(error.strerror or str(error)).lower()}")
    except MemoryError:
        tell("there is not enough memory for this")
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else 0 if end.code is None else 2
    except Exception as error:
        if os.environ.get("REPORT_READER_DEBUG"):
            raise
        tell(
            f"this should not have happened ({type(error).__name__}: {error}); REPORT_READER_DEBUG=1 shows where"
        )
    return 1


def use_encoding(encoding: str, files: Iterable[object]) -> None:
    """Read these files in ``encoding``; raises UsageError where there is none of that name."""
    from index.readers import choose_encoding

    try:
        codecs.lookup(encoding)
    except LookupError:
        raise UsageError(f"there is no text encoding named {encoding}") from None
    for file in files:
        for path in file if isinstance(file, list | tuple) else [file]:
            if isinstance(path, str | Path) and str(path) != "-":
                choose_encoding(path, encoding)


def _find(argv: Sequence[str]) -> tuple[str, Command]:
    if not argv or argv[0] not in COMMANDS:
        given = f"there is no command {argv[0]!r}" if argv else "no command was given"
        raise UsageError(f"{given}; the commands are {', '.join(COMMANDS)}")
    module = import_module(f"desktop.cli.{COMMANDS[argv[0]][0]}")
    return argv[0], cast(Command, module)
