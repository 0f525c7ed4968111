"""Installs a model package from a file or a folder: all of it or nothing, and nothing that was not looked at first.

A package is unpacked and checked in a hidden folder beside its place, tried in a process of its own, and renamed at
the end.
"""

from __future__ import annotations

import os
import re
import shutil
import stat
import tempfile
import time
import zipfile
from collections.abc import Callable, Generator, Iterable
from pathlib import Path
from typing import Final, NamedTuple

from index.errors import DamagedModel, UnwritableFolder
from models.archive import LARGEST_TOTAL, MOST_FILES, inspect, is_allowed, read_text, size_limit, take_out
from models.codes import is_read
from models.manifest import MANIFEST, listed_hashes, parse_object, read_object, write_manifest
from models.package import (
    METADATA,
    MODULES,
    Metadata,
    ModelPackage,
    check_hashes,
    check_metadata,
    check_translation_files,
    forget,
    read_modules,
    read_package,
    safe_name,
    verify,
)

STAGING: Final = ".staging-"
RETIRED: Final = ".retired-"
_GOING: Final = ".removed-"
_ENCODER_FILE: Final = re.compile(r"\.(?:json|txt|md|safetensors|model)$|^LICEN[CS]E$", re.IGNORECASE)
_ABANDONED: Final = 24 * 3600
_BLOCK: Final = 1 << 20
_SPARE: Final = 64 << 20

Trial = Callable[[ModelPackage], Generator[None, None, None]]


class Copied(NamedTuple):
    """How much of a package is in place, in bytes; ``trying`` is true once it is all there and being tried."""

    done: int
    total: int
    trying: bool = False


Steps = Generator[Copied, None, ModelPackage]


def install(file: Path, into: Path, folder_name: str = "", trial: Trial | None = None) -> ModelPackage:
    """Install a package below ``into``; see ``install_steps``."""
    steps = install_steps(file, into, folder_name, trial)
    while True:
        try:
            next(steps)
        except StopIteration as end:
            package: ModelPackage = end.value
            return package


def install_steps(file: Path, into: Path, folder_name: str = "", trial: Trial | None = None) -> Steps:
    """Install an .argosmodel file, the folder of one, or a sentence-transformers folder; all of it or nothing.

    The same name and version replaces the one before; nothing else is ever touched. Raises DamagedModel,
    UnwritableFolder. Whoever ends the generator early leaves nothing behind either.
    """
    made = [folder for folder in (into, *into.parents) if not folder.exists()]
    try:
        into.mkdir(parents=True, exist_ok=True)
        recover(into)
        stage = Path(tempfile.mkdtemp(prefix=STAGING, dir=into))
        stage.chmod(0o755)
    except OSError as error:
        raise UnwritableFolder(str(into), error.strerror or str(error)) from error
    try:
        name = yield from (_stage_folder(file, stage) if file.is_dir() else _stage_archive(file, stage))
        package = read_package(stage, "user")
        verify(package)
        if trial is not None:
            yield Copied(1, 1, trying=True)
            yield from _tried(trial, package, file.name)
        for path in [*stage.rglob("*"), stage]:
            _sync(path)
        target = into / (folder_name or name)
        _replace(stage, target)
        made.clear()
    except OSError as error:
        raise UnwritableFolder(str(into), error.strerror or str(error)) from error
    finally:
        forget(stage)
        shutil.rmtree(stage, ignore_errors=True)
        for folder in made:  # the innermost first; a folder that others use by now stays
            try:
                folder.rmdir()
            except OSError:
                break
    return read_package(target, "user")


def _tried(trial: Trial, package: ModelPackage, shown: str) -> Generator[Copied, None, None]:
    try:
        for _ in trial(package):
            yield Copied(1, 1, trying=True)
    except DamagedModel as error:
        raise DamagedModel(shown, error.reason) from error


def _stage_archive(file: Path, stage: Path) -> Generator[Copied, None, str]:
    shown = file.name
    try:
        if file.stat().st_size > LARGEST_TOTAL:  # before its list of contents is read into memory
            raise DamagedModel(shown, f"it has {file.stat().st_size / 1e9:.1f} GB, more than any package")
        archive = zipfile.ZipFile(file)
    except (OSError, zipfile.BadZipFile, ValueError, NotImplementedError) as error:
        reason = (
            error.strerror
            if isinstance(error, OSError) and error.strerror
            else "it is not an .argosmodel (zip) file"
        )
        raise DamagedModel(shown, reason) from error
    with archive:
        members = {member.path: member for member in inspect(archive, shown)}
        check_translation_files(members, shown)
        meta = _metadata(read_text(archive, members[METADATA], shown), shown)
        needed = sum(archive.getinfo(member.entry).file_size for member in members.values())
        _check_room(stage, needed)
        done = 0
        for member in members.values():
            (stage / member.path).parent.mkdir(exist_ok=True)
            for written in take_out(archive, member, stage / member.path, shown):
                done += written
                yield Copied(done, needed)
    return _finish_translation(stage, meta, shown)


def _metadata(text: str, shown: str) -> Metadata:
    meta = check_metadata(parse_object(text, METADATA, shown), shown)
    if not is_read(meta.from_code) and not is_read(meta.to_code):
        reason = f"it translates from {meta.from_code} to {meta.to_code}, neither of them Chinese or English"
        raise DamagedModel(shown, reason)
    return meta


