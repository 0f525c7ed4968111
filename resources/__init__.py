"""Where the bundled data lies; the only code in this folder."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable


def resource(*parts: str) -> Traversable:
    """The bundled file or folder at ``parts`` below ``resources/``."""
    # not above: it costs start-up time, and the window needs paths alone
    from importlib.resources import files

    return files("resources").joinpath(*parts)


def resource_path(*parts: str) -> Path:
    """The same as a path on disk (the project is never run from inside a zip file)."""
    return Path(__file__).resolve().parent.joinpath(*parts)
