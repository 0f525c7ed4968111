"""Packages as files: what is taken, what is refused, and that nothing half-done or damaged is ever loaded."""

from __future__ import annotations

import io
import json
import os
import random
import shutil
import stat
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from index.errors import DamagedModel, UnwritableFolder
from models.installing import RETIRED, STAGING, install, recover
from models.manifest import MANIFEST
from models.package import read_package, verify
from tests.model_files import METADATA, encoder_folder, package_files, write_archive


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    return write_archive(tmp_path / "zh_en.argosmodel", package_files())


def test_installs_and_records_a_manifest(archive: Path, tmp_path: Path) -> None:
    into = tmp_path / "models"
    package = install(archive, into)
    assert (package.name, package.version, package.task) == ("translate-zh_en", "1.0", "translate")
    assert (package.from_code, package.to_code, package.source) == ("zh", "en", "user")
    assert package.folder == into / "translate-zh_en-1.0"
    assert (package.folder / "model" / "model.bin").read_bytes() == package_files()["model/model.bin"]
    manifest = json.loads((package.folder / MANIFEST).read_text(encoding="utf-8"))
    assert set(manifest["files"]) == set(package_files())
    verify(package)
    assert [path.name for path in into.iterdir()] == ["translate-zh_en-1.0"], "no staging is left behind"


def test_what_other_programs_need_is_left_out(tmp_path: Path) -> None:
    files = package_files() | {"stanza/zh/tokenize/gsdsimp.pt": b"pickle", "extra.dat": b"?"}
    package = install(write_archive(tmp_path / "public.argosmodel", files), tmp_path / "models")
    assert sorted(p.name for p in package.folder.iterdir()) == [
        "README.md", "manifest.json", "metadata.json", "model", "sentencepiece.model",
    ]  # fmt: skip


def test_byte_pair_packages_are_taken_too(tmp_path: Path) -> None:
    files = package_files(**{"sentencepiece.model": None}) | {"bpe.model": b"merges"}
    verify(install(write_archive(tmp_path / "bpe.argosmodel", files), tmp_path / "models"))


def test_old_packages_without_a_configuration_are_taken(tmp_path: Path) -> None:
    files = package_files(**{"model/config.json": None, "model/shared_vocabulary.json": None})
    archive = write_archive(tmp_path / "old.argosmodel", files | {"model/shared_vocabulary.txt": b"a\nb\n"})
    verify(install(archive, tmp_path / "models"))


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("../../evil.txt", "points outside"),
        ("/etc/evil", "points outside"),
        ("translate-zh_en/../../evil", "points outside"),
        ("translate-zh_en\\..\\evil", "points outside"),
        ("C:/evil", "points outside"),
        ("translate-zh_en/model/./x", "points outside"),
        ("loose.txt", "outside the package's folder"),
        ("translate-zh_en/hook.py", "does not need"),
        ("translate-zh_en/model/weights.PKL", "does not need"),
        ("other-package/metadata.json", "more than one package"),
        ("translate-zh_en/MODEL.bin/../x", "points outside"),
    ],
)
def test_hostile_names_are_refused(tmp_path: Path, name: str, reason: str) -> None:
    path = write_archive(tmp_path / "bad.argosmodel", package_files())
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr(name, b"evil")
    _refused(path, tmp_path, reason)


@pytest.mark.parametrize("kind", [stat.S_IFLNK, stat.S_IFCHR, stat.S_IFIFO])
def test_links_and_devices_are_refused(tmp_path: Path, kind: int) -> None:
    path = write_archive(tmp_path / "bad.argosmodel", package_files())
    entry = zipfile.ZipInfo("translate-zh_en/model/vmap.txt")
    entry.external_attr = (kind | 0o777) << 16
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr(entry, "/etc/passwd")
    _refused(path, tmp_path, "a link or a device")


