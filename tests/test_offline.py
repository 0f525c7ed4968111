"""Offline is a promise: nothing opens a socket, and what would call out is never loaded."""

from __future__ import annotations

import json
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from desktop.cli.doctor import NEVER_LOADED
from tests.conftest import ROOT

RUN = """
import json, sys
{before}
from desktop.cli import main
code = main({argv!r})
sys.stdout.flush()
print("MODULES " + json.dumps([code, sorted(sys.modules)]), file=sys.stderr)
"""
SEALED = "from desktop.seal import seal; assert seal(fatal=True)"
HEAVY = ("torch", "sentence_transformers", "transformers", "sklearn", "scipy", "huggingface_hub")


def can_seal() -> bool:
    done = subprocess.run([sys.executable, "-c", SEALED], cwd=ROOT, capture_output=True, check=False)
    return done.returncode == 0


def run_cli(
    argv: list[str], before: str = "", stdin: str = ""
) -> tuple[subprocess.CompletedProcess[str], int, set[str]]:
    """A command in a process of its own: what it printed, its status, and the modules that it loaded."""
    code = RUN.format(argv=argv, before=before)
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        input=stdin,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    lines = [line for line in done.stderr.splitlines() if line.startswith("MODULES ")]
    assert lines, f"it did not come to its end (status {done.returncode}): {done.stderr[-2000:]}"
    status, modules = json.loads(lines[0].removeprefix("MODULES "))
    return done, int(status), set(modules)


def test_sockets_are_refused_in_tests() -> None:
    with pytest.raises(BaseException, match="network socket"):
        socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    with pytest.raises(BaseException, match="getaddrinfo"):
        socket.getaddrinfo("localhost", 80)


@pytest.mark.parametrize(
    "argv",
    [
        ["library"],
        ["indicators", "resources/reports/qingdao-2024.txt"],
        ["models"],
        ["search", ""],
        ["translate", "--from", "zh", "--to", "zh"],
    ],
)
def test_commands_load_no_qt_and_nothing_that_calls_out(argv: list[str]) -> None:
    _, _, modules = run_cli(argv)
    assert not {name for name in modules if name.split(".")[0] in ("PySide6", "shiboken6")}
    assert not modules & set(NEVER_LOADED)
    assert not modules & set(HEAVY)


@pytest.mark.models
def test_the_whole_tour_needs_no_socket() -> None:
    # Sealed fatally, the kernel ends the process at the first network socket, in whatever language it is opened.
    before = SEALED if can_seal() else ""
    done, status, modules = run_cli(["tour", "--no-screenshot"], before)
    assert status == 0, done.stderr
    assert not {name for name in modules if name.split(".")[0] in ("PySide6", "shiboken6")}
    assert not modules & set(NEVER_LOADED)
    assert not modules & set(HEAVY)
    assert {"faiss", "ctranslate2", "sentencepiece", "tokenizers"} <= modules


@pytest.mark.models
def test_the_window_needs_no_socket(tmp_path: Path) -> None:
    picture = tmp_path / "window.png"
    code = (
        f"import sys, json\n{SEALED if can_seal() else ''}\nfrom desktop.app import main\n"
        f"code = main(['resources/reports/qingdao-2024.txt', '--screenshot', {str(picture)!r}])\n"
        "print('MODULES ' + json.dumps(sorted(sys.modules)))\nsys.exit(code)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert picture.stat().st_size > 10_000
    modules = set(json.loads(done.stdout.split("MODULES ")[1]))
    assert not modules & {*NEVER_LOADED, *HEAVY}


@pytest.mark.skipif(not can_seal(), reason="this system has no seccomp")
def test_a_sealed_process_gets_local_sockets_alone() -> None:
    code = (
        "import socket\nfrom desktop.seal import seal\nassert seal()\n"
        "socket.socket(socket.AF_UNIX).close()\n"
        "for family in (socket.AF_INET, socket.AF_INET6):\n"
        "    try: socket.socket(family)\n"
        "    except PermissionError: print('refused')\n"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.stdout.split() == ["refused", "refused"], done.stderr
