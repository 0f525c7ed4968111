"""The command: what it opens, what it hands over, and what it never loads."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from desktop import app

ROOT = Path(__file__).resolve().parents[2]
FORBIDDEN = (
    "torch",
    "sentence_transformers",
    "argostranslate.translate",
    "onnxruntime",
    "spacy",
    "stanza",
    "requests",
)


def run(*arguments: str, code: str = "", **environment: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", code] if code else [sys.executable, "-m", "desktop", *arguments]
    env = {k: v for k, v in os.environ.items() if k not in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")}
    return subprocess.run(
        command,
        cwd=ROOT,
        env={**env, **environment},
        capture_output=True,
        text=True,
        timeout=240,
        check=False,
    )


def test_options_are_parsed() -> None:
    commands = frozenset({"search"})
    assert app._parse([], commands) == (app.Options(), [])
    assert app._parse(["a.txt", "--screenshot", "p.png"], commands)[0] == app.Options(
        ("a.txt",), None, "p.png"
    )
    assert app._parse(["--data-dir=/d", "a.txt"], commands)[0] == app.Options(("a.txt",), "/d")
    assert app._parse(["--", "--odd.txt"], commands)[0].files == ("--odd.txt",)
    assert app._parse(["--data-dir", "/d", "search", "q"], commands)[1] == ["search", "q", "--data-dir", "/d"]
    assert app._parse(["a.txt", "search"], commands)[0].files == ("a.txt", "search")


@pytest.mark.parametrize("arguments", [["--nonsense"], ["--screenshot"]])
def test_wrong_usage_is_one_line(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert app.main(arguments) == 2
    said = capsys.readouterr().err
    assert said.count("\n") == 1
    assert said.startswith("report-reader: ")


def test_help_lists_the_commands(capsys: pytest.CaptureFixture[str]) -> None:
    assert app.main(["--help"]) == 0
    said = capsys.readouterr().out
    for word in ("--screenshot", "--data-dir", "translate", "doctor"):
        assert word in said


def test_without_a_display_one_line_says_what_to_do() -> None:
    done = run()
    assert done.returncode == 1
    assert done.stdout == ""
    assert done.stderr.count("\n") == 1
    assert "no display" in done.stderr


def test_a_command_loads_no_qt() -> None:
    code = (
        "import sys\nfrom desktop.app import main\nstatus = main(['indicators', sys.argv[1] if len(sys.argv) > 1 "
        "else 'resources/reports/qingdao-2024.txt', '--format', 'json'])\n"
        "loaded = [m for m in sys.modules if m.startswith('PySide6') or m.startswith('shiboken')]\n"
        "sys.exit(f'loaded {loaded}' if loaded else status)\n"
    )
    done = run(code=code)
    assert done.returncode == 0, done.stderr
    assert "15760.3亿元" in done.stdout


def test_the_window_up_to_its_first_paint_loads_nothing_heavy(tmp_path: Path) -> None:
    code = (
        "import os, sys\n"
        "from desktop.reader import report_view\n"
        "painted = report_view.ReportView.paintEvent\n"
        "def paint(self, event):\n"
        "    painted(self, event)\n"
        "    if self.text.rows:\n"
        "        heavy = {m.split('.')[0] for m in sys.modules} & {'numpy', 'faiss', 'ctranslate2', 'sentencepiece',"
        " 'tokenizers', 'opencc', 'torch'}\n"
        "        print('painted', sorted(heavy), flush=True)\n"
        "        os._exit(0)\n"
        "report_view.ReportView.paintEvent = paint\n"
        "from desktop.app import main\n"
        f"main(['--data-dir', {str(tmp_path)!r}])\n"
    )
    done = run(code=code, QT_QPA_PLATFORM="offscreen")
    assert done.stdout.strip() == "painted []", done.stderr


@pytest.mark.slow
def test_a_screenshot_is_taken_and_nothing_forbidden_is_loaded(tmp_path: Path) -> None:
    picture = tmp_path / "shots" / "window.png"
    code = (
        "import sys\nfrom desktop.app import main\n"
        f"status = main(['--data-dir', {str(tmp_path / 'data')!r}, '--screenshot', {str(picture)!r}])\n"
        f"print([m for m in {FORBIDDEN!r} if m in sys.modules])\nsys.exit(status)\n"
    )
    done = run(code=code)
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == "[]"
    assert "Traceback" not in done.stderr
    data = picture.read_bytes()
    assert data.startswith(b"\x89PNG")
    assert (int.from_bytes(data[16:20], "big"), int.from_bytes(data[20:24], "big")) == (1440, 900)


def test_a_screenshot_that_cannot_be_written_is_one_line(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("")
    report = tmp_path / "r.txt"
    report.write_text("一、回顾\n全年增长6.1%。\n", encoding="utf-8")
    done = run(str(report), "--data-dir", str(tmp_path / "data"), "--screenshot", str(blocked / "x.png"))
    assert done.returncode == 1
    assert "cannot write" in done.stderr
    assert "Traceback" not in done.stderr
