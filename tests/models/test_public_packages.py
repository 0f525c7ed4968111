"""Argos packages in the forms met in public, with real small networks: loaded, run, and their figures guarded."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from index.errors import DamagedModel
from index.report import Language
from index.variants import to_traditional
from models.engine import Network
from models.installing import install
from models.package import ModelPackage, verify
from models.translation import Translator
from models.trial import try_steps
from tests.model_files import package_files, write_archive
from tests.real_packages import in_old_form, real_archive, real_files

SENTENCE = "我们要推进改革，经济增长5.5%。"


def added(tmp_path: Path, *codes: str, **choices: Any) -> ModelPackage:
    name = "-".join([*codes, *(f"{k}_{v}" for k, v in choices.items())]).replace("/", "") or "package"
    archive = real_archive(tmp_path / f"{name}.argosmodel", *codes, **choices)
    return install(archive, tmp_path / "models", trial=try_steps)


@pytest.mark.parametrize(
    "choices",
    [
        {},
        {"shared": False},
        {"old": True},
        {"old": True, "shared": False},
        {"bpe": True},
        {"bpe": True, "old": True, "shared": False},
        {"argos_version": "1.9.0", "package_version": "1.9"},
        {"argos_version": "1.0", "package_version": "1.0"},
    ],
)
def test_public_forms_are_added_and_translate(tmp_path: Path, choices: dict[str, Any]) -> None:
    package = added(tmp_path, **choices)
    verify(package)
    assert not (package.folder / "stanza").exists(), "other programs' sentence splitters stay out"
    translator = Translator(package, threads=1)
    assert translator.direction == ("zh", "en")
    (made,) = translator.translate([SENTENCE])
    assert made.engine == "neural"
    assert made.target.strip()
    assert "▁" not in made.target
    assert "@@" not in made.target
    # A network of chance never states the figures right, and that must be told.
    assert made.numbers == "warning"
    assert "5.5%" in made.warning
    assert translator.translate([SENTENCE]) == [made], "the same each time"


@pytest.mark.parametrize("version", [4, 5])
def test_binaries_of_earlier_versions_load(tmp_path: Path, version: int) -> None:
    files = real_files(tmp_path / "build")
    model = {path: content for path, content in files.items() if path.startswith("model/")}
    rest = {path: content for path, content in files.items() if path not in model}
    new = install(write_archive(tmp_path / "new.argosmodel", files), tmp_path / "new", trial=try_steps)
    archive = write_archive(tmp_path / "old.argosmodel", rest | in_old_form(model, version))
    old = install(archive, tmp_path / "old", trial=try_steps)
    assert not (old.folder / "model" / "config.json").exists()
    (before,), (now,) = (Translator(p, threads=1).translate([SENTENCE]) for p in (old, new))
    assert before.target
    assert before == now or version < 5, (
        "CTranslate2 rounds the weights of version 4 and before in another way"
    )


def test_an_archive_without_a_folder_and_an_unpacked_package_are_taken(tmp_path: Path) -> None:
    files = real_files(tmp_path / "build")
    bare = install(
        write_archive(tmp_path / "bare.argosmodel", files, root=""), tmp_path / "one", trial=try_steps
    )
    folder = tmp_path / "translate-zh_en-1_0"
    for path, content in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)
    (folder / "hook.py").write_text("raise SystemExit", encoding="utf-8")
    unpacked = install(folder, tmp_path / "two", trial=try_steps)
    assert bare.fingerprint == unpacked.fingerprint
    assert not (unpacked.folder / "hook.py").exists()
    assert not (unpacked.folder / "stanza").exists()


def test_a_folder_with_a_link_is_refused(tmp_path: Path) -> None:
    folder = tmp_path / "package"
    for path, content in package_files().items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)
    (folder / "model" / "vmap.txt").symlink_to("/etc/passwd")
    with pytest.raises(DamagedModel, match=r"vmap\.txt is a link"):
        install(folder, tmp_path / "models")
    assert not (tmp_path / "models").exists()


def test_a_target_prefix_is_forced_and_left_out(tmp_path: Path) -> None:
    network = Network(added(tmp_path, target_prefix="__en__"), threads=1)
    ((draft, *_),) = network.drafts(["我们要推进改革"])
    assert draft.pieces
    assert 0 < draft.confidence <= 1
    assert draft.pieces[0] != "__en__"
    assert draft != Network(added(tmp_path / "plain"), threads=1).drafts(["我们要推进改革"])[0][0]
    attention = network.attend("推进改革", "advance reform")
    assert attention is not None
    assert attention.weights.shape == (len(attention.target), len(attention.source))


@pytest.mark.parametrize("prefix", [5, ["x"], "x" * 100])
def test_a_prefix_that_is_none_is_refused(tmp_path: Path, prefix: object) -> None:
    meta = {"from_code": "zh", "to_code": "en", "target_prefix": prefix}
    files = package_files(**{"metadata.json": json.dumps(meta).encode()})
    with pytest.raises(DamagedModel, match="target_prefix"):
        install(write_archive(tmp_path / "p.argosmodel", files), tmp_path / "models")


@pytest.mark.parametrize("code", ["zh", "zh-Hans", "zh_CN", "zt", "zh-TW"])
def test_every_name_of_chinese_is_chinese(tmp_path: Path, code: str) -> None:
    translator = Translator(added(tmp_path, code, "en"), threads=1)
    assert (translator.source, translator.target) == (Language.ZH, Language.EN)


def test_a_traditional_package_reads_and_is_read_as_simplified(tmp_path: Path) -> None:
    there = Network(added(tmp_path, "zt", "en"), threads=1)
    plain = Network(added(tmp_path, "zh", "en"), threads=1)
    text = "发展经济"
    assert there.drafts([text]) == plain.drafts([to_traditional(text)])
    back = Network(added(tmp_path, "en", "zt"), threads=1)
    assert back.text(list("發展經濟")).endswith("发展经济")


def test_two_packages_in_a_row_are_one_translator(tmp_path: Path) -> None:
    first, second = added(tmp_path, "zh", "ja", seed=2), added(tmp_path, "ja", "en", seed=3)
    translator = Translator(first, threads=1, second=second)
    assert translator.direction == ("zh", "en")
    assert translator.fingerprint == f"{first.fingerprint}+{second.fingerprint}/{translator.fingerprint[-1]}"
    text = "我们要推进改革"
    one, two = Network(first, threads=1), Network(second, threads=1)
    ((first_draft,),) = one.drafts([text], 1)
    (by_hand,) = two.drafts([one.text(first_draft.pieces)])
    (drafts,) = translator._engine.drafts([text])
    assert [draft.pieces for draft in drafts] == [draft.pieces for draft in by_hand]
    assert drafts[0].confidence == pytest.approx(first_draft.confidence * by_hand[0].confidence)
    (made,) = translator.translate([SENTENCE])
    assert made.numbers == "warning", "the guard compares the two ends of the way"
    assert "5.5%" in made.warning
    assert translator.attend("推进", "advance") is None


def test_a_language_that_is_not_read_is_refused_and_a_half_is_taken(tmp_path: Path) -> None:
    assert added(tmp_path, "en", "pb").to_code == "pb"
    with pytest.raises(DamagedModel, match="from fr to de, neither of them Chinese or English"):
        added(tmp_path, "fr", "de")
