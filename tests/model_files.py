"""Small model packages, written on the spot: right in form, with weights that nothing could load."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Mapping
from pathlib import Path

METADATA = {
    "package_version": "1.0",
    "argos_version": "1.5",
    "from_code": "zh",
    "from_name": "Chinese",
    "to_code": "en",
    "to_name": "English",
    "target_prefix": "",
}


def package_files(**changes: bytes | None) -> dict[str, bytes]:
    """The files of a small translation package; a change of None leaves a file out."""
    files: dict[str, bytes | None] = {
        "metadata.json": json.dumps(METADATA).encode(),
        "README.md": b"# zh to en\n",
        "sentencepiece.model": b"pieces",
        "model/model.bin": bytes(range(256)) * 16,
        "model/config.json": b"{}",
        "model/shared_vocabulary.json": b'["a", "b"]',
    }
    files.update(changes)
    return {path: content for path, content in files.items() if content is not None}


def write_archive(path: Path, files: Mapping[str, bytes], root: str = "translate-zh_en") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(f"{root}/{name}" if root else name, content)
    return path


def encoder_folder(path: Path, **changes: bytes) -> Path:
    module = {"idx": 0, "name": "0", "path": "", "type": "sentence_transformers.models.StaticEmbedding"}
    files = {
        "modules.json": json.dumps([module]).encode(),
        "model.safetensors": b"x",
        "tokenizer.json": b"{}",
    } | changes
    for name, content in files.items():
        (path / name).parent.mkdir(parents=True, exist_ok=True)
        (path / name).write_bytes(content)
    return path
