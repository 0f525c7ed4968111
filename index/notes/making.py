"""Makes a note of words chosen in a report, in either language."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from pathlib import PurePath

from index.annotations.anchor import anchor_at
from index.notes.model import Facing, Note
from index.report import Language, Report, Sentence
from index.text import Span


def note_at(
    report: Report,
    span: Span,
    *,
    made_on: Language | None = None,
    facing: Sequence[Facing] = (),
    translation: str = "",
) -> Note:
    """A note on ``span`` of the report, without anything written in it yet."""
    starts = [paragraph.span.start for paragraph in report.paragraphs]
    return Note(
        anchor=anchor_at(report.text, span),
        language=report.language,
        made_on=made_on or report.language,
        facing=tuple(facing),
        translation=translation,
        report_id=report.id,
        title=report.title,
        place=report.place,
        year=report.year,
        file=PurePath(report.path).name,
        sections=tuple(section.words for section in report.section_path(span.start)),
        paragraph=max(1, bisect_right(starts, span.start)) if starts else 0,
        line=report.line_of(span.start)[0],
    )


def sentences_in(report: Report, span: Span) -> tuple[Sentence, ...]:
    """The sentences that a span touches, in reading order."""
    at = max(0, bisect_right(report.sentence_starts, span.start) - 1)
    found = []
    while at < len(report.sentences) and report.sentences[at].span.start < span.end:
        if report.sentences[at].span.overlaps(span):
            found.append(report.sentences[at])
        at += 1
    return tuple(found)
