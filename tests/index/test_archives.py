"""Folders and zip files of reports: what is in them, and what is refused whole."""

from __future__ import annotations

import stat
import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from index.errors import UnreadableReport
from index.readers import open_report
from index.readers.archive import documents_in, is_container
from index.readers.source import is_there
from tests.document_files import docx_file, gbk_zip, save, zip_file

TEXT = "2025年某市政府工作报告\n各位代表：\n全市生产总值增长5%。\n"


def test_a_zip_file_is_opened_like_a_folder(tmp_path: Path) -> None:
    parts = {
        "山东/青岛.txt": TEXT.encode(),
        "b.docx": docx_file([TEXT]),
        "c.exe": b"x",
        "__MACOSX/._b.docx": b"x",
    }
    file = save(tmp_path, "报告.zip", zip_file(parts))
    listing = documents_in(file)
    assert [path.relative_to(file).as_posix() for path in listing.documents] == ["b.docx", "山东/青岛.txt"]
    assert is_container(file)
    for document in listing.documents:
        assert is_there(document)
        assert open_report(document).year == 2025
    with pytest.raises(UnreadableReport, match="no such file in the archive"):
        open_report(file / "没有.txt")


def test_names_in_gbk_are_read(tmp_path: Path) -> None:
    file = save(
        tmp_path, "g.zip", gbk_zip({"山东/青岛市.txt": TEXT.encode("gb18030"), "江苏.txt": TEXT.encode()})
    )
    assert [p.relative_to(file).as_posix() for p in documents_in(file).documents] == [
        "山东/青岛市.txt",
        "江苏.txt",
    ]
    assert open_report(file / "江苏.txt").title == "2025年某市政府工作报告"


def test_folders_are_looked_through_and_links_are_not_followed(tmp_path: Path) -> None:
    (tmp_path / "a" / "b").mkdir(parents=True)
    save(tmp_path / "a" / "b", "x.txt", TEXT.encode())
    save(tmp_path / "a", "z.zip", zip_file({"y.md": TEXT}))
    save(tmp_path / "a", "bad.zip", b"PK\x03\x04 nothing")
    save(tmp_path / "a", ".hidden.txt", b"x")
    (tmp_path / "a" / "link.txt").symlink_to(tmp_path / "a" / "b" / "x.txt")
    (tmp_path / "a" / "round").symlink_to(tmp_path)
    listing = documents_in(tmp_path)
    assert [path.name for path in listing.documents] == ["x.txt", "y.md"]
    assert any("link" in line for line in listing.left_out)
    assert any("bad.zip" in line for line in listing.left_out)


def _with_link() -> bytes:
    written = BytesIO()
    with zipfile.ZipFile(written, "w") as archive:
        link = zipfile.ZipInfo("a.txt")
        link.create_system = 3
        link.external_attr = (stat.S_IFLNK | 0o777) << 16
        archive.writestr(link, "/etc/passwd")
    return written.getvalue()


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_archives_that_are_not_to_be_trusted_are_refused_in_one_line(tmp_path: Path) -> None:
    twice = BytesIO()
    with zipfile.ZipFile(twice, "w") as archive:
        archive.writestr("a.txt", TEXT)
        archive.writestr("a.txt", "other")
    cases = {
        "bomb": (zip_file({"a.txt": b" " * (64 * 1024 * 1024)}), "far more"),
        "outside": (zip_file({"../a.txt": TEXT}), "outside itself"),
        "absolute": (zip_file({"/etc/a.txt": TEXT}), "outside itself"),
        "drive": (zip_file({"C:\\a.txt": TEXT}), "outside itself"),
        "link": (_with_link(), "links"),
        "twice": (twice.getvalue(), "one name"),
        "many": (zip_file({f"{n}.txt": b"" for n in range(20_001)}), "20,001 parts"),
        "broken": (zip_file({"a.txt": TEXT})[:-30], "no whole zip file"),
    }
    for name, (data, why) in cases.items():
        with pytest.raises(UnreadableReport, match=why) as told:
            documents_in(save(tmp_path, f"{name}.zip", data))
        assert "\n" not in str(told.value)
