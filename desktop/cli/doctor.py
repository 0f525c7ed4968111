"""``report-reader doctor``: whether this installation is whole, and what to do where it is not."""

from __future__ import annotations

import argparse
import os
import platform
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Final, Literal

from desktop.cli.output import show, show_json
from desktop.cli.packages import state_of
from desktop.services import Services, build_services
from index.errors import ReaderError
from index.sealing import VARIABLE
from index.unwanted import NEVER_LOADED, loaded

_LIBRARIES: Final = (
    "PySide6_Essentials",
    "faiss-cpu",
    "ctranslate2",
    "sentencepiece",
    "argostranslate",
    "tokenizers",
    "safetensors",
    "sentence-transformers",
    "torch",
    "OpenCC",
    "numpy",
    "openpyxl",
)
_FONT_FOLDERS: Final = ("/usr/share/fonts", "/usr/local/share/fonts", "~/.local/share/fonts", "~/.fonts")
_FONT_NAMES: Final = ("cjk", "wqy", "hansans", "hanserif", "wenkai", "uming", "ukai", "droidsansfallback")

State = Literal["ok", "note", "problem"]


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at."""

    subject: str
    state: State
    detail: str


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The command's arguments."""
    parser.add_argument("--json", action="store_true", help="one JSON object a line")


def run(arguments: argparse.Namespace) -> int:
    """Look at everything; exit status 1 where there is a problem."""
    services = build_services(arguments.data_dir)
    problems = 0
    try:
        for finding in examine(services):
            problems += finding.state == "problem"
            if arguments.json:
                show_json({"subject": finding.subject, "state": finding.state, "detail": finding.detail})
            else:
                mark = {"ok": "ok     ", "note": "note   ", "problem": "PROBLEM"}[finding.state]
                show(f"{mark}  {finding.subject}: {finding.detail}")
    finally:
        services.close()
    if not arguments.json:
        show(f"{problems} problem(s)." if problems else "Everything is in order.")
    return 1 if problems else 0


def examine(services: Services) -> Iterator[Finding]:
    """The findings, as they are made."""
    yield Finding(
        "Report Reader", "ok", f"{_version('report-reader') or 'not installed, run from its folder'}"
    )
    yield Finding("Python", "ok", f"{platform.python_version()} on {platform.system()} {platform.machine()}")
    for library in _LIBRARIES:
        found = _version(library)
        yield Finding(
            library, "ok" if found else "problem", found or "it is missing; run packaging/run again"
        )
    yield _data_folder(services.data_folder)
    if services.settings_notice is not None:
        yield Finding("settings", "note", str(services.settings_notice))
    yield from _kept(services)
    yield from _models(services)
    yield _window()
    yield _font()
    yield _offline()
    yield _sealing()
    yield _parsing()


def _version(library: str) -> str:
    try:
        return version(library)
    except PackageNotFoundError:
        return ""


def _data_folder(folder: Path) -> Finding:
    there = folder
    while not there.exists() and there != there.parent:
        there = there.parent
    try:
        with tempfile.TemporaryFile(dir=there):
            return Finding("data folder", "ok", str(folder))
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        return Finding(
            "data folder", "problem", f"{folder} cannot be written ({reason}); nothing will be kept"
        )


def _kept(services: Services) -> Iterator[Finding]:
    """The user's own work and the library; opening them checks every row."""
    if services.has_annotations:
        from index.annotations.backups import backups, is_whole

        store = services.annotations()
        copies = backups(services.data_folder / "backups")
        whole = sum(is_whole(path) for path in copies)
        count = f"{store.count()} items, every checksum agrees; {whole} of {len(copies)} backups are whole"
        if store.damaged:
            yield Finding("notes", "problem", f"{len(store.damaged)} damaged and left out; {count}")
        elif store.notice is not None:
            yield Finding("notes", "note", f"{store.notice}; now {count}")
        else:
            yield Finding("notes", "ok", count)
    if (services.data_folder / "library.db").is_file():
        library = services.library()
        known = f"{len(library.reports())} reports"
        notice = library.notice
        yield Finding(
            "library", "ok" if notice is None else "note", known if notice is None else f"{notice}; {known}"
        )


