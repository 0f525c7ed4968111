"""Words as the store keeps them: JSON, read with patience, written without losing what this version does not know."""

from __future__ import annotations

from collections.abc import Mapping

from index.annotations.anchor import Anchor
from index.annotations.item import Item
from index.annotations.payload import number_in, storable_anchor, text_in
from index.report import Language
from index.words.model import Example, Word

EXAMPLES = "examples"


def content_of(word: Word) -> dict[str, object]:
    """What is kept of a word, but for its id and its times."""
    return {
        "word": word.word,
        "reading": word.reading,
        "meaning": word.meaning,
        "language": str(word.language),
        EXAMPLES: [example_record(example) for example in word.examples],
    }


def word_of(item: Item) -> Word | None:
    """The word that an item keeps; None where a later version wrote something else."""
    content = item.content()
    word = text_in(content, "word") or item.anchor.quote
    if not word.strip():
        return None
    return Word(
        word=word,
        reading=text_in(content, "reading"),
        meaning=text_in(content, "meaning"),
        language=Language.EN if content.get("language") == "en" else Language.ZH,
        examples=tuple(example_of(record) for record in records_in(content)),
        created=item.created,
        modified=item.modified,
        id=item.id,
    )


def example_record(example: Example) -> dict[str, object]:
    """A sentence as JSON."""
    a = storable_anchor(example.anchor)
    return {
        "sentence": example.sentence, "translation": example.translation, "report": example.report_id,
        "title": example.title, "place": example.place, "year": example.year, "file": example.file,
        "added": example.added, "start": a.start, "end": a.end, "quote": a.quote, "before": a.before,
        "after": a.after,
    }  # fmt: skip


def records_in(content: Mapping[str, object]) -> list[Mapping[str, object]]:
    """The sentences of a word as they are kept."""
    value = content.get(EXAMPLES)
    found = value if isinstance(value, list) else []
    return [record for record in found if isinstance(record, Mapping) and text_in(record, "sentence")]


def example_of(record: Mapping[str, object]) -> Example:
    """A sentence that was kept; what is missing or damaged in it is empty."""
    year = record.get("year")
    anchor = Anchor(
        number_in(record, "start"),
        number_in(record, "end"),
        text_in(record, "quote"),
        text_in(record, "before"),
        text_in(record, "after"),
    )
    return Example(
        sentence=text_in(record, "sentence"),
        translation=text_in(record, "translation"),
        anchor=anchor,
        report_id=text_in(record, "report"),
        title=text_in(record, "title"),
        place=text_in(record, "place"),
        year=year if isinstance(year, int) and not isinstance(year, bool) else None,
        file=text_in(record, "file"),
        added=text_in(record, "added"),
    )
