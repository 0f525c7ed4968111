"""The parsing process: the same text as in our own, its limits, and what a file can do to it, which is little."""

from __future__ import annotations

import io
import os
import signal
import subprocess
import sys
import threading
import time
import zipfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from index.apart import Worker
from index.apart.frames import BrokenFrame, read_frame, write_frame
from index.apart.worker import ENDED, LATE
from index.errors import UnreadableReport
from index.readers import read_document
from index.readers.document import Limits
from index.readers.parsing import parse
from tests.conftest import ROOT

PAGE = "<html><body><h1>政府工作报告</h1><p>" + "经济增长5.9%，工作取得新进展。" * 6 + "</p></body></html>"


@pytest.fixture
def worker() -> Iterator[Worker]:
    made = Worker()
    yield made
    made.close()


def in_own_words(body: str) -> Worker:
    """A worker whose process runs ``body`` (which sees ``header`` and ``data``) in place of the parsers."""
    code = (
        "import os, sys, time, signal, ctypes\n"
        "from index.apart import child\n"
        "def answer(header, data):\n" + "".join(f"    {line}\n" for line in body.splitlines()) + "\n"
        "child.answer = answer\n"
        "sys.exit(child.main())\n"
    )
    return Worker((sys.executable, "-c", code))


def test_the_same_text_as_in_our_own_process(worker: Worker) -> None:
    data = PAGE.encode()
    assert worker.parse(data, "x.html", ".html", None, None) == parse(data, "x.html", ".html")
    words = "# 一、回顾\n\n第一段，*重点*。\n\n𠮷野家。\n".encode()
    assert worker.parse(words, "x.md", ".md", None, None) == parse(words, "x.md", ".md")
    assert worker.parse(words, "x.md", ".md", "gb18030", None) == parse(words, "x.md", ".md", "gb18030")


def test_a_reason_comes_across(worker: Worker) -> None:
    with pytest.raises(UnreadableReport, match="no Word document") as caught:
        worker.parse(b"PK\x05\x06" + bytes(18), "报告.docx", ".docx", None, None)
    assert caught.value.path == "报告.docx"


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="limits are the kernel's")
def test_the_process_is_confined(worker: Worker) -> None:
    worker.parse(PAGE.encode(), "x.html", ".html", None, None)
    assert set(worker.confined) == {"memory", "network"}


@pytest.mark.parametrize(
    "body", ["os.kill(os.getpid(), signal.SIGSEGV)", "ctypes.string_at(0)", "os._exit(0)", "os.abort()"]
)
def test_a_crash_costs_one_file(body: str) -> None:
    worker = in_own_words(f"if data == b'bad':\n    {body}\nreturn {{}}, data")
    try:
        with pytest.raises(UnreadableReport, match=ENDED.split(";")[0]):
            worker.parse(b"bad", "x.epub", ".epub", None, None)
        assert worker.parse(b"good", "y.epub", ".epub", None, None).text == "good"
    finally:
        worker.close()


def test_a_pdf_that_ends_the_first_reader_is_read_by_the_second() -> None:
    worker = in_own_words("if not header.get('second'):\n    os.abort()\nreturn {}, b'read'")
    try:
        assert worker.parse(b"%PDF", "x.pdf", ".pdf", None, None).text == "read"
    finally:
        worker.close()


def test_a_file_that_takes_for_ever_is_given_up() -> None:
    worker = in_own_words("while data == b'slow':\n    pass\nreturn {}, data")
    try:
        with pytest.raises(UnreadableReport, match=LATE.split(";")[0]):
            worker.parse(b"slow", "x.md", ".md", None, Limits(seconds=-4.5)._replace(seconds=0.01))
        assert worker.parse(b"good", "y.md", ".md", None, None).text == "good"
    finally:
        worker.close()


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="limits are the kernel's")
def test_memory_has_an_end() -> None:
    worker = in_own_words(
        "try:\n    bytearray(4_000_000_000)\nexcept MemoryError:\n    return {'reason': child.MEMORY_WORDS}, b''\nreturn {}, b''"
    )
    try:
        with pytest.raises(UnreadableReport, match="more memory"):
            worker.parse(b"x", "x.md", ".md", None, None)
    finally:
        worker.close()


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="limits are the kernel's")
def test_no_file_is_written_and_no_socket_opened(tmp_path: Path) -> None:
    target = tmp_path / "x"
    worker = in_own_words(
        "import socket\nsaid = []\n"
        f"try:\n    os.write(os.open({str(target)!r}, os.O_CREAT | os.O_WRONLY), b'12345')\nexcept OSError:\n    said.append('no file')\n"
        "try:\n    socket.socket(socket.AF_INET)\nexcept OSError:\n    said.append('no socket')\n"
        "return {}, ', '.join(said).encode()"
    )
    try:
        assert worker.parse(b"x", "x.md", ".md", None, None).text == "no file, no socket"
    finally:
        worker.close()
    assert not target.exists() or target.stat().st_size == 0


