"""Back and forward; errors in the user's words."""

from __future__ import annotations

import sys
import threading

import pytest

from desktop.history import History, Place
from desktop.messages import CrashReport, Gate, Notice, Severity, crash_report, describe
from desktop.settings import BrokenSettings
from index.errors import (
    DamagedModel,
    MissingModel,
    ReaderError,
    StaleIndex,
    UnreadableReport,
    UnusableOutput,
    UnwritableFolder,
)

A, B, C, D = (Place("r.txt", n) for n in range(4))


def test_back_and_forward_walk_the_jumps() -> None:
    history = History()
    history.leave(A)
    history.leave(B)
    assert history.back(C) == B
    assert history.back(B) == A
    assert history.back(A) is None
    assert history.forward(A) == B
    assert history.forward(B) == C
    assert history.forward(C) is None


def test_a_new_jump_forgets_the_way_forward() -> None:
    history = History()
    history.leave(A)
    history.back(B)
    history.leave(D)
    assert not history.can_go_forward
    assert history.back(C) == D


def test_the_same_place_is_kept_once_and_the_list_is_bounded() -> None:
    history = History()
    for _ in range(3):
        history.leave(A)
    assert history.back(B) == A
    assert not history.can_go_back
    for n in range(500):
        history.leave(Place("r.txt", n))
    count = 0
    while history.back(A):
        count += 1
    assert count == 100


ERRORS = [
    UnreadableReport("/a/b.txt", "it is empty"),
    MissingModel("translation zh→en"),
    DamagedModel("translate-zh_en", "model.bin has changed"),
    StaleIndex("/x.vectors", "bad checksum"),
    UnwritableFolder("/data", "Read-only file system"),
    UnusableOutput("/out.csv", "Permission denied"),
    BrokenSettings("/s.toml", "line 1"),
    ReaderError("something that has no sentence of its own"),
]


@pytest.mark.parametrize("error", ERRORS, ids=lambda e: type(e).__name__)
def test_every_known_error_is_one_readable_line(error: ReaderError) -> None:
    notice = describe(error)
    assert notice.text
    assert "\n" not in notice.text
    assert "Traceback" not in notice.text
    assert notice.text[0] == notice.text[0].upper()
    for detail in ("reason", "task"):
        if hasattr(error, detail):
            assert getattr(error, detail) in notice.text


def test_a_missing_model_is_a_warning_and_a_missing_file_an_error() -> None:
    assert describe(MissingModel("x")).severity is Severity.WARNING
    assert describe(UnreadableReport("x", "y")).severity is Severity.ERROR


class Told:
    def __init__(self) -> None:
        self.notices: list[Notice] = []
        self.crashes: list[CrashReport] = []
        self.gate = Gate(self.notices.append, self.crashes.append)


def test_known_errors_are_notices_and_all_others_crash_reports() -> None:
    told = Told()
    told.gate.tell(MissingModel("x"))
    told.gate.tell(KeyError("y"))
    told.gate.tell(KeyboardInterrupt())
    assert len(told.notices) == 1
    assert [c.summary for c in told.crashes] == ["KeyError: 'y'"]


def test_a_crash_report_has_versions_and_the_trace() -> None:
    try:
        raise RuntimeError("the fault")
    except RuntimeError as error:
        report = crash_report(error)
    assert report.summary == "RuntimeError: the fault"
    assert "PySide6" in report.details
    assert "test_history_and_messages" in report.details


def test_what_nobody_caught_ends_at_the_gate(capsys: pytest.CaptureFixture[str]) -> None:
    told = Told()
    before = sys.excepthook, threading.excepthook
    restore = told.gate.install()
    try:
        error = ValueError("stray")
        sys.excepthook(ValueError, error, None)
        assert told.crashes[0].summary == "ValueError: stray"
        thread = threading.Thread(target=lambda: 1 // 0)
        thread.start()
        thread.join()
        assert "ZeroDivisionError" in capsys.readouterr().err
    finally:
        restore()
    assert (sys.excepthook, threading.excepthook) == before
