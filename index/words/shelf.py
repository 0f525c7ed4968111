"""The words in the store of the user's own work. Every change is one transaction, and knows how to be taken back."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Final, NamedTuple

from index.annotations import Anchor, AnnotationStore, Item, new_item, stamped
from index.annotations.clock import utc_now
from index.annotations.edit import Edit
from index.annotations.payload import storable_anchor, text_in, written
from index.words.content import EXAMPLES, content_of, example_of, example_record, records_in, word_of
from index.words.model import EDITABLE, Example, Word, folded_word

WORD: Final = "word"
_Content = dict[str, object]


class _Patch(NamedTuple):
    """How the content of an item is changed, and changed back."""

    key: str
    redo: Callable[[_Content], _Content]
    undo: Callable[[_Content], _Content]


class WordShelf:
    """All words. The same word is one word, also where two windows kept it at the same time."""

    def __init__(self, store: AnnotationStore) -> None:
        self._store = store

    # Reading

    def words(self, *, deleted: bool = False) -> tuple[Word, ...]:
        """The words, the oldest first; instead those that were deleted, where these are asked for."""
        found: dict[str, Word] = {}
        for item in self._store.of_kind(WORD, deleted=True):
            word = word_of(item) if item.deleted is deleted else None
            if word is not None:
                known = found.get(word.key)
                found[word.key] = word if known is None else _joined(known, word)
        return tuple(found.values())

    def word(self, key: str) -> Word | None:
        """The word with this id, that is not deleted."""
        return next((word for word in self.words() if word.id == key), None)

    def named(self, word: str) -> Word | None:
        """The word that is written so, in either script and regardless of case."""
        wanted = folded_word(word)
        return next((known for known in self.words() if known.key == wanted), None)

    # Changing

    def add(self, word: Word) -> Edit | None:
        """Keep a word. One that is known gets the sentences that are new, and what it lacked; None where nothing is new."""
        return self.add_all([word])

    def add_all(self, words: Iterable[Word]) -> Edit | None:
        """The same for several words in one step."""
        known = {word.key: word for word in self.words()}
        fresh: dict[str, Word] = {}
        patches: list[_Patch] = []
        for word in words:
            if not word.word.strip():
                continue
            if word.key in known:
                new = _new_examples(known[word.key], word.examples)
                patches += _completing(known[word.key], word, new)
                known[word.key] = _joined(known[word.key], replace(word, examples=new))
            else:
                earlier = fresh.get(word.key)
                fresh[word.key] = _joined(earlier, word) if earlier is not None else word
        return self._planned([_item(word) for word in fresh.values()], patches)

    def change(self, key: str, **fields: str) -> Edit | None:
        """Change fields of a word (those in ``EDITABLE``); None where it is not there, or nothing changes."""
        unknown = set(fields) - set(EDITABLE)
        if unknown:
            raise TypeError(f"a word has no field to change that is called {', '.join(sorted(unknown))}")
        item = self._store.item(key)
        if item is None or item.kind != WORD:
            return None
        content = item.content()
        before = {name: text_in(content, name) for name in fields}
        if before == fields:
            return None
        return self._planned([], [_Patch(key, lambda c: {**c, **fields}, lambda c: {**c, **before})])

    def remove(self, keys: Iterable[str]) -> Edit:
        """Delete words."""
        wanted = set(keys)
        names = {word.key for word in self.words() if word.id in wanted}
        items = [item for item in self._store.of_kind(WORD) if folded_word(_written(item)) in names]
        gone = tuple(item.id for item in items)
        return Edit(
            gone,
            lambda: self._store.set_all_deleted(gone, deleted=False),
            lambda: self._store.set_all_deleted(gone, deleted=True),
        )

    def remove_example(self, key: str, example: Example) -> Edit | None:
        """Take one sentence from a word; None where it is not there."""
        item = self._store.item(key)
        if item is None or item.kind != WORD:
            return None
        records = [r for r in records_in(item.content()) if example_of(r).key == example.key]
        if not records:
            return None
        patch = _Patch(key, lambda c: _without(c, records), lambda c: _with(c, records))
        return self._planned([], [patch])

    # Writing

    def _planned(self, made: Sequence[Item], patches: Sequence[_Patch]) -> Edit | None:
        """New items and changed ones, all of them in one transaction; None where there are none."""
        if not made and not patches:
            return None

        def put(*, deleted: bool) -> None:
            now = [replace(self._store.item(item.id) or item, deleted=deleted) for item in made]
            steps = list(reversed(patches)) if deleted else patches
            self._store.put_all([*map(stamped, now), *self._patched(steps, back=deleted)])

        keys = tuple(dict.fromkeys([*(item.id for item in made), *(patch.key for patch in patches)]))
        return Edit(keys, lambda: put(deleted=True), lambda: put(deleted=False))

    def _patched(self, patches: Sequence[_Patch], *, back: bool) -> list[Item]:
        """Items as they are now with some of it changed, so that nothing is lost that was written meanwhile."""
        found: dict[str, Item] = {}
        for patch in patches:
            item = found.get(patch.key) or self._store.item(patch.key)
            if item is not None:
                change = patch.undo if back else patch.redo
                found[patch.key] = replace(item, payload=written(change(dict(item.content()))))
        return [stamped(item) for item in found.values()]


def _completing(known: Word, given: Word, new: Sequence[Example]) -> list[_Patch]:
    """``known`` with new sentences, and with the meaning and the reading of ``given`` where it has none."""
    records = [_stamped_record(example) for example in new]
    filled = {
        name: value for name in EDITABLE if (value := getattr(given, name)) and not getattr(known, name)
    }
    if not records and not filled:
        return []
    emptied = dict.fromkeys(filled, "")
    return [
        _Patch(
            known.id,
            lambda c: {**_with(c, records), **filled},
            lambda c: {**_without(c, records), **emptied},
        )
    ]


def _joined(known: Word, other: Word) -> Word:
    return replace(
        known,
        meaning=known.meaning or other.meaning,
        reading=known.reading or other.reading,
        examples=(*known.examples, *_new_examples(known, other.examples)),
        modified=max(known.modified, other.modified),
    )


def _new_examples(known: Word, examples: Iterable[Example]) -> tuple[Example, ...]:
    seen = {example.key for example in known.examples}
    new: list[Example] = []
    for example in examples:
        if example.key not in seen and example.sentence.strip():
            seen.add(example.key)
            new.append(example)
    return tuple(new)


def _with(content: Mapping[str, object], records: Sequence[Mapping[str, object]]) -> _Content:
    kept = content.get(EXAMPLES)
    kept = list(kept) if isinstance(kept, list) else []
    return {**content, EXAMPLES: [*kept, *(record for record in records if record not in kept)]}


def _without(content: Mapping[str, object], records: Sequence[Mapping[str, object]]) -> _Content:
    kept = content.get(EXAMPLES)
    kept = list(kept) if isinstance(kept, list) else []
    return {**content, EXAMPLES: [record for record in kept if record not in records]}


def _stamped_record(example: Example) -> dict[str, object]:
    return example_record(example if example.added else replace(example, added=_now()))


def _now() -> str:
    return utc_now("%Y-%m-%dT%H:%M:%SZ")[0]


def _written(item: Item) -> str:
    return text_in(item.content(), "word") or item.anchor.quote


def _item(word: Word) -> Item:
    content = content_of(word)
    content[EXAMPLES] = [_stamped_record(example) for example in _new_examples(Word(""), word.examples)]
    anchor = storable_anchor(Anchor(0, len(word.word), word.word))
    made = new_item(WORD, "", "", anchor, written(content))
    return replace(made, id=word.id) if word.id else made
