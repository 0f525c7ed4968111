"""A model on disk: what it is, and whether its files are still what they were.

Two kinds: a translation package in the Argos format (metadata.json, model/, a SentencePiece or BPE model) and an
encoder (a sentence-transformers folder). A manifest.json lists the SHA-256 of every file. FAISS and CTranslate2 load
damaged files without a word, so nothing is loaded that was not verified first.
"""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal

from index.errors import DamagedModel
from models.manifest import MANIFEST, file_hash, listed_hashes, package_files, read_json, read_object

Source = Literal["bundled", "user", "argos", "shared"]
Task = Literal["translate", "encode"]

METADATA: Final = "metadata.json"
MODULES: Final = "modules.json"

_CODE_FORM: Final = re.compile(r"[A-Za-z]{2,3}(?:[_-][A-Za-z0-9]{2,8})*")
_UNSAFE: Final = re.compile(r"[^A-Za-z0-9._-]+")
_ENCODER_REFUSED: Final = re.compile(
    r"\.(?:py|pyc|pyd|so|dll|dylib|exe|sh|bat|bin|pt|pth|ckpt|pkl|pickle|joblib|npy|npz|h5|msgpack)$",
    re.IGNORECASE,
)
_LONGEST_PREFIX: Final = 64
_MODULE_TYPES: Final = "sentence_transformers."


@dataclass(frozen=True, slots=True)
class ModelPackage:
    """A model package in a folder of its own; ``damage`` says why it cannot be used, where it cannot."""

    name: str
    version: str
    task: Task
    from_code: str
    to_code: str
    folder: Path
    fingerprint: str
    source: Source
    damage: str = ""


def read_package(folder: Path, source: Source) -> ModelPackage:
    """What a folder holds, by its manifest and metadata; raises DamagedModel where it holds no package."""
    manifest = read_object(folder / MANIFEST, folder.name) if (folder / MANIFEST).is_file() else {}
    if (folder / METADATA).is_file():
        meta = check_metadata(read_object(folder / METADATA, folder.name), folder.name)
        task: Task = "translate"
        name, version = f"translate-{meta.from_code}_{meta.to_code}", meta.version
        from_code, to_code = meta.from_code, meta.to_code
    elif (folder / MODULES).is_file():
        task, from_code, to_code = "encode", _text(manifest, "from"), _text(manifest, "to")
        name, version = _text(manifest, "name") or folder.name, _text(manifest, "version")
    else:
        raise DamagedModel(folder.name, f"it has neither {METADATA} nor {MODULES}")
    return ModelPackage(
        name, version, task, from_code, to_code, folder, _fingerprint(folder, manifest), source
    )


@dataclass(frozen=True, slots=True)
class Metadata:
    """The part of an Argos package's metadata.json that the reader goes by."""

    from_code: str
    to_code: str
    version: str
    target_prefix: str = ""


def check_metadata(fields: Mapping[str, object], name: str) -> Metadata:
    """The metadata of a translation package, or DamagedModel where it is not that."""
    if fields.get("type", "translate") != "translate":
        raise DamagedModel(name, f"its type is {fields.get('type')!r}, not a translation package")
    from_code, to_code = fields.get("from_code"), fields.get("to_code")
    for code in (from_code, to_code):
        if not isinstance(code, str) or not _CODE_FORM.fullmatch(code):
            raise DamagedModel(name, f"{METADATA} gives no language codes (from_code, to_code)")
    version, prefix = fields.get("package_version", ""), fields.get("target_prefix", "")
    if not isinstance(prefix, str | None) or len(prefix or "") > _LONGEST_PREFIX:
        raise DamagedModel(name, f"the target_prefix in {METADATA} is not a short text")
    return Metadata(
        str(from_code),
        str(to_code),
        _UNSAFE.sub("-", str(version))[:32] if version is not None else "",
        prefix or "",
    )


def read_metadata(package: ModelPackage) -> Metadata:
    """The metadata of a translation package; raises DamagedModel."""
    return check_metadata(read_object(package.folder / METADATA, package.name), package.name)


def safe_name(name: str) -> str:
    """``name`` as a folder may be called."""
    return _UNSAFE.sub("-", name).strip(".-")[:64]


def package_size(package: ModelPackage) -> int:
    """The bytes that a package takes on disk; 0 where it cannot be looked at."""
    try:
        if package.folder.is_file():
            return package.folder.stat().st_size
        return sum((package.folder / path).lstat().st_size for path in package_files(package.folder))
    except OSError:
        return 0


# What was verified in this process: folder → the size and time of each of its files then.
_verified: dict[Path, tuple[tuple[str, int, int], ...]] = {}


