"""What exported notes show, in order, before they are put into a format. All texts are plain and clean."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Final

from desktop.export.brief.words import WORDS as BRIEF_WORDS
from desktop.export.brief.words import day_words
from desktop.export.escaping import clean
from index.notes.model import Colour, Look, Note
from index.report import Language

Lines = tuple[str, ...]
_TITLE: Final = MappingProxyType({Language.EN: "Notes", Language.ZH: "批注"})
_UNTITLED: Final = MappingProxyType({Language.EN: "Untitled report", Language.ZH: "未命名报告"})
_COLOURS: Final = MappingProxyType(
    {
        Language.EN: dict(zip(Colour, ("yellow", "green", "blue", "pink", "purple"), strict=True)),
        Language.ZH: dict(zip(Colour, ("黄色", "绿色", "蓝色", "粉色", "紫色"), strict=True)),
    }
)
_LOOKS: Final = MappingProxyType(
    {
        Language.EN: {Look.HIGHLIGHT: "highlight", Look.UNDERLINE: "underline", Look.BOOKMARK: "bookmark"},
        Language.ZH: {Look.HIGHLIGHT: "高亮", Look.UNDERLINE: "下划线", Look.BOOKMARK: "书签"},
    }
)


@dataclass(frozen=True, slots=True)
class NoteBlock:
    """One note: the words, their translation, what was written, and where they stand."""

    note: Note
    source: Lines
    target: Lines
    comment: Lines
    tags: tuple[str, ...]
    place: str
    mark: str


@dataclass(frozen=True, slots=True)
class ReportBlock:
    """The notes of one report."""

    title: str
    notes: tuple[NoteBlock, ...]


@dataclass(frozen=True, slots=True)
class NotesPage:
    """All notes; ``language`` is that of the frame."""

    title: str
    cover: str
    language: Language
    reports: tuple[ReportBlock, ...]


def page_of(notes: Iterable[Note], language: Language, day: date) -> NotesPage:
    """``notes`` as they are shown to readers of ``language``, by report, in the order they come in."""
    groups: dict[str, list[Note]] = {}
    for note in notes:
        groups.setdefault(note.report_key, []).append(note)
    reports = tuple(
        ReportBlock(_report_title(found[0], language), tuple(_block(note, language) for note in found))
        for found in groups.values()
    )
    count = sum(len(report.notes) for report in reports)
    return NotesPage(
        _TITLE[language],
        f"{day_words(day, language)} · {_count(count, len(reports), language)}",
        language,
        reports,
    )


def mark_words(note: Note, language: Language) -> str:
    """``yellow highlight``."""
    gap = " " if language is Language.EN else ""
    return f"{_COLOURS[language][note.colour]}{gap}{_LOOKS[language][note.look]}"


def _report_title(note: Note, language: Language) -> str:
    title = _line(note.title) or _line(note.file) or _UNTITLED[language]
    missing = [part for part in (note.place, str(note.year or "")) if part and part not in title]
    return title + (f" ({', '.join(missing)})" if missing else "")


def _block(note: Note, language: Language) -> NoteBlock:
    paragraph = BRIEF_WORDS[language].paragraph.format(n=note.paragraph) if note.paragraph else ""
    sections = " › ".join(_line(section) for section in note.sections)
    return NoteBlock(
        note=note,
        source=_lines(note.anchor.quote),
        target=_lines(note.translation),
        comment=_lines(note.comment),
        tags=tuple(_line(tag) for tag in note.tags),
        place=BRIEF_WORDS[language].joint.join(part for part in (sections, paragraph) if part),
        mark=mark_words(note, language),
    )


def _count(notes: int, reports: int, language: Language) -> str:
    if language is Language.ZH:
        return f"{notes}条批注，出自{reports}份报告"
    what, whence = "note" if notes == 1 else "notes", "report" if reports == 1 else "reports"
    return f"{notes} {what} in {reports} {whence}"


def _line(text: str) -> str:
    return " ".join(clean(text).split())


def _lines(text: str) -> Lines:
    return tuple(line for line in map(_line, clean(text).split("\n")) if line)