def test_the_same_file_twice_is_refused(tmp_path: Path) -> None:
    path = write_archive(tmp_path / "bad.argosmodel", package_files())
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("translate-zh_en/MODEL/MODEL.BIN".replace("MODEL/MODEL.BIN", "model/vmap.txt"), b"1")
        with pytest.warns(UserWarning, match="Duplicate name"):
            archive.writestr("translate-zh_en/model/vmap.txt", b"2")
    _refused(path, tmp_path, "twice")


def test_a_bomb_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    path = tmp_path / "bomb.argosmodel"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in package_files().items():
            archive.writestr(f"p/{name}", bytes(50_000_000) if name == "model/model.bin" else content)
    assert path.stat().st_size < 100_000
    _refused(path, tmp_path, "times its size")


def test_too_large_a_file_is_refused_by_its_header(tmp_path: Path) -> None:
    path = write_archive(tmp_path / "large.argosmodel", package_files())
    raw = bytearray(path.read_bytes())
    entry = raw.rfind(b"translate-zh_en/model/model.bin") - 46  # its place in the central directory
    assert raw[entry : entry + 4] == b"PK\x01\x02"
    raw[entry + 24 : entry + 28] = (1_500_000_000).to_bytes(4, "little")
    path.write_bytes(raw)
    _refused(path, tmp_path, "would take 1,500 MB")


