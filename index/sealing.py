"""Asks the kernel to refuse all sockets but local ones to this process and its children. Linux alone; cannot be undone.

The reader opens no sockets anyway; sealed, it could not, whatever a library tried.
"""

from __future__ import annotations

import ctypes
import errno
import os
import sys
from typing import Final

VARIABLE: Final = "REPORT_READER_SEALED"
"""Set to 0, the reader does not seal itself; set to 1, a command fails where it cannot."""

_ALLOW: Final = 0x7FFF0000
_ERRNO: Final = 0x00050000
_KILL: Final = 0x80000000
_LOAD: Final = 0x20  # BPF_LD | BPF_W | BPF_ABS
_EQUAL: Final = 0x15  # BPF_JMP | BPF_JEQ | BPF_K
_AT_LEAST: Final = 0x35  # BPF_JMP | BPF_JGE | BPF_K
_RETURN: Final = 0x06  # BPF_RET | BPF_K
_NO_NEW_PRIVILEGES: Final = 38
_FILTER_MODE: Final = 1
_ALL_THREADS: Final = 1
_UNIX: Final = 1
_OTHER_ABI: Final = 0x40000000  # the numbers of x32, by which x86-64 would let everything through
# machine: (audit number of the architecture, socket, io_uring_setup, seccomp)
_NUMBERS: Final = {
    "x86_64": (0xC000003E, 41, 425, 317),
    "aarch64": (0xC00000B7, 198, 425, 277),
}


class _Instruction(ctypes.Structure):
    _fields_ = (
        ("code", ctypes.c_ushort),
        ("yes", ctypes.c_ubyte),
        ("no", ctypes.c_ubyte),
        ("k", ctypes.c_uint),
    )


class _Program(ctypes.Structure):
    _fields_ = (("length", ctypes.c_ushort), ("instructions", ctypes.POINTER(_Instruction)))


def insisted() -> bool:
    """True where the user wants no reader that is not sealed."""
    return os.environ.get(VARIABLE, "") not in ("", "0")


def seal_by_default() -> bool:
    """Seal this process when it starts; False where that was not possible, or not wanted.

    A window that is shown on another machine (DISPLAY with a host) needs its socket.
    """
    screen = os.environ.get("DISPLAY", "")
    is_far = bool(screen) and not screen.startswith((":", "unix:", "/"))
    if os.environ.get(VARIABLE) == "0" or (is_far and not insisted()):
        return False
    return seal()


def seal(*, fatal: bool = False) -> bool:
    """Refuse every socket but local ones from now on; ``fatal`` ends a process that asks for one.

    False where the system cannot do it.
    """
    machine = os.uname().machine if sys.platform.startswith("linux") else ""
    if machine not in _NUMBERS:
        return False
    architecture, socket, io_uring, seccomp = _NUMBERS[machine]
    refused = _KILL if fatal else _ERRNO | errno.EACCES
    filter_ = (
        (_LOAD, 0, 0, 4),  # the architecture
        (_EQUAL, 0, 8, architecture),
        (_LOAD, 0, 0, 0),  # the number of the call
        (_AT_LEAST, 6, 0, _OTHER_ABI),
        (_EQUAL, 5, 0, io_uring),  # a way round: it can open sockets too
        (_EQUAL, 0, 3, socket),
        (_LOAD, 0, 0, 16),  # its first argument: the family
        (_EQUAL, 1, 0, _UNIX),
        (_RETURN, 0, 0, refused),
        (_RETURN, 0, 0, _ALLOW),
        (_RETURN, 0, 0, _ERRNO | errno.ENOSYS),
    )
    instructions = (_Instruction * len(filter_))(*(_Instruction(*line) for line in filter_))
    program = _Program(len(filter_), instructions)
    try:
        libc = ctypes.CDLL(None, use_errno=True)
    except OSError:
        return False
    if libc.prctl(_NO_NEW_PRIVILEGES, 1, 0, 0, 0) != 0:
        return False
    done: int = libc.syscall(seccomp, _FILTER_MODE, _ALL_THREADS, ctypes.byref(program))
    return done == 0
