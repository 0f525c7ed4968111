"""Background work under the window: one lane for each kind of work, one job at a time, the newest wins."""

from __future__ import annotations

from threading import Event, Semaphore
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt, Signal, Slot

from desktop.steps import Done, Step, Work

if TYPE_CHECKING:
    from concurrent.futures import Executor


_AHEAD: Final = 2
"""So many steps may wait for the window: were there always another one, it would never come to paint."""
_WAIT: Final = 0.05


class Job(QObject):
    """One piece of work. Exactly one of ``succeeded``, ``failed``, ``cancelled`` is emitted, on the UI thread.

    The worker only posts to one private, queued signal, so whoever connects right after ``Lane.start``
    misses nothing and no widget is touched from the worker.
    """

    progressed = Signal(object)
    succeeded = Signal(object)
    failed = Signal(object)
    cancelled = Signal()
    _posted = Signal(object)

    def __init__(self, work: Work, parent: QObject) -> None:
        super().__init__(parent)
        self._work = work
        self._stop = Event()
        self._room = Semaphore(_AHEAD)
        self.over = False
        self._posted.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def cancel(self) -> None:
        """Stop at the next yield; a result that is already on its way is dropped."""
        self._stop.set()

    def run(self) -> None:
        """Drive the generator; called on the lane's thread."""
        try:
            while not self._stop.is_set():
                step = next(self._work)
                while not self._room.acquire(timeout=_WAIT) and not self._stop.is_set():
                    pass
                self._posted.emit(step)
            self._work.close()
        except StopIteration as end:
            self._posted.emit(Done(end.value))
        except Exception as error:  # noqa: BLE001 - whatever went wrong, the UI thread is told
            self._posted.emit(error)
        else:
            self._posted.emit(None)

    @Slot(object)
    def _deliver(self, event: object) -> None:
        if isinstance(event, Step):
            self._room.release()
            if not self._stop.is_set():
                self.progressed.emit(event)
            return
        self.over = True
        if self._stop.is_set():
            self.cancelled.emit()
        elif isinstance(event, Done):
            self.succeeded.emit(event.value)
        elif isinstance(event, Exception):
            self.failed.emit(event)
        self.deleteLater()


class Lane(QObject):
    """A worker thread for one kind of work; starting a job cancels the one before it."""

    idle = Signal()

    def __init__(self, name: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._pool: Executor | None = None
        self._job: Job | None = None
        self._closed = False

    @property
    def busy(self) -> bool:
        """True while a job that nobody cancelled is under way."""
        return self._job is not None

    def start(self, work: Work) -> Job:
        """Run ``work`` on the lane's thread; connect to the job's signals at once."""
        self.cancel()
        job = Job(work, self)
        self._job = job
        job.succeeded.connect(self._forget)
        job.failed.connect(self._forget)
        if self._closed:
            job.cancel()
        else:
            self._threads().submit(job.run)
        return job

    def _threads(self) -> Executor:
        if self._pool is None:
            from concurrent.futures import (
                ThreadPoolExecutor,  # not before there is work: it costs start-up time
            )

            self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix=self._name)
        return self._pool

    def cancel(self) -> None:
        """Stop the current job, if there is one, at its next yield."""
        if self._job is not None:
            self._job.cancel()
            self._job = None
            self.idle.emit()

    def close(self) -> None:
        """Cancel, and wait for the thread to end."""
        self._closed = True
        self.cancel()
        if self._pool is not None:
            self._pool.shutdown(wait=True)

    @Slot()
    def _forget(self) -> None:
        job = self.sender()
        if job is self._job:
            self._job = None
            self.idle.emit()
