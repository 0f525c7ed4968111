"""Background work: exactly one outcome, told on the UI thread; the newest wins; no thread is left."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from desktop.jobs import Job, Lane
from desktop.steps import Step, Work, drain


@pytest.fixture
def lane(qtbot: QtBot) -> Iterator[Lane]:
    lane = Lane("test")
    yield lane
    lane.close()


class Outcome:
    """Notes what a job tells."""

    def __init__(self, job: Job) -> None:
        self.told: list[str] = []
        self.steps: list[Step] = []
        self.value: object = None
        self.threads: set[threading.Thread] = set()
        job.progressed.connect(self._step)
        job.succeeded.connect(self._succeed)
        job.failed.connect(self._fail)
        job.cancelled.connect(self._cancel)

    def _step(self, step: Step) -> None:
        self.steps.append(step)
        self.threads.add(threading.current_thread())

    def _succeed(self, value: object) -> None:
        self.told.append("succeeded")
        self.value = value
        self.threads.add(threading.current_thread())

    def _fail(self, error: object) -> None:
        self.told.append("failed")
        self.value = error

    def _cancel(self) -> None:
        self.told.append("cancelled")


def counting(n: int, pause: float = 0.0) -> Work:
    for i in range(n):
        time.sleep(pause)
        yield Step(i + 1, n)
    return n


def failing() -> Work:
    yield Step(0, 1)
    raise ValueError("no")


def test_a_job_tells_its_steps_and_its_result_on_the_ui_thread(lane: Lane, qtbot: QtBot) -> None:
    outcome = Outcome(lane.start(counting(5)))
    qtbot.waitUntil(lambda: bool(outcome.told))
    assert outcome.told == ["succeeded"]
    assert outcome.value == 5
    assert [s.done for s in outcome.steps] == [1, 2, 3, 4, 5]
    assert outcome.threads == {threading.main_thread()}
    assert not lane.busy


def test_connecting_after_a_fast_job_has_ended_misses_nothing(lane: Lane, qtbot: QtBot) -> None:
    job = lane.start(counting(0))
    time.sleep(0.05)
    outcome = Outcome(job)
    qtbot.waitUntil(lambda: bool(outcome.told))
    assert outcome.told == ["succeeded"]


def test_an_error_is_told_as_it_is(lane: Lane, qtbot: QtBot) -> None:
    outcome = Outcome(lane.start(failing()))
    qtbot.waitUntil(lambda: bool(outcome.told))
    assert outcome.told == ["failed"]
    assert isinstance(outcome.value, ValueError)
    assert not lane.busy


def test_cancelling_stops_at_the_next_yield_and_closes_the_work(lane: Lane, qtbot: QtBot) -> None:
    closed = threading.Event()

    def endless() -> Work:
        try:
            while True:
                time.sleep(0.005)
                yield Step(0, 0)
        finally:
            closed.set()

    outcome = Outcome(lane.start(endless()))
    qtbot.waitUntil(lambda: len(outcome.steps) > 2)
    began = time.monotonic()
    lane.cancel()
    qtbot.waitUntil(lambda: bool(outcome.told))
    assert outcome.told == ["cancelled"]
    assert closed.is_set()
    assert time.monotonic() - began < 1.0


def test_the_newest_wins(lane: Lane, qtbot: QtBot) -> None:
    outcomes = [Outcome(lane.start(counting(20, 0.002))) for _ in range(6)]
    qtbot.waitUntil(lambda: all(o.told for o in outcomes))
    assert [o.told for o in outcomes] == [["cancelled"]] * 5 + [["succeeded"]]


def test_a_result_that_nobody_wants_any_more_is_dropped(lane: Lane, qtbot: QtBot) -> None:
    job = lane.start(counting(1))
    outcome = Outcome(job)
    time.sleep(0.05)  # the result waits in the queue
    lane.cancel()
    qtbot.waitUntil(lambda: bool(outcome.told))
    assert outcome.told == ["cancelled"]


def test_closing_ends_the_thread(qtbot: QtBot) -> None:
    lane = Lane("closing")
    outcome = Outcome(lane.start(counting(1000, 0.002)))
    qtbot.waitUntil(lambda: bool(outcome.steps))
    lane.close()
    assert not [t for t in threading.enumerate() if t.name.startswith("closing")]
    late = Outcome(lane.start(counting(1)))
    qtbot.wait(20)
    assert late.told == []


def test_hundreds_of_jobs_leave_nothing_behind(lane: Lane, qtbot: QtBot) -> None:
    done: list[object] = []
    for i in range(300):
        job = lane.start(counting(2))
        job.succeeded.connect(done.append)
        if i % 3 == 0:
            qtbot.wait(1)
    qtbot.waitUntil(lambda: not lane.busy)
    qtbot.waitUntil(lambda: not [c for c in lane.children() if isinstance(c, Job)])
    assert done


def test_work_can_be_drained_without_a_window() -> None:
    assert drain(counting(3)) == 3
