"""Which package serves, and that a damaged one is listed, passed over, and never in the way."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Generator
from pathlib import Path

import pytest

from index.errors import DamagedModel, MissingModel, UnwritableFolder
from models.catalog import BUNDLE_MANIFEST, Catalog
from models.folders import argos_folder, shared_folders
from models.manifest import file_hash, write_manifest
from models.package import ModelPackage
from models.trial import accept
from tests.model_files import METADATA, encoder_folder, package_files, write_archive


def fill(folder: Path, files: dict[str, bytes]) -> Path:
    for name, content in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)
    return folder


def write_bundle_manifest(folder: Path) -> None:
    hashes = {path.name: file_hash(path) for path in folder.glob("*.argosmodel")}
    (folder / BUNDLE_MANIFEST).write_text(json.dumps(hashes), encoding="utf-8")


def version(number: str, **codes: str) -> dict[str, bytes]:
    return package_files(
        **{"metadata.json": json.dumps(METADATA | {"package_version": number} | codes).encode()}
    )


@pytest.fixture
def bundled(tmp_path: Path) -> Path:
    """A bundle of one translation archive and one encoder."""
    folder = tmp_path / "bundle"
    folder.mkdir()
    write_archive(folder / "translate-zh_en.argosmodel", package_files())
    write_bundle_manifest(folder)
    encoder = encoder_folder(folder / "encoder-zh-en")
    write_manifest(encoder, name="encoder-zh-en", version="1.0", task="encode", from_code="zh", to_code="en")
    return folder


@pytest.fixture
def catalog(tmp_path: Path, bundled: Path) -> Catalog:
    return Catalog(tmp_path / "data" / "models", bundled, tmp_path / "argos", trial=accept)


def test_the_bundle_serves_and_is_unpacked_once(catalog: Catalog, tmp_path: Path) -> None:
    package = catalog.translation("zh", "en")
    assert (package.source, package.version) == ("bundled", "1.0")
    assert package.folder.parent == tmp_path / "data" / "models" / "bundled"
    written = (package.folder / "model" / "model.bin").stat().st_mtime_ns
    assert catalog.translation("zh-Hans", "en") == package
    assert (package.folder / "model" / "model.bin").stat().st_mtime_ns == written
    assert catalog.encoder().name == "encoder-zh-en"
    with pytest.raises(MissingModel, match="translation en→zh"):
        catalog.translation("en", "zh")


def test_a_damaged_unpacked_copy_is_unpacked_again(catalog: Catalog) -> None:
    package = catalog.translation("zh", "en")
    (package.folder / "model" / "model.bin").write_bytes(b"damaged")
    assert (catalog.translation("zh", "en").folder / "model" / "model.bin").read_bytes() != b"damaged"


def test_a_newer_bundle_takes_the_old_copys_place(catalog: Catalog, bundled: Path) -> None:
    old = catalog.translation("zh", "en").folder
    write_archive(bundled / "translate-zh_en.argosmodel", version("2.0"))
    write_bundle_manifest(bundled)
    new = catalog.translation("zh", "en")
    assert new.version == "2.0"
    assert not old.exists()


def test_added_packages_come_first_and_the_newest_of_them(catalog: Catalog, tmp_path: Path) -> None:
    for number in ("1.9", "1.10"):
        added = catalog.add(write_archive(tmp_path / f"{number}.argosmodel", version(number)))
        assert added.source == "user"
    assert catalog.translation("zh", "en").version == "1.10"
    listed = [(p.name, p.version, p.source) for p in catalog.packages()]
    assert listed == [
        ("translate-zh_en", "1.10", "user"),
        ("translate-zh_en", "1.9", "user"),
        ("encoder-zh-en", "1.0", "bundled"),
        ("translate-zh_en", "1.0", "bundled"),
    ]
    catalog.remove("translate-zh_en")
    assert catalog.translation("zh", "en").source == "bundled"


def test_argos_packages_are_read_and_never_written(catalog: Catalog, tmp_path: Path) -> None:
    files = fill(tmp_path / "argos" / "translate-en_zh-1_9", version("1.9", from_code="en", to_code="zh"))
    before = sorted(files.rglob("*"))
    package = catalog.translation("en", "zh")
    assert (package.source, package.version) == ("argos", "1.9")
    assert sorted(files.rglob("*")) == before
    first = package.fingerprint
    (files / "model" / "model.bin").write_bytes(b"other weights")
    assert catalog.translation("en", "zh").fingerprint != first


def test_a_damaged_package_is_listed_and_the_next_one_serves(catalog: Catalog, tmp_path: Path) -> None:
    added = catalog.add(write_archive(tmp_path / "2.argosmodel", version("2.0")))
    weights = added.folder / "model" / "model.bin"
    weights.write_bytes(weights.read_bytes()[:-1] + b"\x00")
    fill(tmp_path / "argos" / "broken", {"metadata.json": b"[", "model/model.bin": b""})
    (tmp_path / "argos" / "empty").mkdir()
    assert catalog.translation("zh", "en").source == "bundled"
    damage = {p.folder.name: p.damage for p in catalog.packages()}
    assert "SHA-256 differs" in damage["translate-zh_en-2.0"]
    assert "not valid JSON" in damage["broken"]
    assert damage["empty"]
    assert damage["encoder-zh-en"] == ""


def test_with_damaged_packages_alone_the_damage_is_told(tmp_path: Path, bundled: Path) -> None:
    archive = bundled / "translate-zh_en.argosmodel"
    archive.write_bytes(archive.read_bytes()[:-30])
    catalog = Catalog(tmp_path / "models", bundled, tmp_path / "argos")
    with pytest.raises(DamagedModel, match="SHA-256"):
        catalog.translation("zh", "en")
    assert any(p.name == "translate-zh_en" and p.damage for p in catalog.packages())
    assert catalog.encoder().damage == ""


def test_an_archive_the_bundle_does_not_list_is_not_trusted(tmp_path: Path, bundled: Path) -> None:
    (bundled / "MANIFEST.json").write_text("not json", encoding="utf-8")
    with pytest.raises(DamagedModel, match="does not list it"):
        Catalog(tmp_path / "models", bundled, tmp_path / "argos").translation("zh", "en")


def test_without_a_writable_folder_the_bundle_still_serves(tmp_path: Path, bundled: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("", encoding="utf-8")
    catalog = Catalog(blocked / "models", bundled, tmp_path / "argos")
    package = catalog.translation("zh", "en")
    assert package.folder.is_dir()
    assert catalog.translation("zh", "en").folder == package.folder
    with pytest.raises(UnwritableFolder):
        catalog.add(bundled / "translate-zh_en.argosmodel")
    shutil.rmtree(package.folder.parent)


def test_an_added_encoder_wins(catalog: Catalog, tmp_path: Path) -> None:
    catalog.add(encoder_folder(tmp_path / "mine"))
    assert (catalog.encoder().name, catalog.encoder().source) == ("mine", "user")
    catalog.remove("mine")
    assert catalog.encoder().source == "bundled"


def test_what_was_not_added_is_not_removed(catalog: Catalog) -> None:
    with pytest.raises(UnwritableFolder, match="not added by you"):
        catalog.remove("encoder-zh-en")
    with pytest.raises(MissingModel):
        catalog.remove("nothing")
    with pytest.raises(DamagedModel, match="no such file"):
        catalog.add(Path("nowhere.argosmodel"))


def test_argos_folder_is_where_argostranslate_looks(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    monkeypatch.delenv("ARGOS_PACKAGES_DIR", raising=False)
    assert argos_folder() == tmp_path / "argos-translate" / "packages"
    monkeypatch.setenv("ARGOS_PACKAGES_DIR", str(tmp_path / "p"))
    assert argos_folder() == tmp_path / "p"


def test_shared_folders_serve_and_are_never_written_to(tmp_path: Path, bundled: Path) -> None:
    beside, system = tmp_path / "stick", tmp_path / "system"
    write_archive(beside / "translate-zh_en.argosmodel", version("3.0"))
    fill(system / "translate-zh_en-2_0", version("2.0"))
    (system / "README.txt").write_text("what lies here", encoding="utf-8")
    before = sorted((p, p.stat().st_mtime_ns) for p in (*beside.rglob("*"), *system.rglob("*")))
    user = tmp_path / "data" / "models"
    catalog = Catalog(
        user, bundled, tmp_path / "argos", trial=accept, shared=(beside, tmp_path / "none", system)
    )
    package = catalog.translation("zh", "en")
    assert (package.source, package.version) == ("shared", "3.0")
    assert {(p.source, p.version) for p in catalog.packages() if p.task == "translate"} == {
        ("shared", "3.0"), ("shared", "2.0"), ("bundled", "1.0"),
    }  # fmt: skip
    again = Catalog(user, bundled, tmp_path / "argos", trial=accept, shared=(beside, system))
    assert again.translation("zh", "en") == package
    assert sorted((p, p.stat().st_mtime_ns) for p in (*beside.rglob("*"), *system.rglob("*"))) == before
    with pytest.raises(UnwritableFolder, match="not added by you"):
        catalog.remove("translate-zh_en-2_0")
    own = catalog.add(write_archive(tmp_path / "own.argosmodel", version("1.5")))
    assert catalog.translation("zh", "en").folder == own.folder


def test_a_newer_file_in_a_shared_folder_takes_the_place_of_the_old(tmp_path: Path, bundled: Path) -> None:
    stick = tmp_path / "stick"
    catalog = Catalog(tmp_path / "models", bundled, tmp_path / "argos", trial=accept, shared=(stick,))
    write_archive(stick / "a.argosmodel", version("2.0"))
    first = catalog.translation("zh", "en")
    write_archive(stick / "a.argosmodel", version("2.10"))
    second = catalog.translation("zh", "en")
    assert (first.version, second.version) == ("2.0", "2.10")
    assert not first.folder.exists()
    (stick / "a.argosmodel").unlink()
    assert catalog.translation("zh", "en").source == "bundled"


def test_a_damaged_file_in_a_shared_folder_is_told_and_passed_over(tmp_path: Path, bundled: Path) -> None:
    stick, tried = tmp_path / "stick", []
    write_archive(stick / "bad.argosmodel", version("9.0"))

    def refuse(package: ModelPackage) -> Generator[None, None, None]:
        tried.append(package.name)
        yield
        raise DamagedModel(package.name, "it crashes")

    catalog = Catalog(tmp_path / "models", bundled, tmp_path / "argos", trial=refuse, shared=(stick,))
    assert catalog.translation("zh", "en").source == "bundled"
    assert catalog.translation("zh", "en").source == "bundled"
    assert len(tried) == 1
    assert [p.damage for p in catalog.packages() if p.source == "shared"] == ["it crashes"]
    assert sorted(p.name for p in (tmp_path / "models" / "bundled").iterdir()) == [
        p.name for p in sorted((tmp_path / "models" / "bundled").iterdir()) if p.name.startswith("translate")
    ]


@pytest.mark.parametrize("source", ["argos", "shared"])
def test_what_others_installed_is_tried_whatever_checksums_it_brings(
    tmp_path: Path, bundled: Path, source: str
) -> None:
    theirs, tried = tmp_path / source, []
    folder = fill(theirs / "translate-zh_en-4_0", version("4.0"))
    write_manifest(
        folder, name="translate-zh_en", version="4.0", task="translate", from_code="zh", to_code="en"
    )

    def refuse(package: ModelPackage) -> Generator[None, None, None]:
        tried.append(package.source)
        yield
        raise DamagedModel(package.name, "it crashes")

    shared = (theirs,) if source == "shared" else ()
    argos = theirs if source == "argos" else tmp_path / "none"
    catalog = Catalog(tmp_path / "models", bundled, argos, trial=refuse, shared=shared)
    assert catalog.translation("zh", "en").source == "bundled"
    assert tried == [source]


def test_where_shared_folders_are_looked_for(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("REPORT_READER_MODELS", os.pathsep.join((str(tmp_path / "a"), str(tmp_path / "乙"))))
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setenv("XDG_DATA_DIRS", "/opt/share:/usr/share:relative")
    found = shared_folders()
    assert found[:2] == (tmp_path / "a", tmp_path / "乙")
    assert found[2].name == "added-models"
    assert found[3:] == (Path("/opt/share/report-reader/models"), Path("/usr/share/report-reader/models"))
    monkeypatch.setattr("sys.platform", "win32")
    monkeypatch.setenv("PROGRAMDATA", "/ProgramData")
    assert shared_folders()[3:] == (Path("/ProgramData/report-reader/models"),)
