"""A whole library as one zip file: the reports, all that the user wrote, and a manifest with the checksum of each part.

What comes in is looked over before it is unpacked, and taken in only where every checksum agrees. Nothing that is there
is lost: a report that is known stays, and of two versions of one item the later is shown and the other in its history.
"""

from __future__ import annotations

import hashlib
import json
import zipfile
from collections.abc import Generator, Iterable
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath
from typing import IO, Final, NamedTuple

from index.annotations import Anchor, AnnotationStore, Item
from index.annotations.payload import Content, number_in, text_in
from index.errors import UnreadableLibrary, UnreadableReport, UnusableOutput
from index.library import KnownReport, Library
from index.readers.source import read_source
from index.readers.zipped import BROKEN, ArchiveLimits, opened, short
from index.report import Language
from index.storage import write_atomically

SUFFIX: Final = ".rrlib"
_MANIFEST: Final = "manifest.json"
_ITEMS: Final = "annotations.jsonl"
_FORMAT: Final = "report-reader library"
_VERSION: Final = 1
_LIMITS: Final = ArchiveLimits(members=50_000, unpacked=8 * 1024 * 1024 * 1024, ratio=400)
_TOGETHER: Final = 2_000
_NAME: Final = 60
Steps = Generator[tuple[int, int], None, "Outcome"]


class Outcome(NamedTuple):
    """How many reports and items went out or came in; ``known`` were there already, ``left_out`` says what could not."""

    reports: int
    items: int
    known: int = 0
    left_out: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Part:
    """A report in the bundle: where it is in it, and what the library knew of it."""

    member: str
    sha256: str
    report: KnownReport


def write_bundle(path: Path, reports: Iterable[KnownReport], store: AnnotationStore | None) -> Steps:
    """Write everything to ``path``; yields (done, all). Raises UnusableOutput; what was there before then stays."""
    all_ = list(reports)
    aside = path.with_name(f".{path.name}.part")
    left_out: list[str] = []
    try:
        with zipfile.ZipFile(aside, "w", zipfile.ZIP_DEFLATED) as archive:
            parts: list[_Part] = []
            for number, report in enumerate(all_):
                yield number, len(all_)
                try:
                    data = read_source(Path(report.path))
                except UnreadableReport as error:
                    left_out.append(str(error))
                    continue
                member = f"reports/{number + 1:05d}/{_file_name(report.path)}"
                archive.writestr(member, data)
                parts.append(_Part(member, hashlib.sha256(data).hexdigest(), report))
            items = store.everything() if store is not None else ()
            lines = "".join(
                json.dumps(_item_record(item), ensure_ascii=True) + "\n" for item in items
            ).encode()
            archive.writestr(_ITEMS, lines)
            manifest = {
                "format": _FORMAT,
                "version": _VERSION,
                "items": {"count": len(items), "sha256": hashlib.sha256(lines).hexdigest()},
                "reports": [_part_record(part) for part in parts],
            }
            archive.writestr(
                _MANIFEST, json.dumps(manifest, ensure_ascii=False, indent=1).encode("utf-8", "replace")
            )
        _flush(aside)
        aside.replace(path)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise UnusableOutput(str(path), reason.lower()) from error
    finally:
        aside.unlink(missing_ok=True)
    yield len(all_), len(all_)
    return Outcome(len(parts), len(items), left_out=tuple(left_out))


def take_bundle(path: Path, folder: Path, library: Library, store: AnnotationStore) -> Steps:
    """Take a bundle in: its reports as files below ``folder``, its items into the store; yields (done, all).

    Raises UnreadableLibrary before anything is changed where a part is missing, damaged or not to be trusted, and
    UnwritableFolder where something cannot be kept.
    """
    try:
        with opened(path, str(path), "library", _LIMITS) as archive:
            parts, items = _verified(archive, str(path))
            known_ids = {report.id for report in library.reports() if report.found}
            known = 0
            for number, part in enumerate(parts):
                yield number, len(parts)
                if part.report.id in known_ids:
                    known += 1
                    continue
                place = _free(folder, part.report.id, PurePosixPath(part.member).name)
                place.parent.mkdir(parents=True, exist_ok=True)
                write_atomically(place, archive.read(part.member))
                library.remember_known(replace(part.report, path=str(place)))
    except UnreadableReport as error:
        raise UnreadableLibrary(error.path, error.reason) from error
    except OSError as error:
        raise UnusableOutput(str(folder), (error.strerror or str(error)).lower()) from error
    kept = _take_items(store, items)
    yield len(parts), len(parts)
    return Outcome(len(parts) - known, kept, known)


def _take_items(store: AnnotationStore, items: list[Item]) -> int:
    """Those that are new, or later than what is there."""
    later, older = [], []
    for item in items:
        there = store.item(item.id)
        if there is None or (there.modified < item.modified and there.digest() != item.digest()):
            later.append(item)
        elif there.digest() != item.digest():
            older.append(item)
    store.keep_in_history(older)
    for start in range(0, len(later), _TOGETHER):
        store.put_all(later[start : start + _TOGETHER])
    return len(later)