@pytest.mark.parametrize("kind", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_other_compressions_are_refused(tmp_path: Path, kind: int) -> None:
    path = tmp_path / "odd.argosmodel"
    with zipfile.ZipFile(path, "w", kind) as archive:
        for name, content in package_files().items():
            archive.writestr(f"p/{name}", content)
    _refused(path, tmp_path, "compressed in a way that packages are not")


def test_too_large_an_archive_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "huge.argosmodel"
    with path.open("wb") as file:
        file.truncate(2_100_000_000)  # of nothing: it takes no room on the disk
    _refused(path, tmp_path, "2.1 GB, more than any package")


def test_no_flipped_byte_does_more_than_be_refused(archive: Path, tmp_path: Path) -> None:
    """Whatever the damage, the package is taken whole or refused in one line, and nothing is left."""
    raw = archive.read_bytes()
    bad = tmp_path / "bad.argosmodel"
    chance = random.Random(7)
    said: list[str] = []
    before = {*tmp_path.rglob("*"), bad}
    for _ in range(400):
        damaged = bytearray(raw)
        for _ in range(chance.choice((1, 1, 3))):
            damaged[chance.randrange(len(damaged))] = chance.randrange(256)
        bad.write_bytes(damaged)
        try:
            package = install(bad, tmp_path / "deep" / "models")
        except DamagedModel as error:
            said.append(str(error))
        else:
            verify(package)
            shutil.rmtree(tmp_path / "deep")
        assert set(tmp_path.rglob("*")) == before
    assert len(said) > 100
    assert not any("\n" in line for line in said)


def test_too_many_files_are_refused(tmp_path: Path) -> None:
    files = package_files() | {f"stanza/{i}": b"" for i in range(5_001)}
    _refused(write_archive(tmp_path / "many.argosmodel", files), tmp_path, "5007 files")


@pytest.mark.parametrize(
    ("metadata", "reason"),
    [
        (b"{", "not valid JSON"),
        (b"[" * 100_000, "not valid JSON"),
        (b"[1]", "not a JSON object"),
        ("\ufeff{}".encode("utf-16"), "not UTF-8"),
        (b"{}", "no language codes"),
        (b'{"from_code": null, "to_code": "en"}', "no language codes"),
        (b'{"from_code": "../..", "to_code": "en"}', "no language codes"),
        (b'{"type": "sbd", "from_code": "zh", "to_code": "en"}', "not a translation package"),
    ],
)
def test_metadata_must_say_what_it_is(tmp_path: Path, metadata: bytes, reason: str) -> None:
    path = write_archive(tmp_path / "bad.argosmodel", package_files(**{"metadata.json": metadata}))
    _refused(path, tmp_path, reason)


@pytest.mark.parametrize(
    ("missing", "reason"),
    [
        ("metadata.json", "metadata.json is missing"),
        ("model/model.bin", "model/model.bin is missing"),
        ("sentencepiece.model", "neither sentencepiece.model nor bpe.model"),
        ("model/shared_vocabulary.json", "vocabulary"),
    ],
)
def test_an_incomplete_package_is_refused(tmp_path: Path, missing: str, reason: str) -> None:
    _refused(write_archive(tmp_path / "bad.argosmodel", package_files(**{missing: None})), tmp_path, reason)


def test_a_truncated_or_altered_archive_is_refused(archive: Path, tmp_path: Path) -> None:
    raw = archive.read_bytes()
    cut = tmp_path / "cut.argosmodel"
    cut.write_bytes(raw[: len(raw) // 2])
    _refused(cut, tmp_path, "not an .argosmodel (zip) file")
    with zipfile.ZipFile(archive) as opened:
        entry = opened.getinfo("translate-zh_en/model/model.bin")
    flipped = bytearray(raw)
    flipped[entry.header_offset + 30 + len(entry.filename) + entry.compress_size // 2] ^= 0x10
    bad = tmp_path / "flipped.argosmodel"
    bad.write_bytes(flipped)
    _refused(bad, tmp_path, "model/model.bin cannot be unpacked")


def test_a_file_that_is_no_archive_is_refused(tmp_path: Path) -> None:
    text = tmp_path / "report.txt"
    text.write_text("政府工作报告", encoding="utf-8")
    _refused(text, tmp_path, "not an .argosmodel (zip) file")
    _refused(tmp_path / "none.argosmodel", tmp_path, "No such file")


def test_a_manifest_in_the_archive_is_held_to(tmp_path: Path) -> None:
    manifest = json.dumps({"files": {"model/model.bin": "0" * 64}}).encode()
    path = write_archive(tmp_path / "bad.argosmodel", package_files() | {"manifest.json": manifest})
    _refused(path, tmp_path, "SHA-256 differs")


def test_every_damaged_file_is_found_by_verify(archive: Path, tmp_path: Path) -> None:
    package = install(archive, tmp_path / "models")
    pristine = tmp_path / "pristine"
    shutil.copytree(package.folder, pristine)

    def flip(path: Path) -> None:
        raw = bytearray(path.read_bytes())
        raw[len(raw) // 2] ^= 1
        path.write_bytes(raw)

    damages: list[Callable[[Path], object]] = [
        flip, lambda p: p.write_bytes(p.read_bytes()[:-2]), lambda p: p.write_bytes(bytes(p.stat().st_size)), Path.unlink,
    ]  # fmt: skip
    for path in sorted(p.relative_to(package.folder) for p in package.folder.rglob("*") if p.is_file()):
        for damage in damages:
            verify(package)
            damage(package.folder / path)
            with pytest.raises(DamagedModel) as caught:
                verify(package)
            assert str(caught.value).count("\n") == 0
            shutil.rmtree(package.folder)
            shutil.copytree(pristine, package.folder)
    (package.folder / "model" / "added.bin").write_bytes(b"x")
    with pytest.raises(DamagedModel, match="added to it later"):
        verify(package)


def test_the_same_version_is_replaced_and_another_kept(archive: Path, tmp_path: Path) -> None:
    into = tmp_path / "models"
    first = install(archive, into)
    newer = package_files(**{"metadata.json": json.dumps(METADATA | {"package_version": "1.10"}).encode()})
    second = install(write_archive(tmp_path / "newer.argosmodel", newer), into)
    changed = package_files(**{"model/model.bin": b"other weights"})
    again = install(write_archive(tmp_path / "again.argosmodel", changed, root="some-other-name"), into)
    assert again.folder == first.folder
    assert again.fingerprint != first.fingerprint
    assert sorted(path.name for path in into.iterdir()) == [first.folder.name, second.folder.name]
    verify(again)


def test_a_refused_package_leaves_the_installed_one(archive: Path, tmp_path: Path) -> None:
    into = tmp_path / "models"
    package = install(archive, into)
    bad = write_archive(tmp_path / "bad.argosmodel", package_files(**{"model/model.bin": None}))
    with pytest.raises(DamagedModel):
        install(bad, into)
    verify(read_package(package.folder, "user"))
    assert [path.name for path in into.iterdir()] == [package.folder.name]


def test_an_interrupted_replacement_is_undone(archive: Path, tmp_path: Path) -> None:
    into = tmp_path / "models"
    package = install(archive, into)
    package.folder.rename(into / (RETIRED + package.folder.name))
    abandoned = into / f"{STAGING}old"
    abandoned.mkdir()
    os.utime(abandoned, (0, 0))
    (into / f"{STAGING}young").mkdir()
    recover(into)
    verify(read_package(package.folder, "user"))
    assert sorted(path.name for path in into.iterdir()) == [f"{STAGING}young", package.folder.name]


def test_a_folder_that_cannot_be_written_is_told(archive: Path, tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("not a folder", encoding="utf-8")
    with pytest.raises(UnwritableFolder):
        install(archive, blocked / "models")


def test_an_encoder_folder_is_copied_with_a_manifest(tmp_path: Path) -> None:
    package = install(encoder_folder(tmp_path / "my encoder"), tmp_path / "models")
    assert (package.task, package.name) == ("encode", "my-encoder")
    verify(package)
    (package.folder / "tokenizer.json").write_bytes(b"[]")
    with pytest.raises(DamagedModel, match=r"tokenizer\.json"):
        verify(package)


@pytest.mark.parametrize(
    ("files", "reason"),
    [
        ({"custom.py": b"import os"}, r"custom\.py"),
        ({"pytorch_model.bin": b"x"}, r"pytorch_model\.bin"),
        ({"0/weights.pt": b"x"}, r"weights\.pt"),
        ({"0/state.pkl": b"x"}, r"state\.pkl"),
        ({"modules.json": b'[{"path": "", "type": "custom.Module"}]'}, "no module of sentence-transformers"),
        (
            {"modules.json": b'[{"path": "../x", "type": "sentence_transformers.models.Pooling"}]'},
            "points outside",
        ),
        ({"modules.json": b"{}"}, "no modules"),
        ({"config.json": b'{"auto_map": {"AutoModel": "x.Y"}}'}, "code of its own"),
    ],
)
def test_an_encoder_folder_with_code_is_refused(tmp_path: Path, files: dict[str, bytes], reason: str) -> None:
    folder = encoder_folder(tmp_path / "encoder", **files)
    with pytest.raises(DamagedModel, match=reason):
        install(folder, tmp_path / "models")
    with pytest.raises(DamagedModel, match=reason):
        verify(read_package(folder, "user"))


def _refused(path: Path, tmp_path: Path, reason: str) -> None:
    """The file is refused for that reason in one line, and nothing is left anywhere."""
    before = set(tmp_path.rglob("*"))
    with pytest.raises(DamagedModel) as caught:
        install(path, tmp_path / "deep" / "models")
    assert reason in caught.value.reason
    assert "\n" not in str(caught.value)
    assert set(tmp_path.rglob("*")) == before


def test_reading_stops_at_the_announced_size() -> None:
    """zipfile itself refuses content beyond the header's size or with another checksum; shown here, relied on there."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a", b"x" * 1000)
    raw = bytearray(buffer.getvalue())
    entry = raw.rfind(b"PK\x01\x02")
    raw[entry + 24 : entry + 28] = (10).to_bytes(4, "little")
    with zipfile.ZipFile(io.BytesIO(bytes(raw))) as archive, pytest.raises(zipfile.BadZipFile):
        archive.read("a")
