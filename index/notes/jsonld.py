"""Notes as W3C Web Annotations in JSON-LD, and back without loss.

One ``AnnotationPage`` holds the notes of any number of reports. Each target names its text by ``urn:sha256:`` and the
checksum of the normalised text, and carries a TextPositionSelector (code points) and a TextQuoteSelector with up to 32
characters on each side (https://www.w3.org/TR/annotation-model/). A note has a second target where the other language
is known. What the model has no word for stands under ``reader:``, a prefix of the page's own context.
"""

from __future__ import annotations

import json
import re
import uuid
from collections.abc import Iterable, Mapping
from typing import Final, NamedTuple

from index.annotations.anchor import CONTEXT, Anchor
from index.annotations.payload import number_in, text_in
from index.errors import UnreadableNotes
from index.notes.content import facing_record, note_of
from index.notes.highlights import from_highlights
from index.notes.model import Colour, Look, Note

Json = dict[str, object]
ANNOTATIONS: Final = "http://www.w3.org/ns/anno.jsonld"
_NAMESPACE: Final = "urn:report-reader:notes#"
_TEXT: Final = "urn:sha256:"
_NOTE: Final = "urn:uuid:"
_PREFIX: Final = "reader:"
MAX_BYTES: Final = 64 * 1024 * 1024
_HEX: Final = re.compile(r"[0-9a-f]{32}")
_ISO: Final = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)")


class Read(NamedTuple):
    """What a file holds: notes, and how many of its annotations are of no use here (no words are quoted)."""

    notes: tuple[Note, ...]
    left_out: int = 0


def to_jsonld(notes: Iterable[Note]) -> str:
    """The page, two blanks deep, with a line end at its end."""
    page: Json = {
        "@context": [ANNOTATIONS, {"reader": _NAMESPACE}],
        "id": f"urn:uuid:{uuid.uuid4()}",
        "type": "AnnotationPage",
        "items": [_annotation(note) for note in notes],
    }
    return json.dumps(page, ensure_ascii=False, indent=2).encode("utf-8", "replace").decode("utf-8") + "\n"


def _annotation(note: Note) -> Json:
    motives = ["commenting"] if note.comment else []
    motives += ["tagging"] if note.tags else []
    annotation: Json = {
        "id": _NOTE + str(uuid.UUID(note.id)) if _HEX.fullmatch(note.id) else note.id,
        "type": "Annotation",
        "motivation": ["bookmarking" if note.look is Look.BOOKMARK else "highlighting", *motives],
        "created": note.created,
        "modified": note.modified,
        "body": _bodies(note),
        "target": _targets(note),
        "reader:look": str(note.look),
        "reader:colour": str(note.colour),
        "reader:madeOn": str(note.made_on),
    }
    if note.author:
        annotation["creator"] = {"type": "Person", "name": note.author}
    return {name: value for name, value in annotation.items() if value not in ("", [])}


def _bodies(note: Note) -> list[Json]:
    bodies: list[Json] = []
    if note.comment:
        bodies.append(
            {"type": "TextualBody", "value": note.comment, "format": "text/plain", "purpose": "commenting"}
        )
    bodies += [{"type": "TextualBody", "value": tag, "purpose": "tagging"} for tag in note.tags]
    return bodies


def _targets(note: Note) -> list[Json]:
    a = note.anchor
    quote = {"type": "TextQuoteSelector", "exact": a.quote, "prefix": a.before, "suffix": a.after}
    place = {"type": "TextPositionSelector", "start": a.start, "end": a.end}
    source: Json = {
        "id": _TEXT + note.report_id,
        "type": "Text",
        "format": "text/plain",
        "language": str(note.language),
        "reader:title": note.title,
        "reader:place": note.place,
        "reader:year": note.year,
        "reader:file": note.file,
    }
    first: Json = {
        "source": source,
        "selector": [quote, place],
        "styleClass": f"{note.look}-{note.colour}",
        "reader:sections": list(note.sections),
        "reader:paragraph": note.paragraph,
        "reader:line": note.line,
    }
    if not note.translation and not note.facing:
        return [first]
    other: Json = {
        "source": {
            "id": f"{_TEXT}{note.report_id}#{note.language.other}",
            "type": "Text",
            "language": str(note.language.other),
        },
        "selector": [
            {
                "type": "TextQuoteSelector",
                "exact": f.anchor.quote,
                "prefix": f.anchor.before,
                "suffix": f.anchor.after,
            }
            for f in note.facing
        ]
        or [{"type": "TextQuoteSelector", "exact": note.translation}],
        "reader:translation": note.translation,
        "reader:facing": [facing_record(f) for f in note.facing],
    }
    return [first, other]


# Reading