def _verified(archive: zipfile.ZipFile, name: str) -> tuple[list[_Part], list[Item]]:
    """The parts of a bundle, every checksum of which agrees."""
    manifest = _json(_read(archive, _MANIFEST, name), name)
    if text_in(manifest, "format") != _FORMAT:
        raise UnreadableLibrary(name, "it is no library of Report Reader")
    if number_in(manifest, "version") > _VERSION:
        raise UnreadableLibrary(name, "it was written by a newer version of the reader")
    lines = _read(archive, _ITEMS, name)
    said = manifest.get("items")
    if not isinstance(said, dict) or said.get("sha256") != hashlib.sha256(lines).hexdigest():
        raise UnreadableLibrary(name, "what was written in it is damaged")
    items = [_item_of(_json(line, name)) for line in lines.splitlines() if line.strip()]
    records = manifest.get("reports")
    parts = [_part_of(record, name) for record in records] if isinstance(records, list) else []
    for part in parts:
        digest = hashlib.sha256()
        with _member(archive, part.member, name) as file:
            while block := file.read(1 << 20):
                digest.update(block)
        if digest.hexdigest() != part.sha256:
            raise UnreadableLibrary(name, f"a report in it is damaged: {PurePosixPath(part.member).name}")
    return parts, items


def _member(archive: zipfile.ZipFile, member: str, name: str) -> IO[bytes]:
    try:
        return archive.open(member)
    except KeyError:
        raise UnreadableLibrary(name, f"a part of it is missing: {PurePosixPath(member).name}") from None


def _read(archive: zipfile.ZipFile, member: str, name: str) -> bytes:
    try:
        with _member(archive, member, name) as file:
            return file.read()
    except BROKEN as error:
        raise UnreadableLibrary(name, f"it is damaged ({short(error)})") from error


def _json(data: bytes, name: str) -> Content:
    try:
        value = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise UnreadableLibrary(name, "what was written in it cannot be read") from error
    if not isinstance(value, dict):
        raise UnreadableLibrary(name, "what was written in it cannot be read")
    return value


def _file_name(path: str) -> str:
    """The name of a report's file, without what a zip file or a file system refuses."""
    name = PurePosixPath(path.replace("\\", "/")).name
    stem, dot, suffix = name.rpartition(".")
    kept = "".join(c if c.isalnum() or c in " -_()（）·" else "_" for c in (stem if dot else name))[
        :_NAME
    ].strip()
    ending = "".join(c for c in suffix if c.isascii() and c.isalnum())[:8] if dot else ""
    return f"{kept or 'report'}{'.' + ending.lower() if ending else ''}"


def _free(folder: Path, report: str, name: str) -> Path:
    """Where a report goes: under its own id, so that two of one name do not meet. The name is ours, not the archive's."""
    short_id = hashlib.sha256(report.encode("utf-8", "replace")).hexdigest()[:12]
    return folder / short_id / _file_name(name)


def _flush(path: Path) -> None:
    import os

    with path.open("rb") as file:
        os.fsync(file.fileno())


def _part_record(part: _Part) -> dict[str, object]:
    r = part.report
    return {
        "file": part.member, "sha256": part.sha256, "id": r.id, "title": r.title, "place": r.place, "year": r.year,
        "language": str(r.language),
    }  # fmt: skip


def _part_of(record: object, name: str) -> _Part:
    if not isinstance(record, dict) or not text_in(record, "file") or not text_in(record, "id"):
        raise UnreadableLibrary(name, "its list of reports cannot be read")
    year = record.get("year")
    language = Language.EN if text_in(record, "language") == "en" else Language.ZH
    known = KnownReport(
        text_in(record, "id"), text_in(record, "title"), text_in(record, "place"),
        year if isinstance(year, int) and not isinstance(year, bool) else None, language, "",
    )  # fmt: skip
    return _Part(text_in(record, "file"), text_in(record, "sha256"), known)


def _item_record(item: Item) -> dict[str, object]:
    a = item.anchor
    return {
        "id": item.id, "kind": item.kind, "report": item.report, "title": item.title,
        "anchor": [a.start, a.end, a.quote, a.before, a.after], "payload": item.payload, "created": item.created,
        "modified": item.modified, "deleted": item.deleted,
    }  # fmt: skip


def _item_of(record: Content) -> Item:
    anchor = record.get("anchor")
    start, end, *words = anchor if isinstance(anchor, list) and len(anchor) == 5 else (0, 0, "", "", "")
    return Item(
        text_in(record, "id"), text_in(record, "kind"), text_in(record, "report"), text_in(record, "title"),
        Anchor(int(start), int(end), *map(str, words)), text_in(record, "payload"), text_in(record, "created"),
        text_in(record, "modified"), record.get("deleted") is True,
    )  # fmt: skip
