"""Entries as the store keeps them: JSON, read with patience, written without losing what this version does not know."""

from __future__ import annotations

from index.annotations.item import Item
from index.annotations.payload import Content, number_in, text_in, texts_in
from index.briefs.model import Entry, Heading, Note, Quote
from index.report import Language


def content_of(entry: Entry) -> dict[str, object]:
    """What is kept of an entry, but for its id, its anchor and the report it is from."""
    if isinstance(entry, Heading | Note):
        return {"type": "heading" if isinstance(entry, Heading) else "note", "text": entry.text}
    return {
        "type": "quote",
        "source": entry.source,
        "language": str(entry.language),
        "target": entry.target,
        "engine": entry.engine,
        "warning": entry.warning,
        "doubts": list(entry.doubts),
        "remark": entry.remark,
        "report_title": entry.title,
        "place": entry.place,
        "year": entry.year,
        "path": entry.path,
        "sections": list(entry.sections),
        "paragraph": entry.paragraph,
        "line": entry.line,
        "sentence": entry.sentence,
    }


def entry_of(item: Item, content: Content) -> Entry | None:
    """The entry that an item keeps; None for one that this version cannot show."""
    kind, text = content.get("type"), content.get("text")
    if kind in ("heading", "note"):
        if not isinstance(text, str):
            return None
        return Heading(text, item.id) if kind == "heading" else Note(text, item.id)
    source = content.get("source")
    if kind != "quote" or not isinstance(source, str):
        return None
    year = content.get("year")
    return Quote(
        source=source,
        language=Language.EN if content.get("language") == "en" else Language.ZH,
        target=text_in(content, "target"),
        engine=text_in(content, "engine"),
        warning=text_in(content, "warning"),
        doubts=texts_in(content, "doubts"),
        remark=text_in(content, "remark"),
        report_id=item.report,
        title=text_in(content, "report_title"),
        place=text_in(content, "place"),
        year=year if isinstance(year, int) else None,
        path=text_in(content, "path"),
        sections=texts_in(content, "sections"),
        paragraph=number_in(content, "paragraph"),
        line=number_in(content, "line"),
        sentence=text_in(content, "sentence"),
        anchor=item.anchor,
        id=item.id,
    )
