"""Which model serves: what the user added, then what is shared, what argostranslate has, and what is bundled."""

from __future__ import annotations

import json
import re
from collections.abc import Generator, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Final

from index.errors import DamagedModel, MissingModel, UnwritableFolder
from models.codes import is_read, reading_code
from models.folders import argos_folder
from models.installing import Steps, Trial, install_steps, recover, remove_folder
from models.manifest import read_object
from models.package import METADATA, ModelPackage, Source, Task, read_package, recheck, verify
from models.roster import Entry, in_order, make_roster
from models.routes import ROLES, Role, Route, package_key, role_of, routes
from models.trial import try_steps
from models.unpacked import UNPACKED, Unpacked

BUNDLED: Final = Path(__file__).parent / "packages"
BUNDLE_MANIFEST: Final = "MANIFEST.json"
_TASKS: Final[Mapping[Role, str]] = {
    "zh-en": "translation zh→en",
    "en-zh": "translation en→zh",
    "search": "search (encoder)",
}


class Catalog:
    """The installed models. ``user_folder`` is where added ones live; it need not exist or be writable.

    ``chosen`` gives the key of the way that the user wants for a task; ``trial`` tries a model before it is trusted;
    ``shared`` are folders of packages that are read and never written.
    """

    def __init__(
        self,
        user_folder: Path,
        bundled: Path = BUNDLED,
        argos: Path | None = None,
        chosen: Mapping[str, str] | None = None,
        trial: Trial = try_steps,
        shared: Sequence[Path] = (),
    ) -> None:
        self._user = user_folder
        self._shared = tuple(shared)
        self._bundled = bundled
        self._argos = argos if argos is not None else argos_folder()
        self._chosen = dict(chosen or {})
        self._trial = trial
        self._tried: dict[str, str] = {}
        self._archived = Unpacked(user_folder)
        if user_folder.is_dir():
            with suppress(OSError):  # in a read-only folder nothing can be put right
                recover(user_folder)

    def packages(self) -> tuple[ModelPackage, ...]:
        """Every package, the one that serves a task before those it overrides; damaged ones say why."""
        return tuple(self._looked_at(package) for package in self._candidates())

    def roster(self) -> tuple[Entry, ...]:
        """Every package with all there is to say of it."""
        return self._as_roster(self.packages())

    def roster_steps(self, *, anew: bool = False) -> Generator[tuple[int, int], None, tuple[Entry, ...]]:
        """The same, package by package; ``anew`` reads every file again."""
        found = tuple(self._candidates())
        packages = []
        for done, package in enumerate(found):
            yield done, len(found)
            packages.append(self._looked_at(package, anew=anew))
        return self._as_roster(tuple(packages))

    def _as_roster(self, packages: tuple[ModelPackage, ...]) -> tuple[Entry, ...]:
        return make_roster(packages, self._chosen, lambda role: self._find(packages, role))

    def choose(self, role: Role, key: str) -> None:
        """Use the way with this key for a task from now on; an empty key leaves it to the catalog."""
        self._chosen.pop(role, None)
        if key:
            self._chosen[role] = key

    def route(self, role: Role) -> Route:
        """The way that a task is done; raises MissingModel, or DamagedModel where all there are are damaged."""
        damaged: DamagedModel | None = None
        candidates = tuple(self._candidates(archives=role != "search"))  # which hold no encoders
        for route in in_order(routes(candidates, role), self._chosen.get(role, "")):
            try:
                for package in route.packages:
                    self._check(package)
            except DamagedModel as error:
                damaged = damaged or error
            else:
                return route
        raise damaged or MissingModel(_TASKS[role])

    def translation_route(self, from_code: str, to_code: str) -> Route:
        """The way from one language into the other; raises MissingModel, DamagedModel."""
        wanted = f"{reading_code(from_code)}-{reading_code(to_code)}"
        role = next((each for each in ROLES if each == wanted), None)
        if role is None:
            raise MissingModel(f"translation {from_code}→{to_code}")
        return self.route(role)

    def translation(self, from_code: str, to_code: str) -> ModelPackage:
        """The first package of that way, which most often is the only one; raises MissingModel, DamagedModel."""
        return self.translation_route(from_code, to_code).packages[0]

    def encoder(self) -> ModelPackage:
        """The package that encodes texts for the search; raises MissingModel, or DamagedModel."""
        return self.route("search").packages[0]

    def encoders(self) -> tuple[ModelPackage, ...]:
        """All packages that encode texts, whether they are whole or not."""
        return tuple(p for p in self._candidates(archives=False) if role_of(p) == "search")

    def add(self, file: Path) -> ModelPackage:
        """Install a package from a file or folder; raises DamagedModel, UnwritableFolder."""
        steps = self.add_steps(file)
        while True:
            try:
                next(steps)
            except StopIteration as end:
                package: ModelPackage = end.value
                return package

    def add_steps(self, file: Path) -> Steps:
        """Install a package, telling how far it is; ended early, it leaves nothing behind."""
        if not file.exists():
            raise DamagedModel(file.name, "there is no such file")
        return (yield from install_steps(file, self._user, trial=self._trial))

    def remove(self, name: str) -> None:
        """Remove an added package by its key, its name or its folder's name; raises MissingModel, UnwritableFolder."""
        added = [p for p in self._in_folder(self._user, "user") if _is_called(p, name)]
        if not added:
            if any(_is_called(p, name) for p in self._candidates()):
                raise UnwritableFolder(str(self._bundled), f"{name} was not added by you and is not removed")
            raise MissingModel(name)
        try:
            for package in added:
                remove_folder(package.folder)
        except OSError as error:
            raise UnwritableFolder(str(self._user), error.strerror or str(error)) from error

    def _find(self, packages: tuple[ModelPackage, ...], role: Role) -> Route | None:
        """What ``route`` would give, of packages that were looked at already."""
        found = in_order(routes(packages, role), self._chosen.get(role, ""))
        return next((r for r in found if not any(p.damage for p in r.packages)), None)

    def _looked_at(self, package: ModelPackage, *, anew: bool = False) -> ModelPackage:
        try:
            (recheck if anew else verify)(package)
        except DamagedModel as error:
            return replace(package, damage=error.reason)
        return replace(package, damage=self._tried.get(package.fingerprint, ""))

    def _check(self, package: ModelPackage) -> None:
        """Verify a package; one that this reader did not install is tried as well, whatever checksums lie beside it."""
        verify(package)
        foreign = package.source in ("argos", "shared") and not self._archived.made(package.folder)
        if foreign and package.fingerprint not in self._tried:
            self._tried[package.fingerprint] = ""
            try:
                for _ in self._trial(package):
                    pass
            except DamagedModel as error:
                self._tried[package.fingerprint] = error.reason
        if reason := self._tried.get(package.fingerprint):
            raise DamagedModel(package.name, reason)

    def _candidates(self, *, archives: bool = True) -> Iterator[ModelPackage]:
        yield from self._in_folder(self._user, "user")
        for folder in self._shared:
            yield from self._in_folder(folder, "shared")
            if archives:
                yield from self._shared_archives(folder)
        yield from self._in_folder(self._argos, "argos")
        yield from self._in_folder(self._bundled, "bundled")
        if archives:
            yield from self._archives()

    def _in_folder(self, folder: Path, source: Source) -> list[ModelPackage]:
        """The packages below a folder, newest version first; whatever cannot be read is listed as damaged."""
        try:
            entries = sorted(path for path in folder.iterdir() if path.is_dir())
        except OSError:
            return []
        found: list[ModelPackage] = []
        for path in entries:
            if path.name.startswith((".", "__")) or (source == "user" and path.name == UNPACKED):
                continue
            if source in ("argos", "shared") and _is_other(path):
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
                wanted = hashes.get(archive.name, "")
                if not wanted:
                    raise DamagedModel(archive.name, f"{BUNDLE_MANIFEST} does not list it")
                yield self._archived.bundled(archive, wanted)
            except (DamagedModel, UnwritableFolder, OSError) as error:
                yield _damaged(archive, "bundled", error)

    def _shared_archives(self, folder: Path) -> Iterator[ModelPackage]:
        try:
            files = sorted(path for path in folder.glob("*.argosmodel") if path.is_file())
        except OSError:
            return
        for file in files:
            try:
                yield self._archived.shared(file, self._trial)
            except (DamagedModel, UnwritableFolder, OSError) as error:
                yield _damaged(file, "shared", error)


def _is_called(package: ModelPackage, name: str) -> bool:
    return name in (package_key(package), package.name, package.folder.name)


def _is_other(folder: Path) -> bool:
    """True for what argostranslate has for itself: other languages, sentence splitters."""
    try:
        fields = read_object(folder / METADATA, folder.name)
    except (DamagedModel, OSError):
        return False
    codes = [code for key in ("from_code", "to_code") if isinstance(code := fields.get(key), str)]
    return fields.get("type", "translate") != "translate" or not any(is_read(code) for code in codes)


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


def _version_key(version: str) -> tuple[tuple[int, int | str], ...]:
    """Orders 1.10 after 1.9, and anything that is not a number after nothing."""
    return tuple((1, int(part)) if part.isdigit() else (0, part) for part in re.split(r"[._-]", version))
