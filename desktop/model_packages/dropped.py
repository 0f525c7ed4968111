"""Whether a file that is dropped on the window is a model package. No Qt, and nothing heavy."""

from __future__ import annotations

from pathlib import Path


def is_package(path: str) -> bool:
    """True for what looks like a model package rather than a report."""
    file = Path(path)
    if file.is_dir():
        return (file / "metadata.json").is_file() or (file / "modules.json").is_file()
    return file.suffix.lower() == ".argosmodel"