def from_jsonld(data: bytes, name: str) -> Read:
    """The notes in a file of that ``name``, which may come from other programs. Raises UnreadableNotes with one reason."""
    if len(data) > MAX_BYTES:
        raise UnreadableNotes(name, f"the file has {len(data) / 2**20:.0f} MB; more than 64 MB are no notes")
    try:
        value = json.loads(data.decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise UnreadableNotes(name, "it is not UTF-8 text") from None
    except (ValueError, RecursionError):
        raise UnreadableNotes(name, "it is no JSON") from None
    annotations = list(_annotations(value)) or list(from_highlights(value))
    if not annotations:
        raise UnreadableNotes(name, "there are no annotations in it")
    notes = [note for note in map(_note, annotations) if note is not None]
    return Read(tuple(notes), len(annotations) - len(notes))


def _annotations(value: object) -> Iterable[Json]:
    """A page, a collection, an annotation, or a list of them."""
    waiting = [value]
    while waiting:
        each = waiting.pop(0)
        if isinstance(each, list):
            waiting = [*each, *waiting]
        elif isinstance(each, dict):
            kinds = _list(each.get("type", each.get("@type")))
            if "AnnotationPage" in kinds or "AnnotationCollection" in kinds:
                waiting = [each.get("items"), each.get("first"), *waiting]
            elif "Annotation" in kinds or "target" in each:
                yield each


def _note(annotation: Json) -> Note | None:
    targets = [t for t in _list(annotation.get("target")) if isinstance(t, dict)]
    first = next((t for t in targets if _selector(t, "TextQuoteSelector")), None)
    if first is None:
        return None
    quote = _selector(first, "TextQuoteSelector")
    place = _selector(first, "TextPositionSelector")
    exact = text_in(quote, "exact")
    if not exact.strip():
        return None
    start, end = (max(0, number_in(place, name)) for name in ("start", "end"))
    if end - start != len(exact):  # counted in other units, or not at all
        end = start + len(exact)
    anchor = Anchor(
        start, end, exact, text_in(quote, "prefix")[-CONTEXT:], text_in(quote, "suffix")[:CONTEXT]
    )
    source = first.get("source")
    about = source if isinstance(source, dict) else {"id": source}
    other = next((t for t in targets if t is not first), {})
    bodies = [b for b in _list(annotation.get("body")) if isinstance(b, dict)]
    look, colour = _style(annotation, first)
    language = "en" if text_in(about, "language").startswith("en") else "zh"
    content = {
        "look": look,
        "colour": colour,
        "comment": "\n".join(
            text_in(b, "value") for b in bodies if "tagging" not in _list(b.get("purpose"))
        ).strip("\n"),
        "tags": [
            text_in(b, "value")
            for b in bodies
            if "tagging" in _list(b.get("purpose")) and text_in(b, "value")
        ],
        "language": language,
        "made_on": annotation.get("reader:madeOn", language),
        "facing": other.get("reader:facing"),
        "translation": other.get(
            "reader:translation", text_in(_selector(other, "TextQuoteSelector"), "exact")
        ),
        "place": about.get("reader:place"),
        "year": about.get("reader:year"),
        "file": about.get("reader:file"),
        "sections": first.get("reader:sections"),
        "paragraph": first.get("reader:paragraph"),
        "line": first.get("reader:line"),
        "author": _creator(annotation.get("creator")),
    }
    return _assembled(annotation, about, anchor, content)


def _assembled(annotation: Json, about: Json, anchor: Anchor, content: Json) -> Note:
    from index.annotations.item import Item

    created = _time(annotation.get("created"))
    text = text_in(about, "id")
    item = Item(
        id=_id(text_in(annotation, "id")),
        kind="note",
        report=text.removeprefix(_TEXT).split("#")[0] if text.startswith(_TEXT) else "",
        title=text_in(about, "reader:title"),
        anchor=anchor,
        payload=json.dumps(content),
        created=created,
        modified=_time(annotation.get("modified")) or created,
    )
    return note_of(item)


def _style(annotation: Json, target: Json) -> tuple[str, str]:
    """How the words are marked: as this reader says it, else by a class that names a colour."""
    words = f"{text_in(target, 'styleClass')} {text_in(annotation, 'styleClass')}".lower()
    usual = Look.BOOKMARK if "bookmarking" in _list(annotation.get("motivation")) else Look.HIGHLIGHT
    look = next((str(each) for each in Look if str(each) in words), str(usual))
    colour = next((str(each) for each in Colour if str(each) in words), str(Colour.YELLOW))
    return text_in(annotation, "reader:look") or look, text_in(annotation, "reader:colour") or colour


def _id(given: str) -> str:
    """The id in the store: a UUID as it is, anything else by a UUID made of it, so that it is known when it comes again."""
    bare = given.removeprefix(_NOTE).replace("-", "")
    if _HEX.fullmatch(bare):
        return bare
    return uuid.uuid5(uuid.NAMESPACE_URL, given).hex if given else ""


def _time(value: object) -> str:
    return value if isinstance(value, str) and _ISO.fullmatch(value) else ""


def _creator(value: object) -> str:
    if isinstance(value, Mapping):
        return text_in(value, "name")
    return value if isinstance(value, str) else ""


def _selector(target: Json, kind: str) -> Json:
    """The selector of a kind, also where it refines another one."""
    waiting = _list(target.get("selector"))
    while waiting:
        each = waiting.pop(0)
        if isinstance(each, dict):
            if kind in _list(each.get("type")):
                return each
            waiting += [*_list(each.get("items")), each.get("refinedBy")]
    return {}


def _list(value: object) -> list[object]:
    return list(value) if isinstance(value, list) else [] if value is None else [value]
