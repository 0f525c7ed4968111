"""Offline is a promise: nothing opens a socket, and what would call out is never loaded."""

from __future__ import annotations

import errno
import json
import os
import re
import shutil
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from index.unwanted import NEVER_LOADED
from tests.conftest import ROOT

RUN = """
import json, sys
{before}
from desktop.cli import main
code = main({argv!r})
sys.stdout.flush()
print("MODULES " + json.dumps([code, sorted(sys.modules)]), file=sys.stderr)
"""
SEALED = "from index.sealing import seal; assert seal(fatal=True)"
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
        "import socket\nfrom index.sealing import seal\nassert seal()\n"
        "socket.socket(socket.AF_UNIX).close()\n"
        "for family in (socket.AF_INET, socket.AF_INET6, socket.AF_NETLINK):\n"
        "    try: socket.socket(family, socket.SOCK_DGRAM)\n"
        "    except PermissionError: print('refused')\n"
        "import ctypes\nlibc = ctypes.CDLL(None, use_errno=True)\n"
        "print(libc.syscall(0x40000000 | 41, 2, 1, 0), ctypes.get_errno())\n"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    *refused, result, error = done.stdout.split()
    assert refused == ["refused"] * 3, done.stderr
    assert (result, int(error)) == ("-1", errno.ENOSYS)


LAUNCHED = """
import sys
sys.argv = ["report-reader", *{argv!r}]
from desktop.app import launch
code = launch()
import socket
try: socket.socket(socket.AF_INET); print("OPEN", file=sys.stderr)
except PermissionError: print("REFUSED", file=sys.stderr)
try: import requests; print("LOADED", file=sys.stderr)
except ImportError: print("KEPT OUT", file=sys.stderr)
sys.exit(code)
"""


def launched(
    argv: list[str], prefix: tuple[str, ...] = (), **environment: str
) -> subprocess.CompletedProcess[str]:
    """A command, started as the program is."""
    return subprocess.run(
        [*prefix, sys.executable, "-c", LAUNCHED.format(argv=argv)],
        cwd=ROOT, capture_output=True, text=True, check=False, env=os.environ | environment,
    )  # fmt: skip


@pytest.mark.skipif(not can_seal(), reason="this system has no seccomp")
def test_the_program_is_sealed_without_being_asked() -> None:
    done = launched(["library"])
    assert done.returncode == 0, done.stderr
    assert "REFUSED" in done.stderr
    assert "KEPT OUT" in done.stderr


@pytest.mark.skipif(not can_seal(), reason="this system has no seccomp")
def test_the_seal_can_be_declined_and_a_far_screen_gets_its_socket() -> None:
    # Nothing is sent: an address family is asked for, and the socket closed again.
    assert "OPEN" in launched(["library"], REPORT_READER_SEALED="0").stderr
    assert "OPEN" in launched(["library"], DISPLAY="localhost:10.0").stderr
    assert "REFUSED" in launched(["library"], DISPLAY=":0").stderr


WHOLE = (
    ["import", "resources/reports/qingdao-2024.txt"],
    ["search", "海洋经济", "--limit", "2"],
    ["translate", "tests/specs/one-sentence.txt"],
    ["indicators", "resources/reports/qingdao-2024.txt", "--format", "json"],
    ["notes", "list"],
    ["cite", "resources/reports/qingdao-2024.txt"],
)


def can_unshare() -> bool:
    tool = shutil.which("unshare")
    done = subprocess.run([tool, "-n", "true"], capture_output=True, check=False) if tool else None
    return done is not None and done.returncode == 0


@pytest.mark.models
@pytest.mark.skipif(not can_unshare(), reason="this system gives no network namespace")
def test_everything_works_where_there_is_no_network_at_all(tmp_path: Path) -> None:
    for argv in WHOLE:
        done = launched([*argv, "--data-dir", str(tmp_path)], ("unshare", "-n"))
        assert done.returncode == 0, (argv, done.stderr)


def can_trace() -> bool:
    tool = shutil.which("strace")
    done = subprocess.run([tool, "true"], capture_output=True, check=False) if tool else None
    return done is not None and done.returncode == 0


@pytest.mark.models
@pytest.mark.skipif(not can_trace(), reason="there is no strace, or it may not trace")
def test_the_kernel_sees_no_network_socket(tmp_path: Path) -> None:
    """Not sealed: what is asked for is what is counted."""
    seen = tmp_path / "trace"
    for argv in WHOLE:
        prefix = ("strace", "-f", "-qq", "-A", "-o", str(seen), "-e", "trace=socket,connect")
        code = (
            f"import sys; sys.argv = ['report-reader', *{[*argv, '--data-dir', str(tmp_path / 'data')]!r}]; "
        )
        code += "from desktop.app import main; sys.exit(main())"
        done = subprocess.run(
            [*prefix, sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False,
            env=os.environ | {"REPORT_READER_SEALED": "0"},
        )  # fmt: skip
        assert done.returncode == 0, (argv, done.stderr)
    lines = seen.read_text("utf-8", "replace").splitlines()
    assert [line for line in lines if re.search(r"AF_(INET6?|NETLINK|PACKET)", line)] == []