def test_what_a_process_gone_mad_sends_is_not_believed() -> None:
    worker = in_own_words(
        "os.write(4, b'\\xff' * 64)\nos.write(5, b'\\xff' * 64)\nreturn {'pages': [['a', 1], [3]], 'title': 7}, b'x'"
    )
    try:
        try:
            document = worker.parse(b"x", "x.md", ".md", None, None)
        except UnreadableReport as error:
            assert error.reason == ENDED  # noqa: PT017 - either is right: it depends on which pipe is which
        else:
            assert (document.pages, document.title) == ((), "7")
    finally:
        worker.close()


def test_many_threads_get_each_their_own_text(worker: Worker) -> None:
    def read(n: int) -> bool:
        words = f"# 标题{n}\n\n第{n}段。\n".encode()
        return worker.parse(words, f"{n}.md", ".md", None, None) == parse(words, f"{n}.md", ".md")

    with ThreadPoolExecutor(6) as pool:
        assert all(pool.map(read, range(60)))


def test_killed_from_outside_it_is_started_again(worker: Worker) -> None:
    worker.parse(PAGE.encode(), "x.html", ".html", None, None)
    first = worker.pid
    assert first is not None
    os.kill(first, signal.SIGKILL)
    time.sleep(0.1)
    assert worker.parse(PAGE.encode(), "x.html", ".html", None, None).text
    assert worker.pid not in (None, first)


def test_killed_in_the_middle_of_a_file() -> None:
    worker = in_own_words("if data == b'slow':\n    time.sleep(20)\nreturn {}, data")
    try:
        worker.parse(b"first", "a.md", ".md", None, None)
        pid = worker.pid
        assert pid is not None
        threading.Timer(0.3, os.kill, (pid, signal.SIGKILL)).start()
        with pytest.raises(UnreadableReport, match="ends the parser"):
            worker.parse(b"slow", "b.md", ".md", None, None)
        assert worker.parse(b"next", "c.md", ".md", None, None).text == "next"
    finally:
        worker.close()


def test_it_ends_with_the_program() -> None:
    code = (
        "from index.apart.worker import shared\n"
        "from index.apart import parse_apart\n"
        "parse_apart(b'# x\\n\\ny\\n', 'x.md', '.md')\n"
        "import os; print(shared().pid, flush=True); os.kill(os.getpid(), 9)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    pid = int(done.stdout)
    for _ in range(60):
        if not is_alive(pid):
            return
        time.sleep(0.1)
    raise AssertionError("it outlives the program")


def is_alive(pid: int) -> bool:
    try:
        state = Path(f"/proc/{pid}/stat").read_text("utf-8").rpartition(")")[2].split()[0]
    except (OSError, IndexError):
        return False
    return state != "Z"


def test_plain_text_is_read_without_it(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text("某市政府工作报告\n内容。\n", "utf-8")
    code = f"from index.readers import open_report; open_report({str(file)!r}); import sys; print('index.apart' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.stdout.strip() == "False"


def test_a_bomb_is_refused_across_the_pipe(tmp_path: Path) -> None:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b"0" * 300_000_000)
    (tmp_path / "bomb.docx").write_bytes(held.getvalue())
    with pytest.raises(UnreadableReport, match="unpacks to far more"):
        read_document(tmp_path / "bomb.docx")


@pytest.mark.parametrize(
    "sent",
    [
        b"",
        b"\x00" * 7,
        b"\xff" * 8,
        b"\x00" * 7 + b"\x02[]" + b"\x00" * 8,
        b"\x00" * 7 + b"\x01{" + b"\x00" * 8,
    ],
)
def test_broken_frames(sent: bytes) -> None:
    with pytest.raises(BrokenFrame):
        read_frame(io.BytesIO(sent))


def test_frames() -> None:
    pipe = io.BytesIO()
    write_frame(pipe, {"名": "值\ud800"}, b"abc")
    pipe.seek(0)
    assert read_frame(pipe) == ({"名": "值\ud800"}, b"abc")
