"""Work that is killed: each task keeps things in a folder and says what was kept; afterwards all of that must be there."""

from __future__ import annotations

import contextlib
import json
import shutil
import sqlite3
import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Protocol

from desktop.settings import Settings, SettingsFile
from index.annotations import Anchor, AnnotationStore, Item, new_item
from index.annotations.backups import backups, is_whole
from index.annotations.schema import COLUMNS, MIGRATIONS, row_of
from index.collection import Addition, Collection
from index.errors import DamagedModel
from index.library import Library
from index.report import Report
from index.search import Searcher
from index.segmentation import segment
from models.catalog import Catalog
from models.installing import install
from models.package import verify
from models.trial import accept
from tests.fakes import HashingEmbedder
from tests.model_files import METADATA, package_files, write_archive

_ANCHOR = Anchor(2, 8, "增长5.9%", "同比", "；")
_OLD = 60


class Task(Protocol):
    """``work`` goes on for ever and yields what was kept; ``check`` gives what is wrong after a kill."""

    def work(self, folder: Path) -> Iterator[str]: ...

    def check(self, folder: Path, kept: list[str]) -> list[str]: ...


def _integrity(path: Path) -> list[str]:
    with contextlib.closing(sqlite3.connect(path)) as connection:
        found = connection.execute("PRAGMA integrity_check").fetchall()
    return [] if found == [("ok",)] else [f"integrity_check of {path.name}: {found}"]


def _report(n: int) -> Report:
    text = f"一、回顾\n第{n}港吞吐量增长{n}%，就业{n}万人。建成{n}座学校。\n二、安排\n推进乡村振兴{n}。"
    return segment(text, title=f"报告{n}", path=f"/reports/{n}.txt")


