"""The reader's side: starts the parsing process when it is first needed, and anew when a file has ended it."""

from __future__ import annotations

import atexit
import subprocess
import sys
import threading
from contextlib import suppress
from pathlib import Path
from typing import Final, NamedTuple

from index.apart.frames import BrokenFrame, read_frame, write_frame
from index.errors import UnreadableReport
from index.readers.document import Document, Limits

SECONDS: Final = 120.0
"""A file that takes longer is given up; the largest real reports take two."""
_STARTING: Final = 30.0
ENDED: Final = "reading it ends the parser; it is damaged, or made to do harm"
LATE: Final = "reading it takes too long; it may be damaged"


class PageImage(NamedTuple):
    """A page as a picture: ``rgba`` has four bytes for each pixel, row by row from the top."""

    width: int
    height: int
    rgba: bytes


class ParserEnded(Exception):
    """The process has ended while it read a file."""


class Worker:
    """One parsing process. Its methods may be called from any thread; files are read one after the other."""

    def __init__(self, command: tuple[str, ...] = (sys.executable, "-B", "-m", "index.apart.child")) -> None:
        self._command = command
        self._process: subprocess.Popen[bytes] | None = None
        self._lock = threading.Lock()
        self.confined: tuple[str, ...] = ()
        """What the process gave up, once it was started."""

    @property
    def pid(self) -> int | None:
        """The process that waits for work, None where there is none."""
        process = self._process
        return process.pid if process is not None and process.poll() is None else None

    def parse(
        self, data: bytes, name: str, suffix: str, encoding: str | None, limits: Limits | None
    ) -> Document:
        """The text of a document. Raises UnreadableReport with one reason; OSError where no process can be started.

        PDFium, which is C++, has read a PDF when that ends the process; the second reader is then asked, which is not.
        """
        request: dict[str, object] = {"name": name, "suffix": suffix, "encoding": encoding or ""}
        if limits is not None:
            request["limits"] = list(limits)
        seconds = limits.seconds + 5 if limits is not None and limits.seconds > 0 else SECONDS
        try:
            return _document(*self._ask(request, data, seconds))
        except ParserEnded:
            if suffix != ".pdf":
                raise UnreadableReport(name, ENDED) from None
        try:
            return _document(*self._ask(request | {"second": True}, data, seconds))
        except ParserEnded:
            raise UnreadableReport(name, ENDED) from None

    def render(self, data: bytes, name: str, page: int, width: int) -> PageImage:
        """A page of a PDF (from 1) as a picture, ``width`` pixels wide at most; raises like ``parse``."""
        request: dict[str, object] = {"name": name, "page": page, "width": width}
        try:
            header, rgba = self._ask(request, data, SECONDS)
        except ParserEnded:
            raise UnreadableReport(name, ENDED) from None
        wide, high = header.get("width"), header.get("height")
        if not isinstance(wide, int) or not isinstance(high, int) or wide * high * 4 != len(rgba):
            raise UnreadableReport(name, ENDED)
        return PageImage(wide, high, rgba)

    def _ask(
        self, request: dict[str, object], data: bytes, seconds: float
    ) -> tuple[dict[str, object], bytes]:
        name = str(request["name"])
        with self._lock:
            process = self._started()
            late = threading.Event()

            def give_up() -> None:
                late.set()
                process.kill()

            clock = threading.Timer(seconds, give_up)
            clock.daemon = True
            clock.start()
            try:
                assert process.stdin is not None
                assert process.stdout is not None
                write_frame(process.stdin, request, data)
                header, text = read_frame(process.stdout)
            except (BrokenFrame, OSError) as error:
                self._stop()
                if late.is_set():
                    raise UnreadableReport(name, LATE) from None
                raise ParserEnded from error
            finally:
                clock.cancel()
        reason = header.get("reason")
        if isinstance(reason, str):
            raise UnreadableReport(name, reason)
        return header, text

    def _started(self) -> subprocess.Popen[bytes]:
        process = self._process
        if process is not None and process.poll() is None:
            return process
        self._stop()
        if getattr(sys, "frozen", False):  # there is no interpreter beside the program to start
            raise OSError("no parsing process in a frozen program")
        process = self._process = subprocess.Popen(
            self._command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
            cwd=Path(__file__).resolve().parents[2],
        )  # fmt: skip
        atexit.register(self.close)
        clock = threading.Timer(_STARTING, process.kill)
        clock.daemon = True
        clock.start()
        assert process.stdout is not None
        try:
            header, _ = read_frame(process.stdout)
        except BrokenFrame as error:
            self._stop()
            raise OSError("the parsing process does not start") from error
        finally:
            clock.cancel()
        confined = header.get("confined")
        self.confined = tuple(map(str, confined)) if isinstance(confined, list) else ()
        return process

    def _stop(self) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        for pipe in (process.stdin, process.stdout):
            if pipe is not None:
                with suppress(OSError):
                    pipe.close()
        with suppress(OSError):
            process.kill()
        process.wait()

    def close(self) -> None:
        """End the process; it is started again when something is to be read."""
        with self._lock:
            self._stop()
        atexit.unregister(self.close)


_worker: Final = Worker()


def parse_apart(
    data: bytes, name: str, suffix: str, encoding: str | None = None, limits: Limits | None = None
) -> Document:
    """``Worker.parse`` by the one process of this program."""
    return _worker.parse(data, name, suffix, encoding, limits)


def shared() -> Worker:
    """The one process of this program, for those who look after it."""
    return _worker


def _document(header: dict[str, object], text: bytes) -> Document:
    """What came back; the process is not trusted with more than text and numbers."""
    pages = header.get("pages")
    found = [
        (page[0], page[1])
        for page in (pages if isinstance(pages, list) else [])
        if isinstance(page, list) and len(page) == 2 and all(isinstance(part, int) for part in page)
    ]
    return Document(
        text.decode("utf-8", "surrogatepass"),
        str(header.get("encoding", "")),
        tuple(found),
        str(header.get("title", "")),
        str(header.get("notice", "")),
    )
