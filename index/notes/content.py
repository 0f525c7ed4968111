"""Notes as the store keeps them: JSON, read with patience, written without losing what this version does not know."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

from index.annotations.anchor import Anchor
from index.annotations.item import Item
from index.annotations.payload import Content, storable_anchor
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
        comment=_text(content, "comment"),
        tags=_texts(content, "tags"),
        language=language,
        made_on=_one_of(Language, content.get("made_on"), language),
        facing=_facing(content.get("facing")),
        translation=_text(content, "translation"),
        report_id=item.report,
        title=item.title,
        place=_text(content, "place"),
        year=year if isinstance(year, int) else None,
        file=_text(content, "file"),
        sections=_texts(content, "sections"),
        paragraph=_number(content, "paragraph"),
        line=_number(content, "line"),
        author=_text(content, "author"),
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
            _number(record, "start"),
            _number(record, "end"),
            _text(record, "quote"),
            _text(record, "before"),
            _text(record, "after"),
        )
        found.append(Facing(_number(record, "sentence"), anchor))
    return tuple(found)


def _one_of(kind: type[_E], value: object, otherwise: _E) -> _E:
    return kind(value) if isinstance(value, str) and value in {str(each) for each in kind} else otherwise


def _text(content: Content, name: str) -> str:
    value = content.get(name)
    return value if isinstance(value, str) else ""


def _texts(content: Content, name: str) -> tuple[str, ...]:
    value = content.get(name)
    return tuple(each for each in value if isinstance(each, str)) if isinstance(value, list) else ()


def _number(content: Content, name: str) -> int:
    value = content.get(name)
    return value if isinstance(value, int) and not isinstance(value, bool) else 0