def _finish_translation(stage: Path, meta: Metadata, shown: str) -> str:
    if (stage / MANIFEST).is_file():
        check_hashes(stage, listed_hashes(read_object(stage / MANIFEST, shown), shown), shown)
    name = f"translate-{meta.from_code}_{meta.to_code}"
    write_manifest(
        stage,
        name=name,
        version=meta.version,
        task="translate",
        from_code=meta.from_code,
        to_code=meta.to_code,
    )
    return f"{name}-{meta.version or '0'}"


def _stage_folder(folder: Path, stage: Path) -> Generator[Copied, None, str]:
    """Copy an unpacked Argos package or a sentence-transformers folder, without what is not needed to run it."""
    shown = folder.name
    if (folder / METADATA).is_file() and not (folder / MODULES).is_file():
        paths = _listed(folder, is_allowed)
        check_translation_files(paths, shown)
        _check_sizes(folder, paths)
        yield from _copy_files(folder, stage, paths, shown)
        return _finish_translation(stage, _metadata(_text_of(stage / METADATA, shown), shown), shown)
    if not (folder / MODULES).is_file():
        raise DamagedModel(shown, f"it has neither {METADATA} nor {MODULES}")
    _listed(folder, lambda _: False)  # the number of files, before any is looked at
    read_modules(folder)
    yield from _copy_files(
        folder, stage, _listed(folder, lambda path: bool(_ENCODER_FILE.search(Path(path).name))), shown
    )
    name = safe_name(folder.resolve().name) or "encoder"
    if (stage / MANIFEST).is_file():
        manifest = read_object(stage / MANIFEST, shown)
        check_hashes(stage, listed_hashes(manifest, shown), shown)
    else:
        write_manifest(stage, name=name, version="", task="encode", from_code="", to_code="")
    return name


def _listed(folder: Path, wanted: Callable[[str], bool]) -> list[str]:
    """The files of a folder that are wanted; raises DamagedModel for links and for more files than a package has."""
    found: list[str] = []
    for count, path in enumerate(folder.rglob("*")):
        if count >= MOST_FILES:
            raise DamagedModel(folder.name, f"it holds more than {MOST_FILES} files, more than any package")
        inside = path.relative_to(folder).as_posix()
        if not wanted(inside):
            continue
        if not stat.S_ISREG(path.lstat().st_mode):
            raise DamagedModel(folder.name, f"{path.name} is a link or a device, not a file")
        found.append(inside)
    return sorted(found)


def _check_sizes(folder: Path, paths: Iterable[str]) -> None:
    """An encoder may be of any size, for it is copied as it lies there; a translation package has the archive's limits."""
    total = 0
    for path in paths:
        size = (folder / path).lstat().st_size
        total += size
        if size > size_limit(path):
            raise DamagedModel(folder.name, f"{path} would take {size / 1e6:,.0f} MB")
    if total > LARGEST_TOTAL:
        raise DamagedModel(folder.name, f"it has {total / 1e9:.1f} GB, more than any package")


def _copy_files(folder: Path, stage: Path, paths: Iterable[str], shown: str) -> Generator[Copied, None, None]:
    sizes = {path: (folder / path).lstat().st_size for path in paths}
    total, done = sum(sizes.values()), 0
    _check_room(stage, total)
    for path in sizes:
        target = stage / path
        target.parent.mkdir(parents=True, exist_ok=True)
        with (folder / path).open("rb") as source, target.open("xb") as file:
            while block := source.read(_BLOCK):
                file.write(block)
                done += len(block)
                if done > 2 * total:  # it grows while it is copied
                    raise DamagedModel(shown, f"{path} is larger than it says")
                yield Copied(min(done, total), total)


def _text_of(path: Path, shown: str) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise DamagedModel(shown, f"{path.name} is not UTF-8 text") from error


def _check_room(stage: Path, needed: int) -> None:
    if shutil.disk_usage(stage).free < needed + _SPARE:
        raise UnwritableFolder(str(stage.parent), f"{needed / 1e6:,.0f} MB are needed")


def remove_folder(folder: Path) -> None:
    """Delete a package; out of sight in one step, so that a half-removed one is never listed. Raises OSError."""
    going = folder.with_name(_GOING + folder.name)
    shutil.rmtree(going, ignore_errors=True)
    folder.rename(going)
    forget(folder)
    shutil.rmtree(going)


def recover(into: Path) -> None:
    """Put back a package that an interrupted replacement had set aside; clear what was left half unpacked."""
    for stage in into.glob(f"{STAGING}*"):
        if time.time() - stage.stat().st_mtime > _ABANDONED:  # a younger one may be at work in another window
            shutil.rmtree(stage, ignore_errors=True)
    for going in into.glob(f"{_GOING}*"):
        shutil.rmtree(going, ignore_errors=True)
    for retired in into.glob(f"{RETIRED}*"):
        target = into / retired.name.removeprefix(RETIRED)
        if target.exists():
            shutil.rmtree(retired, ignore_errors=True)
        else:
            retired.rename(target)


def _replace(stage: Path, target: Path) -> None:
    retired = target.with_name(RETIRED + target.name)
    if target.exists():
        target.rename(retired)
    try:
        stage.rename(target)
    except OSError:
        if retired.exists():
            retired.rename(target)
        raise
    _sync(target.parent)
    shutil.rmtree(retired, ignore_errors=True)


def _sync(path: Path) -> None:
    """Make sure that a file or a folder is on the disk, not only on its way there."""
    if path.is_dir():
        if os.name != "posix":
            return  # Windows cannot open a folder
        handle = os.open(path, os.O_RDONLY)
    else:
        handle = os.open(path, os.O_RDWR | getattr(os, "O_BINARY", 0))
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
