"""The order in which things are loaded until the first text is on screen; worth a sixth of the time to there."""

from __future__ import annotations

import gc
import importlib
import sys
from typing import Final

_TURN: Final = 0.0005
"""Seconds after which a thread gives way to another; Python's own are ten times as many."""

# Qt's binding reads the source of every module that is imported after it; what needs no Qt goes before.
_WITHOUT_QT: Final = (
    "index.readers",
    "resources",
    "desktop.reader.bilingual",
    "desktop.reader.heights",
    "desktop.reader.hits",
    "desktop.reader.scroller",
    "desktop.reader.text_selection",
    "desktop.undo",
    "desktop.history",
    "desktop.offsets",
    "desktop.steps",
    "desktop.settings",
    "desktop.services",
    "desktop.session_work",
    "desktop.commands.table",
    "desktop.late",
    "desktop.reader.rows",
    "desktop.reading.places",
    "desktop.data_folder",
)


def begin() -> None:
    """Load what needs no Qt, and hold the garbage collector back: all that is loaded now stays."""
    gc.disable()
    for name in _WITHOUT_QT:
        importlib.import_module(name)


def done() -> None:
    """The text is on screen: collect again, leaving out what is there by now, and let the background begin.

    The window waits for its turn whenever Qt calls Python, and the background has several threads.
    """
    sys.setswitchinterval(_TURN)
    gc.freeze()
    gc.enable()
