"""Which model serves: what the user added, then what argostranslate has installed, then what is bundled."""

from __future__ import annotations

import atexit
import json
import os
import re
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Final

from index.errors import DamagedModel, MissingModel, UnwritableFolder
from models.manifest import file_hash
from models.package import ModelPackage, Source, Task, install, read_package, recover, verify

BUNDLED: Final = Path(__file__).parent / "packages"
BUNDLE_MANIFEST: Final = "MANIFEST.json"
_UNPACKED: Final = "bundled"


def argos_folder() -> Path:
    """Where argostranslate keeps its packages; read here, never written."""
    if configured := os.environ.get("ARGOS_PACKAGES_DIR"):
        return Path(configured)
    home = os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share"
    return Path(home) / "argos-translate" / "packages"


class Catalog:
    """The installed models. ``user_folder`` is where added ones live; it need not exist or be writable."""

    def __init__(self, user_folder: Path, bundled: Path = BUNDLED, argos: Path | None = None) -> None:
        self._user = user_folder
        self._bundled = bundled
        self._argos = argos if argos is not None else argos_folder()
        self._temporary: Path | None = None
        if user_folder.is_dir():
            with suppress(OSError):  # in a read-only folder nothing can be put right
                recover(user_folder)

    def packages(self) -> tuple[ModelPackage, ...]:
        """Every package, the one that serves a task before those it overrides; damaged ones say why."""
        return tuple(_verified(package) for package in self._candidates())

    def translation(self, from_code: str, to_code: str) -> ModelPackage:
        """The package that translates; raises MissingModel, or DamagedModel where all there are are damaged."""
        wanted = (_plain(from_code), _plain(to_code))
        return _first_good(
            (
                p
                for p in self._candidates()
                if p.task == "translate" and (_plain(p.from_code), _plain(p.to_code)) == wanted
            ),
            f"translation {from_code}→{to_code}",
        )

    def encoder(self) -> ModelPackage:
        """The package that encodes texts for the search; raises MissingModel, or DamagedModel."""
        return _first_good((p for p in self._candidates() if p.task == "encode"), "search (encoder)")

    def add(self, file: Path) -> ModelPackage:
        """Install a package from a file or folder; raises DamagedModel, UnwritableFolder."""
        if not file.exists():
            raise DamagedModel(file.name, "there is no such file")
        return install(file, self._user)

    def remove(self, name: str) -> None:
        """Remove an added package by its name or its folder's name; raises MissingModel, UnwritableFolder."""
        added = [p for p in self._in_folder(self._user, "user") if name in (p.name, p.folder.name)]
        if not added:
            if any(name in (p.name, p.folder.name) for p in self._candidates()):
                raise UnwritableFolder(str(self._bundled), f"{name} was not added by you and is not removed")
            raise MissingModel(name)
        try:
            for package in added:
                # Out of sight in one step, so that a half-removed package is never listed.
                going = package.folder.with_name(f".removed-{package.folder.name}")
                package.folder.rename(going)
                shutil.rmtree(going)
        except OSError as error:
            raise UnwritableFolder(str(self._user), error.strerror or str(error)) from error

    def _candidates(self) -> Iterator[ModelPackage]:
        yield from self._in_folder(self._user, "user")
        yield from self._in_folder(self._argos, "argos")
        yield from self._in_folder(self._bundled, "bundled")
        yield from self._archives()

    def _in_folder(self, folder: Path, source: Source) -> list[ModelPackage]:
        """The packages below a folder, newest version first; whatever cannot be read is listed as damaged."""
        try:
            entries = sorted(path for path in folder.iterdir() if path.is_dir())
        except OSError:
            return []
        found: list[ModelPackage] = []
        for path in entries:
            if path.name.startswith((".", "__")) or (source == "user" and path.name == _UNPACKED):
                continue
            try:
                found.append(read_package(path, source))
            except (DamagedModel, OSError) as error:
                found.append(_damaged(path, source, error))
        return sorted(found, key=lambda package: _version_key(package.version), reverse=True)

    def _archives(self) -> Iterator[ModelPackage]:
        """The bundled .argosmodel files, unpacked once; each must be what the bundle's manifest says."""
        archives = sorted(self._bundled.glob("*.argosmodel"))
        hashes = _bundle_hashes(self._bundled) if archives else {}
        for archive in archives:
            try:
                yield self._unpacked(archive, hashes.get(archive.name, ""))
            except (DamagedModel, UnwritableFolder, OSError) as error:
                yield _damaged(archive, "bundled", error)

    def _unpacked(self, archive: Path, wanted: str) -> ModelPackage:
        if not wanted:
            raise DamagedModel(archive.name, f"{BUNDLE_MANIFEST} does not list it")
        places = [self._user / _UNPACKED, *([self._temporary] if self._temporary else [])]
        for place in places:
            package = _ready(place / f"{archive.stem}-{wanted[:12]}")
            if package is not None:
                return package
        if file_hash(archive) != wanted:
            raise DamagedModel(archive.name, "its SHA-256 is not that of the bundle")
        try:
            return self._unpack(archive, wanted, self._user / _UNPACKED)
        except UnwritableFolder:
            if self._temporary is None:
                self._temporary = Path(tempfile.mkdtemp(prefix="report-reader-models-"))
                atexit.register(shutil.rmtree, self._temporary, ignore_errors=True)
            return self._unpack(archive, wanted, self._temporary)

    def _unpack(self, archive: Path, wanted: str, place: Path) -> ModelPackage:
        """Unpack below ``place`` and drop what earlier versions of the bundle left there."""
        package = install(archive, place, f"{archive.stem}-{wanted[:12]}")
        for other in place.glob(f"{archive.stem}-*"):
            if other != package.folder:
                shutil.rmtree(other, ignore_errors=True)
        return replace(package, source="bundled")


