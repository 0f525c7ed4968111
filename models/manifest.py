"""The manifest of a model package: the SHA-256 of each of its files, and reading JSON that may be anything."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from index.errors import DamagedModel

MANIFEST: Final = "manifest.json"
_LITTER: Final = re.compile(r"^\.|^(?:Thumbs\.db|desktop\.ini)$")


def write_manifest(folder: Path, *, name: str, version: str, task: str, from_code: str, to_code: str) -> None:
    """Record the SHA-256 of every file of a package."""
    (folder / MANIFEST).unlink(missing_ok=True)
    files = {path: file_hash(folder / path) for path in package_files(folder)}
    record = {
        "name": name,
        "version": version,
        "task": task,
        "from": from_code,
        "to": to_code,
        "files": files,
    }
    (folder / MANIFEST).write_text(json.dumps(record, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def file_hash(path: Path) -> str:
    """The SHA-256 of a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def package_files(folder: Path) -> list[str]:
    """The files of a package, but for what desktops leave in folders."""
    paths = (
        path
        for path in folder.rglob("*")
        if not _LITTER.search(path.name) and (path.is_file() or path.is_symlink())
    )
    return sorted(path.relative_to(folder).as_posix() for path in paths)


def listed_hashes(manifest: Mapping[str, object], name: str) -> dict[str, str]:
    """The files of a manifest with their hashes; raises DamagedModel where one lies outside the package."""
    files = manifest.get("files")
    if not isinstance(files, dict) or not files:
        raise DamagedModel(name, f"{MANIFEST} lists no files")
    for path in files:
        if (
            not isinstance(path, str)
            or path.startswith("/")
            or ".." in path.split("/")
            or "\\" in path
            or ":" in path
        ):
            raise DamagedModel(name, f"{MANIFEST} points outside the package")
    return {str(path): str(value) for path, value in files.items()}


def read_object(path: Path, name: str) -> dict[str, object]:
    """A JSON file that holds an object; raises DamagedModel."""
    fields = read_json(path, name)
    if not isinstance(fields, dict):
        raise DamagedModel(name, f"{path.name} is not a JSON object")
    return fields


def read_json(path: Path, name: str) -> object:
    """A JSON file; raises DamagedModel where it cannot be read as one."""
    try:
        value: object = json.loads(path.read_bytes())
    except OSError as error:
        raise DamagedModel(name, f"{path.name} cannot be read ({error.strerror or error})") from error
    except (ValueError, RecursionError) as error:
        raise DamagedModel(name, f"{path.name} is not valid JSON") from error
    return value


def parse_object(text: str, shown: str, name: str) -> dict[str, object]:
    """JSON text that holds an object; ``shown`` names it in the error."""
    try:
        fields = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise DamagedModel(name, f"{shown} is not valid JSON") from error
    if not isinstance(fields, dict):
        raise DamagedModel(name, f"{shown} is not a JSON object")
    return fields
