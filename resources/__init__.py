"""Where the bundled data lies; the only code in this folder."""

from __future__ import annotations

from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path


def resource(*parts: str) -> Traversable:
    """The bundled file or folder at ``parts`` below ``resources/``."""
    return files("resources").joinpath(*parts)


def resource_path(*parts: str) -> Path:
    """The same as a path on disk (the project is never run from inside a zip file)."""
    return Path(str(resource(*parts)))
