"""What is damaged: each part of the reader's data with the answers it gave while it was whole.

``make`` writes the files once; ``look`` opens them as the reader does, and says what it answered and whether the user was
told of something. What can be made again must answer as before; what the user wrote must all be there.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import NamedTuple, Protocol

from desktop.settings import Settings, SettingsFile
from index.annotations import Anchor, AnnotationStore, new_item
from index.collection import Addition, Collection
from index.errors import DamagedModel, UnreadableDictionary
from index.library import Library
from index.report import Report
from index.search import Searcher
from index.segmentation import segment
from models.dictionary import Dictionaries, Dictionary
from models.installing import install
from models.package import read_package, verify
from tests.fakes import HashingEmbedder
from tests.model_files import encoder_folder, package_files, write_archive

_KINDS = ("note", "correction", "translation")
_QUERIES = ("吞吐量", "第21港", "就业")
_FAR = 0.2
_PLACES = "青岛 济南 烟台 潍坊 临沂 德州 聊城".split()
_CEDICT = "".join(f"國{n} 国{n} [guo2] /country {n}/\n" for n in range(400))


class Looked(NamedTuple):
    """``answers`` by name; ``told`` is what the user is told, ``missing`` says that an answer may be lacking if told."""

    answers: Mapping[str, object]
    told: bool


class Subject(Protocol):
    """One part of the data, in a folder of its own."""

    name: str
    may_lack: bool
    """True for caches and for what is refused as a whole: an answer less is no harm, another one is."""
    must_tell: bool
    """True where an answer less must be told."""

    def make(self, folder: Path) -> None: ...

    def files(self, folder: Path) -> list[Path]: ...

    def look(self, folder: Path) -> Looked: ...


def reports() -> list[Report]:
    """Reports of a few sentences."""
    return [
        segment(
            "".join(
                f"一、回顾{k}\n第{n}港吞吐量增长{n}.{k}%，就业{n * k}万人。建成{n}座{_PLACES[(n + k) % 7]}学校。\n"
                f"二、安排{k}\n推进{_PLACES[(n * 3 + k) % 7]}乡村振兴第{n}{k}项。\n"
                for k in range(3)
            ),
            title=f"报告{n}",
            path=f"/reports/{n}.txt",
        )
        for n in range(30)
    ]


@dataclass(slots=True)
class Notes:
    """The user's own work, with its second copy and backups; ``log`` as a crash leaves it, with the log beside it."""

    name: str = "notes"
    may_lack: bool = False
    must_tell: bool = True
    log: bool = False

    def make(self, folder: Path) -> None:
        made = folder / "made"
        store = AnnotationStore(made / "annotations.db")
        anchor = Anchor(3, 9, "生产总值增长", "全市", "5.9%")
        items = [
            new_item(_KINDS[n % 3], f"r{n % 7}", f"报告{n % 7}", anchor, json.dumps({"text": f"笔记{n}" * 9}))
            for n in range(240)
        ]
        store.put_all(items)
        store.back_up()
        for n, item in enumerate(items[:60]):
            store.put(replace(item, payload=f'{{"text": "later {n}"}}'))
        for item in items[60:80]:
            store.set_deleted(item.id, deleted=True)
        if not self.log:
            store.close()
        for path in sorted(made.rglob("*")):
            if path.is_file() and not path.name.endswith("-shm"):
                target = folder / path.relative_to(made)
                target.parent.mkdir(exist_ok=True)
                shutil.copyfile(path, target)
        store.close()
        shutil.rmtree(made)

    def files(self, folder: Path) -> list[Path]:
        return sorted(folder.glob("annotations*"))

    def look(self, folder: Path) -> Looked:
        store = AnnotationStore(folder / "annotations.db")
        found = {i.id: i.digest() for kind in _KINDS for i in store.of_kind(kind, deleted=True)}
        told = store.notice is not None
        if not store.is_read_only:
            extra = store.add("note", "r0", "", Anchor(0, 0, ""), "{}")
            store.close()
            store = AnnotationStore(folder / "annotations.db")
            again = {i.id: i.digest() for kind in _KINDS for i in store.of_kind(kind, deleted=True)}
            assert again == {**found, extra.id: extra.digest()}, "what was mended is gone at the next start"
        store.close()
        return Looked(found, told)


@dataclass(slots=True)
class KnownReports:
    """library.db: the reports that are known, and the translations that were kept."""

    name: str = "library"
    may_lack: bool = True
    must_tell: bool = True
    translations: bool = False

    def make(self, folder: Path) -> None:
        library = Library(folder / "library.db")
        for report in reports():
            library.remember_report(report)
        library.keep_translations(
            "engine", "zh-en", {f"第{n}句。" * 9: f"Sentence {n}. " * 9 for n in range(300)}
        )
        library.close()

    def files(self, folder: Path) -> list[Path]:
        return [folder / "library.db"]

    def look(self, folder: Path) -> Looked:
        library = Library(folder / "library.db")
        known = library.reports()
        kept = library.cached_translations("engine", "zh-en", [f"第{n}句。" * 9 for n in range(300)])
        told = library.notice is not None
        for report in reports():
            library.remember_report(report)
        assert {report.id for report in reports()} <= {one.id for one in library.reports()}
        library.close()
        return Looked(kept if self.translations else {one.id: one for one in known}, told)


