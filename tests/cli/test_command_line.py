"""The grammar of the command line: usage, exit statuses, streams, and that every command is documented."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from desktop.cli import COMMANDS, main
from tests.conftest import ROOT


def test_every_command_is_in_the_readme() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    missing = [name for name in COMMANDS if not re.search(rf"report-reader {name}\b", readme)]
    assert missing == []


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_help_says_what_a_command_does(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([name, "--help"]) == 0
    shown = capsys.readouterr().out
    assert f"report-reader {name}" in shown
    assert "--data-dir" in shown


@pytest.mark.parametrize(
    ("argv", "says"),
    [
        ([], "no command was given"),
        (["fly"], "no command 'fly'"),
        (["search"], "QUERY"),
        (["search", "  "], "the query is empty"),
        (["search", "海洋", "--limit", "0"], "--limit"),
        (["search", "海洋", "--limit", "many"], "--limit"),
        (["translate", "--from", "zh", "--to", "zh"], "nothing to translate"),
        (["translate", "--from", "fr"], "--from"),
        (["indicators", "a.txt", "--format", "pdf"], "--format"),
        (["export", "a.txt", "--format", "docx"], "not built yet"),
        (["models", "add"], "FILE"),
        (["import"], "FILE"),
    ],
)
def test_wrong_usage_is_one_line_and_status_2(
    argv: list[str], says: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(argv) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.startswith("report-reader: ")
    assert captured.err.count("\n") == 1
    assert says in captured.err


def test_output_is_utf_8_whatever_the_terminal_says(sample_path: Path) -> None:
    environment = {**os.environ, "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0", "LC_ALL": "C"}
    done = subprocess.run(
        [sys.executable, "-c", f"from desktop.cli import main; main(['indicators', {str(sample_path)!r}])"],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "生产总值" in done.stdout.decode("utf-8")


def test_a_reader_that_stops_reading_is_no_error(sample_path: Path) -> None:
    command = f"{sys.executable} -c 'import sys; from desktop.cli import main; sys.exit(main(sys.argv[1:]))'"
    done = subprocess.run(
        [
            "bash",
            "-c",
            f"{command} indicators '{sample_path}' --format json | head -1; echo ${{PIPESTATUS[0]}}",
        ],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    lines = done.stdout.splitlines()
    assert len(lines) == 2
    assert lines[1] == "0"
    assert done.stderr == ""


def test_an_interrupted_command_is_quiet(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupt(*_: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr("desktop.cli.library.run", interrupt)
    assert main(["library"]) == 130
    assert capsys.readouterr().err == ""


def test_a_mistake_of_ours_is_one_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def stumble(*_: object) -> int:
        raise ZeroDivisionError("division by\nzero")

    monkeypatch.setattr("desktop.cli.library.run", stumble)
    monkeypatch.delenv("REPORT_READER_DEBUG", raising=False)
    assert main(["library"]) == 1
    told = capsys.readouterr().err
    assert told.count("\n") == 1
    assert "ZeroDivisionError" in told
    monkeypatch.setenv("REPORT_READER_DEBUG", "1")
    with pytest.raises(ZeroDivisionError):
        main(["library"])
