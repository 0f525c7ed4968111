"""One at a time, in this process and in others: a lock on a file, which the system lets go when its holder dies."""

from __future__ import annotations

import os
import sys
from collections.abc import Generator
from contextlib import contextmanager, suppress
from io import BufferedRandom
from pathlib import Path


@contextmanager
def locked(path: Path) -> Generator[None, None, None]:
    """Hold the lock on ``path``, waiting for whoever has it; the file is made and stays. Raises OSError."""
    with path.open("a+b") as file:
        _lock(file.fileno(), wait=True)
        try:
            yield
        finally:
            _unlock(file.fileno())


class Claim:
    """The lock on ``path``, for those who do something else where they cannot have it at once."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._file: BufferedRandom | None = None

    def take(self) -> bool:
        """True where the lock is now, or was already, held by this claim."""
        if self._file is not None:
            return True
        try:
            file = self._path.open("a+b")
        except OSError:
            return False
        try:
            _lock(file.fileno(), wait=False)
        except OSError:
            file.close()
            return False
        self._file = file
        return True

    def give_back(self) -> None:
        """Let go of it, if it is held."""
        if self._file is not None:
            with suppress(OSError):
                _unlock(self._file.fileno())
            self._file.close()
            self._file = None

    def is_taken_elsewhere(self) -> bool:
        """True where somebody else holds the lock, also by another claim of this process."""
        if self._file is not None:
            return False
        try:
            with self._path.open("r+b") as file:
                try:
                    _lock(file.fileno(), wait=False)
                except OSError:
                    return True
                _unlock(file.fileno())
        except OSError:  # it is not there, or nobody may write in this folder
            pass
        return False


if sys.platform == "win32":
    import msvcrt

    def _lock(descriptor: int, *, wait: bool) -> None:
        os.lseek(descriptor, 0, os.SEEK_SET)
        msvcrt.locking(descriptor, msvcrt.LK_LOCK if wait else msvcrt.LK_NBLCK, 1)  # waits for ten seconds

    def _unlock(descriptor: int) -> None:
        os.lseek(descriptor, 0, os.SEEK_SET)
        msvcrt.locking(descriptor, msvcrt.LK_UNLCK, 1)

else:
    import fcntl

    def _lock(descriptor: int, *, wait: bool) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX if wait else fcntl.LOCK_EX | fcntl.LOCK_NB)

    def _unlock(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_UN)