class Annotating:
    """Items are added, changed, deleted and brought back, one by one and together."""

    def work(self, folder: Path) -> Iterator[str]:
        store = AnnotationStore(folder / "annotations.db")
        known = list(store.of_kind("note", deleted=True))
        while True:
            item = store.add("note", "r", "报告", _ANCHOR, json.dumps({"n": len(known)}))
            known.append(item)
            yield f"{item.id} {item.digest()}"
            changed = store.change(known[len(known) // 2].id, json.dumps({"later": len(known)}))
            assert changed is not None
            yield f"{changed.id} {changed.digest()}"
            for gone in store.set_all_deleted([i.id for i in known[-3:]], deleted=len(known) % 2 == 0):
                yield f"{gone.id} {gone.digest()}"
            if len(known) % 5 == 0:
                store.back_up()

    def check(self, folder: Path, kept: list[str]) -> list[str]:
        store = AnnotationStore(folder / "annotations.db")
        wrong = [f"notice: {store.notice}"] if store.notice is not None else []
        found = {i.id: i.digest() for i in store.of_kind("note", deleted=True)}
        last = dict(line.split() for line in kept)
        again = [key for key, digest in last.items() if key not in found]
        wrong += [f"lost: {key}" for key in again]
        # The last change may have been kept and not said any more; all others are as they were said.
        different = [key for key, digest in last.items() if key in found and found[key] != digest]
        if len(different) > 3:
            wrong.append(f"{len(different)} items are not as they were kept")
        kept += [f"{key} {found[key]}" for key in different]
        store.close()
        wrong += _integrity(folder / "annotations.db")
        wrong += [
            f"a backup is damaged: {path.name}" for path in backups(folder / "backups") if not is_whole(path)
        ]
        return wrong


class Importing:
    """Reports and translations into the library."""

    def work(self, folder: Path) -> Iterator[str]:
        library = Library(folder / "library.db")
        n = len(library.reports())
        while True:
            report = _report(n)
            library.remember_report(report)
            yield f"report {report.id}"
            library.keep_translations("e", "zh-en", {f"第{n}句{k}。": f"Sentence {n}.{k}" for k in range(20)})
            yield f"translations {n}"
            n += 1

    def check(self, folder: Path, kept: list[str]) -> list[str]:
        library = Library(folder / "library.db")
        wrong = [f"notice: {library.notice}"] if library.notice is not None else []
        known = {report.id for report in library.reports()}
        for line in kept:
            what, name = line.split()
            if what == "report" and name not in known:
                wrong.append(f"lost: {line}")
            if what == "translations":
                asked = [f"第{name}句{k}。" for k in range(20)]
                if len(library.cached_translations("e", "zh-en", asked)) != 20:
                    wrong.append(f"lost: {line}")
        library.close()
        return wrong + _integrity(folder / "library.db")


class Indexing:
    """Reports into the index of the library and out of it, with merges; and the vectors of single reports."""

    def work(self, folder: Path) -> Iterator[str]:
        collection = Collection(folder / "library", HashingEmbedder())
        n = time.monotonic_ns() // 1000  # none of the reports was ever there
        while True:
            some = [_report(k) for k in range(n, n + 3)]
            for _ in collection.add_many_steps(Addition(report) for report in some):
                pass
            yield from (f"+{report.id}" for report in some)
            yield f"-{some[0].id}?"  # is about to be forgotten, and may be gone from here on
            collection.forget(some[0].id)
            yield f"-{some[0].id}"
            collection.compact()
            Searcher(HashingEmbedder(), folder / "reports").add(_report(n))
            n += 3

    def check(self, folder: Path, kept: list[str]) -> list[str]:
        collection = Collection(folder / "library", HashingEmbedder())
        collection.verify()
        wrong = [f"notice: {notice}" for notice in collection.notices]
        there = set(collection.report_ids)
        state: dict[str, str] = {}
        for line in kept:
            state[line.strip("+-?")] = "?" if line.endswith("?") else line[0]
        wrong += [f"lost: {key}" for key, sign in state.items() if sign == "+" and key not in there]
        wrong += [f"is back: {key}" for key, sign in state.items() if sign == "-" and key in there]
        if there:
            collection.search("吞吐量")
        searcher = Searcher(HashingEmbedder(), folder / "reports")
        for n in range(0, 12, 3):
            searcher.add(_report(n))
        return wrong + [f"notice: {notice}" for notice in searcher.notices]


class Migrating:
    """Stores of an earlier version are brought up to date."""

    def work(self, folder: Path) -> Iterator[str]:
        n = 0
        while True:
            place = folder / f"{n:04d}"
            if not (place / "ready").exists():
                shutil.rmtree(place, ignore_errors=True)
                place.mkdir(parents=True)
                items = [new_item("note", "r", "报告", _ANCHOR, json.dumps({"n": k})) for k in range(_OLD)]
                _write_old(place / "annotations.db", items)
                (place / "ready").write_text("".join(f"{i.id} {i.digest()}\n" for i in items))
            AnnotationStore(place / "annotations.db").close()
            yield f"{n}"
            n += 1

    def check(self, folder: Path, kept: list[str]) -> list[str]:
        wrong: list[str] = []
        for place in sorted(folder.glob("*/ready")):
            wanted = dict(line.split() for line in place.read_text().splitlines())
            if len(wanted) < _OLD:
                continue  # it was not made yet
            before = backups(place.parent / "backups")
            store = AnnotationStore(place.parent / "annotations.db")
            if store.notice is not None:
                wrong.append(f"notice: {store.notice}")
            found = {i.id: i.digest() for i in store.of_kind("note", deleted=True)}
            store.close()
            if found != wanted:
                wrong.append(f"{len(set(wanted.items()) - set(found.items()))} items lost in a migration")
            if int(place.parent.name) in map(int, kept) and not before:
                wrong.append("no backup was made before a migration")
            wrong += _integrity(place.parent / "annotations.db")
            wrong += [f"damaged backup {path}" for path in before if not is_whole(path)]
        shutil.rmtree(folder)
        folder.mkdir()
        kept.clear()
        return wrong


def _write_old(path: Path, items: list[Item]) -> None:
    """A store as version 1 wrote it."""
    with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("BEGIN")
        MIGRATIONS[0](connection)
        marks = ",".join("?" * 14)
        connection.executemany(f"INSERT INTO item ({COLUMNS}, sha256) VALUES ({marks})", map(row_of, items))
        connection.execute("PRAGMA user_version = 1")
        connection.execute("COMMIT")


class AddingModels:
    """Packages are added, replaced and removed."""

    def work(self, folder: Path) -> Iterator[str]:
        n = 0
        while True:
            meta = {**METADATA, "package_version": f"{n % 3}.0"}
            files = package_files(**{"metadata.json": json.dumps(meta).encode()})
            archive = write_archive(folder / "new.argosmodel", files)
            package = install(archive, folder / "packages")
            yield f"+{package.folder.name}"
            if n % 4 == 3:
                yield f"-{package.folder.name}?"
                catalog = Catalog(
                    folder / "packages", bundled=folder / "none", argos=folder / "none", trial=accept
                )
                catalog.remove(package.name)
                yield f"-{package.folder.name}?"
            n += 1

    def check(self, folder: Path, kept: list[str]) -> list[str]:
        catalog = Catalog(folder / "packages", bundled=folder / "none", argos=folder / "none", trial=accept)
        packages = catalog.packages()
        wrong = [f"{p.folder.name} is damaged: {p.damage}" for p in packages if p.damage]
        for package in packages:
            try:
                verify(package)
            except DamagedModel as error:
                wrong.append(str(error))
        state: dict[str, str] = {}
        for line in kept:
            state[line.strip("+-?")] = "?" if line.endswith("?") else line[0]
        there = {package.folder.name for package in packages}
        removed = any(line.startswith("-") for line in kept)
        return wrong + [
            f"lost: {key}" for key, sign in state.items() if sign == "+" and key not in there and not removed
        ]


class Choosing:
    """Settings are saved again and again."""

    def work(self, folder: Path) -> Iterator[str]:
        file = SettingsFile(folder)
        n = file.load()[0].last_offset
        while True:
            n += 1
            assert file.save(Settings(last_offset=n, last_report="/报告.txt" * 50)) is None
            yield str(n)

    def check(self, folder: Path, kept: list[str]) -> list[str]:
        settings, notice = SettingsFile(folder).load()
        wrong = [f"notice: {notice}"] if notice is not None else []
        least = max(map(int, kept), default=0)
        return wrong if settings.last_offset >= least else [*wrong, f"{settings.last_offset} < {least}"]


TASKS: Mapping[str, Task] = {
    "annotating": Annotating(),
    "importing": Importing(),
    "indexing": Indexing(),
    "migrating": Migrating(),
    "adding models": AddingModels(),
    "settings": Choosing(),
}
