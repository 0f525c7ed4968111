"""The library by commands: narrowed, said things about, exported whole, taken in on another machine; imports gone on with."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import pytest

from desktop.cli import main
from desktop.importing import Journal
from desktop.services import build_services
from index.annotations import AnnotationStore
from index.citing import cited
from index.notes import NoteShelf
from index.notes.making import note_at
from index.readers import open_report
from index.text import Span
from tests.conftest import ROOT

HEAD = "{place}政府工作报告\n——{year}年1月10日在{place}第十七届人民代表大会第三次会议上\n各位代表：\n一、{last}年工作回顾\n全市生产总值增长{n}%。\n二、{year}年工作安排\n生产总值增长{n}%左右。\n"


def report(folder: Path, place: str, year: int, n: int = 5) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / f"{place}{year}.txt"
    file.write_text(HEAD.format(place=place, year=year, last=year - 1, n=n), "utf-8")
    return file


@pytest.fixture(autouse=True)
def _folders_as_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("REPORT_READER_DATA", raising=False)


@pytest.fixture
def data(tmp_path: Path) -> str:
    for place, year in (("青岛市", 2024), ("青岛市", 2023), ("山东省", 2024)):
        report(tmp_path / "files", place, year)
    folder = str(tmp_path / "data")
    assert main(["import", str(tmp_path / "files"), "--data-dir", folder]) == 0
    return folder


def listed(capsys: pytest.CaptureFixture[str], data: str, *more: str) -> list[dict[str, object]]:
    capsys.readouterr()
    assert main(["library", "--data-dir", data, "--json", *more]) == 0
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_reports_are_narrowed(data: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert len(listed(capsys, data)) == 3
    assert [r["place"] for r in listed(capsys, data, "--level", "province")] == ["山东省"]
    assert [r["year"] for r in listed(capsys, data, "--place", "青岛市", "--sort", "year")] == [2023, 2024]
    assert [r["place"] for r in listed(capsys, data, "--search", "山東")] == ["山东省"]
    assert listed(capsys, data, "--tag", "没有") == []


def test_what_is_said_about_a_report(data: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["library", "set", "山东省2024.txt", "--tags", "海洋，科技", "--shelves", "北方", "--as-state", "read",
                 "--speaker", "某人", "--as-year", "2025", "--data-dir", data]) == 0  # fmt: skip
    (said,) = listed(capsys, data, "--tag", "海洋")
    assert (said["tags"], said["shelves"], said["state"], said["speaker"], said["year"]) == (
        ["海洋", "科技"], ["北方"], "read", "某人", 2025,
    )  # fmt: skip
    assert (
        main(["library", "set", str(said["id"])[:10], "--as-year", "", "--tags", "", "--data-dir", data]) == 0
    )
    (said,) = listed(capsys, data, "--shelf", "北方")
    assert (said["tags"], said["year"]) == ([], 2024)
    assert main(["library", "--data-dir", data]) == 0
    assert "[北方]" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("argv", "said"),
    [
        (["set", "no such", "--tags", "x"], "no report of the library"),
        (["set", "青岛市政府工作报告（2024年）"], "say what the report has"),
        (["set", "山东省2024.txt", "--as-year", "soon"], "soon is no year"),
        (["set"], "name a report"),
        (["export"], "name the file"),
        (["import"], "name the file"),
    ],
)
def test_wrong_usage_is_one_line(
    data: str, capsys: pytest.CaptureFixture[str], argv: list[str], said: str
) -> None:
    capsys.readouterr()
    assert main(["library", *argv, "--data-dir", data]) == 2
    told = capsys.readouterr().err
    assert said in told or "no report" in told
    assert len(told.splitlines()) == 1


def test_twice_and_forgotten(data: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    again = report(tmp_path / "more", "青岛市", 2024, n=6)
    renamed = tmp_path / "more" / "别的名字.txt"
    renamed.write_text(
        again.read_text("utf-8").replace("青岛市", "青島市").replace("，", " ， ") + "\n", "utf-8"
    )
    assert main(["import", str(tmp_path / "more"), "--data-dir", data]) == 0
    capsys.readouterr()
    assert main(["library", "same", "--json", "--data-dir", data]) == 0
    pairs = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert pairs[0]["reason"] == "text", "script and blanks make no other text"
    assert pairs[0]["shared"] == 1.0
    found = {p["reason"] for p in pairs}
    assert found <= {"text", "near", "place and year"}
    years = {
        tuple(sorted(str(r["year"]) for r in p["reports"])) for p in pairs if p["reason"] == "place and year"
    }
    assert years <= {("2024", "2024")}
    assert main(["library", "same", "--data-dir", data]) == 0
    assert "the same words, 100% of the text in common" in capsys.readouterr().out
    assert main(["library", "forget", pairs[0]["reports"][0]["id"], "--data-dir", data]) == 0
    assert len(listed(capsys, data)) == 4


def noted(data: str) -> None:
    services = build_services(Path(data))
    known = next(r for r in services.library().reports() if r.place == "山东省")
    text = open_report(known.path)
    NoteShelf(services.annotations()).add([note_at(text, Span(0, 5))]).redo()
    services.close()


def test_the_whole_library_moves_to_another_machine(
    data: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    noted(data)
    assert main(["library", "set", "山东省2024.txt", "--tags", "海洋", "--data-dir", data]) == 0
    file = tmp_path / "all.rrlib"
    assert main(["library", "export", str(file), "--data-dir", data]) == 0
    before = listed(capsys, data)
    texts = {str(r["id"]): Path(str(r["path"])).read_bytes() for r in before}
    items = AnnotationStore(Path(data) / "annotations.db").everything()
    shutil.rmtree(tmp_path / "files")
    shutil.rmtree(data)
    other = str(tmp_path / "other")
    assert main(["library", "import", str(file), "--data-dir", other]) == 0
    assert "3 reports are new" in capsys.readouterr().out
    after = listed(capsys, other)
    plain = [{k: v for k, v in r.items() if k != "path"} for r in before]
    assert sorted(({k: v for k, v in r.items() if k != "path"} for r in after), key=str) == sorted(
        plain, key=str
    )
    assert {str(r["id"]): Path(str(r["path"])).read_bytes() for r in after} == texts
    assert AnnotationStore(Path(other) / "annotations.db").everything() == items
    assert cited(open_report(str(after[0]["path"]))).title
    assert main(["library", "import", str(file), "--data-dir", other]) == 0
    assert "0 reports are new, 3 were known; 0 items" in capsys.readouterr().out


def test_the_later_version_of_an_item_wins_and_the_other_is_kept(
    data: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["library", "set", "山东省2024.txt", "--tags", "早", "--data-dir", data]) == 0
    file = tmp_path / "early.rrlib"
    assert main(["library", "export", str(file), "--data-dir", data]) == 0
    assert main(["library", "set", "山东省2024.txt", "--tags", "晚", "--data-dir", data]) == 0
    assert main(["library", "import", str(file), "--data-dir", data]) == 0
    assert len(listed(capsys, data, "--tag", "晚")) == 1


def damaged(file: Path, out: Path, how: str) -> Path:
    with zipfile.ZipFile(file) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if how == "report" and name.startswith("reports/"):
                content = content.replace("增长".encode(), "减少".encode())
            if how == "items" and name == "annotations.jsonl":
                content = content[:-3]
            if how == "manifest" and name == "manifest.json":
                content = b"[1]"
            if how == "missing" and name.startswith("reports/00001"):
                continue
            if how == "climbing" and name == "manifest.json":
                content = content.replace(b"reports/00001/", b"../../")
            new.writestr(name, content)
    return out


@pytest.mark.parametrize("how", ["report", "items", "manifest", "missing", "climbing"])
def test_a_damaged_library_is_refused_whole(
    data: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], how: str
) -> None:
    noted(data)
    file = tmp_path / "all.rrlib"
    assert main(["library", "export", str(file), "--data-dir", data]) == 0
    other = str(tmp_path / "other")
    capsys.readouterr()
    assert (
        main(["library", "import", str(damaged(file, tmp_path / "bad.rrlib", how)), "--data-dir", other]) == 1
    )
    told = capsys.readouterr().err
    assert told.startswith("report-reader: cannot take in the library")
    assert len(told.splitlines()) == 1
    assert listed(capsys, other) == []


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 cut", b"no zip at all"])
def test_no_library_at_all(tmp_path: Path, capsys: pytest.CaptureFixture[str], content: bytes) -> None:
    (tmp_path / "x.rrlib").write_bytes(content)
    assert main(["library", "import", str(tmp_path / "x.rrlib"), "--data-dir", str(tmp_path / "d")]) == 1
    assert "cannot take in the library" in capsys.readouterr().err


def test_an_import_goes_on_where_it_was_killed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for number in range(60):
        report(tmp_path / "many", f"第{number}市", 2000 + number % 25, n=number % 9 + 1)
    data = str(tmp_path / "data")
    code = (
        f"from desktop.cli import main; main(['import', {str(tmp_path / 'many')!r}, '--data-dir', {data!r}])"
    )
    process = subprocess.Popen([sys.executable, "-c", code], cwd=ROOT, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    for _ in range(15):
        process.stdout.readline()
    process.send_signal(signal.SIGKILL)
    process.communicate()
    done, total = Journal(Path(data)).state()
    assert total == 60
    assert 10 <= done < 60
    assert done <= len(listed(capsys, data)) <= done + 1, "all that was counted is there"
    assert main(["import", "--resume", "--data-dir", data]) == 0
    assert f"going on after {done} of 60" in capsys.readouterr().out
    assert len(listed(capsys, data)) == 60
    assert Journal(Path(data)).state() == (0, 0)
    assert main(["import", "--resume", "--data-dir", data]) == 0
    assert "no import was interrupted" in capsys.readouterr().out


def test_import_wants_files(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["import", "--data-dir", str(tmp_path)]) == 2
    assert "--resume" in capsys.readouterr().err


@pytest.mark.parametrize("content", [b"", b"{}", b"[1]\n", b"\xff\n.", b'["a"]\n.\n.\n.\n'])
def test_a_broken_journal_is_none(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "import.jsonl").write_bytes(content)
    journal = Journal(tmp_path)
    assert journal.state() == (0, 0)
    assert journal.left() == ()


def test_time_is_not_lost_in_the_journal(tmp_path: Path) -> None:
    journal = Journal(tmp_path)
    journal.begin([Path(f"/x/{n}.txt") for n in range(5_000)])
    started = time.process_time()
    for _ in range(4_999):
        journal.advance()
    assert journal.left() == (Path("/x/4999.txt"),)
    assert time.process_time() - started < 5
    journal.end()


def test_nothing_to_go_on_with_in_a_new_or_a_read_only_folder(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert main(["import", "--resume", "--data-dir", str(tmp_path / "new")]) == 0
    assert "no import was interrupted" in capsys.readouterr().out
    journal = Journal(tmp_path)
    journal.begin([Path("/x/1.txt")])
    journal.release()

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)  # root may write anywhere
    other = Journal(tmp_path)
    assert not other.is_running()
    assert other.go_on()


def test_two_imports_at_once_do_not_mix_their_journals(tmp_path: Path) -> None:
    first, second = Journal(tmp_path), Journal(tmp_path)
    first.begin([Path("/x/1.txt"), Path("/x/2.txt")])
    second.begin([Path("/y/1.txt")])
    second.advance()
    assert second.is_running()
    assert not second.go_on()
    assert first.state() == (0, 2)
    second.end()
    first.advance()
    assert first.left() == (Path("/x/2.txt"),)
    first.release()
    assert not second.is_running()
    assert second.go_on()
    assert second.left() == (Path("/x/2.txt"),)
    second.end()
    assert first.state() == (0, 0)


def test_what_an_interrupted_import_left_stays_when_another_one_ends(tmp_path: Path) -> None:
    journal = Journal(tmp_path)
    journal.begin([Path(f"/x/{n}.txt") for n in range(3)])
    journal.advance()
    journal.release()  # killed
    other = Journal(tmp_path)
    other.begin([Path("/y/1.txt"), Path("/x/2.txt")])
    for _ in range(2):
        other.advance()
    other.end()
    assert Journal(tmp_path).left() == (Path("/x/1.txt"),)


def test_two_processes_import_into_one_library(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data, running = str(tmp_path / "data"), []
    for name in ("a", "b"):
        for number in range(25):
            report(tmp_path / name, f"第{name}{number}市", 2000 + number, n=number % 9 + 1)
        arguments = [sys.executable, "-m", "desktop", "import", str(tmp_path / name), "--data-dir", data]
        environment = {k: v for k, v in os.environ.items() if k != "REPORT_READER_DATA"}
        running.append(
            subprocess.Popen(
                arguments,
                cwd=ROOT,
                env=environment,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                text=True,
            )
        )
    said = [process.communicate() for process in running]
    assert [process.returncode for process in running] == [0, 0], said
    assert len(listed(capsys, data)) == 50
    assert Journal(Path(data)).state() == (0, 0)
