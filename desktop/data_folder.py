"""Where the reader keeps what it writes: settings, caches, added models, the user's own notes."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Final

_PROJECT: Final = Path(__file__).resolve().parent.parent
VARIABLE: Final = "REPORT_READER_DATA"


def find_data_folder(given: str | Path | None = None) -> Path:
    """The data folder: ``$REPORT_READER_DATA``, else ``given``, else ``portable/``, else the platform's place.

    Nothing is created here.
    """
    from_environment = os.environ.get(VARIABLE, "")
    if from_environment:
        return Path(from_environment).expanduser().absolute()
    if given:
        return Path(given).expanduser().absolute()
    portable = _PROJECT / "portable"
    return portable if portable.is_dir() else _platform_folder()


def _platform_folder() -> Path:
    name = "report-reader"
    if sys.platform == "win32":
        local = os.environ.get("LOCALAPPDATA", "")
        return (Path(local) if local else Path.home() / "AppData" / "Local") / name
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support" / name
    shared = os.environ.get("XDG_DATA_HOME", "")
    return (Path(shared) if shared else Path.home() / ".local" / "share") / name