@dataclass(slots=True)
class ReportIndex:
    """The vectors of reports, which are made again where they are damaged."""

    name: str = "search index"
    may_lack: bool = False
    must_tell: bool = True

    def make(self, folder: Path) -> None:
        self.look(folder)

    def files(self, folder: Path) -> list[Path]:
        return sorted(folder.rglob("*.vectors"))[:3]

    def look(self, folder: Path) -> Looked:
        searcher = Searcher(HashingEmbedder(), folder)
        for report in reports()[:6]:
            searcher.add(report)
        return Looked({query: repr(searcher.search(query)) for query in _QUERIES}, bool(searcher.notices))


@dataclass(slots=True)
class LibraryIndex:
    """The index of a whole library: what is damaged is found when it is brought up to date, and made again."""

    name: str = "library index"
    may_lack: bool = False
    must_tell: bool = True

    def make(self, folder: Path) -> None:
        collection = Collection(folder, HashingEmbedder())
        known = reports()
        for _ in collection.add_many_steps(Addition(r) for r in known[:20]):
            pass
        for report in known[20:]:
            collection.add(report)
        collection.forget(known[25].id)

    def files(self, folder: Path) -> list[Path]:
        return sorted(path for path in folder.iterdir() if path.suffix in (".segment", ".json"))

    def look(self, folder: Path) -> Looked:
        collection = Collection(folder, HashingEmbedder())
        collection.verify()
        known = reports()
        collection.forget(known[25].id)
        missing = [r for r in known if r.id not in collection.report_ids and r is not known[25]]
        for _ in collection.add_many_steps(Addition(r) for r in missing):
            pass
        found: dict[str, object] = {
            query: sorted(
                (round(p.score, 4), p.report_id, p.sentence_id)
                for p in collection.search(query, 500)
                if p.score > _FAR  # which of those far off are weighed at all depends on the segments
            )
            for query in _QUERIES
        }
        return Looked(found, bool(collection.notices))


@dataclass(slots=True)
class Chosen:
    """settings.toml."""

    name: str = "settings"
    may_lack: bool = True
    must_tell: bool = True

    def make(self, folder: Path) -> None:
        chosen = Settings(
            theme="dark", zoom=120, last_report="/报告/青岛.txt", recent=("/报告/青岛.txt", "/b.txt")
        )
        assert SettingsFile(folder).save(replace(chosen, models={"search": "encoder"})) is None

    def files(self, folder: Path) -> list[Path]:
        return [folder / "settings.toml"]

    def look(self, folder: Path) -> Looked:
        settings, notice = SettingsFile(folder).load()
        assert SettingsFile(folder).save(settings) is None
        again, later = SettingsFile(folder).load()
        assert again == settings, "the settings are others when they are read again"
        assert later is None, later
        return Looked({} if notice is not None else {"settings": settings}, notice is not None)


@dataclass(slots=True)
class Packages:
    """Model packages: loaded as they were installed or not at all."""

    name: str = "model packages"
    may_lack: bool = True
    must_tell: bool = True

    def make(self, folder: Path) -> None:
        install(write_archive(folder / "a.argosmodel", package_files()), folder / "packages")
        install(encoder_folder(folder / "plain" / "encoder"), folder / "packages")
        (folder / "a.argosmodel").unlink()
        shutil.rmtree(folder / "plain")

    def files(self, folder: Path) -> list[Path]:
        return sorted(path for path in (folder / "packages").rglob("*") if path.is_file())

    def look(self, folder: Path) -> Looked:
        answers: dict[str, object] = {}
        told = False
        for path in sorted((folder / "packages").iterdir()):
            try:
                package = read_package(path, "user")
                verify(package)
                answers[path.name] = replace(package, folder=Path())
            except DamagedModel:
                told = True
        return Looked(answers, told)


@dataclass(slots=True)
class AddedDictionary:
    """A dictionary, which carries its checksum as its name."""

    name: str = "dictionary"
    may_lack: bool = True
    must_tell: bool = True

    def make(self, folder: Path) -> None:
        (folder / "cedict.txt").write_text(_CEDICT, "utf-8")
        dictionaries = Dictionaries(folder / "dictionaries")
        for _ in dictionaries.add_steps(folder / "cedict.txt"):
            pass
        dictionaries.close()
        (folder / "cedict.txt").unlink()

    def files(self, folder: Path) -> list[Path]:
        return sorted((folder / "dictionaries").iterdir())

    def look(self, folder: Path) -> Looked:
        (path,) = sorted((folder / "dictionaries").iterdir())
        try:
            dictionary = Dictionary(path)
        except UnreadableDictionary:
            return Looked({}, told=True)
        found = {
            word: repr(entries)
            for word, entries in dictionary.entries([f"国{n}" for n in range(400)]).items()
        }
        dictionary.close()
        return Looked(found, told=False)


SUBJECTS: tuple[Subject, ...] = (
    Notes(),
    Notes(name="notes with a log", log=True),
    KnownReports(),
    KnownReports(name="translations", must_tell=False, translations=True),
    ReportIndex(),
    LibraryIndex(),
    Chosen(),
    Packages(),
    AddedDictionary(),
)