def _models(services: Services) -> Iterator[Finding]:
    try:
        catalog = services.catalog()
        for package in catalog.packages():
            state = state_of(package)
            subject = f"model {package.name} {package.version} ({package.source})"
            yield Finding(
                subject, "ok" if state == "ok" else "problem", "verified" if state == "ok" else state
            )
        for needed in (
            partial(catalog.route, "search"),
            partial(catalog.route, "zh-en"),
            partial(catalog.route, "en-zh"),
        ):
            try:
                needed()
            except ReaderError as error:
                yield Finding("models", "problem", str(error))
    except ReaderError as error:
        yield Finding("models", "problem", str(error))


def _window() -> Finding:
    """Qt is tried in a process of its own: this one stays without it."""
    code = "import PySide6.QtCore as c, PySide6.QtWidgets; print(c.qVersion())"
    try:
        done = subprocess.run(
            [sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=False
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        return Finding("window", "problem", f"Qt could not be tried ({error})")
    if done.returncode == 0:
        return Finding("window", "ok", f"Qt {done.stdout.strip()}")
    reason = (done.stderr.strip().splitlines() or ["no reason given"])[-1]
    return Finding("window", "problem", f"Qt does not load: {reason}")


def _font() -> Finding:
    if sys.platform in ("win32", "darwin"):
        return Finding("Chinese font", "ok", "part of the system")
    lister = shutil.which("fc-list")
    if lister:
        done = subprocess.run([lister, ":lang=zh", "family"], capture_output=True, text=True, check=False)
        families = sorted({line.split(",")[0].strip() for line in done.stdout.splitlines() if line.strip()})
    else:
        folders = (Path(folder).expanduser() for folder in _FONT_FOLDERS)
        files = (path for folder in folders if folder.is_dir() for path in folder.rglob("*.[to]t[fc]"))
        families = sorted(
            path.stem for path in files if any(name in path.name.lower() for name in _FONT_NAMES)
        )
    if families:
        return Finding("Chinese font", "ok", ", ".join(families[:3]))
    return Finding(
        "Chinese font", "problem", "none was found; install one (Debian: apt-get install fonts-noto-cjk)"
    )


def _offline() -> Finding:
    found = loaded()
    if found:
        return Finding("offline", "problem", f"loaded though it must not be: {', '.join(found)}")
    return Finding(
        "offline", "ok", f"none of {', '.join(NEVER_LOADED)} is loaded or can be; no code opens a socket"
    )


def _sealing() -> Finding:
    """Tried in a process of its own, which is started as the reader is."""
    code = (
        "import socket, sys\n"
        "from index.sealing import seal_by_default\n"
        "if not seal_by_default(): sys.exit('unavailable')\n"
        "socket.socket(socket.AF_UNIX).close()\n"
        "for family in (socket.AF_INET, socket.AF_INET6, socket.AF_NETLINK):\n"
        "    try: socket.socket(family, socket.SOCK_DGRAM)\n"
        "    except PermissionError: print('refused')\n"
    )
    root = Path(__file__).resolve().parents[2]
    done = subprocess.run([sys.executable, "-c", code], cwd=root, capture_output=True, text=True, check=False)
    if done.stdout.split() == ["refused"] * 3:
        return Finding("sealing", "ok", "the kernel refuses AF_INET, AF_INET6 and AF_NETLINK sockets (tried)")
    if os.environ.get(VARIABLE) == "0":
        return Finding("sealing", "note", f"switched off by {VARIABLE}=0; the reader opens no sockets anyway")
    return Finding(
        "sealing", "note", "this system does not refuse sockets to a process; the reader opens none anyway"
    )


def _parsing() -> Finding:
    """The process that documents are parsed in, started and asked to read one."""
    from index.apart import Worker

    worker = Worker()
    try:
        worker.parse("# 一\n\n正文。\n".encode(), "doctor.md", ".md", None, None)
    except (OSError, ReaderError) as error:
        return Finding("parsing", "problem", f"documents are parsed in the reader's own process ({error})")
    finally:
        worker.close()
    limits = {"memory": "a limit of memory", "network": "no network"}
    kept = " and ".join(words for name, words in limits.items() if name in worker.confined)
    if len(worker.confined) < len(limits):
        kept = kept or "no limits"
        return Finding("parsing", "note", f"documents are parsed in a process of their own, with {kept}")
    return Finding("parsing", "ok", f"documents are parsed in a process of their own, with {kept}")
