"""A package whose files are in order and whose weights are not: refused in one line, by a process of its own."""

from __future__ import annotations

import json
import struct
import subprocess
import time
from collections.abc import Generator
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from index.errors import DamagedModel
from models.catalog import Catalog
from models.installing import install, install_steps
from models.package import ModelPackage, read_package
from models.trial import try_steps
from models.weights import check_vocabularies
from tests.model_files import encoder_folder, write_archive
from tests.real_packages import real_files


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    return real_files(tmp_path_factory.mktemp("built") / "model")


def refused(tmp_path: Path, files: dict[str, bytes], reason: str, limit: float = 60) -> None:
    archive = write_archive(tmp_path / "bad.argosmodel", files)
    with pytest.raises(DamagedModel) as caught:
        install(archive, tmp_path / "data" / "models", trial=partial(try_steps, limit=limit))
    assert reason in caught.value.reason
    assert "\n" not in str(caught.value)
    assert str(tmp_path) not in caught.value.reason, "a folder that is gone by then tells nobody anything"
    assert not (tmp_path / "data").exists(), "nothing is left behind"


def test_weights_that_ctranslate2_refuses(tmp_path: Path, files: dict[str, bytes]) -> None:
    weights = files["model/model.bin"]
    for bad in (
        weights[: len(weights) // 2],
        b"",
        bytes(range(256)) * 40,
        struct.pack("I", 99) + weights[4:],
    ):
        refused(tmp_path, files | {"model/model.bin": bad}, "its network cannot be loaded")


def test_weights_that_end_the_process(tmp_path: Path, files: dict[str, bytes]) -> None:
    """No attention heads: CTranslate2 divides by their number."""
    weights = bytearray(files["model/model.bin"])
    at = weights.find(b"encoder/num_heads\0") + len(b"encoder/num_heads\0")
    weights[at + 6 : at + 8] = b"\0\0"
    refused(tmp_path, files | {"model/model.bin": bytes(weights)}, "loading it ends the process")


@pytest.mark.parametrize(
    ("path", "content", "reason"),
    [
        ("sentencepiece.model", b"no pieces", "its vocabulary cannot be read"),
        ("model/shared_vocabulary.json", b"{", "its network cannot be loaded"),
        ("model/shared_vocabulary.json", b'["<unk>", "<s>", "</s>"]', "it cannot be used"),
        ("model/config.json", b'{"bos_token": 5}', "its network cannot be loaded"),
    ],
)
def test_other_parts_that_cannot_be_used(
    tmp_path: Path, files: dict[str, bytes], path: str, content: bytes, reason: str
) -> None:
    refused(tmp_path, files | {path: content}, reason)


def test_a_bad_list_of_merges(tmp_path: Path) -> None:
    bad = real_files(tmp_path / "build", bpe=True) | {"bpe.model": b"a b c d\n"}
    refused(tmp_path, bad, "its vocabulary cannot be read")


def test_more_words_than_embeddings(tmp_path: Path, files: dict[str, bytes]) -> None:
    """CTranslate2 takes it and reads what lies behind its tables."""
    words = json.loads(files["model/shared_vocabulary.json"])
    longer = json.dumps([*words, *(f"w{i}" for i in range(50))]).encode()
    refused(
        tmp_path, files | {"model/shared_vocabulary.json": longer}, f"its vocabulary has {len(words) + 50}"
    )


def test_unknown_forms_of_weights_are_left_to_ctranslate2(tmp_path: Path) -> None:
    for content in (b"", b"\x06\x00\x00\x00\xff\xff", bytes(200), struct.pack("I", 1) + bytes(50)):
        (tmp_path / "model.bin").write_bytes(content)
        check_vocabularies(tmp_path, "x")


def test_what_never_ends_is_stopped(tmp_path: Path, files: dict[str, bytes]) -> None:
    began = time.monotonic()
    refused(tmp_path, files, "it was not ready after 0 seconds", limit=0.01)
    assert time.monotonic() - began < 30


def test_an_encoder_is_tried_too(tmp_path: Path) -> None:
    with pytest.raises(DamagedModel, match="cannot be read"):
        install(encoder_folder(tmp_path / "mine"), tmp_path / "data" / "models", trial=try_steps)
    assert not (tmp_path / "data").exists()


@pytest.mark.models
def test_the_bundled_encoder_passes(tmp_path: Path) -> None:
    bundled = Catalog(tmp_path / "none").encoder().folder
    assert install(bundled, tmp_path / "models", trial=try_steps).task == "encode"


def test_stopping_leaves_nothing_behind_at_any_step(tmp_path: Path, files: dict[str, bytes]) -> None:
    archive = write_archive(tmp_path / "good.argosmodel", files)
    ended: list[str] = []

    def trial(package: ModelPackage) -> Generator[None, None, None]:
        try:
            while True:
                yield
        finally:
            ended.append(package.name)

    for count in range(1, 40):
        steps = install_steps(archive, tmp_path / "data" / "models", trial=trial)
        seen = [next(steps) for _ in range(count)]
        assert all(0 <= step.done <= step.total for step in seen)
        steps.close()
        assert not (tmp_path / "data").exists()
        if seen[-1].trying:
            break
    steps = install_steps(archive, tmp_path / "data" / "models", trial=trial)
    while not next(steps).trying:
        pass
    next(steps)
    steps.close()
    assert ended == ["translate-zh_en"]
    assert not (tmp_path / "data").exists()


def test_the_process_ends_with_the_trial(
    tmp_path: Path, files: dict[str, bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = install(write_archive(tmp_path / "good.argosmodel", files), tmp_path / "models").folder
    started: list[subprocess.Popen[bytes]] = []

    class Watched(subprocess.Popen[bytes]):
        def __init__(self, *arguments: Any, **choices: Any) -> None:
            super().__init__(*arguments, **choices)
            started.append(self)

    monkeypatch.setattr(subprocess, "Popen", Watched)
    steps = try_steps(read_package(folder, "user"))
    next(steps)
    steps.close()
    assert started[0].poll() is not None


def test_argos_own_packages_are_tried_before_they_are_used(tmp_path: Path, files: dict[str, bytes]) -> None:
    for path, content in (files | {"model/model.bin": b"?"}).items():
        (tmp_path / "argos" / "zh_en" / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "argos" / "zh_en" / path).write_bytes(content)
    empty = tmp_path / "empty"
    empty.mkdir()
    catalog = Catalog(tmp_path / "models", empty, tmp_path / "argos")
    with pytest.raises(DamagedModel, match="its network cannot be loaded"):
        catalog.translation("zh", "en")
    (entry,) = catalog.roster()
    assert entry.state == "damaged"
    assert "its network cannot be loaded" in entry.damage