def verify(package: ModelPackage) -> None:
    """Check that a package is complete and that every file is what its manifest says; raises DamagedModel.

    A folder found good is not read again in this process until the size or time of one of its files changes.
    """
    if package.damage:
        raise DamagedModel(package.name, package.damage)
    folder = package.folder
    try:
        state = _state(folder)
        if _verified.get(folder) == state:
            return
        _check_structure(package)
        if (folder / MANIFEST).is_file():
            check_hashes(
                folder,
                listed_hashes(read_object(folder / MANIFEST, package.name), package.name),
                package.name,
            )
        elif package.source not in ("argos", "shared"):
            raise DamagedModel(
                package.name, f"its {MANIFEST} is missing; add it again with: report-reader models add FILE"
            )
    except OSError as error:
        raise DamagedModel(package.name, f"its files cannot be read ({error.strerror or error})") from error
    _verified[folder] = state


def recheck(package: ModelPackage) -> None:
    """``verify``, but reading every file again whatever was found before."""
    _verified.pop(package.folder, None)
    verify(package)


def forget(folder: Path) -> None:
    """A folder that is gone, or that another package will take the place of."""
    _verified.pop(folder, None)


def _state(folder: Path) -> tuple[tuple[str, int, int], ...]:
    entries = ((path, path.lstat()) for path in sorted(folder.rglob("*")))
    return tuple((str(path), stat.st_mtime_ns, stat.st_size) for path, stat in entries)


def _check_structure(package: ModelPackage) -> None:
    folder, name = package.folder, package.name
    if package.task == "encode":
        read_modules(folder)
        return
    check_metadata(read_object(folder / METADATA, name), name)
    check_translation_files(package_files(folder), name)
    config = folder / "model" / "config.json"  # older packages have none
    if config.exists():
        read_object(config, name)


def check_translation_files(paths: Iterable[str], name: str) -> None:
    """Raises DamagedModel where a part of a translation package is missing."""
    have = set(paths)
    for needed in (METADATA, "model/model.bin"):
        if needed not in have:
            raise DamagedModel(name, f"{needed} is missing")
    if not have & {"sentencepiece.model", "bpe.model"}:
        raise DamagedModel(name, "it has neither sentencepiece.model nor bpe.model")
    if not any(re.fullmatch(r"model/(?:shared|source)_vocabulary\.(?:json|txt)", path) for path in have):
        raise DamagedModel(name, "the vocabulary in model/ is missing")


def check_hashes(folder: Path, files: Mapping[str, str], name: str) -> None:
    """Raises DamagedModel where a file is missing, changed, or not listed."""
    for path, wanted in files.items():
        file = folder / path
        if not file.is_file():
            raise DamagedModel(name, f"{path} is missing")
        if file_hash(file) != wanted:
            raise DamagedModel(name, f"{path} is not what was installed (its SHA-256 differs)")
    extra = sorted(set(package_files(folder)) - set(files) - {MANIFEST})
    if extra:
        raise DamagedModel(name, f"{extra[0]} was added to it later")


def read_modules(folder: Path, name: str = "") -> tuple[tuple[str, str], ...]:
    """The modules of a sentence-transformers folder as ``(path, type)``, refusing whatever could run code."""
    name = name or folder.name
    modules = read_json(folder / MODULES, name)
    if not isinstance(modules, list) or not modules:
        raise DamagedModel(name, f"{MODULES} lists no modules")
    for path in folder.rglob("*"):
        if path.is_symlink():
            raise DamagedModel(name, f"{path.name} is a link")
        if _ENCODER_REFUSED.search(path.name):
            raise DamagedModel(name, f"it contains {path.name}; only safetensors and JSON files are read")
    found: list[tuple[str, str]] = []
    for module in modules:
        path_, type_ = (module.get("path"), module.get("type")) if isinstance(module, dict) else (None, None)
        if not isinstance(path_, str) or not isinstance(type_, str) or not type_.startswith(_MODULE_TYPES):
            raise DamagedModel(
                name, f"{MODULES} names {type_!r}, which is no module of sentence-transformers"
            )
        if path_ and (
            Path(path_).is_absolute() or ".." in Path(path_).parts or "\\" in path_ or ":" in path_
        ):
            raise DamagedModel(name, f"{MODULES} points outside the package")
        found.append((path_, type_))
    for path in folder.rglob("*config*.json"):
        fields = read_json(path, name)
        if isinstance(fields, dict) and "auto_map" in fields:
            raise DamagedModel(name, f"{path.name} asks for code of its own (auto_map)")
    return tuple(found)


def _fingerprint(folder: Path, manifest: Mapping[str, object]) -> str:
    """Changes whenever the model would; without a manifest, from sizes and the ends of each file."""
    files = manifest.get("files")
    digest = hashlib.sha256()
    if isinstance(files, dict):
        for path in sorted(files):
            if not path.endswith(".md"):
                digest.update(f"{path}={files[path]}\n".encode())
        return digest.hexdigest()
    for path in sorted(package_files(folder)):
        with (folder / path).open("rb") as file:
            size = file.seek(0, os.SEEK_END)
            digest.update(f"{path}={size}\n".encode())
            for at in (0, max(0, size - 65_536)):
                file.seek(at)
                digest.update(file.read(65_536))
    return digest.hexdigest()


def _text(fields: Mapping[str, object], key: str) -> str:
    value = fields.get(key, "")
    return value if isinstance(value, str) else ""
