"""For every test: no network, no model hub, a data folder of its own."""

from __future__ import annotations

import os
import socket
import sys
from collections.abc import Callable
from pathlib import Path

# Before anything heavy is imported: these are read once.
os.environ["HF_HUB_OFFLINE"] = "1"
os.environ["TOKENIZERS_PARALLELISM"] = "false"
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("OMP_NUM_THREADS", "2")

import pytest

from index.readers import open_report
from index.report import Report
from resources import resource_path

ROOT = Path(__file__).resolve().parent.parent
BUNDLED = ROOT / "models" / "packages"
_NETWORK_EVENTS = frozenset({"socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "socket.sendto"})
_LOCAL_FAMILIES = frozenset({int(getattr(socket, name)) for name in ("AF_UNIX",) if hasattr(socket, name)})
_SUMMARY: pytest.StashKey[dict[str, list[str]]] = pytest.StashKey()


class NetworkUse(BaseException):
    """Raised where a test reaches for the network; no handler of Exception swallows it."""


def _refuse(event: str, arguments: tuple[object, ...]) -> None:
    if event == "socket.__new__" and arguments[1] in (int(socket.AF_INET), int(socket.AF_INET6)):
        raise NetworkUse(f"a network socket was asked for: {arguments[1:]}")
    if event in _NETWORK_EVENTS:
        family = getattr(arguments[0], "family", None)
        if family is None or int(family) not in _LOCAL_FAMILIES:
            raise NetworkUse(f"{event}{arguments[1:]}")


# An audit hook sees every socket that Python code opens, however it came by the function.
sys.addaudithook(_refuse)


@pytest.fixture(autouse=True)
def data_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The data folder of this test, not made yet."""
    folder = tmp_path / "reader-data"
    monkeypatch.setenv("REPORT_READER_DATA", str(folder))
    for variable in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"):
        monkeypatch.setenv(variable, str(tmp_path / variable.lower()))
    monkeypatch.delenv("ARGOS_PACKAGES_DIR", raising=False)
    return folder


@pytest.fixture(scope="session")
def sample_path() -> Path:
    """The file of the report that comes with the reader."""
    return resource_path("reports", "qingdao-2024.txt")


@pytest.fixture(scope="session")
def sample(sample_path: Path) -> Report:
    """That report."""
    return open_report(sample_path)


@pytest.fixture
def summary(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """``summary(heading, line)`` prints a line under a heading when all tests are done."""
    kept = request.config.stash.setdefault(_SUMMARY, {})

    def add(heading: str, line: str) -> None:
        kept.setdefault(heading, []).append(line)

    return add


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """The lines that tests left to be printed."""
    for heading, lines in config.stash.get(_SUMMARY, {}).items():
        terminalreporter.write_sep("-", heading)
        for line in lines:
            terminalreporter.write_line(line)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Tests of real models are left out where there are none (test_layout says when there should be)."""
    if any(BUNDLED.glob("*.argosmodel")) and (BUNDLED / "encoder-zh-en").is_dir():
        return
    for item in items:
        if item.get_closest_marker("models"):
            item.add_marker(pytest.mark.skip(reason="the bundled model packages are not here"))
