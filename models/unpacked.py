"""Packages that come as .argosmodel files, unpacked once into a folder that the reader may write to."""

from __future__ import annotations

import atexit
import hashlib
import shutil
import tempfile
from dataclasses import replace
from pathlib import Path
from threading import Lock
from typing import Final

from index.errors import DamagedModel, UnwritableFolder
from models.installing import Trial, install
from models.manifest import file_hash
from models.package import ModelPackage, Source, read_package, verify

UNPACKED: Final = "bundled"
"""The folder among the added packages that holds them."""


class Unpacked:
    """Unpacks below ``folder``, or below a temporary folder where that cannot be written to."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder / UNPACKED
        self._temporary: Path | None = None
        self._lock = Lock()
        self._refused: dict[str, DamagedModel] = {}

    def bundled(self, archive: Path, wanted: str) -> ModelPackage:
        """A bundled package whose file must have the SHA-256 ``wanted``; raises DamagedModel, UnwritableFolder."""
        with self._lock:  # two threads would unpack it into each other's way
            if package := self._ready(f"{archive.stem}-{wanted[:12]}", "bundled"):
                return package
            if file_hash(archive) != wanted:
                raise DamagedModel(archive.name, "its SHA-256 is not that of the bundle")
            return self._unpack(archive, archive.stem, wanted[:12], "bundled", None)

    def shared(self, archive: Path, trial: Trial) -> ModelPackage:
        """A package from a shared folder, tried before it is trusted; one that changed there is unpacked anew."""
        with self._lock:
            stat, place = archive.stat(), hashlib.sha256(str(archive).encode("utf-8", "surrogateescape"))
            stem = f"shared-{place.hexdigest()[:8]}-{archive.stem}"
            state = f"{stat.st_size:x}{stat.st_mtime_ns:x}"
            if package := self._ready(f"{stem}-{state}", "shared"):
                return package
            if refused := self._refused.get(f"{stem}-{state}"):
                raise refused
            try:
                return self._unpack(archive, stem, state, "shared", trial)
            except DamagedModel as error:
                self._refused[f"{stem}-{state}"] = error
                raise

    def _places(self) -> tuple[Path, ...]:
        return (self._folder, *((self._temporary,) if self._temporary else ()))

    def _ready(self, name: str, source: Source) -> ModelPackage | None:
        """The package unpacked earlier, if it is still whole."""
        for place in self._places():
            try:
                package = read_package(place / name, source)
                verify(package)
            except (DamagedModel, OSError):
                continue
            return package
        return None

    def made(self, folder: Path) -> bool:
        """True for a folder that was unpacked here, and so tried and given checksums by this reader."""
        return folder.parent in self._places()

    def _unpack(
        self, archive: Path, stem: str, state: str, source: Source, trial: Trial | None
    ) -> ModelPackage:
        """Unpack it and drop what earlier versions of the file left in that place."""
        try:
            package = install(archive, self._folder, f"{stem}-{state}", trial)
        except UnwritableFolder:
            if self._temporary is None:
                self._temporary = Path(tempfile.mkdtemp(prefix="report-reader-models-"))
                atexit.register(shutil.rmtree, self._temporary, ignore_errors=True)
            package = install(archive, self._temporary, f"{stem}-{state}", trial)
        for other in package.folder.parent.glob(f"{stem}-*"):
            if other != package.folder:
                shutil.rmtree(other, ignore_errors=True)
        return replace(package, source=source)
