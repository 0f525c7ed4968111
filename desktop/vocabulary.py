"""The user's terms and dictionaries with the bundled terms: built when first asked for. No Qt."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from threading import RLock
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from index.annotations import Anchor, Item, new_item, stamped
from index.errors import ReaderError

if TYPE_CHECKING:
    from desktop.services import Services
    from models.dictionary import Dictionaries
    from models.glossary import Glossary, Term
    from models.term_rows import TermFile
    from models.word_lookup import WordLookup

KIND: Final = "term"
"""Of the items in the store."""


@dataclass(frozen=True, slots=True)
class TakenIn:
    """What became of a file of terms: how many were added, replaced, known already, and left as they were."""

    added: int
    replaced: int
    known: int
    kept: int


@dataclass(frozen=True, slots=True)
class _Step:
    undo: Callable[[], object]
    redo: Callable[[], object]


class Vocabulary:
    """Terms and dictionaries. Writing raises ``UnwritableFolder``; nothing is acknowledged unkept.

    Every method may be called from any thread. ``version`` changes whenever the terms do.
    """

    def __init__(self, services: Services) -> None:
        self._services = services
        self._lock = RLock()
        self._own: tuple[Term, ...] | None = None
        self._glossary: Glossary | None = None
        self._dictionaries: Dictionaries | None = None
        self._done: list[_Step] = []
        self._undone: list[_Step] = []
        self.version = 0

    # What there is

    def own_terms(self) -> tuple[Term, ...]:
        """The user's terms, the oldest first."""
        with self._lock:
            if self._own is None:
                self._own = self._read()
            return self._own

    def _read(self) -> tuple[Term, ...]:
        if not self._services.has_annotations:
            return ()
        found = (_term_of(item) for item in self._services.annotations().of_kind(KIND))
        return tuple(term for term in found if term is not None)

    def glossary(self) -> Glossary:
        """The user's terms before the bundled ones."""
        with self._lock:
            if self._glossary is None:
                from models.glossary import Glossary, bundled_terms

                self._glossary = Glossary((*self.own_terms(), *bundled_terms()))
            return self._glossary

    def dictionaries(self) -> Dictionaries:
        """The dictionaries that the user added."""
        with self._lock:
            if self._dictionaries is None:
                from models.dictionary import Dictionaries

                self._dictionaries = Dictionaries(self._services.data_folder / "dictionaries")
            return self._dictionaries

    def lookup(self, names: Mapping[str, str] = MappingProxyType({})) -> WordLookup:
        """What finds words in a text, by the terms and dictionaries that hold now; ``names`` are those of its figures."""
        from models.segments import WordCutter, read_cutter
        from models.word_lookup import WordLookup

        try:
            cutter = read_cutter(self._services.catalog().encoder().folder)
        except ReaderError:  # no encoder: character by character where nothing else knows a word
            cutter = WordCutter({})
        return WordLookup(self.glossary(), self.dictionaries(), cutter, names)

    def close(self) -> None:
        """Let go of what is open."""
        with self._lock:
            if self._dictionaries is not None:
                self._dictionaries.close()
                self._dictionaries = None

    # Changing terms

    @property
    def can_undo(self) -> bool:
        """True where something can be taken back."""
        return bool(self._done)

    @property
    def can_redo(self) -> bool:
        """True where something taken back can be done again."""
        return bool(self._undone)

    def own_of(self, chinese: str) -> Term | None:
        """The user's term that is written so, in either script."""
        from models.glossary import fold_chinese

        folded = fold_chinese(chinese)
        return next((t for t in self.own_terms() if fold_chinese(t.zh) == folded), None)

    def add(self, term: Term) -> Term:
        """Keep a term; one of the same Chinese is replaced by it. Raises UnusableTermError where it is none."""
        known = self.own_of(term.zh)
        return self.change(known.key, term) if known is not None else self._add([term])[0]

    def change(self, key: str, term: Term) -> Term:
        """Put ``term`` in the place of another."""
        from models.term_rows import checked

        new = checked(replace(term, key=key))
        store = self._services.annotations()
        before = store.item(key)
        if before is None:
            return self._add([new])[0]
        after = stamped(replace(before, anchor=_anchor(new), payload=_payload(new), deleted=False))
        self._do(_Step(lambda: store.put(stamped(before)), lambda: store.put(after)))
        return new

    def remove(self, keys: Iterable[str]) -> None:
        """Delete terms; undo brings them back."""
        gone = tuple(keys)
        if gone:
            self._do(self._deleting(gone))

    def take_in(self, file: TermFile, *, replacing: bool = False) -> TakenIn:
        """Add the terms of a file; those of which the user has other English are left as they are, or replaced."""
        from models.glossary import fold_chinese

        own = {fold_chinese(term.zh): term for term in self.own_terms()}
        new: list[Term] = []
        changed: list[Term] = []
        same = kept = 0
        for term in file.terms:
            known = own.get(fold_chinese(term.zh))
            if known is None:
                new.append(term)
            elif _contents(known) == _contents(term):
                same += 1
            elif replacing:
                changed.append(replace(term, key=known.key))
            else:
                kept += 1
        self._write_all(new, changed)
        return TakenIn(len(new), len(changed), same, kept)

    def differing(self, file: TermFile) -> int:
        """How many terms of a file the user has with other contents."""
        from models.glossary import fold_chinese

        own = {fold_chinese(term.zh): _contents(term) for term in self.own_terms()}
        return sum(1 for t in file.terms if own.get(fold_chinese(t.zh), _contents(t)) != _contents(t))

    def undo(self) -> None:
        """Take the last change back."""
        if self._done:
            step = self._done.pop()
            step.undo()
            self._undone.append(step)
            self._forget()

    def redo(self) -> None:
        """Make the last change that was taken back again."""
        if self._undone:
            step = self._undone.pop()
            step.redo()
            self._done.append(step)
            self._forget()

    def _add(self, terms: Sequence[Term]) -> list[Term]:
        return self._write_all(terms, ())

    def _write_all(self, new: Sequence[Term], changed: Sequence[Term]) -> list[Term]:
        from models.term_rows import checked

        store = self._services.annotations()
        fresh = [checked(term) for term in new]
        items = [new_item(KIND, "", "", _anchor(term), _payload(term)) for term in fresh]
        before = [item for term in changed if (item := store.item(term.key)) is not None]
        by_key = {term.key: checked(term) for term in changed}
        after = [
            stamped(replace(item, anchor=_anchor(by_key[item.id]), payload=_payload(by_key[item.id])))
            for item in before
        ]
        if not items and not after:
            return []

        def write() -> None:
            store.put_all([*(stamped(item) for item in items), *after])

        def take_back() -> None:
            store.put_all([*(stamped(replace(i, deleted=True)) for i in items), *(stamped(i) for i in before)])  # fmt: skip

        self._do(_Step(take_back, write))
        return [replace(term, key=item.id) for term, item in zip(fresh, items, strict=True)]

    def _deleting(self, keys: tuple[str, ...]) -> _Step:
        store = self._services.annotations()
        return _Step(
            lambda: store.set_all_deleted(keys, deleted=False),
            lambda: store.set_all_deleted(keys, deleted=True),
        )

    def _do(self, step: _Step) -> None:
        with self._lock:
            step.redo()
            self._done.append(step)
            self._undone.clear()
            self._forget()

    def _forget(self) -> None:
        with self._lock:
            self._own = self._glossary = None
            self.version += 1

    # Files

    def read(self, path: Path) -> TermFile:
        """The terms of a file; raises UnreadableGlossary."""
        from models.glossary_files import read_glossary

        return read_glossary(path)

    def export(self, path: Path, terms: Sequence[Term]) -> None:
        """Write terms to a file, as TBX or CSV by its suffix; raises UnusableOutput."""
        from models.glossary_files import write_glossary

        write_glossary(path, terms)

    @property
    def notices(self) -> tuple[ReaderError, ...]:
        """What the user should be told of the dictionaries, once they were opened."""
        return self._dictionaries.notices if self._dictionaries is not None else ()


def _contents(term: Term) -> tuple[object, ...]:
    return term.zh, term.en, term.variants, term.alternatives, term.category, term.note


def _anchor(term: Term) -> Anchor:
    return Anchor(0, len(term.zh), term.zh)


def _payload(term: Term) -> str:
    content = {
        "zh": term.zh, "en": term.en, "variants": term.variants, "alternatives": term.alternatives,
        "category": term.category, "note": term.note,
    }  # fmt: skip
    return json.dumps(content, ensure_ascii=False)


def _term_of(item: Item) -> Term | None:
    """The term that an item keeps; None for what a later version wrote otherwise."""
    from models.glossary import Origin, Term
    from models.term_rows import UnusableTermError, checked

    content = item.content()

    def words(name: str) -> tuple[str, ...]:
        value = content.get(name)
        return tuple(str(each) for each in value) if isinstance(value, list) else ()

    def word(name: str) -> str:
        return str(content.get(name, ""))

    try:
        return checked(
            Term(
                word("zh"),
                word("en"),
                words("variants"),
                words("alternatives"),
                word("category"),
                word("note"),
                Origin.USER,
                item.id,
            )
        )
    except UnusableTermError:
        return None
