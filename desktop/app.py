"""The command ``report-reader``: opens the window, or hands over to the command line. No Qt until it is needed."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from typing import Final, NamedTuple

from desktop import startup
from desktop.services import Services, build_services

__all__ = ["Services", "build_services", "launch", "main"]

_USAGE: Final = """\
usage: report-reader [--data-dir FOLDER] [--screenshot PNG] [FILE]
       report-reader COMMAND ... (--help after a command tells more)

Opens FILE, or what was read last, or the sample report.

  --data-dir FOLDER   where settings and caches are kept
  --screenshot PNG    write a picture of the window and exit
  --version           say the version

commands: {commands}
"""


_X11_LIBRARIES: Final = {
    "libxcb-cursor.so.0": "libxcb-cursor0", "libxcb-icccm.so.4": "libxcb-icccm4", "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1", "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0", "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1", "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}  # fmt: skip


class Options(NamedTuple):
    """What the command line says about the window."""

    files: tuple[str, ...] = ()
    data_folder: str | None = None
    screenshot: str | None = None
    wants: str = ""


class WrongUsageError(Exception):
    """Arguments that make no sense, in one line."""


def launch() -> int:
    """The program: sealed off from the network, and closed to libraries that reach for it; then ``main``."""
    from index.sealing import seal_by_default
    from index.unwanted import refuse_imports

    seal_by_default()
    refuse_imports()
    return main()


def main(argv: Sequence[str] | None = None) -> int:
    """Run the reader; gives the exit status."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    try:
        options, rest = _parse(arguments, _commands(arguments))
    except WrongUsageError as error:
        sys.stderr.write(f"report-reader: {error} (see report-reader --help)\n")
        return 2
    if rest:
        from desktop.cli import main as run_command

        return run_command(rest)
    if options.wants:
        return _tell(options.wants)
    return _open_window(options)


def _commands(arguments: Sequence[str]) -> frozenset[str]:
    """The names of the commands; none where no argument could be one, which starts the window sooner."""
    if not any(word.isalpha() for word in arguments):
        return frozenset()
    from desktop.cli import COMMANDS

    return frozenset(COMMANDS)


def _parse(arguments: list[str], commands: frozenset[str]) -> tuple[Options, list[str]]:
    """The options, and the command with its arguments where there is one."""
    files: list[str] = []
    values: dict[str, str] = {}
    at = 0
    while at < len(arguments):
        word = arguments[at]
        name, equals, value = word.partition("=")
        if word in commands and not files:
            folder = values.get("--data-dir")
            return Options(), [*arguments[at:], *(["--data-dir", folder] if folder else [])]
        if word in ("-h", "--help", "--version"):
            return Options(wants="version" if word == "--version" else "help"), []
        if name in ("--data-dir", "--screenshot"):
            if not equals:
                at += 1
                if at >= len(arguments):
                    raise WrongUsageError(f"{name} needs a value")
                value = arguments[at]
            values[name] = value
        elif word == "--":
            files.extend(arguments[at + 1 :])
            break
        elif word.startswith("-") and word != "-":
            raise WrongUsageError(f"there is no option {word}")
        else:
            files.append(word)
        at += 1
    return Options(tuple(files), values.get("--data-dir"), values.get("--screenshot")), []


def _tell(what: str) -> int:
    if what == "version":
        from importlib.metadata import PackageNotFoundError, version

        try:
            sys.stdout.write(f"report-reader {version('report-reader')}\n")
        except PackageNotFoundError:
            sys.stdout.write("report-reader (not installed)\n")
    else:
        from desktop.cli import COMMANDS

        sys.stdout.write(_USAGE.format(commands=", ".join(COMMANDS)))
    return 0


def _open_window(options: Options) -> int:
    if not _has_display():
        if options.screenshot is None:
            sys.stderr.write(
                "report-reader: there is no display; use a command (report-reader --help), or --screenshot PNG\n"
            )
            return 1
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    missing = _missing_libraries()
    if missing:
        sys.stderr.write(
            f"report-reader: the window needs {', '.join(missing)}; on Debian: apt install {' '.join(missing.values())}\n"
        )
        return 1
    startup.begin()
    try:
        from desktop.window import run
    except ImportError as error:
        sys.stderr.write(f"report-reader: the window cannot be opened: {_first_line(error)}\n")
        return 1
    return run(options.files, options.data_folder, options.screenshot)


def _first_line(error: ImportError) -> str:
    text = str(error).splitlines()[0]
    if ".so" in text:
        return f"{text}; on Debian: apt install libegl1 libgl1 libxkbcommon0 libdbus-1-3 libfontconfig1"
    return text


def _missing_libraries() -> dict[str, str]:
    """Libraries of the X11 window that are not there, with their Debian packages; Qt would abort without a word."""
    platform = os.environ.get("QT_QPA_PLATFORM", "")
    wayland = not platform and os.environ.get("WAYLAND_DISPLAY")
    if not sys.platform.startswith("linux") or wayland or (platform and not platform.startswith("xcb")):
        return {}
    from ctypes import CDLL

    missing = {}
    for library, package in _X11_LIBRARIES.items():
        try:
            CDLL(library)
        except OSError:
            missing[library] = package
    return missing


def _has_display() -> bool:
    if not sys.platform.startswith("linux") or os.environ.get("QT_QPA_PLATFORM"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