def _ready(folder: Path) -> ModelPackage | None:
    """The package unpacked earlier, if it is still whole."""
    try:
        package = read_package(folder, "bundled")
        verify(package)
    except (DamagedModel, OSError):
        return None
    return package


def _verified(package: ModelPackage) -> ModelPackage:
    try:
        verify(package)
    except DamagedModel as error:
        return replace(package, damage=error.reason)
    return package


def _first_good(candidates: Iterator[ModelPackage], task: str) -> ModelPackage:
    damaged: DamagedModel | None = None
    for package in candidates:
        try:
            verify(package)
        except DamagedModel as error:
            damaged = damaged or error
        else:
            return package
    raise damaged or MissingModel(task)


def _damaged(path: Path, source: Source, error: Exception) -> ModelPackage:
    """What can be said of a package that cannot be read."""
    reason = error.reason if isinstance(error, DamagedModel) else str(error)
    pair = re.search(r"([a-z]{2,3})_([a-z]{2,3})(?![a-z])", path.name)
    from_code, to_code = (pair[1], pair[2]) if pair else ("", "")
    name = path.name.removesuffix(".argosmodel")
    task: Task = "translate" if pair else "encode"
    return ModelPackage(name, "", task, from_code, to_code, path, "", source, reason)


def _bundle_hashes(folder: Path) -> dict[str, str]:
    try:
        table = json.loads((folder / BUNDLE_MANIFEST).read_bytes())
        return {str(name): str(value) for name, value in table.items()}
    except (OSError, ValueError, AttributeError):
        return {}


def _plain(code: str) -> str:
    """The language alone: zh for zh-Hans, zh_CN and zh; the traditional models of others keep their own code."""
    base = re.split(r"[-_]", code.casefold())[0]
    return code.casefold() if code.casefold() in ("zh-hant", "zh_hant", "zh-tw", "zh_tw") else base


def _version_key(version: str) -> tuple[tuple[int, int | str], ...]:
    """Orders 1.10 after 1.9, and anything that is not a number after nothing."""
    return tuple((1, int(part)) if part.isdigit() else (0, part) for part in re.split(r"[._-]", version))
