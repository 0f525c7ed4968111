"""What the parsing process may not do: take all memory, write files, dump core, open a network socket, outlive its parent."""

from __future__ import annotations

import os
import threading
import time
from contextlib import suppress
from typing import Final

from index.sealing import seal

MEMORY: Final = 2_000_000_000
"""Bytes of address space; the largest file that is read needs a quarter of it."""
_FILES: Final = 64
_LOOK: Final = 2.0


def confine(memory: int = MEMORY) -> list[str]:
    """Give all of this up, for good; gives the names of what this system could do."""
    done = []
    if _limit(memory):
        done.append("memory")
    if seal():
        done.append("network")
    threading.Thread(target=_end_with, args=(os.getppid(),), daemon=True).start()
    return done


def _limit(memory: int) -> bool:
    try:
        import resource
    except ImportError:  # not on Windows
        return False
    for which, most in (
        (resource.RLIMIT_AS, memory),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_NOFILE, _FILES),
    ):
        with suppress(OSError, ValueError):
            _, hard = resource.getrlimit(which)
            least = most if hard == resource.RLIM_INFINITY else min(most, hard)
            resource.setrlimit(which, (least, least))
    return True


def _end_with(parent: int) -> None:
    """End when the reader has: a document that is read for ever would otherwise be read after it, too.

    The kernel's own signal for this comes when the thread ends that started the process, which is too early.
    """
    while os.getppid() == parent:
        time.sleep(_LOOK)
    os._exit(1)
