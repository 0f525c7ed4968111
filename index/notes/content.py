"""Notes as the store keeps them: JSON, read with patience, written without losing what this version does not know."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

from index.annotations.anchor import Anchor
from index.annotations.item import Item
from index.annotations.payload import number_in, storable_anchor, text_in, texts_in
from index.notes.model import Colour, Facing, Look, Note
from index.report import Language

_E = TypeVar("_E", Colour, Look, Language)


def content_of(note: Note) -> dict[str, object]:
    """What is kept of a note, but for its id, its times, its anchor and the report it is from."""
    return {
        "look": str(note.look),
        "colour": str(note.colour),
        "comment": note.comment,
        "tags": list(note.tags),
        "language": str(note.language),
        "made_on": str(note.made_on),
        "facing": [facing_record(facing) for facing in note.facing],
        "translation": note.translation,
        "place": note.place,
        "year": note.year,
        "file": note.file,
        "sections": list(note.sections),
        "paragraph": note.paragraph,
        "line": note.line,
        "author": note.author,
    }


def note_of(item: Item) -> Note:
    """The note that an item keeps; what is missing or damaged in it has its usual value."""
    content = item.content()
    year = content.get("year")
    language = _one_of(Language, content.get("language"), Language.ZH)
    return Note(
        anchor=item.anchor,
        look=_one_of(Look, content.get("look"), Look.HIGHLIGHT),
        colour=_one_of(Colour, content.get("colour"), Colour.YELLOW),
        comment=text_in(content, "comment"),
        tags=texts_in(content, "tags"),
        language=language,
        made_on=_one_of(Language, content.get("made_on"), language),
        facing=_facing(content.get("facing")),
        translation=text_in(content, "translation"),
        report_id=item.report,
        title=item.title,
        place=text_in(content, "place"),
        year=year if isinstance(year, int) else None,
        file=text_in(content, "file"),
        sections=texts_in(content, "sections"),
        paragraph=number_in(content, "paragraph"),
        line=number_in(content, "line"),
        author=text_in(content, "author"),
        created=item.created,
        modified=item.modified,
        id=item.id,
    )


def facing_record(facing: Facing) -> dict[str, object]:
    """Words of the translation as JSON."""
    a = storable_anchor(facing.anchor)
    return {
        "sentence": facing.sentence, "start": a.start, "end": a.end, "quote": a.quote, "before": a.before,
        "after": a.after,
    }  # fmt: skip


def _facing(value: object) -> tuple[Facing, ...]:
    found = []
    for record in value if isinstance(value, list) else ():
        if not isinstance(record, Mapping) or not isinstance(record.get("quote"), str):
            continue
        anchor = Anchor(
            number_in(record, "start"),
            number_in(record, "end"),
            text_in(record, "quote"),
            text_in(record, "before"),
            text_in(record, "after"),
        )
        found.append(Facing(number_in(record, "sentence"), anchor))
    return tuple(found)


def _one_of(kind: type[_E], value: object, otherwise: _E) -> _E:
    return kind(value) if isinstance(value, str) and value in {str(each) for each in kind} else otherwise
