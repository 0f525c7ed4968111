"""Folders of models that this reader reads and never writes: beside the program, the computer's, argostranslate's.

Somebody who looks after many computers puts a package there once, as a folder or an ``.argosmodel`` file.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Final

_NAME: Final = "report-reader"
_BESIDE: Final = "added-models"
"""Beside the program; ``models`` is the code of this package where the program is not frozen."""
VARIABLE: Final = "REPORT_READER_MODELS"


def argos_folder() -> Path:
    """Where argostranslate keeps its packages."""
    if configured := os.environ.get("ARGOS_PACKAGES_DIR"):
        return Path(configured)
    home = os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share"
    return Path(home) / "argos-translate" / "packages"


def shared_folders() -> tuple[Path, ...]:
    """The folders that may hold packages for everybody, the one that comes first before those it overrides.

    ``$REPORT_READER_MODELS`` (several, separated as in ``PATH``), then beside the program, then the computer's:
    ``models`` below ``report-reader`` in ``$XDG_DATA_DIRS``, ``%PROGRAMDATA%`` or ``/Library/Application Support``.
    None need exist.
    """
    given = [Path(each) for each in os.environ.get(VARIABLE, "").split(os.pathsep) if each]
    return (*(path.expanduser().absolute() for path in given), *_beside(), *_system())


def _beside() -> tuple[Path, ...]:
    frozen = getattr(sys, "frozen", False)
    program = Path(sys.executable).parent if frozen else Path(__file__).resolve().parents[1]
    return (program / _BESIDE, *((program / "models",) if frozen else ()))


def _system() -> tuple[Path, ...]:
    if sys.platform == "win32":
        return (Path(os.environ.get("PROGRAMDATA", r"C:\ProgramData")) / _NAME / "models",)
    if sys.platform == "darwin":
        return (Path("/Library/Application Support") / _NAME / "models",)
    shared = os.environ.get("XDG_DATA_DIRS", "") or "/usr/local/share:/usr/share"
    return tuple(Path(each) / _NAME / "models" for each in shared.split(":") if each.startswith("/"))
